//! The words of the static pages and of the codebook: one struct of strings, one `static` a language. What the checklist says too
//! (statuses, bases, kinds, labels of an obligation) comes from `language`, so that both say the same.

mod english;
mod khmer;
mod take;
mod thai;

pub use english::ENGLISH_PAGES;
pub use khmer::KHMER_PAGES;
pub use take::{TakeWords, take_words};
pub use thai::THAI_PAGES;

use crate::catalogue::record::{EditionEntry, Language, Obligation, Source};
use crate::language::{ENGLISH, KHMER, THAI, Words};
use crate::site::data::tables::SOURCE_KINDS;

/// A heading with the paragraphs under it.
pub struct Passage {
    /// Its name in the address of the page.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The paragraphs.
    pub text: &'static [&'static str],
}

const fn passage(id: &'static str, title: &'static str, text: &'static [&'static str]) -> Passage {
    Passage { id, title, text }
}

/// A word and what it means.
pub type Meaning = (&'static str, &'static str);
/// A sentence with one text.
pub type Told = fn(&str) -> String;

/// All words of the static pages in one language.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct PageWords {
    // Frame
    pub record_title: &'static str,
    pub pages_label: &'static str,
    pub skip: &'static str,
    pub contents: &'static str,
    pub other_languages: &'static str,
    pub division_is_ours: &'static str,
    pub licence_note: &'static str,
    pub data_link: &'static str,
    pub feed_title: &'static str,
    pub untranslated: &'static str,

    // Citation
    pub cite: &'static str,
    pub cited_record: fn(site: &str, title: &str, year: &str, edition: &str, to: &str, address: &str) -> String,
    pub cited_item: fn(site: &str, item: &str, year: &str, edition: &str, to: &str, address: &str) -> String,

    // One obligation
    pub obligation_title: fn(id: &str, title: &str, site: &str) -> String,
    pub obligation_description: fn(instrument: &str, bearers: &str, text: &str) -> String,
    pub open_in_checklist: &'static str,
    pub in_instrument: Told,
    pub condition: Told,
    pub counted_from: fn(&str, &str) -> String,
    pub due_on: Told,
    pub met_on: Told,
    pub who_says_so: &'static str,
    pub early_claim: &'static str,
    pub supports: fn(&str, &str) -> String,
    pub as_last_reported: Told,
    pub baseline_note: &'static str,
    pub kroc_level: fn(u8) -> String,
    pub provision: &'static str,
    pub theme: &'static str,
    pub paragraph: &'static str,
    pub data_of_this: &'static str,
    pub language_of: Told,

    // The list
    pub index_title: &'static str,
    pub index_lead: fn(usize, usize, usize) -> String,
    pub by_instrument: &'static str,
    pub by_theme: &'static str,
    pub core: &'static str,
    pub related: &'static str,

    // Method
    pub method_lead: fn(instruments: usize, obligations: usize, duties: usize, to: &str) -> String,
    pub division: Passage,
    pub numbers: Passage,
    pub numbering_meanings: [&'static str; 3],
    pub kinds: Passage,
    pub kind_meanings: [&'static str; 4],
    pub statuses: Passage,
    pub status_heads: [&'static str; 4],
    pub no_level: &'static str,
    pub bases: Passage,
    pub basis_meanings: [&'static str; 6],
    pub baseline: Passage,
    pub clocks: Passage,
    pub lineage: Passage,
    pub relation_meanings: [&'static str; 4],
    pub neutrality: Passage,
    pub enforcement: Passage,
    pub instruments: Passage,
    pub official: &'static str,
    pub common: &'static str,
    pub used_by: Told,
    pub signed_on: &'static str,
    pub place: &'static str,
    pub signatories: &'static str,
    pub no_signatories: &'static str,
    pub witnesses: &'static str,
    pub nature: &'static str,
    pub authentic: &'static str,
    pub in_force_until: &'static str,
    pub count_note: &'static str,
    pub bodies: Passage,
    pub places: Passage,
    pub glossary: Passage,
    pub questions: Passage,
    pub bears_on: &'static str,
    pub pledges: Passage,
    pub pledge_state: &'static str,
    pub proposals: Passage,
    pub proposed_by: &'static str,
    pub translations: Passage,
    /// How the texts stand in a language, by its name: checked, working, missing.
    pub translation_states: fn(language: &str, states: [usize; 3]) -> String,
    pub editions: Passage,
    pub edition_line: fn(version: &str, published: &str, to: &str) -> String,
    pub change_kinds: [&'static str; 3],
    pub data: Passage,

    // Sources
    pub sources_title: &'static str,
    pub sources_lead: fn(all: usize, whole: usize, opening: usize) -> String,
    /// In the order of `SOURCE_KINDS`.
    pub source_kinds: [Meaning; 7],
    pub read_whole: &'static str,
    pub read_opening: &'static str,
    pub no_address: &'static str,
    pub also_at: &'static str,
    pub undated: &'static str,
    pub read: Told,
    pub cited_by: fn(usize) -> String,
    pub language_names: &'static [Meaning],

    // Accessibility
    pub accessibility_title: &'static str,
    pub accessibility_lead: &'static str,
    pub tested: Passage,
    pub tested_how: &'static [Meaning],
    pub not_tested: Passage,
    pub not_tested_what: &'static [Meaning],
    pub barriers: Passage,
    pub barriers_known: &'static [Meaning],
    pub ways_round: Passage,
    pub report_barrier: Passage,

    // Codebook
    pub codebook_title: &'static str,
    pub codebook_lead: Told,
    pub files: Passage,
    pub file_heads: [&'static str; 2],
    pub file_meanings: &'static [Meaning],
    pub file_of_language: fn(&str) -> String,
    pub form: Passage,
    pub value_heads: [&'static str; 2],
    pub field_heads: [&'static str; 3],
    pub column_heads: [&'static str; 2],
    pub table_title: Told,
    pub type_title: Told,
    pub review_table: Passage,
    pub fields: Passage,
    pub columns: Passage,
    pub event_kind_meanings: [&'static str; 5],
    pub event_kinds: Passage,
    pub source_kind_passage: Passage,
    pub state_meanings: &'static [Meaning],
    pub clock_states: Passage,
    pub kroc: Passage,
    pub kroc_meanings: [&'static str; 4],
    pub provisions: Passage,
    pub provision_heads: [&'static str; 2],
    pub no_provision: &'static str,
    pub pax: Passage,
    pub pax_heads: [&'static str; 2],
    /// Themes or items of the record and the PA-X variables that come nearest.
    pub pax_variables: &'static [Meaning],
    pub licence: Passage,

    // Feed
    pub feed_edition: Told,
    pub feed_claim: fn(&str, &str) -> String,
}

/// What a tab and a list of search results show of a title.
const LONGEST_TITLE: usize = 70;

/// A sentence's end with an address, where one is known.
fn at(address: &str) -> String {
    if address.is_empty() {
        String::new()
    } else {
        format!(" {address}")
    }
}

/// The title of an obligation's page, without the site's name where the two are too long for a tab.
fn fitting(id: &str, title: &str, site: &str) -> String {
    let short = format!("{id}: {title}");
    let whole = format!("{short} · {site}");
    if whole.chars().count() > LONGEST_TITLE {
        short
    } else {
        whole
    }
}

/// The languages in which there are words for the pages, English first.
pub fn languages() -> Vec<(Language, &'static Words, &'static PageWords)> {
    vec![
        (Language::En, &ENGLISH, &ENGLISH_PAGES),
        (Language::Km, &KHMER, &KHMER_PAGES),
        (Language::Th, &THAI, &THAI_PAGES),
    ]
}

impl PageWords {
    /// How to cite the record: with its edition and the date to which it was followed.
    pub fn cite_record(&self, words: &Words, edition: &EditionEntry, address: Option<&str>) -> String {
        let (year, to) = dates(edition);
        let address = address.unwrap_or_default();
        (self.cited_record)(words.site, self.record_title, year, &edition.version, to, address)
    }

    /// How to cite one obligation.
    pub fn cite_item(
        &self,
        words: &Words,
        edition: &EditionEntry,
        item: &Obligation,
        title: &str,
        address: Option<&str>,
    ) -> String {
        let (year, to) = dates(edition);
        let address = address
            .map(|address| format!("{address}/o/{}.html", item.id))
            .unwrap_or_default();
        let item = format!("{}: {title}", item.id);
        (self.cited_item)(words.site, &item, year, &edition.version, to, &address)
    }

    /// Who speaks in a source, and how much of it could be read.
    pub fn source_note(&self, source: &Source) -> String {
        format!("{}; {}", self.source_kind(&source.kind), self.extent(source))
    }

    /// Who speaks in a source of this kind.
    pub fn source_kind(&self, kind: &str) -> &'static str {
        let place = SOURCE_KINDS.iter().position(|name| *name == kind);
        place.map_or("", |place| self.source_kinds[place].0)
    }

    /// How much of a source could be read.
    pub fn extent(&self, source: &Source) -> &'static str {
        if source.extent == "whole" {
            self.read_whole
        } else {
            self.read_opening
        }
    }

    /// The name of a language by its code.
    pub fn language_name<'a>(&self, code: &'a str) -> &'a str {
        let known = self.language_names.iter().find(|(known, _)| *known == code);
        known.map_or(code, |(_, name)| name)
    }
}

/// The year in which an edition was published, and the day to which it was followed, as ISO 8601 has them: citations look alike in all
/// languages.
fn dates(edition: &EditionEntry) -> (&str, &str) {
    let year = edition.published.get(..4).unwrap_or_default();
    (year, &edition.as_of)
}
