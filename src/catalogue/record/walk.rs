//! Every text of a record with its place: for the neutrality check, the list of what is missing, and the translators.

use super::{Record, Text};

/// A text and where it stands.
pub struct Placed<'a> {
    /// The file, as a path in the catalogue folder.
    pub file: String,
    /// The id of the item.
    pub item: String,
    /// The field.
    pub field: String,
    /// The text.
    pub text: &'a Text,
}

/// Every text of the record, in the order of the files.
pub fn texts(record: &Record) -> Vec<Placed<'_>> {
    let mut walk = Walk(Vec::new());
    for edition in &record.editions {
        for (n, change) in edition.changes.iter().enumerate() {
            walk.add("editions.toml", &edition.version, &nth("change", n), &change.text);
        }
    }
    let parties = "parties.toml";
    for party in &record.parties {
        walk.add(parties, &party.id, "name", &party.name);
        walk.add(parties, &party.id, "official", &party.official);
        walk.add(parties, &party.id, "adjective", &party.adjective);
    }
    for body in &record.bodies {
        walk.add(parties, &body.id, "short", &body.short);
        walk.add(parties, &body.id, "name", &body.name);
        walk.add(parties, &body.id, "role", &body.role);
    }
    for theme in &record.themes {
        walk.add(parties, &theme.id, "name", &theme.name);
        walk.add(parties, &theme.id, "text", &theme.text);
    }
    for (n, place) in record.places.iter().enumerate() {
        let item = nth("place", n);
        walk.add_some(parties, &item, "cambodian", place.cambodian.as_ref());
        walk.add_some(parties, &item, "thai", place.thai.as_ref());
        walk.add_some(parties, &item, "text", place.text.as_ref());
    }
    for file in &record.instruments {
        walk.instrument(&file.instrument);
        for obligation in &file.obligations {
            walk.obligation(&file.instrument.id, obligation);
        }
    }
    for event in &record.events {
        walk.add_some("events.toml", &event.id, "place", event.place.as_ref());
        walk.add("events.toml", &event.id, "text", &event.text);
    }
    for term in &record.terms {
        walk.add("glossary.toml", &term.id, "term", &term.term);
        walk.add("glossary.toml", &term.id, "text", &term.text);
    }
    let pledges = "pledges.toml";
    for pledge in &record.pledges {
        walk.add(pledges, &pledge.id, "text", &pledge.text);
        walk.add(pledges, &pledge.id, "status", &pledge.status);
        for (n, part) in pledge.parts.iter().enumerate() {
            walk.add(pledges, &pledge.id, &nth("parts", n), &part.purpose);
        }
    }
    for proposal in &record.proposals {
        walk.add(pledges, &proposal.id, "by", &proposal.by);
        walk.add(pledges, &proposal.id, "text", &proposal.text);
    }
    for question in &record.questions {
        walk.add(pledges, &question.id, "text", &question.text);
    }
    walk.0
}

struct Walk<'a>(Vec<Placed<'a>>);

impl<'a> Walk<'a> {
    fn add(&mut self, file: &str, item: &str, field: &str, text: &'a Text) {
        self.0.push(Placed {
            file: file.to_owned(),
            item: item.to_owned(),
            field: field.to_owned(),
            text,
        });
    }

    fn add_some(&mut self, file: &str, item: &str, field: &str, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.add(file, item, field, text);
        }
    }

    fn instrument(&mut self, head: &'a super::Instrument) {
        let file = file_of(&head.id);
        for (field, text) in [
            ("name", &head.name),
            ("official", &head.official),
            ("place", &head.place),
            ("nature", &head.nature),
            ("language", &head.language),
            ("summary", &head.summary),
        ] {
            self.add(&file, &head.id, field, text);
        }
        self.add_some(&file, &head.id, "count_note", head.count_note.as_ref());
        for (n, common) in head.common.iter().enumerate() {
            self.add(&file, &head.id, &nth("common.name", n), &common.name);
            self.add(&file, &head.id, &nth("common.used_by", n), &common.used_by);
        }
        for (n, signatory) in head.signatories.iter().enumerate() {
            self.add(&file, &head.id, &nth("signatories", n), &signatory.who);
        }
        for (n, witness) in head.witnesses.iter().enumerate() {
            self.add(&file, &head.id, &nth("witnesses", n), witness);
        }
    }

    fn obligation(&mut self, instrument: &str, obligation: &'a super::Obligation) {
        let file = file_of(instrument);
        let id = obligation.id.as_str();
        self.add(&file, id, "title", &obligation.title);
        self.add(&file, id, "text", &obligation.text);
        self.add_some(&file, id, "through", obligation.through.as_ref());
        self.add_some(&file, id, "caution", obligation.caution.as_ref());
        for (n, lineage) in obligation.lineage.iter().enumerate() {
            self.add_some(&file, id, &nth("lineage.note", n), lineage.note.as_ref());
        }
        for (n, order) in obligation.order.iter().enumerate() {
            self.add_some(&file, id, &nth("order.note", n), order.note.as_ref());
        }
        for (n, clock) in obligation.clock.iter().enumerate() {
            self.add(&file, id, &nth("clock.text", n), &clock.text);
            self.add_some(&file, id, &nth("clock.open", n), clock.open.as_ref());
            self.add_some(&file, id, &nth("clock.blocked", n), clock.blocked.as_ref());
            let condition = clock.start.as_ref().and_then(|start| start.condition.as_ref());
            self.add_some(&file, id, &nth("clock.condition", n), condition);
        }
        for (n, reading) in obligation.reading.iter().enumerate() {
            self.add(&file, id, &nth("reading", n), &reading.text);
        }
        for (n, claim) in obligation.claim.iter().enumerate() {
            self.add(&file, id, &nth("claim", n), &claim.text);
        }
    }
}

/// The file of an instrument.
pub fn file_of(instrument: &str) -> String {
    format!("instruments/{instrument}.toml")
}

/// A field that repeats, with its place from 1: `claim 3`.
pub fn nth(field: &str, index: usize) -> String {
    format!("{field} {}", index + 1)
}
