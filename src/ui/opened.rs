//! A snapshot that is open: its banner, and the box into which a link is pasted that did not come as a link.

use crate::accord::ACCORD;
use crate::browser::window;
use crate::checklist::{Place, View};
use crate::share::since;
use crate::ui::desk::{Desk, desk};
use crate::ui::parts::Icon;
use crate::ui::start::open_link;
use crate::views::share as views;
use leptos::prelude::*;

/// The banner of the opened snapshot, and its one line that stays when the reader scrolls.
#[component]
pub fn Opened() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let Some(snapshot) = desk.snapshot.get_untracked() else {
        return ().into_any();
    };
    let (title, line) = views::banner(words, &snapshot);
    let version = |number: usize| ACCORD.editions.get(number).map(|edition| edition.version);
    let other = since(&ACCORD, snapshot.edition).map(|since| {
        let theirs = version(snapshot.edition).unwrap_or_default();
        let note = (words.later().snapshot_edition)(theirs, ACCORD.edition().version);
        let changes = (words.later().share.since)(since.added, since.gone);
        view! { <p>{note}" "{changes}" "<a href="method.html#editions">{words.later().share.change_log}</a></p> }
    });
    let short = title.clone();
    view! {
        <p class="banner-line" aria-hidden="true"><span><Icon name="lock"/>{short}</span></p>
        <section class="banner" aria-label=words.snapshot>
            <Icon name="lock"/>
            <div>
                <h2>{title}</h2>
                <p>{line}" "{words.later().snapshot_note}</p>
                {other}
            </div>
            <button type="button" class="button dismiss" on:click=move |_| desk.dismiss_snapshot()><Icon name="close"/><span>{words.dismiss}</span></button>
            <button type="button" class="button keep" on:click=move |_| desk.keep_snapshot()>{words.later().keep}</button>
            <button type="button" class="button primary" on:click=move |_| compare(desk)><Icon name="compare"/>{words.later().share.compare}</button>
        </section>
    }
    .into_any()
}

/// Goes to the comparison with the own review.
fn compare(desk: Desk) {
    desk.go_to(Place::View(View::Compare));
}

/// The box for a link that an app broke, or that is to be opened in the installed app.
#[component]
pub fn LinkBox() -> impl IntoView {
    let desk = desk();
    let words = &desk.words.later().share;
    let pasted = RwSignal::new(String::new());
    let nothing = RwSignal::new(false);
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if open_link(desk, &pasted.get_untracked()) {
            desk.address
                .update(|address| address.place = Place::View(View::Checklist));
            window::to_top();
        } else {
            nothing.set(true);
        }
    };
    view! {
        <section class="card" aria-label=words.box_title>
            <h2>{words.box_title}</h2>
            <p class="hint">{words.box_text}</p>
            <form class="link-box" on:submit=open>
                <label><span>{desk.words.later().paste_link}</span>
                    <textarea class="field" rows="2" prop:value=pasted
                        on:input=move |event| { nothing.set(false); pasted.set(event_target_value(&event)); }></textarea>
                </label>
                <button type="submit" class="button">{desk.words.later().open_link}</button>
                <p role="alert">{move || nothing.get().then_some(words.box_nothing)}</p>
            </form>
        </section>
    }
}
