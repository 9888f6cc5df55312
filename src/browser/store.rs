//! Where reviews are kept: the browser's local storage, through gloo-storage.
//!
//! A review is a base and a log. The base is the review as it was at some time; every act since then is one entry under a key of
//! its own. So an act costs one small write however large the review is, two tabs never write over each other, and a tab that dies
//! between two writes leaves a state that existed. Reading a review is its base with all entries taken in the order of their stamps.
//!
//! A long log is folded into a new base, under a key of its own. Only once that is written and read back is deleted what is in it: the
//! older base and just those entries. Two tabs that fold at once leave two bases; a review may have several, and reading it merges them.
//! So no lock is needed, and no moment exists at which a crash loses anything. Entries are read before bases: what another tab deletes
//! meanwhile is then in a base that is read after.
//!
//! What cannot be read is never written over: it is set aside under another key, or left where it is if it is newer.

use crate::review::{
    Entry, MOST_ACTS, MOST_HISTORY_BYTES, Review, Stamp, StoredFault, read_base, read_entry, write_base, write_entry,
};
use gloo_storage::{LocalStorage, Storage};
use std::cell::RefCell;

const OPEN: &str = "accord-checklist/open";
pub(super) const REVIEW: &str = "accord-checklist/review/";
pub(super) const LOG: &str = "accord-checklist/log/";
const ASIDE: &str = "accord-checklist/aside/";
/// Reviews that were deleted and can be brought back: when, in milliseconds.
pub(super) const TRASH: &str = "accord-checklist/trash/";
/// How many things that were set aside the reader has downloaded.
const TOLD: &str = "accord-checklist/told";
const PROBE: &str = "accord-checklist/probe";
/// A log of so many entries is folded into a new base.
pub const LONG_LOG: usize = 200;

thread_local! {
    /// The key of a base that was there when it was last looked for: an act looks for one key only.
    static KNOWN_BASE: RefCell<String> = const { RefCell::new(String::new()) };
}

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

    /// Whether reviews, or parts of some, are stored in this browser. `false` where it refuses.
    pub fn holds_something() -> bool {
        Self::open().can_be_read()
            && [OPEN, REVIEW, LOG, ASIDE]
                .iter()
                .any(|beginning| !keys(beginning).is_empty())
    }

    /// Reads the open review. `None` if there is none, or none that can be read.
    pub fn load(&mut self) -> (Option<Review>, Option<StoreNotice>) {
        if self.state == State::Blocked {
            return (None, Some(StoreNotice::Blocked));
        }
        self.state = State::Open;
        let untold = (keys(ASIDE).len() > get(TOLD).and_then(|told| told.parse().ok()).unwrap_or(0))
            .then_some(StoreNotice::SetAside);
        let Some(id) = self.open_id() else {
            return (None, untold);
        };
        let parts = gather(&id);
        if parts.bases.is_empty() {
            return (None, untold);
        }
        let joined = join(&id, &parts);
        if joined.newer_base {
            self.state = State::Newer;
            return (None, Some(StoreNotice::Newer));
        }
        let mut notice = joined.newer_entry.then_some(StoreNotice::Newer);
        for (key, text) in &joined.damaged {
            notice = Some(StoreNotice::SetAside);
            let moved = set_aside(key, text);
            if !moved && joined.review.is_none() {
                // There is no room to move it: nothing is written beside it.
                self.state = State::Newer;
            }
        }
        if joined.review.is_none() && self.state == State::Open {
            delete(OPEN);
            set_session(None);
        }
        (joined.review, notice.or(untold))
    }

    /// Makes a review the open one and writes it whole.
    pub fn begin(&self, review: &Review) -> Result<(), StoreNotice> {
        self.keep(review)?;
        self.make_open(review.id())
    }

    /// Writes a review whole, beside the others.
    pub fn keep(&self, review: &Review) -> Result<(), StoreNotice> {
        self.write(&format!("{REVIEW}{}", review.id()), &write_base(review))
    }

    /// Makes a review the open one: in this tab, and in those that are opened from now on.
    pub fn make_open(&self, id: &str) -> Result<(), StoreNotice> {
        self.write(OPEN, id)?;
        // This tab keeps its own when another tab opens another.
        set_session(Some(id));
        Ok(())
    }

    /// No review is open any more.
    pub fn close(&self) {
        if self.state == State::Open {
            delete(OPEN);
            set_session(None);
        }
    }

    /// The open review is one that this program can write: it may be written again.
    pub fn take_up(&mut self) {
        if self.state == State::Newer {
            self.state = State::Open;
        }
    }

    /// The id of the open review: this tab's, or the one that was opened last in this browser. Deleted ones are not open.
    pub fn open_id(&self) -> Option<String> {
        if self.state == State::Blocked {
            return None;
        }
        let here = session().and_then(|session| session.get_item(OPEN).ok().flatten());
        let there = |id: &String| has_base(id) && get(&format!("{TRASH}{id}")).is_none();
        let anywhere = || get(OPEN).filter(|id| get(&format!("{TRASH}{id}")).is_none());
        here.filter(there).or_else(anywhere)
    }

    /// Writes one act. Where the base is gone (cleared by hand), it is written again. A review that is worked on is no longer deleted.
    pub fn append(&self, review: &Review, entry: &Entry) -> Result<(), StoreNotice> {
        let id = review.id();
        if self.state == State::Open {
            if !has_base(id) {
                return self.begin(review);
            }
            let deleted = format!("{TRASH}{id}");
            if get(&deleted).is_some() {
                delete(&deleted);
            }
        }
        self.write(&format!("{LOG}{id}/{}", entry.stamp), &write_entry(entry))
    }

    /// Joins a long log with its base into a new base, and forgets the oldest acts. `false` if there was no need, or no way.
    pub fn fold(&self, id: &str, stamp: Stamp) -> bool {
        if self.state != State::Open || keys(&format!("{LOG}{id}/")).len() < LONG_LOG && bases(id).len() < 2 {
            return false;
        }
        let parts = gather(id);
        let joined = join(id, &parts);
        let (Some(mut review), false) = (joined.review, joined.newer_base) else {
            return false;
        };
        review.fold(MOST_ACTS, MOST_HISTORY_BYTES);
        let key = format!("{REVIEW}{id}/{stamp}");
        if !put(&key, &write_base(&review)) {
            delete(&key);
            return false;
        }
        // Read as the next visit will read it: only what is surely in it is deleted.
        let sure = get(&key).and_then(|text| read_base(&text).ok());
        let holds_all = sure.is_some_and(|sure| {
            sure.assessments() == review.assessments()
                && sure.history() == review.history()
                && (sure.name(), sure.author()) == (review.name(), review.author())
        });
        if !holds_all {
            delete(&key);
            return false;
        }
        joined.included.iter().for_each(|key| delete(key));
        true
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
        sorted_keys(ASIDE).into_iter().filter_map(content).collect()
    }

    /// The reader has what was set aside: no more word of it.
    pub fn told(&self) {
        if self.state == State::Open {
            put(TOLD, &keys(ASIDE).len().to_string());
        }
    }

    pub(super) fn write(&self, key: &str, text: &str) -> Result<(), StoreNotice> {
        match self.state {
            State::Blocked => Err(StoreNotice::Blocked),
            State::Newer => Err(StoreNotice::Newer),
            State::Open => put(key, text).then_some(()).ok_or(StoreNotice::Full),
        }
    }

    /// Whether the browser stores what it is given.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether the browser has a store that can be read.
    pub fn can_be_read(&self) -> bool {
        self.state != State::Blocked
    }
}

/// The storage of this tab alone.
fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Which review this tab has open, for when it is loaded again. A browser that refuses has the one that was opened last.
fn set_session(id: Option<&str>) {
    if let Some(session) = session() {
        let _ = match id {
            Some(id) => session.set_item(OPEN, id),
            None => session.remove_item(OPEN),
        };
    }
}

/// What is stored of a review: keys with their contents.
pub(super) struct Parts {
    /// Its bases; usually one.
    pub bases: Vec<(String, String)>,
    /// Its log.
    pub entries: Vec<(String, String)>,
}

/// What the parts of a review give together.
pub(super) struct Joined {
    /// The review; `None` if no base can be read.
    pub review: Option<Review>,
    /// The keys of everything that is in it.
    pub included: Vec<String>,
    /// What cannot be read.
    pub damaged: Vec<(String, String)>,
    /// A newer program wrote a base.
    pub newer_base: bool,
    /// A newer program wrote an entry.
    pub newer_entry: bool,
}

/// The keys of the bases of a review, in no order.
fn bases(id: &str) -> Vec<String> {
    let mut all = keys(&format!("{REVIEW}{id}/"));
    let first = format!("{REVIEW}{id}");
    if has(&first) {
        all.push(first);
    }
    all
}

fn sorted_bases(id: &str) -> Vec<String> {
    let mut bases = bases(id);
    bases.sort();
    bases
}

fn has_base(id: &str) -> bool {
    KNOWN_BASE.with_borrow_mut(|known| {
        let of_this = known.strip_prefix(REVIEW).and_then(|rest| rest.strip_prefix(id));
        if of_this.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) && has(known) {
            return true;
        }
        let found = bases(id).into_iter().next();
        let is = found.is_some();
        *known = found.unwrap_or_default();
        is
    })
}

/// Reads what is stored of a review: the log first, then the bases.
pub(super) fn gather(id: &str) -> Parts {
    let read = |keys: Vec<String>| -> Vec<(String, String)> {
        let content = |key: String| get(&key).map(|text| (key, text));
        keys.into_iter().filter_map(content).collect()
    };
    let entries = read(sorted_keys(&format!("{LOG}{id}/")));
    let mut listed = sorted_bases(id);
    for _ in 0..4 {
        let found = read(listed.clone());
        if found.len() == listed.len() {
            return Parts { bases: found, entries };
        }
        // One went while it was read: another tab has folded it into a newer one.
        listed = sorted_bases(id);
    }
    let bases = read(listed);
    Parts { bases, entries }
}

/// Joins the parts of a review. Nothing is written.
pub(super) fn join(id: &str, parts: &Parts) -> Joined {
    let mut joined = Joined {
        review: None,
        included: Vec::new(),
        damaged: Vec::new(),
        newer_base: false,
        newer_entry: false,
    };
    for (key, text) in &parts.bases {
        match read_base(text) {
            Ok(base) => {
                let base = base.with_id(id.to_owned());
                match &mut joined.review {
                    Some(review) => drop(review.merge(&base)),
                    none => *none = Some(base),
                }
                joined.included.push(key.clone());
            }
            Err(StoredFault::Newer(_)) => joined.newer_base = true,
            Err(_) => joined.damaged.push((key.clone(), text.clone())),
        }
    }
    let Some(review) = &mut joined.review else {
        return joined;
    };
    for (key, text) in &parts.entries {
        match read_entry(text) {
            Ok(entry) => {
                review.take(entry);
                joined.included.push(key.clone());
            }
            Err(StoredFault::Newer(_)) => joined.newer_entry = true,
            Err(_) => joined.damaged.push((key.clone(), text.clone())),
        }
    }
    joined
}

/// Writes, reads back and compares.
pub(super) fn put(key: &str, text: &str) -> bool {
    LocalStorage::raw().set_item(key, text).is_ok() && get(key).as_deref() == Some(text)
}

/// Whether there is something under this key. Its content is not read.
fn has(key: &str) -> bool {
    js_sys::Reflect::has(&LocalStorage::raw(), &key.into()).unwrap_or(false)
}

pub(super) fn get(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

pub(super) fn delete(key: &str) {
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

/// All keys with this beginning, in no order.
pub(super) fn keys(beginning: &str) -> Vec<String> {
    let storage = LocalStorage::raw();
    (0..LocalStorage::length())
        .filter_map(|place| storage.key(place).ok().flatten())
        .filter(|key| key.starts_with(beginning))
        .collect()
}

/// All keys with this beginning, in order.
pub(super) fn sorted_keys(beginning: &str) -> Vec<String> {
    let mut keys = keys(beginning);
    keys.sort();
    keys
}
