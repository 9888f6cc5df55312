//! The list: instruments as groups, their obligations as rows, one cell for each party.

use crate::accord::ACCORD;
use crate::catalogue::{ClockState, DutyNumber, Instrument, Margin, Numbering, Obligation, PARTIES};
use crate::ui::bar::Bar;
use crate::ui::cell::Cell;
use crate::ui::desk::desk;
use crate::ui::parts::Icon;
use crate::ui::rail::{Chips, NothingFound};
use crate::ui::welcome::Welcome;
use crate::ui::{grid, prerender};
use leptos::prelude::*;

/// The list with its head.
#[component]
pub fn List() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let all = ACCORD.obligations.len();
    let shown = move || (words.shown)(desk.shown.get(), all);
    let title = move || match desk.snapshot.get() {
        Some(snapshot) if snapshot.title.is_empty() => words.snapshot.to_owned(),
        Some(snapshot) => (words.snapshot_of)(&snapshot.title),
        None => words.views[0].to_owned(),
    };
    let groups = ACCORD.instruments.iter().enumerate().map(|(number, instrument)| {
        view! { <Group number=number instrument=instrument/> }
    });
    view! {
        <section class="list" id="list" tabindex="-1" aria-label=words.views[0]>
            <Welcome/>
            <div class="list-head">
                <div>
                    <h1>{title}</h1>
                    <p class="shown" role="status">{shown}</p>
                </div>
            </div>
            <Chips/>
            <div
                class="grid"
                role="treegrid"
                aria-label=words.views[0]
                on:click=move |event| grid::on_click(desk, &event)
                on:keydown=move |event| grid::on_key(desk, &event)
            >
                <div class="column-heads" role="row">
                    <span role="columnheader" class="wide">{words.obligation}</span>
                    {PARTIES.map(|party| view! { <span role="columnheader">{ACCORD.bearers[usize::from(party)].name}</span> })}
                </div>
                {groups.collect_view()}
            </div>
            <NothingFound/>
        </section>
    }
}

/// An instrument with its obligations. Hidden where none of them passes the filter.
#[component]
fn Group(number: usize, instrument: &'static Instrument) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let range = usize::from(instrument.obligations.start)..usize::from(instrument.obligations.end);
    let rows: Vec<RwSignal<bool>> = desk.visible.with_value(|visible| visible[range.clone()].to_vec());
    let count = range.len();
    let empty = move || !rows.iter().any(|row| row.get());
    let collapsed = RwSignal::new(false);
    let tallies = desk.tallies.with_value(|tallies| tallies[number]);
    let bars = PARTIES.into_iter().zip(tallies).map(|(party, tally)| {
        let not_assessed = move || {
            let tally = tally.get();
            (words.not_assessed_of)(usize::from(tally.count(Default::default())), usize::from(tally.total()))
        };
        view! {
            <div role="gridcell" class="group-bar">
                <span class="party-name">{ACCORD.bearers[usize::from(party)].name}</span>
                <Bar party=ACCORD.bearers[usize::from(party)].name tally=tally/>
                <span class="caption">{not_assessed}</span>
            </div>
        }
    });
    let items = ACCORD.obligations[range.clone()].iter().zip(range).map(|(obligation, number)| {
        view! { <Row number=number as u16 obligation=obligation/> }
    });
    view! {
        <div class="group" role="rowgroup" hidden=empty class:collapsed=move || collapsed.get()>
            <div class="group-head" role="row" attr:aria-level="1" aria-expanded=move || if collapsed.get() { "false" } else { "true" }>
                <div role="rowheader">
                    <button
                        type="button"
                        class="toggle"
                        tabindex=if number == 0 { "0" } else { "-1" }
                        aria-expanded=move || if collapsed.get() { "false" } else { "true" }
                        aria-label=(words.collapse)(instrument.name)
                        on:click=move |_| collapsed.update(|is| *is = !*is)
                    >
                        <Icon name="chevron"/>
                        {instrument.id}
                    </button>
                </div>
                <div role="gridcell" class="group-title">
                    <h2>{instrument.name}</h2>
                    <p>{words.moment(day_of(instrument))}" · "{(words.obligations)(count)}</p>
                </div>
                {bars.collect_view()}
            </div>
            {items.collect_view()}
        </div>
    }
}

/// The day of an instrument: the hour would say more than a list needs.
fn day_of(instrument: &Instrument) -> crate::catalogue::Moment {
    crate::catalogue::Moment::of_day(instrument.date.date())
}

/// An obligation: id, title and what must be known at once, then a cell for each party.
#[component]
fn Row(number: u16, obligation: &'static Obligation) -> impl IntoView {
    let desk = desk();
    let visible = desk.visible.with_value(|visible| visible[usize::from(number)]);
    let duties: Vec<DutyNumber> = obligation.duty_numbers().collect();
    let of_party = |party: u8| duties.iter().copied().find(|&duty| ACCORD.duty(duty).bearer == party);
    let parties = PARTIES.map(of_party);
    let others: Vec<DutyNumber> =
        duties.iter().copied().filter(|&duty| !PARTIES.contains(&ACCORD.duty(duty).bearer)).collect();
    let joint = parties.iter().all(Option::is_none);
    view! {
        <div
            class="row"
            role="row"
            attr:aria-level="2"
            id=obligation.id
            data-obligation=number.to_string()
            hidden=move || !visible.get()
            aria-selected=move || if desk.open.get() == Some(number) { "true" } else { "false" }
        >
            <span role="rowheader" class="id">{obligation.id}</span>
            <div role="gridcell" class="what">
                <a class="title" href=format!("#{}", obligation.id) tabindex="-1" data-open=number.to_string()>{obligation.title}</a>
                <Meta obligation=obligation/>
                <p class="text">{prerender::text(number)}</p>
            </div>
            {(!joint).then(|| parties.map(|duty| view! { <PartyCell duty=duty/> }))}
            {(!others.is_empty()).then(|| view! {
                <div role="gridcell" class="joint" attr:aria-colspan="2">
                    {others.into_iter().map(|duty| view! { <Cell duty=duty named=true/> }).collect_view()}
                </div>
            })}
        </div>
    }
}

/// The cell of a party, or words where the item gives it no duty.
#[component]
fn PartyCell(duty: Option<DutyNumber>) -> impl IntoView {
    let words = desk().words;
    view! {
        <div role="gridcell" class="party" class:none=duty.is_none()>
            {duty.map(|duty| view! { <Cell duty=duty/> })}
            {duty.is_none().then_some(words.no_duty)}
        </div>
    }
}

/// Kind, paragraph, deadline and lateness: small, below the title.
#[component]
fn Meta(obligation: &'static Obligation) -> impl IntoView {
    let words = desk().words;
    let paragraph = words.paragraph_word(obligation.paragraph);
    let working = obligation.numbering == Numbering::Working;
    let due = obligation.clocks.first().and_then(|spec| match spec.due() {
        Some(due) => Some((words.due)(&words.moment(due))),
        None if !spec.open.is_empty() => Some((words.due_words)(spec.open)),
        None => None,
    });
    let late = obligation.clock(ACCORD.edition().as_of).and_then(|clock| match clock.state {
        ClockState::Met(Some(margin @ Margin::Late(_))) => Some(words.margin(margin)),
        _ => None,
    });
    view! {
        <p class="meta">
            <span>{words.kind_word(obligation.kind)}</span>
            {(!paragraph.is_empty()).then(|| view! {
                <span class:working=working>
                    {paragraph}{working.then(|| view! { <small>" "{words.numbering_word(Numbering::Working)}</small> })}
                </span>
            })}
            {due.map(|due| view! { <span>{due}</span> })}
            {late.map(|late| view! { <span class="late">{late}</span> })}
            {obligation.appeal.then(|| view! { <span>{words.appeal}</span> })}
            {obligation.text_awaited.then(|| view! { <span>{words.text_awaited}</span> })}
        </p>
    }
}
