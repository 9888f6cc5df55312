//! The whole catalogue as its TOML files have it, prose and sources included.
//!
//! `Record::read` is the only way in: it reads a folder of the form that `catalogue/FORMAT.md` describes and answers with the
//! record, or with every fault found, each naming file, item and field. Native only.

mod check;
mod file;
mod generate;
mod pack;
mod places;
mod text;
mod translate;
mod walk;

pub use check::check;
pub use file::{
    BaselineEntry, Body, ChangeEntry, Claim, ClockEntry, CommonName, EditionEntry, Event, Instrument, Lineage,
    Obligation, Order, Party, Place, Pledge, PledgePart, Proposal, Question, Reading, Signatory, Source, StartEntry,
    Term, ThemeEntry, Trace, WhenEntry,
};
pub use generate::generate;
pub use pack::{names, pack, spoken};
pub use places::named;
pub use text::{Language, Text};
pub use translate::{Check, Checks, LeftOver, TextState};
pub use walk::{Placed, texts};

use serde::de::DeserializeOwned;
use std::fmt;
use std::path::Path;
use translate::{TRANSLATED, TranslationFile, Translations};

/// The whole catalogue. Instruments stand in the order of the page: core ones first, each group by date, then by id.
#[derive(Debug, Default)]
pub struct Record {
    /// Editions, oldest first.
    pub editions: Vec<EditionEntry>,
    /// Cambodia, then Thailand.
    pub parties: Vec<Party>,
    /// Other duty-bearers, verifiers and speakers.
    pub bodies: Vec<Body>,
    /// Themes in the order of the page.
    pub themes: Vec<ThemeEntry>,
    /// Places, by the names that each side gives them.
    pub places: Vec<Place>,
    /// The instruments with their obligations.
    pub instruments: Vec<InstrumentFile>,
    /// Events by date.
    pub events: Vec<Event>,
    /// Sources in the order of their file.
    pub sources: Vec<Source>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// What others pledged.
    pub pledges: Vec<Pledge>,
    /// What the article proposes.
    pub proposals: Vec<Proposal>,
    /// Open questions.
    pub questions: Vec<Question>,
    /// Sentences of the two source documents and what carries them.
    pub traces: Vec<Trace>,
    /// Words that no English text may use.
    pub loaded_words: Vec<String>,
    /// Translations whose English is no longer there.
    pub left_over: Vec<LeftOver>,
    /// Which translations a native reader has checked.
    pub checks: Checks,
}

/// One file of `instruments/`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentFile {
    /// The head of the file.
    pub instrument: Instrument,
    /// Its obligations, in the order of the text.
    #[serde(default, rename = "obligation")]
    pub obligations: Vec<Obligation>,
}

/// What is wrong in a catalogue, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, as a path in the catalogue folder.
    pub file: String,
    /// The id of the item, or its place in the file.
    pub item: String,
    /// The field.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        for part in [&self.item, &self.field] {
            if !part.is_empty() {
                write!(f, ": {part}")?;
            }
        }
        write!(f, ": {}", self.message)
    }
}

impl Record {
    /// Reads and checks the catalogue in this folder. Answers with all faults found, sorted by file.
    pub fn read(folder: &Path) -> Result<Self, Vec<Fault>> {
        let record = Self::read_unchecked(folder)?;
        let faults = check(&record);
        if faults.is_empty() { Ok(record) } else { Err(faults) }
    }

    /// Reads the files without looking at what they say: fails on files that are missing or have another form.
    pub fn read_unchecked(folder: &Path) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader {
            folder,
            faults: Vec::new(),
            translations: Translations::default(),
        };
        reader.take_translations();
        let editions: EditionsFile = reader.read("editions.toml");
        let parties: PartiesFile = reader.read("parties.toml");
        let events: EventsFile = reader.read("events.toml");
        let sources: SourcesFile = reader.read("sources.toml");
        let glossary: GlossaryFile = reader.read("glossary.toml");
        let pledges: PledgesFile = reader.read("pledges.toml");
        let traces: TracesFile = reader.read("traces.toml");
        let loaded_words = reader.lines("loaded-words.txt");
        let mut instruments: Vec<InstrumentFile> = reader
            .instrument_files()
            .iter()
            .filter_map(|name| reader.read_some(name))
            .collect();
        instruments.sort_by_key(|file| {
            let head = &file.instrument;
            let date = Moment::parse(&head.date).map_or(i64::MAX, Moment::first_minute);
            (head.group != "core", date, head.id.clone())
        });
        if !reader.faults.is_empty() {
            reader.faults.sort();
            return Err(reader.faults);
        }
        Ok(Self {
            editions: editions.edition,
            parties: parties.party,
            bodies: parties.body,
            themes: parties.theme,
            places: parties.place,
            instruments,
            events: events.event,
            sources: sources.source,
            terms: glossary.term,
            pledges: pledges.pledge,
            proposals: pledges.proposal,
            questions: pledges.question,
            traces: traces.trace,
            loaded_words,
            left_over: reader.translations.left_over(),
            checks: reader.translations.checks(),
        })
    }

    /// Where a text stands in a language: checked by a native reader, a working translation, or missing.
    pub fn state(&self, text: &Text, language: Language) -> TextState<'_> {
        if language == Language::En {
            return TextState::Original;
        }
        if text.get(language).is_none() {
            return TextState::Missing;
        }
        let check = self.checks.get(&(language.code(), text.en.clone()));
        check.map_or(TextState::Working, TextState::Checked)
    }

    /// Every obligation with its instrument, in the order of the page.
    pub fn obligations(&self) -> impl Iterator<Item = (&Instrument, &Obligation)> {
        self.instruments
            .iter()
            .flat_map(|file| file.obligations.iter().map(|item| (&file.instrument, item)))
    }

    /// The obligation of this id.
    pub fn obligation(&self, id: &str) -> Option<&Obligation> {
        self.obligations().map(|(_, item)| item).find(|item| item.id == id)
    }

    /// The event of this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The source of this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The name of a party or body.
    pub fn name(&self, id: &str) -> Option<&Text> {
        let party = self.parties.iter().find(|party| party.id == id);
        let body = self.bodies.iter().find(|body| body.id == id);
        party.map(|party| &party.name).or(body.map(|body| &body.name))
    }

    /// The ids of all parties and bodies, in the order in which they stand everywhere.
    pub fn bearer_ids(&self) -> impl Iterator<Item = &str> {
        let parties = self.parties.iter().map(|party| party.id.as_str());
        parties.chain(self.bodies.iter().map(|body| body.id.as_str()))
    }
}

use super::moment::Moment;

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct EditionsFile {
    edition: Vec<EditionEntry>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PartiesFile {
    party: Vec<Party>,
    body: Vec<Body>,
    theme: Vec<ThemeEntry>,
    place: Vec<Place>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct EventsFile {
    event: Vec<Event>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SourcesFile {
    source: Vec<Source>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct GlossaryFile {
    term: Vec<Term>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PledgesFile {
    pledge: Vec<Pledge>,
    proposal: Vec<Proposal>,
    question: Vec<Question>,
}

#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TracesFile {
    trace: Vec<Trace>,
}

struct Reader<'a> {
    folder: &'a Path,
    faults: Vec<Fault>,
    translations: Translations,
}

impl Reader<'_> {
    /// Reads the translations, where there are any: before all files whose texts they are of.
    fn take_translations(&mut self) {
        for language in TRANSLATED {
            let name = format!("translations/{}.toml", language.code());
            if !self.folder.join(&name).is_file() {
                continue;
            }
            let Some(text) = self.text(&name) else { continue };
            match toml::from_str::<TranslationFile>(&text) {
                Ok(file) => {
                    for message in self.translations.take(language, file) {
                        self.fault(&name, "", &message);
                    }
                }
                Err(error) => self.fault(&name, "", &error.to_string()),
            }
        }
    }

    fn read<T: DeserializeOwned + Default>(&mut self, name: &str) -> T {
        self.read_some(name).unwrap_or_default()
    }

    fn read_some<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let text = self.text(name)?;
        match toml::from_str(&text) {
            Ok(value) => Some(self.translated(&text).unwrap_or(value)),
            Err(error) => {
                let line = error.span().map_or(0, |span| {
                    1 + text.bytes().take(span.start).filter(|&byte| byte == b'\n').count()
                });
                let item = item_before(&text, line);
                self.fault(name, &format!("{item}line {line}"), error.message());
                None
            }
        }
    }

    /// A file that was read once without faults, with the translations in its texts.
    fn translated<T: DeserializeOwned>(&mut self, text: &str) -> Option<T> {
        let mut table: toml::Table = toml::from_str(text).ok()?;
        self.translations.fill(&mut table);
        table.try_into().ok()
    }

    fn lines(&mut self, name: &str) -> Vec<String> {
        let text = self.text(name).unwrap_or_default();
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(str::to_owned)
            .collect()
    }

    fn text(&mut self, name: &str) -> Option<String> {
        match std::fs::read_to_string(self.folder.join(name)) {
            Ok(text) => Some(text),
            Err(error) => {
                self.fault(name, "", &error.to_string());
                None
            }
        }
    }

    fn instrument_files(&mut self) -> Vec<String> {
        let names = std::fs::read_dir(self.folder.join("instruments")).map(|entries| {
            entries
                .flatten()
                .filter_map(|entry| entry.file_name().into_string().ok())
                .filter(|name| name.ends_with(".toml"))
                .map(|name| format!("instruments/{name}"))
                .collect::<Vec<_>>()
        });
        match names {
            Ok(mut names) => {
                names.sort();
                names
            }
            Err(error) => {
                self.fault("instruments", "", &error.to_string());
                Vec::new()
            }
        }
    }

    fn fault(&mut self, file: &str, item: &str, message: &str) {
        self.faults.push(Fault {
            file: file.to_owned(),
            item: item.to_owned(),
            field: String::new(),
            message: message.to_owned(),
        });
    }
}

/// The id of the item in which a line stands, for messages of the TOML reader: `KLD-6b, `; empty where none is found. The first line of
/// an item (`[[obligation]]`) stands before its id, all others behind it.
fn item_before(text: &str, line: usize) -> String {
    let id = |line: &str| Some(line.trim().strip_prefix("id = \"")?.strip_suffix('"')?.to_owned());
    let is_head = |line: &str| line.starts_with("[[") && !line.contains('.');
    let lines: Vec<&str> = text.lines().collect();
    let (before, after) = lines.split_at(line.min(lines.len()));
    let found = if before.last().is_some_and(|line| is_head(line)) {
        after
            .iter()
            .take_while(|line| !line.starts_with('['))
            .find_map(|line| id(line))
    } else {
        before
            .iter()
            .rev()
            .take_while(|line| !is_head(line))
            .find_map(|line| id(line))
    };
    found.map_or_else(String::new, |id| format!("{id}, "))
}
