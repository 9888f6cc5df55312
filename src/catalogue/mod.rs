//! What the accords say: the types of the record, how it is read and checked, and the clocks computed from it.
//!
//! Two forms of one thing. `structure` is what the program holds: constant tables without prose, small enough to be compiled into
//! the wasm. `record` is the whole catalogue as the TOML files have it, with every sentence and source; it is read natively, by the
//! build and by `build_site`, and never reaches the browser.
//!
//! This room knows std, serde, JSON and chrono dates, nothing else. `build.rs` uses it as it stands here.

pub mod clock;
pub mod moment;
pub mod names;
pub mod prose;
pub mod status;
pub mod structure;

#[cfg(not(target_arch = "wasm32"))]
pub mod record;

pub use clock::{Clock, ClockSpec, ClockState, Length, Margin, Start};
pub use moment::Moment;
pub use names::Names;
pub use status::{Basis, Extent, Status};
pub use structure::{
    Baseline, Bearer, Catalogue, Duty, DutyNumber, Edition, Instrument, Kind, Numbering, Obligation, PARTIES, Theme,
};
