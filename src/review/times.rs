//! When values were last changed by acts that are forgotten.

use super::{Place, Stamp};

/// Times of values, each value once, in order of the values. A list, since few values have one: a map would bring more code than it spares.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Times(Vec<(Place, Stamp)>);

impl Times {
    /// Whether no value has one.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The time of a value.
    pub fn of(&self, place: &Place) -> Option<Stamp> {
        let found = self.find(place).ok()?;
        Some(self.0[found].1)
    }

    /// All, in order of the values.
    pub fn iter(&self) -> impl Iterator<Item = &(Place, Stamp)> {
        self.0.iter()
    }

    /// Notes a time of a value; of two the later one stays.
    pub fn note(&mut self, place: Place, time: Stamp) {
        match self.find(&place) {
            Ok(found) => self.0[found].1 = time.max(self.0[found].1),
            Err(free) => self.0.insert(free, (place, time)),
        }
    }

    /// Forgets the time of a value.
    pub fn forget(&mut self, place: &Place) {
        if let Ok(found) = self.find(place) {
            self.0.remove(found);
        }
    }

    /// Forgets the times that do not hold.
    pub fn retain(&mut self, mut holds: impl FnMut(&Place, Stamp) -> bool) {
        self.0.retain(|(place, time)| holds(place, *time));
    }

    fn find(&self, place: &Place) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(place))
    }
}
