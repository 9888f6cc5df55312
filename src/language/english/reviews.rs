//! The words of the view of reviews in English.

use super::plural;
use crate::language::ReviewWords;

/// English.
pub const REVIEWS: ReviewWords = ReviewWords {
    lead: "Reviews stay on this device. Save a copy as a file from time to time: nobody else has one.",

    on_this_device: "On this device",
    none_yet: "None yet. Your first change begins one.",
    open_now: "Open now",
    archive_title: "Archived",
    trash_title: "Deleted",
    assessed: |count, all| format!("{count} of {all} duties assessed"),
    changed: |when| format!("changed {when}"),
    deleted_on: |when| format!("deleted {when}, kept for 30 days"),
    open: "Open",
    opened: |name| format!("“{name}” is open"),
    rename: "Rename",
    rename_do: "Save the name",
    renamed: |name| format!("Renamed to “{name}”"),
    cancel: "Cancel",
    name: "Name",
    duplicate: "Duplicate",
    duplicated: |name| format!("“{name}” duplicated"),
    copy_name: |name| format!("{name} (copy)"),
    archive: "Archive",
    archived: |name| format!("“{name}” archived"),
    unarchive: "Take out of the archive",
    unarchived: |name| format!("“{name}” taken out of the archive"),
    delete: "Delete",
    deleted: |name| format!("“{name}” deleted"),
    restore: "Bring back",
    purge: "Delete for good",
    purged: "Deleted for good",
    not_left: "The open review is not stored. Save it as a file first.",

    new_title: "Another review",
    new_blank: "New, blank",
    new_record: "New, from the public record",
    new_snapshot: "New, from the opened snapshot",
    record_name: "From the public record",
    made: |name| format!("“{name}” is new and open"),

    save_file: "Save as file",
    save_table: "Save as table",
    from_file: "Open a review file",
    file_hint: "Or drop a file anywhere on the page. You see what is in it before anything changes. The table (CSV) is for spreadsheets and is not read back.",
    file_title: "A review file",
    file_line: |file, author, assessed, all| {
        let by = if author.is_empty() {
            String::new()
        } else {
            format!("says it is from “{author}”, ")
        };
        format!("{file}: {by}{assessed} of {all} duties have something said of them.")
    },
    as_new_review: "Open as a new review",
    opened_file: |name| format!("“{name}” is open, beside your other reviews"),
    file_refused: "This file was not opened",
    file_too_large: |size, most| format!("It has {size} MB. A review file has at most {most} MB."),
    file_not_json: "It is no review file, or a part of it is missing.",
    file_foreign: "It holds something else, not a review of this checklist.",
    file_newer: "A newer version of this page wrote it. Reload the page to get the newer version, then open the file again.",
    file_damaged: |what| format!("It is damaged: {what}."),
    nothing_changed: "Nothing was changed.",

    merge_into: |name| format!("Merge into “{name}”"),
    merge_text: |count| {
        format!(
            "The two differ in {}. Choose for each; the newer is chosen already. One Undo takes all of it back.",
            plural(count, "duty", "duties")
        )
    },
    no_differences: |name| format!("It says the same as “{name}”. There is nothing to merge."),
    differences: "Differences",
    mine: "Mine:",
    theirs: "File:",
    newer: "newer",
    all_mine: "Keep all of mine",
    all_theirs: "Take all of the file",
    take_over: |count| format!("Take over {}", plural(count, "duty", "duties")),
    merged: |count| format!("{} taken over", plural(count, "duty", "duties")),

    storage: "Storage",
    used: |used, room| format!("{used} of about {room} thousand characters used."),
    kept_by_browser: "The browser has promised to keep them.",
    not_kept_by_browser: "The browser has not promised to keep them; it may clear them when the device is short of space.",
    keeping_unknown: "The browser does not say whether it keeps them.",
    ask_to_keep: "Ask it to keep them",
    keep_refused: "The browser does not promise it. Save a file from time to time.",
    copied: |when| format!("copy saved {when}"),
    never_copied: "no copy saved yet",
    seven_days: "Safari clears what a page stored if you use Safari for seven days without coming back to the page. Save a file, or add the page to the home screen or the dock and work there.",
    bounds: "A review keeps its last 1,000 changes, or fewer where they are long: so far back go history and Undo. What older changes led to stays.",
    reminder: "There is work here of which no copy was saved lately. A file keeps it safe whatever the browser does.",

    history: "History",
    history_text: "Every change of the open review, newest first.",
    older_acts: "Show older changes",
    act_record: "From the public record",
    act_adopt: "Taken over",
    this_review: "This review",
    more_values: |count| format!("and {} more", plural(count, "value", "values")),
    reason: "Reason",
    reason_hint: "Optional, kept with your next change of this duty",
    evidence_date: "Date",
};
