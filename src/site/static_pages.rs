//! Pages to read and to cite, plain HTML without wasm: one an obligation, the list of them, method, sources, accessibility; feed and site map.
//!
//! Addresses are relative, so that the site can stand anywhere. What needs a whole address (canonical links, the site map) is written
//! only where `ACCORD_ADDRESS` names the address of the site.

mod accessibility;
mod feed;
pub(in crate::site) mod frame;
mod index;
mod lost;
mod method;
mod obligation;
pub(in crate::site) mod parts;
mod sources;
mod structured;

pub(in crate::site) use method::level;
pub use parts::Site;
pub(in crate::site) use structured::dataset;

use super::words::languages;
use super::{Assets, Failure};
use crate::catalogue::record::Record;

/// The environment variable with the address of the site: `https://example.org/accords`.
const ADDRESS: &str = "ACCORD_ADDRESS";
/// What the pages look like: the tokens of the site, and what a document needs.
const STYLE: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/document.css")
);

/// A file of the site: its address from the root, and its text.
pub struct File {
    /// Its address: `o/KLD-6b.html`.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// The names of the files that all pages share, in the root of the site.
pub struct Looks {
    /// The style sheet.
    pub style: String,
    /// The script that takes up the reader's choice of light or dark colours.
    pub early: String,
}

/// Writes all pages, in every language that has words for them.
pub fn write(record: &Record, assets: &mut Assets) -> Result<(), Failure> {
    let looks = looks(assets)?;
    let address = address();
    for file in files(record, &looks, address.as_deref())? {
        assets.write(&file.path, file.text.as_bytes())?;
    }
    Ok(())
}

/// All pages as text. `address` is the address of the site without a slash at its end.
pub fn files(record: &Record, looks: &Looks, address: Option<&str>) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    let mut lost = Vec::new();
    for (language, words, pages) in languages() {
        let site = Site {
            record,
            language,
            words,
            pages,
            looks,
            address,
        };
        for number in 0..record.obligations().count() {
            files.extend(obligation::page(&site, number));
        }
        files.push(index::page(&site));
        files.push(method::page(&site));
        files.push(sources::page(&site));
        files.push(accessibility::page(&site));
        lost.push(lost::page(&site));
        files.push(feed::atom(&site)?);
    }
    if let Some(address) = address {
        files.push(feed::site_map(&files, address));
    }
    // No place of the site, so not in its map.
    files.extend(lost);
    Ok(files)
}

/// Writes the files that all pages share. Answers with their names; the same bytes have the same name however often they are written.
pub fn looks(assets: &mut Assets) -> Result<Looks, Failure> {
    let style = assets.add("style-document", "css", STYLE.as_bytes())?;
    let early = super::assets::early(assets)?;
    Ok(Looks { style, early })
}

/// The address of the site, if the environment names one.
pub fn address() -> Option<String> {
    let address = std::env::var(ADDRESS).ok()?;
    let address = address.trim().trim_end_matches('/').to_owned();
    (!address.is_empty()).then_some(address)
}
