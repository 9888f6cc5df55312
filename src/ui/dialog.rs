//! Dialogs: the keys, and what every dialog is made of.

use crate::browser::{preference, window};
use crate::language::use_common_years;
use crate::ui::desk::{Desk, desk};
use crate::ui::parts::Icon;
use leptos::prelude::*;

/// The keys, and what is chosen with them.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let rows = words
        .later()
        .keys
        .iter()
        .map(|(key, means)| view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*means}</dd></div> });
    view! {
        <Dialog title=words.later().keys_title>
            <dl class="keys">{rows.collect_view()}</dl>
            <label class="letter-keys">
                <input type="checkbox" checked=preference::letter_keys() on:change=move |event| { preference::set_letter_keys(event_target_checked(&event)); }/>
                {words.later().letter_keys}
            </label>
            {(words.era != 0).then(|| view! {
                <label class="letter-keys">
                    <input type="checkbox" checked=preference::common_years() on:change=move |event| choose_years(desk, event_target_checked(&event))/>
                    {words.later().common_years}
                </label>
            })}
            {(!words.later().texts.own_digits.is_empty()).then(|| view! {
                <label class="letter-keys">
                    <input type="checkbox" checked=preference::own_digits() on:change=move |event| choose_digits(event_target_checked(&event))/>
                    {words.later().texts.own_digits}
                </label>
            })}
        </Dialog>
    }
}

fn choose_digits(own: bool) {
    preference::set_own_digits(own);
    window::tell_boot("digits");
}

fn choose_years(desk: Desk, common: bool) {
    preference::set_common_years(common);
    use_common_years(common);
    desk.ready.notify();
}

/// A dialog of the browser: takes the focus, keeps it, gives it back, closes with Escape.
#[component]
pub fn Dialog(title: &'static str, children: Children) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=title on:close=move |_| desk.sheet.set(None)>
            <div class="dialog-head">
                <h2>{title}</h2>
                <button type="button" class="icon-button" aria-label=words.close on:click=move |_| close()><Icon name="close"/></button>
            </div>
            {children()}
        </dialog>
    }
}
