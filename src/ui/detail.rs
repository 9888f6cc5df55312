//! The detail of one obligation: its text, what is said of it, and where it stands among the others.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::catalogue::moment::Moment;
use crate::catalogue::prose::{ObligationProse, Prose};
use crate::catalogue::{Obligation, PARTIES, Status};
use crate::ui::desk::{Desk, ProseState, desk};
use crate::ui::keyboard::{close_detail, step};
use crate::ui::parts::{Glyph, Icon};
use crate::ui::start::load_prose;
use crate::ui::timeline::obligation_tag;
use crate::ui::{assess, clock};
use leptos::prelude::*;
use std::sync::Arc;

/// The pane: the open obligation, or a word that none is open.
#[component]
pub fn Pane() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    view! {
        <aside class="pane" aria-label=words.detail>
            {move || match desk.open.get() {
                Some(number) => view! { <Detail number=number/> }.into_any(),
                None => view! { <p class="pane-empty">{words.select_one}</p> }.into_any(),
            }}
        </aside>
    }
}

#[component]
fn Detail(number: u16) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let obligation = &ACCORD.obligations[usize::from(number)];
    // On a small screen the list and its heading are gone: the title takes the focus, as that of a new page would.
    let small = document::size().0 < 760.0;
    Effect::new(move || {
        if small {
            document::focus(".pane-title");
        }
    });
    view! {
        <header class="pane-head">
            <button type="button" class="icon-button back" aria-label=words.back on:click=move |_| close_detail(desk, number)><Icon name="back"/></button>
            <b class="id">{obligation.id}</b>
            <Numbering obligation=obligation/>
            <button type="button" class="icon-button" aria-label=words.previous title=words.previous on:click=move |_| step(desk, -1)><Icon name="up"/></button>
            <button type="button" class="icon-button" aria-label=words.next title=words.next on:click=move |_| step(desk, 1)><Icon name="down"/></button>
            <button type="button" class="icon-button" aria-label=words.copy_address title=words.copy_address on:click=move |_| copy_address(desk, obligation)><Icon name="link"/></button>
            <button type="button" class="icon-button shut" aria-label=words.close on:click=move |_| close_detail(desk, number)><Icon name="close"/></button>
        </header>
        <div class="pane-body">
            {small.then(|| view! { <h1 class="hidden-name">{words.detail}</h1> })}
            <h2 class="pane-title" tabindex="-1">{obligation.title}</h2>
            {move || with_prose(desk, move |prose| view! { <p class="obligation-text">{prose.obligations[usize::from(number)].text.clone()}</p> }.into_any())}
            <Facts number=number obligation=obligation/>
            {move || with_prose_quietly(desk, move |prose| clock::clocks(desk, number, &prose))}
            <assess::Assess number=number/>
            {move || with_prose_quietly(desk, move |prose| readings(desk, &prose.obligations[usize::from(number)], &prose))}
            {move || with_prose_quietly(desk, move |prose| record(desk, obligation, &prose.obligations[usize::from(number)], &prose))}
            {move || with_prose_quietly(desk, move |prose| connections(desk, number, &prose))}
            {move || with_prose_quietly(desk, move |prose| events(desk, number, &prose))}
            {move || with_prose_quietly(desk, move |prose| sources(desk, &prose.obligations[usize::from(number)], &prose))}
            <assess::Changes number=number/>
        </div>
    }
}

/// Shows something of the prose; while it is not here, says so.
fn with_prose(desk: Desk, show: impl Fn(Arc<Prose>) -> AnyView) -> AnyView {
    match desk.prose.get() {
        ProseState::Here(prose) => show(prose),
        _ => without_prose(desk),
    }
}

/// What stands where the prose will be: that it is on its way, or that it could not be had.
pub fn without_prose(desk: Desk) -> AnyView {
    let words = desk.words;
    if !matches!(desk.prose.get(), ProseState::Failed) {
        return view! { <p class="waiting" role="status">{words.prose_waits}</p> }.into_any();
    }
    view! {
        <p class="waiting" role="alert">
            {words.prose_failed}" "
            <button type="button" class="link" on:click=move |_| load_prose(desk)>{words.try_again}</button>
        </p>
    }
    .into_any()
}

/// Shows something of the prose; nothing while it is not here.
fn with_prose_quietly(desk: Desk, show: impl Fn(Arc<Prose>) -> AnyView) -> AnyView {
    match desk.prose.get() {
        ProseState::Here(prose) => show(prose),
        _ => ().into_any(),
    }
}

#[component]
fn Numbering(obligation: &'static Obligation) -> impl IntoView {
    let words = desk().words;
    let paragraph = words.paragraph_word(obligation.paragraph);
    let numbering = words.numbering_word(obligation.numbering);
    let whole = if paragraph.is_empty() {
        numbering.to_owned()
    } else {
        format!("{paragraph} · {numbering}")
    };
    view! { <span class="tag" class:working=obligation.numbering == crate::catalogue::Numbering::Working>{whole}</span> }
}

fn copy_address(desk: Desk, obligation: &'static Obligation) {
    let address = format!("{}#{}", window::address(), obligation.id);
    leptos::task::spawn_local(async move {
        if window::copy(address.clone()).await {
            desk.say(desk.words.address_copied);
        } else {
            desk.say(&address);
        }
    });
}

/// Names of bearers, one after the other.
fn names(numbers: &[u8]) -> String {
    let names: Vec<&str> = numbers
        .iter()
        .map(|&number| {
            let bearer = &ACCORD.bearers[usize::from(number)];
            if PARTIES.contains(&number) {
                bearer.name
            } else {
                bearer.short
            }
        })
        .collect();
    names.join(", ")
}

/// Who owes what to whom, by when, and who checks.
#[component]
fn Facts(number: u16, obligation: &'static Obligation) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let instrument = &ACCORD.instruments[usize::from(obligation.instrument)];
    let bearers: Vec<u8> = obligation.duty_numbers().map(|duty| ACCORD.duty(duty).bearer).collect();
    let spec = obligation.clocks.first();
    let due = spec.map(|spec| match spec.due() {
        Some(due) => words.moment(due),
        None if !spec.open.is_empty() => spec.open.to_owned(),
        None => words.clock_sentence(&spec.read(ACCORD.edition().as_of)),
    });
    view! {
        <dl class="facts">
            <dt>{words.text}</dt>
            <dd>{instrument.name}", "{words.day(instrument.date.date())}</dd>
            <dt>{words.kind}</dt>
            <dd>{words.kind_word(obligation.kind)}{obligation.appeal.then(|| view! { <span class="tag">{words.appeal}</span> })}</dd>
            <dt>{words.owed_by}</dt>
            <dd>{names(&bearers)}</dd>
            {due.map(|due| view! { <dt>{words.due_label}</dt><dd>{due}</dd> })}
            {move || with_prose_quietly(desk, move |prose| further_facts(desk, &prose.obligations[usize::from(number)]))}
        </dl>
    }
}

fn further_facts(desk: Desk, item: &ObligationProse) -> AnyView {
    let words = desk.words;
    let through = (!item.through.is_empty()).then(|| item.through.clone());
    let beneficiary = (!item.beneficiary.is_empty()).then(|| names(&item.beneficiary));
    let checked = if item.verifier.is_empty() {
        words.checked_by_nobody.to_owned()
    } else if item.verifier_implied {
        format!("{} ({})", names(&item.verifier), words.implied)
    } else {
        names(&item.verifier)
    };
    let observers = item.verifier.iter().any(|&number| {
        matches!(
            ACCORD.bearers[usize::from(number)].id,
            "aot" | "iot" | "icrc" | "asean" | "asean-chair" | "malaysia"
        )
    });
    let caution = (!item.caution.is_empty()).then(|| item.caution.clone());
    view! {
        {through.map(|through| view! { <dt>{words.through}</dt><dd>{through}</dd> })}
        {beneficiary.map(|names| view! { <dt>{words.owed_to}</dt><dd>{names}</dd> })}
        <dt>{words.checked_by}</dt>
        <dd>{checked}{observers.then(|| view! { <small class="below">{words.no_enforcement}</small> })}</dd>
        {caution.map(|caution| view! { <dt>{words.caution}</dt><dd>{caution}</dd> })}
    }
    .into_any()
}

/// How each party reads the text, side by side.
fn readings(desk: Desk, item: &ObligationProse, prose: &Prose) -> AnyView {
    let words = desk.words;
    if item.readings.is_empty() {
        return ().into_any();
    }
    let readings = item.readings.iter().map(|reading| {
        let name = ACCORD.bearers[usize::from(reading.by)].name;
        let mut origin = publishers(&reading.sources, prose);
        if let Some(date) = Moment::parse(&reading.date) {
            origin = format!("{origin}, {}", words.moment(date));
        }
        view! {
            <div class="reading">
                <h4>{(words.reads_it)(name)}</h4>
                <p>{reading.text.clone()}</p>
                <p class="origin">{origin}</p>
            </div>
        }
    });
    view! {
        <section class="part readings">
            <h3>{words.readings}</h3>
            <div class="two">{readings.collect_view()}</div>
        </section>
    }
    .into_any()
}

/// Who published these sources.
fn publishers(ids: &[String], prose: &Prose) -> String {
    let names: Vec<&str> = ids
        .iter()
        .filter_map(|id| prose.sources.get(id))
        .map(|source| source.publisher.as_str())
        .collect();
    names.join("; ")
}

/// Claims that are shown at once; older ones are asked for.
const SHOWN_AT_ONCE: usize = 4;

/// The public record: dated statements, newest first, and what observers said.
fn record(desk: Desk, obligation: &'static Obligation, item: &ObligationProse, prose: &Prose) -> AnyView {
    let words = desk.words;
    let entry =
        |claim: &crate::catalogue::prose::ClaimProse| {
            let date = Moment::parse(&claim.date)
                .map(|date| words.moment(date))
                .unwrap_or_default();
            let speaker = ACCORD.bearers[usize::from(claim.by)].name;
            let origin = publishers(&claim.sources, prose);
            let text = claim.text.clone();
            let supports = Status::of_name(&claim.status).map(|status| {
            let about = if claim.on.is_empty() { String::new() } else { format!("{}: ", names(&claim.on)) };
            view! { <span class="supports"><Glyph status=status/>{about}{words.status(status, obligation.kind)}</span> }
        });
            let rest = text.strip_prefix(speaker).map(str::to_owned);
            view! {
                <li>
                    <span class="date">{date}</span>
                    <div>
                        {match rest {
                            Some(rest) => view! { <p><b>{speaker}</b>{rest}</p> }.into_any(),
                            None => view! { <p>{text}</p> }.into_any(),
                        }}
                        <p class="origin">{origin}{supports}</p>
                    </div>
                </li>
            }
        };
    let newest = item.claims.iter().take(SHOWN_AT_ONCE).map(entry).collect_view();
    let older = item.claims.iter().skip(SHOWN_AT_ONCE).map(entry).collect_view();
    let older_count = item.claims.len().saturating_sub(SHOWN_AT_ONCE);
    let observers = item
        .claims
        .iter()
        .any(|claim| matches!(ACCORD.bearers[usize::from(claim.by)].id, "aot" | "iot" | "icrc"));
    view! {
        <section class="part record">
            <h3>{words.record}<span class="aside">{(words.entries)(item.claims.len())}</span></h3>
            {item.claims.is_empty().then(|| view! { <p>{words.no_entries}</p> })}
            <ol>{newest}</ol>
            {(older_count > 0).then(|| view! {
                <details><summary class="link">{(words.older_entries)(older_count)}</summary><ol>{older}</ol></details>
            })}
            {(!observers).then(|| view! { <p class="origin">{words.observers_silent}</p> })}
            <Supported obligation=obligation/>
        </section>
    }
    .into_any()
}

/// What the record supports for each bearer: the baseline.
#[component]
fn Supported(obligation: &'static Obligation) -> impl IntoView {
    let words = desk().words;
    let lines = obligation.duty_numbers().map(|duty| {
        let place = ACCORD.duty(duty);
        let status = place.baseline.status;
        let basis = words.basis_word(place.baseline.basis).to_owned();
        let as_of = place.baseline.as_of.map(|moment| format!(", {}", words.moment(moment))).unwrap_or_default();
        view! {
            <li><Glyph status=status/><span>{ACCORD.bearer_of(duty).short}": "<b>{words.status(status, obligation.kind)}</b><small>" "{basis}{as_of}</small></span></li>
        }
    });
    (!obligation.text_awaited).then(|| {
        view! {
            <div class="supported"><h4>{words.record_supports}</h4><ul>{lines.collect_view()}</ul></div>
        }
    })
}

/// Lineage and dependencies, in both directions, and each party's order of steps.
fn connections(desk: Desk, number: u16, prose: &Prose) -> AnyView {
    let words = desk.words;
    let item = &prose.obligations[usize::from(number)];
    let backwards = |of: &dyn Fn(&ObligationProse) -> bool| -> Vec<u16> {
        let items = prose.obligations.iter().enumerate();
        items
            .filter(|(_, other)| of(other))
            .map(|(place, _)| place as u16)
            .collect()
    };
    let mut lines: Vec<(String, Vec<u16>)> = vec![
        (words.depends_on.to_owned(), item.depends_on.clone()),
        (
            words.needed_by.to_owned(),
            backwards(&|other| other.depends_on.contains(&number)),
        ),
    ];
    for (relation, (forward, backward)) in words.relations.iter().enumerate() {
        let relation = relation as u8;
        let to = item
            .lineage
            .iter()
            .filter(|one| one.relation == relation)
            .map(|one| one.to)
            .collect();
        lines.push(((*forward).to_owned(), to));
        let from = backwards(&|other| {
            other
                .lineage
                .iter()
                .any(|one| one.relation == relation && one.to == number)
        });
        lines.push(((*backward).to_owned(), from));
    }
    lines.retain(|(_, numbers)| !numbers.is_empty());
    if lines.is_empty() && item.orders.is_empty() {
        return ().into_any();
    }
    let lines = lines.into_iter().map(|(label, numbers)| {
        let tags: Vec<AnyView> = numbers.into_iter().map(|number| obligation_tag(desk, number)).collect();
        view! { <div class="line"><dt>{label}</dt><dd>{tags}</dd></div> }
    });
    let orders = item.orders.iter().map(|order| {
        let name = ACCORD.bearers[usize::from(order.by)].name;
        let mut steps: Vec<AnyView> = Vec::new();
        for (place, step) in order.steps.iter().enumerate() {
            if place > 0 {
                steps.push(view! { <span class="then">" → "<span class="hidden-name">{words.then}</span></span> }.into_any());
            }
            for (side, &number) in step.iter().enumerate() {
                if side > 0 {
                    steps.push(view! { <span>{words.alongside}</span> }.into_any());
                }
                steps.push(obligation_tag(desk, number));
            }
        }
        let note = (!order.note.is_empty()).then(|| order.note.clone());
        view! { <div class="line"><dt>{(words.order_of)(name)}</dt><dd>{steps}{note.map(|note| view! { <small class="below">{note}</small> })}</dd></div> }
    });
    view! {
        <section class="part connections">
            <h3>{words.connections}</h3>
            <dl>{lines.collect_view()}{orders.collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Events that bear on the obligation, oldest first.
fn events(desk: Desk, number: u16, prose: &Prose) -> AnyView {
    let words = desk.words;
    let bearing: Vec<_> = prose
        .events
        .iter()
        .filter(|event| event.bears_on.contains(&number))
        .collect();
    if bearing.is_empty() {
        return ().into_any();
    }
    let lines = bearing.into_iter().map(|event| {
        let date = Moment::parse(&event.date).map(|date| words.moment(date)).unwrap_or_default();
        view! {
            <li>
                <span class="date">{date}</span>
                <div><p>{event.text.clone()}</p>{event.contested.then(|| view! { <p class="origin">{words.contested}</p> })}</div>
            </li>
        }
    });
    view! { <section class="part record"><h3>{words.events}</h3><ol>{lines.collect_view()}</ol></section> }.into_any()
}

/// Where all of it is said.
fn sources(desk: Desk, item: &ObligationProse, prose: &Prose) -> AnyView {
    let words = desk.words;
    let mut ids: Vec<&String> = item.sources.iter().collect();
    ids.extend(item.readings.iter().flat_map(|reading| &reading.sources));
    ids.extend(item.claims.iter().flat_map(|claim| &claim.sources));
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(id.as_str()));
    let lines = ids.into_iter().filter_map(|id| prose.sources.get(id).map(|source| (id, source))).map(|(id, source)| {
        let title = source.title.clone();
        let linked = if source.url.is_empty() {
            view! { <span lang=source.language.clone()>{title}</span> }.into_any()
        } else {
            view! { <a href=source.url.clone() target="_blank" rel="noopener noreferrer">{title}</a> }.into_any()
        };
        let opening = source.opening.then(|| format!(" ({})", words.opening_read));
        view! { <li><small>{id.clone()}</small><span>{linked}<small>" "{source.publisher.clone()}{opening}</small></span></li> }
    });
    view! {
        <section class="part sources">
            <details><summary><h3>{words.sources}</h3></summary><ul>{lines.collect_view()}</ul></details>
        </section>
    }
    .into_any()
}
