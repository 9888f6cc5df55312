//! When a word on saving a copy is in place: seldom, and only where there is work to lose.

/// A day, in milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1_000;
/// So many acts since the last copy are worth a word.
const MANY_ACTS: usize = 20;
/// So long after a copy, or after "later", nothing is said.
const REST: u64 = 14 * DAY;
/// The same where the browser may clear the page's storage after seven days without a visit.
const SHORT_REST: u64 = 5 * DAY;

/// What is known of the copies of a review. Times in milliseconds since 1970 UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Copies {
    /// When a file of it was last saved.
    pub last: Option<u64>,
    /// When the reader last put the word off.
    pub put_off: Option<u64>,
    /// When the review was begun.
    pub begun: u64,
    /// Acts since the last file, or since it was begun.
    pub acts: usize,
    /// Whether the browser may clear what is stored without asking.
    pub may_be_cleared: bool,
}

impl Copies {
    /// Whether a word is in place now: there is work that no file holds, and the last file, the last "later" and the beginning are long ago.
    pub fn are_due(&self, now: u64) -> bool {
        let rest = if self.may_be_cleared { SHORT_REST } else { REST };
        let since = self.last.unwrap_or(self.begun).max(self.put_off.unwrap_or(0));
        self.acts >= MANY_ACTS && now.saturating_sub(since) >= rest
    }
}

#[cfg(test)]
mod tests {
    use super::Copies;

    /// A day by the clock, so that a day that is none is found.
    const DAY: u64 = 86_400_000;

    #[track_caller]
    fn check(what: &str, copies: Copies, day: u64, due: bool) {
        assert_eq!(copies.are_due(day * DAY), due, "{what}");
    }

    #[test]
    fn a_word_is_said_seldom_and_only_for_work_without_a_file() {
        let work = Copies {
            begun: 100 * DAY,
            acts: 20,
            ..Copies::default()
        };
        check("begun today", work, 100, false);
        check("two weeks of work", work, 114, true);
        check("a day before", work, 113, false);
        check("little work", Copies { acts: 19, ..work }, 200, false);
        let saved = Copies {
            last: Some(110 * DAY),
            ..work
        };
        check("saved four days ago", saved, 114, false);
        check("saved two weeks ago", saved, 124, true);
        let put_off = Copies {
            put_off: Some(114 * DAY),
            ..work
        };
        check("put off today", put_off, 114, false);
        check("put off two weeks ago", put_off, 128, true);
        let clearing = Copies {
            may_be_cleared: true,
            ..work
        };
        check("a browser that clears, after five days", clearing, 105, true);
        check("a browser that clears, after four days", clearing, 104, false);
        check("a clock that went back", work, 0, false);
    }
}
