//! The page in the browser: takes the prerendered page over.

fn main() {
    if let Some(root) = accord_checklist::browser::document::root() {
        leptos::mount::hydrate_from(root, accord_checklist::ui::Page).forget();
    }
}
