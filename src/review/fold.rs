//! Folding: old acts are forgotten, what they led to stays. So the store stays bounded however long somebody works.

use super::{Entry, Field, Place, Review, Stamp, Target, Value};
use crate::catalogue::DutyNumber;
use std::collections::BTreeMap;

/// So many acts a review keeps: as far back Undo and the history reach.
pub const MOST_ACTS: usize = 1_000;
/// So many bytes the acts that a review keeps may take, as `Entry::weight` counts them.
pub const MOST_HISTORY_BYTES: usize = 400_000;

impl Review {
    /// Forgets the oldest acts, so that at most `most` stay. What they led to stays, and when.
    pub fn fold_history(&mut self, most: usize) {
        let surplus = self.history.len().saturating_sub(most);
        self.forget_acts(surplus);
    }

    /// Forgets the oldest acts beyond these bounds. The newest act always stays, so that it can be undone. Answers with how many went.
    pub fn fold(&mut self, most_acts: usize, most_bytes: usize) -> usize {
        let mut bytes = 0;
        let mut kept = 0;
        for entry in self.history.iter().rev().take(most_acts) {
            bytes += entry.weight();
            if bytes > most_bytes && kept > 0 {
                break;
            }
            kept += 1;
        }
        let surplus = self.history.len() - kept;
        self.forget_acts(surplus);
        surplus
    }

    fn forget_acts(&mut self, surplus: usize) {
        if surplus == 0 {
            return;
        }
        let gone: Vec<Entry> = self.history.drain(..surplus).collect();
        for entry in gone {
            for edit in entry.edits {
                self.settled.note((edit.target, edit.after.field()), entry.stamp);
            }
        }
        self.forget_settled();
        self.find_undo();
    }

    /// When each value was last changed, by the acts that are kept.
    pub(super) fn times_of_history(&self) -> BTreeMap<Place, Stamp> {
        let mut times = BTreeMap::new();
        for entry in &self.history {
            for edit in &entry.edits {
                times.insert(edit.place(), entry.stamp);
            }
        }
        times
    }

    /// Takes out of `settled` what a kept act outdid.
    pub(super) fn forget_settled(&mut self) {
        if self.settled.is_empty() {
            return;
        }
        let times = self.times_of_history();
        self.settled
            .retain(|place, settled| times.get(place).is_none_or(|&time| time < settled));
    }

    /// A value that no act explains was set when its duty was last changed: so reviews of version 1 wrote it.
    pub(super) fn settle_what_has_no_act(&mut self) {
        let blank = super::Assessment::default();
        let mut times = None;
        for (number, own) in self.assessments.iter().enumerate() {
            if !own.changed.is_set() {
                continue;
            }
            for field in Field::OF_DUTY {
                if own.value(field) == blank.value(field) {
                    continue;
                }
                let place = (Target::Duty(DutyNumber(number as u16)), field);
                let times = times.get_or_insert_with(|| self.times_of_history());
                if !times.contains_key(&place) && self.settled.of(&place).is_none() {
                    self.settled.note(place, own.changed);
                }
            }
        }
    }

    /// The value at a place of this edition.
    pub(super) fn value_at(&self, place: &Place) -> Option<Value> {
        match (&place.0, place.1) {
            (Target::Duty(duty), field) => {
                let own = self.assessments.get(usize::from(duty.0))?;
                Some(own.value(field))
            }
            (Target::Review, Field::Name) => Some(Value::Name(self.name.clone())),
            (Target::Review, Field::Author) => Some(Value::Author(self.author.clone())),
            _ => None,
        }
    }
}
