//! The list: its head, its rows (`rows.rs`), and what is said of it on paper.

use crate::accord::ACCORD;
use crate::browser::window;
use crate::catalogue::Moment;
use crate::checklist::{Arrangement, Grouping, Order};
use crate::share::named;
use crate::ui::desk::{Sheet, desk};
use crate::ui::grid;
use crate::ui::later::{self, Act};
#[cfg(feature = "ssr")]
use crate::ui::markup::prerendered;
use crate::ui::parts::Icon;
use crate::ui::rail::{Chips, NothingFound};
use crate::ui::rows::{self, MOST_ROWS, is_large};
use leptos::prelude::*;

/// The list with its head.
#[component]
pub fn List() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let all = ACCORD.obligations.len();
    let shown = move || (words.shown)(desk.shown.get(), all);
    let title = move || match desk.snapshot.get() {
        Some(snapshot) if snapshot.title.is_empty() => words.snapshot.to_owned(),
        Some(snapshot) => (words.snapshot_of)(&named(&snapshot.title)),
        None => words.views[0].to_owned(),
    };
    rows::follow(desk);
    #[cfg(feature = "ssr")]
    let stands = prerendered(&rows::prerendered(words));
    // Taken over as they stand in the page.
    #[cfg(not(feature = "ssr"))]
    let stands = ();
    view! {
        <section class="list" id="list" tabindex="-1" aria-label=words.views[0]>
            <div class="list-head">
                <div>
                    <h1>{title}</h1>
                    <p class="shown" role="status">{shown}</p>
                </div>
                <Arrange/>
            </div>
            <Chips/>
            <div
                class="grid"
                role="treegrid"
                aria-label=words.views[0]
                on:click=move |event| grid::on_click(desk, &event)
                on:keydown=move |event| grid::on_key(&event)
                on:focusin=move |_| grid::on_focus()
                {..stands}
            ></div>
            <More/>
            <NothingFound/>
        </section>
    }
}

/// More rows, where not all that pass the filter stand in the page.
#[component]
fn More() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let left = Memo::new(move |_| match is_large() {
        true => desk.shown.get().saturating_sub(desk.rows.get()),
        false => 0,
    });
    view! {
        <p class="more" hidden=move || left.get() == 0>
            <button type="button" class="button" on:click=move |_| desk.rows.update(|rows| *rows += MOST_ROWS)>
                {move || (words.more_rows)(left.get().min(MOST_ROWS), left.get())}
            </button>
        </p>
    }
}

/// What stands on paper and not on the screen: whose it is, of which edition, when and where from.
#[component]
pub fn PrintHead() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let now = RwSignal::new(0);
    Effect::new(move |_| {
        let tell = move || now.set(window::now() as i64);
        tell();
        window::on_print(move || {
            tell();
            later::act_if_here(desk, Act::Texts);
        });
    });
    let line = move || {
        let moment = now.get();
        (moment > 0).then(|| {
            let moment = words.moment(Moment::of_milliseconds(moment));
            (words.printed)(&(words.edition)(ACCORD.edition().version), &moment)
        })
    };
    let place = move || {
        desk.ready.get().then(|| {
            let fragment = desk.address.with(|address| address.write(&ACCORD));
            match desk.snapshot.with(Option::is_none) && !fragment.is_empty() {
                true => format!("{}#{fragment}", window::address()),
                false => window::address(),
            }
        })
    };
    // An opened snapshot says in its banner whose it is.
    let whose = move || {
        let own = desk.snapshot.with(Option::is_none);
        desk.head.with(|head| {
            head.name
                .as_deref()
                .filter(|_| own)
                .map(|name| view! { <b>{named(name)}</b><br/> })
        })
    };
    view! { <p class="print-head">{whose}{line}<br/>{place}</p> }
}

/// How the list is grouped and ordered; and setting all that is shown at once.
#[component]
fn Arrange() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let now = move || desk.address.with(|address| address.arrangement);
    let groupings = Grouping::ALL.into_iter().zip(words.groupings).map(|(group, word)| {
        view! { <option value=group.name() prop:selected=move || now().group == group>{word}</option> }
    });
    let orders = Order::ALL.into_iter().zip(words.orders).map(|(order, word)| {
        view! { <option value=order.name() prop:selected=move || now().order == order>{word}</option> }
    });
    view! {
        <div class="arrange">
            <label><span>{words.group_by}</span>
                <select class="field" on:change=move |event| {
                    let group = Grouping::of_name(&event_target_value(&event)).unwrap_or_default();
                    desk.set_arrangement(Arrangement { group, ..now() });
                }>{groupings.collect_view()}</select>
            </label>
            <label><span>{words.order_by}</span>
                <select class="field" on:change=move |event| {
                    let order = Order::of_name(&event_target_value(&event)).unwrap_or_default();
                    desk.set_arrangement(Arrangement { order, ..now() });
                }>{orders.collect_view()}</select>
            </label>
            <button type="button" class="button" disabled=move || desk.snapshot.with(Option::is_some) || desk.shown.get() == 0
                on:click=move |_| desk.sheet.set(Some(Sheet::SetMany))>{words.set_many}</button>
            <button type="button" class="icon-button" aria-label=words.print title=words.print on:click=move |_| window::print()><Icon name="print"/></button>
        </div>
    }
}
