//! The items of the TOML files, field by field as `catalogue/FORMAT.md` describes them. Nothing is checked here but the form.
//!
//! The same types are written out as open data (`site::data`), and their schema is made of them: the comments on the fields are what the
//! schema and the codebook say.

use super::text::Text;
use serde::{Deserialize, Serialize};

/// One published state of the record.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "Edition"))]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// Its version, date-based: `2026-11`.
    pub version: String,
    /// The day of its publication.
    pub published: String,
    /// The day up to which the public record was followed.
    pub as_of: String,
    /// How many slots it has.
    pub slots: u16,
    /// Slots whose obligations were withdrawn: tombstones, never used again.
    #[serde(default)]
    pub withdrawn: Vec<u16>,
    /// What changed since the edition before it.
    #[serde(default, rename(deserialize = "change"))]
    pub changes: Vec<ChangeEntry>,
}

/// One line of the change log.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "Change"))]
#[serde(deny_unknown_fields)]
pub struct ChangeEntry {
    /// `facts`, `corrections` or `method`.
    pub kind: String,
    /// What changed.
    pub text: Text,
}

/// One of the two parties.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// `cambodia` or `thailand`.
    pub id: String,
    /// Its short name.
    pub name: Text,
    /// Its official name.
    pub official: Text,
    /// Its adjective.
    pub adjective: Text,
}

/// A body: duty-bearer, verifier or speaker.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its id.
    pub id: String,
    /// Its acronym or short name.
    pub short: Text,
    /// Its name.
    pub name: Text,
    /// What it does.
    pub role: Text,
    /// Where that is said.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A field of obligations.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "Theme"))]
#[serde(deny_unknown_fields)]
pub struct ThemeEntry {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What belongs to it.
    pub text: Text,
}

/// A place that each side names in its own way.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The Cambodian form; omitted where none was found.
    pub cambodian: Option<Text>,
    /// The Thai form; omitted where none was found.
    pub thai: Option<Text>,
    /// Other names and spellings in any script, by which people look for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it is.
    pub text: Option<Text>,
    /// Where that is said.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The head of an instrument.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub name: Text,
    /// Its official title.
    pub official: Text,
    /// Names in use, and by whom.
    #[serde(default)]
    pub common: Vec<CommonName>,
    /// When it was signed or agreed.
    pub date: String,
    /// Where.
    pub place: Text,
    /// Who signed.
    #[serde(default)]
    pub signatories: Vec<Signatory>,
    /// Who witnessed.
    #[serde(default)]
    pub witnesses: Vec<Text>,
    /// What kind of text it is.
    pub nature: Text,
    /// The language of the authentic text.
    pub language: Text,
    /// `core` or `related`.
    pub group: String,
    /// Until when it was in force, where a later text took its place.
    pub in_force_until: Option<String>,
    /// Two or three sentences on it.
    pub summary: Text,
    /// On the number of points and the state of the numbering.
    pub count_note: Option<Text>,
    /// Where that is said.
    pub sources: Vec<String>,
}

/// A name in use for an instrument.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommonName {
    /// The name.
    pub name: Text,
    /// Who uses it.
    pub used_by: Text,
    /// Where that is said.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Who signed for a party.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The party or body.
    pub party: String,
    /// The person and office.
    pub who: Text,
}

/// One separately checkable promise.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Its stable id.
    pub id: String,
    /// The append-only number that links use.
    pub slot: u16,
    /// Its paragraph as printed.
    pub paragraph: String,
    /// `confirmed`, `working` or `none`.
    pub numbering: String,
    /// Its theme.
    pub theme: String,
    /// Its kind.
    pub kind: String,
    /// Who owes it.
    pub bearers: Vec<String>,
    /// The organ or channel through which it is owed.
    pub through: Option<Text>,
    /// To whom it is owed.
    #[serde(default)]
    pub beneficiary: Vec<String>,
    /// Who checks.
    #[serde(default)]
    pub verifier: Vec<String>,
    /// The verifier is implied, not named.
    #[serde(default)]
    pub verifier_implied: bool,
    /// The Peace Accords Matrix provision type; empty where none fits.
    #[serde(default)]
    pub provision: String,
    /// Steps that come first.
    #[serde(default)]
    pub depends_on: Vec<String>,
    /// The text could not be read.
    #[serde(default)]
    pub text_awaited: bool,
    /// The text invites; it does not bind.
    #[serde(default)]
    pub appeal: bool,
    /// Where it is said.
    pub sources: Vec<String>,
    /// Its title.
    pub title: Text,
    /// Its text in our own words.
    pub text: Text,
    /// What is inferred, uncertain or to be checked.
    pub caution: Option<Text>,
    /// What it does to earlier items.
    #[serde(default)]
    pub lineage: Vec<Lineage>,
    /// The order of steps as each party sees it.
    #[serde(default, rename(serialize = "orders"))]
    pub order: Vec<Order>,
    /// Its deadlines.
    #[serde(default, rename(serialize = "clocks"))]
    pub clock: Vec<ClockEntry>,
    /// How each party reads it.
    #[serde(default, rename(serialize = "readings"))]
    pub reading: Vec<Reading>,
    /// The public record.
    #[serde(default, rename(serialize = "claims"))]
    pub claim: Vec<Claim>,
    /// What the record supports for each bearer.
    #[serde(default)]
    pub baseline: Vec<BaselineEntry>,
}

/// What an obligation does to an earlier one.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// The earlier one.
    pub to: String,
    /// `restates`, `modifies`, `supersedes` or `carries-out`.
    pub relation: String,
    /// A word on it.
    pub note: Option<Text>,
}

/// The order of steps as one party sees it.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The party.
    pub by: String,
    /// One step after the other; what stands in one step is done side by side.
    pub steps: Vec<Vec<String>>,
    /// A word on it.
    pub note: Option<Text>,
}

/// A deadline.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "Clock"))]
#[serde(deny_unknown_fields)]
pub struct ClockEntry {
    /// The party whose reading it is.
    pub by: Option<String>,
    /// Worked out by us.
    #[serde(default)]
    pub inferred: bool,
    /// What it counts from.
    pub start: Option<StartEntry>,
    /// How long it runs.
    pub span: Option<String>,
    /// A fixed date.
    pub due: Option<String>,
    /// Words without a date.
    pub open: Option<Text>,
    /// When it was met.
    pub met: Option<WhenEntry>,
    /// When it was stopped.
    pub stopped: Option<WhenEntry>,
    /// Why it has not started.
    pub blocked: Option<Text>,
    /// The clock in one sentence.
    pub text: Text,
}

/// What starts a clock: an event, or a condition.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "Start"))]
#[serde(deny_unknown_fields)]
pub struct StartEntry {
    /// The event.
    pub event: Option<String>,
    /// The condition.
    pub condition: Option<Text>,
}

/// When something happened: at an event, or at a date of its own.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "When"))]
#[serde(deny_unknown_fields)]
pub struct WhenEntry {
    /// The event.
    pub event: Option<String>,
    /// The date.
    pub at: Option<String>,
}

/// How a party reads an obligation, or what it says of who breached it.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The party.
    pub by: String,
    /// The date of the newest source.
    pub date: Option<String>,
    /// The reading.
    pub text: Text,
    /// Where it is said.
    pub sources: Vec<String>,
}

/// A dated statement of the public record.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// When.
    pub date: String,
    /// Who says it.
    pub by: String,
    /// The bearers it is about; all where empty.
    #[serde(default)]
    pub on: Vec<String>,
    /// The status that it supports.
    pub status: Option<String>,
    /// Made before the text was agreed, on what the text then fixed.
    #[serde(default)]
    pub early: bool,
    /// What it says.
    pub text: Text,
    /// Where it is said.
    pub sources: Vec<String>,
}

/// What the public record supports for one bearer.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema), schemars(rename = "Baseline"))]
#[serde(deny_unknown_fields)]
pub struct BaselineEntry {
    /// The bearer.
    pub bearer: String,
    /// The status.
    pub status: String,
    /// The basis.
    pub basis: String,
    /// The day of the newest statement.
    pub as_of: Option<String>,
    /// How far, where it is under way.
    pub extent: Option<String>,
}

/// Something that happened.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id, date first.
    pub id: String,
    /// When, or from when.
    pub date: String,
    /// Until when.
    pub until: Option<String>,
    /// `agreement`, `incident`, `meeting`, `step` or `statement`.
    pub kind: String,
    /// Where.
    pub place: Option<Text>,
    /// What.
    pub text: Text,
    /// Instruments it concerns as a whole.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// Obligations it bears on.
    #[serde(default)]
    pub bears_on: Vec<String>,
    /// The parties' accounts differ.
    #[serde(default)]
    pub contested: bool,
    /// Where it is said.
    pub sources: Vec<String>,
}

/// A source.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its date, where known.
    pub date: Option<String>,
    /// Its address; none for the two source documents.
    pub url: Option<String>,
    /// Further addresses.
    #[serde(default)]
    pub also: Vec<String>,
    /// Who speaks in it.
    pub kind: String,
    /// Its language.
    pub language: String,
    /// How much of it could be read: `whole` or `opening`.
    pub extent: String,
}

/// A term of the glossary.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The term.
    pub term: Text,
    /// What it means.
    pub text: Text,
    /// Where that is said.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What a third side pledged: not an obligation of the parties.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// Its id.
    pub id: String,
    /// Who pledged.
    pub by: String,
    /// When.
    pub date: String,
    /// What.
    pub text: Text,
    /// How it stands, as last reported.
    pub status: Text,
    /// Its parts.
    #[serde(default)]
    pub parts: Vec<PledgePart>,
    /// Where that is said.
    pub sources: Vec<String>,
}

/// A part of a pledge.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PledgePart {
    /// The amount as stated.
    pub amount: String,
    /// What for.
    pub purpose: Text,
}

/// A step that experts propose: not an obligation.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Its id.
    pub id: String,
    /// Who proposes it.
    pub by: Text,
    /// What.
    pub text: Text,
    /// Where that is said.
    pub sources: Vec<String>,
}

/// An open question of the record.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question, and what is known.
    pub text: Text,
    /// Obligations it bears on.
    #[serde(default)]
    pub bears_on: Vec<String>,
    /// Where that is said.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A sentence of a source document and what carries it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// `article` or `explainer`.
    pub document: String,
    /// Its number in the document, from 1.
    pub sentence: u16,
    /// How it begins.
    pub begins: String,
    /// What carries it.
    pub items: Vec<String>,
    /// Why nothing does.
    pub reason: Option<String>,
}
