//! Two and more sources beside each other: what is found, counted and taken over; earlier states of a review.

use crate::arbitrary::{any_change, assessment, config};
use crate::{START, blank, change, says_the_same};
use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, DutyNumber, Moment, Status};
use accord_checklist::review::compare::{Outcome, SAID, Source, Summary, chosen, compare, differences_in};
use accord_checklist::review::{Assessment, Change, Field, Review, Stamp};
use proptest::collection::vec;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

const DAY: u64 = 24 * 60 * 60 * 1_000;

fn said(status: Status, basis: Basis, note: &str) -> Assessment {
    Assessment {
        status,
        basis,
        note: note.to_owned(),
        ..Assessment::default()
    }
}

fn source(assessments: Vec<Assessment>) -> Source {
    Source::of_assessments("a source".to_owned(), assessments)
}

#[track_caller]
fn check(said: &[Assessment], outcome: Outcome, fields: &[Field]) {
    let sources: Vec<Source> = said.iter().map(|one| source(vec![one.clone()])).collect();
    let found = compare(&sources);
    assert_eq!((found[0].outcome, found[0].fields.as_slice()), (outcome, fields));
}

#[test]
fn how_sources_stand_to_each_other() {
    use Field::{Basis as OfBasis, Note, Status as OfStatus};
    let blank = Assessment::default();
    let kept = said(Status::Fulfilled, Basis::Press, "");
    let other_basis = said(Status::Fulfilled, Basis::Observers, "");
    let noted = said(Status::Fulfilled, Basis::Press, "seen");
    let broken = said(Status::Breached, Basis::Press, "");
    let one = |one: &Assessment| one.clone();
    check(&[one(&blank), one(&blank)], Outcome::Nobody, &[]);
    check(&[one(&kept), one(&kept)], Outcome::Agree, &[]);
    check(&[one(&kept), one(&blank)], Outcome::Only(0), &[OfStatus, OfBasis]);
    check(
        &[one(&blank), one(&noted)],
        Outcome::Only(1),
        &[OfStatus, OfBasis, Note],
    );
    check(&[one(&kept), one(&other_basis)], Outcome::Differ, &[OfBasis]);
    check(&[one(&kept), one(&noted)], Outcome::Differ, &[Note]);
    check(&[one(&kept), one(&broken)], Outcome::Differ, &[OfStatus]);
    // Three: two that say the same agree, though the third says nothing.
    check(
        &[one(&kept), one(&blank), one(&kept)],
        Outcome::Agree,
        &[OfStatus, OfBasis],
    );
    check(
        &[one(&blank), one(&blank), one(&kept)],
        Outcome::Only(2),
        &[OfStatus, OfBasis],
    );
    check(&[one(&kept), one(&kept), one(&broken)], Outcome::Differ, &[OfStatus]);
    // Marks that a person makes for himself are not compared.
    let marked = Assessment {
        follow_up: true,
        from_record: true,
        ..one(&kept)
    };
    check(&[marked, one(&kept)], Outcome::Agree, &[]);
}

#[test]
fn only_that_is_compared_of_which_two_speak() {
    let mut link = source(vec![said(Status::Fulfilled, Basis::NotStated, "")]);
    link.fields = vec![Field::Status];
    let mine = source(vec![said(Status::Fulfilled, Basis::Press, "a note")]);
    assert_eq!(compare(&[mine.clone(), link.clone()])[0].outcome, Outcome::Agree);
    // A note alone is nothing that a link of statuses could answer.
    let note = source(vec![said(Status::NotAssessed, Basis::NotStated, "a note")]);
    assert_eq!(compare(&[note.clone(), link])[0].outcome, Outcome::Only(1));
    assert_eq!(compare(&[note, mine])[0].outcome, Outcome::Differ);
}

#[test]
fn the_counts_have_one_denominator() {
    let sources = [
        source(vec![
            said(Status::Fulfilled, Basis::Press, ""),
            said(Status::Fulfilled, Basis::Press, ""),
            said(Status::Fulfilled, Basis::Press, ""),
            said(Status::Suspended, Basis::Press, ""),
            Assessment::default(),
            Assessment::default(),
        ]),
        source(vec![
            said(Status::Fulfilled, Basis::Press, ""),
            said(Status::Breached, Basis::Observers, ""),
            said(Status::Fulfilled, Basis::Observers, "a note"),
            Assessment::default(),
            said(Status::Disputed, Basis::NotStated, ""),
            Assessment::default(),
        ]),
    ];
    let summary = Summary::of(&compare(&sources), 2);
    let expected = Summary {
        all: 6,
        agree: 1,
        differ: 2,
        only: vec![1, 1],
        nobody: 1,
        first: [1, 1, 0, 0, 0],
    };
    assert_eq!(summary, expected);
}

#[test]
fn the_record_agrees_with_a_review_that_was_taken_from_it() {
    let mut review = blank();
    change(&mut review, Change::TakeRecord);
    change(&mut review, Change::SetNote(DutyNumber(0), "mine alone".to_owned()));
    let sources = [Source::of_review(&review), Source::of_record("Record".to_owned())];
    let summary = Summary::of(&compare(&sources), 2);
    assert_eq!((summary.differ, summary.only), (0, vec![0, 0]));
    assert_eq!(summary.agree + summary.nobody, ACCORD.duties.len());
    assert!(summary.agree > 100);
}

#[test]
fn a_status_of_the_record_is_taken_with_its_mark() {
    let duty = ACCORD
        .duty_numbers()
        .find(|&duty| ACCORD.duty(duty).baseline.status == Status::Fulfilled)
        .expect("something is fulfilled");
    let mut review = blank();
    change(&mut review, Change::SetStatus(vec![duty], Status::Breached, None));
    change(&mut review, Change::SetNote(duty, "stays".to_owned()));
    let sources = [Source::of_review(&review), Source::of_record("Record".to_owned())];
    let mut choices = vec![None; ACCORD.duties.len()];
    choices[usize::from(duty.0)] = Some(1);
    let cells = chosen(&sources, 0, &choices);
    assert_eq!(cells.len(), 1);
    assert!(cells[0].1.from_record);
    assert_eq!(
        (cells[0].1.status, cells[0].1.note.as_str()),
        (Status::Fulfilled, "stays")
    );
    // To keep one's own changes nothing, wherever it stands.
    choices[usize::from(duty.0)] = Some(0);
    assert_eq!(chosen(&sources, 0, &choices), []);
    let turned = [sources[1].clone(), sources[0].clone()];
    assert_eq!(chosen(&turned, 1, &choices), cells);
    // Choices of what is not there are no choices.
    choices[usize::from(duty.0)] = Some(7);
    assert_eq!(chosen(&sources, 0, &choices), []);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn counts_add_up_and_do_not_look_at_the_order(lists in vec(vec(assessment(), 0..8), 2..5)) {
        let sources: Vec<Source> = lists.into_iter().map(source).collect();
        let summary = Summary::of(&compare(&sources), sources.len());
        let only: usize = summary.only.iter().sum();
        prop_assert_eq!(summary.agree + summary.differ + only + summary.nobody, summary.all);
        prop_assert_eq!(summary.first.iter().sum::<usize>(), summary.differ);
        let mut turned = sources.clone();
        turned.reverse();
        let mut other = Summary::of(&compare(&turned), turned.len());
        other.only.reverse();
        prop_assert_eq!(other, summary);
    }

    #[test]
    fn two_sources_differ_where_their_lists_do(mine in vec(assessment(), 6), theirs in vec(assessment(), 6)) {
        let found: Vec<_> = compare(&[source(mine.clone()), source(theirs.clone())])
            .into_iter()
            .filter(|one| !one.fields.is_empty())
            .map(|one| (one.duty, one.fields))
            .collect();
        let expected: Vec<_> =
            differences_in(&mine, &theirs, &SAID).into_iter().map(|one| (one.duty, one.fields)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn taking_all_of_theirs_leaves_no_difference_and_one_undo_takes_it_back(
        mine in vec(any_change(), 0..10), theirs in vec(any_change(), 0..10)
    ) {
        let (mut a, mut b) = (blank(), blank());
        mine.into_iter().for_each(|one| drop(change(&mut a, one)));
        theirs.into_iter().for_each(|one| drop(change(&mut b, one)));
        let before = a.clone();
        let choices = vec![Some(1); ACCORD.duties.len()];
        let cells = chosen(&[Source::of_review(&a), Source::of_review(&b)], 0, &choices);
        let some = !cells.is_empty();
        change(&mut a, Change::Adopt(cells));
        prop_assert!(compare(&[Source::of_review(&a), Source::of_review(&b)]).iter().all(|one| one.fields.is_empty()));
        if some {
            change(&mut a, Change::Undo);
            prop_assert!(says_the_same(&a, &before));
        }
    }

    #[test]
    fn a_review_before_a_day_is_what_it_was_when_the_day_began(
        days in vec(vec(any_change(), 0..4), 1..5), folded in 0..6_usize
    ) {
        let mut review = blank();
        let mut states = Vec::new();
        for (day, changes) in days.into_iter().enumerate() {
            states.push((START + day as u64 * DAY, review.clone()));
            for one in changes {
                let stamp = Stamp::next(START + day as u64 * DAY, 1, review.changed());
                review.apply(one, stamp);
            }
        }
        let all = review.history().len();
        review.fold_history(folded);
        let known = review.days();
        for (time, state) in states {
            let day = Moment::of_milliseconds(time as i64);
            let told = known.iter().any(|one| one.day_number() == day.day_number());
            // Of days that were folded only the end is known.
            if told && (all <= folded || known.last().is_some_and(|last| last.day_number() < day.day_number())) {
                let found = Review::before(&review, Moment::of_day(day.date()));
                for (one, other) in found.iter().zip(state.assessments()) {
                    prop_assert!(one.says_the_same(other), "{:?} {:?}", one, other);
                }
            }
        }
        prop_assert!(known.windows(2).all(|pair| pair[0].day_number() > pair[1].day_number()), "newest first");
    }
}

#[test]
fn a_day_begins_at_midnight_in_the_parties_time() {
    // 23:59 and 00:00 in Phnom Penh and Bangkok, 16:59 and 17:00 UTC.
    let midnight = 1_766_768_400_000;
    let mut review = Review::new(
        "r".to_owned(),
        String::new(),
        Stamp::next(midnight - DAY, 1, Stamp::default()),
    );
    let mut set = |time: u64, status: Status| {
        review.apply(
            Change::SetStatus(vec![DutyNumber(0)], status, None),
            Stamp::next(time, 1, Stamp::default()),
        );
    };
    set(midnight - 1, Status::NotStarted);
    set(midnight, Status::Fulfilled);
    let days = review.days();
    let told: Vec<String> = days.iter().map(Moment::to_string).collect();
    assert_eq!(told, ["2025-12-27", "2025-12-26"]);
    assert_eq!(review.before(days[0])[0].status, Status::NotStarted);
    assert_eq!(review.before(days[1])[0].status, Status::NotAssessed);
    assert_eq!(review.assessments()[0].status, Status::Fulfilled);
}
