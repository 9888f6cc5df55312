//! The names of the record in one language: what the list, the counts and the search show of it.
//!
//! The program holds the English ones in `structure`. The page of another language carries its own (`build_site` writes them, the
//! page reads them).

use super::structure::Catalogue;
use serde::{Deserialize, Serialize};

/// The names of the record in one language, by the numbers of `structure`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Of the bearers: the name, and the short one.
    pub bearers: Vec<(String, String)>,
    /// Of the themes.
    pub themes: Vec<String>,
    /// Of the instruments.
    pub instruments: Vec<String>,
    /// The titles of the obligations, in the order of the page.
    pub titles: Vec<String>,
    /// For each obligation what its first clock waits for; empty where there is none, or where a date is known.
    pub open: Vec<String>,
    /// Those of all these that stand in English since a translation is missing, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

impl Names {
    /// The English names.
    pub fn english(catalogue: &Catalogue) -> Self {
        let bearers = catalogue.bearers.iter();
        Self {
            bearers: bearers.map(|one| (one.name.to_owned(), one.short.to_owned())).collect(),
            themes: catalogue.themes.iter().map(|one| one.name.to_owned()).collect(),
            instruments: catalogue.instruments.iter().map(|one| one.name.to_owned()).collect(),
            titles: catalogue.obligations.iter().map(|one| one.title.to_owned()).collect(),
            open: catalogue.obligations.iter().map(|one| one.open().to_owned()).collect(),
            missing: Vec::new(),
        }
    }

    /// Whether something is named so.
    pub fn has(&self, name: &str) -> bool {
        let bearers = self.bearers.iter().flat_map(|(name, short)| [name, short]);
        let lists = [&self.themes, &self.instruments, &self.titles, &self.open];
        bearers.chain(lists.into_iter().flatten()).any(|other| other == name)
    }

    /// Whether there is one for everything in the catalogue.
    pub fn fit(&self, catalogue: &Catalogue) -> bool {
        self.bearers.len() == catalogue.bearers.len()
            && self.themes.len() == catalogue.themes.len()
            && self.instruments.len() == catalogue.instruments.len()
            && self.titles.len() == catalogue.obligations.len()
            && self.open.len() == catalogue.obligations.len()
    }
}
