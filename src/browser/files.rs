//! Files that the reader picks or drops on the page.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, FileList, HtmlInputElement};

/// A file that the reader gave.
#[derive(Clone, Debug)]
pub struct Picked(File);

impl Picked {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its length in bytes.
    pub fn length(&self) -> usize {
        self.0.size() as usize
    }

    /// Its text; what is no UTF-8 becomes U+FFFD. `None` if the browser cannot read it (any longer).
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}

/// The file that was chosen in an `input`. The same can be chosen again at once.
pub fn picked(event: &Event) -> Option<Picked> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(Picked(file))
}

/// Calls back with the first of the files that the reader drops anywhere on the page.
pub fn on_drop(call: impl Fn(Picked) + 'static) {
    // Without this the browser would leave the page and show the file.
    let over = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if carries_files(&event) {
            event.prevent_default();
        }
    });
    let drop = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if carries_files(&event) {
            event.prevent_default();
            if let Some(file) = dropped(&event) {
                call(Picked(file));
            }
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("dragover", over.as_ref().unchecked_ref());
        let _ = window.add_event_listener_with_callback("drop", drop.as_ref().unchecked_ref());
    }
    over.forget();
    drop.forget();
}

fn transfer(event: &Event) -> Option<JsValue> {
    let transfer = js_sys::Reflect::get(event, &"dataTransfer".into()).ok()?;
    transfer.is_object().then_some(transfer)
}

fn carries_files(event: &Event) -> bool {
    let types = transfer(event).and_then(|transfer| js_sys::Reflect::get(&transfer, &"types".into()).ok());
    types.is_some_and(|types| js_sys::Array::from(&types).includes(&"Files".into(), 0))
}

fn dropped(event: &Event) -> Option<File> {
    let files = js_sys::Reflect::get(&transfer(event)?, &"files".into()).ok()?;
    files.dyn_into::<FileList>().ok()?.get(0)
}
