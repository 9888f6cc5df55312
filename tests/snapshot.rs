//! The link: what goes in comes out, one state has one link, damage is refused or repaired, and what was written once is read for ever.

#[path = "snapshot/damage.rs"]
mod damage;
#[path = "snapshot/golden.rs"]
mod golden;
#[path = "golden/outside.rs"]
mod outside;
#[path = "golden/states.rs"]
mod states;

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, Extent, Status};
use accord_checklist::review::{Assessment, Evidence, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE};
use accord_checklist::snapshot::{Contents, Snapshot, SnapshotFault, decode, encode, find, in_capitals};
use chrono::NaiveDate;
use outside::{ALPHABET, put_together, take_apart};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::time::{Duration, Instant};

// ── Laws ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// A letter of some script, or any letter at all.
fn letter() -> impl Strategy<Value = char> {
    prop_oneof![
        8 => prop::char::range('a', 'z'),
        2 => prop::char::range(' ', '~'),
        4 => prop::char::range('\u{1780}', '\u{17dd}'),
        4 => prop::char::range('\u{e01}', '\u{e5b}'),
        1 => prop::char::range('\u{600}', '\u{6ff}'),
        1 => prop::char::range('\u{5d0}', '\u{5ea}'),
        1 => prop::char::range('\u{300}', '\u{36f}'),
        1 => prop::char::range('\u{1f300}', '\u{1faff}'),
        1 => prop::char::range('\u{4e00}', '\u{9fff}'),
        1 => select(vec!['\n', '\t', '\0', '\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ffff}', '\u{10ffff}']),
        1 => any::<char>(),
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    vec(letter(), 1..=most).prop_map(String::from_iter)
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let day = |days: i32| NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
    prop_oneof![
        8 => (739_000..740_000).prop_map(day),
        1 => any::<i32>().prop_map(day),
        1 => select(vec![NaiveDate::MIN, NaiveDate::MAX]),
    ]
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let address = ("https?://", vec(letter(), 1..40)).prop_map(|(scheme, letters)| {
        let rest = letters
            .into_iter()
            .filter(|letter| !letter.is_whitespace() && !letter.is_control());
        scheme.chars().chain(['x']).chain(rest).collect::<String>()
    });
    let title = prop_oneof![Just(String::new()), text(30)];
    (address, title, option::of(date()))
        .prop_map(|(address, title, date)| Evidence::new(&address, &title, date).expect("an address of the web"))
}

fn assessment() -> impl Strategy<Value = Assessment> {
    (
        select(Status::ALL.to_vec()),
        option::of(select(vec![Extent::Minimal, Extent::Intermediate])),
        select(Basis::ALL.to_vec()),
        option::of(date()),
        prop_oneof![6 => Just(String::new()), 2 => text(20), 1 => select(vec!["the same".to_owned(), "ដូចគ្នា".to_owned()])],
        prop_oneof![8 => Just(Vec::new()), 1 => vec(evidence(), 1..4)],
    )
        .prop_map(|(status, extent, basis, as_of, note, evidence)| Assessment {
            status,
            extent: extent.filter(|_| status == Status::UnderWay),
            basis,
            as_of,
            note,
            evidence,
            ..Assessment::default()
        })
}

fn contents() -> impl Strategy<Value = Contents> {
    any::<[bool; 4]>().prop_map(|[bases, dates, notes, evidence]| Contents {
        bases,
        dates,
        notes,
        evidence,
    })
}

/// A snapshot in which few or many duties say something, and those of one obligation often the same.
fn snapshot() -> impl Strategy<Value = Snapshot> {
    let label = || prop_oneof![Just(String::new()), text(LONGEST_TEXT)];
    let taken = prop_oneof![29_000_000..31_000_000_u32, any::<u32>()];
    let duties = (1..24_u8, vec((0..24_u8, assessment()), ACCORD.duties.len()));
    (label(), label(), taken, contents(), duties).prop_map(|(title, author, taken, contents, (share, duties))| {
        let mut assessments: Vec<Assessment> = Vec::new();
        for (kind, one) in duties {
            assessments.push(match assessments.last() {
                _ if kind > share => Assessment::default(),
                Some(last) if kind % 3 == 0 => last.clone(),
                _ => one,
            });
        }
        Snapshot {
            title,
            author,
            taken,
            assessments,
            ..states::blank()
        }
        .only(contents)
    })
}

/// Cases of each law: few where the codec is not optimised, so that the core's tests stay quick; `cargo test --release` tries many.
const CASES: u32 = if cfg!(debug_assertions) { 12 } else { 512 };

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_in_comes_out(snapshot in snapshot()) {
        let link = encode(&snapshot);
        prop_assert_eq!(decode(&link), Ok(snapshot.clone()));
        prop_assert!(link.ends_with(|last: char| last.is_ascii_alphanumeric()));
        prop_assert_eq!(find(&link), Some(link.clone()));
        let capitals = in_capitals(&link);
        prop_assert_eq!(decode(&capitals), Ok(snapshot));
        prop_assert_eq!(find(&format!("#{capitals}")), Some(link));
    }

    #[test]
    fn what_is_left_out_does_not_leave(snapshot in snapshot(), contents in contents()) {
        let less = Snapshot { contents, ..snapshot.clone() };
        prop_assert_eq!(decode(&encode(&less)), Ok(snapshot.only(contents)));
    }

    #[test]
    fn every_cut_is_told_with_the_right_numbers(snapshot in snapshot(), place in any::<prop::sample::Index>()) {
        let link = encode(&snapshot);
        let expected = link.len() - 2;
        let arrived = 4 + place.index(expected - 4);
        let cut = &link[..2 + arrived];
        prop_assert_eq!(decode(cut), Err(SnapshotFault::Cut { arrived, expected }));
        let address = format!("https://example.org/%23{cut}");
        prop_assert_eq!(find(&address), Some(cut.to_owned()));
    }

    #[test]
    fn every_change_of_a_letter_is_refused(
        snapshot in snapshot(),
        place in any::<prop::sample::Index>(),
        letter in prop_oneof![3 => select(ALPHABET.chars().collect::<Vec<_>>()), 1 => letter()],
    ) {
        let link = encode(&snapshot);
        let place = place.index(link.len());
        let changed: String = link.chars().enumerate().map(|(at, old)| if at == place { letter } else { old }).collect();
        if changed != link {
            prop_assert!(decode(&changed).is_err());
            let repaired = find(&format!("#{changed}")).map(|link| decode(&link));
            if let Some(Ok(opened)) = repaired {
                prop_assert_eq!(opened, snapshot);
            }
        }
    }

    #[test]
    fn whatever_is_accepted_is_what_would_be_written(
        snapshot in snapshot(),
        digits in vec(0..64_u8, 0..40),
        place in any::<prop::sample::Index>(),
    ) {
        // Digits that a writer wrote, from some place on others, with a check that fits.
        let link = encode(&snapshot);
        let (_, content) = take_apart(&link);
        let kept = place.index(content.len() + 1);
        for digits in [[&content[..kept], &digits].concat(), digits.clone()] {
            let link = put_together(&digits);
            if let Ok(opened) = decode(&link) {
                prop_assert_eq!(encode(&opened), link);
            }
        }
    }

    #[test]
    fn nothing_makes_it_panic(text in ".{0,300}", link in "s1[A-Za-z0-9_-]{0,300}") {
        let _ = (decode(&text), find(&text), decode(&link), find(&link));
        let _ = find(&format!("#{text}#{link} {text}"));
    }
}

#[test]
fn every_cut_and_every_change_of_one_link() {
    let mut snapshot = states::realistic(7);
    snapshot.title = "Review of the accords".to_owned();
    let link = encode(&snapshot);
    let expected = link.len() - 2;
    for end in 0..link.len() {
        let fault = match end {
            0..2 => SnapshotFault::Foreign,
            // So little is left that not even the length can be read.
            2..4 => SnapshotFault::Damaged,
            _ => SnapshotFault::Cut {
                arrived: end - 2,
                expected,
            },
        };
        assert_eq!(decode(&link[..end]), Err(fault), "{end}");
    }
    for place in 0..link.len() {
        for letter in ALPHABET.chars().filter(|&letter| !link[place..].starts_with(letter)) {
            let changed = format!("{}{letter}{}", &link[..place], &link[place + 1..]);
            assert!(decode(&changed).is_err(), "{changed}");
            let longer = format!("{}{letter}{}", &link[..place], &link[place..]);
            assert!(decode(&longer).is_err(), "{longer}");
        }
    }
}

#[test]
fn bounds_hold() {
    let mut snapshot = states::blank();
    snapshot.contents = Contents {
        bases: true,
        dates: true,
        notes: true,
        evidence: true,
    };
    let pieces: Vec<Evidence> = (0..MOST_EVIDENCE)
        .map(|number| {
            let address = format!("https://example.org/{number}/{}", "a".repeat(1_900));
            Evidence::new(&address, &"ខ".repeat(LONGEST_TEXT), None).expect("an address of the web")
        })
        .collect();
    snapshot.title = "ก".repeat(LONGEST_TEXT);
    snapshot.author = "😀".repeat(LONGEST_TEXT);
    snapshot.assessments[0].note = "x".repeat(LONGEST_NOTE);
    snapshot.assessments[1].evidence = pieces;
    assert_eq!(decode(&encode(&snapshot)), Ok(snapshot.clone()));

    // A text too long, a piece too many: refused, since no review has it.
    for change in [
        |one: &mut Snapshot| one.title.push('ก'),
        |one: &mut Snapshot| one.assessments[0].note.push('x'),
        |one: &mut Snapshot| one.assessments[1].evidence[0].title.push('ខ'),
    ] {
        let mut larger = snapshot.clone();
        change(&mut larger);
        assert_ne!(decode(&encode(&larger)), Ok(larger));
    }
}

#[test]
fn too_much_is_refused_in_bounded_time_and_memory() {
    const MOST_LETTERS: usize = 250_000;
    let start = Instant::now();
    // As many letters as are read, which take hardly any room, and one more.
    let mut alike = states::blank();
    alike.contents.notes = true;
    for (number, one) in alike.assessments.iter_mut().enumerate() {
        let length = LONGEST_NOTE.min(MOST_LETTERS.saturating_sub(number * LONGEST_NOTE));
        one.note = char::from(b'a' + (number % 26) as u8).to_string().repeat(length);
    }
    let link = encode(&alike);
    assert!(link.len() < 5_000, "{}", link.len());
    assert_eq!(decode(&link).as_ref(), Ok(&alike));
    alike.title = "x".to_owned();
    assert_eq!(decode(&encode(&alike)), Err(SnapshotFault::Damaged));

    let mut random = states::Random(5);
    let mut unlike = states::blank();
    unlike.contents.notes = true;
    for one in &mut unlike.assessments {
        one.note = (0..400)
            .map(|_| char::from_u32(0x4e00 + random.below(20_000) as u32).unwrap_or('x'))
            .collect();
    }
    let link = encode(&unlike);
    assert!(link.len() > 100_000);
    assert_eq!(decode(&link), Err(SnapshotFault::Damaged));

    let long = format!("s1{}", "A".repeat(5_000_000));
    assert!(decode(&long).is_err() && find(&long).is_some());

    assert!(start.elapsed() < Duration::from_secs(600), "{:?}", start.elapsed());
    // What this process ever held, all other tests included.
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        assert!(kilobytes.is_none_or(|held| held < 500_000), "{kilobytes:?}");
    }
}

// ── Lengths ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn links_are_as_short_as_they_must_be() {
    let length = |snapshot: &Snapshot| {
        let link = encode(snapshot);
        assert_eq!(decode(&link).as_ref(), Ok(snapshot));
        (link.len() - 2) as f64
    };
    for seed in [1, 2, 3, states::SEED] {
        let random = states::random_statuses(seed);
        let bound = states::bound(&random) / 6.0;
        assert!(length(&random) <= 1.05 * bound + 24.0, "statuses, {seed}");
        let dated = states::with_dates(random.clone(), seed + 1);
        let bound = states::bound(&dated) / 6.0;
        assert!(length(&dated) <= 1.08 * bound + 24.0, "dates, {seed}");
    }
    // The state of the benchmark; of others some are a letter or two longer.
    let random = length(&states::random_statuses(states::SEED));
    assert!(length(&states::realistic(states::SEED)) <= random * 2.0 / 3.0);
    let lengths = (0..20).map(|seed| length(&states::realistic(seed)));
    assert!(lengths.sum::<f64>() / 20.0 <= random * 2.0 / 3.0);

    for language in states::Language::ALL {
        let dated = states::with_dates(states::random_statuses(states::SEED), states::SEED + 1);
        let noted = states::with_notes(dated, language, states::SEED + 2);
        let share = if language == states::Language::English {
            0.48
        } else {
            0.45
        };
        let deflate = states::deflate(&states::json(&noted)) as f64;
        assert!(
            length(&noted) <= share * deflate,
            "{language:?}: {} of {deflate}",
            length(&noted)
        );
    }
}

#[test]
fn the_day_of_the_snapshot_itself_is_a_date_like_others() {
    let mut snapshot = states::blank();
    snapshot.contents.dates = true;
    let today = NaiveDate::from_num_days_from_ce_opt((snapshot.taken / (24 * 60)) as i32 + 719_163).expect("a day");
    for (one, away) in snapshot.assessments.iter_mut().zip([5, 0, -3, 0, 1, 0, 0]) {
        one.as_of = today.checked_add_signed(chrono::TimeDelta::days(away));
    }
    let opened = decode(&encode(&snapshot)).expect("a link");
    assert_eq!(opened.assessments, snapshot.assessments);
}
