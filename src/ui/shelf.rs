//! Acts on whole reviews: new, open, name, duplicate, put away, delete. Each can be taken back from the message that reports it.

use crate::browser::shelf::Kept;
use crate::browser::store::StoreNotice;
use crate::browser::window;
use crate::export::review_csv;
use crate::review::{Change, LONGEST_TEXT, Review, Stamp, shorten, write_file};
use crate::ui::desk::{Desk, ToastAction};
use leptos::prelude::*;

/// What takes an act on the shelf back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ShelfUndo {
    /// Brings a deleted review back; opens it if it was open.
    Restore(String, bool),
    /// Puts a review away, or takes it out again.
    Archive(String, bool),
    /// Deletes what was made, and opens what was open before.
    Discard(String, Option<String>),
    /// Gives a review its former name.
    Rename(String, String),
}

impl Desk {
    /// All reviews that are kept. Reads the store; tracks changes of the shelf.
    pub fn kept_reviews(&self) -> Vec<Kept> {
        self.keeping.shelf.track();
        self.head.track();
        self.store.get_value().map(|store| store.shelf()).unwrap_or_default()
    }

    pub(super) fn shelf_changed(&self) {
        self.keeping.shelf.update(|times| *times += 1);
    }

    /// Says what was done to a review and offers to take it back.
    fn say_done(&self, text: String, undo: ShelfUndo) {
        self.keeping.undo.set_value(Some(undo));
        self.shelf_changed();
        self.say_with(text, Some(ToastAction::UndoShelf));
    }

    /// Takes the last act on the shelf back.
    pub fn undo_shelf(&self) {
        let Some(undo) = self.keeping.undo.get_value() else {
            return;
        };
        self.keeping.undo.set_value(None);
        match undo {
            ShelfUndo::Restore(id, was_open) => {
                self.restore_review(&id);
                if was_open {
                    self.switch_to(&id);
                }
            }
            ShelfUndo::Archive(id, away) => self.note(self.store.get_value().map(|store| store.archive(&id, away))),
            ShelfUndo::Discard(id, before) => {
                let now = window::now();
                self.note(self.store.get_value().map(|store| store.set_deleted(&id, Some(now))));
                match before {
                    Some(before) => drop(self.switch_to(&before)),
                    None if self.open_id().as_ref() == Some(&id) => self.leave_review(),
                    None => {}
                }
            }
            ShelfUndo::Rename(id, name) => drop(self.give_name(&id, &name)),
        }
        self.shelf_changed();
        self.say(self.words.undone);
    }

    /// Whether the open review can be left: nothing of it is in memory only. Says so if not.
    fn may_leave(&self) -> bool {
        window::settle();
        let stored = self.store.get_value().is_some_and(|store| store.is_open());
        let own = self.review.with_value(Option::is_some);
        if own && (!stored && self.changed_by_hand() || self.unsaved.with_value(|unsaved| !unsaved.is_empty())) {
            self.say(self.words.later().reviews.not_left);
            return false;
        }
        true
    }

    fn changed_by_hand(&self) -> bool {
        self.with_review(|review| !review.history().is_empty()).unwrap_or(false)
    }

    fn note(&self, done: Option<Result<(), StoreNotice>>) {
        if let Some(Err(notice)) = done {
            self.notice.set(Some(notice));
        }
    }

    /// Opens a review in place of the present one.
    pub fn open_review(&self, id: &str) {
        if self.may_leave() && self.switch_to(id) {
            let name = self.with_review(|review| review.name().to_owned()).unwrap_or_default();
            self.say(&(self.words.later().reviews.opened)(&name));
        }
    }

    /// Shows another stored review. `false` if it cannot be read.
    fn switch_to(&self, id: &str) -> bool {
        window::settle();
        let Some(mut store) = self.store.get_value() else {
            return false;
        };
        let Some(review) = store.look_at(id) else { return false };
        // The one before may have been of a newer program; this one is not.
        store.take_up();
        self.store.set_value(Some(store));
        self.note(Some(store.make_open(id)));
        self.show_review(Some(review));
        true
    }

    /// No review is open any more.
    fn leave_review(&self) {
        window::settle();
        if let Some(store) = self.store.get_value() {
            store.close();
        }
        self.show_review(None);
    }

    fn show_review(&self, review: Option<Review>) {
        self.review.set_value(review);
        self.unsaved.set_value(Vec::new());
        if self.snapshot.with_untracked(Option::is_some) {
            self.close_snapshot();
        } else {
            self.show_all();
        }
        self.show_head(true);
        self.shelf_changed();
    }

    /// Makes a review the open one, beside those that are there, and says so. `fill` fills it.
    pub fn add_review(&self, name: &str, said: String, fill: Option<Change>) {
        let made = Review::new(self.new_id(), name.to_owned(), self.fresh_stamp());
        self.take_in(made, said, fill);
    }

    /// Takes a whole review in beside those that are there, opens it and says so.
    pub fn take_in(&self, mut review: Review, said: String, fill: Option<Change>) {
        if !self.may_leave() {
            return;
        }
        if let Some(change) = fill {
            let stamp = Stamp::next(window::now(), self.tab.get_value(), review.changed());
            review.apply(change, stamp);
        }
        let before = self.open_id();
        let id = review.id().to_owned();
        if self.snapshot.with_untracked(Option::is_some) {
            self.close_snapshot();
        }
        self.begin(review);
        self.unsaved.set_value(Vec::new());
        self.show_all();
        self.show_head(self.notice.with_untracked(Option::is_none));
        self.say_done(said, ShelfUndo::Discard(id, before));
    }

    /// A stamp that is later than anything in the open review.
    pub(super) fn fresh_stamp(&self) -> Stamp {
        self.next_stamp()
    }

    /// Puts a copy of a review beside it. The open one stays open.
    pub fn duplicate_review(&self, id: &str) {
        let words = &self.words.later().reviews;
        let Some(store) = self.store.get_value() else { return };
        let Some(review) = store.look_at(id) else { return };
        let copy = review
            .clone()
            .with_id(self.new_id())
            .with_name(&(words.copy_name)(review.name()));
        match store.keep(&copy) {
            Ok(()) => self.say_done(
                (words.duplicated)(review.name()),
                ShelfUndo::Discard(copy.id().to_owned(), self.open_id()),
            ),
            Err(notice) => self.notice.set(Some(notice)),
        }
    }

    /// Names a review.
    pub fn rename_review(&self, id: &str, name: &str) {
        if let Some(before) = self.give_name(id, name) {
            let text = (self.words.later().reviews.renamed)(&shorten(name.trim(), LONGEST_TEXT));
            if self.open_id().as_deref() == Some(id) {
                self.say_with(text, Some(ToastAction::Undo));
            } else {
                self.say_done(text, ShelfUndo::Rename(id.to_owned(), before));
            }
        }
    }

    /// Answers with the former name; `None` if it is the same or cannot be changed.
    fn give_name(&self, id: &str, name: &str) -> Option<String> {
        if name.trim().is_empty() {
            return None;
        }
        if self.open_id().as_deref() == Some(id) {
            let before = self.with_review(|review| review.name().to_owned())?;
            return self.change(Change::Rename(name.to_owned())).then_some(before);
        }
        let store = self.store.get_value()?;
        let mut review = store.look_at(id)?;
        let before = review.name().to_owned();
        let stamp = Stamp::next(window::now(), self.tab.get_value(), review.changed());
        let (entry, _) = review.apply(Change::Rename(name.to_owned()), stamp)?;
        self.note(Some(store.append_to(id, &entry)));
        Some(before)
    }

    /// Puts a review away, or takes it out again.
    pub fn archive_review(&self, id: &str, name: &str, away: bool) {
        let words = &self.words.later().reviews;
        self.note(self.store.get_value().map(|store| store.archive(id, away)));
        let said = if away { words.archived } else { words.unarchived };
        self.say_done(said(name), ShelfUndo::Archive(id.to_owned(), !away));
    }

    /// Deletes a review; it can be brought back for thirty days.
    pub fn delete_review(&self, id: &str, name: &str) {
        let was_open = self.open_id().as_deref() == Some(id);
        if was_open && !self.may_leave() {
            return;
        }
        let now = window::now();
        self.note(self.store.get_value().map(|store| store.set_deleted(id, Some(now))));
        if was_open {
            self.leave_review();
        }
        self.say_done(
            (self.words.later().reviews.deleted)(name),
            ShelfUndo::Restore(id.to_owned(), was_open),
        );
    }

    /// Brings a deleted review back.
    pub fn restore_review(&self, id: &str) {
        self.note(self.store.get_value().map(|store| store.set_deleted(id, None)));
        self.shelf_changed();
    }

    /// Takes a deleted review away for good.
    pub fn purge_review(&self, id: &str) {
        if let Some(store) = self.store.get_value() {
            store.purge(id);
        }
        self.shelf_changed();
        self.say(self.words.later().reviews.purged);
    }

    /// A review of the shelf, or the open one as it is in memory.
    fn review_of(&self, id: &str) -> Option<Review> {
        if self.open_id().as_deref() == Some(id) {
            return self.with_review(Review::clone);
        }
        self.store.get_value()?.look_at(id)
    }

    /// Saves a review as a file.
    pub fn save_file(&self, id: &str) {
        let Some(review) = self.review_of(id) else { return };
        let name = file_name(review.name(), "json");
        if window::download(&name, "application/json", &write_file(&review)) {
            if let Some(store) = self.store.get_value() {
                store.note_copy(id, window::now());
            }
            self.reminder.set(false);
            self.shelf_changed();
        }
    }

    /// Saves a review as a table.
    pub fn save_table(&self, id: &str) {
        if let Some(review) = self.review_of(id) {
            window::download(
                &file_name(review.name(), "csv"),
                "text/csv;charset=utf-8",
                &review_csv(&review, self.words),
            );
        }
    }
}

/// The name of a file for a review: its own name, without what file systems refuse.
pub(super) fn file_name(name: &str, ending: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| {
            let refused = letter.is_control() || letter.is_whitespace() || "/\\:*?\"<>|.".contains(letter);
            if refused { '-' } else { letter }
        })
        .take(60)
        .collect();
    let plain = plain.trim_matches('-');
    let name = if plain.is_empty() { "review" } else { plain };
    format!("accord-checklist-{name}.{ending}")
}
