//! Events in the order of time, with the obligations they bear on, and the days on which the person changed statuses.

use super::{publishers, said, strip, tag};
use crate::accord::ACCORD;
use crate::catalogue::moment::{Moment, of_number};
use crate::catalogue::prose::{EventProse, Prose};
use crate::checklist::{Filter, Query, fold};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use crate::review::{Review, Target, Value};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of events, by the number they have in the prose, as classes of their nodes.
pub const KINDS: [&str; 5] = ["agreement", "incident", "meeting", "step", "statement"];
/// The shapes of their nodes, in a square of 16.
const SHAPES: [&str; 5] = [
    "M1 4.5h14v2H1zM1 9.5h14v2H1z",
    "M8 1 15.5 14.5H.5zM8 4.4 3.3 12.7h9.4z",
    "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
    "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
    "M2 2.5h12v8.5H8.5L5.5 14v-3H2zM4 4.5V9h8V4.5z",
];
/// How many obligations an event shows at once; the others are asked for.
const TAGS_AT_ONCE: usize = 8;

/// What the timeline shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// Kinds that are left out, by their numbers.
    pub without: [bool; 5],
    /// Whether the days of the person's own changes are laid over it.
    pub own_changes: bool,
}

/// A day on which the person changed statuses, with the obligations.
pub struct OwnDay {
    /// The day.
    pub day: Moment,
    /// The obligations, by their numbers.
    pub obligations: Vec<u16>,
}

/// The days on which statuses were changed, oldest first.
pub fn own_days(review: &Review) -> Vec<OwnDay> {
    let mut days: BTreeMap<i32, BTreeSet<u16>> = BTreeMap::new();
    for entry in review.history() {
        let day = Moment::of_milliseconds(entry.stamp.milliseconds() as i64).day_number();
        for edit in &entry.edits {
            if let (Target::Duty(duty), Value::Status(..)) = (&edit.target, &edit.after) {
                days.entry(day).or_default().insert(ACCORD.duty(*duty).obligation);
            }
        }
    }
    let day = |(day, numbers): (i32, BTreeSet<u16>)| OwnDay {
        day: Moment::of_day(of_number(day)),
        obligations: numbers.into_iter().collect(),
    };
    days.into_iter().map(day).collect()
}

/// The node of a kind of event. Decoration: the kind is said in words.
pub fn node(kind: usize) -> Element {
    let path = element("path")
        .with("d", SHAPES[kind.min(4)])
        .with("fill", "currentColor")
        .with("fill-rule", "evenodd");
    element("svg")
        .class("node")
        .with("viewBox", "0 0 16 16")
        .with("aria-hidden", "true")
        .child(path)
}

/// Whether an event has the words of the filter and concerns its texts and themes: itself, or by an obligation that it bears on.
fn passes(event: &EventProse, filter: &Filter, query: &Query, shown: &Shown) -> bool {
    let of = |number: &u16| &ACCORD.obligations[usize::from(*number)];
    let text = filter.instruments.is_empty()
        || event.instruments.iter().any(|&number| filter.instruments.has(number))
        || event
            .bears_on
            .iter()
            .any(|number| filter.instruments.has(of(number).instrument));
    let theme = filter.themes.is_empty() || event.bears_on.iter().any(|number| filter.themes.has(of(number).theme));
    let worded = query.is_empty() || query.finds(&fold(&format!("{} {} {}", event.place, event.text, event.places)));
    text && theme && worded && !shown.without[usize::from(event.kind).min(4)]
}

/// The timeline: a strip of the whole time, and the events month by month.
pub fn timeline(words: &Locale, prose: &Prose, filter: &Filter, shown: &Shown, own: &[OwnDay]) -> Element {
    let query = Query::new(&filter.words);
    let events: Vec<&EventProse> = prose
        .events
        .iter()
        .filter(|event| passes(event, filter, &query, shown))
        .collect();
    let count = (words.later().events_shown)(events.len(), prose.events.len());
    let mut entries: Vec<(Moment, Element)> = events
        .iter()
        .filter_map(|event| Some((Moment::parse(&event.date)?, event_entry(words, event, prose))))
        .collect();
    entries.extend(own.iter().map(|one| (one.day, own_entry(words, one))));
    entries.sort_by_key(|(moment, _)| moment.first_minute());
    let mut months = element("div").class("months");
    let mut open: Option<((i32, u32), Element)> = None;
    for (moment, entry) in entries {
        let month = (moment.date().year(), moment.date().month());
        open = match open {
            Some((held, list)) if held == month => Some((held, list.child(entry))),
            other => {
                months = months.children(other.into_iter().flat_map(|(month, list)| month_of(words, month, list)));
                Some((month, element("ol").class("events").child(entry)))
            }
        };
    }
    months = months.children(open.into_iter().flat_map(|(month, list)| month_of(words, month, list)));
    element("div")
        .child(strip::strip(words, &events, own))
        .child(told("p", count).class("shown").with("role", "status"))
        .child(months)
}

fn month_of(words: &Locale, (year, month): (i32, u32), list: Element) -> [Element; 2] {
    let name = words.months[month as usize - 1];
    [told("h2", format!("{name} {}", words.year(year))), list]
}

fn tags(words: &Locale, numbers: &[u16]) -> Option<Element> {
    let (first, rest) = numbers.split_at(numbers.len().min(TAGS_AT_ONCE));
    let more = (!rest.is_empty()).then(|| {
        element("details")
            .class("more")
            .child(told("summary", (words.later().more)(rest.len())).class("link"))
            .child(
                element("div")
                    .class("tags")
                    .children(rest.iter().copied().map(|number| tag(words, number))),
            )
    });
    let line = element("div")
        .class("tags")
        .children(first.iter().copied().map(|number| tag(words, number)))
        .maybe(more);
    (!numbers.is_empty()).then_some(line)
}

/// When it was, as precisely as it is known; a span with both ends.
fn when(words: &Locale, event: &EventProse) -> String {
    let from = Moment::parse(&event.date);
    let mut date = from.map(|date| words.moment(date)).unwrap_or_default();
    if let Some(until) = Moment::parse(&event.until) {
        date = format!("{date} – {}", words.moment(until));
    }
    date
}

fn event_entry(words: &Locale, event: &EventProse, prose: &Prose) -> Element {
    let kind = usize::from(event.kind).min(4);
    let place = if event.place.is_empty() {
        String::new()
    } else {
        format!(" · {}", event.place)
    };
    let contested = event
        .contested
        .then(|| told("span", words.later().contested).class("tag"));
    let head = told("p", format!("{}{place}", words.later().event_kinds[kind]))
        .class("kind")
        .maybe(contested);
    let told_of = element("div")
        .class("said")
        .child(head)
        .child(said(words, prose, "p", &event.text))
        .maybe(tags(words, &event.bears_on))
        .child(
            element("p")
                .class("origin")
                .child(publishers(words, &event.sources, prose)),
        );
    element("li")
        .class(format!("event {}", KINDS[kind]))
        .with("id", format!("event-{}", event.id))
        .child(told("p", when(words, event)).class("date"))
        .child(node(kind))
        .child(told_of)
}

fn own_entry(words: &Locale, one: &OwnDay) -> Element {
    let said = element("div")
        .class("said")
        .child(told("p", (words.later().own_day)(one.obligations.len())).class("kind"))
        .maybe(tags(words, &one.obligations));
    element("li")
        .class("event own")
        .child(told("p", words.moment(one.day)).class("date"))
        .child(element("span").class("node"))
        .child(said)
}
