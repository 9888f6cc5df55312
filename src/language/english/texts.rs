//! English words on translations and digits.

use crate::language::TextWords;

pub const TEXTS: TextWords = TextWords {
    checked: |by, on| format!("Translation checked by {by}, {on}."),
    untranslated: "Not translated yet",
    sheet: "Keyboard shortcuts",
    search_events: "Search events",
    own_digits: "",
};
