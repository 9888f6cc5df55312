//! Which part of the checklist a reader looks at: the address, the filter, search, grouping and order. Pure.

mod address;
mod arrange;
mod filter;
mod search;
mod spelling;

pub use address::{Address, Place, View};
pub use arrange::{Arrangement, Grouping, Heading, Order, Section, arrange, first_rows};
pub use filter::{Chip, Filter, Numbers, matches};
pub use search::{Query, Span, fold, marks};
pub use spelling::lower;
