//! Pages to read and to cite, plain HTML without wasm: one an obligation, the list of them, method, sources, accessibility; feed and site map.
//!
//! Addresses are relative, so that the site can stand anywhere. What needs a whole address (canonical links, the site map) is written
//! only where `ACCORD_ADDRESS` names the address of the site.

mod accessibility;
mod calendar;
mod cite;
mod embed;
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
use super::{Assets, Failure, take};
use crate::accord::ACCORD;
use crate::catalogue::record::Record;

/// The environment variable with the address of the site: `https://example.org/accords`.
const ADDRESS: &str = "ACCORD_ADDRESS";
/// What the pages look like: the tokens of the site, and what a document needs.
const STYLE: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/document.css")
);

/// What the cards for other pages look like.
const STYLE_EMBED: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/embed.css")
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
    /// The style sheet of the cards for other pages.
    pub style_embed: String,
    /// The script of the card of a snapshot.
    pub embed: String,
    /// The scripts of what a reader takes away, in the order of the languages: citations to copy, embeds, images.
    pub take: Vec<String>,
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
        for (number, ((head, item), coded)) in record.obligations().zip(ACCORD.obligations).enumerate() {
            files.extend(obligation::page(&site, number));
            files.push(embed::obligation(&site, number, head, item));
            files.extend(calendar::one(&site, item, coded.clocks));
        }
        files.push(embed::snapshot(&site));
        files.push(calendar::all(&site));
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
    let style_embed = assets.add("style-embed", "css", STYLE_EMBED.as_bytes())?;
    let embed = assets.add("embed", "js", include_str!("take/embed.js").as_bytes())?;
    let take = take::write(assets)?;
    Ok(Looks {
        style,
        early,
        style_embed,
        embed,
        take,
    })
}

/// The address of the site, if the environment names one.
pub fn address() -> Option<String> {
    let address = std::env::var(ADDRESS).ok()?;
    let address = address.trim().trim_end_matches('/').to_owned();
    (!address.is_empty()).then_some(address)
}
