//! The list: instruments, or by what else it is grouped, as groups; their obligations as rows; a cell for each party.
//!
//! The page is prerendered from it. Later it is drawn anew only where it is grouped or ordered in another way; a change draws its cell and
//! the counts of its group (`ui/rows.rs`).

use crate::accord::ACCORD;
use crate::catalogue::{Basis, ClockState, DutyNumber, Kind, Margin, Numbering, Obligation, PARTIES, Status};
use crate::checklist::{Heading, Section, lower};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use crate::review::{Assessment, Tally};
use crate::views::{glyph, icon, opener};

/// What the rows show.
pub struct Shown<'a> {
    /// The words of the page.
    pub words: &'a Locale,
    /// What is said of a duty.
    pub said: &'a dyn Fn(DutyNumber) -> Assessment,
    /// Whether each obligation passes the filter.
    pub visible: &'a [bool],
    /// The obligation that is open.
    pub open: Option<u16>,
    /// Whether nothing can be changed: a snapshot is shown.
    pub read_only: bool,
}

/// A group of the list.
pub struct Group {
    /// What it is, and all of its obligations.
    pub section: Section,
    /// Those of them whose rows stand in the page.
    pub rows: Vec<u16>,
    /// The counts of each party's duties in it.
    pub tallies: [Tally; 2],
}

/// The list: the heads of its columns and its groups. The attributes of the element that holds them are the page's.
pub fn list(shown: &Shown<'_>, groups: &[Group]) -> Element {
    let words = shown.words;
    let heads = element("div")
        .class("column-heads")
        .with("role", "row")
        .child(column(words.later().obligation).class("wide"))
        .children(PARTIES.map(|party| column(words.bearer(party))));
    let groups = groups.iter().enumerate().map(|(number, one)| group(shown, number, one));
    element("div").child(heads).children(groups)
}

/// The column of a duty: that of its party, if a party owes it.
pub fn column_of(duty: DutyNumber) -> Option<usize> {
    let bearer = ACCORD.duty(duty).bearer;
    PARTIES.iter().position(|&party| party == bearer)
}

fn column(name: &str) -> Element {
    told("span", name).with("role", "columnheader")
}

/// A group. Hidden where none of its rows passes the filter.
pub fn group(shown: &Shown<'_>, number: usize, group: &Group) -> Element {
    let words = shown.words;
    let Group { section, rows, tallies } = group;
    let (short, title, aside) = name_of(words, section.heading);
    let toggle = element("button")
        .class("toggle")
        .with("type", "button")
        .with("tabindex", if number == 0 { "0" } else { "-1" })
        .with("aria-expanded", "true")
        .with("aria-label", (words.later().collapse)(&title))
        .child(icon("chevron"))
        .text(short);
    let sub = format!("{aside}{}", (words.obligations)(section.obligations.len()));
    let bars = PARTIES
        .into_iter()
        .zip(tallies)
        .map(|(party, tally)| counts(words, party, tally));
    let head = element("div")
        .class("group-head")
        .with("role", "row")
        .with("aria-level", "1")
        .with("aria-expanded", "true")
        .child(element("div").with("role", "rowheader").child(toggle))
        .child(
            gridcell()
                .class("group-title")
                .child(told("h2", title))
                .child(told("p", sub)),
        )
        .children(bars);
    let empty = !rows.iter().any(|&row| shown.visible[usize::from(row)]);
    element("div")
        .class("group")
        .with("role", "rowgroup")
        .flag("hidden", empty)
        .child(head)
        .children(rows.iter().map(|&number| row(shown, number)))
}

fn gridcell() -> Element {
    element("div").with("role", "gridcell")
}

/// The counts of a party's duties in a group: a bar, and how many are not assessed.
pub fn counts(words: &Locale, party: u8, tally: &Tally) -> Element {
    let not_assessed = tally.count(Status::NotAssessed);
    let caption = (words.not_assessed_of)(usize::from(not_assessed), usize::from(tally.total()));
    gridcell()
        .class("group-bar")
        .child(told("span", words.bearer(party)).class("party-name"))
        .child(bar(words, party, tally))
        .child(told("span", caption).class("caption"))
}

/// A stacked bar of counts: colour and pattern for each status, the counts in words as its name.
fn bar(words: &Locale, party: u8, tally: &Tally) -> Element {
    let said = || {
        let counts = Status::IN_BARS.map(|status| (status, tally.count(status)));
        counts.into_iter().filter(|&(_, count)| count > 0)
    };
    let named: Vec<(String, usize)> = said()
        .map(|(status, count)| {
            let word = words.status(status, Kind::Act).chars().map(lower);
            (word.collect(), usize::from(count))
        })
        .collect();
    let total = tally.total();
    let mut before = 0;
    let parts = said().map(|(status, count)| {
        let x = share(before, total);
        before += count;
        element("rect")
            .class(status.name())
            .with("fill", format!("url(#p-{})", status.name()))
            .with("x", x)
            .with("width", share(count, total))
            .with("height", "100%")
    });
    element("svg")
        .class("bar")
        .with("role", "img")
        .with(
            "aria-label",
            (words.tally)(words.bearer(party), &named, usize::from(total)),
        )
        .children(parts)
}

/// A part of a whole in percent, with two decimals.
fn share(part: u16, whole: u16) -> String {
    let hundredths = u32::from(part) * 10_000 / u32::from(whole.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The short name of a group, its title, and what stands before its count.
fn name_of(words: &Locale, heading: Heading) -> (String, String, String) {
    let plain = |title: &str| (String::new(), title.to_owned(), String::new());
    match heading {
        Heading::Instrument(number) => {
            let instrument = &ACCORD.instruments[usize::from(number)];
            let day = format!("{} · ", words.day(instrument.date.date()));
            (instrument.id.to_owned(), words.instrument(number).to_owned(), day)
        }
        Heading::Theme(number) => plain(words.theme(number)),
        Heading::BothParties => plain(&PARTIES.map(|party| words.bearer(party)).join(", ")),
        Heading::Party(number) => plain(words.bearer(number)),
        Heading::Others => plain(words.later().others),
        Heading::Status(status) => {
            let word = &words.statuses[status.number()];
            if word.act == word.kept {
                plain(word.act)
            } else {
                plain(&format!("{} / {}", word.act, word.kept))
            }
        }
        Heading::Mixed => plain(words.mixed),
    }
}

/// An obligation: id, title and what must be known at once, then a cell for each party.
pub fn row(shown: &Shown<'_>, number: u16) -> Element {
    let words = shown.words;
    let obligation = &ACCORD.obligations[usize::from(number)];
    let title = words.title(number);
    let what = gridcell()
        .class("what")
        .child(
            opener(number)
                .class("title")
                .with("tabindex", "-1")
                .maybe_with("lang", words.lang_of(title))
                .text(title),
        )
        .child(meta(words, obligation))
        .child(
            told("p", words.row_text(number))
                .class("text")
                .maybe_with("lang", words.row_lang(number)),
        );
    let duties: Vec<DutyNumber> = obligation.duty_numbers().collect();
    let of_party = |party: u8| duties.iter().copied().find(|&duty| ACCORD.duty(duty).bearer == party);
    let parties = PARTIES.map(of_party);
    let joint = parties.iter().all(Option::is_none);
    let own = parties.into_iter().filter(|_| !joint).map(|duty| match duty {
        Some(duty) => gridcell().class("party").child(cell_of(shown, duty)),
        None => gridcell().class("party none").text(words.later().no_duty),
    });
    let others = duties
        .iter()
        .filter(|&&duty| !PARTIES.contains(&ACCORD.duty(duty).bearer))
        .map(|&duty| cell_of(shown, duty));
    let others = gridcell().class("joint").with("aria-colspan", "2").children(others);
    element("div")
        .class("row")
        .with("role", "row")
        .with("aria-level", "2")
        .with("id", obligation.id)
        .with("data-obligation", number.to_string())
        .flag("hidden", !shown.visible[usize::from(number)])
        .with(
            "aria-selected",
            if shown.open == Some(number) { "true" } else { "false" },
        )
        .child(told("span", obligation.id).class("id").with("role", "rowheader"))
        .child(what)
        .children(own)
        .maybe(Some(others).filter(|others| !others.is_empty()))
}

/// Kind, paragraph, deadline and lateness: small, below the title.
fn meta(words: &Locale, obligation: &Obligation) -> Element {
    let paragraph = words.paragraph_word(obligation.paragraph);
    let paragraph = (!paragraph.is_empty()).then(|| {
        let span = told("span", paragraph);
        match obligation.numbering {
            Numbering::Working => {
                let word = format!(" {}", words.numbering_word(Numbering::Working));
                span.class("working").child(told("small", word))
            }
            _ => span,
        }
    });
    let due = obligation.clocks.first().and_then(|spec| spec.due());
    let open = words.open_of(obligation);
    let late = obligation
        .clock(ACCORD.edition().as_of)
        .and_then(|clock| match clock.state {
            ClockState::Met(Some(margin @ Margin::Late(_))) => Some(words.margin(margin)),
            _ => None,
        });
    let span = |text: String| told("span", text);
    element("p")
        .class("meta")
        .child(told("span", words.kind_word(obligation.kind)))
        .maybe(paragraph)
        .maybe(due.map(|due| span((words.later().due)(&words.moment(due)))))
        .maybe((!open.is_empty()).then(|| span((words.later().due_words)(open))))
        .maybe(late.map(|late| span(late).class("late")))
        .maybe(obligation.appeal.then(|| told("span", words.later().appeal)))
        .maybe(
            obligation
                .text_awaited
                .then(|| told("span", words.later().text_awaited)),
        )
}

fn cell_of(shown: &Shown<'_>, duty: DutyNumber) -> Element {
    let fixed = shown.read_only || ACCORD.obligation_of(duty).text_awaited;
    let cell = cell(shown.words, duty, &(shown.said)(duty));
    cell.maybe_with("aria-disabled", fixed.then_some("true"))
}

/// The cell of a duty: a button that opens the status menu. Whether anything can be changed there is not said.
pub fn cell(words: &Locale, duty: DutyNumber, now: &Assessment) -> Element {
    let obligation = ACCORD.obligation_of(duty);
    let bearer = ACCORD.duty(duty).bearer;
    // The columns name the parties.
    let name_class = match PARTIES.contains(&bearer) {
        true => "hidden-name",
        false => "bearer-name",
    };
    let below = match (obligation.text_awaited, now.from_record, now.basis) {
        (true, ..) => words.locked,
        (false, true, _) => words.from_record,
        (false, false, Basis::NotStated) => "",
        (false, false, basis) => words.basis_word(basis),
    };
    let mut class = "cell".to_owned();
    if now.status == Status::NotAssessed {
        class += " blank";
    }
    if now.from_record {
        class += " from-record";
    }
    let word = element("span")
        .class("word")
        .child(told("span", format!("{}: ", words.bearer_short_of(duty))).class(name_class))
        .text(words.status(now.status, obligation.kind));
    let said = element("span")
        .class("said")
        .child(word)
        .child(told("span", below).class("basis"));
    let note = (!now.note.is_empty()).then(|| {
        element("span")
            .class("has-note")
            .child(told("span", words.has_note).class("hidden-name"))
    });
    element("button")
        .class(class)
        .with("type", "button")
        .with("data-duty", duty.0.to_string())
        .with("data-bearer", ACCORD.bearer_of(duty).id)
        .with("tabindex", "-1")
        .with("aria-haspopup", "listbox")
        .child(glyph(now.status))
        .child(said)
        .maybe(note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{Arrangement, arrange};

    const CAMBODIA: u8 = PARTIES[0];

    fn blank() -> Vec<Assessment> {
        vec![Assessment::default(); ACCORD.duties.len()]
    }

    /// The list with these assessments, of which obligations that pass stand in it.
    fn drawn(cells: &[Assessment], visible: &[bool], read_only: bool) -> String {
        let sections = arrange(&ACCORD, Arrangement::default(), |_| (Status::NotAssessed, 0));
        let groups: Vec<Group> = sections
            .into_iter()
            .map(|section| Group {
                rows: section.obligations.clone(),
                section,
                tallies: Default::default(),
            })
            .collect();
        let shown = Shown {
            words: Locale::english(),
            said: &|duty| cells[usize::from(duty.0)].clone(),
            visible,
            open: Some(1),
            read_only,
        };
        list(&shown, &groups).html()
    }

    #[track_caller]
    fn count(html: &str, what: &str, expected: usize) {
        assert_eq!(html.matches(what).count(), expected, "{what}");
    }

    #[test]
    fn each_obligation_and_each_duty_stands_once() {
        let all = vec![true; ACCORD.obligations.len()];
        let html = drawn(&blank(), &all, false);
        count(&html, "data-obligation=", ACCORD.obligations.len());
        count(&html, "class=\"cell blank\"", ACCORD.duties.len());
        count(&html, "aria-selected=\"true\"", 1);
        count(&html, " hidden=", 0);
        for duty in ACCORD.duty_numbers() {
            count(&html, &format!("data-duty=\"{}\"", duty.0), 1);
        }
        let awaited = ACCORD
            .duties
            .iter()
            .filter(|duty| ACCORD.obligations[usize::from(duty.obligation)].text_awaited);
        count(&html, "aria-disabled=\"true\"", awaited.count());
    }

    #[test]
    fn what_does_not_pass_is_hidden_with_its_group() {
        let mut visible = vec![false; ACCORD.obligations.len()];
        visible[0] = true;
        let html = drawn(&blank(), &visible, true);
        count(
            &html,
            " hidden=",
            ACCORD.obligations.len() - 1 + ACCORD.instruments.len() - 1,
        );
        count(&html, "aria-disabled=\"true\"", ACCORD.duties.len());
    }

    #[track_caller]
    fn check_cell(duty: u16, now: &Assessment, class: &str, said: &[&str], not_said: &[&str]) {
        let html = cell(Locale::english(), DutyNumber(duty), now).html();
        assert!(html.contains(&format!("class=\"{class}\"")), "{html}");
        for text in said {
            assert!(html.contains(text), "{text} in {html}");
        }
        for text in not_said {
            assert!(!html.contains(text), "{text} in {html}");
        }
    }

    #[test]
    fn a_cell_says_what_is_said_of_its_duty() {
        let of = |status| Assessment {
            status,
            ..Default::default()
        };
        check_cell(
            0,
            &Assessment::default(),
            "cell blank",
            &["Cambodia: </span>Not assessed", "#g-not-assessed"],
            &["Has a note", "From record"],
        );
        let noted = Assessment {
            note: "<b>".to_owned(),
            ..of(Status::Disputed)
        };
        check_cell(
            0,
            &noted,
            "cell",
            &["</span>Breach alleged", "Has a note", "#g-disputed"],
            &["<b>"],
        );
        let taken = Assessment {
            from_record: true,
            basis: Basis::Observers,
            ..of(Status::Fulfilled)
        };
        let words = Locale::english();
        check_cell(
            0,
            &taken,
            "cell from-record",
            &[words.from_record],
            &[words.basis_word(Basis::Observers)],
        );
        let based = Assessment {
            from_record: false,
            ..taken
        };
        check_cell(
            0,
            &based,
            "cell",
            &[words.basis_word(Basis::Observers)],
            &[words.from_record],
        );
        let joint = ACCORD.duties.iter().position(|duty| !PARTIES.contains(&duty.bearer));
        let joint = joint.expect("a joint body owes something") as u16;
        check_cell(
            joint,
            &Assessment::default(),
            "cell blank",
            &["bearer-name"],
            &["hidden-name"],
        );
    }

    #[track_caller]
    fn check_bar(statuses: &[Status], name: &str, parts: &[(&str, &str, &str)]) {
        let tally = Tally::of(statuses.iter().copied());
        let html = bar(Locale::english(), CAMBODIA, &tally).html();
        assert!(html.contains(&format!("aria-label=\"{name}\"")), "{html}");
        count(&html, "<rect", parts.len());
        for (status, x, width) in parts {
            let rect = format!("class=\"{status}\" fill=\"url(#p-{status})\" x=\"{x}\" width=\"{width}\"");
            assert!(html.contains(&rect), "{rect} in {html}");
        }
    }

    #[test]
    fn a_bar_is_as_wide_as_its_counts() {
        use Status::{Fulfilled, NotAssessed};
        check_bar(&[], "Cambodia, 0 duties: ", &[]);
        check_bar(
            &[NotAssessed],
            "Cambodia, 1 duty: 1 not assessed",
            &[("not-assessed", "0.00%", "100.00%")],
        );
        check_bar(
            &[NotAssessed, Fulfilled, NotAssessed],
            "Cambodia, 3 duties: 1 fulfilled, 2 not assessed",
            &[("fulfilled", "0.00%", "33.33%"), ("not-assessed", "33.33%", "66.66%")],
        );
    }
}
