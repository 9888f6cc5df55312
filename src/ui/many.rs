//! Setting all duties that are shown to one status, in one act.

use crate::browser::document;
use crate::catalogue::{Kind, PARTIES, Status};
use crate::review::Change;
use crate::ui::desk::{ToastAction, desk};
use crate::ui::dialog::Dialog;
use leptos::prelude::*;

/// The dialog: whose duties, which status.
#[component]
pub fn SetMany() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let bearer = RwSignal::new(None::<u8>);
    let status = RwSignal::new(None::<Status>);
    let duties = move || desk.shown_duties(bearer.get());
    let word = move || status.get().map(|status| words.status(status, Kind::Act));
    let bearers = PARTIES.map(|party| {
        view! { <option value=party.to_string()>{words.bearer(party)}</option> }
    });
    let statuses = Status::ALL.map(|status| {
        let names = &words.statuses[status.number()];
        let name = if names.act == names.kept {
            names.act.to_owned()
        } else {
            format!("{} / {}", names.act, names.kept)
        };
        view! { <option value=status.name()>{name}</option> }
    });
    let set = move |_| {
        let (Some(status), Some(word)) = (status.get_untracked(), word()) else {
            return;
        };
        let chosen = duties();
        let count = chosen.len();
        document::close_dialog();
        if desk.change(Change::SetStatus(chosen, status, None)) {
            desk.say_with((words.later().set_many_done)(count, word), Some(ToastAction::Undo));
        }
    };
    view! {
        <Dialog title=words.later().set_many_title>
            <p>{words.later().set_many_text}</p>
            <div class="form-row">
                <label><span>{words.later().set_many_for}</span>
                    <select class="field" on:change=move |event| bearer.set(event_target_value(&event).parse().ok())>
                        <option value="">{words.later().set_many_all}</option>
                        {bearers}
                    </select>
                </label>
                <label><span>{words.later().status}</span>
                    <select class="field" on:change=move |event| status.set(Status::of_name(&event_target_value(&event)))>
                        <option value="">{words.later().set_many_status}</option>
                        {statuses}
                    </select>
                </label>
            </div>
            <button type="button" class="button primary" disabled=move || status.get().is_none() on:click=set>
                {move || word().map_or_else(|| words.later().set_many_status.to_owned(), |word| (words.later().set_many_do)(duties().len(), word))}
            </button>
        </Dialog>
    }
}
