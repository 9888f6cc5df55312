//! The tables of the open data: each column with its meaning beside it, so that the codebook cannot forget one.
//!
//! Lists within a cell are parted by `; `. Ids are those of the JSON; words for the reader follow the language of the table.

use super::clocks::computed;
use crate::accord::ACCORD;
use crate::catalogue::record::{Claim, Event, Instrument, Language, Obligation, Record, Text};
use crate::catalogue::structure::Duty;
use crate::catalogue::{Kind, Status};
use crate::export::csv;
use crate::language::Words;

/// The kinds of changes between editions.
pub const CHANGE_KINDS: [&str; 3] = ["facts", "corrections", "method"];
/// The relations of lineage, in the order of `Words::relations`.
pub const RELATIONS: [&str; 4] = ["restates", "modifies", "supersedes", "carries-out"];
/// The kinds of events, in the order of `Words::event_kinds`.
pub const EVENT_KINDS: [&str; 5] = ["agreement", "incident", "meeting", "step", "statement"];
/// Who speaks in a source, in the order of `PageWords::source_kinds`.
pub const SOURCE_KINDS: [&str; 7] = [
    "cambodia",
    "thailand",
    "asean-un",
    "other-state",
    "press",
    "mirror",
    "document",
];

/// A record in one language.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    /// The record.
    pub record: &'a Record,
    /// The language.
    pub language: Language,
    /// Its words.
    pub words: &'static Words,
}

/// A table of the open data.
pub struct Table {
    /// Its name without ending: `obligations`.
    pub name: &'static str,
    /// What one row is.
    pub row: &'static str,
    /// Its columns: name and meaning.
    pub columns: Vec<(&'static str, &'static str)>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as comma-separated values.
    pub fn csv(&self) -> String {
        let header: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        csv::write(&header, &self.rows)
    }
}

/// All tables in this language.
pub fn tables(speech: Speech<'_>) -> [Table; 5] {
    [
        obligations(speech),
        duties(speech),
        clocks(speech),
        events(speech),
        claims(speech),
    ]
}

/// A column: its name, its meaning, and what stands in it.
struct Column<'a, T>(&'static str, &'static str, fn(Speech<'a>, &T) -> String);

fn table<'a, T>(
    speech: Speech<'a>,
    name: &'static str,
    row: &'static str,
    columns: &[Column<'a, T>],
    items: impl Iterator<Item = T>,
) -> Table {
    Table {
        name,
        row,
        columns: columns.iter().map(|column| (column.0, column.1)).collect(),
        rows: items
            .map(|item| columns.iter().map(|column| (column.2)(speech, &item)).collect())
            .collect(),
    }
}

type Promise<'a> = (&'a Instrument, &'a Obligation);

fn obligations(speech: Speech<'_>) -> Table {
    let columns: &[Column<'_, Promise<'_>>] = &[
        Column("id", "The stable id of the obligation.", |_, (_, item)| item.id.clone()),
        Column("slot", "Its append-only number, never used again.", |_, (_, item)| {
            item.slot.to_string()
        }),
        Column("instrument", "The id of the instrument.", |_, (head, _)| {
            head.id.clone()
        }),
        Column(
            "instrument_name",
            "The short name of the instrument.",
            |speech, (head, _)| speech.say(&head.name),
        ),
        Column(
            "instrument_date",
            "When the instrument was signed or agreed.",
            |_, (head, _)| head.date.clone(),
        ),
        Column(
            "paragraph",
            "The paragraph as printed; empty where the text has no numbers.",
            |_, (_, item)| item.paragraph.clone(),
        ),
        Column(
            "numbering",
            "How sure the paragraph number is: confirmed, working or none.",
            |_, (_, item)| item.numbering.clone(),
        ),
        Column("theme", "The id of the theme.", |_, (_, item)| item.theme.clone()),
        Column("kind", "act, continuing, prohibition or recurring.", |_, (_, item)| {
            item.kind.clone()
        }),
        Column("title", "Our title.", |speech, (_, item)| speech.say(&item.title)),
        Column("text", "The obligation in our own words.", |speech, (_, item)| {
            speech.say(&item.text)
        }),
        Column(
            "caution",
            "What is inferred, uncertain or to be checked.",
            |speech, (_, item)| speech.some(item.caution.as_ref()),
        ),
        Column("bearers", "Who owes it.", |_, (_, item)| list(&item.bearers)),
        Column(
            "through",
            "The organ or channel through which it is owed.",
            |speech, (_, item)| speech.some(item.through.as_ref()),
        ),
        Column("beneficiary", "To whom it is owed.", |_, (_, item)| {
            list(&item.beneficiary)
        }),
        Column("verifier", "Who checks; empty where none is named.", |_, (_, item)| {
            list(&item.verifier)
        }),
        Column(
            "verifier_implied",
            "Whether the verifier is implied and not named.",
            |_, (_, item)| item.verifier_implied.to_string(),
        ),
        Column(
            "provision",
            "The Peace Accords Matrix provision type; empty where none fits.",
            |_, (_, item)| item.provision.clone(),
        ),
        Column(
            "depends_on",
            "Steps that come first, as the text has it.",
            |_, (_, item)| list(&item.depends_on),
        ),
        Column(
            "lineage",
            "What it does to earlier obligations: relation and id.",
            |_, (_, item)| {
                let all: Vec<String> = item
                    .lineage
                    .iter()
                    .map(|one| format!("{} {}", one.relation, one.to))
                    .collect();
                list(&all)
            },
        ),
        Column(
            "text_awaited",
            "Whether the text could not be read; such an item has no baseline.",
            |_, (_, item)| item.text_awaited.to_string(),
        ),
        Column(
            "appeal",
            "Whether the text appeals or invites and does not bind.",
            |_, (_, item)| item.appeal.to_string(),
        ),
        Column("clocks", "How many clocks it has; see clocks.csv.", |_, (_, item)| {
            item.clock.len().to_string()
        }),
        Column(
            "readings",
            "How many readings of the parties are recorded: none or two.",
            |_, (_, item)| item.reading.len().to_string(),
        ),
        Column(
            "claims",
            "How many dated statements the public record has on it; see claims.csv.",
            |_, (_, item)| item.claim.len().to_string(),
        ),
        Column("sources", "Sources of the obligation.", |_, (_, item)| {
            list(&item.sources)
        }),
        Column(
            "page",
            "The address of its page, from the folder of this table.",
            |_, (_, item)| format!("../o/{}.html", item.id),
        ),
    ];
    table(
        speech,
        "obligations",
        "One obligation.",
        columns,
        speech.record.obligations(),
    )
}

struct Owed<'a> {
    head: &'a Instrument,
    item: &'a Obligation,
    duty: &'static Duty,
    bearer: &'static str,
    kind: Kind,
}

impl Owed<'_> {
    /// The status that the record supports; nothing where the text is awaited.
    fn status(&self) -> Option<Status> {
        (!self.item.text_awaited).then_some(self.duty.baseline.status)
    }
}

fn duties(speech: Speech<'_>) -> Table {
    let columns: &[Column<'_, Owed<'_>>] = &[
        Column(
            "duty",
            "The obligation and its bearer: obligation/bearer.",
            |_, owed| format!("{}/{}", owed.item.id, owed.bearer),
        ),
        Column("obligation", "The id of the obligation.", |_, owed| {
            owed.item.id.clone()
        }),
        Column("bearer", "The id of the duty-bearer.", |_, owed| owed.bearer.to_owned()),
        Column("bearer_name", "The name of the duty-bearer.", |speech, owed| {
            speech.name(owed.bearer)
        }),
        Column("instrument", "The id of the instrument.", |_, owed| {
            owed.head.id.clone()
        }),
        Column("theme", "The id of the theme.", |_, owed| owed.item.theme.clone()),
        Column("kind", "act, continuing, prohibition or recurring.", |_, owed| {
            owed.item.kind.clone()
        }),
        Column("title", "The title of the obligation.", |speech, owed| {
            speech.say(&owed.item.title)
        }),
        Column(
            "status",
            "The baseline: the status that the public record supports. Empty where the text is awaited.",
            |_, owed| owed.status().map(|status| status.name().to_owned()).unwrap_or_default(),
        ),
        Column(
            "status_word",
            "The same in the words of the page, which depend on the kind.",
            |speech, owed| {
                owed.status()
                    .map(|status| speech.words.status(status, owed.kind).to_owned())
                    .unwrap_or_default()
            },
        ),
        Column(
            "extent",
            "How far, where it is under way: minimal or intermediate; empty where not stated.",
            |_, owed| {
                owed.duty
                    .baseline
                    .extent
                    .map(|extent| extent.name().to_owned())
                    .unwrap_or_default()
            },
        ),
        Column(
            "kroc",
            "The Kroc level 0 to 3; empty where the scale has no place for the status.",
            |_, owed| {
                let level = owed.status().and_then(|status| status.kroc(owed.duty.baseline.extent));
                level.map(|level| level.to_string()).unwrap_or_default()
            },
        ),
        Column(
            "basis",
            "On what the status rests: none, self, other, press or observers.",
            |_, owed| {
                owed.status()
                    .map(|_| owed.duty.baseline.basis.name().to_owned())
                    .unwrap_or_default()
            },
        ),
        Column(
            "as_of",
            "The date of the newest statement that it rests on.",
            |_, owed| {
                owed.duty
                    .baseline
                    .as_of
                    .map(|date| date.to_string())
                    .unwrap_or_default()
            },
        ),
        Column(
            "claims",
            "How many dated statements are about this bearer, or about all bearers.",
            |_, owed| {
                let about = |claim: &&Claim| claim.on.is_empty() || claim.on.iter().any(|id| id == owed.bearer);
                owed.item.claim.iter().filter(about).count().to_string()
            },
        ),
        Column("edition", "The edition of the record.", |_, _| {
            ACCORD.edition().version.to_owned()
        }),
    ];
    let owed = speech.record.obligations().flat_map(|(head, item)| {
        let number = ACCORD.obligation_number(&item.id);
        let obligation = number.map(|number| &ACCORD.obligations[usize::from(number)]);
        obligation.into_iter().flat_map(move |obligation| {
            obligation.duty_numbers().map(move |number| Owed {
                head,
                item,
                duty: ACCORD.duty(number),
                bearer: ACCORD.bearer_of(number).id,
                kind: obligation.kind,
            })
        })
    });
    table(
        speech,
        "duties",
        "One obligation as it falls on one duty-bearer.",
        columns,
        owed,
    )
}

fn clocks(speech: Speech<'_>) -> Table {
    let columns: &[Column<'_, super::clocks::ClockState>] = &[
        Column("obligation", "The id of the obligation.", |_, clock| {
            clock.obligation.clone()
        }),
        Column("number", "Which of its clocks, from 1.", |_, clock| {
            clock.number.to_string()
        }),
        Column(
            "by",
            "The party whose reading it is; empty where both read it alike.",
            |_, clock| clock.by.clone().unwrap_or_default(),
        ),
        Column(
            "due",
            "When it is due; empty where no date can be computed.",
            |_, clock| clock.due.clone().unwrap_or_default(),
        ),
        Column("met", "When it was met, as far as reported.", |_, clock| {
            clock.met.clone().unwrap_or_default()
        }),
        Column(
            "state",
            "met, stopped, running, passed, not-started or open.",
            |_, clock| clock.state.to_owned(),
        ),
        Column(
            "margin",
            "early, on-time or late; empty where it is not met or no date was due.",
            |_, clock| clock.margin.unwrap_or_default().to_owned(),
        ),
        Column(
            "length",
            "By how much early or late, how long it still runs, or how long ago it was due: an ISO 8601 duration.",
            |_, clock| clock.length.clone().unwrap_or_default(),
        ),
        Column(
            "inferred",
            "Whether the date is worked out by us and not stated in the text.",
            |speech, clock| speech.clock(clock).is_some_and(|entry| entry.inferred).to_string(),
        ),
        Column("text", "The clock in one sentence.", |speech, clock| {
            speech
                .clock(clock)
                .map(|entry| speech.say(&entry.text))
                .unwrap_or_default()
        }),
    ];
    let states = computed(speech.record, speech.words).into_iter();
    table(
        speech,
        "clocks",
        "One clock of an obligation, as one reading has it.",
        columns,
        states,
    )
}

fn events(speech: Speech<'_>) -> Table {
    let columns: &[Column<'_, &Event>] = &[
        Column("id", "The id of the event, date first.", |_, event| event.id.clone()),
        Column("date", "When, or from when.", |_, event| event.date.clone()),
        Column("until", "Until when, for spans.", |_, event| {
            event.until.clone().unwrap_or_default()
        }),
        Column(
            "kind",
            "agreement, incident, meeting, step or statement.",
            |_, event| event.kind.clone(),
        ),
        Column("place", "Where; Cambodian form first.", |speech, event| {
            speech.some(event.place.as_ref())
        }),
        Column("text", "What happened.", |speech, event| speech.say(&event.text)),
        Column("instruments", "Instruments it concerns as a whole.", |_, event| {
            list(&event.instruments)
        }),
        Column("bears_on", "Obligations it bears on.", |_, event| list(&event.bears_on)),
        Column("contested", "Whether the parties’ accounts differ.", |_, event| {
            event.contested.to_string()
        }),
        Column("sources", "Sources of the event.", |_, event| list(&event.sources)),
    ];
    table(speech, "events", "One event.", columns, speech.record.events.iter())
}

fn claims(speech: Speech<'_>) -> Table {
    let columns: &[Column<'_, (&Obligation, usize, &Claim)>] = &[
        Column("obligation", "The id of the obligation.", |_, (item, ..)| {
            item.id.clone()
        }),
        Column(
            "number",
            "The place of the statement among those on this obligation, from 1, in the order of the record.",
            |_, (_, number, _)| number.to_string(),
        ),
        Column("date", "When it was said.", |_, (.., claim)| claim.date.clone()),
        Column("by", "The id of the speaker.", |_, (.., claim)| claim.by.clone()),
        Column("by_name", "The name of the speaker.", |speech, (.., claim)| {
            speech.name(&claim.by)
        }),
        Column(
            "on",
            "The duty-bearers it is about; empty where it is about all.",
            |_, (.., claim)| list(&claim.on),
        ),
        Column(
            "status",
            "The status that it supports, from the speaker’s mouth; may be empty.",
            |_, (.., claim)| claim.status.clone().unwrap_or_default(),
        ),
        Column(
            "early",
            "Whether it was made before the text was agreed, on what the text then fixed.",
            |_, (.., claim)| claim.early.to_string(),
        ),
        Column("text", "What was said, in our own words.", |speech, (.., claim)| {
            speech.say(&claim.text)
        }),
        Column("sources", "Where it is said.", |_, (.., claim)| list(&claim.sources)),
    ];
    let claims = speech.record.obligations().flat_map(|(_, item)| {
        item.claim
            .iter()
            .enumerate()
            .map(move |(place, claim)| (item, place + 1, claim))
    });
    table(
        speech,
        "claims",
        "One dated statement of the public record on one obligation.",
        columns,
        claims,
    )
}

impl Speech<'_> {
    /// The text in this language, in English where it is missing.
    pub fn say(self, text: &Text) -> String {
        text.get(self.language).unwrap_or(&text.en).to_owned()
    }

    fn some(self, text: Option<&Text>) -> String {
        text.map(|text| self.say(text)).unwrap_or_default()
    }

    fn name(self, id: &str) -> String {
        self.record.name(id).map(|name| self.say(name)).unwrap_or_default()
    }

    fn clock(&self, state: &super::clocks::ClockState) -> Option<&crate::catalogue::record::ClockEntry> {
        self.record.obligation(&state.obligation)?.clock.get(state.number - 1)
    }
}

fn list(items: &[String]) -> String {
    items.join("; ")
}
