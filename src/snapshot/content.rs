//! What a snapshot says, choice by choice. One function for both ways: the coder writes what is wanted, or says what was written.

use super::coder::Coder;
use super::layout::{Layout, Place};
use super::odds::{Numbers, Tally, say};
use super::prose::{Kind, Prose};
use super::{Contents, Snapshot};
use crate::catalogue::{Basis, Extent, Status};
use crate::review::{Assessment, Evidence, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE};
use chrono::{Datelike, NaiveDate};

/// The longest address that `Evidence` takes.
const LONGEST_ADDRESS: usize = 2_000;
/// From here times are counted: 2026-01-01T00:00Z, in minutes since 1970.
const START: u32 = 29_453_760;
/// 1970-01-01 in days since 1 January of year 1, which has number 1.
const EPOCH: i32 = 719_163;
/// A sum that a tally of a whole snapshot seldom reaches.
const LONG: u32 = 10_000;

/// Writes a snapshot, or reads one for so many duties. The edition is said outside.
pub(super) fn exchange(
    coder: &mut Coder,
    layout: &Layout,
    wanted: &Snapshot,
    duties: usize,
) -> Snapshot {
    let mut part = |wanted: bool| coder.equal(2, wanted.into()) == 1;
    let contents = Contents {
        bases: part(wanted.contents.bases),
        dates: part(wanted.contents.dates),
        notes: part(wanted.contents.notes),
        evidence: part(wanted.contents.evidence),
    };
    let taken = say_time(coder, wanted.taken);
    let mut texts = Texts { prose: None };
    let title = texts.say_label(coder, &wanted.title);
    let author = texts.say_label(coder, &wanted.author);

    let blank = Assessment::default();
    let wanted: Vec<&Assessment> = layout
        .places
        .iter()
        .map(|place| wanted.assessments.get(place.duty).unwrap_or(&blank))
        .collect();
    let statuses = say_statuses(coder, &layout.places, &wanted);
    let mut details = Details::new(contents, taken, texts);
    let mut assessments = vec![Assessment::default(); duties];
    let mut before: Option<usize> = None;
    for ((place, status), wanted) in layout.places.iter().zip(statuses).zip(wanted) {
        let fellow = before.filter(|_| !place.first).and_then(|duty| assessments.get(duty));
        let one = details.say(coder, status, fellow, wanted);
        if coder.is_faulty() {
            break;
        }
        if let Some(slot) = assessments.get_mut(place.duty) {
            *slot = one;
        }
        before = Some(place.duty);
    }
    Snapshot {
        edition: 0,
        title,
        author,
        taken,
        contents,
        assessments,
    }
}

/// Says a time in minutes since 1970: how far it is from the start, earlier and later in turn.
fn say_time(coder: &mut Coder, wanted: u32) -> u32 {
    let away = wanted.wrapping_sub(START) as i32;
    let folded = Numbers::new().say(coder, (away << 1 ^ away >> 31) as u32);
    START.wrapping_add(folded >> 1 ^ (folded & 1).wrapping_neg())
}

/// Says all statuses: as what is likely, or evenly where that is not longer.
fn say_statuses(coder: &mut Coder, places: &[Place], wanted: &[&Assessment]) -> Vec<Status> {
    let length = |evenly: bool, statuses: &[Status]| {
        let mut coder = Coder::writer();
        say_each_status(&mut coder, places, evenly, statuses);
        coder.finish().len()
    };
    let is_even_best = |statuses: &[Status]| length(true, statuses) <= length(false, statuses);
    let wanted: Vec<Status> = wanted.iter().map(|one| one.status).collect();
    let evenly = !coder.reads() && is_even_best(&wanted);
    let evenly = coder.equal(2, evenly.into()) == 1;
    let said = say_each_status(coder, places, evenly, &wanted);
    if coder.reads() && is_even_best(&said) != evenly {
        coder.refuse();
    }
    said
}

fn say_each_status(
    coder: &mut Coder,
    places: &[Place],
    evenly: bool,
    wanted: &[Status],
) -> Vec<Status> {
    let mut likely = Statuses::new();
    let mut said: Vec<Status> = Vec::with_capacity(places.len());
    for (place, wanted) in places.iter().zip(wanted) {
        let number = if evenly {
            coder.equal(9, wanted.number() as u32) as usize
        } else {
            let fellow = said.last().filter(|_| !place.first);
            likely.say(coder, fellow.copied(), wanted.number())
        };
        said.push(Status::ALL.get(number).copied().unwrap_or_default());
    }
    said
}

/// What status is likely: first whether there is one, then which.
struct Statuses {
    /// Whether each of the last duties had one: a bit each, the last one lowest.
    lately: usize,
    any: Tally<2>,
    /// By how many of the last four had one, and by the fellow.
    any_by_number: [Tally<2>; 15],
    /// By which of the last two had one, and by the fellow.
    any_by_last: [Tally<2>; 12],
    which: Tally<8>,
    which_lately: Tally<8>,
    which_by_fellow: [Tally<8>; 10],
}

impl Statuses {
    fn new() -> Self {
        Self {
            lately: 0,
            any: Tally::new([8; 2], LONG),
            any_by_number: [Tally::new([4; 2], LONG); 15],
            any_by_last: [Tally::new([4; 2], LONG); 12],
            which: Tally::new([4, 8, 5, 10, 14, 3, 9, 5], LONG),
            which_lately: Tally::new([0; 8], 60),
            which_by_fellow: [Tally::new([0; 8], LONG); 10],
        }
    }

    /// Says the number of a status. The fellow is the duty before on the same obligation.
    fn say(&mut self, coder: &mut Coder, fellow: Option<Status>, wanted: usize) -> usize {
        let by = match fellow {
            None => 0,
            Some(Status::NotAssessed) => 1,
            Some(_) => 2,
        };
        let number = (self.lately & 15).count_ones() as usize;
        let mut tallies = [
            (&mut self.any, 1),
            (&mut self.any_by_number[number * 3 + by], 8),
            (&mut self.any_by_last[(self.lately & 3) * 3 + by], 8),
        ];
        let any = say(coder, &mut tallies, usize::from(wanted > 0));
        self.lately = self.lately << 1 | any;
        if any == 0 {
            return 0;
        }
        let fellow = fellow.map_or(9, Status::number);
        let mut tallies = [
            (&mut self.which, 2),
            (&mut self.which_lately, 1),
            (&mut self.which_by_fellow[fellow], 2),
        ];
        1 + say(coder, &mut tallies, wanted.saturating_sub(1))
    }
}

/// What is said of a duty besides its status.
struct Details {
    contents: Contents,
    extents: [Tally<3>; 4],
    bases: Tally<6>,
    bases_by_status: [Tally<6>; 9],
    bases_by_fellow: [Tally<6>; 7],
    dates: Dates,
    /// Whether there is a note, by whether there is a status and by the fellow.
    notes: [Tally<2>; 6],
    /// Whether a note is the fellow's.
    same_notes: Tally<2>,
    /// How many pieces of evidence there are, and whether they are the fellow's.
    evidence: [Tally<21>; 3],
    same_evidence: Tally<2>,
    evidence_dates: Dates,
    texts: Texts,
}

impl Details {
    fn new(contents: Contents, taken: u32, texts: Texts) -> Self {
        let mut numbers = [1; 21];
        numbers[0] = 16;
        numbers[1] = 8;
        Self {
            contents,
            extents: [Tally::new([4; 3], LONG); 4],
            bases: Tally::new([4; 6], LONG),
            bases_by_status: [Tally::new([0; 6], LONG); 9],
            bases_by_fellow: [Tally::new([0; 6], LONG); 7],
            dates: Dates::new(taken),
            notes: [Tally::new([8; 2], LONG); 6],
            same_notes: Tally::new([8; 2], LONG),
            evidence: [Tally::new(numbers, LONG); 3],
            same_evidence: Tally::new([8; 2], LONG),
            evidence_dates: Dates::new(taken),
            texts,
        }
    }

    /// Says all of a duty but its status, which was said. The fellow is the duty before on the same obligation.
    fn say(
        &mut self,
        coder: &mut Coder,
        status: Status,
        fellow: Option<&Assessment>,
        wanted: &Assessment,
    ) -> Assessment {
        let mut one = Assessment {
            status,
            ..Assessment::default()
        };
        if status == Status::UnderWay {
            one.extent = self.say_extent(coder, fellow, wanted.extent);
        }
        if self.contents.bases {
            one.basis = self.say_basis(coder, status, fellow, wanted.basis);
        }
        if self.contents.dates {
            let case = usize::from(status != Status::NotAssessed) * 3
                + fellow.map_or(0, |fellow| 1 + usize::from(fellow.as_of.is_some()));
            one.as_of = self.dates.say(coder, case, wanted.as_of);
        }
        if self.contents.notes {
            one.note = self.say_note(coder, status, fellow, &wanted.note);
        }
        if self.contents.evidence {
            one.evidence = self.say_evidence(coder, fellow, &wanted.evidence);
        }
        one
    }

    fn say_extent(
        &mut self,
        coder: &mut Coder,
        fellow: Option<&Assessment>,
        wanted: Option<Extent>,
    ) -> Option<Extent> {
        const ALL: [Option<Extent>; 3] = [None, Some(Extent::Minimal), Some(Extent::Intermediate)];
        let number = |extent| ALL.iter().position(|&one| one == extent).unwrap_or(0);
        let case = match fellow.filter(|fellow| fellow.status == Status::UnderWay) {
            Some(fellow) => 1 + number(fellow.extent),
            None => 0,
        };
        let said = self.extents[case].say(coder, number(wanted));
        ALL.get(said).copied().flatten()
    }

    fn say_basis(
        &mut self,
        coder: &mut Coder,
        status: Status,
        fellow: Option<&Assessment>,
        wanted: Basis,
    ) -> Basis {
        let fellow = fellow.map_or(6, |fellow| fellow.basis as usize);
        let mut tallies = [
            (&mut self.bases, 1),
            (&mut self.bases_by_status[status.number()], 3),
            (&mut self.bases_by_fellow[fellow], 3),
        ];
        let said = say(coder, &mut tallies, wanted as usize);
        Basis::ALL.get(said).copied().unwrap_or_default()
    }

    fn say_note(
        &mut self,
        coder: &mut Coder,
        status: Status,
        fellow: Option<&Assessment>,
        wanted: &str,
    ) -> String {
        let fellow = fellow.map(|fellow| fellow.note.as_str());
        let case = usize::from(status != Status::NotAssessed) * 3
            + fellow.map_or(0, |note| 1 + usize::from(!note.is_empty()));
        if self.notes[case].say(coder, usize::from(!wanted.is_empty())) == 0 {
            return String::new();
        }
        let fellow = fellow.filter(|note| !note.is_empty());
        if let Some(note) = fellow
            && self.same_notes.say(coder, usize::from(note == wanted)) == 1
        {
            return note.to_owned();
        }
        let note = self.texts.say(coder, Kind::Note, wanted, LONGEST_NOTE);
        if note.is_empty() || fellow == Some(note.as_str()) {
            coder.refuse();
        }
        note
    }

    fn say_evidence(
        &mut self,
        coder: &mut Coder,
        fellow: Option<&Assessment>,
        wanted: &[Evidence],
    ) -> Vec<Evidence> {
        let fellow = fellow.map(|fellow| fellow.evidence.as_slice());
        let case = fellow.map_or(0, |evidence| 1 + usize::from(!evidence.is_empty()));
        let number = self.evidence[case].say(coder, wanted.len().min(MOST_EVIDENCE));
        let fellow = fellow.filter(|evidence| number > 0 && evidence.len() == number);
        if let Some(evidence) = fellow
            && self.same_evidence.say(coder, usize::from(evidence == wanted)) == 1
        {
            return evidence.to_vec();
        }
        let mut said = Vec::new();
        for place in 0..number {
            if let Some(piece) = self.say_piece(coder, wanted.get(place)) {
                said.push(piece);
            }
            if coder.is_faulty() {
                break;
            }
        }
        if fellow == Some(said.as_slice()) {
            coder.refuse();
        }
        said
    }

    fn say_piece(&mut self, coder: &mut Coder, wanted: Option<&Evidence>) -> Option<Evidence> {
        let address = wanted.map_or("", Evidence::address);
        let title = wanted.map_or("", |piece| piece.title.as_str());
        let address = self.texts.say(coder, Kind::Address, address, LONGEST_ADDRESS);
        let title = self.texts.say(coder, Kind::Title, title, LONGEST_TEXT);
        let date = self.evidence_dates.say(coder, 0, wanted.and_then(|piece| piece.date));
        let piece = Evidence::new(&address, &title, date).filter(|piece| piece.address() == address);
        if piece.is_none() {
            coder.refuse();
        }
        piece
    }
}

/// Days, which often stand together.
struct Dates {
    /// The last day that was said; first the day of the snapshot.
    last: i32,
    taken: i32,
    /// Whether there is a day, by case.
    any: [Tally<2>; 6],
    /// Whether it is the last one again, by case.
    same: [Tally<2>; 6],
    /// Whether it is after the day of the snapshot.
    later: Tally<2>,
    away: Numbers,
}

impl Dates {
    fn new(taken: u32) -> Self {
        let taken = (taken / (24 * 60)) as i32;
        Self {
            last: taken,
            taken,
            any: [Tally::new([8; 2], LONG); 6],
            same: [Tally::new([8; 2], LONG); 6],
            later: Tally::new([14, 2], LONG),
            away: Numbers::new(),
        }
    }

    /// Says a day or none. The case is a number below 6.
    fn say(&mut self, coder: &mut Coder, case: usize, wanted: Option<NaiveDate>) -> Option<NaiveDate> {
        if self.any[case].say(coder, usize::from(wanted.is_some())) == 0 {
            return None;
        }
        let wanted = wanted.map_or(0, |date| date.num_days_from_ce() - EPOCH);
        if self.same[case].say(coder, usize::from(wanted == self.last)) == 0 {
            let later = self.later.say(coder, usize::from(wanted > self.taken)) == 1;
            let away = self.taken.abs_diff(wanted) - u32::from(later && !coder.reads());
            let away = self.away.say(coder, away);
            let away = i32::try_from(away).unwrap_or(i32::MAX);
            let day = if later { self.taken.saturating_add(away).saturating_add(1) } else { self.taken.saturating_sub(away) };
            if day == self.last {
                coder.refuse();
            }
            self.last = day;
        }
        let date = NaiveDate::from_num_days_from_ce_opt(self.last.saturating_add(EPOCH));
        if date.is_none() {
            coder.refuse();
        }
        date
    }
}

/// Texts. The model is made with the first one: a link without texts does not need it.
struct Texts {
    prose: Option<Prose>,
}

impl Texts {
    /// Says a title or a label of an author; may be empty.
    fn say_label(&mut self, coder: &mut Coder, wanted: &str) -> String {
        if coder.equal(2, (!wanted.is_empty()).into()) == 0 {
            return String::new();
        }
        let label = self.say(coder, Kind::Label, wanted, LONGEST_TEXT);
        if label.is_empty() {
            coder.refuse();
        }
        label
    }

    fn say(&mut self, coder: &mut Coder, kind: Kind, wanted: &str, most: usize) -> String {
        let prose = self.prose.get_or_insert_with(Prose::primed);
        prose.say(coder, kind, wanted, most)
    }
}
