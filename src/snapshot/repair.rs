//! Finds the link in what chat apps, mail and people made of it.
//!
//! Two answers are possible: the letters as they were sent, or what is left of them, so that `decode` can say what is wrong. Nothing
//! is guessed: where a blank may stand within the link or behind it, the stated length and the check decide.

use super::capitals;
use super::codec::LONGEST_PAYLOAD;
use super::letters::{is_letter, is_whole, stated_length};

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
    for start in marks(&text).take(MOST_MARKS) {
        let (mark, rest) = text.get(start..)?.split_at(2);
        let link = match mark {
            capitals::MARK => capitals::to_link(rest),
            "s1" => format!("s1{}", payload(rest)),
            newer => format!("{newer}{}", leading(rest)),
        };
        if link.strip_prefix("s1").is_some_and(is_whole) {
            return Some(link);
        }
        left = left.or(Some(link));
    }
    left
}

/// Takes percent-encoding of ASCII back, also where it was done again and again.
fn unescape(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_ESCAPES {
        if !text.contains('%') {
            break;
        }
        let mut pieces = text.split('%');
        let mut plain = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let code = piece.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
            match code.filter(u8::is_ascii) {
                Some(code) => {
                    plain.push(char::from(code));
                    plain.push_str(piece.get(2..).unwrap_or_default());
                }
                None => {
                    plain.push('%');
                    plain.push_str(piece);
                }
            }
        }
        text = plain;
    }
    text
}

/// Where the marks begin: at the beginning, if nothing but quotes, brackets and `#` is before, and behind each `#` of an address or a
/// text. In a fragment that is something else, a place or a filter, anybody may write anything: it has none.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let first = text
        .find(|letter: char| letter.is_ascii_alphanumeric() || letter == '?')
        .unwrap_or(0);
    let (before, rest) = text.split_at_checked(first).unwrap_or_default();
    let begins =
        is_mark(rest) && (before.contains('#') || rest.get(2..3).is_some_and(|next| next.chars().all(is_letter)));
    let is_fragment = (before.contains('#') || !text.contains(char::is_whitespace)) && !text.contains('/');
    let behind = text.match_indices('#').map(|(place, _)| place + 1);
    let behind = behind.filter(move |&start| !is_fragment && start != first && text.get(start..).is_some_and(is_mark));
    begins.then_some(first).into_iter().chain(behind)
}

fn is_mark(text: &str) -> bool {
    matches!(text.as_bytes(), [b's', b'0'..=b'9', ..])
        || text.strip_prefix(capitals::MARK).is_some_and(capitals::is_likely)
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
    let mut rest = text;
    let mut stated = None;
    loop {
        let piece = leading(rest);
        let is_end = stated.is_some_and(|stated| found.len() >= stated);
        if is_end || found.len() > LONGEST_PAYLOAD || (!found.is_empty() && piece.len() < shortest) {
            return found;
        }
        found.push_str(piece);
        stated = stated_length(&found);
        let behind = rest.get(piece.len()..).unwrap_or_default();
        rest = past_blanks(behind);
        if rest.is_empty() || rest.len() == behind.len() {
            return found;
        }
    }
}

/// The letters of the alphabet with which a text begins.
fn leading(text: &str) -> &str {
    let end = text.find(|letter| !is_letter(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The text without what mail and chat put into long words: blanks, line breaks with the `>` of a quotation, `=` of a broken line,
/// invisible characters, `\\` before `_`.
fn past_blanks(text: &str) -> &str {
    let mut rest = text;
    let mut at_line_start = false;
    loop {
        let Some(first) = rest.chars().next() else {
            return rest;
        };
        let is_break = first == '\n' || first == '\r';
        let behind = rest.get(first.len_utf8()..).unwrap_or_default();
        let is_invisible = matches!(first, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
        let is_quotation = first == '>' && at_line_start;
        let is_broken_line = first == '=' && behind.starts_with(['\n', '\r']);
        if !(first.is_whitespace() || is_invisible || is_quotation || is_broken_line || first == '\\') {
            return rest;
        }
        at_line_start = is_break || (at_line_start && (first.is_whitespace() || is_quotation));
        rest = behind;
    }
}
