//! The words of what comes from the later file of the program and of what stands in the page before it: the obligation in full, the other
//! views, links, whole reviews, help. The first file has none of them (`site/program.rs` refuses to build it otherwise).

use super::{CompareWords, Counted, ReviewWords, Share, ShareWords, TextWords, Words};
use crate::catalogue::{Basis, Clock, ClockState, Extent, Length, Margin, Numbering};
#[cfg(feature = "split")]
use std::sync::OnceLock;

/// What one language has of them.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct LaterWords {
    /// The view of texts and method on the tabs of a phone, where there is room for a word.
    pub texts_tab: &'static str,
    pub extents: [&'static str; 2],

    // Frame
    pub skip: &'static str,
    pub views_label: &'static str,
    pub lead: &'static str,
    pub unofficial: &'static str,
    pub private: &'static str,
    pub starting: &'static str,
    pub start_failed: &'static str,

    // Search and filters
    pub search: &'static str,
    pub search_hint: &'static str,
    pub filters: &'static str,
    pub filter_done: &'static str,
    pub filter_status: &'static str,
    pub filter_text: &'static str,
    pub filter_theme: &'static str,
    pub filter_bearer: &'static str,
    pub filter_kind: &'static str,

    // List
    pub obligation: &'static str,
    pub group_by: &'static str,
    pub groupings: [&'static str; 4],
    pub order_by: &'static str,
    pub orders: [&'static str; 3],
    pub others: &'static str,
    pub set_many: &'static str,
    pub set_many_title: &'static str,
    pub set_many_status: &'static str,
    pub set_many_text: &'static str,
    pub set_many_for: &'static str,
    pub set_many_all: &'static str,
    pub set_many_do: fn(usize, &str) -> String,
    pub set_many_done: fn(usize, &str) -> String,
    pub collapse: fn(&str) -> String,
    pub no_duty: &'static str,
    pub text_awaited: &'static str,
    pub due: fn(&str) -> String,
    pub due_words: fn(&str) -> String,
    pub paragraph: fn(&str) -> String,
    pub preamble: &'static str,
    pub numbering: [&'static str; 3],
    pub appeal: &'static str,
    pub status_of: fn(&str, &str) -> String,

    // Detail
    pub detail: &'static str,
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
    pub prose_waits: &'static str,
    pub prose_failed: &'static str,
    pub record_supports: &'static str,

    // Review
    pub start_blank: &'static str,
    pub start_blank_text: &'static str,
    pub start_record: &'static str,
    pub start_record_text: &'static str,
    pub first_title: Counted,
    pub first_label: &'static str,
    pub first_text: &'static str,
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
    pub snapshot_line: fn(&str, &str, &str) -> String,
    pub snapshot_note: &'static str,
    pub snapshot_edition: fn(&str, &str) -> String,
    pub keep: &'static str,
    pub kept: &'static str,
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

    // Storage
    pub not_now: &'static str,

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

/// Those of the page, once they are loaded.
#[cfg(feature = "split")]
static KEPT: OnceLock<&'static LaterWords> = OnceLock::new();

/// Keeps the words of the later file, of the page's language, for `Words::later`.
#[cfg(feature = "split")]
pub fn keep_later_words(words: &'static LaterWords) {
    _ = KEPT.set(words);
}

/// The words that are kept. Of a name that `site/program.rs` looks for.
#[cfg(feature = "split")]
#[inline(never)]
fn kept(_: &str) -> &'static LaterWords {
    KEPT.get().expect("the later file asks, and came after its words")
}

#[cfg(not(feature = "split"))]
fn kept(code: &str) -> &'static LaterWords {
    match super::Offered::of(code).code {
        "km" => &super::KHMER_LATER,
        "th" => &super::THAI_LATER,
        _ => &super::ENGLISH_LATER,
    }
}

impl Words {
    /// The words of the later file in this language. Who asks for them is in that file, or draws the page before the program: they are
    /// there.
    pub fn later(&self) -> &'static LaterWords {
        kept(self.code)
    }

    /// The word for a basis.
    pub fn basis_word(&self, basis: Basis) -> &'static str {
        self.bases[basis as usize]
    }

    /// The word for an extent.
    pub fn extent_word(&self, extent: Extent) -> &'static str {
        self.later().extents[extent as usize]
    }

    /// How sure a paragraph's number is.
    pub fn numbering_word(&self, numbering: Numbering) -> &'static str {
        self.later().numbering[numbering as usize]
    }

    /// A paragraph as it is shown.
    pub fn paragraph_word(&self, paragraph: &str) -> String {
        match paragraph {
            "" => String::new(),
            "preamble" => self.later().preamble.to_owned(),
            number => (self.later().paragraph)(number),
        }
    }

    /// A length of time.
    pub fn length(&self, length: Length) -> String {
        match length {
            Length::Minutes(number) => (self.later().minutes)(number as usize),
            Length::Hours(number) => (self.later().hours)(number as usize),
            Length::Days(number) => (self.later().days)(number as usize),
            Length::Unknown => self.later().some_time.to_owned(),
        }
    }

    /// Early, on time or late, in words.
    pub fn margin(&self, margin: Margin) -> String {
        match margin {
            Margin::OnTime => self.later().on_time.to_owned(),
            Margin::Early(length) => (self.later().early)(&self.length(length)),
            Margin::Late(length) => (self.later().late)(&self.length(length)),
        }
    }

    /// How a clock stands, in one sentence.
    pub fn clock_sentence(&self, clock: &Clock) -> String {
        match (clock.state, clock.met, clock.due) {
            (ClockState::Met(Some(margin)), Some(met), _) => {
                (self.later().done_on)(&self.moment(met), &self.margin(margin))
            }
            (ClockState::Met(_), Some(met), _) => (self.later().done_undated)(&self.moment(met)),
            (ClockState::Stopped(at), ..) => (self.later().stopped)(&self.moment(at)),
            (ClockState::Running(left), _, Some(due)) => (self.later().running)(&self.moment(due), &self.length(left)),
            (ClockState::Passed(by), _, Some(due)) => (self.later().passed)(&self.moment(due), &self.length(by)),
            (ClockState::NotStarted, ..) => self.later().not_started.to_owned(),
            _ => self.later().open_clock.to_owned(),
        }
    }
}
