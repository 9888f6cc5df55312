//! What a person says of one duty.

use super::{Field, Stamp, Value};
use crate::catalogue::{Baseline, Basis, Extent, Status};
use chrono::{Datelike, NaiveDate};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 4_000;
/// The longest title of a review, label of an author or title of evidence, in characters.
pub const LONGEST_TEXT: usize = 200;
/// The most pieces of evidence on one duty.
pub const MOST_EVIDENCE: usize = 20;
/// The longest address of evidence, in characters.
const LONGEST_ADDRESS: usize = 2_000;

/// What a person says of one duty. Whatever holds a value is what the person chose; nothing is computed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assessment {
    /// The status.
    pub status: Status,
    /// How far, where it is under way.
    pub extent: Option<Extent>,
    /// On what the status rests.
    pub basis: Basis,
    /// The day for which it holds.
    pub as_of: Option<NaiveDate>,
    /// A note: plain text, in any language.
    pub note: String,
    /// Where it can be looked up.
    pub evidence: Vec<Evidence>,
    /// To be looked at again.
    pub follow_up: bool,
    /// Taken from the public record and not yet confirmed.
    pub from_record: bool,
    /// When it was last changed.
    pub changed: Stamp,
}

/// Where something can be looked up. The address is of the web: `http` or `https`, nothing else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    address: String,
    /// What it is; may be empty.
    pub title: String,
    /// Its date, where known.
    pub date: Option<NaiveDate>,
}

impl Assessment {
    /// The assessment that the public record supports, marked as such.
    pub fn from_baseline(baseline: &Baseline) -> Self {
        Self {
            status: baseline.status,
            extent: baseline.extent,
            basis: baseline.basis,
            as_of: baseline.as_of.map(|moment| moment.date()),
            from_record: baseline.status != Status::NotAssessed,
            ..Self::default()
        }
    }

    /// Whether nothing was said of the duty.
    pub fn is_blank(&self) -> bool {
        let untouched = Self {
            changed: self.changed,
            ..Self::default()
        };
        *self == untouched
    }

    /// One of its values. Fields of a review are none of a duty's: they answer with the status.
    pub fn value(&self, field: Field) -> Value {
        match field {
            Field::Basis => Value::Basis(self.basis),
            Field::AsOf => Value::AsOf(self.as_of),
            Field::Note => Value::Note(self.note.clone()),
            Field::Evidence => Value::Evidence(self.evidence.clone()),
            Field::FollowUp => Value::FollowUp(self.follow_up),
            Field::FromRecord => Value::FromRecord(self.from_record),
            Field::Status | Field::Name | Field::Author => Value::Status(self.status, self.extent),
        }
    }

    /// Gives it a value. `false` if the value is none of a duty's.
    pub(super) fn set(&mut self, value: Value) -> bool {
        match value {
            Value::Status(status, extent) => (self.status, self.extent) = (status, extent),
            Value::Basis(basis) => self.basis = basis,
            Value::AsOf(day) => self.as_of = day,
            Value::Note(note) => self.note = note,
            Value::Evidence(evidence) => self.evidence = evidence,
            Value::FollowUp(mark) => self.follow_up = mark,
            Value::FromRecord(mark) => self.from_record = mark,
            Value::Name(_) | Value::Author(_) => return false,
        }
        true
    }

    /// Whether both say the same, whenever they were changed.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let other = Self {
            changed: self.changed,
            ..other.clone()
        };
        *self == other
    }
}

impl Evidence {
    /// Evidence at this address. `None` if it is not of the web, has blanks or control characters, or is too long.
    pub fn new(address: &str, title: &str, date: Option<NaiveDate>) -> Option<Self> {
        let address = address.trim();
        let lower: String = address.chars().take(8).map(|c| c.to_ascii_lowercase()).collect();
        let rest = lower.strip_prefix("https://").or(lower.strip_prefix("http://"))?;
        let named = rest.chars().next().or(address.chars().nth(8)).is_some();
        let plain = !address.chars().any(|c| c.is_whitespace() || c.is_control());
        let short = address.chars().count() <= LONGEST_ADDRESS;
        (named && plain && short).then(|| Self {
            address: address.to_owned(),
            title: shorten(title, LONGEST_TEXT),
            date: date.filter(can_be_written),
        })
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The host to which its address leads, with its port: what stands before an `@` is a name, not a host, and browsers take `\` for `/`.
    pub fn host(&self) -> &str {
        let rest = self.address.split_once("://").map_or("", |(_, rest)| rest);
        let rest = rest.trim_start_matches(['/', '\\']);
        let all = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
        all.rsplit('@').next().unwrap_or_default()
    }
}

/// The evidence that a duty can hold: so many pieces, none with too long a title.
pub(super) fn bounded(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    evidence.truncate(MOST_EVIDENCE);
    for one in &mut evidence {
        one.title = shorten(&one.title, LONGEST_TEXT);
        one.date = one.date.filter(can_be_written);
    }
    evidence
}

/// Whether a day can be written as `YYYY-MM-DD`.
pub(super) fn can_be_written(day: &NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

/// The first so many characters of a text.
pub fn shorten(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_evidence() {
        for good in ["https://example.org/a", "HTTP://example.org", " https://គ.example/ข "] {
            assert!(Evidence::new(good, "", None).is_some(), "{good}");
        }
        for bad in [
            "",
            "https://",
            "http://",
            "javascript:alert(1)",
            "data:text/html,x",
            "java\nscript:alert(1)",
            "https://a b",
            "ftp://example.org",
            "//example.org",
            "example.org",
        ] {
            assert_eq!(Evidence::new(bad, "", None), None, "{bad}");
        }
    }

    #[test]
    fn the_host_is_where_a_browser_goes() {
        for (address, host) in [
            ("https://example.org/a?b#c", "example.org"),
            ("https://example.org", "example.org"),
            ("http://example.org:8080/", "example.org:8080"),
            ("https://mfaic.gov.kh@elsewhere.example/x", "elsewhere.example"),
            ("https://a:b@c@elsewhere.example?mfaic.gov.kh/", "elsewhere.example"),
            ("https://elsewhere.example\\@mfaic.gov.kh/", "elsewhere.example"),
            ("https:////elsewhere.example/mfaic.gov.kh", "elsewhere.example"),
            ("https://elsewhere.example#@mfaic.gov.kh", "elsewhere.example"),
        ] {
            let evidence = Evidence::new(address, "", None).expect("an address of the web");
            assert_eq!(evidence.host(), host, "{address}");
        }
    }

    #[test]
    fn whatever_is_said_is_told_from_nothing_and_when_is_no_matter() {
        let blank = Assessment::default();
        let later = Assessment {
            changed: Stamp::of_number(9),
            ..blank.clone()
        };
        assert!(blank.is_blank() && later.is_blank() && blank.says_the_same(&later));
        for value in [
            Value::Status(Status::UnderWay, None),
            Value::Status(Status::NotAssessed, Some(Extent::Minimal)),
            Value::Basis(Basis::Press),
            Value::AsOf(NaiveDate::from_ymd_opt(2025, 10, 26)),
            Value::Note("x".to_owned()),
            Value::Evidence(Evidence::new("https://example.org", "", None).into_iter().collect()),
            Value::FollowUp(true),
            Value::FromRecord(true),
        ] {
            let mut one = later.clone();
            assert!(one.set(value.clone()) && one.value(value.field()) == value);
            assert!(!one.is_blank() && !one.says_the_same(&blank), "{value:?}");
            let earlier = Assessment {
                changed: Stamp::default(),
                ..one.clone()
            };
            assert!(one.says_the_same(&earlier), "{value:?}");
        }
        for of_a_review in [Value::Name("x".to_owned()), Value::Author("x".to_owned())] {
            let mut one = blank.clone();
            assert!(!one.set(of_a_review) && one == blank);
        }
    }
}
