//! The place where markup of `views` becomes part of the page. Clicks on it: `frame.rs`.

use crate::markup::Element;
use crate::ui::desk::{Desk, ProseState};
use crate::views::Pack;
use leptos::prelude::*;

/// Markup of `views` as a part of the page, made again when what it is made from is another. It takes elements, never text: this file
/// is the only place where markup comes into the page, and `markup::Element` escapes every text on its way out.
#[component]
pub fn Drawn(#[prop(optional)] class: &'static str, content: impl Fn() -> Element + Send + 'static) -> impl IntoView {
    view! { <div class=class inner_html=move || content().html()></div> }
}

/// The same within a line, made once.
#[component]
pub fn DrawnInline(class: &'static str, content: Element) -> impl IntoView {
    view! { <span class=class inner_html=content.html()></span> }
}

/// Puts markup of `views` into an element of the page, in place of what is there.
pub fn draw(place: &web_sys::Element, drawn: &[Element]) {
    let content: String = drawn.iter().map(Element::html).collect();
    place.set_inner_html(&content);
}

/// Puts what is in an element of `views` into one of the page, in place of what is there.
pub fn draw_inside(place: &web_sys::Element, drawn: &Element) {
    place.set_inner_html(&drawn.content());
}

/// Puts markup of `views` before an element of the page; where none is named, at the end of what is around.
pub fn insert(around: &web_sys::Element, before: Option<&web_sys::Element>, drawn: &[Element]) {
    let content: String = drawn.iter().map(Element::html).collect();
    // Refused only where an element stands nowhere.
    let _ = match before {
        Some(element) => element.insert_adjacent_html("beforebegin", &content),
        None => around.insert_adjacent_html("beforeend", &content),
    };
}

/// Takes out what is in an element of the page.
pub fn empty(place: &web_sys::Element) {
    place.set_text_content(None);
}

/// Lets a view look at the prose as it is now, and again when it is another.
pub fn with_pack<T>(desk: Desk, look: impl FnOnce(Pack<'_>) -> T) -> T {
    desk.prose.with(|prose| {
        look(match prose {
            ProseState::Waiting => Pack::Waiting,
            ProseState::Here(prose) => Pack::Here(prose),
            ProseState::Failed => Pack::Failed,
        })
    })
}
