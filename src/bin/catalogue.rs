//! `cargo xtask catalogue [folder]`: checks the catalogue and prints what it holds, what is missing, and what is new since the last
//! release. Answers with 1 if it has faults, or if a released slot was changed.

use accord_checklist::catalogue::record::{Language, Obligation, Record, texts};
use accord_checklist::catalogue::{Kind, Status};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The project's own catalogue.
const OWN_FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
/// Every slot as it was released, with its obligation and bearers.
const RELEASED: &str = include_str!("../../tests/golden/slots.txt");

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(OWN_FOLDER), PathBuf::from);
    match Record::read(&folder) {
        Ok(record) => {
            let difference = is_own(&folder).then(|| Difference::new(&record, RELEASED));
            let stands = difference
                .as_ref()
                .is_none_or(|difference| difference.changed.is_empty());
            // A reader that closes early, such as `head`, is no fault.
            let _ = std::io::stdout().write_all(report(&record, difference.as_ref()).as_bytes());
            if stands { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(faults) => {
            let lines: String = faults.iter().map(|fault| format!("{fault}\n")).collect();
            let count = counted(faults.len(), "fault");
            let _ = write!(std::io::stderr(), "{lines}\n{}: {count}\n", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Whether a folder is the project's own catalogue, to which the released slots belong.
fn is_own(folder: &Path) -> bool {
    match (folder.canonicalize(), Path::new(OWN_FOLDER).canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

// The difference from the last release

/// How the slots of a record differ from the released ones; each line is a slot, its obligation and its bearers.
#[derive(Debug, Default, PartialEq, Eq)]
struct Difference {
    /// Slots that were not released yet.
    added: Vec<String>,
    /// Released slots that have no obligation any more.
    withdrawn: Vec<String>,
    /// Released slots with another obligation or other bearers: links would be read wrongly.
    changed: Vec<String>,
}

impl Difference {
    fn new(record: &Record, released: &str) -> Self {
        let slot_of = |line: &str| line.split(' ').next().and_then(|slot| slot.parse::<u16>().ok());
        let released: BTreeMap<u16, &str> = released
            .lines()
            .filter_map(|line| Some((slot_of(line)?, line)))
            .collect();
        let now: BTreeMap<u16, String> = record
            .obligations()
            .map(|(_, item)| (item.slot, slot_line(item)))
            .collect();
        let mut difference = Self::default();
        for (slot, line) in &now {
            match released.get(slot) {
                None => difference.added.push(line.clone()),
                Some(before) if before == line => {}
                Some(before) => difference.changed.push(format!("{before}  is now  {line}")),
            }
        }
        let gone = released.iter().filter(|(slot, _)| !now.contains_key(slot));
        difference.withdrawn.extend(gone.map(|(_, line)| (*line).to_owned()));
        difference
    }
}

/// A slot as `tests/golden/slots.txt` has it.
fn slot_line(item: &Obligation) -> String {
    format!("{} {} {}", item.slot, item.id, item.bearers.join(" "))
}

// What is printed

/// Everything that a record holds, in tables.
fn report(record: &Record, difference: Option<&Difference>) -> String {
    let mut out = heading(record);
    for table in [
        by_text(record),
        by_kind(record),
        by_theme(record),
        by_bearer(record),
        by_baseline(record),
        events(record),
        sources(record),
        missing(record),
        left_over(record),
    ] {
        out.push('\n');
        out.push_str(&table);
    }
    out.push('\n');
    out.push_str(&told(difference));
    out
}

fn heading(record: &Record) -> String {
    let duties: usize = record.obligations().map(|(_, item)| item.bearers.len()).sum();
    let edition = record.editions.last().map_or_else(String::new, |edition| {
        format!(
            "Edition {}, published {}, record followed to {}, {}, {} withdrawn\n",
            edition.version,
            edition.published,
            edition.as_of,
            counted(edition.slots.into(), "slot"),
            record
                .editions
                .iter()
                .map(|edition| edition.withdrawn.len())
                .sum::<usize>(),
        )
    });
    format!(
        "No faults: {}, {}, {}\n{edition}Besides: {}, {}, {}, {}, {}, {}\n",
        counted(record.instruments.len(), "text"),
        counted(record.obligations().count(), "obligation"),
        counted(duties, "duty"),
        counted(record.pledges.len(), "pledge"),
        counted(record.proposals.len(), "proposal"),
        counted(record.questions.len(), "open question"),
        counted(record.terms.len(), "term"),
        counted(record.places.len(), "place"),
        counted(record.traces.len(), "traced sentence"),
    )
}

/// What stands in the columns of an obligation: itself, its duties, claims, readings, clocks.
const COLUMNS: [&str; 5] = ["obligations", "duties", "claims", "readings", "clocks"];

fn columns(item: &Obligation) -> [usize; 5] {
    [
        1,
        item.bearers.len(),
        item.claim.len(),
        item.reading.len(),
        item.clock.len(),
    ]
}

fn by_text(record: &Record) -> String {
    let mut table = Table::new("By text", &COLUMNS);
    for file in &record.instruments {
        let name = format!("{} {}", file.instrument.id, file.instrument.name.en);
        table.add(&name, &[0; 5]);
        for item in &file.obligations {
            table.add(&name, &columns(item));
        }
    }
    table.print(true)
}

fn by_kind(record: &Record) -> String {
    let mut table = Table::new("By kind", &COLUMNS);
    Kind::ALL.iter().for_each(|kind| table.add(kind.name(), &[0; 5]));
    for (_, item) in record.obligations() {
        table.add(&item.kind, &columns(item));
    }
    table.print(true)
}

fn by_theme(record: &Record) -> String {
    let mut table = Table::new("By theme", &COLUMNS);
    record.themes.iter().for_each(|theme| table.add(&theme.id, &[0; 5]));
    for (_, item) in record.obligations() {
        table.add(&item.theme, &columns(item));
    }
    table.print(true)
}

/// By bearer: its duties, and the claims that are on it or on all, and that it makes itself; bodies without either are left out.
fn by_bearer(record: &Record) -> String {
    let mut table = Table::new("By bearer or speaker", &["duties", "claims on it", "claims by it"]);
    for id in record.bearer_ids() {
        let mut row = [0; 3];
        for (_, item) in record.obligations() {
            let owes = item.bearers.iter().any(|bearer| bearer == id);
            let on = |claim: &&accord_checklist::catalogue::record::Claim| {
                owes && (claim.on.is_empty() || claim.on.iter().any(|on| on == id))
            };
            row[0] += usize::from(owes);
            row[1] += item.claim.iter().filter(on).count();
            row[2] += item.claim.iter().filter(|claim| claim.by == id).count();
        }
        if row != [0; 3] {
            table.add(id, &row);
        }
    }
    table.print(false)
}

/// The statuses that the record supports, for both parties and all others: duties.
fn by_baseline(record: &Record) -> String {
    let mut table = Table::new("Baseline", &["cambodia", "thailand", "others"]);
    for status in Status::ALL {
        table.add(status.name(), &[0; 3]);
    }
    for (_, item) in record.obligations() {
        for bearer in &item.bearers {
            let entry = item.baseline.iter().find(|entry| entry.bearer == *bearer);
            let status = entry.map_or(Status::NotAssessed.name(), |entry| entry.status.as_str());
            let place = record.bearer_ids().position(|id| id == bearer).unwrap_or(2).min(2);
            let mut row = [0; 3];
            row[place] = 1;
            table.add(status, &row);
        }
    }
    table.print(true)
}

fn events(record: &Record) -> String {
    let mut table = Table::new("Events", &["events", "contested", "bear on none"]);
    for event in &record.events {
        let none = event.bears_on.is_empty();
        table.add(&event.kind, &[1, event.contested.into(), none.into()]);
    }
    table.print(true)
}

fn sources(record: &Record) -> String {
    let mut table = Table::new("Sources", &["sources", "opening only", "without date"]);
    for source in &record.sources {
        let opening = source.extent == "opening";
        table.add(&source.kind, &[1, opening.into(), source.date.is_none().into()]);
    }
    table.print(true)
}

fn missing(record: &Record) -> String {
    let mut table = Table::new("Texts and what is missing", &["texts", "no Khmer", "no Thai"]);
    for placed in texts(record) {
        let lacks = |language: Language| usize::from(placed.text.get(language).is_none());
        table.add(&placed.file, &[1, lacks(Language::Km), lacks(Language::Th)]);
    }
    table.print(true)
}

/// Translations that no longer fit: their English was changed or taken out.
fn left_over(record: &Record) -> String {
    let mut out = format!(
        "Translations whose English is no longer there: {}\n",
        record.left_over.len()
    );
    for left in &record.left_over {
        out.push_str(&format!("  {} {}\n", left.language.code(), left.en));
    }
    out
}

fn told(difference: Option<&Difference>) -> String {
    let Some(difference) = difference else {
        return "Since the last release: not compared, this is another catalogue\n".to_owned();
    };
    if *difference == Difference::default() {
        return "Since the last release: no slot added, withdrawn or changed\n".to_owned();
    }
    let mut out = "Since the last release\n".to_owned();
    for (what, lines) in [
        ("added", &difference.added),
        ("withdrawn", &difference.withdrawn),
        ("CHANGED, which breaks links", &difference.changed),
    ] {
        for line in lines {
            out.push_str(&format!("  {what}: {line}\n"));
        }
    }
    out
}

// Tables

/// Rows of counts under headings; rows stand in the order in which they were first named.
struct Table<'a> {
    title: &'a str,
    columns: &'a [&'a str],
    rows: Vec<(String, Vec<usize>)>,
}

impl<'a> Table<'a> {
    fn new(title: &'a str, columns: &'a [&'a str]) -> Self {
        Self {
            title,
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds counts to the row of this name.
    fn add(&mut self, name: &str, counts: &[usize]) {
        match self.rows.iter_mut().find(|(other, _)| other == name) {
            Some((_, row)) => row.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count),
            None => self.rows.push((name.to_owned(), counts.to_vec())),
        }
    }

    /// The table in columns, with a row of sums if they mean something.
    fn print(mut self, sums: bool) -> String {
        if sums {
            let sum = |column: usize| self.rows.iter().map(|(_, row)| row[column]).sum();
            let sums: Vec<usize> = (0..self.columns.len()).map(sum).collect();
            self.rows.push(("all".to_owned(), sums));
        }
        let names = self.rows.iter().map(|(name, _)| name.as_str()).chain([self.title]);
        let width = names.map(|name| name.chars().count()).max().unwrap_or_default();
        let mut out = format!("{:width$}", self.title);
        for column in self.columns {
            out.push_str(&format!("  {column}"));
        }
        out.push('\n');
        for (name, counts) in &self.rows {
            out.push_str(&format!("{name:width$}"));
            for (column, count) in self.columns.iter().zip(counts) {
                out.push_str(&format!("  {count:>0$}", column.chars().count()));
            }
            out.push('\n');
        }
        out
    }
}

/// `1 duty`, `2 duties`, `no duties`.
fn counted(count: usize, what: &str) -> String {
    let many = what
        .strip_suffix('y')
        .map_or_else(|| format!("{what}s"), |stem| format!("{stem}ies"));
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {what}"),
        _ => format!("{count} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Record {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
        Record::read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    /// The small catalogue against these released slots: what is told.
    #[track_caller]
    fn compared(released: &str, expected: &str) {
        let difference = Difference::new(&small(), released);
        assert_eq!(told(Some(&difference)), expected, "{released}");
    }

    #[test]
    fn slots_are_compared_with_the_released_ones() {
        let one = "0 TWO-1 cambodia thailand";
        let two = "1 TWO-2 icrc";
        let three = "2 ONE-1 cambodia thailand";
        compared(
            &format!("{one}\n{two}\n{three}\n"),
            "Since the last release: no slot added, withdrawn or changed\n",
        );
        compared(
            &format!("{one}\n{two}\n"),
            "Since the last release\n  added: 2 ONE-1 cambodia thailand\n",
        );
        compared(
            &format!("{one}\n{two}\n{three}\n3 ONE-2 thailand\n"),
            "Since the last release\n  withdrawn: 3 ONE-2 thailand\n",
        );
        compared(
            &format!("{one}\n1 TWO-2 press\n{three}\n"),
            "Since the last release\n  CHANGED, which breaks links: 1 TWO-2 press  is now  1 TWO-2 icrc\n",
        );
    }

    #[test]
    fn the_report_counts_what_is_there() {
        let report = report(&small(), None);
        for line in [
            "No faults: 2 texts, 3 obligations, 5 duties",
            "Edition 2020-07, published 2020-07-15, record followed to 2020-06-30, 4 slots, 1 withdrawn",
            "Besides: 1 pledge, 1 proposal, 1 open question, 1 term, 1 place, 2 traced sentences",
            "TWO Second text            2       3       2         2       3",
            "prohibition            0       0       0         0       0",
            "thailand                   2             4             1",
            "fulfilled            1         1       0",
            "parties.toml                  16        15       15",
            "Since the last release: not compared, this is another catalogue",
        ] {
            assert!(
                report.lines().any(|other| other == line),
                "{line:?} is not in\n{report}"
            );
        }
    }

    #[test]
    fn numbers_and_their_words() {
        assert_eq!(counted(0, "duty"), "no duties");
        assert_eq!(counted(1, "slot"), "1 slot");
        assert_eq!(counted(2, "open question"), "2 open questions");
    }
}
