//! The accords as the program holds them: tables that the build writes from the checked TOML, read by number. Without names, which are
//! of a language: `names`.
//!
//! What holds of every catalogue: numbers in it point into its own tables; obligations stand in the order of the page (core
//! instruments first, each in the order of its text); the bearers of an obligation stand in the order of the table of bearers,
//! whose first two are Cambodia and Thailand; duties stand in the order of their obligations.

use super::clock::{Clock, ClockSpec};
use super::moment::Moment;
use super::status::{Basis, Extent, Status};

/// Everything that the program knows of the accords without the prose.
pub struct Catalogue {
    /// All editions, oldest first; the last one is this.
    pub editions: &'static [Edition],
    /// Cambodia, Thailand, then every other duty-bearer or body.
    pub bearers: &'static [Bearer],
    /// The themes, in the order of the page.
    pub themes: &'static [Theme],
    /// The instruments, core ones first, each group by date.
    pub instruments: &'static [Instrument],
    /// The obligations, in the order of the page.
    pub obligations: &'static [Obligation],
    /// The duties, in the order of the page.
    pub duties: &'static [Duty],
    /// For every slot the number of its obligation; `None` for one that was withdrawn.
    pub slots: &'static [Option<u16>],
}

/// One published state of the record.
#[derive(Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its version, date-based.
    pub version: &'static str,
    /// The day up to which the public record was followed.
    pub as_of: Moment,
    /// How many slots it has.
    pub slots: u16,
}

/// A party or another duty-bearer.
#[derive(Debug, PartialEq, Eq)]
pub struct Bearer {
    /// Its id in files.
    pub id: &'static str,
}

/// A field of obligations.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its id in files.
    pub id: &'static str,
}

/// One of the texts.
#[derive(Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Its id: `KLD`.
    pub id: &'static str,
    /// When it was signed or agreed.
    pub date: Moment,
    /// Whether it is one of the two core texts.
    pub core: bool,
    /// The numbers of its obligations.
    pub obligations: std::ops::Range<u16>,
}

/// One separately checkable promise.
#[derive(Debug, PartialEq, Eq)]
pub struct Obligation {
    /// Its stable id: `KLD-6b`.
    pub id: &'static str,
    /// The append-only number that links use.
    pub slot: u16,
    /// The number of its instrument.
    pub instrument: u8,
    /// Its paragraph as printed; empty where the text has no numbers.
    pub paragraph: &'static str,
    /// How sure the paragraph is.
    pub numbering: Numbering,
    /// The number of its theme.
    pub theme: u8,
    /// What kind of promise it is.
    pub kind: Kind,
    /// Its text could not be read: its cells are locked.
    pub text_awaited: bool,
    /// The text invites; it does not bind.
    pub appeal: bool,
    /// Its deadlines: none, one, or one a reading.
    pub clocks: &'static [ClockSpec],
    /// The numbers of its duties.
    pub duties: std::ops::Range<u16>,
    /// How many dated statements the public record has on it.
    pub claims: u16,
}

/// An obligation as it falls on one duty-bearer: the unit that is assessed and counted.
#[derive(Debug, PartialEq, Eq)]
pub struct Duty {
    /// The number of its obligation.
    pub obligation: u16,
    /// The number of its bearer.
    pub bearer: u8,
    /// What the public record supports, at the edition's date.
    pub baseline: Baseline,
}

/// The status that the public record supports: an editorial act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The status.
    pub status: Status,
    /// How far, where it is under way.
    pub extent: Option<Extent>,
    /// On what it rests.
    pub basis: Basis,
    /// The day of the newest statement it rests on.
    pub as_of: Option<Moment>,
}

/// How sure the number of a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// Confirmed by the text or by officials who quote it.
    Confirmed,
    /// Ours, until the text can be read.
    Working,
    /// The text as read has no numbers.
    None,
}

/// What kind of promise an obligation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Done once.
    Act,
    /// To be kept all the time.
    Continuing,
    /// Not to be done.
    Prohibition,
    /// To be done again and again.
    Recurring,
}

/// The number of a duty in `Catalogue::duties`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct DutyNumber(pub u16);

/// The numbers of the two parties in the table of bearers, in the order in which they stand everywhere.
pub const PARTIES: [u8; 2] = [0, 1];

impl Catalogue {
    /// The newest edition: the one that this catalogue is.
    pub fn edition(&self) -> &'static Edition {
        self.editions
            .last()
            .expect("the build refuses a catalogue without an edition")
    }

    /// The number of the obligation with this id.
    pub fn obligation_number(&self, id: &str) -> Option<u16> {
        self.obligations
            .iter()
            .position(|obligation| obligation.id == id)
            .map(|number| number as u16)
    }

    /// The duty of this number.
    pub fn duty(&self, number: DutyNumber) -> &'static Duty {
        &self.duties[usize::from(number.0)]
    }

    /// The obligation on which this duty stands.
    pub fn obligation_of(&self, number: DutyNumber) -> &'static Obligation {
        &self.obligations[usize::from(self.duty(number).obligation)]
    }

    /// The bearer of this duty.
    pub fn bearer_of(&self, number: DutyNumber) -> &'static Bearer {
        &self.bearers[usize::from(self.duty(number).bearer)]
    }

    /// All duty numbers, in the order of the page.
    pub fn duty_numbers(&self) -> impl Iterator<Item = DutyNumber> + use<> {
        (0..self.duties.len() as u16).map(DutyNumber)
    }

    /// The duty's name in files: `KLD-6b/thailand`.
    pub fn duty_name(&self, number: DutyNumber) -> String {
        format!("{}/{}", self.obligation_of(number).id, self.bearer_of(number).id)
    }

    /// The duty of this name; `None` if this edition has none of it.
    pub fn duty_of_name(&self, name: &str) -> Option<DutyNumber> {
        let (obligation, bearer) = name.split_once('/')?;
        let number = self.obligation_number(obligation)?;
        self.obligations[usize::from(number)]
            .duty_numbers()
            .find(|&duty| self.bearer_of(duty).id == bearer)
    }

    /// The duties in the order of their slots: the order that links use.
    pub fn duties_by_slot(&self) -> impl Iterator<Item = DutyNumber> + '_ {
        self.slots
            .iter()
            .flatten()
            .flat_map(|&number| self.obligations[usize::from(number)].duty_numbers())
    }
}

impl Obligation {
    /// The numbers of its duties.
    pub fn duty_numbers(&self) -> impl Iterator<Item = DutyNumber> + use<> {
        self.duties.clone().map(DutyNumber)
    }

    /// The clock that stands in the row: the first one.
    pub fn clock(&self, today: Moment) -> Option<Clock> {
        self.clocks.first().map(|spec| spec.read(today))
    }
}

impl Kind {
    /// All, in the order of the filter.
    pub const ALL: [Kind; 4] = [Kind::Act, Kind::Continuing, Kind::Prohibition, Kind::Recurring];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Act => "act",
            Kind::Continuing => "continuing",
            Kind::Prohibition => "prohibition",
            Kind::Recurring => "recurring",
        }
    }

    /// The kind of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Numbering {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Numbering::Confirmed => "confirmed",
            Numbering::Working => "working",
            Numbering::None => "none",
        }
    }

    /// The numbering of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        [Numbering::Confirmed, Numbering::Working, Numbering::None]
            .into_iter()
            .find(|numbering| numbering.name() == name)
    }
}
