//! The page on accessibility: what was tested and how, what is known not to work, how to report a barrier. It says no more than is true.

use super::File;
use super::frame::{Page, framed};
use super::parts::{Site, terms};
use super::structured;
use crate::markup::{Element, element, told};
use crate::site::words::{Meaning, Passage};

/// The page.
pub fn page(site: &Site<'_>) -> File {
    let pages = site.pages;
    let with = |passage: &Passage, about: &[Meaning]| site.passage(passage).child(pairs(about));
    let main = element("main")
        .class("document")
        .child(told("h1", pages.accessibility_title))
        .child(told("p", pages.accessibility_lead).class("lead"))
        .child(with(&pages.tested, pages.tested_how))
        .child(with(&pages.not_tested, pages.not_tested_what))
        .child(with(&pages.barriers, pages.barriers_known))
        .child(site.passage(&pages.ways_round))
        .child(site.passage(&pages.report_barrier));
    let page = Page {
        path: "accessibility.html".to_owned(),
        title: format!("{} · {}", pages.accessibility_title, site.words.site),
        description: pages.accessibility_lead.to_owned(),
        structured: structured::page(site, pages.accessibility_title),
        main,
    };
    framed(site, page)
}

fn pairs(about: &[Meaning]) -> Element {
    terms(
        "terms",
        about.iter().map(|(what, said)| (told("dt", *what), told("dd", *said))),
    )
}
