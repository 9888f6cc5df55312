//! Agreement of assessors: published worked examples, a second way of computing, and laws.

use crate::arbitrary::config;
use accord_checklist::catalogue::{Extent, Status};
use accord_checklist::review::Assessment;
use accord_checklist::review::agreement::{Alpha, Metric, Pair, Values, alpha, levels, pair, statuses};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};

/// A line of an example: digits or letters are values, a dot is missing.
fn values(line: &str) -> Values {
    let value = |letter: char| match letter {
        '.' => None,
        'a'..='i' => Some(letter as u8 - b'a'),
        _ => letter.to_digit(10).map(|digit| digit as u8),
    };
    line.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(value)
        .collect()
}

#[track_caller]
fn check(lines: &[&str], metric: Metric, written: &str, units: usize, count: usize) {
    let lists: Vec<Values> = lines.iter().map(|line| values(line)).collect();
    let found = alpha(&lists, metric);
    assert_eq!(found.written().as_deref(), Some(written), "{found:?}");
    assert_eq!((found.units, found.values), (units, count));
}

#[track_caller]
fn check_undefined(lines: &[&str], units: usize, count: usize) {
    let lists: Vec<Values> = lines.iter().map(|line| values(line)).collect();
    for metric in [Metric::Nominal, Metric::Ordinal] {
        let found = alpha(&lists, metric);
        assert_eq!((found.value, found.written()), (None, None));
        assert_eq!((found.units, found.values), (units, count));
    }
}

/// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to E.
#[test]
fn the_worked_examples_of_krippendorff_2011() {
    // A. Binary data, two observers, no missing data.
    check(&["0100000010", "1110010000"], Metric::Nominal, "0.095", 10, 20);
    // B. Nominal data, two observers, no missing data.
    check(&["aabbdcccedda", "babbbccceddd"], Metric::Nominal, "0.692", 12, 24);
    // C and D. Any number of observers, missing data: 40 pairable values, since of the last unit only one is known.
    let four = ["1233214 12...", "12332 2412 5.3", ".33323422 51.", "12332 4412 51."];
    check(&four, Metric::Nominal, "0.743", 11, 40);
    check(&four, Metric::Ordinal, "0.815", 11, 40);
}

/// "Krippendorff's alpha" in the English Wikipedia, "A computational example": three coders, fifteen units, 26 pairable values.
#[test]
fn the_worked_example_of_wikipedia() {
    let three = [".....341211 33.3", "1.213343.......", "..21344.21133.4"];
    check(&three, Metric::Nominal, "0.691", 12, 26);
}

#[test]
fn there_is_no_alpha_without_pairs_or_without_variation() {
    check_undefined(&[], 0, 0);
    check_undefined(&["", ""], 0, 0);
    check_undefined(&["12.", "..3"], 0, 0);
    check_undefined(&["123"], 0, 0);
    check_undefined(&["222", "222"], 3, 6);
    check_undefined(&["2..", "2.1"], 1, 2);
    check(&["12", "12"], Metric::Nominal, "1.000", 2, 4);
    check(&["12", "12"], Metric::Ordinal, "1.000", 2, 4);
    // One unit with two values: all that varies is disagreement.
    check(&["1", "2"], Metric::Nominal, "0.000", 1, 2);
    check(&["12", "21"], Metric::Nominal, "−0.500", 2, 4);
}

#[track_caller]
fn check_written(value: f64, written: &str) {
    let alpha = Alpha {
        value: Some(value),
        units: 0,
        values: 0,
    };
    assert_eq!(alpha.written().as_deref(), Some(written));
}

#[test]
fn three_decimals_by_hand() {
    for (value, written) in [
        (1.0, "1.000"),
        (0.9996, "1.000"),
        (0.9994, "0.999"),
        (0.0, "0.000"),
        (0.0004, "0.000"),
        (0.05, "0.050"),
        (-0.0004, "0.000"),
        (-0.0006, "−0.001"),
        (-1.0, "−1.000"),
        (-0.25, "−0.250"),
    ] {
        check_written(value, written);
    }
}

#[test]
fn what_is_not_assessed_is_missing_and_levels_are_of_the_kroc_scale() {
    let said = |status: Status, extent: Option<Extent>| Assessment {
        status,
        extent,
        ..Assessment::default()
    };
    let list = [
        said(Status::NotAssessed, None),
        said(Status::NotStarted, None),
        said(Status::UnderWay, None),
        said(Status::UnderWay, Some(Extent::Minimal)),
        said(Status::UnderWay, Some(Extent::Intermediate)),
        said(Status::Fulfilled, None),
        said(Status::Disputed, None),
        said(Status::Breached, None),
    ];
    assert_eq!(
        levels(&list),
        [None, Some(0), None, Some(1), Some(2), Some(3), None, Some(0)]
    );
    let of = |status: Status| Some(status.number() as u8);
    let under_way = of(Status::UnderWay);
    assert_eq!(
        statuses(&list),
        [
            None,
            of(Status::NotStarted),
            under_way,
            under_way,
            under_way,
            of(Status::Fulfilled),
            of(Status::Disputed),
            of(Status::Breached)
        ]
    );
}

#[test]
fn pairs_are_counted_where_both_say_something() {
    assert_eq!(pair(&values("12.3"), &values("1.33")), Pair { same: 2, both: 2 });
    assert_eq!(pair(&values("12.4"), &values("1133")), Pair { same: 1, both: 3 });
    assert_eq!(pair(&values("..1"), &values("12.")), Pair { same: 0, both: 0 });
}

/// The same by another way: every pair of values within a unit by itself, and every pair of values of all.
fn by_pairs(lists: &[Values], metric: Metric) -> Option<f64> {
    let length = lists.iter().map(Vec::len).max().unwrap_or(0);
    let units: Vec<Vec<u8>> = (0..length)
        .map(|unit| lists.iter().filter_map(|list| list[unit]).collect::<Vec<u8>>())
        .filter(|unit| unit.len() > 1)
        .collect();
    let all: Vec<u8> = units.concat();
    let count = |value: u8| all.iter().filter(|&&other| other == value).count() as f64;
    let distance = |one: u8, other: u8| match metric {
        Metric::Nominal => f64::from(u8::from(one != other)),
        Metric::Ordinal => {
            let (low, high) = (one.min(other), one.max(other));
            let between: f64 = (low..=high).map(count).sum();
            (between - (count(low) + count(high)) / 2.0).powi(2)
        }
    };
    let ordered = |list: &[u8]| -> f64 {
        let pairs = (0..list.len()).flat_map(|a| (0..list.len()).map(move |b| (a, b)));
        pairs
            .filter(|(a, b)| a != b)
            .map(|(a, b)| distance(list[a], list[b]))
            .sum()
    };
    let total = all.len() as f64;
    let observed = units
        .iter()
        .map(|unit| ordered(unit) / (unit.len() - 1) as f64)
        .sum::<f64>()
        / total;
    let expected = ordered(&all) / (total * (total - 1.0));
    (total > 0.0 && expected > 0.0).then(|| 1.0 - observed / expected)
}

/// What two to five assessors say of up to twelve units.
fn lists() -> impl Strategy<Value = Vec<Values>> {
    (2..6_usize, 0..13_usize).prop_flat_map(|(assessors, units)| {
        let value = prop_oneof![1 => Just(None), 4 => (0..9_u8).prop_map(Some), 3 => (0..3_u8).prop_map(Some)];
        vec(vec(value, units), assessors)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn alpha_is_what_its_definition_says(lists in lists()) {
        for metric in [Metric::Nominal, Metric::Ordinal] {
            match (alpha(&lists, metric).value, by_pairs(&lists, metric)) {
                (Some(one), Some(other)) => prop_assert_eq!((one - other).abs() < 1e-9, true, "{} {}", one, other),
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }

    #[test]
    fn the_order_of_assessors_and_units_changes_nothing(lists in lists(), seed in any::<u64>()) {
        let mut others = lists.clone();
        let turn = |length: usize| if length == 0 { 0 } else { seed as usize % length };
        let assessor = turn(others.len());
        others.rotate_left(assessor);
        others.reverse();
        for list in &mut others {
            let unit = turn(list.len());
            list.rotate_left(unit);
        }
        for metric in [Metric::Nominal, Metric::Ordinal] {
            prop_assert_eq!(alpha(&others, metric), alpha(&lists, metric));
        }
    }

    #[test]
    fn those_who_say_the_same_and_not_always_one_thing_agree_wholly(list in vec(0..9_u8, 2..20), times in 2..6_usize) {
        let lists = vec![list.iter().copied().map(Some).collect::<Values>(); times];
        let varies = list.iter().any(|value| *value != list[0]);
        for metric in [Metric::Nominal, Metric::Ordinal] {
            prop_assert_eq!(alpha(&lists, metric).value, varies.then_some(1.0));
        }
    }
}
