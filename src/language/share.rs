//! The words of sharing: the dialog, what stands in an opened snapshot besides, the box for a link.

use super::{Counted, Share};

/// All words about sharing in one language.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct ShareWords {
    // The dialog
    pub open: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub name: &'static str,
    pub from: &'static str,
    pub from_short: &'static str,
    pub from_hint: &'static str,
    pub contents: &'static str,
    pub statuses: &'static str,
    pub statuses_hint: &'static str,
    pub statuses_count: Share,
    pub bases: &'static str,
    pub bases_hint: &'static str,
    pub dates: &'static str,
    pub dates_hint: &'static str,
    pub notes: &'static str,
    pub notes_hint: &'static str,
    pub evidence: &'static str,
    pub evidence_hint: &'static str,

    // The length
    pub length: &'static str,
    pub characters: Counted,
    pub with_selection: &'static str,
    pub with_all: fn(usize) -> String,
    /// For a cell of a spreadsheet, a small QR code, mail and chat, Slack.
    pub channels: [&'static str; 4],
    pub meter: fn(usize, &str, &str) -> String,
    pub nothing: &'static str,
    pub passes: &'static str,
    pub close: &'static str,
    pub too_long: &'static str,
    pub no_link: &'static str,

    // What leaves and what stays
    pub leaving: Counted,
    pub leaving_none: &'static str,
    pub whole: &'static str,
    pub stays: fn(usize, usize) -> String,

    // What the reader sees
    pub reader: &'static str,

    // The QR code
    pub qr: &'static str,
    pub qr_none: &'static str,
    pub qr_larger: &'static str,
    pub qr_smaller: &'static str,

    // Acts
    pub system: &'static str,
    pub file: &'static str,
    pub copied: fn(usize, bool, bool) -> String,
    pub file_saved: &'static str,
    pub system_failed: &'static str,

    // An opened snapshot
    pub compare: &'static str,
    pub since: fn(usize, usize) -> String,
    pub change_log: &'static str,

    // The box for a link
    pub box_title: &'static str,
    pub box_text: &'static str,
    pub box_nothing: &'static str,

    // The page that is not there
    pub lost_title: &'static str,
    pub lost_text: &'static str,
}
