//! The window: clock, address, clipboard, files, and what happens to the page from outside.

use gloo_storage::errors::StorageError;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, KeyboardEvent, Response, StorageEvent, Url};

/// Why storage refuses, as gloo-storage names it.
pub type Refusal = StorageError;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// Milliseconds since 1970 UTC.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// A number from 0 to 65,535 that tells this tab from others.
pub fn tab_number() -> u16 {
    (js_sys::Math::random() * 65_536.0) as u16
}

/// The fragment of the address, with its `#`; empty if there is none.
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address without its fragment.
pub fn address() -> String {
    let whole = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Puts a fragment (without `#`) into the address: as a new step of the history, or in place of the present one.
pub fn set_fragment(fragment: &str, new_step: bool) {
    let Some(window) = window() else { return };
    let Ok(history) = window.history() else { return };
    let target = if fragment.is_empty() {
        address()
    } else {
        format!("#{fragment}")
    };
    let done = if new_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&target))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&target))
    };
    // A browser that refuses (too many changes in a short time) leaves the address as it is: the view does not depend on it.
    drop(done);
}

/// Goes to another page of the site.
pub fn go_to(address: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_href(address);
    }
}

/// The codes of the languages that the reader prefers, best first: `th-TH`.
pub fn languages() -> Vec<String> {
    let all = window().map(|window| window.navigator().languages());
    all.map(|all| all.iter().filter_map(|one| one.as_string()).collect())
        .unwrap_or_default()
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Brings the beginning of the page into view.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back when the reader goes to another fragment: by link, by back and forward, by hand.
pub fn on_address(call: impl Fn() + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |_| call());
    listen("popstate", &call);
    call.forget();
}

/// Calls back when another tab changed a stored value: with its key and what it is now.
pub fn on_store(call: impl Fn(String, Option<String>) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>()
            && let Some(key) = event.key()
        {
            call(key, event.new_value());
        }
    });
    listen("storage", &call);
    call.forget();
}

/// Calls back when `boot.js` reports from the service worker: `ready` or `update`.
pub fn on_worker(call: impl Fn(String) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(event) = event.dyn_ref::<web_sys::CustomEvent>() {
            call(event.detail().as_string().unwrap_or_default());
        }
    });
    listen("accord-worker", &call);
    call.forget();
}

/// Tells `boot.js` something: `taking` right before the page is taken over, `hydrated`, `failed` if a part of the program could not be loaded before that, `prose` once the texts are there or cannot be had, `update` where the reader agreed to it.
pub fn tell_boot(what: &str) {
    let event = web_sys::CustomEvent::new(&format!("accord-{what}"));
    if let (Some(window), Ok(event)) = (window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Tells `boot.js` what may be taken away, for the script that offers it (JSON).
pub fn tell_take(what: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::CustomEvent::new("accord-take")) {
        event.init_custom_event_with_can_bubble_and_cancelable_and_detail("accord-take", false, false, &what.into());
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back when the page is left or hidden: perhaps the last time that it runs.
pub fn on_leaving(call: impl Fn() + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |_| call());
    listen("pagehide", &call);
    if let Some(document) = window().and_then(|window| window.document()) {
        let _ = document.add_event_listener_with_callback("visibilitychange", call.as_ref().unchecked_ref());
    }
    call.forget();
}

/// Calls back before the page is put on paper.
pub fn on_print(call: impl Fn() + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |_| call());
    listen("beforeprint", &call);
    call.forget();
}

/// Calls back once, before the next paint.
pub fn before_paint(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

thread_local! {
    /// What is to be done after the next paint.
    static AFTER_PAINT: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// At most so long, in milliseconds, what is to be done after a paint waits: a page in the background is not painted.
const LONGEST_WAIT: i32 = 100;

/// Does something once the next frame is painted, in the order of asking: what a reader sees at once need not wait for it.
pub fn after_paint(call: impl FnOnce() + 'static) {
    let waiting = AFTER_PAINT.with_borrow_mut(|waiting| {
        waiting.push(Box::new(call));
        waiting.len()
    });
    if waiting == 1 {
        // What is asked for within a frame comes after it.
        before_paint(|| after(0, settle));
        after(LONGEST_WAIT, settle);
    }
}

/// Does at once what waits for a paint: before something that must find it done, and when the page is left.
pub fn settle() {
    for call in AFTER_PAINT.take() {
        call();
    }
}

/// Calls back at every key press in the page.
pub fn on_key(call: impl Fn(KeyboardEvent) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Ok(event) = event.dyn_into::<KeyboardEvent>() {
            call(event);
        }
    });
    listen("keydown", &call);
    call.forget();
}

fn listen(name: &str, call: &Closure<dyn Fn(Event)>) {
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    }
}

/// Calls back once, after so many milliseconds.
pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
    }
}

/// Puts a text into the clipboard. `false` if the browser refuses.
pub async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.map_or(true, |clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(&text))
        .await
        .is_ok()
}

/// Whether this device can hand something to other programs.
pub fn can_share() -> bool {
    share_function().is_some()
}

fn share_function() -> Option<js_sys::Function> {
    let share = js_sys::Reflect::get(&window()?.navigator(), &"share".into()).ok()?;
    share.dyn_into().ok()
}

/// Hands an address to another program that the reader chooses. `false` if the device refuses; a reader who chooses none is no refusal.
pub async fn share(title: &str, address: &str) -> bool {
    let Some((share, window)) = share_function().zip(window()) else {
        return false;
    };
    let what = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        // A new object takes any value.
        let _ = js_sys::Reflect::set(&what, &name.into(), &value.into());
    }
    let Ok(promise) = share.call1(&window.navigator(), &what) else {
        return false;
    };
    match JsFuture::from(js_sys::Promise::resolve(&promise)).await {
        Ok(_) => true,
        Err(error) => js_sys::Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

/// Gives the reader a file to keep. `false` if the browser refuses.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    save_blob(name, kind, text).is_some()
}

fn save_blob(name: &str, kind: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&text.into());
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor = window()?.document()?.create_element("a").ok()?;
    let anchor: HtmlAnchorElement = anchor.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    after(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// Fetches a text of this site. `None` if it cannot be had.
pub async fn fetch_text(address: &str) -> Option<String> {
    let response = JsFuture::from(window()?.fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
