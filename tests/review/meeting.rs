//! Where two states of a review meet: changes of the very same moment, and duties that this edition does not have.

use crate::{START, blank, change};
use accord_checklist::catalogue::{DutyNumber, Status};
use accord_checklist::review::compare::{Side, differences};
use accord_checklist::review::{Assessment, Change, Review, Stamp, Touched, read_base, read_entry, write_base};
use serde_json::{Value as Json, json};

/// Both merged, which is the same in either order; and merging once more, or with itself, touches nothing.
#[track_caller]
fn met(one: &Review, other: &Review) -> Review {
    let (mut both, mut back) = (one.clone(), other.clone());
    both.merge(other);
    back.merge(one);
    assert_eq!(both, back, "in either order");
    for again in [one, other, &both.clone()] {
        let before = both.clone();
        assert_eq!(both.merge(again), Touched::default());
        assert_eq!(both, before);
    }
    both
}

// The very same moment

#[test]
fn of_two_changes_of_one_moment_the_greater_wins_with_its_act() {
    let after = |note: &str| {
        let mut review = blank();
        change(&mut review, Change::SetNote(DutyNumber(0), note.to_owned()));
        review
    };
    for (one, other) in [("a", "b"), ("b", "a"), ("a", "aa"), ("ក", "ก")] {
        let both = met(&after(one), &after(other));
        assert_eq!(both, after(one.max(other)), "{one} and {other}");
    }
    let both = met(&after("same"), &after("same"));
    assert_eq!(both.history().len(), 1);
}

#[test]
fn a_review_that_was_given_two_names_at_its_beginning_has_the_greater() {
    let named = |name: &str| blank().with_name(name);
    for (one, other) in [("a", "b"), ("b", "a"), ("", "a")] {
        assert_eq!(met(&named(one), &named(other)).name(), one.max(other));
    }
}

// Duties of another edition

const OTHER: &str = "XYZ-9/cambodia";

fn base_with(elsewhere: &Json) -> Review {
    let text = json!({
        "format": "accord-checklist-review", "version": 1, "id": "r1", "name": "n", "created": "1", "edition": "e",
        "assessments": { OTHER: elsewhere },
    });
    read_base(&text.to_string()).expect("it is read")
}

fn elsewhere(review: &Review) -> Json {
    let mut written: Json = serde_json::from_str(&write_base(review)).expect("a review is JSON");
    written["assessments"][OTHER].take()
}

#[test]
fn of_a_duty_of_another_edition_the_whole_that_was_changed_later_stays() {
    let old = json!({ "basis": "press", "changed": "019aec3d00000002", "status": "suspended" });
    let new = json!({ "basis": "observers", "changed": "019aec3e00000002", "status": "breached" });
    let same_moment = json!({ "basis": "own-check", "changed": "019aec3e00000002", "status": "breached" });
    let without_time = json!({ "status": "fulfilled" });
    let another_form = json!(7);
    for (loses, wins) in [
        (&old, &new),
        (&new, &same_moment),
        (&without_time, &old),
        (&another_form, &new),
        (&Json::Null, &old),
        (&new, &new),
    ] {
        let both = met(&base_with(loses), &base_with(wins));
        assert_eq!(&elsewhere(&both), wins, "{loses}");
        assert_eq!(
            elsewhere(&met(&blank(), &base_with(wins))),
            *wins,
            "what one side alone knows"
        );
    }
}

/// Takes an act of this time that writes the note `new`.
#[track_caller]
fn check_act(stored: &Json, stamp: &str, expected: &Json) {
    let mut review = base_with(stored);
    let entry = json!({
        "format": "accord-checklist-entry", "version": 1, "stamp": stamp, "act": "set",
        "edits": [{ "duty": OTHER, "field": "note", "from": "", "to": "new" }],
    });
    review.take(read_entry(&entry.to_string()).expect("an entry"));
    assert_eq!(&elsewhere(&review), expected, "{stored} at {stamp}");
    assert_eq!(read_base(&write_base(&review)), Ok(review));
}

#[test]
fn an_act_on_a_duty_of_another_edition_changes_what_it_names_and_the_time() {
    let (early, late) = ("019aec3d00000002", "019aec3e00000002");
    let known = |changed: &str| json!({ "changed": changed, "note": "new", "status": "x" });
    check_act(&json!({ "changed": early, "status": "x" }), late, &known(late));
    check_act(&json!({ "changed": late, "status": "x" }), early, &known(late));
    check_act(&json!({ "changed": late, "status": "x" }), late, &known(late));
    check_act(&json!({ "status": "x" }), early, &known(early));
    // What is not written as this program writes a duty is given no time; what is no object is left alone.
    check_act(&json!({ "status": 7 }), early, &json!({ "note": "new", "status": 7 }));
    check_act(&json!({}), early, &json!({ "note": "new" }));
    check_act(&json!([1]), early, &json!([1]));
    check_act(&json!("x"), early, &json!("x"));
}

// Which side is newer

#[track_caller]
fn check_newer(mine: u64, theirs: u64, newer: Option<Side>) {
    let said = |status: Status, changed: u64| Assessment {
        status,
        changed: Stamp::of_number(changed),
        ..Assessment::default()
    };
    let found = differences(&[said(Status::Fulfilled, mine)], &[said(Status::Disputed, theirs)]);
    let found: Vec<Option<Side>> = found.iter().map(|one| one.newer).collect();
    assert_eq!(found, [newer], "{mine} against {theirs}");
}

#[test]
fn a_side_is_newer_only_where_both_times_are_known() {
    check_newer(START, START + 1, Some(Side::Theirs));
    check_newer(START + 1, START, Some(Side::Mine));
    check_newer(START, START, None);
    check_newer(0, START, None);
    check_newer(START, 0, None);
    check_newer(0, 0, None);
}
