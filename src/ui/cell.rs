//! One status in the list: what is said of a duty.

use crate::accord::ACCORD;
use crate::catalogue::{Basis, DutyNumber};
use crate::ui::desk::desk;
use crate::ui::parts::Glyph;
use leptos::prelude::*;

/// The cell of a duty: a button that opens the status menu, or plain words where nothing can be changed.
#[component]
pub fn Cell(duty: DutyNumber, #[prop(optional)] named: bool) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let obligation = ACCORD.obligation_of(duty);
    let bearer = words.bearer_short_of(duty);
    let shown = desk.cell(duty);
    let status = Signal::derive(move || shown.with(|cell| cell.status));
    let word = move || words.status(status.get(), obligation.kind);
    let below = move || {
        if obligation.text_awaited {
            return words.locked.to_owned();
        }
        shown.with(|cell| match (cell.from_record, cell.basis) {
            (true, _) => words.from_record.to_owned(),
            (false, Basis::NotStated) => String::new(),
            (false, basis) => words.basis_word(basis).to_owned(),
        })
    };
    let marks = move || shown.with(|cell| !cell.note.is_empty());
    let read_only = move || !desk.can_change(obligation);
    view! {
        <button
            type="button"
            class="cell"
            class:blank=move || status.get() == Default::default()
            class:from-record=move || shown.with(|cell| cell.from_record)
            data-duty=duty.0.to_string()
            data-bearer=ACCORD.bearer_of(duty).id
            tabindex="-1"
            aria-haspopup="listbox"
            aria-disabled=move || read_only().then_some("true")
        >
            <Glyph status=status/>
            <span class="said">
                <span class="word">
                    <span class:hidden-name=!named class:bearer-name=named>{bearer}": "</span>
                    {word}
                </span>
                <span class="basis">{below}</span>
            </span>
            <span class="has-note" hidden=move || !marks()><span class="hidden-name">{words.has_note}</span></span>
        </button>
    }
}
