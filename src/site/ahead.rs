//! The status menu that a first visitor has before the program is there: a template in the page, which `ahead.js` shows.

use crate::accord::ACCORD;
use crate::catalogue::{Kind, Status};
use crate::language::Words;
use crate::markup::{Element, element};
use crate::views::menu::{around, option};

/// The template in the words of a language. Its attributes say what the script writes: the name of the menu, which obligations are kept rather
/// than done, and how what was chosen is kept.
pub fn template(words: &Words) -> Element {
    let kept: Vec<&str> = ACCORD
        .obligations
        .iter()
        .filter(|obligation| obligation.kind != Kind::Act)
        .map(|obligation| obligation.id)
        .collect();
    let options = Status::ALL.into_iter().enumerate().map(|(number, status)| {
        let word = &words.statuses[status.number()];
        option(words, number, status, "", false)
            .with("data-status", status.name())
            .with("data-act", word.act)
            .with("data-kept", word.kept)
    });
    element("template")
        .with("id", "ahead")
        .with("data-name", (words.choose_status)("{id}", "{bearer}"))
        .with("data-kept", kept.join(" "))
        .with("data-saved", words.saved)
        .with("data-unsaved", words.saving_off)
        .children(around("", options))
}
