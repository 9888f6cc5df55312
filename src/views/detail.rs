//! What the record says of one obligation: its text and facts, readings, the public record, where it stands among the others.

use super::frame::{act, button};
use super::{OBSERVERS, Pack, WATCHERS, clock, glyph, icon, names, publisher, publishers, said, tag, without_prose};
use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::catalogue::prose::{ClaimProse, ObligationProse, Prose, SourceProse};
use crate::catalogue::{Numbering, Obligation, Status};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use std::collections::HashSet;

/// Claims that are shown at once; older ones are asked for.
const SHOWN_AT_ONCE: usize = 4;

/// What is seen at once of an open obligation: its head, and what stands before the assessment. The rest comes into `BODY`, after it.
/// On a small screen the list and its heading are gone, and it is the page.
pub fn opened(words: &Locale, number: u16, pack: Pack<'_>, is_page: bool) -> [Element; 2] {
    let obligation = &ACCORD.obligations[usize::from(number)];
    let control = |act: &str, which: &str, shape: &str, name: &str| {
        button(act)
            .class(format!("icon-button {which}"))
            .with("aria-label", name)
            .with("title", name)
            .child(icon(shape))
    };
    let later = words.later();
    let head = element("header")
        .class("pane-head")
        .child(control(act::LEAVE, "back", "back", later.back))
        .child(told("b", obligation.id).class("id"))
        .child(element("span").class("numbering").child(numbering(words, obligation)))
        .child(control(act::PREVIOUS, "previous", "up", later.previous))
        .child(control(act::NEXT, "next", "down", later.next))
        .child(control(act::COPY, "address", "link", later.copy_address))
        .child(control(act::LEAVE, "shut", "close", words.close));
    let title = words.title(number);
    let body = element("div")
        .class(BODY)
        .maybe(is_page.then(|| told("h1", later.detail).class("hidden-name")))
        .child(
            told("h2", title)
                .class("pane-title")
                .with("tabindex", "-1")
                .maybe_with("lang", words.lang_of(title)),
        )
        .child(before(words, number, pack).class("record-part"));
    [head, body]
}

/// The class of what scrolls in the open obligation.
pub const BODY: &str = "pane-body";

/// The paragraph and how sure its number is.
fn numbering(words: &Locale, obligation: &Obligation) -> Element {
    let paragraph = words.paragraph_word(obligation.paragraph);
    let numbering = words.numbering_word(obligation.numbering);
    let whole = if paragraph.is_empty() {
        numbering.to_owned()
    } else {
        format!("{paragraph} · {numbering}")
    };
    let working = obligation.numbering == Numbering::Working;
    told("span", whole).class(if working { "tag working" } else { "tag" })
}

/// What stands before the assessment: text, facts, what is to be read with care, clocks.
pub fn before(words: &Locale, number: u16, pack: Pack<'_>) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    let whole = element("div");
    let prose = match pack {
        Pack::Here(prose) => prose,
        Pack::Waiting | Pack::Failed => {
            let line = without_prose(words, matches!(pack, Pack::Failed));
            return whole.child(line).child(facts(words, obligation, None));
        }
    };
    let item = &prose.obligations[usize::from(number)];
    let care = (!item.caution.is_empty()).then(|| {
        element("details")
            .class("care")
            .child(told("summary", words.later().caution))
            .child(said(words, prose, "p", &item.caution))
    });
    whole
        .child(said(words, prose, "p", &item.text).class("obligation-text"))
        .maybe(translated(words, obligation, item, prose))
        .child(facts(words, obligation, Some((item, prose))))
        .maybe(care)
        .children(clock::clocks(words, number, prose))
}

/// How the text stands in this language: a translation of ours, or one that was checked, and whether the signed one is in English. Nothing
/// on the English page, and where the text stands in English.
fn translated(words: &Locale, obligation: &Obligation, item: &ObligationProse, prose: &Prose) -> Option<Element> {
    let signed = prose.signed_in_english.contains(&obligation.instrument);
    let date = |on| Moment::parse(on).map(|on| words.moment(on));
    let note = match item.checked.split_once(' ') {
        _ if words.lang_of(words.title_of(obligation)).is_some() => words.later().texts.untranslated.to_owned(),
        Some((on, by)) => (words.later().texts.checked)(by, &date(on).unwrap_or_default()),
        None if prose.missing.contains(&item.text) => String::new(),
        None => words.later().translation[usize::from(signed)].to_owned(),
    };
    (!note.is_empty()).then(|| told("p", note).class("hint"))
}

/// What stands after the assessment; nothing while the prose is not here.
pub fn after(words: &Locale, number: u16, pack: Pack<'_>) -> Element {
    let whole = element("div");
    let Pack::Here(prose) = pack else { return whole };
    let item = &prose.obligations[usize::from(number)];
    whole
        .maybe(readings(words, item, prose))
        .child(record(words, number, item, prose))
        .maybe(connections(words, number, prose))
        .maybe(events(words, number, prose))
        .child(sources(words, item, prose))
}

/// Who owes what to whom, by when, and who checks.
fn facts(words: &Locale, obligation: &Obligation, item: Option<(&ObligationProse, &Prose)>) -> Element {
    let instrument = &ACCORD.instruments[usize::from(obligation.instrument)];
    let bearers: Vec<u8> = obligation.duty_numbers().map(|duty| ACCORD.duty(duty).bearer).collect();
    let due = obligation.clocks.first().map(|spec| match spec.due() {
        Some(due) => words.moment_in_both_eras(due),
        None if spec.open => words.open_of(obligation).to_owned(),
        None => words.clock_sentence(&spec.read(ACCORD.edition().as_of)),
    });
    let appeal = obligation
        .appeal
        .then(|| told("span", words.later().appeal).class("tag"));
    let text = format!(
        "{}, {}",
        words.instrument(obligation.instrument),
        words.moment_in_both_eras(instrument.date)
    );
    let mut list = element("dl").class("facts");
    list = fact(list, words.later().text, told("dd", text));
    list = fact(
        list,
        words.later().kind,
        told("dd", words.kind_word(obligation.kind)).maybe(appeal),
    );
    list = fact(list, words.later().owed_by, told("dd", names(words, &bearers)));
    if let Some(due) = due {
        list = fact(list, words.later().due_label, told("dd", due));
    }
    let Some((item, prose)) = item else { return list };
    if !item.through.is_empty() {
        list = fact(list, words.later().through, said(words, prose, "dd", &item.through));
    }
    if !item.beneficiary.is_empty() {
        list = fact(list, words.later().owed_to, told("dd", names(words, &item.beneficiary)));
    }
    fact(list, words.later().checked_by, checked(words, item))
}

fn fact(list: Element, name: &str, said: Element) -> Element {
    list.child(told("dt", name)).child(said)
}

fn checked(words: &Locale, item: &ObligationProse) -> Element {
    let by = match (item.verifier.is_empty(), item.verifier_implied) {
        (true, _) => words.later().checked_by_nobody.to_owned(),
        (false, true) => format!("{} ({})", names(words, &item.verifier), words.later().implied),
        (false, false) => names(words, &item.verifier),
    };
    let watches = |&number: &u8| WATCHERS.contains(&ACCORD.bearers[usize::from(number)].id);
    let powerless = item.verifier.iter().any(watches);
    told("dd", by).maybe(powerless.then(|| told("small", words.later().no_enforcement).class("below")))
}

fn part(class: &str, title: &str) -> Element {
    element("section")
        .class(format!("part {class}"))
        .child(told("h3", title))
}

/// How each party reads the text, side by side.
fn readings(words: &Locale, item: &ObligationProse, prose: &Prose) -> Option<Element> {
    let readings = item.readings.iter().map(|reading| {
        let date = Moment::parse(&reading.date).map(|date| format!(", {}", words.moment_in_both_eras(date)));
        let origin = element("p")
            .class("origin")
            .child(publishers(words, &reading.sources, prose))
            .text(date.unwrap_or_default());
        element("div")
            .class("reading")
            .child(told("h4", (words.later().reads_it)(words.bearer(reading.by))))
            .child(said(words, prose, "p", &reading.text))
            .child(origin)
    });
    let both = element("div").class("two").children(readings);
    (!both.is_empty()).then(|| part("readings", words.later().readings).child(both))
}

/// The public record: dated statements, newest first, and what observers said.
fn record(words: &Locale, number: u16, item: &ObligationProse, prose: &Prose) -> Element {
    let obligation = &ACCORD.obligations[usize::from(number)];
    let title =
        told("h3", words.later().record).child(told("span", (words.later().entries)(item.claims.len())).class("aside"));
    let section = element("section").class("part record").child(title);
    let entry = |claim: &ClaimProse| claim_line(words, obligation, claim, prose);
    let (newest, older) = item.claims.split_at(item.claims.len().min(SHOWN_AT_ONCE));
    let newest = element("ol").children(newest.iter().map(entry));
    let older = (!older.is_empty()).then(|| {
        element("details")
            .child(told("summary", (words.later().older_entries)(older.len())).class("link"))
            .child(element("ol").children(older.iter().map(entry)))
    });
    let observed = item.claims.iter();
    let silent = !observed
        .map(|claim| ACCORD.bearers[usize::from(claim.by)].id)
        .any(|id| OBSERVERS.contains(&id));
    section
        .maybe(item.claims.is_empty().then(|| told("p", words.later().no_entries)))
        .maybe((!newest.is_empty()).then_some(newest))
        .maybe(older)
        .maybe(silent.then(|| told("p", words.later().observers_silent).class("origin")))
        .maybe(supported(words, obligation))
}

fn claim_line(words: &Locale, obligation: &Obligation, claim: &ClaimProse, prose: &Prose) -> Element {
    let speaker = words.bearer(claim.by);
    let text = match claim.text.strip_prefix(speaker) {
        Some(rest) => element("p").child(told("b", speaker)).text(rest),
        None => said(words, prose, "p", &claim.text),
    };
    let supports = Status::of_name(&claim.status).map(|status| {
        let about = if claim.on.is_empty() {
            String::new()
        } else {
            format!("{}: ", names(words, &claim.on))
        };
        element("span")
            .class("supports")
            .child(glyph(status))
            .text(about)
            .text(words.status(status, obligation.kind))
    });
    let origin = element("p")
        .child(publishers(words, &claim.sources, prose))
        .class("origin")
        .maybe(supports);
    line(words, &claim.date, element("div").child(text).child(origin))
}

/// A line of a dated list.
fn line(words: &Locale, date: &str, said: Element) -> Element {
    let date = Moment::parse(date)
        .map(|date| words.moment_in_both_eras(date))
        .unwrap_or_default();
    element("li").child(told("span", date).class("date")).child(said)
}

/// What the record supports for each bearer: the baseline.
fn supported(words: &Locale, obligation: &Obligation) -> Option<Element> {
    if obligation.text_awaited {
        return None;
    }
    let lines = obligation.duty_numbers().map(|duty| {
        let baseline = &ACCORD.duty(duty).baseline;
        let as_of = baseline
            .as_of
            .map(|moment| format!(", {}", words.moment_in_both_eras(moment)));
        let rest = format!(" {}{}", words.basis_word(baseline.basis), as_of.unwrap_or_default());
        let said = told("span", format!("{}: ", words.bearer_short_of(duty)))
            .child(told("b", words.status(baseline.status, obligation.kind)))
            .child(told("small", rest));
        element("li").child(glyph(baseline.status)).child(said)
    });
    let list = element("ul").children(lines);
    let whole = element("div").class("supported");
    Some(whole.child(told("h4", words.later().record_supports)).child(list))
}

/// Lineage and dependencies, in both directions, and each party's order of steps.
fn connections(words: &Locale, number: u16, prose: &Prose) -> Option<Element> {
    let item = &prose.obligations[usize::from(number)];
    let backwards = |of: &dyn Fn(&ObligationProse) -> bool| -> Vec<u16> {
        let items = prose.obligations.iter().enumerate();
        let found = items.filter(|(_, other)| of(other));
        found.map(|(place, _)| place as u16).collect()
    };
    let mut lines: Vec<(&str, Vec<u16>)> = vec![
        (words.later().depends_on, item.depends_on.clone()),
        (
            words.later().needed_by,
            backwards(&|other| other.depends_on.contains(&number)),
        ),
    ];
    for (relation, (forward, backward)) in words.later().relations.iter().enumerate() {
        let relation = relation as u8;
        let to = item.lineage.iter().filter(|one| one.relation == relation);
        lines.push((*forward, to.map(|one| one.to).collect()));
        let restated = |other: &ObligationProse| {
            let mut lineage = other.lineage.iter();
            lineage.any(|one| one.relation == relation && one.to == number)
        };
        lines.push((*backward, backwards(&restated)));
    }
    let pair = |name: String, said: Element| element("div").class("line").child(told("dt", name)).child(said);
    let lines = lines.into_iter().filter(|(_, numbers)| !numbers.is_empty());
    let lines = lines.map(|(name, numbers)| {
        pair(
            name.to_owned(),
            element("dd").children(numbers.into_iter().map(|number| tag(words, number))),
        )
    });
    let orders = item.orders.iter().map(|order| {
        let mut steps = element("dd");
        for (place, step) in order.steps.iter().enumerate() {
            if place > 0 {
                let then = told("span", words.later().then).class("hidden-name");
                steps = steps.child(told("span", " → ").class("then").child(then));
            }
            for (side, &number) in step.iter().enumerate() {
                let beside = (side > 0).then(|| told("span", words.later().alongside));
                steps = steps.maybe(beside).child(tag(words, number));
            }
        }
        let note = (!order.note.is_empty()).then(|| said(words, prose, "small", &order.note).class("below"));
        let name = (words.later().order_of)(words.bearer(order.by));
        pair(name, steps.maybe(note))
    });
    let list = element("dl").children(lines).children(orders);
    (!list.is_empty()).then(|| part("connections", words.later().connections).child(list))
}

/// Events that bear on the obligation, oldest first.
fn events(words: &Locale, number: u16, prose: &Prose) -> Option<Element> {
    let bearing = prose.events.iter().filter(|event| event.bears_on.contains(&number));
    let lines = bearing.map(|event| {
        let contested = event
            .contested
            .then(|| told("p", words.later().contested).class("origin"));
        let said = element("div")
            .child(said(words, prose, "p", &event.text))
            .maybe(contested);
        line(words, &event.date, said)
    });
    let list = element("ol").children(lines);
    (!list.is_empty()).then(|| part("record", words.later().events).child(list))
}

/// The language of a source's title. Of a page in another script the record has an English title; an empty code says that the language
/// is not known.
fn title_language(source: &SourceProse) -> &str {
    let latin = |c: char| !c.is_alphabetic() || c < '\u{0370}';
    match source.language.as_str() {
        "und" => "",
        "ar" | "bg" | "ja" | "km" | "ru" | "th" | "zh" if source.title.chars().all(latin) => "en",
        code => code,
    }
}

/// Where all of it is said.
fn sources(words: &Locale, item: &ObligationProse, prose: &Prose) -> Element {
    let readings = item.readings.iter().flat_map(|reading| &reading.sources);
    let claims = item.claims.iter().flat_map(|claim| &claim.sources);
    let mut seen = HashSet::new();
    let ids = item.sources.iter().chain(readings).chain(claims);
    let ids = ids.filter(|id| seen.insert(id.as_str()));
    let lines = ids.filter_map(|id| prose.sources.get(id).map(|source| (id, source)));
    let lines = lines.map(|(id, source)| {
        let title = if source.url.is_empty() {
            told("span", &*source.title)
        } else {
            told("a", &*source.title)
                .with("href", &source.url)
                .with("target", "_blank")
                .with("rel", "noopener noreferrer")
                .with("referrerpolicy", "no-referrer")
        };
        let opening = if source.opening {
            format!(" ({})", words.later().opening_read)
        } else {
            String::new()
        };
        let publisher = element("small")
            .text(" ")
            .child(told("span", publisher(words, source)).class("publisher"))
            .text(opening);
        let title = title.with("lang", title_language(source));
        element("li")
            .child(told("small", id))
            .child(element("span").child(title).child(publisher))
    });
    let list = element("ul").children(lines);
    let heading = element("summary").child(told("h3", words.later().sources));
    element("section")
        .class("part sources")
        .child(element("details").child(heading).child(list))
}
