//! All sources by id: who speaks, in which language, how much could be read, and which obligations cite them.

use super::File;
use super::frame::{Page, framed};
use super::markup::{Element, element, link, told};
use super::parts::{Site, table};
use super::structured;
use crate::catalogue::record::{Record, Source};
use std::collections::BTreeMap;

/// The list of sources.
pub fn page(site: &Site<'_>) -> File {
    let pages = site.pages;
    let all = &site.record.sources;
    let whole = all.iter().filter(|source| source.extent == "whole").count();
    let lead = (pages.sources_lead)(all.len(), whole, all.len() - whole);
    let cited = citations(site.record);
    let rows = all.iter().map(|source| row(site, source, &cited));
    let kinds = pages.source_kinds.map(|(kind, meaning)| element("li").child(told("b", kind)).text(format!(": {meaning}")));
    let main = element("main")
        .class("document whole")
        .child(told("h1", pages.sources_title))
        .child(told("p", &lead).class("lead"))
        .child(told("p", (pages.as_last_reported)(&site.followed_to())).class("origin"))
        .child(element("ul").class("plain").children(kinds))
        .child(table(&pages.source_heads, rows));
    let page = Page {
        path: "sources.html".to_owned(),
        title: format!("{} · {}", pages.sources_title, site.words.site),
        description: lead,
        structured: structured::collection(site, pages.sources_title),
        main,
    };
    framed(site, page)
}

fn row<'a>(site: &Site<'a>, source: &'a Source, cited: &BTreeMap<&'a str, Vec<&'a str>>) -> Element {
    let pages = site.pages;
    let mut about = source.publisher.clone();
    match &source.date {
        Some(date) => about = format!("{about}, {}", site.date(date)),
        None => about = format!("{about}, {}", pages.undated),
    }
    if source.url.is_none() {
        about = format!("{about}, {}", pages.no_address);
    }
    let mut title = element("td").child(told("b", &source.id)).text(" ").child(site.source_title(source)).child(told("small", about).class("below"));
    for (place, address) in source.also.iter().enumerate() {
        let label = format!("{} {}", pages.also_at, place + 1);
        title = title.child(link(address, label).with("rel", "noopener noreferrer").class("below"));
    }
    let by = cited.get(source.id.as_str());
    let by = match by {
        Some(ids) => element("td").child(element("span").class("tags").children(site.tags("", ids.iter().copied()))),
        None => told("td", pages.cited_nowhere).class("origin"),
    };
    element("tr")
        .with("id", &source.id)
        .child(title)
        .child(told("td", pages.source_kind(&source.kind)))
        .child(told("td", pages.language_name(&source.language)))
        .child(told("td", pages.extent(source)))
        .child(by)
}

/// For each source the obligations that cite it: in their text, their readings or their public record.
fn citations(record: &Record) -> BTreeMap<&str, Vec<&str>> {
    let mut cited: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, item) in record.obligations() {
        let readings = item.reading.iter().flat_map(|reading| &reading.sources);
        let claims = item.claim.iter().flat_map(|claim| &claim.sources);
        for source in item.sources.iter().chain(readings).chain(claims) {
            let ids = cited.entry(source).or_default();
            if ids.last() != Some(&item.id.as_str()) {
                ids.push(&item.id);
            }
        }
    }
    cited
}
