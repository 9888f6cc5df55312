//! How long a link is, and what takes a link of that length.

/// What a link may pass through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Channel {
    /// A link in a cell of a spreadsheet (Excel 2007 and 2010).
    Sheet,
    /// A QR code that a print of a few centimetres holds.
    SmallQr,
    /// Mail and chat: Outlook takes 2,048, Discord 2,000.
    Mail,
    /// Slack, which divides longer ones.
    Slack,
}

/// The longest link that passes, in characters of the whole address. Observed by users of other programs; sources with the facts on links.
pub const MARKS: [(usize, Channel); 4] = [
    (255, Channel::Sheet),
    (300, Channel::SmallQr),
    (2_000, Channel::Mail),
    (3_992, Channel::Slack),
];
/// From this length on the reader is told that it comes close to what mail and chat take.
const CLOSE: usize = 1_900;
/// Ends of the scale.
const SHORTEST: usize = 64;
const LONGEST: usize = 4_600;

/// How a link of some length will fare.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// It passes mail and chat.
    Passes,
    /// It still does, with little to spare.
    Close,
    /// Mail and chat may cut it.
    TooLong,
}

/// How a link of so many characters will fare.
pub const fn reach(length: usize) -> Reach {
    match length {
        ..CLOSE => Reach::Passes,
        CLOSE..=2_000 => Reach::Close,
        _ => Reach::TooLong,
    }
}

/// Where a length stands on the logarithmic scale, in thousandths of it.
pub fn place(length: usize) -> u32 {
    let [length, least, most] = [length.clamp(SHORTEST, LONGEST), SHORTEST, LONGEST].map(logarithm);
    (length - least) * 1_000 / (most - least)
}

/// The logarithm to the base 2 of a number from 1 on, in 1,024ths. (Those of the standard library bring floating-point code along.)
fn logarithm(number: usize) -> u32 {
    let whole = number.max(1).ilog2();
    // The number as 1.… with 30 bits behind the point; squaring it brings out one bit of the logarithm after the other.
    let mut rest = ((number.max(1) as u64) << 30) >> whole;
    let mut bits = whole;
    for _ in 0..10 {
        rest = (rest * rest) >> 30;
        let bit = (rest >> 31) as u32;
        rest >>= bit;
        bits = bits * 2 + bit;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_a_thousandth() {
        for number in [1_usize, 2, 3, 64, 255, 256, 300, 1_999, 4_600, 60_000] {
            let exact = (number as f64).log2() * 1_024.0;
            let found = f64::from(logarithm(number));
            assert!((exact - found).abs() <= 1.0, "{number}: {found}, not {exact}");
        }
    }

    #[track_caller]
    fn check(length: usize, expected_place: u32, expected_reach: Reach) {
        assert_eq!(
            (place(length), reach(length)),
            (expected_place, expected_reach),
            "{length}"
        );
    }

    #[test]
    fn lengths_have_their_place_and_reach() {
        check(0, 0, Reach::Passes);
        check(64, 0, Reach::Passes);
        check(255, 323, Reach::Passes);
        check(300, 361, Reach::Passes);
        check(1_899, 793, Reach::Passes);
        check(1_900, 793, Reach::Close);
        check(2_000, 805, Reach::Close);
        check(2_001, 805, Reach::TooLong);
        check(3_992, 966, Reach::TooLong);
        check(4_600, 1_000, Reach::TooLong);
        check(60_000, 1_000, Reach::TooLong);
    }
}
