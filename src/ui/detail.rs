//! The open obligation: its text, what is said of it, and where it stands among the others.
//!
//! What is seen at once is markup (`views/detail.rs`). The assessment and what stands below it come after the first paint: they are what takes
//! time, above all the first time.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::ui::bind;
use crate::ui::desk::Desk;
use crate::ui::later::Mounted;
use crate::ui::markup::{Drawn, draw, draw_inside, with_pack};
use crate::ui::{assess, history};
use crate::views::detail::{self, BODY};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Puts an obligation into its place. Dropped, what this answers is gone from there.
pub fn put(desk: Desk, place: Element, number: u16) -> Mounted {
    let small = document::is_small();
    let follow = move || {
        let first = Cell::new(true);
        bind::effect(move || {
            desk.prose.track();
            if !first.replace(false) {
                draw_before(desk, number);
            }
        });
    };
    // For an owner of the effect: nothing is mounted.
    let top = place.clone().dyn_into().ok().map(|place| mount_to(place, follow));
    draw(
        &place,
        &with_pack(desk, |pack| detail::opened(desk.words, number, pack, small)),
    );
    // A new page takes the focus by its title.
    if small {
        document::focus(".pane-title");
    }
    let page = Owner::current().map(|page| page.downgrade());
    let body = document::find_in(&place, &format!(".{BODY}"));
    let body = body.and_then(|body| body.dyn_into::<HtmlElement>().ok());
    let rest: Rc<RefCell<Option<Mounted>>> = Rc::default();
    let wanted = Rc::downgrade(&rest);
    window::after_paint(move || {
        // Another obligation may stand there by now.
        let page = page.and_then(|page| page.upgrade());
        let (Some(rest), Some(page), Some(body)) = (wanted.upgrade(), page, body) else {
            return;
        };
        let put = || -> Mounted { Box::new(mount_to(body, move || below(desk, number))) };
        *rest.borrow_mut() = Some(page.with(|| untrack(put)));
    });
    Box::new((top, rest))
}

/// Draws again what stands before the assessment: the texts are there now, or cannot be had.
fn draw_before(desk: Desk, number: u16) {
    if let Some(place) = document::find(".pane .record-part") {
        draw_inside(
            &place,
            &with_pack(desk, |pack| detail::before(desk.words, number, pack)),
        );
    }
}

/// What stands below the text and the facts.
fn below(desk: Desk, number: u16) -> impl IntoView {
    provide_context(desk);
    let after = move || with_pack(desk, |pack| detail::after(desk.words, number, pack));
    view! {
        <assess::Assess number=number/>
        <Drawn class="record-part" content=after/>
        <history::Changes number=number/>
    }
}

/// Copies the address of the open obligation.
pub fn copy_address(desk: Desk) {
    let Some(number) = desk.open.get_untracked() else {
        return;
    };
    let address = format!("{}#{}", window::address(), ACCORD.obligations[usize::from(number)].id);
    leptos::task::spawn_local(async move {
        if window::copy(address.clone()).await {
            desk.say(desk.words.later().address_copied);
        } else {
            desk.say(&address);
        }
    });
}
