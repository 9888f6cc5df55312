//! The store with several reviews: folding a log with every moment at which a tab can die, deleting, putting away.

use crate::{FIRST, LOG, OPEN, REVIEW, act, empty_store, get, keys, load, put, review, set, stamp, storage};
use accord_checklist::accord::ACCORD;
use accord_checklist::browser::shelf::KEPT_DELETED;
use accord_checklist::browser::store::{LONG_LOG, Store};
use accord_checklist::catalogue::{DutyNumber, Status};
use accord_checklist::review::{Assessment, Change, Entry, Review};
use std::collections::BTreeMap;
use wasm_bindgen_test::wasm_bindgen_test;

const TRASH: &str = "accord-checklist/trash/";

/// A store with a review whose log is long enough to be folded.
fn long() -> (Store, Review) {
    let store = empty_store();
    let mut review = review();
    assert_eq!(store.begin(&review), Ok(()));
    for number in 0..LONG_LOG {
        let duty = DutyNumber((number % ACCORD.duties.len()) as u16);
        let entry = act(
            &mut review,
            1 + number as u64,
            Change::SetNote(duty, format!("note {number}")),
        );
        assert_eq!(store.append(&review, &entry), Ok(()));
    }
    (store, review)
}

/// Everything stored, by key.
fn everything() -> BTreeMap<String, String> {
    keys("")
        .into_iter()
        .filter_map(|key| get(&key).map(|text| (key, text)))
        .collect()
}

/// Puts these contents in the place of everything stored.
fn restore(contents: &BTreeMap<String, String>) {
    storage().clear().expect("the storage refuses");
    contents.iter().for_each(|(key, text)| put(key, text));
}

fn said(review: &Review) -> &[Assessment] {
    review.assessments()
}

#[wasm_bindgen_test]
fn a_long_log_is_folded_and_nothing_is_lost() {
    let (store, review) = long();
    assert!(store.fold("r1", stamp(9_000)));
    assert_eq!(keys(&format!("{LOG}r1/")).len(), 0);
    assert_eq!(keys(REVIEW).len(), 1);
    assert_eq!(load(), (Some(review), None));
    assert!(!store.fold("r1", stamp(9_001)), "there is nothing to fold any more");
}

#[wasm_bindgen_test]
fn a_tab_that_dies_at_any_moment_of_folding_loses_nothing() {
    let (store, review) = long();
    let before = everything();
    assert!(store.fold("r1", stamp(9_000)));
    let after = everything();
    // The new base is written first; then each part that is in it goes, one after another, in whatever order.
    let new: Vec<&String> = after.keys().filter(|key| !before.contains_key(*key)).collect();
    assert_eq!(new.len(), 1, "one new base");
    let gone: Vec<&String> = before.keys().filter(|key| !after.contains_key(*key)).collect();
    assert_eq!(gone.len(), LONG_LOG + 1, "the log and the old base");
    for count in [0, 1, 2, 50, 199, 200, 201] {
        for backwards in [false, true] {
            let mut moment = before.clone();
            moment.insert(new[0].clone(), after[new[0]].clone());
            let gone: Vec<&&String> = if backwards {
                gone.iter().rev().collect()
            } else {
                gone.iter().collect()
            };
            gone.into_iter().take(count).for_each(|key| drop(moment.remove(*key)));
            restore(&moment);
            let loaded = load().0.expect("a review");
            assert_eq!(said(&loaded), said(&review), "{count} gone");
            assert_eq!(loaded.history().len(), review.history().len(), "{count} gone");
        }
    }
    // Half a base, as no browser writes it: the rest still has everything.
    let mut torn = before.clone();
    torn.insert(new[0].clone(), after[new[0]][..1_000].to_owned());
    restore(&torn);
    assert_eq!(load().0.as_ref().map(said), Some(said(&review)));
}

#[wasm_bindgen_test]
fn two_tabs_that_fold_at_once_lose_nothing() {
    let (store, mut review) = long();
    let before = everything();
    assert!(store.fold("r1", stamp(9_000)));
    let folded_by_one = everything();
    // The other had read the same, and one act more, before the first deleted anything.
    restore(&before);
    let entry = act(&mut review, 8_000, set(Status::Breached));
    assert_eq!(store.append(&review, &entry), Ok(()));
    assert!(store.fold("r1", stamp(9_500)));
    let mut both = everything();
    both.extend(folded_by_one.into_iter().filter(|(key, _)| key.starts_with(REVIEW)));
    restore(&both);
    assert_eq!(keys(REVIEW).len(), 2, "two bases");
    assert_eq!(load(), (Some(review.clone()), None));
    assert!(store.fold("r1", stamp(9_900)), "two bases become one");
    assert_eq!(keys(REVIEW).len(), 1);
    assert_eq!(load(), (Some(review), None));
}

#[wasm_bindgen_test]
fn a_tab_with_the_older_base_loses_no_act() {
    let (store, review) = long();
    let mut older = review.clone();
    assert!(store.fold("r1", stamp(9_000)));
    let base = keys(REVIEW);
    let entry = act(&mut older, 9_100, set(Status::Disputed));
    assert_eq!(store.append(&older, &entry), Ok(()));
    assert_eq!(keys(REVIEW), base, "no older base is written again");
    assert_eq!(load(), (Some(older), None));
}

#[wasm_bindgen_test]
fn what_a_newer_program_wrote_is_not_folded_away() {
    let (store, review) = long();
    let newer = "{\"format\":\"accord-checklist-entry\",\"version\":99}";
    put(&format!("{LOG}r1/ffff"), newer);
    assert!(store.fold("r1", stamp(9_000)));
    assert_eq!(get(&format!("{LOG}r1/ffff")).as_deref(), Some(newer));
    assert_eq!(load().0.as_ref().map(said), Some(said(&review)));
    let base = "{\"format\":\"accord-checklist-review\",\"version\":99}";
    put(&format!("{REVIEW}r1/ffff"), base);
    let before = everything();
    assert!(!store.fold("r1", stamp(9_001)));
    assert_eq!(everything(), before);
}

#[wasm_bindgen_test]
fn a_full_store_is_not_folded_and_keeps_what_it_has() {
    let (store, review) = long();
    let mut filler = "x".repeat(8 << 20);
    let mut number = 0;
    while !filler.is_empty() {
        match storage().set_item(&format!("filler-{number}"), &filler) {
            Ok(()) => number += 1,
            Err(_) => filler.truncate(filler.len() / 2),
        }
    }
    assert!(!store.fold("r1", stamp(9_000)));
    assert_eq!(keys(REVIEW).len(), 1);
    assert_eq!(load().0.as_ref().map(said), Some(said(&review)));
    storage().clear().expect("the storage refuses");
}

#[wasm_bindgen_test]
fn old_acts_are_forgotten_and_what_they_led_to_stays() {
    let store = empty_store();
    let mut own = review();
    assert_eq!(store.begin(&own), Ok(()));
    let mut last: Option<Entry> = None;
    for number in 0..1_300_u64 {
        let entry = act(&mut own, 1 + number, Change::SetNote(FIRST, format!("note {number}")));
        assert_eq!(store.append(&own, &entry), Ok(()));
        last = Some(entry);
    }
    assert!(store.fold("r1", stamp(9_000)));
    let loaded = load().0.expect("a review");
    assert_eq!(loaded.history().len(), accord_checklist::review::MOST_ACTS);
    assert_eq!(loaded.history().last(), last.as_ref());
    assert_eq!(said(&loaded), said(&own));
}

// Several reviews

/// Ids on the shelf with their marks: archived, deleted.
fn shelf(store: Store) -> Vec<(String, bool, bool)> {
    let mut all: Vec<_> = store
        .shelf()
        .into_iter()
        .map(|kept| (kept.id, kept.archived, kept.deleted.is_some()))
        .collect();
    all.sort();
    all
}

fn second() -> Review {
    Review::new("r2".to_owned(), "Another".to_owned(), stamp(10))
}

#[wasm_bindgen_test]
fn reviews_stand_beside_each_other() {
    let store = empty_store();
    assert_eq!(store.begin(&review()), Ok(()));
    assert_eq!(store.keep(&second()), Ok(()));
    assert_eq!(store.open_id().as_deref(), Some("r1"));
    assert_eq!(
        shelf(store),
        [("r1".to_owned(), false, false), ("r2".to_owned(), false, false)]
    );
    assert_eq!(store.make_open("r2"), Ok(()));
    assert_eq!(load(), (Some(second()), None));
    assert_eq!(store.look_at("r1"), Some(review()));
    assert_eq!(store.archive("r1", true), Ok(()));
    assert_eq!(shelf(store)[0], ("r1".to_owned(), true, false));
    assert_eq!(store.archive("r1", false), Ok(()));
    assert_eq!(shelf(store)[0], ("r1".to_owned(), false, false));
}

#[wasm_bindgen_test]
fn what_was_deleted_can_be_brought_back_for_thirty_days() {
    let store = empty_store();
    assert_eq!(store.begin(&review()), Ok(()));
    let now = stamp(100).milliseconds();
    assert_eq!(store.set_deleted("r1", Some(now)), Ok(()));
    assert_eq!(load().0, None, "a deleted review is not open");
    store.purge_old(now + KEPT_DELETED);
    assert_eq!(shelf(store), [("r1".to_owned(), false, true)]);
    assert_eq!(store.set_deleted("r1", None), Ok(()));
    assert_eq!(load().0, Some(review()));
    assert_eq!(store.set_deleted("r1", Some(now)), Ok(()));
    store.purge_old(now + KEPT_DELETED + 1);
    assert_eq!(shelf(store), []);
    assert_eq!(keys(REVIEW).len() + keys(TRASH).len(), 0);
}

#[wasm_bindgen_test]
fn a_deleted_review_that_another_tab_works_on_comes_back() {
    let store = empty_store();
    let mut own = review();
    assert_eq!(store.begin(&own), Ok(()));
    let now = stamp(0).milliseconds();
    assert_eq!(store.set_deleted("r1", Some(now)), Ok(()));
    let entry = act(&mut own, 5, set(Status::Fulfilled));
    assert_eq!(store.append(&own, &entry), Ok(()));
    assert_eq!(shelf(store), [("r1".to_owned(), false, false)]);
    // The mark came after the act of the other tab was under way.
    assert_eq!(store.set_deleted("r1", Some(now)), Ok(()));
    store.purge_old(now + 2 * KEPT_DELETED);
    assert_eq!(shelf(store), [("r1".to_owned(), false, false)]);
}

#[wasm_bindgen_test]
fn only_what_was_deleted_can_be_taken_away_for_good() {
    let store = empty_store();
    assert_eq!(store.begin(&review()), Ok(()));
    store.purge("r1");
    assert_eq!(load().0, Some(review()));
    assert_eq!(get(OPEN).as_deref(), Some("r1"));
}

#[wasm_bindgen_test]
fn what_cannot_be_read_stands_on_the_shelf_and_is_left_alone() {
    let store = empty_store();
    assert_eq!(store.begin(&review()), Ok(()));
    put(&format!("{REVIEW}r8"), "{\"torn");
    put(
        &format!("{REVIEW}r9"),
        "{\"format\":\"accord-checklist-review\",\"version\":99}",
    );
    let before = everything();
    let kept: Vec<(String, bool, bool)> = {
        let mut all: Vec<_> = store
            .shelf()
            .into_iter()
            .map(|kept| (kept.id, kept.summary.is_some(), kept.newer))
            .collect();
        all.sort();
        all
    };
    assert_eq!(
        kept,
        [
            ("r1".to_owned(), true, false),
            ("r8".to_owned(), false, false),
            ("r9".to_owned(), false, true)
        ]
    );
    assert_eq!(everything(), before);
}
