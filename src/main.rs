//! The page in the browser: takes the prerendered page over.

use accord_checklist::accord::ACCORD;
use accord_checklist::browser::store::Store;
use accord_checklist::browser::{document, window};
use accord_checklist::language::Locale;
use accord_checklist::ui::{begin as begin_page, later};

fn main() {
    // In a task of its own: the browser has been busy with compiling.
    window::after(0, || {
        wasm_bindgen_futures::spawn_local(async {
            if begin().await.is_err() {
                window::tell_boot("failed");
            }
        });
    });
}

/// Loads what the first view needs, all at once, and takes the page over. Whoever has reviews, or comes by an address that names
/// something, needs the later file at once: nothing may be seen or changed before it is read.
async fn begin() -> Result<(), later::NotLoaded> {
    let Some(root) = document::root() else { return Ok(()) };
    let whole = Store::holds_something() || !window::fragment().is_empty();
    if whole {
        wasm_bindgen_futures::spawn_local(async { _ = later::load().await });
    }
    let words = later::words(&document::language()).await?;
    if whole {
        later::load().await?;
    }
    let names = document::names("names").filter(|names| names.fit(&ACCORD));
    let names = names.ok_or(later::NotLoaded)?;
    let locale: &'static Locale = Box::leak(Box::new(Locale::new(words, names)));
    std::mem::forget(begin_page(root, locale));
    Ok(())
}
