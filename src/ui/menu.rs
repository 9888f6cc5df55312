//! The status menu: nine statuses with their meaning. Keys 1 to 9 choose; on a small screen it is a sheet at the bottom.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::catalogue::Status;
use crate::review::Change;
use crate::ui::bind;
use crate::ui::desk::{Desk, ToastAction};
use crate::ui::markup::{draw, empty};
use crate::views::menu;
use crate::views::page::place;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Height of the menu, in CSS pixels, to decide whether it opens upward.
const HEIGHT: f64 = 440.0;
/// Its width.
const WIDTH: f64 = 400.0;

/// Shows the menu where one is open, and hears what is done in it.
pub fn follow(desk: Desk) {
    if let Some(area) = document::by_id(place::MENU) {
        document::listen(&area, "click", move |event| on_click(desk, &event));
        document::listen(&area, "keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                on_key(desk, key);
            }
        });
    }
    bind::effect(move || {
        let at = desk.menu.get();
        let Some(area) = document::by_id(place::MENU) else {
            return;
        };
        let Some(at) = at else {
            return window::after_paint(move || {
                if desk.menu.with_untracked(Option::is_none) {
                    empty(&area);
                }
            });
        };
        document::set_attribute(&area, "hidden", None);
        let present = desk.cell(at.duty).with_untracked(|cell| cell.status);
        draw(&area, &menu::of_duty(desk.words, at.duty, present));
        let (left, top) = corner(at.place);
        if let Some(menu) = document::all(".menu").first() {
            document::set_style(menu, "--menu-left", &format!("{left}px"));
            document::set_style(menu, "--menu-top", &format!("{top}px"));
        }
        document::focus(".menu [aria-selected=true]");
    });
}

/// Where the menu's corner goes: below its control, above it where there is no room, inside the window.
fn corner((left, top, bottom): (f64, f64, f64)) -> (i32, i32) {
    let (width, height) = document::size();
    let x = left.min(width - WIDTH - 12.0).max(12.0);
    let y = if bottom + HEIGHT + 12.0 <= height {
        bottom + 4.0
    } else {
        top - HEIGHT - 4.0
    };
    (x as i32, y.min(height - HEIGHT - 12.0).max(12.0) as i32)
}

/// A click beside the menu closes it, one on an option chooses it.
fn on_click(desk: Desk, event: &Event) {
    if document::around(event, ".menu-scrim").is_some() {
        close(desk);
    } else if let Some(option) = document::around(event, "[role=option]") {
        choose(desk, options().iter().position(|one| **one == option));
    }
}

fn options() -> Vec<HtmlElement> {
    // The page is long, and the menu stands at its end.
    document::by_id(place::MENU).map_or_else(Vec::new, |area| document::all_in(&area, "[role=option]"))
}

fn on_key(desk: Desk, event: &KeyboardEvent) {
    let options = options();
    let focused = document::focused();
    let now = options.iter().position(|one| Some(one) == focused.as_ref());
    let last = options.len().saturating_sub(1);
    let go = |place: usize| {
        if let Some(option) = options.get(place) {
            let _ = option.focus();
        }
    };
    let place = now.unwrap_or_default();
    match event.key().as_str() {
        "ArrowDown" => go((place + 1).min(last)),
        "ArrowUp" => go(place.saturating_sub(1)),
        "Home" => go(0),
        "End" => go(last),
        "Enter" | " " => choose(desk, now),
        "Escape" | "Tab" => close(desk),
        digit => match digit.parse::<usize>() {
            Ok(number) if (1..=9).contains(&number) => choose(desk, Some(number - 1)),
            _ => return,
        },
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Gives the duty of the open menu the status with this number.
fn choose(desk: Desk, number: Option<usize>) {
    let Some(duty) = desk.menu.with_untracked(|at| at.as_ref().map(|at| at.duty)) else {
        return;
    };
    let Some(status) = number.and_then(|number| Status::ALL.get(number).copied()) else {
        return;
    };
    let obligation = ACCORD.obligation_of(duty);
    let extent = desk.cell(duty).with_untracked(|cell| cell.extent);
    let done = desk.change(Change::SetStatus(vec![duty], status, extent));
    close(desk);
    if done {
        let word = desk.words.status(status, obligation.kind);
        let text = (desk.words.status_set)(obligation.id, desk.words.bearer_of(duty), word);
        desk.say_with(text, Some(ToastAction::Undo));
    }
}

fn close(desk: Desk) {
    if let Some(at) = desk.menu.get_untracked() {
        desk.menu.set(None);
        // Not seen at once, and before the focus goes: for that the browser lays the page out, and it shall do so once. What had the focus
        // is taken out later: that would be one more time.
        if let Some(area) = document::by_id(place::MENU) {
            document::set_attribute(&area, "hidden", Some(""));
        }
        document::focus_in_place(&at.opener);
    }
}
