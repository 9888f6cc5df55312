//! The overview: counts by side, theme and text, deadlines, the review against the record, what is most disputed. No score anywhere.
//!
//! One mark is one duty, everywhere on the page, so that two lengths can be compared and nothing is scaled.

use super::{Pack, glyph, titled, without_prose};
use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::catalogue::prose::Prose;
use crate::catalogue::{ClockState, Kind, Status};
use crate::checklist::{Address, Filter, Numbers};
use crate::language::Locale;
use crate::markup::{Element, element, link, told};
use crate::review::counts::{AgainstRecord, Dated, Side, against_record, dated, tally};
use crate::review::{Assessment, Tally};

/// The overview of these assessments, one for each duty in the order of the page.
pub fn overview(words: &Locale, all: &[Assessment], pack: Pack<'_>) -> Element {
    let shares = Side::ALL.map(|side| {
        let duties = usize::from(tally(all, side, |_| true).total());
        (words.later().share_of)(side_name(words, side), duties)
    });
    let assessed = all.iter().filter(|one| one.status != Status::NotAssessed).count();
    let cards = element("div")
        .class("cards")
        .child(by_theme(words, all))
        .child(against(words, &against_record(all)))
        .child(deadlines(words))
        .child(disputed(words, pack));
    element("div")
        .class("overview")
        .child(told("h1", words.views[1]))
        .child(
            told(
                "p",
                (words.later().overview_text)(&shares.join(" "), assessed, all.len()),
            )
            .class("lead"),
        )
        .child(by_side(words, all))
        .child(cards)
        .child(by_text(words, all))
}

fn card(title: &str) -> Element {
    element("section").class("card").child(told("h2", title))
}

fn hint(text: impl Into<String>) -> Element {
    told("p", text).class("hint")
}

fn side_name(words: &Locale, side: Side) -> &str {
    match side {
        Side::Party(party) => words.bearer(party),
        Side::Others => words.later().others,
    }
}

/// The filter that shows a side's duties.
fn filter_of(side: Side) -> Filter {
    let mut filter = Filter::default();
    for duty in ACCORD.duties.iter().filter(|duty| side.has(duty)) {
        filter.bearers.insert(duty.bearer);
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
fn word(words: &Locale, status: Status) -> String {
    let names = &words.statuses[status.number()];
    if names.act == names.kept {
        names.act.to_owned()
    } else {
        format!("{} / {}", names.act, names.kept)
    }
}

/// One mark for each duty, by status; the marks of one status are a link to its duties. `told_above`: the count stands over them.
fn marks(words: &Locale, name: &str, counts: Tally, filter: &Filter, told_above: bool) -> Element {
    let present = Status::IN_BARS.into_iter().filter(|&status| counts.count(status) > 0);
    let groups = present.map(|status| {
        let count = counts.count(status);
        let filter = Filter {
            statuses: only(status.number()),
            ..filter.clone()
        };
        let label = (words.later().count_link)(
            name,
            &word(words, status),
            usize::from(count),
            usize::from(counts.total()),
        );
        let drawn = element("span")
            .class(format!("marks {}", status.name()))
            .with("aria-hidden", "true")
            .children((0..count).map(|_| element("i")));
        let above = told_above.then(|| {
            element("span")
                .class("count")
                .child(glyph(status))
                .text(count.to_string())
        });
        element("a")
            .with("href", address_of(filter))
            .with("aria-label", &label)
            .with("title", &label)
            .maybe(above)
            .child(drawn)
    });
    element("div")
        .class("mark-groups")
        .with("role", "group")
        .with("aria-label", name)
        .children(groups)
}

fn by_side(words: &Locale, all: &[Assessment]) -> Element {
    let lines = Side::ALL.map(|side| {
        let counts = tally(all, side, |_| true);
        let name = side_name(words, side);
        let duties = (words.duties)(usize::from(counts.total()));
        let head = element("p").child(told("b", name)).child(told("small", duties));
        element("div")
            .class("side")
            .child(head)
            .child(marks(words, name, counts, &filter_of(side), true))
    });
    let key = Status::IN_BARS.map(|status| element("span").child(glyph(status)).text(word(words, status)));
    card(words.later().by_side)
        .child(hint(words.later().by_side_text))
        .children(lines)
        .child(element("p").class("key").children(key))
        .child(sides_table(words, all))
}

/// The same counts as a table, to read out and to copy.
fn sides_table(words: &Locale, all: &[Assessment]) -> Element {
    let head = Side::ALL.map(|side| told("th", side_name(words, side)).with("scope", "col"));
    let rows = Status::IN_BARS.map(|status| {
        let cells = Side::ALL.map(|side| {
            let count = tally(all, side, |_| true).count(status);
            told("td", count.to_string())
        });
        element("tr")
            .child(told("th", word(words, status)).with("scope", "row"))
            .children(cells)
    });
    let totals = Side::ALL.map(|side| told("td", tally(all, side, |_| true).total().to_string()));
    let total = element("tr")
        .child(told("th", (words.duties)(all.len())).with("scope", "row"))
        .children(totals);
    let head = element("tr")
        .child(told("th", words.later().status).with("scope", "col"))
        .children(head);
    let table = element("table")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows).child(total));
    element("details")
        .class("as-table")
        .child(told("summary", words.later().as_table).class("link"))
        .child(table)
}

/// A table of marks: one line for each of a list of things, a column for each party, a number for the others.
fn lines(
    words: &Locale,
    all: &[Assessment],
    what: &str,
    names: impl Iterator<Item = (String, Filter)>,
    of: impl Fn(usize, u16) -> bool,
) -> Element {
    let [first, second, _] = Side::ALL;
    let rows = names.enumerate().map(|(place, (name, filter))| {
        let mut row = element("tr").child(
            element("th")
                .with("scope", "row")
                .child(link(address_of(filter.clone()), name.clone())),
        );
        for side in [first, second] {
            let counts = tally(all, side, |number| of(place, number));
            let filter = Filter {
                bearers: filter_of(side).bearers,
                ..filter.clone()
            };
            let label = format!("{name}, {}", side_name(words, side));
            let drawn = (counts.total() > 0).then(|| marks(words, &label, counts, &filter, false));
            row = row
                .child(told("td", counts.total().to_string()).class("number"))
                .child(element("td").class("marks-cell").maybe(drawn));
        }
        let others = tally(all, Side::Others, |number| of(place, number)).total();
        let others = if others == 0 {
            "–".to_owned()
        } else {
            others.to_string()
        };
        row.child(told("td", others).class("number"))
    });
    let head = element("tr")
        .child(told("th", what).with("scope", "col"))
        .child(
            told("th", side_name(words, first))
                .with("scope", "colgroup")
                .with("colspan", "2"),
        )
        .child(
            told("th", side_name(words, second))
                .with("scope", "colgroup")
                .with("colspan", "2"),
        )
        .child(told("th", words.later().others).with("scope", "col").class("number"));
    element("table")
        .class("lines")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows))
}

fn by_theme(words: &Locale, all: &[Assessment]) -> Element {
    let names = (0..ACCORD.themes.len()).map(|number| {
        let filter = Filter {
            themes: only(number),
            ..Filter::default()
        };
        (words.theme(number as u8).to_owned(), filter)
    });
    let table = lines(words, all, words.later().filter_theme, names, |place, number| {
        usize::from(ACCORD.obligations[usize::from(number)].theme) == place
    });
    card(words.later().by_theme).child(table)
}

fn by_text(words: &Locale, all: &[Assessment]) -> Element {
    let names = ACCORD.instruments.iter().enumerate().map(|(number, instrument)| {
        let filter = Filter {
            instruments: only(number),
            ..Filter::default()
        };
        (format!("{} {}", instrument.id, words.instrument(number as u8)), filter)
    });
    let table = lines(words, all, words.later().filter_text, names, |place, number| {
        usize::from(ACCORD.obligations[usize::from(number)].instrument) == place
    });
    card(words.later().by_text).child(table)
}

/// Statuses of the table of own against record: all but not assessed.
fn compared() -> impl Iterator<Item = Status> + Clone {
    let all = Status::IN_BARS.into_iter();
    all.filter(|&status| status != Status::NotAssessed)
}

fn against(words: &Locale, counts: &AgainstRecord) -> Element {
    let differ = counts.assessed - counts.same;
    let head = compared().map(|status| {
        let name = told("span", word(words, status)).class("hidden-name");
        element("th").with("scope", "col").child(glyph(status)).child(name)
    });
    let rows = compared().map(|own| {
        let cells = compared().map(|record| {
            let count = counts.table[own.number()][record.number()];
            let class = match (own == record, count) {
                (true, _) => "same",
                (false, 0) => "",
                (false, _) => "differs",
            };
            let shown = if count == 0 { String::new() } else { count.to_string() };
            told("td", shown).class(class)
        });
        let name = element("th")
            .with("scope", "row")
            .child(glyph(own))
            .text(words.status(own, Kind::Act));
        element("tr").child(name).children(cells)
    });
    let head = element("tr")
        .child(told("th", words.later().against_rows).with("scope", "col"))
        .children(head);
    let table = element("table")
        .class("against")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let differences = Filter {
        differs: true,
        ..Filter::default()
    };
    let text = (words.later().against_text)(
        usize::from(counts.assessed),
        usize::from(counts.same),
        usize::from(differ),
    );
    card(words.later().against)
        .child(hint(text))
        .child(table)
        .maybe((differ > 0).then(|| link(address_of(differences), words.later().against_link).class("link")))
}

/// Days that the drawing of lateness shows before and after the deadline at the most.
const EARLIEST: i64 = 4;
const LATEST: i64 = 35;

/// Where a day stands in the drawing of lateness, in hundredths of its width.
fn x(days: i64) -> String {
    let place = days.clamp(-EARLIEST, LATEST) + EARLIEST;
    format!("{}%", 4 + 90 * place / (EARLIEST + LATEST))
}

fn upright(days: i64, class: &'static str) -> Element {
    element("line")
        .with("x1", x(days))
        .with("x2", x(days))
        .with("y1", "0")
        .with("y2", "100%")
        .class(class)
}

fn deadlines(words: &Locale) -> Element {
    let today = ACCORD.edition().as_of;
    let rows = dated(today).into_iter().map(|one| deadline(words, one, today));
    let ticks = [0, 10, 20, 30].map(|days| {
        let said = if days == 0 {
            words.later().deadline.to_owned()
        } else {
            (words.later().days)(days as usize)
        };
        told("text", said)
            .with("x", x(days))
            .with("y", "14")
            .with("text-anchor", "middle")
    });
    let axis = element("svg")
        .with("aria-hidden", "true")
        .with("height", "20")
        .children(ticks);
    let hidden = |name: &str| told("span", name).class("hidden-name");
    let head = element("tr")
        .child(told("th", words.later().obligation).with("scope", "col"))
        .child(told("th", words.later().due_label).with("scope", "col"))
        .child(
            element("th")
                .with("scope", "col")
                .class("lateness")
                .child(hidden(words.later().deadlines))
                .child(axis),
        );
    let table = element("table")
        .class("deadlines")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let scroll = element("div")
        .class("scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", words.later().deadlines)
        .child(table);
    let waiting = |state: &ClockState| {
        matches!(
            state,
            ClockState::Stopped(_) | ClockState::NotStarted | ClockState::Running(_)
        )
    };
    card(words.later().deadlines)
        .child(hint(words.later().deadlines_text))
        .child(scroll)
        .child(told("h3", words.later().running_now))
        .child(undrawn(words, today, waiting))
        .child(told("h3", words.later().undated))
        .child(undrawn(words, today, |state| matches!(state, ClockState::Open)))
}

/// A dated clock: how many days after or before its deadline it was met, or for how long it has been open.
fn deadline(words: &Locale, one: Dated, today: Moment) -> Element {
    let spec = &ACCORD.obligations[usize::from(one.obligation)].clocks[one.clock];
    let clock = spec.read(today);
    let met = clock.met.is_some();
    let line = element("line")
        .with("x1", x(0))
        .with("x2", x(one.days))
        .with("y1", "11")
        .with("y2", "11")
        .class(if met { "met" } else { "open" });
    let dot = met.then(|| {
        element("circle")
            .with("cx", x(one.days))
            .with("cy", "11")
            .with("r", "4")
    });
    let drawing = element("svg")
        .with("aria-hidden", "true")
        .with("height", "22")
        .children([10, 20, 30].map(|days| upright(days, "grid")))
        .child(upright(0, "deadline"))
        .child(line)
        .maybe(dot);
    let sentence = told("span", words.clock_sentence(&clock)).class("lateness-text");
    element("tr")
        .child(element("th").with("scope", "row").child(titled(words, one.obligation)))
        .child(told("td", clock.due.map(|due| words.moment(due)).unwrap_or_default()))
        .child(element("td").class("lateness").child(drawing).child(sentence))
}

/// Obligations whose first clock is as asked, each with what is said of it.
fn undrawn(words: &Locale, today: Moment, wanted: impl Fn(&ClockState) -> bool) -> Element {
    let lines = ACCORD
        .obligations
        .iter()
        .enumerate()
        .filter_map(|(number, obligation)| {
            let spec = obligation.clocks.first()?;
            let clock = spec.read(today);
            let said = if spec.open {
                words.open_of(obligation).to_owned()
            } else {
                words.clock_sentence(&clock)
            };
            wanted(&clock.state).then(|| {
                element("li")
                    .child(titled(words, number as u16))
                    .text(" ")
                    .child(told("small", said))
            })
        });
    element("ul").class("undated").children(lines)
}

/// How many disputed items are shown.
const MOST_DISPUTED: usize = 5;

fn disputed(words: &Locale, pack: Pack<'_>) -> Element {
    let content = match pack {
        Pack::Here(prose) => disputes(words, prose),
        Pack::Waiting => without_prose(words, false),
        Pack::Failed => without_prose(words, true),
    };
    card(words.later().disputed)
        .child(hint(words.later().disputed_text))
        .child(content)
}

fn disputes(words: &Locale, prose: &Prose) -> Element {
    let items = prose.obligations.iter().enumerate();
    let mut items: Vec<(usize, usize)> = items
        .filter(|(_, item)| item.readings.len() == 2)
        .map(|(number, item)| (item.claims.len(), number))
        .collect();
    items.sort_by_key(|&(claims, number)| (std::cmp::Reverse(claims), number));
    let lines = items.into_iter().take(MOST_DISPUTED).map(|(claims, number)| {
        let readings = prose.obligations[number].readings.iter().map(|reading| {
            let date = Moment::parse(&reading.date);
            let date = date.map(|date| format!(", {}", words.moment(date))).unwrap_or_default();
            let by = words.bearer(reading.by);
            element("p")
                .child(told("b", format!("{by}{date}")))
                .text(&*reading.text)
        });
        let head = element("p")
            .class("item")
            .child(titled(words, number as u16))
            .child(told("small", (words.later().sources_count)(claims)));
        element("li")
            .child(head)
            .child(element("div").class("two").children(readings))
    });
    element("ul").class("disputes").children(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_duty_has_its_mark_in_each_of_the_three_parts() {
        let blank = vec![Assessment::default(); ACCORD.duties.len()];
        let html = overview(Locale::english(), &blank, Pack::Waiting).html();
        let others = ACCORD.duties.iter().filter(|duty| Side::Others.has(duty)).count();
        // All three sides above; in the tables by theme and by text the two parties, the others as numbers.
        assert_eq!(html.matches("<i>").count(), 3 * ACCORD.duties.len() - 2 * others);
    }

    #[test]
    fn lateness_is_drawn_within_its_width() {
        for days in [-400, -EARLIEST, 0, 1, LATEST, 400] {
            let place: i64 = x(days).trim_end_matches('%').parse().unwrap();
            assert!((0..=100).contains(&place), "{days}: {place}");
        }
    }
}
