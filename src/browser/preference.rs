//! Small choices of the reader that are no part of a review: kept where the browser keeps anything, forgotten where it does not.

use gloo_storage::{LocalStorage, Storage};

/// Whether single letters work as shortcuts; `off` where the reader switched them off.
const LETTER_KEYS: &str = "accord-checklist/letter-keys";
/// `on` where the reader of a language with other years chose those of the common era.
const COMMON_YEARS: &str = "accord-checklist/common-years";
/// The code of the language that was chosen, or in which the page was when it offered another.
const LANGUAGE: &str = "accord-checklist/language";

/// Whether single letters work as shortcuts: yes, unless they were switched off (WCAG 2.2, 2.1.4).
pub fn letter_keys() -> bool {
    let stored = LocalStorage::raw().get_item(LETTER_KEYS).ok().flatten();
    stored.as_deref() != Some("off")
}

/// Switches them on or off. `false` where the browser refuses to keep it.
pub fn set_letter_keys(on: bool) -> bool {
    LocalStorage::raw()
        .set_item(LETTER_KEYS, if on { "on" } else { "off" })
        .is_ok()
}

/// The language that was chosen; none at the first visit, and where the browser stores nothing.
pub fn language() -> Option<String> {
    LocalStorage::raw().get_item(LANGUAGE).ok().flatten()
}

/// Remembers the language. Where the browser refuses, the offer comes again.
pub fn set_language(code: &str) {
    let _ = LocalStorage::raw().set_item(LANGUAGE, code);
}

/// Whether years are to be those of the common era in a language that counts otherwise: no, unless it was chosen.
pub fn common_years() -> bool {
    let stored = LocalStorage::raw().get_item(COMMON_YEARS).ok().flatten();
    stored.as_deref() == Some("on")
}

/// Chooses them, or not.
pub fn set_common_years(on: bool) {
    let _ = LocalStorage::raw().set_item(COMMON_YEARS, if on { "on" } else { "off" });
}
