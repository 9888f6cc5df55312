//! Links of version 1 with what they say, kept for ever; and what fuzzing found worth keeping, tried again.

use super::outside::put_together;
use super::states;
use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, DutyNumber, Status};
use accord_checklist::review::{Assessment, Evidence, MOST_EVIDENCE};
use accord_checklist::snapshot::{Contents, Snapshot, decode, encode, find, in_capitals};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// `WRITE_GOLDEN=<file> cargo test --test snapshot golden` writes the links anew, which is right only as long as nobody has got one.
/// The lines of what a link says: what stands before the braces, and what is in them as a value, since in which order a line has its
/// fields is nothing that a link says.
fn values(said: &str) -> Vec<(&str, serde_json::Value)> {
    let lines = said.trim_end().lines();
    lines
        .map(|line| {
            let (name, fields) = line.split_at(line.find('{').unwrap_or(line.len()));
            (
                name,
                serde_json::from_str(fields).unwrap_or_else(|fault| panic!("{line}: {fault}")),
            )
        })
        .collect()
}

#[test]
fn golden_links_say_what_they_said() {
    if let Ok(file) = std::env::var("WRITE_GOLDEN") {
        let blocks = golden_states()
            .into_iter()
            .map(|(name, one)| format!("= {name}\n{}\n{}", encode(&one), tell(&one)));
        fs::write(file, blocks.collect::<String>()).expect("the file can be written");
        return;
    }
    let golden = include_str!("../golden/snapshot-v1.txt");
    let blocks: Vec<&str> = golden.trim_end().split("\n= ").collect();
    assert!(blocks.len() >= 20);
    for block in blocks {
        let mut parts = block.splitn(3, '\n');
        let mut part = || parts.next().unwrap_or_default();
        let (name, link, said) = (part(), part(), part());
        let opened = decode(link).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(values(&tell(&opened)), values(said), "{name}");
        assert_eq!(encode(&opened), link, "{name}");
        assert_eq!(find(&in_capitals(link)).as_deref(), Some(link), "{name}");
    }
}

#[test]
fn what_fuzzing_kept_does_no_harm() {
    let contents = corpus("content");
    let links = corpus("link");
    assert!(contents.len() >= 20 && links.len() >= 20);
    let contents = contents
        .into_iter()
        .map(|bytes| put_together(&bytes.iter().map(|byte| byte & 63).collect::<Vec<_>>()));
    let links = links.iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    for text in contents.chain(links) {
        for link in [Some(text.clone()), find(&text)].into_iter().flatten() {
            if let Ok(opened) = decode(&link) {
                assert_eq!(encode(&opened), link);
            }
        }
    }
}

/// The inputs that were kept for a target of `fuzz/`.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus/snapshot")
        .join(target);
    let files = fs::read_dir(folder).expect("the folder is there");
    files
        .map(|file| fs::read(file.expect("a file").path()).expect("a file that can be read"))
        .collect()
}

/// What a snapshot says, in names that stay: a line of JSON for the whole, then a line for each run of duties that say the same, in the
/// order of the slots.
fn tell(snapshot: &Snapshot) -> String {
    let whole = json!({
        "edition": ACCORD.editions[snapshot.edition].version,
        "title": snapshot.title,
        "author": snapshot.author,
        "taken": snapshot.taken,
        "bases": snapshot.contents.bases,
        "dates": snapshot.contents.dates,
        "notes": snapshot.contents.notes,
        "evidence": snapshot.contents.evidence,
    });
    let mut told = format!("{whole}\n");
    let duties: Vec<DutyNumber> = ACCORD.duties_by_slot().collect();
    let said = |duty: &DutyNumber| tell_one(&snapshot.assessments[usize::from(duty.0)]);
    for run in duties.chunk_by(|one, next| said(one) == said(next)) {
        let name = |duty: Option<&DutyNumber>| duty.map_or(String::new(), |&duty| ACCORD.duty_name(duty));
        if let Some(said) = run.first().and_then(said) {
            told += &format!("{} to {}: {said}\n", name(run.first()), name(run.last()));
        }
    }
    told
}

/// What an assessment says, without what it leaves open; `None` if it says nothing.
fn tell_one(one: &Assessment) -> Option<Value> {
    let day = |date: NaiveDate| date.to_string();
    let pieces = |piece: &Evidence| json!([piece.address(), piece.title, piece.date.map(day)]);
    let mut told = json!({
        "status": one.status.name(),
        "extent": one.extent.map(|extent| extent.name()),
        "basis": (one.basis != Basis::NotStated).then(|| one.basis.name()),
        "as_of": one.as_of.map(day),
        "note": (!one.note.is_empty()).then_some(&one.note),
        "evidence": (!one.evidence.is_empty()).then(|| one.evidence.iter().map(pieces).collect::<Vec<_>>()),
    });
    if let Some(fields) = told.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    (!one.is_blank()).then_some(told)
}

fn golden_states() -> Vec<(String, Snapshot)> {
    let named = |name: &str, one: Snapshot| (name.to_owned(), one);
    let mut all = vec![named("nothing", states::blank())];
    let mut one = states::blank();
    one.taken = 0;
    all.push(named("taken in 1970", one.clone()));
    one.taken = u32::MAX;
    all.push(named("taken at the end of time", one));
    for status in Status::ALL {
        let mut one = states::blank();
        one.assessments.iter_mut().for_each(|duty| duty.status = status);
        all.push(named(&format!("all {}", status.name()), one));
    }
    all.push(named("random statuses", states::random_statuses(1)));
    all.push(named("a realistic review", states::realistic(1)));
    all.push(named("dates", states::with_dates(states::realistic(2), 2)));
    let languages = [
        ("English", states::Language::English),
        ("Khmer", states::Language::Khmer),
        ("Thai", states::Language::Thai),
    ];
    for (name, language) in languages {
        all.push(named(
            &format!("notes in {name}"),
            states::with_notes(states::realistic(3), language, 3),
        ));
    }

    let mut shared = states::with_notes(
        states::with_dates(states::realistic(4), 4),
        states::Language::English,
        4,
    );
    for obligation in ACCORD.obligations {
        let first = shared.assessments[usize::from(obligation.duties.start)].clone();
        for duty in obligation.duty_numbers() {
            let one = &mut shared.assessments[usize::from(duty.0)];
            one.note.clone_from(&first.note);
            one.as_of = first.as_of.filter(|_| obligation.slot % 3 > 0);
        }
    }
    all.push(named("duties of one obligation that say the same", shared));
    all.push(named("the largest review", states::largest(states::Language::Khmer, 1)));
    let mut last = states::blank();
    if let Some(duty) = ACCORD.duties_by_slot().last() {
        last.assessments[usize::from(duty.0)].status = Status::Breached;
    }
    all.push(named("the last duty alone", last));

    let mut labels = states::blank();
    labels.title = "การทบทวน — សេចក្តីពិនិត្យ — Review".to_owned();
    labels.author = "ស៊ុន & นิด".to_owned();
    all.push(named("title and author", labels));

    let mut letters = states::blank();
    letters.contents.notes = true;
    let notes = [
        "\u{202e}right to left\u{202c} עברית العربية",
        "e\u{301} \u{f7} \u{200d} 👩‍👧 🇰🇭🇹🇭",
        "tab\tline\nnull\0end",
        "汉字 한국어 Tiếng Việt Русский ລາວ မြန်မာ",
        "\u{10ffff}\u{fffe}\u{e000}\u{2200}",
        "same",
        "same",
        "same",
        "other",
        "ខ្មែរ\u{200b}ថៃ\u{200b}ASEAN ไทย\u{200b}เขมร 42 ៤២ ๔๒",
    ];
    for (duty, note) in letters.assessments.iter_mut().zip(notes) {
        duty.note = note.to_owned();
    }
    all.push(named("letters of many scripts", letters));

    let mut evidence = states::realistic(5);
    evidence.contents = Contents {
        bases: true,
        dates: true,
        notes: false,
        evidence: true,
    };
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let pieces = [
        Evidence::new(
            "https://www.bangkokpost.com/thailand/general/3165432/a-title",
            "Bangkok Post",
            day(2025, 12, 27),
        ),
        Evidence::new("HTTP://example.org", "", None),
        Evidence::new("https://គេហទំព័រ.example/ข?a=b#c", "ភស្តុតាង", day(1, 1, 1)),
    ];
    let pieces: Vec<Evidence> = pieces.into_iter().flatten().collect();
    for (number, duty) in evidence.assessments.iter_mut().enumerate() {
        duty.basis = Basis::ALL[number % 6];
        duty.as_of = [None, day(2026, 7, 1), day(2025, 10, 26), day(9_999, 12, 31)][number % 4];
        duty.evidence = pieces.iter().take(number % 5 % 4).cloned().collect();
    }
    evidence.assessments[9].evidence = pieces.iter().cycle().take(MOST_EVIDENCE).cloned().collect();
    all.push(named("evidence, bases, dates", evidence));
    for seed in 1..=3 {
        all.push(named(&format!("everything, {seed}"), states::mixed(seed)));
    }
    all
}
