//! What stands above the list for a time: an opened snapshot, a damaged link, a word on the store; and the message at the bottom.

use crate::browser::store::StoreNotice;
use crate::browser::window;
use crate::language::Offered;
use crate::share::visible;
use crate::snapshot::SnapshotFault;
use crate::ui::desk::{Desk, ToastAction, desk};
use crate::ui::later::{Act, FromLater, Part};
use crate::ui::parts::Icon;
use crate::ui::start::open_link;
use crate::ui::{languages, later, storage};
use leptos::prelude::*;

/// The banner of an opened snapshot, or the page of a damaged link.
#[component]
pub fn Banner() -> impl IntoView {
    let desk = desk();
    move || {
        let part = match desk.fault.with(Option::is_some) {
            true => Part::Damaged,
            false => {
                desk.snapshot.get()?;
                Part::Opened
            }
        };
        Some(view! { <FromLater part=part/> })
    }
}

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
        SnapshotFault::Cut { arrived, expected } => ((words.cut)(arrived, expected), words.cut_help),
        SnapshotFault::NewerFormat => (String::new(), words.newer_link),
        SnapshotFault::UnknownEdition => (String::new(), words.unknown_edition),
        SnapshotFault::Damaged | SnapshotFault::Foreign => (String::new(), words.damaged_text),
    };
    let open = move || {
        if !open_link(desk, &pasted.get_untracked()) {
            desk.fault.set(Some((SnapshotFault::Damaged, String::new())));
        }
    };
    view! {
        <section class="damaged" role="alert" aria-label=words.damaged>
            <h1>{words.damaged}</h1>
            {(!figures.is_empty()).then(|| view! { <p class="figures">{figures}</p> })}
            <p>{help}</p>
            <p>{words.nothing_opened}</p>
            <form on:submit=move |event| { event.prevent_default(); open(); }>
                <label>
                    <span>{words.paste_link}</span>
                    <textarea class="field" rows="3" prop:value=pasted on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                </label>
                <button type="submit" class="button primary">{words.open_link}</button>
                <button type="button" class="button" on:click=move |_| desk.close_snapshot()>{words.own_review}</button>
            </form>
        </section>
    }
}

/// The place of what the reader must know of the store.
#[component]
pub fn NoticeArea() -> impl IntoView {
    let desk = desk();
    let any = Memo::new(move |_| desk.notice.with(Option::is_some) || desk.reminder.get());
    move || any.get().then(|| view! { <FromLater part=Part::Notices/> })
}

/// What the reader must know of the store.
#[component]
pub fn Notices() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let line = move || {
        desk.notice.get().map(|notice| {
            let text = match notice {
                StoreNotice::Blocked => words.storage_blocked,
                StoreNotice::Full => words.storage_full,
                StoreNotice::SetAside => words.storage_unreadable,
                StoreNotice::Newer => words.storage_newer,
            };
            let aside = notice == StoreNotice::SetAside;
            view! {
                <div class="notice" role="alert">
                    <Icon name="warning"/>
                    <p>{text}</p>
                    {aside.then(|| view! {
                        <button type="button" class="link" on:click=move |_| download_aside(desk)>{words.download_aside}</button>
                    })}
                    {(!aside).then(|| view! {
                        <button type="button" class="link" on:click=move |_| download_review(desk)>{words.save_file}</button>
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

/// The message at the bottom of the page, one at a time.
#[component]
pub fn ToastArea() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let toast = move || {
        desk.toast.get().map(|toast| {
            let action = toast.action.map(|action| {
                let name = match action {
                    ToastAction::Undo | ToastAction::UndoShelf => words.undo,
                    ToastAction::Update => words.update_now,
                    ToastAction::Reopen => words.reopen,
                    ToastAction::Language(code) => Offered::of(code).name,
                };
                let act = move |desk: Desk| match action {
                    ToastAction::Undo => desk.undo(),
                    ToastAction::UndoShelf => later::act(desk, Act::UndoShelf),
                    ToastAction::Update => window::tell_boot("update"),
                    ToastAction::Reopen => later::act(desk, Act::Reopen),
                    ToastAction::Language(code) => languages::go_to(desk, Offered::of(code)),
                };
                view! {
                    <button type="button" class="link" on:click=move |_| { desk.toast.set(None); act(desk); }>{name}</button>
                }
            });
            view! {
                <div class="toast" lang=toast.language>
                    <p>{visible(&toast.text)}</p>
                    {action}
                    <button type="button" class="icon-button" aria-label=words.dismiss on:click=move |_| desk.toast.set(None)>
                        <Icon name="close"/>
                    </button>
                </div>
            }
        })
    };
    view! { <div class="toast-area" role="status" aria-live="polite">{toast}</div> }
}
