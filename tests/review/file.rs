//! The review file: what is written is read back, what is foreign, damaged, newer or too large is refused by its name; and the corpus
//! that the fuzzer gathered.

use crate::arbitrary::{any_change, config, text};
use crate::{START, blank, change};
use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{DutyNumber, Extent, Status};
use accord_checklist::export::{REVIEW_COLUMNS, review_csv};
use accord_checklist::language::Locale;
use accord_checklist::review::{
    Change, Evidence, FileFault, LARGEST_FILE, Review, STORED_VERSION, Stamp, read_file, write_file,
};
use proptest::collection::vec;
use proptest::prelude::{prop_assert_eq, proptest};
use std::path::Path;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_file_that_was_written_is_read_back(acts in vec(any_change(), 0..16), name in text(20), most in 0..10_usize) {
        let mut review = Review::new("f1".to_owned(), name, Stamp::next(START, 3, Stamp::default()));
        for one in acts {
            change(&mut review, one);
        }
        review.fold_history(most);
        let text = write_file(&review);
        let read = read_file(&text).expect("a file is read back");
        prop_assert_eq!(&read, &review);
        prop_assert_eq!(write_file(&read), text);
    }
}

#[track_caller]
fn refused(text: &str, expected: &FileFault) {
    let shown: String = text.chars().take(80).collect();
    assert_eq!(read_file(text).as_ref(), Err(expected), "{shown}");
}

#[test]
fn each_fault_has_its_name() {
    let newer = STORED_VERSION + 1;
    let head = |version: u32| format!(r#"{{"format":"accord-checklist-review","version":{version}}}"#);
    refused("", &FileFault::NotJson);
    refused("PK\u{3}\u{4}", &FileFault::NotJson);
    refused(&write_file(&blank())[..40], &FileFault::NotJson);
    refused("{}", &FileFault::Foreign);
    refused(
        r#"{"format":"accord-checklist-entry","version":1}"#,
        &FileFault::Foreign,
    );
    refused(&head(0), &FileFault::Foreign);
    refused(&head(newer), &FileFault::Newer(newer));
    refused(&head(1), &FileFault::Damaged("missing field `id`".to_owned()));
    let deep = "[".repeat(17);
    refused(&deep, &FileFault::Damaged("deeper than 16 brackets".to_owned()));
    refused(
        &"[".repeat(4_000_000),
        &FileFault::Damaged("deeper than 16 brackets".to_owned()),
    );
    // A bracket within a text closes nothing; outside texts a backslash means nothing.
    let closing = "[\"]\\\"}\",".repeat(17);
    refused(&closing, &FileFault::Damaged("deeper than 16 brackets".to_owned()));
    refused(&format!("\\\"{deep}"), &FileFault::NotJson);
    refused(&format!("{}{}", "[".repeat(16), "]".repeat(16)), &FileFault::Foreign);
    let large = " ".repeat(LARGEST_FILE + 1);
    refused(&large, &FileFault::TooLarge(LARGEST_FILE + 1));
}

#[test]
fn a_byte_order_mark_and_blanks_do_no_harm() {
    let text = format!("\u{feff}\n {}\r\n", write_file(&blank()));
    assert_eq!(read_file(&text), Ok(blank()));
    let file = write_file(&blank());
    let largest = format!("{file}{}", " ".repeat(LARGEST_FILE - file.len()));
    assert_eq!(read_file(&largest), Ok(blank()));
    let mut brackets = blank();
    change(&mut brackets, Change::SetNote(DutyNumber(0), "[{\"\\".repeat(400)));
    assert_eq!(read_file(&write_file(&brackets)), Ok(brackets));
}

/// Whatever the fuzzer found worth keeping: each is read or refused, and what is read can be written.
#[test]
fn the_corpus_of_the_fuzzer_does_no_harm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/review-file");
    let files = std::fs::read_dir(&folder).expect("the corpus is there");
    let (mut all, mut good) = (0, 0);
    for file in files.flatten() {
        let bytes = std::fs::read(file.path()).expect("a file of the corpus");
        all += 1;
        if let Ok(review) = read_file(&String::from_utf8_lossy(&bytes)) {
            good += 1;
            let again = read_file(&write_file(&review)).expect("what was written is read");
            assert_eq!(again.assessments(), review.assessments(), "{:?}", file.path());
            assert_eq!(again.history(), review.history(), "{:?}", file.path());
        }
    }
    assert!(all > 10 && good > 2, "{all} files, {good} good");
}

// The table

/// The cells of one duty, by their columns.
fn row_of(review: &Review, duty: &str) -> Vec<String> {
    let csv = review_csv(review, Locale::english());
    let mut rows = rows(csv.strip_prefix('\u{feff}').expect("a mark in front"));
    let header = rows.remove(0);
    assert_eq!(header, REVIEW_COLUMNS.map(|(name, _)| name.to_owned()));
    assert_eq!(rows.len(), ACCORD.duties.len());
    assert!(rows.iter().all(|row| row.len() == header.len()));
    rows.into_iter().find(|row| row[0] == duty).expect("the duty is there")
}

/// A reader of RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}

#[track_caller]
fn check_kroc(status: Status, extent: Option<Extent>, kroc: &str) {
    let mut review = blank();
    let duty = ACCORD.duty_of_name("KLD-6b/thailand").expect("KLD-6b is there");
    change(&mut review, Change::SetStatus(vec![duty], status, extent));
    let row = row_of(&review, "KLD-6b/thailand");
    assert_eq!((row[8].as_str(), row[11].as_str()), (status.name(), kroc));
}

#[test]
fn levels_are_those_of_the_codebook() {
    check_kroc(Status::NotAssessed, None, "");
    check_kroc(Status::NotStarted, None, "0");
    check_kroc(Status::UnderWay, None, "");
    check_kroc(Status::UnderWay, Some(Extent::Minimal), "1");
    check_kroc(Status::UnderWay, Some(Extent::Intermediate), "2");
    check_kroc(Status::Fulfilled, None, "3");
    check_kroc(Status::Suspended, None, "");
    check_kroc(Status::Disputed, None, "");
    check_kroc(Status::Breached, None, "0");
}

#[test]
fn no_spreadsheet_takes_a_note_for_a_formula() {
    let mut review = blank();
    let duty = ACCORD.duty_of_name("KLD-6b/thailand").expect("KLD-6b is there");
    change(
        &mut review,
        Change::SetNote(duty, "=HYPERLINK(\"https://x\",\"y\")\nsecond".to_owned()),
    );
    let link = Evidence::new("https://example.org/a,b", "t", None).expect("it is of the web");
    change(&mut review, Change::SetEvidence(duty, vec![link]));
    let row = row_of(&review, "KLD-6b/thailand");
    assert_eq!(row[14], "'=HYPERLINK(\"https://x\",\"y\")\nsecond");
    assert_eq!(row[15], "https://example.org/a,b");
}
