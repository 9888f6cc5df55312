//! Keeping the open review: reading it at the start, storing each act, hearing other tabs, folding a long log when nobody waits.

use crate::accord::ACCORD;
use crate::browser::store::{LONG_LOG, Store, StoreNotice};
use crate::browser::{document, health, window};
use crate::catalogue::Status;
use crate::review::{Change, Review, Touched};
use crate::ui::desk::Desk;
use crate::ui::later::{self, Act};
use crate::ui::shelf::ShelfUndo;
use leptos::prelude::*;

/// What was chosen before the program was there, on the root element.
const AHEAD: &str = "data-ahead";

/// What is remembered while reviews are kept.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// Counts changes of the shelf, so that its list is read again.
    pub shelf: RwSignal<u32>,
    /// What the message at the bottom offers to take back.
    pub(super) undo: StoredValue<Option<ShelfUndo>>,
    /// Acts that this tab stored.
    acts: StoredValue<usize>,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            shelf: RwSignal::new(0),
            undo: StoredValue::new(None),
            acts: StoredValue::new(0),
        }
    }
}

impl Desk {
    /// Opens the store and, where there is one, the review in it.
    pub fn load(&self) {
        let store = Store::open();
        self.tab.set_value(window::tab_number());
        self.store.set_value(Some(store));
        if !store.can_be_read() {
            self.notice.set(Some(StoreNotice::Blocked));
        }
        let desk = *self;
        if Store::holds_something() {
            later::act(desk, Act::Load);
        }
        window::after(1_000, move || later::act(desk, Act::Tidy));
    }

    /// Reads the open review.
    pub fn read_store(&self) {
        let Some(mut store) = self.store.get_value() else {
            return;
        };
        let (review, notice) = store.load();
        self.store.set_value(Some(store));
        self.notice.set(notice);
        if let Some(review) = review {
            self.review.set_value(Some(review));
            self.show_all();
        }
        self.show_head(true);
    }

    /// Takes over the statuses that were set before the program was there (`src/site/ahead.js`): a line each, the duty's name and the
    /// status. What cannot be stored stays where it is kept.
    pub fn take_ahead(&self) {
        let Some(lines) = document::root_attribute(AHEAD) else {
            return;
        };
        for line in lines.lines() {
            let read = line
                .split_once(' ')
                .and_then(|(duty, status)| Some((ACCORD.duty_of_name(duty)?, Status::of_name(status)?)));
            if let Some((duty, status)) = read
                && self.can_change(ACCORD.obligation_of(duty))
            {
                self.change(Change::SetStatus(vec![duty], status, None));
            }
        }
        window::settle();
        if self.unsaved.with_value(Vec::is_empty) {
            document::remove_root_attribute(AHEAD);
        }
    }

    /// Once the page has painted: folds a long log, takes away what was deleted long ago, sees whether a word on copies is in place.
    pub fn tidy(&self) {
        self.fold();
        if let Some(store) = self.store.get_value() {
            store.purge_old(window::now());
        }
        self.see_whether_to_remind();
    }

    /// Folds the log of the open review, if it is long.
    pub fn fold(&self) {
        let (Some(store), Some(id)) = (self.store.get_value(), self.open_id()) else {
            return;
        };
        store.fold(&id, self.next_stamp());
    }

    /// Takes an act of another tab.
    pub fn hear(&self, key: &str, value: Option<&str>) {
        window::settle();
        let store = self.store.get_value();
        let heard = self.review.with_value(|review| {
            let id = review.as_ref()?.id();
            store?.heard(id, key, value)
        });
        match heard {
            Some(entry) => {
                let mut touched = Touched::default();
                self.review.update_value(|review| {
                    if let Some(review) = review {
                        touched = review.take(entry);
                    }
                });
                if self.snapshot.with_untracked(Option::is_none) {
                    self.show(&touched);
                }
                self.forget_undo();
                let saved = self.head.with_untracked(|head| head.saved);
                self.show_head(saved);
            }
            None if self.review.with_value(Option::is_none) => self.adopt_open_review(),
            None => {}
        }
        self.keeping.shelf.update(|times| *times += 1);
    }

    /// Where another tab has begun a review, it is this tab's too.
    pub fn adopt_open_review(&self) {
        let Some(mut store) = self.store.get_value() else {
            return;
        };
        if store.open_id().is_some() {
            let (review, _) = store.load();
            if review.is_some() {
                self.review.set_value(review);
                if self.snapshot.with_untracked(Option::is_none) {
                    self.show_all();
                }
                self.show_head(true);
            }
        }
    }

    pub(super) fn ensure_review(&self) {
        if self.review.with_value(Option::is_some) {
            return;
        }
        later::act_if_here(*self, Act::Adopt);
        if self.review.with_value(Option::is_some) {
            return;
        }
        self.begin(Review::new(
            self.new_id(),
            self.words.new_review.to_owned(),
            self.next_stamp(),
        ));
    }

    /// Makes a review the own one and stores it whole.
    pub(super) fn begin(&self, review: Review) {
        let stored = self.store.get_value().map(|store| store.begin(&review));
        if let Some(Err(notice)) = stored {
            self.notice.set(Some(notice));
        }
        self.review.set_value(Some(review));
        self.keeping.shelf.update(|times| *times += 1);
    }

    pub(super) fn new_id(&self) -> String {
        self.next_stamp().to_string()
    }

    /// Stores the acts that wait for it, in their order. `false` if one could not be stored.
    pub(super) fn save(&self) -> bool {
        let Some(store) = self.store.get_value() else {
            return false;
        };
        let mut waiting = self.unsaved.get_value();
        let result = self.review.with_value(|review| {
            let Some(review) = review else { return Ok(()) };
            while let Some(first) = waiting.first() {
                store.append(review, first)?;
                waiting.remove(0);
            }
            Ok(())
        });
        self.unsaved.set_value(waiting);
        match result {
            Ok(()) => {
                if self.notice.get_untracked() == Some(StoreNotice::Full) {
                    self.notice.set(None);
                }
                self.count_act();
                true
            }
            Err(notice) => {
                if self.notice.get_untracked() != Some(notice) {
                    self.notice.set(Some(notice));
                }
                false
            }
        }
    }

    /// Now and then, when nobody waits: asks the browser to keep what is stored, and folds.
    fn count_act(&self) {
        let acts = self.keeping.acts.get_value() + 1;
        self.keeping.acts.set_value(acts);
        if acts == 1 && !health::asks_the_reader() {
            leptos::task::spawn_local(async {
                health::keep().await;
            });
        }
        if acts.is_multiple_of(LONG_LOG / 2) {
            let desk = *self;
            window::after(2_000, move || later::act(desk, Act::Fold));
        }
    }

    /// The id of the own review, if there is one.
    pub fn open_id(&self) -> Option<String> {
        self.with_review(|review| review.id().to_owned())
    }

    /// The reader has downloaded what was set aside.
    pub fn told_aside(&self) {
        if let Some(store) = self.store.get_value() {
            store.told();
        }
    }

    /// What was set aside in the store.
    pub fn set_aside(&self) -> Vec<(String, String)> {
        self.store
            .get_value()
            .map(|store| store.set_aside())
            .unwrap_or_default()
    }
}
