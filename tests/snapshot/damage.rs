//! Links that cannot be read, and what chat apps, mail and people make of links.

use super::outside::{put_together_of, shape, take_apart};
use super::states;
use accord_checklist::accord::ACCORD;
use accord_checklist::snapshot::{SnapshotFault, decode, encode, find, in_capitals};

// ── Faults ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

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
fn capitals_are_read_only_as_they_are_written() {
    let link = encode(&states::random_statuses(1));
    let (expected, capitals) = (link.len() - 2, in_capitals(&link));
    assert_eq!(decode(&capitals), decode(&link));
    assert!(
        capitals
            .bytes()
            .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    );
    let spare = 5 * (capitals.len() - 2) - 6 * expected;
    assert!(
        (1..5).contains(&spare),
        "choose a state whose last letter has bits to spare"
    );
    let (front, last) = capitals.split_at(capitals.len() - 1);
    let next = char::from(last.as_bytes()[0] + 1);
    let rows = [
        (
            front.to_owned(),
            SnapshotFault::Cut {
                arrived: expected - 1,
                expected,
            },
        ),
        (capitals[..42].to_owned(), SnapshotFault::Cut { arrived: 33, expected }),
        (format!("{front}{next}"), SnapshotFault::Damaged),
        (format!("{capitals}A"), SnapshotFault::Damaged),
        (format!("{capitals} "), SnapshotFault::Damaged),
        (capitals.to_lowercase(), SnapshotFault::Foreign),
        (capitals.replacen("Q1", "Q2", 1), SnapshotFault::NewerFormat),
        ("Q1".to_owned(), SnapshotFault::Damaged),
        ("Q".to_owned(), SnapshotFault::Foreign),
        ("QUARTER".to_owned(), SnapshotFault::Foreign),
    ];
    for (text, fault) in rows {
        assert_eq!(decode(&text), Err(fault), "{text}");
    }
    let newer = capitals.replacen("Q1", "Q2", 1);
    assert_eq!(find(&format!("https://example.org/#{newer}.")), Some(newer));
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

// ── Repair ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

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
    // Pieces shorter than many words: only the stated length says where the link ends and the sentence goes on.
    let short_pieces = link
        .as_bytes()
        .chunks(7)
        .map(|piece| String::from_utf8_lossy(piece))
        .collect::<Vec<_>>()
        .join(" ");
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
        format!("#{short_pieces} is the link"),
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

#[test]
fn a_text_without_end_is_cut_between_letters() {
    for letters in ["", "a", "ab"] {
        // Letters of three bytes: wherever the text is cut, one of these begins inside a letter.
        let text = format!("#s1AbC {letters}{}", "ก".repeat(400_000));
        assert_eq!(find(&text).as_deref(), Some("s1AbC"), "{letters}");
    }
}
