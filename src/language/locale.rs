//! The language of a page: the words of the interface, and the names of the record in that language.

use super::Words;
use super::english::{ENGLISH, OFFERED};
use crate::accord::{ACCORD, ENGLISH_NAMES};
use crate::catalogue::{DutyNumber, Names, Obligation, PARTIES};
use std::ops::Deref;
use std::sync::LazyLock;

/// The words of one language with the names of the record. It gives all that `Words` gives.
pub struct Locale {
    words: &'static Words,
    names: Names,
    texts: Vec<(String, bool)>,
}

static IN_ENGLISH: LazyLock<Locale> = LazyLock::new(|| Locale {
    words: &ENGLISH,
    names: serde_json::from_str(ENGLISH_NAMES).expect("the build wrote the names"),
    texts: Vec::new(),
});

impl Deref for Locale {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}

impl Locale {
    /// English, for what has no page: tests, and files that are made without one.
    pub fn english() -> &'static Self {
        &IN_ENGLISH
    }

    /// These words with these names, which fit the catalogue (`Names::fit`).
    pub fn new(words: &'static Words, names: Names) -> Self {
        let texts = Vec::new();
        Self { words, names, texts }
    }

    /// With the texts of the obligations in the order of the page, for the prerendered rows, and whether each stands in English since it
    /// is not translated.
    pub fn with_texts(self, texts: Vec<(String, bool)>) -> Self {
        Self { texts, ..self }
    }

    /// The text of an obligation in its prerendered row. Empty in the browser, which takes it from the page.
    pub fn row_text(&self, number: u16) -> &str {
        self.texts.get(usize::from(number)).map_or("", |(text, _)| text)
    }

    /// The language of the text in a prerendered row where it is not that of the page.
    pub fn row_lang(&self, number: u16) -> Option<&'static str> {
        let (_, stands_in) = self.texts.get(usize::from(number))?;
        stands_in.then_some(OFFERED.code)
    }

    /// The name of a bearer by its number.
    pub fn bearer(&self, number: u8) -> &str {
        &self.names.bearers[usize::from(number)].0
    }

    /// Its short name or acronym.
    pub fn bearer_short(&self, number: u8) -> &str {
        &self.names.bearers[usize::from(number)].1
    }

    /// The name by which a bearer stands in a list: a party in full, a body by its short name.
    pub fn bearer_in_list(&self, number: u8) -> &str {
        if PARTIES.contains(&number) {
            self.bearer(number)
        } else {
            self.bearer_short(number)
        }
    }

    /// The name of the bearer of a duty.
    pub fn bearer_of(&self, duty: DutyNumber) -> &str {
        self.bearer(ACCORD.duty(duty).bearer)
    }

    /// The short name of the bearer of a duty.
    pub fn bearer_short_of(&self, duty: DutyNumber) -> &str {
        self.bearer_short(ACCORD.duty(duty).bearer)
    }

    /// The name of a theme by its number.
    pub fn theme(&self, number: u8) -> &str {
        &self.names.themes[usize::from(number)]
    }

    /// The short name of an instrument by its number.
    pub fn instrument(&self, number: u8) -> &str {
        &self.names.instruments[usize::from(number)]
    }

    /// The language of a name or text where it is not that of the page: English that stands in for what is not translated.
    pub fn lang_of(&self, name: &str) -> Option<&'static str> {
        let stands_in = self.names.missing.iter().any(|other| other == name);
        stands_in.then_some(OFFERED.code)
    }

    /// The title of an obligation by its number.
    pub fn title(&self, number: u16) -> &str {
        &self.names.titles[usize::from(number)]
    }

    /// The title of an obligation.
    pub fn title_of(&self, obligation: &Obligation) -> &str {
        number(obligation).map_or("", |number| self.title(number))
    }

    /// What the first clock of an obligation waits for; empty where there is none, or where a date is known.
    pub fn open_of(&self, obligation: &Obligation) -> &str {
        number(obligation).map_or("", |number| &self.names.open[usize::from(number)])
    }
}

fn number(obligation: &Obligation) -> Option<u16> {
    ACCORD.slots.get(usize::from(obligation.slot)).copied().flatten()
}
