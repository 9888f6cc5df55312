//! The words of the interface: one struct of strings, one `static` a language, so that a missing string does not compile.
//!
//! Sentences with numbers are functions, since languages order them in their own ways. No other room has words for the reader.

mod calendar;
mod compare;
mod english;
mod khmer;
mod locale;
mod reviews;
mod share;
mod texts;
mod thai;

pub use calendar::{tells_common_years, use_common_years};
pub use compare::CompareWords;
pub use english::ENGLISH;
pub use khmer::KHMER;
pub use locale::Locale;
pub use reviews::ReviewWords;
pub use share::ShareWords;
pub use texts::TextWords;
pub use thai::THAI;

use crate::catalogue::{Basis, Clock, ClockState, Extent, Kind, Length, Margin, Numbering, Status};
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
    /// The view of texts and method on the tabs of a phone, where there is room for a word.
    pub texts_tab: &'static str,
    pub extents: [&'static str; 2],

    // Frame
    pub skip: &'static str,
    pub views_label: &'static str,
    pub lead: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub close: &'static str,
    pub dismiss: &'static str,
    pub edition: fn(&str) -> String,
    pub record_followed_to: fn(&str) -> String,
    pub unofficial: &'static str,
    pub private: &'static str,
    pub starting: &'static str,
    pub start_failed: &'static str,

    // Search and filters
    pub search: &'static str,
    pub search_hint: &'static str,
    pub filters: &'static str,
    pub filter_open: Counted,
    pub filter_done: &'static str,
    pub filter_status: &'static str,
    pub filter_text: &'static str,
    pub filter_theme: &'static str,
    pub filter_bearer: &'static str,
    pub filter_kind: &'static str,
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
    pub obligation: &'static str,
    pub group_by: &'static str,
    pub groupings: [&'static str; 4],
    pub order_by: &'static str,
    pub orders: [&'static str; 3],
    pub others: &'static str,
    pub mixed: &'static str,
    pub set_many: &'static str,
    pub set_many_title: &'static str,
    pub set_many_status: &'static str,
    pub set_many_text: &'static str,
    pub set_many_for: &'static str,
    pub set_many_all: &'static str,
    pub set_many_do: fn(usize, &str) -> String,
    pub set_many_done: fn(usize, &str) -> String,
    pub collapse: fn(&str) -> String,
    pub not_assessed_of: Share,
    pub tally: fn(&str, &[(String, usize)], usize) -> String,
    pub no_duty: &'static str,
    pub text_awaited: &'static str,
    pub locked: &'static str,
    pub from_record: &'static str,
    pub due: fn(&str) -> String,
    pub due_words: fn(&str) -> String,
    pub has_note: &'static str,
    pub paragraph: fn(&str) -> String,
    pub preamble: &'static str,
    pub numbering: [&'static str; 3],
    pub appeal: &'static str,
    pub status_of: fn(&str, &str) -> String,
    pub choose_status: fn(&str, &str) -> String,

    // Detail
    pub detail: &'static str,
    pub select_one: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    pub copy_address: &'static str,
    pub address_copied: &'static str,
    pub text: &'static str,
    pub kind: &'static str,
    pub owed_by: &'static str,
    pub owed_to: &'static str,
    pub through: &'static str,
    pub due_label: &'static str,
    pub checked_by: &'static str,
    pub checked_by_nobody: &'static str,
    pub implied: &'static str,
    pub no_enforcement: &'static str,
    pub caution: &'static str,
    pub your_assessment: &'static str,
    pub in_this_snapshot: &'static str,
    pub read_only: &'static str,
    pub status: &'static str,
    pub basis: &'static str,
    pub as_of: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub extent: &'static str,
    pub extent_unstated: &'static str,
    pub follow_up: &'static str,
    pub confirm_record: &'static str,
    pub evidence: &'static str,
    pub evidence_add: &'static str,
    pub evidence_address: &'static str,
    pub evidence_title: &'static str,
    pub evidence_remove: &'static str,
    pub evidence_refused: &'static str,
    pub clock: &'static str,
    pub clock_by: fn(&str) -> String,
    pub clock_inferred: &'static str,
    pub clock_condition: fn(&str) -> String,
    pub readings: &'static str,
    pub reads_it: fn(&str) -> String,
    pub record: &'static str,
    pub entries: Counted,
    pub no_entries: &'static str,
    pub observers_silent: &'static str,
    pub older_entries: Counted,
    pub connections: &'static str,
    pub depends_on: &'static str,
    pub needed_by: &'static str,
    pub relations: [(&'static str, &'static str); 4],
    pub order_of: fn(&str) -> String,
    pub alongside: &'static str,
    pub then: &'static str,
    pub events: &'static str,
    pub contested: &'static str,
    pub sources: &'static str,
    /// On a translated text: where the language of the signed one is not known, and where it is English. Empty in English.
    pub translation: [&'static str; 2],
    pub opening_read: &'static str,
    pub source_document: &'static str,
    pub your_changes: &'static str,
    pub kept_here: &'static str,
    pub no_changes: &'static str,
    pub part_waits: &'static str,
    pub part_failed: &'static str,
    pub prose_waits: &'static str,
    pub prose_failed: &'static str,
    pub try_again: &'static str,
    pub record_supports: &'static str,

    // Review
    pub new_review: &'static str,
    pub no_review: &'static str,
    pub nothing_stored: &'static str,
    pub saved: &'static str,
    pub saving_off: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub start_blank: &'static str,
    pub start_blank_text: &'static str,
    pub start_record: &'static str,
    pub start_record_text: &'static str,
    pub started_record: &'static str,
    pub first_title: Counted,
    pub first_label: &'static str,
    pub first_text: &'static str,
    pub status_set: fn(&str, &str, &str) -> String,
    pub note_saved: fn(&str) -> String,
    pub storage_blocked: &'static str,
    pub storage_full: &'static str,
    pub storage_unreadable: &'static str,
    pub storage_newer: &'static str,
    pub download_aside: &'static str,
    pub save_file: &'static str,

    // Links
    pub copy_link: &'static str,
    pub copy_refused: &'static str,
    pub link_label: &'static str,
    pub snapshot: &'static str,
    pub snapshot_of: fn(&str) -> String,
    pub snapshot_line: fn(&str, &str, &str) -> String,
    pub snapshot_note: &'static str,
    pub snapshot_edition: fn(&str, &str) -> String,
    pub keep: &'static str,
    pub kept: &'static str,
    pub dismissed: &'static str,
    pub reopen: &'static str,
    pub damaged: &'static str,
    pub cut: Share,
    pub cut_help: &'static str,
    pub damaged_text: &'static str,
    pub newer_link: &'static str,
    pub unknown_edition: &'static str,
    pub nothing_opened: &'static str,
    pub paste_link: &'static str,
    pub open_link: &'static str,
    pub own_review: &'static str,

    // Offline and updates
    pub offline_ready: &'static str,
    pub update_ready: &'static str,
    pub update_now: &'static str,
    pub later: &'static str,

    // Clocks
    pub on_time: &'static str,
    pub late: fn(&str) -> String,
    pub early: fn(&str) -> String,
    pub done_on: fn(&str, &str) -> String,
    pub done_undated: fn(&str) -> String,
    pub stopped: fn(&str) -> String,
    pub running: fn(&str, &str) -> String,
    pub passed: fn(&str, &str) -> String,
    pub not_started: &'static str,
    pub open_clock: &'static str,
    pub minutes: Counted,
    pub hours: Counted,
    pub days: Counted,
    pub some_time: &'static str,
    pub local_time: &'static str,

    // Overview
    pub overview_text: fn(&str, usize, usize) -> String,
    pub share_of: fn(&str, usize) -> String,
    pub by_side: &'static str,
    pub by_side_text: &'static str,
    pub by_theme: &'static str,
    pub by_text: &'static str,
    pub count_link: fn(&str, &str, usize, usize) -> String,
    pub as_table: &'static str,
    pub against: &'static str,
    pub against_text: fn(usize, usize, usize) -> String,
    pub against_rows: &'static str,
    pub against_link: &'static str,
    pub deadlines: &'static str,
    pub deadlines_text: &'static str,
    pub deadline: &'static str,
    pub undated: &'static str,
    pub running_now: &'static str,
    pub disputed: &'static str,
    pub disputed_text: &'static str,
    pub sources_count: Counted,

    // Timeline
    pub timeline_text: &'static str,
    pub event_kinds: [&'static str; 5],
    pub events_shown: Share,
    pub all: &'static str,
    pub own_changes: &'static str,
    pub own_day: Counted,
    pub more: Counted,
    pub several: &'static str,

    // Print
    pub print: &'static str,
    pub printed: fn(&str, &str) -> String,

    // Whole reviews
    pub reviews: ReviewWords,

    // Comparing
    pub compare: CompareWords,
    // Sharing
    pub share: ShareWords,

    // How a text stands in this language
    pub texts: TextWords,

    // Help
    pub keys_title: &'static str,
    pub letter_keys: &'static str,
    pub common_years: &'static str,
    pub keys: &'static [(&'static str, &'static str)],
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

    /// The word for a basis.
    pub fn basis_word(&self, basis: Basis) -> &'static str {
        self.bases[basis as usize]
    }

    /// The word for a kind.
    pub fn kind_word(&self, kind: Kind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// The word for an extent.
    pub fn extent_word(&self, extent: Extent) -> &'static str {
        self.extents[extent as usize]
    }

    /// The name of a view.
    pub fn view(&self, view: View) -> &'static str {
        self.views[view as usize]
    }

    /// How sure a paragraph's number is.
    pub fn numbering_word(&self, numbering: Numbering) -> &'static str {
        self.numbering[numbering as usize]
    }

    /// A paragraph as it is shown.
    pub fn paragraph_word(&self, paragraph: &str) -> String {
        match paragraph {
            "" => String::new(),
            "preamble" => self.preamble.to_owned(),
            number => (self.paragraph)(number),
        }
    }

    /// A length of time.
    pub fn length(&self, length: Length) -> String {
        match length {
            Length::Minutes(number) => (self.minutes)(number as usize),
            Length::Hours(number) => (self.hours)(number as usize),
            Length::Days(number) => (self.days)(number as usize),
            Length::Unknown => self.some_time.to_owned(),
        }
    }

    /// Early, on time or late, in words.
    pub fn margin(&self, margin: Margin) -> String {
        match margin {
            Margin::OnTime => self.on_time.to_owned(),
            Margin::Early(length) => (self.early)(&self.length(length)),
            Margin::Late(length) => (self.late)(&self.length(length)),
        }
    }

    /// How a clock stands, in one sentence.
    pub fn clock_sentence(&self, clock: &Clock) -> String {
        match (clock.state, clock.met, clock.due) {
            (ClockState::Met(Some(margin)), Some(met), _) => (self.done_on)(&self.moment(met), &self.margin(margin)),
            (ClockState::Met(_), Some(met), _) => (self.done_undated)(&self.moment(met)),
            (ClockState::Stopped(at), ..) => (self.stopped)(&self.moment(at)),
            (ClockState::Running(left), _, Some(due)) => (self.running)(&self.moment(due), &self.length(left)),
            (ClockState::Passed(by), _, Some(due)) => (self.passed)(&self.moment(due), &self.length(by)),
            (ClockState::NotStarted, ..) => self.not_started.to_owned(),
            _ => self.open_clock.to_owned(),
        }
    }
}
