//! `cargo xtask translations [folder]`: how each translation of the record stands (checked, working, missing), what
//! changed in English since, and a page a language with English and translation side by side, to be read by a reviewer.
//!
//! A translation belongs to its English to the letter (`catalogue/FORMAT.md`). Where the English was changed, the text is missing and
//! the old pair is left over; the page puts the two beside each other.

use accord_checklist::catalogue::record::{Language, LeftOver, Placed, Record, TextState, texts};
use accord_checklist::markup::{Element, element, told};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The project's own catalogue.
const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
/// Where the pages come, if no folder is named.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/translations");
/// So large a part of the words must be the same for an old English to count as the former form of a new one.
const ALIKE: f64 = 0.5;

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(FOLDER), PathBuf::from);
    let done = Record::read(Path::new(CATALOGUE))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        .and_then(|record| write(&record, &folder).map_err(|error| format!("{}: {error}", folder.display())));
    match done {
        Ok(lines) => {
            println!("{lines}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the pages. Answers with what is to be said of them.
fn write(record: &Record, folder: &Path) -> std::io::Result<String> {
    std::fs::create_dir_all(folder)?;
    let mut lines = Vec::new();
    for language in [Language::Km, Language::Th] {
        let state = State::of(record, language);
        let path = folder.join(format!("{}.html", language.code()));
        std::fs::write(&path, state.page())?;
        lines.push(format!(
            "{}: {} texts: {} checked, {} working, {} missing; {} of the missing changed in English, {} old pairs left over; {}",
            language.code(),
            state.rows.len(),
            state.checked(),
            state.rows.len() - state.checked() - state.missing().count(),
            state.missing().count(),
            state.missing().filter(|row| row.before.is_some()).count(),
            state.left_over.len(),
            path.display()
        ));
        lines.extend(state.missing().map(|row| format!("  {}: {}", row.place, row.en)));
    }
    Ok(lines.join("\n"))
}

/// A text of the record in English and in one other language.
struct Row {
    place: String,
    en: String,
    to: Option<String>,
    /// Who checked the translation and when.
    checked: Option<String>,
    /// The English of which it is the new form.
    before: Option<String>,
}

/// How the translations into one language stand.
struct State {
    language: Language,
    rows: Vec<Row>,
    left_over: Vec<String>,
}

impl State {
    fn of(record: &Record, language: Language) -> Self {
        let of_this = |left: &&LeftOver| left.language == language;
        let left_over: Vec<String> = record
            .left_over
            .iter()
            .filter(of_this)
            .map(|left| left.en.clone())
            .collect();
        let row = |placed: Placed<'_>| {
            let to = placed.text.get(language).map(str::to_owned);
            let checked = match record.state(placed.text, language) {
                TextState::Checked(check) => Some(format!("{}, {}", check.by, check.on)),
                TextState::Original | TextState::Working | TextState::Missing => None,
            };
            let former = || {
                left_over
                    .iter()
                    .find(|old| alike(old, &placed.text.en) >= ALIKE)
                    .cloned()
            };
            Row {
                place: format!("{} {} {}", placed.file, placed.item, placed.field),
                en: placed.text.en.clone(),
                before: if to.is_none() { former() } else { None },
                to,
                checked,
            }
        };
        Self {
            language,
            rows: texts(record).into_iter().map(row).collect(),
            left_over,
        }
    }

    fn missing(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.to.is_none())
    }

    fn checked(&self) -> usize {
        self.rows.iter().filter(|row| row.checked.is_some()).count()
    }

    fn page(&self) -> String {
        let code = self.language.code();
        let heads = ["Place", "English", code, "State"].map(|head| told("th", head).with("scope", "col"));
        let row = |row: &Row| {
            let mut english = told("td", row.en.clone());
            if let Some(before) = &row.before {
                english = english.child(told("p", format!("Before: {before}")).class("before"));
            }
            let to = match &row.to {
                Some(to) => told("td", to.clone()).with("lang", code),
                None => told("td", "missing").class("missing"),
            };
            let state = match (&row.checked, &row.to) {
                (Some(check), _) => format!("checked: {check}"),
                (None, Some(_)) => "working".to_owned(),
                (None, None) => "missing".to_owned(),
            };
            element("tr")
                .child(told("td", row.place.clone()))
                .child(english)
                .child(to)
                .child(told("td", state))
        };
        let table = element("table")
            .child(element("thead").child(element("tr").children(heads)))
            .child(element("tbody").children(self.rows.iter().map(row)));
        let left = self.left_over.iter().map(|en| told("li", en.clone()));
        let body = element("body")
            .child(told("h1", format!("The record in English and {code}")))
            .child(told(
                "p",
                format!(
                    "{} texts: {} checked by a native reader, {} missing, all others working translations.",
                    self.rows.len(),
                    self.checked(),
                    self.missing().count()
                ),
            ))
            .child(table)
            .child(told("h2", "Translations whose English is gone"))
            .child(element("ul").children(left));
        let head = element("head")
            .child(element("meta").with("charset", "utf-8"))
            .child(told("title", format!("Translations: {code}")))
            .child(told("style", STYLE));
        format!("<!DOCTYPE html>\n{}\n", html(head, body))
    }
}

const STYLE: &str = "body { font: 15px/1.7 system-ui, sans-serif; margin: 24px } table { border-collapse: collapse; table-layout: fixed; \
     width: 100% } th, td { border: 1px solid; padding: 6px 10px; text-align: start; vertical-align: top; overflow-wrap: anywhere } \
     th:first-child { width: 18% } .missing, .before { font-weight: 700 }";

fn html(head: Element, body: Element) -> String {
    element("html").with("lang", "en").child(head).child(body).html()
}

/// Which part of the words of two texts they share: 0 none, 1 all.
fn alike(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> HashSet<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let (one, other) = (words(one), words(other));
    let all = one.union(&other).count().max(1);
    one.intersection(&other).count() as f64 / all as f64
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn a_changed_text_is_known_by_its_words() {
        assert!(
            alike(
                "Thailand releases 18 soldiers at once",
                "Thailand releases the 18 soldiers at once"
            ) > 0.5
        );
        assert!(alike("Thailand releases 18 soldiers", "Both clear mines near the border") < 0.2);
    }
}
