//! Deadlines as clocks: due when, met when, early or late by how much, still running, or not startable.
//!
//! Pure: "today" is passed in. The page passes the date up to which the record was followed, so that it says "as last reported"
//! and never "now".

use super::moment::{Moment, Precision, Span};

/// A deadline as the catalogue gives it: a fixed date, a span after an event, a condition, or words without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockSpec {
    /// The party whose reading this is (a number in the table of bearers); `None` where both read it alike.
    pub by: Option<u8>,
    /// The date is worked out by us, not stated in the text.
    pub inferred: bool,
    /// What the span counts from.
    pub start: Start,
    /// How long it runs from the start.
    pub span: Option<Span>,
    /// A fixed date, instead of start and span.
    pub due: Option<Moment>,
    /// The text names no date ("at the earliest"): its words are in `names`.
    pub open: bool,
    /// When the duty was met, as far as reported.
    pub met: Option<Moment>,
    /// When a party or body stopped the clock in public.
    pub stopped: Option<Moment>,
}

/// What starts a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Nothing: the date is fixed, or there is none.
    None,
    /// An event that happened.
    Event(Moment),
    /// A condition that has not been met, as last reported.
    Condition,
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When it is due, where that can be known.
    pub due: Option<Moment>,
    /// When it was met, as far as reported.
    pub met: Option<Moment>,
    /// How it stands.
    pub state: ClockState,
}

/// How a clock stands on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// Met, with how early or late; no margin where no date was due.
    Met(Option<Margin>),
    /// Stopped before it was met.
    Stopped(Moment),
    /// Due after today, in so much time.
    Running(Length),
    /// Due before today, and not reported as met.
    Passed(Length),
    /// Its condition is not met.
    NotStarted,
    /// The text names no date.
    Open,
}

/// How the day on which a duty was met relates to the day on which it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// Before it was due.
    Early(Length),
    /// When it was due, as precisely as both are known.
    OnTime,
    /// After it was due.
    Late(Length),
}

/// A length of time in the unit in which it is best told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Less than an hour.
    Minutes(u32),
    /// Less than two days, both ends known to the minute.
    Hours(u32),
    /// Whole days.
    Days(u32),
    /// Less than the precision of what is known.
    Unknown,
}

impl ClockSpec {
    /// When it is due, where that can be known.
    pub fn due(&self) -> Option<Moment> {
        match (self.due, self.start, self.span) {
            (Some(due), _, _) => Some(due),
            (None, Start::Event(start), Some(span)) => Some(start.after(span)),
            (None, Start::Event(start), None) => Some(start),
            _ => None,
        }
    }

    /// What the clock shows on this day.
    pub fn read(&self, today: Moment) -> Clock {
        let due = self.due();
        let state = match (self.met, self.stopped, due) {
            (Some(met), _, due) => ClockState::Met(due.map(|due| margin(due, met))),
            (None, Some(stopped), _) => ClockState::Stopped(stopped),
            (None, None, Some(due)) if due.end_minute() > today.first_minute() => {
                ClockState::Running(length(today, due))
            }
            (None, None, Some(due)) => ClockState::Passed(length(due, today)),
            (None, None, None) if self.start == Start::Condition => ClockState::NotStarted,
            (None, None, None) => ClockState::Open,
        };
        Clock {
            due,
            met: self.met,
            state,
        }
    }
}

impl Clock {
    /// Whether it was met after it was due.
    pub const fn is_late(&self) -> bool {
        matches!(self.state, ClockState::Met(Some(Margin::Late(_))))
    }
}

/// Early, on time or late. Two moments known to the minute are compared to the minute, otherwise by calendar day, otherwise by month.
fn margin(due: Moment, met: Moment) -> Margin {
    let precision = due.precision().min(met.precision());
    let order = match precision {
        Precision::Minute => met.first_minute().cmp(&due.first_minute()),
        Precision::Day => met.day_number().cmp(&due.day_number()),
        Precision::Month => month(met).cmp(&month(due)),
    };
    match order {
        std::cmp::Ordering::Less => Margin::Early(length(met, due)),
        std::cmp::Ordering::Equal => Margin::OnTime,
        std::cmp::Ordering::Greater => Margin::Late(length(due, met)),
    }
}

fn month(moment: Moment) -> i32 {
    use chrono::Datelike;
    let date = moment.date();
    date.year() * 12 + date.month0() as i32
}

/// The time from one moment to a later one, no more precise than either.
pub fn length(from: Moment, to: Moment) -> Length {
    match from.precision().min(to.precision()) {
        Precision::Month => Length::Unknown,
        Precision::Day => Length::Days((to.day_number() - from.day_number()).max(0) as u32),
        Precision::Minute => {
            let minutes = (to.first_minute() - from.first_minute()).max(0) as u32;
            match minutes {
                0..60 => Length::Minutes(minutes),
                60..2880 => Length::Hours(minutes / 60),
                _ => Length::Days(minutes / 1440),
            }
        }
    }
}
