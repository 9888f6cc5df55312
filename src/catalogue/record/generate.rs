//! Writes the tables of `structure` as Rust, for the build to compile in. Expects a record that `check` has passed.

use super::{ClockEntry, Obligation, Record, WhenEntry};
use crate::catalogue::moment::{Moment, Precision, Span};
use crate::catalogue::status::{Basis, Extent, Status};
use crate::catalogue::structure::{Kind, Numbering};
use std::fmt::Write;

/// The Rust source of one constant expression of type `Catalogue`. The names it uses are those of the room `catalogue`.
pub fn generate(record: &Record) -> String {
    let mut out = String::from("Catalogue {\n");
    list(
        &mut out,
        "editions",
        record.editions.iter().map(|edition| {
            let as_of = moment(&edition.as_of);
            format!(
                "Edition {{ version: {:?}, as_of: {as_of}, slots: {} }}",
                edition.version, edition.slots
            )
        }),
    );
    let bearers = record.bearer_ids().map(|id| format!("Bearer {{ id: {id:?} }}"));
    list(&mut out, "bearers", bearers);
    list(
        &mut out,
        "themes",
        record
            .themes
            .iter()
            .map(|theme| format!("Theme {{ id: {:?} }}", theme.id)),
    );
    let mut next = 0;
    list(
        &mut out,
        "instruments",
        record.instruments.iter().map(|file| {
            let head = &file.instrument;
            let first = next;
            next += file.obligations.len();
            format!(
                "Instrument {{ id: {:?}, date: {}, core: {}, obligations: {first}..{next} }}",
                head.id,
                moment(&head.date),
                head.group == "core",
            )
        }),
    );
    let mut next = 0;
    list(&mut out, "obligations", record.obligations().map(|(head, item)| {
        let first = next;
        next += item.bearers.len();
        let instrument = record.instruments.iter().position(|file| file.instrument.id == head.id);
        let theme = record.themes.iter().position(|theme| theme.id == item.theme);
        format!(
            "Obligation {{ id: {:?}, slot: {}, instrument: {}, paragraph: {:?}, numbering: Numbering::{:?}, theme: {}, kind: Kind::{:?}, \
             text_awaited: {}, appeal: {}, clocks: &[{}], duties: {first}..{next}, claims: {} }}",
            item.id,
            item.slot,
            instrument.unwrap_or_default(),
            item.paragraph,
            Numbering::of_name(&item.numbering).unwrap_or(Numbering::None),
            theme.unwrap_or_default(),
            Kind::of_name(&item.kind).unwrap_or(Kind::Act),
            item.text_awaited,
            item.appeal,
            item.clock.iter().map(|entry| clock(record, entry)).collect::<Vec<_>>().join(", "),
            item.claim.len(),
        )
    }));
    let duties = record.obligations().enumerate().flat_map(|(number, (_, item))| {
        item.bearers.iter().map(move |bearer| {
            let place = record.bearer_ids().position(|id| id == bearer).unwrap_or_default();
            format!(
                "Duty {{ obligation: {number}, bearer: {place}, baseline: {} }}",
                baseline(item, bearer)
            )
        })
    });
    list(&mut out, "duties", duties);
    let slots = record.editions.last().map_or(0, |edition| edition.slots);
    list(
        &mut out,
        "slots",
        (0..slots).map(|slot| {
            let number = record.obligations().position(|(_, item)| item.slot == slot);
            number.map_or_else(|| "None".to_owned(), |number| format!("Some({number})"))
        }),
    );
    out.push('}');
    out
}

fn list(out: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let _ = writeln!(out, "{name}: &[");
    for item in items {
        let _ = writeln!(out, "{item},");
    }
    out.push_str("],\n");
}

fn moment(text: &str) -> String {
    let Some(moment) = Moment::parse(text) else {
        return "None".to_owned();
    };
    let minute = moment.time().map_or(0, |(hour, minute)| hour * 60 + minute);
    let precision = match moment.precision() {
        Precision::Month => "Month",
        Precision::Day => "Day",
        Precision::Minute => "Minute",
    };
    format!(
        "Moment::of_parts({}, {minute}, {}, Precision::{precision})",
        moment.day_number(),
        moment.zone()
    )
}

fn some_moment(text: Option<&str>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({})", moment(text)))
}

/// The date of an event or of its own.
fn when<'a>(record: &'a Record, entry: Option<&'a WhenEntry>) -> Option<&'a str> {
    let entry = entry?;
    match &entry.event {
        Some(id) => record.event(id).map(|event| event.date.as_str()),
        None => entry.at.as_deref(),
    }
}

fn clock(record: &Record, entry: &ClockEntry) -> String {
    let by = entry
        .by
        .as_deref()
        .and_then(|by| record.bearer_ids().position(|id| id == by));
    let start = match &entry.start {
        None => "Start::None".to_owned(),
        Some(start) => match start.event.as_deref().and_then(|id| record.event(id)) {
            Some(event) => format!("Start::Event({})", moment(&event.date)),
            None => "Start::Condition".to_owned(),
        },
    };
    let span = entry.span.as_deref().and_then(Span::parse);
    let span = span.map_or_else(|| "None".to_owned(), |span| format!("Some(Span::{span:?})"));
    format!(
        "ClockSpec {{ by: {by:?}, inferred: {}, start: {start}, span: {span}, due: {}, open: {}, met: {}, stopped: {} }}",
        entry.inferred,
        some_moment(entry.due.as_deref()),
        entry.open.is_some(),
        some_moment(when(record, entry.met.as_ref())),
        some_moment(when(record, entry.stopped.as_ref())),
    )
}

fn baseline(item: &Obligation, bearer: &str) -> String {
    let entry = item.baseline.iter().find(|entry| entry.bearer == bearer);
    let status = entry
        .and_then(|entry| Status::of_name(&entry.status))
        .unwrap_or_default();
    let basis = entry.and_then(|entry| Basis::of_name(&entry.basis)).unwrap_or_default();
    let extent = entry.and_then(|entry| Extent::of_name(entry.extent.as_deref()?));
    let extent = extent.map_or_else(|| "None".to_owned(), |extent| format!("Some(Extent::{extent:?})"));
    let as_of = some_moment(entry.and_then(|entry| entry.as_of.as_deref()));
    format!("Baseline {{ status: Status::{status:?}, extent: {extent}, basis: Basis::{basis:?}, as_of: {as_of} }}")
}
