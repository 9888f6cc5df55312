//! What a person says of the duties: assessments, the changes that lead to them, and what can be counted.
//!
//! Values in, values out. A `Review` changes only through `Review::apply`, which writes down what it did as an `Entry`; the entries are
//! the history, and what the browser stores. Knows `catalogue`, no web, no Leptos.

pub mod agreement;
mod assessment;
pub mod backup;
pub mod compare;
pub mod counts;
mod earlier;
mod entry;
mod file;
mod fold;
mod merge;
mod migrate;
#[allow(
    clippy::module_inception,
    reason = "the file holds the type that gives the room its name"
)]
mod review;
mod stamp;
mod stored;
mod tally;
mod times;

pub use assessment::{Assessment, Evidence, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE, shorten};
pub use entry::{Act, Edit, Entry, Field, Place, Target, Value};
pub use file::{FileFault, LARGEST_FILE, read_file, write_file};
pub use fold::{MOST_ACTS, MOST_HISTORY_BYTES};
pub use review::{Change, Review, Touched};
pub use stamp::Stamp;
pub use stored::{ENTRY_VERSION, STORED_VERSION, StoredFault, read_base, read_entry, write_base, write_entry};
pub use tally::Tally;
