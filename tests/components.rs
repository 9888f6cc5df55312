//! What needs a browser and no site: the store over real local storage, and components as they stand in the document.
//!
//! Run by `cargo xtask test browser` in headless Chromium. All tests share one local storage, so each begins with an empty one.

use accord_checklist::accord::ACCORD;
use accord_checklist::browser::store::{Store, StoreNotice};
use accord_checklist::catalogue::{DutyNumber, Status};
use accord_checklist::language::Locale;
use accord_checklist::markup::Element;
use accord_checklist::review::{Change, Entry, Review, Stamp, write_base, write_entry};
use accord_checklist::ui::begin;
use accord_checklist::views::page::page;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const OPEN: &str = "accord-checklist/open";
const REVIEW: &str = "accord-checklist/review/";
const LOG: &str = "accord-checklist/log/";
const ASIDE: &str = "accord-checklist/aside/";
/// The first duty of the page: KLD-1a on Cambodia.
const FIRST: DutyNumber = DutyNumber(0);
/// When the tests are made to happen, in milliseconds since 1970 UTC.
const NOW: u64 = 1_766_811_600_000;

// ---------------------------------------------------------------- the browser

fn storage() -> web_sys::Storage {
    window().local_storage().expect("no storage").expect("no storage")
}

fn put(key: &str, text: &str) {
    storage().set_item(key, text).expect("the storage is full");
}

fn get(key: &str) -> Option<String> {
    storage().get_item(key).expect("the storage refuses")
}

/// All keys with this beginning, sorted.
fn keys(beginning: &str) -> Vec<String> {
    let length = storage().length().expect("the storage refuses");
    let mut keys: Vec<String> = (0..length)
        .filter_map(|place| storage().key(place).ok().flatten())
        .collect();
    keys.retain(|key| key.starts_with(beginning));
    keys.sort();
    keys
}

/// An empty storage and a store over it.
fn empty_store() -> Store {
    storage().clear().expect("the storage refuses");
    Store::open()
}

/// Waits for what comes with an event or an effect: looks once a frame, and gives up after 300.
async fn eventually(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..300 {
        if holds() {
            return;
        }
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).expect("no frames");
        });
        JsFuture::from(frame).await.expect("a frame never fails");
    }
    panic!("{what}: it did not come");
}

// ---------------------------------------------------------------- reviews

fn stamp(number: u64) -> Stamp {
    Stamp::next(NOW + number, 7, Stamp::default())
}

fn review() -> Review {
    Review::new("r1".to_owned(), "My review".to_owned(), stamp(0))
}

/// Does something to a review at a time; answers with the entry to store.
#[track_caller]
fn act(review: &mut Review, number: u64, change: Change) -> Entry {
    let (entry, _) = review.apply(change, stamp(number)).expect("nothing was changed");
    entry
}

fn set(status: Status) -> Change {
    Change::SetStatus(vec![FIRST], status, None)
}

/// A store with a review of one act in it.
fn begun() -> (Store, Review) {
    let store = empty_store();
    let mut review = review();
    assert_eq!(store.begin(&review), Ok(()));
    let entry = act(&mut review, 1, set(Status::Fulfilled));
    assert_eq!(store.append(&review, &entry), Ok(()));
    (store, review)
}

/// What a new visit reads.
fn load() -> (Option<Review>, Option<StoreNotice>) {
    Store::open().load()
}

// ---------------------------------------------------------------- the store

#[wasm_bindgen_test]
fn an_empty_store_has_no_review_and_leaves_no_trace() {
    let mut store = empty_store();
    assert_eq!(store.load(), (None, None));
    assert_eq!(storage().length(), Ok(0));
}

#[wasm_bindgen_test]
fn what_was_begun_and_appended_is_loaded_again() {
    let (store, mut review) = begun();
    let notes = Change::SetNote(FIRST, "ដោះលែង · ปล่อยตัว · 🕊".to_owned());
    let entries = [
        act(&mut review, 2, notes),
        act(&mut review, 3, Change::TakeRecord),
        act(&mut review, 4, Change::Undo),
    ];
    for entry in &entries {
        assert_eq!(store.append(&review, entry), Ok(()));
    }
    assert_eq!(load(), (Some(review), None));
}

#[wasm_bindgen_test]
fn an_act_is_one_small_write_beside_the_others() {
    let (store, mut review) = begun();
    let base = get(&format!("{REVIEW}r1"));
    let entry = act(&mut review, 2, set(Status::Disputed));
    assert_eq!(store.append(&review, &entry), Ok(()));
    assert_eq!(get(&format!("{REVIEW}r1")), base);
    assert_eq!(keys(&format!("{LOG}r1/")).len(), 2);
}

#[wasm_bindgen_test]
fn entries_are_taken_in_the_order_of_their_stamps() {
    let (store, review) = begun();
    let (mut here, mut there) = (review.clone(), review);
    let later = act(&mut here, 9, set(Status::Breached));
    let earlier = act(&mut there, 5, set(Status::Suspended));
    assert_eq!(store.append(&here, &later), Ok(()));
    assert_eq!(store.append(&there, &earlier), Ok(()));
    let (loaded, notice) = load();
    assert_eq!(notice, None);
    assert_eq!(
        loaded.map(|review| review.assessment(FIRST).status),
        Some(Status::Breached)
    );
}

#[wasm_bindgen_test]
fn a_base_that_was_cleared_by_hand_is_written_again() {
    let (store, mut review) = begun();
    storage().clear().expect("the storage refuses");
    let entry = act(&mut review, 2, set(Status::Disputed));
    assert_eq!(store.append(&review, &entry), Ok(()));
    assert_eq!(load(), (Some(review), None));
}

/// A stored review that cannot be read is set aside whole, and a new one can begin.
#[track_caller]
fn check_unreadable(text: &str) {
    let mut store = empty_store();
    put(OPEN, "r9");
    put(&format!("{REVIEW}r9"), text);
    assert_eq!(store.load(), (None, Some(StoreNotice::SetAside)), "{text}");
    let aside = store.set_aside();
    assert_eq!(aside.len(), 1, "{text}");
    assert!(
        aside[0].0.starts_with(ASIDE) && aside[0].0.ends_with("/review/r9"),
        "{}",
        aside[0].0
    );
    assert_eq!(aside[0].1, text);
    assert_eq!(get(&format!("{REVIEW}r9")), None, "{text}");
    assert_eq!(store.begin(&review()), Ok(()), "{text}");
    assert_eq!(load(), (Some(review()), Some(StoreNotice::SetAside)), "{text}");
    store.told();
    assert_eq!(load(), (Some(review()), None), "{text}");
    assert_eq!(store.set_aside(), aside, "{text}");
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_set_aside() {
    for text in [
        "",
        "{",
        "null",
        "{\"hello\":\"world\"}",
        "{\"format\":\"accord-checklist-entry\",\"version\":1}",
        "{\"format\":\"accord-checklist-review\",\"version\":0}",
        "{\"format\":\"accord-checklist-review\",\"version\":1}",
    ] {
        check_unreadable(text);
    }
    let cut = write_base(&begun().1);
    check_unreadable(&cut[..cut.len() - 1]);
}

#[wasm_bindgen_test]
fn one_entry_that_cannot_be_read_does_not_take_the_others_with_it() {
    let (store, mut review) = begun();
    let entry = act(&mut review, 2, set(Status::Suspended));
    assert_eq!(store.append(&review, &entry), Ok(()));
    put(&keys(LOG)[0], "{\"torn");
    let (loaded, notice) = load();
    assert_eq!(notice, Some(StoreNotice::SetAside));
    assert_eq!(
        loaded.map(|review| review.assessment(FIRST).status),
        Some(Status::Suspended)
    );
    assert_eq!(
        store.set_aside().into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
        ["{\"torn"]
    );
}

#[wasm_bindgen_test]
fn a_newer_review_is_left_alone() {
    let mut store = empty_store();
    let text = "{\"format\":\"accord-checklist-review\",\"version\":99,\"future\":[1,2]}";
    put(OPEN, "r9");
    put(&format!("{REVIEW}r9"), text);
    assert_eq!(store.load(), (None, Some(StoreNotice::Newer)));
    let mut own = review();
    assert_eq!(store.begin(&own), Err(StoreNotice::Newer));
    let entry = act(&mut own, 1, set(Status::Fulfilled));
    assert_eq!(store.append(&own, &entry), Err(StoreNotice::Newer));
    assert_eq!(get(&format!("{REVIEW}r9")).as_deref(), Some(text));
    assert_eq!(get(OPEN).as_deref(), Some("r9"));
    assert_eq!(storage().length(), Ok(2));
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_has() {
    let (store, mut review) = begun();
    let mut filler = "x".repeat(8 << 20);
    let mut number = 0;
    while !filler.is_empty() {
        match storage().set_item(&format!("filler-{number}"), &filler) {
            Ok(()) => number += 1,
            Err(_) => filler.truncate(filler.len() / 2),
        }
    }
    let before = load().0;
    let entry = act(&mut review, 2, set(Status::Suspended));
    assert_eq!(store.append(&review, &entry), Err(StoreNotice::Full));
    assert_eq!(load(), (before, None));
    storage().clear().expect("the storage refuses");
}

/// What a tab hears of a key, as status of the first duty.
#[track_caller]
fn check_heard(key: &str, value: Option<&str>, expected: bool) {
    let heard = Store::open().heard("r1", key, value);
    assert_eq!(heard.is_some(), expected, "{key}");
}

#[wasm_bindgen_test]
fn acts_of_another_tab_are_heard_and_nothing_else() {
    let (_, review) = begun();
    let entry = act(&mut review.clone(), 2, set(Status::Disputed));
    let text = write_entry(&entry);
    assert_eq!(
        Store::open().heard("r1", &format!("{LOG}r1/{}", entry.stamp), Some(&text)),
        Some(entry)
    );
    for (key, value, expected) in [
        ("accord-checklist/log/r1/1", Some(text.as_str()), true),
        ("accord-checklist/log/r1/1", None, false),
        ("accord-checklist/log/r1/1", Some("{\"torn"), false),
        ("accord-checklist/log/r12/1", Some(text.as_str()), false),
        ("accord-checklist/log/r2/1", Some(text.as_str()), false),
        ("accord-checklist/review/r1", Some(text.as_str()), false),
        ("another-page/log/r1/1", Some(text.as_str()), false),
    ] {
        check_heard(key, value, expected);
    }
}

#[path = "components/shelf.rs"]
mod shelf;

// ---------------------------------------------------------------- components

/// The page in a corner of the test's document, until it is dropped.
struct Mounted {
    corner: web_sys::HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    /// The page, taken over as it is prerendered.
    fn page() -> Self {
        let corner: web_sys::HtmlElement = document().create_element("div").expect("no element").unchecked_into();
        document()
            .body()
            .expect("no body")
            .append_child(&corner)
            .expect("no child");
        let words = Locale::english();
        let prerendered: String = page(words).iter().map(Element::html).collect();
        corner.set_inner_html(&prerendered);
        let handle = begin(corner.clone(), words);
        Self {
            corner,
            _handle: Box::new(handle),
        }
    }

    /// An attribute of the first element that a selector finds.
    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.corner
            .query_selector(selector)
            .expect("a wrong selector")?
            .get_attribute(name)
    }

    /// What the first element that a selector finds says.
    fn text(&self, selector: &str) -> String {
        let element = self.corner.query_selector(selector).expect("a wrong selector");
        element.and_then(|element| element.text_content()).unwrap_or_default()
    }

    fn count(&self, selector: &str) -> u32 {
        self.corner
            .query_selector_all(selector)
            .expect("a wrong selector")
            .length()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.corner.remove();
    }
}

const FIRST_CELL: &str = "[data-duty='0']";
const FIRST_BAR: &str = ".group .bar";

#[wasm_bindgen_test]
async fn a_blank_page_has_every_duty_with_glyph_and_word() {
    storage().clear().expect("the storage refuses");
    let page = Mounted::page();
    assert_eq!(page.count("[data-duty]") as usize, ACCORD.duties.len());
    assert_eq!(
        page.count("[data-duty] > svg.glyph.not-assessed") as usize,
        ACCORD.duties.len()
    );
    assert_eq!(
        page.attribute(&format!("{FIRST_CELL} svg"), "aria-hidden").as_deref(),
        Some("true")
    );
    assert_eq!(
        page.attribute(&format!("{FIRST_CELL} use"), "href").as_deref(),
        Some("#g-not-assessed")
    );
    assert!(
        page.text(FIRST_CELL).starts_with("Cambodia: Not assessed"),
        "{}",
        page.text(FIRST_CELL)
    );
}

#[wasm_bindgen_test]
async fn a_bar_says_its_counts_with_the_denominator() {
    storage().clear().expect("the storage refuses");
    let page = Mounted::page();
    assert_eq!(page.attribute(FIRST_BAR, "role").as_deref(), Some("img"));
    let duties = ACCORD
        .duties
        .iter()
        .filter(|duty| duty.bearer == 0 && ACCORD.obligations[usize::from(duty.obligation)].instrument == 0);
    let count = duties.count();
    let name = format!("Cambodia, {count} duties: {count} not assessed");
    assert_eq!(page.attribute(FIRST_BAR, "aria-label"), Some(name));
    assert_eq!(
        page.count(&format!("{FIRST_BAR}:first-of-type rect")),
        2 * ACCORD.instruments.len() as u32
    );
}

#[wasm_bindgen_test]
async fn a_stored_review_is_shown_once_the_page_has_started() {
    let (_, review) = begun();
    let page = Mounted::page();
    eventually("the stored status", || page.text(FIRST_CELL).contains("Observed")).await;
    assert_eq!(
        page.attribute(&format!("{FIRST_CELL} use"), "href").as_deref(),
        Some("#g-fulfilled")
    );
    let counts = page.attribute(FIRST_BAR, "aria-label").unwrap_or_default();
    assert!(counts.contains(": 1 fulfilled, "), "{counts}");
    assert!(page.text(".review-state").contains(review.name()));
}

#[wasm_bindgen_test]
async fn an_act_of_another_tab_shows() {
    let (_, mut review) = begun();
    let page = Mounted::page();
    eventually("the stored status", || page.text(FIRST_CELL).contains("Observed")).await;
    let entry = act(&mut review, 5, set(Status::Disputed));
    // A frame of this origin is another document over the same storage, as another tab is.
    let frame = document().create_element("iframe").expect("no element");
    document()
        .body()
        .expect("no body")
        .append_child(&frame)
        .expect("no child");
    let write = js_sys::Function::new_with_args(
        "frame, key, text",
        "frame.contentWindow.localStorage.setItem(key, text)",
    );
    let key = format!("{LOG}r1/{}", entry.stamp);
    write
        .call3(&frame, &frame, &key.into(), &write_entry(&entry).into())
        .expect("the frame has no storage");
    eventually("the act of the other tab", || {
        page.text(FIRST_CELL).contains("Breach alleged")
    })
    .await;
    assert_eq!(
        page.attribute(&format!("{FIRST_CELL} use"), "href").as_deref(),
        Some("#g-disputed")
    );
    frame.remove();
}
