//! The place where markup of `views` becomes part of the page: what it is made from, and the clicks on it.

use crate::browser::document;
use crate::checklist::Place;
use crate::markup::Element;
use crate::ui::desk::{Desk, ProseState};
use crate::ui::rail::lift;
use crate::ui::start::load_prose;
use crate::views::rail::LIFT;
use crate::views::{ACT, LOAD_PROSE, OPEN, Pack};
use leptos::ev::MouseEvent;
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

/// Takes out what is in an element of the page.
pub fn empty(place: &web_sys::Element) {
    place.set_text_content(None);
}

/// What stands in an element of the prerendered page, as an attribute of it. In the browser the element is taken over with what is in it.
#[cfg(feature = "ssr")]
pub fn prerendered(drawn: &Element) -> impl leptos::attr::Attribute + use<> {
    leptos::tachys::html::element::inner_html(drawn.content())
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

/// Does what a click on markup asks for. A click that asks for another tab or window is left to the browser.
pub fn on_click(desk: Desk, event: &MouseEvent) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
        return;
    }
    if let Some((_, number)) = document::data_of(event, OPEN)
        && let Ok(number) = number.parse()
    {
        event.prevent_default();
        desk.go_to(Place::Obligation(number));
    } else if let Some((_, act)) = document::data_of(event, ACT)
        && act == LOAD_PROSE
    {
        load_prose(desk);
    } else if let Some((_, which)) = document::data_of(event, LIFT) {
        lift(desk, &which);
    }
}
