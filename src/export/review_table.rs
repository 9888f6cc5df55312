//! A review as a table: one row a duty, in the order of the page, with the columns of the open data's `duties` and the Kroc levels.

use super::csv;
use crate::accord::ACCORD;
use crate::catalogue::DutyNumber;
use crate::catalogue::moment::format_date;
use crate::language::Locale;
use crate::review::{Assessment, Review};

/// The columns: name and meaning. Names that `duties.csv` has too mean the same, said of the review instead of the baseline.
pub const REVIEW_COLUMNS: [(&str, &str); 19] = [
    ("duty", "The obligation and its bearer: obligation/bearer."),
    ("obligation", "The id of the obligation."),
    ("bearer", "The id of the duty-bearer."),
    ("bearer_name", "The name of the duty-bearer."),
    ("instrument", "The id of the instrument."),
    ("theme", "The id of the theme."),
    ("kind", "act, continuing, prohibition or recurring."),
    ("title", "The title of the obligation."),
    ("status", "The status in this review. Empty where the text is awaited."),
    (
        "status_word",
        "The same in the words of the page, which depend on the kind.",
    ),
    (
        "extent",
        "How far, where it is under way: minimal or intermediate; empty where not stated.",
    ),
    (
        "kroc",
        "The Kroc level 0 to 3; empty where the scale has no place for the status.",
    ),
    (
        "basis",
        "On what the status rests: none, self, other, press, observers or own.",
    ),
    ("as_of", "The day for which it holds."),
    (
        "note",
        "The note. One that begins with = + - or @ has an apostrophe in front, so that no spreadsheet takes it for a formula.",
    ),
    ("evidence", "Addresses, parted by blanks."),
    ("follow_up", "yes where it is marked to be looked at again."),
    (
        "from_record",
        "yes where it was taken from the public record and not yet confirmed.",
    ),
    ("edition", "The edition of the record."),
];

/// The review as comma-separated values.
pub fn review_csv(review: &Review, words: &Locale) -> String {
    let header = REVIEW_COLUMNS.map(|(name, _)| name);
    let rows: Vec<Vec<String>> = ACCORD
        .duty_numbers()
        .map(|duty| row(duty, review.assessment(duty), words).to_vec())
        .collect();
    csv::write(&header, &rows)
}

fn row(duty: DutyNumber, own: &Assessment, words: &Locale) -> [String; 19] {
    let obligation = ACCORD.obligation_of(duty);
    let bearer = ACCORD.bearer_of(duty);
    let known = !obligation.text_awaited;
    let when_known = |text: &str| if known { text.to_owned() } else { String::new() };
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    let addresses: Vec<&str> = own.evidence.iter().map(|one| one.address()).collect();
    let level = own.status.kroc(own.extent).filter(|_| known);
    [
        ACCORD.duty_name(duty),
        obligation.id.to_owned(),
        bearer.id.to_owned(),
        words.bearer_of(duty).to_owned(),
        ACCORD.instruments[usize::from(obligation.instrument)].id.to_owned(),
        ACCORD.themes[usize::from(obligation.theme)].id.to_owned(),
        obligation.kind.name().to_owned(),
        words.title_of(obligation).to_owned(),
        when_known(own.status.name()),
        when_known(words.status(own.status, obligation.kind)),
        own.extent.map(|extent| extent.name().to_owned()).unwrap_or_default(),
        level.map(|level| level.to_string()).unwrap_or_default(),
        when_known(own.basis.name()),
        own.as_of.map(format_date).unwrap_or_default(),
        no_formula(&own.note),
        addresses.join(" "),
        yes(own.follow_up),
        yes(own.from_record),
        ACCORD.edition().version.to_owned(),
    ]
}

/// A text of somebody's that no spreadsheet takes for a formula.
fn no_formula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
