//! The link: a review, or a part of it, as a string of letters that survives chat apps and mail.
//!
//! Kind and version stand first (`s1`), then the payload; the form is specified bit by bit in `docs/snapshot-format.md`. Pure: no
//! web, no Leptos. A check finds damage, not forgery.

use crate::review::{Assessment, Field};

mod capitals;
mod codec;
mod coder;
mod content;
mod layout;
mod letters;
mod odds;
mod prose;
mod repair;

pub use capitals::in_capitals;
pub use codec::{LONGEST_PAYLOAD, decode, encode};
pub use repair::find;

/// What a link carries: assessments of all duties of this edition, as somebody saw them at a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snapshot {
    /// The number of the edition in which it was made, in `Catalogue::editions`.
    pub edition: usize,
    /// Its title; may be empty.
    pub title: String,
    /// The label of its author ("says it is from"); may be empty.
    pub author: String,
    /// When it was made, in minutes since 1970 UTC.
    pub taken: u32,
    /// What was put in besides the statuses.
    pub contents: Contents,
    /// What it says of every duty, in the order of the page. What was left out is as in `Assessment::default()`; `changed` is never
    /// set, `follow_up` and `from_record` never leave the browser.
    pub assessments: Vec<Assessment>,
}

/// What a snapshot carries besides the statuses (with the extent of what is under way).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Contents {
    /// Bases.
    pub bases: bool,
    /// As-of dates.
    pub dates: bool,
    /// Notes.
    pub notes: bool,
    /// Evidence.
    pub evidence: bool,
}

/// Why a link cannot be opened. Nothing else is ever shown in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SnapshotFault {
    /// So many characters of the payload arrived, so many were sent.
    Cut {
        /// Characters that arrived.
        arrived: usize,
        /// Characters that were sent.
        expected: usize,
    },
    /// More characters arrived than were sent, or the check does not fit.
    Damaged,
    /// A newer program made it.
    NewerFormat,
    /// It was made with an edition that this program does not know.
    UnknownEdition,
    /// It is no snapshot.
    Foreign,
}

impl Contents {
    /// The fields of which such a snapshot speaks.
    pub fn fields(&self) -> Vec<Field> {
        let parts = [
            (Field::Status, true),
            (Field::Basis, self.bases),
            (Field::AsOf, self.dates),
            (Field::Note, self.notes),
            (Field::Evidence, self.evidence),
        ];
        let there = parts.into_iter().filter(|(_, there)| *there);
        there.map(|(field, _)| field).collect()
    }
}

impl Snapshot {
    /// The snapshot without what is not to be sent.
    pub fn only(mut self, contents: Contents) -> Self {
        for one in &mut self.assessments {
            one.changed = Default::default();
            one.follow_up = false;
            one.from_record = false;
            if !contents.bases {
                one.basis = Default::default();
            }
            if !contents.dates {
                one.as_of = None;
            }
            if !contents.notes {
                one.note.clear();
            }
            if !contents.evidence {
                one.evidence.clear();
            }
        }
        self.contents = contents;
        self
    }
}
