//! How to cite one obligation, or the record: as text, as BibTeX, as CSL-JSON. Each carries the edition and the day to which the public
//! record was followed. Where the address of the site is not known, `take/page.js` puts it in.

use super::parts::Site;
use crate::catalogue::record::{EditionEntry, Obligation};
use crate::markup::{Element, element, told};
use crate::site::data::tex;
use crate::site::words::take_words;
use serde_json::{Value, json};

/// A citation in its three forms.
pub struct Cited {
    /// For a footnote.
    pub text: String,
    /// For LaTeX.
    pub bibtex: String,
    /// For Zotero and other reference managers.
    pub csl: Value,
}

/// How to cite one obligation.
pub fn item(site: &Site<'_>, edition: &EditionEntry, item: &Obligation) -> Cited {
    let title = site.say(&item.title);
    let address = site
        .address
        .map(|address| format!("{address}/{}o/{}.html", super::frame::prefix(site.language), item.id));
    Cited {
        text: site.pages.cite_item(site.words, edition, item, title, site.address),
        ..forms(site, edition, &item.id, &format!("{}: {title}", item.id), address)
    }
}

/// How to cite the whole record.
pub fn record(site: &Site<'_>, edition: &EditionEntry) -> Cited {
    let address = site.address.map(str::to_owned);
    Cited {
        text: site.pages.cite_record(site.words, edition, site.address),
        ..forms(site, edition, "record", site.pages.record_title, address)
    }
}

fn forms(site: &Site<'_>, edition: &EditionEntry, id: &str, title: &str, address: Option<String>) -> Cited {
    let note = (take_words(site.language).note)(&edition.version, &edition.as_of);
    let key = format!("accord-checklist-{id}-{}", edition.version);
    let date: Vec<u32> = edition
        .published
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let mut bibtex = format!("@misc{{{key},\n");
    let mut field = |name: &str, value: String| bibtex.push_str(&format!("  {name} = {{{value}}},\n"));
    // In braces of their own: capitals stay, and the site is no person with a family name.
    field("title", format!("{{{}}}", tex(title)));
    field("author", format!("{{{}}}", tex(site.words.site)));
    for (name, part) in ["year", "month", "day"].into_iter().zip(&date) {
        field(name, part.to_string());
    }
    field("edition", edition.version.clone());
    field("note", tex(&note));
    field("language", site.language.code().to_owned());
    let mut csl = json!({
        "id": key,
        "type": if id == "record" { "dataset" } else { "webpage" },
        "title": title,
        "author": [{ "literal": site.words.site }],
        "container-title": site.pages.record_title,
        "issued": { "date-parts": [date] },
        "version": edition.version,
        "note": note,
        "language": site.language.code(),
    });
    if let Some(address) = address {
        field("url", address.clone());
        csl["URL"] = Value::from(address);
    }
    bibtex.push('}');
    Cited {
        text: String::new(),
        bibtex,
        csl,
    }
}

/// The citation as a part of a page: the text, and the other forms behind their names. The script adds a button to each.
pub fn shown(cited: &Cited) -> Vec<Element> {
    let form = |name: &str, kind: &str, text: String| {
        element("details")
            .child(told("summary", name))
            .child(told("pre", text).with("data-cite", kind))
    };
    vec![
        told("p", cited.text.clone()).class("cited").with("data-cite", "text"),
        form("BibTeX", "bibtex", cited.bibtex.clone()),
        form(
            "CSL-JSON",
            "csl",
            serde_json::to_string_pretty(&json!([cited.csl])).unwrap_or_default(),
        ),
    ]
}
