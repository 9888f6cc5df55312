//! Which duties a snapshot of an edition speaks of, and in what order.

use super::letters::SHAPES;
use crate::catalogue::Catalogue;

/// The duties of an edition in the order of their slots.
pub(super) struct Layout {
    /// The duties.
    pub(super) places: Vec<Place>,
    /// How many duties the catalogue has.
    pub(super) duties: usize,
    /// A number in `0..SHAPES` that becomes another one, most likely, if a slot gets another number of duties or another instrument. Then
    /// no link of this edition can be read.
    pub(super) shape: u32,
}

/// A duty in the order of the slots.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Its number in the catalogue.
    pub(super) duty: usize,
    /// The number of its obligation.
    pub(super) obligation: u16,
    /// The number of its instrument.
    pub(super) instrument: u8,
}

impl Layout {
    /// The layout of an edition; `None` if the catalogue does not know the edition.
    pub(super) fn of(catalogue: &Catalogue, edition: usize) -> Option<Self> {
        let edition = catalogue.editions.get(edition)?;
        let mut layout = Self {
            places: Vec::new(),
            duties: catalogue.duties.len(),
            shape: 0,
        };
        let mut instrument = None;
        for slot in catalogue.slots.iter().take(usize::from(edition.slots)) {
            let before = layout.places.len();
            if let Some(number) = *slot {
                let obligation = &catalogue.obligations[usize::from(number)];
                for duty in obligation.duty_numbers() {
                    layout.places.push(Place {
                        duty: usize::from(duty.0),
                        obligation: number,
                        instrument: obligation.instrument,
                    });
                }
            }
            let count = (layout.places.len() - before) as u32;
            let last = layout.places.last().map(|place| place.instrument);
            layout.shape = (layout.shape * 5 + count * 2 + u32::from(last != instrument)) % SHAPES;
            instrument = last;
        }
        Some(layout)
    }
}
