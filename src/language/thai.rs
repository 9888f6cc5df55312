//! The words in Thai.

mod compare;
pub(super) mod later;
mod reviews;
mod share;
mod texts;

use super::{Offered, Words, status};

/// What pages in the other languages say of this one.
pub(super) const OFFERED: Offered = Offered {
    code: "th",
    name: "ไทย",
    offer: "หน้านี้มีเป็นภาษาไทยด้วย",
    new_review: "การประเมินของฉัน",
};

/// Thai.
pub static THAI: Words = Words {
    code: OFFERED.code,
    name: OFFERED.name,
    offer: OFFERED.offer,
    languages_label: "ภาษา",
    site: "รายการตรวจสอบข้อตกลง",
    months: [
        "ม.ค.",
        "ก.พ.",
        "มี.ค.",
        "เม.ย.",
        "พ.ค.",
        "มิ.ย.",
        "ก.ค.",
        "ส.ค.",
        "ก.ย.",
        "ต.ค.",
        "พ.ย.",
        "ธ.ค.",
    ],
    era: 543,
    statuses: [
        status("ยังไม่ประเมิน", "ยังไม่ประเมิน", "คุณยังไม่ได้พิจารณาหน้าที่นี้"),
        status("ยังไม่ถึงกำหนด", "ยังไม่มีผลใช้บังคับ", "เหตุที่ทำให้หน้าที่เริ่มขึ้นหรือกำหนดเวลายังมาไม่ถึง"),
        status(
            "ไม่พบหลักฐานสาธารณะ",
            "ไม่พบหลักฐานสาธารณะ",
            "ค้นแล้ว ไม่พบแหล่งสาธารณะที่ยืนยันหรือปฏิเสธ",
        ),
        status(
            "ยังไม่เริ่ม",
            "ยังไม่ปฏิบัติตาม",
            "ถึงกำหนดแล้ว และแหล่งข้อมูลแสดงว่ายังไม่มีการดำเนินการใด",
        ),
        status(
            "กำลังดำเนินการ",
            "ปฏิบัติตามบางส่วน",
            "ดำเนินการไปแล้วบางขั้นตอน หรือปฏิบัติตามเพียงบางส่วน",
        ),
        status("ปฏิบัติครบแล้ว", "ปฏิบัติตามอยู่", "ทำตามที่ตัวบทเขียนไว้ หรือปฏิบัติตามมาจนถึงขณะนี้"),
        status("ถูกระงับ", "ถูกระงับ", "ฝ่ายหนึ่งหรือกลไกหนึ่งระงับไว้โดยแจ้งต่อสาธารณะ"),
        status("มีข้อโต้แย้ง", "มีการกล่าวหาว่าละเมิด", "แหล่งข้อมูลหรือทั้งสองฝ่ายระบุขัดกัน"),
        status("ไม่ได้ปฏิบัติ", "ละเมิด", "ไม่ได้ทำภายในกำหนดเวลา หรือละเมิดอย่างชัดแจ้ง"),
    ],
    kinds: ["การดำเนินการครั้งเดียว", "หน้าที่ต่อเนื่อง", "ข้อห้าม", "หน้าที่ที่ต้องทำซ้ำ"],
    views: [
        "รายการตรวจสอบ",
        "ภาพรวม",
        "ลำดับเหตุการณ์",
        "เปรียบเทียบ",
        "เอกสารและวิธีจัดทำ",
        "การประเมิน",
    ],
    theme_light: "ใช้โทนสีสว่าง",
    theme_dark: "ใช้โทนสีมืด",
    dismiss: "ปิด",
    edition: |version| format!("ฉบับข้อมูล {version}"),
    record_followed_to: |day| format!("ติดตามข้อมูลสาธารณะถึงวันที่ {day}"),
    filter_open: |count| {
        if count == 0 {
            "กรอง".to_owned()
        } else {
            format!("กรอง ใช้อยู่ {count}")
        }
    },
    filter_marked: "ทำเครื่องหมายติดตามต่อ",
    filter_differs: "ต่างจากข้อมูลสาธารณะ",
    duties: |count| format!("หน้าที่ {count} รายการ"),
    obligations: |count| format!("พันธกรณี {count} รายการ"),
    shown: |shown, all| format!("แสดงพันธกรณี {shown} จาก {all} รายการ"),
    clear_filters: "ล้างตัวกรอง",
    lift: |chip, count| format!("นำตัวกรอง {chip} ออก จะแสดงพันธกรณี {count} รายการ"),
    more_rows: |next, left| format!("แสดงอีก {next} รายการ จาก {left} รายการ"),
    nothing_found: "ไม่มีพันธกรณีตรงกับตัวกรอง",
    nothing_found_lift: "นำตัวกรองออกหนึ่งตัว:",
    chip_words: |words| format!("“{words}”"),
    chip_text: |id| format!("เอกสาร: {id}"),
    counts_duties: "นับหน้าที่ คือพันธกรณีหนึ่งรายการต่อผู้มีหน้าที่หนึ่งราย",
    counts_obligations: "นับพันธกรณี",
    mixed: "สถานะของผู้มีหน้าที่แต่ละรายต่างกัน",
    not_assessed_of: |count, all| format!("ยังไม่ประเมิน {count} จาก {all}"),
    tally: |party, counts, all| {
        let list: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
        format!("{party} หน้าที่ {all} รายการ: {}", list.join(", "))
    },
    locked: "ล็อกไว้จนกว่าจะเผยแพร่",
    from_record: "จากข้อมูลสาธารณะ",
    has_note: "มีหมายเหตุ",
    choose_status: |id, party| format!("สถานะของ {id} {party}"),
    part_failed: "โหลดส่วนนี้ไม่ได้ การประเมินของคุณใช้งานได้โดยไม่ต้องมีส่วนนี้",
    new_review: OFFERED.new_review,
    all_reviews: |name| format!("{name}: การประเมินทั้งหมด"),
    no_review: "ยังไม่มีการประเมิน",
    nothing_stored: "ไม่มีข้อมูลจัดเก็บไว้",
    saved: "บันทึกในเครื่องนี้แล้ว",
    saving_off: "ยังไม่ได้บันทึก",
    undo: "เลิกทำ",
    redo: "ทำซ้ำ",
    undone: "เลิกทำแล้ว",
    redone: "ทำซ้ำแล้ว",
    started_record: "ใส่สถานะจากข้อมูลสาธารณะแล้ว",
    status_set: |id, party, status| format!("{id} {party}: {status}"),
    snapshot_of: |title| format!("ชุดสถานะที่แชร์: {title}"),
    dismissed: "ปิดชุดสถานะที่แชร์แล้ว",
    reopen: "แสดงอีกครั้ง",
    offline_ready: "พร้อมใช้งานออฟไลน์",
    update_ready: "มีหน้าเว็บรุ่นใหม่แล้ว การประเมินของคุณคงเดิม",
    update_now: "ปรับเป็นรุ่นใหม่",
    bases: [
        "ไม่ระบุที่มา",
        "คำแถลงของฝ่ายนั้นเอง",
        "คำแถลงของอีกฝ่าย",
        "รายงานของสื่อ",
        "ผู้สังเกตการณ์ตรวจสอบยืนยัน",
        "ผู้ประเมินเห็นเอง",
    ],
    part_waits: "กำลังโหลด …",
    try_again: "ลองอีกครั้ง",
    select_one: "เลือกพันธกรณี",
    snapshot: "ชุดสถานะที่แชร์",
    close: "ปิด",
    printed: |edition, day| format!("{edition} · พิมพ์เมื่อ {day} · การประเมินส่วนบุคคล ไม่ใช่ทางการ"),
};
