//! The places in the page for what comes from the later file: banner, notices, the open obligation, the views beside the checklist, dialogs.

use crate::browser::document;
use crate::checklist::View;
use crate::ui::bind;
use crate::ui::desk::{Desk, Sheet};
use crate::ui::later::{self, Later, Mounted, Part};
use crate::ui::markup::{draw, empty};
use crate::views::frame::without_part;
use crate::views::page::{none_open, place};
use leptos::prelude::*;
use std::cell::RefCell;

/// What stands in a place.
#[derive(Default)]
struct Stands {
    /// Which part, and whether the later file was there for it.
    what: Option<(Part, Later)>,
    /// The part itself. Dropped, it is gone from the page.
    part: Option<Mounted>,
}

/// Keeps what each place shows.
pub fn follow(desk: Desk) {
    keep(desk, place::BANNER, |desk| match desk.fault.with(Option::is_some) {
        true => Some(Part::Damaged),
        false => desk.snapshot.with(Option::is_some).then_some(Part::Opened),
    });
    keep(desk, place::NOTICES, |desk| {
        (desk.notice.with(Option::is_some) || desk.reminder.get()).then_some(Part::Notices)
    });
    keep(desk, place::PANE, |desk| desk.open.get().map(Part::Obligation));
    keep(desk, place::VIEW, |desk| match desk.view() {
        View::Timeline => Some(Part::Timeline),
        View::Overview => Some(Part::Overview),
        View::Compare => Some(Part::Compare),
        View::Reviews => Some(Part::Reviews),
        View::Checklist | View::Texts => None,
    });
    keep(desk, place::SHEET, |desk| match desk.sheet.get()? {
        Sheet::Help => Some(Part::Keys),
        Sheet::Share => Some(Part::Share),
        Sheet::SetMany => Some(Part::SetMany),
        Sheet::Incoming => Some(Part::Incoming),
        Sheet::Filters => None,
    });
}

/// Keeps what a place shows: the part that is wanted; while the later file is not there, a word that it comes, or that it could not be loaded.
fn keep(desk: Desk, place: &'static str, wanted: fn(Desk) -> Option<Part>) {
    let stands = RefCell::new(Stands::default());
    // What stands there lives as long as the page, not as one run of the effect.
    let page = Owner::current().map(|page| page.downgrade());
    bind::effect(move || {
        let what = wanted(desk).map(|part| (part, desk.later.get()));
        let mut stands = stands.borrow_mut();
        if stands.what == what {
            return;
        }
        let Some(at) = document::by_id(place) else { return };
        *stands = Stands::default();
        empty(&at);
        stands.what = what;
        match what {
            Some((part, Later::Here)) => {
                let put = || untrack(|| later::put(desk, at, part));
                let page = page.as_ref().and_then(|page| page.upgrade());
                stands.part = page.and_then(|page| page.with(put));
            }
            Some((_, later)) => draw(&at, &[without_part(desk.words, later == Later::Failed)]),
            None if place == place::PANE => draw(&at, &[none_open(desk.words)]),
            None => {}
        }
    });
}
