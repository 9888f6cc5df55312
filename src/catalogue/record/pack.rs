//! The prose of one language, taken out of a record for the page.

use super::places::{named, of_event, of_obligation};
use super::{ClockEntry, Language, Obligation, Record, Text, TextState, texts};
use crate::catalogue::moment::Moment;
use crate::catalogue::names::Names;
use crate::catalogue::prose::{
    ClaimProse, ClockProse, EventProse, LineageProse, ObligationProse, OrderProse, Prose, ReadingProse, SourceProse,
};
use std::collections::BTreeSet;

/// The relations of lineage, in the order of their numbers.
const RELATIONS: [&str; 4] = ["restates", "modifies", "supersedes", "carries-out"];
/// The kinds of events, in the order of their numbers.
const EVENT_KINDS: [&str; 5] = ["agreement", "incident", "meeting", "step", "statement"];

/// The prose in this language. A text that is missing is there in English. Expects a record that `check` has passed.
pub fn pack(record: &Record, language: Language) -> Prose {
    let packer = Packer { record, language };
    Prose {
        obligations: record.obligations().map(|(_, item)| packer.obligation(item)).collect(),
        events: record.events.iter().map(|event| packer.event(event)).collect(),
        sources: record
            .sources
            .iter()
            .map(|source| (source.id.clone(), source_of(source)))
            .collect(),
        signed_in_english: (0..)
            .zip(&record.instruments)
            .filter(|(_, file)| file.instrument.language.en == "English")
            .map(|(number, _)| number)
            .collect(),
        missing: missing(record, language),
    }
}

/// The English of each text that is not there in this language, once.
fn missing(record: &Record, language: Language) -> Vec<String> {
    let texts = texts(record).into_iter().map(|placed| placed.text);
    let missing = texts.filter(|text| record.state(text, language) == TextState::Missing);
    let once: BTreeSet<&str> = missing.map(|text| text.en.as_str()).collect();
    once.into_iter().map(str::to_owned).collect()
}

/// The names in this language, by the numbers of the program's tables. A name that is missing is there in English. Expects a record
/// that `check` has passed.
pub fn names(record: &Record, language: Language) -> Names {
    let said = |text: &Text| spoken(text, language);
    let parties = record.parties.iter().map(|one| (said(&one.name), said(&one.name)));
    let bodies = record.bodies.iter().map(|one| (said(&one.name), said(&one.short)));
    let mut missing = missing(record, language);
    let open = |item: &Obligation| item.clock.first().and_then(|clock| clock.open.as_ref()).map(said);
    let mut names = Names {
        bearers: parties.chain(bodies).collect(),
        themes: record.themes.iter().map(|one| said(&one.name)).collect(),
        instruments: record
            .instruments
            .iter()
            .map(|file| said(&file.instrument.name))
            .collect(),
        titles: record.obligations().map(|(_, item)| said(&item.title)).collect(),
        open: record
            .obligations()
            .map(|(_, item)| open(item).unwrap_or_default())
            .collect(),
        missing: Vec::new(),
    };
    missing.retain(|english| names.has(english));
    names.missing = missing;
    names
}

/// A text in this language, or in English where it is missing.
pub fn spoken(text: &Text, language: Language) -> String {
    text.get(language).unwrap_or(&text.en).to_owned()
}

struct Packer<'a> {
    record: &'a Record,
    language: Language,
}

impl Packer<'_> {
    fn text(&self, text: &Text) -> String {
        spoken(text, self.language)
    }

    fn some(&self, text: Option<&Text>) -> String {
        text.map(|text| self.text(text)).unwrap_or_default()
    }

    fn bearer(&self, id: &str) -> u8 {
        self.record
            .bearer_ids()
            .position(|other| other == id)
            .unwrap_or_default() as u8
    }

    fn bearers(&self, ids: &[String]) -> Vec<u8> {
        ids.iter().map(|id| self.bearer(id)).collect()
    }

    fn number(&self, id: &str) -> u16 {
        self.record
            .obligations()
            .position(|(_, item)| item.id == id)
            .unwrap_or_default() as u16
    }

    fn numbers(&self, ids: &[String]) -> Vec<u16> {
        ids.iter().map(|id| self.number(id)).collect()
    }

    /// Who checked the translation of a text and when; empty where nobody has.
    fn checked(&self, text: &Text) -> String {
        match self.record.state(text, self.language) {
            TextState::Checked(check) => format!("{} {}", check.on, check.by),
            TextState::Original | TextState::Working | TextState::Missing => String::new(),
        }
    }

    fn obligation(&self, item: &Obligation) -> ObligationProse {
        let mut claims: Vec<&super::Claim> = item.claim.iter().collect();
        claims.sort_by_key(|claim| std::cmp::Reverse(Moment::parse(&claim.date).map(Moment::first_minute)));
        ObligationProse {
            text: self.text(&item.text),
            caution: self.some(item.caution.as_ref()),
            through: self.some(item.through.as_ref()),
            beneficiary: self.bearers(&item.beneficiary),
            verifier: self.bearers(&item.verifier),
            verifier_implied: item.verifier_implied,
            depends_on: self.numbers(&item.depends_on),
            lineage: item
                .lineage
                .iter()
                .map(|one| LineageProse {
                    to: self.number(&one.to),
                    relation: place(&RELATIONS, &one.relation),
                    note: self.some(one.note.as_ref()),
                })
                .collect(),
            orders: item
                .order
                .iter()
                .map(|order| OrderProse {
                    by: self.bearer(&order.by),
                    steps: order.steps.iter().map(|step| self.numbers(step)).collect(),
                    note: self.some(order.note.as_ref()),
                })
                .collect(),
            clocks: item.clock.iter().map(|clock| self.clock(clock)).collect(),
            readings: item
                .reading
                .iter()
                .map(|reading| ReadingProse {
                    by: self.bearer(&reading.by),
                    date: reading.date.clone().unwrap_or_default(),
                    text: self.text(&reading.text),
                    sources: reading.sources.clone(),
                })
                .collect(),
            claims: claims
                .into_iter()
                .map(|claim| ClaimProse {
                    date: claim.date.clone(),
                    by: self.bearer(&claim.by),
                    on: self.bearers(&claim.on),
                    status: claim.status.clone().unwrap_or_default(),
                    text: self.text(&claim.text),
                    sources: claim.sources.clone(),
                })
                .collect(),
            sources: item.sources.clone(),
            places: named(self.record, of_obligation(self.record, item)),
            checked: self.checked(&item.text),
        }
    }

    fn clock(&self, clock: &ClockEntry) -> ClockProse {
        let start = clock.start.as_ref();
        let event = start.and_then(|start| self.record.event(start.event.as_deref()?));
        ClockProse {
            text: self.text(&clock.text),
            condition: self.some(start.and_then(|start| start.condition.as_ref())),
            blocked: self.some(clock.blocked.as_ref()),
            start: event.map(|event| event.id.clone()).unwrap_or_default(),
        }
    }

    fn event(&self, event: &super::Event) -> EventProse {
        let instruments = event.instruments.iter().filter_map(|id| {
            self.record
                .instruments
                .iter()
                .position(|file| file.instrument.id == *id)
        });
        EventProse {
            id: event.id.clone(),
            date: event.date.clone(),
            until: event.until.clone().unwrap_or_default(),
            kind: place(&EVENT_KINDS, &event.kind),
            place: self.some(event.place.as_ref()),
            text: self.text(&event.text),
            instruments: instruments.map(|number| number as u8).collect(),
            bears_on: self.numbers(&event.bears_on),
            contested: event.contested,
            places: named(self.record, of_event(event)),
            sources: event.sources.clone(),
        }
    }
}

fn source_of(source: &super::Source) -> SourceProse {
    SourceProse {
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.clone().unwrap_or_default(),
        url: source.url.clone().unwrap_or_default(),
        language: source.language.clone(),
        opening: source.extent == "opening",
    }
}

fn place(names: &[&str], name: &str) -> u8 {
    names.iter().position(|other| *other == name).unwrap_or_default() as u8
}
