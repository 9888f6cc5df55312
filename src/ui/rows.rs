//! Keeps the rows of the list true. They are markup (`views/list.rs`), prerendered: when the page begins, nothing of them is built or hydrated.
//! A change draws its cell and the counts of its group; rows are drawn only where the list is grouped or ordered in another way, which is in the
//! later file (`redraw.rs`).

use crate::accord::ACCORD;
use crate::browser::document;
use crate::catalogue::{DutyNumber, Instrument, PARTIES, Status};
use crate::checklist::{Arrangement, Heading, Section};
use crate::language;
use crate::review::Tally;
use crate::ui::bind;
use crate::ui::desk::{Desk, Moved};
use crate::ui::later::{Act, Later, act};
use crate::ui::markup::draw_inside;
use crate::views::list::{cell, column_of, counts};
use crate::views::page::{MOST_ROWS, is_large};
use leptos::prelude::*;
use std::cell::Cell;
use web_sys::Element;

/// The list, whose rows these are.
pub(super) const GRID: &str = ".grid";

/// How the rows are drawn: the arrangement, and whether in years of the common era where the language counts others.
pub(super) type Manner = (Arrangement, bool);

/// The groups of the list, with the counts of each by party.
pub struct Groups {
    /// How they are drawn.
    pub(super) manner: Manner,
    /// The groups.
    pub(super) sections: Vec<Section>,
    /// The counts of each.
    pub(super) tallies: Vec<[Tally; 2]>,
    /// The obligations whose rows stand in the page: all, or of a large catalogue the first that pass the filter.
    pub(super) standing: Vec<u16>,
    of: Vec<Option<usize>>,
}

impl Groups {
    /// These groups, with what is said of each duty. Of no row is it known that it stands in the page.
    pub(super) fn new(manner: Manner, sections: Vec<Section>, said: impl Fn(DutyNumber) -> Status) -> Self {
        let mut of = vec![None; ACCORD.obligations.len()];
        let tallies = sections.iter().enumerate().map(|(group, section)| {
            let mut tallies = [Tally::default(); 2];
            for &number in &section.obligations {
                of[usize::from(number)] = Some(group);
                for duty in ACCORD.obligations[usize::from(number)].duty_numbers() {
                    if let Some(party) = column_of(duty) {
                        tallies[party].add(said(duty));
                    }
                }
            }
            tallies
        });
        let tallies = tallies.collect();
        Self {
            manner,
            sections,
            tallies,
            standing: Vec::new(),
            of,
        }
    }

    /// The group in which an obligation is.
    pub(super) fn of(&self, number: u16) -> Option<usize> {
        *self.of.get(usize::from(number))?
    }
}

impl Default for Groups {
    /// The instruments with nothing assessed, as the page is prerendered.
    fn default() -> Self {
        let section = |(number, one): (u8, &Instrument)| Section {
            heading: Heading::Instrument(number),
            obligations: one.obligations.clone().collect(),
        };
        let sections: Vec<Section> = (0..).zip(ACCORD.instruments).map(section).collect();
        let mut groups = Self::new(Manner::default(), sections, |_| Status::NotAssessed);
        groups.standing = (0..ACCORD.obligations.len() as u16).take(MOST_ROWS).collect();
        groups
    }
}

/// Draws the list anew where it is grouped or ordered in another way, where other rows of a large catalogue stand in it, and where dates are told
/// in other years; and tells the rows which is open and whether anything can be changed.
pub fn follow(desk: Desk) {
    let wanted = Memo::new(move |_| manner(desk));
    let asked = Cell::new(None);
    bind::effect(move || {
        let now = wanted.get();
        let later = desk.later.get();
        let before = asked.replace(Some(now));
        // What could not be drawn for want of the later file is drawn once that is there.
        if later == Later::Failed && before == Some(now) {
            return;
        }
        let mut stands = desk.groups.with_value(|groups| groups.manner == now);
        if is_large() {
            desk.rows.track();
            stands &= before.is_none() && desk.shown.get_untracked() == ACCORD.obligations.len();
        }
        if !stands {
            act(desk, Act::Arrange);
        }
    });
    let fixed = Cell::new(false);
    bind::effect(move || {
        let now = desk.snapshot.with(Option::is_some);
        if fixed.replace(now) != now {
            fix(now);
        }
    });
    let open = Cell::new(None);
    bind::effect(move || {
        let now = desk.open.get();
        let before = open.replace(now).filter(|&before| Some(before) != now);
        for (number, selected) in before.into_iter().zip(["false"]).chain(now.into_iter().zip(["true"])) {
            if let Some(row) = row(number) {
                document::set_attribute(&row, "aria-selected", Some(selected));
            }
        }
    });
}

/// How the list is to be drawn.
pub(super) fn manner(desk: Desk) -> Manner {
    let years = desk.words.era != 0 && desk.dated(language::tells_common_years);
    (desk.address.with(|address| address.arrangement), years)
}

/// Draws the cell of a duty as it is now.
pub fn draw_cell(desk: Desk, duty: DutyNumber) {
    let row = row(ACCORD.duty(duty).obligation);
    let found = row.and_then(|row| document::find_in(&row, &format!("[data-duty='{}']", duty.0)));
    if let Some(found) = found {
        let drawn = desk.cell(duty).with_untracked(|now| cell(desk.words, duty, now));
        document::set_attribute(&found, "class", drawn.attribute("class"));
        draw_inside(&found, &drawn);
    }
}

/// Counts duties that had another status, and draws the counts of their groups.
pub fn count(desk: Desk, moved: &[Moved]) {
    // Of each group and party whose counts are others now, an obligation: by its row the group is found.
    let mut others: Vec<(usize, usize, u16)> = Vec::new();
    desk.groups.update_value(|groups| {
        for &(duty, before, after) in moved {
            let number = ACCORD.duty(duty).obligation;
            let (Some(party), Some(group)) = (column_of(duty), groups.of(number)) else {
                continue;
            };
            groups.tallies[group][party].move_one(before, after);
            if !others
                .iter()
                .any(|&(other, column, _)| (other, column) == (group, party))
            {
                others.push((group, party, number));
            }
        }
    });
    for (group, party, number) in others {
        let tally = desk.groups.with_value(|groups| groups.tallies[group][party]);
        let bars = row(number).and_then(|row| row.parent_element());
        let bars = bars
            .map(|group| document::all_in(&group, ".group-bar"))
            .unwrap_or_default();
        if let Some(bar) = bars.get(party) {
            draw_inside(bar, &counts(desk.words, PARTIES[party], &tally));
        }
    }
}

/// Shows the rows of obligations that pass the filter now, hides the others, and the groups of which none is shown. Those of a large catalogue are
/// drawn anew (`follow`).
pub fn show(before: &[bool], now: &[bool]) {
    if is_large() || before == now {
        return;
    }
    for (number, (before, passes)) in (0..).zip(before.iter().zip(now)) {
        if before != passes
            && let Some(row) = row(number)
        {
            document::set_attribute(&row, "hidden", (!passes).then_some(""));
        }
    }
    for group in document::all(".grid .group") {
        let empty = document::find_in(&group, ".row:not([hidden])").is_none();
        document::set_attribute(&group, "hidden", empty.then_some(""));
    }
}

/// Folds the group whose head this button is in, or unfolds it.
pub fn fold(toggle: &Element) {
    let Ok(Some(group)) = toggle.closest(".group") else {
        return;
    };
    let folded = group.class_list().toggle("collapsed").unwrap_or_default();
    let unfolded = if folded { "false" } else { "true" };
    for element in document::all_in(&group, "[aria-expanded]") {
        document::set_attribute(&element, "aria-expanded", Some(unfolded));
    }
}

/// Says of every cell whether it can be changed.
fn fix(all: bool) {
    for cell in document::all(".grid .cell") {
        let duty = cell.get_attribute("data-duty").and_then(|number| number.parse().ok());
        let awaited = duty.is_some_and(|number| ACCORD.obligation_of(DutyNumber(number)).text_awaited);
        document::set_attribute(&cell, "aria-disabled", (all || awaited).then_some("true"));
    }
}

/// Brings the row of the open obligation into view. On a small screen the list is hidden behind the obligation, and there is nothing to bring.
pub fn reveal(number: u16) {
    if !document::is_small() {
        document::reveal(&format!("[data-obligation='{number}']"));
    }
}

/// The row of an obligation, where it stands in the page.
pub(super) fn row(number: u16) -> Option<Element> {
    document::by_id(ACCORD.obligations[usize::from(number)].id)
}
