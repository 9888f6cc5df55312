//! What is read and not changed, as markup: the overview, the timeline, and all of an obligation's detail but the assessment.
//!
//! State in, `markup::Element` out; no Leptos, no web. The page puts the markup into a container and hears clicks on it there:
//! `data-open` names an obligation by its number, `data-act` something that the page can do. Without the page the links still lead
//! where they say.

pub mod clock;
pub mod detail;
pub mod overview;
pub mod share;
mod strip;
pub mod timeline;

use crate::accord::ACCORD;
use crate::catalogue::prose::Prose;
use crate::catalogue::{PARTIES, Status};
use crate::language::Words;
use crate::markup::{Element, element, told};

/// Those whose word counts as an observer's.
pub const OBSERVERS: [&str; 3] = ["aot", "icrc", "iot"];
/// Bodies that look, verify and report and cannot enforce.
pub const WATCHERS: [&str; 6] = ["aot", "asean", "asean-chair", "icrc", "iot", "malaysia"];
/// Opens the obligation with this number.
pub const OPEN: &str = "data-open";
/// Does something that the page can do.
pub const ACT: &str = "data-act";
/// The act that loads the prose again.
pub const LOAD_PROSE: &str = "load-prose";

/// The prose of the page, where it is.
#[derive(Clone, Copy)]
pub enum Pack<'a> {
    /// On its way.
    Waiting,
    /// Here.
    Here(&'a Prose),
    /// It could not be loaded.
    Failed,
}

/// What stands where the prose will be: that it is on its way, or that it could not be had, with a button to try again.
pub fn without_prose(words: &Words, failed: bool) -> Element {
    let line = element("p").class("waiting");
    if !failed {
        return line.with("role", "status").text(words.prose_waits);
    }
    let again = told("button", words.try_again)
        .with("type", "button")
        .class("link")
        .with(ACT, LOAD_PROSE);
    line.with("role", "alert")
        .text(words.prose_failed)
        .text(" ")
        .child(again)
}

/// The glyph of a status. Decoration: the word stands beside it.
pub fn glyph(status: Status) -> Element {
    let shape = element("use").with("href", format!("#g-{}", status.name()));
    element("svg")
        .class(format!("glyph {}", status.name()))
        .with("aria-hidden", "true")
        .child(shape)
}

/// A link that opens an obligation; its content is added by the caller.
pub fn opener(number: u16) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    element("a")
        .with("href", format!("#{}", obligation.id))
        .with(OPEN, number.to_string())
}

/// An obligation as a tag that opens it.
pub fn tag(number: u16) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    opener(number)
        .class("tag-link")
        .with("title", obligation.title)
        .text(obligation.id)
}

/// Id and title of an obligation, as a link that opens it.
pub fn titled(number: u16) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    opener(number)
        .child(told("span", obligation.id).class("id"))
        .text(" ")
        .text(obligation.title)
}

/// Names of bearers, one after the other: parties in full, bodies by their short names.
pub fn names(numbers: &[u8]) -> String {
    let name = |&number: &u8| {
        let bearer = &ACCORD.bearers[usize::from(number)];
        if PARTIES.contains(&number) {
            bearer.name
        } else {
            bearer.short
        }
    };
    numbers.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Who published these sources.
pub fn publishers(ids: &[String], prose: &Prose) -> String {
    let mut names: Vec<&str> = ids
        .iter()
        .filter_map(|id| prose.sources.get(id))
        .map(|source| source.publisher.as_str())
        .collect();
    names.dedup();
    names.join("; ")
}
