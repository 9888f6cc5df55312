//! What a short word to who comes for the first time offers: two ways to begin (`views/page.rs`).

use crate::browser::{document, window};
use crate::checklist::View;
use crate::review::Change;
use crate::ui::bind;
use crate::ui::desk::{Desk, ToastAction};
use leptos::prelude::*;

/// Shows the panel while there is no review and no snapshot, to who has not found the list by a filter.
pub fn follow(desk: Desk) {
    bind::flag(".welcome", "hidden", move || {
        let begun = desk.head.with(|head| head.name.is_some());
        let elsewhere = desk.view() != View::Checklist || desk.open.get().is_some();
        let narrowed = desk.address.with(|address| !address.filter.is_empty());
        let linked = desk.snapshot.with(Option::is_some) || desk.fault.with(Option::is_some);
        begun || elsewhere || narrowed || linked
    });
}

/// The panel is gone: the focus goes to the list, and the page begins where it now begins.
fn to_list() {
    document::focus("#list");
    window::to_top();
}

/// Begins a blank review.
pub fn blank(desk: Desk) {
    desk.start_blank();
    to_list();
}

/// Begins a review with what the record says.
pub fn from_record(desk: Desk) {
    to_list();
    if desk.change(Change::TakeRecord) {
        desk.say_with(desk.words.started_record.to_owned(), Some(ToastAction::Undo));
    }
}
