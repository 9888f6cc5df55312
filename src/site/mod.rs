//! The site as files: the prerendered page, the prose packs, open data, the offline list, headers. Native only.
//!
//! Trunk has built the wasm and its glue into a staging folder; `finish` makes the site of them there. Everything that may be cached
//! for ever is named by the digest of its final bytes.

mod assets;
mod compress;
pub mod data;
mod headers;
mod page;
pub mod static_pages;
pub mod words;

use crate::accord::CATALOGUE_FOLDER;
use crate::catalogue::record::{Language, Record, pack};
use crate::language::ENGLISH;
use std::path::Path;

pub use assets::Assets;

/// Why the site could not be made.
pub type Failure = Box<dyn std::error::Error>;

/// Makes the site in the folder in which Trunk left what it built.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    let record = Record::read(Path::new(CATALOGUE_FOLDER))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let mut assets = Assets::new(folder);
    let glue = assets.take("accord-checklist.js", "app")?;
    let wasm = assets.take("accord-checklist_bg.wasm", "app")?;
    let style = assets.add("style", "css", assets::style()?.as_bytes())?;
    let noscript = assets.add("noscript", "css", assets::noscript_style()?.as_bytes())?;
    let early = assets.add("early", "js", include_str!("early.js").as_bytes())?;
    let boot = include_str!("boot.js")
        .replace("APP_GLUE", &glue)
        .replace("APP_WASM", &wasm);
    let boot = assets.add("boot", "js", boot.as_bytes())?;
    let prose = serde_json::to_string(&pack(&record, Language::En))?;
    let prose = assets.add("text.en", "json", prose.as_bytes())?;
    let names = page::Names {
        glue,
        wasm,
        style,
        noscript,
        early,
        boot,
        prose,
    };
    let template = std::fs::read_to_string(folder.join("index.html"))?;
    let index = page::index(&template, &names, &record, &ENGLISH)?;
    assets.write("index.html", index.as_bytes())?;
    assets.write("_headers", headers::netlify().as_bytes())?;
    data::write(&record, &mut assets)?;
    static_pages::write(&record, &mut assets)?;
    assets.list_public()?;
    let worker = include_str!("worker.js").replace("\"FILES\"", &assets.offline_list());
    assets.write("sw.js", worker.as_bytes())?;
    compress::all(folder)?;
    println!("{}", compress::report(folder, &names)?);
    Ok(())
}
