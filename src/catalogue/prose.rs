//! The prose of one language, as the page loads it: everything that is read, not computed with.
//!
//! `build_site` writes it, the page reads it. Obligations stand in the order of the page, bearers, obligations and instruments are
//! given by their numbers in `structure`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The prose of one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prose {
    /// Of each obligation.
    pub obligations: Vec<ObligationProse>,
    /// Events by date.
    pub events: Vec<EventProse>,
    /// Sources by id.
    pub sources: BTreeMap<String, SourceProse>,
    /// The instruments whose signed text is known to be in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed_in_english: Vec<u8>,
    /// The texts of this pack that stand in English since a translation is missing, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
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
