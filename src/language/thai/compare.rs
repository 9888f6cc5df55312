//! The words of the comparison in Thai.

use crate::language::CompareWords;

/// Thai. A side is “ชุด”: “ฝ่าย” is a party to the accords.
pub const COMPARE: CompareWords = CompareWords {
    lead: "สิ่งที่สองชุดขึ้นไประบุเกี่ยวกับแต่ละหน้าที่ แสดงเทียบกัน ไม่มีสิ่งใดเปลี่ยนจนกว่าคุณจะนำมาใช้",

    sources: "สิ่งที่นำมาเทียบ",
    letters: ["A", "B", "C", "D", "E", "F"],
    source: |letter| format!("ชุด {letter}"),
    offers: ["ในเครื่องนี้", "การประเมินของคุณก่อนหน้านี้", "จากภายนอก", "ข้อมูลสาธารณะ"],
    swap: "สลับ A กับ B",
    add: "เพิ่มชุด",
    drop: |letter| format!("นำชุด {letter} ออก"),
    side_by_side: "เปรียบเทียบเคียงข้างกัน",
    add_file: "เพิ่มไฟล์การประเมิน",
    only_differences: "เฉพาะที่ต่างกัน",
    record: "ข้อมูลสาธารณะ",
    own_unnamed: "การประเมินของคุณ",
    before: |name, day| format!("{name} ก่อนวันที่ {day}"),
    own_line: |when| format!("ของคุณ แก้ไขเมื่อ {when}"),
    kept_line: |when| format!("ในเครื่องนี้ แก้ไขเมื่อ {when}"),
    earlier_line: "การประเมินของคุณตามที่เป็นอยู่ก่อนหน้านี้",
    file_line: |file, author| {
        if author.is_empty() {
            format!("จากไฟล์ {file}")
        } else {
            format!("จากไฟล์ {file} ระบุว่ามาจาก “{author}”")
        }
    },
    record_line: |edition, day| format!("{edition} ติดตามถึงวันที่ {day}"),

    summary: "สรุป",
    headline: |count, all| format!("ไม่เหมือนกัน: {count} จากหน้าที่ {all} รายการ"),
    agree: "เหมือนกัน",
    differ: "ต่างกัน",
    only: |letter| format!("มีเฉพาะใน {letter}"),
    nobody: ["ไม่มีในทั้งสองชุด", "ไม่มีในชุดใดเลย"],
    of: |count, all| format!("{count} จาก {all}"),
    first: [
        |count| format!("เรื่องสถานะ {count}"),
        |count| format!("เรื่องที่มาของสถานะ {count}"),
        |count| format!("เรื่องวันที่ของสถานะ {count}"),
        |count| format!("เรื่องหมายเหตุ {count}"),
        |count| format!("เรื่องหลักฐาน {count}"),
    ],
    no_difference: "ไม่มีความแตกต่างให้แสดง",

    table: "ทีละหน้าที่",
    party: "ฝ่าย",
    keep: "เลือกใช้",
    keep_for: |id, bearer| format!("เลือกใช้สำหรับ {id} {bearer}"),
    mine: "ของฉัน",
    theirs: "อีกชุด",
    undecided: "ยังไม่เลือก",
    group_count: |count, all| format!("ไม่เหมือนกัน {count} จากหน้าที่ {all} รายการ"),
    group_mine: "คงของฉันไว้",
    group_theirs: "ใช้ของอีกชุด",
    group_take: |letter| format!("ใช้ของ {letter}"),
    for_group: |act, group| format!("{act}: ทั้งหมดใน {group}"),

    taking: "การนำมาใช้",
    decided: |decided, all, mine, taken| {
        format!("เลือกแล้ว {decided} จาก {all} รายการ: คงของฉันไว้ {mine} และนำมาใช้ {taken}")
    },
    all_mine: "คงของฉันไว้ทั้งหมด",
    all_theirs: "ใช้ของอีกชุดทั้งหมด",
    clear: "ล้างที่เลือกไว้",
    stays: "หน้าที่ซึ่งยังไม่เลือกจะคงเดิม เลิกทำครั้งเดียวก็กลับเป็นเดิมทั้งหมด",
    apply: |count| format!("นำ {count} รายการมาใช้กับของฉัน"),
    cannot: "หากต้องการนำสิ่งใดมาใช้ ให้เลือกการประเมินของคุณเป็นชุดหนึ่ง",

    agreement: |count| format!("ความสอดคล้องของผู้ประเมิน {count} ราย"),
    agreement_text: "ในหน้าที่ซึ่งผู้ประเมินทั้งสองรายประเมินแล้ว มีกี่รายการที่ให้สถานะเหมือนกัน",
    assessor: "ผู้ประเมิน",
    pair: |same, both, percent| format!("{same} จาก {both} ({percent}%)"),
    pair_none: "ไม่มีรายการร่วม",
    nominal: "แอลฟาของ Krippendorff ทุกสถานะ",
    ordinal: "แอลฟาของ Krippendorff ระดับ 0 ถึง 3",
    not_defined: "หาค่าไม่ได้",
    alpha_text: |values, units, all| {
        format!("คำนวณจาก {values} ค่าของหน้าที่ {units} จาก {all} รายการ คือรายการที่มีผู้ประเมินอย่างน้อยสองราย")
    },
    alpha_none: |values, units, all| {
        format!(
            "มี {values} ค่าของหน้าที่ {units} จาก {all} รายการ รายการที่มีผู้ประเมินสองรายมีน้อยเกินไป หรือค่าเหมือนกันทั้งหมด จึงแยกไม่ได้ว่าเป็นความสอดคล้องหรือความบังเอิญ"
        )
    },
    alpha_means: "ค่า 1 คือสอดคล้องกันทั้งหมด ค่า 0 คือเท่ากับที่ความบังเอิญให้ได้ ค่าต่ำกว่า 0 คือน้อยกว่านั้น ตัวเลขแรกบอกว่าสถานะเหมือนกันเพียงใด ตัวเลขที่สองบอกว่าสถานะห่างกันเพียงใดในมาตรวัดของสถาบัน Kroc ได้แก่ 0 ยังไม่เริ่ม, 1 น้อย, 2 ปานกลาง และ 3 ครบถ้วน โดยไม่นับสถานะที่ไม่มีที่ในมาตรวัดนั้น",
};
