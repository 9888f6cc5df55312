//! Cards for other pages, in `embed/`: the only pages that may stand in a frame (`headers.rs`). One an obligation, from the public record,
//! without any script; and one for a snapshot, whose counts stand in the fragment and are put in by `take/embed.js`. They store nothing.

use super::File;
use super::frame::prefix;
use super::parts::{Site, glyph, mark};
use crate::accord::ACCORD;
use crate::catalogue::record::{Instrument, Language, Obligation};
use crate::catalogue::{PARTIES, Status};
use crate::markup::{Element, element, link, told};
use crate::site::headers;
use crate::site::words::take_words;

/// The folder of the cards in a language, from the root of the site.
pub fn folder(language: Language) -> String {
    format!("embed/{}", prefix(language))
}

/// What leads from a card to the root of its language.
fn root(site: &Site<'_>) -> String {
    format!("{}{}", super::frame::up(&folder(site.language)), prefix(site.language))
}

/// The card of an obligation.
pub fn obligation(site: &Site<'_>, number: usize, head: &Instrument, item: &Obligation) -> File {
    let words = take_words(site.language);
    let coded = &ACCORD.obligations[number];
    let lines = coded.duty_numbers().map(|duty| {
        let baseline = &ACCORD.duty(duty).baseline;
        let mut about = site.words.basis_word(baseline.basis).to_owned();
        if let Some(date) = baseline.as_of {
            about = format!("{about}, {}", site.words.moment(date));
        }
        element("li").child(glyph(baseline.status)).child(
            element("span")
                .text(format!("{}: ", site.name(ACCORD.bearer_of(duty).id)))
                .child(told("b", site.words.status(baseline.status, coded.kind)))
                .text(" ")
                .child(told("small", about)),
        )
    });
    let supported = (!item.text_awaited).then(|| {
        element("div")
            .child(told("h2", site.words.later().record_supports))
            .child(element("ul").children(lines))
    });
    let instrument = element("p").class("small");
    let instrument = instrument.text(site.say(&head.name)).text(format!(
        ", {}",
        site.date(head.date.split('T').next().unwrap_or_default())
    ));
    let main = element("main")
        .child(
            element("h1")
                .child(told("small", &item.id))
                .text(" ")
                .child(site.tell("span", &item.title)),
        )
        .child(instrument)
        .child(site.tell("p", &item.text).class("said"))
        .maybe(supported);
    let open = link(format!("{}o/{}.html", root(site), item.id), words.open_obligation);
    let title = format!("{}: {}", item.id, site.say(&item.title));
    let body = element("body")
        .child(header(words.from_record, site.words.site))
        .child(main)
        .child(footer(site, &record_line(site), open));
    page(site, &format!("{}.html", item.id), &title, body, None)
}

/// The card of a snapshot: words and places; the script fills it from the fragment.
pub fn snapshot(site: &Site<'_>) -> File {
    let words = take_words(site.language);
    let duties = PARTIES.map(|party| {
        let own = ACCORD.duty_numbers().filter(|duty| ACCORD.duty(*duty).bearer == party);
        own.count().to_string()
    });
    let names = PARTIES.map(|party| site.name(ACCORD.bearers[usize::from(party)].id));
    let rows = Status::IN_BARS.map(|status| {
        let said = &site.words.statuses[status.number()];
        let word = if said.act == said.kept {
            said.act.to_owned()
        } else {
            format!("{} / {}", said.act, said.kept)
        };
        let head = element("th")
            .with("scope", "row")
            .child(glyph(status))
            .text(" ")
            .text(word);
        element("tr")
            .with("data-status", status.name())
            .child(head)
            .child(element("td"))
            .child(element("td"))
    });
    let heads = names.map(|name| told("th", name).with("scope", "col"));
    let top = element("tr")
        .child(told("th", site.words.later().status).with("scope", "col"))
        .children(heads);
    let table = element("table")
        .child(element("thead").child(top))
        .child(element("tbody").children(rows));
    let bars = names.map(|name| {
        element("p")
            .class("bar")
            .child(told("b", name))
            .text(" ")
            .child(element("small"))
    });
    let edition = site.edition().map_or("", |edition| edition.version.as_str());
    let main = element("main")
        .with("data-duties", duties.join(" "))
        .with("data-edition", edition)
        .with("data-root", root(site))
        .with("data-damaged", words.damaged)
        .child(told("h1", site.words.snapshot))
        .child(told("p", words.needs_script).with("id", "waiting"))
        .child(
            element("div")
                .with("id", "counts")
                .with("hidden", "")
                .child(element("div").class("bars").children(bars))
                .child(table),
        );
    let open = link(root(site), words.open_snapshot);
    let line = told("span", words.counts_given);
    let unofficial = site.words.later().unofficial.trim_end_matches(['.', '។']);
    let body = element("body")
        .child(header(unofficial, site.words.site))
        .child(main)
        .child(footer_of(site, line, open));
    page(
        site,
        "snapshot.html",
        site.words.snapshot,
        body,
        Some(&site.looks.embed),
    )
}

fn record_line(site: &Site<'_>) -> String {
    let edition = site.edition().map_or("", |edition| edition.version.as_str());
    format!(
        "{} · {}",
        (site.words.edition)(edition),
        (site.words.record_followed_to)(&site.followed_to())
    )
}

fn header(tag: &str, site: &str) -> Element {
    element("header")
        .child(mark())
        .child(told("b", site))
        .child(told("span", tag).class("tag"))
}

fn footer(site: &Site<'_>, line: &str, open: Element) -> Element {
    footer_of(site, told("span", line), open)
}

fn footer_of(_: &Site<'_>, line: Element, open: Element) -> Element {
    // In a frame a link would open in the frame.
    let open = open.with("target", "_blank").with("rel", "noopener noreferrer");
    element("footer").child(line).text(" ").child(open)
}

fn page(site: &Site<'_>, name: &str, title: &str, body: Element, script: Option<&str>) -> File {
    let folder = folder(site.language);
    let to = super::frame::up(&folder);
    let meta = |name: &str, content: &str| element("meta").with("name", name).with("content", content);
    let policy = element("meta")
        .with("http-equiv", "Content-Security-Policy")
        .with("content", headers::meta());
    let head = element("head")
        .child(element("meta").with("charset", "utf-8"))
        .child(policy)
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(told("title", format!("{title} · {}", site.words.site)))
        .child(
            element("link")
                .with("rel", "icon")
                .with("href", format!("{to}icon.svg"))
                .with("type", "image/svg+xml"),
        )
        // The page of the obligation is the one to be found.
        .child(meta("robots", "noindex"))
        .child(meta("referrer", "no-referrer"))
        .child(meta("color-scheme", "light dark"))
        .child(
            element("link")
                .with("rel", "stylesheet")
                .with("href", format!("{to}{}", site.looks.style_embed)),
        );
    let head = match script {
        Some(script) => head.child(
            element("script")
                .with("src", format!("{to}{script}"))
                .with("type", "module"),
        ),
        None => head,
    };
    let html = element("html")
        .with("lang", site.language.code())
        .child(head)
        .child(body);
    File {
        path: format!("{folder}{name}"),
        text: format!("<!DOCTYPE html>\n{}\n", html.html()),
    }
}
