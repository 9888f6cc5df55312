//! What leaves the page in forms of others: tables for spreadsheets and statistics. The review's own file is `review::write_file`.
//!
//! Knows `accord`, `catalogue`, `language` and `review`; no web, no Leptos.

pub mod csv;
mod review_table;

pub use review_table::{REVIEW_COLUMNS, review_csv};
