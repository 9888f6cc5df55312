//! What a review holds, and which of its texts would leave with a snapshot.

use crate::accord::ACCORD;
use crate::catalogue::{Basis, DutyNumber, Status};
use crate::review::{Assessment, Evidence};
use crate::snapshot::Snapshot;

/// How much of each kind there is, in duties; evidence in pieces.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Held {
    /// Duties that are assessed.
    pub assessed: usize,
    /// Duties with a basis.
    pub bases: usize,
    /// Duties with an as-of date.
    pub dates: usize,
    /// Duties with a note.
    pub notes: usize,
    /// Pieces of evidence.
    pub evidence: usize,
}

/// A text that leaves with a snapshot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaving<'a> {
    /// The duty at which it stands; `None` for those of the whole snapshot.
    pub duty: Option<DutyNumber>,
    /// What it is.
    pub text: Text<'a>,
}

/// A text of a snapshot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Text<'a> {
    /// The title.
    Title(&'a str),
    /// The label of the author.
    Author(&'a str),
    /// A note.
    Note(&'a str),
    /// A piece of evidence: address, title and date.
    Evidence(&'a Evidence),
}

/// Counts what is there.
pub fn held(assessments: &[Assessment]) -> Held {
    let mut held = Held::default();
    for one in assessments {
        held.assessed += usize::from(one.status != Status::NotAssessed);
        held.bases += usize::from(one.basis != Basis::default());
        held.dates += usize::from(one.as_of.is_some());
        held.notes += usize::from(!one.note.is_empty());
        held.evidence += one.evidence.len();
    }
    held
}

/// Every text of a snapshot, in the order of the page.
pub fn leaving(snapshot: &Snapshot) -> Vec<Leaving<'_>> {
    let whole = |text| Leaving { duty: None, text };
    let mut all = Vec::new();
    if !snapshot.title.is_empty() {
        all.push(whole(Text::Title(&snapshot.title)));
    }
    if !snapshot.author.is_empty() {
        all.push(whole(Text::Author(&snapshot.author)));
    }
    for (duty, one) in ACCORD.duty_numbers().zip(&snapshot.assessments) {
        let of_duty = |text| Leaving { duty: Some(duty), text };
        if !one.note.is_empty() {
            all.push(of_duty(Text::Note(&one.note)));
        }
        all.extend(one.evidence.iter().map(|piece| of_duty(Text::Evidence(piece))));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Contents, decode, encode};

    fn full() -> Snapshot {
        let mut assessments = vec![Assessment::default(); ACCORD.duties.len()];
        assessments[3] = Assessment {
            status: Status::Fulfilled,
            basis: Basis::Press,
            note: "first line\nsecond".to_owned(),
            evidence: Evidence::new("https://example.org/a", "A page", None)
                .into_iter()
                .collect(),
            ..Assessment::default()
        };
        assessments[5].note = "another".to_owned();
        Snapshot {
            edition: 0,
            title: "Before the round".to_owned(),
            author: "Desk".to_owned(),
            taken: 29_891_520,
            contents: Contents::default(),
            assessments,
        }
    }

    /// What leaves is what arrives: no text arrives that was not named.
    #[track_caller]
    fn check(contents: Contents, expected: usize) {
        let sent = full().only(contents);
        let named = leaving(&sent);
        assert_eq!(named.len(), expected, "{contents:?}");
        let arrived = decode(&encode(&sent)).expect("a link");
        assert_eq!(leaving(&arrived), named, "{contents:?}");
    }

    #[test]
    fn the_texts_that_leave_are_those_that_arrive() {
        let none = Contents::default();
        check(none, 2);
        check(
            Contents {
                bases: true,
                dates: true,
                ..none
            },
            2,
        );
        check(Contents { notes: true, ..none }, 4);
        check(Contents { evidence: true, ..none }, 3);
        check(
            Contents {
                notes: true,
                evidence: true,
                ..none
            },
            5,
        );
    }

    #[test]
    fn what_is_there_is_counted() {
        let expected = Held {
            assessed: 1,
            bases: 1,
            dates: 0,
            notes: 2,
            evidence: 1,
        };
        assert_eq!(held(&full().assessments), expected);
    }
}
