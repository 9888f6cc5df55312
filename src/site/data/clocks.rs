//! What every clock of the record shows on the edition's as-of date, as data.

use crate::accord::ACCORD;
use crate::catalogue::record::Record;
use crate::catalogue::{ClockState as State, Length, Margin};
use crate::language::Words;
use schemars::JsonSchema;
use serde::Serialize;

/// How one clock stands, computed from the deadline and the events.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockState {
    /// The obligation.
    pub obligation: String,
    /// Which of its clocks, from 1.
    pub number: usize,
    /// The party whose reading it is; null where both read it alike.
    pub by: Option<String>,
    /// When it is due, as precisely as it can be known; null where no date can be computed.
    pub due: Option<String>,
    /// When it was met, as far as reported.
    pub met: Option<String>,
    /// How it stands.
    pub state: &'static str,
    /// How the day on which it was met relates to the day on which it was due; null where it is not met or no date was due.
    pub margin: Option<&'static str>,
    /// By how much it was early or late, how long it still runs, or how long ago it was due: an ISO 8601 duration.
    pub length: Option<String>,
    /// The same in one sentence, in English.
    pub sentence: String,
}

/// The states of a clock.
pub const STATES: [&str; 6] = ["met", "stopped", "running", "passed", "not-started", "open"];
/// How a clock was met.
pub const MARGINS: [&str; 3] = ["early", "on-time", "late"];

/// All clocks of the record, in the order of the page.
pub fn computed(record: &Record, words: &Words) -> Vec<ClockState> {
    let today = ACCORD.edition().as_of;
    let mut states = Vec::new();
    for (_, item) in record.obligations() {
        let specs = ACCORD
            .obligation_number(&item.id)
            .map(|number| ACCORD.obligations[usize::from(number)].clocks);
        for (place, (entry, spec)) in item.clock.iter().zip(specs.unwrap_or_default()).enumerate() {
            let clock = spec.read(today);
            let (state, margin, span) = match clock.state {
                State::Met(Some(Margin::Early(by))) => ("met", Some("early"), Some(by)),
                State::Met(Some(Margin::OnTime)) => ("met", Some("on-time"), None),
                State::Met(Some(Margin::Late(by))) => ("met", Some("late"), Some(by)),
                State::Met(None) => ("met", None, None),
                State::Stopped(_) => ("stopped", None, None),
                State::Running(left) => ("running", None, Some(left)),
                State::Passed(since) => ("passed", None, Some(since)),
                State::NotStarted => ("not-started", None, None),
                State::Open => ("open", None, None),
            };
            states.push(ClockState {
                obligation: item.id.clone(),
                number: place + 1,
                by: entry.by.clone(),
                due: clock.due.map(|due| due.to_string()),
                met: clock.met.map(|met| met.to_string()),
                state,
                margin,
                length: span.and_then(duration),
                sentence: words.clock_sentence(&clock),
            });
        }
    }
    states
}

/// A length as an ISO 8601 duration; nothing where it is less than what is known.
fn duration(length: Length) -> Option<String> {
    match length {
        Length::Minutes(count) => Some(format!("PT{count}M")),
        Length::Hours(count) => Some(format!("PT{count}H")),
        Length::Days(count) => Some(format!("P{count}D")),
        Length::Unknown => None,
    }
}
