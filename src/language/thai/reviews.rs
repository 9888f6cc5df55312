//! The words of the view of reviews in Thai.

use crate::language::ReviewWords;

/// Thai.
pub const REVIEWS: ReviewWords = ReviewWords {
    lead: "การประเมินเก็บอยู่ในเครื่องนี้ โปรดบันทึกสำเนาเป็นไฟล์เป็นระยะ เพราะไม่มีผู้อื่นเก็บไว้",
    head_link: |name| format!("{name}: การประเมินทั้งหมด"),

    on_this_device: "ในเครื่องนี้",
    none_yet: "ยังไม่มี การแก้ไขครั้งแรกของคุณจะเริ่มการประเมินชุดหนึ่ง",
    open_now: "เปิดอยู่",
    archive_title: "เก็บถาวร",
    trash_title: "ลบแล้ว",
    assessed: |count, all| format!("ประเมินแล้ว {count} จากหน้าที่ {all} รายการ"),
    changed: |when| format!("แก้ไขเมื่อ {when}"),
    deleted_on: |when| format!("ลบเมื่อ {when} เก็บไว้ 30 วัน"),
    open: "เปิด",
    opened: |name| format!("เปิด “{name}” อยู่"),
    rename: "เปลี่ยนชื่อ",
    rename_do: "บันทึกชื่อ",
    renamed: |name| format!("เปลี่ยนชื่อเป็น “{name}” แล้ว"),
    cancel: "ยกเลิก",
    name: "ชื่อ",
    duplicate: "ทำสำเนา",
    duplicated: |name| format!("ทำสำเนา “{name}” แล้ว"),
    copy_name: |name| format!("{name} (สำเนา)"),
    archive: "เก็บถาวร",
    archived: |name| format!("เก็บ “{name}” ถาวรแล้ว"),
    unarchive: "นำออกจากที่เก็บถาวร",
    unarchived: |name| format!("นำ “{name}” ออกจากที่เก็บถาวรแล้ว"),
    delete: "ลบ",
    deleted: |name| format!("ลบ “{name}” แล้ว"),
    restore: "นำกลับมา",
    purge: "ลบถาวร",
    purged: "ลบถาวรแล้ว",
    not_left: "การประเมินที่เปิดอยู่ยังไม่ได้จัดเก็บ โปรดบันทึกเป็นไฟล์ก่อน",

    new_title: "การประเมินอีกชุด",
    new_blank: "ชุดใหม่ แบบว่าง",
    new_record: "ชุดใหม่ จากข้อมูลสาธารณะ",
    new_snapshot: "ชุดใหม่ จากชุดสถานะที่เปิดอยู่",
    record_name: "จากข้อมูลสาธารณะ",
    made: |name| format!("สร้าง “{name}” ใหม่และเปิดแล้ว"),

    save_file: "บันทึกเป็นไฟล์",
    save_table: "บันทึกเป็นตาราง",
    from_file: "เปิดไฟล์การประเมิน",
    file_hint: "หรือวางไฟล์ลงที่ใดก็ได้บนหน้าเว็บ คุณจะเห็นสิ่งที่อยู่ในไฟล์ก่อนมีการเปลี่ยนแปลงใด ตาราง (CSV) ใช้กับโปรแกรมตารางคำนวณและนำกลับเข้ามาอ่านไม่ได้",
    file_title: "ไฟล์การประเมิน",
    file_line: |file, author, assessed, all| {
        let by = if author.is_empty() {
            String::new()
        } else {
            format!("ระบุว่ามาจาก “{author}” ")
        };
        format!("{file}: {by}มีข้อมูลของหน้าที่ {assessed} จาก {all} รายการ")
    },
    as_new_review: "เปิดเป็นการประเมินชุดใหม่",
    opened_file: |name| format!("เปิด “{name}” อยู่ ข้างการประเมินชุดอื่นของคุณ"),
    file_refused: "ไม่ได้เปิดไฟล์นี้",
    file_too_large: |size, most| format!("ไฟล์มีขนาด {size} MB ไฟล์การประเมินมีขนาดได้ไม่เกิน {most} MB"),
    file_not_json: "ไม่ใช่ไฟล์การประเมิน หรือขาดบางส่วนไป",
    file_foreign: "ไฟล์มีข้อมูลอื่น ไม่ใช่การประเมินของรายการตรวจสอบนี้",
    file_newer: "หน้าเว็บรุ่นใหม่กว่าเป็นผู้เขียนไฟล์นี้ โหลดหน้าเว็บใหม่เพื่อใช้รุ่นใหม่กว่า แล้วเปิดไฟล์อีกครั้ง",
    file_damaged: |what| format!("ไฟล์เสียหาย: {what}"),
    nothing_changed: "ไม่มีสิ่งใดเปลี่ยน",

    merge_into: |name| format!("รวมเข้ากับ “{name}”"),
    merge_text: |count| {
        format!(
            "ทั้งสองชุดต่างกันในหน้าที่ {count} รายการ โปรดเลือกทีละรายการ ระบบเลือกค่าที่ใหม่กว่าไว้แล้ว เลิกทำครั้งเดียวก็กลับเป็นเดิมทั้งหมด"
        )
    },
    no_differences: |name| format!("ไฟล์นี้เหมือนกับ “{name}” ไม่มีสิ่งที่ต้องรวม"),
    differences: "ความแตกต่าง",
    mine: "ของฉัน:",
    theirs: "ไฟล์:",
    newer: "ใหม่กว่า",
    all_mine: "คงของฉันไว้ทั้งหมด",
    all_theirs: "ใช้ของไฟล์ทั้งหมด",
    take_over: |count| format!("นำหน้าที่ {count} รายการมาใช้"),
    merged: |count| format!("นำหน้าที่ {count} รายการมาใช้แล้ว"),

    storage: "พื้นที่จัดเก็บ",
    used: |used, room| format!("ใช้แล้ว {used} จากประมาณ {room} พันอักขระ"),
    kept_by_browser: "เบราว์เซอร์รับรองว่าจะเก็บไว้",
    not_kept_by_browser: "เบราว์เซอร์ยังไม่ได้รับรองว่าจะเก็บไว้ และอาจลบเมื่อพื้นที่ในเครื่องเหลือน้อย",
    keeping_unknown: "เบราว์เซอร์ไม่แจ้งว่าจะเก็บไว้หรือไม่",
    ask_to_keep: "ขอให้เก็บไว้",
    keep_refused: "เบราว์เซอร์ไม่รับรอง โปรดบันทึกเป็นไฟล์เป็นระยะ",
    copied: |when| format!("บันทึกสำเนาเมื่อ {when}"),
    never_copied: "ยังไม่เคยบันทึกสำเนา",
    seven_days: "Safari ลบสิ่งที่หน้าเว็บจัดเก็บไว้ หากคุณใช้ Safari เจ็ดวันโดยไม่กลับมาที่หน้าเว็บนี้ โปรดบันทึกเป็นไฟล์ หรือเพิ่มหน้าเว็บนี้ลงในหน้าจอโฮมหรือแถบด็อก แล้วใช้งานจากที่นั่น",
    bounds: "การประเมินหนึ่งชุดเก็บการแก้ไข 1,000 ครั้งล่าสุด หรือน้อยกว่านั้นเมื่อการแก้ไขมีข้อความยาว ประวัติและการเลิกทำย้อนกลับได้ไกลเพียงนั้น ส่วนผลของการแก้ไขที่เก่ากว่ายังคงอยู่",
    reminder: "มีงานในที่นี้ซึ่งไม่ได้บันทึกสำเนามาระยะหนึ่ง ไฟล์จะเก็บงานไว้อย่างปลอดภัยไม่ว่าเบราว์เซอร์จะทำอย่างไร",

    history: "ประวัติ",
    history_text: "การแก้ไขทุกครั้งของการประเมินที่เปิดอยู่ ใหม่สุดก่อน",
    older_acts: "แสดงการแก้ไขที่เก่ากว่า",
    act_record: "จากข้อมูลสาธารณะ",
    act_adopt: "นำมาใช้",
    this_review: "การประเมินนี้",
    more_values: |count| format!("และอีก {count} ค่า"),
    reason: "เหตุผล",
    reason_hint: "ไม่บังคับ เก็บพร้อมการแก้ไขครั้งถัดไปของหน้าที่นี้",
    evidence_date: "วันที่",
};
