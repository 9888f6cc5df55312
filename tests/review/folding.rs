//! Folding at its edges: what an act weighs, which act is the last that stays, and folded acts that come again.

use crate::arbitrary::config;
use crate::{blank, change, difference, says_the_same, two_tabs};
use accord_checklist::catalogue::{DutyNumber, Status};
use accord_checklist::review::{
    Act, Change, Edit, Entry, Evidence, Field, Review, Stamp, Target, Value, read_base, write_base, write_entry,
};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use serde_json::{Value as Json, json};

// What an act weighs

fn entry(reason: &str, before: Value, after: Value) -> Entry {
    Entry {
        stamp: Stamp::of_number(1 << 40),
        act: Act::Set,
        reason: reason.to_owned(),
        edits: vec![Edit {
            target: match after.field() {
                Field::Name | Field::Author => Target::Review,
                _ => Target::Duty(DutyNumber(0)),
            },
            before,
            after,
        }],
    }
}

/// Whether the second entry weighs as much more than the first as it takes more bytes in the store, and each about what it takes.
#[track_caller]
fn check_growth(short: &Entry, long: &Entry) {
    let (before, after) = (write_entry(short).len(), write_entry(long).len());
    assert!(after > before + 50, "{before}, then {after} bytes");
    assert_eq!(long.weight() - short.weight(), after - before);
    for (entry, bytes) in [(short, before), (long, after)] {
        let weight = entry.weight();
        assert!((bytes / 2..2 * bytes).contains(&weight), "{weight} for {bytes} bytes");
    }
}

#[test]
fn an_act_weighs_what_it_takes_in_the_store() {
    let long = "x".repeat(101);
    let short = "x".repeat(20);
    let none = || Value::FollowUp(false);
    check_growth(
        &entry(&short, none(), Value::FollowUp(true)),
        &entry(&long, none(), Value::FollowUp(true)),
    );
    let of = |text: &str, title: &str| Evidence::new(&format!("https://example.org/{text}"), title, None);
    let evidence = |text: &str, title: &str| Value::Evidence(of(text, title).into_iter().collect());
    for (less, more) in [
        (Value::Note(short.clone()), Value::Note(long.clone())),
        (Value::Name(short.clone()), Value::Name(long.clone())),
        (Value::Author(short.clone()), Value::Author(long.clone())),
        (evidence(&short, &short), evidence(&long, &short)),
        (evidence(&short, &short), evidence(&short, &long)),
    ] {
        let smallest = entry("", less.clone(), less.clone());
        check_growth(&smallest, &entry("", more.clone(), less.clone()));
        check_growth(&smallest, &entry("", less.clone(), more.clone()));
        check_growth(&entry("", more.clone(), less), &entry("", more.clone(), more));
    }
    let one = entry("", Value::FollowUp(false), Value::FollowUp(true));
    let mut many = one.clone();
    many.edits.extend(vec![one.edits[0].clone(); 99]);
    let (weight, bytes) = (many.weight(), write_entry(&many).len());
    assert!((bytes..2 * bytes).contains(&weight), "{weight} for {bytes} bytes");
}

#[test]
fn the_acts_that_just_fit_stay() {
    let mut review = blank();
    for number in 0..5 {
        change(&mut review, Change::SetNote(DutyNumber(number), "x".repeat(30)));
    }
    let weight = |acts: &[Entry]| acts.iter().map(Entry::weight).sum::<usize>();
    for kept in 1..=5 {
        let bytes = weight(&review.history()[5 - kept..]);
        for (bytes, kept) in [(bytes, kept), (bytes - 1, 1.max(kept - 1))] {
            let mut folded = review.clone();
            assert_eq!(folded.fold(5, bytes), 5 - kept, "{bytes} bytes");
            assert_eq!(folded.history(), &review.history()[5 - kept..]);
        }
    }
    let mut folded = review.clone();
    assert_eq!(folded.fold(5, 0), 4, "the newest stays, whatever it weighs");
}

// Folded acts that come again

/// A review in which an act has the stamp 20000, and `folded` says that the same value was changed at this time.
#[track_caller]
fn check_folded(time: &str, is_kept: bool) {
    let duty = "KLD-6b/thailand";
    let text = json!({
        "format": "accord-checklist-review", "version": 2, "id": "r", "name": "n", "created": "1", "edition": "e",
        "assessments": { duty: { "status": "fulfilled", "changed": "20000" } },
        "folded": { duty: { "status": time } },
        "history": [{ "stamp": "20000", "act": "set",
            "edits": [{ "duty": duty, "field": "status", "from": "not-assessed", "to": "fulfilled" }] }],
    });
    let review = read_base(&text.to_string()).expect("it is read");
    let written: Json = serde_json::from_str(&write_base(&review)).expect("a review is JSON");
    let kept = &written["folded"][duty]["status"];
    assert_eq!(kept.is_string(), is_kept, "{time}: {kept}");
}

#[test]
fn of_a_value_the_later_of_act_and_folded_act_is_known() {
    check_folded("1ffff", false);
    check_folded("20000", false);
    check_folded("20001", true);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn folded_acts_that_come_again_change_nothing_but_the_history((base, entries) in two_tabs(), most in 0..6_usize) {
        let mut whole = base;
        entries.iter().for_each(|entry| drop(whole.take(entry.clone())));
        let mut folded = whole.clone();
        folded.fold_history(most);
        for entry in &entries {
            folded.take(entry.clone());
            prop_assert!(says_the_same(&folded, &whole), "{}", difference(&folded, &whole));
            prop_assert_eq!(&read_base(&write_base(&folded)).expect("it is read back"), &folded);
        }
    }
}

/// What was folded here and comes once more from another tab stands in the history again, and only there.
#[test]
fn a_folded_act_that_comes_again_is_known_once() {
    let mut review = blank();
    let duty = vec![DutyNumber(0)];
    let done = change(&mut review, Change::SetStatus(duty, Status::Fulfilled, None));
    let (entry, _) = done.expect("it changes something");
    let whole = review.clone();
    review.fold_history(0);
    assert!(folded_of(&review).is_object());
    review.take(entry);
    assert_eq!(folded_of(&review), Json::Null);
    assert_eq!(review, whole);
}

fn folded_of(review: &Review) -> Json {
    let mut written: Json = serde_json::from_str(&write_base(review)).expect("a review is JSON");
    written["folded"].take()
}
