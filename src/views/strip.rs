//! The strip above the timeline: the whole time at a glance, a lane for the texts, for each kind of event, for the person's changes.
//!
//! A picture of the list below it, for eyes only; the list says all of it in words.

use super::timeline::{KINDS, OwnDay, node};
use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::catalogue::prose::EventProse;
use crate::language::Locale;
use crate::markup::{Element, element, told};
use chrono::{Datelike, Months, NaiveDate};

/// Rows in which the names of texts stand, so that they do not run into each other.
const NAME_ROWS: usize = 5;
/// The room that a name takes, in ten-thousandths of the strip.
const NAME_WIDTH: i64 = 620;

/// A time and what of it is shown: places in ten-thousandths.
struct Span {
    first: i64,
    last: i64,
}

impl Span {
    /// From the month of the first event to the day up to which the record was followed, or the last change.
    fn of(events: &[&EventProse], own: &[OwnDay]) -> Option<(Self, NaiveDate)> {
        let texts = ACCORD.instruments.iter().map(|one| one.date);
        let dates = events.iter().filter_map(|event| Moment::parse(&event.date));
        let own = own.iter().map(|one| one.day);
        let all = texts.chain(dates).chain(own);
        let first = all.clone().map(Moment::date).min()?.with_day(1)?;
        let last = all.map(Moment::first_minute).max()?;
        let followed = ACCORD.edition().as_of.first_minute();
        let span = Self {
            first: Moment::of_day(first).first_minute(),
            last: last.max(followed),
        };
        Some((span, first))
    }

    fn place(&self, moment: Moment) -> i64 {
        10_000 * (moment.first_minute() - self.first) / (self.last - self.first).max(1)
    }
}

fn percent(place: i64) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}

/// The strip of these events.
pub fn strip(words: &Locale, events: &[&EventProse], own: &[OwnDay]) -> Element {
    let whole = element("div").class("strip").with("aria-hidden", "true");
    let Some((span, first)) = Span::of(events, own) else {
        return whole;
    };
    let months: Vec<(i64, NaiveDate)> = (0..)
        .map_while(|count| first.checked_add_months(Months::new(count)))
        .map(|month| (span.place(Moment::of_day(month)), month))
        .take_while(|(place, _)| *place < 10_000)
        .collect();
    let names = months.iter().enumerate().map(|(number, (place, month))| {
        let name = words.months[month.month0() as usize];
        let said = if number == 0 || month.month() == 1 {
            format!("{name} {}", words.year(month.year()))
        } else {
            name.to_owned()
        };
        let class = if number % 3 == 0 { "month third" } else { "month" };
        told("text", said)
            .with("x", percent(*place))
            .with("y", "14")
            .class(class)
    });
    let axis = lane("", "axis").child(element("svg").with("height", "20").children(names));
    let grid: Vec<i64> = months.iter().map(|(place, _)| *place).collect();
    let lanes = KINDS.iter().enumerate().filter_map(|(kind, class)| {
        let marks: Vec<Element> = events
            .iter()
            .filter(|event| usize::from(event.kind) == kind)
            .filter_map(|event| mark(&span, event))
            .collect();
        let drawing = drawn(&grid, 24).children(marks.iter().cloned());
        (!marks.is_empty()).then(|| lane(words.later().event_kinds[kind], class).child(drawing))
    });
    let own_lane = (!own.is_empty()).then(|| {
        let marks = own.iter().map(|one| {
            element("circle")
                .with("cx", percent(span.place(one.day)))
                .with("cy", "12")
                .with("r", "3")
        });
        lane(words.later().your_changes, "own").child(drawn(&grid, 24).children(marks))
    });
    whole
        .child(axis)
        .child(texts(words, &span, &grid))
        .children(lanes)
        .maybe(own_lane)
}

fn lane(name: &str, class: &str) -> Element {
    element("div")
        .class(format!("lane {class}"))
        .child(told("span", name).class("lane-name"))
}

/// A drawing with a fine line at the beginning of each month.
fn drawn(grid: &[i64], height: u32) -> Element {
    let lines = grid.iter().map(|place| {
        element("line")
            .with("x1", percent(*place))
            .with("x2", percent(*place))
            .with("y1", "0")
            .with("y2", "100%")
            .class("grid")
    });
    element("svg").with("height", height.to_string()).children(lines)
}

/// An event: its node at its day, or a bar from its first to its last day.
fn mark(span: &Span, event: &EventProse) -> Option<Element> {
    let from = span.place(Moment::parse(&event.date)?);
    if let Some(until) = Moment::parse(&event.until) {
        let width = (span.place(until) - from).max(30);
        let bar = element("rect")
            .with("x", percent(from))
            .with("width", percent(width))
            .with("y", "5")
            .with("height", "14")
            .class("span");
        return Some(bar);
    }
    let shape = node(usize::from(event.kind))
        .with("x", "-7")
        .with("y", "5")
        .with("width", "14")
        .with("height", "14");
    let at = element("svg").with("x", percent(from)).class("at").child(shape);
    Some(at)
}

/// The texts by the day of their signing, their ids in rows below each other where they stand close.
fn texts(words: &Locale, span: &Span, grid: &[i64]) -> Element {
    let mut dated: Vec<(i64, &str)> = ACCORD
        .instruments
        .iter()
        .map(|one| (span.place(one.date), one.id))
        .collect();
    dated.sort_unstable();
    let mut free = [i64::MIN; NAME_ROWS];
    let mut drawing = drawn(grid, 84);
    for (place, id) in dated {
        let row = (0..NAME_ROWS).find(|&row| free[row] <= place).unwrap_or(NAME_ROWS - 1);
        free[row] = place + NAME_WIDTH;
        let rule = |shift: &str| {
            element("path")
                .with("d", format!("M{shift} 4v13"))
                .with("stroke", "currentColor")
                .with("stroke-width", "2")
        };
        let name = told("text", id).with("x", "7").with("y", "14");
        let at = element("svg").with("x", percent(place)).class("at").child(
            element("g")
                .class("in-row")
                .with("transform", format!("translate(0 {})", 16 * row))
                .child(rule("-2"))
                .child(rule("2"))
                .child(name),
        );
        drawing = drawing.child(at);
    }
    lane(words.later().filter_text, "texts").child(drawing)
}
