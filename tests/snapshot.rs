//! The link: what is written is read again, one state has one string, and damage is told, never guessed away.

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, Extent, Status};
use accord_checklist::review::{Assessment, Evidence};
use accord_checklist::snapshot::{Contents, Snapshot, SnapshotFault, decode, encode, find};
use proptest::prelude::*;

const EVERYTHING: Contents = Contents {
    bases: true,
    dates: true,
    notes: true,
    evidence: true,
};

fn blank() -> Snapshot {
    Snapshot {
        edition: ACCORD.editions.len() - 1,
        title: String::new(),
        author: String::new(),
        taken: 29_700_000,
        contents: Contents::default(),
        assessments: vec![Assessment::default(); ACCORD.duties.len()],
    }
}

/// A snapshot with statuses that differ from duty to duty.
fn mixed() -> Snapshot {
    let mut snapshot = blank();
    for (place, one) in snapshot.assessments.iter_mut().enumerate() {
        one.status = Status::ALL[place * 7 % 9];
    }
    snapshot
}

/// Notes in three languages, evidence, days, bases.
fn full() -> Snapshot {
    let mut snapshot = mixed();
    snapshot.title = "Before the JBC round".to_owned();
    snapshot.author = "Desk review".to_owned();
    snapshot.contents = EVERYTHING;
    let notes = [
        "Observers were there; no statement found.",
        "ผู้สังเกตการณ์อยู่ในพื้นที่ ไม่พบแถลงการณ์",
        "អ្នកសង្កេតការណ៍នៅទីនោះ រកមិនឃើញសេចក្តីថ្លែងការណ៍",
        "😀 שלום e\u{301}",
    ];
    for (place, one) in snapshot.assessments.iter_mut().enumerate() {
        one.basis = Basis::ALL[place % 6];
        one.extent = (one.status == Status::UnderWay && place % 2 == 0).then_some(Extent::Minimal);
        one.as_of = chrono::NaiveDate::from_ymd_opt(2025, 10, 26).map(|day| day + chrono::Days::new(place as u64));
        if place % 9 == 0 {
            one.note = notes[place / 9 % notes.len()].to_owned();
        }
        if place % 40 == 0 {
            one.evidence
                .extend(Evidence::new("https://example.org/a?b=c", "A report", None));
        }
    }
    snapshot
}

fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-z ก-๙ក-៹א-ת😀\u{301}\u{202e}\n\"']{0,24}").expect("a valid pattern")
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let day = proptest::option::of(0_u64..2_000);
    (
        0_usize..9,
        0_usize..6,
        proptest::option::of(any::<bool>()),
        day,
        text(),
        any::<bool>(),
    )
        .prop_map(|(status, basis, extent, day, note, evidence)| {
            let status = Status::ALL[status];
            let base = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");
            Assessment {
                status,
                extent: extent
                    .filter(|_| status == Status::UnderWay)
                    .map(|much| if much { Extent::Intermediate } else { Extent::Minimal }),
                basis: Basis::ALL[basis],
                as_of: day.map(|day| base + chrono::Days::new(day)),
                note,
                evidence: Evidence::new("https://example.org/", "x", None)
                    .filter(|_| evidence)
                    .into_iter()
                    .collect(),
                ..Assessment::default()
            }
        })
}

fn snapshot() -> impl Strategy<Value = Snapshot> {
    let few = proptest::collection::vec((0..ACCORD.duties.len(), assessment()), 0..24);
    let contents = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (few, contents, text(), text(), 20_000_000_u32..60_000_000).prop_map(|(few, contents, title, author, taken)| {
        let mut snapshot = blank();
        for (place, one) in few {
            snapshot.assessments[place] = one;
        }
        snapshot.title = title.trim().to_owned();
        snapshot.author = author.trim().to_owned();
        snapshot.taken = taken;
        let (bases, dates, notes, evidence) = contents;
        snapshot.only(Contents {
            bases,
            dates,
            notes,
            evidence,
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_is_read_again(snapshot in snapshot()) {
        let link = encode(&snapshot);
        let read = decode(&link);
        prop_assert_eq!(read.as_ref(), Ok(&snapshot));
        prop_assert_eq!(encode(&snapshot), link);
    }

    #[test]
    fn no_text_makes_the_reader_panic(letters in "[A-Za-z0-9_-]{0,200}") {
        let link = format!("s1{letters}");
        if let Ok(snapshot) = decode(&link) {
            prop_assert_eq!(encode(&snapshot), link);
        }
    }

    #[test]
    fn no_text_at_all_makes_the_finder_panic(text in "\\PC{0,80}") {
        if let Some(found) = find(&text) {
            let _ = decode(&found);
        }
    }
}

#[test]
fn letters_are_of_the_alphabet_and_the_last_is_no_mark() {
    for snapshot in [blank(), mixed(), full()] {
        let link = encode(&snapshot);
        assert!(link.starts_with("s1"));
        assert!(
            link.bytes()
                .all(|letter| letter.is_ascii_alphanumeric() || b"-_".contains(&letter))
        );
        assert!(!link.ends_with(['-', '_']), "{link}");
    }
}

#[test]
fn every_cut_is_told_with_what_arrived() {
    let link = encode(&mixed());
    let sent = link.len() - 2;
    for left in 8..link.len() {
        match decode(&link[..left]) {
            Err(SnapshotFault::Cut { arrived, expected }) => assert_eq!((arrived, expected), (left - 2, sent)),
            other => panic!("{left} of {} letters: {other:?}", link.len()),
        }
    }
}

#[test]
fn every_change_of_a_letter_is_refused() {
    let link = encode(&mixed());
    for place in 2..link.len() {
        for letter in ["A", "b", "7", "-", "_"] {
            if link[place..].starts_with(letter) {
                continue;
            }
            let changed = format!("{}{letter}{}", &link[..place], &link[place + 1..]);
            assert!(decode(&changed).is_err(), "letter {place} as {letter}");
        }
    }
}

#[test]
fn what_apps_do_to_links_is_undone() {
    let link = encode(&full());
    let middle = link.len() / 2;
    let (front, back) = link.split_at(middle);
    let mutations = [
        link.clone(),
        format!("#{link}"),
        format!("https://example.org/#{link}"),
        format!("https://example.org/%23{link}"),
        format!("https://example.org/%2523{link}"),
        format!("https://example.org/#{link})"),
        format!("<https://example.org/#{link}>"),
        format!("https://example.org/#{link}."),
        format!("https://example.org/#{link}&utm_source=x"),
        format!("https://example.org/#{front}\r\n{back}"),
        format!("https://example.org/#{front} {back}"),
        format!("See https://example.org/#{link}\n"),
    ];
    for mutation in mutations {
        let found = find(&mutation).unwrap_or_else(|| panic!("nothing found in {mutation}"));
        assert_eq!(decode(&found), Ok(full()), "{mutation}");
    }
}

#[test]
fn what_is_no_snapshot_is_not_taken_for_one() {
    for text in [
        "",
        "#",
        "#KLD-6b",
        "#sources",
        "#overview",
        "#?text=KLD",
        "https://example.org/",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
    assert_eq!(decode("hello"), Err(SnapshotFault::Foreign));
    assert_eq!(decode("s2AAAA"), Err(SnapshotFault::NewerFormat));
}

#[test]
fn statuses_come_near_their_entropy() {
    let duties = ACCORD.duties.len() as f64;
    let bound = duties * 9_f64.log2() / 6.0;
    let link = encode(&mixed());
    assert!(
        (link.len() as f64) <= 1.05 * bound + 24.0,
        "{} letters, bound {bound}",
        link.len()
    );
    assert!(encode(&blank()).len() < link.len() / 2);
}
