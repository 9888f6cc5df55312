//! The status menu: nine statuses with their meaning.

use crate::accord::ACCORD;
use crate::catalogue::{DutyNumber, Status};
use crate::language::{Locale, Words};
use crate::markup::{Element, element, told};
use crate::views::{glyph, icon};

/// The menu of a duty that has this status: what lies behind it, and itself.
pub fn of_duty(words: &Locale, duty: DutyNumber, present: Status) -> [Element; 2] {
    let obligation = ACCORD.obligation_of(duty);
    let name = (words.choose_status)(obligation.id, words.bearer_of(duty));
    let options = Status::ALL.into_iter().enumerate().map(|(number, status)| {
        let word = words.status(status, obligation.kind);
        option(words, number, status, word, status == present)
            .with("aria-selected", if status == present { "true" } else { "false" })
            .with("aria-label", word)
    });
    around(&name, options)
}

/// A menu of this name with these options, and what lies behind it.
pub fn around(name: &str, options: impl Iterator<Item = Element>) -> [Element; 2] {
    let list = element("ul")
        .with("role", "listbox")
        .with("aria-label", name)
        .children(options);
    let head = told("p", name).class("menu-head").with("aria-hidden", "true");
    let menu = element("div").class("menu").child(head).child(list);
    [element("div").class("menu-scrim"), menu]
}

/// The option with this number, from 0.
pub fn option(words: &Words, number: usize, status: Status, word: &str, is_present: bool) -> Element {
    let means = format!("status-{number}-means");
    let mark = match is_present {
        true => icon("tick"),
        false => told("kbd", (number + 1).to_string()).with("aria-hidden", "true"),
    };
    element("li")
        .with("role", "option")
        .class("option")
        .with("tabindex", "-1")
        .with("aria-describedby", means.clone())
        .child(glyph(status))
        .child(told("b", word))
        .child(mark)
        .child(
            told("span", words.definition(status))
                .class("definition")
                .with("id", means),
        )
}
