//! A review: all assessments of one person, with the history that led to them.
//!
//! What holds of every review: it has one assessment for each duty of this edition; its history is sorted by stamp without doubles;
//! its assessments are what the history makes of the blank review (or of the folded past before it). Of each value it is known when it
//! was last changed: by the history, or by `settled` where a folded act was the last. So reviews can be merged value by value.

use super::assessment::{LONGEST_NOTE, LONGEST_TEXT, bounded, can_be_written, shorten};
use super::stored::set_elsewhere;
use super::times::Times;
use super::{Act, Assessment, Edit, Entry, Evidence, Stamp, Target, Value};
use crate::accord::ACCORD;
use crate::catalogue::{Basis, DutyNumber, Extent, Status};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// All assessments of one person, with their history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Review {
    id: String,
    pub(super) name: String,
    pub(super) author: String,
    pub(super) created: Stamp,
    pub(super) assessments: Vec<Assessment>,
    pub(super) history: Vec<Entry>,
    /// When a value was last changed, where no act of the history is later: what folded acts leave behind.
    pub(super) settled: Times,
    undo: Vec<Stamp>,
    redo: Vec<Stamp>,
    /// Assessments of duties that this edition does not have, as they were stored.
    pub(super) elsewhere: BTreeMap<String, serde_json::Value>,
}

/// Something that a person does to a review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Gives duties a status.
    SetStatus(Vec<DutyNumber>, Status, Option<Extent>),
    /// Says on what a status rests.
    SetBasis(DutyNumber, Basis),
    /// Says for which day it holds.
    SetAsOf(DutyNumber, Option<NaiveDate>),
    /// Writes a note.
    SetNote(DutyNumber, String),
    /// Gives the evidence.
    SetEvidence(DutyNumber, Vec<Evidence>),
    /// Marks to look again, or takes the mark away.
    SetFollowUp(DutyNumber, bool),
    /// Confirms what was taken from the public record.
    Confirm(Vec<DutyNumber>),
    /// Takes over what the public record supports, for every duty.
    TakeRecord,
    /// Takes over these assessments.
    Adopt(Vec<(DutyNumber, Assessment)>),
    /// Names the review.
    Rename(String),
    /// Labels its author.
    SetAuthor(String),
    /// Takes the last act back.
    Undo,
    /// Does the act again that was taken back last.
    Redo,
}

/// What an act touched.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Touched {
    /// The duties whose assessment is another now, in the order of the edits.
    pub duties: Vec<DutyNumber>,
    /// Whether name or author is another now.
    pub review: bool,
}

impl Review {
    /// A blank review.
    pub fn new(id: String, name: String, created: Stamp) -> Self {
        Self {
            id,
            name: shorten(&name, LONGEST_TEXT),
            author: String::new(),
            created,
            assessments: vec![Assessment::default(); ACCORD.duties.len()],
            history: Vec::new(),
            settled: Times::default(),
            undo: Vec::new(),
            redo: Vec::new(),
            elsewhere: BTreeMap::new(),
        }
    }

    /// A review of these parts, as they were stored. The history is put in order.
    pub(super) fn of_parts(
        id: String,
        name: String,
        author: String,
        created: Stamp,
        assessments: Vec<Assessment>,
        mut history: Vec<Entry>,
        settled: Times,
    ) -> Self {
        history.sort_by_key(|entry| entry.stamp);
        history.dedup_by_key(|entry| entry.stamp);
        let mut review = Self::new(id, name, created);
        review.author = shorten(&author, LONGEST_TEXT);
        review.assessments = assessments;
        review.history = history;
        review.assessments.resize(ACCORD.duties.len(), Assessment::default());
        review.settled = settled;
        review.settle_what_has_no_act();
        review.forget_settled();
        review.find_undo();
        review
    }

    /// The same review under another id.
    pub fn with_id(mut self, id: String) -> Self {
        self.id = id;
        self
    }

    /// The same review with another name, which is none of its acts: for a copy.
    pub fn with_name(mut self, name: &str) -> Self {
        self.name = shorten(name.trim(), LONGEST_TEXT);
        self
    }

    /// Its id: names it in storage.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The label of its author; may be empty.
    pub fn author(&self) -> &str {
        &self.author
    }

    /// When it was made.
    pub const fn created(&self) -> Stamp {
        self.created
    }

    /// When it was last changed.
    pub fn changed(&self) -> Stamp {
        self.history.last().map_or(self.created, |entry| entry.stamp)
    }

    /// What it says of a duty.
    pub fn assessment(&self, duty: DutyNumber) -> &Assessment {
        &self.assessments[usize::from(duty.0)]
    }

    /// What it says of every duty, in the order of the page.
    pub fn assessments(&self) -> &[Assessment] {
        &self.assessments
    }

    /// All acts, oldest first.
    pub fn history(&self) -> &[Entry] {
        &self.history
    }

    /// Whether there is an act to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is an act to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Does what a person asks. Answers with the entry to store and what it touched; `None` if nothing is changed by it.
    pub fn apply(&mut self, change: Change, stamp: Stamp) -> Option<(Entry, Touched)> {
        self.apply_because(change, String::new(), stamp)
    }

    /// Like `apply`, with a reason in the person's words.
    pub fn apply_because(&mut self, change: Change, reason: String, stamp: Stamp) -> Option<(Entry, Touched)> {
        let (act, edits) = self.edits_of(change)?;
        let edits: Vec<Edit> = edits.into_iter().filter(|edit| edit.before != edit.after).collect();
        if edits.is_empty() && !matches!(act, Act::Undo(_) | Act::Redo(_)) {
            return None;
        }
        let entry = Entry {
            stamp,
            act,
            reason: shorten(&reason, LONGEST_NOTE),
            edits,
        };
        let touched = self.take(entry.clone());
        Some((entry, touched))
    }

    /// Takes an entry that was made elsewhere (another tab, the store). Where a later act changed the same value, that one stays.
    /// An entry that is already there changes nothing.
    pub fn take(&mut self, entry: Entry) -> Touched {
        let place = self.history.partition_point(|other| other.stamp < entry.stamp);
        if self.history.get(place).is_some_and(|other| other.stamp == entry.stamp) {
            return Touched::default();
        }
        let mut touched = Touched::default();
        for edit in &entry.edits {
            let later = &self.history[place..];
            let outdone = later
                .iter()
                .any(|other| other.edits.iter().any(|other| other.same_place(edit)));
            if !self.settled.is_empty() {
                let place = edit.place();
                match self.settled.of(&place) {
                    Some(settled) if settled > entry.stamp => continue,
                    Some(_) => self.settled.forget(&place),
                    None => {}
                }
            }
            if !outdone {
                self.set(edit, entry.stamp, &mut touched);
            }
        }
        let newest = place == self.history.len();
        let act = entry.act;
        let stamp = entry.stamp;
        self.history.insert(place, entry);
        if newest {
            self.note_undo(act, stamp);
        } else {
            self.find_undo();
        }
        touched
    }

    fn edits_of(&self, change: Change) -> Option<(Act, Vec<Edit>)> {
        let edits = match change {
            Change::SetStatus(duties, status, extent) => {
                let extent = extent.filter(|_| status == Status::UnderWay);
                let values = [Value::Status(status, extent), Value::FromRecord(false)];
                let pairs = duties
                    .into_iter()
                    .flat_map(|duty| values.clone().map(|value| (duty, value)));
                pairs.map(|(duty, value)| self.edit(duty, value)).collect()
            }
            Change::SetBasis(duty, basis) => self.edits(duty, Value::Basis(basis)),
            Change::SetAsOf(duty, day) => self.edits(duty, Value::AsOf(day.filter(can_be_written))),
            Change::SetNote(duty, note) => self.edits(duty, Value::Note(shorten(&note, LONGEST_NOTE))),
            Change::SetEvidence(duty, evidence) => self.edits(duty, Value::Evidence(bounded(evidence))),
            Change::SetFollowUp(duty, mark) => self.edits(duty, Value::FollowUp(mark)),
            Change::Confirm(duties) => duties
                .into_iter()
                .map(|duty| self.edit(duty, Value::FromRecord(false)))
                .collect(),
            Change::TakeRecord => {
                let cells = ACCORD.duty_numbers().map(|duty| {
                    let baseline = &ACCORD.duty(duty).baseline;
                    let taken = Assessment::from_baseline(baseline);
                    let own = self.assessment(duty);
                    (
                        duty,
                        Assessment {
                            note: own.note.clone(),
                            evidence: own.evidence.clone(),
                            follow_up: own.follow_up,
                            ..taken
                        },
                    )
                });
                return Some((Act::Record, self.whole_edits(cells.collect())));
            }
            Change::Adopt(cells) => return Some((Act::Adopt, self.whole_edits(cells))),
            Change::Rename(name) => {
                let name = shorten(name.trim(), LONGEST_TEXT);
                vec![Edit {
                    target: Target::Review,
                    before: Value::Name(self.name.clone()),
                    after: Value::Name(name),
                }]
            }
            Change::SetAuthor(author) => {
                let author = shorten(author.trim(), LONGEST_TEXT);
                vec![Edit {
                    target: Target::Review,
                    before: Value::Author(self.author.clone()),
                    after: Value::Author(author),
                }]
            }
            Change::Undo => {
                let stamp = *self.undo.last()?;
                return Some((
                    Act::Undo(stamp),
                    self.edits_of_entry(stamp)?
                        .iter()
                        .rev()
                        .map(|edit| self.now(&edit.inverse()))
                        .collect(),
                ));
            }
            Change::Redo => {
                let stamp = *self.redo.last()?;
                return Some((
                    Act::Redo(stamp),
                    self.edits_of_entry(stamp)?.iter().map(|edit| self.now(edit)).collect(),
                ));
            }
        };
        Some((Act::Set, edits))
    }

    fn edits_of_entry(&self, stamp: Stamp) -> Option<&[Edit]> {
        let place = self.history.binary_search_by_key(&stamp, |entry| entry.stamp).ok()?;
        Some(&self.history[place].edits)
    }

    /// The edit with the value of now before it.
    fn now(&self, edit: &Edit) -> Edit {
        let before = match &edit.target {
            Target::Duty(duty) => self.value(*duty, &edit.after),
            Target::Elsewhere(_) => edit.before.clone(),
            Target::Review => match edit.after {
                Value::Author(_) => Value::Author(self.author.clone()),
                _ => Value::Name(self.name.clone()),
            },
        };
        Edit {
            target: edit.target.clone(),
            before,
            after: edit.after.clone(),
        }
    }

    fn edits(&self, duty: DutyNumber, value: Value) -> Vec<Edit> {
        vec![self.edit(duty, value)]
    }

    fn edit(&self, duty: DutyNumber, after: Value) -> Edit {
        Edit {
            target: Target::Duty(duty),
            before: self.value(duty, &after),
            after,
        }
    }

    /// All values of these assessments that differ.
    fn whole_edits(&self, cells: Vec<(DutyNumber, Assessment)>) -> Vec<Edit> {
        let values = |one: Assessment| {
            [
                Value::Status(one.status, one.extent.filter(|_| one.status == Status::UnderWay)),
                Value::Basis(one.basis),
                Value::AsOf(one.as_of.filter(can_be_written)),
                Value::Note(shorten(&one.note, LONGEST_NOTE)),
                Value::Evidence(bounded(one.evidence)),
                Value::FollowUp(one.follow_up),
                Value::FromRecord(one.from_record),
            ]
        };
        let edits = cells
            .into_iter()
            .flat_map(|(duty, one)| values(one).map(|value| self.edit(duty, value)));
        edits.filter(|edit| edit.before != edit.after).collect()
    }

    /// The value of now that is of the same field as `like`.
    fn value(&self, duty: DutyNumber, like: &Value) -> Value {
        self.assessment(duty).value(like.field())
    }

    pub(super) fn set(&mut self, edit: &Edit, stamp: Stamp, touched: &mut Touched) {
        match (&edit.target, &edit.after) {
            (Target::Duty(duty), value) => {
                let Some(own) = self.assessments.get_mut(usize::from(duty.0)) else {
                    return;
                };
                if own.set(value.clone()) {
                    own.changed = own.changed.max(stamp);
                    // The edits of a duty stand together.
                    if touched.duties.last() != Some(duty) {
                        touched.duties.push(*duty);
                    }
                }
            }
            (Target::Review, Value::Name(name)) => {
                self.name.clone_from(name);
                touched.review = true;
            }
            (Target::Review, Value::Author(author)) => {
                self.author.clone_from(author);
                touched.review = true;
            }
            // What another edition has is not shown; it must not be lost when this program writes the review whole.
            (Target::Elsewhere(name), value) => set_elsewhere(&mut self.elsewhere, name, value, stamp),
            _ => {}
        }
    }

    pub(super) fn find_undo(&mut self) {
        self.undo.clear();
        self.redo.clear();
        let acts: Vec<(Act, Stamp)> = self.history.iter().map(|entry| (entry.act, entry.stamp)).collect();
        for (act, stamp) in acts {
            self.note_undo(act, stamp);
        }
    }

    fn note_undo(&mut self, act: Act, stamp: Stamp) {
        let known = |review: &Self, undone: Stamp| {
            review
                .history
                .binary_search_by_key(&undone, |entry| entry.stamp)
                .is_ok()
        };
        match act {
            Act::Undo(undone) => {
                self.undo.retain(|&other| other != undone);
                if known(self, undone) {
                    self.redo.push(undone);
                }
            }
            Act::Redo(done) => {
                self.redo.retain(|&other| other != done);
                if known(self, done) {
                    self.undo.push(done);
                }
            }
            Act::Set | Act::Record | Act::Adopt => {
                self.undo.push(stamp);
                self.redo.clear();
            }
        }
    }
}
