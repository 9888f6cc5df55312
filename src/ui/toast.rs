//! The message at the bottom, one at a time, and what it offers.

use crate::browser::{document, window};
use crate::language::Offered;
use crate::share::visible;
use crate::ui::desk::{Desk, ToastAction};
use crate::ui::later::{self, Act};
use crate::ui::markup::{draw, empty};
use crate::ui::{bind, languages};
use crate::views::frame::toast;
use crate::views::page::place;
use leptos::prelude::*;

/// Keeps the message that is shown.
pub fn follow(desk: Desk) {
    let words = desk.words;
    bind::effect(move || {
        let toast_now = desk.toast.get();
        let Some(area) = document::by_id(place::TOAST) else {
            return;
        };
        let Some(now) = toast_now else {
            if area.has_child_nodes() {
                empty(&area);
            }
            return;
        };
        let offer = now.action.map(|action| match action {
            ToastAction::Undo | ToastAction::UndoShelf => words.undo,
            ToastAction::Update => words.update_now,
            ToastAction::Reopen => words.reopen,
            ToastAction::Language(code) => Offered::of(code).name,
        });
        draw(&area, &[toast(words, &visible(&now.text), now.language, offer)]);
    });
}

/// Does what the message offers.
pub fn act(desk: Desk) {
    let action = desk
        .toast
        .with_untracked(|toast| toast.as_ref().and_then(|toast| toast.action));
    desk.toast.set(None);
    match action {
        Some(ToastAction::Undo) => desk.undo(),
        Some(ToastAction::UndoShelf) => later::act(desk, Act::UndoShelf),
        Some(ToastAction::Update) => window::tell_boot("update"),
        Some(ToastAction::Reopen) => later::act(desk, Act::Reopen),
        Some(ToastAction::Language(code)) => languages::go_to(desk, Offered::of(code)),
        None => {}
    }
}
