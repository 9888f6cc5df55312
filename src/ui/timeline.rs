//! Events in the order of time, with the obligations they bear on.

use crate::accord::ACCORD;
use crate::catalogue::moment::{Moment, of_number};
use crate::catalogue::prose::{EventProse, Prose};
use crate::checklist::Place;
use crate::review::{Target, Value};
use crate::ui::desk::{Desk, ProseState, desk};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of events as classes of their nodes.
const KINDS: [&str; 5] = ["agreement", "incident", "meeting", "step", "statement"];

/// What the timeline shows besides the events.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Shown {
    instrument: Option<u8>,
    theme: Option<u8>,
    own_changes: bool,
}

/// One line of the timeline: an event of the record, or a day on which the person changed statuses.
struct Entry {
    /// Minutes since 1970 UTC, to put lines in order.
    at: i64,
    view: AnyView,
}

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let shown = RwSignal::new(Shown::default());
    let list = move || {
        let ProseState::Here(prose) = desk.prose.get() else {
            return crate::ui::detail::without_prose(desk);
        };
        let shown = shown.get();
        let events = prose.events.iter().filter(|event| passes(event, shown));
        let mut entries: Vec<Entry> = events.map(|event| event_entry(desk, event, &prose)).collect();
        let count = entries.len();
        if shown.own_changes {
            desk.head.track();
            entries.extend(own_entries(desk));
            entries.sort_by_key(|entry| entry.at);
        }
        let views: Vec<AnyView> = entries.into_iter().map(|entry| entry.view).collect();
        view! {
            <p class="shown" role="status">{(words.events_shown)(count, prose.events.len())}</p>
            <ol class="events">{views}</ol>
        }
        .into_any()
    };
    let instruments = ACCORD.instruments.iter().enumerate().map(|(number, one)| {
        view! { <option value=number.to_string()>{one.id}" "{one.name}</option> }
    });
    let themes = ACCORD
        .themes
        .iter()
        .enumerate()
        .map(|(number, one)| view! { <option value=number.to_string()>{one.name}</option> });
    view! {
        <div class="timeline">
            <h1>{words.views[2]}</h1>
            <p>{words.timeline_text}</p>
            <div class="form-row">
                <label><span>{words.filter_text}</span>
                    <select class="field" on:change=move |event| shown.update(|shown| shown.instrument = event_target_value(&event).parse().ok())>
                        <option value="">{words.all}</option>
                        {instruments.collect_view()}
                    </select>
                </label>
                <label><span>{words.filter_theme}</span>
                    <select class="field" on:change=move |event| shown.update(|shown| shown.theme = event_target_value(&event).parse().ok())>
                        <option value="">{words.all}</option>
                        {themes.collect_view()}
                    </select>
                </label>
                <label class="mark">
                    <input type="checkbox" on:change=move |event| shown.update(|shown| shown.own_changes = event_target_checked(&event))/>
                    {words.own_changes}
                </label>
            </div>
            {list}
        </div>
    }
}

/// Whether an event concerns the chosen text and theme: itself, or by an obligation that it bears on.
fn passes(event: &EventProse, shown: Shown) -> bool {
    let of = |number: u16| &ACCORD.obligations[usize::from(number)];
    let text = shown.instrument.is_none_or(|wanted| {
        event.instruments.contains(&wanted) || event.bears_on.iter().any(|&number| of(number).instrument == wanted)
    });
    let theme = shown
        .theme
        .is_none_or(|wanted| event.bears_on.iter().any(|&number| of(number).theme == wanted));
    text && theme
}

fn event_entry(desk: Desk, event: &EventProse, prose: &Prose) -> Entry {
    let words = desk.words;
    let moment = Moment::parse(&event.date);
    let mut date = moment.map(|date| words.moment(date)).unwrap_or_default();
    if let Some(until) = Moment::parse(&event.until) {
        date = format!("{date} – {}", words.moment(until));
    }
    let kind = usize::from(event.kind).min(KINDS.len() - 1);
    let tags: Vec<AnyView> = event
        .bears_on
        .iter()
        .map(|&number| obligation_tag(desk, number))
        .collect();
    let mut publishers: Vec<&str> = event
        .sources
        .iter()
        .filter_map(|id| prose.sources.get(id))
        .map(|source| source.publisher.as_str())
        .collect();
    publishers.dedup();
    let place = (!event.place.is_empty()).then(|| format!(" · {}", event.place));
    let view = view! {
        <li class=format!("event {}", KINDS[kind])>
            <p class="date">{date}</p>
            <div>
                <p class="kind">{words.event_kinds[kind]}{place}{event.contested.then(|| view! { <span class="tag">{words.contested}</span> })}</p>
                <p>{event.text.clone()}</p>
                <p class="tags">{tags}</p>
                <p class="origin">{publishers.join("; ")}</p>
            </div>
        </li>
    };
    Entry {
        at: moment.map(Moment::first_minute).unwrap_or_default(),
        view: view.into_any(),
    }
}

/// The days on which the person changed statuses, each with what was changed.
fn own_entries(desk: Desk) -> Vec<Entry> {
    let words = desk.words;
    let mut days: BTreeMap<i32, BTreeSet<u16>> = BTreeMap::new();
    desk.with_review(|review| {
        for entry in review.history() {
            let day = Moment::of_milliseconds(entry.stamp.milliseconds() as i64).day_number();
            for edit in &entry.edits {
                if let (Target::Duty(duty), Value::Status(..)) = (&edit.target, &edit.after) {
                    days.entry(day).or_default().insert(ACCORD.duty(*duty).obligation);
                }
            }
        }
    });
    let entry = |(day, numbers): (i32, BTreeSet<u16>)| {
        let moment = Moment::of_day(of_number(day));
        let tags: Vec<AnyView> = numbers.iter().map(|&number| obligation_tag(desk, number)).collect();
        let view = view! {
            <li class="event own">
                <p class="date">{words.moment(moment)}</p>
                <div><p class="kind">{(words.own_day)(numbers.len())}</p><p class="tags">{tags}</p></div>
            </li>
        };
        Entry {
            at: moment.first_minute(),
            view: view.into_any(),
        }
    };
    days.into_iter().map(entry).collect()
}

/// An obligation as a tag that opens it.
pub fn obligation_tag(desk: Desk, number: u16) -> AnyView {
    let obligation = &ACCORD.obligations[usize::from(number)];
    view! {
        <a class="tag-link" href=format!("#{}", obligation.id) title=obligation.title
            on:click=move |event| { event.prevent_default(); desk.go_to(Place::Obligation(number)); }>{obligation.id}</a>
    }
    .into_any()
}
