//! How long something takes, for the tools of the browser and for `cargo xtask bench links`.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Does something and notes in the browser's performance timeline how long it took.
pub fn timed<T>(name: &str, act: impl FnOnce() -> T) -> T {
    let name = JsValue::from_str(name);
    call("mark", &[&name]);
    let done = act();
    call("measure", &[&name, &name]);
    done
}

fn call(method: &str, arguments: &[&JsValue]) {
    let Some(window) = web_sys::window() else { return };
    let found = Reflect::get(&window, &"performance".into()).and_then(|performance| {
        let function: Function = Reflect::get(&performance, &method.into())?.dyn_into()?;
        function.apply(&performance, &arguments.iter().copied().cloned().collect())
    });
    // A browser without it measures nothing.
    drop(found);
}
