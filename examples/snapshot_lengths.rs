//! Prints how long links are, beside JSON with deflate, lz-string and the bounds.
//!
//! `cargo run --release --example snapshot_lengths`; the columns of deflate need `--features ssr`, which brings flate2.

#[path = "../tests/golden/states.rs"]
mod states;

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::DutyNumber;
use accord_checklist::snapshot::{Snapshot, decode, encode};
use states::{Language, bound, largest, random_statuses, realistic, with_dates, with_notes};
use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

const SEED: u64 = 2026;

fn main() {
    println!(
        "{} obligations, {} duties; characters of payload\n",
        ACCORD.obligations.len(),
        ACCORD.duties.len()
    );
    println!(
        "{:34}{:>6} {:>8} {:>9} {:>8} {:>9} {:>8}",
        "state", "ours", "bound", "lz-string", "deflate", "ours/defl", "allowed"
    );
    let random = random_statuses(SEED);
    let most = 1.05 * bound(&random) / 6.0 + 24.0;
    line("statuses, random", &random, Some(most));
    let most = (encode(&random).len() - 2) as f64 * 2.0 / 3.0;
    line("a realistic review", &realistic(SEED), Some(most));
    let mut lengths: Vec<usize> = (0..100).map(|seed| encode(&realistic(seed)).len() - 2).collect();
    lengths.sort();
    println!(
        "  of 100 realistic reviews: shortest {}, median {}, longest {}",
        lengths[0], lengths[50], lengths[99]
    );
    let dated = with_dates(random, SEED + 1);
    let most = 1.08 * bound(&dated) / 6.0 + 24.0;
    line("statuses and dates, random", &dated, Some(most));
    for language in Language::ALL {
        let noted = with_notes(dated.clone(), language, SEED + 2);
        let share = if language == Language::English { 0.48 } else { 0.45 };
        let most = deflate(&json(&noted)).map(|length| share * length as f64);
        line(&format!("the same with notes, {language:?}"), &noted, most);
    }
    for language in Language::ALL {
        line(
            &format!("the largest review, {language:?}"),
            &largest(language, SEED),
            None,
        );
    }

    println!("\nbits a letter of the notes alone, in one text model after another");
    for language in Language::ALL {
        let noted = with_notes(dated.clone(), language, SEED + 2);
        let letters: usize = noted.assessments.iter().map(|one| one.note.chars().count()).sum();
        let bits = (encode(&noted).len() - encode(&dated).len()) * 6;
        println!("{language:?}: {:.2}", bits as f64 / letters as f64);
    }

    println!("\ntime of the largest review, median and 95 in 100 of 200 runs");
    for language in Language::ALL {
        let snapshot = largest(language, SEED);
        let link = encode(&snapshot);
        let (encoding, decoding) = (time(|| drop(encode(&snapshot))), time(|| drop(decode(&link))));
        println!(
            "{language:?}: encode {:?} {:?}, decode {:?} {:?}",
            encoding.0, encoding.1, decoding.0, decoding.1
        );
    }
}

fn line(name: &str, snapshot: &Snapshot, allowed: Option<f64>) {
    let link = encode(snapshot);
    assert_eq!(decode(&link).as_ref(), Ok(snapshot), "{name}");
    let ours = link.len() - 2;
    let json = json(snapshot);
    let deflate = deflate(&json);
    let show = |value: Option<f64>, digits: usize| value.map_or("-".to_owned(), |value| format!("{value:.digits$}"));
    println!(
        "{name:34}{ours:>6} {:>8.1} {:>9} {:>8} {:>9} {:>8}",
        bound(snapshot) / 6.0,
        lz_string(&json),
        show(deflate.map(|length| length as f64), 0),
        show(deflate.map(|length| ours as f64 / length as f64), 3),
        show(allowed, 1),
    );
}

fn time(run: impl Fn()) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..200)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    (times[100], times[190])
}

/// The snapshot as anybody would write it: an object a duty, without what is empty.
fn json(snapshot: &Snapshot) -> String {
    let mut duties = serde_json::Map::new();
    for (number, one) in snapshot.assessments.iter().enumerate() {
        let mut duty = serde_json::Map::new();
        duty.insert("status".to_owned(), one.status.name().into());
        if let Some(extent) = one.extent {
            duty.insert("extent".to_owned(), extent.name().into());
        }
        if snapshot.contents.bases {
            duty.insert("basis".to_owned(), one.basis.name().into());
        }
        if let Some(date) = one.as_of {
            duty.insert("as_of".to_owned(), format!("{date:?}").into());
        }
        if !one.note.is_empty() {
            duty.insert("note".to_owned(), one.note.clone().into());
        }
        duties.insert(ACCORD.duty_name(DutyNumber(number as u16)), duty.into());
    }
    serde_json::json!({ "edition": ACCORD.editions[snapshot.edition].version, "taken": snapshot.taken, "duties": duties }).to_string()
}

/// The letters of base64url of the deflated text.
#[cfg(feature = "ssr")]
fn deflate(text: &str) -> Option<usize> {
    use std::io::Write;
    let mut writer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(text.as_bytes()).ok()?;
    Some((writer.finish().ok()?.len() * 4).div_ceil(3))
}

#[cfg(not(feature = "ssr"))]
fn deflate(_text: &str) -> Option<usize> {
    None
}

/// The letters that lz-string 1.5 gives (`compressToEncodedURIComponent`): LZ78 over UTF-16 with codes of growing width.
fn lz_string(text: &str) -> usize {
    let mut dictionary: HashMap<Vec<u16>, usize> = HashMap::new();
    let mut fresh: HashSet<Vec<u16>> = HashSet::new();
    let (mut bits, mut width, mut left) = (0, 2, 2_usize);
    let mut grow = |width: &mut usize| {
        left -= 1;
        if left == 0 {
            left = 1 << *width;
            *width += 1;
        }
    };
    let mut say = |phrase: &Vec<u16>, fresh: &mut HashSet<Vec<u16>>, bits: &mut usize| {
        if fresh.remove(phrase) {
            *bits += width + if phrase[0] < 256 { 8 } else { 16 };
            grow(&mut width);
        } else {
            *bits += width;
        }
        grow(&mut width);
    };
    let mut phrase: Vec<u16> = Vec::new();
    for unit in text.encode_utf16() {
        let single = vec![unit];
        if !dictionary.contains_key(&single) {
            dictionary.insert(single.clone(), dictionary.len());
            fresh.insert(single);
        }
        let mut longer = phrase.clone();
        longer.push(unit);
        if dictionary.contains_key(&longer) {
            phrase = longer;
        } else {
            say(&phrase, &mut fresh, &mut bits);
            dictionary.insert(longer, dictionary.len());
            phrase = vec![unit];
        }
    }
    if !phrase.is_empty() {
        say(&phrase, &mut fresh, &mut bits);
    }
    (bits + width + 1).div_ceil(6)
}
