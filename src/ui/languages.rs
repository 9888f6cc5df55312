//! The choice of the page's language: the way to the same place in another one, and an offer at the first visit.

use crate::browser::{document, preference, window};
use crate::language::{LANGUAGES, Offered};
use crate::ui::desk::{Desk, Toast, ToastAction};
use crate::views::frame::way;

/// Goes to the page in another language and stays at the place, the filters and the snapshot that the address names.
pub fn go_to(desk: Desk, other: Offered) {
    document::leave_field();
    preference::set_language(other.code);
    if other.code != desk.words.code {
        window::go_to(&format!("{}{}", way(desk.words, other), window::fragment()));
    }
}

/// Offers the page in the reader's language, once, to who has not chosen one.
pub fn offer(desk: Desk) {
    if preference::language().is_some() {
        return;
    }
    let wanted = window::languages();
    let known = wanted.iter().find_map(|wanted| {
        let code = wanted.split('-').next().unwrap_or_default();
        LANGUAGES.iter().find(|language| language.code == code)
    });
    if let Some(other) = known.filter(|other| other.code != desk.words.code) {
        // Once, whether it is taken up or not.
        preference::set_language(desk.words.code);
        desk.show_toast(Toast {
            text: other.offer.to_owned(),
            action: Some(ToastAction::Language(other.code)),
            language: Some(other.code),
        });
    }
}
