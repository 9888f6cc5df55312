//! What is known to have changed between the edition of a snapshot and this one.

use crate::catalogue::Catalogue;

/// Changes since an older edition, as far as the tables of the program know them. Rewordings stand in the change log only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Since {
    /// Obligations that came since and are here.
    pub added: usize,
    /// Obligations of that edition that are not here any more. Some of them may have gone before it.
    pub gone: usize,
}

/// What changed since the edition of this number; `None` for the newest one, or one that is not known.
pub fn since(catalogue: &Catalogue, edition: usize) -> Option<Since> {
    if edition + 1 >= catalogue.editions.len() {
        return None;
    }
    let slots = usize::from(catalogue.editions.get(edition)?.slots).min(catalogue.slots.len());
    let (then, later) = catalogue.slots.split_at(slots);
    Some(Since {
        added: later.iter().flatten().count(),
        gone: then.iter().filter(|slot| slot.is_none()).count(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accord::ACCORD;
    use crate::catalogue::Edition;

    #[track_caller]
    fn check(slots: &'static [Option<u16>], sizes: &[u16], edition: usize, expected: Option<Since>) {
        let editions: Vec<Edition> = sizes
            .iter()
            .map(|&slots| Edition {
                version: "test",
                as_of: ACCORD.edition().as_of,
                slots,
            })
            .collect();
        let catalogue = Catalogue {
            editions: Box::leak(editions.into_boxed_slice()),
            slots,
            obligations: &[],
            duties: &[],
            bearers: ACCORD.bearers,
            themes: ACCORD.themes,
            instruments: ACCORD.instruments,
        };
        assert_eq!(since(&catalogue, edition), expected);
    }

    #[test]
    fn what_came_and_went_is_counted() {
        const SLOTS: &[Option<u16>] = &[Some(0), None, Some(1), Some(2), None, Some(3)];
        check(SLOTS, &[6], 0, None);
        check(SLOTS, &[3, 6], 0, Some(Since { added: 2, gone: 1 }));
        check(SLOTS, &[3, 6], 1, None);
        check(SLOTS, &[3, 6], 7, None);
        check(SLOTS, &[6, 6], 0, Some(Since { added: 0, gone: 2 }));
        check(SLOTS, &[9, 6], 0, Some(Since { added: 0, gone: 2 }));
    }
}
