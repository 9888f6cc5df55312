//! The review file: a review as the reader keeps it outside the browser, or gives it to somebody. `docs/review-file.md` specifies it.
//!
//! It is the stored form of a review, written over several lines. The reader looks at size and depth before it reads anything.

use super::stored::stored_review;
use super::{Review, StoredFault, read_base};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 5 * 1024 * 1024;
/// How deep brackets may stand within brackets. A review needs nine.
const DEEPEST: usize = 16;

/// Why a file is not read. Nothing is ever taken of a file that is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileFault {
    /// It has more than `LARGEST_FILE` bytes: so many.
    TooLarge(usize),
    /// It is no JSON, or is cut off.
    NotJson,
    /// It is JSON of something else.
    Foreign,
    /// A newer program wrote it, in this version.
    Newer(u32),
    /// It breaks a rule of the form; says which.
    Damaged(String),
}

/// Writes a review as a file.
pub fn write_file(review: &Review) -> String {
    let mut text = serde_json::to_string_pretty(&stored_review(review)).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a file that any version of this program wrote. A byte order mark in front is passed over: some editors write one.
pub fn read_file(text: &str) -> Result<Review, FileFault> {
    if text.len() > LARGEST_FILE {
        return Err(FileFault::TooLarge(text.len()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if depth(text) > DEEPEST {
        return Err(FileFault::Damaged(format!("deeper than {DEEPEST} brackets")));
    }
    read_base(text).map_err(|fault| match fault {
        StoredFault::NotJson => FileFault::NotJson,
        StoredFault::Foreign => FileFault::Foreign,
        StoredFault::Newer(version) => FileFault::Newer(version),
        StoredFault::Damaged(what) => FileFault::Damaged(what.chars().take(200).collect()),
    })
}

/// How deep brackets stand within brackets, outside texts.
fn depth(text: &str) -> usize {
    let (mut deepest, mut now) = (0_usize, 0_usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
