//! Small parts that many components share: glyphs of statuses, icons.

use crate::catalogue::Status;
use leptos::prelude::*;

/// The glyph of a status, from the sprite of the page. Decoration: the word stands beside it.
#[component]
pub fn Glyph(#[prop(into)] status: Signal<Status>) -> impl IntoView {
    view! {
        <svg class=move || format!("glyph {}", status.get().name()) aria-hidden="true">
            <use href=move || format!("#g-{}", status.get().name())></use>
        </svg>
    }
}

/// An icon of the sprite. Decoration: the control around it has a name.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}
