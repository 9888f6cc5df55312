//! Arbitrary changes of a review, with text of any language and whatever breaks readers.

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, DutyNumber, Extent, Status};
use accord_checklist::review::{Assessment, Change, Evidence};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::sample::select;

/// 40 cases of each property; more with the environment variable `PROPTEST_CASES`.
pub fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(40);
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Text of any language with whatever breaks readers: marks that combine, right-to-left, quotes, control characters, markup.
pub fn text(most: usize) -> impl Strategy<Value = String> {
    let pieces = [
        "ប្រាសាទ",
        "ស្ត្រី",
        "ព្រំដែន",
        "ปราสาท",
        "ชายแดน",
        "ที่นี่",
        "👩‍👩‍👧",
        "🇰🇭🇹🇭",
        "עברית",
        "\u{202E}abc\u{202C}",
        "\"",
        "'",
        "\\",
        "\\u0000",
        "\0",
        "\n",
        "\r\n",
        "\t",
        "\u{7f}",
        "\u{2028}",
        "\u{feff}",
        "</script>",
        "{\"a\":1}",
        ",",
        ";",
        "=1+1",
        " ",
        "é",
        "e\u{301}",
    ];
    let piece = prop_oneof![
        select(pieces.to_vec()).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[ -~]{0,8}"
    ];
    vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// A duty; often one of the first few, so that changes meet.
pub fn duty() -> impl Strategy<Value = DutyNumber> {
    let all = ACCORD.duties.len() as u16;
    prop_oneof![3 => 0..4_u16, 1 => 0..all].prop_map(DutyNumber)
}

/// A day, or none.
pub fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    let day =
        (0..=9999, 1..=12_u32, 1..=31_u32).prop_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    prop_oneof![Just(None), day]
}

/// A status, with an extent only where it is under way.
pub fn status() -> impl Strategy<Value = (Status, Option<Extent>)> {
    let extent = select(vec![None, Some(Extent::Minimal), Some(Extent::Intermediate)]);
    (select(Status::ALL.to_vec()), extent)
        .prop_map(|(status, extent)| (status, extent.filter(|_| status == Status::UnderWay)))
}

/// A few pieces of evidence.
pub fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let address = prop_oneof![
        "https://[a-z]{1,8}\\.example/[A-Za-z0-9?=&%~_#-]{0,20}",
        "http://ខ្មែរ\\.example/[ក-ហ]{0,5}",
        "HTTPS://ไทย\\.example/\"{0,3}",
    ];
    let one = (address, text(6), day()).prop_map(|(address, title, date)| Evidence::new(&address, &title, date));
    vec(one, 0..4).prop_map(|list| list.into_iter().flatten().collect())
}

/// All that can be said of a duty.
pub fn assessment() -> impl Strategy<Value = Assessment> {
    let basis = select(Basis::ALL.to_vec());
    (
        status(),
        basis,
        day(),
        text(10),
        evidence(),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |((status, extent), basis, as_of, note, evidence, follow_up, from_record)| Assessment {
                status,
                extent,
                basis,
                as_of,
                note,
                evidence,
                follow_up,
                from_record,
                ..Assessment::default()
            },
        )
}

/// Any change but undo and redo.
pub fn act() -> impl Strategy<Value = Change> {
    prop_oneof![
        8 => (vec(duty(), 0..4), status()).prop_map(|(duties, (status, extent))| Change::SetStatus(duties, status, extent)),
        3 => (duty(), select(Basis::ALL.to_vec())).prop_map(|(duty, basis)| Change::SetBasis(duty, basis)),
        3 => (duty(), day()).prop_map(|(duty, day)| Change::SetAsOf(duty, day)),
        3 => (duty(), text(20)).prop_map(|(duty, note)| Change::SetNote(duty, note)),
        2 => (duty(), evidence()).prop_map(|(duty, evidence)| Change::SetEvidence(duty, evidence)),
        2 => (duty(), any::<bool>()).prop_map(|(duty, mark)| Change::SetFollowUp(duty, mark)),
        1 => vec(duty(), 0..6).prop_map(Change::Confirm),
        1 => Just(Change::TakeRecord),
        2 => vec((duty(), assessment()), 0..4).prop_map(Change::Adopt),
        1 => text(8).prop_map(Change::Rename),
        1 => text(8).prop_map(Change::SetAuthor),
    ]
}

/// Any change.
pub fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![4 => act(), 1 => Just(Change::Undo), 1 => Just(Change::Redo)]
}
