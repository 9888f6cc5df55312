//! What can be said of a duty: status and basis, two questions and never one scale. Lateness is a third, computed in `clock`.

/// The nine statuses, in the order of the menu. The words shown depend on the kind of obligation (`language`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum Status {
    /// Nobody has looked at this duty yet.
    #[default]
    NotAssessed,
    /// Its trigger or deadline has not arrived.
    NotDue,
    /// Looked for; no public source shows it either way.
    NoEvidence,
    /// Due, and sources show no step taken.
    NotStarted,
    /// Some steps taken, or kept only in part.
    UnderWay,
    /// Done as written, or kept so far.
    Fulfilled,
    /// A party or body has publicly paused it.
    Suspended,
    /// Sources or parties contradict each other; for a continuing duty: a breach is alleged.
    Disputed,
    /// Not done by its deadline, or clearly broken.
    Breached,
}

/// On what a status rests, from the weakest to the strongest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum Basis {
    /// Not stated.
    #[default]
    NotStated,
    /// The party's own statement.
    OwnClaim,
    /// The other party's statement.
    OtherClaim,
    /// A press report or a third state.
    Press,
    /// Confirmed by observers (ASEAN teams, the Red Cross).
    Observers,
    /// What the user saw.
    OwnObservation,
}

/// How far something under way has come: the two middle values of the Kroc scale.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Extent {
    /// Kroc 1: minimal.
    Minimal,
    /// Kroc 2: intermediate.
    Intermediate,
}

impl Status {
    /// All nine, in the order of the menu.
    pub const ALL: [Status; 9] = [
        Status::NotAssessed,
        Status::NotDue,
        Status::NoEvidence,
        Status::NotStarted,
        Status::UnderWay,
        Status::Fulfilled,
        Status::Suspended,
        Status::Disputed,
        Status::Breached,
    ];

    /// All nine, in the order of the bars.
    pub const IN_BARS: [Status; 9] = [
        Status::Fulfilled,
        Status::UnderWay,
        Status::NotDue,
        Status::Suspended,
        Status::Disputed,
        Status::Breached,
        Status::NotStarted,
        Status::NoEvidence,
        Status::NotAssessed,
    ];

    /// Its name in files, links to filters and style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Status::NotAssessed => "not-assessed",
            Status::NotDue => "not-due",
            Status::NoEvidence => "no-evidence",
            Status::NotStarted => "not-started",
            Status::UnderWay => "under-way",
            Status::Fulfilled => "fulfilled",
            Status::Suspended => "suspended",
            Status::Disputed => "disputed",
            Status::Breached => "breached",
        }
    }

    /// The status of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Its place in `ALL`, from 0 to 8.
    pub const fn number(self) -> usize {
        self as usize
    }

    /// The Kroc Institute's implementation level (0 to 3) in exports; `None` where the scale has no place for it, and for
    /// something under way whose extent is not stated.
    /// Source: Peace Accords Matrix, Barometer methodology (0 not initiated, 1 minimal, 2 intermediate, 3 full).
    pub const fn kroc(self, extent: Option<Extent>) -> Option<u8> {
        match (self, extent) {
            (Status::NotStarted | Status::Breached, _) => Some(0),
            (Status::UnderWay, Some(Extent::Minimal)) => Some(1),
            (Status::UnderWay, Some(Extent::Intermediate)) => Some(2),
            (Status::Fulfilled, _) => Some(3),
            _ => None,
        }
    }
}

impl Basis {
    /// All, from the weakest to the strongest.
    pub const ALL: [Basis; 6] = [
        Basis::NotStated,
        Basis::OwnClaim,
        Basis::OtherClaim,
        Basis::Press,
        Basis::Observers,
        Basis::OwnObservation,
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Basis::NotStated => "none",
            Basis::OwnClaim => "self",
            Basis::OtherClaim => "other",
            Basis::Press => "press",
            Basis::Observers => "observers",
            Basis::OwnObservation => "own",
        }
    }

    /// The basis of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.name() == name)
    }
}

impl Extent {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Extent::Minimal => "minimal",
            Extent::Intermediate => "intermediate",
        }
    }

    /// The extent of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        [Extent::Minimal, Extent::Intermediate]
            .into_iter()
            .find(|extent| extent.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for status in Status::ALL {
            assert_eq!(Status::of_name(status.name()), Some(status));
            assert_eq!(Status::ALL[status.number()], status);
            assert!(Status::IN_BARS.contains(&status));
        }
        for basis in Basis::ALL {
            assert_eq!(Basis::of_name(basis.name()), Some(basis));
        }
        assert_eq!(Status::of_name("done"), None);
    }

    #[test]
    fn kroc_levels() {
        assert_eq!(Status::NotStarted.kroc(None), Some(0));
        assert_eq!(Status::Breached.kroc(None), Some(0));
        assert_eq!(Status::UnderWay.kroc(None), None);
        assert_eq!(Status::UnderWay.kroc(Some(Extent::Minimal)), Some(1));
        assert_eq!(Status::UnderWay.kroc(Some(Extent::Intermediate)), Some(2));
        assert_eq!(Status::Fulfilled.kroc(None), Some(3));
        for status in [
            Status::NotAssessed,
            Status::NotDue,
            Status::NoEvidence,
            Status::Suspended,
            Status::Disputed,
        ] {
            assert_eq!(status.kroc(None), None);
        }
    }
}
