//! The detail of one obligation: its text, what is said of it, and where it stands among the others.

use crate::accord::ACCORD;
use crate::browser::{document, window};
use crate::catalogue::Obligation;
use crate::ui::desk::{Desk, desk};
use crate::ui::keyboard::{close_detail, step};
use crate::ui::markup::{Drawn, DrawnInline, with_pack};
use crate::ui::parts::Icon;
use crate::ui::{assess, history};
use crate::views::detail;
use leptos::prelude::*;

/// The detail of an obligation.
#[component]
pub fn Detail(
    /// Its number.
    number: u16,
) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let obligation = &ACCORD.obligations[usize::from(number)];
    // On a small screen the list and its heading are gone: the title takes the focus, as that of a new page would.
    let small = document::is_small();
    Effect::new(move || {
        if small {
            document::focus(".pane-title");
        }
    });
    let before = move || with_pack(desk, |pack| detail::before(words, number, pack));
    let after = move || with_pack(desk, |pack| detail::after(words, number, pack));
    view! {
        <header class="pane-head">
            <button type="button" class="icon-button back" aria-label=words.later().back on:click=move |_| close_detail(desk, number)><Icon name="back"/></button>
            <b class="id">{obligation.id}</b>
            <DrawnInline class="numbering" content=detail::numbering(words, obligation)/>
            <button type="button" class="icon-button" aria-label=words.later().previous title=words.later().previous on:click=move |_| step(desk, -1)><Icon name="up"/></button>
            <button type="button" class="icon-button" aria-label=words.later().next title=words.later().next on:click=move |_| step(desk, 1)><Icon name="down"/></button>
            <button type="button" class="icon-button" aria-label=words.later().copy_address title=words.later().copy_address on:click=move |_| copy_address(desk, obligation)><Icon name="link"/></button>
            <button type="button" class="icon-button shut" aria-label=words.close on:click=move |_| close_detail(desk, number)><Icon name="close"/></button>
        </header>
        <div class="pane-body">
            {small.then(|| view! { <h1 class="hidden-name">{words.later().detail}</h1> })}
            <h2 class="pane-title" tabindex="-1" lang=desk.words.lang_of(desk.words.title_of(obligation))>{desk.words.title_of(obligation)}</h2>
            <Drawn class="record-part" content=before/>
            <assess::Assess number=number/>
            <Drawn class="record-part" content=after/>
            <history::Changes number=number/>
        </div>
    }
}

fn copy_address(desk: Desk, obligation: &'static Obligation) {
    let address = format!("{}#{}", window::address(), obligation.id);
    leptos::task::spawn_local(async move {
        if window::copy(address.clone()).await {
            desk.say(desk.words.later().address_copied);
        } else {
            desk.say(&address);
        }
    });
}
