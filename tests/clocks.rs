//! Clocks: what each deadline of the record shows on the day to which the record was followed, and how clocks are computed at all.
//!
//! A clock is written here in one line: due, met, how it stands. `-` stands for what is not known.

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::clock::length;
use accord_checklist::catalogue::moment::Span;
use accord_checklist::catalogue::record::Record;
use accord_checklist::catalogue::{Clock, ClockSpec, ClockState, Length, Margin, Moment, Start};
use std::path::Path;

#[track_caller]
fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap_or_else(|| panic!("{text} is no moment"))
}

/// A clock in one line: `due 2025-12-30T12:00+07:00, met 2025-12-31T10:00+07:00: 22 hours late`.
fn told(clock: &Clock) -> String {
    let or_dash = |moment: Option<Moment>| moment.map_or_else(|| "-".to_owned(), |moment| moment.to_string());
    let state = match clock.state {
        ClockState::Met(None) => "met".to_owned(),
        ClockState::Met(Some(Margin::OnTime)) => "on time".to_owned(),
        ClockState::Met(Some(Margin::Early(length))) => format!("{} early", long(length)),
        ClockState::Met(Some(Margin::Late(length))) => format!("{} late", long(length)),
        ClockState::Stopped(at) => format!("stopped {at}"),
        ClockState::Running(length) => format!("{} to go", long(length)),
        ClockState::Passed(length) => format!("passed {} ago", long(length)),
        ClockState::NotStarted => "not started".to_owned(),
        ClockState::Open => "open".to_owned(),
    };
    format!("due {}, met {}: {state}", or_dash(clock.due), or_dash(clock.met))
}

fn long(length: Length) -> String {
    match length {
        Length::Minutes(minutes) => format!("{minutes} minutes"),
        Length::Hours(hours) => format!("{hours} hours"),
        Length::Days(days) => format!("{days} days"),
        Length::Unknown => "some time".to_owned(),
    }
}

// The clocks of the record

/// All clocks of an obligation, each with the party whose reading it is, as the edition shows them.
#[track_caller]
fn record(id: &str, expected: &[&str]) {
    let number = ACCORD
        .obligation_number(id)
        .unwrap_or_else(|| panic!("{id} is not there"));
    let item = &ACCORD.obligations[usize::from(number)];
    let today = ACCORD.edition().as_of;
    let found: Vec<String> = item
        .clocks
        .iter()
        .map(|spec| {
            let by = spec.by.map_or("", |party| ACCORD.bearers[usize::from(party)].id);
            let mark = if spec.inferred { " (worked out)" } else { "" };
            let line = format!("{by} {}{mark}", told(&spec.read(today)));
            line.trim_start().to_owned()
        })
        .collect();
    assert_eq!(found, expected, "{id}");
}

#[test]
fn the_record_was_followed_to_a_day_in_june() {
    assert_eq!(ACCORD.edition().as_of.to_string(), "2026-06-26");
}

#[test]
fn the_release_of_the_prisoners() {
    let handover = "due 2025-12-30T12:00+07:00, met 2025-12-31T10:00+07:00: 22 hours late";
    record(
        "CF27-11",
        &[&format!("cambodia {handover}"), &format!("thailand {handover}")],
    );
    record(
        "KLD-6b",
        &[
            "cambodia due -, met 2025-12-31T10:00+07:00: met",
            "thailand due -, met 2025-12-31T10:00+07:00: met",
        ],
    );
    record(
        "GBC7-6b",
        &[
            "cambodia due -, met 2025-12-31T10:00+07:00: met",
            "thailand due -, met 2025-12-31T10:00+07:00: met",
        ],
    );
    record("KLD-6a", &["due -, met -: not started"]);
}

#[test]
fn the_two_readings_of_a_prompt_release_differ_in_their_trigger() {
    let spec = |party: usize| {
        let number = ACCORD.obligation_number("KLD-6b").expect("KLD-6b is there");
        &ACCORD.obligations[usize::from(number)].clocks[party]
    };
    assert_eq!((spec(0).start, spec(0).open), (Start::None, true));
    assert_eq!((spec(1).start, spec(1).open), (Start::Condition, false));
}

#[test]
fn the_prisoners_were_in_custody_for_155_days() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let record = Record::read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let date = |id: &str| moment(&record.event(id).expect("the event is there").date);
    let (held, handed_over) = (date("2025-07-29-soldiers-held"), date("2025-12-31-handover"));
    assert_eq!(length(held, handed_over), Length::Days(155));
    assert_eq!(handed_over.day_number() - held.day_number(), 155);
    assert_eq!(handed_over.to_string(), "2025-12-31T10:00+07:00");
}

#[test]
fn the_ceasefires() {
    record(
        "PUT-1",
        &["due 2025-07-29T00:00+07:00, met 2025-07-29T00:00+07:00: on time"],
    );
    record(
        "CF27-1a",
        &["due 2025-12-27T12:00+07:00, met 2025-12-27T12:00+07:00: on time"],
    );
    record("KLD-1a", &["due -, met -: open"]);
    let noon = moment("2025-12-27T12:00+07:00");
    assert_eq!(
        noon.first_minute(),
        moment("2025-12-27T05:00+00:00").first_minute(),
        "noon there is 05:00 UTC"
    );
}

#[test]
fn the_withdrawal_of_heavy_weapons() {
    record("GBC10-1", &["due -, met -: open"]);
    record(
        "GBC10-2",
        &["due 2025-10-01, met 2025-10-31: 30 days late (worked out)"],
    );
    record("RBC31-0", &["due 2025-10-26T21:00+07:00, met 2025-10-26: on time"]);
    record("RBC31-2a", &["due 2025-11-01, met 2025-11-01: on time"]);
    record("RBC31-2b", &["due 2025-11-08, met 2025-11-08: on time"]);
    record("RBC31-2c", &["due 2025-11-21, met -: stopped 2025-11-11"]);
    record("RBC31-3", &["due 2025-12-13, met -: stopped 2025-11-11 (worked out)"]);
    record("RBC31-4", &["due 2026-01-24, met -: stopped 2025-11-11 (worked out)"]);
    record("RBC31-7", &["due 2025-11-15, met -: passed 223 days ago"]);
    record("KLD-4a-1", &["due -, met -: stopped 2025-11-11"]);
}

#[test]
fn meetings_and_groups() {
    record("PUT-2", &["due 2025-07-29T07:00+07:00, met 2025-07-29: on time"]);
    record("PUT-3", &["due -, met -: open"]);
    record("PUT-4", &["due 2025-08-04, met 2025-08-04: on time"]);
    record("GBC7-8b", &["due 2025-08-21, met 2025-08-16: 5 days early"]);
    record("GBC7-13", &["due 2025-09-07, met 2025-09-10: 3 days late"]);
    record("GBC10-6", &["due 2025-09-17, met 2025-09-24: 7 days late (worked out)"]);
    record("GBC10-8", &["due 2025-10-10, met -: passed 259 days ago (worked out)"]);
    record("GBC10-9", &["due 2025-09-17, met 2025-09-16: 1 days early"]);
    record("GBC10-13", &["due 2025-10-10, met 2025-10-23: 13 days late"]);
    record("GBC23-2", &["due 2025-10-23, met 2025-10-23: on time"]);
    record("GBC23-3", &["due 2025-10-23, met 2025-10-23: on time"]);
    record("GBC23-4", &["due 2025-10-30, met 2025-11-01: 2 days late (worked out)"]);
    record("GBC23-6", &["due 2025-11-06, met -: passed 232 days ago (worked out)"]);
}

#[test]
fn observers_and_the_boundary() {
    record("KLD-3a", &["due 2025-10-26, met 2025-10-23: 3 days early (worked out)"]);
    record("TOR-5", &["due 2026-01-26, met -: passed 151 days ago (worked out)"]);
    record("JBC22-3", &["due 2025-12, met -: passed some time ago"]);
    record("JBC22-5", &["due -, met -: open"]);
    record("JBC22-8", &["due 2026-01-07, met -: passed 170 days ago (worked out)"]);
    record("CF27-3b", &["due -, met -: open"]);
    record("CF27-3d", &["due -, met -: open"]);
    record("CF27-4", &["due -, met -: open"]);
    record("CF27-9b", &["due -, met -: open"]);
}

#[test]
fn no_clock_of_the_record_is_left_unread() {
    let today = ACCORD.edition().as_of;
    for item in ACCORD.obligations {
        for spec in item.clocks {
            let clock = spec.read(today);
            let has_words = spec.start == Start::Condition || spec.open;
            assert_eq!(
                clock.due.is_none(),
                has_words,
                "{}: a date, or words, not both",
                item.id
            );
            let early = spec.met.is_some_and(|met| met.first_minute() >= today.end_minute());
            assert!(!early, "{}: met after the record ends", item.id);
        }
    }
}

// Clocks made by hand

const BLANK: ClockSpec = ClockSpec {
    by: None,
    inferred: false,
    start: Start::None,
    span: None,
    due: None,
    open: false,
    met: None,
    stopped: None,
};

/// A clock from words: `due=…`, `from=…`, `after` (a condition), `open`, `span=…`, `met=…`, `stopped=…`.
#[track_caller]
fn spec(words: &str) -> ClockSpec {
    let mut spec = BLANK;
    for word in words.split_whitespace() {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        match key {
            "due" => spec.due = Some(moment(value)),
            "from" => spec.start = Start::Event(moment(value)),
            "after" => spec.start = Start::Condition,
            "open" => spec.open = true,
            "span" => spec.span = Some(Span::parse(value).unwrap_or_else(|| panic!("{value} is no span"))),
            "met" => spec.met = Some(moment(value)),
            "stopped" => spec.stopped = Some(moment(value)),
            other => panic!("unknown word {other}"),
        }
    }
    spec
}

/// Reads the clock of these words on this day.
#[track_caller]
fn check(words: &str, today: &str, expected: &str) {
    let clock = spec(words).read(moment(today));
    assert_eq!(told(&clock), expected, "{words} on {today}");
    let late = matches!(clock.state, ClockState::Met(Some(Margin::Late(_))));
    assert_eq!(clock.is_late(), late, "{words}");
}

#[test]
fn running_and_passed() {
    check("due=2025-12-30", "2025-12-20", "due 2025-12-30, met -: 10 days to go");
    check("due=2025-12-30", "2025-12-29", "due 2025-12-30, met -: 1 days to go");
    check("due=2025-12-30", "2025-12-30", "due 2025-12-30, met -: 0 days to go");
    check(
        "due=2025-12-30",
        "2025-12-31",
        "due 2025-12-30, met -: passed 1 days ago",
    );
    check(
        "due=2024-02-28",
        "2024-03-01",
        "due 2024-02-28, met -: passed 2 days ago",
    );
    check(
        "from=2025-09-10 span=P1W",
        "2025-09-12",
        "due 2025-09-17, met -: 5 days to go",
    );
    check(
        "from=2025-09-10 span=P10D",
        "2025-09-21",
        "due 2025-09-20, met -: passed 1 days ago",
    );
    check(
        "from=2025-09-10",
        "2025-09-11",
        "due 2025-09-10, met -: passed 1 days ago",
    );
}

#[test]
fn to_the_minute() {
    let due = "due=2025-12-30T12:00+07:00";
    let told = "due 2025-12-30T12:00+07:00, met -:";
    check(due, "2025-12-30T11:15+07:00", &format!("{told} 45 minutes to go"));
    check(due, "2025-12-30T11:00+07:00", &format!("{told} 1 hours to go"));
    check(due, "2025-12-28T12:01+07:00", &format!("{told} 47 hours to go"));
    check(due, "2025-12-28T12:00+07:00", &format!("{told} 2 days to go"));
    check(due, "2025-12-30T12:00+07:00", &format!("{told} 0 minutes to go"));
    check(due, "2025-12-30T12:01+07:00", &format!("{told} passed 1 minutes ago"));
    check(due, "2026-01-01T12:00+07:00", &format!("{told} passed 2 days ago"));
    // Only the day of today is known: whole days.
    check(due, "2025-12-30", &format!("{told} 0 days to go"));
    check(due, "2025-12-29", &format!("{told} 1 days to go"));
    check(due, "2025-12-31", &format!("{told} passed 1 days ago"));
}

#[test]
fn met_early_on_time_and_late() {
    check(
        "due=2025-10-26 met=2025-10-23",
        "2026-01-01",
        "due 2025-10-26, met 2025-10-23: 3 days early",
    );
    check(
        "due=2025-10-23 met=2025-10-23",
        "2026-01-01",
        "due 2025-10-23, met 2025-10-23: on time",
    );
    check(
        "due=2025-09-07 met=2025-09-10",
        "2026-01-01",
        "due 2025-09-07, met 2025-09-10: 3 days late",
    );
    let noon = "from=2025-12-27T12:00+07:00 span=P72H";
    let told = "due 2025-12-30T12:00+07:00, met";
    check(
        &format!("{noon} met=2025-12-31T10:00+07:00"),
        "2026-01-01",
        &format!("{told} 2025-12-31T10:00+07:00: 22 hours late"),
    );
    check(
        &format!("{noon} met=2025-12-30T12:00+07:00"),
        "2026-01-01",
        &format!("{told} 2025-12-30T12:00+07:00: on time"),
    );
    check(
        &format!("{noon} met=2025-12-30T11:59+07:00"),
        "2026-01-01",
        &format!("{told} 2025-12-30T11:59+07:00: 1 minutes early"),
    );
    check(
        &format!("{noon} met=2026-01-03T13:00+07:00"),
        "2026-02-01",
        &format!("{told} 2026-01-03T13:00+07:00: 4 days late"),
    );
    check("met=2025-12-31", "2026-01-01", "due -, met 2025-12-31: met");
    check("open met=2025-12-31", "2026-01-01", "due -, met 2025-12-31: met");
}

#[test]
fn never_more_precise_than_what_is_known() {
    // A deadline to the minute, met on a day: the days are compared.
    check(
        "due=2025-12-30T12:00+07:00 met=2025-12-30",
        "2026-01-01",
        "due 2025-12-30T12:00+07:00, met 2025-12-30: on time",
    );
    check(
        "due=2025-12-30T12:00+07:00 met=2025-12-31",
        "2026-01-01",
        "due 2025-12-30T12:00+07:00, met 2025-12-31: 1 days late",
    );
    check(
        "due=2025-12-30T12:00+07:00 met=2025-12-29",
        "2026-01-01",
        "due 2025-12-30T12:00+07:00, met 2025-12-29: 1 days early",
    );
    check(
        "due=2025-12-30 met=2025-12-30T23:59+07:00",
        "2026-01-01",
        "due 2025-12-30, met 2025-12-30T23:59+07:00: on time",
    );
    // Hours from a day give days.
    check(
        "from=2025-12-27 span=P72H met=2025-12-31T10:00+07:00",
        "2026-01-01",
        "due 2025-12-30, met 2025-12-31T10:00+07:00: 1 days late",
    );
    check(
        "from=2025-12-27 span=P30H",
        "2025-12-28",
        "due 2025-12-29, met -: 1 days to go",
    );
    // Months are compared as months, and tell no length.
    check(
        "due=2025-12 met=2025-12-31",
        "2026-01-01",
        "due 2025-12, met 2025-12-31: on time",
    );
    check(
        "due=2025-12 met=2026-01-01",
        "2026-02-01",
        "due 2025-12, met 2026-01-01: some time late",
    );
    check(
        "due=2025-12 met=2025-11-30",
        "2026-02-01",
        "due 2025-12, met 2025-11-30: some time early",
    );
    check(
        "due=2025-12-31 met=2026-01",
        "2026-02-01",
        "due 2025-12-31, met 2026-01: some time late",
    );
    check("due=2025-12", "2025-12-31", "due 2025-12, met -: some time to go");
    check("due=2025-12", "2026-01-01", "due 2025-12, met -: passed some time ago");
    check(
        "from=2025-12 span=P1M",
        "2026-01-15",
        "due 2026-01, met -: some time to go",
    );
}

#[test]
fn calendar_spans() {
    check(
        "from=2026-01-31 span=P1M",
        "2026-02-01",
        "due 2026-02-28, met -: 27 days to go",
    );
    check(
        "from=2025-09-10 span=P3W",
        "2025-09-30",
        "due 2025-10-01, met -: 1 days to go",
    );
    check(
        "from=2025-10-23T10:00+08:00 span=P2W",
        "2025-11-05",
        "due 2025-11-06, met -: 1 days to go",
    );
    check(
        "from=2025-12-31T23:00+07:00 span=P2H",
        "2025-12-31",
        "due 2026-01-01T01:00+07:00, met -: 1 days to go",
    );
}

#[test]
fn zones() {
    // 13:00 in Kuala Lumpur is 12:00 in both countries.
    check(
        "due=2025-10-26T13:00+08:00 met=2025-10-26T12:00+07:00",
        "2026-01-01",
        "due 2025-10-26T13:00+08:00, met 2025-10-26T12:00+07:00: on time",
    );
    check(
        "due=2025-10-26T13:00+08:00 met=2025-10-26T13:00+07:00",
        "2026-01-01",
        "due 2025-10-26T13:00+08:00, met 2025-10-26T13:00+07:00: 1 hours late",
    );
    check(
        "due=2025-12-27T12:00+07:00 met=2025-12-27T05:00+00:00",
        "2026-01-01",
        "due 2025-12-27T12:00+07:00, met 2025-12-27T05:00+00:00: on time",
    );
    check(
        "due=2025-12-27T12:00+07:00 met=2025-12-27T00:30-05:00",
        "2026-01-01",
        "due 2025-12-27T12:00+07:00, met 2025-12-27T00:30-05:00: 30 minutes late",
    );
}

#[test]
fn stopped_not_started_and_open() {
    check(
        "due=2025-11-21 stopped=2025-11-11",
        "2026-01-01",
        "due 2025-11-21, met -: stopped 2025-11-11",
    );
    check(
        "open stopped=2025-11-11",
        "2026-01-01",
        "due -, met -: stopped 2025-11-11",
    );
    check(
        "due=2025-11-21 stopped=2025-11-11 met=2025-11-20",
        "2026-01-01",
        "due 2025-11-21, met 2025-11-20: 1 days early",
    );
    check("after", "2026-01-01", "due -, met -: not started");
    check("after span=P72H", "2026-01-01", "due -, met -: not started");
    check("after met=2025-12-31", "2026-01-01", "due -, met 2025-12-31: met");
    check("open", "2026-01-01", "due -, met -: open");
}

#[test]
fn a_length_is_never_negative() {
    assert_eq!(length(moment("2025-12-31"), moment("2025-12-30")), Length::Days(0));
    assert_eq!(
        length(moment("2025-12-31T10:00+07:00"), moment("2025-12-30T10:00+07:00")),
        Length::Minutes(0)
    );
    assert_eq!(length(moment("2025-12"), moment("2026-12-30")), Length::Unknown);
}
