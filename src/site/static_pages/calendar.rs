//! Deadlines as calendar files (iCalendar, RFC 5545): all of them, and those of one obligation. A deadline is there if its day can be
//! worked out; where the parties read one differently, each reading has an entry of its own.

use super::File;
use super::frame::prefix;
use super::parts::Site;
use crate::accord::ACCORD;
use crate::catalogue::ClockSpec;
use crate::catalogue::moment::{Moment, Precision};
use crate::catalogue::record::{ClockEntry, Obligation};
use crate::site::words::take_words;
use chrono::{Duration, NaiveDate};

/// The calendar of all deadlines.
pub fn all(site: &Site<'_>) -> File {
    let entries = site.record.obligations().zip(ACCORD.obligations);
    let entries = entries
        .map(|((_, item), coded)| events(site, item, coded.clocks))
        .collect();
    file(site, "deadlines.ics".to_owned(), entries)
}

/// The calendar of one obligation; nothing where it has no deadline with a date.
pub fn one(site: &Site<'_>, item: &Obligation, clocks: &[ClockSpec]) -> Option<File> {
    let entries: String = events(site, item, clocks);
    (!entries.is_empty()).then(|| file(site, format!("o/{}.ics", item.id), entries))
}

fn file(site: &Site<'_>, path: String, entries: String) -> File {
    let name = site.words.site;
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Accord Checklist//Deadlines//EN\r\n");
    line(&mut text, "X-WR-CALNAME", &escaped(name));
    text.push_str(&entries);
    text.push_str("END:VCALENDAR\r\n");
    File {
        path: format!("{}{path}", prefix(site.language)),
        text,
    }
}

/// The entries of an obligation, one a clock with a date; empty where there is none.
fn events<'a>(site: &Site<'a>, item: &'a Obligation, clocks: &[ClockSpec]) -> String {
    let mut out = String::new();
    for (place, (entry, spec)) in item.clock.iter().zip(clocks).enumerate() {
        if let Some(due) = spec.due().filter(|due| due.precision() >= Precision::Day) {
            event(&mut out, site, item, place, (entry, spec), due);
        }
    }
    out
}

fn event<'a>(
    out: &mut String,
    site: &Site<'a>,
    item: &'a Obligation,
    place: usize,
    (entry, spec): (&'a ClockEntry, &ClockSpec),
    due: Moment,
) {
    let words = take_words(site.language);
    let edition = site.edition();
    let published = edition
        .map_or("", |edition| edition.published.as_str())
        .replace('-', "");
    let mut said = vec![site.say(&entry.text).to_owned()];
    if let Some(by) = &entry.by {
        said.push((words.as_read_by)(site.name(by)));
    }
    said.push(site.words.clock_sentence(&spec.read(ACCORD.edition().as_of)));
    if spec.inferred {
        said.push(site.words.later().clock_inferred.to_owned());
    }
    said.push((words.note)(
        edition.map_or("", |edition| edition.version.as_str()),
        edition.map_or("", |edition| edition.as_of.as_str()),
    ));
    out.push_str("BEGIN:VEVENT\r\n");
    line(
        out,
        "UID",
        &format!("{}-{place}-{}@accord-checklist", item.id, site.language.code()),
    );
    line(out, "DTSTAMP", &format!("{published}T000000Z"));
    if due.precision() == Precision::Day {
        line(out, "DTSTART;VALUE=DATE", &day(due.date()));
        line(out, "DTEND;VALUE=DATE", &day(due.date() + Duration::days(1)));
    } else {
        line(out, "DTSTART", &minute(due));
    }
    line(
        out,
        "SUMMARY",
        &escaped(&(words.deadline_of)(&item.id, site.say(&item.title))),
    );
    line(out, "DESCRIPTION", &escaped(&said.join("\n")));
    if let Some(address) = site.address {
        line(
            out,
            "URL",
            &format!("{address}/{}o/{}.html", prefix(site.language), item.id),
        );
    }
    out.push_str("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

fn day(date: NaiveDate) -> String {
    date.to_string().replace('-', "")
}

/// A minute in UTC.
fn minute(moment: Moment) -> String {
    let utc = chrono::DateTime::from_timestamp(moment.first_minute() * 60, 0).map(|utc| utc.naive_utc());
    let text = utc.map(|utc| format!("{utc:?}")).unwrap_or_default();
    let digits: String = text
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == 'T')
        .collect();
    format!("{digits}Z")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A line, folded after 75 bytes between two letters.
fn line(out: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for letter in format!("{name}:{value}").chars() {
        if used + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, written: &str) {
        let mut out = String::new();
        line(&mut out, "X", &escaped(value));
        assert_eq!(out, written);
    }

    #[test]
    fn lines_are_escaped_and_folded() {
        check("a, b; c\\d\ne", "X:a\\, b\\; c\\\\d\\ne\r\n");
        check(&"a".repeat(73), &format!("X:{}\r\n", "a".repeat(73)));
        check(&"a".repeat(74), &format!("X:{}\r\n a\r\n", "a".repeat(73)));
        // Three bytes each: 24 of them and two letters are 74 bytes.
        check(&"ក".repeat(25), &format!("X:{}\r\n ក\r\n", "ក".repeat(24)));
    }

    #[test]
    fn times_are_in_utc() {
        let at = |text| Moment::parse(text).map(minute).unwrap_or_default();
        assert_eq!(at("2025-12-30T12:00+07:00"), "20251230T050000Z");
    }
}
