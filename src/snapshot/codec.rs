//! From a snapshot to a link and back. `docs/snapshot-format.md` specifies every bit.
//!
//! What holds: `decode(&encode(x)) == Ok(x)` for every snapshot of a review that is not too large, and `encode(&y) == link` for every
//! `Ok(y) == decode(link)`: one state has one link. What this version wrote can be read for ever.

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
/// Says why the link cannot be opened. A link is opened exactly if `encode` writes it.
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
    if letters.next() != Some('s') {
        return Err(SnapshotFault::Foreign);
    }
    match letters.next() {
        Some('1') => {}
        Some('0') => return Err(SnapshotFault::Damaged),
        Some('2'..='9') => return Err(SnapshotFault::NewerFormat),
        _ => return Err(SnapshotFault::Foreign),
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
