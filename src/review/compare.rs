//! Comparing lists of assessments: what differs, which side said it later, and what is taken over of another side.
//!
//! Two lists in full (`differences`, `taken`): for a file that comes in and is merged. Two or more (`Source`, `compare`, `chosen`): for
//! the view that puts reviews, links, files, earlier states and the public record beside each other. There only what somebody says of
//! a duty is compared, not the marks that a person makes for himself.

use super::{Assessment, Field, Review, Value};
use crate::accord::ACCORD;
use crate::catalogue::DutyNumber;

/// The most sources that stand beside each other.
pub const MOST_SOURCES: usize = 6;
/// What can be said of a duty, in the order in which a difference is counted: marks to look again, and that something is not yet
/// confirmed, are a person's own.
pub const SAID: [Field; 5] = [Field::Status, Field::Basis, Field::AsOf, Field::Note, Field::Evidence];

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
            let (own, their) = (of(mine, one.duty), of(theirs, one.duty));
            (one.duty, with_values(own, &their, &one.fields))
        })
        .collect()
}

/// One of those that are compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// What it says of every duty, in the order of the page.
    pub assessments: Vec<Assessment>,
    /// Of what it speaks: a link may carry statuses only, and the public record has no notes of a reader.
    pub fields: Vec<Field>,
}

/// How the sources stand to each other on one duty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// None of them says anything.
    Nobody,
    /// Only this one says something.
    Only(usize),
    /// Two or more say something, and the same.
    Agree,
    /// Two or more say something, and not the same.
    Differ,
}

/// What the comparison finds on one duty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compared {
    /// The duty.
    pub duty: DutyNumber,
    /// How the sources stand to each other.
    pub outcome: Outcome,
    /// In what any two of them differ, where one may say nothing; in the order of `SAID`.
    pub fields: Vec<Field>,
}

/// What is counted. All counts but the last are of duties, and together they are `all`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// All duties: the denominator.
    pub all: usize,
    /// Two or more say something, and the same.
    pub agree: usize,
    /// Two or more say something, and not the same.
    pub differ: usize,
    /// Only this one says something; a count for each source.
    pub only: Vec<usize>,
    /// None says anything.
    pub nobody: usize,
    /// Of those that differ, how many do so in each of `SAID` first; together they are `differ`.
    pub first: [usize; SAID.len()],
}

impl Source {
    /// A review, or a state of one.
    pub fn of_assessments(name: String, assessments: Vec<Assessment>) -> Self {
        Self {
            name,
            assessments,
            fields: SAID.to_vec(),
        }
    }

    /// A review.
    pub fn of_review(review: &Review) -> Self {
        Self::of_assessments(review.name().to_owned(), review.assessments().to_vec())
    }

    /// What the public record supports.
    pub fn of_record(name: String) -> Self {
        let duties = ACCORD.duties.iter();
        Self {
            name,
            assessments: duties.map(|duty| Assessment::from_baseline(&duty.baseline)).collect(),
            fields: vec![Field::Status, Field::Basis, Field::AsOf],
        }
    }

    /// What it says of a duty; `None` if its list ends before.
    pub fn of(&self, duty: DutyNumber) -> Option<&Assessment> {
        self.assessments.get(usize::from(duty.0))
    }

    /// One value of a duty, as far as it speaks of such values.
    fn value(&self, field: Field, duty: DutyNumber) -> Option<Value> {
        let blank = || Assessment::default().value(field);
        let said = || self.of(duty).map_or_else(blank, |one| one.value(field));
        self.fields.contains(&field).then(said)
    }

    /// Whether it speaks of a field and says something of it.
    fn says(&self, field: Field, duty: DutyNumber) -> bool {
        self.value(field, duty)
            .is_some_and(|said| said != Assessment::default().value(field))
    }

    /// Whether both speak of a field and say different things.
    pub fn differs(&self, other: &Self, field: Field, duty: DutyNumber) -> bool {
        match (self.value(field, duty), other.value(field, duty)) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
    }
}

/// Compares sources, duty by duty. Only that is compared of which at least two of them speak.
pub fn compare(sources: &[Source]) -> Vec<Compared> {
    let speak = |field: Field| sources.iter().filter(|one| one.fields.contains(&field)).count();
    let common: Vec<Field> = SAID.into_iter().filter(|&field| speak(field) > 1).collect();
    let on = |duty: DutyNumber| {
        let saying: Vec<usize> = (0..sources.len())
            .filter(|&one| common.iter().any(|&field| sources[one].says(field, duty)))
            .collect();
        let differ = |places: &[usize], field: Field| {
            let pairs = places.iter().enumerate();
            pairs
                .flat_map(|(at, &one)| places[at + 1..].iter().map(move |&other| (one, other)))
                .any(|(one, other)| sources[one].differs(&sources[other], field, duty))
        };
        let everyone: Vec<usize> = (0..sources.len()).collect();
        let fields = common.iter().copied().filter(|&field| differ(&everyone, field));
        let outcome = match saying.as_slice() {
            [] => Outcome::Nobody,
            [one] => Outcome::Only(*one),
            several if common.iter().any(|&field| differ(several, field)) => Outcome::Differ,
            _ => Outcome::Agree,
        };
        Compared {
            duty,
            outcome,
            fields: fields.collect(),
        }
    };
    let all = sources.iter().map(|one| one.assessments.len()).max().unwrap_or(0);
    (0..all).map(|number| on(DutyNumber(number as u16))).collect()
}

impl Summary {
    /// Counts what a comparison of so many sources found.
    pub fn of(compared: &[Compared], sources: usize) -> Self {
        let mut summary = Self {
            all: compared.len(),
            only: vec![0; sources],
            ..Self::default()
        };
        for one in compared {
            match one.outcome {
                Outcome::Nobody => summary.nobody += 1,
                Outcome::Only(source) => summary.only[source] += 1,
                Outcome::Agree => summary.agree += 1,
                Outcome::Differ => {
                    summary.differ += 1;
                    let first = one.fields.first();
                    if let Some(place) = SAID.iter().position(|field| Some(field) == first) {
                        summary.first[place] += 1;
                    }
                }
            }
        }
        summary
    }
}

/// What is to be adopted into the review `own` of these sources: of each duty that is chosen from another source, what differs there.
/// `choices` stand in the order of the page. A status that is taken over comes with its mark whether it is of the public record.
pub fn chosen(sources: &[Source], own: usize, choices: &[Option<usize>]) -> Vec<(DutyNumber, Assessment)> {
    let duties = (0..).map(DutyNumber).zip(choices);
    let taken = duties.filter_map(|(duty, &choice)| {
        let (mine, theirs) = (sources.get(own)?, sources.get(choice?)?);
        let differing = SAID.into_iter().filter(|&field| mine.differs(theirs, field, duty));
        let mut fields: Vec<Field> = differing.collect();
        if fields.first() == Some(&Field::Status) {
            fields.push(Field::FromRecord);
        }
        let of = |one: &Source| one.of(duty).cloned().unwrap_or_default();
        (!fields.is_empty()).then(|| (duty, with_values(of(mine), &of(theirs), &fields)))
    });
    taken.collect()
}

/// An assessment with these values of another.
fn with_values(mut own: Assessment, their: &Assessment, fields: &[Field]) -> Assessment {
    for &field in fields {
        own.set(their.value(field));
    }
    own
}
