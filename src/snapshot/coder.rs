//! The range coder: writes choices of known odds as digits of base 64, and reads them back.
//!
//! One type does both, so that a model is written once: it states what it wants said and is told what was said. Writing, the answer
//! is what was wanted; reading, it is what the digits say. Only integers; every machine gives the same digits.

/// Bits of a digit.
const DIGIT_BITS: u32 = 6;
/// How many digits the registers hold.
const DIGITS: u32 = 8;
/// How many bits the registers hold.
const WIDTH: u32 = DIGIT_BITS * DIGITS;
/// The range is never smaller between two choices.
const LEAST: u64 = 1 << (WIDTH - DIGIT_BITS);

/// Writes or reads choices. Its interval is `range` wide; writing, `place` is its lower end; reading, `place` is how far the digits
/// lie above its lower end.
pub(super) struct Coder {
    reads: bool,
    digits: Vec<u8>,
    taken: usize,
    place: u64,
    range: u64,
    /// How wide a part is.
    unit: u64,
    faulty: bool,
}

impl Coder {
    /// One that writes.
    pub(super) fn writer() -> Self {
        Self {
            reads: false,
            digits: Vec::new(),
            taken: 0,
            place: 0,
            range: 1 << WIDTH,
            unit: 1 << WIDTH,
            faulty: false,
        }
    }

    /// One that reads these digits, each below 64.
    pub(super) fn reader(digits: Vec<u8>) -> Self {
        let mut coder = Self {
            reads: true,
            digits,
            ..Self::writer()
        };
        for _ in 0..DIGITS {
            coder.take();
        }
        coder
    }

    /// Whether it reads.
    pub(super) const fn reads(&self) -> bool {
        self.reads
    }

    /// Whether something was read that no writer writes.
    pub(super) const fn is_faulty(&self) -> bool {
        self.faulty
    }

    /// Reading: says that this is nothing that a writer writes. What is read afterwards has no meaning.
    pub(super) fn refuse(&mut self) {
        self.faulty |= self.reads;
    }

    /// Divides the interval into `total` equal parts, of which the choice that follows takes some.
    pub(super) fn divide(&mut self, total: u32) {
        self.unit = self.range / u64::from(total.max(1));
        if self.reads && self.place >= self.unit * u64::from(total) {
            // The sliver that division leaves over: no writer goes there.
            self.faulty = true;
            self.place = 0;
        }
    }

    /// Whether the choice is the one whose parts end before `end`: reading, by the digits; writing, if it is wanted.
    pub(super) const fn is_here(&self, end: u32, is_wanted: bool) -> bool {
        if self.reads {
            self.place < self.unit * end as u64
        } else {
            is_wanted
        }
    }

    /// Takes `size` of the parts, from `start` on.
    pub(super) fn narrow(&mut self, start: u32, size: u32) {
        let below = self.unit * u64::from(start);
        self.range = self.unit * u64::from(size);
        if self.reads {
            self.place = self.place.saturating_sub(below);
        } else {
            self.place += below;
            self.carry();
        }
        while self.range < LEAST {
            self.range <<= DIGIT_BITS;
            if self.reads {
                self.take();
            } else {
                self.digits.push((self.place >> (WIDTH - DIGIT_BITS)) as u8);
                self.place = (self.place << DIGIT_BITS) & ((1 << WIDTH) - 1);
            }
        }
    }

    /// Says a number below `total`, all equally likely.
    pub(super) fn equal(&mut self, total: u32, wanted: u32) -> u32 {
        self.divide(total);
        let said = if self.reads { self.part() } else { wanted };
        self.narrow(said, 1);
        said
    }

    /// Reading: in which of the parts the digits lie.
    const fn part(&self) -> u32 {
        (self.place / self.unit) as u32
    }

    /// The fewest digits that lie in the interval, and of these the smallest number; no zeros at the end.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let end = self.place + self.range;
        for count in 0..=DIGITS {
            let unit = 1 << (WIDTH - DIGIT_BITS * count);
            let value = self.place.div_ceil(unit) * unit;
            if value < end {
                self.place = value;
                self.carry();
                for shift in (DIGITS - count..DIGITS).rev() {
                    let digit = self.place >> (DIGIT_BITS * shift);
                    self.digits.push(digit as u8 & 63);
                }
                break;
            }
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        self.digits
    }

    /// Whether the digits that were read are those that `finish` writes after the same choices, and nothing was refused.
    pub(super) fn is_exact(&self) -> bool {
        if self.faulty || self.place >= self.range {
            return false;
        }
        let Some(&last) = self.digits.last() else {
            return true;
        };
        let Some(spare) = self.taken.checked_sub(self.digits.len()) else {
            return false;
        };
        // One in the last digit. A smaller number, or one with a digit less, would have done if it lay in the interval.
        let unit = 1 << (DIGIT_BITS * (spare as u32).min(DIGITS));
        let smaller_would_do = self.place >= unit;
        let shorter_would_do = last == 0 || u64::from(64 - last) * unit < self.range - self.place;
        !smaller_would_do && !shorter_would_do
    }

    /// Takes in the next digit; zero past the end.
    fn take(&mut self) {
        let digit = self.digits.get(self.taken).copied().unwrap_or(0);
        self.place = (self.place << DIGIT_BITS) | u64::from(digit);
        self.taken += 1;
    }

    /// Moves what `place` has above its width into the digits.
    fn carry(&mut self) {
        if self.place >> WIDTH == 0 {
            return;
        }
        self.place &= (1 << WIDTH) - 1;
        for digit in self.digits.iter_mut().rev() {
            *digit = (*digit + 1) & 63;
            if *digit != 0 {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Totals with the place of a choice in them.
    fn choices() -> impl Strategy<Value = Vec<(u32, u32, u32)>> {
        let total = prop_oneof![Just(1_u32), 2..70_000_u32, Just(1 << 28)];
        vec((total, any::<u32>(), any::<u32>()), 0..60).prop_map(|choices| {
            let fit = |(total, start, size): (u32, u32, u32)| {
                let start = start % total;
                (total, start, 1 + size % (total - start))
            };
            choices.into_iter().map(fit).collect()
        })
    }

    /// Reads one of `total` parts from digits that say this place.
    #[track_caller]
    fn check_part(total: u32, place: u64, expected: Option<u32>) {
        let digits = (0..DIGITS)
            .rev()
            .map(|digit| (place >> (DIGIT_BITS * digit)) as u8 & 63);
        let mut reader = Coder::reader(digits.collect());
        reader.divide(total);
        let part = reader.part();
        let found = (!reader.is_faulty()).then_some(part);
        assert_eq!(found, expected, "{place} of {total}");
        assert!(part < total, "a part that is refused is none past the end");
    }

    #[test]
    fn what_division_leaves_over_is_no_part() {
        let whole = 1_u64 << WIDTH;
        for total in [1, 2, 3, 5, 60, 232, 70_000, (1 << 28) - 1, 1 << 28] {
            let unit = whole / u64::from(total);
            let end = unit * u64::from(total);
            check_part(total, 0, Some(0));
            check_part(total, end - unit, Some(total - 1));
            check_part(total, end - 1, Some(total - 1));
            assert_eq!(end == whole, total.is_power_of_two());
            if end < whole {
                check_part(total, end, None);
                check_part(total, whole - 1, None);
            }
        }
    }

    /// Writes choices, each a total, a start and a size, and reads them back.
    #[track_caller]
    fn check_digits(choices: &[(u32, u32, u32)], expected: &[u8]) {
        let mut writer = Coder::writer();
        for &(total, start, size) in choices {
            writer.divide(total);
            writer.narrow(start, size);
        }
        let digits = writer.finish();
        assert_eq!(digits, expected);
        let mut reader = Coder::reader(digits);
        for &(total, start, size) in choices {
            reader.divide(total);
            assert!((start..start + size).contains(&reader.part()), "{start} of {total}");
            reader.narrow(start, size);
        }
        assert!(reader.is_exact());
        reader.refuse();
        assert!(!reader.is_exact(), "what was refused is not exact");
    }

    #[test]
    fn the_digits_of_choices_never_change() {
        // An interval that ends where a digit ends does not hold that digit.
        check_digits(&[(128, 1, 1)], &[0, 32]);
        check_digits(&[(128, 127, 1)], &[63, 32]);
        check_digits(&[(2, 0, 1)], &[]);
        check_digits(&[(2, 1, 1)], &[32]);
        // A range that is just the least one is left as it is: with more room the parts that follow would be others.
        let after_a_digit = [
            (64, 5, 1),
            (3, 1, 1),
            (64, 63, 1),
            (70_001, 12_345, 1),
            (65_537, 4_321, 1),
            (257, 255, 1),
        ];
        check_digits(&after_a_digit, &[5, 42, 25, 6, 7, 33, 8, 55, 40]);
    }

    /// Of all digits, two at most, only those are exact that are written.
    #[track_caller]
    fn check_exact(choices: &[(u32, u32, u32)]) {
        let mut writer = Coder::writer();
        for &(total, start, size) in choices {
            writer.divide(total);
            writer.narrow(start, size);
        }
        let written = writer.finish();
        let one = (0..64).map(|digit| vec![digit]);
        let two = (0..64 * 64).map(|digits| vec![(digits / 64) as u8, (digits % 64) as u8]);
        for digits in [vec![]].into_iter().chain(one).chain(two) {
            let mut reader = Coder::reader(digits.clone());
            let lies_there = choices.iter().all(|&(total, start, size)| {
                reader.divide(total);
                let is_there = (start..start + size).contains(&reader.part()) && !reader.is_faulty();
                reader.narrow(start, size);
                is_there
            });
            assert_eq!(lies_there && reader.is_exact(), digits == written, "{digits:?}");
        }
    }

    #[test]
    fn only_what_is_written_is_exact() {
        check_exact(&[]);
        for total in [2, 3, 63, 64, 65, 128, 4_095, 4_096] {
            for start in [0, 1, total / 2, total - 2, total - 1] {
                check_exact(&[(total, start, 1)]);
                check_exact(&[(total, start, total - start)]);
            }
        }
        check_exact(&[(64, 5, 1), (64, 63, 1)]);
        check_exact(&[(64, 5, 1), (3, 2, 1)]);
        check_exact(&[(4_096, 64, 64)]);
        check_exact(&[(4_096, 63, 2)]);
    }

    proptest! {
        #[test]
        fn choices_are_read_back_and_only_from_their_own_digits(choices in choices(), digit in 0..64_u8) {
            let mut writer = Coder::writer();
            for &(total, start, size) in &choices {
                writer.divide(total);
                writer.narrow(start, size);
            }
            let digits = writer.finish();
            let read = |digits: &[u8]| {
                let mut reader = Coder::reader(digits.to_vec());
                for &(total, start, size) in &choices {
                    reader.divide(total);
                    if !(start..start + size).contains(&reader.part()) || reader.is_faulty() {
                        return None;
                    }
                    reader.narrow(start, size);
                }
                Some(reader.is_exact())
            };
            prop_assert_eq!(read(&digits), Some(true));
            // Other digits may lie in the interval, but they are not the ones that are written.
            let shorter = digits.split_last().map(|(_, rest)| rest.to_vec());
            let others = [[digits.as_slice(), &[digit]].concat(), [digits.as_slice(), &[0, 0]].concat()];
            for other in others.into_iter().chain(shorter) {
                prop_assert_ne!(read(&other), Some(true));
            }
            if let Some((&last, rest)) = digits.split_last() && last != digit {
                let other = [rest, &[digit]].concat();
                prop_assert_ne!(read(&other), Some(true));
            }
        }
    }
}
