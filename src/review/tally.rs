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
