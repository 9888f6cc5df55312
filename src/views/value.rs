//! One value of an assessment in words: for the history, for a file that comes in, for the comparison.

use crate::accord::ACCORD;
use crate::language::Locale;
use crate::review::{Evidence, Target, Value};

/// A value of a duty or of a review, as it is told in a line.
pub fn value(words: &Locale, target: &Target, value: &Value) -> String {
    let status = |status| match target {
        Target::Duty(duty) => words.status(status, ACCORD.obligation_of(*duty).kind),
        _ => words.statuses[crate::catalogue::Status::number(status)].act,
    };
    match value {
        Value::Status(one, None) => status(*one).to_owned(),
        Value::Status(one, Some(extent)) => format!("{} ({})", status(*one), words.extent_word(*extent)),
        Value::Basis(basis) => words.basis_word(*basis).to_owned(),
        Value::AsOf(day) => day.map_or_else(|| "–".to_owned(), |day| words.day(day)),
        Value::Note(text) | Value::Name(text) | Value::Author(text) if text.is_empty() => "–".to_owned(),
        Value::Note(text) | Value::Name(text) | Value::Author(text) => {
            format!("“{}”", text.chars().take(80).collect::<String>())
        }
        Value::Evidence(all) => {
            if all.is_empty() {
                "–".to_owned()
            } else {
                all.iter().map(Evidence::address).collect::<Vec<_>>().join(", ")
            }
        }
        Value::FollowUp(mark) => mark_word(*mark, words.later().follow_up),
        Value::FromRecord(mark) => mark_word(*mark, words.from_record),
    }
}

fn mark_word(mark: bool, word: &str) -> String {
    if mark { word.to_owned() } else { "–".to_owned() }
}
