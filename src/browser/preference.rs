//! Small choices of the reader that are no part of a review: kept where the browser keeps anything, forgotten where it does not.

use gloo_storage::{LocalStorage, Storage};

/// Whether single letters work as shortcuts; `off` where the reader switched them off.
const LETTER_KEYS: &str = "accord-checklist/letter-keys";

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
