//! Open data: the record as JSON with its schema, as tables, and its sources for reference managers, with a codebook. All of it under
//! `data/`, at addresses that stay.

mod citations;
mod clocks;
mod codebook;
mod one_language;
mod published;
mod review_schema;
mod schema;
pub(in crate::site) mod tables;

pub(in crate::site) use citations::tex;
pub use published::{LICENCE_ADDRESS, SCHEMA_FILE, SCHEMA_VERSION};

use super::static_pages::{File, Looks, Site, address, looks};
use super::words::languages;
use super::{Assets, Failure};
use crate::catalogue::record::{Language, Record};
use crate::language::ENGLISH;
use crate::site::words::ENGLISH_PAGES;
use tables::{Speech, tables};

/// Writes the open data.
pub fn write(record: &Record, assets: &mut Assets) -> Result<(), Failure> {
    let looks = looks(assets)?;
    let address = address();
    for file in files(record, &looks, address.as_deref())? {
        assets.write(&file.path, file.text.as_bytes())?;
    }
    Ok(())
}

/// The open data as files. `looks` is for the codebook's page, `address` the address of the site.
pub fn files(record: &Record, looks: &Looks, address: Option<&str>) -> Result<Vec<File>, Failure> {
    let file = |name: String, text: String| File {
        path: format!("data/{name}"),
        text,
    };
    let mut files = Vec::new();
    let schema = schema::schema()?;
    for language in one_language::languages(record) {
        let (words, pages) = words(language);
        let value = published::published(record, language, words, pages, address)?;
        files.push(file(catalogue_name(language), pretty(&value)?));
        for table in tables(Speech {
            record,
            language,
            words,
        }) {
            files.push(file(table_name(table.name, language), table.csv()));
        }
    }
    files.push(file(SCHEMA_FILE.to_owned(), pretty(&schema)?));
    let of_review = review_schema::review_schema();
    files.push(file(review_schema::REVIEW_SCHEMA_FILE.to_owned(), pretty(&of_review)?));
    files.push(file(
        "sources.json".to_owned(),
        pretty(&citations::csl(record, &ENGLISH_PAGES))?,
    ));
    files.push(file(
        "sources.bib".to_owned(),
        citations::bibtex(record, &ENGLISH_PAGES),
    ));
    // The codebook is in English, as the comments are of which the schema is made.
    let site = Site {
        record,
        language: Language::En,
        words: &ENGLISH,
        pages: &ENGLISH_PAGES,
        looks,
        address,
    };
    let blocks = codebook::codebook(&site, &schema);
    files.push(file("codebook.md".to_owned(), codebook::markdown(&site, &blocks)));
    files.push(codebook::page(&site, &blocks));
    Ok(files)
}

/// The name of the whole record in one language.
fn catalogue_name(language: Language) -> String {
    format!("catalogue.{}.json", language.code())
}

/// The name of a table: English has the plain name, others carry their language.
fn table_name(name: &str, language: Language) -> String {
    match language {
        Language::En => format!("{name}.csv"),
        other => format!("{name}.{}.csv", other.code()),
    }
}

/// The words of a language; English where there are none yet.
fn words(language: Language) -> (&'static crate::language::Words, &'static super::words::PageWords) {
    let known = languages().into_iter().find(|(one, ..)| *one == language);
    known.map_or((&ENGLISH, &ENGLISH_PAGES), |(_, words, pages)| (words, pages))
}

fn pretty(value: &serde_json::Value) -> Result<String, Failure> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}
