//! The choice of the page's language: links to the same place in the other languages, and an offer at the first visit.

use crate::browser::{document, preference, window};
use crate::language::{LANGUAGES, Offered};
use crate::ui::desk::{Desk, Toast, ToastAction, desk};
use crate::ui::frame::Theme;
use crate::ui::parts::Icon;
use leptos::prelude::*;

/// The languages: in a row where there is room, behind a globe on a phone, with the choice of colours. They are links, so that they lead
/// on without the program too.
#[component]
pub fn Languages() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let links = LANGUAGES.iter().map(|&other| {
        let here = (other.code == words.code).then_some("true");
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            go_to(desk, other);
        };
        view! {
            <a href=way(desk, other) lang=other.code hreflang=other.code aria-current=here on:click=go>{other.name}</a>
        }
    });
    view! {
        <button type="button" class="icon-button globe" popovertarget="languages" aria-label=words.languages_label>
            <Icon name="globe"/>
        </button>
        <nav class="languages" id="languages" popover="auto" aria-label=words.languages_label>{links.collect_view()}<Theme/></nav>
    }
}

/// The address of the page in another language, from the page in this one.
fn way(desk: Desk, other: Offered) -> String {
    let up = if desk.words.folder().is_empty() { "./" } else { "../" };
    format!("{up}{}", other.folder())
}

/// Goes to the page in another language and stays at the place, the filters and the snapshot that the address names.
pub fn go_to(desk: Desk, other: Offered) {
    document::leave_field();
    preference::set_language(other.code);
    if other.code != desk.words.code {
        window::go_to(&format!("{}{}", way(desk, other), window::fragment()));
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
