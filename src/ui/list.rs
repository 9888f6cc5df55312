//! Keeps the head of the list true, what stands on paper above it, and what is said below it (`views/page.rs`). Its rows: `rows.rs`.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::catalogue::Moment;
use crate::checklist::{Arrangement, Grouping, Order};
use crate::markup::{Element, element, told};
use crate::share::named;
use crate::ui::desk::Desk;
use crate::ui::later::{self, Act};
use crate::ui::markup::draw_inside;
use crate::ui::{bind, rows};
use crate::views::page::{MOST_ROWS, is_large};
use leptos::prelude::*;
use std::cell::Cell;

/// How the list is grouped.
const GROUP_BY: &str = ".group-by";
/// How it is ordered.
const ORDER_BY: &str = ".order-by";

/// Keeps the list and its head true.
pub fn follow(desk: Desk) {
    let words = desk.words;
    rows::follow(desk);
    bind::content(".list-head h1", move || match desk.snapshot.get() {
        Some(snapshot) if snapshot.title.is_empty() => words.snapshot.to_owned(),
        Some(snapshot) => (words.snapshot_of)(&named(&snapshot.title)),
        None => words.views[0].to_owned(),
    });
    bind::content(".shown", move || {
        (words.shown)(desk.shown.get(), ACCORD.obligations.len())
    });
    bind::flag(".set-many", "disabled", move || {
        desk.snapshot.with(Option::is_some) || desk.shown.get() == 0
    });
    // What was chosen before the page is taken over stays until it is read.
    let before = Cell::new(Arrangement::default());
    bind::effect(move || {
        let now = desk.address.with(|address| address.arrangement);
        if before.replace(now) == now {
            return;
        }
        document::set_value(GROUP_BY, now.group.name());
        document::set_value(ORDER_BY, now.order.name());
    });
    if is_large() {
        bind::effect(move || {
            let left = desk.shown.get().saturating_sub(desk.rows.get());
            let Some(line) = document::find(".more") else { return };
            document::set_attribute(&line, "hidden", (left == 0).then_some(""));
            if let Some(button) = document::find_in(&line, "button") {
                document::tell(&button, &(words.more_rows)(left.min(MOST_ROWS), left));
            }
        });
    }
    follow_paper(desk);
}

/// Shows more rows.
pub fn more(desk: Desk) {
    desk.rows.update(|rows| *rows += MOST_ROWS);
}

/// Groups and orders the list as is chosen.
pub fn rearrange(desk: Desk) {
    desk.set_arrangement(chosen());
}

/// How the list is to be grouped and ordered, as the two choices say.
pub fn chosen() -> Arrangement {
    Arrangement {
        group: Grouping::of_name(&document::value(GROUP_BY)).unwrap_or_default(),
        order: Order::of_name(&document::value(ORDER_BY)).unwrap_or_default(),
    }
}

/// What stands on paper and not on the screen: whose it is, of which edition, when and where from. Told anew when the page is printed.
fn follow_paper(desk: Desk) {
    window::on_print(move || {
        window::settle();
        draw_paper(desk);
        later::act_if_here(desk, Act::Texts);
    });
    // For what prints without saying so.
    bind::effect(move || {
        desk.snapshot.track();
        desk.head.track();
        desk.address.track();
        desk.ready.track();
        window::after_paint(move || draw_paper(desk));
    });
}

fn draw_paper(desk: Desk) {
    let now = Moment::of_milliseconds(window::now() as i64);
    if let Some(head) = document::find(".print-head") {
        draw_inside(&head, &untrack(|| paper(desk, desk.words.moment(now))));
    }
}

fn paper(desk: Desk, printed: String) -> Element {
    let words = desk.words;
    let own = desk.snapshot.with(Option::is_none);
    let fragment = desk.address.with(|address| address.write(&ACCORD));
    let place = match own && !fragment.is_empty() {
        true => format!("{}#{fragment}", window::address()),
        false => window::address(),
    };
    let head = element("p");
    // An opened snapshot says in its banner whose it is.
    let head = match desk.head.with(|head| head.name.clone()).filter(|_| own) {
        Some(name) => head.child(told("b", named(&name))).child(element("br")),
        None => head,
    };
    head.text((words.printed)(&(words.edition)(ACCORD.edition().version), &printed))
        .child(element("br"))
        .text(place)
}
