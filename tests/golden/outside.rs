//! A second writer of the outside of links, after `docs/snapshot-format.md`: for tests that need links which no program would write.

#![allow(dead_code)]

use accord_checklist::accord::ACCORD;

/// The digits, in the order of their values.
pub const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The link of these digits of content, in the newest edition.
pub fn put_together(digits: &[u8]) -> String {
    put_together_of(ACCORD.editions.len() as u32 - 1, digits, shape())
}

/// The link of these digits of content, in this edition of this shape.
pub fn put_together_of(edition: u32, digits: &[u8], shape: u64) -> String {
    let number = |mut value: usize| {
        let mut digits = Vec::new();
        while value >= 32 {
            digits.push(32 + (value % 32) as u8);
            value /= 32;
        }
        digits.push(value as u8);
        digits
    };
    let rest = [number(edition as usize), digits.to_vec()].concat();
    let length = (1..5)
        .map(|own| (own, own + rest.len() + 6))
        .find(|&(own, length)| number(length).len() == own);
    let head = number(length.expect("a length").1);
    let letter = |digit: &u8| ALPHABET.as_bytes()[usize::from(*digit)] as char;
    let mut link = "s1".to_owned();
    link.extend(head.iter().chain(&rest).map(letter));
    let mut check = shape << 32 | u64::from(crc(link.as_bytes()));
    for _ in 0..6 {
        link.push(letter(&((check % 62) as u8)));
        check /= 62;
    }
    link
}

/// The check of a link as a number, and the digits of its content.
pub fn take_apart(link: &str) -> (u64, Vec<u8>) {
    let digits: Vec<u8> = link[2..]
        .chars()
        .map(|letter| ALPHABET.find(letter).unwrap_or(64) as u8)
        .collect();
    let (rest, check) = digits.split_at(digits.len() - 6);
    let skip = |digits: &[u8]| 1 + digits.iter().position(|&digit| digit < 32).unwrap_or(0);
    let start = skip(rest);
    let start = start + skip(&rest[start..]);
    (
        check
            .iter()
            .rev()
            .fold(0, |number, &digit| number * 62 + u64::from(digit)),
        rest[start..].to_vec(),
    )
}

/// The shape of the newest edition, counted after the document.
pub fn shape() -> u64 {
    let mut shape = 0;
    let mut instrument = None;
    for slot in ACCORD.slots.iter().take(usize::from(ACCORD.edition().slots)) {
        let obligation = slot.map(|number| &ACCORD.obligations[usize::from(number)]);
        let duties = obligation.map_or(0, |obligation| obligation.duties.len() as u64);
        let here = obligation.map(|obligation| obligation.instrument).or(instrument);
        shape = (shape * 5 + 2 * duties + u64::from(here != instrument)) % 13;
        instrument = here;
    }
    shape
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes
        .iter()
        .fold(!0, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), |sum, _| step(sum)))
}
