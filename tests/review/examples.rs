//! Examples of everything stored, which are read for ever and written back unchanged in meaning.

use crate::change;
use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, Extent, Status};
use accord_checklist::review::{Act, Assessment, Change, Review, Target, read_base, write_base};
use chrono::NaiveDate;
use serde_json::Value as Json;

/// Every example of version 1. None is ever changed or taken away; a new version adds its own.
const EXAMPLES: [(&str, &str); 3] = [
    ("blank", include_str!("../golden/review-v1-blank.json")),
    ("full", include_str!("../golden/review-v1-full.json")),
    ("elsewhere", include_str!("../golden/review-v1-elsewhere.json")),
];

fn example(name: &str) -> Review {
    let (_, text) = EXAMPLES
        .iter()
        .find(|(other, _)| *other == name)
        .expect("the example is there");
    read_base(text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

#[test]
fn every_example_is_read_and_written_back_unchanged() {
    for (name, text) in EXAMPLES {
        let mut before: Json = serde_json::from_str(text).expect("an example is JSON");
        let mut after: Json = serde_json::from_str(&write_base(&example(name))).expect("a review is JSON");
        for json in [&mut before, &mut after] {
            // The edition is that of the program that writes.
            json["edition"].take();
        }
        assert_eq!(before, after, "{name}");
    }
}

#[test]
fn the_blank_example_says_nothing() {
    let review = example("blank");
    assert_eq!(
        (review.id(), review.name(), review.author()),
        ("blank", "My review", "")
    );
    assert!(review.assessments().iter().all(Assessment::is_blank));
    assert!(!review.can_undo() && !review.can_redo());
}

#[test]
fn the_full_example_means_what_it_meant() {
    let mut review = example("full");
    let duty = |name: &str| ACCORD.duty_of_name(name).unwrap_or_else(|| panic!("{name} is gone"));
    let release = review.assessment(duty("KLD-6b/thailand"));
    assert_eq!((release.status, release.basis), (Status::Fulfilled, Basis::Observers));
    assert_eq!(release.as_of, NaiveDate::from_ymd_opt(2025, 12, 31));
    assert_eq!(
        release.note,
        "Hand-over at 10:00.\nទាហាន ១៨ នាក់ បានវិលត្រឡប់។ ทหาร 18 นายกลับบ้านแล้ว 🕊️ \"quoted\" \\ <b>plain</b>"
    );
    assert_eq!(release.evidence.len(), 2);
    assert_eq!(release.evidence[0].address(), "https://example.org/handover?a=1&b=2");
    assert_eq!(release.evidence[1].date, NaiveDate::from_ymd_opt(2026, 1, 2));
    let demining = review.assessment(duty("KLD-4d-1/cambodia"));
    assert_eq!(
        (demining.status, demining.extent, demining.follow_up),
        (Status::UnderWay, Some(Extent::Minimal), true)
    );
    assert!(review.assessment(duty("CF27-1a/thailand")).from_record);
    let acts: Vec<Act> = review.history().iter().map(|entry| entry.act).collect();
    let (undone, redone) = (review.history()[5].stamp, review.history()[5].stamp);
    assert_eq!(
        acts[..6],
        [Act::Set, Act::Adopt, Act::Set, Act::Set, Act::Adopt, Act::Set]
    );
    assert_eq!(acts[6..], [Act::Undo(undone), Act::Redo(redone), Act::Undo(undone)]);
    assert_eq!(review.history()[2].reason, "Read in the news");
    assert!(review.can_undo() && review.can_redo());
    assert!(change(&mut review, Change::Redo).is_some());
    assert_eq!(review.name(), "ការត្រួតពិនិត្យ · การตรวจสอบ");
}

#[test]
fn what_no_edition_has_is_kept_as_it_is() {
    let mut review = example("elsewhere");
    let known = ACCORD.duty_of_name("KLD-6b/thailand").expect("KLD-6b is there");
    assert_eq!(review.assessment(known).status, Status::Fulfilled);
    assert_eq!(
        review.history()[0].edits[0].target,
        Target::Elsewhere("XYZ-9/cambodia".to_owned())
    );
    change(&mut review, Change::SetStatus(vec![known], Status::Disputed, None));
    while change(&mut review, Change::Undo).is_some() {}
    let written: Json = serde_json::from_str(&write_base(&review)).expect("a review is JSON");
    let example: Json = serde_json::from_str(EXAMPLES[2].1).expect("an example is JSON");
    for name in ["XYZ-9/cambodia", "KLD-6b/atlantis", "no slash"] {
        assert!(!example["assessments"][name].is_null(), "{name} stands in the example");
        assert_eq!(written["assessments"][name], example["assessments"][name], "{name}");
    }
}
