//! The whole page as it is prerendered: of a reader of whom nothing is known, with everything shown and nothing assessed. The program takes it
//! over as it stands and keeps it true (`ui/`); what is not in it comes into the places for it.

use crate::accord::ACCORD;
use crate::catalogue::Status;
use crate::checklist::{Arrangement, Grouping, Order, arrange, first_rows};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use crate::review::{Assessment, Tally};
use crate::views::frame::{act, button, header, tabs};
use crate::views::list::{Group, Shown, column_of, list};
use crate::views::{icon, rail};

/// So many rows stand in the page at most, until the reader asks for more: what a change costs then does not grow with the catalogue.
/// The accord has fewer obligations, so all of them are there, to be searched by the browser and to be printed.
pub const MOST_ROWS: usize = 150;

/// Ids of the places for what is not there at the beginning.
pub mod place {
    /// A banner: of an opened snapshot, or of a damaged link.
    pub const BANNER: &str = "place-banner";
    /// What the reader must know of the store.
    pub const NOTICES: &str = "place-notices";
    /// The filters that are on.
    pub const CHIPS: &str = "place-chips";
    /// That nothing passes the filter.
    pub const NOTHING: &str = "place-nothing";
    /// The open obligation.
    pub const PANE: &str = "place-pane";
    /// A view beside the checklist.
    pub const VIEW: &str = "place-view";
    /// The status menu.
    pub const MENU: &str = "place-menu";
    /// A dialog.
    pub const SHEET: &str = "place-sheet";
    /// The message at the bottom.
    pub const TOAST: &str = "place-toast";
}

/// Whether more obligations are in the catalogue than rows may stand in the page.
pub fn is_large() -> bool {
    ACCORD.obligations.len() > MOST_ROWS
}

/// The page, in its order.
pub fn page(words: &Locale) -> Vec<Element> {
    let skip = told("a", words.later().skip)
        .class("skip")
        .with("href", "#page-content")
        .with(crate::views::ACT, act::SKIP);
    let main = element("main")
        .with("id", "page-content")
        .with("tabindex", "-1")
        .child(room(place::BANNER))
        .child(room(place::NOTICES))
        .child(element("p").class("print-head"))
        .child(welcome(words))
        .child(
            element("div")
                .class("columns")
                .child(side(words))
                .child(checklist(words))
                .child(pane(words)),
        )
        .child(room(place::VIEW))
        .child(element("div").class("menu-area").with("id", place::MENU));
    let toasts = element("div")
        .class("toast-area")
        .with("id", place::TOAST)
        .with("role", "status")
        .with("aria-live", "polite");
    vec![
        skip,
        header(words),
        main,
        tabs(words),
        element("div").class("room sheet").with("id", place::SHEET),
        toasts,
    ]
}

/// A place that is no box of its own: what comes into it stands as if it stood there itself.
fn room(id: &str) -> Element {
    element("div").class("room").with("id", id)
}

/// A short word to who comes for the first time: what this is, and two ways to begin.
fn welcome(words: &Locale) -> Element {
    let way = |name: &'static str, text: &'static str, button: Element| {
        element("div")
            .child(told("h3", name))
            .child(told("p", text))
            .child(button.text(name))
    };
    let blank = button(act::BLANK).class("button primary");
    let record = button(act::RECORD).class("button");
    let ways = element("div")
        .class("ways")
        .child(way(words.later().start_blank, words.later().start_blank_text, blank))
        .child(way(words.later().start_record, words.later().start_record_text, record));
    let inner = element("div")
        .class("welcome-inner")
        .child(told("h2", (words.later().first_title)(ACCORD.obligations.len())))
        .child(told("p", words.later().first_text))
        .child(ways);
    element("section")
        .class("welcome")
        .with("aria-label", words.later().first_label)
        .child(inner)
}

/// Search and filters, and what is said of the edition below them. On a small screen the filters are a drawer.
fn side(words: &Locale) -> Element {
    let field = element("input")
        .with("type", "search")
        .class("field")
        .with("placeholder", words.later().search)
        .with("title", words.later().search_hint);
    let search = element("label")
        .class("search")
        .child(told("span", words.later().search).class("hidden-name"))
        .child(icon("search"))
        .child(field)
        .child(told("kbd", "/").with("aria-hidden", "true"));
    let toggle = button(act::FILTERS)
        .class("button filter-toggle")
        .with("aria-expanded", "false")
        .child(icon("filter"))
        .child(told("span", (words.filter_open)(0)));
    let done = element("p").class("filters-done").child(
        button(act::CLOSE)
            .class("button primary")
            .text(words.later().filter_done),
    );
    element("aside")
        .class("rail")
        .with("aria-label", words.later().filters)
        .child(element("div").class("search-row").child(search).child(toggle))
        .child(element("div").class("filters").child(rail::filters(words)).child(done))
        .child(foot(words))
}

/// What is said of the edition, and of the page.
fn foot(words: &Locale) -> Element {
    let edition = ACCORD.edition();
    let followed = told("span", (words.record_followed_to)(&words.moment(edition.as_of))).class("followed");
    element("div")
        .class("rail-foot")
        .child(
            element("p")
                .child(told("b", (words.edition)(edition.version)))
                .text(" · ")
                .child(followed),
        )
        .child(
            told("p", words.later().unofficial)
                .text(" ")
                .text(words.later().private),
        )
}

/// The list with its head.
fn checklist(words: &Locale) -> Element {
    let all = ACCORD.obligations.len();
    let shown = told("p", (words.shown)(all, all)).class("shown").with("role", "status");
    let head = element("div")
        .class("list-head")
        .child(element("div").child(told("h1", words.views[0])).child(shown))
        .child(arranging(words));
    let grid = rows(words)
        .class("grid")
        .with("role", "treegrid")
        .with("aria-label", words.views[0]);
    element("section")
        .class("list")
        .with("id", "list")
        .with("tabindex", "-1")
        .with("aria-label", words.views[0])
        .child(head)
        .child(element("div").with("id", place::CHIPS))
        .child(grid)
        .child(more(words))
        .child(element("div").with("id", place::NOTHING))
}

/// How the list is grouped and ordered; and setting all that is shown at once.
fn arranging(words: &Locale) -> Element {
    let choice = |class: &str, label: &'static str, options: Vec<(&'static str, &'static str)>| {
        let options = options
            .into_iter()
            .map(|(value, word)| told("option", word).with("value", value));
        let field = element("select").class(format!("field {class}")).children(options);
        element("label").child(told("span", label)).child(field)
    };
    let groupings = Grouping::ALL
        .into_iter()
        .map(Grouping::name)
        .zip(words.later().groupings);
    let orders = Order::ALL.into_iter().map(Order::name).zip(words.later().orders);
    let print = button(act::PRINT)
        .class("icon-button")
        .with("aria-label", words.later().print)
        .with("title", words.later().print)
        .child(icon("print"));
    element("div")
        .class("arrange")
        .child(choice("group-by", words.later().group_by, groupings.collect()))
        .child(choice("order-by", words.later().order_by, orders.collect()))
        .child(
            button(act::SET_MANY)
                .class("button set-many")
                .text(words.later().set_many),
        )
        .child(print)
}

/// More rows, where not all that pass the filter stand in the page.
fn more(words: &Locale) -> Element {
    let left = ACCORD.obligations.len().saturating_sub(MOST_ROWS);
    let text = (words.more_rows)(left.min(MOST_ROWS), left);
    element("p")
        .class("more")
        .flag("hidden", left == 0)
        .child(button(act::MORE).class("button").text(text))
}

/// The open obligation: none.
fn pane(words: &Locale) -> Element {
    element("aside")
        .class("pane")
        .with("aria-label", words.later().detail)
        .with("id", place::PANE)
        .child(none_open(words))
}

/// That no obligation is open.
pub fn none_open(words: &Locale) -> Element {
    told("p", words.select_one).class("pane-empty")
}

/// The rows of the list: instruments with nothing assessed; of a large catalogue the first ones.
fn rows(words: &Locale) -> Element {
    let sections = arrange(&ACCORD, Arrangement::default(), |_| (Status::NotAssessed, 0));
    let sections = match is_large() {
        true => first_rows(sections, MOST_ROWS, |_| true),
        false => sections
            .into_iter()
            .map(|section| (section.clone(), section.obligations))
            .collect(),
    };
    let groups = sections.into_iter().map(|(section, rows)| {
        let mut tallies = [Tally::default(); 2];
        for &number in &section.obligations {
            for duty in ACCORD.obligations[usize::from(number)].duty_numbers() {
                if let Some(party) = column_of(duty) {
                    tallies[party].add(Status::NotAssessed);
                }
            }
        }
        Group { section, rows, tallies }
    });
    let shown = Shown {
        words,
        said: &|_| Assessment::default(),
        visible: &vec![true; ACCORD.obligations.len()],
        open: None,
        read_only: false,
    };
    list(&shown, &groups.collect::<Vec<_>>())
}
