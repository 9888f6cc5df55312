//! The words of the view of reviews: the shelf, files, the store, the history.

use super::{Counted, Share};

/// All words about whole reviews in one language.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct ReviewWords {
    pub lead: &'static str,

    // The shelf
    pub on_this_device: &'static str,
    pub none_yet: &'static str,
    pub open_now: &'static str,
    pub archive_title: &'static str,
    pub trash_title: &'static str,
    pub assessed: Share,
    pub changed: fn(&str) -> String,
    pub deleted_on: fn(&str) -> String,
    pub open: &'static str,
    pub opened: fn(&str) -> String,
    pub rename: &'static str,
    pub rename_do: &'static str,
    pub renamed: fn(&str) -> String,
    pub cancel: &'static str,
    pub name: &'static str,
    pub duplicate: &'static str,
    pub duplicated: fn(&str) -> String,
    pub copy_name: fn(&str) -> String,
    pub archive: &'static str,
    pub archived: fn(&str) -> String,
    pub unarchive: &'static str,
    pub unarchived: fn(&str) -> String,
    pub delete: &'static str,
    pub deleted: fn(&str) -> String,
    pub restore: &'static str,
    pub purge: &'static str,
    pub purged: &'static str,
    pub not_left: &'static str,

    // New ones
    pub new_title: &'static str,
    pub new_blank: &'static str,
    pub new_record: &'static str,
    pub new_snapshot: &'static str,
    pub record_name: &'static str,
    pub made: fn(&str) -> String,

    // Files
    pub save_file: &'static str,
    pub save_table: &'static str,
    pub from_file: &'static str,
    pub file_hint: &'static str,
    pub file_title: &'static str,
    pub file_line: fn(&str, &str, usize, usize) -> String,
    pub as_new_review: &'static str,
    pub opened_file: fn(&str) -> String,
    pub file_refused: &'static str,
    pub file_too_large: Share,
    pub file_not_json: &'static str,
    pub file_foreign: &'static str,
    pub file_newer: &'static str,
    pub file_damaged: fn(&str) -> String,
    pub nothing_changed: &'static str,

    // Merging
    pub merge_into: fn(&str) -> String,
    pub merge_text: Counted,
    pub no_differences: fn(&str) -> String,
    pub differences: &'static str,
    pub mine: &'static str,
    pub theirs: &'static str,
    pub newer: &'static str,
    pub all_mine: &'static str,
    pub all_theirs: &'static str,
    pub take_over: Counted,
    pub merged: Counted,

    // The store
    pub storage: &'static str,
    pub used: Share,
    pub kept_by_browser: &'static str,
    pub not_kept_by_browser: &'static str,
    pub keeping_unknown: &'static str,
    pub ask_to_keep: &'static str,
    pub keep_refused: &'static str,
    pub copied: fn(&str) -> String,
    pub never_copied: &'static str,
    pub seven_days: &'static str,
    pub bounds: &'static str,
    pub reminder: &'static str,

    // History
    pub history: &'static str,
    pub history_text: &'static str,
    pub older_acts: &'static str,
    pub act_record: &'static str,
    pub act_adopt: &'static str,
    pub this_review: &'static str,
    pub more_values: Counted,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub evidence_date: &'static str,
}
