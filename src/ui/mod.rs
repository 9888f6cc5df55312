//! What is shown: Leptos components over one `Desk` of signals. They show state and send changes; nothing here decides anything.
//!
//! The first render is the prerendered page: it reads neither storage, clock, address nor locale. Those come in `start`, after
//! hydration.

mod assess;
mod banner;
mod compare;
mod desk;
mod detail;
mod frame;
mod grid;
mod history;
mod incoming;
mod keeping;
mod keyboard;
mod languages;
pub mod later;
mod list;
mod many;
mod markup;
mod menu;
mod opened;
mod overview;
mod parts;
mod rail;
mod reviews;
mod rows;
mod share;
mod shelf;
mod start;
mod storage;
mod takeaway;
mod timeline;
mod welcome;

pub use desk::Desk;
pub use start::start;

use crate::browser::document;
use crate::checklist::View;
use crate::language::Locale;
use crate::ui::later::{FromLater, Part};
use leptos::prelude::*;

/// The whole page. The first view of it is the same in the browser as in the prerendering.
#[component]
pub fn Page(
    /// The language of the page, with the names of the record.
    locale: &'static Locale,
) -> impl IntoView {
    let desk = Desk::new(locale);
    provide_context(desk);
    Effect::new(move || start(desk));
    let view = move || desk.view();
    view! {
        <a class="skip" href="#page-content" on:click=move |event| { event.prevent_default(); document::focus("#page-content"); }>{desk.words.skip}</a>
        <frame::Header/>
        <main id="page-content" tabindex="-1" on:click=move |event| markup::on_click(desk, &event)>
            <banner::Banner/>
            <banner::NoticeArea/>
            <list::PrintHead/>
            <welcome::Welcome/>
            <div
                class="columns"
                class:detail-open=move || desk.open.get().is_some()
                hidden=move || view() != View::Checklist || desk.fault.with(Option::is_some)
            >
                <rail::Rail/>
                <list::List/>
                <detail::Pane/>
            </div>
            <Show when=move || view() == View::Timeline>
                <FromLater part=Part::Timeline/>
            </Show>
            <Show when=move || view() == View::Overview>
                <FromLater part=Part::Overview/>
            </Show>
            <Show when=move || view() == View::Compare>
                <FromLater part=Part::Compare/>
            </Show>
            <Show when=move || view() == View::Reviews>
                <FromLater part=Part::Reviews/>
            </Show>
            <menu::StatusMenu/>
        </main>
        <frame::Tabs/>
        <frame::Help/>
        <banner::ToastArea/>
    }
}
