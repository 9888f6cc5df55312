//! How the store does: what it takes, whether the browser keeps it, and the word on saving a copy.

use crate::browser::{health, window};
use crate::review::backup::Copies;
use crate::ui::desk::{Desk, desk};
use crate::ui::parts::Icon;
use leptos::prelude::*;

/// Letters that browsers give an origin for such a store: five million of two bytes each.
const ROOM: usize = 5 << 20;

impl Desk {
    /// Looks whether a word on saving a copy is in place.
    pub fn see_whether_to_remind(&self) {
        let Some(store) = self.store.get_value() else { return };
        let due = self.with_review(|review| {
            let last = store.copied(review.id());
            let since = last.unwrap_or(0);
            let acts = review
                .history()
                .iter()
                .filter(|entry| entry.stamp.milliseconds() > since);
            let copies = Copies {
                last,
                put_off: store.was_put_off(),
                begun: review.created().milliseconds(),
                acts: acts.count(),
                may_be_cleared: health::may_clear_after_a_week(),
            };
            copies.are_due(window::now())
        });
        if due == Some(true) {
            self.reminder.set(true);
        }
    }

    fn put_off_copy(&self) {
        self.reminder.set(false);
        if let Some(store) = self.store.get_value() {
            store.put_off(window::now());
        }
    }
}

/// The word on saving a copy: once in a while, and only where there is work to lose.
#[component]
pub fn Reminder() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let save = move |_| {
        if let Some(id) = desk.open_id() {
            desk.save_file(&id);
        }
    };
    let line = move || {
        desk.reminder.get().then(|| {
            view! {
                <div class="notice quiet" role="status">
                    <Icon name="download"/>
                    <p>{words.later().reviews.reminder}</p>
                    <button type="button" class="link" on:click=save>{words.later().save_file}</button>
                    <button type="button" class="link" on:click=move |_| desk.put_off_copy()>{words.later().not_now}</button>
                </div>
            }
        })
    };
    view! { {line} }
}

/// The part of the page on reviews that tells how the store does.
#[component]
pub fn Health() -> impl IntoView {
    let desk = desk();
    let words = &desk.words.later().reviews;
    let kept = RwSignal::new(None::<bool>);
    leptos::task::spawn_local(async move { kept.set(health::is_kept().await) });
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let answer = health::keep().await;
            kept.set(answer);
            if answer != Some(true) {
                desk.say(desk.words.later().reviews.keep_refused);
            }
        })
    };
    let used = move || {
        desk.keeping.shelf.track();
        desk.head.track();
        let letters = desk.store.get_value().map_or(0, |store| store.letters());
        (words.used)(letters.div_ceil(1_000), ROOM / 1_000)
    };
    let promise = move || match kept.get() {
        Some(true) => words.kept_by_browser,
        Some(false) => words.not_kept_by_browser,
        None => words.keeping_unknown,
    };
    let copied = move || {
        desk.keeping.shelf.track();
        desk.head.track();
        let store = desk.store.get_value();
        let copied = desk.open_id().and_then(|id| store?.copied(&id));
        copied.map_or_else(
            || words.never_copied.to_owned(),
            |time| {
                (words.copied)(
                    &desk
                        .words
                        .moment(crate::catalogue::Moment::of_milliseconds(time as i64)),
                )
            },
        )
    };
    view! {
        <section class="card" aria-label=words.storage>
            <h2>{words.storage}</h2>
            <ul class="facts-list">
                <li>{used}</li>
                <li>
                    {promise}
                    <Show when=move || kept.get() == Some(false)>
                        " "<button type="button" class="link" on:click=ask>{words.ask_to_keep}</button>
                    </Show>
                </li>
                <li>{copied}</li>
                {health::may_clear_after_a_week().then(|| view! { <li><b>{words.seven_days}</b></li> })}
                <li>{words.bounds}</li>
            </ul>
        </section>
    }
}
