//! The page in the browser: takes the prerendered page over.

use accord_checklist::browser::document;
use accord_checklist::language::{Locale, words_of};
use accord_checklist::ui::Page;
use leptos::prelude::*;

fn main() {
    let Some(root) = document::root() else { return };
    let names = document::data("names").and_then(|names| serde_json::from_str(&names).ok());
    let locale: &'static Locale = Box::leak(Box::new(Locale::new(words_of(&document::language()), names)));
    leptos::mount::hydrate_from(root, move || view! { <Page locale=locale/> }).forget();
}
