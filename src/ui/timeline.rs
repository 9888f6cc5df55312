//! The timeline with what it can be narrowed to. Words, texts and themes are those of the filter, which the address keeps.

use crate::accord::ACCORD;
use crate::checklist::Numbers;
use crate::ui::desk::{Desk, desk};
use crate::ui::markup::{Drawn, DrawnInline, with_pack};
use crate::views::timeline::{self, KINDS, Shown};
use crate::views::{Pack, without_prose};
use leptos::prelude::*;

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let shown = RwSignal::new(Shown::default());
    let filter = Memo::new(move |_| desk.address.with(|address| address.filter.clone()));
    let content = move || {
        let shown = shown.get();
        let own = if shown.own_changes {
            desk.head.track();
            desk.with_review(timeline::own_days).unwrap_or_default()
        } else {
            Vec::new()
        };
        with_pack(desk, |pack| match pack {
            Pack::Here(prose) => filter.with(|filter| timeline::timeline(words, prose, filter, &shown, &own)),
            Pack::Waiting => without_prose(words, false),
            Pack::Failed => without_prose(words, true),
        })
    };
    let texts = (0..)
        .zip(ACCORD.instruments)
        .map(|(number, one)| format!("{} {}", one.id, words.instrument(number)));
    let themes = (0..ACCORD.themes.len() as u8).map(|number| words.theme(number).to_owned());
    let kinds = KINDS.iter().enumerate().map(|(kind, _)| {
        let toggle = move |event| shown.update(|shown| shown.without[kind] = !event_target_checked(&event));
        view! {
            <label class="mark">
                <input type="checkbox" checked on:change=toggle/>
                <DrawnInline class="node-box" content=timeline::node(kind)/>
                {words.later().event_kinds[kind]}
            </label>
        }
    });
    view! {
        <div class="timeline">
            <header class="timeline-head">
                <h1>{words.views[2]}</h1>
                <p>{words.later().timeline_text}</p>
                <div class="form-row">
                    <label><span>{words.later().texts.search_events}</span>
                        <input type="search" class="field" prop:value=move || filter.with(|filter| filter.words.clone())
                            on:input=move |event| set(desk, |filter| filter.words = event_target_value(&event))/>
                    </label>
                    <Choice name=words.later().filter_text options=texts.collect() chosen=Signal::derive(move || filter.with(|filter| filter.instruments))
                        choose=move |numbers| set(desk, |filter| filter.instruments = numbers)/>
                    <Choice name=words.later().filter_theme options=themes.collect() chosen=Signal::derive(move || filter.with(|filter| filter.themes))
                        choose=move |numbers| set(desk, |filter| filter.themes = numbers)/>
                    <fieldset class="marks-row">
                        <legend class="hidden-name">{words.later().filter_kind}</legend>
                        {kinds.collect_view()}
                    </fieldset>
                    <label class="mark">
                        <input type="checkbox" on:change=move |event| shown.update(|shown| shown.own_changes = event_target_checked(&event))/>
                        {words.later().own_changes}
                    </label>
                </div>
            </header>
            <Drawn content=content/>
        </div>
    }
}

fn set(desk: Desk, change: impl FnOnce(&mut crate::checklist::Filter)) {
    let mut filter = desk.address.with_untracked(|address| address.filter.clone());
    change(&mut filter);
    desk.set_filter(filter);
}

/// One of a list of things, or all of them. More than one may have been chosen in the checklist: then it says so.
#[component]
fn Choice(
    name: &'static str,
    options: Vec<String>,
    chosen: Signal<Numbers>,
    choose: impl Fn(Numbers) + 'static,
) -> impl IntoView {
    let words = desk().words;
    let several = move || chosen.with(|chosen| chosen.iter().count() > 1);
    let options = options.into_iter().enumerate().map(|(number, text)| {
        let selected = move || !several() && chosen.with(|chosen| chosen.has(number as u8));
        view! { <option value=number.to_string() selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    let change = move |event| {
        let mut numbers = Numbers::default();
        if let Ok(number) = event_target_value(&event).parse() {
            numbers.insert(number);
        }
        choose(numbers);
    };
    view! {
        <label><span>{name}</span>
            <select class="field" on:change=change>
                <option value="">{words.later().all}</option>
                {move || several().then(|| view! { <option value="several" selected disabled>{words.later().several}</option> })}
                {options}
            </select>
        </label>
    }
}
