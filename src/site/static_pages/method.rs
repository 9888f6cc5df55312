//! The page on the texts and the method: what this is, how it was made, what its words mean, and what it holds besides obligations.

use super::File;
use super::frame::{Page, framed};
use super::parts::{Site, glyph, table, terms};
use super::structured;
use crate::accord::ACCORD;
use crate::catalogue::record::{Instrument, Language, Text, TextState, texts};
use crate::catalogue::structure::{Kind, Numbering};
use crate::catalogue::{Basis, Extent, Status};
use crate::checklist::View;
use crate::language::Words;
use crate::markup::{Element, element, link, told};
use crate::site::data::tables::CHANGE_KINDS;
use crate::site::words::{Passage, languages};

/// The page.
pub fn page(site: &Site<'_>) -> File {
    let pages = site.pages;
    let title = site.words.view(View::Texts);
    let obligations = site.record.obligations().count();
    let lead = (pages.method_lead)(
        site.record.instruments.len(),
        obligations,
        ACCORD.duties.len(),
        &site.followed_to(),
    );
    let sections = sections(site);
    let contents = sections
        .iter()
        .map(|(passage, _)| element("li").child(link(format!("#{}", passage.id), passage.title)));
    let contents = element("nav")
        .class("contents")
        .with("aria-label", pages.contents)
        .child(told("h2", pages.contents))
        .child(element("ul").children(contents));
    let main = element("main")
        .class("document")
        .child(told("h1", title))
        .child(told("p", &lead).class("lead"))
        .child(contents)
        .children(sections.into_iter().map(|(_, section)| section));
    let page = Page {
        path: "method.html".to_owned(),
        title: format!("{title} · {}", site.words.site),
        description: lead,
        structured: structured::dataset(site, "data/"),
        main,
    };
    framed(site, page)
}

fn sections(site: &Site<'_>) -> Vec<(&'static Passage, Element)> {
    let pages = site.pages;
    let words = site.words;
    let numbers = [Numbering::Confirmed, Numbering::Working, Numbering::None].map(|one| words.numbering_word(one));
    let kinds = Kind::ALL.map(|kind| words.kind_word(kind));
    let bases = Basis::ALL.map(|basis| words.basis_word(basis));
    let relations = words.later().relations.map(|(forward, _)| forward);
    let with = |passage: &'static Passage, inner: Element| (passage, site.passage(passage).child(inner));
    vec![
        (&pages.division, site.passage(&pages.division)),
        with(&pages.numbers, meanings(numbers, pages.numbering_meanings)),
        with(&pages.kinds, meanings(kinds, pages.kind_meanings)),
        with(&pages.statuses, statuses(words, pages.status_heads, pages.no_level)),
        with(&pages.bases, meanings(bases, pages.basis_meanings)),
        (&pages.baseline, site.passage(&pages.baseline)),
        (&pages.clocks, site.passage(&pages.clocks)),
        with(&pages.lineage, meanings(relations, pages.relation_meanings)),
        (&pages.neutrality, site.passage(&pages.neutrality)),
        (&pages.enforcement, site.passage(&pages.enforcement)),
        (&pages.instruments, instruments(site)),
        with(&pages.bodies, bodies(site)),
        with(&pages.places, places(site)),
        with(&pages.glossary, glossary(site)),
        with(&pages.questions, questions(site)),
        with(&pages.pledges, pledges(site)),
        with(&pages.proposals, proposals(site)),
        with(&pages.translations, translations(site)),
        (&pages.editions, editions(site)),
        with(&pages.data, data(site)),
    ]
}

/// Words and what they mean.
pub fn meanings<const N: usize>(words: [&str; N], meanings: [&str; N]) -> Element {
    terms(
        "terms",
        words
            .into_iter()
            .zip(meanings)
            .map(|(word, meaning)| (told("dt", word), told("dd", meaning))),
    )
}

/// The nine statuses with their words, meanings and levels.
pub fn statuses(words: &Words, heads: [&str; 4], no_level: &str) -> Element {
    let rows = Status::ALL.map(|status| {
        let act = element("td").child(
            element("span")
                .class("supports")
                .child(glyph(status))
                .child(told("b", words.status(status, Kind::Act))),
        );
        element("tr")
            .child(act)
            .child(told("td", words.status(status, Kind::Continuing)))
            .child(told("td", words.definition(status)))
            .child(told("td", level(status, no_level)))
    });
    table(&heads, rows)
}

/// The levels that a status can have in exports.
pub fn level(status: Status, none: &str) -> String {
    let extents = [None, Some(Extent::Minimal), Some(Extent::Intermediate)];
    let mut levels: Vec<String> = extents
        .into_iter()
        .filter_map(|extent| status.kroc(extent))
        .map(|level| level.to_string())
        .collect();
    levels.dedup();
    if levels.is_empty() {
        none.to_owned()
    } else {
        levels.join(", ")
    }
}

fn instruments(site: &Site<'_>) -> Element {
    let each = site
        .record
        .instruments
        .iter()
        .map(|file| instrument(site, &file.instrument, file.obligations.len()));
    site.passage(&site.pages.instruments).children(each)
}

fn instrument<'a>(site: &Site<'a>, head: &'a Instrument, obligations: usize) -> Element {
    let pages = site.pages;
    let group = if head.group == "core" {
        pages.core
    } else {
        pages.related
    };
    let mut pairs: Vec<(&str, Element)> = vec![(pages.official, site.tell("dd", &head.official))];
    if !head.common.is_empty() {
        let names = head.common.iter().map(|common| {
            let name = element("span")
                .class("below")
                .text("“")
                .child(site.tell("span", &common.name))
                .text("”");
            name.text((pages.used_by)(site.say(&common.used_by)))
                .text(" ")
                .child(site.origin("sources.html", &common.sources))
        });
        pairs.push((pages.common, element("dd").children(names)));
    }
    pairs.push((pages.signed_on, told("dd", site.date(&head.date))));
    pairs.push((pages.place, site.tell("dd", &head.place)));
    let signatories = head.signatories.iter().map(|one| {
        element("span")
            .class("below")
            .text(format!("{}: ", site.name(&one.party)))
            .child(site.tell("span", &one.who))
    });
    let signed = element("dd").children(signatories);
    pairs.push((
        pages.signatories,
        if signed.is_empty() {
            signed.text(pages.no_signatories)
        } else {
            signed
        },
    ));
    if !head.witnesses.is_empty() {
        let witnesses = head.witnesses.iter().map(|one| site.tell("span", one).class("below"));
        pairs.push((pages.witnesses, element("dd").children(witnesses)));
    }
    pairs.push((pages.nature, site.tell("dd", &head.nature)));
    pairs.push((pages.authentic, site.tell("dd", &head.language)));
    if let Some(until) = &head.in_force_until {
        pairs.push((pages.in_force_until, told("dd", site.date(until))));
    }
    if let Some(note) = &head.count_note {
        pairs.push((pages.count_note, site.tell("dd", note)));
    }
    pairs.push((
        site.words.later().sources,
        element("dd").child(site.origin("sources.html", &head.sources)),
    ));
    let all = link(
        format!("o/index.html#{}", head.id),
        (site.words.obligations)(obligations),
    );
    element("section")
        .class("part")
        .with("id", &head.id)
        .child(
            site.tell("h3", &head.name)
                .text(" ")
                .child(told("span", &head.id).class("tag")),
        )
        .child(element("p").class("origin").text(format!("{group} · ")).child(all))
        .child(site.tell("p", &head.summary))
        .child(terms(
            "facts",
            pairs.into_iter().map(|(term, said)| (told("dt", term), said)),
        ))
}

fn bodies(site: &Site<'_>) -> Element {
    terms(
        "terms",
        site.record.bodies.iter().map(|body| {
            let short = site.say(&body.short);
            let name = site.tell("dt", &body.name).with("id", format!("body-{}", body.id));
            let name = if short == site.say(&body.name) {
                name
            } else {
                name.text(format!(" ({short})"))
            };
            (name, said(site, &body.role, &body.sources))
        }),
    )
}

fn places(site: &Site<'_>) -> Element {
    terms(
        "terms",
        site.record.places.iter().map(|place| {
            let names: Vec<&str> = place.forms().map(|form| site.say(form)).collect();
            let about = place
                .text
                .as_ref()
                .map_or_else(|| element("dd"), |text| site.tell("dd", text).text(" "));
            (
                told("dt", names.join(" / ")),
                about.child(site.origin("sources.html", &place.sources)),
            )
        }),
    )
}

/// How many texts are checked, working translations or missing, a line a language.
fn translations(site: &Site<'_>) -> Element {
    let lines = languages()
        .into_iter()
        .filter(|(language, ..)| *language != Language::En);
    let lines = lines.map(|(language, words, _)| {
        let mut states = [0; 3];
        for placed in texts(site.record) {
            match site.record.state(placed.text, language) {
                TextState::Checked(_) => states[0] += 1,
                TextState::Working | TextState::Original => states[1] += 1,
                TextState::Missing => states[2] += 1,
            }
        }
        told("li", (site.pages.translation_states)(words.name, states))
    });
    element("ul").class("entries").children(lines)
}

fn glossary(site: &Site<'_>) -> Element {
    terms(
        "terms",
        site.record.terms.iter().map(|term| {
            let name = site.tell("dt", &term.term).with("id", format!("term-{}", term.id));
            (name, said(site, &term.text, &term.sources))
        }),
    )
}

fn questions(site: &Site<'_>) -> Element {
    element("ul")
        .class("entries")
        .children(site.record.questions.iter().map(|question| {
            let mut about = element("div").child(site.tell("p", &question.text));
            if !question.bears_on.is_empty() {
                let tags = site.tags("", question.bears_on.iter().map(String::as_str));
                about = about.child(
                    told("p", format!("{} ", site.pages.bears_on))
                        .class("tags")
                        .children(tags),
                );
            }
            element("li")
                .child(told("b", &question.id))
                .child(about.child(element("p").child(site.origin("sources.html", &question.sources))))
        }))
}

fn pledges(site: &Site<'_>) -> Element {
    element("ul")
        .class("entries")
        .children(site.record.pledges.iter().map(|pledge| {
            let heading = told("p", format!("{}, {}", site.name(&pledge.by), site.date(&pledge.date))).class("origin");
            let parts = pledge.parts.iter().map(|part| {
                element("li")
                    .text(format!("{}: ", part.amount))
                    .child(site.tell("span", &part.purpose))
            });
            let parts = element("ul").class("plain").children(parts);
            let state = element("p")
                .text(format!("{}: ", site.pages.pledge_state))
                .child(site.tell("span", &pledge.status));
            let about = element("div").child(heading).child(site.tell("p", &pledge.text));
            let about = if parts.is_empty() { about } else { about.child(parts) };
            element("li").child(told("b", &pledge.id)).child(
                about
                    .child(state)
                    .child(element("p").child(site.origin("sources.html", &pledge.sources))),
            )
        }))
}

fn proposals(site: &Site<'_>) -> Element {
    element("ul")
        .class("entries")
        .children(site.record.proposals.iter().map(|proposal| {
            let by = element("p")
                .class("origin")
                .text(format!("{}: ", site.pages.proposed_by))
                .child(site.tell("span", &proposal.by));
            let about = element("div").child(site.tell("p", &proposal.text)).child(by);
            element("li")
                .child(told("b", &proposal.id))
                .child(about.child(element("p").child(site.origin("sources.html", &proposal.sources))))
        }))
}

fn editions(site: &Site<'_>) -> Element {
    let mut section = site.passage(&site.pages.editions);
    for edition in site.record.editions.iter().rev() {
        let line = (site.pages.edition_line)(
            &edition.version,
            &site.date(&edition.published),
            &site.date(&edition.as_of),
        );
        section = section.child(told("h3", line));
        for (kind, word) in CHANGE_KINDS.iter().zip(site.pages.change_kinds) {
            let changes = edition.changes.iter().filter(|change| change.kind == *kind);
            let changes = element("ul")
                .class("plain")
                .children(changes.map(|change| site.tell("li", &change.text)));
            if !changes.is_empty() {
                section = section.child(told("h4", word)).child(changes);
            }
        }
    }
    section
}

fn data(site: &Site<'_>) -> Element {
    let cited = site.edition().map(|edition| super::cite::record(site, edition));
    let to = super::frame::up(&super::frame::prefix(site.language));
    element("div")
        .child(element("p").child(link(format!("{to}data/codebook.html"), site.pages.codebook_title)))
        .child(told("h3", site.pages.cite))
        .child(
            element("div")
                .with("data-take", "cite")
                .children(cited.iter().flat_map(super::cite::shown)),
        )
}

fn said<'a>(site: &Site<'a>, text: &'a Text, sources: &'a [String]) -> Element {
    site.tell("dd", text)
        .text(" ")
        .child(site.origin("sources.html", sources))
}
