//! Texts that only the prerendered page has: hydration keeps them in place, the wasm does not carry them.

use std::sync::OnceLock;

/// The plain texts of the obligations, in the order of the page. `build_site` fills it; in the browser it stays empty.
pub static TEXTS: OnceLock<Vec<String>> = OnceLock::new();

/// The text of an obligation while prerendering. In the browser: nothing, so that hydration leaves the text that is there.
pub fn text(obligation: u16) -> String {
    TEXTS
        .get()
        .and_then(|texts| texts.get(usize::from(obligation)))
        .cloned()
        .unwrap_or_default()
}
