//! A snapshot as a review, for a file: it holds what the link would, and nothing else of the own review.

use crate::accord::ACCORD;
use crate::review::{Change, Review, Stamp};
use crate::snapshot::Snapshot;

/// A review with this id that says what a snapshot says, under its title or else under `name`; made now (in milliseconds since 1970 UTC), by
/// this tab.
pub fn as_review(snapshot: &Snapshot, id: String, name: &str, now: u64, tab: u16) -> Review {
    let name = match snapshot.title.as_str() {
        "" => name,
        title => title,
    };
    let mut stamp = Stamp::next(now, tab, Stamp::default());
    let mut review = Review::new(id, name.to_owned(), stamp);
    let cells = ACCORD.duty_numbers().zip(snapshot.assessments.iter().cloned());
    for change in [
        Change::SetAuthor(snapshot.author.clone()),
        Change::Adopt(cells.collect()),
    ] {
        stamp = Stamp::next(now, tab, stamp);
        review.apply(change, stamp);
    }
    review
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Assessment, read_file, write_file};
    use crate::snapshot::Contents;

    #[test]
    fn the_file_says_what_the_link_would() {
        let mut assessments = vec![Assessment::default(); ACCORD.duties.len()];
        assessments[3].note = "kept at home".to_owned();
        assessments[3].status = crate::catalogue::Status::Fulfilled;
        let snapshot = Snapshot {
            edition: 0,
            title: String::new(),
            author: "Desk".to_owned(),
            taken: 29_891_520,
            contents: Contents::default(),
            assessments,
        };
        let snapshot = snapshot.only(Contents::default());
        let file = write_file(&as_review(&snapshot, "0a".to_owned(), "Snapshot", 1_700_000_000_000, 3));
        assert!(!file.contains("kept at home"), "{file}");
        let read = read_file(&file).expect("a file that this program wrote");
        assert_eq!((read.name(), read.author()), ("Snapshot", "Desk"));
        for (one, other) in read.assessments().iter().zip(&snapshot.assessments) {
            assert!(one.says_the_same(other));
        }
    }
}
