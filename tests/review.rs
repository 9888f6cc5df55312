//! Reviews: undo, merging, bounds; what is stored and read back; the examples that are read for ever.
//!
//! The properties are tried on arbitrary sequences of changes; the tables hold what outside input may be like.

#[path = "review/agreement.rs"]
mod agreement;
#[path = "review/arbitrary.rs"]
mod arbitrary;
#[path = "review/comparing.rs"]
mod comparing;
#[path = "review/examples.rs"]
mod examples;
#[path = "review/file.rs"]
mod file;
#[path = "review/folding.rs"]
mod folding;
#[path = "review/meeting.rs"]
mod meeting;
#[path = "review/merging.rs"]
mod merging;
#[path = "review/stored.rs"]
mod stored;

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{DutyNumber, Extent, Status};
use accord_checklist::review::{
    Act, Assessment, Change, Entry, Evidence, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE, Review, Stamp, Target,
    Touched, Value, read_base, read_entry, write_base, write_entry,
};
use arbitrary::{act, any_change, config};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

/// A moment of the year 2025, in milliseconds.
const START: u64 = 1_760_000_000_000;

fn blank() -> Review {
    Review::new(
        "r1".to_owned(),
        "My review".to_owned(),
        Stamp::next(START, 1, Stamp::default()),
    )
}

/// Does a change as the page does: at the next stamp of this tab.
fn change(review: &mut Review, change: Change) -> Option<(Entry, Touched)> {
    let stamp = Stamp::next(START, 1, review.changed());
    review.apply(change, stamp)
}

/// Whether both say the same of everything, whenever it was said.
fn says_the_same(one: &Review, other: &Review) -> bool {
    let pairs = one.assessments().iter().zip(other.assessments());
    one.name() == other.name() && one.author() == other.author() && pairs.into_iter().all(|(a, b)| a.says_the_same(b))
}

/// The first difference, for messages.
fn difference(one: &Review, other: &Review) -> String {
    let mut pairs = one.assessments().iter().zip(other.assessments()).enumerate();
    match pairs.find(|(_, (a, b))| !a.says_the_same(b)) {
        Some((number, (a, b))) => format!("duty {number}: {a:?} against {b:?}"),
        None => format!(
            "{:?} by {:?} against {:?} by {:?}",
            one.name(),
            one.author(),
            other.name(),
            other.author()
        ),
    }
}

// Undo and redo

proptest! {
    #![proptest_config(config())]

    #[test]
    fn undo_takes_every_act_back_and_redo_does_it_again(changes in vec(any_change(), 1..24)) {
        let mut review = blank();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for one in changes {
            let now = review.clone();
            let done = change(&mut review, one.clone()).is_some();
            match one {
                Change::Undo => {
                    prop_assert_eq!(done, !before.is_empty());
                    if let Some(wanted) = before.pop() {
                        prop_assert!(says_the_same(&review, &wanted), "{}", difference(&review, &wanted));
                        after.push(now);
                    }
                }
                Change::Redo => {
                    prop_assert_eq!(done, !after.is_empty());
                    if let Some(wanted) = after.pop() {
                        prop_assert!(says_the_same(&review, &wanted), "{}", difference(&review, &wanted));
                        before.push(now);
                    }
                }
                _ if done => {
                    before.push(now);
                    after.clear();
                }
                _ => prop_assert_eq!(&review, &now, "an act that changes nothing leaves no trace"),
            }
            prop_assert_eq!(review.can_undo(), !before.is_empty());
            prop_assert_eq!(review.can_redo(), !after.is_empty());
        }
    }

    #[test]
    fn so_many_undos_lead_so_many_acts_back(changes in vec(act(), 1..16), back in any::<Index>()) {
        let mut review = blank();
        let mut states = vec![review.clone()];
        for one in changes {
            if change(&mut review, one).is_some() {
                states.push(review.clone());
            }
        }
        let back = back.index(states.len());
        for _ in 0..back {
            prop_assert!(change(&mut review, Change::Undo).is_some());
        }
        let wanted = &states[states.len() - 1 - back];
        prop_assert!(says_the_same(&review, wanted), "{} back: {}", back, difference(&review, wanted));
        for _ in 0..back {
            prop_assert!(change(&mut review, Change::Redo).is_some());
        }
        let wanted = &states[states.len() - 1];
        prop_assert!(says_the_same(&review, wanted), "and forth: {}", difference(&review, wanted));
    }

    #[test]
    fn what_an_act_says_it_touched_is_what_is_another_now(changes in vec(any_change(), 1..12)) {
        let mut review = blank();
        for one in changes {
            let before = review.clone();
            let touched = change(&mut review, one).map(|(_, touched)| touched).unwrap_or_default();
            for duty in ACCORD.duty_numbers() {
                let same = before.assessment(duty).says_the_same(review.assessment(duty));
                prop_assert!(same || touched.duties.contains(&duty), "{:?} changed unsaid", duty);
            }
            prop_assert!(touched.duties.windows(2).all(|two| two[0] != two[1]), "each is shown once");
            let renamed = before.name() != review.name() || before.author() != review.author();
            prop_assert_eq!(touched.review, renamed);
        }
    }
}

#[test]
fn an_act_after_an_undo_ends_the_redo() {
    let mut review = blank();
    let duty = vec![DutyNumber(0)];
    change(&mut review, Change::SetStatus(duty.clone(), Status::Fulfilled, None));
    change(&mut review, Change::Undo);
    assert!(review.can_redo());
    change(&mut review, Change::SetStatus(duty, Status::Disputed, None));
    assert!(!review.can_redo());
    assert!(change(&mut review, Change::Redo).is_none());
    assert_eq!(review.assessment(DutyNumber(0)).status, Status::Disputed);
}

#[test]
fn the_public_record_can_be_taken_over_and_undone() {
    let mut review = blank();
    let evidence: Vec<Evidence> = Evidence::new("https://example.org/", "mine", None)
        .into_iter()
        .collect();
    change(&mut review, Change::SetNote(DutyNumber(3), "mine".to_owned()));
    change(&mut review, Change::SetEvidence(DutyNumber(3), evidence.clone()));
    change(&mut review, Change::SetFollowUp(DutyNumber(3), true));
    let before = review.clone();
    assert_eq!(before.assessments().len(), ACCORD.duties.len());
    let (entry, _) = change(&mut review, Change::TakeRecord).expect("the record says something");
    assert_eq!(entry.act, Act::Record);
    let (mut extents, mut days) = (0, 0);
    for duty in ACCORD.duty_numbers() {
        let (own, baseline) = (review.assessment(duty), &ACCORD.duty(duty).baseline);
        let day = baseline.as_of.map(|moment| moment.date());
        assert_eq!(
            (own.status, own.extent, own.basis, own.as_of, own.from_record),
            (
                baseline.status,
                baseline.extent,
                baseline.basis,
                day,
                baseline.status != Status::NotAssessed
            ),
            "{}",
            ACCORD.duty_name(duty)
        );
        extents += usize::from(own.extent.is_some());
        days += usize::from(day.is_some());
    }
    assert!(extents > 0 && days > 0, "{extents} extents, {days} days");
    let own = review.assessment(DutyNumber(3));
    assert_eq!(
        (own.note.as_str(), &own.evidence, own.follow_up),
        ("mine", &evidence, true)
    );
    change(&mut review, Change::Undo);
    assert!(says_the_same(&review, &before), "{}", difference(&review, &before));
}

// Merging

/// Two tabs that start from one review: its base, the entries of both, and the review of the first with its own acts.
fn two_tabs() -> impl Strategy<Value = (Review, Vec<Entry>)> {
    let acts = vec((any::<bool>(), 0..5_u64, any_change()), 1..20);
    (vec(any_change(), 0..4), acts).prop_map(|(past, acts)| {
        let mut base = blank();
        for one in past {
            change(&mut base, one);
        }
        let mut tabs = [base.clone(), base.clone()];
        let mut clock = base.changed().milliseconds();
        let mut entries = Vec::new();
        for (second, pause, one) in acts {
            clock += pause;
            let tab = &mut tabs[usize::from(second)];
            let stamp = Stamp::next(clock, 10 + u16::from(second), tab.changed());
            entries.extend(tab.apply(one, stamp).map(|(entry, _)| entry));
        }
        (base, entries)
    })
}

/// The review that these entries make of a base.
fn merged<'a>(base: &Review, entries: impl IntoIterator<Item = &'a Entry>) -> Review {
    let mut review = base.clone();
    for entry in entries {
        review.take(entry.clone());
    }
    review
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn entries_of_two_tabs_meet_in_any_order_and_more_than_once(
        (base, entries) in two_tabs(),
        order in vec(any::<Index>(), 40),
        again in vec(any::<Index>(), 0..10),
    ) {
        let mut other: Vec<&Entry> = entries.iter().collect();
        for (place, swap) in order.iter().enumerate().take(other.len()) {
            let swap = swap.index(other.len());
            other.swap(place, swap);
        }
        if !entries.is_empty() {
            other.extend(again.iter().map(|index| &entries[index.index(entries.len())]));
        }
        let one = merged(&base, &entries);
        let two = merged(&base, other.into_iter());
        prop_assert_eq!(one.assessments(), two.assessments());
        prop_assert_eq!(one.history(), two.history());
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(one.history().len(), base.history().len() + entries.len(), "no act of either tab is lost");
    }

    #[test]
    fn the_newest_act_on_a_value_wins((base, entries) in two_tabs()) {
        let review = merged(&base, entries.iter().rev());
        let mut newest: Vec<&Entry> = entries.iter().collect();
        newest.sort_by_key(|entry| std::cmp::Reverse(entry.stamp));
        for entry in &entries {
            for edit in &entry.edits {
                let last = newest.iter().find_map(|other| other.edits.iter().rev().find(|other| other.same_place(edit)));
                let Some(last) = last else { continue };
                prop_assert!(holds(&review, &last.target, &last.after), "{:?}", last);
            }
        }
    }

    #[test]
    fn stored_entries_replayed_on_the_stored_base_give_the_review(past in vec(any_change(), 0..8), acts in vec(any_change(), 0..16)) {
        let mut review = blank();
        for one in past {
            change(&mut review, one);
        }
        let base = write_base(&review);
        let lines: Vec<String> =
            acts.into_iter().filter_map(|one| change(&mut review, one)).map(|(entry, _)| write_entry(&entry)).collect();
        let mut replayed = read_base(&base).expect("a base that was written is read");
        for line in &lines {
            replayed.take(read_entry(line).expect("an entry that was written is read"));
        }
        prop_assert_eq!(replayed, review);
    }

    #[test]
    fn folding_keeps_what_the_acts_led_to(acts in vec(any_change(), 0..16), most in 0..12_usize) {
        let mut review = blank();
        for one in acts {
            change(&mut review, one);
        }
        let whole = review.clone();
        review.fold_history(most);
        prop_assert!(review.history().len() <= most);
        prop_assert!(whole.history().ends_with(review.history()));
        prop_assert_eq!(review.assessments(), whole.assessments());
        prop_assert!(says_the_same(&review, &whole));
        prop_assert_eq!(&read_base(&write_base(&review)).expect("it is read back"), &review);
        while change(&mut review, Change::Undo).is_some() {}
        while change(&mut review, Change::Redo).is_some() {}
    }
}

/// Whether a review holds this value.
fn holds(review: &Review, target: &Target, value: &Value) -> bool {
    let Target::Duty(duty) = target else {
        return match value {
            Value::Name(name) => review.name() == name,
            Value::Author(author) => review.author() == author,
            _ => false,
        };
    };
    let own = review.assessment(*duty);
    match value {
        Value::Status(status, extent) => (own.status, own.extent) == (*status, *extent),
        Value::Basis(basis) => own.basis == *basis,
        Value::AsOf(day) => own.as_of == *day,
        Value::Note(note) => own.note == *note,
        Value::Evidence(evidence) => own.evidence == *evidence,
        Value::FollowUp(mark) => own.follow_up == *mark,
        Value::FromRecord(mark) => own.from_record == *mark,
        Value::Name(_) | Value::Author(_) => false,
    }
}

// Bounds of what a person does

#[test]
fn what_is_too_long_is_cut_and_can_be_stored() {
    let mut review = blank();
    let long = "ក".repeat(LONGEST_NOTE + 9);
    let link =
        |number: usize| Evidence::new(&format!("https://example.org/{number}"), &long, None).expect("it is of the web");
    let mut many: Vec<Evidence> = (0..MOST_EVIDENCE + 9).map(link).collect();
    many[0].title.clone_from(&long);
    let first = DutyNumber(0);
    change(&mut review, Change::SetNote(first, long.clone()));
    change(&mut review, Change::SetEvidence(first, many.clone()));
    change(&mut review, Change::Rename(long.clone()));
    change(&mut review, Change::SetAuthor(long.clone()));
    let adopted = Assessment {
        note: long.clone(),
        evidence: many,
        ..Assessment::default()
    };
    change(&mut review, Change::Adopt(vec![(DutyNumber(1), adopted)]));
    let stamp = Stamp::next(START, 1, review.changed());
    review.apply_because(Change::SetFollowUp(first, true), long, stamp);
    for duty in [first, DutyNumber(1)] {
        let own = review.assessment(duty);
        assert_eq!(
            (own.note.chars().count(), own.evidence.len()),
            (LONGEST_NOTE, MOST_EVIDENCE)
        );
        assert!(own.evidence.iter().all(|one| one.title.chars().count() == LONGEST_TEXT));
    }
    assert_eq!(
        (review.name().chars().count(), review.author().chars().count()),
        (LONGEST_TEXT, LONGEST_TEXT)
    );
    assert_eq!(read_base(&write_base(&review)), Ok(review));
}

#[test]
fn an_extent_goes_with_under_way_only() {
    let mut review = blank();
    change(
        &mut review,
        Change::SetStatus(vec![DutyNumber(0)], Status::Fulfilled, Some(Extent::Minimal)),
    );
    let adopted = Assessment {
        status: Status::Fulfilled,
        extent: Some(Extent::Minimal),
        ..Assessment::default()
    };
    change(&mut review, Change::Adopt(vec![(DutyNumber(1), adopted)]));
    for duty in [DutyNumber(0), DutyNumber(1)] {
        assert_eq!(
            (review.assessment(duty).status, review.assessment(duty).extent),
            (Status::Fulfilled, None)
        );
    }
    assert_eq!(read_base(&write_base(&review)), Ok(review));
}

#[test]
fn a_day_that_cannot_be_written_is_not_taken() {
    let mut review = blank();
    for year in [-1, 10_000, 250_000] {
        let day = NaiveDate::from_ymd_opt(year, 1, 1);
        assert!(day.is_some(), "chrono knows the year {year}");
        change(&mut review, Change::SetAsOf(DutyNumber(0), day));
        let evidence: Vec<Evidence> = Evidence::new("https://example.org/", "", day).into_iter().collect();
        change(&mut review, Change::SetEvidence(DutyNumber(0), evidence));
    }
    assert_eq!(review.assessment(DutyNumber(0)).as_of, None);
    assert_eq!(read_base(&write_base(&review)), Ok(review));
}
