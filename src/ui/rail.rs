//! Keeps search and filters true (`views/page.rs`, `views/rail.rs`), and does what is typed and chosen there. On a small screen the filters are
//! a drawer.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::catalogue::Status;
use crate::checklist::Filter;
use crate::markup::Element;
use crate::review::Tally;
use crate::ui::bind;
use crate::ui::desk::{Desk, Sheet};
use crate::ui::markup::{draw, draw_inside};
use crate::views::page::place;
use crate::views::rail;
use leptos::ev::Event;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// The search field.
const SEARCH: &str = ".search input";
/// The options of the filters.
const OPTIONS: &str = ".filters input";

/// What was typed and chosen before the program was there.
pub fn chosen_early() -> Filter {
    let mut filter = Filter {
        words: document::value(SEARCH),
        ..Filter::default()
    };
    for (input, chip) in document::all(OPTIONS).iter().zip(rail::options()) {
        if document::is_checked(input) {
            filter.toggle(chip);
        }
    }
    filter
}

/// Looks for what is typed.
pub fn search(desk: Desk) {
    desk.set_filter(Filter {
        words: document::value(SEARCH),
        ..desk.filter()
    });
}

/// Puts what was chosen into the filter, or takes it out.
pub fn choose(desk: Desk, event: &Event) {
    let chosen = document::data_of(event, rail::OPTION);
    let chip = chosen.and_then(|(_, place)| rail::options().get(place.parse::<usize>().ok()?).copied());
    if let Some(chip) = chip {
        let mut filter = desk.filter();
        filter.toggle(chip);
        desk.set_filter(filter);
    }
}

/// Opens the drawer with the filters, or closes it.
pub fn toggle(desk: Desk) {
    desk.sheet.update(|sheet| {
        *sheet = match sheet {
            None => Some(Sheet::Filters),
            Some(_) => None,
        }
    });
}

/// Keeps it true: what is typed, what is chosen, what of it is on, how many duties have each status, and days told in other years.
///
/// What the reader typed and chose before the page is taken over stays until it is read: nothing is set until it is another than at the beginning.
pub fn follow(desk: Desk) {
    let words = desk.words;
    let before = RefCell::new(Filter::default());
    bind::effect(move || {
        let filter = desk.address.with(|address| address.filter.clone());
        if before.replace(filter.clone()) == filter {
            return;
        }
        document::set_typed(SEARCH, &filter.words);
        if let Some(count) = document::find(".filter-toggle span") {
            document::tell(&count, &(words.filter_open)(filter.chips().len()));
        }
    });
    bind::effect(move || {
        let open = desk.sheet.get() == Some(Sheet::Filters);
        if let Some(filters) = document::find(".filters") {
            document::set_class(&filters, "open", open);
        }
        if let Some(toggle) = document::find(".filter-toggle") {
            document::set_attribute(&toggle, "aria-expanded", Some(if open { "true" } else { "false" }));
        }
    });
    let options = rail::options();
    let before = RefCell::new(vec![false; options.len()]);
    bind::effect(move || {
        let now: Vec<bool> = desk
            .address
            .with(|address| options.iter().map(|&chip| address.filter.has(chip)).collect());
        if *before.borrow() != now {
            for (input, &on) in document::all(OPTIONS).iter().zip(&now) {
                document::set_checked(input, on);
            }
            before.replace(now);
        }
    });
    let told = Cell::new(false);
    bind::effect(move || {
        let now: Tally = desk.total.get();
        let as_prerendered = !told.replace(true) && now.count(Status::NotAssessed) == now.total();
        if !as_prerendered {
            let counts = document::all(".filters .count");
            for (count, status) in counts.iter().zip(Status::ALL) {
                document::tell(count, &now.count(status).to_string());
            }
        }
    });
    if words.era != 0 {
        bind::effect(move || {
            let days = desk.dated(|| (0..ACCORD.instruments.len() as u8).map(|number| rail::day_of(words, number)));
            for (place, day) in document::all(".filters small").iter().zip(days) {
                draw_inside(place, &day);
            }
        });
        bind::content(".followed", move || {
            desk.dated(|| (words.record_followed_to)(&words.moment(ACCORD.edition().as_of)))
        });
    }
    follow_chips(desk);
}

/// Keeps the filters that are on, each with what would be shown without it; and where nothing passes, which to lift.
fn follow_chips(desk: Desk) {
    let words = desk.words;
    bind::effect(move || {
        desk.address.track();
        // The list comes first.
        window::after_paint(move || {
            let filter = desk.filter();
            put(
                place::CHIPS,
                rail::chip_row(words, &filter, |filter| count(desk, filter)),
            );
        });
    });
    bind::effect(move || {
        let filter = desk.address.with(|address| address.filter.clone());
        let nothing =
            (desk.shown.get() == 0).then(|| rail::nothing_found(words, &filter, |filter| count(desk, filter)));
        put(place::NOTHING, nothing);
    });
}

/// Puts an element into a place, or nothing. Where nothing was and nothing comes, nothing is touched.
fn put(place: &str, drawn: Option<Element>) {
    if let Some(place) = document::by_id(place)
        && (drawn.is_some() || place.has_child_nodes())
    {
        draw(&place, drawn.as_slice());
    }
}

fn count(desk: Desk, filter: &Filter) -> usize {
    desk.passing(filter).into_iter().filter(|&passes| passes).count()
}

/// Lifts a filter that is on, or all: what `rail::LIFT` says of a button.
pub fn lift(desk: Desk, which: &str) {
    let filter = desk.filter();
    let chips = filter.chips();
    if which == rail::ALL {
        desk.set_filter(Filter::default());
    } else if let Some(&chip) = which.parse().ok().and_then(|place: usize| chips.get(place)) {
        desk.set_filter(filter.without(chip));
    }
}
