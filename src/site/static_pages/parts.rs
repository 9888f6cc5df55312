//! What the pages share: how they name things, tell dates, show statuses, and link to each other.

use super::Looks;
use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::catalogue::record::{EditionEntry, Instrument, Language, Obligation, Record, Source, Text, TextState};
use crate::catalogue::{Kind, Status};
use crate::language::Words;
use crate::markup::{Element, drawing, element, link, told};
use crate::site::words::{PageWords, Passage};

/// The glyphs of the site.
const SPRITE: &str = include_str!("../../../style/sprite.svg");

/// The site in one language.
pub struct Site<'a> {
    /// The record.
    pub record: &'a Record,
    /// The language.
    pub language: Language,
    /// The words of the checklist.
    pub words: &'static Words,
    /// The words of the pages.
    pub pages: &'static PageWords,
    /// The files that all pages share.
    pub looks: &'a Looks,
    /// The address of the site, without a slash at its end.
    pub address: Option<&'a str>,
}

impl<'a> Site<'a> {
    /// The newest edition.
    pub fn edition(&self) -> Option<&'a EditionEntry> {
        self.record.editions.last()
    }

    /// The day to which the public record was followed, in words.
    pub fn followed_to(&self) -> String {
        self.words.moment(ACCORD.edition().as_of)
    }

    /// A text in this language, in English where it is missing.
    pub fn say(&self, text: &'a Text) -> &'a str {
        text.get(self.language).unwrap_or(&text.en)
    }

    /// An element with a text of the record. Where it is not translated it stands in English, says so, and is marked as English.
    pub fn tell(&self, name: &'static str, text: &'a Text) -> Element {
        if text.get(self.language).is_some() {
            return told(name, self.say(text));
        }
        element(name)
            .child(told("span", self.say(text)).with("lang", Language::En.code()))
            .text(" ")
            .child(told("small", self.words.later().texts.untranslated).class("tag"))
    }

    /// How a text stands in this language, and whether the signed one is in English. Nothing in English, and where it is missing.
    pub fn state(&self, head: &Instrument, text: &Text) -> Option<Element> {
        let signed = head.language.en == "English";
        let note = match self.record.state(text, self.language) {
            TextState::Original | TextState::Missing => return None,
            TextState::Checked(check) => (self.words.later().texts.checked)(&check.by, &self.date(&check.on)),
            TextState::Working => self.words.later().translation[usize::from(signed)].to_owned(),
        };
        Some(told("p", note).class("origin"))
    }

    /// The name of a party or body.
    pub fn name(&self, id: &'a str) -> &'a str {
        self.record.name(id).map_or(id, |name| self.say(name))
    }

    /// The names of parties and bodies, in the order given.
    pub fn names(&self, ids: &'a [String]) -> String {
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    /// A date of the record in words, a time with its zone; as it stands where it cannot be read.
    pub fn date(&self, text: &str) -> String {
        let Some(moment) = Moment::parse(text) else {
            return text.to_owned();
        };
        let said = self.words.moment(moment);
        if moment.time().is_none() {
            return said;
        }
        let (hours, minutes) = (moment.zone() / 60, moment.zone() % 60);
        if minutes == 0 {
            format!("{said} UTC{hours:+}")
        } else {
            format!("{said} UTC{hours:+}:{:02}", minutes.abs())
        }
    }

    /// The kind of an obligation.
    pub fn kind(&self, item: &Obligation) -> Kind {
        Kind::of_name(&item.kind).unwrap_or(Kind::Act)
    }

    /// Links to the pages of obligations. `to` leads from the page to the root of the language.
    pub fn tags(&self, to: &str, ids: impl IntoIterator<Item = &'a str>) -> Vec<Element> {
        let tag = |id: &'a str| {
            let title = self.record.obligation(id).map_or("", |item| self.say(&item.title));
            link(format!("{to}o/{id}.html"), id)
                .class("tag-link")
                .with("title", title)
        };
        ids.into_iter().map(tag).collect()
    }

    /// Who published these sources, each with a link to its place in the list of sources.
    pub fn origin(&self, list: &str, ids: &'a [String]) -> Element {
        let mut origin = element("small").class("origin");
        for (place, id) in ids.iter().enumerate() {
            let publisher = self.record.source(id).map_or("", |source| source.publisher.as_str());
            let before = if place > 0 { "; " } else { "" };
            origin = origin
                .text(format!("{before}{publisher} "))
                .child(link(format!("{list}#{id}"), id));
        }
        origin
    }

    /// The title of a source, as a link where it has an address.
    pub fn source_title(&self, source: &'a Source) -> Element {
        let title = match &source.url {
            Some(url) => link(url, &source.title).with("rel", "noopener noreferrer"),
            None => told("span", &source.title),
        };
        // A title that we describe in English stands in English, whatever its page is in: the record does not tell them apart.
        if self.language == Language::En {
            title
        } else {
            title.with("lang", Language::En.code())
        }
    }

    /// A heading with the paragraphs under it.
    pub fn passage(&self, passage: &Passage) -> Element {
        let heading = told("h2", passage.title);
        let paragraphs = passage.text.iter().map(|text| told("p", *text));
        element("section")
            .with("id", passage.id)
            .child(heading)
            .children(paragraphs)
    }
}

/// A list of terms and what is said of them.
pub fn terms(class: &str, pairs: impl IntoIterator<Item = (Element, Element)>) -> Element {
    let mut list = element("dl").class(class);
    for (term, said) in pairs {
        list = list.child(term).child(said);
    }
    list
}

/// A table with a header line. It scrolls within itself where the screen is narrow.
pub fn table(heads: &[&str], rows: impl IntoIterator<Item = Element>) -> Element {
    let heads = heads.iter().map(|head| told("th", *head).with("scope", "col"));
    let head = element("thead").child(element("tr").children(heads));
    let table = element("table").child(head).child(element("tbody").children(rows));
    element("div").class("wide").with("tabindex", "0").child(table)
}

/// The glyph of a status. Decoration: its word stands beside it.
pub fn glyph(status: Status) -> Element {
    let shape = symbol(&format!("g-{}", status.name()));
    drawing(&format!("glyph {}", status.name()), None, shape).with("viewBox", "0 0 16 16")
}

/// The mark of the site.
pub fn mark() -> Element {
    drawing("mark", None, symbol("i-mark")).with("viewBox", "0 0 30 30")
}

/// What is drawn in a symbol of the sprite; nothing where there is no such symbol.
fn symbol(id: &str) -> &'static str {
    let start = format!("<symbol id=\"{id}\"");
    let inner = SPRITE.split_once(&start).and_then(|(_, rest)| rest.split_once('>'));
    inner
        .and_then(|(_, rest)| rest.split_once("</symbol>"))
        .map_or("", |(shape, _)| shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_is_in_the_sprite() {
        for status in Status::ALL {
            assert!(symbol(&format!("g-{}", status.name())).contains("<path"), "{status:?}");
        }
        assert!(symbol("i-mark").contains("<path"));
        assert_eq!(symbol("i-nothing"), "");
    }
}
