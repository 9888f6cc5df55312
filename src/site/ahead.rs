//! The status menu that a first visitor has before the program is there: a template in the page, which `ahead.js` shows. Its markup is that of
//! `ui/menu.rs`.

use crate::accord::ACCORD;
use crate::catalogue::{Kind, Status};
use crate::language::Words;
use crate::markup::{Element, element};

/// The template in the words of a language. Its attributes say what the script writes: the name of the menu, which obligations are kept rather
/// than done, and how what was chosen is kept.
pub fn template(words: &Words) -> Element {
    let kept: Vec<&str> = ACCORD
        .obligations
        .iter()
        .filter(|obligation| obligation.kind != Kind::Act)
        .map(|obligation| obligation.id)
        .collect();
    let options = Status::ALL
        .into_iter()
        .enumerate()
        .fold(element("ul").with("role", "listbox"), |list, (number, status)| {
            list.child(option(words, number, status))
        });
    let menu = element("div")
        .class("menu")
        .child(element("p").class("menu-head").with("aria-hidden", "true"))
        .child(options);
    element("template")
        .with("id", "ahead")
        .with("data-name", (words.choose_status)("{id}", "{bearer}"))
        .with("data-kept", kept.join(" "))
        .with("data-saved", words.saved)
        .with("data-unsaved", words.saving_off)
        .child(element("div").class("menu-scrim"))
        .child(menu)
}

fn option(words: &Words, number: usize, status: Status) -> Element {
    let word = &words.statuses[status.number()];
    let means = format!("status-{number}-means");
    let glyph = element("svg")
        .class(format!("glyph {}", status.name()))
        .with("aria-hidden", "true")
        .child(element("use").with("href", format!("#g-{}", status.name())));
    element("li")
        .with("role", "option")
        .class("option")
        .with("tabindex", "-1")
        .with("aria-describedby", means.clone())
        .with("data-status", status.name())
        .with("data-act", word.act)
        .with("data-kept", word.kept)
        .child(glyph)
        .child(element("b"))
        .child(
            element("kbd")
                .with("aria-hidden", "true")
                .text((number + 1).to_string()),
        )
        .child(
            element("span")
                .class("definition")
                .with("id", means)
                .text(word.definition),
        )
}
