//! The comparison as markup: what stands beside what, the counts, the agreement of three and more, and the duties one by one.
//!
//! Choices are radio buttons of the page; the browser marks them, so that nothing is drawn anew at a choice. What a button asks for
//! stands in `data-compare`, words parted by blanks: `swap`, `add`, `drop 2`, `take 3 1` (of instrument 3 all from source 1).

use super::{glyph, opener, value};
use crate::accord::ACCORD;
use crate::catalogue::{Basis, DutyNumber, Status};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use crate::review::agreement::{Metric, Values, alpha, levels, pair, statuses};
use crate::review::compare::{Compared, MOST_SOURCES, SAID, Source, Summary};
use crate::review::{Assessment, Field, Target};

/// What a button of the comparison asks for.
pub const DO: &str = "data-compare";
/// The place of a source, on the control that chooses it.
pub const SOURCE: &str = "data-source";
/// The number of a duty, on the controls that choose what is kept for it.
pub const KEEP: &str = "data-keep";

/// Something that can be compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Which {
    /// The own review as it is now.
    Own,
    /// The own review before a day, by the day's number.
    Before(i32),
    /// Another review of the shelf, by its id.
    Kept(String),
    /// The opened snapshot.
    Link,
    /// What was brought in for the comparison, by its place.
    Added(usize),
    /// The public record.
    Record,
}

/// A part of what can be compared: its number among the words for such parts, and what is in it with its names.
pub type Offers = Vec<(usize, Vec<(Which, String)>)>;

/// A source with a line that says where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Side {
    /// The source.
    pub source: Source,
    /// Where it comes from.
    pub line: String,
}

/// A comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comparison {
    /// What stands beside what, two and more.
    pub sides: Vec<Side>,
    /// The place of the own review among them.
    pub own: Option<usize>,
    /// The public record, where it is not one of them.
    pub record: Option<Source>,
    /// What was found, in the order of the page.
    pub found: Vec<Compared>,
}

impl Which {
    /// Its name as the value of an option.
    pub fn name(&self) -> String {
        match self {
            Which::Own => "own".to_owned(),
            Which::Before(day) => format!("before {day}"),
            Which::Kept(id) => format!("kept {id}"),
            Which::Link => "link".to_owned(),
            Which::Added(place) => format!("added {place}"),
            Which::Record => "record".to_owned(),
        }
    }

    /// What has this name.
    pub fn of_name(name: &str) -> Option<Self> {
        let (kind, rest) = name.split_once(' ').unwrap_or((name, ""));
        Some(match kind {
            "own" => Which::Own,
            "before" => Which::Before(rest.parse().ok()?),
            "kept" => Which::Kept(rest.to_owned()),
            "link" => Which::Link,
            "added" => Which::Added(rest.parse().ok()?),
            "record" => Which::Record,
            _ => return None,
        })
    }
}

impl Comparison {
    /// The duties of which not all say the same.
    pub fn differences(&self) -> impl Iterator<Item = &Compared> {
        self.found.iter().filter(|one| !one.fields.is_empty())
    }

    /// The sources without their lines.
    pub fn sources(&self) -> Vec<Source> {
        self.sides.iter().map(|side| side.source.clone()).collect()
    }
}

fn letter(words: &Locale, place: usize) -> &'static str {
    words.later().compare.letters.get(place).copied().unwrap_or_default()
}

fn badge(words: &Locale, place: usize) -> Element {
    told("span", letter(words, place)).class(format!("letter letter-{place}"))
}

fn button(class: &str, asks: String, text: &str) -> Element {
    told("button", text).with("type", "button").class(class).with(DO, asks)
}

// What stands beside what

/// The controls that choose what is compared.
pub fn choosers(words: &Locale, offers: &Offers, chosen: &[Which]) -> Element {
    let said = &words.later().compare;
    let choosers = chosen.iter().enumerate().map(|(place, now)| {
        let name = (said.source)(letter(words, place));
        let parts = offers.iter().map(|(part, list)| {
            let options = list.iter().map(|(which, name)| {
                let option = told("option", name).with("value", which.name());
                if which == now {
                    option.with("selected", "")
                } else {
                    option
                }
            });
            element("optgroup").with("label", said.offers[*part]).children(options)
        });
        let select = element("select")
            .class("field")
            .with("aria-label", name)
            .with(SOURCE, place.to_string())
            .children(parts);
        let drop = (chosen.len() > 2).then(|| {
            let cross = element("svg").class("icon").with("aria-hidden", "true");
            button("icon-button", format!("drop {place}"), "")
                .with("aria-label", (said.drop)(letter(words, place)))
                .child(cross.child(element("use").with("href", "#i-close")))
        });
        element("li").child(badge(words, place)).child(select).maybe(drop)
    });
    let swap = (chosen.len() == 2).then(|| button("button", "swap".to_owned(), said.swap));
    let more = chosen.len() < MOST_SOURCES;
    let add = more.then(|| button("button", "add".to_owned(), said.add));
    let file = more.then(|| {
        let input = element("input")
            .with("type", "file")
            .with("accept", ".json,application/json");
        told("label", said.add_file).class("button file").child(input)
    });
    element("div")
        .child(
            element("ul")
                .class("choosers")
                .with("aria-label", said.sources)
                .children(choosers),
        )
        .child(element("p").class("form-row").maybe(swap).maybe(add).maybe(file))
}

// Counts and agreement

/// Counts, agreement and the duties: of all, or of those only of which not all say the same.
pub fn body(words: &Locale, comparison: &Comparison, only_differences: bool, choices: &[Option<usize>]) -> Element {
    let agreement = (comparison.sides.len() > 2).then(|| agreement(words, comparison));
    element("div")
        .child(summary(words, comparison))
        .maybe(agreement)
        .child(table(words, comparison, only_differences, choices))
}

fn summary(words: &Locale, comparison: &Comparison) -> Element {
    let said = &words.later().compare;
    let sources = comparison.sides.len();
    let counts = Summary::of(&comparison.found, sources);
    let line = |name: &str, count: usize, class: &str| {
        element("div")
            .class(class)
            .child(told("dt", name))
            .child(told("dd", (said.of)(count, counts.all)))
    };
    let parts: Vec<String> = (said.first.iter().zip(counts.first))
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| word(count))
        .collect();
    let mut differ = line(said.differ, counts.differ, "differ");
    if !parts.is_empty() {
        differ = differ.child(told("dd", parts.join(", ")).class("parts"));
    }
    let only = counts.only.iter().enumerate();
    let only = only.map(|(place, &count)| line(&(said.only)(letter(words, place)), count, "only"));
    let list = element("dl")
        .class("counts")
        .child(line(said.agree, counts.agree, "agree"))
        .child(differ)
        .children(only)
        .child(line(said.nobody[usize::from(sources > 2)], counts.nobody, "nobody"));
    let headline = (said.headline)(comparison.differences().count(), counts.all);
    element("section")
        .class("compare-summary")
        .with("aria-label", said.summary)
        .child(told("h2", headline))
        .child(list)
}

/// How far three and more agree: each two of them, and all by Krippendorff's alpha.
fn agreement(words: &Locale, comparison: &Comparison) -> Element {
    let said = &words.later().compare;
    let sides = &comparison.sides;
    let lists: Vec<Values> = sides.iter().map(|side| statuses(&side.source.assessments)).collect();
    let head = |place: usize, scope: &str| {
        element("th")
            .with("scope", scope)
            .child(badge(words, place))
            .text(" ")
            .text(&sides[place].source.name)
    };
    let rows = (1..sides.len()).map(|row| {
        let cells = (0..sides.len() - 1).map(|column| {
            if column >= row {
                return element("td");
            }
            let counts = pair(&lists[column], &lists[row]);
            told(
                "td",
                match (200 * counts.same + counts.both).checked_div(2 * counts.both) {
                    Some(percent) => (said.pair)(counts.same, counts.both, percent),
                    None => said.pair_none.to_owned(),
                },
            )
        });
        element("tr").child(head(row, "row")).children(cells)
    });
    let columns = element("tr")
        .child(told("th", said.assessor).with("scope", "col"))
        .children((0..sides.len() - 1).map(|place| head(place, "col")));
    let pairs = element("table")
        .child(told("caption", said.agreement_text).class("hint"))
        .child(element("thead").child(columns))
        .child(element("tbody").children(rows));
    let levels: Vec<Values> = sides.iter().map(|side| levels(&side.source.assessments)).collect();
    let figures = [
        (said.nominal, &lists, Metric::Nominal),
        (said.ordinal, &levels, Metric::Ordinal),
    ];
    let figures = figures.map(|(name, lists, metric)| {
        let alpha = alpha(lists, metric);
        let written = alpha.written();
        let text = if written.is_some() {
            said.alpha_text
        } else {
            said.alpha_none
        };
        element("div")
            .child(told("dt", name))
            .child(told("dd", written.unwrap_or_else(|| said.not_defined.to_owned())).class("alpha"))
            .child(told("dd", text(alpha.values, alpha.units, comparison.found.len())))
    });
    let title = (said.agreement)(sides.len());
    element("section")
        .class("common-agreement")
        .with("aria-label", &title)
        .child(told("h2", &title))
        .child(
            element("div")
                .class("scroll")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", said.agreement_text)
                .child(pairs),
        )
        .child(element("dl").class("alphas").children(figures))
        .child(told("p", said.alpha_means).class("hint"))
}

// The duties

fn table(words: &Locale, comparison: &Comparison, only_differences: bool, choices: &[Option<usize>]) -> Element {
    let said = &words.later().compare;
    let shown = |one: &&Compared| !only_differences || !one.fields.is_empty();
    let row = |one: &Compared, first: bool| {
        let choice = choices.get(usize::from(one.duty.0)).copied().flatten();
        duty(words, comparison, one, first, choice)
    };
    let groups: Vec<Element> = (0..ACCORD.instruments.len())
        .filter_map(|number| {
            let of_it = |one: &&Compared| usize::from(ACCORD.obligation_of(one.duty).instrument) == number;
            let all: Vec<&Compared> = comparison.found.iter().filter(of_it).collect();
            let mut last = None;
            let rows: Vec<Element> = all
                .iter()
                .copied()
                .filter(shown)
                .map(|one| {
                    let obligation = ACCORD.duty(one.duty).obligation;
                    row(one, last.replace(obligation) != Some(obligation))
                })
                .collect();
            let head = group(words, comparison, number, &all);
            (!rows.is_empty()).then(|| element("tbody").with("role", "rowgroup").child(head).children(rows))
        })
        .collect();
    if groups.is_empty() {
        return told("p", said.no_difference).class("no-difference");
    }
    let column = |content: Element| content.with("role", "columnheader").with("scope", "col");
    let sides = comparison.sides.iter().enumerate().map(|(place, side)| {
        column(element("th"))
            .class("said")
            .child(badge(words, place))
            .text(" ")
            .child(
                element("span")
                    .child(told("b", &side.source.name))
                    .child(told("small", &side.line)),
            )
    });
    let record = comparison.record.iter();
    let record = record.map(|record| column(told("th", &record.name)).class("said record"));
    let keep = comparison.own.map(|_| column(told("th", said.keep)).class("keep"));
    let head = element("tr")
        .with("role", "row")
        .child(column(told("th", words.later().obligation)).class("what"))
        .child(column(told("th", said.party)).class("party-name"))
        .children(sides)
        .children(record)
        .maybe(keep);
    element("table")
        .class(format!("compared sides-{}", comparison.sides.len()))
        .with("role", "table")
        .with("aria-label", said.table)
        .child(element("thead").with("role", "rowgroup").child(head))
        .children(groups)
}

/// What can be kept of a duty: the own first, then each that says something else.
fn keepable(comparison: &Comparison, own: usize, duty: Option<DutyNumber>) -> Vec<usize> {
    let places = 0..comparison.sides.len();
    let mine = &comparison.sides[own].source;
    let others = places.filter(|&place| {
        let other = &comparison.sides[place].source;
        let differs = |duty| SAID.into_iter().any(|field| mine.differs(other, field, duty));
        place != own && duty.is_none_or(differs)
    });
    std::iter::once(own).chain(others).collect()
}

fn group(words: &Locale, comparison: &Comparison, number: usize, all: &[&Compared]) -> Element {
    let said = &words.later().compare;
    let instrument = &ACCORD.instruments[number];
    let differ = all.iter().filter(|one| !one.fields.is_empty()).count();
    let acts = comparison.own.filter(|_| differ > 0).map(|own| {
        let acts = keepable(comparison, own, None).into_iter().map(|place| {
            let act = match place {
                _ if place == own => said.group_mine.to_owned(),
                _ if comparison.sides.len() == 2 => said.group_theirs.to_owned(),
                _ => (said.group_take)(letter(words, place)),
            };
            button("link", format!("take {number} {place}"), &act)
                .with("aria-label", (said.for_group)(&act, instrument.id))
        });
        element("span").class("group-acts").children(acts)
    });
    let columns =
        2 + comparison.sides.len() + usize::from(comparison.record.is_some()) + usize::from(comparison.own.is_some());
    let head = element("th")
        .with("role", "rowheader")
        .with("scope", "rowgroup")
        .with("colspan", columns.to_string())
        .child(
            element("div")
                .child(told("span", instrument.id).class("id"))
                .child(told("b", words.instrument(number as u8)))
                .child(told("small", (said.group_count)(differ, all.len())))
                .maybe(acts),
        );
    element("tr").class("compared-group").with("role", "row").child(head)
}

fn duty(words: &Locale, comparison: &Comparison, one: &Compared, first: bool, choice: Option<usize>) -> Element {
    let said = &words.later().compare;
    let place = ACCORD.duty(one.duty);
    let obligation = ACCORD.obligation_of(one.duty);
    let bearer = words.bearer_of(one.duty);
    let what = element("th")
        .class("what")
        .with("role", "rowheader")
        .with("scope", "row")
        .child(
            element("div")
                .child(told("span", obligation.id).class("id"))
                .child(opener(place.obligation).text(words.title_of(obligation))),
        );
    let cell = || element("td").with("role", "cell");
    let sides = comparison.sides.iter().enumerate().map(|(place, side)| {
        cell()
            .class(format!("said side-{place}"))
            .child(badge(words, place))
            .children(statement(words, &side.source, one))
    });
    let record = comparison.record.iter().map(|record| {
        cell()
            .class("said record")
            .child(told("span", &*record.name).class("letter of-record"))
            .children(statement(words, record, one))
    });
    let keep = comparison.own.map(|own| {
        let places = keepable(comparison, own, Some(one.duty));
        let cell = cell().class("keep");
        if places.len() < 2 {
            return cell;
        }
        let name = (said.keep_for)(obligation.id, bearer);
        let options = places.into_iter().map(|place| {
            let word = match place {
                _ if place == own => said.mine,
                _ if comparison.sides.len() == 2 => said.theirs,
                _ => letter(words, place),
            };
            let radio = element("input")
                .with("type", "radio")
                .with("name", format!("keep-{}", one.duty.0))
                .with("value", place.to_string())
                .with(KEEP, one.duty.0.to_string());
            let radio = if choice == Some(place) {
                radio.with("checked", "")
            } else {
                radio
            };
            element("label").child(radio).child(told("span", word))
        });
        cell.child(
            element("div")
                .class("segments")
                .with("role", "radiogroup")
                .with("aria-label", name)
                .children(options),
        )
        .child(told("small", said.undecided).class("undecided"))
    });
    element("tr")
        .class(if first { "duty first" } else { "duty" })
        .with("role", "row")
        .child(what)
        .child(cell().class("party-name").text(words.bearer_short_of(one.duty)))
        .children(sides)
        .children(record)
        .maybe(keep)
}

/// What a source says of a duty: status and basis, and whatever else differs.
fn statement(words: &Locale, source: &Source, one: &Compared) -> [Element; 2] {
    let blank = Assessment::default();
    let own = source.of(one.duty).unwrap_or(&blank);
    let target = Target::Duty(one.duty);
    let told_of = |field: Field| value(words, &target, &own.value(field));
    let basis = (own.basis != Basis::NotStated).then(|| told("small", told_of(Field::Basis)));
    let others = [
        (Field::AsOf, words.later().as_of),
        (Field::Note, words.later().note),
        (Field::Evidence, words.later().evidence),
    ];
    let others = others
        .into_iter()
        .filter(|(field, _)| one.fields.contains(field) && own.value(*field) != blank.value(*field))
        .map(|(field, name)| told("small", format!("{name}: {}", told_of(field))));
    let words = element("span")
        .child(told(
            if own.status == Status::NotAssessed { "span" } else { "b" },
            told_of(Field::Status),
        ))
        .maybe(basis)
        .children(others);
    [glyph(own.status), words]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::review::compare::compare;

    #[test]
    fn names_lead_back() {
        let all = [
            Which::Own,
            Which::Before(-3),
            Which::Before(20_434),
            Which::Kept("0192 a".to_owned()),
            Which::Link,
            Which::Added(4),
            Which::Record,
        ];
        for which in all {
            assert_eq!(Which::of_name(&which.name()), Some(which));
        }
        for name in ["", "before", "before x", "added -1", "other"] {
            assert_eq!(Which::of_name(name), None, "{name}");
        }
    }

    fn comparison(lists: &[&[Status]], own: Option<usize>) -> Comparison {
        let side = |statuses: &&[Status]| {
            let mut assessments = vec![Assessment::default(); ACCORD.duties.len()];
            for (one, &status) in assessments.iter_mut().zip(*statuses) {
                one.status = status;
            }
            Side {
                source: Source::of_assessments("a name".to_owned(), assessments),
                line: String::new(),
            }
        };
        let mut comparison = Comparison {
            sides: lists.iter().map(side).collect(),
            own,
            ..Comparison::default()
        };
        comparison.found = compare(&comparison.sources());
        comparison
    }

    #[track_caller]
    fn check(comparison: &Comparison, only_differences: bool, what: &str, times: usize) {
        let html = body(Locale::english(), comparison, only_differences, &[None, Some(1)]).html();
        assert_eq!(html.matches(what).count(), times, "{what}");
    }

    #[test]
    fn what_differs_has_a_row_and_a_choice() {
        let two = comparison(
            &[
                &[Status::Fulfilled, Status::Fulfilled, Status::Suspended],
                &[Status::Fulfilled, Status::Breached, Status::NotAssessed],
            ],
            Some(0),
        );
        check(&two, true, "class=\"duty", 2);
        check(&two, false, "class=\"duty", ACCORD.duties.len());
        check(&two, false, "role=\"radiogroup\"", 2);
        check(&two, true, " checked=", 1);
        check(&two, true, "class=\"common-agreement\"", 0);
        let not_mine = Comparison { own: None, ..two };
        check(&not_mine, true, "role=\"radiogroup\"", 0);
        check(&not_mine, true, "class=\"duty", 2);
    }

    #[test]
    fn three_have_a_table_of_agreement_and_alpha() {
        let (kept, not) = (Status::Fulfilled, Status::Breached);
        let three = comparison(&[&[kept, not], &[kept, not], &[kept, not]], None);
        check(&three, true, "class=\"common-agreement\"", 1);
        check(&three, true, ">1.000<", 2);
        check(&three, true, ">2 of 2 (100%)<", 3);
        check(&three, true, ENGLISH.later().compare.no_difference, 1);
        let same = comparison(&[&[kept], &[kept], &[kept]], None);
        check(&same, true, ENGLISH.later().compare.not_defined, 2);
        check(&same, true, ">1 of 1 (100%)<", 3);
    }
}
