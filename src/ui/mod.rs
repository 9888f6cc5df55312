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
use start::start;

use crate::browser::{document, window};
use crate::language::Locale;
use leptos::ev::Event;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use web_sys::HtmlElement;

/// Takes over the page that stands in an element, as it was prerendered. What this answers is the page: dropped, it hears and shows nothing any more.
///
/// What is taken over is markup (`views/page.rs`): nothing is built or hydrated, listeners are put on it and effects keep it true. Leptos
/// draws what comes into the places for it, from the later file.
pub fn begin(root: HtmlElement, locale: &'static Locale) -> impl Any {
    let early = rail::chosen_early();
    let arrangement = list::chosen();
    let page = root.clone();
    // For an owner of all signals and effects, and an executor that runs them: nothing is mounted.
    mount_to(root, move || {
        let desk = Desk::new(locale);
        frame::follow(desk);
        welcome::follow(desk);
        rail::follow(desk);
        list::follow(desk);
        menu::follow(desk);
        places::follow(desk);
        toast::follow(desk);
        // In a task of its own: the browser may paint and hear between the two.
        let owner = Owner::current().map(|owner| owner.downgrade());
        window::after(0, move || {
            // The page may have been dropped by now.
            let Some(owner) = owner.and_then(|owner| owner.upgrade()) else {
                return;
            };
            window::tell_boot("taking");
            owner.with(|| untrack(|| start(desk, early, arrangement)));
            listen(desk, &page);
        });
    })
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
