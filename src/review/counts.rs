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
    use crate::catalogue::moment::Span;
    use std::collections::BTreeMap;

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
    fn each_duty_is_counted_where_review_and_record_put_it() {
        let mut all = vec![Assessment::default(); ACCORD.duties.len()];
        let mut expected = AgainstRecord::default();
        let said_by_the_record = |duty: &&Duty| duty.baseline.status != Status::NotAssessed;
        let record = ACCORD.duties.iter().filter(said_by_the_record);
        let first = record.clone().next().unwrap().baseline.status;
        let other = record
            .map(|duty| duty.baseline.status)
            .find(|&status| status != first)
            .unwrap();
        for (number, duty) in ACCORD.duties.iter().enumerate() {
            // All of the status `first` are taken as they are, all of the status `other` are said to be `first`.
            let record = duty.baseline.status;
            let own = if record == first || record == other {
                first
            } else {
                Status::NotAssessed
            };
            all[number].status = own;
            expected.table[own.number()][record.number()] += 1;
        }
        let count = |status: Status| expected.table[first.number()][status.number()];
        expected.assessed = count(first) + count(other);
        expected.same = count(first);
        assert!(expected.same > 1 && expected.assessed > expected.same, "{expected:?}");
        assert_eq!(against_record(&all), expected);
    }

    #[test]
    fn a_day_later_only_what_has_passed_is_a_day_later() {
        let today = ACCORD.edition().as_of;
        let tomorrow = today.after(Span::Days(1));
        let days = |today: Moment| -> BTreeMap<(u16, usize), i64> {
            let all = dated(today).into_iter();
            all.map(|one| ((one.obligation, one.clock), one.days)).collect()
        };
        let (mut met, mut passed) = (0, 0);
        let later = days(tomorrow);
        for ((obligation, clock), now) in days(today) {
            let spec = &ACCORD.obligations[usize::from(obligation)].clocks[clock];
            let grows = matches!(spec.read(today).state, ClockState::Passed(_));
            *(if grows { &mut passed } else { &mut met }) += 1;
            let id = ACCORD.obligations[usize::from(obligation)].id;
            assert_eq!(later.get(&(obligation, clock)), Some(&(now + i64::from(grows))), "{id}");
        }
        assert!(met > 0 && passed > 0, "{met} met, {passed} passed");
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
