//! Small choices of the reader that are no part of a review: kept where the browser keeps anything, forgotten where it does not.

use web_sys::Storage;

/// Whether single letters work as shortcuts; `off` where the reader switched them off.
const LETTER_KEYS: &str = "accord-checklist/letter-keys";
/// `on` where the reader of a language with other years chose those of the common era.
const COMMON_YEARS: &str = "accord-checklist/common-years";
/// `on` where the reader chose the digits of the language. Read by `digits.js` and `early.js` too.
const OWN_DIGITS: &str = "accord-checklist/own-digits";
/// The code of the language that was chosen, or in which the page was when it offered another.
const LANGUAGE: &str = "accord-checklist/language";

/// What the browser stores with, unless it is blocked: gloo-storage panics there.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// `false` where the browser refuses to keep it.
fn set(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Whether single letters work as shortcuts: yes, unless they were switched off (WCAG 2.2, 2.1.4).
pub fn letter_keys() -> bool {
    get(LETTER_KEYS).as_deref() != Some("off")
}

/// Switches them on or off. `false` where the browser refuses to keep it.
pub fn set_letter_keys(on: bool) -> bool {
    set(LETTER_KEYS, if on { "on" } else { "off" })
}

/// The language that was chosen; none at the first visit, and where the browser stores nothing.
pub fn language() -> Option<String> {
    get(LANGUAGE)
}

/// Remembers the language. `false` where the browser refuses: the offer comes again.
pub fn set_language(code: &str) -> bool {
    set(LANGUAGE, code)
}

/// Whether years are to be those of the common era in a language that counts otherwise: no, unless it was chosen.
pub fn common_years() -> bool {
    get(COMMON_YEARS).as_deref() == Some("on")
}

/// Chooses them, or not. `false` where the browser refuses to keep it.
pub fn set_common_years(on: bool) -> bool {
    set(COMMON_YEARS, if on { "on" } else { "off" })
}

/// Whether numbers are to be shown with the digits of the language: no, unless it was chosen.
pub fn own_digits() -> bool {
    get(OWN_DIGITS).as_deref() == Some("on")
}

/// Chooses them, or not. `false` where the browser refuses to keep it.
pub fn set_own_digits(on: bool) -> bool {
    set(OWN_DIGITS, if on { "on" } else { "off" })
}
