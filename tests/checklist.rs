//! Which part of the checklist is seen: the address, the filter and its chips, search by words.

#[path = "checklist/address.rs"]
mod address;

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{DutyNumber, Kind, Obligation, Status};
use accord_checklist::checklist::{
    Address, Arrangement, Chip, Filter, Grouping, Heading, Numbers, Order, Place, Query, Section, View, arrange,
    first_rows, fold, marks, matches,
};
use accord_checklist::language::Locale;
use address::words;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

/// The number of an obligation, a text, a theme or a bearer, by its id.
#[track_caller]
fn number(id: &str) -> usize {
    let places = [
        ACCORD.obligations.iter().position(|one| one.id == id),
        ACCORD.instruments.iter().position(|one| one.id == id),
        ACCORD.themes.iter().position(|one| one.id == id),
        ACCORD.bearers.iter().position(|one| one.id == id),
        Kind::ALL.iter().position(|kind| kind.name() == id),
        Status::ALL.iter().position(|status| status.name() == id),
    ];
    places
        .into_iter()
        .flatten()
        .next()
        .unwrap_or_else(|| panic!("there is no {id}"))
}

#[track_caller]
fn numbers(ids: &[&str]) -> Numbers {
    let mut numbers = Numbers::default();
    for id in ids {
        numbers.insert(number(id) as u8);
    }
    numbers
}

// What is arbitrary

fn some_numbers(count: usize) -> impl Strategy<Value = Numbers> {
    vec(0..count as u8, 0..4).prop_map(|list| {
        let mut numbers = Numbers::default();
        list.into_iter().for_each(|number| numbers.insert(number));
        numbers
    })
}

fn place() -> impl Strategy<Value = Place> {
    let obligation = (0..ACCORD.obligations.len() as u16).prop_map(Place::Obligation);
    prop_oneof![select(View::ALL.to_vec()).prop_map(Place::View), obligation]
}

fn arrangement() -> impl Strategy<Value = Arrangement> {
    (select(Grouping::ALL.to_vec()), select(Order::ALL.to_vec()))
        .prop_map(|(group, order)| Arrangement { group, order })
}

fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "ប្រាសាទ",
        "ปราสาท",
        "👩‍👩‍👧",
        "עברית",
        "\"",
        "%",
        "%20",
        "%E1",
        "&",
        "=",
        "#",
        "?",
        "+",
        ",",
        "/",
        "\0",
        "\n",
        "é",
    ];
    let piece = prop_oneof![
        select(pieces.to_vec()).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[ -~]{0,6}"
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn filter() -> impl Strategy<Value = Filter> {
    (
        prop_oneof![Just(String::new()), typed()],
        some_numbers(Status::ALL.len()),
        some_numbers(ACCORD.instruments.len()),
        some_numbers(ACCORD.themes.len()),
        some_numbers(ACCORD.bearers.len()),
        some_numbers(Kind::ALL.len()),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(words, statuses, instruments, themes, bearers, kinds, follow_up, differs)| Filter {
                words: words.trim().to_owned(),
                statuses,
                instruments,
                themes,
                bearers,
                kinds,
                follow_up,
                differs,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_address_that_is_written_is_read_back(place in place(), filter in filter(), arrangement in arrangement()) {
        let address = Address { place, filter, arrangement };
        let written = address.write(&ACCORD);
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{}", written);
        prop_assert!(!written.contains(['#', '"', '<', '>']), "{}", written);
        prop_assert_eq!(Address::parse(&ACCORD, &written), address.clone());
        prop_assert_eq!(Address::parse(&ACCORD, &format!("#{written}")), address);
    }

    #[test]
    fn garbage_never_panics(garbage in prop_oneof![typed(), any::<String>(), "[#?&=%,A-Za-z0-9-]{0,40}"]) {
        let address = Address::parse(&ACCORD, &garbage);
        let written = address.write(&ACCORD);
        let read = Address::parse(&ACCORD, &written);
        prop_assert_eq!(read.write(&ACCORD), written);
    }

    #[test]
    fn the_set_of_numbers(list in vec(any::<u8>(), 0..12)) {
        let mut numbers = Numbers::default();
        list.iter().for_each(|&number| numbers.insert(number));
        let mut wanted: Vec<u8> = list.iter().copied().filter(|&number| number < 64).collect();
        wanted.sort_unstable();
        wanted.dedup();
        prop_assert_eq!(numbers.iter().collect::<Vec<_>>(), wanted.clone());
        prop_assert_eq!(numbers.is_empty(), wanted.is_empty());
        for number in 0..=u8::MAX {
            prop_assert_eq!(numbers.has(number), wanted.contains(&number));
            prop_assert_eq!(numbers.passes(number), wanted.is_empty() || wanted.contains(&number));
        }
        for &number in &wanted {
            numbers.toggle(number);
        }
        prop_assert!(numbers.is_empty());
    }

    #[test]
    fn every_chip_can_be_lifted_by_itself(filter in filter()) {
        let chips = filter.chips();
        prop_assert_eq!(filter.is_empty(), chips.is_empty());
        for &chip in &chips {
            let rest: Vec<Chip> = chips.iter().copied().filter(|&other| other != chip).collect();
            prop_assert_eq!(filter.without(chip).chips(), rest, "without {:?}", chip);
        }
        let nothing = chips.iter().fold(filter.clone(), |filter, &chip| filter.without(chip));
        prop_assert!(nothing.is_empty());
        prop_assert_eq!(shown(&nothing, &blank).len(), 126);
    }

    #[test]
    fn lifting_a_part_never_hides_anything(filter in filter()) {
        let narrow = shown(&filter, &assessed);
        for chip in filter.chips() {
            let same_list = filter.chips().iter().filter(|other| std::mem::discriminant(*other) == std::mem::discriminant(&chip)).count();
            // One of several names of a list widens it; a list with one name is lifted as a whole.
            if same_list == 1 {
                let wide = shown(&filter.without(chip), &assessed);
                prop_assert!(narrow.iter().all(|id| wide.contains(id)), "without {:?}", chip);
            }
        }
    }

    #[test]
    fn what_narrows_shows_nothing_new(before in filter(), more in prop_oneof![typed(), "[a-z ]{0,3}"], other in filter()) {
        let on = Filter { words: format!("{}{more}", before.words), ..before.clone() };
        for after in [on, other] {
            if after.narrows(&before) {
                let wide = shown(&before, &blank);
                // Whatever is said of duties.
                for narrow in [shown(&after, &blank), shown(&after, &assessed)] {
                    prop_assert!(narrow.iter().all(|id| wide.contains(id)), "{after:?} after {before:?}");
                }
            }
        }
    }

    #[test]
    fn the_words_are_found_in_any_order(item in 0..ACCORD.obligations.len(), order in vec(any::<u32>(), 16)) {
        let text = ACCORD.obligations[item].search_text(Locale::english().title(item as u16));
        let mut words: Vec<&str> = text.split_whitespace().collect();
        words.sort_by_key(|word| order[word.len() % order.len()]);
        prop_assert!(Query::new(&words.join("  ")).finds(&text));
        prop_assert!(Query::new(&words.join(" ").to_uppercase()).finds(&text));
        words.push("\u{e000}");
        prop_assert!(!Query::new(&words.join(" ")).finds(&text));
    }

    #[test]
    fn marks_lie_in_the_text_and_do_not_overlap(text in typed(), query in typed()) {
        let query = Query::new(&query);
        let mut last = 0;
        for (place, span) in marks(&query, &text).into_iter().enumerate() {
            prop_assert!(span.start < span.end && span.end <= text.len());
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            prop_assert!(place == 0 || span.start > last, "spans that touch are one");
            last = span.end;
        }
        if query.finds(&fold(&text)) && !query.is_empty() {
            prop_assert!(!marks(&query, &text).is_empty(), "what is found is marked");
        }
    }
}

// What a filter shows

/// Nothing is assessed, nothing marked.
fn blank(_: DutyNumber) -> (Status, bool) {
    (Status::NotAssessed, false)
}

/// Some reviewed state: statuses go round by number, every tenth duty is marked.
fn assessed(duty: DutyNumber) -> (Status, bool) {
    (Status::ALL[usize::from(duty.0) % 9], duty.0.is_multiple_of(10))
}

/// The ids that a filter shows.
fn shown(filter: &Filter, said: &dyn Fn(DutyNumber) -> (Status, bool)) -> Vec<&'static str> {
    let query = Query::new(&filter.words);
    let passes = |item: &&Obligation| {
        matches(
            &ACCORD,
            filter,
            &query,
            item,
            &item.search_text(Locale::english().title_of(item)),
            said,
        )
    };
    ACCORD.obligations.iter().filter(passes).map(|item| item.id).collect()
}

/// How many obligations the filter of an address shows in a blank review.
#[track_caller]
fn shows(fragment: &str, expected: usize) {
    let filter = Address::parse(&ACCORD, fragment).filter;
    assert_eq!(shown(&filter, &blank).len(), expected, "{fragment}");
}

#[test]
fn a_filter_shows_what_it_says() {
    shows("", 126);
    shows("?text=KLD", 27);
    shows("?text=CF27", 30);
    shows("?text=KLD,CF27", 57);
    shows("?by=cambodia", 106);
    shows("?by=thailand", 108);
    shows("?by=cambodia,thailand", 110);
    shows("?by=jbc,jtsc", 7);
    shows("?status=not-assessed", 126);
    shows("?status=fulfilled", 0);
    shows("?status=fulfilled,not-assessed", 126);
    shows("?marked=yes", 0);
    shows("?text=RBC31&by=rbc", 1);
    shows("?text=KLD&by=rbc", 0);
    shows("?q=kld-6", 2);
    shows("?q=KLD-6B", 1);
    shows("?q=prisoners%20war", 1);
    shows("?q=war%20PRISONERS", 1);
    shows("?q=zzz", 0);
}

#[test]
fn the_tables_are_short_enough_for_a_set_of_numbers() {
    for count in [ACCORD.bearers.len(), ACCORD.instruments.len(), ACCORD.themes.len()] {
        assert!(count <= 64, "{count}");
    }
}

#[test]
fn status_bearer_and_mark_are_asked_of_one_duty() {
    let thai = |duty: DutyNumber| {
        let is_thai = ACCORD.bearer_of(duty).id == "thailand";
        if is_thai {
            (Status::Disputed, true)
        } else {
            (Status::Fulfilled, false)
        }
    };
    let count = |fragment: &str| shown(&Address::parse(&ACCORD, fragment).filter, &thai).len();
    assert_eq!(count("?by=thailand&status=disputed"), 108);
    assert_eq!(
        count("?by=cambodia&status=disputed"),
        0,
        "the status of one duty does not speak for another"
    );
    assert_eq!(count("?by=cambodia&marked=yes"), 0);
    assert_eq!(count("?by=cambodia,thailand&status=disputed&marked=yes"), 108);
    assert_eq!(count("?status=fulfilled&marked=yes"), 0);
}

#[test]
fn what_differs_from_the_record_was_assessed_and_in_another_way() {
    let differs = Address::parse(&ACCORD, "?differs=yes").filter;
    let record = |duty: DutyNumber| (ACCORD.duty(duty).baseline.status, false);
    assert_eq!(
        shown(&differs, &blank).len(),
        0,
        "what was not assessed does not differ"
    );
    assert_eq!(shown(&differs, &record).len(), 0);
    let release = ACCORD.duty_of_name("KLD-6b/thailand").expect("KLD-6b is there");
    let one = |duty: DutyNumber| {
        if duty == release {
            (Status::Breached, false)
        } else {
            record(duty)
        }
    };
    assert_eq!(shown(&differs, &one), ["KLD-6b"]);
}

#[test]
fn chips_stand_in_one_order() {
    let filter = Address::parse(
        &ACCORD,
        "?marked=yes&kind=act&by=thailand,cambodia&theme=mines&text=CF27&status=disputed&q=a b",
    )
    .filter;
    let n = |id: &str| number(id) as u8;
    assert_eq!(
        filter.chips(),
        [
            Chip::Words,
            Chip::Status(n("disputed")),
            Chip::Instrument(n("CF27")),
            Chip::Theme(n("mines")),
            Chip::Bearer(0),
            Chip::Bearer(1),
            Chip::Kind(n("act")),
            Chip::FollowUp,
        ]
    );
    assert!(
        words("  \u{200B} ").is_empty(),
        "blanks and invisible joiners ask for nothing"
    );
}

// Groups and their order

/// The groups, each with the number of its obligations, where every duty has the status that `assessed` gives.
fn groups(group: Grouping) -> Vec<(Heading, usize)> {
    let sections = arrange(
        &ACCORD,
        Arrangement {
            group,
            order: Order::Text,
        },
        |duty| (assessed(duty).0, 0),
    );
    sections
        .into_iter()
        .map(|section| (section.heading, section.obligations.len()))
        .collect()
}

#[test]
fn groups_hold_every_obligation_once() {
    for group in Grouping::ALL {
        for order in Order::ALL {
            let stamp = |duty: DutyNumber| u64::from(duty.0 * 7 % 13);
            let sections = arrange(&ACCORD, Arrangement { group, order }, |duty| {
                (assessed(duty).0, stamp(duty))
            });
            assert!(
                sections.iter().all(|section| !section.obligations.is_empty()),
                "{group:?}"
            );
            let mut held: Vec<u16> = sections
                .iter()
                .flat_map(|section| section.obligations.clone())
                .collect();
            held.sort_unstable();
            assert_eq!(
                held,
                (0..ACCORD.obligations.len() as u16).collect::<Vec<_>>(),
                "{group:?} {order:?}"
            );
        }
    }
}

#[test]
fn groups_stand_in_their_order() {
    let texts: Vec<(Heading, usize)> = ACCORD
        .instruments
        .iter()
        .enumerate()
        .map(|(n, one)| (Heading::Instrument(n as u8), one.obligations.len()))
        .collect();
    assert_eq!(groups(Grouping::Text), texts);
    let parties = [
        (Heading::BothParties, 104),
        (Heading::Party(0), 2),
        (Heading::Party(1), 4),
        (Heading::Others, 16),
    ];
    assert_eq!(groups(Grouping::Party), parties);
    let themes = groups(Grouping::Theme);
    assert!(
        themes
            .iter()
            .map(|(heading, _)| heading)
            .eq((0..ACCORD.themes.len() as u8)
                .map(Heading::Theme)
                .collect::<Vec<_>>()
                .iter())
    );
    assert_eq!(
        groups(Grouping::Status).last().map(|(heading, _)| *heading),
        Some(Heading::Mixed)
    );
}

/// The obligations of one text in this order.
#[track_caller]
fn in_order(text: &str, order: Order, expected: &[&str]) {
    let changed = |duty: DutyNumber| u64::from(ACCORD.duty_name(duty) == "RBC31-4/thailand") * 9;
    let arrangement = Arrangement {
        group: Grouping::Text,
        order,
    };
    let sections = arrange(&ACCORD, arrangement, |duty| (Status::NotAssessed, changed(duty)));
    let heading = Heading::Instrument(number(text) as u8);
    let section = sections
        .into_iter()
        .find(|section| section.heading == heading)
        .expect("the text has a group");
    let held: Vec<&str> = section
        .obligations
        .iter()
        .map(|&n| ACCORD.obligations[usize::from(n)].id)
        .collect();
    assert_eq!(&held[..expected.len()], expected, "{text} {order:?}");
}

#[test]
fn obligations_stand_in_the_order_asked_for() {
    in_order(
        "RBC31",
        Order::Text,
        &[
            "RBC31-0", "RBC31-1", "RBC31-2a", "RBC31-2b", "RBC31-2c", "RBC31-3", "RBC31-4",
        ],
    );
    in_order(
        "RBC31",
        Order::Due,
        &[
            "RBC31-0", "RBC31-2a", "RBC31-2b", "RBC31-7", "RBC31-2c", "RBC31-3", "RBC31-4", "RBC31-1",
        ],
    );
    in_order("RBC31", Order::Changed, &["RBC31-4", "RBC31-0", "RBC31-1"]);
    in_order("CF27", Order::Due, &["CF27-1a", "CF27-11", "CF27-P1"]);
}

// Search

#[track_caller]
fn finds(typed: &str, text: &str) {
    assert!(Query::new(typed).finds(&fold(text)), "{typed:?} in {text:?}");
}

#[track_caller]
fn finds_not(typed: &str, text: &str) {
    assert!(!Query::new(typed).finds(&fold(text)), "{typed:?} in {text:?}");
}

#[test]
fn search_looks_through_marks_and_cases() {
    finds("cambodia's", "Cambodia’s text");
    finds("Cambodia’s", "cambodia's text");
    finds("\"at the earliest\"", "resume “at the earliest”");
    finds("72-hour", "the 72‑hour mark");
    finds("28-29", "28–29 Dec");
    finds("peaceaccords", "Peace\u{2060}Accords");
    finds("two words", "words\u{a0}two");
    finds("เชลย", "ปล่อยเชลยศึก");
    finds("មីន", "សម្អាតមីន");
    finds("", "anything");
    finds_not("mines survey", "mines");
    finds_not("minesx", "mines");
    finds_not("x", "");
}

#[test]
fn who_types_on_narrows() {
    let of = |words: &str| Filter {
        words: words.to_owned(),
        themes: numbers(&["forces"]),
        ..Filter::default()
    };
    for (before, after) in [
        ("", "m"),
        ("mi", "min"),
        ("mi", "Mi"),
        ("min", "min bor"),
        ("min bor", "border mine"),
        ("a", "a"),
    ] {
        assert!(of(after).narrows(&of(before)), "{before:?} {after:?}");
    }
    for (before, after) in [("m", ""), ("min", "mi"), ("min", "bor"), ("min bor", "border")] {
        assert!(!of(after).narrows(&of(before)), "{before:?} {after:?}");
    }
    let everywhere = Filter {
        themes: Numbers::default(),
        ..of("mi")
    };
    assert!(!everywhere.narrows(&of("mi")) && !of("mi").narrows(&everywhere));
    // A status that was set meanwhile may let in what was not there.
    let unlike = [
        Filter {
            statuses: numbers(&["fulfilled"]),
            ..of("mi")
        },
        Filter {
            follow_up: true,
            ..of("mi")
        },
        Filter {
            differs: true,
            ..of("mi")
        },
    ];
    for filter in unlike {
        assert!(!filter.narrows(&filter), "{filter:?}");
    }
}

#[track_caller]
fn check_rows(sections: &[&[u16]], most: usize, refused: &[u16], expected: &[(u8, &[u16])]) {
    let section = |(number, obligations): (usize, &&[u16])| Section {
        heading: Heading::Instrument(number as u8),
        obligations: obligations.to_vec(),
    };
    let sections: Vec<Section> = sections.iter().enumerate().map(section).collect();
    let whole = sections.clone();
    let found = first_rows(sections, most, |number| !refused.contains(&number));
    let told: Vec<(Heading, Vec<u16>)> = found.iter().map(|(one, rows)| (one.heading, rows.clone())).collect();
    let expected: Vec<(Heading, Vec<u16>)> = expected
        .iter()
        .map(|&(number, rows)| (Heading::Instrument(number), rows.to_vec()))
        .collect();
    assert_eq!(told, expected);
    for (section, _) in found {
        assert!(whole.contains(&section), "a group counts all its obligations");
    }
}

#[test]
fn a_large_catalogue_shows_the_first_rows_that_pass() {
    let sections: &[&[u16]] = &[&[0, 1, 2], &[3, 4], &[5]];
    check_rows(sections, 10, &[], &[(0, &[0, 1, 2]), (1, &[3, 4]), (2, &[5])]);
    check_rows(sections, 4, &[], &[(0, &[0, 1, 2]), (1, &[3])]);
    check_rows(sections, 3, &[], &[(0, &[0, 1, 2])]);
    check_rows(sections, 3, &[0, 2, 3, 4], &[(0, &[1]), (2, &[5])]);
    check_rows(sections, 3, &[0, 1, 2, 3, 4, 5], &[]);
    check_rows(sections, 0, &[], &[]);
}
