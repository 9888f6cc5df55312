//! Fixed random states of a review, for the lengths of links: the benchmark prints them, the tests hold them.

#![allow(dead_code)]

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, DutyNumber, Extent, Status};
use accord_checklist::review::{Assessment, Evidence};
use accord_checklist::snapshot::{Contents, Snapshot};
use chrono::{Days, NaiveDate};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write;

/// The seed of the states whose lengths are stated.
pub const SEED: u64 = 2026;

/// Random numbers that are the same everywhere: SplitMix64.
pub struct Random(pub u64);

/// A language in which notes are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    English,
    Khmer,
    Thai,
}

impl Random {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(mixed ^ (mixed >> 31)) * end as u128) >> 64) as usize
    }

    /// The place of one of these weights.
    fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        weights
            .iter()
            .position(|&weight| rest.checked_sub(weight).map(|less| rest = less).is_none())
            .unwrap_or(0)
    }
}

impl Language {
    pub const ALL: [Language; 3] = [Language::English, Language::Khmer, Language::Thai];

    /// Notes of 14 words that nobody looked at when the primer was written.
    pub fn notes(self) -> Vec<&'static str> {
        match self {
            Language::English => include_str!("notes/en.txt"),
            Language::Khmer => include_str!("notes/km.txt"),
            Language::Thai => include_str!("notes/th.txt"),
        }
        .lines()
        .collect()
    }
}

/// A snapshot that says nothing.
pub fn blank() -> Snapshot {
    Snapshot {
        edition: ACCORD.editions.len() - 1,
        title: String::new(),
        author: String::new(),
        taken: 29_926_010,
        contents: Contents::default(),
        assessments: vec![Assessment::default(); ACCORD.duties.len()],
    }
}

/// All statuses random over the nine, with the 1 or 2 of what is under way.
pub fn random_statuses(seed: u64) -> Snapshot {
    let mut random = Random(seed);
    let mut snapshot = blank();
    for one in &mut snapshot.assessments {
        set_status(one, random.below(9), &mut random);
    }
    snapshot
}

/// A realistic review: six in ten not assessed, the rest skewed and clustered by text.
pub fn realistic(seed: u64) -> Snapshot {
    let mut random = Random(seed);
    let mut snapshot = blank();
    // Of two texts one is hardly looked at, the other mostly; each has its own mix.
    for (number, instrument) in ACCORD.instruments.iter().enumerate() {
        let share = if number % 2 == 0 {
            12 + random.below(16)
        } else {
            62 + random.below(20)
        };
        let mix = [1, 12, 5, 20, 40, 3, 15, 4].map(|weight| weight * (1 + random.below(4)));
        for obligation in instrument.obligations.clone() {
            for duty in ACCORD.obligations[usize::from(obligation)].duty_numbers() {
                if random.below(100) < share {
                    let status = 1 + random.weighted(&mix);
                    set_status(&mut snapshot.assessments[usize::from(duty.0)], status, &mut random);
                }
            }
        }
    }
    // Exactly six in ten.
    let duties = snapshot.assessments.len();
    while snapshot
        .assessments
        .iter()
        .filter(|one| one.status != Status::NotAssessed)
        .count()
        > duties * 4 / 10
    {
        snapshot.assessments[random.below(duties)] = Assessment::default();
    }
    snapshot
}

/// Puts a date on each obligation, random over two years.
pub fn with_dates(mut snapshot: Snapshot, seed: u64) -> Snapshot {
    let mut random = Random(seed);
    let start = NaiveDate::from_ymd_opt(2024, 11, 1).unwrap_or_default();
    for obligation in ACCORD.obligations {
        let date = start + Days::new(random.below(730) as u64);
        for duty in obligation.duty_numbers() {
            snapshot.assessments[usize::from(duty.0)].as_of = Some(date);
        }
    }
    snapshot.contents.dates = true;
    snapshot
}

/// Puts a note on the first duty of a quarter of the obligations.
pub fn with_notes(mut snapshot: Snapshot, language: Language, seed: u64) -> Snapshot {
    let mut random = Random(seed);
    let notes = language.notes();
    let mut obligations: Vec<usize> = (0..ACCORD.obligations.len()).collect();
    for place in 0..ACCORD.obligations.len().div_ceil(4) {
        let other = place + random.below(obligations.len() - place);
        obligations.swap(place, other);
        let duty = ACCORD.obligations[obligations[place]].duties.start;
        snapshot.assessments[usize::from(duty)].note = notes[place % notes.len()].to_owned();
    }
    snapshot.contents.notes = true;
    snapshot
}

/// The largest realistic review: status, basis, date and a note of its own on every duty.
pub fn largest(language: Language, seed: u64) -> Snapshot {
    let mut random = Random(seed);
    let mut snapshot = with_dates(random_statuses(seed), seed);
    let halves: Vec<(&str, &str)> = language.notes().into_iter().map(in_halves).collect();
    for (number, one) in snapshot.assessments.iter_mut().enumerate() {
        one.basis = Basis::ALL[random.below(6)];
        // No two notes are alike: the second half moves on by one each time around.
        let (first, _) = halves[number % halves.len()];
        let (_, second) = halves[(number + number / halves.len() + 1) % halves.len()];
        one.note = format!("{first}{second}");
    }
    snapshot.contents = Contents {
        bases: true,
        notes: true,
        ..snapshot.contents
    };
    snapshot
}

/// A review in which everything occurs, and every pair of neighbours: what stands beside what was said is what the odds hang on.
pub fn mixed(seed: u64) -> Snapshot {
    let mut random = Random(seed);
    let mut snapshot = random_statuses(seed);
    snapshot.title = "รายงาน — របាយការណ៍ — Report".to_owned();
    snapshot.contents = Contents {
        bases: true,
        dates: true,
        notes: true,
        evidence: true,
    };
    let start = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap_or_default();
    let notes = Language::ALL.map(Language::notes);
    let mut before = Assessment::default();
    for (number, one) in snapshot.assessments.iter_mut().enumerate() {
        if random.below(5) == 0 {
            one.status = before.status;
            one.extent = before.extent;
        }
        one.basis = Basis::ALL[random.below(6)];
        one.as_of = match random.below(6) {
            0 | 1 => None,
            2 | 3 => before.as_of,
            4 => Some(start + Days::new(random.below(700) as u64)),
            _ => Some(start - Days::new(random.below(9_000) as u64)),
        };
        one.note = match random.below(6) {
            0 | 1 => String::new(),
            2 => before.note.clone(),
            language => notes[language - 3][number % notes[language - 3].len()].to_owned(),
        };
        one.evidence = match random.below(5) {
            0 | 1 => Vec::new(),
            2 => before.evidence.clone(),
            _ => (0..1 + random.below(3))
                .filter_map(|_| piece(&mut random, start))
                .collect(),
        };
        before = one.clone();
    }
    snapshot
}

fn piece(random: &mut Random, start: NaiveDate) -> Option<Evidence> {
    let hosts = [
        "https://www.khmertimeskh.com",
        "https://www.bangkokpost.com",
        "http://asean.org",
    ];
    let titles = ["", "Joint press statement", "แถลงการณ์ร่วม", "សេចក្តីថ្លែងការណ៍រួម"];
    let address = format!(
        "{}/{}/news-{}",
        hosts[random.below(3)],
        2025 + random.below(2),
        random.below(90_000)
    );
    let date = (random.below(3) > 0).then(|| start + Days::new(random.below(500) as u64));
    Evidence::new(&address, titles[random.below(4)], date)
}

/// The lower bound of the lengths, in bits: statuses, and dates where there are any.
pub fn bound(snapshot: &Snapshot) -> f64 {
    let statuses = snapshot.assessments.len() as f64 * 9_f64.log2();
    let dates = if snapshot.contents.dates {
        ACCORD.obligations.len() as f64 * 730_f64.log2()
    } else {
        0.0
    };
    statuses + dates
}

/// The snapshot as anybody would write it: an object a duty, without what is empty.
pub fn json(snapshot: &Snapshot) -> String {
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
pub fn deflate(text: &str) -> usize {
    let mut writer = DeflateEncoder::new(Vec::new(), Compression::best());
    let written = writer.write_all(text.as_bytes()).and_then(|()| writer.finish());
    (written.expect("memory can be written").len() * 4).div_ceil(3)
}

fn in_halves(note: &str) -> (&str, &str) {
    let middle = note.chars().count() / 2;
    let cut = |(place, letter): (usize, char)| (letter == ' ').then_some(place);
    let spaced = note.char_indices().skip(middle).find_map(cut);
    let middle = spaced
        .or(note.char_indices().nth(middle).map(|(place, _)| place))
        .unwrap_or(0);
    note.split_at(middle)
}

fn set_status(one: &mut Assessment, number: usize, random: &mut Random) {
    one.status = Status::ALL[number];
    one.extent = (one.status == Status::UnderWay).then(|| [Extent::Minimal, Extent::Intermediate][random.below(2)]);
}
