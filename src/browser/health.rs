//! Whether the browser keeps what is stored: what it says of it, and what is known of its kind.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn navigator() -> Option<web_sys::Navigator> {
    web_sys::window().map(|window| window.navigator())
}

fn text_of(name: &str) -> String {
    let value = navigator().and_then(|navigator| js_sys::Reflect::get(&navigator, &name.into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the browser promised not to clear what is stored when it needs room. `None` if it does not say.
pub async fn is_kept() -> Option<bool> {
    ask("persisted").await
}

/// Asks the browser to keep what is stored. Some ask the reader, some decide by themselves. `None` if it does not say.
pub async fn keep() -> Option<bool> {
    ask("persist").await
}

/// Calls a function of `navigator.storage`, where there is one: old browsers and insecure addresses have none.
async fn ask(question: &str) -> Option<bool> {
    let storage = js_sys::Reflect::get(navigator()?.as_ref(), &"storage".into()).ok()?;
    if !storage.is_object() {
        return None;
    }
    let function: js_sys::Function = js_sys::Reflect::get(&storage, &question.into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Whether the browser asks the reader before it promises anything: then the page asks only when the reader wants it.
pub fn asks_the_reader() -> bool {
    text_of("userAgent").contains("Firefox/")
}

/// Whether the browser clears what pages stored after seven days in which it was used and the page was not: WebKit does, unless the
/// page stands on the home screen or in the dock. <https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/>
pub fn may_clear_after_a_week() -> bool {
    let apple = text_of("vendor").starts_with("Apple");
    let installed = navigator()
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &"standalone".into()).ok())
        .is_some_and(|standalone| standalone == JsValue::TRUE);
    let own_window = web_sys::window()
        .and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten())
        .is_some_and(|query| query.matches());
    apple && !installed && !own_window
}
