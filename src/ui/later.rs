//! The program in parts. Its first file has what the checklist needs to react; the words of the page's language and all else are files of
//! their own, loaded beside it or right after it. Only here is said where the program is cut: `Part` is what is shown from the later
//! file, `Act` what is done there, and nothing that only they reach is in the first one (`wasm_split` finds that out when the site is
//! built, `site/program.rs`).
//!
//! Without the feature `split` (tests, prerendering) all is one program, and everything is there from the beginning.

use crate::browser::document;
use crate::browser::files::Picked;
use crate::checklist::{Place, View};
use crate::language::{Offered, Words};
use crate::ui::desk::{Desk, ProseState};
use crate::ui::{
    banner, compare, detail, dialog, incoming, many, opened, overview, redraw, reviews, share, start, timeline,
};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What is shown from the later file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
// Named after the views and dialogs that they are.
#[allow(missing_docs)]
pub enum Part {
    Compare,
    Damaged,
    Incoming,
    Keys,
    Notices,
    Obligation(u16),
    Opened,
    Overview,
    Reviews,
    SetMany,
    Share,
    Timeline,
}

/// What is done in the later file.
#[derive(Clone, Debug)]
pub enum Act {
    /// Reads the store, and the review in it.
    Load,
    /// Joins the open review with one that another tab began.
    Adopt,
    /// Takes what another tab stored: key and value.
    Hear(String, Option<String>),
    /// Folds the log, clears away, sees whether a word on copies is in place.
    Tidy,
    /// Folds the log.
    Fold,
    /// Shows what the address says, or opens the link that it is.
    Visit(String),
    /// Reads the prose that was fetched; `None` if it was not to be had.
    Prose(Option<String>),
    /// Reads a file that the reader gave.
    Read(Picked),
    /// Takes an act on the shelf back.
    UndoShelf,
    /// Shows the snapshot again that was dismissed.
    Reopen,
    /// Draws all rows of the list anew.
    Arrange,
    /// Puts the texts into them, for paper.
    Texts,
    /// Copies the address of the open obligation.
    CopyAddress,
}

/// Whether the later file is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Later {
    /// Under way, or not asked for yet.
    Waiting,
    /// There.
    Here,
    /// It could not be loaded.
    Failed,
}

/// Whether the later file was loaded before the page.
static LOADED: AtomicBool = AtomicBool::new(cfg!(not(feature = "split")));

impl Default for Later {
    /// As it is when the page begins.
    fn default() -> Self {
        if LOADED.load(Ordering::Relaxed) {
            Self::Here
        } else {
            Self::Waiting
        }
    }
}

/// A file of the program could not be loaded.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

/// Loads the words of a language.
///
/// # Errors
/// If its file could not be loaded.
pub async fn words(code: &str) -> Result<&'static Words, NotLoaded> {
    match Offered::of(code).code {
        "km" => cut::khmer().await,
        "th" => cut::thai().await,
        _ => cut::english().await,
    }
}

/// Loads the later file and its words, where they are not there yet.
///
/// # Errors
/// If one of them could not be loaded. It may be tried again.
pub async fn load() -> Result<(), NotLoaded> {
    // Both are under way at once. The executor of Leptos may not have begun: whoever has reviews needs them before the page is taken over.
    wasm_bindgen_futures::spawn_local(async { _ = cut::later_words(&document::language()).await });
    cut::load().await?;
    cut::later_words(&document::language()).await?;
    LOADED.store(true, Ordering::Relaxed);
    Ok(())
}

/// Loads the later file, once the page reacts, and tells the page.
pub fn fetch(desk: Desk) {
    if desk.later.get_untracked() == Later::Here {
        return;
    }
    desk.later.set(Later::Waiting);
    leptos::task::spawn_local(async move {
        told(desk).await;
    });
}

/// Loads the later file and tells the page whether it is there. What failed for want of it is tried again once it is.
async fn told(desk: Desk) -> bool {
    let here = load().await.is_ok();
    let now = if here { Later::Here } else { Later::Failed };
    if desk.later.get_untracked() != now {
        desk.later.set(now);
        if here && desk.prose.with_untracked(|prose| matches!(prose, ProseState::Failed)) {
            start::load_prose(desk);
        }
    }
    here
}

/// Does something that is in the later file: at once if that is there, else when it is. Says so if it could not be loaded.
pub fn act(desk: Desk, act: Act) {
    if desk.later.get_untracked() == Later::Here {
        return act_if_here(desk, act);
    }
    let prose = matches!(act, Act::Prose(_));
    let asked_for = matches!(
        act,
        Act::Visit(_) | Act::Read(_) | Act::UndoShelf | Act::Reopen | Act::Arrange
    );
    leptos::task::spawn_local(async move {
        if told(desk).await {
            act_if_here(desk, act);
        } else if prose {
            desk.prose.set(ProseState::Failed);
        } else if asked_for {
            desk.say(desk.words.part_failed);
        }
    });
}

/// Does something that is in the later file if that is there.
pub fn act_if_here(desk: Desk, act: Act) {
    if desk.later.get_untracked() == Later::Here {
        at_once(cut::act(desk, act));
    }
}

/// A part that stands in the page. Dropped, it is gone from there.
pub type Mounted = Box<dyn Any>;

/// Puts a part from the later file, which is there, into a place of the page.
pub fn put(desk: Desk, place: Element, part: Part) -> Option<Mounted> {
    at_once(cut::part(desk, place, part))?.ok()
}

/// Leaves what could not be loaded: a dialog, or else a view or an obligation, for the list.
pub fn leave(desk: Desk) {
    if desk.sheet.get_untracked().is_some() {
        desk.sheet.set(None);
    } else {
        desk.go_to(Place::View(View::Checklist));
    }
}

/// The answer of a function whose file is there.
fn at_once<T>(answer: impl Future<Output = T>) -> Option<T> {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}

fn mounted(desk: Desk, place: Element, part: Part) -> Mounted {
    if let Part::Obligation(number) = part {
        return detail::put(desk, place, number);
    }
    Box::new(mount_to(place.unchecked_into(), move || {
        provide_context(desk);
        made(desk, part)
    }))
}

fn made(desk: Desk, part: Part) -> AnyView {
    match part {
        Part::Compare => view! { <compare::Compare/> }.into_any(),
        // Another link, another snapshot: another banner.
        Part::Damaged => (move || {
            desk.fault.track();
            view! { <banner::Damaged/> }
        })
        .into_any(),
        Part::Incoming => view! { <incoming::IncomingFile/> }.into_any(),
        Part::Keys => view! { <dialog::Keys/> }.into_any(),
        Part::Notices => view! { <banner::Notices/> }.into_any(),
        // Markup, but for its assessment.
        Part::Obligation(_) => ().into_any(),
        Part::Opened => (move || {
            desk.snapshot.track();
            view! { <opened::Opened/> }
        })
        .into_any(),
        Part::Overview => view! { <overview::Overview/> }.into_any(),
        Part::Reviews => view! { <reviews::Reviews/> }.into_any(),
        Part::SetMany => view! { <many::SetMany/> }.into_any(),
        Part::Share => view! { <share::Sharing/> }.into_any(),
        Part::Timeline => view! { <timeline::Timeline/> }.into_any(),
    }
}

fn done(desk: Desk, act: Act) {
    match act {
        Act::Load => desk.read_store(),
        Act::Adopt => desk.adopt_open_review(),
        Act::Hear(key, value) => desk.hear(&key, value.as_deref()),
        Act::Tidy => desk.tidy(),
        Act::Fold => desk.fold(),
        Act::Visit(fragment) => start::read_address(desk, &fragment),
        Act::Prose(text) => start::read_prose(desk, text),
        Act::Read(file) => incoming::read(desk, file),
        Act::UndoShelf => desk.undo_shelf(),
        Act::Reopen => desk.reopen_snapshot(),
        Act::Arrange => redraw::arrange_anew(desk),
        Act::Texts => redraw::fill_texts(desk),
        Act::CopyAddress => detail::copy_address(desk),
    }
}

/// Where the program is cut. The macro writes the import and the export of each function, which is not safe by itself: that both are
/// the same function is what `wasm_split` sees to.
#[cfg(feature = "split")]
#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
mod cut {
    use super::{Act, Mounted, NotLoaded, Part};
    use crate::language::{
        ENGLISH, ENGLISH_LATER, KHMER, KHMER_LATER, LaterWords, Offered, THAI, THAI_LATER, Words, keep_later_words,
    };
    use crate::ui::desk::Desk;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};
    use web_sys::Element;

    impl From<SplitLoaderError> for NotLoaded {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(english, fallible)]
    pub fn english() -> Result<&'static Words, NotLoaded> {
        Ok(&ENGLISH)
    }

    #[wasm_split(khmer, fallible)]
    pub fn khmer() -> Result<&'static Words, NotLoaded> {
        Ok(&KHMER)
    }

    #[wasm_split(thai, fallible)]
    pub fn thai() -> Result<&'static Words, NotLoaded> {
        Ok(&THAI)
    }

    pub async fn later_words(code: &str) -> Result<(), NotLoaded> {
        let words = match Offered::of(code).code {
            "km" => khmer_later().await?,
            "th" => thai_later().await?,
            _ => english_later().await?,
        };
        keep_later_words(words);
        Ok(())
    }

    #[wasm_split(english_later, fallible)]
    fn english_later() -> Result<&'static LaterWords, NotLoaded> {
        Ok(&ENGLISH_LATER)
    }

    #[wasm_split(khmer_later, fallible)]
    fn khmer_later() -> Result<&'static LaterWords, NotLoaded> {
        Ok(&KHMER_LATER)
    }

    #[wasm_split(thai_later, fallible)]
    fn thai_later() -> Result<&'static LaterWords, NotLoaded> {
        Ok(&THAI_LATER)
    }

    /// Each function knows by itself whether its file is there; these two tell both.
    pub async fn load() -> Result<(), NotLoaded> {
        load_part().await?;
        Ok(load_act().await?)
    }

    #[wasm_split(later, fallible, preload(load_part))]
    pub fn part(desk: Desk, place: Element, part: Part) -> Result<Mounted, NotLoaded> {
        Ok(super::mounted(desk, place, part))
    }

    #[wasm_split(later, fallible, preload(load_act))]
    pub fn act(desk: Desk, act: Act) -> Result<(), NotLoaded> {
        super::done(desk, act);
        Ok(())
    }
}

/// The program in one piece.
#[cfg(not(feature = "split"))]
mod cut {
    use super::{Act, Mounted, NotLoaded, Part};
    use crate::language::{ENGLISH, KHMER, THAI, Words};
    use crate::ui::desk::Desk;
    use web_sys::Element;

    pub async fn english() -> Result<&'static Words, NotLoaded> {
        Ok(&ENGLISH)
    }

    pub async fn khmer() -> Result<&'static Words, NotLoaded> {
        Ok(&KHMER)
    }

    pub async fn thai() -> Result<&'static Words, NotLoaded> {
        Ok(&THAI)
    }

    pub async fn later_words(_: &str) -> Result<(), NotLoaded> {
        Ok(())
    }

    pub async fn load() -> Result<(), NotLoaded> {
        Ok(())
    }

    pub async fn part(desk: Desk, place: Element, part: Part) -> Result<Mounted, NotLoaded> {
        Ok(super::mounted(desk, place, part))
    }

    pub async fn act(desk: Desk, act: Act) -> Result<(), NotLoaded> {
        super::done(desk, act);
        Ok(())
    }
}
