//! The view of reviews: those that are kept, the files they come from and go to, how the store does, and the history of the open one.

use crate::accord::ACCORD;
use crate::browser::files;
use crate::browser::shelf::Kept;
use crate::catalogue::{Moment, Status};
use crate::review::Change;
use crate::share::named;
use crate::ui::desk::{Desk, Sheet, desk};
use crate::ui::{history, incoming, opened, storage};
use leptos::prelude::*;

/// The whole view.
#[component]
pub fn Reviews() -> impl IntoView {
    let desk = desk();
    let words = &desk.words.later().reviews;
    let renaming = RwSignal::new(None::<String>);
    let all = Memo::new(move |_| desk.kept_reviews());
    let list = move |which: fn(&Kept) -> bool| {
        let kept = all.get().into_iter().filter(which);
        kept.map(|one| row(desk, one, renaming)).collect::<Vec<AnyView>>()
    };
    let part = move |title: &'static str, which: fn(&Kept) -> bool| {
        let rows = list(which);
        (!rows.is_empty()).then(|| view! { <h3>{title}</h3><ul class="shelf">{rows}</ul> })
    };
    let shelf = move || list(|one| one.deleted.is_none() && !one.archived);
    view! {
        <div class="overview reviews">
            <h1>{desk.words.view(crate::checklist::View::Reviews)}</h1>
            <p class="lead">{words.lead}</p>
            <section class="card" aria-label=words.on_this_device>
                <h2>{words.on_this_device}</h2>
                {move || {
                    let rows = shelf();
                    if rows.is_empty() {
                        view! { <p>{words.none_yet}</p> }.into_any()
                    } else {
                        view! { <ul class="shelf">{rows}</ul> }.into_any()
                    }
                }}
                {move || part(words.archive_title, |one| one.deleted.is_none() && one.archived)}
                {move || part(words.trash_title, |one| one.deleted.is_some())}
            </section>
            <NewReview/>
            <opened::LinkBox/>
            <storage::Health/>
            <history::History/>
            // Where there is no key for it: the sheet has the choice of digits and years too.
            <p><button type="button" class="link" on:click=move |_| desk.sheet.set(Some(Sheet::Help))>{desk.words.later().texts.sheet}</button></p>
        </div>
    }
}

/// The ways to another review.
#[component]
fn NewReview() -> impl IntoView {
    let desk = desk();
    let words = &desk.words.later().reviews;
    let name = RwSignal::new(String::new());
    let named = move |otherwise: &str| {
        let given = name.get_untracked();
        name.set(String::new());
        if given.trim().is_empty() {
            otherwise.to_owned()
        } else {
            given
        }
    };
    let blank = move |_| {
        let name = named(desk.words.new_review);
        desk.add_review(&name, (words.made)(&name), None);
    };
    let record = move |_| {
        let name = named(words.record_name);
        desk.add_review(&name, (words.made)(&name), Some(Change::TakeRecord));
    };
    let snapshot = move |_| {
        let Some(snapshot) = desk.snapshot.get_untracked() else {
            return;
        };
        let title = if snapshot.title.is_empty() {
            desk.words.snapshot
        } else {
            &snapshot.title
        };
        let name = named(title);
        let cells = ACCORD
            .duty_numbers()
            .zip(snapshot.assessments.iter().cloned())
            .collect();
        desk.add_review(&name, (words.made)(&name), Some(Change::Adopt(cells)));
    };
    view! {
        <section class="card" aria-label=words.new_title>
            <h2>{words.new_title}</h2>
            <div class="form-row">
                <label><span>{words.name}</span>
                    <input class="field" maxlength="200" placeholder=desk.words.new_review
                        prop:value=name on:input=move |event| name.set(event_target_value(&event))/>
                </label>
                <button type="button" class="button" on:click=blank>{words.new_blank}</button>
                <button type="button" class="button" on:click=record>{words.new_record}</button>
                <Show when=move || desk.snapshot.with(Option::is_some)>
                    <button type="button" class="button" on:click=snapshot>{words.new_snapshot}</button>
                </Show>
            </div>
            <div class="form-row">
                <label><span>{words.from_file}</span>
                    <input type="file" class="field" accept=".json,application/json" on:change=move |event| {
                        if let Some(file) = files::picked(&event) {
                            incoming::read(desk, file);
                        }
                    }/>
                </label>
            </div>
            <p class="hint">{words.file_hint}</p>
        </section>
    }
}

fn row(desk: Desk, kept: Kept, renaming: RwSignal<Option<String>>) -> AnyView {
    let words = &desk.words.later().reviews;
    let Kept {
        id,
        summary,
        newer,
        archived,
        deleted,
        copied,
        ..
    } = kept;
    let time = |time: u64| desk.words.moment(Moment::of_milliseconds(time as i64));
    let Some(summary) = summary else {
        let why = if newer {
            desk.words.later().storage_newer
        } else {
            desk.words.later().storage_unreadable
        };
        return view! { <li class="kept"><p>{why}</p></li> }.into_any();
    };
    let plain = summary.name;
    let name = named(&plain);
    let open_now = desk.open_id().as_ref() == Some(&id);
    let assessed = summary.tally.total() - summary.tally.count(Status::NotAssessed);
    let mut facts = vec![(words.assessed)(
        usize::from(assessed),
        usize::from(summary.tally.total()),
    )];
    facts.push((words.changed)(&time(summary.changed)));
    facts.extend(deleted.map(|when| (words.deleted_on)(&time(when))));
    facts.push(copied.map_or_else(|| words.never_copied.to_owned(), |when| (words.copied)(&time(when))));
    let button = {
        let name = name.clone();
        move |word: &'static str, act: Box<dyn Fn() + Send + Sync>| {
            let label = format!("{word}: {name}");
            view! { <button type="button" class="link" aria-label=label on:click=move |_| act()>{word}</button> }
                .into_any()
        }
    };
    let of = |act: fn(Desk, &str, &str)| -> Box<dyn Fn() + Send + Sync> {
        let (id, name) = (id.clone(), plain.clone());
        Box::new(move || act(desk, &id, &name))
    };
    let mut buttons: Vec<AnyView> = Vec::new();
    if deleted.is_some() {
        buttons.push(button(words.restore, of(|desk, id, _| desk.restore_review(id))));
        buttons.push(button(words.purge, of(|desk, id, _| desk.purge_review(id))));
    } else {
        if !open_now {
            buttons.push(button(words.open, of(|desk, id, _| desk.open_review(id))));
        }
        let this = id.clone();
        buttons.push(button(words.rename, Box::new(move || renaming.set(Some(this.clone())))));
        buttons.push(button(words.duplicate, of(|desk, id, _| desk.duplicate_review(id))));
        buttons.push(button(words.save_file, of(|desk, id, _| desk.save_file(id))));
        buttons.push(button(words.save_table, of(|desk, id, _| desk.save_table(id))));
        if archived {
            buttons.push(button(
                words.unarchive,
                of(|desk, id, name| desk.archive_review(id, name, false)),
            ));
        } else {
            buttons.push(button(
                words.archive,
                of(|desk, id, name| desk.archive_review(id, name, true)),
            ));
        }
        buttons.push(button(words.delete, of(|desk, id, name| desk.delete_review(id, name))));
    }
    let sign = open_now.then(|| view! { <span class="tag">{words.open_now}</span> });
    let title = plain.clone();
    let this = id.clone();
    let form = move || {
        let editing = renaming.with(|renaming| renaming.as_ref() == Some(&this));
        editing.then(|| rename_form(desk, this.clone(), title.clone(), renaming))
    };
    view! {
        <li class="kept" aria-current=open_now.then_some("true")>
            <p><b class="kept-name">{name}</b>" "{sign}</p>
            <p class="origin">{facts.join(" · ")}</p>
            {form}
            <p class="kept-acts">{buttons}</p>
        </li>
    }
    .into_any()
}

fn rename_form(desk: Desk, id: String, name: String, renaming: RwSignal<Option<String>>) -> AnyView {
    let words = &desk.words.later().reviews;
    let typed = RwSignal::new(name);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        renaming.set(None);
        desk.rename_review(&id, &typed.get_untracked());
    };
    view! {
        <form class="form-row" on:submit=save>
            <label><span>{words.name}</span>
                <input class="field" maxlength="200" prop:value=typed on:input=move |event| typed.set(event_target_value(&event))/>
            </label>
            <button type="submit" class="button primary">{words.rename_do}</button>
            <button type="button" class="button" on:click=move |_| renaming.set(None)>{words.cancel}</button>
        </form>
    }
    .into_any()
}
