//! The reviews that are kept beside each other: what there is, which are put away or deleted, of which a copy was saved.
//!
//! The list is derived from the keys of the reviews; there is no index that could disagree with them. Deleting is a mark: a review
//! is gone only after thirty days, or when the reader says so.

use super::store::{LOG, REVIEW, Store, StoreNotice, TRASH, delete, gather, get, join, keys, put};
use crate::review::{Entry, Review, Tally, write_entry};

/// Reviews that were put away: no content.
const ARCHIVE: &str = "accord-checklist/archive/";
/// When a copy of a review was last saved, in milliseconds.
const COPY: &str = "accord-checklist/copy/";
/// When the word on saving a copy was last put off, in milliseconds.
const PUT_OFF: &str = "accord-checklist/put-off";
const OURS: &str = "accord-checklist/";
/// A deleted review can be brought back for so long, in milliseconds: thirty days.
pub const KEPT_DELETED: u64 = 30 * 24 * 60 * 60 * 1_000;

/// A review on the shelf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// What is known of it; `None` if it cannot be read.
    pub summary: Option<Summary>,
    /// Whether a newer program wrote it.
    pub newer: bool,
    /// Whether it was put away.
    pub archived: bool,
    /// When it was deleted, in milliseconds since 1970 UTC.
    pub deleted: Option<u64>,
    /// When a copy was last saved, in milliseconds since 1970 UTC.
    pub copied: Option<u64>,
    /// Letters that it takes in the store, keys included.
    pub letters: usize,
}

/// What the list says of a review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// Its name.
    pub name: String,
    /// When it was last changed, in milliseconds since 1970 UTC.
    pub changed: u64,
    /// Its counts.
    pub tally: Tally,
}

impl Store {
    /// All reviews, the one that was changed last first.
    pub fn shelf(&self) -> Vec<Kept> {
        if !self.can_be_read() {
            return Vec::new();
        }
        let mut ids: Vec<String> = keys(REVIEW)
            .iter()
            .filter_map(|key| Some(key.strip_prefix(REVIEW)?.split('/').next()?.to_owned()))
            .collect();
        ids.sort();
        ids.dedup();
        let mut kept: Vec<Kept> = ids.into_iter().map(kept).collect();
        kept.sort_by_key(|one| std::cmp::Reverse(one.summary.as_ref().map(|summary| summary.changed)));
        kept
    }

    /// Reads a review that need not be the open one. Nothing is written, nothing set aside.
    pub fn look_at(&self, id: &str) -> Option<Review> {
        if !self.can_be_read() {
            return None;
        }
        let joined = join(id, &gather(id));
        joined.review.filter(|_| !joined.newer_base)
    }

    /// Writes an act on a review that need not be the open one.
    pub fn append_to(&self, id: &str, entry: &Entry) -> Result<(), StoreNotice> {
        self.write(&format!("{LOG}{id}/{}", entry.stamp), &write_entry(entry))
    }

    /// Puts a review away, or takes it out again.
    pub fn archive(&self, id: &str, away: bool) -> Result<(), StoreNotice> {
        self.mark(&format!("{ARCHIVE}{id}"), away.then(|| "1".to_owned()))
    }

    /// Deletes a review so that it can be brought back, or brings it back. `now` in milliseconds.
    pub fn set_deleted(&self, id: &str, deleted: Option<u64>) -> Result<(), StoreNotice> {
        self.mark(&format!("{TRASH}{id}"), deleted.map(|now| now.to_string()))
    }

    fn mark(&self, key: &str, text: Option<String>) -> Result<(), StoreNotice> {
        match text {
            Some(text) => self.write(key, &text),
            None => {
                delete(key);
                Ok(())
            }
        }
    }

    /// Takes a deleted review away for good. One that is not deleted stays.
    pub fn purge(&self, id: &str) {
        if !self.is_open() || get(&format!("{TRASH}{id}")).is_none() {
            return;
        }
        // The log goes first: a crash in between leaves an older state of the review, still deleted.
        for key in keys(&format!("{LOG}{id}/")) {
            delete(&key);
        }
        for key in keys(&format!("{REVIEW}{id}/")) {
            delete(&key);
        }
        for beginning in [REVIEW, ARCHIVE, COPY, TRASH] {
            delete(&format!("{beginning}{id}"));
        }
    }

    /// Takes away for good what was deleted thirty days ago and not touched since.
    pub fn purge_old(&self, now: u64) {
        if !self.is_open() {
            return;
        }
        for key in keys(TRASH) {
            let deleted: Option<u64> = get(&key).and_then(|text| text.parse().ok());
            let Some(deleted) = deleted else { continue };
            let id = key[TRASH.len()..].to_owned();
            let worked_on = self
                .look_at(&id)
                .is_some_and(|review| review.changed().milliseconds() > deleted);
            if worked_on {
                delete(&key);
            } else if now.saturating_sub(deleted) > KEPT_DELETED {
                self.purge(&id);
            }
        }
    }

    /// A copy of a review was saved now.
    pub fn note_copy(&self, id: &str, now: u64) {
        if self.is_open() {
            put(&format!("{COPY}{id}"), &now.to_string());
        }
    }

    /// When a copy of a review was last saved, in milliseconds.
    pub fn copied(&self, id: &str) -> Option<u64> {
        if !self.can_be_read() {
            return None;
        }
        get(&format!("{COPY}{id}"))?.parse().ok()
    }

    /// The reader wants to hear of copies later.
    pub fn put_off(&self, now: u64) {
        if self.is_open() {
            put(PUT_OFF, &now.to_string());
        }
    }

    /// When the reader last wanted to hear of copies later, in milliseconds.
    pub fn was_put_off(&self) -> Option<u64> {
        if !self.can_be_read() {
            return None;
        }
        get(PUT_OFF)?.parse().ok()
    }

    /// Letters that this page takes in the store, keys included. Browsers give an origin about five million.
    pub fn letters(&self) -> usize {
        if !self.can_be_read() {
            return 0;
        }
        letters_under(OURS)
    }
}

fn kept(id: String) -> Kept {
    let joined = join(&id, &gather(&id));
    let summary = joined.review.map(|review| Summary {
        name: review.name().to_owned(),
        changed: review.changed().milliseconds(),
        tally: Tally::of(review.assessments().iter().map(|one| one.status)),
    });
    let time = |beginning: &str| get(&format!("{beginning}{id}")).and_then(|text| text.parse().ok());
    Kept {
        summary: summary.filter(|_| !joined.newer_base),
        newer: joined.newer_base,
        archived: get(&format!("{ARCHIVE}{id}")).is_some(),
        deleted: time(TRASH),
        copied: time(COPY),
        letters: letters_under(&format!("{REVIEW}{id}")) + letters_under(&format!("{LOG}{id}/")),
        id,
    }
}

fn letters_under(beginning: &str) -> usize {
    let of = |key: &String| key.len() + get(key).map_or(0, |text| text.encode_utf16().count());
    keys(beginning).iter().map(of).sum()
}
