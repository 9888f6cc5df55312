//! All sources by id: who speaks, in which language, how much could be read, and which obligations cite them.

use super::File;
use super::frame::{Page, framed};
use super::parts::Site;
use super::structured;
use crate::catalogue::record::{Record, Source};
use crate::markup::{Element, element, link, told};
use std::collections::BTreeMap;

/// Citing obligations that are shown at once; more are asked for.
const AT_ONCE: usize = 12;

/// The list of sources.
pub fn page(site: &Site<'_>) -> File {
    let pages = site.pages;
    let all = &site.record.sources;
    let whole = all.iter().filter(|source| source.extent == "whole").count();
    let lead = (pages.sources_lead)(all.len(), whole, all.len() - whole);
    let cited = citations(site.record);
    let lines = all.iter().map(|source| line(site, source, &cited));
    let kinds = pages
        .source_kinds
        .map(|(kind, meaning)| element("li").child(told("b", kind)).text(format!(": {meaning}")));
    let main = element("main")
        .class("document")
        .child(told("h1", pages.sources_title))
        .child(told("p", &lead).class("lead"))
        .child(told("p", (pages.as_last_reported)(&site.followed_to())).class("origin"))
        .child(element("ul").class("plain").children(kinds))
        .child(element("ol").class("sources spaced").children(lines));
    let page = Page {
        path: "sources.html".to_owned(),
        title: format!("{} · {}", pages.sources_title, site.words.site),
        description: lead,
        structured: structured::collection(site, pages.sources_title),
        main,
    };
    framed(site, page)
}

fn line<'a>(site: &Site<'a>, source: &'a Source, cited: &BTreeMap<&'a str, Vec<&'a str>>) -> Element {
    let pages = site.pages;
    let date = source
        .date
        .as_deref()
        .map_or_else(|| pages.undated.to_owned(), |date| site.date(date));
    let about = [
        format!("{}, {date}", source.publisher),
        pages.source_kind(&source.kind).to_owned(),
        pages.language_name(&source.language).to_owned(),
        (pages.read)(pages.extent(source)),
    ];
    let mut about = told("p", about.join(" · ")).class("origin");
    if source.url.is_none() {
        about = about.text(format!(" · {}", pages.no_address));
    }
    for address in &source.also {
        about = about
            .text(" · ")
            .child(link(address, pages.also_at).with("rel", "noopener noreferrer"));
    }
    let said = element("div")
        .child(element("p").child(site.source_title(source)))
        .child(about);
    let by = cited.get(source.id.as_str()).map(|ids| citers(site, ids));
    element("li")
        .with("id", &source.id)
        .child(told("b", &source.id))
        .child(said.maybe(by))
}

/// The obligations that cite a source; behind a summary where they are many.
fn citers<'a>(site: &Site<'a>, ids: &[&'a str]) -> Element {
    let mut list = element("p").class("origin");
    let label = (site.pages.cited_by)(ids.len());
    if ids.len() <= AT_ONCE {
        list = list.text(format!("{label}: "));
    }
    for (place, id) in ids.iter().enumerate() {
        list = list
            .text(if place > 0 { ", " } else { "" })
            .child(link(format!("o/{id}.html"), *id));
    }
    if ids.len() <= AT_ONCE {
        list
    } else {
        element("details").child(told("summary", label)).child(list)
    }
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
