//! The status menu: nine statuses with their meaning. Keys 1 to 9 choose; on a small screen it is a sheet at the bottom.

use crate::accord::ACCORD;
use crate::browser::document;
use crate::catalogue::{DutyNumber, Status};
use crate::review::Change;
use crate::ui::desk::{Desk, MenuPlace, ToastAction, desk};
use crate::ui::parts::{Glyph, Icon};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Height of the menu, in CSS pixels, to decide whether it opens upward.
const HEIGHT: f64 = 440.0;
/// Its width.
const WIDTH: f64 = 400.0;

/// The menu, where one is open.
#[component]
pub fn StatusMenu() -> impl IntoView {
    let desk = desk();
    move || desk.menu.get().map(|at| view! { <Menu at=at/> })
}

#[component]
fn Menu(at: MenuPlace) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let duty = at.duty;
    let obligation = ACCORD.obligation_of(duty);
    let name = (words.choose_status)(obligation.id, words.bearer_of(duty));
    let present = desk.cell(duty).with_untracked(|cell| cell.status);
    let active = RwSignal::new(present.number());
    Effect::new(move || {
        document::focus(&format!("#status-{}", active.get()));
    });
    let (left, top) = corner(at.place);
    let heading = name.clone();
    let options = Status::ALL.into_iter().enumerate().map(|(number, status)| {
        view! {
            <li
                role="option"
                id=format!("status-{number}")
                class="option"
                tabindex=move || if active.get() == number { "0" } else { "-1" }
                aria-selected=if status == present { "true" } else { "false" }
                aria-label=words.status(status, obligation.kind)
                aria-describedby=format!("status-{number}-means")
                on:click=move |_| choose(desk, duty, status)
            >
                <Glyph status=status/>
                <b>{words.status(status, obligation.kind)}</b>
                {if status == present {
                    view! { <Icon name="tick"/> }.into_any()
                } else {
                    view! { <kbd aria-hidden="true">{(number + 1).to_string()}</kbd> }.into_any()
                }}
                <span class="definition" id=format!("status-{number}-means")>{words.definition(status)}</span>
            </li>
        }
    });
    view! {
        <div class="menu-scrim" on:click=move |_| close(desk)></div>
        <div class="menu" style:--menu-left=format!("{left}px") style:--menu-top=format!("{top}px")>
            <p class="menu-head" aria-hidden="true">{heading}</p>
            <ul role="listbox" aria-label=name on:keydown=move |event| on_key(desk, duty, active, &event)>
                {options.collect_view()}
            </ul>
        </div>
    }
}

/// Where the menu's corner goes: below its control, above it where there is no room, inside the window.
fn corner((left, top, bottom): (f64, f64, f64)) -> (i32, i32) {
    let (width, height) = document::size();
    let x = left.min(width - WIDTH - 12.0).max(12.0);
    let y = if bottom + HEIGHT + 12.0 <= height {
        bottom + 4.0
    } else {
        top - HEIGHT - 4.0
    };
    (x as i32, y.min(height - HEIGHT - 12.0).max(12.0) as i32)
}

fn on_key(desk: Desk, duty: DutyNumber, active: RwSignal<usize>, event: &KeyboardEvent) {
    let last = Status::ALL.len() - 1;
    let now = active.get_untracked();
    let key = event.key();
    match key.as_str() {
        "ArrowDown" => active.set((now + 1).min(last)),
        "ArrowUp" => active.set(now.saturating_sub(1)),
        "Home" => active.set(0),
        "End" => active.set(last),
        "Enter" | " " => choose(desk, duty, Status::ALL[now]),
        "Escape" | "Tab" => close(desk),
        digit => match digit.parse::<usize>() {
            Ok(number) if (1..=9).contains(&number) => choose(desk, duty, Status::ALL[number - 1]),
            _ => return,
        },
    }
    event.prevent_default();
    event.stop_propagation();
}

fn choose(desk: Desk, duty: DutyNumber, status: Status) {
    close(desk);
    let obligation = ACCORD.obligation_of(duty);
    let extent = desk.cell(duty).with_untracked(|cell| cell.extent);
    if desk.change(Change::SetStatus(vec![duty], status, extent)) {
        let word = desk.words.status(status, obligation.kind);
        let text = (desk.words.status_set)(obligation.id, desk.words.bearer_of(duty), word);
        desk.say_with(text, Some(ToastAction::Undo));
    }
}

fn close(desk: Desk) {
    if let Some(at) = desk.menu.get_untracked() {
        desk.menu.set(None);
        document::focus(&at.opener);
    }
}
