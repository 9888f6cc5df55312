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
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// A duty of this edition.
    Duty(DutyNumber),
    /// A duty that this edition does not have, by its name; kept as it is.
    Elsewhere(String),
    /// The review itself.
    Review,
}

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

impl Value {
    /// Whether both are of the same kind.
    pub fn same_kind(&self, other: &Value) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
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

    /// Whether both change the same value of the same thing.
    pub fn same_place(&self, other: &Edit) -> bool {
        self.target == other.target && self.after.same_kind(&other.after)
    }
}
