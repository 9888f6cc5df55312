//! The words of the comparison in English.

use super::plural;
use crate::language::CompareWords;

/// English.
pub const COMPARE: CompareWords = CompareWords {
    lead: "What two or more say of each duty, side by side. Nothing changes until you apply it.",

    sources: "What is compared",
    letters: ["A", "B", "C", "D", "E", "F"],
    source: |letter| format!("Side {letter}"),
    offers: [
        "On this device",
        "Your review, earlier",
        "From outside",
        "Public record",
    ],
    swap: "Swap A and B",
    add: "Add a side",
    drop: |letter| format!("Remove side {letter}"),
    add_file: "Add a review file",
    side_by_side: "Compare side by side",
    only_differences: "Differences only",
    record: "Public record",
    own_unnamed: "Your review",
    before: |name, day| format!("{name}, before {day}"),
    own_line: |when| format!("Yours, changed {when}"),
    kept_line: |when| format!("On this device, changed {when}"),
    earlier_line: "An earlier state of your review",
    file_line: |file, author| {
        if author.is_empty() {
            format!("From the file {file}")
        } else {
            format!("From the file {file}, says it is from “{author}”")
        }
    },
    record_line: |edition, day| format!("{edition}, followed to {day}"),

    summary: "Summary",
    headline: |count, all| format!("Not the same: {count} of {all} duties"),
    agree: "Same",
    differ: "Differ",
    only: |letter| format!("Only in {letter}"),
    nobody: ["In neither", "In none"],
    of: |count, all| format!("{count} of {all}"),
    first: [
        |count| format!("{count} in status"),
        |count| format!("{count} in basis"),
        |count| format!("{count} in as-of date"),
        |count| format!("{count} in note"),
        |count| format!("{count} in evidence"),
    ],
    no_difference: "There is no difference to show.",

    table: "Duty by duty",
    party: "Party",
    keep: "Keep",
    keep_for: |id, bearer| format!("Keep for {id}, {bearer}"),
    mine: "Mine",
    theirs: "Theirs",
    undecided: "undecided",
    group_count: |count, all| format!("{count} of {all} duties not the same"),
    group_mine: "Keep mine",
    group_theirs: "Take theirs",
    group_take: |letter| format!("Take {letter}"),
    for_group: |act, group| format!("{act}: all of {group}"),

    taking: "Taking over",
    decided: |decided, all, mine, taken| format!("{decided} of {all} decided: {mine} keep mine, {taken} take over"),
    all_mine: "Keep all mine",
    all_theirs: "Take all theirs",
    clear: "Clear choices",
    stays: "Undecided duties stay as they are. One Undo takes all of it back.",
    apply: |count| format!("Apply {} to mine", plural(count, "change", "changes")),
    cannot: "To take something over, put your own review on one side.",

    agreement: |count| format!("Agreement of {count} assessors"),
    agreement_text: "Of the duties that both assessed, how many have the same status in both.",
    assessor: "Assessor",
    pair: |same, both, percent| format!("{same} of {both} ({percent}%)"),
    pair_none: "None in common",
    nominal: "Krippendorff’s alpha, all statuses",
    ordinal: "Krippendorff’s alpha, levels 0 to 3",
    not_defined: "Not defined",
    alpha_text: |values, units, all| {
        format!("From {values} values on {units} of {all} duties, those that at least two assessed.")
    },
    alpha_none: |values, units, all| {
        format!(
            "{values} values on {units} of {all} duties: too few that two assessed, or all the same, so that chance cannot be told from agreement."
        )
    },
    alpha_means: "1 is full agreement, 0 what chance would give, below 0 is less than that. The first figure asks whether statuses are the same. The second asks how far apart they are on the scale of the Kroc Institute: 0 not started, 1 minimal, 2 intermediate, 3 fulfilled; statuses without a place on it are left out.",
};
