//! The overview: counts by side, theme and text, deadlines, the review against the record, what is most disputed. No score anywhere.

use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::catalogue::{ClockState, Kind, Status};
use crate::checklist::{Address, Filter, Numbers, Place};
use crate::review::counts::{AgainstRecord, Side, against_record, dated, tally};
use crate::review::{Assessment, Tally};
use crate::ui::desk::{Desk, ProseState, desk};
use crate::ui::parts::Glyph;
use leptos::prelude::*;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let all = Memo::new(move |_| desk.all_shown());
    let lead = move || {
        all.with(|all| {
            let shares: Vec<String> = Side::ALL
                .into_iter()
                .map(|side| (words.share_of)(side_name(desk, side), usize::from(tally(all, side, |_| true).total())))
                .collect();
            let assessed = all.iter().filter(|one| one.status != Status::NotAssessed).count();
            (words.overview_text)(&shares.join(" "), assessed, all.len())
        })
    };
    view! {
        <div class="overview">
            <h1>{words.views[1]}</h1>
            <p class="lead">{lead}</p>
            <section class="card">
                <h2>{words.by_side}</h2>
                <p class="hint">{words.by_side_text}</p>
                {move || all.with(|all| sides(desk, all))}
            </section>
            <div class="cards">
                <section class="card">
                    <h2>{words.by_theme}</h2>
                    {move || all.with(|all| by_theme(desk, all))}
                </section>
                <section class="card">
                    <h2>{words.against}</h2>
                    {move || all.with(|all| against(desk, &against_record(all)))}
                </section>
                <section class="card">
                    <h2>{words.by_text}</h2>
                    {move || all.with(|all| by_text(desk, all))}
                </section>
                <section class="card">
                    <h2>{words.disputed}</h2>
                    <p class="hint">{words.disputed_text}</p>
                    {move || disputed(desk)}
                </section>
            </div>
            <section class="card">
                <h2>{words.deadlines}</h2>
                <p class="hint">{words.deadlines_text}</p>
                {deadlines(desk)}
            </section>
        </div>
    }
}

fn side_name(desk: Desk, side: Side) -> &'static str {
    match side {
        Side::Party(party) => ACCORD.bearers[usize::from(party)].name,
        Side::Others => desk.words.others,
    }
}

/// The filter that shows a side's duties of a status.
fn filter_of(side: Side, status: Option<Status>) -> Filter {
    let mut filter = Filter::default();
    for (number, _) in ACCORD.bearers.iter().enumerate() {
        let in_side = match side {
            Side::Party(party) => usize::from(party) == number,
            Side::Others => ACCORD
                .duties
                .iter()
                .any(|duty| usize::from(duty.bearer) == number && side.has(duty)),
        };
        if in_side {
            filter.bearers.insert(number as u8);
        }
    }
    if let Some(status) = status {
        filter.statuses.insert(status.number() as u8);
    }
    filter
}

fn address_of(filter: Filter) -> String {
    let address = Address {
        filter,
        ..Address::default()
    };
    format!("#{}", address.write(&ACCORD))
}

fn only(number: usize) -> Numbers {
    let mut numbers = Numbers::default();
    numbers.insert(number as u8);
    numbers
}

/// The word for a status where acts and kept duties are counted together.
fn word(desk: Desk, status: Status) -> String {
    let names = &desk.words.statuses[status.number()];
    if names.act == names.kept {
        names.act.to_owned()
    } else {
        format!("{} / {}", names.act, names.kept)
    }
}

/// A bar whose parts lead to their duties. `marked`: a line between any two duties.
fn link_bar(desk: Desk, name: &str, counts: Tally, filter: &Filter, marked: bool) -> AnyView {
    let parts = Status::IN_BARS.into_iter().filter(|&status| counts.count(status) > 0).map(|status| {
        let count = counts.count(status);
        let filter = Filter { statuses: only(status.number()), ..filter.clone() };
        let label = (desk.words.count_link)(name, &word(desk, status), usize::from(count), usize::from(counts.total()));
        let lines = (1..if marked { count } else { 1 }).map(|number| {
            let x = format!("{}%", u32::from(number) * 100 / u32::from(count));
            view! { <line x1=x.clone() x2=x y1="0" y2="100%" class="between"></line> }
        });
        view! {
            <a href=address_of(filter) aria-label=label style:flex-grow=count.to_string()>
                <svg class="bar" class:marked=marked aria-hidden="true">
                    <rect class=status.name() fill=format!("url(#p-{})", status.name()) width="100%" height="100%"></rect>
                    {lines.collect_view()}
                </svg>
            </a>
        }
    });
    view! { <div class="link-bar" role="group" aria-label=name.to_owned()>{parts.collect_view()}</div> }.into_any()
}

fn sides(desk: Desk, all: &[Assessment]) -> AnyView {
    let words = desk.words;
    let lines = Side::ALL.map(|side| {
        let counts = tally(all, side, |_| true);
        let name = side_name(desk, side);
        let key = Status::IN_BARS
            .into_iter()
            .filter(|&status| counts.count(status) > 0)
            .map(|status| {
                let label = (words.count_link)(
                    name,
                    &word(desk, status),
                    usize::from(counts.count(status)),
                    usize::from(counts.total()),
                );
                view! {
                    <a href=address_of(filter_of(side, Some(status))) aria-label=label>
                        <Glyph status=status/>{counts.count(status)}
                    </a>
                }
            });
        view! {
            <div class="side">
                <p><b>{name}</b><small>{(words.duties)(usize::from(counts.total()))}</small></p>
                <div>
                    <p class="side-key">{key.collect_view()}</p>
                    {link_bar(desk, name, counts, &filter_of(side, None), true)}
                </div>
            </div>
        }
    });
    let key = Status::IN_BARS.map(|status| view! { <span><Glyph status=status/>{word(desk, status)}</span> });
    let head = Side::ALL.map(|side| view! { <th scope="col">{side_name(desk, side)}</th> });
    let rows = Status::IN_BARS.map(|status| {
        let cells = Side::ALL.map(|side| view! { <td>{tally(all, side, |_| true).count(status)}</td> });
        view! { <tr><th scope="row">{word(desk, status)}</th>{cells}</tr> }
    });
    let totals = Side::ALL.map(|side| view! { <td>{tally(all, side, |_| true).total()}</td> });
    view! {
        {lines}
        <p class="key">{key}</p>
        <details class="as-table">
            <summary class="link">{words.as_table}</summary>
            <table>
                <thead><tr><th scope="col">{words.status}</th>{head}</tr></thead>
                <tbody>{rows}<tr><th scope="row">{(words.duties)(all.len())}</th>{totals}</tr></tbody>
            </table>
        </details>
    }
    .into_any()
}

/// A table of bars: one line for each of a list of things, one column for each party, numbers for the others.
fn lines(desk: Desk, all: &[Assessment], names: Vec<(String, Filter)>, of: impl Fn(usize, u16) -> bool) -> AnyView {
    let [first, second, _] = Side::ALL;
    let rows = names.into_iter().enumerate().map(|(place, (name, filter))| {
        let cells = [first, second].map(|side| {
            let counts = tally(all, side, |number| of(place, number));
            let filter = Filter { bearers: filter_of(side, None).bearers, ..filter.clone() };
            let label = format!("{name}, {}", side_name(desk, side));
            view! { <td class="number">{counts.total()}</td><td class="bar-cell">{(counts.total() > 0).then(|| link_bar(desk, &label, counts, &filter, false))}</td> }
        });
        let others = tally(all, Side::Others, |number| of(place, number)).total();
        let others = if others == 0 { "–".to_owned() } else { others.to_string() };
        view! { <tr><th scope="row"><a href=address_of(filter)>{name}</a></th>{cells}<td class="number">{others}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <table class="bars">
            <thead><tr>
                <td></td>
                <th scope="col" colspan="2">{side_name(desk, first)}</th>
                <th scope="col" colspan="2">{side_name(desk, second)}</th>
                <th scope="col">{desk.words.others}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn by_theme(desk: Desk, all: &[Assessment]) -> AnyView {
    let names = ACCORD.themes.iter().enumerate();
    let names = names.map(|(number, theme)| {
        (
            theme.name.to_owned(),
            Filter {
                themes: only(number),
                ..Filter::default()
            },
        )
    });
    lines(desk, all, names.collect(), |place, number| {
        usize::from(ACCORD.obligations[usize::from(number)].theme) == place
    })
}

fn by_text(desk: Desk, all: &[Assessment]) -> AnyView {
    let names = ACCORD.instruments.iter().enumerate().map(|(number, instrument)| {
        (
            format!("{} {}", instrument.id, instrument.name),
            Filter {
                instruments: only(number),
                ..Filter::default()
            },
        )
    });
    lines(desk, all, names.collect(), |place, number| {
        usize::from(ACCORD.obligations[usize::from(number)].instrument) == place
    })
}

/// Statuses of the table of own against record: all but not assessed.
fn compared() -> impl Iterator<Item = Status> + Clone {
    Status::IN_BARS
        .into_iter()
        .filter(|&status| status != Status::NotAssessed)
}

fn against(desk: Desk, counts: &AgainstRecord) -> AnyView {
    let words = desk.words;
    let differ = counts.assessed - counts.same;
    let head = compared().map(|status| {
        view! { <th scope="col"><Glyph status=status/><span class="hidden-name">{word(desk, status)}</span></th> }
    });
    let rows = compared().map(|own| {
        let cells = compared().map(|record| {
            let count = counts.table[own.number()][record.number()];
            let is_same = own == record;
            let is_other = !is_same && count > 0;
            let shown = if count == 0 { String::new() } else { count.to_string() };
            view! { <td class:same=is_same class:differs=is_other>{shown}</td> }
        });
        view! { <tr><th scope="row"><Glyph status=own/>{words.status(own, Kind::Act)}</th>{cells.collect_view()}</tr> }
    });
    let differences = Filter {
        differs: true,
        ..Filter::default()
    };
    view! {
        <p class="hint">{(words.against_text)(usize::from(counts.assessed), usize::from(counts.same), usize::from(differ))}</p>
        <table class="against">
            <thead><tr><th scope="col">{words.against_rows}</th>{head.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {(differ > 0).then(|| view! { <a class="link" href=address_of(differences)>{words.against_link}</a> })}
    }
    .into_any()
}

/// Days that the drawing of lateness shows to each side at the most; longer lines end in an arrow.
const WIDEST: i64 = 35;

fn deadlines(desk: Desk) -> AnyView {
    let words = desk.words;
    let today = ACCORD.edition().as_of;
    let rows = dated(today).into_iter().map(|one| {
        let obligation = &ACCORD.obligations[usize::from(one.obligation)];
        let clock = obligation.clocks[one.clock].read(today);
        let due = clock.due.map(|due| words.moment(due)).unwrap_or_default();
        let met = clock.met.is_some();
        let x = |days: i64| format!("{}%", 10 + 85 * (days.clamp(-4, WIDEST) + 4) / (WIDEST + 4));
        view! {
            <tr>
                <th scope="row">{obligation_link(desk, one.obligation)}</th>
                <td>{due}</td>
                <td class="lateness">
                    <svg height="18" aria-hidden="true">
                        <line x1=x(0) x2=x(0) y1="0" y2="18" class="deadline"></line>
                        <line x1=x(0) x2=x(one.days) y1="9" y2="9" class=if met { "met" } else { "open" }></line>
                        {met.then(|| view! { <circle cx=x(one.days) cy="9" r="4"></circle> })}
                    </svg>
                </td>
                <td>{words.clock_sentence(&clock)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let others = |wanted: fn(&ClockState) -> bool| {
        let numbers = ACCORD.obligations.iter().enumerate().filter(|(_, obligation)| {
            obligation
                .clocks
                .first()
                .is_some_and(|spec| wanted(&spec.read(today).state))
        });
        let lines = numbers.map(|(number, obligation)| {
            let spec = &obligation.clocks[0];
            let said = if spec.open.is_empty() {
                words.clock_sentence(&spec.read(today))
            } else {
                format!("“{}”", spec.open)
            };
            view! { <li>{obligation_link(desk, number as u16)}" "<small>{said}</small></li> }
        });
        lines.collect_view()
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.deadlines>
            <table class="deadlines">
                <thead><tr><th scope="col">{words.obligation}</th><th scope="col">{words.deadline}</th><th scope="col" colspan="2"></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <h3>{words.running_now}</h3>
        <ul class="undated">{others(|state| matches!(state, ClockState::Stopped(_) | ClockState::NotStarted | ClockState::Running(_)))}</ul>
        <h3>{words.undated}</h3>
        <ul class="undated">{others(|state| matches!(state, ClockState::Open))}</ul>
    }
    .into_any()
}

/// Id and title of an obligation, as a link that opens it.
fn obligation_link(desk: Desk, number: u16) -> AnyView {
    let obligation = &ACCORD.obligations[usize::from(number)];
    view! {
        <a href=format!("#{}", obligation.id) on:click=move |event| { event.prevent_default(); desk.go_to(Place::Obligation(number)); }>
            <span class="id">{obligation.id}</span>" "{obligation.title}
        </a>
    }
    .into_any()
}

/// How many disputed items are shown.
const MOST_DISPUTED: usize = 5;

fn disputed(desk: Desk) -> AnyView {
    let words = desk.words;
    let ProseState::Here(prose) = desk.prose.get() else {
        return crate::ui::detail::without_prose(desk);
    };
    let mut items: Vec<(usize, usize)> = prose
        .obligations
        .iter()
        .enumerate()
        .filter(|(_, item)| item.readings.len() == 2)
        .map(|(number, item)| (item.claims.len(), number))
        .collect();
    items.sort_by_key(|&(claims, number)| (std::cmp::Reverse(claims), number));
    let lines = items.into_iter().take(MOST_DISPUTED).map(|(claims, number)| {
        let readings = prose.obligations[number].readings.iter().map(|reading| {
            let date = Moment::parse(&reading.date)
                .map(|date| format!(", {}", words.moment(date)))
                .unwrap_or_default();
            view! { <p><b>{ACCORD.bearers[usize::from(reading.by)].name}{date}</b>{reading.text.clone()}</p> }
        });
        view! {
            <li>
                <p class="item">{obligation_link(desk, number as u16)}<small>{(words.sources_count)(claims)}</small></p>
                <div class="two">{readings.collect_view()}</div>
            </li>
        }
    });
    view! { <ul class="disputes">{lines.collect_view()}</ul> }.into_any()
}
