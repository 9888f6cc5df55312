//! How the list is grouped and ordered.

use crate::catalogue::{Catalogue, DutyNumber, Moment, PARTIES, Status};

/// Grouping and order together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Arrangement {
    /// By what.
    pub group: Grouping,
    /// In which order inside a group.
    pub order: Order,
}

/// By what obligations are grouped.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Grouping {
    /// By instrument.
    #[default]
    Text,
    /// By theme.
    Theme,
    /// By who owes them.
    Party,
    /// By the status that their duties share.
    Status,
}

/// In which order obligations stand inside a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Order {
    /// As in the texts.
    #[default]
    Text,
    /// By deadline, those without one last.
    Due,
    /// By last change of the review, newest first.
    Changed,
}

/// What a group is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heading {
    /// An instrument.
    Instrument(u8),
    /// A theme.
    Theme(u8),
    /// Both parties.
    BothParties,
    /// One party.
    Party(u8),
    /// Joint bodies and other states.
    Others,
    /// All duties have this status.
    Status(Status),
    /// The duties have different statuses.
    Mixed,
}

/// A group: what it is, and the numbers of its obligations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// What it is.
    pub heading: Heading,
    /// Its obligations, in order.
    pub obligations: Vec<u16>,
}

impl Grouping {
    /// All, in the order of the choice.
    pub const ALL: [Grouping; 4] = [Grouping::Text, Grouping::Theme, Grouping::Party, Grouping::Status];

    /// Its name in the address; empty for the usual one.
    pub const fn name(self) -> &'static str {
        match self {
            Grouping::Text => "",
            Grouping::Theme => "theme",
            Grouping::Party => "party",
            Grouping::Status => "status",
        }
    }

    /// The grouping of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl Order {
    /// All, in the order of the choice.
    pub const ALL: [Order; 3] = [Order::Text, Order::Due, Order::Changed];

    /// Its name in the address; empty for the usual one.
    pub const fn name(self) -> &'static str {
        match self {
            Order::Text => "",
            Order::Due => "due",
            Order::Changed => "changed",
        }
    }

    /// The order of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// The groups of an arrangement, none of them empty. `said` gives status and stamp of the last change of a duty.
pub fn arrange(
    catalogue: &Catalogue,
    arrangement: Arrangement,
    said: impl Fn(DutyNumber) -> (Status, u64),
) -> Vec<Section> {
    let headings: Vec<Heading> = match arrangement.group {
        Grouping::Text => (0..catalogue.instruments.len() as u8)
            .map(Heading::Instrument)
            .collect(),
        Grouping::Theme => (0..catalogue.themes.len() as u8).map(Heading::Theme).collect(),
        Grouping::Party => {
            vec![
                Heading::BothParties,
                Heading::Party(PARTIES[0]),
                Heading::Party(PARTIES[1]),
                Heading::Others,
            ]
        }
        Grouping::Status => Status::IN_BARS
            .into_iter()
            .map(Heading::Status)
            .chain([Heading::Mixed])
            .collect(),
    };
    let mut sections: Vec<Section> = headings
        .into_iter()
        .map(|heading| Section {
            heading,
            obligations: Vec::new(),
        })
        .collect();
    for number in 0..catalogue.obligations.len() as u16 {
        let heading = heading_of(catalogue, arrangement.group, number, &said);
        if let Some(section) = sections.iter_mut().find(|section| section.heading == heading) {
            section.obligations.push(number);
        }
    }
    sections.retain(|section| !section.obligations.is_empty());
    // They stand in the order of the texts already.
    let to_sort = (arrangement.order != Order::Text).then_some(&mut sections);
    for section in to_sort.into_iter().flatten() {
        sort(catalogue, arrangement.order, &mut section.obligations, &said);
    }
    sections
}

/// The groups with the first `most` of their obligations that pass; groups without any are left out.
pub fn first_rows(sections: Vec<Section>, most: usize, passes: impl Fn(u16) -> bool) -> Vec<(Section, Vec<u16>)> {
    let mut left = most;
    let mut cut = |section: Section| {
        let passing = section.obligations.iter().copied().filter(|&number| passes(number));
        let rows: Vec<u16> = passing.take(left).collect();
        left -= rows.len();
        (section, rows)
    };
    let mut groups: Vec<(Section, Vec<u16>)> = sections.into_iter().map(&mut cut).collect();
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

fn heading_of(
    catalogue: &Catalogue,
    group: Grouping,
    number: u16,
    said: &impl Fn(DutyNumber) -> (Status, u64),
) -> Heading {
    let obligation = &catalogue.obligations[usize::from(number)];
    let mut duties = obligation.duty_numbers();
    match group {
        Grouping::Text => Heading::Instrument(obligation.instrument),
        Grouping::Theme => Heading::Theme(obligation.theme),
        Grouping::Party => {
            let owes = |party: u8| {
                obligation
                    .duty_numbers()
                    .any(|duty| catalogue.duty(duty).bearer == party)
            };
            match PARTIES.map(owes) {
                [true, true] => Heading::BothParties,
                [true, false] => Heading::Party(PARTIES[0]),
                [false, true] => Heading::Party(PARTIES[1]),
                [false, false] => Heading::Others,
            }
        }
        Grouping::Status => {
            let first = duties.next().map(|duty| said(duty).0).unwrap_or_default();
            if duties.all(|duty| said(duty).0 == first) {
                Heading::Status(first)
            } else {
                Heading::Mixed
            }
        }
    }
}

fn sort(catalogue: &Catalogue, order: Order, obligations: &mut Vec<u16>, said: &impl Fn(DutyNumber) -> (Status, u64)) {
    let key = |number: u16| {
        let obligation = &catalogue.obligations[usize::from(number)];
        match order {
            Order::Text => 0,
            Order::Due => {
                let due = obligation.clocks.iter().find_map(|spec| spec.due());
                due.map_or(i64::MAX, Moment::first_minute)
            }
            // The newest first, and what was never changed last.
            Order::Changed => {
                let newest = obligation.duty_numbers().map(|duty| said(duty).1).max();
                -newest.unwrap_or_default().cast_signed()
            }
        }
    };
    let mut keyed: Vec<(i64, u16)> = obligations.iter().map(|&number| (key(number), number)).collect();
    keyed.sort_unstable();
    obligations.clear();
    obligations.extend(keyed.into_iter().map(|(_, number)| number));
}
