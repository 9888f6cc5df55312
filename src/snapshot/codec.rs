//! From a snapshot to a link and back. `docs/snapshot-format.md` specifies every bit.
//!
//! What holds: `decode(&encode(x)) == Ok(x)` for every snapshot of a review that is not too large, and `encode(&y) == link` for every
//! `Ok(y) == decode(link)`: one state has one link. What this version wrote can be read for ever.

use super::capitals::{in_capitals, to_link};
use super::coder::Coder;
use super::content::exchange;
use super::layout::Layout;
use super::letters::{MARK, open, seal};
use super::{Contents, Snapshot, SnapshotFault};
use crate::accord::ACCORD;
use crate::catalogue::Catalogue;

/// The most letters of a payload that are read. No browser takes a longer address.
pub const LONGEST_PAYLOAD: usize = 60_000;

/// The link of a snapshot, without the address of the page and the `#`.
///
/// An extent is written only where something is under way, and what `contents` leaves out is not. A snapshot that is too large gets
/// a link that `decode` refuses (see `LONGEST_PAYLOAD`): decode a link before you hand it out.
pub fn encode(snapshot: &Snapshot) -> String {
    encode_in(&ACCORD, snapshot)
}

/// The snapshot of a link, which begins with its kind and version. For what may be damaged or quoted see `find`.
///
/// # Errors
/// Says why the link cannot be opened. A link is opened exactly if `encode` writes it, or if it is what `in_capitals` makes of that.
pub fn decode(link: &str) -> Result<Snapshot, SnapshotFault> {
    decode_in(&ACCORD, link)
}

pub(super) fn encode_in(catalogue: &Catalogue, snapshot: &Snapshot) -> String {
    // Only a snapshot of another catalogue has an unknown edition; it gets the link of the newest one.
    let newest = catalogue.editions.len().saturating_sub(1);
    let edition = snapshot.edition.min(newest);
    let Some(layout) = Layout::of(catalogue, edition) else {
        return MARK.to_owned();
    };
    let mut coder = Coder::writer();
    exchange(&mut coder, &layout, snapshot);
    seal(edition as u32, &coder.finish(), layout.shape)
}

pub(super) fn decode_in(catalogue: &Catalogue, link: &str) -> Result<Snapshot, SnapshotFault> {
    let mut letters = link.chars();
    let kind = letters.next();
    if !matches!(kind, Some('s' | 'Q')) {
        return Err(SnapshotFault::Foreign);
    }
    match letters.next() {
        Some('1') => {}
        Some('0') => return Err(SnapshotFault::Damaged),
        Some('2'..='9') => return Err(SnapshotFault::NewerFormat),
        _ => return Err(SnapshotFault::Foreign),
    }
    if kind == Some('Q') {
        let plain = to_link(letters.as_str());
        let opened = decode_in(catalogue, &plain)?;
        let is_right = in_capitals(&plain) == link;
        return if is_right {
            Ok(opened)
        } else {
            Err(SnapshotFault::Damaged)
        };
    }
    let opened = open(letters.as_str(), LONGEST_PAYLOAD)?;
    let edition = opened.edition as usize;
    let layout = Layout::of(catalogue, edition)
        .filter(|layout| layout.shape == opened.shape)
        .ok_or(SnapshotFault::UnknownEdition)?;
    let mut coder = Coder::reader(opened.digits);
    let said = exchange(&mut coder, &layout, &blank());
    if !coder.is_exact() {
        return Err(SnapshotFault::Damaged);
    }
    Ok(Snapshot { edition, ..said })
}

/// What a reader wants said: nothing.
fn blank() -> Snapshot {
    Snapshot {
        edition: 0,
        title: String::new(),
        author: String::new(),
        taken: 0,
        contents: Contents::default(),
        assessments: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Edition, Obligation, Status};
    use crate::review::Assessment;

    /// The accord with two editions, of which the older one has ten slots less.
    fn two_editions() -> Catalogue {
        let slots = ACCORD.slots.len() as u16;
        let edition = |slots| Edition {
            version: "test",
            as_of: ACCORD.edition().as_of,
            slots,
        };
        Catalogue {
            editions: Box::leak(Box::new([edition(slots - 10), edition(slots)])),
            ..copy()
        }
    }

    fn copy() -> Catalogue {
        Catalogue {
            editions: ACCORD.editions,
            bearers: ACCORD.bearers,
            themes: ACCORD.themes,
            instruments: ACCORD.instruments,
            obligations: ACCORD.obligations,
            duties: ACCORD.duties,
            slots: ACCORD.slots,
        }
    }

    fn all_fulfilled(edition: usize) -> Snapshot {
        let one = Assessment {
            status: Status::Fulfilled,
            ..Assessment::default()
        };
        Snapshot {
            edition,
            assessments: vec![one; ACCORD.duties.len()],
            ..blank()
        }
    }

    #[test]
    fn a_link_of_an_older_edition_says_nothing_of_newer_duties() {
        let catalogue = two_editions();
        let link = encode_in(&catalogue, &all_fulfilled(0));
        let opened = decode_in(&catalogue, &link).expect("a link of an edition that is known");
        assert_eq!(opened.edition, 0);
        let newer = ACCORD.slots.iter().rev().take(10).flatten();
        let newer: Vec<usize> = newer
            .flat_map(|&number| ACCORD.obligations[usize::from(number)].duty_numbers())
            .map(|duty| duty.0.into())
            .collect();
        for (number, one) in opened.assessments.iter().enumerate() {
            assert_eq!(one.is_blank(), newer.contains(&number), "{number}");
        }
        assert_eq!(encode_in(&catalogue, &opened), link);
        // The program of that time reads its own links alike, and knows no later ones.
        let of_that_time = Catalogue {
            editions: &catalogue.editions[..1],
            slots: &ACCORD.slots[..ACCORD.slots.len() - 10],
            ..copy()
        };
        assert_eq!(decode_in(&of_that_time, &link), Ok(opened));
        let later = encode_in(&catalogue, &all_fulfilled(1));
        assert_eq!(decode_in(&of_that_time, &later), Err(SnapshotFault::UnknownEdition));
        assert_eq!(decode_in(&catalogue, &later).map(|opened| opened.edition), Ok(1));
    }

    #[test]
    fn an_edition_that_is_not_as_it_was_cannot_be_read() {
        let link = encode(&all_fulfilled(0));
        let mut slots = ACCORD.slots.to_vec();
        slots[5] = None;
        let withdrawn = Catalogue {
            slots: Box::leak(slots.into_boxed_slice()),
            ..copy()
        };
        assert_eq!(decode_in(&withdrawn, &link), Err(SnapshotFault::UnknownEdition));

        let copy_of = |one: &Obligation| Obligation {
            duties: one.duties.clone(),
            ..*one
        };
        let mut obligations: Vec<Obligation> = ACCORD.obligations.iter().map(copy_of).collect();
        obligations[7].duties.end -= 1;
        let fewer = Catalogue {
            obligations: Box::leak(obligations.into_boxed_slice()),
            ..copy()
        };
        assert_eq!(decode_in(&fewer, &link), Err(SnapshotFault::UnknownEdition));
    }

    #[test]
    fn what_no_review_holds_does_no_harm() {
        let mut odd = all_fulfilled(9);
        odd.assessments.truncate(3);
        odd.assessments[0].extent = Some(crate::catalogue::Extent::Minimal);
        let opened = decode(&encode(&odd)).expect("a link");
        assert_eq!(opened.edition, ACCORD.editions.len() - 1);
        assert_eq!(opened.assessments[0].extent, None);
        assert!(opened.assessments[3..].iter().all(Assessment::is_blank));
    }
}
