//! A deadline drawn as a line from its trigger to the day it was met, with a sentence that says the same.

use super::said;
use crate::accord::ACCORD;
use crate::catalogue::prose::Prose;
use crate::catalogue::{Clock, ClockSpec, ClockState, Margin, Moment, Start};
use crate::language::Locale;
use crate::markup::{Element, element, told};

/// The clocks of an obligation: one, or one a reading.
pub fn clocks(words: &Locale, number: u16, prose: &Prose) -> Vec<Element> {
    let specs = ACCORD.obligations[usize::from(number)].clocks.iter();
    let texts = &prose.obligations[usize::from(number)].clocks;
    let clock = |(spec, text): (&ClockSpec, &crate::catalogue::prose::ClockProse)| {
        let read = spec.read(ACCORD.edition().as_of);
        let title = match spec.by {
            Some(by) => (words.later().clock_by)(words.bearer(by)),
            None => words.later().clock.to_owned(),
        };
        let inferred = spec
            .inferred
            .then(|| told("span", words.later().clock_inferred).class("tag working"));
        let small = |text: &str| (!text.is_empty()).then(|| said(words, prose, "p", text).class("origin"));
        let condition = (!text.condition.is_empty()).then(|| (words.later().clock_condition)(&text.condition));
        element("section")
            .class("clock")
            .child(told("h3", title).maybe(inferred))
            .child(said(words, prose, "p", &text.text))
            .maybe(line(words, spec, &read))
            .child(told("p", words.clock_sentence(&read)).class("sentence"))
            .maybe(condition.as_deref().and_then(small))
            .maybe(small(&text.blocked))
    };
    specs.zip(texts).map(clock).collect()
}

/// Where the points stand, in hundredths of the width.
struct Scale {
    first: i64,
    length: i64,
}

impl Scale {
    fn x(&self, moment: Moment) -> i64 {
        6 + 88 * (moment.first_minute() - self.first) / self.length
    }
}

fn percent(value: i64) -> String {
    format!("{value}%")
}

fn stroke(class: &'static str, from: i64, to: i64) -> Element {
    element("line")
        .with("x1", percent(from))
        .with("x2", percent(to))
        .with("y1", "38")
        .with("y2", "38")
        .class(class)
}

fn dot(class: &'static str, x: i64) -> Element {
    element("circle")
        .with("cx", percent(x))
        .with("cy", "38")
        .with("r", "5")
        .class(class)
}

fn label(words: &Locale, moment: Moment, x: i64, row: &'static str) -> Element {
    let anchor = match x {
        ..30 => "start",
        30..=70 => "middle",
        _ => "end",
    };
    told("text", words.moment(moment))
        .with("x", percent(x))
        .with("y", row)
        .with("text-anchor", anchor)
}

/// The drawing: open dot for the trigger, bar for the deadline, solid line in time, dashed when late, solid dot when done. Nothing
/// where there are not at least two dates.
fn line(words: &Locale, spec: &ClockSpec, clock: &Clock) -> Option<Element> {
    let (due, met) = (clock.due?, clock.met?);
    if due == met {
        return None;
    }
    let start = match spec.start {
        Start::Event(start) => Some(start),
        _ => None,
    };
    let moments = [start, Some(due), Some(met)].into_iter().flatten();
    let first = moments.clone().map(Moment::first_minute).min()?;
    let last = moments.map(Moment::first_minute).max()?;
    let scale = Scale {
        first,
        length: (last - first).max(1),
    };
    let (due_x, met_x) = (scale.x(due), scale.x(met));
    let from = start.map_or(due_x.min(met_x), |start| scale.x(start));
    let late = matches!(clock.state, ClockState::Met(Some(Margin::Late(_))));
    let deadline = element("line")
        .with("x1", percent(due_x))
        .with("x2", percent(due_x))
        .with("y1", "27")
        .with("y2", "49")
        .class("due");
    // Trigger and deadline above; where they stand close together, the deadline goes below and the end with it.
    let close = start.is_some() && due_x - from < 45;
    let drawing = element("svg")
        .class("clock-line")
        .with("height", "76")
        .with("role", "img")
        .with("aria-label", words.clock_sentence(clock))
        .child(stroke("in-time", from, due_x.min(met_x)))
        .maybe(late.then(|| stroke("late", due_x, met_x)))
        .maybe(start.map(|start| dot("start", scale.x(start))))
        .child(deadline)
        .child(dot("met", met_x))
        .maybe(start.map(|start| label(words, start, scale.x(start), "16")))
        .child(label(words, due, due_x, if close { "64" } else { "16" }))
        .child(label(words, met, met_x, if close { "16" } else { "64" }));
    Some(drawing)
}
