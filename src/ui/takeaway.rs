//! What the script of citations, cards, images and tables is told of the snapshot in the share dialog. The script draws the end of the
//! dialog (`site/take/take.js`): it is loaded when the dialog opens, so that the program need not hold any of it.

use crate::accord::ACCORD;
use crate::browser::window;
use crate::catalogue::{PARTIES, Status};
use crate::export::review_csv;
use crate::review::{Review, Tally};
use crate::snapshot::Snapshot;
use crate::ui::desk::Desk;
use serde_json::json;

/// Tells what would be shared; at first also the whole review as a table.
pub fn tell(desk: Desk, snapshot: &Snapshot, link: Option<&str>, first: bool) {
    let words = desk.words;
    let counts = PARTIES.map(|party| {
        let own = ACCORD.duty_numbers().zip(&snapshot.assessments);
        let tally = Tally::of(
            own.filter(|(duty, _)| ACCORD.duty(*duty).bearer == party)
                .map(|(_, one)| one.status),
        );
        Status::IN_BARS.map(|status| tally.count(status))
    });
    let edition = ACCORD
        .editions
        .get(snapshot.edition)
        .map_or("", |edition| edition.version);
    let mut told = json!({
        "title": snapshot.title,
        "author": snapshot.author,
        "taken": snapshot.taken,
        "edition": edition,
        "editionWord": (words.edition)(edition),
        "parties": PARTIES.map(|party| words.bearer(party)),
        "counts": counts,
        "link": link.unwrap_or_default(),
    });
    if first {
        let table = desk.with_review(|review| review_csv(review, words));
        let blank = || review_csv(&Review::new(desk.new_id(), String::new(), desk.fresh_stamp()), words);
        told["csv"] = table.unwrap_or_else(blank).into();
    }
    window::tell_take(&told.to_string());
}
