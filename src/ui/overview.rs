//! The overview, drawn anew when anything that it counts changes.

use crate::ui::desk::desk;
use crate::ui::markup::{Drawn, with_pack};
use crate::views;
use leptos::prelude::*;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let desk = desk();
    let all = Memo::new(move |_| desk.all_shown());
    let content = move || {
        with_pack(desk, |pack| {
            all.with(|all| views::overview::overview(desk.words, all, pack))
        })
    };
    view! { <Drawn content=content/> }
}
