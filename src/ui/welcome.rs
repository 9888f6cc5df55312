//! A short word to who comes for the first time: what this is, and two ways to begin.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::checklist::View;
use crate::review::Change;
use crate::ui::desk::{Desk, ToastAction, desk};
use leptos::prelude::*;

/// The first-visit panel: shown while there is no review and no snapshot. It is part of the prerendered page, so that nothing shifts.
#[component]
pub fn Welcome() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let elsewhere = move || desk.view() != View::Checklist || desk.open.get().is_some();
    let begun = move || desk.head.with(|head| head.name.is_some());
    // Who comes by a filter or searches has found the list.
    let narrowed = move || desk.address.with(|address| !address.filter.is_empty());
    let linked = move || desk.snapshot.with(Option::is_some) || desk.fault.with(Option::is_some);
    let away = move || begun() || elsewhere() || narrowed() || linked();
    view! {
        <section class="welcome" hidden=away aria-label=words.first_label>
            <div class="welcome-inner">
            <h2>{(words.first_title)(ACCORD.obligations.len())}</h2>
            <p>{words.first_text}</p>
            <div class="ways">
                <div>
                    <h3>{words.start_blank}</h3>
                    <p>{words.start_blank_text}</p>
                    <button type="button" class="button primary" on:click=move |_| { desk.start_blank(); to_list(); }>{words.start_blank}</button>
                </div>
                <div>
                    <h3>{words.start_record}</h3>
                    <p>{words.start_record_text}</p>
                    <button type="button" class="button" on:click=move |_| from_record(desk)>{words.start_record}</button>
                </div>
            </div>
            </div>
        </section>
    }
}

/// The panel is gone: the focus goes to the list, and the page begins where it now begins.
fn to_list() {
    document::focus("#list");
    window::to_top();
}

fn from_record(desk: Desk) {
    to_list();
    if desk.change(Change::TakeRecord) {
        desk.say_with(desk.words.started_record.to_owned(), Some(ToastAction::Undo));
    }
}
