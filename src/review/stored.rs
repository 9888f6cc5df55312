//! How reviews and their entries are written down: JSON with format and version first.
//!
//! One reader for all that comes from outside: it checks, bounds and says what is wrong, and never puts a default in the place of
//! what it cannot read. What belongs to another edition is kept as it is.

use super::assessment::{LONGEST_NOTE, LONGEST_TEXT};
use super::migrate::{self, migrate};
use super::times::Times;
use super::{Act, Assessment, Edit, Entry, Evidence, Field, MOST_EVIDENCE, Review, Stamp, Target, Value};
use crate::accord::ACCORD;
use crate::catalogue::moment::{format_date, parse_date};
use crate::catalogue::{Basis, DutyNumber, Extent, Status};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// The version of a stored review that this program writes.
pub const STORED_VERSION: u32 = migrate::OF_REVIEW.len() as u32 + 1;
/// The version of a stored entry that this program writes.
pub const ENTRY_VERSION: u32 = migrate::OF_ENTRY.len() as u32 + 1;
/// Of what `folded` speaks beside duties.
const THE_REVIEW: &str = "review";
/// What stands in front of every stored review.
const REVIEW_FORMAT: &str = "accord-checklist-review";
/// What stands in front of every stored entry.
const ENTRY_FORMAT: &str = "accord-checklist-entry";

/// Why something stored cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StoredFault {
    /// It is no JSON, or is cut off.
    NotJson,
    /// It is JSON of something else.
    Foreign,
    /// A newer program wrote it, in this version.
    Newer(u32),
    /// It breaks a rule of the form; says which.
    Damaged(String),
}

/// Writes a review.
pub fn write_base(review: &Review) -> String {
    serde_json::to_string(&stored_review(review)).unwrap_or_default()
}

/// A review as it is written.
pub(super) fn stored_review(review: &Review) -> StoredReview {
    let known = ACCORD.duty_numbers().filter_map(|duty| {
        let own = review.assessment(duty);
        let plain = own.is_blank() && !own.changed.is_set();
        (!plain).then(|| {
            (
                ACCORD.duty_name(duty),
                serde_json::to_value(StoredAssessment::of(own)).unwrap_or_default(),
            )
        })
    });
    let elsewhere = review
        .elsewhere
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()));
    // One by one: to collect a map brings a way of sorting with it, several kilobytes of the program.
    let mut assessments = BTreeMap::new();
    for (name, value) in known.chain(elsewhere) {
        assessments.insert(name, value);
    }
    let mut folded = BTreeMap::new();
    for ((target, field), time) in review.settled.iter() {
        let of = folded.entry(target_name(target)).or_insert_with(|| json!({}));
        of[field.name()] = time.to_string().into();
    }
    StoredReview {
        format: REVIEW_FORMAT.to_owned(),
        version: STORED_VERSION,
        id: review.id().to_owned(),
        name: review.name().to_owned(),
        author: review.author().to_owned(),
        created: review.created().to_string(),
        edition: ACCORD.edition().version.to_owned(),
        assessments,
        folded,
        history: review.history().iter().map(StoredEntry::of).collect(),
    }
}

/// Reads a review that any version of this program wrote.
pub fn read_base(text: &str) -> Result<Review, StoredFault> {
    let stored: StoredReview = unfold(text, REVIEW_FORMAT, &migrate::OF_REVIEW)?;
    let mut assessments = vec![Assessment::default(); ACCORD.duties.len()];
    let mut elsewhere = BTreeMap::new();
    for (name, value) in stored.assessments {
        match names().get(&name) {
            Some(duty) => {
                let one: StoredAssessment =
                    serde_json::from_value(value).map_err(|error| StoredFault::Damaged(format!("{name}: {error}")))?;
                assessments[usize::from(duty.0)] = one.read(&name)?;
            }
            None => {
                elsewhere.insert(name, value);
            }
        }
    }
    let history: Result<Vec<Entry>, StoredFault> = stored.history.into_iter().map(StoredEntry::read).collect();
    let created = read_stamp(&stored.created)?;
    bounded("name", &stored.name, LONGEST_TEXT)?;
    bounded("author", &stored.author, LONGEST_TEXT)?;
    bounded("id", &stored.id, LONGEST_TEXT)?;
    let settled = read_folded(stored.folded)?;
    let mut review = Review::of_parts(
        stored.id,
        stored.name,
        stored.author,
        created,
        assessments,
        history?,
        settled,
    );
    review.elsewhere = elsewhere;
    Ok(review)
}

fn read_folded(folded: BTreeMap<String, serde_json::Value>) -> Result<Times, StoredFault> {
    let mut settled = Times::default();
    for (name, times) in folded {
        let times: BTreeMap<String, String> =
            serde_json::from_value(times).map_err(|error| StoredFault::Damaged(format!("folded: {error}")))?;
        let target = match name.as_str() {
            THE_REVIEW => Target::Review,
            _ => target_of(name),
        };
        for (field, time) in times {
            let known = Field::of_name(&field)
                .ok_or_else(|| StoredFault::Damaged(format!("folded: unknown field `{field}`")))?;
            if Field::OF_REVIEW.contains(&known) != (target == Target::Review) {
                return Err(StoredFault::Damaged(format!(
                    "folded: {field} stands in the wrong place"
                )));
            }
            settled.note((target.clone(), known), read_stamp(&time)?);
        }
    }
    Ok(settled)
}

/// Writes an entry.
pub fn write_entry(entry: &Entry) -> String {
    let stored = StoredLoneEntry {
        format: ENTRY_FORMAT.to_owned(),
        version: ENTRY_VERSION,
        entry: StoredEntry::of(entry),
    };
    serde_json::to_string(&stored).unwrap_or_default()
}

/// Reads an entry that any version of this program wrote.
pub fn read_entry(text: &str) -> Result<Entry, StoredFault> {
    let stored: StoredLoneEntry = unfold(text, ENTRY_FORMAT, &migrate::OF_ENTRY)?;
    stored.entry.read()
}

/// Reads JSON, looks at format and version before anything else, and leads older versions to the present one.
fn unfold<T: serde::de::DeserializeOwned>(
    text: &str,
    format: &str,
    steps: &[fn(&mut serde_json::Map<String, serde_json::Value>)],
) -> Result<T, StoredFault> {
    let mut json: serde_json::Value = serde_json::from_str(text).map_err(|_| StoredFault::NotJson)?;
    let fields = json.as_object_mut().ok_or(StoredFault::Foreign)?;
    if fields.get("format").and_then(serde_json::Value::as_str) != Some(format) {
        return Err(StoredFault::Foreign);
    }
    let version = fields.get("version").and_then(serde_json::Value::as_u64);
    let version = version.and_then(|version| u32::try_from(version).ok());
    match version.ok_or(StoredFault::Foreign)? {
        0 => return Err(StoredFault::Foreign),
        newer if newer as usize > steps.len() + 1 => return Err(StoredFault::Newer(newer)),
        known => migrate(fields, known, steps),
    }
    serde_json::from_value(json).map_err(|error| StoredFault::Damaged(error.to_string()))
}

/// All duties by their names.
fn names() -> &'static HashMap<String, DutyNumber> {
    static NAMES: OnceLock<HashMap<String, DutyNumber>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let all = ACCORD.duty_numbers();
        all.map(|duty| (ACCORD.duty_name(duty), duty)).collect()
    })
}

fn target_name(target: &Target) -> String {
    match target {
        Target::Duty(duty) => ACCORD.duty_name(*duty),
        Target::Elsewhere(name) => name.clone(),
        Target::Review => THE_REVIEW.to_owned(),
    }
}

fn target_of(name: String) -> Target {
    match names().get(&name) {
        Some(&duty) => Target::Duty(duty),
        None => Target::Elsewhere(name),
    }
}

/// Gives a duty that this edition does not have a value, in its written form.
pub(super) fn set_elsewhere(
    elsewhere: &mut BTreeMap<String, serde_json::Value>,
    name: &str,
    value: &Value,
    stamp: Stamp,
) {
    let one = elsewhere
        .entry(name.to_owned())
        .or_insert_with(|| json!({ "status": Status::NotAssessed.name() }));
    let Some(fields) = one.as_object_mut() else { return };
    if let Value::Status(status, extent) = value {
        fields.insert("status".to_owned(), status.name().into());
        fields.remove("extent");
        fields.extend(extent.map(|extent| ("extent".to_owned(), extent.name().into())));
    } else {
        fields.insert(value.field().name().to_owned(), write_value(value));
    }
    let is_of_a_duty = fields.get("status").is_some_and(serde_json::Value::is_string);
    if is_of_a_duty && changed_elsewhere(one) < stamp.to_string() {
        one["changed"] = stamp.to_string().into();
    }
}

/// When a duty that this edition does not have was last changed, as it is written.
pub(super) fn changed_elsewhere(one: &serde_json::Value) -> String {
    one["changed"].as_str().unwrap_or_default().to_owned()
}

fn bounded(what: &str, text: &str, most: usize) -> Result<(), StoredFault> {
    if text.chars().count() > most {
        return Err(StoredFault::Damaged(format!("{what}: longer than {most} characters")));
    }
    Ok(())
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredReview {
    format: String,
    version: u32,
    id: String,
    name: String,
    #[serde(default)]
    author: String,
    created: String,
    edition: String,
    assessments: BTreeMap<String, serde_json::Value>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    folded: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    history: Vec<StoredEntry>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct StoredAssessment {
    status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    extent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<StoredEvidence>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    follow_up: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    from_record: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredEvidence {
    address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredLoneEntry {
    format: String,
    version: u32,
    #[serde(flatten)]
    entry: StoredEntry,
}

#[derive(Serialize, Deserialize)]
struct StoredEntry {
    stamp: String,
    act: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    edits: Vec<StoredEdit>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredEdit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duty: Option<String>,
    field: String,
    from: serde_json::Value,
    to: serde_json::Value,
}

impl StoredAssessment {
    fn of(own: &Assessment) -> Self {
        Self {
            status: own.status.name().to_owned(),
            extent: own.extent.map(|extent| extent.name().to_owned()),
            basis: (own.basis != Basis::NotStated).then(|| own.basis.name().to_owned()),
            as_of: own.as_of.map(format_date),
            note: own.note.clone(),
            evidence: own.evidence.iter().map(StoredEvidence::of).collect(),
            follow_up: own.follow_up,
            from_record: own.from_record,
            changed: own.changed.is_set().then(|| own.changed.to_string()),
        }
    }

    fn read(self, name: &str) -> Result<Assessment, StoredFault> {
        let at = |fault: StoredFault| match fault {
            StoredFault::Damaged(what) => StoredFault::Damaged(format!("{name}: {what}")),
            other => other,
        };
        bounded("note", &self.note, LONGEST_NOTE).map_err(at)?;
        let (status, extent) = read_status_and_extent(&self.status, self.extent.as_deref()).map_err(at)?;
        Ok(Assessment {
            status,
            extent,
            basis: self
                .basis
                .as_deref()
                .map_or(Ok(Basis::NotStated), read_basis)
                .map_err(at)?,
            as_of: self.as_of.as_deref().map(read_day).transpose().map_err(at)?,
            note: self.note,
            evidence: read_evidence(self.evidence).map_err(at)?,
            follow_up: self.follow_up,
            from_record: self.from_record,
            changed: self
                .changed
                .as_deref()
                .map_or(Ok(Stamp::default()), read_stamp)
                .map_err(at)?,
        })
    }
}

impl StoredEvidence {
    fn of(one: &Evidence) -> Self {
        Self {
            address: one.address().to_owned(),
            title: one.title.clone(),
            date: one.date.map(format_date),
        }
    }
}

impl StoredEntry {
    fn of(entry: &Entry) -> Self {
        let (act, of) = match entry.act {
            Act::Set => ("set", None),
            Act::Record => ("record", None),
            Act::Adopt => ("adopt", None),
            Act::Undo(of) => ("undo", Some(of.to_string())),
            Act::Redo(of) => ("redo", Some(of.to_string())),
        };
        Self {
            stamp: entry.stamp.to_string(),
            act: act.to_owned(),
            of,
            reason: entry.reason.clone(),
            edits: entry.edits.iter().map(StoredEdit::of).collect(),
        }
    }

    fn read(self) -> Result<Entry, StoredFault> {
        let of = self.of.as_deref().map(read_stamp).transpose()?;
        let act = match (self.act.as_str(), of) {
            ("set", None) => Act::Set,
            ("record", None) => Act::Record,
            ("adopt", None) => Act::Adopt,
            ("undo", Some(of)) => Act::Undo(of),
            ("redo", Some(of)) => Act::Redo(of),
            (other, _) => return Err(StoredFault::Damaged(format!("unknown act `{other}`"))),
        };
        bounded("reason", &self.reason, LONGEST_NOTE)?;
        let edits: Result<Vec<Edit>, StoredFault> = self.edits.into_iter().map(StoredEdit::read).collect();
        Ok(Entry {
            stamp: read_stamp(&self.stamp)?,
            act,
            reason: self.reason,
            edits: edits?,
        })
    }
}

impl StoredEdit {
    fn of(edit: &Edit) -> Self {
        let duty = match &edit.target {
            Target::Duty(duty) => Some(ACCORD.duty_name(*duty)),
            Target::Elsewhere(name) => Some(name.clone()),
            Target::Review => None,
        };
        Self {
            duty,
            field: edit.after.field().name().to_owned(),
            from: write_value(&edit.before),
            to: write_value(&edit.after),
        }
    }

    fn read(self) -> Result<Edit, StoredFault> {
        let target = self.duty.map_or(Target::Review, target_of);
        let (before, after) = (read_value(&self.field, self.from)?, read_value(&self.field, self.to)?);
        let of_review = matches!(after, Value::Name(_) | Value::Author(_));
        if of_review != (target == Target::Review) {
            let owner = if of_review { "duty" } else { "review" };
            return Err(StoredFault::Damaged(format!("{} is no value of a {owner}", self.field)));
        }
        Ok(Edit { target, before, after })
    }
}

pub(super) fn write_value(value: &Value) -> serde_json::Value {
    match value {
        Value::Status(status, None) => status.name().into(),
        Value::Status(status, Some(extent)) => format!("{}:{}", status.name(), extent.name()).into(),
        Value::Basis(basis) => basis.name().into(),
        Value::AsOf(day) => day.map(format_date).into(),
        Value::Note(text) | Value::Name(text) | Value::Author(text) => text.clone().into(),
        Value::Evidence(evidence) => {
            let stored: Vec<StoredEvidence> = evidence.iter().map(StoredEvidence::of).collect();
            serde_json::to_value(stored).unwrap_or_default()
        }
        Value::FollowUp(mark) | Value::FromRecord(mark) => (*mark).into(),
    }
}

fn read_value(field: &str, value: serde_json::Value) -> Result<Value, StoredFault> {
    let wrong = || StoredFault::Damaged(format!("{field} has another form"));
    let text = |most: usize| {
        let text = value.as_str().ok_or_else(wrong)?;
        bounded(field, text, most)?;
        Ok(text.to_owned())
    };
    let mark = || value.as_bool().ok_or_else(wrong);
    Ok(match field {
        "status" => {
            let text = text(LONGEST_TEXT)?;
            let (status, extent) = match text.split_once(':') {
                Some((status, extent)) => (status, Some(extent)),
                None => (text.as_str(), None),
            };
            let (status, extent) = read_status_and_extent(status, extent)?;
            Value::Status(status, extent)
        }
        "basis" => Value::Basis(read_basis(&text(LONGEST_TEXT)?)?),
        "as_of" if value.is_null() => Value::AsOf(None),
        "as_of" => Value::AsOf(Some(read_day(&text(LONGEST_TEXT)?)?)),
        "note" => Value::Note(text(LONGEST_NOTE)?),
        "name" => Value::Name(text(LONGEST_TEXT)?),
        "author" => Value::Author(text(LONGEST_TEXT)?),
        "follow_up" => Value::FollowUp(mark()?),
        "from_record" => Value::FromRecord(mark()?),
        "evidence" => {
            let stored: Vec<StoredEvidence> = serde_json::from_value(value.clone()).map_err(|_| wrong())?;
            Value::Evidence(read_evidence(stored)?)
        }
        other => return Err(StoredFault::Damaged(format!("unknown field `{other}`"))),
    })
}

fn read_evidence(stored: Vec<StoredEvidence>) -> Result<Vec<Evidence>, StoredFault> {
    if stored.len() > MOST_EVIDENCE {
        return Err(StoredFault::Damaged(format!("evidence: more than {MOST_EVIDENCE}")));
    }
    let read = |one: StoredEvidence| {
        bounded("evidence title", &one.title, LONGEST_TEXT)?;
        let date = one.date.as_deref().map(read_day).transpose()?;
        Evidence::new(&one.address, &one.title, date)
            .ok_or_else(|| StoredFault::Damaged("evidence: no web address".to_owned()))
    };
    stored.into_iter().map(read).collect()
}

fn read_status_and_extent(status: &str, extent: Option<&str>) -> Result<(Status, Option<Extent>), StoredFault> {
    let status = read_status(status)?;
    let extent = extent.map(read_extent).transpose()?;
    if extent.is_some() && status != Status::UnderWay {
        return Err(StoredFault::Damaged("an extent without under-way".to_owned()));
    }
    Ok((status, extent))
}

fn read_status(name: &str) -> Result<Status, StoredFault> {
    Status::of_name(name).ok_or_else(|| StoredFault::Damaged(format!("unknown status `{name}`")))
}

fn read_extent(name: &str) -> Result<Extent, StoredFault> {
    Extent::of_name(name).ok_or_else(|| StoredFault::Damaged(format!("unknown extent `{name}`")))
}

fn read_basis(name: &str) -> Result<Basis, StoredFault> {
    Basis::of_name(name).ok_or_else(|| StoredFault::Damaged(format!("unknown basis `{name}`")))
}

fn read_day(text: &str) -> Result<NaiveDate, StoredFault> {
    parse_date(text).ok_or_else(|| StoredFault::Damaged(format!("`{text}` is no day")))
}

fn read_stamp(text: &str) -> Result<Stamp, StoredFault> {
    u64::from_str_radix(text, 16)
        .ok()
        .map(Stamp::of_number)
        .filter(|stamp| stamp.is_possible())
        .ok_or_else(|| StoredFault::Damaged(format!("`{text}` is no stamp")))
}
