//! Search and filters, and what is said of the edition below them. On a small screen the filters are a drawer.

use crate::accord::ACCORD;
use crate::catalogue::{Kind, Status};
use crate::checklist::{Chip, Filter, Numbers};
use crate::ui::desk::{Desk, Sheet, desk};
use crate::ui::parts::{Glyph, Icon};
use leptos::prelude::*;

/// Search and filters.
#[component]
pub fn Rail() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let edition = ACCORD.edition();
    let open = move || desk.sheet.get() == Some(Sheet::Filters);
    let typed = move || desk.address.with(|address| address.filter.words.clone());
    let on = move || desk.address.with(|address| address.filter.chips().len());
    view! {
        <aside class="rail" aria-label=words.filters>
            <div class="search-row">
                <label class="search">
                    <span class="hidden-name">{words.search}</span>
                    <Icon name="search"/>
                    <input
                        type="search"
                        class="field"
                        placeholder=words.search
                        title=words.search_hint
                        prop:value=typed
                        on:input=move |event| search(desk, event_target_value(&event))
                    />
                    <kbd aria-hidden="true">"/"</kbd>
                </label>
                <button
                    type="button"
                    class="button filter-toggle"
                    aria-expanded=move || if open() { "true" } else { "false" }
                    on:click=move |_| desk.sheet.update(|sheet| *sheet = if sheet.is_none() { Some(Sheet::Filters) } else { None })
                >
                    <Icon name="filter"/>
                    {move || (words.filter_open)(on())}
                </button>
            </div>
            <div class="filters" class:open=open>
                <StatusFilter/>
                <TextFilter/>
                <ThemeFilter/>
                <BearerFilter/>
                <KindFilter/>
                <MarkFilter/>
                <p class="filters-done">
                    <button type="button" class="button primary" on:click=move |_| desk.sheet.set(None)>{words.filter_done}</button>
                </p>
            </div>
            <div class="rail-foot">
                <p><b>{(words.edition)(edition.version)}</b>" · "{move || (words.record_followed_to)(&desk.dated(|| words.moment(edition.as_of)))}</p>
                <p>{words.unofficial}" "{words.private}</p>
            </div>
        </aside>
    }
}

fn search(desk: Desk, typed: String) {
    desk.set_filter(Filter {
        words: typed,
        ..desk.filter()
    });
}

/// Which part of a filter a group of options changes.
type Part = fn(&mut Filter) -> &mut Numbers;

/// A group of options, closed until it is asked for, unless it is one that most readers want.
#[component]
fn FilterGroup(
    title: &'static str,
    aside: String,
    hint: &'static str,
    open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="filter-group" open=open>
            <summary title=hint><Icon name="chevron"/><h2>{title}</h2><span class="aside">{aside}</span></summary>
            {children()}
        </details>
    }
}

/// One option: its label and how many it counts.
#[component]
fn FilterOption(number: u8, part: Part, #[prop(into)] count: Signal<usize>, children: Children) -> impl IntoView {
    let desk = desk();
    let is_on = move || {
        desk.address
            .with(|address| part(&mut address.filter.clone()).has(number))
    };
    let toggle = move |_| {
        let mut filter = desk.filter();
        part(&mut filter).toggle(number);
        desk.set_filter(filter);
    };
    view! {
        <label class="filter-option">
            <input type="checkbox" prop:checked=is_on on:change=toggle/>
            <span class="option-label">{children()}</span>
            <span class="count">{move || count.get()}</span>
        </label>
    }
}

#[component]
fn StatusFilter() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let options = Status::ALL.map(|status| {
        let count = Signal::derive(move || usize::from(desk.total.with(|tally| tally.count(status))));
        view! {
            <FilterOption number=status.number() as u8 part=|filter| &mut filter.statuses count=count>
                <Glyph status=status/>
                {words.status(status, Kind::Act)}
            </FilterOption>
        }
    });
    let aside = (words.duties)(ACCORD.duties.len());
    view! { <FilterGroup title=words.filter_status aside=aside hint=words.counts_duties open=true>{options}</FilterGroup> }
}

#[component]
fn TextFilter() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let options = ACCORD.instruments.iter().enumerate().map(move |(number, instrument)| {
        let count = instrument.obligations.len();
        view! {
            <FilterOption number=number as u8 part=|filter| &mut filter.instruments count=Signal::stored(count)>
                {instrument.id}" "<small>{move || desk.dated(|| words.day(instrument.date.date()))}</small>
            </FilterOption>
        }
    });
    let aside = (words.obligations)(ACCORD.obligations.len());
    view! { <FilterGroup title=words.filter_text aside=aside hint=words.counts_obligations open=true>{options.collect_view()}</FilterGroup> }
}

#[component]
fn ThemeFilter() -> impl IntoView {
    let words = desk().words;
    let options = (0..ACCORD.themes.len() as u8).map(move |number| {
        let count = ACCORD.obligations.iter().filter(|one| one.theme == number).count();
        view! {
            <FilterOption number=number part=|filter| &mut filter.themes count=Signal::stored(count)>{words.theme(number)}</FilterOption>
        }
    });
    let aside = (words.obligations)(ACCORD.obligations.len());
    view! { <FilterGroup title=words.filter_theme aside=aside hint=words.counts_obligations open=false>{options.collect_view()}</FilterGroup> }
}

#[component]
fn BearerFilter() -> impl IntoView {
    let words = desk().words;
    let bearers = (0..ACCORD.bearers.len() as u8).filter_map(|number| {
        let count = ACCORD.duties.iter().filter(|duty| duty.bearer == number).count();
        (count > 0).then_some((number, count))
    });
    let options = bearers.map(|(number, count)| {
        let name = words.bearer_in_list(number);
        view! {
            <FilterOption number=number part=|filter| &mut filter.bearers count=Signal::stored(count)>{name}</FilterOption>
        }
    });
    let aside = (words.duties)(ACCORD.duties.len());
    view! { <FilterGroup title=words.filter_bearer aside=aside hint=words.counts_duties open=false>{options.collect_view()}</FilterGroup> }
}

#[component]
fn KindFilter() -> impl IntoView {
    let words = desk().words;
    let options = Kind::ALL.into_iter().enumerate().map(move |(number, kind)| {
        let count = ACCORD.obligations.iter().filter(|one| one.kind == kind).count();
        view! {
            <FilterOption number=number as u8 part=|filter| &mut filter.kinds count=Signal::stored(count)>{words.kind_word(kind)}</FilterOption>
        }
    });
    let aside = (words.obligations)(ACCORD.obligations.len());
    view! { <FilterGroup title=words.filter_kind aside=aside hint=words.counts_obligations open=false>{options.collect_view()}</FilterGroup> }
}

/// What is marked to follow up, and what differs from the public record.
#[component]
fn MarkFilter() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let marked = move || desk.address.with(|address| address.filter.follow_up);
    let differs = move || desk.address.with(|address| address.filter.differs);
    view! {
        <div class="filter-group">
            <label class="filter-option">
                <input type="checkbox" prop:checked=marked on:change=move |_| desk.set_filter(Filter { follow_up: !marked(), ..desk.filter() })/>
                {words.filter_marked}
            </label>
            <label class="filter-option">
                <input type="checkbox" prop:checked=differs on:change=move |_| desk.set_filter(Filter { differs: !differs(), ..desk.filter() })/>
                {words.filter_differs}
            </label>
        </div>
    }
}

/// The filters that are on, each with what would be shown without it.
#[component]
pub fn Chips() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let chips = move || {
        let filter = desk.address.with(|address| address.filter.clone());
        let chips = filter.chips();
        (!chips.is_empty()).then(|| {
            let chips = chips.into_iter().map(|chip| view! { <LiftChip chip=chip filter=filter.clone()/> });
            view! {
                <div class="chips">
                    {chips.collect_view()}
                    <button type="button" class="link" on:click=move |_| desk.set_filter(Filter::default())>{words.clear_filters}</button>
                </div>
            }
        })
    };
    view! { {chips} }
}

#[component]
fn LiftChip(chip: Chip, filter: Filter) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let name = chip_name(desk, chip, &filter);
    let without = filter.without(chip);
    let count = desk.passing(&without).into_iter().filter(|&passes| passes).count();
    let label = (words.lift)(&name, count);
    view! {
        <button type="button" class="chip" aria-label=label on:click=move |_| desk.set_filter(without.clone())>
            {name}<Icon name="close"/>
        </button>
    }
}

fn chip_name(desk: Desk, chip: Chip, filter: &Filter) -> String {
    let words = desk.words;
    match chip {
        Chip::Words => (words.chip_words)(filter.words.trim()),
        Chip::Status(number) => words.statuses[usize::from(number)].act.to_owned(),
        Chip::Instrument(number) => (words.chip_text)(ACCORD.instruments[usize::from(number)].id),
        Chip::Theme(number) => words.theme(number).to_owned(),
        Chip::Bearer(number) => words.bearer_short(number).to_owned(),
        Chip::Kind(number) => words.kinds[usize::from(number)].to_owned(),
        Chip::FollowUp => words.filter_marked.to_owned(),
        Chip::Differs => words.filter_differs.to_owned(),
    }
}

/// Nothing passes the filter: which one to lift.
#[component]
pub fn NothingFound() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let choices = move || {
        let filter = desk.address.with(|address| address.filter.clone());
        let chips = filter.chips();
        let chips = chips.into_iter().filter_map(|chip| {
            let count = desk
                .passing(&filter.without(chip))
                .into_iter()
                .filter(|&passes| passes)
                .count();
            (count > 0).then(|| view! { <LiftChip chip=chip filter=filter.clone()/> })
        });
        chips.collect_view()
    };
    view! {
        <Show when=move || desk.shown.get() == 0>
            <div class="nothing-found">
                <h2>{words.nothing_found}</h2>
                <p>{words.nothing_found_lift}</p>
                <div class="chips">{choices}</div>
                <button type="button" class="button" on:click=move |_| desk.set_filter(Filter::default())>{words.clear_filters}</button>
            </div>
        </Show>
    }
}
