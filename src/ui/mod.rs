//! What is shown, over one `Desk` of signals: the prerendered page, taken over as it stands, and Leptos components in the places for them. They
//! show state and send changes; nothing here decides anything.
//!
//! The prerendered page knows neither storage, clock, address nor locale. Those come in `start`, once the page is taken over.

mod assess;
mod banner;
mod bind;
mod compare;
mod desk;
mod detail;
mod dialog;
mod frame;
mod grid;
mod history;
mod incoming;
mod keeping;
mod keyboard;
mod languages;
pub mod later;
mod list;
mod many;
mod markup;
mod menu;
mod opened;
mod overview;
mod parts;
mod places;
mod rail;
mod redraw;
mod reviews;
mod rows;
mod share;
mod shelf;
mod start;
mod storage;
mod takeaway;
mod timeline;
mod toast;
mod welcome;

pub use desk::Desk;

use crate::browser::{document, window};
use crate::language::Locale;
use leptos::ev::Event;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use std::any::Any;
use web_sys::HtmlElement;

/// Takes over the page that stands in an element, as it was prerendered. What this answers is the page: dropped, it hears and shows nothing any more.
///
/// What is taken over is markup (`views/page.rs`): nothing is built or hydrated, listeners are put on it and effects keep it true. Leptos
/// draws what comes into the places for it, from the later file.
pub fn begin(root: HtmlElement, locale: &'static Locale) -> impl Any {
    let page = root.clone();
    // For an owner of all signals and effects, and an executor that runs them: nothing is mounted.
    mount_to(root, move || {
        let desk = Desk::new(locale);
        in_turn([
            Box::new(move || {
                frame::follow(desk);
                welcome::follow(desk);
                rail::follow(desk);
            }),
            Box::new(move || {
                list::follow(desk);
                menu::follow(desk);
                places::follow(desk);
                toast::follow(desk);
            }),
            Box::new(move || start::hear(desk)),
            Box::new(move || {
                start::take_over(desk);
                listen(desk, &page);
                start::react(desk);
            }),
            Box::new(move || later::fetch(desk)),
            Box::new(move || {
                languages::offer(desk);
                start::load_prose(desk);
            }),
        ]);
    })
}

/// Does these one after the other, each in a task of its own: the browser may paint and hear in between. On a slow phone each takes a tenth of a second.
fn in_turn<const STEPS: usize>(steps: [Box<dyn FnOnce()>; STEPS]) {
    go_on(Owner::current().map(|owner| owner.downgrade()), steps.into_iter());
}

fn go_on<const STEPS: usize>(owner: Option<WeakOwner>, mut steps: std::array::IntoIter<Box<dyn FnOnce()>, STEPS>) {
    window::after(0, move || {
        // The page may have been dropped by now.
        if let Some(page) = owner.as_ref().and_then(|owner| owner.upgrade())
            && let Some(step) = steps.next()
        {
            page.with(|| untrack(step));
            go_on(owner, steps);
        }
    });
}

fn listen(desk: Desk, page: &HtmlElement) {
    document::listen(page, "click", move |event| frame::on_click(desk, &event));
    grid::follow(desk);
    let hear = |selector: &str, name: &str, call: fn(Desk, &Event)| {
        if let Some(element) = document::find(selector) {
            document::listen(&element, name, move |event| call(desk, &event));
        }
    };
    hear(".search input", "input", |desk, _| rail::search(desk));
    hear(".filters", "change", rail::choose);
    hear(".arrange", "change", |desk, _| list::rearrange(desk));
}
