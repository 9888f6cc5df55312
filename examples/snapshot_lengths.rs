//! Prints how long links are, beside JSON with deflate, lz-string and the bounds.
//!
//! `cargo run --release --example snapshot_lengths`.

#[path = "../tests/golden/states.rs"]
mod states;

use accord_checklist::accord::ACCORD;
use accord_checklist::snapshot::{Snapshot, decode, encode};
use states::{Language, SEED, bound, deflate, json, largest, random_statuses, realistic, with_dates, with_notes};
use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

const PRIMER: &str = include_str!("../src/snapshot/primer.txt");

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
        let most = share * deflate(&json(&noted)) as f64;
        line(&format!("the same with notes, {language:?}"), &noted, Some(most));
    }
    for language in Language::ALL {
        line(
            &format!("the largest review, {language:?}"),
            &largest(language, SEED),
            None,
        );
    }

    println!("\nbits a letter of the notes, in one text model after another");
    println!(
        "{:9}{:>6} {:>22} {:>16} {:>21}",
        "", "ours", "order 3 after primer", "order 3 alone", "deflate after primer"
    );
    let primer: Vec<&str> = PRIMER.lines().collect();
    for language in Language::ALL {
        let noted = with_notes(dated.clone(), language, SEED + 2);
        let notes = noted.assessments.iter().map(|one| one.note.as_str());
        let notes: Vec<&str> = notes.filter(|note| !note.is_empty()).collect();
        let letters: usize = notes.iter().map(|note| note.chars().count()).sum();
        let a_letter = |bits: f64| bits / letters as f64;
        let ours = (encode(&noted).len() - encode(&dated).len()) as f64 * 6.0;
        let both = deflate(&format!("{PRIMER}{}", notes.join("\n"))) - deflate(PRIMER);
        println!(
            "{:9}{:>6.2} {:>22.2} {:>16.2} {:>21.2}",
            format!("{language:?}"),
            a_letter(ours),
            a_letter(of_order_three(&primer, &notes)),
            a_letter(of_order_three(&[], &notes)),
            a_letter(both as f64 * 6.0)
        );
    }

    println!("\ntime of the largest review: fastest, median and 95 in 100 of 200 runs");
    for language in Language::ALL {
        let snapshot = largest(language, SEED);
        let link = encode(&snapshot);
        let (encoding, decoding) = (time(|| drop(encode(&snapshot))), time(|| drop(decode(&link))));
        println!(
            "{language:?}: encode {:?} {:?} {:?}, decode {:?} {:?} {:?}",
            encoding[0], encoding[1], encoding[2], decoding[0], decoding[1], decoding[2]
        );
    }
}

fn line(name: &str, snapshot: &Snapshot, allowed: Option<f64>) {
    let link = encode(snapshot);
    assert_eq!(decode(&link).as_ref(), Ok(snapshot), "{name}");
    let ours = link.len() - 2;
    let json = json(snapshot);
    let deflate = deflate(&json);
    let allowed = allowed.map_or("-".to_owned(), |most| format!("{most:.1}"));
    println!(
        "{name:34}{ours:>6} {:>8.1} {:>9} {deflate:>8} {:>9.3} {allowed:>8}",
        bound(snapshot) / 6.0,
        lz_string(&json),
        ours as f64 / deflate as f64,
    );
}

fn time(run: impl Fn()) -> [Duration; 3] {
    let mut times: Vec<Duration> = (0..200)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    [times[0], times[100], times[190]]
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

/// The bits of texts in a simpler model, after others: prediction by partial matching of order 3 over code points, with the escape of method
/// C (as many as there are different letters) and no exclusion. What a perfect coder would need.
fn of_order_three(before: &[&str], texts: &[&str]) -> f64 {
    /// Of the other letters each is as likely.
    const LETTERS: f64 = 1_114_112.0;
    let mut model: HashMap<Vec<char>, HashMap<char, u32>> = HashMap::new();
    let mut bits = 0.0;
    for (place, text) in before.iter().chain(texts).enumerate() {
        let mut behind: Vec<char> = Vec::new();
        for letter in text.chars().chain(['\n']) {
            let mut chance = 1.0;
            let mut is_said = false;
            for order in (0..=behind.len().min(3)).rev() {
                let counts = model.entry(behind[behind.len() - order..].to_vec()).or_default();
                let total: u32 = counts.values().sum();
                let ways = f64::from(total) + counts.len() as f64;
                if !is_said && total > 0 {
                    is_said = counts.contains_key(&letter);
                    let size = counts
                        .get(&letter)
                        .map_or(counts.len() as f64, |&count| f64::from(count));
                    chance *= size / ways;
                }
                *counts.entry(letter).or_default() += 1;
            }
            if !is_said {
                chance /= LETTERS;
            }
            if place >= before.len() {
                bits -= chance.log2();
            }
            behind.push(letter);
        }
    }
    bits
}
