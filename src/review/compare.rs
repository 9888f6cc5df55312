//! Comparing two lists of assessments: what differs, which side said it later, and what is taken over of the other side.
//!
//! For files that come in, and for links: both are compared with the own review before anything is taken.

use super::{Assessment, Field};
use crate::catalogue::DutyNumber;

/// A duty of which two lists say different things.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The duty.
    pub duty: DutyNumber,
    /// In what they differ, in the order of the page; never empty.
    pub fields: Vec<Field>,
    /// Which side says anything of it.
    pub said_by: SaidBy,
    /// Which side changed it later; `None` where that is not known.
    pub newer: Option<Side>,
}

/// One of two sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The own review.
    Mine,
    /// What came in.
    Theirs,
}

/// Which side says anything of a duty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaidBy {
    /// Only the own review.
    Mine,
    /// Only what came in.
    Theirs,
    /// Both, and not the same.
    Both,
}

impl Difference {
    /// What is proposed: what says something before what says nothing, then the newer; the own where nothing tells them apart.
    pub fn proposed(&self) -> Side {
        match (self.said_by, self.newer) {
            (SaidBy::Theirs, _) | (SaidBy::Both, Some(Side::Theirs)) => Side::Theirs,
            _ => Side::Mine,
        }
    }
}

/// The duties of which two lists, in the order of the page, say different things. A duty that one list does not reach is blank there.
pub fn differences(mine: &[Assessment], theirs: &[Assessment]) -> Vec<Difference> {
    differences_in(mine, theirs, &Field::OF_DUTY)
}

/// Like `differences`, looking at these fields only: for a link that carries a part.
pub fn differences_in(mine: &[Assessment], theirs: &[Assessment], fields: &[Field]) -> Vec<Difference> {
    let blank = Assessment::default();
    let says_something = |one: &Assessment| fields.iter().any(|&field| one.value(field) != blank.value(field));
    let duties = 0..mine.len().max(theirs.len());
    duties
        .filter_map(|number| {
            let own = mine.get(number).unwrap_or(&blank);
            let their = theirs.get(number).unwrap_or(&blank);
            let differing = fields.iter().copied();
            let differing: Vec<Field> = differing
                .filter(|&field| own.value(field) != their.value(field))
                .collect();
            if differing.is_empty() {
                return None;
            }
            let said_by = match (says_something(own), says_something(their)) {
                (true, false) => SaidBy::Mine,
                (false, _) => SaidBy::Theirs,
                (true, true) => SaidBy::Both,
            };
            let known = own.changed.is_set() && their.changed.is_set();
            let newer = match own.changed.cmp(&their.changed) {
                std::cmp::Ordering::Less if known => Some(Side::Theirs),
                std::cmp::Ordering::Greater if known => Some(Side::Mine),
                _ => None,
            };
            Some(Difference {
                duty: DutyNumber(number as u16),
                fields: differing,
                said_by,
                newer,
            })
        })
        .collect()
}

/// What is to be adopted of the other side: of each difference for which `choose` says theirs, its fields; all else stays as it is here.
pub fn taken(
    mine: &[Assessment],
    theirs: &[Assessment],
    differences: &[Difference],
    choose: impl Fn(&Difference) -> Side,
) -> Vec<(DutyNumber, Assessment)> {
    let of = |list: &[Assessment], duty: DutyNumber| list.get(usize::from(duty.0)).cloned().unwrap_or_default();
    let chosen = differences.iter().filter(|one| choose(one) == Side::Theirs);
    chosen
        .map(|one| {
            let (mut own, their) = (of(mine, one.duty), of(theirs, one.duty));
            for &field in &one.fields {
                own.set(their.value(field));
            }
            (one.duty, own)
        })
        .collect()
}
