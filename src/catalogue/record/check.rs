//! Everything that must hold of a record before it is built. All faults are found in one run, each with its place.

mod obligation;
mod whole;

use super::walk::{file_of, nth};
use super::{Fault, Instrument, Obligation, Record};
use crate::catalogue::moment::{Moment, Precision};
use std::collections::{HashMap, HashSet};

const EVENT_KINDS: &[&str] = &["agreement", "incident", "meeting", "step", "statement"];
const SOURCE_KINDS: &[&str] = &[
    "asean-un",
    "cambodia",
    "document",
    "mirror",
    "other-state",
    "press",
    "thailand",
];
const CHANGE_KINDS: &[&str] = &["facts", "corrections", "method"];
const PARTIES: [&str; 2] = ["cambodia", "thailand"];

/// All faults of a record, sorted by file and item. Empty if it may be built.
pub fn check(record: &Record) -> Vec<Fault> {
    let mut checker = Checker::new(record);
    checker.editions();
    checker.parties();
    checker.sources();
    checker.events();
    for file in &record.instruments {
        checker.instrument(&file.instrument);
        for obligation in &file.obligations {
            checker.obligation(&file.instrument, obligation);
        }
    }
    checker.slots();
    checker.circles();
    checker.pledges();
    checker.traces();
    checker.texts();
    checker.faults.sort();
    checker.faults
}

struct Checker<'a> {
    record: &'a Record,
    faults: Vec<Fault>,
    bearers: HashMap<&'a str, usize>,
    sources: HashSet<&'a str>,
    events: HashMap<&'a str, Option<Moment>>,
    obligations: HashMap<&'a str, &'a Obligation>,
    instruments: HashMap<&'a str, Option<Moment>>,
    as_of: Option<Moment>,
}

/// The place to which a fault belongs.
#[derive(Clone)]
struct At<'a> {
    file: &'a str,
    item: &'a str,
}

impl<'a> Checker<'a> {
    fn new(record: &'a Record) -> Self {
        let as_of = record.editions.last();
        Self {
            record,
            faults: Vec::new(),
            bearers: record.bearer_ids().enumerate().map(|(n, id)| (id, n)).collect(),
            sources: record.sources.iter().map(|source| source.id.as_str()).collect(),
            events: record
                .events
                .iter()
                .map(|event| (event.id.as_str(), Moment::parse(&event.date)))
                .collect(),
            obligations: record.obligations().map(|(_, item)| (item.id.as_str(), item)).collect(),
            instruments: record
                .instruments
                .iter()
                .map(|file| (file.instrument.id.as_str(), Moment::parse(&file.instrument.date)))
                .collect(),
            as_of: as_of.and_then(|edition| Moment::parse(&edition.as_of)),
        }
    }

    fn fault(&mut self, at: &At<'_>, field: &str, message: String) {
        self.faults.push(Fault {
            file: at.file.to_owned(),
            item: at.item.to_owned(),
            field: field.to_owned(),
            message,
        });
    }

    fn ensure(&mut self, holds: bool, at: &At<'_>, field: &str, message: impl FnOnce() -> String) {
        if !holds {
            self.fault(at, field, message());
        }
    }

    fn one_of(&mut self, value: &str, values: &[&str], at: &At<'_>, field: &str) {
        self.ensure(values.contains(&value), at, field, || {
            format!("`{value}` is none of: {}", values.join(", "))
        });
    }

    fn date(&mut self, text: &str, at: &At<'_>, field: &str) -> Option<Moment> {
        let moment = Moment::parse(text);
        self.ensure(moment.is_some(), at, field, || {
            format!("`{text}` is no date that exists (YYYY-MM-DD, YYYY-MM or YYYY-MM-DDThh:mm+zz:zz)")
        });
        moment
    }

    fn day(&mut self, text: &str, at: &At<'_>, field: &str) {
        self.ensure(crate::catalogue::moment::parse_date(text).is_some(), at, field, || {
            format!("`{text}` is no day that exists (YYYY-MM-DD)")
        });
    }

    fn known_sources(&mut self, ids: &[String], needed: bool, at: &At<'_>, field: &str) {
        self.ensure(!needed || !ids.is_empty(), at, field, || "has no source".to_owned());
        for id in ids {
            self.ensure(self.sources.contains(id.as_str()), at, field, || {
                format!("unknown source `{id}`")
            });
        }
    }

    fn known_obligations(&mut self, ids: &[String], at: &At<'_>, field: &str) {
        for id in ids {
            self.ensure(self.obligations.contains_key(id.as_str()), at, field, || {
                format!("unknown obligation `{id}`")
            });
        }
    }

    /// Ids of parties and bodies: known, without doubles, in the order in which they stand everywhere.
    fn in_party_order(&mut self, ids: &[String], at: &At<'_>, field: &str) {
        let mut last = None;
        for id in ids {
            let Some(&place) = self.bearers.get(id.as_str()) else {
                self.fault(at, field, format!("unknown party or body `{id}`"));
                continue;
            };
            self.ensure(last < Some(place), at, field, || {
                format!("`{id}` is out of order or doubled (Cambodia, Thailand, then bodies by id)")
            });
            last = Some(place);
        }
    }

    fn unique<'b>(&mut self, ids: impl Iterator<Item = &'b str>, file: &str) {
        let mut seen = HashSet::new();
        for id in ids {
            let at = At { file, item: id };
            self.ensure(seen.insert(id), &at, "id", || "stands twice".to_owned());
        }
    }

    fn editions(&mut self) {
        let file = "editions.toml";
        let record = self.record;
        self.ensure(!record.editions.is_empty(), &At { file, item: "" }, "", || {
            "there is no edition".to_owned()
        });
        self.unique(record.editions.iter().map(|edition| edition.version.as_str()), file);
        let mut slots = 0;
        for edition in &record.editions {
            let at = At {
                file,
                item: &edition.version,
            };
            self.day(&edition.published, &at, "published");
            self.day(&edition.as_of, &at, "as_of");
            self.ensure(edition.slots >= slots, &at, "slots", || "slots only grow".to_owned());
            slots = edition.slots;
            for (n, change) in edition.changes.iter().enumerate() {
                self.one_of(&change.kind, CHANGE_KINDS, &at, &nth("change", n));
            }
        }
    }

    fn parties(&mut self) {
        let file = "parties.toml";
        let record = self.record;
        let ids: Vec<&str> = record.parties.iter().map(|party| party.id.as_str()).collect();
        self.ensure(ids == PARTIES, &At { file, item: "party" }, "id", || {
            "the parties are cambodia and thailand, in this order".to_owned()
        });
        let mut bodies: Vec<&str> = record.bodies.iter().map(|body| body.id.as_str()).collect();
        self.unique(record.bearer_ids(), file);
        let sorted = bodies.is_sorted();
        bodies.sort_unstable();
        self.ensure(sorted, &At { file, item: "body" }, "id", || {
            format!("bodies stand in alphabetical order: {}", bodies.join(", "))
        });
        self.unique(record.themes.iter().map(|theme| theme.id.as_str()), file);
        for body in &record.bodies {
            self.known_sources(&body.sources, false, &At { file, item: &body.id }, "sources");
        }
        for (n, place) in record.places.iter().enumerate() {
            let item = nth("place", n);
            let at = At { file, item: &item };
            self.known_sources(&place.sources, false, &at, "sources");
            self.ensure(place.forms().next().is_some(), &at, "cambodian, thai", || {
                "a name of at least one side".to_owned()
            });
            let blank = place.also.iter().any(|name| name.trim().is_empty());
            self.ensure(!blank, &at, "also", || "an empty name".to_owned());
        }
    }

    fn sources(&mut self) {
        let file = "sources.toml";
        let record = self.record;
        self.unique(record.sources.iter().map(|source| source.id.as_str()), file);
        for source in &record.sources {
            let at = At { file, item: &source.id };
            self.one_of(&source.kind, SOURCE_KINDS, &at, "kind");
            self.one_of(&source.extent, &["whole", "opening"], &at, "extent");
            if let Some(date) = &source.date {
                self.date(date, &at, "date");
            }
            for url in source.url.iter().chain(&source.also) {
                let good = url.starts_with("https://") || url.starts_with("http://");
                self.ensure(good && !url.contains(char::is_whitespace), &at, "url", || {
                    format!("`{url}` is no web address")
                });
            }
            self.ensure(source.url.is_some() == (source.kind != "document"), &at, "url", || {
                "every source but the two documents has an address".to_owned()
            });
        }
    }

    fn events(&mut self) {
        let file = "events.toml";
        let record = self.record;
        self.unique(record.events.iter().map(|event| event.id.as_str()), file);
        let mut last = i32::MIN;
        for event in &record.events {
            let at = At { file, item: &event.id };
            self.one_of(&event.kind, EVENT_KINDS, &at, "kind");
            self.known_sources(&event.sources, true, &at, "sources");
            self.known_obligations(&event.bears_on, &at, "bears_on");
            self.known_instruments(&event.instruments, &at, "instruments");
            let Some(date) = self.date(&event.date, &at, "date") else {
                continue;
            };
            self.not_after_the_record(date, &at, "date");
            let day = date.to_string();
            let month = day.get(..7).unwrap_or_default();
            self.ensure(
                event.id.starts_with(month) || event.id.ends_with("ceasefire"),
                &at,
                "id",
                || format!("the id does not begin with the month of its date, {month}"),
            );
            if date.precision() > Precision::Month {
                self.ensure(date.day_number() >= last, &at, "date", || {
                    "events stand in the order of their days".to_owned()
                });
                last = date.day_number();
            }
            if let Some(until) = &event.until
                && let Some(until) = self.date(until, &at, "until")
            {
                self.ensure(until.end_minute() > date.first_minute(), &at, "until", || {
                    "ends before it begins".to_owned()
                });
            }
        }
    }

    fn known_instruments(&mut self, ids: &[String], at: &At<'_>, field: &str) {
        for id in ids {
            self.ensure(self.instruments.contains_key(id.as_str()), at, field, || {
                format!("unknown instrument `{id}`")
            });
        }
    }

    fn not_after_the_record(&mut self, date: Moment, at: &At<'_>, field: &str) {
        if let Some(as_of) = self.as_of {
            self.ensure(date.first_minute() < as_of.end_minute(), at, field, || {
                format!("{date} is after {as_of}, to which the record was followed")
            });
        }
    }

    fn instrument(&mut self, head: &Instrument) {
        let file = file_of(&head.id);
        let at = At {
            file: &file,
            item: &head.id,
        };
        self.one_of(&head.group, &["core", "related"], &at, "group");
        self.known_sources(&head.sources, true, &at, "sources");
        if let Some(date) = self.date(&head.date, &at, "date") {
            self.not_after_the_record(date, &at, "date");
        }
        if let Some(until) = &head.in_force_until {
            self.date(until, &at, "in_force_until");
        }
        let signatories: Vec<String> = head.signatories.iter().map(|one| one.party.clone()).collect();
        self.in_party_order(&signatories, &at, "signatories");
        for (n, common) in head.common.iter().enumerate() {
            self.known_sources(&common.sources, true, &at, &nth("common", n));
        }
    }

    fn pledges(&mut self) {
        let file = "pledges.toml";
        let record = self.record;
        self.unique(record.pledges.iter().map(|pledge| pledge.id.as_str()), file);
        self.unique(record.proposals.iter().map(|proposal| proposal.id.as_str()), file);
        self.unique(record.questions.iter().map(|question| question.id.as_str()), file);
        self.unique(record.terms.iter().map(|term| term.id.as_str()), "glossary.toml");
        for pledge in &record.pledges {
            let at = At { file, item: &pledge.id };
            self.in_party_order(std::slice::from_ref(&pledge.by), &at, "by");
            self.date(&pledge.date, &at, "date");
            self.known_sources(&pledge.sources, true, &at, "sources");
        }
        for proposal in &record.proposals {
            self.known_sources(
                &proposal.sources,
                true,
                &At {
                    file,
                    item: &proposal.id,
                },
                "sources",
            );
        }
        for question in &record.questions {
            let at = At {
                file,
                item: &question.id,
            };
            self.known_sources(&question.sources, false, &at, "sources");
            self.known_obligations(&question.bears_on, &at, "bears_on");
        }
        for term in &record.terms {
            let at = At {
                file: "glossary.toml",
                item: &term.id,
            };
            self.known_sources(&term.sources, false, &at, "sources");
        }
    }

    fn traces(&mut self) {
        let record = self.record;
        let known: HashSet<&str> = self
            .obligations
            .keys()
            .chain(self.events.keys())
            .chain(self.instruments.keys())
            .copied()
            .chain(record.bearer_ids())
            .chain(record.pledges.iter().map(|one| one.id.as_str()))
            .chain(record.proposals.iter().map(|one| one.id.as_str()))
            .chain(record.questions.iter().map(|one| one.id.as_str()))
            .chain(record.terms.iter().map(|one| one.id.as_str()))
            .collect();
        let mut next: HashMap<&str, u16> = HashMap::new();
        for trace in &record.traces {
            let item = format!("{} {}", trace.document, trace.sentence);
            let at = At {
                file: "traces.toml",
                item: &item,
            };
            self.one_of(&trace.document, &["article", "explainer"], &at, "document");
            let place = next.entry(&trace.document).or_insert(1);
            let wanted = *place;
            *place = trace.sentence + 1;
            self.ensure(trace.sentence == wanted, &at, "sentence", || {
                format!("sentence {wanted} comes next")
            });
            for id in &trace.items {
                self.ensure(known.contains(id.as_str()), &at, "items", || {
                    format!("unknown item `{id}`")
                });
            }
            self.ensure(trace.items.is_empty() == trace.reason.is_some(), &at, "reason", || {
                "a sentence has items, or a reason why it has none".to_owned()
            });
        }
    }
}
