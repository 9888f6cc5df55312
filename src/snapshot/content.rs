//! What a snapshot says, choice by choice. One program for both ways: the coder writes what is wanted, or says what was written.

use super::coder::Coder;
use super::layout::{Layout, Place};
use super::odds::Counts;
use super::prose::{Kind, Prose};
use super::{Contents, Snapshot};
use crate::catalogue::{Basis, Extent, Status};
use crate::review::{Assessment, Evidence, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE};
use chrono::{Datelike, NaiveDate};

/// The longest address that `Evidence` takes.
const LONGEST_ADDRESS: usize = 2_000;
/// From here times are counted: 2026-11-01T00:00Z, in minutes since 1970.
const START: u32 = 29_891_520;
/// 1970-01-01 in days since the last day of the year 0.
const EPOCH: i32 = 719_163;

/// What is asked. Each question has a row of counts for each of 40 cases.
#[derive(Clone, Copy)]
enum Question {
    AnyStatus,
    AnyStatusOfFour,
    AnyStatusOfTwo,
    Status,
    StatusOfText,
    Extent,
    Basis,
    AnyDate,
    SameDate,
    LaterDate,
    DateWidth,
    DateHead,
    AnyNote,
    SameNote,
    Pieces,
    SamePieces,
    TimeWidth,
    TimeHead,
    End,
}

/// The cases of a question.
const CASES: usize = 40;
/// The case of the row that is used in all of them.
const ALWAYS: usize = CASES - 1;
/// The most values of a question.
const VALUES: usize = 33;

/// Writes a snapshot, or reads one of so many duties. The edition is said outside.
pub(super) fn exchange(coder: &mut Coder, layout: &Layout, wanted: &Snapshot) -> Snapshot {
    let mut talk = Talk::new(coder);
    let contents = Contents {
        bases: talk.say_even_flag(wanted.contents.bases),
        dates: talk.say_even_flag(wanted.contents.dates),
        notes: talk.say_even_flag(wanted.contents.notes),
        evidence: talk.say_even_flag(wanted.contents.evidence),
    };
    let taken = talk.say_time(wanted.taken);
    let title = talk.say_label(&wanted.title);
    let author = talk.say_label(&wanted.author);

    let blank = Assessment::default();
    let mut assessments = vec![Assessment::default(); layout.duties];
    let mut before = None;
    for &place in &layout.places {
        let wanted = wanted.assessments.get(place.duty).unwrap_or(&blank);
        let is_next_text = before.is_some_and(|before: Place| before.instrument != place.instrument);
        talk.text = (talk.text + usize::from(is_next_text)).min(ALWAYS - 1);
        let fellow = before.and_then(|before| {
            let is_same = before.obligation == place.obligation;
            assessments.get(before.duty).filter(|_| is_same)
        });
        let said = talk.say_assessment(contents, fellow, wanted);
        if talk.coder.is_faulty() {
            break;
        }
        assessments[place.duty] = said;
        before = Some(place);
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

/// A talk by a coder: what was said so far makes what follows more or less likely.
struct Talk<'a> {
    coder: &'a mut Coder,
    counts: Counts,
    /// The text model. It is made with the first text: a link without texts does not need it.
    prose: Option<Prose>,
    /// The day of the snapshot, and the last day that was said.
    today: i32,
    last_day: i32,
    /// Whether each of the last duties had a status: a bit each, the last one lowest.
    lately: usize,
    /// How many texts came before, in the order of the slots.
    text: usize,
}

impl<'a> Talk<'a> {
    fn new(coder: &'a mut Coder) -> Self {
        Self {
            coder,
            counts: Counts::new(Question::End as usize * CASES, VALUES, u32::MAX / 64),
            prose: None,
            today: 0,
            last_day: 0,
            lately: 0,
            text: 0,
        }
    }

    /// Says a value below `values`.
    fn say(&mut self, question: Question, case: usize, values: usize, wanted: usize) -> usize {
        self.counts.say(self.coder, &[(row(question, case), 1)], values, wanted)
    }

    fn say_flag(&mut self, question: Question, case: usize, wanted: bool) -> bool {
        self.counts.say_flag(self.coder, row(question, case), wanted)
    }

    fn say_even_flag(&mut self, wanted: bool) -> bool {
        self.coder.equal(2, wanted.into()) == 1
    }

    /// Says a number: how many bits it has, then the two after the highest by what was said before, then the others evenly.
    fn say_number(&mut self, widths: Question, heads: Question, wanted: u32) -> u32 {
        let number = self.say_from_one(widths, heads, u64::from(wanted) + 1);
        if number > 1 << 32 {
            self.coder.refuse();
        }
        (number - 1) as u32
    }

    /// Says a number from 1 on, below 2 to the `VALUES`.
    fn say_from_one(&mut self, widths: Question, heads: Question, wanted: u64) -> u64 {
        const HEAD: usize = 2;
        let width = self.say(widths, 0, VALUES, wanted.ilog2() as usize);
        let head = width.min(HEAD);
        let rest = width - head;
        let mut number = 1;
        if head > 0 {
            let values = 1 << head;
            let wanted = (wanted >> rest) as usize & (values - 1);
            number = (values | self.say(heads, width, values, wanted)) as u64;
        }
        for bit in (0..rest).rev() {
            number = number << 1 | u64::from(self.say_even_flag(wanted >> bit & 1 == 1));
        }
        number
    }

    /// Says a time in minutes since 1970: how far it is from the start, earlier and later in turn.
    fn say_time(&mut self, wanted: u32) -> u32 {
        let away = wanted.wrapping_sub(START) as i32;
        let folded = (away << 1 ^ away >> 31) as u32;
        let folded = self.say_number(Question::TimeWidth, Question::TimeHead, folded);
        let time = START.wrapping_add(folded >> 1 ^ (folded & 1).wrapping_neg());
        self.today = (time / (24 * 60)) as i32;
        self.last_day = self.today;
        time
    }

    /// Says a title or a label of an author.
    fn say_label(&mut self, wanted: &str) -> String {
        if !self.say_even_flag(!wanted.is_empty()) {
            return String::new();
        }
        self.say_text(Kind::Label, wanted, LONGEST_TEXT)
    }

    /// Says a text; only addresses and titles of evidence may be empty.
    fn say_text(&mut self, kind: Kind, wanted: &str, most: usize) -> String {
        let prose = self.prose.get_or_insert_with(Prose::primed);
        let text = prose.say(self.coder, kind, wanted, most);
        if text.is_empty() && matches!(kind, Kind::Label | Kind::Note) {
            self.coder.refuse();
        }
        text
    }

    /// Says a status: first whether there is one, then which.
    fn say_status(&mut self, fellow: Option<&Assessment>, wanted: Status) -> Status {
        let fellow = fellow.map_or(9, |fellow| fellow.status.number());
        let case = match fellow {
            9 => 0,
            0 => 1,
            _ => 2,
        };
        let of_four = (self.lately & 15).count_ones() as usize * 3 + case;
        let of_two = (self.lately & 3) * 3 + case;
        let rows = [
            (row(Question::AnyStatus, self.text), 8),
            (row(Question::AnyStatusOfFour, of_four), 4),
            (row(Question::AnyStatusOfTwo, of_two), 4),
            (row(Question::AnyStatus, ALWAYS), 1),
        ];
        let wanted = wanted.number();
        let mut status = self.counts.say(self.coder, &rows, 2, wanted.min(1));
        self.lately = self.lately << 1 | status;
        if status == 1 {
            let rows = [
                (row(Question::StatusOfText, self.text), 2),
                (row(Question::Status, fellow), 1),
                (row(Question::Status, ALWAYS), 1),
            ];
            status += self.counts.say(self.coder, &rows, 8, wanted.saturating_sub(1));
        }
        Status::ALL[status]
    }

    /// Says all of a duty. The fellow is the duty before, if it is on the same obligation.
    fn say_assessment(&mut self, contents: Contents, fellow: Option<&Assessment>, wanted: &Assessment) -> Assessment {
        let status = self.say_status(fellow, wanted.status);
        let mut one = Assessment {
            status,
            ..Assessment::default()
        };
        let case = |has: fn(&Assessment) -> bool| {
            let fellow = fellow.map_or(0, |fellow| 1 + usize::from(has(fellow)));
            usize::from(status != Status::NotAssessed) * 3 + fellow
        };
        if status == Status::UnderWay {
            const ALL: [Option<Extent>; 3] = [None, Some(Extent::Minimal), Some(Extent::Intermediate)];
            let number = |extent| ALL.iter().position(|&one| one == extent).unwrap_or(0);
            let case = fellow
                .filter(|fellow| fellow.status == status)
                .map_or(3, |fellow| number(fellow.extent));
            one.extent = ALL[self.say(Question::Extent, case, 3, number(wanted.extent))];
        }
        if contents.bases {
            let rows = [
                (row(Question::Basis, status.number()), 3),
                (
                    row(Question::Basis, 10 + fellow.map_or(6, |fellow| fellow.basis as usize)),
                    3,
                ),
                (row(Question::Basis, ALWAYS), 1),
            ];
            one.basis = Basis::ALL[self.counts.say(self.coder, &rows, 6, wanted.basis as usize)];
        }
        if contents.dates {
            one.as_of = self.say_date(case(|fellow| fellow.as_of.is_some()), wanted.as_of);
        }
        if contents.notes
            && self.say_flag(
                Question::AnyNote,
                case(|fellow| !fellow.note.is_empty()),
                !wanted.note.is_empty(),
            )
        {
            one.note = self.say_note(fellow.map_or("", |fellow| &fellow.note), &wanted.note);
        }
        if contents.evidence {
            let case = case(|fellow| !fellow.evidence.is_empty());
            let pieces = self.say(Question::Pieces, case, MOST_EVIDENCE + 1, wanted.evidence.len());
            one.evidence = self.say_evidence(pieces, fellow.map_or(&[], |fellow| &fellow.evidence), &wanted.evidence);
        }
        one
    }

    /// Says a day or none, in one of six cases.
    fn say_date(&mut self, case: usize, wanted: Option<NaiveDate>) -> Option<NaiveDate> {
        if !self.say_flag(Question::AnyDate, case, wanted.is_some()) {
            return None;
        }
        let wanted = wanted.map_or(0, |date| date.num_days_from_ce() - EPOCH);
        if !self.say_flag(Question::SameDate, case, wanted == self.last_day) {
            let later = self.say_flag(Question::LaterDate, 0, wanted > self.today);
            let away = self.today.abs_diff(wanted);
            let away = self.say_number(Question::DateWidth, Question::DateHead, away) as i32;
            let day = if later {
                self.today.wrapping_add(away)
            } else {
                self.today.wrapping_sub(away)
            };
            if day == self.last_day || (day > self.today) != later {
                self.coder.refuse();
            }
            self.last_day = day;
        }
        let date = NaiveDate::from_num_days_from_ce_opt(self.last_day.wrapping_add(EPOCH));
        if date.is_none() {
            self.coder.refuse();
        }
        date
    }

    /// Says a note, which may be that of the fellow.
    fn say_note(&mut self, fellow: &str, wanted: &str) -> String {
        if !fellow.is_empty() && self.say_flag(Question::SameNote, 0, fellow == wanted) {
            return fellow.to_owned();
        }
        let note = self.say_text(Kind::Note, wanted, LONGEST_NOTE);
        if note == fellow {
            self.coder.refuse();
        }
        note
    }

    /// Says so many pieces of evidence, which may be those of the fellow.
    fn say_evidence(&mut self, pieces: usize, fellow: &[Evidence], wanted: &[Evidence]) -> Vec<Evidence> {
        if pieces == 0 {
            return Vec::new();
        }
        if fellow.len() == pieces && self.say_flag(Question::SamePieces, 0, fellow == wanted) {
            return fellow.to_vec();
        }
        let mut said = Vec::new();
        for place in 0..pieces {
            let wanted = wanted.get(place);
            let address = self.say_text(Kind::Address, wanted.map_or("", Evidence::address), LONGEST_ADDRESS);
            let title = self.say_text(Kind::Title, wanted.map_or("", |piece| &piece.title), LONGEST_TEXT);
            let date = self.say_date(6, wanted.and_then(|piece| piece.date));
            match Evidence::new(&address, &title, date).filter(|piece| piece.address() == address) {
                Some(piece) if !self.coder.is_faulty() => said.push(piece),
                _ => {
                    self.coder.refuse();
                    return said;
                }
            }
        }
        if said == fellow {
            self.coder.refuse();
        }
        said
    }
}

/// The row of a question in a case.
const fn row(question: Question, case: usize) -> usize {
    question as usize * CASES + case
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read where a number from 1 on was written.
    #[track_caller]
    fn check_number(written: u64, expected: Option<u32>) {
        const WIDTHS: Question = Question::TimeWidth;
        const HEADS: Question = Question::TimeHead;
        let mut writer = Coder::writer();
        Talk::new(&mut writer).say_from_one(WIDTHS, HEADS, written);
        let mut reader = Coder::reader(writer.finish());
        let number = Talk::new(&mut reader).say_number(WIDTHS, HEADS, 0);
        assert_eq!((!reader.is_faulty()).then_some(number), expected, "{written}");
    }

    #[test]
    fn numbers_have_32_bits() {
        for number in [0, 1, 2, 3, 4, 7, 8, 255, 256, u32::MAX / 2, u32::MAX - 1, u32::MAX] {
            check_number(u64::from(number) + 1, Some(number));
        }
        for number in [(1 << 32) + 1, (1 << 32) + 2, (1 << 33) - 1] {
            check_number(number, None);
        }
    }

    #[test]
    fn a_question_with_one_answer_is_not_asked() {
        let mut writer = Coder::writer();
        let mut other = Coder::writer();
        let mut talk = Talk::new(&mut writer);
        let mut plain = Talk::new(&mut other);
        for _ in 0..3 {
            talk.say_from_one(Question::TimeWidth, Question::TimeHead, 1);
            plain.say(Question::TimeWidth, 0, VALUES, 0);
        }
        for coder in [&mut *talk.coder, &mut *plain.coder] {
            for total in [70_001, 65_537, 257] {
                coder.equal(total, total - 1);
            }
        }
        assert_eq!(writer.finish(), other.finish());
    }

    #[test]
    fn the_day_of_before_is_said_in_one_way_only() {
        let said = |writes: fn(&mut Talk<'_>)| {
            let mut writer = Coder::writer();
            let mut talk = Talk::new(&mut writer);
            talk.say_time(START);
            talk.say_flag(Question::AnyDate, 0, true);
            writes(&mut talk);
            let mut reader = Coder::reader(writer.finish());
            let mut talk = Talk::new(&mut reader);
            talk.say_time(0);
            let date = talk.say_date(0, None);
            (!reader.is_faulty()).then_some(date.is_some())
        };
        let same = said(|talk| {
            talk.say_flag(Question::SameDate, 0, true);
        });
        assert_eq!(same, Some(true));
        let as_if_another = said(|talk| {
            talk.say_flag(Question::SameDate, 0, false);
            talk.say_flag(Question::LaterDate, 0, false);
            talk.say_number(Question::DateWidth, Question::DateHead, 0);
        });
        assert_eq!(as_if_another, None);
        let later_and_not = said(|talk| {
            talk.say_flag(Question::SameDate, 0, false);
            talk.say_flag(Question::LaterDate, 0, true);
            talk.say_number(Question::DateWidth, Question::DateHead, 0);
        });
        assert_eq!(later_and_not, None);
    }
}
