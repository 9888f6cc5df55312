//! Where reviews are kept: the browser's local storage, through gloo-storage.
//!
//! A review is a base and a log. The base is the review as it was at some time; every act since then is one entry under a key of
//! its own. So an act costs one small write however large the review is, two tabs never write over each other, and a tab that dies
//! between two writes leaves a state that existed. Reading a review is its base with all entries taken in the order of their stamps.
//!
//! What cannot be read is never written over: it is set aside under another key, or left where it is if it is newer.

use crate::review::{Entry, Review, StoredFault, read_base, read_entry, write_base, write_entry};
use gloo_storage::{LocalStorage, Storage};

const OPEN: &str = "accord-checklist/open";
const REVIEW: &str = "accord-checklist/review/";
const LOG: &str = "accord-checklist/log/";
const ASIDE: &str = "accord-checklist/aside/";
/// How many things that were set aside the reader has downloaded.
const TOLD: &str = "accord-checklist/told";
const PROBE: &str = "accord-checklist/probe";

/// The store of this browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Store {
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// The browser stores what it is given.
    Open,
    /// The browser refuses to store anything.
    Blocked,
    /// The open review was written by a newer program: nothing is written beside it.
    Newer,
}

/// Something that the reader must know of the store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoreNotice {
    /// The browser refuses to store anything.
    Blocked,
    /// The last write did not take; the device is full.
    Full,
    /// Something could not be read and was set aside.
    SetAside,
    /// The review was written by a newer program.
    Newer,
}

impl Store {
    /// Looks whether the browser stores anything.
    pub fn open() -> Self {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let works = storage.is_some_and(|storage| {
            // A full store still serves for reading and for what is small: only a browser that has no store at all is blocked.
            let _ = storage.set_item(PROBE, "1");
            storage.remove_item(PROBE).is_ok() && storage.length().is_ok()
        });
        Self {
            state: if works { State::Open } else { State::Blocked },
        }
    }

    /// Reads the open review. `None` if there is none, or none that can be read.
    pub fn load(&mut self) -> (Option<Review>, Option<StoreNotice>) {
        if self.state == State::Blocked {
            return (None, Some(StoreNotice::Blocked));
        }
        let untold = (keys(ASIDE).len() > get(TOLD).and_then(|told| told.parse().ok()).unwrap_or(0))
            .then_some(StoreNotice::SetAside);
        let Some(id) = get(OPEN) else { return (None, untold) };
        let key = format!("{REVIEW}{id}");
        let Some(text) = get(&key) else { return (None, None) };
        match read_base(&text) {
            Ok(mut review) => {
                let notice = self.take_log(&mut review);
                (Some(review), notice.or(untold))
            }
            Err(StoredFault::Newer(_)) => {
                self.state = State::Newer;
                (None, Some(StoreNotice::Newer))
            }
            Err(_) => {
                let moved = set_aside(&key, &text) && get(&key).is_none();
                if moved {
                    delete(OPEN);
                } else {
                    self.state = State::Newer;
                }
                (None, Some(StoreNotice::SetAside))
            }
        }
    }

    fn take_log(&mut self, review: &mut Review) -> Option<StoreNotice> {
        let mut notice = None;
        for key in keys(&format!("{LOG}{}/", review.id())) {
            let Some(text) = get(&key) else { continue };
            match read_entry(&text) {
                Ok(entry) => {
                    review.take(entry);
                }
                Err(StoredFault::Newer(_)) => notice = Some(StoreNotice::Newer),
                Err(_) => {
                    set_aside(&key, &text);
                    notice = Some(StoreNotice::SetAside);
                }
            }
        }
        notice
    }

    /// Makes a review the open one and writes it whole.
    pub fn begin(&self, review: &Review) -> Result<(), StoreNotice> {
        self.write(&format!("{REVIEW}{}", review.id()), &write_base(review))?;
        self.write(OPEN, review.id())
    }

    /// The id of the review that is open in this browser, if another tab has begun one.
    pub fn open_id(&self) -> Option<String> {
        (self.state == State::Open).then(|| get(OPEN)).flatten()
    }

    /// Writes one act. Where the base is gone (cleared by hand), it is written again.
    pub fn append(&self, review: &Review, entry: &Entry) -> Result<(), StoreNotice> {
        if self.state == State::Open && get(&format!("{REVIEW}{}", review.id())).is_none() {
            return self.begin(review);
        }
        self.write(&format!("{LOG}{}/{}", review.id(), entry.stamp), &write_entry(entry))
    }

    /// What another tab wrote, if it is an act on this review.
    pub fn heard(&self, review: &str, key: &str, value: Option<&str>) -> Option<Entry> {
        let rest = key.strip_prefix(LOG)?.strip_prefix(review)?;
        rest.strip_prefix('/')?;
        read_entry(value?).ok()
    }

    /// Everything that was set aside: old key and content.
    pub fn set_aside(&self) -> Vec<(String, String)> {
        if self.state == State::Blocked {
            return Vec::new();
        }
        let content = |key: String| get(&key).map(|text| (key, text));
        keys(ASIDE).into_iter().filter_map(content).collect()
    }

    /// The reader has what was set aside: no more word of it.
    pub fn told(&self) {
        if self.state == State::Open {
            put(TOLD, &keys(ASIDE).len().to_string());
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreNotice> {
        match self.state {
            State::Blocked => Err(StoreNotice::Blocked),
            State::Newer => Err(StoreNotice::Newer),
            State::Open => put(key, text).then_some(()).ok_or(StoreNotice::Full),
        }
    }
}

/// Writes, reads back and compares.
fn put(key: &str, text: &str) -> bool {
    LocalStorage::raw().set_item(key, text).is_ok() && get(key).as_deref() == Some(text)
}

fn get(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

fn delete(key: &str) {
    LocalStorage::delete(key);
}

/// Copies content to a key of its own and, once the copy is there, removes the original.
fn set_aside(key: &str, text: &str) -> bool {
    let short = key.strip_prefix("accord-checklist/").unwrap_or(key);
    let kept = put(&format!("{ASIDE}{}/{short}", super::window::now()), text);
    if kept {
        delete(key);
    }
    kept
}

/// All keys with this beginning, sorted.
fn keys(beginning: &str) -> Vec<String> {
    let storage = LocalStorage::raw();
    let mut keys: Vec<String> = (0..LocalStorage::length())
        .filter_map(|place| storage.key(place).ok().flatten())
        .filter(|key| key.starts_with(beginning))
        .collect();
    keys.sort();
    keys
}
