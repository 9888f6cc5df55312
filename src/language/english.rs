//! The words in English.

pub(super) mod compare;
pub(super) mod later;
mod reviews;
pub(super) mod share;
mod texts;

use super::{Offered, Words, status};

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What pages in the other languages say of this one.
pub(super) const OFFERED: Offered = Offered {
    code: "en",
    name: "English",
    offer: "This page is there in English too.",
    new_review: "My review",
};

/// English.
pub static ENGLISH: Words = Words {
    code: OFFERED.code,
    name: OFFERED.name,
    offer: OFFERED.offer,
    languages_label: "Languages",
    site: "Accord Checklist",
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    era: 0,
    statuses: [
        status("Not assessed", "Not assessed", "You have not looked at this duty yet."),
        status(
            "Not yet due",
            "Not yet in force",
            "Its trigger or deadline has not arrived.",
        ),
        status(
            "No public evidence",
            "No public evidence",
            "You looked; no public source shows it either way.",
        ),
        status(
            "Not started",
            "Not observed so far",
            "Due, and sources show no step taken.",
        ),
        status(
            "Under way",
            "Partly observed",
            "Some steps taken, or kept only in part.",
        ),
        status("Fulfilled", "Observed", "Done as written, or kept so far."),
        status("Suspended", "Suspended", "A party or body has publicly paused it."),
        status(
            "Disputed",
            "Breach alleged",
            "Sources or parties contradict each other.",
        ),
        status(
            "Not fulfilled",
            "Breached",
            "Not done by its deadline, or clearly broken.",
        ),
    ],
    kinds: ["One-off act", "Continuing duty", "Prohibition", "Recurring duty"],
    views: [
        "Checklist",
        "Overview",
        "Timeline",
        "Compare",
        "Texts and method",
        "Reviews",
    ],
    theme_light: "Use light colours",
    theme_dark: "Use dark colours",
    dismiss: "Dismiss",
    edition: |version| format!("Edition {version}"),
    record_followed_to: |day| format!("public record followed to {day}"),
    filter_open: |count| {
        if count == 0 {
            "Filter".to_owned()
        } else {
            format!("Filter, {count} on")
        }
    },
    filter_marked: "Marked to follow up",
    filter_differs: "Differs from the record",
    duties: |count| plural(count, "duty", "duties"),
    obligations: |count| plural(count, "obligation", "obligations"),
    shown: |shown, all| format!("{shown} of {all} obligations shown"),
    clear_filters: "Clear filters",
    lift: |chip, count| {
        format!(
            "Remove filter {chip}; {} would be shown",
            plural(count, "obligation", "obligations")
        )
    },
    more_rows: |next, left| format!("Show {next} more of {left}"),
    nothing_found: "No obligation matches these filters",
    nothing_found_lift: "Lift one of them:",
    chip_words: |words| format!("“{words}”"),
    chip_text: |id| format!("Text: {id}"),
    counts_duties: "Counts duties: an obligation on one duty-bearer.",
    counts_obligations: "Counts obligations.",
    mixed: "Statuses differ between duty-bearers",
    not_assessed_of: |count, all| format!("{count} of {all} not assessed"),
    tally: |party, counts, all| {
        let list: Vec<String> = counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
        format!("{party}, {}: {}", plural(all, "duty", "duties"), list.join(", "))
    },
    locked: "Locked until published",
    from_record: "From the record",
    has_note: "Has a note",
    choose_status: |id, party| format!("Status of {id}, {party}"),
    part_failed: "This part could not be loaded. Your assessment works without it.",
    new_review: OFFERED.new_review,
    all_reviews: |name| format!("{name}: all reviews"),
    no_review: "No review yet",
    nothing_stored: "Nothing stored",
    saved: "Saved on this device",
    saving_off: "Not saved",
    undo: "Undo",
    redo: "Redo",
    undone: "Undone",
    redone: "Done again",
    started_record: "Filled from the public record",
    status_set: |id, party, status| format!("{id}, {party}: {status}"),
    snapshot_of: |title| format!("Snapshot: {title}"),
    dismissed: "Snapshot dismissed",
    reopen: "Show it again",
    offline_ready: "Ready to work offline",
    update_ready: "A new version is ready. Your review stays as it is.",
    update_now: "Update",
    bases: [
        "Basis not stated",
        "Party’s own claim",
        "Other party’s claim",
        "Press report",
        "Observer-verified",
        "Own observation",
    ],
    part_waits: "Loading …",
    try_again: "Try again",
    select_one: "Select an obligation",
    snapshot: "Snapshot",
    close: "Close",
    printed: |edition, day| format!("{edition} · printed {day} · Personal assessment, not official"),
};
