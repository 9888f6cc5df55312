//! The list: instruments as groups, their obligations as rows, one cell for each party.

use crate::accord::ACCORD;
use crate::browser::window;
use crate::catalogue::{ClockState, DutyNumber, Margin, Moment, Numbering, Obligation, PARTIES};
use crate::checklist::{Arrangement, Grouping, Heading, Order, Section, arrange, first_rows};
use crate::language::Locale;
use crate::review::{Assessment, Tally};
use crate::share::named;
use crate::ui::bar::Bar;
use crate::ui::cell::Cell;
use crate::ui::desk::{Desk, Sheet, desk};
use crate::ui::grid;
use crate::ui::parts::Icon;
use crate::ui::rail::{Chips, NothingFound};
use leptos::attr::custom::{CustomAttr, custom_attribute};
use leptos::prelude::*;

/// So many rows stand in the page at most, until the reader asks for more: what a change costs then does not grow with the catalogue.
/// The accord has fewer obligations, so all of them are there, to be searched by the browser and to be printed.
pub const MOST_ROWS: usize = 150;

/// The list with its head.
#[component]
pub fn List() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let all = ACCORD.obligations.len();
    let shown = move || (words.shown)(desk.shown.get(), all);
    let title = move || match desk.snapshot.get() {
        Some(snapshot) if snapshot.title.is_empty() => words.snapshot.to_owned(),
        Some(snapshot) => (words.snapshot_of)(&named(&snapshot.title)),
        None => words.views[0].to_owned(),
    };
    let arrangement = Memo::new(move |_| desk.address.with(|address| address.arrangement));
    // Rows are built once for an arrangement: a change of a status or of the filter leaves them where they are.
    let sections = move || {
        let sections = arrange(&ACCORD, arrangement.get(), |duty| {
            desk.cell(duty)
                .with_untracked(|cell| (cell.status, cell.changed.number()))
        });
        let groups = in_page(desk, sections)
            .into_iter()
            .enumerate()
            .map(|(place, (section, rows))| view! { <Group first=place == 0 section=section rows=rows/> });
        groups.collect_view()
    };
    view! {
        <section class="list" id="list" tabindex="-1" aria-label=words.views[0]>
            <div class="list-head">
                <div>
                    <h1>{title}</h1>
                    <p class="shown" role="status">{shown}</p>
                </div>
                <Arrange/>
            </div>
            <Chips/>
            <div
                class="grid"
                role="treegrid"
                aria-label=words.views[0]
                on:click=move |event| grid::on_click(desk, &event)
                on:keydown=move |event| grid::on_key(&event)
                on:focusin=move |_| grid::on_focus()
            >
                <div class="column-heads" role="row">
                    <span role="columnheader" class="wide">{words.obligation}</span>
                    {PARTIES.map(|party| view! { <span role="columnheader">{words.bearer(party)}</span> })}
                </div>
                {sections}
            </div>
            <More/>
            <NothingFound/>
        </section>
    }
}

/// The groups with the obligations whose rows stand in the page: all, or of a large catalogue the first that pass the filter.
fn in_page(desk: Desk, sections: Vec<Section>) -> Vec<(Section, Vec<u16>)> {
    let all = |section: Section| {
        let rows = section.obligations.clone();
        (section, rows)
    };
    if ACCORD.obligations.len() <= MOST_ROWS {
        return sections.into_iter().map(all).collect();
    }
    let visible = |number: u16| {
        let row = desk.visible.with_value(|visible| visible[usize::from(number)]);
        row.get_untracked()
    };
    first_rows(sections, desk.rows.get(), visible)
}

/// More rows, where not all that pass the filter stand in the page.
#[component]
fn More() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let left = Memo::new(move |_| match ACCORD.obligations.len() <= MOST_ROWS {
        true => 0,
        false => desk.shown.get().saturating_sub(desk.rows.get()),
    });
    view! {
        <p class="more" hidden=move || left.get() == 0>
            <button type="button" class="button" on:click=move |_| desk.rows.update(|rows| *rows += MOST_ROWS)>
                {move || (words.more_rows)(left.get().min(MOST_ROWS), left.get())}
            </button>
        </p>
    }
}

/// What stands on paper and not on the screen: whose it is, of which edition, when and where from.
#[component]
pub fn PrintHead() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let now = RwSignal::new(0);
    Effect::new(move |_| {
        let tell = move || now.set(window::now() as i64);
        tell();
        window::on_print(tell);
    });
    let line = move || {
        let moment = now.get();
        (moment > 0).then(|| {
            let moment = words.moment(Moment::of_milliseconds(moment));
            (words.printed)(&(words.edition)(ACCORD.edition().version), &moment)
        })
    };
    let place = move || {
        desk.ready.get().then(|| {
            let fragment = desk.address.with(|address| address.write(&ACCORD));
            match desk.snapshot.with(Option::is_none) && !fragment.is_empty() {
                true => format!("{}#{fragment}", window::address()),
                false => window::address(),
            }
        })
    };
    // An opened snapshot says in its banner whose it is.
    let whose = move || {
        let own = desk.snapshot.with(Option::is_none);
        desk.head.with(|head| {
            head.name
                .as_deref()
                .filter(|_| own)
                .map(|name| view! { <b>{named(name)}</b><br/> })
        })
    };
    view! { <p class="print-head">{whose}{line}<br/>{place}</p> }
}

/// How the list is grouped and ordered; and setting all that is shown at once.
#[component]
fn Arrange() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let now = move || desk.address.with(|address| address.arrangement);
    let groupings = Grouping::ALL.into_iter().zip(words.groupings).map(|(group, word)| {
        view! { <option value=group.name() prop:selected=move || now().group == group>{word}</option> }
    });
    let orders = Order::ALL.into_iter().zip(words.orders).map(|(order, word)| {
        view! { <option value=order.name() prop:selected=move || now().order == order>{word}</option> }
    });
    view! {
        <div class="arrange">
            <label><span>{words.group_by}</span>
                <select class="field" on:change=move |event| {
                    let group = Grouping::of_name(&event_target_value(&event)).unwrap_or_default();
                    desk.set_arrangement(Arrangement { group, ..now() });
                }>{groupings.collect_view()}</select>
            </label>
            <label><span>{words.order_by}</span>
                <select class="field" on:change=move |event| {
                    let order = Order::of_name(&event_target_value(&event)).unwrap_or_default();
                    desk.set_arrangement(Arrangement { order, ..now() });
                }>{orders.collect_view()}</select>
            </label>
            <button type="button" class="button" disabled=move || desk.snapshot.with(Option::is_some) || desk.shown.get() == 0
                on:click=move |_| desk.sheet.set(Some(Sheet::SetMany))>{words.set_many}</button>
            <button type="button" class="icon-button" aria-label=words.print title=words.print on:click=move |_| window::print()><Icon name="print"/></button>
        </div>
    }
}

/// A group of obligations. Hidden where none of them passes the filter.
#[component]
fn Group(first: bool, section: Section, rows: Vec<u16>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let Section { heading, obligations } = section;
    let visible: Vec<RwSignal<bool>> = desk
        .visible
        .with_value(|visible| rows.iter().map(|&number| visible[usize::from(number)]).collect());
    let count = obligations.len();
    let empty = move || !visible.iter().any(|row| row.get());
    let collapsed = RwSignal::new(false);
    let (short, title, _) = name_of(words, heading);
    let sub = move || {
        let (_, _, aside) = desk.dated(|| name_of(words, heading));
        format!("{aside}{}", (words.obligations)(count))
    };
    let bars = PARTIES.into_iter().map(|party| {
        let tally = tally_of(desk, heading, &obligations, party);
        let not_assessed = move || {
            let tally = tally.get();
            (words.not_assessed_of)(usize::from(tally.count(Default::default())), usize::from(tally.total()))
        };
        view! {
            <div role="gridcell" class="group-bar">
                <span class="party-name">{words.bearer(party)}</span>
                <Bar party=words.bearer(party) tally=tally/>
                <span class="caption">{not_assessed}</span>
            </div>
        }
    });
    let items = rows.iter().map(|&number| {
        view! { <Row number=number obligation=&ACCORD.obligations[usize::from(number)]/> }
    });
    let expanded = move || if collapsed.get() { "false" } else { "true" };
    view! {
        <div class="group" role="rowgroup" hidden=empty class:collapsed=move || collapsed.get()>
            <div class="group-head" role="row" {..level("1")} aria-expanded=expanded>
                <div role="rowheader">
                    <button
                        type="button"
                        class="toggle"
                        tabindex=if first { "0" } else { "-1" }
                        aria-expanded=expanded
                        aria-label=(words.collapse)(&title)
                        on:click=move |_| collapsed.update(|is| *is = !*is)
                    >
                        <Icon name="chevron"/>
                        {short}
                    </button>
                </div>
                <div role="gridcell" class="group-title">
                    <h2>{title}</h2>
                    <p>{sub}</p>
                </div>
                {bars.collect_view()}
            </div>
            {items.collect_view()}
        </div>
    }
}

/// The short name of a group, its title, and what stands before its count.
fn name_of(words: &Locale, heading: Heading) -> (String, String, String) {
    let plain = |title: &str| (String::new(), title.to_owned(), String::new());
    match heading {
        Heading::Instrument(number) => {
            let instrument = &ACCORD.instruments[usize::from(number)];
            let day = format!("{} · ", words.day(instrument.date.date()));
            (instrument.id.to_owned(), words.instrument(number).to_owned(), day)
        }
        Heading::Theme(number) => plain(words.theme(number)),
        Heading::BothParties => plain(&PARTIES.map(|party| words.bearer(party)).join(", ")),
        Heading::Party(number) => plain(words.bearer(number)),
        Heading::Others => plain(words.others),
        Heading::Status(status) => {
            let word = &words.statuses[status.number()];
            if word.act == word.kept {
                plain(word.act)
            } else {
                plain(&format!("{} / {}", word.act, word.kept))
            }
        }
        Heading::Mixed => plain(words.mixed),
    }
}

/// The counts of a party's duties in a group.
fn tally_of(desk: Desk, heading: Heading, obligations: &[u16], party: u8) -> Signal<Tally> {
    if let Heading::Instrument(number) = heading {
        return desk
            .tallies
            .with_value(|tallies| tallies[usize::from(number)][usize::from(party)])
            .into();
    }
    let duties = obligations
        .iter()
        .flat_map(|&number| ACCORD.obligations[usize::from(number)].duty_numbers());
    let cells: Vec<RwSignal<Assessment>> = duties
        .filter(|&duty| ACCORD.duty(duty).bearer == party)
        .map(|duty| desk.cell(duty))
        .collect();
    Memo::new(move |_| Tally::of(cells.iter().map(|cell| cell.with(|cell| cell.status)))).into()
}

/// An obligation: id, title and what must be known at once, then a cell for each party.
#[component]
fn Row(number: u16, obligation: &'static Obligation) -> impl IntoView {
    let desk = desk();
    let visible = desk.visible.with_value(|visible| visible[usize::from(number)]);
    let duties: Vec<DutyNumber> = obligation.duty_numbers().collect();
    let of_party = |party: u8| duties.iter().copied().find(|&duty| ACCORD.duty(duty).bearer == party);
    let parties = PARTIES.map(of_party);
    let others: Vec<DutyNumber> = duties
        .iter()
        .copied()
        .filter(|&duty| !PARTIES.contains(&ACCORD.duty(duty).bearer))
        .collect();
    let joint = parties.iter().all(Option::is_none);
    view! {
        <div
            class="row"
            role="row"
            {..level("2")}
            id=obligation.id
            data-obligation=number.to_string()
            hidden=move || !visible.get()
            aria-selected=move || if desk.open.get() == Some(number) { "true" } else { "false" }
        >
            <span role="rowheader" class="id">{obligation.id}</span>
            <div role="gridcell" class="what">
                <a class="title" href=format!("#{}", obligation.id) tabindex="-1" data-open=number.to_string() lang=desk.words.lang_of(desk.words.title(number))>{desk.words.title(number)}</a>
                <Meta obligation=obligation/>
                <p class="text" lang=desk.words.row_lang(number)>{desk.words.row_text(number)}</p>
            </div>
            {(!joint).then(|| parties.map(|duty| view! { <PartyCell duty=duty/> }))}
            {(!others.is_empty()).then(|| view! {
                <div role="gridcell" class="joint" {..custom_attribute("aria-colspan", "2")}>
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
    let desk = desk();
    let words = desk.words;
    let paragraph = words.paragraph_word(obligation.paragraph);
    let working = obligation.numbering == Numbering::Working;
    let due = obligation.clocks.first().and_then(|spec| spec.due());
    let due = due.map(|due| move || (words.due)(&desk.dated(|| words.moment(due))));
    let open = Some(words.open_of(obligation)).filter(|open| !open.is_empty());
    let late = obligation
        .clock(ACCORD.edition().as_of)
        .and_then(|clock| match clock.state {
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
            {open.map(|open| view! { <span>{(words.due_words)(open)}</span> })}
            {late.map(|late| view! { <span class="late">{late}</span> })}
            {obligation.appeal.then(|| view! { <span>{words.appeal}</span> })}
            {obligation.text_awaited.then(|| view! { <span>{words.text_awaited}</span> })}
        </p>
    }
}

/// The level of a row in the tree, which the markup macro has no word for.
fn level(number: &'static str) -> CustomAttr<&'static str, &'static str> {
    custom_attribute("aria-level", number)
}
