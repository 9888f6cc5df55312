//! Merging two states of a review: value by value, the newer wins. The same in either order, and twice the same as once.

use super::stored::{changed_elsewhere, write_entry, write_value};
use super::times::Times;
use super::{Edit, Entry, Field, Place, Review, Stamp, Target, Touched, Value};
use std::collections::BTreeMap;

impl Review {
    /// Takes over whatever another state of this review changed later, and its acts. The id stays. Where both changed a value at the
    /// very same moment, the one whose written form is the greater wins, on either side.
    pub fn merge(&mut self, other: &Review) -> Touched {
        let (mine, theirs) = (self.times(), other.times());
        let mut touched = Touched::default();
        for (place, &time) in &theirs {
            let (Some(own), Some(value)) = (self.value_at(place), other.value_at(place)) else {
                continue;
            };
            let own_time = mine.get(place).copied().unwrap_or_default();
            let wins = match time.cmp(&own_time) {
                std::cmp::Ordering::Greater => own != value,
                std::cmp::Ordering::Equal => written(&value) > written(&own),
                std::cmp::Ordering::Less => false,
            };
            if wins {
                let edit = Edit {
                    target: place.0.clone(),
                    before: own,
                    after: value,
                };
                self.set(&edit, time, &mut touched);
            }
        }
        for (own, their) in self.assessments.iter_mut().zip(&other.assessments) {
            own.changed = own.changed.max(their.changed);
        }
        self.merge_elsewhere(other);
        self.created = self.created.min(other.created);
        self.merge_history(other);
        self.settle(mine, theirs);
        self.find_undo();
        touched
    }

    /// When each value was last changed. Name and author are at least as old as the review.
    fn times(&self) -> BTreeMap<Place, Stamp> {
        let mut times: BTreeMap<Place, Stamp> = Field::OF_REVIEW
            .map(|field| ((Target::Review, field), self.created))
            .into();
        for (place, time) in self.times_of_history().into_iter().chain(self.settled.iter().cloned()) {
            let known = times.entry(place).or_default();
            *known = time.max(*known);
        }
        times
    }

    fn merge_history(&mut self, other: &Review) {
        let mut acts: BTreeMap<Stamp, Entry> = BTreeMap::new();
        for entry in std::mem::take(&mut self.history)
            .into_iter()
            .chain(other.history.iter().cloned())
        {
            match acts.get(&entry.stamp) {
                Some(own) if *own == entry || write_entry(own) >= write_entry(&entry) => {}
                _ => drop(acts.insert(entry.stamp, entry)),
            }
        }
        self.history = acts.into_values().collect();
    }

    /// Keeps the time of each value that no act of the joined history explains.
    fn settle(&mut self, mine: BTreeMap<Place, Stamp>, theirs: BTreeMap<Place, Stamp>) {
        let history = self.times_of_history();
        self.settled = Times::default();
        for (place, time) in mine.into_iter().chain(theirs) {
            let explained = history.get(&place).is_some_and(|&act| act >= time);
            let as_old_as_the_review = place.0 == Target::Review && time <= self.created;
            if !explained && !as_old_as_the_review {
                self.settled.note(place, time);
            }
        }
    }

    /// Duties of another edition: each as a whole, the one that was changed later.
    fn merge_elsewhere(&mut self, other: &Review) {
        for (name, their) in &other.elsewhere {
            let rank = |value: &serde_json::Value| (changed_elsewhere(value), value.to_string());
            match self.elsewhere.get(name) {
                Some(own) if rank(own) >= rank(their) => {}
                _ => drop(self.elsewhere.insert(name.clone(), their.clone())),
            }
        }
    }
}

fn written(value: &Value) -> String {
    write_value(value).to_string()
}
