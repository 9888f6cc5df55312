//! The catalogue: a small one passes, each breaking of it is refused with the place, and the real one holds what the fact base holds.
//!
//! `tests/golden/obligations.txt` lists the ids of the fact base, in its order. `tests/golden/slots.txt` lists for every slot the
//! obligation and its bearers; links depend on it, so it only grows.

use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::record::{Fault, Record, texts};
use accord_checklist::catalogue::{PARTIES, Status};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small");
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
const BREAKINGS: &str = include_str!("fixtures/breakings.toml");
const SLOTS: &str = include_str!("golden/slots.txt");
const OBLIGATIONS: &str = include_str!("golden/obligations.txt");

// The small catalogue and its breakings

/// The table of breakings.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Breakings {
    breaking: Vec<Breaking>,
}

/// A change of one file that makes the small catalogue faulty, and the faults in their order, as they are printed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Breaking {
    file: String,
    from: String,
    to: String,
    faults: Vec<String>,
}

/// Makes all changes at once in a copy of the small catalogue, reads it and compares the faults; one that ends in `…` is compared up to
/// there.
#[track_caller]
fn breaks(changes: &[(&str, &str, &str)], expected: &[&str]) {
    let folder = copy_of_small();
    for (file, from, to) in changes {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).expect("the small catalogue has this file");
        assert!(text.contains(from), "{file} has no {from:?} to break");
        fs::write(&path, text.replacen(from, to, 1)).expect("the copy can be written");
    }
    let read = Record::read(&folder);
    fs::remove_dir_all(&folder).expect("the copy can be removed");
    let faults: Vec<String> = read.err().unwrap_or_default().iter().map(Fault::to_string).collect();
    let same = |fault: &String, expected: &&str| match expected.strip_suffix('…') {
        Some(beginning) => fault.starts_with(beginning),
        None => fault == expected,
    };
    let all = faults.len() == expected.len() && faults.iter().zip(expected).all(|(fault, one)| same(fault, one));
    assert!(all, "{changes:?}\nfound:    {faults:#?}\nexpected: {expected:#?}");
}

/// A copy of the small catalogue in a folder of its own under `target/`.
#[track_caller]
fn copy_of_small() -> PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("catalogue-{}-{number}", std::process::id());
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(copy.join("instruments")).expect("target/ can be written");
    for folder in ["", "instruments"] {
        for entry in fs::read_dir(Path::new(SMALL).join(folder)).expect("the small catalogue is there") {
            let path = entry.expect("its entries can be read").path();
            if path.is_file() {
                let name = path.file_name().expect("a file has a name");
                fs::copy(&path, copy.join(folder).join(name)).expect("a file can be copied");
            }
        }
    }
    copy
}

#[test]
fn the_small_catalogue_has_no_fault() {
    let record = Record::read(Path::new(SMALL)).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let ids: Vec<&str> = record.obligations().map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(ids, ["TWO-1", "TWO-2", "ONE-1"], "core instruments come first");
    breaks(&[], &[]);
}

#[test]
fn every_breaking_is_refused_with_its_place() {
    let table: Breakings = toml::from_str(BREAKINGS).expect("the table has its form");
    assert!(table.breaking.len() >= 20);
    for Breaking { file, from, to, faults } in &table.breaking {
        assert!(!faults.is_empty(), "{file}: {from:?}");
        let faults: Vec<&str> = faults.iter().map(String::as_str).collect();
        breaks(&[(file, from, to)], &faults);
    }
}

#[test]
fn all_faults_are_told_at_once() {
    breaks(
        &[
            ("events.toml", "date = \"2020-02-03\"", "date = \"2020-02-31\""),
            (
                "instruments/ONE.toml",
                "title = { en = \"Stay in contact\" }",
                "title = { en = \"Stay in contact!\" }",
            ),
            (
                "instruments/TWO.toml",
                "bearers = [\"icrc\"]",
                "bearers = [\"atlantis\"]",
            ),
            ("pledges.toml", "bears_on = [\"TWO-1\"]", "bears_on = [\"TWO-9\"]"),
        ],
        &[
            "events.toml: 2020-02-03-first: date: `2020-02-31` is no date that exists (YYYY-MM-DD, YYYY-MM or YYYY-MM-DDThh:mm+zz:zz)",
            "instruments/ONE.toml: ONE-1: title: has markup, an exclamation mark or a line break",
            "instruments/TWO.toml: TWO-2: baseline: one for each bearer, in their order (atlantis)",
            "instruments/TWO.toml: TWO-2: bearers: unknown party or body `atlantis`",
            "pledges.toml: Q-1: bears_on: unknown obligation `TWO-9`",
        ],
    );
}

#[test]
fn files_that_cannot_be_read_are_all_named() {
    breaks(
        &[
            ("editions.toml", "version = \"2020-07\"", "version = 2020"),
            ("instruments/TWO.toml", "kind = \"act\"\n", ""),
            ("traces.toml", "document = \"article\"", "document = article"),
        ],
        &[
            "editions.toml: line 4: …",
            "instruments/TWO.toml: TWO-1, line 13: missing field `kind`",
            "traces.toml: line 2: …",
        ],
    );
}

#[test]
fn missing_files_and_folders_are_told() {
    let folder = copy_of_small();
    fs::remove_file(folder.join("glossary.toml")).expect("the copy can be changed");
    fs::remove_dir_all(folder.join("instruments")).expect("the copy can be changed");
    let faults = Record::read(&folder).err().unwrap_or_default();
    fs::remove_dir_all(&folder).expect("the copy can be removed");
    let files: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(files, ["glossary.toml", "instruments"]);
}

// The real catalogue

/// The real catalogue, read once.
fn real() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(|| Record::read(Path::new(REAL)).unwrap_or_else(|faults| panic!("{faults:#?}")))
}

#[test]
fn it_holds_every_obligation_of_the_fact_base() {
    let record = real();
    let wanted: BTreeSet<&str> = OBLIGATIONS.lines().collect();
    let held: BTreeSet<&str> = record.obligations().map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(
        wanted.len(),
        OBLIGATIONS.lines().count(),
        "an id stands twice in the golden list"
    );
    assert_eq!(
        wanted.difference(&held).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "missing in the catalogue"
    );
    assert_eq!(
        held.difference(&wanted).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "not in the fact base"
    );
}

#[test]
fn the_order_within_each_text_is_that_of_the_fact_base() {
    let record = real();
    for file in &record.instruments {
        let id = &file.instrument.id;
        let prefix = format!("{id}-");
        let wanted: Vec<&str> = OBLIGATIONS.lines().filter(|line| line.starts_with(&prefix)).collect();
        let held: Vec<&str> = file.obligations.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(held, wanted, "{id}");
    }
}

/// How many obligations each text has in the fact base.
const COUNTS: [(&str, usize); 9] = [
    ("KLD", 27),
    ("CF27", 30),
    ("PUT", 7),
    ("GBC7", 19),
    ("GBC10", 13),
    ("JBC22", 8),
    ("GBC23", 7),
    ("TOR", 5),
    ("RBC31", 10),
];

#[test]
fn every_text_is_there_with_its_number_of_obligations() {
    let held: Vec<(&str, usize)> = ACCORD
        .instruments
        .iter()
        .map(|one| (one.id, one.obligations.len()))
        .collect();
    assert_eq!(held, COUNTS);
    let core: Vec<&str> = ACCORD
        .instruments
        .iter()
        .filter(|one| one.core)
        .map(|one| one.id)
        .collect();
    assert_eq!(core, ["KLD", "CF27"]);
}

#[test]
fn duties_are_counted_by_bearer() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for duty in ACCORD.duty_numbers() {
        *counts.entry(ACCORD.bearer_of(duty).id).or_default() += 1;
    }
    let wanted = BTreeMap::from([
        ("aot", 2),
        ("asean-states", 2),
        ("cambodia", 106),
        ("jbc", 5),
        ("jctf", 2),
        ("jtsc", 2),
        ("malaysia", 3),
        ("rbc", 2),
        ("thailand", 108),
    ]);
    assert_eq!(counts, wanted);
    assert_eq!(ACCORD.duties.len(), 232);
    let parties: Vec<&str> = PARTIES
        .iter()
        .map(|&party| ACCORD.bearers[usize::from(party)].id)
        .collect();
    assert_eq!(parties, ["cambodia", "thailand"]);
}

#[test]
fn every_sentence_of_the_two_documents_is_traced() {
    let record = real();
    for (document, sentences) in [("explainer", 21), ("article", 18)] {
        let traces: Vec<_> = record
            .traces
            .iter()
            .filter(|trace| trace.document == document)
            .collect();
        let numbers: Vec<u16> = traces.iter().map(|trace| trace.sentence).collect();
        assert_eq!(numbers, (1..=sentences).collect::<Vec<u16>>(), "{document}");
        for trace in traces {
            assert!(
                !trace.begins.is_empty(),
                "{document} {} has no beginning",
                trace.sentence
            );
        }
    }
    let with_items = record.traces.iter().filter(|trace| !trace.items.is_empty()).count();
    assert_eq!(
        record.traces.len() - with_items,
        10,
        "sentences without items, each with its reason"
    );
}

/// Obligations with a disputed baseline on which no statement or reading of both sides was found, and why the baseline stands.
/// None since the corrections of edition 2026-11; whoever adds one gives the reason here.
const ONE_SIDED: &[(&str, &str)] = &[];

#[test]
fn what_is_disputed_has_both_sides_or_stands_in_the_list() {
    let record = real();
    let mut one_sided: Vec<&str> = Vec::new();
    for (_, item) in record.obligations() {
        let disputed = item
            .baseline
            .iter()
            .any(|baseline| baseline.status == Status::Disputed.name());
        let speakers = item
            .claim
            .iter()
            .map(|claim| &claim.by)
            .chain(item.reading.iter().map(|one| &one.by));
        let speakers: BTreeSet<&str> = speakers.map(String::as_str).collect();
        if disputed && !(speakers.contains("cambodia") && speakers.contains("thailand")) {
            one_sided.push(&item.id);
        }
    }
    one_sided.sort_unstable();
    let listed: Vec<&str> = ONE_SIDED.iter().map(|&(id, _)| id).collect();
    assert_eq!(one_sided, listed);
    assert!(ONE_SIDED.iter().all(|(_, reason)| !reason.is_empty()));
}

#[test]
fn what_could_not_be_read_is_marked_and_locked() {
    let awaited: Vec<&str> = ACCORD
        .obligations
        .iter()
        .filter(|item| item.text_awaited)
        .map(|item| item.id)
        .collect();
    assert_eq!(awaited, ["CF27-8"]);
    let appeals: Vec<&str> = ACCORD
        .obligations
        .iter()
        .filter(|item| item.appeal)
        .map(|item| item.id)
        .collect();
    assert_eq!(appeals, ["KLD-3c"]);
}

#[test]
fn every_event_and_claim_says_where_it_comes_from() {
    let record = real();
    assert!(record.events.iter().all(|event| !event.sources.is_empty()));
    assert!(record.events.len() >= 60, "{} events", record.events.len());
    let claims = record.obligations().map(|(_, item)| item.claim.len()).sum::<usize>();
    assert!(claims >= 250, "{claims} claims");
    assert!(record.sources.len() >= 185, "{} sources", record.sources.len());
}

#[test]
fn texts_are_walked_completely() {
    let record = real();
    let places = texts(record);
    for part in [
        "title",
        "text",
        "claim 1",
        "reading 2",
        "clock.text 1",
        "caution",
        "summary",
        "role",
        "status",
    ] {
        assert!(places.iter().any(|placed| placed.field == part), "no text at {part}");
    }
    let titles = places.iter().filter(|placed| placed.field == "title").count();
    assert_eq!(titles, 126);
}

// Slots

/// Every released edition: its version, how many slots it had, and the digest of their lines.
///
/// Lines of released editions never change, since links that people keep depend on them. Before the first release they may; then this
/// digest is brought up to date. A new edition adds its lines at the end and its own row here.
const RELEASED: &[(&str, usize, u64)] = &[("2026-11", 126, 0x8662_78cb_c9e8_dc58)];

#[test]
fn slots_are_as_they_were_released() {
    let lines: Vec<&str> = SLOTS.lines().collect();
    let versions: Vec<&str> = ACCORD.editions.iter().map(|edition| edition.version).collect();
    assert_eq!(
        RELEASED.iter().map(|row| row.0).collect::<Vec<_>>(),
        versions,
        "a row for every edition"
    );
    for (edition, &(version, count, digest)) in ACCORD.editions.iter().zip(RELEASED) {
        assert_eq!(usize::from(edition.slots), count, "{version}");
        assert!(lines.len() >= count, "slots.txt has lost lines of {version}");
        let found = digest_of(&lines[..count]);
        assert_eq!(
            found, digest,
            "earlier lines of slots.txt were changed; those of {version} now give {found:#018x}"
        );
    }
}

#[test]
fn the_catalogue_keeps_every_slot() {
    let record = real();
    let withdrawn: BTreeSet<u16> = record
        .editions
        .iter()
        .flat_map(|edition| edition.withdrawn.iter().copied())
        .collect();
    for (number, line) in SLOTS.lines().enumerate() {
        assert!(
            line.starts_with(&format!("{number} ")),
            "line {} of slots.txt is not that of slot {number}",
            number + 1
        );
    }
    let released: BTreeMap<u16, &str> = SLOTS
        .lines()
        .filter_map(|line| {
            let (slot, rest) = line.split_once(' ')?;
            Some((slot.parse().ok()?, rest))
        })
        .collect();
    let mut added = Vec::new();
    for (_, item) in record.obligations() {
        let now = format!("{} {}", item.id, item.bearers.join(" "));
        match released.get(&item.slot) {
            Some(&before) => assert_eq!(now, before, "slot {} was moved or its bearers were changed", item.slot),
            None => added.push(format!("{} {now}", item.slot)),
        }
    }
    assert!(
        added.is_empty(),
        "append to tests/golden/slots.txt:\n{}",
        added.join("\n")
    );
    for (slot, line) in released {
        let held = record.obligations().any(|(_, item)| item.slot == slot);
        assert!(
            held || withdrawn.contains(&slot),
            "slot {slot} ({line}) has vanished: list it as withdrawn"
        );
    }
}

#[test]
fn the_tables_of_the_program_agree_with_the_slots() {
    for line in SLOTS.lines() {
        let mut words = line.split(' ');
        let slot: usize = words
            .next()
            .and_then(|word| word.parse().ok())
            .expect("a line begins with its slot");
        let Some(number) = ACCORD.slots[slot] else {
            continue;
        };
        let item = &ACCORD.obligations[usize::from(number)];
        let bearers = item.duty_numbers().map(|duty| ACCORD.bearer_of(duty).id);
        let held: Vec<&str> = std::iter::once(item.id).chain(bearers).collect();
        assert_eq!(held, words.collect::<Vec<_>>(), "slot {slot}");
        assert_eq!(usize::from(item.slot), slot);
    }
    let in_order: Vec<u16> = ACCORD
        .duties_by_slot()
        .map(|duty| ACCORD.obligation_of(duty).slot)
        .collect();
    assert!(in_order.is_sorted(), "duties_by_slot follows the slots");
    assert_eq!(in_order.len(), ACCORD.duties.len());
}

/// FNV-1a, 64 bits, over the lines with their line ends.
fn digest_of(lines: &[&str]) -> u64 {
    let bytes = lines.iter().flat_map(|line| line.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
