//! What is counted on the overview. Counts with their denominators, never a score.

use super::{Assessment, Tally};
use crate::accord::ACCORD;
use crate::catalogue::{ClockState, Duty, Margin, Moment, PARTIES, Status};

/// For whom duties are counted: Cambodia, Thailand, all others together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A party, by its number in the table of bearers.
    Party(u8),
    /// Joint bodies and other states.
    Others,
}

/// How a review stands to the public record: for each status of the review (first) and of the record (second) the number of duties.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AgainstRecord {
    /// The table, by `Status::number`.
    pub table: [[u16; 9]; 9],
    /// Duties that the review has assessed.
    pub assessed: u16,
    /// Of these, those with the status of the record.
    pub same: u16,
}

/// A dated duty and how it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dated {
    /// The number of its obligation.
    pub obligation: u16,
    /// The number of the clock among the obligation's.
    pub clock: usize,
    /// How many days after (or, below zero, before) its deadline it was met; up to the edition's date where it is not met.
    pub days: i64,
}

impl Side {
    /// All three, in the order in which they stand everywhere.
    pub const ALL: [Side; 3] = [Side::Party(PARTIES[0]), Side::Party(PARTIES[1]), Side::Others];

    /// Whether a duty is counted here.
    pub fn has(self, duty: &Duty) -> bool {
        match self {
            Side::Party(party) => duty.bearer == party,
            Side::Others => !PARTIES.contains(&duty.bearer),
        }
    }
}

/// Counts the duties of a side that a condition on the duty's obligation lets through. `assessments` stand in the order of the page.
pub fn tally(assessments: &[Assessment], side: Side, of: impl Fn(u16) -> bool) -> Tally {
    let duties = ACCORD.duties.iter().zip(assessments);
    Tally::of(
        duties
            .filter(|(duty, _)| side.has(duty) && of(duty.obligation))
            .map(|(_, said)| said.status),
    )
}

/// Compares a review with the public record, duty by duty.
pub fn against_record(assessments: &[Assessment]) -> AgainstRecord {
    let mut counts = AgainstRecord::default();
    for (duty, said) in ACCORD.duties.iter().zip(assessments) {
        let record = duty.baseline.status;
        counts.table[said.status.number()][record.number()] += 1;
        if said.status != Status::NotAssessed {
            counts.assessed += 1;
            counts.same += u16::from(said.status == record);
        }
    }
    counts
}

/// All clocks with a date that was met or passed, earliest margin first. Two readings with the same date and outcome count once.
pub fn dated(today: Moment) -> Vec<Dated> {
    let mut all = Vec::new();
    for (number, obligation) in ACCORD.obligations.iter().enumerate() {
        let mut last = None;
        for (place, spec) in obligation.clocks.iter().enumerate() {
            let clock = spec.read(today);
            let until = match clock.state {
                ClockState::Met(Some(Margin::Early(_) | Margin::OnTime | Margin::Late(_))) => clock.met,
                ClockState::Passed(_) => Some(today),
                _ => None,
            };
            let (Some(due), Some(until)) = (clock.due, until) else {
                continue;
            };
            let days = i64::from(until.day_number() - due.day_number());
            if last != Some((due, days)) {
                last = Some((due, days));
                all.push(Dated {
                    obligation: number as u16,
                    clock: place,
                    days,
                });
            }
        }
    }
    all.sort_by_key(|one| (one.days, one.obligation));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sides_share_all_duties_among_them() {
        let blank = vec![Assessment::default(); ACCORD.duties.len()];
        let totals = Side::ALL.map(|side| usize::from(tally(&blank, side, |_| true).total()));
        assert_eq!(totals.iter().sum::<usize>(), ACCORD.duties.len());
    }

    #[test]
    fn a_review_that_is_the_record_agrees_with_it() {
        let record: Vec<Assessment> = ACCORD
            .duties
            .iter()
            .map(|duty| Assessment::from_baseline(&duty.baseline))
            .collect();
        let counts = against_record(&record);
        assert_eq!(counts.assessed, counts.same);
        let off_diagonal = (0..9).flat_map(|row| (0..9).map(move |column| (row, column)));
        assert!(
            off_diagonal
                .filter(|(row, column)| row != column)
                .all(|(row, column)| counts.table[row][column] == 0)
        );
    }

    #[test]
    fn the_release_is_a_day_late_by_the_calendar() {
        let today = ACCORD.edition().as_of;
        let number = ACCORD.obligation_number("CF27-11").unwrap();
        let found: Vec<_> = dated(today)
            .into_iter()
            .filter(|one| one.obligation == number)
            .collect();
        assert_eq!(found.len(), 1, "both readings give the same date");
        assert_eq!(found[0].days, 1);
    }
}
