//! What the fragment of the address says: what is seen, what is open, what is filtered, or a snapshot.
//!
//! `#KLD-6b` opens an obligation, `#overview` a view, `#?text=KLD&q=mines` a filter; place and filter go together as in
//! `#KLD-6b?text=KLD`. Whatever begins with a snapshot's mark is a snapshot (`crate::snapshot`).

use super::arrange::{Arrangement, Grouping, Order};
use super::filter::{Filter, Numbers};
use crate::catalogue::{Catalogue, Kind, Status};

/// A view of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum View {
    /// The checklist.
    #[default]
    Checklist,
    /// Counts, deadlines, disputes.
    Overview,
    /// Events.
    Timeline,
    /// Two assessments side by side.
    Compare,
    /// Texts, method, sources.
    Texts,
    /// Reviews and storage.
    Reviews,
}

/// What the address points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// A view.
    View(View),
    /// An obligation, by its number.
    Obligation(u16),
}

/// What the fragment says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    /// What it points at.
    pub place: Place,
    /// What is filtered.
    pub filter: Filter,
    /// How the list is grouped and ordered.
    pub arrangement: Arrangement,
}

impl View {
    /// All, in the order of the navigation.
    pub const ALL: [View; 6] = [
        View::Checklist,
        View::Overview,
        View::Timeline,
        View::Compare,
        View::Texts,
        View::Reviews,
    ];

    /// Its name in the address; empty for the checklist.
    pub const fn name(self) -> &'static str {
        match self {
            View::Checklist => "",
            View::Overview => "overview",
            View::Timeline => "timeline",
            View::Compare => "compare",
            View::Texts => "texts",
            View::Reviews => "reviews",
        }
    }

    /// The view with this name in the address.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

impl Default for Address {
    fn default() -> Self {
        Self {
            place: Place::View(View::Checklist),
            filter: Filter::default(),
            arrangement: Arrangement::default(),
        }
    }
}

impl Address {
    /// Reads a fragment, with or without its `#`. What it does not know it leaves out; a place it does not know is the checklist.
    pub fn parse(catalogue: &Catalogue, fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (place, rest) = fragment.split_once('?').unwrap_or((fragment, ""));
        let obligation = catalogue.obligation_number(place).map(Place::Obligation);
        let view = View::of_name(place).map(Place::View);
        let mut filter = Filter::default();
        let mut arrangement = Arrangement::default();
        for (key, value) in rest.split('&').filter_map(|pair| pair.split_once('=')) {
            let names = || value.split(',');
            match key {
                "q" => filter.words = unescape(value),
                "status" => filter.statuses = find(names(), |name| Status::of_name(name).map(Status::number)),
                "text" => {
                    filter.instruments = find(names(), |id| catalogue.instruments.iter().position(|one| one.id == id));
                }
                "theme" => filter.themes = find(names(), |id| catalogue.themes.iter().position(|one| one.id == id)),
                "by" => filter.bearers = find(names(), |id| catalogue.bearers.iter().position(|one| one.id == id)),
                "kind" => {
                    filter.kinds = find(names(), |id| Kind::ALL.iter().position(|kind| kind.name() == id));
                }
                "marked" => filter.follow_up = value == "yes",
                "differs" => filter.differs = value == "yes",
                "group" => arrangement.group = Grouping::of_name(value).unwrap_or_default(),
                "sort" => arrangement.order = Order::of_name(value).unwrap_or_default(),
                _ => {}
            }
        }
        Self {
            place: obligation.or(view).unwrap_or(Place::View(View::Checklist)),
            filter,
            arrangement,
        }
    }

    /// Writes the fragment without its `#`; empty for the whole checklist.
    pub fn write(&self, catalogue: &Catalogue) -> String {
        let mut fragment = match self.place {
            Place::View(view) => view.name().to_owned(),
            Place::Obligation(number) => catalogue.obligations[usize::from(number)].id.to_owned(),
        };
        let filter = &self.filter;
        let list = |numbers: Numbers, name: &dyn Fn(usize) -> &'static str| {
            numbers
                .iter()
                .map(|number| name(usize::from(number)))
                .collect::<Vec<_>>()
                .join(",")
        };
        let parts = [
            ("q", escape(filter.words.trim())),
            ("status", list(filter.statuses, &|n| Status::ALL[n].name())),
            ("text", list(filter.instruments, &|n| catalogue.instruments[n].id)),
            ("theme", list(filter.themes, &|n| catalogue.themes[n].id)),
            ("by", list(filter.bearers, &|n| catalogue.bearers[n].id)),
            ("kind", list(filter.kinds, &|n| Kind::ALL[n].name())),
            ("marked", yes(filter.follow_up)),
            ("differs", yes(filter.differs)),
            ("group", self.arrangement.group.name().to_owned()),
            ("sort", self.arrangement.order.name().to_owned()),
        ];
        let mut mark = '?';
        for (key, value) in parts.iter().filter(|(_, value)| !value.is_empty()) {
            fragment.push(mark);
            fragment.push_str(key);
            fragment.push('=');
            fragment.push_str(value);
            mark = '&';
        }
        fragment
    }
}

fn yes(is: bool) -> String {
    if is { "yes".to_owned() } else { String::new() }
}

fn find<'a>(names: impl Iterator<Item = &'a str>, place: impl Fn(&str) -> Option<usize>) -> Numbers {
    let mut numbers = Numbers::default();
    for number in names.filter_map(place) {
        numbers.insert(u8::try_from(number).unwrap_or(u8::MAX));
    }
    numbers
}

/// Percent-encodes all but letters, digits and `-._~`.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(b"0123456789ABCDEF"[usize::from(half)] as char);
            }
        }
    }
    out
}

/// Takes percent-encoding back; what is no percent-encoding stays, what is no text becomes U+FFFD.
pub fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |place: usize| bytes.get(place).and_then(|&digit| (digit as char).to_digit(16));
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
