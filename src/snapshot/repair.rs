//! Finds the link in what chat apps, mail and people made of it.
//!
//! Two answers are possible: the letters as they were sent, or what is left of them, so that `decode` can say what is wrong. Nothing
//! is guessed: where a blank may stand within the link or behind it, the stated length and the check decide.

use super::capitals;
use super::codec::LONGEST_PAYLOAD;
use super::letters::{MARK, is_letter, is_whole, stated_length};

/// The most bytes of a text that are searched.
const LONGEST_TEXT: usize = 1 << 20;
/// How often `#` may have been escaped: `%23`, `%2523`, `%252523`.
const MOST_ESCAPES: usize = 3;
/// The most marks in a text that are tried.
const MOST_MARKS: usize = 20;
/// A piece behind a blank that has fewer letters is taken for a word, unless the link is whole with it.
const SHORTEST_PIECE: usize = 20;

/// The link in an address, a fragment, a path that ends in `%23…`, or a text around any of them; `None` if there is none.
///
/// Undoes percent-encoding, blanks and line breaks inside, quotation marks of mail, and leaves out what follows: punctuation, `&utm_…`,
/// words. A link begins with its mark (`s` and a digit) at the beginning of the text or behind a `#`.
///
/// ```
/// use accord_checklist::snapshot::find;
/// assert_eq!(find("https://example.org/%23s1AbC&utm_source=mail").as_deref(), Some("s1AbC"));
/// assert_eq!(find("#sources"), None);
/// ```
pub fn find(address: &str) -> Option<String> {
    let mut end = address.len().min(LONGEST_TEXT);
    while !address.is_char_boundary(end) {
        end -= 1;
    }
    let text = unescape(address.get(..end)?);
    let mut left = None;
    for link in beginnings(&text).take(MOST_MARKS).filter_map(read) {
        if link.strip_prefix(MARK).is_some_and(is_whole) {
            return Some(link);
        }
        left = left.or(Some(link));
    }
    left
}

/// Takes percent-encoding of ASCII back, also where it was done again and again.
fn unescape(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..MOST_ESCAPES {
        let mut plain = Vec::with_capacity(bytes.len());
        let mut rest = bytes.as_slice();
        while let Some((&first, behind)) = rest.split_first() {
            let hex = |place: usize| char::from(behind.get(place).copied().unwrap_or_default()).to_digit(16);
            match (first, hex(0), hex(1)) {
                (b'%', Some(high @ ..8), Some(low)) => {
                    plain.push((high * 16 + low) as u8);
                    rest = behind.get(2..).unwrap_or_default();
                }
                _ => {
                    plain.push(first);
                    rest = behind;
                }
            }
        }
        bytes = plain;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Where a mark may begin: at the beginning, if nothing but quotes, brackets and `#` is before, and behind each `#` of an address or a
/// text. In a fragment that is something else, a place or a filter, anybody may write anything: there only the beginning counts.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    let is_start = |letter: char| letter.is_ascii_alphanumeric() || letter == '?';
    let (before, rest) = text.split_at(text.find(is_start).unwrap_or(text.len()));
    let has_hash = before.contains('#');
    // Without a `#` it must go on at once: `s1` alone, or `s 1`, may be anything.
    let goes_on = |next: &[u8]| next.iter().all(|&next| is_letter(next.into()));
    let begins = has_hash || rest.as_bytes().get(1..3).is_some_and(goes_on);
    let is_fragment = !text.contains('/') && (has_hash || !text.contains(char::is_whitespace));
    let hashes = text.match_indices('#').filter(move |_| !is_fragment);
    let behind = hashes.map(|(place, _)| text.get(place + 1..).unwrap_or_default());
    begins.then_some(rest).into_iter().chain(behind)
}

/// The link that begins here, as far as it goes; `None` if there is no mark.
fn read(text: &str) -> Option<String> {
    let (kind, behind) = match text.strip_prefix('Q') {
        Some(behind) => ('Q', behind),
        None => ('s', past_blanks(text.strip_prefix('s')?)),
    };
    let version = behind.chars().next().filter(char::is_ascii_digit)?;
    let behind = behind.get(1..).unwrap_or_default();
    let mut link = String::from_iter([kind, version]);
    match (kind, version) {
        ('Q', _) if !capitals::is_likely(behind) => return None,
        ('Q', '1') => link = capitals::to_link(behind),
        ('s', '1') => link += &payload(behind),
        _ => link += leading(behind),
    }
    Some(link)
}

/// The payload at the beginning of a text, as far as it goes.
fn payload(text: &str) -> String {
    // With blanks inside, as far as the stated length; right if the check says so.
    let spread = gather(text, 1);
    if is_whole(&spread) {
        return spread;
    }
    // Something is missing. What stands behind a blank belongs to it only if it is too long to be a word.
    gather(text, SHORTEST_PIECE)
}

/// The letters at the beginning of a text up to the stated length, over blanks where at least so many letters stand behind.
fn gather(text: &str, shortest: usize) -> String {
    let mut found = String::new();
    let mut rest = past_blanks(text);
    while found.len() <= LONGEST_PAYLOAD && stated_length(&found).is_none_or(|stated| found.len() < stated) {
        let piece = leading(rest);
        if piece.is_empty() || (!found.is_empty() && piece.len() < shortest) {
            break;
        }
        found.push_str(piece);
        let behind = rest.get(piece.len()..).unwrap_or_default();
        rest = past_blanks(behind);
    }
    found
}

/// The letters of the alphabet with which a text begins.
fn leading(text: &str) -> &str {
    let end = text.find(|letter| !is_letter(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The text without what mail and chat put into long words: blanks, line breaks with the `>` of a quotation, `=` of a broken line,
/// invisible characters, `\` before `_`.
fn past_blanks(text: &str) -> &str {
    let mut rest = text;
    let mut is_line_start = false;
    while let Some(first) = rest.chars().next() {
        let behind = rest.get(first.len_utf8()..).unwrap_or_default();
        let is_left_out = match first {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\\' => true,
            '=' => behind.starts_with(['\n', '\r']),
            '>' => is_line_start,
            _ => first.is_whitespace(),
        };
        if !is_left_out {
            break;
        }
        is_line_start |= first == '\n';
        rest = behind;
    }
    rest
}
