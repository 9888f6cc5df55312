//! Which obligations are shown.

use super::search::{Query, fold};
use crate::catalogue::{Catalogue, Duty, DutyNumber, Kind, Obligation, Status};

/// A set of small numbers (of instruments, themes, bearers, kinds or statuses), each below 64.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Numbers(u64);

/// What a reader wants to see. An empty part does not restrict.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words as typed.
    pub words: String,
    /// Statuses, by their number in `Status::ALL`. Counted by duty.
    pub statuses: Numbers,
    /// Instruments.
    pub instruments: Numbers,
    /// Themes.
    pub themes: Numbers,
    /// Duty-bearers. Counted by duty.
    pub bearers: Numbers,
    /// Kinds, by their number in `Kind::ALL`.
    pub kinds: Numbers,
    /// Only what is marked to be looked at again.
    pub follow_up: bool,
    /// Only what was assessed in another way than the public record supports.
    pub differs: bool,
}

/// One part of a filter that can be lifted by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chip {
    /// The words.
    Words,
    /// A status.
    Status(u8),
    /// An instrument.
    Instrument(u8),
    /// A theme.
    Theme(u8),
    /// A bearer.
    Bearer(u8),
    /// A kind.
    Kind(u8),
    /// The mark to look again.
    FollowUp,
    /// Another status than the record's.
    Differs,
}

impl Numbers {
    /// Whether a number is in it.
    pub const fn has(self, number: u8) -> bool {
        number < 64 && self.0 >> number & 1 == 1
    }

    /// Whether it restricts nothing: nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a number passes: it is in the set, or the set is empty.
    pub const fn passes(self, number: u8) -> bool {
        self.is_empty() || self.has(number)
    }

    /// Puts a number in or takes it out.
    pub fn toggle(&mut self, number: u8) {
        if number < 64 {
            self.0 ^= 1 << number;
        }
    }

    /// Puts a number in.
    pub fn insert(&mut self, number: u8) {
        if number < 64 {
            self.0 |= 1 << number;
        }
    }

    /// The numbers in it, smallest first.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..64).filter(move |&number| self.has(number))
    }
}

impl Filter {
    /// Whether it shows everything.
    pub fn is_empty(&self) -> bool {
        self.chips().is_empty()
    }

    /// Whether what it shows is shown by another too, whatever is said of the duties meanwhile: a reader typed on.
    pub fn narrows(&self, other: &Self) -> bool {
        let same = Self {
            words: other.words.clone(),
            ..self.clone()
        };
        let asks_what_is_said = self.follow_up || self.differs || !self.statuses.is_empty();
        same == *other && !asks_what_is_said && Query::new(&self.words).narrows(&Query::new(&other.words))
    }

    /// Its parts, in the order in which they are shown.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        if self.has(Chip::Words) {
            chips.push(Chip::Words);
        }
        chips.extend(self.statuses.iter().map(Chip::Status));
        chips.extend(self.instruments.iter().map(Chip::Instrument));
        chips.extend(self.themes.iter().map(Chip::Theme));
        chips.extend(self.bearers.iter().map(Chip::Bearer));
        chips.extend(self.kinds.iter().map(Chip::Kind));
        if self.follow_up {
            chips.push(Chip::FollowUp);
        }
        if self.differs {
            chips.push(Chip::Differs);
        }
        chips
    }

    /// Whether this part is in it.
    pub fn has(&self, chip: Chip) -> bool {
        match chip {
            Chip::Words => !Query::new(&self.words).is_empty(),
            Chip::FollowUp => self.follow_up,
            Chip::Differs => self.differs,
            Chip::Status(number) => self.statuses.has(number),
            Chip::Instrument(number) => self.instruments.has(number),
            Chip::Theme(number) => self.themes.has(number),
            Chip::Bearer(number) => self.bearers.has(number),
            Chip::Kind(number) => self.kinds.has(number),
        }
    }

    /// Puts a part in, or takes it out. Words can only be taken out.
    pub fn toggle(&mut self, chip: Chip) {
        match chip {
            Chip::Words => self.words.clear(),
            Chip::FollowUp => self.follow_up = !self.follow_up,
            Chip::Differs => self.differs = !self.differs,
            Chip::Status(number) => self.statuses.toggle(number),
            Chip::Instrument(number) => self.instruments.toggle(number),
            Chip::Theme(number) => self.themes.toggle(number),
            Chip::Bearer(number) => self.bearers.toggle(number),
            Chip::Kind(number) => self.kinds.toggle(number),
        }
    }

    /// The filter without one of its parts.
    pub fn without(&self, chip: Chip) -> Self {
        let mut other = self.clone();
        other.toggle(chip);
        other
    }

    /// Whether a duty passes what is said of duties: bearer, status and mark.
    pub fn passes_duty(&self, duty: &Duty, status: Status, follow_up: bool) -> bool {
        let differs = status != Status::NotAssessed && status != duty.baseline.status;
        self.bearers.passes(duty.bearer)
            && (!self.differs || differs)
            && self.statuses.passes(status.number() as u8)
            && (!self.follow_up || follow_up)
    }
}

/// Whether a filter shows an obligation. `text` is its folded text, `said` gives status and mark of a duty.
///
/// Status, bearer and mark are asked of one and the same duty.
pub fn matches(
    catalogue: &Catalogue,
    filter: &Filter,
    query: &Query,
    obligation: &Obligation,
    text: &str,
    said: impl Fn(DutyNumber) -> (Status, bool),
) -> bool {
    let kind = Kind::ALL
        .iter()
        .position(|&kind| kind == obligation.kind)
        .unwrap_or_default();
    filter.instruments.passes(obligation.instrument)
        && filter.themes.passes(obligation.theme)
        && filter.kinds.passes(kind as u8)
        && query.finds(text)
        && obligation.duty_numbers().any(|duty| {
            let (status, follow_up) = said(duty);
            filter.passes_duty(catalogue.duty(duty), status, follow_up)
        })
}

impl Obligation {
    /// What search looks through besides the prose: id and title, as it stands on the page, folded.
    pub fn search_text(&self, title: &str) -> String {
        fold(&format!("{} {title}", self.id))
    }
}
