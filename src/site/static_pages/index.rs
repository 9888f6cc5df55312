//! The list of all obligations, by instrument and by theme.

use super::File;
use super::frame::{Page, framed};
use super::parts::Site;
use super::structured;
use crate::accord::ACCORD;
use crate::catalogue::record::Obligation;
use crate::markup::{Element, element, link, told};

/// The list.
pub fn page(site: &Site<'_>) -> File {
    let pages = site.pages;
    let obligations = site.record.obligations().count();
    let lead = (pages.index_lead)(obligations, site.record.instruments.len(), ACCORD.duties.len());
    let main = element("main")
        .class("document")
        .child(told("h1", pages.index_title))
        .child(told("p", &lead).class("lead"))
        .child(told("p", (pages.as_last_reported)(&site.followed_to())).class("origin"))
        .child(by_instrument(site))
        .child(by_theme(site));
    let page = Page {
        path: "o/index.html".to_owned(),
        title: format!("{} · {}", pages.index_title, site.words.site),
        description: format!("{lead} {}", site.words.later().lead),
        structured: structured::collection(site, pages.index_title),
        main,
    };
    framed(site, page)
}

fn by_instrument(site: &Site<'_>) -> Element {
    let mut section = element("section").child(told("h2", site.pages.by_instrument));
    for file in &site.record.instruments {
        let head = &file.instrument;
        let group = if head.group == "core" {
            site.pages.core
        } else {
            site.pages.related
        };
        let about = format!(
            "{} · {} · {group} · {}",
            head.id,
            site.date(&head.date),
            (site.words.obligations)(file.obligations.len())
        );
        let lines = file.obligations.iter().map(|item| line(site, item));
        section = section
            .child(
                element("h3")
                    .with("id", &head.id)
                    .child(link(format!("../method.html#{}", head.id), site.say(&head.name))),
            )
            .child(told("p", about).class("origin"))
            .child(element("ul").class("list").children(lines));
    }
    section
}

fn by_theme(site: &Site<'_>) -> Element {
    let mut section = element("section").child(told("h2", site.pages.by_theme));
    for theme in &site.record.themes {
        let items: Vec<&Obligation> = site
            .record
            .obligations()
            .map(|(_, item)| item)
            .filter(|item| item.theme == theme.id)
            .collect();
        let about = element("p")
            .class("origin")
            .text(format!("{} ", site.say(&theme.text)))
            .text((site.words.obligations)(items.len()));
        section = section
            .child(site.tell("h3", &theme.name).with("id", format!("theme-{}", theme.id)))
            .child(about)
            .child(
                element("ul")
                    .class("list")
                    .children(items.into_iter().map(|item| line(site, item))),
            );
    }
    section
}

fn line<'a>(site: &Site<'a>, item: &'a Obligation) -> Element {
    let address = format!("{}.html", item.id);
    let named = link(address, "")
        .child(told("b", &item.id))
        .text(" ")
        .child(site.tell("span", &item.title));
    let bearers = told("small", site.names(&item.bearers));
    element("li").child(named).child(bearers)
}
