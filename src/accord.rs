//! The accord that this build serves: the tables that `build.rs` made of the catalogue folder.

#[allow(unused_imports)]
use crate::catalogue::{
    Baseline, Basis, Bearer, Catalogue, ClockSpec, Duty, Edition, Extent, Instrument, Kind, Moment, Numbering,
    Obligation, Start, Status, Theme,
    moment::{Precision, Span},
};

/// Everything that the program knows of the accords without names and prose.
pub static ACCORD: Catalogue = include!(concat!(env!("OUT_DIR"), "/accord.rs"));

/// The names in English, as JSON of `Names`: for what has no page to read them from. The program of a site does not carry them.
pub const ENGLISH_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.json"));

/// The folder from which it was made, for native readers of the prose.
#[cfg(not(target_arch = "wasm32"))]
pub const CATALOGUE_FOLDER: &str = env!("ACCORD_CATALOGUE_FOLDER");
