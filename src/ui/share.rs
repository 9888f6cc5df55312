//! The dialog in which a review is shared: what goes into the link, what leaves with it, how long it becomes, and the ways out.

use crate::accord::ACCORD;
use crate::browser::{document, timing, window};
use crate::review::write_file;
use crate::share::{self, Held, Reach};
use crate::snapshot::{Contents, Snapshot, decode, encode};
use crate::ui::desk::{Desk, desk};
use crate::ui::dialog::Dialog;
use crate::ui::markup::Drawn;
use crate::ui::parts::Icon;
use crate::ui::shelf::file_name;
use crate::ui::takeaway;
use crate::views::share as views;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// Everything.
const ALL: Contents = Contents {
    bases: true,
    dates: true,
    notes: true,
    evidence: true,
};
/// What goes in unless the sender says otherwise: no text that was written at a duty.
const AT_FIRST: Contents = Contents {
    notes: false,
    evidence: false,
    ..ALL
};

/// What would be shared as things stand.
#[derive(PartialEq)]
struct Made {
    snapshot: Snapshot,
    /// The link without the address of the page; `None` if there is too much for one.
    link: Option<String>,
}

impl Made {
    fn of(snapshot: Snapshot) -> Self {
        let link = timing::timed("encode", || encode(&snapshot));
        // What is too large has a link that cannot be read.
        let link = decode(&link).is_ok().then_some(link);
        Self { snapshot, link }
    }

    /// The whole link; empty if there is none.
    fn address(&self) -> String {
        let whole = |link: &String| format!("{}#{link}", window::address());
        self.link.as_ref().map(whole).unwrap_or_default()
    }

    /// Characters of the whole link.
    fn length(&self) -> Option<usize> {
        Some(window::address().chars().count() + 1 + self.link.as_ref()?.len())
    }
}

/// The dialog.
#[component]
pub fn Sharing() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let own = Arc::new(desk.take_snapshot());
    let held = share::held(&own.assessments);
    let title = RwSignal::new(own.title.clone());
    let author = RwSignal::new(own.author.clone());
    let contents = RwSignal::new(AT_FIRST);
    let said = RwSignal::new(String::new());
    let large = RwSignal::new(false);
    let of = move |contents: Contents| Snapshot {
        title: title.get().trim().to_owned(),
        author: author.get().trim().to_owned(),
        ..(*own).clone().only(contents)
    };
    let whole = {
        let of = of.clone();
        // The length with everything in it, where something is left out that is there.
        Memo::new(move |_| {
            let now = contents.get();
            let more = !now.notes && held.notes > 0 || !now.evidence && held.evidence > 0;
            more.then(|| Made::of(of(ALL)).length()).flatten()
        })
    };
    let made = Memo::new(move |_| Arc::new(Made::of(of(contents.get()))));
    // What was said is of the link before.
    Effect::new(move |before: Option<()>| {
        made.track();
        if before.is_some() {
            said.set(String::new());
        }
    });
    Effect::new(move |_| {
        window::before_paint(|| {
            document::focus(".share-acts .button");
        });
    });

    Effect::new(move |before: Option<()>| {
        made.with(|made| takeaway::tell(desk, &made.snapshot, made.link.as_deref(), before.is_none()))
    });

    let meter = move || {
        made.with(|made| match made.length() {
            Some(length) => views::meter(words, length, whole.get()),
            None => crate::markup::told("p", words.later().share.no_link),
        })
    };
    let code = Memo::new(move |_| made.with(|made| share::code(&window::address(), made.link.as_ref()?)));
    let drawn_code = move || match code.get() {
        Some(code) => views::qr(words, &code),
        None => crate::markup::told("p", words.later().share.qr_none).class("origin"),
    };
    let stays = move || {
        let now = contents.get();
        let notes = if now.notes { 0 } else { held.notes };
        let evidence = if now.evidence { 0 } else { held.evidence };
        (words.later().share.stays)(notes, evidence)
    };
    // Escape makes the large code small again before it closes the dialog.
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && large.get_untracked() {
            event.prevent_default();
            large.set(false);
        }
    };
    view! {
        <Dialog title=words.later().share.title>
            <p class="origin">{words.later().share.lead}</p>
            <div class="sharing" on:keydown=escape>
                <div class="share-fields">
                    <div class="share-names">
                        {field(words.later().share.name, title, None)}
                        {field(words.later().share.from, author, Some(words.later().share.from_hint))}
                    </div>
                    {carried(desk, held, contents)}
                    <h3>{words.later().share.length}</h3>
                    <Drawn content=meter/>
                    <Drawn content=move || made.with(|made| views::texts(words, &made.snapshot))/>
                    <p class="share-stays">{stays}</p>
                </div>
                {acts(desk, made, said)}
                <div class="share-side">
                    <input class="field share-link" readonly aria-label=words.later().link_label prop:value=move || made.with(|made| made.address())/>
                    <div class="share-qr" class:large=move || large.get()>
                        <Drawn content=drawn_code/>
                        <button type="button" class="button" hidden=move || code.with(Option::is_none) aria-pressed=move || large.get().to_string()
                            on:click=move |_| large.update(|large| *large = !*large)>
                            {move || if large.get() { words.later().share.qr_smaller } else { words.later().share.qr_larger }}
                        </button>
                    </div>
                    <h3>{words.later().share.reader}</h3>
                    <Drawn content=move || made.with(|made| views::reader(words, &made.snapshot))/>
                </div>
            </div>
            // Filled by a script of its own (site/take), which is loaded when the dialog opens.
            <div class="takeaway"></div>
        </Dialog>
    }
}

fn field(word: &'static str, value: RwSignal<String>, hint: Option<&'static str>) -> AnyView {
    let id = "share-hint";
    let hint = hint.map(|hint| view! { <small id=id class="hint">{hint}</small> });
    let described = hint.is_some().then_some(id);
    view! {
        <p>
            <label><span>{word}</span>
                <input class="field" maxlength="200" aria-describedby=described prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))/>
            </label>
            {hint}
        </p>
    }
    .into_any()
}

/// What goes in: the statuses always, all else as the sender chooses.
fn carried(desk: Desk, held: Held, contents: RwSignal<Contents>) -> AnyView {
    let words = &desk.words.later().share;
    type Part = fn(&mut Contents) -> &mut bool;
    let count = |count: usize| count.to_string();
    let kinds: [(_, _, _, Option<Part>); 5] = [
        (
            words.statuses,
            words.statuses_hint,
            (words.statuses_count)(held.assessed, ACCORD.duties.len()),
            None,
        ),
        (
            words.bases,
            words.bases_hint,
            count(held.bases),
            Some(|now| &mut now.bases),
        ),
        (
            words.dates,
            words.dates_hint,
            count(held.dates),
            Some(|now| &mut now.dates),
        ),
        (
            words.notes,
            words.notes_hint,
            count(held.notes),
            Some(|now| &mut now.notes),
        ),
        (
            words.evidence,
            words.evidence_hint,
            count(held.evidence),
            Some(|now| &mut now.evidence),
        ),
    ];
    let lines = kinds.map(|(word, hint, count, part)| {
        let checked = move || part.is_none_or(|part| contents.with(|now| *part(&mut now.clone())));
        let set = move |event| {
            if let Some(part) = part {
                contents.update(|now| *part(now) = event_target_checked(&event));
            }
        };
        view! {
            <label class="carried">
                <input type="checkbox" disabled=part.is_none() prop:checked=checked on:change=set/>
                <span><b>{word}</b><small>{hint}</small></span>
                <small>{count}</small>
            </label>
        }
    });
    view! { <fieldset><legend>{words.contents}</legend>{lines}</fieldset> }.into_any()
}

/// The ways out.
fn acts(desk: Desk, made: Memo<Arc<Made>>, said: RwSignal<String>) -> AnyView {
    let words = desk.words;
    let is_too_long = move || {
        made.with(|made| {
            made.length()
                .is_none_or(|length| share::reach(length) == Reach::TooLong)
        })
    };
    let no_link = move || made.with(|made| made.link.is_none());
    let copy = move |_| {
        let now = made.get_untracked();
        leptos::task::spawn_local(async move {
            if window::copy(now.address()).await {
                let contents = now.snapshot.contents;
                let told = words.later().share.copied;
                said.set(told(
                    now.length().unwrap_or_default(),
                    contents.notes,
                    contents.evidence,
                ));
            } else {
                said.set(words.later().copy_refused.to_owned());
                document::select_text(".share-link");
            }
        });
    };
    let system = window::can_share().then(|| {
        let share = move |_| {
            let now = made.get_untracked();
            leptos::task::spawn_local(async move {
                let (title, _) = views::banner(words, &now.snapshot);
                if !window::share(&title, &now.address()).await {
                    said.set(words.later().share.system_failed.to_owned());
                }
            });
        };
        view! {
            <button type="button" class="button" disabled=no_link on:click=share><Icon name="share"/>{words.later().share.system}</button>
        }
    });
    let save = move |_| {
        let now = made.get_untracked();
        let review = share::as_review(
            &now.snapshot,
            desk.new_id(),
            words.snapshot,
            window::now(),
            desk.tab.get_value(),
        );
        let name = file_name(review.name(), "json");
        if window::download(&name, "application/json", &write_file(&review)) {
            said.set(words.later().share.file_saved.to_owned());
        }
    };
    view! {
        <div class="share-acts">
            <button type="button" class="button" class:primary=move || !is_too_long() disabled=no_link on:click=copy>
                <Icon name="link"/>{words.later().copy_link}
            </button>
            {system}
            <button type="button" class="button" class:primary=is_too_long on:click=save><Icon name="download"/>{words.later().share.file}</button>
            <p role="status">{said}</p>
        </div>
    }
    .into_any()
}
