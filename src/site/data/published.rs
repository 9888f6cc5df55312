//! The shape of `data/catalogue.<language>.json`: the types of the record as they are, under one head, with what is computed from them.

use super::clocks::{ClockState, computed};
use super::one_language;
use crate::catalogue::record::{
    Body, EditionEntry, Event, Instrument, Language, Obligation, Party, Place, Pledge, Proposal, Question, Record,
    Source, Term, ThemeEntry,
};
use crate::language::Words;
use crate::site::Failure;
use crate::site::words::PageWords;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// The version of this shape. The first number grows when something is taken away or changes its meaning, the second when something is
/// added.
pub const SCHEMA_VERSION: &str = "1.0.0";
/// The file in `data/` that holds the schema.
pub const SCHEMA_FILE: &str = "catalogue.schema.json";
/// The licence of the data.
pub const LICENCE: &str = "CC BY 4.0";
/// Where the licence can be read.
pub const LICENCE_ADDRESS: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The record of the obligations in the 2025 Cambodia–Thailand accords, whole, in one language.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Catalogue")]
pub struct Published<'a> {
    /// The address of the schema, beside this file.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// The version of the schema: `major.minor.patch`.
    schema_version: &'static str,
    /// The language of the texts: `en`, `km` or `th`.
    language: &'static str,
    /// The name of the record.
    title: &'a str,
    /// The licence: CC BY 4.0.
    licence: &'static str,
    /// Where the licence can be read.
    licence_address: &'static str,
    /// How to cite the record, with edition and date.
    citation: String,
    /// The edition that this file holds.
    edition: &'a EditionEntry,
    /// Earlier editions, oldest first.
    earlier_editions: Vec<&'a EditionEntry>,
    /// The two parties: Cambodia, then Thailand.
    parties: &'a [Party],
    /// Joint and third bodies: duty-bearers, verifiers and speakers.
    bodies: &'a [Body],
    /// The fields of obligations.
    themes: &'a [ThemeEntry],
    /// Places that each side names in its own way, Cambodian form first.
    places: &'a [Place],
    /// The instruments with their obligations; core ones first, each group by date.
    instruments: Vec<PublishedInstrument<'a>>,
    /// What each clock of the obligations shows, as last reported on the edition's as-of date.
    clock_states: Vec<ClockState>,
    /// What happened.
    events: &'a [Event],
    /// The sources, by the ids that everything else names.
    sources: &'a [Source],
    /// The glossary.
    glossary: &'a [Term],
    /// What others pledged. Not obligations of the parties.
    pledges: &'a [Pledge],
    /// What commentators propose. Not obligations.
    proposals: &'a [Proposal],
    /// Open questions of the record.
    questions: &'a [Question],
    /// JSON Pointers (RFC 6901) of the texts that this language does not have yet: they are given in English.
    missing: Vec<String>,
}

/// An instrument with its obligations, in the order of its text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "InstrumentWithObligations")]
struct PublishedInstrument<'a> {
    /// The head of the instrument.
    #[serde(flatten)]
    head: &'a Instrument,
    /// Its obligations.
    obligations: &'a [Obligation],
}

/// The record in one language, as JSON.
pub fn published(
    record: &Record,
    language: Language,
    words: &'static Words,
    pages: &PageWords,
    address: Option<&str>,
) -> Result<Value, Failure> {
    let (edition, earlier) = record.editions.split_last().ok_or("the record has no edition")?;
    let file = Published {
        schema: SCHEMA_FILE,
        schema_version: SCHEMA_VERSION,
        language: language.code(),
        title: pages.record_title,
        licence: LICENCE,
        licence_address: LICENCE_ADDRESS,
        citation: pages.cite_record(words, edition, address),
        edition,
        earlier_editions: earlier.iter().collect(),
        parties: &record.parties,
        bodies: &record.bodies,
        themes: &record.themes,
        places: &record.places,
        instruments: record
            .instruments
            .iter()
            .map(|file| PublishedInstrument {
                head: &file.instrument,
                obligations: &file.obligations,
            })
            .collect(),
        clock_states: computed(record, words),
        events: &record.events,
        sources: &record.sources,
        glossary: &record.terms,
        pledges: &record.pledges,
        proposals: &record.proposals,
        questions: &record.questions,
        missing: Vec::new(),
    };
    let mut value = serde_json::to_value(file)?;
    let missing = one_language::speak(&mut value, language);
    value["missing"] = Value::from(missing);
    Ok(value)
}
