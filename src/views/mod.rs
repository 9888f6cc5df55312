//! What is read and not changed, as markup: the overview, the timeline, and all of an obligation's detail but the assessment.
//!
//! State in, `markup::Element` out; no Leptos, no web. The page puts the markup into a container and hears clicks on it there:
//! `data-open` names an obligation by its number, `data-act` something that the page can do. Without the page the links still lead
//! where they say.

pub mod clock;
pub mod compare;
pub mod detail;
pub mod frame;
pub mod list;
pub mod menu;
pub mod overview;
pub mod page;
pub mod rail;
pub mod share;
mod strip;
pub mod timeline;
mod value;

pub use value::value;

use crate::accord::ACCORD;
use crate::catalogue::Status;
use crate::catalogue::prose::{Prose, SourceProse};
use crate::language::Locale;
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
pub fn without_prose(words: &Locale, failed: bool) -> Element {
    let line = element("p").class("waiting");
    if !failed {
        return line.with("role", "status").text(words.later().prose_waits);
    }
    let again = told("button", words.try_again)
        .with("type", "button")
        .class("link")
        .with(ACT, LOAD_PROSE);
    line.with("role", "alert")
        .text(words.later().prose_failed)
        .text(" ")
        .child(again)
}

/// A text of the record. Where it is not translated it stands in English, says so, and is marked as English.
pub fn said(words: &Locale, prose: &Prose, name: &'static str, text: &str) -> Element {
    if !prose.missing.iter().any(|english| english == text) {
        return told(name, text);
    }
    element(name)
        .child(told("span", text).with("lang", "en"))
        .text(" ")
        .child(told("small", words.later().texts.untranslated).class("tag"))
}

/// The glyph of a status. Decoration: the word stands beside it.
pub fn glyph(status: Status) -> Element {
    let shape = element("use").with("href", format!("#g-{}", status.name()));
    element("svg")
        .class(format!("glyph {}", status.name()))
        .with("aria-hidden", "true")
        .child(shape)
}

/// An icon of the sprite. Decoration: the control around it has a name.
pub fn icon(name: &str) -> Element {
    element("svg")
        .class("icon")
        .with("aria-hidden", "true")
        .child(element("use").with("href", format!("#i-{name}")))
}

/// A link that opens an obligation; its content is added by the caller.
pub fn opener(number: u16) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    element("a")
        .with("href", format!("#{}", obligation.id))
        .with(OPEN, number.to_string())
}

/// An obligation as a tag that opens it.
pub fn tag(words: &Locale, number: u16) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    opener(number)
        .class("tag-link")
        .with("title", words.title(number))
        .text(obligation.id)
}

/// Id and title of an obligation, as a link that opens it.
pub fn titled(words: &Locale, number: u16) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    opener(number)
        .child(told("span", obligation.id).class("id"))
        .text(" ")
        .child(titled_by(words, words.title(number)))
}

/// The title of an obligation, marked as English where it is not translated.
fn titled_by(words: &Locale, title: &str) -> Element {
    let span = told("span", title);
    match words.lang_of(title) {
        Some(code) => span.with("lang", code),
        None => span,
    }
}

/// Names of bearers, one after the other: parties in full, bodies by their short names.
pub fn names(words: &Locale, numbers: &[u8]) -> String {
    let names: Vec<&str> = numbers.iter().map(|&number| words.bearer_in_list(number)).collect();
    names.join(", ")
}

/// Who published these sources: names, which are the same in every language.
pub fn publishers(words: &Locale, ids: &[String], prose: &Prose) -> Element {
    let sources = ids.iter().filter_map(|id| prose.sources.get(id));
    let mut names: Vec<&str> = sources.map(|source| publisher(words, source)).collect();
    names.dedup();
    told("span", names.join("; ")).class("publisher")
}

/// Who published a source. The two source documents were handed over, not published.
pub fn publisher<'a>(words: &'a Locale, source: &'a SourceProse) -> &'a str {
    if source.url.is_empty() {
        words.later().source_document
    } else {
        &source.publisher
    }
}
