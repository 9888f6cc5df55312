//! Assessing an obligation in the detail: status, basis, day, note, evidence, for each bearer in equal columns.

use crate::accord::ACCORD;
use crate::browser::document;
use crate::catalogue::moment::{format_date, parse_date};
use crate::catalogue::{Basis, DutyNumber, Extent, Status};
use crate::review::{Change, Evidence};
use crate::share::{visible, visible_lines};
use crate::ui::desk::{Desk, ToastAction, desk};
use crate::ui::grid::open_menu;
use crate::ui::parts::{Glyph, Icon};
use leptos::prelude::*;

/// The assessment of an obligation, one column for each bearer.
#[component]
pub fn Assess(number: u16) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let obligation = &ACCORD.obligations[usize::from(number)];
    let title = move || {
        if desk.snapshot.with(Option::is_some) {
            words.later().in_this_snapshot
        } else {
            words.later().your_assessment
        }
    };
    let columns = obligation.duty_numbers().map(|duty| {
        move || {
            if desk.can_change(obligation) {
                view! { <Column duty=duty/> }.into_any()
            } else {
                view! { <div class="column"><h4>{words.bearer_short_of(duty)}</h4><Plain duty=duty/></div> }.into_any()
            }
        }
    });
    view! {
        <section class="part assess">
            <h3>{title}<span class="aside">{move || (!desk.can_change(obligation)).then_some(words.later().read_only)}</span></h3>
            {obligation.text_awaited.then(|| view! { <p>{words.locked}</p> })}
            <div class="two">{columns.collect_view()}</div>
        </section>
    }
}

/// A column that can be changed.
#[component]
fn Column(duty: DutyNumber) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let obligation = ACCORD.obligation_of(duty);
    let bearer = words.bearer_of(duty);
    let cell = desk.cell(duty);
    let status = Signal::derive(move || cell.with(|cell| cell.status));
    let word = move || words.status(status.get(), obligation.kind);
    // Memos: what is being typed stays while another tab changes something else of this duty.
    let note = Memo::new(move |_| cell.with(|cell| cell.note.clone()));
    let as_of = Memo::new(move |_| cell.with(|cell| cell.as_of.map(format_date).unwrap_or_default()));
    let field = move |what: &str| format!("{what}-{}", duty.0);
    let reason = RwSignal::new(String::new());
    // The reason goes with the next change and is then used up.
    let change = move |change: Change| {
        let done = desk.change_because(change, reason.get_untracked());
        if done {
            reason.set(String::new());
        }
        done
    };
    let open = move |event: leptos::ev::MouseEvent| {
        if let Some((element, _)) = document::data_of(&event, "data-status-of") {
            open_menu(desk, duty, &element, format!("[data-status-of='{}']", duty.0));
        }
    };
    let bases = Basis::ALL.map(|basis| {
        view! { <option value=basis.name() selected=move || cell.with(|cell| cell.basis == basis)>{words.basis_word(basis)}</option> }
    });
    view! {
        <div class="column" role="group" aria-label=bearer>
            <h4>{words.bearer_short_of(duty)}</h4>
            <div class="fields">
            <button type="button" class="select-like" data-status-of=duty.0.to_string() aria-haspopup="listbox"
                aria-label=move || (words.later().status_of)(bearer, word()) on:click=open>
                <Glyph status=status/><span>{word}</span><Icon name="down"/>
            </button>
            <Show when=move || cell.with(|cell| cell.from_record)>
                <p class="from-record-line">
                    {words.from_record}
                    <button type="button" class="link" on:click=move |_| { desk.change(Change::Confirm(vec![duty])); }>{words.later().confirm_record}</button>
                </p>
            </Show>
            <Show when=move || status.get() == Status::UnderWay>
                <label for=field("extent")>{words.later().extent}</label>
                <select id=field("extent") class="field" on:change=move |event| {
                    let extent = Extent::of_name(&event_target_value(&event));
                    change(Change::SetStatus(vec![duty], Status::UnderWay, extent));
                }>
                    <option value="" selected=move || cell.with(|cell| cell.extent.is_none())>{words.later().extent_unstated}</option>
                    {[Extent::Minimal, Extent::Intermediate].map(|extent| view! {
                        <option value=extent.name() selected=move || cell.with(|cell| cell.extent == Some(extent))>{words.extent_word(extent)}</option>
                    })}
                </select>
            </Show>
            <label for=field("basis")>{words.later().basis}</label>
            <select id=field("basis") class="field" on:change=move |event| {
                if let Some(basis) = Basis::of_name(&event_target_value(&event)) {
                    change(Change::SetBasis(duty, basis));
                }
            }>{bases}</select>
            <label for=field("as-of")>{words.later().as_of}</label>
            <input id=field("as-of") type="date" class="field"
                prop:value=as_of
                on:change=move |event| { change(Change::SetAsOf(duty, parse_date(&event_target_value(&event)))); }/>
            <label for=field("note")>{words.later().note}</label>
            <textarea id=field("note") class="field" rows="3" placeholder=words.later().note_hint
                prop:value=note
                on:change=move |event| save_note(desk, duty, change(Change::SetNote(duty, event_target_value(&event))))></textarea>
            <label for=field("reason")>{words.later().reviews.reason}</label>
            <input id=field("reason") class="field" placeholder=words.later().reviews.reason_hint maxlength="4000"
                prop:value=reason on:input=move |event| reason.set(event_target_value(&event))/>
            <EvidenceList duty=duty reason=reason/>
            <label class="mark">
                <input type="checkbox" prop:checked=move || cell.with(|cell| cell.follow_up)
                    on:change=move |event| { change(Change::SetFollowUp(duty, event_target_checked(&event))); }/>
                {words.later().follow_up}
            </label>
            </div>
            <div class="on-paper"><Plain duty=duty/></div>
        </div>
    }
}

fn save_note(desk: Desk, duty: DutyNumber, changed: bool) {
    if changed {
        let text = (desk.words.later().note_saved)(ACCORD.obligation_of(duty).id);
        desk.say_with(text, Some(ToastAction::Undo));
    }
}

/// Where it can be looked up: addresses of the web, nothing else.
#[component]
fn EvidenceList(duty: DutyNumber, reason: RwSignal<String>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let cell = desk.cell(duty);
    let address = RwSignal::new(String::new());
    let title = RwSignal::new(String::new());
    let date = RwSignal::new(String::new());
    let set = move |all: Vec<Evidence>| {
        if desk.change_because(Change::SetEvidence(duty, all), reason.get_untracked()) {
            reason.set(String::new());
        }
    };
    let refused = RwSignal::new(false);
    let add = move || match Evidence::new(
        &address.get_untracked(),
        &title.get_untracked(),
        parse_date(&date.get_untracked()),
    ) {
        Some(one) => {
            let mut all = cell.with_untracked(|cell| cell.evidence.clone());
            all.push(one);
            set(all);
            address.set(String::new());
            title.set(String::new());
            date.set(String::new());
            refused.set(false);
        }
        None => refused.set(true),
    };
    let list = move || {
        let all = cell.with(|cell| cell.evidence.clone());
        let lines = all.into_iter().enumerate().map(|(place, one)| {
            let remove = move |_| {
                let mut all = cell.with_untracked(|cell| cell.evidence.clone());
                if place < all.len() {
                    all.remove(place);
                    set(all);
                }
            };
            view! {
                <li>
                    <EvidenceLink evidence=one/>
                    <button type="button" class="icon-button" aria-label=words.later().evidence_remove on:click=remove><Icon name="close"/></button>
                </li>
            }
        });
        lines.collect_view()
    };
    view! {
        <h5>{words.later().evidence}</h5>
        <ul class="evidence">{list}</ul>
        <details class="evidence-form">
            <summary class="link">{words.later().evidence_add}</summary>
            <form novalidate on:submit=move |event| { event.prevent_default(); add(); }>
                <label>{words.later().evidence_address}
                    <input class="field" type="url" inputmode="url" aria-invalid=move || refused.get().then_some("true")
                        prop:value=address on:input=move |event| address.set(event_target_value(&event))/>
                </label>
                <p class="refused" role="alert">{move || refused.get().then_some(words.later().evidence_refused)}</p>
                <label>{words.later().evidence_title}
                    <input class="field" prop:value=title on:input=move |event| title.set(event_target_value(&event))/>
                </label>
                <label>{words.later().reviews.evidence_date}
                    <input class="field" type="date" prop:value=date on:input=move |event| date.set(event_target_value(&event))/>
                </label>
                <button type="submit" class="button">{words.later().evidence_add}</button>
            </form>
        </details>
    }
}

/// Evidence as a link: shown by its title, or by the host of its address.
#[component]
fn EvidenceLink(evidence: Evidence) -> impl IntoView {
    let address = evidence.address().to_owned();
    let host = visible(evidence.host());
    // A title says what its author wants: the host says where the link leads.
    let (name, leads) = match evidence.title.as_str() {
        "" => (host, None),
        title => (
            visible(title),
            Some(view! { <small class="host">" "<bdi>{host}</bdi></small> }),
        ),
    };
    let date = evidence
        .date
        .map(|date| view! { <small>" "{desk().words.day(date)}</small> });
    view! { <a href=address.clone() title=visible(&address) target="_blank" rel="noopener noreferrer"><bdi>{name}</bdi></a>{leads}{date} }
}

/// What a column holds, in plain words: where it cannot be changed, and on paper, where a field would cut its text.
#[component]
fn Plain(duty: DutyNumber) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let obligation = ACCORD.obligation_of(duty);
    let cell = desk.cell(duty);
    let status = Signal::derive(move || cell.with(|cell| cell.status));
    let lines = move || {
        cell.with(|cell| {
            let mut lines = Vec::new();
            if cell.from_record {
                lines.push(words.from_record.to_owned());
            }
            if let Some(extent) = cell.extent {
                lines.push(format!("{}: {}", words.later().extent, words.extent_word(extent)));
            }
            if cell.basis != Basis::NotStated {
                lines.push(words.basis_word(cell.basis).to_owned());
            }
            if let Some(day) = cell.as_of {
                lines.push(format!("{} {}", words.later().as_of, words.day(day)));
            }
            if cell.follow_up {
                lines.push(words.later().follow_up.to_owned());
            }
            lines
                .into_iter()
                .map(|line| view! { <p class="origin">{line}</p> })
                .collect_view()
        })
    };
    let note = move || cell.with(|cell| (!cell.note.is_empty()).then(|| visible_lines(&cell.note)));
    let evidence = move || {
        cell.with(|cell| cell.evidence.clone())
            .into_iter()
            .map(|one| view! { <li><EvidenceLink evidence=one/></li> })
            .collect_view()
    };
    view! {
        <p class="plain-status"><Glyph status=status/><b>{move || words.status(status.get(), obligation.kind)}</b></p>
        {lines}
        {move || note().map(|note| view! { <p class="note-text">{note}</p> })}
        <ul class="evidence">{evidence}</ul>
    }
}
