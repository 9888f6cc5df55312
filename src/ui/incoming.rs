//! A file that comes in, by the button or dropped on the page: refused with a reason, or shown with its differences before anything is taken.

use crate::accord::ACCORD;
use crate::browser::document;
use crate::browser::files::Picked;
use crate::catalogue::DutyNumber;
use crate::checklist::{Place, View};
use crate::review::compare::{Difference, Side, differences, taken};
use crate::review::{Assessment, Field, FileFault, LARGEST_FILE, Review, Target, read_file};
use crate::share::{named, visible};
use crate::ui::desk::{Desk, Sheet, desk};
use crate::ui::dialog::Dialog;
use crate::views::value;
use leptos::prelude::*;
use std::sync::Arc;

/// What came in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Incoming {
    /// The name of the file.
    pub file: String,
    /// The review in it, or why it is not read.
    pub content: Result<Review, FileFault>,
}

/// Reads a file that the reader gave, and shows it. Nothing is stored by that.
pub fn read(desk: Desk, file: Picked) {
    leptos::task::spawn_local(async move {
        let content = content(&file).await;
        show(
            desk,
            Incoming {
                file: file.name(),
                content,
            },
        );
    });
}

/// The review in a file, or why it is not read.
pub async fn content(file: &Picked) -> Result<Review, FileFault> {
    if file.length() > LARGEST_FILE {
        return Err(FileFault::TooLarge(file.length()));
    }
    let text = file.text().await.ok_or(FileFault::NotJson)?;
    read_file(&text)
}

/// Shows what came in.
pub fn show(desk: Desk, incoming: Incoming) {
    desk.incoming.set(Some(Arc::new(incoming)));
    desk.sheet.set(Some(Sheet::Incoming));
}

/// The dialog of a file that came in.
#[component]
pub fn IncomingFile() -> impl IntoView {
    let desk = desk();
    let Some(incoming) = desk.incoming.get_untracked() else {
        return ().into_any();
    };
    match &incoming.content {
        Err(fault) => refused(desk, &incoming.file, fault),
        Ok(review) => offered(desk, &incoming.file, review.clone()),
    }
}

fn refused(desk: Desk, file: &str, fault: &FileFault) -> AnyView {
    let words = &desk.words.later().reviews;
    let why = match fault {
        FileFault::TooLarge(bytes) => (words.file_too_large)(bytes.div_ceil(1 << 20), LARGEST_FILE >> 20),
        FileFault::NotJson => words.file_not_json.to_owned(),
        FileFault::Foreign => words.file_foreign.to_owned(),
        FileFault::Newer(_) => words.file_newer.to_owned(),
        FileFault::Damaged(what) => (words.file_damaged)(&visible(what)),
    };
    let file = visible(file);
    view! {
        <Dialog title=words.file_refused>
            <div role="alert">
                <p><b>{file}</b></p>
                <p>{why}</p>
                <p>{words.nothing_changed}</p>
            </div>
        </Dialog>
    }
    .into_any()
}

fn offered(desk: Desk, file: &str, theirs: Review) -> AnyView {
    let words = &desk.words.later().reviews;
    let name = visible(theirs.name());
    let author = named(theirs.author());
    let assessed = theirs.assessments().iter().filter(|one| !one.is_blank()).count();
    let line = (words.file_line)(&named(file), &author, assessed, ACCORD.duties.len());
    let own = desk.with_review(|review| (named(review.name()), review.assessments().to_vec()));
    let theirs = Arc::new(theirs);
    let whole = Arc::clone(&theirs);
    let as_new = move |_| {
        document::close_dialog();
        let said = (words.opened_file)(whole.name());
        let review = (*whole).clone().with_id(desk.new_id());
        desk.take_in(review, said, None);
    };
    let (beside, of) = (Arc::clone(&theirs), file.to_owned());
    let compare = move |_| {
        document::close_dialog();
        desk.compare_file(&of, &beside);
        desk.go_to(Place::View(View::Compare));
    };
    let merge = own.map(|(own_name, mine)| view! { <Merge own_name=own_name mine=mine theirs=theirs/> });
    view! {
        <Dialog title=words.file_title>
            <p><b>{name}</b></p>
            <p>{line}</p>
            <p class="form-row">
                <button type="button" class="button primary" on:click=as_new>{words.as_new_review}</button>
                <button type="button" class="button" on:click=compare>{desk.words.later().compare.side_by_side}</button>
            </p>
            {merge}
        </Dialog>
    }
    .into_any()
}

/// The differences from the own review, and what is to be taken of them.
#[component]
fn Merge(own_name: String, mine: Vec<Assessment>, theirs: Arc<Review>) -> impl IntoView {
    let desk = desk();
    let words = &desk.words.later().reviews;
    let all = differences(&mine, theirs.assessments());
    if all.is_empty() {
        return view! { <p>{(words.no_differences)(&own_name)}</p> }.into_any();
    }
    let sides = RwSignal::new(all.iter().map(Difference::proposed).collect::<Vec<Side>>());
    let lines: Vec<AnyView> = all
        .iter()
        .enumerate()
        .map(|(place, one)| line(desk, place, one, &mine, theirs.assessments(), sides))
        .collect();
    let count = all.len();
    let set_all = move |side: Side| sides.update(|sides| sides.fill(side));
    let apply = move |_| {
        let chosen = sides.get_untracked();
        let side_of = |one: &Difference| {
            let place = all.iter().position(|other| other.duty == one.duty);
            place.map_or(Side::Mine, |place| chosen[place])
        };
        // The own review may have changed in another tab since: only what was chosen is taken.
        let now: Vec<Assessment> = desk
            .with_review(|review| review.assessments().to_vec())
            .unwrap_or_default();
        let cells: Vec<(DutyNumber, Assessment)> = taken(&now, theirs.assessments(), &all, side_of);
        document::close_dialog();
        desk.take_over(cells);
    };
    let chosen = move || sides.with(|sides| sides.iter().filter(|&&side| side == Side::Theirs).count());
    view! {
        <section aria-label=words.differences>
            <h3>{(words.merge_into)(&own_name)}</h3>
            <p>{(words.merge_text)(count)}</p>
            <p class="form-row">
                <button type="button" class="button" on:click=move |_| set_all(Side::Theirs)>{words.all_theirs}</button>
                <button type="button" class="button" on:click=move |_| set_all(Side::Mine)>{words.all_mine}</button>
            </p>
            <ul class="merge">{lines}</ul>
            <button type="button" class="button primary" disabled=move || chosen() == 0 on:click=apply>
                {move || (words.take_over)(chosen())}
            </button>
        </section>
    }
    .into_any()
}

fn line(
    desk: Desk,
    place: usize,
    one: &Difference,
    mine: &[Assessment],
    theirs: &[Assessment],
    sides: RwSignal<Vec<Side>>,
) -> AnyView {
    let words = &desk.words.later().reviews;
    let duty = one.duty;
    let at = usize::from(duty.0);
    let obligation = ACCORD.obligation_of(duty);
    let target = Target::Duty(duty);
    let said = |list: &[Assessment]| -> String {
        let own = list.get(at).cloned().unwrap_or_default();
        let fields = one
            .fields
            .iter()
            .filter(|&&field| field != Field::FromRecord || one.fields.len() == 1);
        let values: Vec<String> = fields
            .map(|&field| value(desk.words, &target, &own.value(field)))
            .collect();
        values.join(" · ")
    };
    let sides_of = [
        (Side::Mine, words.mine, said(mine)),
        (Side::Theirs, words.theirs, said(theirs)),
    ];
    let group = format!("side-{at}");
    let choices = sides_of.map(|(side, word, said)| {
        let newer = (one.newer == Some(side)).then(|| format!(" ({})", words.newer));
        view! {
            <label class="choice">
                <input type="radio" name=group.clone() prop:checked=move || sides.with(|sides| sides[place] == side)
                    on:change=move |_| sides.update(|sides| sides[place] = side)/>
                <span><b>{word}{newer}</b>" "{said}</span>
            </label>
        }
    });
    let name = format!("{}, {}", obligation.id, desk.words.bearer_of(duty));
    view! {
        <li>
            <fieldset>
                <legend><b>{name}</b><small>" "{desk.words.title_of(obligation)}</small></legend>
                {choices}
            </fieldset>
        </li>
    }
    .into_any()
}
