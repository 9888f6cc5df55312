//! Folding, merging and comparing: laws over arbitrary reviews, and a few that are told by hand.

use crate::arbitrary::{act, any_change, config};
use crate::{START, blank, change, difference, holds, says_the_same, two_tabs};
use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, DutyNumber, Status};
use accord_checklist::review::compare::{SaidBy, Side, differences, taken};
use accord_checklist::review::{
    Assessment, Change, Entry, Field, MOST_ACTS, MOST_HISTORY_BYTES, Review, Stamp, read_base, write_base,
};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

/// Two states of one review, each with acts that the other has not and with its old acts folded, and all their acts.
fn two_states() -> impl Strategy<Value = (Review, Review, Review, Vec<Entry>)> {
    (two_tabs(), vec(any::<bool>(), 20), 0..8_usize, 0..8_usize).prop_map(|((base, entries), whose, one, other)| {
        let mut states = [base.clone(), base.clone()];
        for (entry, second) in entries.iter().zip(whose.into_iter().cycle()) {
            states[usize::from(second)].take(entry.clone());
        }
        let [mut a, mut b] = states;
        a.fold_history(one);
        b.fold_history(other);
        (base, a, b, entries)
    })
}

fn merged(one: &Review, other: &Review) -> Review {
    let mut review = one.clone();
    review.merge(other);
    review
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_the_same_in_either_order_and_twice((_, a, b, _) in two_states()) {
        let both = merged(&a, &b);
        prop_assert_eq!(&both, &merged(&b, &a), "in either order");
        prop_assert_eq!(&merged(&both, &b), &both, "twice");
        prop_assert_eq!(&merged(&both, &a), &both, "with what it came from");
        prop_assert_eq!(&merged(&a, &a), &a, "with itself");
        prop_assert_eq!(&read_base(&write_base(&both)).expect("it is read back"), &both);
    }

    #[test]
    fn merging_three_is_the_same_however_they_meet((_, a, b, _) in two_states(), more in vec(any_change(), 0..6)) {
        let mut c = b.clone();
        for one in more {
            change(&mut c, one);
        }
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merging_folded_states_loses_no_change((base, a, b, entries) in two_states()) {
        let mut whole = base;
        for entry in &entries {
            whole.take(entry.clone());
        }
        let both = merged(&a, &b);
        prop_assert!(says_the_same(&both, &whole), "{}", difference(&both, &whole));
        for (one, other) in both.assessments().iter().zip(whole.assessments()) {
            prop_assert_eq!(one.changed, other.changed);
        }
    }

    #[test]
    fn an_act_that_comes_after_folding_stands_where_its_time_puts_it((base, entries) in two_tabs(), most in 0..6_usize) {
        // What a tab wrote that another had not heard when it folded.
        let mut whole = base.clone();
        entries.iter().for_each(|entry| drop(whole.take(entry.clone())));
        for late in &entries {
            let mut folded = base.clone();
            entries.iter().filter(|entry| entry.stamp != late.stamp).for_each(|entry| drop(folded.take(entry.clone())));
            folded.fold_history(most);
            folded.take(late.clone());
            prop_assert!(says_the_same(&folded, &whole), "{}", difference(&folded, &whole));
            let again = folded.clone();
            folded.take(late.clone());
            prop_assert_eq!(folded, again);
        }
    }

    #[test]
    fn folding_stays_within_its_bounds(acts in vec(act(), 0..30), most in 1..12_usize, bytes in 0..4_000_usize) {
        let mut review = blank();
        for one in acts {
            change(&mut review, one);
        }
        let before = review.clone();
        let gone = review.fold(most, bytes);
        prop_assert_eq!(gone + review.history().len(), before.history().len());
        prop_assert!(review.history().len() <= most);
        let weight: usize = review.history().iter().map(Entry::weight).sum();
        prop_assert!(weight <= bytes || review.history().len() == 1, "{} bytes", weight);
        prop_assert_eq!(review.assessments(), before.assessments());
        if before.can_undo() {
            prop_assert!(change(&mut review, Change::Undo).is_some(), "the last act can be undone");
        }
        prop_assert_eq!(&read_base(&write_base(&review)).expect("it is read back"), &review);
    }

    #[test]
    fn taking_every_difference_gives_the_other_side(mine in vec(any_change(), 0..10), theirs in vec(any_change(), 0..10)) {
        let (mut a, mut b) = (blank(), blank());
        mine.into_iter().for_each(|one| drop(change(&mut a, one)));
        theirs.into_iter().for_each(|one| drop(change(&mut b, one)));
        let all = differences(a.assessments(), b.assessments());
        let before = a.clone();
        let none = taken(a.assessments(), b.assessments(), &all, |_| Side::Mine);
        prop_assert!(none.is_empty());
        let cells = taken(a.assessments(), b.assessments(), &all, |_| Side::Theirs);
        change(&mut a, Change::Adopt(cells));
        prop_assert!(differences(a.assessments(), b.assessments()).is_empty());
        if !all.is_empty() {
            change(&mut a, Change::Undo);
            prop_assert!(says_the_same(&a, &before), "one Undo takes all of it back");
        }
    }
}

#[test]
fn a_year_of_work_stays_within_the_bounds() {
    let mut review = blank();
    for number in 0..MOST_ACTS + 500 {
        let duty = DutyNumber((number % ACCORD.duties.len()) as u16);
        change(&mut review, Change::SetNote(duty, format!("note {number}")));
    }
    let last = review.assessments().to_vec();
    assert_eq!(review.fold(MOST_ACTS, MOST_HISTORY_BYTES), 500);
    assert_eq!(review.assessments(), last);
    let bytes = write_base(&review).len();
    assert!(bytes < 2 * MOST_HISTORY_BYTES, "{bytes} bytes");
}

#[test]
fn a_state_of_version_1_whose_acts_are_gone_is_merged_by_the_times_of_its_duties() {
    let of = |status: &str, changed: &str| {
        let text = format!(
            r#"{{"format":"accord-checklist-review","version":1,"id":"r1","name":"n","created":"1","edition":"e",
            "assessments":{{"KLD-1a/cambodia":{{"status":"{status}","changed":"{changed}"}}}}}}"#
        );
        read_base(&text).expect("it is read")
    };
    let (old, new) = (of("fulfilled", "20000"), of("suspended", "30000"));
    for both in [merged(&old, &new), merged(&new, &old)] {
        assert_eq!(both.assessment(DutyNumber(0)).status, Status::Suspended);
    }
}

// Comparing

fn said(status: Status, note: &str, changed: u64) -> Assessment {
    Assessment {
        status,
        note: note.to_owned(),
        changed: Stamp::of_number(changed),
        ..Assessment::default()
    }
}

#[track_caller]
fn check_difference(mine: Assessment, theirs: Assessment, expected: Option<(&[Field], SaidBy, Side)>) {
    let found = differences(&[mine], &[theirs]);
    let found = found
        .first()
        .map(|one| (one.fields.as_slice(), one.said_by, one.proposed()));
    assert_eq!(found, expected);
}

#[test]
fn a_difference_says_what_differs_and_proposes_a_side() {
    use SaidBy::{Both, Mine, Theirs};
    let blank = Assessment::default;
    check_difference(blank(), blank(), None);
    check_difference(said(Status::Fulfilled, "", 5), said(Status::Fulfilled, "", 9), None);
    let status: &[Field] = &[Field::Status];
    check_difference(
        said(Status::Fulfilled, "", 5),
        blank(),
        Some((status, Mine, Side::Mine)),
    );
    check_difference(
        blank(),
        said(Status::Fulfilled, "", 5),
        Some((status, Theirs, Side::Theirs)),
    );
    let (old, new) = (said(Status::Fulfilled, "a", 5), said(Status::Disputed, "b", 9));
    let both: &[Field] = &[Field::Status, Field::Note];
    check_difference(old.clone(), new.clone(), Some((both, Both, Side::Theirs)));
    check_difference(new, old.clone(), Some((both, Both, Side::Mine)));
    // Links carry no times: the own stays, unless the reader says otherwise.
    let of_a_link = said(Status::Disputed, "a", 0);
    check_difference(old, of_a_link, Some((status, Both, Side::Mine)));
}

#[test]
fn what_is_not_different_is_not_taken() {
    let mut mine = said(Status::Fulfilled, "mine", 5);
    mine.basis = Basis::Press;
    let mut theirs = mine.clone();
    theirs.status = Status::Disputed;
    theirs.changed = Stamp::of_number(START);
    let all = differences(&[mine.clone()], &[theirs.clone()]);
    let cells = taken(&[mine.clone()], &[theirs], &all, |_| Side::Theirs);
    assert_eq!(cells.len(), 1);
    assert_eq!(cells[0].1.status, Status::Disputed);
    assert_eq!((cells[0].1.basis, cells[0].1.note.as_str()), (Basis::Press, "mine"));
}

#[test]
fn the_newest_change_of_each_value_is_in_what_was_merged() {
    let mut base = blank();
    change(&mut base, Change::SetNote(DutyNumber(0), "old".to_owned()));
    let (mut a, mut b) = (base.clone(), base);
    change(&mut a, Change::SetStatus(vec![DutyNumber(0)], Status::Fulfilled, None));
    let stamp = Stamp::next(START, 2, a.changed());
    b.apply(Change::SetNote(DutyNumber(0), "new".to_owned()), stamp);
    b.fold_history(0);
    let both = merged(&a, &b);
    let place = |target: DutyNumber| accord_checklist::review::Target::Duty(target);
    use accord_checklist::review::Value;
    assert!(holds(&both, &place(DutyNumber(0)), &Value::Note("new".to_owned())));
    assert!(holds(
        &both,
        &place(DutyNumber(0)),
        &Value::Status(Status::Fulfilled, None)
    ));
}
