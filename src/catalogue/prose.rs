//! The prose of one language, as the page loads it: everything that is read, not computed with.
//!
//! `build_site` writes it, the page reads it. Obligations stand in the order of the page, bearers, obligations and instruments are
//! given by their numbers in `structure`.
//!
//! A pack is a JSON list of items, each on a line of its own. So it can be read a few lines at a time (`PackReader`): a phone is busy for
//! a fifth of a second with all of them, and hears nothing meanwhile.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The prose of one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prose {
    /// Of each obligation.
    pub obligations: Vec<ObligationProse>,
    /// Events by date.
    pub events: Vec<EventProse>,
    /// Sources by id.
    pub sources: BTreeMap<String, SourceProse>,
    /// The instruments whose signed text is known to be in English.
    pub signed_in_english: Vec<u8>,
    /// The texts of this pack that stand in English since a translation is missing, each once.
    pub missing: Vec<String>,
}

/// One line of a pack. Obligations and events stand in their order.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Item {
    Obligation(ObligationProse),
    Event(EventProse),
    Source(String, SourceProse),
    SignedInEnglish(Vec<u8>),
    Missing(Vec<String>),
}

impl Prose {
    /// The pack as it is written into a file.
    ///
    /// # Errors
    /// None that is known: all of it can be written as JSON.
    pub fn write(self) -> Result<String, serde_json::Error> {
        let obligations = self.obligations.into_iter().map(Item::Obligation);
        let events = self.events.into_iter().map(Item::Event);
        let sources = self.sources.into_iter().map(|(id, source)| Item::Source(id, source));
        let rest = [
            Item::SignedInEnglish(self.signed_in_english),
            Item::Missing(self.missing),
        ];
        let lines: Vec<String> = obligations
            .chain(events)
            .chain(sources)
            .chain(rest)
            .map(|item| serde_json::to_string(&item))
            .collect::<Result<_, _>>()?;
        Ok(format!("[\n{}\n]", lines.join(",\n")))
    }

    fn take(&mut self, item: Item) {
        match item {
            Item::Obligation(obligation) => self.obligations.push(obligation),
            Item::Event(event) => self.events.push(event),
            Item::Source(id, source) => drop(self.sources.insert(id, source)),
            Item::SignedInEnglish(instruments) => self.signed_in_english = instruments,
            Item::Missing(texts) => self.missing = texts,
        }
    }
}

/// What was read is no pack, or not all of one.
#[derive(Debug, Clone, Copy)]
pub struct NoPack;

/// Reads a pack a few lines at a time.
#[derive(Debug)]
pub struct PackReader {
    text: String,
    read: usize,
    prose: Prose,
}

impl PackReader {
    /// Of this text, of which nothing is read yet.
    pub fn new(text: String) -> Self {
        Self {
            text,
            read: 0,
            prose: Prose::default(),
        }
    }

    /// What is read by now.
    pub fn prose(&self) -> &Prose {
        &self.prose
    }

    /// Whether all is read.
    pub fn is_done(&self) -> bool {
        self.read == self.text.len()
    }

    /// All of it, once all is read.
    pub fn done(self) -> Prose {
        self.prose
    }

    /// Reads on: at least so many bytes of the text, to the end of a line.
    ///
    /// # Errors
    /// If a line is no item of a pack, or the text ends before its list does.
    pub fn read(&mut self, bytes: usize) -> Result<(), NoPack> {
        let end = self.text.len().min(self.read + bytes);
        while self.read < end {
            let rest = &self.text[self.read..];
            let line = rest.split_inclusive('\n').next().unwrap_or(rest);
            self.read += line.len();
            let is_last = self.is_done();
            match line.trim_end() {
                "[" if !is_last => {}
                "]" if is_last => {}
                _ if is_last => return Err(NoPack),
                line => self
                    .prose
                    .take(serde_json::from_str(line.trim_end_matches(',')).map_err(|_| NoPack)?),
            }
        }
        Ok(())
    }
}

/// The prose of one obligation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObligationProse {
    /// Its text in our own words.
    pub text: String,
    /// What is inferred, uncertain or to be checked; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caution: String,
    /// The organ or channel through which it is owed; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub through: String,
    /// To whom it is owed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beneficiary: Vec<u8>,
    /// Who checks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verifier: Vec<u8>,
    /// The verifier is implied, not named.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub verifier_implied: bool,
    /// Steps that come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<u16>,
    /// What it does to earlier items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lineage: Vec<LineageProse>,
    /// The order of steps as each party sees it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<OrderProse>,
    /// Its clocks, in the order of `Obligation::clocks`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockProse>,
    /// How each party reads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingProse>,
    /// The public record, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimProse>,
    /// Where the obligation is said.
    pub sources: Vec<String>,
    /// All names of the places that its detail names, in all languages, for search; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub places: String,
    /// Who checked the translation of its text and when, as `2026-12-01 Name`; empty while it is a working one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub checked: String,
}

/// What an obligation does to an earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineageProse {
    /// The earlier one.
    pub to: u16,
    /// 0 restates, 1 modifies, 2 supersedes, 3 carries out.
    pub relation: u8,
    /// A word on it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The order of steps as one party sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderProse {
    /// The party.
    pub by: u8,
    /// One step after the other; what stands in one step is done side by side.
    pub steps: Vec<Vec<u16>>,
    /// A word on it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The words of a clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClockProse {
    /// The clock in one sentence.
    pub text: String,
    /// The condition that starts it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// Why it has not started; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub blocked: String,
    /// What happened when it started; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub start: String,
}

/// How a party reads an obligation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingProse {
    /// The party.
    pub by: u8,
    /// The date of the newest source, as in the catalogue; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The reading.
    pub text: String,
    /// Where it is said.
    pub sources: Vec<String>,
}

/// A dated statement of the public record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimProse {
    /// When, as in the catalogue.
    pub date: String,
    /// Who says it.
    pub by: u8,
    /// The bearers it is about; all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<u8>,
    /// The status that it supports, by its name; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub status: String,
    /// What it says.
    pub text: String,
    /// Where it is said.
    pub sources: Vec<String>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventProse {
    /// Its id.
    pub id: String,
    /// When, or from when, as in the catalogue.
    pub date: String,
    /// Until when; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub until: String,
    /// 0 agreement, 1 incident, 2 meeting, 3 step, 4 statement.
    pub kind: u8,
    /// Where; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What.
    pub text: String,
    /// Instruments it concerns as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<u8>,
    /// Obligations it bears on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bears_on: Vec<u16>,
    /// The parties' accounts differ.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contested: bool,
    /// All names of the places that it names, in all languages, for search; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub places: String,
    /// Where it is said.
    pub sources: Vec<String>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceProse {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its date; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Its address; empty for the two source documents.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Its language.
    pub language: String,
    /// Only its opening could be read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opening: bool,
}

#[cfg(test)]
mod tests {
    use super::{EventProse, ObligationProse, PackReader, Prose, SourceProse};
    use std::collections::BTreeMap;

    fn obligation(text: &str) -> ObligationProse {
        serde_json::from_str(&format!(r#"{{"text":"{text}","sources":["S1"]}}"#)).expect("an obligation")
    }

    fn prose() -> Prose {
        let event: EventProse =
            serde_json::from_str(r#"{"id":"E1","date":"2025-10-26","kind":0,"text":"t","sources":[]}"#)
                .expect("an event");
        let source: SourceProse =
            serde_json::from_str(r#"{"title":"t, [\n]","publisher":"p","language":"en"}"#).expect("a source");
        Prose {
            obligations: vec![obligation("first ],"), obligation("ទីពីរ")],
            events: vec![event],
            sources: BTreeMap::from([("S1".to_owned(), source)]),
            signed_in_english: vec![0, 2],
            missing: vec!["one".to_owned()],
        }
    }

    fn read(text: &str, bytes: usize) -> Option<Prose> {
        let mut reader = PackReader::new(text.to_owned());
        while !reader.is_done() {
            let before = reader.read;
            reader.read(bytes).ok()?;
            assert!(reader.read > before, "no step forward");
        }
        Some(reader.done())
    }

    #[test]
    fn a_pack_is_read_as_it_was_written_however_many_bytes_at_a_time() {
        let text = prose().write().expect("a pack");
        for bytes in [1, 7, 100, text.len(), usize::MAX / 2] {
            assert_eq!(read(&text, bytes), Some(prose()), "{bytes}");
        }
        assert_eq!(
            serde_json::from_str::<Vec<serde_json::Value>>(&text)
                .map(|items| items.len())
                .ok(),
            Some(6)
        );
    }

    #[test]
    fn what_is_read_can_be_looked_at_meanwhile() {
        let text = prose().write().expect("a pack");
        let mut reader = PackReader::new(text);
        // The first line, and the first obligation.
        reader.read(3).expect("lines");
        assert_eq!(reader.prose().obligations, [obligation("first ],")]);
        assert!(!reader.is_done());
    }

    #[test]
    fn a_pack_that_ends_early_or_holds_something_else_is_refused() {
        let text = prose().write().expect("a pack");
        for end in (1..text.len()).filter(|&end| text.is_char_boundary(end)) {
            assert_eq!(read(&text[..end], 50), None, "{}", &text[..end]);
        }
        for other in ["<!doctype html>", "[\n1\n]", "[\n{\"else\":1}\n]", "[]", "]\n["] {
            assert_eq!(read(other, 50), None, "{other}");
        }
    }
}
