//! Which duties a snapshot of an edition speaks of, and in what order.

use super::letters::crc32;
use crate::catalogue::Catalogue;

/// The duties of an edition in the order of their slots.
pub(super) struct Layout {
    /// The duties.
    pub(super) places: Vec<Place>,
    /// A number that is another one, most likely, if a slot has another number of duties. Then no link of this edition can be read.
    pub(super) shape: u32,
}

/// A duty in the order of the slots.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Its number in the catalogue.
    pub(super) duty: usize,
    /// Whether it is the first of its obligation.
    pub(super) first: bool,
}

impl Layout {
    /// The layout of an edition; `None` if the catalogue does not know the edition.
    pub(super) fn of(catalogue: &Catalogue, edition: usize) -> Option<Self> {
        let slots = usize::from(catalogue.editions.get(edition)?.slots);
        let mut places = Vec::new();
        let mut counts = Vec::new();
        for slot in catalogue.slots.iter().take(slots) {
            let before = places.len();
            let obligation = slot.and_then(|number| catalogue.obligations.get(usize::from(number)));
            for duty in obligation.into_iter().flat_map(|obligation| obligation.duty_numbers()) {
                places.push(Place {
                    duty: usize::from(duty.0),
                    first: places.len() == before,
                });
            }
            counts.push((places.len() - before) as u8);
        }
        Some(Self {
            places,
            shape: crc32(&counts),
        })
    }
}
