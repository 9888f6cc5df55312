//! Points in time as the record knows them: never more precise than the source.
//!
//! A moment is a month, a day, or a minute with its zone. Both countries are UTC+7, Kuala Lumpur is UTC+8; days without a time
//! are read in UTC+7. What is computed from a moment keeps the moment's precision.

use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

/// Minutes that the parties' common time is ahead of UTC: both countries keep UTC+7.
pub const LOCAL_ZONE: i16 = 7 * 60;

/// How much of a moment the sources give.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Precision {
    /// Year and month.
    Month,
    /// A calendar day.
    Day,
    /// Hour and minute in a known zone.
    Minute,
}

/// A point in time with its precision. Days count from 1970-01-01, the minute is of the local day, the zone is in minutes east of
/// UTC. Where the precision is `Month` the day is the first of it; where it is not `Minute` the minute is 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Moment {
    day: i32,
    minute: u16,
    zone: i16,
    precision: Precision,
}

/// A length of time as the texts state it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Span {
    /// Hours, counted to the minute.
    Hours(u16),
    /// Calendar days.
    Days(u16),
    /// Calendar weeks.
    Weeks(u16),
    /// Calendar months.
    Months(u16),
}

impl Moment {
    /// The moment of these parts. For the tables that the build writes; no part is checked.
    pub const fn of_parts(day: i32, minute: u16, zone: i16, precision: Precision) -> Self {
        Self {
            day,
            minute,
            zone,
            precision,
        }
    }

    /// A calendar day in the parties' time.
    pub fn of_day(date: NaiveDate) -> Self {
        Self::of_parts(to_number(date), 0, LOCAL_ZONE, Precision::Day)
    }

    /// A moment to the minute from milliseconds since 1970 UTC, in the parties' time.
    pub fn of_milliseconds(milliseconds: i64) -> Self {
        let minutes = milliseconds.div_euclid(60_000) + i64::from(LOCAL_ZONE);
        let day = minutes.div_euclid(24 * 60) as i32;
        let minute = minutes.rem_euclid(24 * 60) as u16;
        Self::of_parts(day, minute, LOCAL_ZONE, Precision::Minute)
    }

    /// Reads `2025-12-27T12:00+07:00`, `2025-12-27` or `2025-12`. Answers `None` for anything else, also for a date that does not
    /// exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        if date.len() == 7 && time.is_none() {
            let first = parse_date(&format!("{date}-01"))?;
            return Some(Self::of_parts(to_number(first), 0, LOCAL_ZONE, Precision::Month));
        }
        let day = to_number(parse_date(date)?);
        let Some(time) = time else {
            return Some(Self::of_parts(day, 0, LOCAL_ZONE, Precision::Day));
        };
        let (clock, sign, zone) = match (time.split_once('+'), time.split_once('-')) {
            (Some((clock, zone)), _) => (clock, 1, zone),
            (None, Some((clock, zone))) => (clock, -1, zone),
            (None, None) => return None,
        };
        let minute = parse_clock(clock)?;
        let zone = sign * i16::try_from(parse_clock(zone)?).ok()?;
        Some(Self::of_parts(day, minute, zone, Precision::Minute))
    }

    /// How much of it is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The calendar day where it happened (the first of the month, if only the month is known).
    pub fn date(self) -> NaiveDate {
        of_number(self.day)
    }

    /// Days since 1970-01-01 of that day.
    pub const fn day_number(self) -> i32 {
        self.day
    }

    /// Hour and minute, where they are known.
    pub const fn time(self) -> Option<(u16, u16)> {
        match self.precision {
            Precision::Minute => Some((self.minute / 60, self.minute % 60)),
            _ => None,
        }
    }

    /// Minutes east of UTC.
    pub const fn zone(self) -> i16 {
        self.zone
    }

    /// Minutes since 1970 UTC of its first minute.
    pub const fn first_minute(self) -> i64 {
        self.day as i64 * 1440 + self.minute as i64 - self.zone as i64
    }

    /// Minutes since 1970 UTC of the minute after it: the moment is over from then on.
    pub fn end_minute(self) -> i64 {
        match self.precision {
            Precision::Minute => self.first_minute() + 1,
            Precision::Day => self.first_minute() + 1440,
            Precision::Month => {
                let next = self.date() + Months::new(1);
                i64::from(to_number(next)) * 1440 - i64::from(self.zone)
            }
        }
    }

    /// The moment a span later. Hours keep the minute where it is known; calendar spans give a day.
    pub fn after(self, span: Span) -> Self {
        match span {
            Span::Hours(hours) if self.precision == Precision::Minute => {
                let minutes = i64::from(self.day) * 1440 + i64::from(self.minute) + i64::from(hours) * 60;
                Self::of_parts(
                    minutes.div_euclid(1440) as i32,
                    minutes.rem_euclid(1440) as u16,
                    self.zone,
                    Precision::Minute,
                )
            }
            Span::Hours(hours) => self.after(Span::Days(hours.div_ceil(24))),
            Span::Days(days) => self.on_day(self.date() + Days::new(u64::from(days))),
            Span::Weeks(weeks) => self.after(Span::Days(weeks * 7)),
            Span::Months(months) => self.on_day(self.date() + Months::new(u32::from(months))),
        }
    }

    fn on_day(self, date: NaiveDate) -> Self {
        let precision = self.precision.min(Precision::Day);
        Self::of_parts(to_number(date), 0, self.zone, precision)
    }
}

impl Span {
    /// Reads `P72H`, `P10D`, `P3W` or `P1M`.
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix('P')?;
        let number = body.get(..body.len().checked_sub(1)?)?.parse().ok()?;
        match body.chars().last()? {
            'H' => Some(Self::Hours(number)),
            'D' => Some(Self::Days(number)),
            'W' => Some(Self::Weeks(number)),
            'M' => Some(Self::Months(number)),
            _ => None,
        }
    }
}

/// Writes the form that `Moment::parse` reads.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{}-{}", pad(date.year(), 4), pad(date.month() as i32, 2))?;
        if self.precision == Precision::Month {
            return Ok(());
        }
        write!(f, "-{}", pad(date.day() as i32, 2))?;
        let Some((hour, minute)) = self.time() else {
            return Ok(());
        };
        let sign = if self.zone < 0 { '-' } else { '+' };
        let zone = i32::from(self.zone.unsigned_abs());
        write!(
            f,
            "T{}:{}{sign}{}:{}",
            pad(hour.into(), 2),
            pad(minute.into(), 2),
            pad(zone / 60, 2),
            pad(zone % 60, 2)
        )
    }
}

/// Reads `YYYY-MM-DD`; `None` if it has another form or the day does not exist.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = digits(text.get(..4)?)?;
    let month = digits(text.get(5..7)?)?;
    let day = digits(text.get(8..)?)?;
    NaiveDate::from_ymd_opt(year as i32, month, day)
}

/// Writes `YYYY-MM-DD`.
pub fn format_date(date: NaiveDate) -> String {
    format!(
        "{}-{}-{}",
        pad(date.year(), 4),
        pad(date.month() as i32, 2),
        pad(date.day() as i32, 2)
    )
}

/// Days since 1970-01-01.
pub fn to_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce() - EPOCH
}

/// The date so many days after 1970-01-01; the nearest date that chrono can hold where it is out of range.
pub fn of_number(day: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day.saturating_add(EPOCH)).unwrap_or(NaiveDate::MAX)
}

/// 1970-01-01 in days of the common era.
const EPOCH: i32 = 719_163;

fn parse_clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    let (hour, minute) = (digits(hour)?, digits(minute)?);
    (hour < 24 && minute < 60).then_some((hour * 60 + minute) as u16)
}

fn digits(text: &str) -> Option<u32> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn pad(number: i32, width: usize) -> String {
    let mut text = number.to_string();
    while text.len() < width {
        text.insert(0, '0');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str) -> Moment {
        let moment = Moment::parse(text).unwrap_or_else(|| panic!("{text} is not read"));
        assert_eq!(moment.to_string(), text);
        moment
    }

    #[test]
    fn what_is_read_is_written_again() {
        for text in [
            "2025-12-27T12:00+07:00",
            "2025-10-26T13:00+08:00",
            "1999-01-01T00:00-03:30",
            "2025-12-27",
            "2024-02-29",
            "2026-02",
        ] {
            reads(text);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2025",
            "2025-13",
            "2025-02-31",
            "2025-02-29",
            "2025-2-3",
            "2025-12-27T12:00",
            "2025-12-27T24:00+07:00",
            "2025-12-27T12:60+07:00",
            "2025-12-27 12:00+07:00",
            "27 Dec 2025",
            "2025-12-27T12:00Z",
            "+025-12-27",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn noon_in_the_parties_time_is_five_in_utc() {
        let noon = reads("2025-12-27T12:00+07:00");
        let utc = reads("2025-12-27T05:00+00:00");
        assert_eq!(noon.first_minute(), utc.first_minute());
    }

    #[test]
    fn spans_keep_the_precision() {
        #[track_caller]
        fn later(start: &str, span: &str, due: &str) {
            let span = Span::parse(span).unwrap();
            assert_eq!(reads(start).after(span).to_string(), due);
        }
        later("2025-12-27T12:00+07:00", "P72H", "2025-12-30T12:00+07:00");
        later("2025-12-27", "P72H", "2025-12-30");
        later("2025-09-10", "P1W", "2025-09-17");
        later("2025-09-10", "P3W", "2025-10-01");
        later("2025-09-10", "P1M", "2025-10-10");
        later("2026-01-31", "P1M", "2026-02-28");
        later("2025-10-23T10:00+08:00", "P2W", "2025-11-06");
        later("2025-12-30T23:30+07:00", "P1H", "2025-12-31T00:30+07:00");
    }

    #[test]
    fn a_month_ends_with_its_last_day() {
        let month = reads("2026-02");
        assert_eq!(month.end_minute(), reads("2026-02-28").end_minute());
    }

    #[test]
    fn milliseconds_become_minutes_in_the_parties_time() {
        let moment = Moment::of_milliseconds(1_766_811_600_000);
        assert_eq!(moment.to_string(), "2025-12-27T12:00+07:00");
    }
}
