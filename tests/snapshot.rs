//! The link: what goes in comes out, one state has one link, damage is refused or repaired, and what was written once is read for ever.

#[path = "golden/outside.rs"]
mod outside;
#[path = "golden/states.rs"]
mod states;

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, DutyNumber, Extent, Status};
use accord_checklist::review::{Assessment, Evidence, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE};
use accord_checklist::snapshot::{Contents, Snapshot, SnapshotFault, decode, encode, find, in_capitals};
use chrono::NaiveDate;
use outside::{ALPHABET, put_together, put_together_of, shape, take_apart};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Write;
use std::time::{Duration, Instant};

// ── Laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

/// A snapshot in which many duties say nothing, and those of one obligation often the same.
fn snapshot() -> impl Strategy<Value = Snapshot> {
    let label = || prop_oneof![Just(String::new()), text(LONGEST_TEXT)];
    let taken = prop_oneof![29_000_000..31_000_000_u32, any::<u32>()];
    let duties = vec((0..4_u8, assessment()), ACCORD.duties.len());
    (label(), label(), taken, contents(), duties).prop_map(|(title, author, taken, contents, duties)| {
        let mut assessments: Vec<Assessment> = Vec::new();
        for (kind, one) in duties {
            assessments.push(match (kind, assessments.last()) {
                (0, _) | (1, None) => Assessment::default(),
                (1, Some(last)) => last.clone(),
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_in_comes_out(snapshot in snapshot()) {
        let link = encode(&snapshot);
        prop_assert_eq!(decode(&link), Ok(snapshot.clone()));
        prop_assert!(link.ends_with(|last: char| last.is_ascii_alphanumeric()));
        prop_assert_eq!(find(&link), Some(link.clone()));
        prop_assert_eq!(find(&format!("#{}", in_capitals(&link))), Some(link));
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
        prop_assert_eq!(find(&address).as_deref(), Some(cut));
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
fn too_much_is_refused_in_time() {
    let mut alike = states::blank();
    alike.contents.notes = true;
    for (number, one) in alike.assessments.iter_mut().enumerate() {
        one.note = format!("{number}{}", "a".repeat(3_900));
    }
    let mut random = states::Random(5);
    let mut unlike = states::blank();
    unlike.contents.notes = true;
    for one in &mut unlike.assessments {
        one.note = (0..400)
            .map(|_| char::from_u32(0x4e00 + random.below(20_000) as u32).unwrap_or('x'))
            .collect();
    }
    for snapshot in [alike, unlike] {
        let start = Instant::now();
        let link = encode(&snapshot);
        assert_eq!(decode(&link), Err(SnapshotFault::Damaged));
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    }
    let long = format!("s1{}", "A".repeat(5_000_000));
    assert!(decode(&long).is_err() && find(&long).is_some());
}

// ── Faults ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_is_no_link_of_this_version() {
    let link = encode(&states::blank());
    let newer = link.replacen("s1", "s2", 1);
    let rows = [
        ("", SnapshotFault::Foreign),
        ("s", SnapshotFault::Foreign),
        ("sources", SnapshotFault::Foreign),
        ("KLD-6b", SnapshotFault::Foreign),
        ("#s1", SnapshotFault::Foreign),
        ("s0AAAA", SnapshotFault::Damaged),
        ("s1", SnapshotFault::Damaged),
        ("s1 ", SnapshotFault::Damaged),
        ("s1A", SnapshotFault::Damaged),
        ("s1____", SnapshotFault::Damaged),
        ("s2", SnapshotFault::NewerFormat),
        ("s9whatever it says", SnapshotFault::NewerFormat),
        (&newer, SnapshotFault::NewerFormat),
        (&format!("{link}A"), SnapshotFault::Damaged),
        (&format!("{link} "), SnapshotFault::Damaged),
    ];
    for (text, fault) in rows {
        assert_eq!(decode(text), Err(fault), "{text}");
    }
}

#[test]
fn an_edition_of_later() {
    let (_, content) = take_apart(&encode(&states::blank()));
    let later = ACCORD.editions.len() as u32;
    for edition in [later, later + 40, 5_000] {
        assert_eq!(
            decode(&put_together_of(edition, &content, shape())),
            Err(SnapshotFault::UnknownEdition)
        );
    }
    // The edition is known, but it is not as it was.
    let edition = later - 1;
    assert!(decode(&put_together_of(edition, &content, shape())).is_ok());
    for other in (0..13).filter(|&other| other != shape()) {
        assert_eq!(
            decode(&put_together_of(edition, &content, other)),
            Err(SnapshotFault::UnknownEdition)
        );
    }
    assert_eq!(
        decode(&put_together_of(edition, &content, 13)),
        Err(SnapshotFault::Damaged)
    );
}

// ── Repair ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_chat_and_mail_do_is_undone() {
    let mut snapshot = states::with_notes(states::realistic(3), states::Language::Khmer, 4);
    snapshot.author = "A reader".to_owned();
    let link = encode(&snapshot);
    let (front, back) = link.split_at(link.len() / 2);
    let wrapped = |mark: &str| {
        link.as_bytes()
            .chunks(60)
            .map(|line| String::from_utf8_lossy(line))
            .collect::<Vec<_>>()
            .join(mark)
    };
    let escaped: String = link.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let rows = [
        link.clone(),
        format!("#{link}"),
        format!("  {link}\n"),
        format!("https://example.org/#{link}"),
        format!("https://example.org/km/#{link}"),
        format!("https://example.org/%23{link}"),
        format!("https://example.org/%2523{link}"),
        format!("https://example.org/%252523{link}"),
        format!("/accord/%23{link}"),
        format!("/accord/404.html%23{link}"),
        format!("https://example.org/##{link}"),
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F%23{link}&data=05%7C02&reserved=0"
        ),
        format!("https://example.org/#{}", link.replace('-', "%2D").replace('_', "%5F")),
        format!(
            "https://example.org/#{}",
            link.replace('-', "%252d").replace('_', "%255f")
        ),
        format!("https://example.org/#{escaped}"),
        format!("#{}", wrapped("\n")),
        format!("#{}", wrapped("\r\n")),
        format!("#{}", wrapped("\n> ")),
        format!("#{}", wrapped("\n> > ")),
        format!("#{}", wrapped("=\r\n")),
        format!("#{}", wrapped(" ")),
        format!("#{}", wrapped("%20")),
        format!("#{}", wrapped("\u{200b}")),
        format!("#{}", wrapped("\u{ad}")),
        format!("#{}", link.chars().flat_map(|letter| [letter, ' ']).collect::<String>()),
        format!("#{front} {back} is the link"),
        format!("#{front}\n{back}\nBest regards"),
        format!("#{}", link.replace('_', "\\_")),
        format!("<https://example.org/#{link}>"),
        format!("(https://example.org/#{link})"),
        format!("[my review](https://example.org/#{link}), as of today"),
        format!("“https://example.org/#{link}”"),
        format!("'{link}'"),
        format!("\"{link}\""),
        format!("https://example.org/#{link}."),
        format!("https://example.org/#{link},"),
        format!("https://example.org/#{link};"),
        format!("https://example.org/#{link}!"),
        format!("https://example.org/#{link}…"),
        format!("https://example.org/#{link}。"),
        format!("https://example.org/#{link}&utm_source=mail&utm_medium=x"),
        format!("https://example.org/#{link}?fbclid=IwAR0abcdefghijklmnopqrstuvwxyz"),
        format!("https://example.org/#{link}&amp;utm_source=mail"),
        format!("https://example.org/#{link} – see also https://example.org/#sources"),
        format!("Issue #5 and #s1: my review is https://example.org/#{link} please read"),
        format!("first https://example.org/#{front} then the whole one https://example.org/#{link}"),
        format!("*https://example.org/#{link}*"),
        format!("សូមមើល https://example.org/#{link} អរគុណ"),
        format!("https://example.org/#{}", in_capitals(&link)),
        format!("https://example.org/%23{}", in_capitals(&link)),
        in_capitals(&link),
    ];
    for row in rows {
        assert_eq!(find(&row).as_ref(), Some(&link), "{row}");
    }
    assert_eq!(decode(&link), Ok(snapshot));
}

#[test]
fn what_is_left_of_a_cut_link() {
    let link = encode(&states::random_statuses(1));
    let expected = link.len() - 2;
    let cut = &link[..100];
    let words = [
        format!("https://example.org/#{cut}"),
        format!("https://example.org/#{cut}…"),
        format!("https://example.org/#{cut}..."),
        format!("https://example.org/#{cut} is what I have"),
        format!("https://example.org/#{} {}", &cut[..50], &cut[50..]),
        format!("https://example.org/#{}\n{}\nBest regards, A", &cut[..50], &cut[50..]),
    ];
    for text in words {
        let found = find(&text).unwrap_or_default();
        assert_eq!(
            decode(&found),
            Err(SnapshotFault::Cut { arrived: 98, expected }),
            "{text}"
        );
    }
    // Joined with what is no part of it: never another state.
    for text in [
        format!("#{cut}utm"),
        format!("#{link}A"),
        format!("#{link}-"),
        format!("#{cut}{link}"),
    ] {
        assert!(decode(&find(&text).unwrap_or_default()).is_err(), "{text}");
    }
}

#[test]
fn what_is_no_link_is_not_taken_for_one() {
    let none = [
        "",
        "#",
        "?",
        "%",
        "%2",
        "%23",
        "#sources",
        "#s",
        "#KLD-6b",
        "#S1",
        "#S88",
        "#Q1",
        "#Q-1",
        "#overview",
        "#timeline?text=KLD",
        "s",
        "see",
        "s 1",
        "#?q=s1",
        "#?q=%23s1abc",
        "?q=%23s1abc",
        "#KLD-6b?q=%23s1abc",
        "KLD-6b?q=%23s1abc",
        "https://example.org/",
        "https://example.org/#sources",
        "https://example.org/o/KLD-6b.html",
        "paragraphs1 and 2",
        "s1 ",
        "Q1 2026 was quiet",
        "Q1QUARTER report",
        "ភាសា",
        "#ខ្មែរ",
    ];
    for text in none {
        assert_eq!(find(text), None, "{text}");
    }
    let some = [
        ("#s1", "s1"),
        ("https://example.org/#s1", "s1"),
        ("#s2abc", "s2abc"),
        ("#s1A-b_", "s1A-b_"),
        ("s1abc", "s1abc"),
        ("#s7", "s7"),
    ];
    for (text, left) in some {
        assert_eq!(find(text).as_deref(), Some(left), "{text}");
    }
}

// ── Lengths ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn links_are_as_short_as_they_must_be() {
    let length = |snapshot: &Snapshot| {
        let link = encode(snapshot);
        assert_eq!(decode(&link).as_ref(), Ok(snapshot));
        (link.len() - 2) as f64
    };
    for seed in 0..20 {
        let random = states::random_statuses(seed);
        assert!(
            length(&random) <= 1.05 * states::bound(&random) / 6.0 + 24.0,
            "statuses, {seed}"
        );
        let dated = states::with_dates(random.clone(), seed + 1);
        assert!(
            length(&dated) <= 1.08 * states::bound(&dated) / 6.0 + 24.0,
            "dates, {seed}"
        );
        assert!(
            length(&states::realistic(seed)) <= length(&random) * 2.0 / 3.0,
            "realistic, {seed}"
        );
    }
    // JSON with deflate of the same states has about 4,600 letters in English and 5,100 in Khmer and Thai.
    let dated = states::with_dates(states::random_statuses(2026), 2027);
    for language in states::Language::ALL {
        let noted = states::with_notes(dated.clone(), language, 2028);
        assert!(length(&noted) <= 1_830.0, "{language:?}: {}", length(&noted));
    }
}

// ── Golden links ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Links of version 1 with what they say, kept for ever. `WRITE_GOLDEN=<file> cargo test --test snapshot golden` writes them anew, which
/// is right only as long as nobody has got a link.
#[test]
fn golden_links_say_what_they_said() {
    if let Ok(file) = std::env::var("WRITE_GOLDEN") {
        let blocks = golden_states()
            .into_iter()
            .map(|(name, one)| format!("= {name}\n{}\n{}", encode(&one), tell(&one)));
        std::fs::write(file, blocks.collect::<Vec<_>>().join("\n")).expect("the file can be written");
        return;
    }
    let golden = include_str!("golden/snapshot-v1.txt");
    let blocks: Vec<&str> = golden.split("= ").skip(1).collect();
    assert!(blocks.len() >= 20);
    for block in blocks {
        let mut parts = block.splitn(3, '\n');
        let (name, link, said) = (
            parts.next(),
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let opened = decode(link).unwrap_or_else(|fault| panic!("{name:?}: {fault:?}"));
        assert_eq!(tell(&opened).trim_end(), said.trim_end(), "{name:?}");
        assert_eq!(encode(&opened), link, "{name:?}");
    }
}

/// What a snapshot says, line by line, in names that stay.
fn tell(snapshot: &Snapshot) -> String {
    let Contents {
        bases,
        dates,
        notes,
        evidence,
    } = snapshot.contents;
    let mut told = format!("edition {}\n", ACCORD.editions[snapshot.edition].version);
    let _ = writeln!(
        told,
        "title {:?}, from {:?}, taken {}",
        snapshot.title, snapshot.author, snapshot.taken
    );
    let _ = writeln!(told, "bases {bases}, dates {dates}, notes {notes}, evidence {evidence}");
    for (number, one) in snapshot
        .assessments
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.is_blank())
    {
        let _ = write!(
            told,
            "{} {}",
            ACCORD.duty_name(DutyNumber(number as u16)),
            one.status.name()
        );
        let _ = write!(
            told,
            " {:?} {} {:?} {:?}",
            one.extent,
            one.basis.name(),
            one.as_of,
            one.note
        );
        for piece in &one.evidence {
            let _ = write!(told, " {:?} {:?} {:?}", piece.address(), piece.title, piece.date);
        }
        told.push('\n');
    }
    told
}

fn golden_states() -> Vec<(String, Snapshot)> {
    let named = |name: &str, one: Snapshot| (name.to_owned(), one);
    let mut all = vec![named("nothing", states::blank())];
    let mut one = states::blank();
    one.taken = 0;
    all.push(named("taken in 1970", one.clone()));
    one.taken = u32::MAX;
    all.push(named("taken at the end of time", one));
    for status in Status::ALL {
        let mut one = states::blank();
        one.assessments.iter_mut().for_each(|duty| duty.status = status);
        all.push(named(&format!("all {}", status.name()), one));
    }
    all.push(named("random statuses", states::random_statuses(1)));
    all.push(named("a realistic review", states::realistic(1)));
    all.push(named("dates", states::with_dates(states::realistic(2), 2)));
    let languages = [
        ("English", states::Language::English),
        ("Khmer", states::Language::Khmer),
        ("Thai", states::Language::Thai),
    ];
    for (name, language) in languages {
        all.push(named(
            &format!("notes in {name}"),
            states::with_notes(states::realistic(3), language, 3),
        ));
    }
    all.push(named("the largest review", states::largest(states::Language::Khmer, 4)));

    let mut labels = states::blank();
    labels.title = "การทบทวน — សេចក្តីពិនិត្យ — Review".to_owned();
    labels.author = "ស៊ុន & นิด".to_owned();
    all.push(named("title and author", labels));

    let mut letters = states::blank();
    letters.contents.notes = true;
    let notes = [
        "\u{202e}right to left\u{202c} עברית العربية",
        "e\u{301} \u{f7} \u{200d} 👩‍👧 🇰🇭🇹🇭",
        "tab\tline\nnull\0end",
        "汉字 한국어 Tiếng Việt Русский ລາວ မြန်မာ",
        "\u{10ffff}\u{fffe}\u{e000}\u{2200}",
        "same",
        "same",
        "same",
        "other",
        "ខ្មែរ\u{200b}ថៃ\u{200b}ASEAN ไทย\u{200b}เขมร 42 ៤២ ๔๒",
    ];
    for (duty, note) in letters.assessments.iter_mut().zip(notes) {
        duty.note = note.to_owned();
    }
    all.push(named("letters of many scripts", letters));

    let mut evidence = states::realistic(5);
    evidence.contents = Contents {
        bases: true,
        dates: true,
        notes: false,
        evidence: true,
    };
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let pieces = [
        Evidence::new(
            "https://www.bangkokpost.com/thailand/general/3165432/a-title",
            "Bangkok Post",
            day(2025, 12, 27),
        ),
        Evidence::new("HTTP://example.org", "", None),
        Evidence::new("https://គេហទំព័រ.example/ข?a=b#c", "ភស្តុតាង", day(1, 1, 1)),
    ];
    let pieces: Vec<Evidence> = pieces.into_iter().flatten().collect();
    for (number, duty) in evidence.assessments.iter_mut().enumerate() {
        duty.basis = Basis::ALL[number % 6];
        duty.as_of = [None, day(2026, 7, 1), day(2025, 10, 26), day(9_999, 12, 31)][number % 4];
        duty.evidence = pieces.iter().take(number % 5 % 4).cloned().collect();
    }
    evidence.assessments[9].evidence = pieces.iter().cycle().take(MOST_EVIDENCE).cloned().collect();
    all.push(named("evidence, bases, dates", evidence));
    all
}
