//! The only room that names web APIs. Everything that can be refused answers with a `Result` or an `Option`; nothing panics.

pub mod document;
pub mod files;
pub mod health;
pub mod highlight;
pub mod preference;
pub mod shelf;
pub mod store;
pub mod timing;
pub mod window;
