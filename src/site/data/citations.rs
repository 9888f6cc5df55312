//! The sources in the forms that reference managers read: CSL-JSON and BibTeX.

use crate::catalogue::moment::{Moment, Precision};
use crate::catalogue::record::{Record, Source};
use crate::site::words::PageWords;
use chrono::Datelike;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The sources as CSL-JSON, the form that citeproc and Zotero read.
/// Source of the form: Citation Style Language, `csl-data.json` of its schema repository.
pub fn csl(record: &Record, pages: &PageWords) -> Value {
    record.sources.iter().map(|source| item(source, pages)).collect()
}

fn item(source: &Source, pages: &PageWords) -> Value {
    let kind = if source.url.is_some() { "webpage" } else { "document" };
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(source.id));
    fields.insert("type".to_owned(), json!(kind));
    fields.insert("title".to_owned(), json!(source.title));
    let publisher = if source.url.is_some() {
        "container-title"
    } else {
        "publisher"
    };
    fields.insert(publisher.to_owned(), json!(source.publisher));
    if let Some(date) = source.date.as_deref().and_then(Moment::parse) {
        fields.insert("issued".to_owned(), json!({ "date-parts": [parts(date)] }));
    }
    if let Some(url) = &source.url {
        fields.insert("URL".to_owned(), json!(url));
    }
    if source.language != "und" {
        fields.insert("language".to_owned(), json!(source.language));
    }
    fields.insert("note".to_owned(), json!(pages.source_note(source)));
    Value::Object(fields)
}

/// Year, month and day, as far as they are known.
fn parts(moment: Moment) -> Vec<i32> {
    let date = moment.date();
    let mut parts = vec![date.year(), date.month() as i32];
    if moment.precision() >= Precision::Day {
        parts.push(date.day() as i32);
    }
    parts
}

/// The sources as BibTeX, in UTF-8; keys are the ids.
pub fn bibtex(record: &Record, pages: &PageWords) -> String {
    let mut out = String::new();
    for source in &record.sources {
        // Writing to a text cannot fail.
        let _ = writeln!(out, "@misc{{{},", source.id);
        let mut field = |name: &str, value: &str| {
            let _ = writeln!(out, "  {name} = {{{value}}},");
        };
        field("title", &format!("{{{}}}", tex(&source.title)));
        // A body as author stands in braces of its own, so that it is not read as given and family name.
        field("author", &format!("{{{}}}", tex(&source.publisher)));
        if let Some(date) = source.date.as_deref().and_then(Moment::parse) {
            field("year", &date.date().year().to_string());
            field("month", &date.date().month().to_string());
            if date.precision() >= Precision::Day {
                field("day", &date.date().day().to_string());
            }
        }
        if let Some(url) = &source.url {
            field("url", url);
        }
        if source.language != "und" {
            field("language", &source.language);
        }
        field("note", &tex(&pages.source_note(source)));
        out.push_str("}\n\n");
    }
    out
}

/// Plain text as TeX reads it.
pub fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            '{' => out.push_str("\\{"),
            '}' => out.push_str("\\}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(letter),
        }
    }
    out
}
