//! The words in English.

mod reviews;
mod share;

use super::{StatusWord, Words};

const fn status(act: &'static str, kept: &'static str, definition: &'static str) -> StatusWord {
    StatusWord { act, kept, definition }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// English.
pub static ENGLISH: Words = Words {
    code: "en",
    name: "English",
    site: "Accord Checklist",
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
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
    bases: [
        "Basis not stated",
        "Party’s own claim",
        "Other party’s claim",
        "Press report",
        "Observer-verified",
        "Own observation",
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
    extents: ["Minimal", "Intermediate"],

    skip: "Skip to the content",
    views_label: "Views",
    lead: "Every obligation of the 2025 Cambodia–Thailand accords, with who owes it, by when, who checks it and what the public record says.",
    theme_light: "Use light colours",
    theme_dark: "Use dark colours",
    close: "Close",
    dismiss: "Dismiss",
    edition: |version| format!("Edition {version}"),
    record_followed_to: |day| format!("public record followed to {day}"),
    unofficial: "Personal assessment, not official.",
    private: "Your assessment stays on this device until you share it.",
    starting: "Loading the controls. The text can be read now.",
    start_failed: "The controls could not be loaded. The text can be read; reload to try again.",

    search: "Search obligations",
    search_hint: "Words in any order",
    filters: "Filters",
    filter_open: |count| {
        if count == 0 {
            "Filter".to_owned()
        } else {
            format!("Filter, {count} on")
        }
    },
    filter_done: "Show the list",
    filter_status: "Status",
    filter_text: "Text",
    filter_theme: "Theme",
    filter_bearer: "Duty-bearer",
    filter_kind: "Kind",
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
    nothing_found: "No obligation matches these filters",
    nothing_found_lift: "Lift one of them:",
    chip_words: |words| format!("“{words}”"),
    chip_text: |id| format!("Text: {id}"),
    counts_duties: "Counts duties: an obligation on one duty-bearer.",
    counts_obligations: "Counts obligations.",

    obligation: "Obligation",
    group_by: "Group by",
    groupings: ["Text", "Theme", "Duty-bearer", "Status"],
    order_by: "Order",
    orders: ["As in the texts", "By deadline", "Last changed first"],
    others: "Joint bodies and others",
    mixed: "Statuses differ between duty-bearers",
    set_many: "Set all shown",
    set_many_status: "Choose a status",
    set_many_title: "Set all duties that are shown",
    set_many_text: "One step, taken back by one Undo. Duties whose text is awaited stay as they are.",
    set_many_for: "Duties of",
    set_many_all: "All duty-bearers",
    set_many_do: |count, status| format!("Set {} to {status}", plural(count, "duty", "duties")),
    set_many_done: |count, status| format!("{} set to {status}", plural(count, "duty", "duties")),
    collapse: |name| format!("{name}: show or hide its obligations"),
    not_assessed_of: |count, all| format!("{count} of {all} not assessed"),
    tally: |party, counts, all| {
        let list: Vec<String> = counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
        format!("{party}, {}: {}", plural(all, "duty", "duties"), list.join(", "))
    },
    no_duty: "No duty in this item",
    text_awaited: "Text awaited",
    locked: "Locked until published",
    from_record: "From the record",
    due: |when| format!("Due {when}"),
    due_words: |words| format!("Due {words}"),
    has_note: "Has a note",
    paragraph: |number| format!("Para {number}"),
    preamble: "Preamble",
    numbering: ["number confirmed", "working number", "text without numbers"],
    appeal: "Appeal",
    status_of: |party, status| format!("{party}: {status}"),
    choose_status: |id, party| format!("Status of {id}, {party}"),

    detail: "Obligation in detail",
    select_one: "Select an obligation",
    previous: "Previous obligation",
    next: "Next obligation",
    back: "Back to the list",
    copy_address: "Copy the address of this obligation",
    address_copied: "Address copied",
    text: "Text",
    kind: "Kind",
    owed_by: "Owed by",
    owed_to: "Owed to",
    through: "Through",
    due_label: "Due",
    checked_by: "Checked by",
    checked_by_nobody: "Nobody named in the text as read",
    implied: "implied",
    no_enforcement: "Observers look, verify and report; they have no power to enforce.",
    caution: "To be read with care",
    your_assessment: "Your assessment",
    in_this_snapshot: "In this snapshot",
    read_only: "Read-only",
    status: "Status",
    basis: "Basis",
    as_of: "As of",
    note: "Note",
    note_hint: "Plain text, kept on this device",
    extent: "How far",
    extent_unstated: "Not stated",
    follow_up: "Follow up",
    confirm_record: "Confirm",
    evidence: "Evidence",
    evidence_add: "Add",
    evidence_address: "Address (https://…)",
    evidence_title: "Title",
    evidence_remove: "Remove",
    evidence_refused: "Enter a web address that begins with https:// or http://",
    clock: "Clock",
    clock_by: |party| format!("Clock as {party} reads it"),
    clock_inferred: "worked out by us",
    clock_condition: |condition| format!("Starts when: {condition}."),
    readings: "Two readings of this text",
    reads_it: |party| format!("{party} reads it as"),
    record: "Public record",
    entries: |count| format!("{}, newest first", plural(count, "entry", "entries")),
    no_entries: "No dated statement found.",
    observers_silent: "Observers: no statement found.",
    older_entries: |count| format!("Show {}", plural(count, "older entry", "older entries")),
    connections: "How it connects",
    depends_on: "Builds on",
    needed_by: "Needed by",
    relations: [
        ("Restates", "Restated by"),
        ("Modifies", "Modified by"),
        ("Supersedes", "Superseded by"),
        ("Carries out", "Carried out by"),
    ],
    order_of: |party| format!("{party}’s order"),
    alongside: "alongside",
    then: "then",
    events: "Events",
    contested: "accounts differ",
    sources: "Sources",
    opening_read: "opening read",
    your_changes: "Your changes",
    kept_here: "kept on this device",
    no_changes: "None yet.",
    prose_waits: "Loading the text …",
    prose_failed: "The texts could not be loaded. Your assessment works without them.",
    try_again: "Try again",
    record_supports: "The public record supports",

    new_review: "My review",
    no_review: "No review yet",
    nothing_stored: "Nothing stored",
    saved: "Saved on this device",
    saving_off: "Not saved",
    undo: "Undo",
    redo: "Redo",
    undone: "Undone",
    redone: "Done again",
    start_blank: "Start blank",
    start_blank_text: "Every duty is “Not assessed”. You set each status yourself; the public record stays one click away.",
    start_record: "Start from the public record",
    start_record_text: "Each duty opens with the status that published sources support, marked “From the record” until you confirm or change it.",
    started_record: "Filled from the public record",
    first_title: |count| format!("{count} obligations, read one by one"),
    first_label: "First visit",
    first_text: "The Joint Declaration of 26 October 2025, the ceasefire statement of 27 December 2025 and seven related texts, cut into items you can check. Your assessment stays on this device until you share it.",
    status_set: |id, party, status| format!("{id}, {party}: {status}"),
    note_saved: |id| format!("{id}: note saved"),
    storage_blocked: "This browser does not let the page store anything. You can work, but nothing stays when you close the page. Copy a link or save a file before you leave.",
    storage_full: "Not saved. This device’s storage is full. Save a file, or free some space.",
    storage_unreadable: "A stored review could not be read. It was set aside, nothing was overwritten.",
    storage_newer: "A stored review was written by a newer version of this page. It was left as it is. Reload to get the newer version.",
    download_aside: "Download what was set aside",
    save_file: "Save a file",

    copy_link: "Copy link",
    copy_refused: "The browser did not let the page copy. Here is the link; copy it by hand.",
    link_label: "Link to this snapshot",
    snapshot: "Snapshot",
    snapshot_of: |title| format!("Snapshot: {title}"),
    snapshot_line: |author, when, edition| {
        if author.is_empty() {
            format!("Made {when}, {edition}. Link complete.")
        } else {
            format!("Says it is from “{author}”, {when}, {edition}. Link complete.")
        }
    },
    snapshot_note: "Read-only; your own review is unchanged. A check finds damage, not forgery.",
    snapshot_edition: |theirs, ours| format!("Made with edition {theirs}; this page shows edition {ours}."),
    keep: "Keep as a new review",
    kept: "Kept as a new review",
    dismissed: "Snapshot dismissed",
    reopen: "Show it again",
    damaged: "This link is damaged",
    cut: |arrived, expected| format!("{arrived} of {expected} characters arrived. Nothing was opened."),
    cut_help: "The app that carried the link cut it off. Ask for it again as a file or by another way, or paste the whole link here.",
    damaged_text: "Some characters changed on the way, and the check does not fit. Nothing was opened. Ask for the link again, or paste it here.",
    newer_link: "This link was made by a newer version of this page. Nothing was opened. Reload the page to get the newer version.",
    unknown_edition: "This link was made with an edition that this page does not know. Nothing was opened. Reload the page to get the newest edition.",
    nothing_opened: "Your own review is unchanged.",
    paste_link: "Paste the link",
    open_link: "Open",
    own_review: "Go to my own review",

    offline_ready: "Ready to work offline",
    update_ready: "A new version is ready. Your review stays as it is.",
    update_now: "Update",
    later: "Later",

    on_time: "on time",
    late: |length| format!("{length} late"),
    early: |length| format!("{length} early"),
    done_on: |when, margin| format!("Done {when}, {margin}."),
    done_undated: |when| format!("Done {when}."),
    stopped: |when| format!("Stopped {when}; no later report found."),
    running: |due, left| format!("Due {due}, in {left}."),
    passed: |due, by| format!("Due {due}; {by} later no report that it was done."),
    not_started: "Not started, as last reported.",
    open_clock: "The text names no date.",
    minutes: |count| format!("{count} min"),
    hours: |count| format!("{count} h"),
    days: |count| plural(count, "day", "days"),
    some_time: "some time",
    local_time: "UTC+7",

    overview_text: |shares, assessed, all| {
        format!(
            "{shares} You have assessed {assessed} of these {all} duties. Duties differ in weight, so this page counts them and gives no overall score."
        )
    },
    share_of: |side, count| format!("{side}: {}.", plural(count, "duty", "duties")),
    by_side: "Where each duty stands in your review",
    by_side_text: "One mark is one duty. Each part leads to its duties in the checklist.",
    by_theme: "By theme",
    by_text: "By text",
    count_link: |side, status, count, all| format!("{side}, {status}: {count} of {all}"),
    as_table: "Show as table",
    against: "Your review and the public record",
    against_text: |assessed, same, differ| {
        format!(
            "Of {} you assessed, {same} have the status of the record and {differ} differ (framed).",
            plural(assessed, "duty", "duties")
        )
    },
    against_rows: "Yours ↓ Record →",
    against_link: "Go through the differences",
    deadlines: "Deadlines and clocks",
    deadlines_text: "Lateness is shown apart from outcome: a late act can still be fulfilled. Open clocks are counted to the date up to which the record was followed.",
    deadline: "Deadline",
    undated: "No date to count from",
    running_now: "Stopped or not started",
    disputed: "Most disputed",
    disputed_text: "Items with two readings, by number of dated statements.",
    sources_count: |count| plural(count, "statement", "statements"),

    timeline_text: "What happened, as last reported, with the obligations it bears on. Times are local; both countries are UTC+7.",
    events_shown: |shown, all| format!("{shown} of {all} events shown"),
    all: "All",
    own_changes: "With the days of your own changes",
    own_day: |count| {
        format!(
            "You changed the status of {}",
            plural(count, "obligation", "obligations")
        )
    },
    more: |count| format!("{count} more"),
    several: "Several",

    print: "Print",
    printed: |edition, day| format!("{edition} · printed {day} · Personal assessment, not official"),

    event_kinds: ["Agreement", "Incident", "Meeting", "Step", "Statement"],

    reviews: reviews::REVIEWS,
    share: share::SHARE,

    keys_title: "Keyboard shortcuts",
    letter_keys: "Single keys (J, K, / and ?) work as shortcuts",
    keys: &[
        ("↑ ↓", "Row before, row after"),
        ("← →", "Cell before, cell after; on a group: hide, show"),
        ("Home End", "First row, last row"),
        ("Enter", "Open a row or a menu"),
        ("1–9", "Choose a status while its menu is open"),
        ("J K", "Next obligation, previous obligation"),
        ("/", "Search"),
        ("Ctrl Z", "Undo"),
        ("?", "This list"),
        ("Esc", "Close a menu, a dialog, the detail"),
    ],
};
