//! Dates in words. Thai counts years in the Buddhist era; a reader may choose the common one (`use_common_years`).
//!
//! Files, links and citations never use these: there, dates are ISO 8601.

use super::Words;
use crate::catalogue::Moment;
use crate::catalogue::moment::Precision;
use chrono::{Datelike, NaiveDate};
use std::sync::atomic::{AtomicBool, Ordering};

static COMMON_YEARS: AtomicBool = AtomicBool::new(false);

/// From now on years are those of the common era in every language. A choice of the reader, for the whole page.
pub fn use_common_years(yes: bool) {
    COMMON_YEARS.store(yes, Ordering::Relaxed);
}

/// Whether years are those of the common era in every language.
pub fn tells_common_years() -> bool {
    COMMON_YEARS.load(Ordering::Relaxed)
}

impl Words {
    fn era(&self) -> i32 {
        if tells_common_years() { 0 } else { self.era }
    }

    /// A year of the common era as the page counts it.
    pub fn year(&self, year: i32) -> i32 {
        year + self.era()
    }

    /// A calendar day: `27 Dec 2025`.
    pub fn day(&self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.month(date))
    }

    /// A month of a year: `Dec 2025`.
    pub fn month(&self, date: NaiveDate) -> String {
        format!("{} {}", self.months[date.month0() as usize], self.year(date.year()))
    }

    /// A moment, as precisely as it is known: `27 Dec 2025, 12:00`.
    pub fn moment(&self, moment: Moment) -> String {
        self.told(moment, String::new())
    }

    /// A moment with the year of the common era beside it, where the language counts otherwise: `27 ธ.ค. 2568 (2025), 12:00`.
    pub fn moment_in_both_eras(&self, moment: Moment) -> String {
        let common = match self.era() {
            0 => String::new(),
            _ => format!(" ({})", moment.date().year()),
        };
        self.told(moment, common)
    }

    fn told(&self, moment: Moment, beside: String) -> String {
        let date = moment.date();
        if moment.precision() == Precision::Month {
            return self.month(date) + &beside;
        }
        let day = self.day(date) + &beside;
        match moment.time() {
            None => day,
            Some((hour, minute)) => {
                let zero = if minute < 10 { "0" } else { "" };
                let nought = if hour < 10 { "0" } else { "" };
                format!("{day}, {nought}{hour}:{zero}{minute}")
            }
        }
    }
}
