//! What is stored is read back; what is cut off, garbled, foreign or newer is refused by its name.

use crate::arbitrary::{any_change, config, text};
use crate::{START, blank, change};
use accord_checklist::review::{
    Change, Entry, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE, Review, STORED_VERSION, Stamp, StoredFault, read_base,
    read_entry, write_base, write_entry,
};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, TestCaseError, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_stored_is_read_back(acts in vec(any_change(), 0..20), reason in text(10), id in "[a-z0-9-]{1,36}", name in text(30)) {
        let mut review = Review::new(id, name, Stamp::next(START, 3, Stamp::default()));
        for one in acts {
            let stamp = Stamp::next(START, 3, review.changed());
            if let Some((entry, _)) = review.apply_because(one, reason.clone(), stamp) {
                prop_assert_eq!(&read_entry(&write_entry(&entry)).expect("an entry is read back"), &entry);
            }
        }
        let text = write_base(&review);
        let read = read_base(&text).expect("a review is read back");
        prop_assert_eq!(&read, &review);
        prop_assert_eq!(write_base(&read), text, "and written the same");
    }

    #[test]
    fn what_is_cut_off_is_no_json(acts in vec(any_change(), 0..6), cut in any::<Index>()) {
        let mut review = blank();
        let entries: Vec<Entry> = acts.into_iter().filter_map(|one| change(&mut review, one)).map(|(entry, _)| entry).collect();
        let short = |text: &str| {
            let place = (0..=cut.index(text.len())).rev().find(|&place| text.is_char_boundary(place)).unwrap_or(0);
            text[..place].to_owned()
        };
        prop_assert_eq!(read_base(&short(&write_base(&review))), Err(StoredFault::NotJson));
        for entry in entries {
            prop_assert_eq!(read_entry(&short(&write_entry(&entry))), Err(StoredFault::NotJson));
        }
    }

    #[test]
    fn garbage_never_panics(garbage in prop_oneof![text(30), any::<String>(), any_json(4).prop_map(|json| json.to_string())]) {
        prop_assert!(read_base(&garbage).is_err());
        prop_assert!(read_entry(&garbage).is_err());
    }

    #[test]
    fn garbled_text_is_refused_or_read_whole(acts in vec(any_change(), 1..8), hits in vec((any::<Index>(), any::<char>()), 1..4)) {
        let mut review = blank();
        for one in acts {
            change(&mut review, one);
        }
        let mut garbled: Vec<char> = write_base(&review).chars().collect();
        for (place, c) in hits {
            let place = place.index(garbled.len());
            garbled[place] = c;
        }
        let garbled: String = garbled.into_iter().collect();
        survives(&garbled)?;
    }

    #[test]
    fn a_value_in_the_wrong_place_is_refused_or_read_whole(
        acts in vec(any_change(), 1..8),
        place in any::<Index>(),
        other in any_json(2),
    ) {
        let mut review = blank();
        for one in acts {
            change(&mut review, one);
        }
        let mut json: Json = serde_json::from_str(&write_base(&review)).expect("a review is JSON");
        let count = leaves(&mut json).len();
        let leaf = place.index(count);
        *leaves(&mut json).swap_remove(leaf) = other;
        survives(&json.to_string())?;
    }
}

/// Whatever is read can be worked with, written and read again.
fn survives(text: &str) -> Result<(), TestCaseError> {
    let Ok(mut read) = read_base(text) else {
        return Ok(());
    };
    prop_assert_eq!(read_base(&write_base(&read)), Ok(read.clone()));
    for one in [
        Change::Undo,
        Change::Redo,
        Change::Undo,
        Change::TakeRecord,
        Change::Undo,
        Change::Undo,
    ] {
        let stamp = Stamp::next(START, 1, read.changed());
        let done = read.apply(one, stamp);
        if let Some((entry, _)) = done {
            prop_assert_eq!(read_entry(&write_entry(&entry)), Ok(entry));
        }
    }
    prop_assert_eq!(read_base(&write_base(&read)), Ok(read.clone()));
    Ok(())
}

/// Everything in a JSON value that is neither list nor object.
fn leaves(json: &mut Json) -> Vec<&mut Json> {
    match json {
        Json::Array(list) => list.iter_mut().flat_map(leaves).collect(),
        Json::Object(fields) => fields.iter_mut().flat_map(|(_, value)| leaves(value)).collect(),
        leaf => vec![leaf],
    }
}

fn any_json(depth: u32) -> impl Strategy<Value = Json> {
    let names = [
        "",
        "status",
        "note",
        "KLD-6b/thailand",
        "fulfilled",
        "set",
        "undo",
        "name",
        "7fffffffffffffff",
        "0",
        "2025-02-31",
    ];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        select(names.to_vec()).prop_map(Json::from),
        text(5).prop_map(Json::from),
    ];
    leaf.prop_recursive(depth, 24, 5, |inner| {
        let list = vec(inner.clone(), 0..5).prop_map(Json::from);
        let object = vec((text(3), inner), 0..5).prop_map(|fields| Json::Object(fields.into_iter().collect()));
        prop_oneof![list, object]
    })
}

// Faults, each by its name

#[track_caller]
fn base_fault(text: &str, expected: &StoredFault) {
    assert_eq!(read_base(text).as_ref(), Err(expected), "{text}");
}

#[track_caller]
fn entry_fault(text: &str, expected: &StoredFault) {
    assert_eq!(read_entry(text).as_ref(), Err(expected), "{text}");
}

fn damaged(what: &str) -> StoredFault {
    StoredFault::Damaged(what.to_owned())
}

const REVIEW: &str = "accord-checklist-review";
const ENTRY: &str = "accord-checklist-entry";

#[test]
fn foreign_and_newer_text_is_told_apart() {
    for foreign in [
        "null",
        "[]",
        "1",
        "\"x\"",
        "{}",
        r#"{"format":"other","version":1}"#,
        r#"{"format":1,"version":1}"#,
    ] {
        base_fault(foreign, &StoredFault::Foreign);
        entry_fault(foreign, &StoredFault::Foreign);
    }
    for broken in ["", " ", "{", "review", "{'format':1}", "\u{feff}{}"] {
        base_fault(broken, &StoredFault::NotJson);
        entry_fault(broken, &StoredFault::NotJson);
    }
    let head = |format: &str, version: u32| json!({ "format": format, "version": version, "new": [1] }).to_string();
    base_fault(
        &head(REVIEW, STORED_VERSION + 1),
        &StoredFault::Newer(STORED_VERSION + 1),
    );
    entry_fault(&head(ENTRY, 77), &StoredFault::Newer(77));
    base_fault(&head(REVIEW, 0), &StoredFault::Foreign);
    base_fault(&head(ENTRY, 1), &StoredFault::Foreign);
    entry_fault(&head(REVIEW, 1), &StoredFault::Foreign);
    let deep = "[".repeat(100_000);
    base_fault(&deep, &StoredFault::NotJson);
}

/// A stored review in which this assessment stands for `KLD-6b/thailand`.
fn base_with(assessment: Json) -> String {
    json!({
        "format": REVIEW, "version": 1, "id": "r", "name": "n", "created": "0000000000000001", "edition": "2026-11",
        "assessments": { "KLD-6b/thailand": assessment },
    })
    .to_string()
}

#[track_caller]
fn assessment_fault(assessment: Json, expected: &str) {
    base_fault(
        &base_with(assessment),
        &damaged(&format!("KLD-6b/thailand: {expected}")),
    );
}

#[test]
fn a_damaged_assessment_is_named() {
    assert!(read_base(&base_with(json!({ "status": "fulfilled" }))).is_ok());
    assessment_fault(json!({ "status": "done" }), "unknown status `done`");
    assessment_fault(json!({}), "unknown status ``");
    assessment_fault(
        json!({ "status": "under-way", "extent": "much" }),
        "unknown extent `much`",
    );
    assessment_fault(
        json!({ "status": "fulfilled", "basis": "rumour" }),
        "unknown basis `rumour`",
    );
    assessment_fault(
        json!({ "status": "fulfilled", "as_of": "2025-02-31" }),
        "`2025-02-31` is no day",
    );
    assessment_fault(
        json!({ "status": "fulfilled", "changed": "yesterday" }),
        "`yesterday` is no stamp",
    );
    assessment_fault(
        json!({ "status": "fulfilled", "note": "x".repeat(LONGEST_NOTE + 1) }),
        "note: longer than 4000 characters",
    );
    let link = |address: &str| json!({ "address": address });
    assessment_fault(
        json!({ "status": "fulfilled", "evidence": [link("javascript:alert(1)")] }),
        "evidence: no web address",
    );
    let many = vec![link("https://example.org/"); MOST_EVIDENCE + 1];
    assessment_fault(
        json!({ "status": "fulfilled", "evidence": many }),
        "evidence: more than 20",
    );
    let long = json!([{ "address": "https://example.org/", "title": "x".repeat(LONGEST_TEXT + 1) }]);
    assessment_fault(
        json!({ "status": "fulfilled", "evidence": long }),
        "evidence title: longer than 200 characters",
    );
    assessment_fault(
        json!({ "status": "fulfilled", "extent": "minimal" }),
        "an extent without under-way",
    );
    for form in [
        json!({ "status": 3 }),
        json!(3),
        json!({ "status": "fulfilled", "nota": "a field that nobody knows" }),
    ] {
        let read = read_base(&base_with(form));
        assert!(
            matches!(&read, Err(StoredFault::Damaged(what)) if what.starts_with("KLD-6b/thailand: ")),
            "{read:?}"
        );
    }
}

#[track_caller]
fn edit_fault(edit: Json, expected: &str) {
    let entry = json!({ "format": ENTRY, "version": 1, "stamp": "0000000000000001", "act": "set", "edits": [edit] });
    entry_fault(&entry.to_string(), &damaged(expected));
}

#[test]
fn a_damaged_entry_is_named() {
    let duty = "KLD-6b/thailand";
    edit_fault(
        json!({ "duty": duty, "field": "colour", "from": "red", "to": "blue" }),
        "unknown field `colour`",
    );
    edit_fault(
        json!({ "duty": duty, "field": "status", "from": "done", "to": "fulfilled" }),
        "unknown status `done`",
    );
    edit_fault(
        json!({ "duty": duty, "field": "status", "from": 1, "to": "fulfilled" }),
        "status has another form",
    );
    edit_fault(
        json!({ "duty": duty, "field": "follow_up", "from": "no", "to": true }),
        "follow_up has another form",
    );
    edit_fault(
        json!({ "duty": duty, "field": "as_of", "from": null, "to": "soon" }),
        "`soon` is no day",
    );
    edit_fault(
        json!({ "duty": duty, "field": "evidence", "from": [], "to": [1] }),
        "evidence has another form",
    );
    edit_fault(
        json!({ "duty": duty, "field": "note", "from": "", "to": "x".repeat(LONGEST_NOTE + 1) }),
        "note: longer than 4000 characters",
    );
    edit_fault(
        json!({ "field": "name", "from": "", "to": "x".repeat(LONGEST_TEXT + 1) }),
        "name: longer than 200 characters",
    );
    edit_fault(
        json!({ "duty": duty, "field": "status", "from": "not-assessed", "to": "fulfilled:minimal" }),
        "an extent without under-way",
    );
    edit_fault(
        json!({ "duty": duty, "field": "name", "from": "a", "to": "b" }),
        "name is no value of a duty",
    );
    edit_fault(
        json!({ "duty": "ABC-1/cambodia", "field": "author", "from": "a", "to": "b" }),
        "author is no value of a duty",
    );
    edit_fault(
        json!({ "field": "note", "from": "a", "to": "b" }),
        "note is no value of a review",
    );
    let entry = |act: &str, of: Json| {
        json!({ "format": ENTRY, "version": 1, "stamp": "1", "act": act, "of": of, "edits": [] }).to_string()
    };
    entry_fault(&entry("praise", Json::Null), &damaged("unknown act `praise`"));
    entry_fault(&entry("undo", Json::Null), &damaged("unknown act `undo`"));
    entry_fault(&entry("undo", json!("never")), &damaged("`never` is no stamp"));
}
