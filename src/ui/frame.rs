//! The frame: header with the equal double rule, views, review, and the tabs of a phone.

use crate::browser::{document, preference, window};
use crate::checklist::{Place, View};
use crate::language::use_common_years;
use crate::share::named;
use crate::ui::desk::{Desk, Sheet, desk};
use crate::ui::languages::Languages;
use crate::ui::later::{FromLater, Part};
use crate::ui::parts::Icon;
use leptos::prelude::*;

/// Views that are here, with their icons.
const VIEWS: [(View, &str); 4] = [
    (View::Checklist, "list"),
    (View::Overview, "overview"),
    (View::Timeline, "timeline"),
    (View::Compare, "compare"),
];

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    view! {
        <header class="top">
            <a class="brand"
                aria-label=words.site href="#" on:click=move |event| { event.prevent_default(); desk.go_to(Place::View(View::Checklist)); }>
                <svg class="mark" aria-hidden="true"><use href="#i-mark"></use></svg>
                <span>{words.site}</span>
            </a>
            <Views class="nav"/>
            <ReviewState/>
            <button type="button" class="button share" disabled=move || desk.head.with(|head| head.name.is_none()) on:click=move |_| desk.sheet.set(Some(Sheet::Share))>
                <Icon name="share"/>
                <span>{words.share.open}</span>
            </button>
            <Languages/>
            <Theme/>
        </header>
    }
}

/// Chooses light or dark colours.
#[component]
pub fn Theme() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let name = move || {
        if desk.dark.get() {
            words.theme_light
        } else {
            words.theme_dark
        }
    };
    let change = move |_| {
        window::tell_boot("theme");
        desk.dark.set(document::is_dark());
    };
    view! {
        <button type="button" class="icon-button theme" aria-label=name title=name on:click=change><Icon name="moon"/></button>
    }
}

#[component]
fn Views(class: &'static str) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let links = VIEWS.map(|(view, icon)| {
        let current = move || (desk.view() == view).then_some("page");
        view! {
            <a
                href=format!("#{}", view.name())
                aria-current=current
                on:click=move |event| { event.prevent_default(); desk.go_to(Place::View(view)); }
            >
                <Icon name=icon/>
                {words.view(view)}
            </a>
        }
    });
    let reviews = (class == "tabs").then(|| {
        let current = move || (desk.view() == View::Reviews).then_some("page");
        view! {
            <a href="#reviews" aria-current=current on:click=move |event| { event.prevent_default(); desk.go_to(Place::View(View::Reviews)); }>
                <Icon name="note"/>
                {words.view(View::Reviews)}
            </a>
        }
    });
    let texts = if class == "tabs" {
        words.texts_tab
    } else {
        words.view(View::Texts)
    };
    view! {
        <nav class=class aria-label=words.views_label>
            {links}
            {reviews}
            <a href="method.html"><Icon name="texts"/>{texts}</a>
        </nav>
    }
}

/// The tabs of a phone.
#[component]
pub fn Tabs() -> impl IntoView {
    view! { <Views class="tabs"/> }
}

/// Which review is open, and whether it is stored.
#[component]
fn ReviewState() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let name = move || {
        desk.head
            .with(|head| head.name.as_deref().map(named))
            .unwrap_or_else(|| words.no_review.to_owned())
    };
    let label = move || (words.reviews.head_link)(&name());
    let current = move || (desk.view() == View::Reviews).then_some("page");
    let state = move || {
        desk.head.with(|head| match (&head.name, head.saved) {
            (None, _) => words.nothing_stored,
            (Some(_), true) => words.saved,
            (Some(_), false) => words.saving_off,
        })
    };
    view! {
        <div class="review-state">
            <p>
                <a href="#reviews" aria-current=current aria-label=label
                    on:click=move |event| { event.prevent_default(); desk.go_to(Place::View(View::Reviews)); }><b>{name}</b></a>
                <small role="status">{state}</small>
            </p>
            <button type="button" class="icon-button" aria-label=words.undo title=words.undo
                disabled=move || desk.snapshot.with(Option::is_some) || desk.head.with(|head| !head.can_undo) on:click=move |_| desk.undo()>
                <Icon name="undo"/>
            </button>
            <button type="button" class="icon-button" aria-label=words.redo title=words.redo
                disabled=move || desk.snapshot.with(Option::is_some) || desk.head.with(|head| !head.can_redo) on:click=move |_| desk.redo()>
                <Icon name="redo"/>
            </button>
        </div>
    }
}

/// The dialog that is open.
#[component]
pub fn Help() -> impl IntoView {
    let desk = desk();
    move || {
        let part = match desk.sheet.get() {
            Some(Sheet::Help) => Part::Keys,
            Some(Sheet::Share) => Part::Share,
            Some(Sheet::SetMany) => Part::SetMany,
            Some(Sheet::Incoming) => Part::Incoming,
            Some(Sheet::Filters) | None => return None,
        };
        Some(view! { <FromLater part=part/> })
    }
}

/// The keys, and what is chosen with them.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let rows = words
        .keys
        .iter()
        .map(|(key, means)| view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*means}</dd></div> });
    view! {
        <Dialog title=words.keys_title>
            <dl class="keys">{rows.collect_view()}</dl>
            <label class="letter-keys">
                <input type="checkbox" checked=preference::letter_keys() on:change=move |event| { preference::set_letter_keys(event_target_checked(&event)); }/>
                {words.letter_keys}
            </label>
            {(words.era != 0).then(|| view! {
                <label class="letter-keys">
                    <input type="checkbox" checked=preference::common_years() on:change=move |event| choose_years(desk, event_target_checked(&event))/>
                    {words.common_years}
                </label>
            })}
            {(!words.texts.own_digits.is_empty()).then(|| view! {
                <label class="letter-keys">
                    <input type="checkbox" checked=preference::own_digits() on:change=move |event| choose_digits(event_target_checked(&event))/>
                    {words.texts.own_digits}
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
