//! Search and filters, and what is said of the edition below them. On a small screen the filters are a drawer.

use crate::accord::ACCORD;
use crate::browser::document;
use crate::catalogue::Status;
use crate::checklist::Filter;
use crate::markup::element;
use crate::review::Tally;
use crate::ui::desk::{Desk, Sheet, desk};
#[cfg(feature = "ssr")]
use crate::ui::markup::prerendered;
use crate::ui::markup::{Drawn, draw_inside};
use crate::ui::parts::Icon;
use crate::views::rail;
use leptos::ev::Event;
use leptos::prelude::*;

/// Search and filters.
#[component]
pub fn Rail() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let edition = ACCORD.edition();
    let open = move || desk.sheet.get() == Some(Sheet::Filters);
    let typed = move || desk.address.with(|address| address.filter.words.clone());
    let on = move || desk.address.with(|address| address.filter.chips().len());
    follow(desk);
    #[cfg(feature = "ssr")]
    let stands = prerendered(&rail::filters(words));
    // Taken over as they stand in the page.
    #[cfg(not(feature = "ssr"))]
    let stands = ();
    view! {
        <aside class="rail" aria-label=words.filters>
            <div class="search-row">
                <label class="search">
                    <span class="hidden-name">{words.search}</span>
                    <Icon name="search"/>
                    <input
                        type="search"
                        class="field"
                        placeholder=words.search
                        title=words.search_hint
                        prop:value=typed
                        on:input=move |event| search(desk, event_target_value(&event))
                    />
                    <kbd aria-hidden="true">"/"</kbd>
                </label>
                <button
                    type="button"
                    class="button filter-toggle"
                    aria-expanded=move || if open() { "true" } else { "false" }
                    on:click=move |_| desk.sheet.update(|sheet| *sheet = if sheet.is_none() { Some(Sheet::Filters) } else { None })
                >
                    <Icon name="filter"/>
                    {move || (words.filter_open)(on())}
                </button>
            </div>
            <div class="filters" class:open=open>
                <div on:change=move |event| choose(desk, &event) {..stands}></div>
                <p class="filters-done">
                    <button type="button" class="button primary" on:click=move |_| desk.sheet.set(None)>{words.filter_done}</button>
                </p>
            </div>
            <div class="rail-foot">
                <p><b>{(words.edition)(edition.version)}</b>" · "{move || (words.record_followed_to)(&desk.dated(|| words.moment(edition.as_of)))}</p>
                <p>{words.unofficial}" "{words.private}</p>
            </div>
        </aside>
    }
}

fn search(desk: Desk, typed: String) {
    desk.set_filter(Filter {
        words: typed,
        ..desk.filter()
    });
}

/// Puts what was chosen into the filter, or takes it out.
fn choose(desk: Desk, event: &Event) {
    let chosen = document::data_of(event, rail::OPTION);
    let chip = chosen.and_then(|(_, place)| rail::options().get(place.parse::<usize>().ok()?).copied());
    if let Some(chip) = chip {
        let mut filter = desk.filter();
        filter.toggle(chip);
        desk.set_filter(filter);
    }
}

/// Keeps the prerendered options true: what is chosen, how many duties have each status, and days told in other years.
fn follow(desk: Desk) {
    let options = rail::options();
    Effect::new(move |before: Option<Vec<bool>>| {
        let now: Vec<bool> = desk
            .address
            .with(|address| options.iter().map(|&chip| address.filter.has(chip)).collect());
        if before.as_ref() != Some(&now) {
            for (input, &on) in document::all(".filters input").iter().zip(&now) {
                document::set_checked(input, on);
            }
        }
        now
    });
    Effect::new(move |before: Option<Tally>| {
        let now = desk.total.get();
        let as_prerendered = before.is_none() && now.count(Status::NotAssessed) == now.total();
        if !as_prerendered {
            let counts = document::all(".filters .count");
            for (count, status) in counts.iter().zip(Status::ALL) {
                let told = now.count(status).to_string();
                if count.text_content().as_ref() != Some(&told) {
                    count.set_text_content(Some(&told));
                }
            }
        }
        now
    });
    if desk.words.era != 0 {
        Effect::new(move || {
            let days =
                desk.dated(|| (0..ACCORD.instruments.len() as u8).map(|number| rail::day_of(desk.words, number)));
            for (place, day) in document::all(".filters small").iter().zip(days) {
                draw_inside(place, &day);
            }
        });
    }
}

/// The filters that are on, each with what would be shown without it.
#[component]
pub fn Chips() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let chips = move || {
        let filter = desk.address.with(|address| address.filter.clone());
        let chips = rail::chips(words, &filter, |filter| count(desk, filter));
        let area = element("div");
        match chips.is_empty() {
            true => area,
            false => area.child(
                element("div")
                    .class("chips")
                    .children(chips)
                    .child(rail::lift_all(words, "link")),
            ),
        }
    };
    view! { <Drawn content=chips/> }
}

/// Nothing passes the filter: which part to lift.
#[component]
pub fn NothingFound() -> impl IntoView {
    let desk = desk();
    let content = move || {
        let filter = desk.address.with(|address| address.filter.clone());
        let area = element("div");
        match desk.shown.get() {
            0 => area.child(rail::nothing_found(desk.words, &filter, |filter| count(desk, filter))),
            _ => area,
        }
    };
    view! { <Drawn content=content/> }
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
