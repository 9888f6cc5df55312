//! From a snapshot to a link and back. `docs/snapshot-format.md` specifies every bit.
//!
//! What holds: `decode(&encode(x)) == Ok(x)` for every snapshot of a review that is not too large, and `encode(&y) == link` for every
//! `Ok(y) == decode(link)`: one state has one link. What this version wrote can be read for ever.

use super::coder::Coder;
use super::content::exchange;
use super::layout::Layout;
use super::letters::{MARK, is_shape, open, seal};
use super::{Contents, Snapshot, SnapshotFault};
use crate::accord::ACCORD;
use crate::catalogue::{Catalogue, Status};
use crate::review::{Assessment, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE};

/// The most letters of a payload that are read. No browser takes a longer address.
pub const LONGEST_PAYLOAD: usize = 60_000;

/// The link of a snapshot, without the address of the page and the `#`.
///
/// What a review cannot hold is left out: texts are cut to their longest, an extent stands only where something is under way. A
/// snapshot with too much text gets a link that `decode` refuses: see `LONGEST_PAYLOAD`, and decode a link before you hand it out.
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
    exchange(&mut coder, &layout, &bounded(snapshot.clone()), catalogue.duties.len());
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
        .filter(|layout| is_shape(opened.shape, layout.shape))
        .ok_or(SnapshotFault::UnknownEdition)?;
    let mut coder = Coder::reader(opened.digits);
    let said = exchange(&mut coder, &layout, &blank(), catalogue.duties.len());
    if !coder.is_exact() {
        return Err(SnapshotFault::Damaged);
    }
    Ok(Snapshot { edition, ..said })
}

/// The snapshot within the bounds of a review.
fn bounded(mut snapshot: Snapshot) -> Snapshot {
    let shorten = |text: &mut String, most: usize| {
        if let Some((end, _)) = text.char_indices().nth(most) {
            text.truncate(end);
        }
    };
    shorten(&mut snapshot.title, LONGEST_TEXT);
    shorten(&mut snapshot.author, LONGEST_TEXT);
    for one in &mut snapshot.assessments {
        one.extent = one.extent.filter(|_| one.status == Status::UnderWay);
        shorten(&mut one.note, LONGEST_NOTE);
        one.evidence.truncate(MOST_EVIDENCE);
        for piece in &mut one.evidence {
            shorten(&mut piece.title, LONGEST_TEXT);
        }
    }
    snapshot
}

/// What a reader wants said: nothing.
fn blank() -> Snapshot {
    Snapshot {
        edition: 0,
        title: String::new(),
        author: String::new(),
        taken: 0,
        contents: Contents::default(),
        assessments: Vec::<Assessment>::new(),
    }
}
