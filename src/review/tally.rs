//! Counts of duties by status.

use crate::catalogue::Status;

/// How many duties have each status. Counts only, never a score.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally([u16; 9]);

impl Tally {
    /// The count of these statuses.
    pub fn of(statuses: impl Iterator<Item = Status>) -> Self {
        let mut tally = Self::default();
        for status in statuses {
            tally.add(status);
        }
        tally
    }

    /// Counts one more.
    pub fn add(&mut self, status: Status) {
        self.0[status.number()] += 1;
    }

    /// Counts one that was `from` as `to`.
    pub fn move_one(&mut self, from: Status, to: Status) {
        self.0[from.number()] = self.0[from.number()].saturating_sub(1);
        self.0[to.number()] += 1;
    }

    /// How many have this status.
    pub const fn count(&self, status: Status) -> u16 {
        self.0[status.number()]
    }

    /// How many there are: the denominator.
    pub fn total(&self) -> u16 {
        self.0.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tally: &Tally, expected: [u16; 9]) {
        assert_eq!(Status::ALL.map(|status| tally.count(status)), expected);
        assert_eq!(tally.total(), expected.iter().sum::<u16>());
    }

    #[test]
    fn a_duty_that_changes_is_counted_once() {
        let [a, b, c, ..] = Status::ALL;
        let mut tally = Tally::of([a, a, b, a].into_iter());
        check(&tally, [3, 1, 0, 0, 0, 0, 0, 0, 0]);
        tally.move_one(a, b);
        check(&tally, [2, 2, 0, 0, 0, 0, 0, 0, 0]);
        tally.move_one(b, c);
        check(&tally, [2, 1, 1, 0, 0, 0, 0, 0, 0]);
        tally.move_one(c, c);
        check(&tally, [2, 1, 1, 0, 0, 0, 0, 0, 0]);
        tally.add(c);
        check(&tally, [2, 1, 2, 0, 0, 0, 0, 0, 0]);
    }
}
