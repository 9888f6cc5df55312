//! Keys that work everywhere on the page. Letters only where nothing is typed.

use crate::accord::ACCORD;
use crate::browser::{document, preference, window};
use crate::checklist::{Place, View};
use crate::ui::desk::{Desk, Sheet};
use crate::ui::later::Later;
use crate::ui::rows;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Does what a key means.
pub fn on_key(desk: Desk, event: &KeyboardEvent) {
    if event.default_prevented() || event.alt_key() {
        return;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        if document::is_typing() {
            return;
        }
        match (key.to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => desk.undo(),
            ("z", true) | ("y", false) => desk.redo(),
            _ => return,
        }
        event.prevent_default();
        return;
    }
    if key == "Escape" {
        escape(desk);
        return;
    }
    if document::is_typing() || desk.sheet.get_untracked().is_some() || desk.menu.with_untracked(Option::is_some) {
        return;
    }
    if !preference::letter_keys() {
        return;
    }
    match key.as_str() {
        "j" => step(desk, 1),
        "k" => step(desk, -1),
        "/" => {
            document::focus(".search input");
        }
        "?" => desk.sheet.set(Some(Sheet::Help)),
        _ => return,
    }
    event.prevent_default();
}

fn escape(desk: Desk) {
    match desk.sheet.get_untracked() {
        Some(Sheet::Filters) => return desk.sheet.set(None),
        // One that is not there yet.
        Some(_) if desk.later.get_untracked() != Later::Here => return desk.sheet.set(None),
        // A dialog closes itself and gives the focus back.
        Some(_) => return,
        None => {}
    }
    if let Some(number) = desk.open.get_untracked() {
        close_detail(desk, number);
    }
}

/// Closes the detail and gives the focus back to its row.
pub fn close_detail(desk: Desk, number: u16) {
    desk.go_to(Place::View(View::Checklist));
    // On a small screen the list is shown again only once the page has taken the new address.
    window::after(0, move || {
        document::focus(&format!(".title[data-open='{number}']"));
    });
}

/// Opens the obligation that is so many steps further among those shown.
pub fn step(desk: Desk, by: isize) {
    let shown: Vec<usize> = desk.visible.with_value(|visible| {
        (0..ACCORD.obligations.len())
            .filter(|&number| visible[number])
            .collect()
    });
    let now = desk.open.get_untracked().map(usize::from);
    let place = now.and_then(|now| shown.iter().position(|&number| number == now));
    let target = match (place, by) {
        (Some(place), by) => place.checked_add_signed(by),
        (None, 1..) => Some(0),
        (None, _) => shown.len().checked_sub(1),
    };
    if let Some(&number) = target.and_then(|target| shown.get(target)) {
        desk.go_to(Place::Obligation(number as u16));
        rows::reveal(number as u16);
    }
}
