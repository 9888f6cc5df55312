//! The words of the interface: one struct of strings, one `static` a language, so that a missing string does not compile.
//!
//! Sentences with numbers are functions, since languages order them in their own ways. No other room has words for the reader.

mod calendar;
mod compare;
mod english;
mod khmer;
mod later;
mod locale;
mod reviews;
mod share;
mod texts;
mod thai;

pub use calendar::{tells_common_years, use_common_years};
pub use compare::CompareWords;
pub use english::{ENGLISH, later::LATER as ENGLISH_LATER};
pub use khmer::{KHMER, later::LATER as KHMER_LATER};
pub use later::LaterWords;
#[cfg(feature = "split")]
pub use later::keep_later_words;
pub use locale::Locale;
pub use reviews::ReviewWords;
pub use share::ShareWords;
pub use texts::TextWords;
pub use thai::{THAI, later::LATER as THAI_LATER};

use crate::catalogue::{Kind, Status};
use crate::checklist::View;

/// The languages of the page, in the order in which they are offered. They are names only: the words of the others are not loaded.
pub static LANGUAGES: &[Offered] = &[english::OFFERED, khmer::OFFERED, thai::OFFERED];

/// What a page says of a language, its own or another.
#[derive(Clone, Copy)]
pub struct Offered {
    /// Its code (ISO 639-1).
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// An offer of the page in that language, in that language.
    pub offer: &'static str,
    /// How a review is called there that has no other name.
    pub new_review: &'static str,
}

impl Offered {
    /// The language with this code; English where there is none.
    pub fn of(code: &str) -> Self {
        let known = LANGUAGES.iter().find(|language| language.code == code);
        *known.unwrap_or(&english::OFFERED)
    }

    /// Where the pages of this language stand, from the root of the site: English in the root itself.
    pub fn folder(&self) -> String {
        if self.code == english::OFFERED.code {
            String::new()
        } else {
            format!("{}/", self.code)
        }
    }
}

/// The words of the language with this code; English where there are none.
pub fn words_of(code: &str) -> &'static Words {
    match Offered::of(code).code {
        code if code == khmer::OFFERED.code => &KHMER,
        code if code == thai::OFFERED.code => &THAI,
        _ => &ENGLISH,
    }
}

/// A word for an act and one for duties that are kept: continuing, recurring and prohibitions.
#[derive(Clone, Copy)]
pub struct StatusWord {
    /// For an act.
    pub act: &'static str,
    /// For a duty that is kept.
    pub kept: &'static str,
    /// What it means.
    pub definition: &'static str,
}

const fn status(act: &'static str, kept: &'static str, definition: &'static str) -> StatusWord {
    StatusWord { act, kept, definition }
}

/// A sentence with one number.
pub type Counted = fn(usize) -> String;
/// A sentence with a number and its denominator.
pub type Share = fn(usize, usize) -> String;

/// All words of the interface in one language.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct Words {
    pub code: &'static str,
    pub name: &'static str,
    /// Offers the page in this language to a reader of another one.
    pub offer: &'static str,
    pub languages_label: &'static str,
    pub site: &'static str,
    pub months: [&'static str; 12],
    /// Years that the language counts more than the common era: 543 for the Buddhist era, otherwise none.
    pub era: i32,
    pub statuses: [StatusWord; 9],
    pub bases: [&'static str; 6],
    pub kinds: [&'static str; 4],
    pub views: [&'static str; 6],

    // Frame
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub dismiss: &'static str,
    pub edition: fn(&str) -> String,
    pub record_followed_to: fn(&str) -> String,

    // Search and filters
    pub filter_open: Counted,
    pub filter_marked: &'static str,
    pub filter_differs: &'static str,
    pub duties: Counted,
    pub obligations: Counted,
    pub shown: Share,
    pub clear_filters: &'static str,
    pub lift: fn(&str, usize) -> String,
    /// So many rows more, of so many that are left.
    pub more_rows: fn(usize, usize) -> String,
    pub nothing_found: &'static str,
    pub nothing_found_lift: &'static str,
    pub chip_words: fn(&str) -> String,
    pub chip_text: fn(&str) -> String,
    pub counts_duties: &'static str,
    pub counts_obligations: &'static str,

    // List
    pub mixed: &'static str,
    pub not_assessed_of: Share,
    pub tally: fn(&str, &[(String, usize)], usize) -> String,
    pub locked: &'static str,
    pub from_record: &'static str,
    pub has_note: &'static str,
    pub choose_status: fn(&str, &str) -> String,

    // Review
    pub new_review: &'static str,
    /// The link in the header: the name of the open review, and that all are there.
    pub all_reviews: fn(&str) -> String,
    pub no_review: &'static str,
    pub nothing_stored: &'static str,
    pub saved: &'static str,
    pub saving_off: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub started_record: &'static str,
    pub status_set: fn(&str, &str, &str) -> String,

    // Links
    pub snapshot: &'static str,
    pub snapshot_of: fn(&str) -> String,
    pub dismissed: &'static str,
    pub reopen: &'static str,

    // Offline and updates
    pub offline_ready: &'static str,
    pub update_ready: &'static str,
    pub update_now: &'static str,

    // Before the later file is there
    pub part_waits: &'static str,
    pub part_failed: &'static str,
    pub try_again: &'static str,
    pub close: &'static str,
    pub select_one: &'static str,

    // Print
    pub printed: fn(&str, &str) -> String,
}

impl Words {
    /// Where the pages of this language stand, from the root of the site.
    pub fn folder(&self) -> String {
        Offered::of(self.code).folder()
    }

    /// The word for a status on an obligation of this kind.
    pub fn status(&self, status: Status, kind: Kind) -> &'static str {
        let word = &self.statuses[status.number()];
        if kind == Kind::Act { word.act } else { word.kept }
    }

    /// What a status means.
    pub fn definition(&self, status: Status) -> &'static str {
        self.statuses[status.number()].definition
    }

    /// The word for a kind.
    pub fn kind_word(&self, kind: Kind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// The name of a view.
    pub fn view(&self, view: View) -> &'static str {
        self.views[view as usize]
    }
}
