//! One act of a person, as the history keeps it: what, when, from, to.

use super::{Evidence, Stamp};
use crate::catalogue::{Basis, DutyNumber, Extent, Status};
use chrono::NaiveDate;

/// An act with everything it changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// When.
    pub stamp: Stamp,
    /// What kind of act.
    pub act: Act,
    /// Why, in the person's words; may be empty.
    pub reason: String,
    /// What it changed.
    pub edits: Vec<Edit>,
}

/// Kinds of acts, as the history tells them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// A change of one or more values by hand.
    Set,
    /// The public record was taken over.
    Record,
    /// Values of a snapshot, a file or another review were taken over.
    Adopt,
    /// An earlier act was undone.
    Undo(Stamp),
    /// An undone act was done again.
    Redo(Stamp),
}

/// One value before and after. Both are of the same kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// Of what it is a value.
    pub target: Target,
    /// The value before.
    pub before: Value,
    /// The value after.
    pub after: Value,
}

/// Of what a value is a value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    /// A duty of this edition.
    Duty(DutyNumber),
    /// A duty that this edition does not have, by its name; kept as it is.
    Elsewhere(String),
    /// The review itself.
    Review,
}

/// Which value of a duty or of a review.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Field {
    /// The status, with its extent.
    Status,
    /// The basis.
    Basis,
    /// The day for which it holds.
    AsOf,
    /// The note.
    Note,
    /// The evidence.
    Evidence,
    /// Whether to look again.
    FollowUp,
    /// Whether it was taken from the public record and not yet confirmed.
    FromRecord,
    /// The name of the review.
    Name,
    /// The label of its author.
    Author,
}

/// One value of one thing: what can be changed by itself.
pub type Place = (Target, Field);

/// A value that can be changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// The status, with its extent.
    Status(Status, Option<Extent>),
    /// The basis.
    Basis(Basis),
    /// The day for which it holds.
    AsOf(Option<NaiveDate>),
    /// The note.
    Note(String),
    /// The evidence.
    Evidence(Vec<Evidence>),
    /// Whether to look again.
    FollowUp(bool),
    /// Whether it was taken from the public record and not yet confirmed.
    FromRecord(bool),
    /// The name of the review.
    Name(String),
    /// The label of its author.
    Author(String),
}

impl Field {
    /// All fields of a duty, in the order of the page.
    pub const OF_DUTY: [Field; 7] = [
        Field::Status,
        Field::Basis,
        Field::AsOf,
        Field::Note,
        Field::Evidence,
        Field::FollowUp,
        Field::FromRecord,
    ];
    /// All fields of a review.
    pub const OF_REVIEW: [Field; 2] = [Field::Name, Field::Author];

    /// Its name in everything stored.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Status => "status",
            Field::Basis => "basis",
            Field::AsOf => "as_of",
            Field::Note => "note",
            Field::Evidence => "evidence",
            Field::FollowUp => "follow_up",
            Field::FromRecord => "from_record",
            Field::Name => "name",
            Field::Author => "author",
        }
    }

    /// The field of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        let mut all = Self::OF_DUTY.into_iter().chain(Self::OF_REVIEW);
        all.find(|field| field.name() == name)
    }
}

impl Value {
    /// Of which field it is a value.
    pub const fn field(&self) -> Field {
        match self {
            Value::Status(..) => Field::Status,
            Value::Basis(_) => Field::Basis,
            Value::AsOf(_) => Field::AsOf,
            Value::Note(_) => Field::Note,
            Value::Evidence(_) => Field::Evidence,
            Value::FollowUp(_) => Field::FollowUp,
            Value::FromRecord(_) => Field::FromRecord,
            Value::Name(_) => Field::Name,
            Value::Author(_) => Field::Author,
        }
    }

    /// The characters of text in it.
    fn length(&self) -> usize {
        match self {
            Value::Note(text) | Value::Name(text) | Value::Author(text) => text.len(),
            Value::Evidence(all) => all.iter().map(|one| one.address().len() + one.title.len() + 60).sum(),
            _ => 0,
        }
    }
}

impl Entry {
    /// About how many bytes it takes in the store.
    pub fn weight(&self) -> usize {
        let edit = |edit: &Edit| 90 + edit.before.length() + edit.after.length();
        120 + self.reason.len() + self.edits.iter().map(edit).sum::<usize>()
    }
}

impl Edit {
    /// The edit that takes it back.
    pub fn inverse(&self) -> Self {
        Self {
            target: self.target.clone(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }

    /// Which value it changes.
    pub fn place(&self) -> Place {
        (self.target.clone(), self.after.field())
    }

    /// Whether both change the same value of the same thing.
    pub fn same_place(&self, other: &Edit) -> bool {
        self.target == other.target && self.after.field() == other.after.field()
    }
}
