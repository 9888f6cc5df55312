//! The page of one obligation: its text, who owes what to whom, its clocks, both readings, the public record, where it stands among
//! the others, events and sources.

use super::File;
use super::cite;
use super::frame::{Page, framed};
use super::parts::{Site, glyph, terms};
use super::structured;
use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::catalogue::record::{Claim, ClockEntry, Event, Instrument, Obligation};
use crate::catalogue::structure::Numbering;
use crate::catalogue::{ClockSpec, Status};
use crate::markup::{Element, element, link, told};
use crate::site::data::tables::{EVENT_KINDS, RELATIONS};
use crate::site::words::take_words;
use crate::views::{OBSERVERS, WATCHERS};
use std::collections::BTreeSet;

/// What leads from this page to the root of its language.
const TO: &str = "../";

/// The page of the obligation with this number, in the order of the checklist; nothing where there is none.
pub fn page(site: &Site<'_>, number: usize) -> Option<File> {
    let (head, item) = site.record.obligations().nth(number)?;
    let coded = ACCORD.obligations.get(number)?;
    let words = site.words;
    let title = site.say(&item.title);
    let heading = element("h1")
        .child(told("span", &item.id).class("id"))
        .text(" ")
        .child(site.tell("span", &item.title));
    let events: Vec<&Event> = site
        .record
        .events
        .iter()
        .filter(|event| event.bears_on.contains(&item.id))
        .collect();
    let open = link(format!("{TO}#{}", item.id), site.pages.open_in_checklist).class("button");
    let all = link(
        format!("index.html#{}", head.id),
        (site.pages.in_instrument)(site.say(&head.name)),
    );
    let main = element("main")
        .class("document")
        .child(origin_line(site, head, item))
        .child(heading)
        .child(site.tell("p", &item.text).class("obligation-text"))
        .maybe(site.state(head, &item.text))
        .child(element("p").class("ways").child(open).text(" ").child(all))
        .child(facts(site, item))
        .maybe(item.caution.as_ref().map(|text| {
            element("aside")
                .class("caution")
                .child(told("h2", words.later().caution))
                .child(site.tell("p", text))
        }))
        .maybe(clocks(site, item, coded.clocks))
        .maybe(readings(site, item))
        .child(record(site, item))
        .maybe(supported(site, number, item))
        .maybe(connections(site, item))
        .maybe(happened(site, &events))
        .child(sources(site, item, &events))
        .child(citation(site, item))
        .child(taken(site, item, coded.clocks))
        .child(neighbours(site, number));
    let bearers = site.names(&item.bearers);
    let page = Page {
        path: format!("o/{}.html", item.id),
        title: (site.pages.obligation_title)(&item.id, title, words.site),
        description: (site.pages.obligation_description)(site.say(&head.name), &bearers, site.say(&item.text)),
        structured: structured::obligation(site, head, item),
        main,
    };
    Some(framed(site, page))
}

/// From which text it comes.
fn origin_line<'a>(site: &Site<'a>, head: &'a Instrument, item: &'a Obligation) -> Element {
    let mut line = element("p").class("above");
    line = line
        .child(link(format!("{TO}method.html#{}", head.id), site.say(&head.name)))
        .text(format!(", {}", day(site, &head.date)));
    let paragraph = site.words.paragraph_word(&item.paragraph);
    if !paragraph.is_empty() {
        line = line.text(format!(" · {paragraph}"));
    }
    let numbering = Numbering::of_name(&item.numbering).unwrap_or(Numbering::None);
    let class = if numbering == Numbering::Working {
        "tag working"
    } else {
        "tag"
    };
    line = line
        .text(" ")
        .child(told("span", site.words.numbering_word(numbering)).class(class));
    if item.text_awaited {
        line = line
            .text(" ")
            .child(told("span", site.words.later().text_awaited).class("tag"));
    }
    line
}

fn facts<'a>(site: &Site<'a>, item: &'a Obligation) -> Element {
    let words = site.words;
    let mut pairs: Vec<(&str, Element)> = Vec::new();
    let mut kind = told("dd", words.kind_word(site.kind(item)));
    if item.appeal {
        kind = kind.text(" ").child(told("span", words.later().appeal).class("tag"));
    }
    pairs.push((words.later().owed_by, told("dd", site.names(&item.bearers))));
    if let Some(through) = &item.through {
        pairs.push((words.later().through, site.tell("dd", through)));
    }
    if !item.beneficiary.is_empty() {
        pairs.push((words.later().owed_to, told("dd", site.names(&item.beneficiary))));
    }
    let mut checked = match (item.verifier.is_empty(), item.verifier_implied) {
        (true, _) => told("dd", words.later().checked_by_nobody),
        (false, true) => told(
            "dd",
            format!("{} ({})", site.names(&item.verifier), words.later().implied),
        ),
        (false, false) => told("dd", site.names(&item.verifier)),
    };
    if item.verifier.iter().any(|id| WATCHERS.contains(&id.as_str())) {
        checked = checked.child(told("small", words.later().no_enforcement).class("below"));
    }
    pairs.push((words.later().checked_by, checked));
    pairs.push((words.later().kind, kind));
    if let Some(theme) = site.record.themes.iter().find(|theme| theme.id == item.theme) {
        let theme_link = link(format!("index.html#theme-{}", theme.id), site.say(&theme.name));
        pairs.push((site.pages.theme, element("dd").child(theme_link)));
    }
    if !item.provision.is_empty() {
        let provision = told("dd", format!("Peace Accords Matrix: {}", item.provision));
        pairs.push((site.pages.provision, provision));
    }
    terms("facts", pairs.into_iter().map(|(term, said)| (told("dt", term), said)))
}

fn clocks<'a>(site: &Site<'a>, item: &'a Obligation, specs: &[ClockSpec]) -> Option<Element> {
    let clocks: Vec<Element> = item
        .clock
        .iter()
        .zip(specs)
        .map(|(entry, spec)| clock(site, entry, spec))
        .collect();
    let class = if clocks.len() > 1 { "two" } else { "one" };
    let list = element("div").class(class).children(clocks);
    (!list.is_empty()).then(|| part(site.words.later().clock).child(list))
}

fn clock<'a>(site: &Site<'a>, entry: &'a ClockEntry, spec: &ClockSpec) -> Element {
    let words = site.words;
    let read = spec.read(ACCORD.edition().as_of);
    let mut boxed = element("div").class("clock");
    if let Some(by) = &entry.by {
        boxed = boxed.child(told("h3", (words.later().clock_by)(site.name(by))));
    }
    boxed = boxed
        .child(site.tell("p", &entry.text))
        .child(told("p", words.clock_sentence(&read)).class("sentence"));
    if spec.inferred {
        boxed = boxed.child(element("p").child(told("span", words.later().clock_inferred).class("tag working")));
    }
    let start = entry.start.as_ref();
    if let Some(condition) = start.and_then(|start| start.condition.as_ref()) {
        boxed = boxed.child(told("p", (site.pages.condition)(site.say(condition))).class("origin"));
    }
    if let Some(event) = start.and_then(|start| site.record.event(start.event.as_deref()?)) {
        let counted = (site.pages.counted_from)(&site.date(&event.date), site.say(&event.text));
        boxed = boxed.child(told("p", counted).class("origin"));
    }
    boxed.maybe(entry.blocked.as_ref().map(|text| site.tell("p", text).class("origin")))
}

fn readings<'a>(site: &Site<'a>, item: &'a Obligation) -> Option<Element> {
    let readings = item.reading.iter().map(|reading| {
        let mut origin = site.origin("", &reading.sources);
        if let Some(date) = &reading.date {
            origin = origin.text(format!(", {}", site.date(date)));
        }
        element("div")
            .class("reading")
            .child(told("h3", (site.words.later().reads_it)(site.name(&reading.by))))
            .child(site.tell("p", &reading.text))
            .child(element("p").child(origin))
    });
    let list = element("div").class("two").children(readings);
    (!list.is_empty()).then(|| part(site.words.later().readings).child(list))
}

/// The public record, newest first.
fn record<'a>(site: &Site<'a>, item: &'a Obligation) -> Element {
    let words = site.words;
    let mut claims: Vec<&Claim> = item.claim.iter().collect();
    claims.sort_by_key(|claim| std::cmp::Reverse(Moment::parse(&claim.date).map(Moment::first_minute)));
    let section = part(words.later().record);
    if claims.is_empty() {
        return section
            .child(told("p", words.later().no_entries))
            .child(told("p", words.later().observers_silent).class("origin"));
    }
    let silent = !claims.iter().any(|claim| OBSERVERS.contains(&claim.by.as_str()));
    let count = format!(
        "{} · {}",
        (words.later().entries)(claims.len()),
        (site.pages.as_last_reported)(&site.followed_to())
    );
    let entries = claims.into_iter().map(|claim| entry(site, item, claim));
    section
        .child(told("p", count).class("origin"))
        .child(element("ol").class("entries").children(entries))
        .maybe(silent.then(|| told("p", words.later().observers_silent).class("origin")))
}

fn entry<'a>(site: &Site<'a>, item: &'a Obligation, claim: &'a Claim) -> Element {
    let mut said = element("div")
        .child(site.tell("p", &claim.text))
        .child(element("p").child(site.origin("", &claim.sources)));
    if let Some(status) = claim.status.as_deref().and_then(Status::of_name) {
        let word = site.words.status(status, site.kind(item));
        let word = (site.pages.supports)(word, &site.names(&claim.on));
        said = said.child(
            element("p")
                .class("supports")
                .child(glyph(status))
                .child(told("span", word)),
        );
    }
    if claim.early {
        said = said.child(told("p", site.pages.early_claim).class("origin"));
    }
    element("li").child(dated(site, &claim.date)).child(said)
}

/// The day of a date of the record, without its time.
fn day(site: &Site<'_>, date: &str) -> String {
    site.date(date.split('T').next().unwrap_or_default())
}

/// A date of the record, for eyes and machines.
fn dated(site: &Site<'_>, date: &str) -> Element {
    told("time", site.date(date)).with("datetime", date)
}

/// What the record supports for each bearer: the baseline.
fn supported<'a>(site: &Site<'a>, number: usize, item: &'a Obligation) -> Option<Element> {
    if item.text_awaited {
        return None;
    }
    let words = site.words;
    let coded = &ACCORD.obligations[number];
    let lines = coded.duty_numbers().map(|duty| {
        let baseline = &ACCORD.duty(duty).baseline;
        let mut about = words.basis_word(baseline.basis).to_owned();
        if let Some(date) = baseline.as_of {
            about = format!("{about}, {}", words.moment(date));
        }
        if let Some(extent) = baseline.extent {
            about = format!("{about} · {}", words.extent_word(extent));
        }
        if let Some(level) = baseline.status.kroc(baseline.extent) {
            about = format!("{about} · {}", (site.pages.kroc_level)(level));
        }
        let status = told("b", words.status(baseline.status, coded.kind));
        let said = element("span")
            .text(format!("{}: ", site.name(ACCORD.bearer_of(duty).id)))
            .child(status);
        element("li")
            .child(glyph(baseline.status))
            .child(said.text(" ").child(told("small", about)))
    });
    let list = element("ul").class("supported").children(lines);
    Some(
        part(words.later().record_supports)
            .child(list)
            .child(told("p", site.pages.baseline_note).class("origin")),
    )
}

/// A label, and the obligations that stand behind it, each with a word on the connection.
type Line<'a> = (&'a str, Vec<(&'a str, Option<&'a crate::catalogue::record::Text>)>);

/// Lineage and dependencies, in both directions, and each party's order of steps.
fn connections<'a>(site: &Site<'a>, item: &'a Obligation) -> Option<Element> {
    let words = site.words;
    let others = || site.record.obligations().map(|(_, other)| other);
    let mut lines: Vec<Line<'_>> = vec![
        (
            words.later().depends_on,
            item.depends_on.iter().map(|id| (id.as_str(), None)).collect(),
        ),
        (
            words.later().needed_by,
            others()
                .filter(|other| other.depends_on.contains(&item.id))
                .map(|other| (other.id.as_str(), None))
                .collect(),
        ),
    ];
    for (relation, (forward, backward)) in RELATIONS.iter().zip(words.later().relations) {
        let to = item.lineage.iter().filter(|one| one.relation == *relation);
        lines.push((forward, to.map(|one| (one.to.as_str(), one.note.as_ref())).collect()));
        let from = others().flat_map(|other| other.lineage.iter().map(move |one| (other, one)));
        let from = from.filter(|(_, one)| one.relation == *relation && one.to == item.id);
        lines.push((
            backward,
            from.map(|(other, one)| (other.id.as_str(), one.note.as_ref()))
                .collect(),
        ));
    }
    let mut list = element("dl").class("facts");
    for (label, ids) in lines.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        let mut said = element("dd");
        for (id, note) in ids {
            let title = site.record.obligation(id).map_or("", |other| site.say(&other.title));
            let line = element("span")
                .class("linked")
                .children(site.tags(TO, [id]))
                .text(format!(" {title}"));
            said = said
                .child(line)
                .maybe(note.map(|note| site.tell("small", note).class("below")));
        }
        list = list.child(told("dt", label)).child(said);
    }
    for order in &item.order {
        let mut said = element("dd");
        for (place, step) in order.steps.iter().enumerate() {
            if place > 0 {
                said = said.text(" → ");
            }
            for (side, tag) in site.tags(TO, step.iter().map(String::as_str)).into_iter().enumerate() {
                if side > 0 {
                    said = said.text(format!(" {} ", words.later().alongside));
                }
                said = said.child(tag);
            }
        }
        said = said.maybe(order.note.as_ref().map(|note| site.tell("small", note).class("below")));
        list = list
            .child(told("dt", (words.later().order_of)(site.name(&order.by))))
            .child(said);
    }
    (!list.is_empty()).then(|| part(words.later().connections).child(list))
}

fn happened<'a>(site: &Site<'a>, events: &[&'a Event]) -> Option<Element> {
    let entries = events.iter().map(|&event| {
        let kind = EVENT_KINDS
            .iter()
            .position(|kind| *kind == event.kind)
            .map_or("", |place| site.words.later().event_kinds[place]);
        let mut above = told("small", kind).class("origin");
        if let Some(place) = &event.place {
            above = above.text(format!(" · {}", site.say(place)));
        }
        if event.contested {
            above = above
                .text(" ")
                .child(told("span", site.words.later().contested).class("tag"));
        }
        let said = element("div")
            .child(element("p").child(above))
            .child(site.tell("p", &event.text));
        let mut date = element("span").child(dated(site, &event.date));
        if let Some(until) = &event.until {
            date = date.text(" – ").child(dated(site, until));
        }
        element("li")
            .child(date)
            .child(said.child(element("p").child(site.origin("", &event.sources))))
    });
    let list = element("ol").class("entries").children(entries);
    (!list.is_empty()).then(|| part(site.words.later().events).child(list))
}

/// Every source that the page names.
fn sources<'a>(site: &Site<'a>, item: &'a Obligation, events: &[&'a Event]) -> Element {
    let named = item.sources.iter();
    let named = named.chain(item.reading.iter().flat_map(|reading| &reading.sources));
    let named = named.chain(item.claim.iter().flat_map(|claim| &claim.sources));
    let named: BTreeSet<&String> = named.chain(events.iter().flat_map(|event| &event.sources)).collect();
    let lines = site
        .record
        .sources
        .iter()
        .filter(|source| named.contains(&source.id))
        .map(|source| {
            let mut about = source.publisher.clone();
            if let Some(date) = &source.date {
                about = format!("{about}, {}", site.date(date));
            }
            let kind = site.pages.source_kind(&source.kind);
            if source.publisher != kind {
                about = format!("{about} · {kind}");
            }
            if source.language != site.language.code() {
                about = format!(
                    "{about} · {}",
                    (site.pages.language_of)(site.pages.language_name(&source.language))
                );
            }
            if source.extent == "opening" {
                about = format!("{about} · {}", site.words.later().opening_read);
            }
            let id = link(format!("{TO}sources.html#{}", source.id), &source.id).class("source-id");
            let said = element("span")
                .child(site.source_title(source))
                .text(" ")
                .child(told("small", about));
            element("li").with("id", &source.id).child(id).child(said)
        });
    part(site.words.later().sources).child(element("ul").class("sources").children(lines))
}

fn citation<'a>(site: &Site<'a>, item: &'a Obligation) -> Element {
    let cited = site.edition().map(|edition| cite::item(site, edition, item));
    part(site.pages.cite)
        .with("data-take", "cite")
        .children(cited.iter().flat_map(cite::shown))
}

/// Ways to take the page elsewhere: a card for other pages, the deadlines. The script adds the code and the image.
fn taken<'a>(site: &Site<'a>, item: &'a Obligation, clocks: &[ClockSpec]) -> Element {
    let words = take_words(site.language);
    let root = super::frame::up(&format!("{}o/", super::frame::prefix(site.language)));
    let card = format!("{root}{}{}.html", super::embed::folder(site.language), item.id);
    let mut ways = element("p")
        .class("ways")
        .child(link(card, words.card).with("rel", "embed"));
    if super::calendar::one(site, item, clocks).is_some() {
        ways = ways.child(link(format!("{}.ics", item.id), words.deadlines));
    }
    part(words.take).with("data-take", "obligation").child(ways)
}

/// Links to the obligations before and after it.
fn neighbours(site: &Site<'_>, number: usize) -> Element {
    let neighbour = |place: Option<usize>, label: &str, relation: &'static str| {
        let (_, item) = site.record.obligations().nth(place?)?;
        let text = element("span")
            .child(told("b", &item.id))
            .text(" ")
            .text(site.say(&item.title));
        Some(
            link(format!("{}.html", item.id), "")
                .with("rel", relation)
                .child(told("small", label))
                .child(text),
        )
    };
    element("nav")
        .class("neighbours")
        .with("aria-label", site.pages.index_title)
        .maybe(neighbour(number.checked_sub(1), site.words.later().previous, "prev"))
        .maybe(neighbour(Some(number + 1), site.words.later().next, "next"))
}

fn part(title: &str) -> Element {
    element("section").class("part").child(told("h2", title))
}
