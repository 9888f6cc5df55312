//! The words of sharing in English.

use super::plural;
use crate::language::ShareWords;

/// English.
pub const SHARE: ShareWords = ShareWords {
    open: "Share",
    title: "Share a snapshot",
    lead: "A copy of this review as it is now, carried inside the link.",
    name: "Title",
    from: "From (optional)",
    from_short: "From",
    from_hint: "Nothing is signed: anybody can write any name.",
    contents: "What goes into the link",
    statuses: "Status of each duty",
    statuses_hint: "Always included.",
    statuses_count: |assessed, all| format!("{assessed} of {all} assessed"),
    bases: "Bases",
    bases_hint: "On what each status rests.",
    dates: "As-of dates",
    dates_hint: "For which day each status holds.",
    notes: "Your notes",
    notes_hint: "Off by default: notes can hold names and places.",
    evidence: "Evidence links",
    evidence_hint: "Off by default: addresses, titles and dates.",

    length: "Length",
    characters: |count| plural(count, "character", "characters"),
    with_selection: "with this selection",
    with_all: |length| format!("· with everything {length}"),
    channels: ["sheet cell", "small QR", "mail, chat", "Slack"],
    meter: |length, fits, not| format!("{length} characters. Passes: {fits}. Too long for: {not}."),
    nothing: "nothing",
    passes: "Mail and chat take a link of this length.",
    close: "Mail and chat take up to 2,000 characters. This link comes close.",
    too_long: "Mail and chat may cut a link of this length. Save a file and send that.",
    no_link: "This is too much for a link. Leave something out, or save a file.",

    leaving: |count| format!("{} with this link", plural(count, "text leaves", "texts leave")),
    leaving_none: "No text of yours is in this link.",
    whole: "The snapshot",
    stays: |notes, evidence| {
        let mut parts = Vec::new();
        if notes > 0 {
            parts.push(plural(notes, "note", "notes"));
        }
        if evidence > 0 {
            parts.push(plural(evidence, "evidence link", "evidence links"));
        }
        parts.push("marks to follow up, the history and your other reviews".to_owned());
        format!(
            "Stays on this device: {}. No server receives the part of the link after #.",
            parts.join(", ")
        )
    },

    reader: "What the reader sees",

    qr: "QR code of this link",
    qr_none: "No QR code: with this selection it would be too dense for a phone to scan.",
    qr_larger: "Show QR code larger",
    qr_smaller: "Show QR code smaller",

    system: "Share …",
    file: "Save as a file",
    copied: |length, notes, evidence| {
        let with = match (notes, evidence) {
            (false, false) => "no notes",
            (true, false) => "with notes",
            (false, true) => "with evidence, no notes",
            (true, true) => "with notes and evidence",
        };
        format!("Link copied: {length} characters, {with}")
    },
    file_saved: "File saved",
    system_failed: "This device did not share it. Copy the link instead.",

    compare: "Compare with my review",
    since: |added, gone| {
        let mut parts = Vec::new();
        if added > 0 {
            parts.push(format!("{} added since", plural(added, "obligation", "obligations")));
        }
        if gone > 0 {
            parts.push(format!("{} withdrawn", plural(gone, "obligation", "obligations")));
        }
        if parts.is_empty() {
            parts.push("no obligation added or withdrawn".to_owned());
        }
        format!("{}.", parts.join(", "))
    },
    change_log: "What was reworded stands in the change log",

    box_title: "Open a link",
    box_text: "For a link that an app broke, or to open one in the installed app. Paste it as it came, with whatever stands around it.",
    box_nothing: "No link to a snapshot was found in this text.",

    lost_title: "There is no such page",
    lost_text: "If a link led you here, an app may have changed it on the way. Copy the link, open the checklist, and paste it under Reviews.",
};
