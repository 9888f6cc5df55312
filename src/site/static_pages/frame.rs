//! The frame around every page: head, header with the equal double rule, navigation, footer.

use super::File;
use super::parts::{Site, mark};
use crate::catalogue::record::Language;
use crate::checklist::View;
use crate::markup::{Element, element, escape, json_ld, link, told};
use crate::site::headers;
use crate::site::words::languages;
use serde_json::Value;

/// A page before it is framed.
pub struct Page {
    /// Its address from the root of its language: `o/KLD-6b.html`.
    pub path: String,
    /// Its title as search engines and tabs show it.
    pub title: String,
    /// What it is about in one or two sentences.
    pub description: String,
    /// schema.org data, without its address.
    pub structured: Value,
    /// What stands in `main`.
    pub main: Element,
}

/// Longest description that previews show whole.
const DESCRIPTION: usize = 240;

/// Whether a page stands beside the checklist of its language or, like the codebook, in the root for all languages.
pub fn framed(site: &Site<'_>, page: Page) -> File {
    let path = format!("{}{}", prefix(site.language), page.path);
    let html = element("html").with("lang", site.language.code());
    let text = html.child(head(site, &page, &path)).child(body(site, page)).html();
    File {
        text: format!("<!DOCTYPE html>\n{text}\n"),
        path,
    }
}

/// The folder of a language: English stands in the root.
pub fn prefix(language: Language) -> String {
    match language {
        Language::En => String::new(),
        other => format!("{}/", other.code()),
    }
}

/// Whether a page is there in every language: the codebook is in English alone.
fn is_in_every_language(path: &str) -> bool {
    !path.starts_with("data/")
}

/// What leads from a page to the folder that its path starts in: `../` for each folder.
pub fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

fn head(site: &Site<'_>, page: &Page, path: &str) -> Element {
    let root = up(path);
    let meta = |name: &str, content: &str| element("meta").with("name", name).with("content", content);
    let property = |name: &str, content: &str| element("meta").with("property", name).with("content", content);
    let relation = |relation: &str, address: String| element("link").with("rel", relation).with("href", address);
    let description = shorten(&page.description);
    let mut head = element("head")
        .child(element("meta").with("charset", "utf-8"))
        .child(
            element("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", headers::meta()),
        )
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(told("title", &page.title))
        .child(meta("description", &description))
        .child(meta("referrer", "no-referrer"))
        .child(meta("color-scheme", "light dark"))
        .child(element("script").with("src", format!("{root}{}", site.looks.early)))
        .child(relation("stylesheet", format!("{root}{}", site.looks.style)))
        .child(relation("icon", format!("{root}icon.svg")).with("type", "image/svg+xml"))
        .child(
            relation("alternate", format!("{}feed.xml", up(&page.path)))
                .with("type", "application/atom+xml")
                .with("title", site.pages.feed_title),
        );
    let all = languages();
    // Search engines take whole addresses only.
    let whole = site.address.filter(|_| is_in_every_language(&page.path));
    for ((language, ..), base) in all.into_iter().zip(whole.into_iter().cycle()) {
        let address = format!("{base}/{}{}", prefix(language), page.path);
        head = head.child(relation("alternate", address).with("hreflang", language.code()));
    }
    head = head
        .child(property("og:type", "article"))
        .child(property("og:site_name", site.words.site))
        .child(property("og:title", &page.title))
        .child(property("og:description", &description))
        .child(property("og:locale", site.language.code()))
        .child(meta("twitter:card", "summary_large_image"));
    if page.path.starts_with("o/") && !page.path.ends_with("index.html") || page.path == "method.html" {
        let place = languages().iter().position(|(language, ..)| *language == site.language);
        let script = place.and_then(|place| site.looks.take.get(place));
        head = head.maybe(script.map(|script| {
            element("script")
                .with("type", "module")
                .with("src", format!("{root}{script}"))
        }));
    }
    let mut structured = page.structured.clone();
    if let Some(address) = site.address {
        let whole = format!("{address}/{path}");
        head = head
            .child(relation("canonical", whole.clone()))
            .child(property("og:url", &whole))
            .child(property(
                "og:image",
                &format!("{address}/preview-{}.png", site.language.code()),
            ))
            .child(property("og:image:width", "1200"))
            .child(property("og:image:height", "630"))
            .child(property("og:image:alt", site.words.site));
        structured["url"] = Value::from(whole);
    }
    head.child(json_ld(&structured))
}

fn body(site: &Site<'_>, page: Page) -> Element {
    let to = up(&page.path);
    let home = if to.is_empty() { "./" } else { &to };
    let brand = link(home, "")
        .class("brand")
        .child(mark())
        .child(told("span", site.words.site));
    let views = [
        (home.to_owned(), site.words.view(View::Checklist), false),
        (
            format!("{to}o/index.html"),
            site.pages.index_title,
            page.path.starts_with("o/"),
        ),
        (
            format!("{to}method.html"),
            site.words.view(View::Texts),
            page.path == "method.html",
        ),
        (
            format!("{to}sources.html"),
            site.pages.sources_title,
            page.path == "sources.html",
        ),
    ];
    let views = views.map(|(address, name, here)| {
        let view = link(address, name);
        // A page of one obligation belongs to the list; only the list itself is the current page.
        match (here, page.path.ends_with("index.html") || !page.path.starts_with("o/")) {
            (true, true) => view.with("aria-current", "page"),
            (true, false) => view.with("aria-current", "true"),
            _ => view,
        }
    });
    let nav = element("nav")
        .class("nav")
        .with("aria-label", site.pages.pages_label)
        .children(views);
    let header = element("header").class("top").child(brand).child(nav);
    element("body")
        .child(link("#text", site.pages.skip).class("skip"))
        .child(header)
        .child(page.main.with("id", "text"))
        .child(footer(site, &to, &page.path))
}

fn footer(site: &Site<'_>, to: &str, path: &str) -> Element {
    let edition = site.edition().map_or("", |edition| edition.version.as_str());
    let line = format!(
        "{} · {}",
        (site.words.edition)(edition),
        (site.words.record_followed_to)(&site.followed_to())
    );
    let mut last = told("p", site.pages.licence_note).text(" ");
    last = last.child(link(
        format!("{}data/codebook.html", up(&format!("{}{path}", prefix(site.language)))),
        site.pages.data_link,
    ));
    for (language, words, _) in languages() {
        if language != site.language {
            let root = format!(
                "{}{}",
                up(&format!("{}{path}", prefix(site.language))),
                prefix(language)
            );
            // From a page that is in one language alone, the way leads to the checklist of the other.
            let there = if is_in_every_language(path) { path } else { "" };
            last = last.text(" · ").child(
                link(format!("{root}{there}"), words.name)
                    .with("lang", words.code)
                    .with("hreflang", words.code),
            );
        }
    }
    element("footer")
        .class("foot")
        .child(told("p", line))
        .child(
            told("p", site.pages.division_is_ours)
                .text(" ")
                .child(link(format!("{to}method.html"), site.words.view(View::Texts)))
                .text(" · ")
                .child(link(format!("{to}accessibility.html"), site.pages.accessibility_title)),
        )
        .child(last)
}

/// A description cut after a whole word.
fn shorten(text: &str) -> String {
    if text.chars().count() <= DESCRIPTION {
        return text.to_owned();
    }
    let start: String = text.chars().take(DESCRIPTION).collect();
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// A text as XML, for the feed and the site map.
pub fn xml(text: &str) -> String {
    escape(text)
}
