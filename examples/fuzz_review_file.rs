//! Throws spoilt review files at their reader: `cargo run --release --example fuzz_review_file -- <seconds> [seed]`.
//!
//! Begins with the files in `tests/corpus/review-file`, changes bytes, tokens and whole JSON values, and splices two of them. What is read
//! must be written and read again as the same, and can be worked with. A file that gives an answer not seen before joins the corpus, so
//! that the ordinary tests replay it. A panic ends the run and leaves the file in `target/fuzz-review-file`.

use accord_checklist::review::{Change, FileFault, Review, Stamp, read_file, write_file};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Files that join the corpus are no longer, in bytes.
const LONGEST: usize = 8_000;
/// The corpus grows to so many files and no further.
const MOST_FILES: usize = 120;

const TOKENS: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "0",
    "2",
    "18446744073709551616",
    "\"\"",
    "\"set\"",
    "\"undo\"",
    "\"redo\"",
    "\"of\"",
    "\"adopt\"",
    "\"status\"",
    "\"note\"",
    "\"evidence\"",
    "\"as_of\"",
    "\"from_record\"",
    "\"name\"",
    "\"folded\"",
    "\"review\"",
    "\"KLD-6b/thailand\"",
    "\"under-way:minimal\"",
    "\"2025-02-31\"",
    "\"ffffffffffffffff\"",
    "\"e677d21fdbffffff\"",
    "\"javascript:alert(1)\"",
    "\"https://example.org/\"",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{202e}",
    "\"version\":1,",
    "\"edits\":[],",
];

/// Numbers that look random (xorshift).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

fn main() {
    let mut words = std::env::args().skip(1);
    let seconds = words.next().and_then(|word| word.parse().ok()).unwrap_or(10);
    let seed: u64 = words
        .next()
        .and_then(|word| word.parse().ok())
        .unwrap_or(0x2545_F491_4F6C_DD1D);
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = home.join("tests/corpus/review-file");
    let last = std::env::temp_dir().join(format!("accord-fuzz-{}", std::process::id()));
    let corpus: Vec<Vec<u8>> = files(&folder)
        .iter()
        .filter_map(|path| std::fs::read(path).ok())
        .collect();
    let mut seen: HashSet<String> = corpus.iter().map(|bytes| answer(bytes)).collect();
    // Files that are read stand apart: most tries begin with one of them, or nearly all would be refused at once.
    let (mut good, mut bad): (Vec<Vec<u8>>, Vec<Vec<u8>>) =
        corpus.into_iter().partition(|bytes| answer(bytes).starts_with("read"));
    let mut dice = Dice(seed | 1);
    let begin = Instant::now();
    let (mut runs, mut read, mut joined) = (0_u64, 0_u64, 0_usize);
    while begin.elapsed() < Duration::from_secs(seconds) {
        let bytes = spoilt(if dice.throw(8) > 0 { &good } else { &bad }, &mut dice);
        if runs % 64 == 0 {
            let _ = std::fs::write(&last, &bytes);
        }
        let known = std::panic::catch_unwind(|| answer(&bytes)).unwrap_or_else(|_| {
            let place = home.join("target/fuzz-review-file");
            let _ = std::fs::create_dir_all(&place);
            let _ = std::fs::write(place.join("crash"), &bytes);
            println!(
                "a panic after {runs} runs; the file is {}",
                place.join("crash").display()
            );
            std::process::exit(1);
        });
        runs += 1;
        read += u64::from(known.starts_with("read"));
        if seen.insert(known.clone()) && bytes.len() <= LONGEST {
            if good.len() + bad.len() < MOST_FILES {
                let _ = std::fs::write(folder.join(format!("{seed:x}-{joined}")), &bytes);
            }
            joined += 1;
            if known.starts_with("read") {
                good.push(bytes);
            } else {
                bad.push(bytes);
            }
        }
    }
    let _ = std::fs::remove_file(&last);
    println!(
        "{runs} files in {seconds} s, {read} of them read, {} answers, {joined} of them new, no panic",
        seen.len()
    );
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let list = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = list.map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// What the reader makes of it, in a few words: the kind of fault, or what sort of review. Panics where a law is broken.
fn answer(bytes: &[u8]) -> String {
    match read_file(&String::from_utf8_lossy(bytes)) {
        Ok(review) => {
            let again = read_file(&write_file(&review));
            let same = again.as_ref() == Ok(&review)
                || again.is_ok_and(|again| rounded(&write_file(&again)) == rounded(&write_file(&review)));
            assert!(same, "what was read is written and read again");
            works(review.clone());
            format!(
                "read {} {} {}",
                review.history().len().min(6),
                review.can_undo(),
                review.can_redo()
            )
        }
        Err(FileFault::Damaged(what)) => {
            // What stands between backticks or in front of a colon is the file's own text.
            let plain: String = what.split('`').step_by(2).collect();
            let last = plain.rsplit(": ").next().unwrap_or_default();
            let words = last
                .split(|letter: char| !letter.is_ascii_alphabetic())
                .filter(|word| !word.is_empty());
            format!("damaged {}", words.take(4).collect::<Vec<_>>().join(" "))
        }
        Err(FileFault::Newer(_)) => "newer".to_owned(),
        Err(other) => format!("{other:?}").chars().take(8).collect(),
    }
}

/// A file with its fractions rounded. Only duties of another edition can hold any; the reader of JSON may be off in their last digit.
fn rounded(text: &str) -> serde_json::Value {
    fn round(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Number(number) if number.is_f64() => {
                *value = (number.as_f64().unwrap_or(0.0) as f32).into()
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(round),
            serde_json::Value::Object(fields) => fields.iter_mut().for_each(|(_, item)| round(item)),
            _ => {}
        }
    }
    let mut json = serde_json::from_str(text).unwrap_or_default();
    round(&mut json);
    json
}

/// Whatever is read can be worked with, merged and folded.
fn works(mut review: Review) {
    let other = review.clone();
    for change in [Change::Undo, Change::Redo, Change::TakeRecord, Change::Undo] {
        let stamp = Stamp::next(1, 1, review.changed());
        review.apply(change, stamp);
    }
    review.fold_history(1);
    let mut merged = review.clone();
    merged.merge(&other);
    let mut twice = merged.clone();
    twice.merge(&other);
    assert!(merged == twice, "merging twice is merging once");
}

fn spoilt(corpus: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = corpus[dice.throw(corpus.len())].clone();
    for _ in 0..=dice.throw(3) {
        let place = dice.throw(bytes.len() + 1);
        match dice.throw(16) {
            0 if !bytes.is_empty() => {
                let place = dice.throw(bytes.len());
                bytes[place] ^= 1 << dice.throw(8);
            }
            1 => drop(bytes.splice(place..place, TOKENS[dice.throw(TOKENS.len())].bytes())),
            2 => {
                let end = (place + dice.throw(40)).min(bytes.len());
                bytes.drain(place..end);
            }
            3 => {
                let other = &corpus[dice.throw(corpus.len())];
                bytes.truncate(place);
                bytes.extend_from_slice(&other[dice.throw(other.len() + 1)..]);
            }
            4 => bytes.truncate(place),
            5..=15 => {
                if let Some(other) = with_another_value(&bytes, dice) {
                    bytes = other;
                }
            }
            _ => {}
        }
        bytes.truncate(200_000);
    }
    bytes
}

/// The same JSON with one of its values replaced by a token or by another of its values, or taken out.
fn with_another_value(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    use serde_json::Value;
    fn count(value: &Value) -> usize {
        1 + match value {
            Value::Array(items) => items.iter().map(count).sum(),
            Value::Object(fields) => fields.values().map(count).sum(),
            _ => 0,
        }
    }
    fn nth<'a>(value: &'a mut Value, number: &mut usize) -> Option<&'a mut Value> {
        if *number == 0 {
            return Some(value);
        }
        *number -= 1;
        match value {
            Value::Array(items) => items.iter_mut().find_map(|item| nth(item, number)),
            Value::Object(fields) => fields.iter_mut().find_map(|(_, item)| nth(item, number)),
            _ => None,
        }
    }
    let mut json: Value = serde_json::from_slice(bytes).ok()?;
    let count = count(&json);
    let other = nth(&mut json, &mut dice.throw(count)).cloned()?;
    let token: Value = serde_json::from_str(TOKENS[dice.throw(TOKENS.len())]).unwrap_or(Value::Null);
    let place = nth(&mut json, &mut dice.throw(count))?;
    *place = match dice.throw(4) {
        0 => token,
        1 => other,
        2 => Value::Array(vec![other, token]),
        _ => Value::Null,
    };
    serde_json::to_vec(&json).ok()
}
