//! The same link in capital letters and digits only, which a QR code holds in a sixth less room.
//!
//! `Q1`, then the digits of the payload, six bits each, five bits a letter: `A–Z2–7` (RFC 4648), zeros at the end.

use super::letters::{MARK as LINK_MARK, digit, letter};

/// What stands first: the kind and the version.
const MARK: &str = "Q1";
/// The 32 digits.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A link in capitals; `decode` and `find` take it too.
pub fn in_capitals(link: &str) -> String {
    let payload = link.strip_prefix(LINK_MARK).unwrap_or_default();
    let digits = payload.bytes().filter_map(digit);
    let mut capitals = MARK.to_owned();
    capitals.extend(regroup(digits, 6, 5, true).map(|digit| char::from(ALPHABET[usize::from(digit & 31)])));
    capitals
}

/// Whether what stands behind a mark looks like capitals of a link, not like a word.
pub(super) fn is_likely(text: &str) -> bool {
    const FEW: usize = 16;
    text.bytes().take_while(|byte| ALPHABET.contains(byte)).count() >= FEW
}

/// The link of the capitals at the beginning of a text, which stands behind the mark.
pub(super) fn to_link(text: &str) -> String {
    let digits = text
        .bytes()
        .map_while(|byte| ALPHABET.iter().position(|&known| known == byte))
        .map(|digit| digit as u8);
    let mut link = LINK_MARK.to_owned();
    link.extend(regroup(digits, 5, 6, false).map(letter));
    link
}

/// Digits of so many bits as digits of so many other bits.
fn regroup(digits: impl Iterator<Item = u8>, from: u32, to: u32, pads: bool) -> impl Iterator<Item = u8> {
    let mut held = 0_u32;
    let mut bits = 0;
    let mut digits = digits.fuse();
    std::iter::from_fn(move || {
        while bits < to {
            match digits.next() {
                Some(digit) => {
                    held = held << from | u32::from(digit);
                    bits += from;
                }
                None if pads && bits > 0 => {
                    held <<= to - bits;
                    bits = to;
                }
                None => return None,
            }
        }
        bits -= to;
        let digit = held >> bits;
        held &= (1 << bits) - 1;
        Some(digit as u8)
    })
}
