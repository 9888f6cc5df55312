//! What stands above the list for a time: a damaged link, a word on the store.

use crate::browser::store::StoreNotice;
use crate::browser::window;
use crate::snapshot::SnapshotFault;
use crate::ui::desk::{Desk, desk};
use crate::ui::parts::Icon;
use crate::ui::start::open_link;
use crate::ui::storage;
use leptos::prelude::*;

/// What is wrong with a link, and what can be done.
#[component]
pub fn Damaged() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let fault = desk
        .fault
        .with_untracked(|fault| fault.as_ref().map(|(fault, _)| fault.clone()));
    let fault = fault.unwrap_or(SnapshotFault::Damaged);
    let pasted = RwSignal::new(String::new());
    let (figures, help) = match fault {
        SnapshotFault::Cut { arrived, expected } => ((words.later().cut)(arrived, expected), words.later().cut_help),
        SnapshotFault::NewerFormat => (String::new(), words.later().newer_link),
        SnapshotFault::UnknownEdition => (String::new(), words.later().unknown_edition),
        SnapshotFault::Damaged | SnapshotFault::Foreign => (String::new(), words.later().damaged_text),
    };
    let open = move || {
        if !open_link(desk, &pasted.get_untracked()) {
            desk.fault.set(Some((SnapshotFault::Damaged, String::new())));
        }
    };
    view! {
        <section class="damaged" role="alert" aria-label=words.later().damaged>
            <h1>{words.later().damaged}</h1>
            {(!figures.is_empty()).then(|| view! { <p class="figures">{figures}</p> })}
            <p>{help}</p>
            <p>{words.later().nothing_opened}</p>
            <form on:submit=move |event| { event.prevent_default(); open(); }>
                <label>
                    <span>{words.later().paste_link}</span>
                    <textarea class="field" rows="3" prop:value=pasted on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                </label>
                <button type="submit" class="button primary">{words.later().open_link}</button>
                <button type="button" class="button" on:click=move |_| desk.close_snapshot()>{words.later().own_review}</button>
            </form>
        </section>
    }
}

/// What the reader must know of the store.
#[component]
pub fn Notices() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let line = move || {
        desk.notice.get().map(|notice| {
            let text = match notice {
                StoreNotice::Blocked => words.later().storage_blocked,
                StoreNotice::Full => words.later().storage_full,
                StoreNotice::SetAside => words.later().storage_unreadable,
                StoreNotice::Newer => words.later().storage_newer,
            };
            let aside = notice == StoreNotice::SetAside;
            view! {
                <div class="notice" role="alert">
                    <Icon name="warning"/>
                    <p>{text}</p>
                    {aside.then(|| view! {
                        <button type="button" class="link" on:click=move |_| download_aside(desk)>{words.later().download_aside}</button>
                    })}
                    {(!aside).then(|| view! {
                        <button type="button" class="link" on:click=move |_| download_review(desk)>{words.later().save_file}</button>
                    })}
                    <button type="button" class="icon-button" aria-label=words.dismiss on:click=move |_| desk.notice.set(None)>
                        <Icon name="close"/>
                    </button>
                </div>
            }
        })
    };
    view! { {line}<storage::Reminder/> }
}

fn download_aside(desk: Desk) {
    let parts: Vec<String> = desk
        .set_aside()
        .into_iter()
        .map(|(key, text)| format!("{key}\n{text}\n"))
        .collect();
    window::download("accord-checklist-set-aside.txt", "text/plain", &parts.join("\n"));
    desk.told_aside();
}

fn download_review(desk: Desk) {
    if let Some(id) = desk.open_id() {
        desk.save_file(&id);
    }
}
