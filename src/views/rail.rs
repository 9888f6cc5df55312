//! The filters: a group for each part of a filter, an option for each of its values with how many it counts; and the filters that are on.

use crate::accord::ACCORD;
use crate::catalogue::{Kind, Status};
use crate::checklist::{Chip, Filter};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use crate::views::{glyph, icon};

/// An option of the filters, by its place in `options`.
pub const OPTION: &str = "data-option";
/// Lifts one of the filters that are on, by its place in `Filter::chips`; `ALL` lifts all.
pub const LIFT: &str = "data-lift";
/// Lifts all filters.
pub const ALL: &str = "all";

/// All options, in the order of the page.
pub fn options() -> Vec<Chip> {
    let to = |count: usize| 0..count as u8;
    let owes = |&bearer: &u8| ACCORD.duties.iter().any(|duty| duty.bearer == bearer);
    to(Status::ALL.len())
        .map(Chip::Status)
        .chain(to(ACCORD.instruments.len()).map(Chip::Instrument))
        .chain(to(ACCORD.themes.len()).map(Chip::Theme))
        .chain(to(ACCORD.bearers.len()).filter(owes).map(Chip::Bearer))
        .chain(to(Kind::ALL.len()).map(Chip::Kind))
        .chain([Chip::FollowUp, Chip::Differs])
        .collect()
}

/// The filters with nothing chosen and nothing assessed. Groups that most readers want are open.
pub fn filters(words: &Locale) -> Element {
    let obligations = || (words.obligations)(ACCORD.obligations.len());
    let duties = || (words.duties)(ACCORD.duties.len());
    let by_obligation = words.counts_obligations;
    let by_duty = words.counts_duties;
    let group = |title: &str, aside: String, hint: &str, is: fn(&Chip) -> bool| {
        let summary = element("summary")
            .with("title", hint)
            .child(icon("chevron"))
            .child(told("h2", title))
            .child(told("span", aside).class("aside"));
        element("details")
            .class("filter-group")
            .child(summary)
            .children(of_kind(words, is))
    };
    let status = group(words.later().filter_status, duties(), by_duty, |chip| {
        matches!(chip, Chip::Status(_))
    });
    let text = group(words.later().filter_text, obligations(), by_obligation, |chip| {
        matches!(chip, Chip::Instrument(_))
    });
    let theme = group(words.later().filter_theme, obligations(), by_obligation, |chip| {
        matches!(chip, Chip::Theme(_))
    });
    let bearer = group(words.later().filter_bearer, duties(), by_duty, |chip| {
        matches!(chip, Chip::Bearer(_))
    });
    let kind = group(words.later().filter_kind, obligations(), by_obligation, |chip| {
        matches!(chip, Chip::Kind(_))
    });
    let marks = of_kind(words, |chip| matches!(chip, Chip::FollowUp | Chip::Differs));
    element("div").children([
        status.flag("open", true),
        text.flag("open", true),
        theme,
        bearer,
        kind,
        element("div").class("filter-group").children(marks),
    ])
}

fn of_kind(words: &Locale, is: fn(&Chip) -> bool) -> impl Iterator<Item = Element> {
    let numbered = options().into_iter().enumerate();
    numbered
        .filter(move |(_, chip)| is(chip))
        .map(|(place, chip)| option(words, place, chip))
}

/// One option: its label and how many it counts.
fn option(words: &Locale, place: usize, chip: Chip) -> Element {
    let label = element("span").class("option-label");
    let obligations = |counts: &dyn Fn(&crate::catalogue::Obligation) -> bool| {
        ACCORD.obligations.iter().filter(|one| counts(one)).count()
    };
    let (label, count) = match chip {
        Chip::Status(number) => {
            let status = Status::ALL[usize::from(number)];
            let label = label.child(glyph(status)).text(words.status(status, Kind::Act));
            let count = match status {
                Status::NotAssessed => ACCORD.duties.len(),
                _ => 0,
            };
            (label, Some(count))
        }
        Chip::Instrument(number) => {
            let instrument = &ACCORD.instruments[usize::from(number)];
            let label = label.text(format!("{} ", instrument.id)).child(day_of(words, number));
            (label, Some(instrument.obligations.len()))
        }
        Chip::Theme(number) => {
            let count = obligations(&|one| one.theme == number);
            (label.text(words.theme(number)), Some(count))
        }
        Chip::Bearer(number) => {
            let count = ACCORD.duties.iter().filter(|duty| duty.bearer == number).count();
            (label.text(words.bearer_in_list(number)), Some(count))
        }
        Chip::Kind(number) => {
            let kind = Kind::ALL[usize::from(number)];
            (
                label.text(words.kind_word(kind)),
                Some(obligations(&|one| one.kind == kind)),
            )
        }
        Chip::FollowUp => (label.text(words.filter_marked), None),
        Chip::Differs => (label.text(words.filter_differs), None),
        Chip::Words => (label, None),
    };
    let input = element("input")
        .with("type", "checkbox")
        .with(OPTION, place.to_string());
    element("label")
        .class("filter-option")
        .child(input)
        .child(label)
        .maybe(count.map(|count| told("span", count.to_string()).class("count")))
}

/// The day of an instrument, small.
pub fn day_of(words: &Locale, instrument: u8) -> Element {
    told(
        "small",
        words.day(ACCORD.instruments[usize::from(instrument)].date.date()),
    )
}

/// The filters that are on, each with how many obligations would be shown without it; empty where there are none.
fn chips(words: &Locale, filter: &Filter, count: impl Fn(&Filter) -> usize) -> Vec<Element> {
    let chips = filter.chips().into_iter().enumerate();
    chips
        .map(|(place, chip)| {
            let name = name(words, chip, filter);
            let label = (words.lift)(&name, count(&filter.without(chip)));
            element("button")
                .class("chip")
                .with("type", "button")
                .with("aria-label", label)
                .with(LIFT, place.to_string())
                .text(name)
                .child(icon("close"))
        })
        .collect()
}

/// The button that lifts all filters.
fn lift_all(words: &Locale, class: &str) -> Element {
    told("button", words.clear_filters)
        .class(class)
        .with("type", "button")
        .with(LIFT, ALL)
}

/// The filters that are on, in a row with a way to lift them all. Nothing where none is on.
pub fn chip_row(words: &Locale, filter: &Filter, count: impl Fn(&Filter) -> usize) -> Option<Element> {
    let chips = chips(words, filter, count);
    let row = element("div").class("chips");
    (!chips.is_empty()).then(|| row.children(chips).child(lift_all(words, "link")))
}

/// Nothing passes a filter: which part of it to lift.
pub fn nothing_found(words: &Locale, filter: &Filter, count: impl Fn(&Filter) -> usize) -> Element {
    let chips = filter.chips().into_iter().zip(chips(words, filter, &count));
    let useful = chips.filter(|(chip, _)| count(&filter.without(*chip)) > 0);
    element("div")
        .class("nothing-found")
        .child(told("h2", words.nothing_found))
        .child(told("p", words.nothing_found_lift))
        .child(element("div").class("chips").children(useful.map(|(_, button)| button)))
        .child(lift_all(words, "button"))
}

fn name(words: &Locale, chip: Chip, filter: &Filter) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_option_can_be_put_in_and_lifted() {
        for chip in options() {
            let mut filter = Filter::default();
            assert!(!filter.has(chip), "{chip:?}");
            filter.toggle(chip);
            assert!(filter.has(chip), "{chip:?}");
            assert_eq!(filter.chips(), [chip]);
            assert_eq!(filter.without(chip), Filter::default());
        }
    }

    #[test]
    fn the_page_has_each_option_once_in_their_order() {
        let html = filters(Locale::english()).html();
        let mut rest = html.as_str();
        for (place, _) in options().iter().enumerate() {
            let (_, after) = rest
                .split_once(&format!("{OPTION}=\"{place}\""))
                .unwrap_or_else(|| panic!("option {place} is not where it should be"));
            rest = after;
        }
        assert!(!rest.contains(OPTION));
        let statuses = html.matches("class=\"glyph").count();
        assert_eq!(statuses, Status::ALL.len());
    }

    #[test]
    fn what_is_on_says_what_would_be_shown_without_it() {
        let filter = Filter {
            words: " <soldiers> ".to_owned(),
            follow_up: true,
            ..Filter::default()
        };
        let count = |filter: &Filter| if filter.follow_up { 3 } else { 0 };
        let drawn = chips(Locale::english(), &filter, count);
        let labels: Vec<_> = drawn
            .iter()
            .map(|chip| chip.attribute("aria-label").unwrap_or_default())
            .collect();
        let words = Locale::english();
        let by_words = (words.lift)(&(words.chip_words)("<soldiers>"), 3);
        assert_eq!(labels, [by_words, (words.lift)(words.filter_marked, 0)]);
        let found = nothing_found(words, &filter, count).html();
        assert!(found.contains("&lt;soldiers&gt;"), "{found}");
        // What would leave nothing still is not offered.
        assert!(!found.contains(words.filter_marked), "{found}");
        assert!(found.contains(&format!("{LIFT}=\"{ALL}\"")), "{found}");
    }
}
