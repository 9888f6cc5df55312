//! The frame of the page: header with the equal double rule, views, review, languages, the tabs of a phone; and the message at the bottom.
//!
//! It is prerendered and taken over as it stands: `data-act` says what a control does, `data-view` and `data-language` where a link leads
//! (`ui/frame.rs`).

use crate::checklist::View;
use crate::language::{LANGUAGES, Locale, Offered};
use crate::markup::{Element, element, link, told};
use crate::views::{ACT, icon};

/// What controls of the page do, as `data-act` says it.
pub mod act {
    /// Chooses light or dark colours.
    pub const THEME: &str = "theme";
    /// Takes the last act back.
    pub const UNDO: &str = "undo";
    /// Does it again.
    pub const REDO: &str = "redo";
    /// Opens the dialog in which a review is shared.
    pub const SHARE: &str = "share";
    /// Goes to the content, past the header.
    pub const SKIP: &str = "skip";
    /// Begins a blank review.
    pub const BLANK: &str = "blank";
    /// Begins a review with what the record says.
    pub const RECORD: &str = "record";
    /// Opens the filters, or closes them.
    pub const FILTERS: &str = "filters";
    /// Closes what is open: filters, a dialog, an obligation that did not come.
    pub const CLOSE: &str = "close";
    /// Opens the dialog in which all that is shown is set at once.
    pub const SET_MANY: &str = "set-many";
    /// Prints.
    pub const PRINT: &str = "print";
    /// Shows more rows.
    pub const MORE: &str = "more";
    /// Asks again for what did not come.
    pub const AGAIN: &str = "again";
    /// Does what the message at the bottom offers.
    pub const TOAST: &str = "toast";
    /// Dismisses the message at the bottom.
    pub const DISMISS: &str = "dismiss-toast";
    /// Closes the open obligation.
    pub const LEAVE: &str = "leave";
    /// Opens the obligation before it.
    pub const PREVIOUS: &str = "previous";
    /// Opens the one after it.
    pub const NEXT: &str = "next";
    /// Copies its address.
    pub const COPY: &str = "copy-address";
}

/// The view to which a link leads, by its name.
pub const VIEW: &str = "data-view";
/// The language to which a link leads, by its code.
pub const LANGUAGE: &str = "data-language";

/// Views that are here, with their icons.
const VIEWS: [(View, &str); 4] = [
    (View::Checklist, "list"),
    (View::Overview, "overview"),
    (View::Timeline, "timeline"),
    (View::Compare, "compare"),
];

/// A button that does something.
pub fn button(act: &str) -> Element {
    element("button").with("type", "button").with(ACT, act)
}

/// A button with an icon and a name that is not seen.
fn icon_button(act: &str, shape: &str, name: &str) -> Element {
    button(act)
        .class("icon-button")
        .with("aria-label", name)
        .with("title", name)
        .child(icon(shape))
}

/// The header, of a page without a review.
pub fn header(words: &Locale) -> Element {
    let mark = element("svg")
        .class("mark")
        .with("aria-hidden", "true")
        .child(element("use").with("href", "#i-mark"));
    let brand = element("a")
        .class("brand")
        .with("aria-label", words.site)
        .with("href", "#")
        .with(VIEW, View::Checklist.name())
        .child(mark)
        .child(told("span", words.site));
    let share = button(act::SHARE)
        .class("button share")
        .flag("disabled", true)
        .child(icon("share"))
        .child(told("span", words.later().share.open));
    element("header")
        .class("top")
        .child(brand)
        .child(views(words, "nav"))
        .child(review_state(words))
        .child(share)
        .children(languages(words))
        .child(theme(words))
}

/// Chooses light or dark colours.
fn theme(words: &Locale) -> Element {
    button(act::THEME)
        .class("icon-button theme")
        .with("aria-label", words.theme_dark)
        .with("title", words.theme_dark)
        .child(icon("moon"))
}

/// The tabs of a phone.
pub fn tabs(words: &Locale) -> Element {
    views(words, "tabs")
}

fn views(words: &Locale, class: &'static str) -> Element {
    let way = |(view, shape): (View, &str)| {
        element("a")
            .with("href", format!("#{}", view.name()))
            .with(VIEW, view.name())
            .maybe_with("aria-current", (view == View::Checklist).then_some("page"))
            .child(icon(shape))
            .text(words.view(view))
    };
    let (reviews, texts) = match class {
        "tabs" => (Some(way((View::Reviews, "note"))), words.later().texts_tab),
        _ => (None, words.view(View::Texts)),
    };
    let texts = element("a")
        .with("href", "method.html")
        .child(icon("texts"))
        .text(texts);
    element("nav")
        .class(class)
        .with("aria-label", words.later().views_label)
        .children(VIEWS.map(way))
        .maybe(reviews)
        .child(texts)
}

/// Which review is open, and whether it is stored: none.
fn review_state(words: &Locale) -> Element {
    let reviews = link("#reviews", "")
        .with(VIEW, View::Reviews.name())
        .with("aria-label", (words.all_reviews)(words.no_review))
        .child(told("b", words.no_review));
    let state = told("small", words.nothing_stored).with("role", "status");
    element("div")
        .class("review-state")
        .child(element("p").child(reviews).child(state))
        .child(icon_button(act::UNDO, "undo", words.undo).flag("disabled", true))
        .child(icon_button(act::REDO, "redo", words.redo).flag("disabled", true))
}

/// The languages: in a row where there is room, behind a globe on a phone, with the choice of colours. They are links, so that they lead
/// on without the program too.
fn languages(words: &Locale) -> [Element; 2] {
    let links = LANGUAGES.iter().map(|&other| {
        link(way(words, other), other.name)
            .with("lang", other.code)
            .with("hreflang", other.code)
            .with(LANGUAGE, other.code)
            .maybe_with("aria-current", (other.code == words.code).then_some("true"))
    });
    let globe = element("button")
        .with("type", "button")
        .class("icon-button globe")
        .with("popovertarget", "languages")
        .with("aria-label", words.languages_label)
        .child(icon("globe"));
    let all = element("nav")
        .class("languages")
        .with("id", "languages")
        .with("popover", "auto")
        .with("aria-label", words.languages_label)
        .children(links)
        .child(theme(words));
    [globe, all]
}

/// The address of the page in another language, from the page in this one.
pub fn way(words: &Locale, other: Offered) -> String {
    let up = if words.folder().is_empty() { "./" } else { "../" };
    format!("{up}{}", other.folder())
}

/// The message at the bottom, with what it offers.
pub fn toast(words: &Locale, text: &str, language: Option<&str>, offer: Option<&str>) -> Element {
    let offer = offer.map(|name| button(act::TOAST).class("link").text(name));
    let dismiss = button(act::DISMISS)
        .class("icon-button")
        .with("aria-label", words.dismiss)
        .child(icon("close"));
    element("div")
        .class("toast")
        .maybe_with("lang", language)
        .child(told("p", text))
        .maybe(offer)
        .child(dismiss)
}

/// What stands where a part of the later file will be: that it is on its way, or that it could not be had, with ways on.
pub fn without_part(words: &Locale, failed: bool) -> Element {
    let line = element("p").class("part-waits");
    if !failed {
        return line.with("role", "status").text(words.part_waits);
    }
    line.with("role", "alert")
        .text(words.part_failed)
        .text(" ")
        .child(button(act::AGAIN).class("link").text(words.try_again))
        .text(" ")
        .child(button(act::CLOSE).class("link").text(words.close))
}
