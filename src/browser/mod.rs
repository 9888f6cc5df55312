//! The only room that names web APIs. Everything that can be refused answers with a `Result` or an `Option`; nothing panics.

pub mod document;
pub mod highlight;
pub mod store;
pub mod window;
