//! Khmer words on translations and digits.
#![allow(
    clippy::invisible_characters,
    reason = "Khmer is written without spaces; browsers break its lines at zero-width spaces"
)]

use crate::language::TextWords;

pub const TEXTS: TextWords = TextWords {
    checked: |by, on| format!("ការបកប្រែ​ត្រូវ​បាន​ពិនិត្យ​ដោយ {by}, {on}។"),
    untranslated: "មិនទាន់​បកប្រែ",
    sheet: "គ្រាប់ចុចផ្លូវកាត់ និងលេខ",
    search_events: "ស្វែងរកព្រឹត្តិការណ៍",
    own_digits: "បង្ហាញ​លេខ​ជា​លេខខ្មែរ (១ ២ ៣)",
};
