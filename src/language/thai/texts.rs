//! Thai words on translations and digits.

use crate::language::TextWords;

pub const TEXTS: TextWords = TextWords {
    checked: |by, on| format!("คำแปลตรวจแล้วโดย {by} เมื่อ {on}"),
    untranslated: "ยังไม่ได้แปล",
    sheet: "แป้นพิมพ์ลัด ตัวเลข และปี",
    search_events: "ค้นหาเหตุการณ์",
    own_digits: "แสดงตัวเลขเป็นเลขไทย (๑ ๒ ๓)",
};
