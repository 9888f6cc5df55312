//! The outside of a link: its alphabet, its stated length and its check.
//!
//! `s1`, then the payload: its length, the number of the edition, the digits of the content, six letters of check. The check stands
//! last and has neither `-` nor `_`, which mail programs take for the end of a sentence.

use super::SnapshotFault;

/// What stands first: the kind and the version.
pub(super) const MARK: &str = "s1";
/// The 64 digits. The first 62 are those of the check.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// How many letters the check has.
const CHECK_LETTERS: usize = 6;
/// The check also tells this many shapes of editions apart: as many as its letters have room for.
pub(super) const SHAPES: u32 = 13;

/// What a whole payload holds.
pub(super) struct Opened {
    /// The number of the edition.
    pub(super) edition: u32,
    /// The digits of the content.
    pub(super) digits: Vec<u8>,
    /// The shape of the edition, in `0..SHAPES`.
    pub(super) shape: u32,
}

/// Puts a link together.
pub(super) fn seal(edition: u32, digits: &[u8], shape: u32) -> String {
    let mut rest = Vec::new();
    push_number(&mut rest, edition);
    rest.extend_from_slice(digits);
    let mut head = Vec::new();
    // The length counts its own letters.
    for letters in 1.. {
        head.clear();
        push_number(&mut head, (letters + rest.len() + CHECK_LETTERS) as u32);
        if head.len() <= letters {
            break;
        }
    }
    head.append(&mut rest);
    let mut link = MARK.to_owned();
    link.extend(head.into_iter().map(letter));
    let mut check = u64::from(shape) << 32 | u64::from(crc32(link.as_bytes()));
    for _ in 0..CHECK_LETTERS {
        link.push(letter((check % 62) as u8));
        check /= 62;
    }
    link
}

/// Takes a payload apart, and says what is wrong with it. The payload is what stands after the mark.
pub(super) fn open(payload: &str, most: usize) -> Result<Opened, SnapshotFault> {
    let arrived = payload.chars().count();
    // Never more than `most`: a longer payload is not whole.
    let letters: Vec<u8> = payload.bytes().take(most).map_while(digit).collect();
    let mut reading = letters.as_slice();
    let expected = take_number(&mut reading).ok_or(SnapshotFault::Damaged)? as usize;
    if arrived < expected && expected <= most {
        return Err(SnapshotFault::Cut { arrived, expected });
    }
    let whole = letters.len() == arrived && arrived == expected;
    let edition = take_number(&mut reading)
        .filter(|_| whole)
        .ok_or(SnapshotFault::Damaged)?;
    let (digits, check) = reading
        .split_last_chunk::<CHECK_LETTERS>()
        .ok_or(SnapshotFault::Damaged)?;
    let number = check
        .iter()
        .rev()
        .fold(0, |number, &digit| number * 62 + u64::from(digit));
    let shape = (number >> 32) as u32;
    // Whatever was changed, the link that belongs to the content is another one now.
    let right = seal(edition, digits, shape);
    if shape >= SHAPES || right.strip_prefix(MARK) != Some(payload) {
        return Err(SnapshotFault::Damaged);
    }
    Ok(Opened {
        edition,
        digits: digits.to_vec(),
        shape,
    })
}

/// Whether a payload is whole and undamaged.
pub(super) fn is_whole(payload: &str) -> bool {
    open(payload, payload.len()).is_ok()
}

/// How many letters the payload states that it has; `None` if too little is there to tell.
pub(super) fn stated_length(payload: &str) -> Option<usize> {
    let letters: Vec<u8> = payload.bytes().take(4).map_while(digit).collect();
    take_number(&mut letters.as_slice()).map(|length| length as usize)
}

/// Whether this is one of the 64 digits.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// The check of a text: CRC-32 as in ISO 3309 (zip, PNG).
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = !0;
    for &byte in bytes {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

/// The letter of a digit.
pub(super) fn letter(digit: u8) -> char {
    char::from(ALPHABET[usize::from(digit & 63)])
}

/// The digit of a letter.
pub(super) const fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

/// Five bits a digit, the lowest first; 32 more where another digit follows.
fn push_number(digits: &mut Vec<u8>, mut number: u32) {
    while number > 31 {
        digits.push(32 | number as u8 & 31);
        number >>= 5;
    }
    digits.push(number as u8);
}

/// Takes a number of at most four digits.
fn take_number(digits: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for place in 0..4 {
        let (&first, rest) = digits.split_first()?;
        *digits = rest;
        number |= u32::from(first & 31) << (5 * place);
        if first < 32 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(payload: &str, most: usize) -> Result<(u32, usize, u32), SnapshotFault> {
        open(payload, most).map(|opened| (opened.edition, opened.digits.len(), opened.shape))
    }

    #[test]
    fn whatever_is_sealed_is_opened_at_every_length() {
        // Around the lengths at which the length itself needs one more digit.
        for count in (0..40).chain(1_010..1_018).chain(32_752..32_758) {
            for (edition, shape) in [(0, 0), (31, 12), (32, 1)] {
                let digits = vec![63; count];
                let link = seal(edition, &digits, shape);
                let payload = link.strip_prefix(MARK).unwrap_or_default();
                let length = payload.len();
                assert_eq!(opened(payload, length), Ok((edition, count, shape)));
                assert!(is_whole(payload));
                assert_eq!(stated_length(payload), Some(length));
                // The limit is the reader's, not the link's fault: nothing is said to be missing.
                assert_eq!(opened(payload, length - 1), Err(SnapshotFault::Damaged));
                let arrived = length - 1;
                let cut = SnapshotFault::Cut {
                    arrived,
                    expected: length,
                };
                assert_eq!(opened(&payload[..arrived], length), Err(cut));
            }
        }
    }

    #[test]
    fn numbers_have_one_form_and_four_digits_at_most() {
        let number = |mut digits: &[u8]| take_number(&mut digits);
        for (digits, expected) in [
            (&[][..], None),
            (&[32], None),
            (&[0], Some(0)),
            (&[31, 9], Some(31)),
            (&[32, 1], Some(32)),
            (&[63, 63, 63, 31], Some(0xf_ffff)),
            (&[63, 63, 63, 63, 0], None),
        ] {
            assert_eq!(number(digits), expected, "{digits:?}");
        }
        for (number, expected) in [
            (0, &[0][..]),
            (31, &[31]),
            (32, &[32, 1]),
            (1_023, &[63, 31]),
            (1_024, &[32, 32, 1]),
        ] {
            let mut digits = Vec::new();
            push_number(&mut digits, number);
            assert_eq!(digits, expected, "{number}");
        }
        // A length, or an edition, with a zero too many: the check fits, and still it is no link.
        let rest = [0, 7, 7];
        for head in [vec![32 | 13, 0], vec![13, 32]] {
            let mut link = MARK.to_owned();
            link.extend(head.iter().chain(&rest).map(|&digit| letter(digit)));
            let mut check = u64::from(crc32(link.as_bytes()));
            while link.len() < MARK.len() + 11 {
                link.push(letter((check % 62) as u8));
                check /= 62;
            }
            assert!(!is_whole(&link[MARK.len()..]), "{link}");
        }
    }

    #[test]
    fn the_check_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for value in 0..64 {
            let letter = letter(value);
            assert_eq!(digit(letter as u8), Some(value));
            assert!(is_letter(letter));
        }
        for other in "+/=.~ %#é".chars() {
            assert!(
                !is_letter(other) && (!other.is_ascii() || digit(other as u8).is_none()),
                "{other}"
            );
        }
    }
}
