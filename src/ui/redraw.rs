//! Draws rows of the list: all of them where it is grouped or ordered in another way; of a large catalogue those that were not there. This is in
//! the later file of the program.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::checklist::{arrange, first_rows};
use crate::markup;
use crate::ui::desk::{Desk, ProseState};
use crate::ui::markup::{draw_inside, insert};
use crate::ui::rows::{GRID, Groups, manner, row};
use crate::views::list::{self, Group, Shown};
use crate::views::page::is_large;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

/// Makes the list what it is to be.
pub fn arrange_anew(desk: Desk) {
    // What waits to be counted must not come on top of what is counted anew.
    window::settle();
    let manner = untrack(|| manner(desk));
    let as_before = desk.groups.with_value(|groups| groups.manner == manner);
    if !as_before {
        let said = |duty| {
            desk.cell(duty)
                .with_untracked(|cell| (cell.status, cell.changed.number()))
        };
        let sections = arrange(&ACCORD, manner.0, said);
        desk.groups
            .set_value(Groups::new(manner, sections, |duty| said(duty).0));
    }
    let visible = desk.visible.get_value();
    let groups = desk
        .groups
        .with_value(|groups| in_page(groups, desk.rows.get_untracked(), &visible));
    let shown = Shown {
        words: desk.words,
        said: &|duty| desk.cell(duty).get_untracked(),
        visible: &visible,
        open: desk.open.get_untracked(),
        read_only: desk.snapshot.with_untracked(Option::is_some),
    };
    if let Some(grid) = document::find(GRID) {
        if as_before {
            desk.groups.with_value(|now| fit(&grid, &shown, &groups, now));
        } else {
            draw_inside(&grid, &list::list(&shown, &groups));
        }
    }
    desk.groups.update_value(|now| {
        now.standing.clear();
        now.standing.extend(groups.iter().flat_map(|group| &group.rows));
    });
    window::after_paint(move || desk.mark_words());
}

/// The groups with the obligations whose rows are to stand in the page: all, or of a large catalogue the first that pass the filter.
fn in_page(groups: &Groups, most: usize, visible: &[bool]) -> Vec<Group> {
    let sections = groups.sections.clone();
    let cut = if is_large() {
        first_rows(sections, most, |number| visible[usize::from(number)])
    } else {
        let rows = sections.iter().map(|section| section.obligations.clone());
        let rows: Vec<_> = rows.collect();
        sections.into_iter().zip(rows).collect()
    };
    let group = |(section, rows): (_, Vec<u16>)| {
        let number = groups.of(*rows.first()?)?;
        let tallies = groups.tallies[number];
        Some(Group { section, rows, tallies })
    };
    cut.into_iter().filter_map(group).collect()
}

/// Makes the list show these groups, of which each has a row: takes out what is not in them and draws what is missing. What stays is left
/// alone, with the focus that it may have.
fn fit(grid: &Element, shown: &Shown<'_>, groups: &[Group], now: &Groups) {
    let place = |element: &HtmlElement| now.of(rows_of(element).first()?.0);
    let standing = document::all_in(grid, ".group");
    let standing: Vec<(usize, HtmlElement)> = standing
        .into_iter()
        .filter_map(|element| Some((place(&element)?, element)))
        .collect();
    let wanted: Vec<(usize, &Group)> = groups
        .iter()
        .filter_map(|group| Some((now.of(*group.rows.first()?)?, group)))
        .collect();
    for (number, element) in &standing {
        if let Some((_, group)) = wanted.iter().find(|(wanted, _)| wanted == number) {
            let rows: Vec<(u16, u16)> = group.rows.iter().map(|&row| (row, row)).collect();
            put(element, &rows_of(element), &rows, |&row| list::row(shown, row));
        }
    }
    // Not the first: that would be a stop of the Tab key.
    put(grid, &standing, &wanted, |group| list::group(shown, 1, group));
    // The list is one such stop, and it may be gone.
    if document::find_in(grid, "[tabindex='0']").is_none()
        && let Some(first) = document::find_in(grid, ".toggle")
    {
        document::set_attribute(&first, "tabindex", Some("0"));
    }
}

/// The rows of a group, with the numbers of their obligations.
fn rows_of(group: &Element) -> Vec<(u16, HtmlElement)> {
    let number = |row: &HtmlElement| row.get_attribute("data-obligation")?.parse().ok();
    let rows = document::all_in(group, ".row").into_iter();
    rows.filter_map(|row| Some((number(&row)?, row))).collect()
}

/// Makes elements out of those that stand somewhere, each known by a key: takes out those that are not wanted and draws those that are missing.
/// Both are in the order of the page.
fn put<K: Copy + PartialEq, T>(
    around: &Element,
    standing: &[(K, HtmlElement)],
    wanted: &[(K, T)],
    draw: impl Fn(&T) -> markup::Element,
) {
    let mut left = standing;
    let mut missing = Vec::new();
    for (key, what) in wanted {
        let Some(place) = left.iter().position(|(other, _)| other == key) else {
            missing.push(draw(what));
            continue;
        };
        for (_, gone) in &left[..place] {
            gone.remove();
        }
        if !missing.is_empty() {
            insert(around, Some(&left[place].1), &missing);
            missing.clear();
        }
        left = &left[place + 1..];
    }
    for (_, gone) in left {
        gone.remove();
    }
    if !missing.is_empty() {
        insert(around, None, &missing);
    }
}

/// Puts the texts of the obligations into rows that were drawn anew and have none: for paper.
pub fn fill_texts(desk: Desk) {
    let ProseState::Here(prose) = desk.prose.get_untracked() else {
        return;
    };
    for (number, item) in (0..).zip(&prose.obligations) {
        let place = row(number).and_then(|row| document::find_in(&row, ".text"));
        if let Some(place) = place.filter(|place| !place.has_child_nodes()) {
            let stands_in = prose.missing.contains(&item.text);
            document::set_attribute(&place, "lang", stands_in.then_some("en"));
            place.set_text_content(Some(&item.text));
        }
    }
}
