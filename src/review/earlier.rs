//! Earlier states of a review: what it said before a day, by its history.

use super::{Assessment, Field, Review, Target};
use crate::catalogue::Moment;
use crate::catalogue::moment::of_number;

impl Review {
    /// The days on which it was changed, in the parties' time, newest first. Of acts that were folded no day is known.
    pub fn days(&self) -> Vec<Moment> {
        let day = |milliseconds: u64| Moment::of_milliseconds(milliseconds as i64).day_number();
        let mut days: Vec<i32> = self
            .history
            .iter()
            .map(|entry| day(entry.stamp.milliseconds()))
            .collect();
        days.dedup();
        days.into_iter()
            .rev()
            .map(|day| Moment::of_day(of_number(day)))
            .collect()
    }

    /// What it said of every duty when a day began. Each value is that of its last change before; where the history has none, what it
    /// was before its first change in the history. `changed` is not set.
    pub fn before(&self, day: Moment) -> Vec<Assessment> {
        let mut then = self.assessments.clone();
        let mut known: Vec<[bool; Field::OF_DUTY.len()]> = vec![Default::default(); then.len()];
        for entry in &self.history {
            let earlier = (entry.stamp.milliseconds() / 60_000) < day.first_minute().max(0) as u64;
            for edit in &entry.edits {
                let Target::Duty(duty) = edit.target else { continue };
                let place = usize::from(duty.0);
                let field = edit.after.field() as usize;
                let (Some(one), Some(known)) = (
                    then.get_mut(place),
                    known.get_mut(place).and_then(|known| known.get_mut(field)),
                ) else {
                    continue;
                };
                // An act that arrived after a later one was folded led to nothing.
                let outdone = self
                    .settled
                    .of(&edit.place())
                    .is_some_and(|settled| settled > entry.stamp);
                if earlier && !outdone {
                    one.set(edit.after.clone());
                } else if !earlier && !*known {
                    one.set(edit.before.clone());
                } else {
                    continue;
                }
                *known = true;
            }
        }
        for one in &mut then {
            one.changed = Default::default();
        }
        then
    }
}
