//! What a reader takes away, natively: citations with edition and date, cards for other pages, calendars.
#![cfg(feature = "site")]

use accord_checklist::accord::{ACCORD, CATALOGUE_FOLDER};
use accord_checklist::catalogue::record::Record;
use accord_checklist::site::static_pages::{self, File, Looks};
use serde_json::Value;
use std::path::Path;

const ADDRESS: &str = "https://example.org/accords";
const LANGUAGES: [&str; 3] = ["", "km/", "th/"];

fn files(address: Option<&str>) -> Vec<File> {
    let record = Record::read(Path::new(CATALOGUE_FOLDER)).expect("the catalogue is in order");
    let name = |name: &str| name.to_owned();
    let looks = Looks {
        style: name("style.css"),
        early: name("early.js"),
        style_embed: name("style-embed.css"),
        embed: name("embed.js"),
        take: vec![name("take.js"); 3],
    };
    static_pages::files(&record, &looks, address).expect("pages")
}

#[track_caller]
fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("there is no {path}")).text
}

/// What stands in the box of a form of citation.
#[track_caller]
fn cited(page: &str, form: &str) -> String {
    let start = format!("data-cite=\"{form}\">");
    let rest = page.split_once(&start).unwrap_or_else(|| panic!("no {form}")).1;
    let inner = rest.split('<').next().unwrap_or_default();
    inner.replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn citations_carry_edition_and_date() {
    let files = files(Some(ADDRESS));
    let edition = ACCORD.edition();
    let as_of = edition.as_of.to_string();
    let year = &edition.version[..4];
    for folder in LANGUAGES {
        for (page, id) in [("o/KLD-6b.html", "KLD-6b"), ("method.html", "record")] {
            let page = text(&files, &format!("{folder}{page}"));
            for form in ["text", "bibtex", "csl"] {
                let said = cited(page, form);
                for part in [edition.version, &as_of, year, ADDRESS] {
                    assert!(said.contains(part), "{folder} {id} {form}: no {part} in {said}");
                }
            }
            let csl: Value = serde_json::from_str(&cited(page, "csl")).expect("CSL-JSON");
            assert_eq!(csl[0]["version"], edition.version);
            assert_eq!(csl[0]["issued"]["date-parts"][0][0].to_string(), year);
            assert_eq!(csl[0]["id"], format!("accord-checklist-{id}-{}", edition.version));
            let bibtex = cited(page, "bibtex");
            assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count(), "{bibtex}");
        }
    }
}

#[test]
fn every_obligation_has_a_card_in_every_language() {
    let files = files(None);
    for folder in LANGUAGES {
        for item in ACCORD.obligations {
            let card = text(&files, &format!("embed/{folder}{}.html", item.id));
            assert!(!card.contains("<script"), "{}", item.id);
            assert!(card.contains("noindex") && card.contains(item.id), "{}", item.id);
            assert!(
                card.contains(&format!("o/{}.html\" target=\"_blank\"", item.id)),
                "{}",
                item.id
            );
        }
        assert!(text(&files, &format!("embed/{folder}snapshot.html")).contains("data-duties=\"106 108\""));
    }
    assert!(text(&files, "embed/KLD-6b.html").contains("From the public record"));
    assert!(text(&files, "embed/snapshot.html").contains("Personal assessment, not official"));
}

#[test]
fn calendars_hold_every_deadline_with_a_day() {
    let files = files(Some(ADDRESS));
    for folder in LANGUAGES {
        let all = text(&files, &format!("{folder}deadlines.ics"));
        let single = files
            .iter()
            .filter(|file| file.path.starts_with(&format!("{folder}o/")) && file.path.ends_with(".ics"));
        let in_single: usize = single.map(|file| file.text.matches("BEGIN:VEVENT").count()).sum();
        assert_eq!(all.matches("BEGIN:VEVENT").count(), in_single);
        assert!(in_single > 20, "{in_single}");
        assert!(all.lines().all(|line| line.len() <= 75), "lines are folded");
        // The hand-over was due on 30 December at 12:00 in UTC+7.
        assert!(text(&files, &format!("{folder}o/CF27-11.ics")).contains("DTSTART:20251230T050000Z"));
    }
}
