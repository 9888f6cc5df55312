//! Keeps the frame of the page true (`views/frame.rs`), and does what its controls and links ask for.

use crate::browser::{document, window};
use crate::checklist::{Place, View};
use crate::language::Offered;
use crate::share::named;
use crate::ui::desk::{Desk, Sheet};
use crate::ui::keyboard::{close_detail, step};
use crate::ui::later::{self, Act, leave};
use crate::ui::rail::{lift, toggle};
use crate::ui::start::load_prose;
use crate::ui::{bind, languages, list, toast, welcome};
use crate::views::frame::{LANGUAGE, VIEW, act};
use crate::views::rail::LIFT;
use crate::views::{ACT, LOAD_PROSE, OPEN};
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The parts of the header that say of the review what is stored.
const REVIEW: &str = ".review-state";

/// Keeps the frame true.
pub fn follow(desk: Desk) {
    let words = desk.words;
    bind::effect(move || {
        let view = desk.view();
        for link in document::all(&format!("[{VIEW}]:not(.brand)")) {
            let here = link.get_attribute(VIEW).as_deref() == Some(view.name());
            document::set_attribute(&link, "aria-current", here.then_some("page"));
        }
    });
    bind::effect(move || {
        let head = desk.head.get();
        let snapshot = desk.snapshot.with(Option::is_some);
        let name = head.name.as_deref().map_or_else(|| words.no_review.to_owned(), named);
        let state = match (&head.name, head.saved) {
            (None, _) => words.nothing_stored,
            (Some(_), true) => words.saved,
            (Some(_), false) => words.saving_off,
        };
        let Some(area) = document::find(REVIEW) else { return };
        let within = |selector| document::find_in(&area, selector);
        for (element, told) in [(within("b"), name.as_str()), (within("small"), state)] {
            if let Some(element) = element {
                document::tell(&element, told);
            }
        }
        if let Some(link) = within("a") {
            document::set_attribute(&link, "aria-label", Some(&(words.all_reviews)(&name)));
        }
        for (selector, off) in [
            (".share", head.name.is_none()),
            ("[data-act=undo]", snapshot || !head.can_undo),
            ("[data-act=redo]", snapshot || !head.can_redo),
        ] {
            if let Some(button) = document::find(selector) {
                document::set_attribute(&button, "disabled", off.then_some(""));
            }
        }
    });
    bind::effect(move || {
        let name = match desk.dark.get() {
            true => words.theme_light,
            false => words.theme_dark,
        };
        for button in document::all(".theme") {
            document::set_attribute(&button, "aria-label", Some(name));
            document::set_attribute(&button, "title", Some(name));
        }
    });
    bind::flag(".columns", "hidden", move || {
        desk.view() != View::Checklist || desk.fault.with(Option::is_some)
    });
    bind::effect(move || {
        let open = desk.open.get().is_some();
        if let Some(columns) = document::find(".columns") {
            document::set_class(&columns, "detail-open", open);
        }
    });
}

/// Does what a click on the page asks for. One that asks for another tab or window is left to the browser.
pub fn on_click(desk: Desk, event: &Event) {
    let Some(click) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    if click.ctrl_key() || click.meta_key() || click.shift_key() || click.button() != 0 {
        return;
    }
    let prevent = || event.prevent_default();
    if let Some((_, number)) = document::data_of(event, OPEN)
        && let Ok(number) = number.parse()
    {
        prevent();
        desk.go_to(Place::Obligation(number));
    } else if let Some((_, act)) = document::data_of(event, ACT) {
        do_act(desk, &act, &prevent);
    } else if let Some((_, view)) = document::data_of(event, VIEW) {
        prevent();
        desk.go_to(Place::View(View::of_name(&view).unwrap_or_default()));
    } else if let Some((_, code)) = document::data_of(event, LANGUAGE) {
        prevent();
        languages::go_to(desk, Offered::of(&code));
    } else if let Some((_, which)) = document::data_of(event, LIFT) {
        lift(desk, &which);
    }
}

fn do_act(desk: Desk, act: &str, prevent: &dyn Fn()) {
    match act {
        act::SKIP => {
            prevent();
            document::focus("#page-content");
        }
        act::THEME => {
            window::tell_boot("theme");
            desk.dark.set(document::is_dark());
        }
        act::UNDO => desk.undo(),
        act::REDO => desk.redo(),
        act::SHARE => desk.sheet.set(Some(Sheet::Share)),
        act::BLANK => welcome::blank(desk),
        act::RECORD => welcome::from_record(desk),
        act::FILTERS => toggle(desk),
        act::CLOSE => leave(desk),
        act::SET_MANY => desk.sheet.set(Some(Sheet::SetMany)),
        act::PRINT => window::print(),
        act::MORE => list::more(desk),
        act::AGAIN => later::fetch(desk),
        act::TOAST => toast::act(desk),
        act::DISMISS => desk.toast.set(None),
        LOAD_PROSE => load_prose(desk),
        act::LEAVE => {
            if let Some(number) = desk.open.get_untracked() {
                close_detail(desk, number);
            }
        }
        act::PREVIOUS => step(desk, -1),
        act::NEXT => step(desk, 1),
        act::COPY => later::act(desk, Act::CopyAddress),
        _ => {}
    }
}
