//! The names of the record in one language: what the list, the counts and the search show of it.
//!
//! The page carries those of its language (`build_site` writes them, the program reads them), so that the program holds none.

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
