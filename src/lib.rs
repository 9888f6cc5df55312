//! Accord Checklist: every obligation of the 2025 Cambodia–Thailand accords, and a person's own status for each.
//!
//! The rooms, in the order in which to read them; each knows only those above it. ARCHITECTURE.md says why.
//!
//! Invariants:
//! 1. Only `browser` names web APIs; all rooms but `browser` and `ui` know no Leptos.
//! 2. The first view in the browser equals the prerendered one: nothing in a render reads storage, clock, address or locale.
//! 3. Opening a link never changes stored data. Nothing stored changes without the user's act, and every act can be undone.
//! 4. A link, a stored review and a review file, once released, can be read for ever: kind and version stand first.
//! 5. An obligation's slot is never reused or moved.
//! 6. Whatever comes from outside passes one reader that checks, bounds and says what is wrong; it never panics.
//! 7. No request leaves the origin. No inline script or style. Notes are text, never markup.
//! 8. Parties stand in alphabetical order and are treated alike.
//! 9. Every number shown has its denominator; unknown is shown as unknown.

#![recursion_limit = "256"]

pub mod accord;
pub mod catalogue;
pub mod checklist;
pub mod export;
pub mod language;
pub mod markup;
pub mod review;
pub mod share;
pub mod snapshot;
pub mod views;

#[cfg(feature = "page")]
pub mod browser;
#[cfg(all(feature = "site", not(target_arch = "wasm32")))]
pub mod site;
#[cfg(feature = "page")]
pub mod ui;
