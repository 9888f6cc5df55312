//! When a change was made, so that changes of two tabs have one order.

use std::fmt;

/// A moment that orders changes: milliseconds since 1970 UTC, then a number that tells tabs apart. No two changes of one tab share one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Stamp(u64);

/// The bits that tell tabs apart.
const TAB_BITS: u32 = 16;
/// The last millisecond of the year 9999: no clock is later, and what claims to be is refused where it is read.
const LAST: u64 = 253_402_300_799_999;

impl Stamp {
    /// The stamp of a change made now, by this tab, after `last`: later than `last` even if the clock went back.
    pub fn next(now_milliseconds: u64, tab: u16, last: Stamp) -> Self {
        let milliseconds = now_milliseconds.max(last.milliseconds() + 1).min(LAST + 1);
        Self(milliseconds << TAB_BITS | u64::from(tab))
    }

    /// The stamp of this number, as `number` gave it.
    pub const fn of_number(number: u64) -> Self {
        Self(number)
    }

    /// The number to store.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Milliseconds since 1970 UTC.
    pub const fn milliseconds(self) -> u64 {
        self.0 >> TAB_BITS
    }

    /// Whether a clock can have said so: it is not after the year 9999.
    pub const fn is_possible(self) -> bool {
        self.milliseconds() <= LAST
    }

    /// Whether anything was stamped.
    pub const fn is_set(self) -> bool {
        self.0 != 0
    }
}

/// Sixteen hexadecimal digits: sorts as the stamps do.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [b'0'; 16];
        for (place, digit) in digits.iter_mut().rev().enumerate() {
            *digit = b"0123456789abcdef"[(self.0 >> (4 * place)) as usize & 15];
        }
        f.write_str(std::str::from_utf8(&digits).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_later_than_the_last_even_if_the_clock_went_back() {
        let first = Stamp::next(1_000, 7, Stamp::default());
        let second = Stamp::next(900, 7, first);
        assert!(second > first);
        assert_eq!(second.milliseconds(), 1_001);
    }

    #[test]
    fn no_clock_is_later_than_the_year_9999() {
        let last_millisecond = chrono::NaiveDate::from_ymd_opt(9999, 12, 31)
            .and_then(|day| day.and_hms_milli_opt(23, 59, 59, 999))
            .map(|moment| moment.and_utc().timestamp_millis() as u64)
            .unwrap();
        for (clock, possible) in [
            (0, true),
            (last_millisecond, true),
            (last_millisecond + 1, false),
            (u64::MAX, false),
        ] {
            let stamp = Stamp::next(clock, u16::MAX, Stamp::default());
            assert_eq!(stamp.is_possible(), possible, "{clock}");
            assert_eq!(Stamp::of_number(stamp.number()), stamp);
        }
        assert_eq!(Stamp::next(7, 9, Stamp::default()).number(), 7 << 16 | 9);
    }

    #[test]
    fn its_text_sorts_as_it_does() {
        let early = Stamp::next(1_000, u16::MAX, Stamp::default());
        let late = Stamp::next(1_700_000_000_000, 0, Stamp::default());
        assert!(early.to_string() < late.to_string());
        assert_eq!(late.to_string().len(), 16);
    }
}
