//! Everything that must hold of a record before it is built. All faults are found in one run, each with its place.

use super::walk::{file_of, nth, texts};
use super::{
    ClockEntry, Fault, Instrument, Obligation, Record, WhenEntry,
};
use crate::catalogue::moment::{Moment, Precision, Span};
use crate::catalogue::status::{Basis, Extent, Status};
use crate::catalogue::structure::{Kind, Numbering};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Peace Accords Matrix provision types that this record uses. Source: Kroc Institute, Peace Accords Matrix, list of provision types.
const PROVISIONS: &[&str] = &[
    "",
    "Boundary Demarcation",
    "Ceasefire",
    "Detailed Implementation Timeline",
    "Disarmament",
    "Dispute Resolution Committee",
    "Donor Support",
    "Economic and Social Development",
    "Human Rights",
    "Inter-ethnic/State Relations",
    "Internally Displaced Persons",
    "Media Reform",
    "Police Reform",
    "Prisoner Release",
    "Review of Agreement",
    "Verification/Monitoring Mechanism",
    "Withdrawal of Troops",
];
const RELATIONS: &[&str] = &["restates", "modifies", "supersedes", "carries-out"];
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
/// Speakers whose word counts as confirmed by observers.
const OBSERVERS: &[&str] = &["aot", "asean", "asean-chair", "icrc", "iot", "malaysia", "philippines"];
const PARTIES: [&str; 2] = ["cambodia", "thailand"];
/// A title stays on two lines of a phone.
const LONGEST_TITLE: usize = 64;

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
            obligations: record
                .obligations()
                .map(|(_, item)| (item.id.as_str(), item))
                .collect(),
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
        self.ensure(
            crate::catalogue::moment::parse_date(text).is_some(),
            at,
            field,
            || format!("`{text}` is no day that exists (YYYY-MM-DD)"),
        );
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
            let at = At { file, item: &edition.version };
            self.day(&edition.published, &at, "published");
            self.day(&edition.as_of, &at, "as_of");
            self.ensure(edition.slots >= slots, &at, "slots", || {
                "slots only grow".to_owned()
            });
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
            self.known_sources(&place.sources, false, &At { file, item: &item }, "sources");
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
            self.ensure(
                source.url.is_some() == (source.kind != "document"),
                &at,
                "url",
                || "every source but the two documents has an address".to_owned(),
            );
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
            self.ensure(event.id.starts_with(month) || event.id.ends_with("ceasefire"), &at, "id", || {
                format!("the id does not begin with the month of its date, {month}")
            });
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
        let at = At { file: &file, item: &head.id };
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

    fn obligation(&mut self, head: &Instrument, item: &Obligation) {
        let file = file_of(&head.id);
        let at = At { file: &file, item: &item.id };
        let prefix = format!("{}-", head.id);
        self.ensure(item.id.starts_with(&prefix), &at, "id", || {
            format!("does not begin with `{prefix}`")
        });
        let themes: Vec<&str> = self.record.themes.iter().map(|theme| theme.id.as_str()).collect();
        self.one_of(&item.theme, &themes, &at, "theme");
        self.one_of(&item.kind, &Kind::ALL.map(Kind::name), &at, "kind");
        self.one_of(&item.provision, PROVISIONS, &at, "provision");
        let numbering = Numbering::of_name(&item.numbering);
        self.one_of(&item.numbering, &["confirmed", "working", "none"], &at, "numbering");
        self.ensure(
            item.paragraph.is_empty() == (numbering == Some(Numbering::None)),
            &at,
            "paragraph",
            || "a paragraph is given if and only if the numbering is not `none`".to_owned(),
        );
        self.ensure(!item.bearers.is_empty(), &at, "bearers", || "nobody owes it".to_owned());
        self.in_party_order(&item.bearers, &at, "bearers");
        self.in_party_order(&item.beneficiary, &at, "beneficiary");
        self.in_party_order(&item.verifier, &at, "verifier");
        self.known_sources(&item.sources, true, &at, "sources");
        self.known_obligations(&item.depends_on, &at, "depends_on");
        for (n, lineage) in item.lineage.iter().enumerate() {
            let field = nth("lineage", n);
            self.one_of(&lineage.relation, RELATIONS, &at, &field);
            self.known_obligations(std::slice::from_ref(&lineage.to), &at, &field);
            self.lineage_goes_back(head, &lineage.to, &at, &field);
        }
        self.both_parties_or_neither(item.order.iter().map(|order| order.by.as_str()), &at, "order");
        for order in &item.order {
            for step in &order.steps {
                self.known_obligations(step, &at, "order");
            }
        }
        self.both_parties_or_neither(item.reading.iter().map(|one| one.by.as_str()), &at, "reading");
        for (n, reading) in item.reading.iter().enumerate() {
            let field = nth("reading", n);
            self.known_sources(&reading.sources, true, &at, &field);
            if let Some(date) = &reading.date
                && let Some(date) = self.date(date, &at, &field)
            {
                self.not_after_the_record(date, &at, &field);
            }
        }
        self.clocks(item, &at);
        self.claims(head, item, &at);
        self.baselines(item, &at);
    }

    fn lineage_goes_back(&mut self, head: &Instrument, to: &str, at: &At<'_>, field: &str) {
        let Some((target, _)) = self.record.obligations().find(|(_, item)| item.id == to) else {
            return;
        };
        let dates = (Moment::parse(&head.date), Moment::parse(&target.date));
        if let (Some(own), Some(other)) = dates {
            self.ensure(other.day_number() <= own.day_number(), at, field, || {
                format!("`{to}` stands in a later text; lineage goes back")
            });
        }
    }

    fn both_parties_or_neither<'b>(
        &mut self,
        by: impl Iterator<Item = &'b str>,
        at: &At<'_>,
        field: &str,
    ) {
        let by: Vec<&str> = by.collect();
        self.ensure(by.is_empty() || by == PARTIES, at, field, || {
            format!("Cambodia's, then Thailand's, or neither; found: {}", by.join(", "))
        });
    }

    fn clocks(&mut self, item: &Obligation, at: &At<'_>) {
        let readers: Vec<&str> = item.clock.iter().filter_map(|clock| clock.by.as_deref()).collect();
        if readers.is_empty() {
            self.ensure(item.clock.len() <= 1, at, "clock", || {
                "more than one clock needs the party whose reading each is (`by`)".to_owned()
            });
        } else {
            self.ensure(readers.len() == item.clock.len(), at, "clock", || {
                "either every clock has a `by` or none".to_owned()
            });
            self.both_parties_or_neither(readers.into_iter(), at, "clock");
        }
        for (n, clock) in item.clock.iter().enumerate() {
            self.clock(clock, at, &nth("clock", n));
        }
    }

    fn clock(&mut self, clock: &ClockEntry, at: &At<'_>, field: &str) {
        let forms = [clock.due.is_some(), clock.start.is_some(), clock.open.is_some()];
        self.ensure(forms.into_iter().filter(|&is| is).count() == 1, at, field, || {
            "exactly one of `due`, `start` and `open` is given".to_owned()
        });
        if let Some(due) = &clock.due {
            self.date(due, at, field);
        }
        if let Some(span) = &clock.span {
            self.ensure(Span::parse(span).is_some(), at, field, || {
                format!("`{span}` is no span (P72H, P10D, P3W, P1M)")
            });
            self.ensure(clock.start.is_some(), at, field, || "a span needs a start".to_owned());
        }
        if let Some(start) = &clock.start {
            self.ensure(start.event.is_some() != start.condition.is_some(), at, field, || {
                "a start is an event or a condition".to_owned()
            });
            self.known_event(start.event.as_deref(), at, field);
            let blocked = clock.blocked.is_some() || clock.met.is_some() || clock.stopped.is_some();
            self.ensure(start.condition.is_none() || blocked, at, field, || {
                "a condition needs a word on why the clock has not started (`blocked`)".to_owned()
            });
        }
        for when in [&clock.met, &clock.stopped].into_iter().flatten() {
            self.when(when, at, field);
        }
    }

    fn when(&mut self, when: &WhenEntry, at: &At<'_>, field: &str) {
        self.ensure(when.event.is_some() != when.at.is_some(), at, field, || {
            "a time is an event or a date (`at`)".to_owned()
        });
        self.known_event(when.event.as_deref(), at, field);
        if let Some(date) = &when.at
            && let Some(date) = self.date(date, at, field)
        {
            self.not_after_the_record(date, at, field);
        }
    }

    fn known_event(&mut self, id: Option<&str>, at: &At<'_>, field: &str) {
        if let Some(id) = id {
            self.ensure(self.events.contains_key(id), at, field, || format!("unknown event `{id}`"));
        }
    }

    fn claims(&mut self, head: &Instrument, item: &Obligation, at: &At<'_>) {
        let begin = Moment::parse(&head.date);
        for (n, claim) in item.claim.iter().enumerate() {
            let field = nth("claim", n);
            self.known_sources(&claim.sources, true, at, &field);
            self.ensure(self.bearers.contains_key(claim.by.as_str()), at, &field, || {
                format!("unknown speaker `{}`", claim.by)
            });
            self.in_party_order(&claim.on, at, &field);
            for on in &claim.on {
                self.ensure(item.bearers.contains(on), at, &field, || {
                    format!("`{on}` does not owe this item")
                });
            }
            if let Some(status) = &claim.status {
                self.one_of(status, &Status::ALL.map(Status::name), at, &field);
            }
            let speaker = self.record.parties.iter().find(|party| party.id == claim.by);
            if let Some(party) = speaker {
                self.ensure(claim.text.en.starts_with(&party.name.en), at, &field, || {
                    format!("a statement of {0} begins with \"{0}\"", party.name.en)
                });
            }
            if let Some(date) = self.date(&claim.date, at, &field) {
                self.not_after_the_record(date, at, &field);
                if let Some(begin) = begin {
                    let before = date.end_minute() <= begin.first_minute();
                    self.ensure(before == claim.early, at, &field, || {
                        format!("{date} is before the text of {begin}, or is marked `early` and is not")
                    });
                }
            }
        }
    }

    fn baselines(&mut self, item: &Obligation, at: &At<'_>) {
        if item.text_awaited {
            self.ensure(item.baseline.is_empty(), at, "baseline", || {
                "a text that is awaited has no baseline".to_owned()
            });
            return;
        }
        let bearers: Vec<&String> = item.baseline.iter().map(|baseline| &baseline.bearer).collect();
        self.ensure(bearers.iter().copied().eq(&item.bearers), at, "baseline", || {
            format!("one for each bearer, in their order ({})", item.bearers.join(", "))
        });
        for baseline in &item.baseline {
            let field = format!("baseline {}", baseline.bearer);
            self.one_of(&baseline.status, &Status::ALL.map(Status::name), at, &field);
            self.one_of(&baseline.basis, &["none", "self", "other", "press", "observers"], at, &field);
            let status = Status::of_name(&baseline.status);
            if let Some(extent) = &baseline.extent {
                let good = Extent::of_name(extent).is_some() && status == Some(Status::UnderWay);
                self.ensure(good, at, &field, || {
                    "an extent is `minimal` or `intermediate` and goes with under-way".to_owned()
                });
            }
            let Some(status) = status else { continue };
            self.baseline_support(item, &baseline.bearer, status, baseline, at, &field);
        }
    }

    /// A baseline rests on claims: the same status from somebody, or different ones where it is disputed; none where there is no evidence.
    fn baseline_support(
        &mut self,
        item: &Obligation,
        bearer: &str,
        status: Status,
        baseline: &super::BaselineEntry,
        at: &At<'_>,
        field: &str,
    ) {
        let with_status: Vec<&super::Claim> = item
            .claim
            .iter()
            .filter(|claim| claim.status.is_some())
            .filter(|claim| claim.on.is_empty() || claim.on.iter().any(|on| on == bearer))
            .collect();
        if matches!(status, Status::NoEvidence | Status::NotAssessed) {
            self.ensure(with_status.is_empty(), at, field, || {
                format!("`{}` stands against claims that carry a status", status.name())
            });
            self.ensure(baseline.basis == "none", at, field, || {
                "where there is no evidence the basis is `none`".to_owned()
            });
            return;
        }
        let different: BTreeSet<&str> =
            with_status.iter().filter_map(|claim| claim.status.as_deref()).collect();
        let same: Vec<&&super::Claim> = with_status
            .iter()
            .filter(|claim| claim.status.as_deref() == Some(status.name()))
            .collect();
        let supported = !same.is_empty() || (status == Status::Disputed && different.len() > 1);
        self.ensure(supported, at, field, || {
            format!("no claim on {bearer} supports `{}`", status.name())
        });
        if !supported {
            return;
        }
        let rests_on: Vec<&super::Claim> = if same.is_empty() {
            with_status
        } else {
            same.into_iter().copied().collect()
        };
        let strongest = rests_on.iter().map(|claim| basis_of(&claim.by, bearer)).max();
        let wanted = strongest.unwrap_or_default().name();
        self.ensure(baseline.basis == wanted, at, field, || {
            format!("the basis is `{}`, the claims that it rests on give `{wanted}`", baseline.basis)
        });
        match &baseline.as_of {
            None => self.fault(at, field, "has no `as_of`".to_owned()),
            Some(as_of) => {
                let newest = rests_on
                    .iter()
                    .filter_map(|claim| Moment::parse(&claim.date))
                    .max_by_key(|date| date.first_minute());
                let given = self.date(as_of, at, field);
                if let (Some(newest), Some(given)) = (newest, given) {
                    self.ensure(given == newest, at, field, || {
                        format!("`as_of` is {given}, the newest claim that it rests on is of {newest}")
                    });
                }
            }
        }
    }

    fn slots(&mut self) {
        let record = self.record;
        let mut owners: BTreeMap<u16, &str> = BTreeMap::new();
        let mut seen = HashSet::new();
        for (head, item) in record.obligations() {
            let file = file_of(&head.id);
            let at = At { file: &file, item: &item.id };
            self.ensure(seen.insert(&item.id), &at, "id", || "stands twice".to_owned());
            if let Some(other) = owners.insert(item.slot, &item.id) {
                self.fault(&at, "slot", format!("slot {} is also that of {other}", item.slot));
            }
        }
        let Some(edition) = record.editions.last() else { return };
        let at = At { file: "editions.toml", item: &edition.version };
        let withdrawn: HashSet<u16> =
            record.editions.iter().flat_map(|edition| edition.withdrawn.iter().copied()).collect();
        for slot in 0..edition.slots {
            self.ensure(owners.contains_key(&slot) != withdrawn.contains(&slot), &at, "slots", || {
                format!("slot {slot} must have an obligation or be listed as withdrawn, not both")
            });
        }
        for (slot, id) in owners.range(edition.slots..) {
            self.fault(&at, "slots", format!("{id} has slot {slot}, the edition has {}", edition.slots));
        }
    }

    /// Neither dependencies nor lineage lead back to where they began.
    fn circles(&mut self) {
        let depends: HashMap<&str, Vec<&str>> = self
            .obligations
            .iter()
            .map(|(&id, item)| (id, item.depends_on.iter().map(String::as_str).collect()))
            .collect();
        let lineage: HashMap<&str, Vec<&str>> = self
            .obligations
            .iter()
            .map(|(&id, item)| (id, item.lineage.iter().map(|one| one.to.as_str()).collect()))
            .collect();
        for (field, graph) in [("depends_on", depends), ("lineage", lineage)] {
            for (head, item) in self.record.obligations() {
                if let Some(path) = circle(&graph, &item.id) {
                    let file = file_of(&head.id);
                    let at = At { file: &file, item: &item.id };
                    self.fault(&at, field, format!("leads back to itself: {}", path.join(" → ")));
                }
            }
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
            self.known_sources(&proposal.sources, true, &At { file, item: &proposal.id }, "sources");
        }
        for question in &record.questions {
            let at = At { file, item: &question.id };
            self.known_sources(&question.sources, false, &at, "sources");
            self.known_obligations(&question.bears_on, &at, "bears_on");
        }
        for term in &record.terms {
            let at = At { file: "glossary.toml", item: &term.id };
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
            let at = At { file: "traces.toml", item: &item };
            self.one_of(&trace.document, &["article", "explainer"], &at, "document");
            let place = next.entry(&trace.document).or_insert(1);
            let wanted = *place;
            *place = trace.sentence + 1;
            self.ensure(trace.sentence == wanted, &at, "sentence", || {
                format!("sentence {wanted} comes next")
            });
            for id in &trace.items {
                self.ensure(known.contains(id.as_str()), &at, "items", || format!("unknown item `{id}`"));
            }
            self.ensure(trace.items.is_empty() == trace.reason.is_some(), &at, "reason", || {
                "a sentence has items, or a reason why it has none".to_owned()
            });
        }
    }

    /// The English of every text: there, plain, and in neutral words.
    fn texts(&mut self) {
        let loaded: Vec<String> = self.record.loaded_words.iter().map(|word| word.to_lowercase()).collect();
        for placed in texts(self.record) {
            let at = At { file: &placed.file, item: &placed.item };
            for text in [Some(&placed.text.en), placed.text.km.as_ref(), placed.text.th.as_ref()].into_iter().flatten() {
                self.ensure(!text.is_empty() && text.trim() == text, &at, &placed.field, || {
                    "is empty, or begins or ends with a blank".to_owned()
                });
                self.ensure(!text.contains(['<', '>', '!', '\n']), &at, &placed.field, || {
                    "has markup, an exclamation mark or a line break".to_owned()
                });
            }
            if placed.field == "title" {
                let length = placed.text.en.chars().count();
                self.ensure(length <= LONGEST_TITLE, &at, "title", || {
                    format!("has {length} characters, {LONGEST_TITLE} at the most")
                });
            }
            let words = format!(" {} ", only_words(&placed.text.en));
            for word in &loaded {
                self.ensure(!words.contains(&format!(" {} ", only_words(word))), &at, &placed.field, || {
                    format!("uses the loaded word \"{word}\"")
                });
            }
        }
    }
}

/// On what a claim by this speaker rests, for this bearer.
fn basis_of(speaker: &str, bearer: &str) -> Basis {
    if speaker == bearer {
        Basis::OwnClaim
    } else if PARTIES.contains(&speaker) {
        Basis::OtherClaim
    } else if OBSERVERS.contains(&speaker) {
        Basis::Observers
    } else {
        Basis::Press
    }
}

/// A text in lower case with every run of other characters than letters, digits and inner hyphens folded into one blank.
fn only_words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '’' && c != '\'');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The way from `start` back to itself along the graph, if there is one.
fn circle<'a>(graph: &HashMap<&'a str, Vec<&'a str>>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut stack = vec![vec![start]];
    let mut seen = HashSet::new();
    while let Some(path) = stack.pop() {
        let last = *path.last()?;
        for &next in graph.get(last).into_iter().flatten() {
            let mut longer = path.clone();
            longer.push(next);
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                stack.push(longer);
            }
        }
    }
    None
}
