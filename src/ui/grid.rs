//! What clicks and keys do in the list. One listener serves all rows: elements say by `data-` attributes what they are.

use crate::accord::ACCORD;
use crate::browser::{document, highlight};
use crate::catalogue::DutyNumber;
use crate::checklist::{Query, marks};
use crate::language::Locale;
use crate::ui::desk::{Desk, MenuPlace};
use crate::ui::rows;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Everything in the list that takes the focus and is shown, in rows. Told by the markup: to ask the browser what is shown makes it lay out
/// every row that is out of sight.
const STOPS: &str =
    ".grid .group:not([hidden]) .toggle, .grid .group:not([hidden], .collapsed) .row:not([hidden]) :is(.title, .cell)";
/// The keys that go through the list.
const WAYS: [&str; 6] = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"];

/// Hears what is done in the list.
pub fn follow(desk: Desk) {
    let Some(grid) = document::find(".grid") else { return };
    document::listen(&grid, "click", move |event| on_click(desk, &event));
    document::listen(&grid, "keydown", |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            on_key(key);
        }
    });
    document::listen(&grid, "focusin", |_| on_focus());
}

/// A cell opens the status menu, the name of a group folds it; a title opens its obligation as every link to one does (`frame.rs`).
fn on_click(desk: Desk, event: &Event) {
    if let Some((element, number)) = document::data_of(event, "data-duty") {
        if let Ok(number) = number.parse() {
            open_menu(
                desk,
                DutyNumber(number),
                &element,
                format!(".grid [data-duty='{number}']"),
            );
        }
        return;
    }
    if let Some(toggle) = document::around(event, ".toggle") {
        rows::fold(&toggle);
    }
}

/// Opens the status menu of a duty below the control that asks for it. Nothing opens where nothing can be changed.
pub fn open_menu(desk: Desk, duty: DutyNumber, element: &web_sys::Element, opener: String) {
    if usize::from(duty.0) >= ACCORD.duties.len() || !desk.can_change(ACCORD.obligation_of(duty)) {
        return;
    }
    let (left, top, _, bottom) = document::place_of(element);
    desk.menu.set(Some(MenuPlace {
        duty,
        place: (left, top, bottom),
        opener,
    }));
}

/// Arrows go from row to row and from cell to cell, Home and End to the ends.
fn on_key(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || !WAYS.contains(&event.key().as_str()) {
        return;
    }
    let Some(focused) = document::focused() else { return };
    let stops = document::all(STOPS);
    let Some(now) = stops.iter().position(|stop| *stop == focused) else {
        return;
    };
    let same_row = |a: &HtmlElement, b: &HtmlElement| row_of(a) == row_of(b);
    let column = stops[..now]
        .iter()
        .rev()
        .take_while(|stop| same_row(stop, &focused))
        .count();
    if let Some(unfold) = folding(&focused, &event.key()) {
        event.prevent_default();
        if unfold {
            focused.click();
        }
        return;
    }
    let target = match event.key().as_str() {
        "ArrowRight" => stops.get(now + 1).filter(|stop| same_row(stop, &focused)),
        "ArrowLeft" => now
            .checked_sub(1)
            .and_then(|place| stops.get(place))
            .filter(|stop| same_row(stop, &focused)),
        "ArrowDown" => stops[now..]
            .iter()
            .find(|stop| !same_row(stop, &focused))
            .map(|first| at_column(&stops, first, column)),
        "ArrowUp" => stops[..now]
            .iter()
            .rev()
            .find(|stop| !same_row(stop, &focused))
            .map(|last| at_column(&stops, last, column)),
        "Home" => stops.first(),
        "End" => stops.last().map(|last| at_column(&stops, last, 0)),
        _ => return,
    };
    event.prevent_default();
    if let Some(target) = target {
        let _ = target.focus();
    }
}

/// The stop of another row that stands in the same column, or the last one of that row.
fn at_column<'a>(stops: &'a [HtmlElement], inside: &'a HtmlElement, column: usize) -> &'a HtmlElement {
    let row = row_of(inside);
    let in_row: Vec<&HtmlElement> = stops.iter().filter(|stop| row_of(stop) == row).collect();
    in_row.get(column).or(in_row.last()).copied().unwrap_or(inside)
}

fn row_of(element: &HtmlElement) -> Option<web_sys::Element> {
    element.closest("[role=row]").ok().flatten()
}

/// On the head of a group the arrows fold and unfold: whether this key changes anything there. `None` elsewhere.
fn folding(focused: &HtmlElement, key: &str) -> Option<bool> {
    let open = focused
        .class_list()
        .contains("toggle")
        .then(|| focused.get_attribute("aria-expanded"))??;
    match key {
        "ArrowLeft" => Some(open == "true"),
        "ArrowRight" => Some(open == "false"),
        _ => None,
    }
}

/// The list is one stop of the Tab key: the one that had the focus last.
fn on_focus() {
    let Some(focused) = document::focused() else { return };
    if focused.tab_index() == 0 {
        return;
    }
    for other in document::all(".grid [tabindex='0']") {
        let _ = other.set_attribute("tabindex", "-1");
    }
    let _ = focused.set_attribute("tabindex", "0");
}

/// Marks the words of a query in the titles of these obligations, and no others.
pub fn mark_titles(words: &Locale, query: &Query, shown: impl Iterator<Item = u16>) {
    let units = |text: &str| text.encode_utf16().count() as u32;
    let spans = |title: &str| {
        marks(query, title)
            .into_iter()
            .map(|span| (units(&title[..span.start]), units(&title[..span.end])))
            .collect()
    };
    let found: Vec<(String, Vec<(u32, u32)>)> = shown
        .filter(|_| !query.is_empty())
        .map(|number| &ACCORD.obligations[usize::from(number)])
        .map(|obligation| (obligation.id.to_owned(), spans(words.title_of(obligation))))
        .collect();
    highlight::mark(&found);
}
