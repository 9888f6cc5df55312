//! The site as files: the prerendered page, the prose packs, open data, the offline list, headers. Native only.
//!
//! Trunk has built the wasm and its glue into a staging folder; `finish` makes the site of them there. Everything that may be cached
//! for ever is named by the digest of its final bytes.

mod ahead;
mod assets;
mod compress;
pub mod data;
mod glue;
pub mod headers;
mod manifest;
mod page;
mod program;
mod script;
pub mod static_pages;
mod take;
pub mod words;

use crate::accord::CATALOGUE_FOLDER;
use crate::catalogue::record::{Record, pack};
use std::path::Path;

pub use assets::Assets;

/// Where this variable is set, only the English checklist is made: enough to measure other catalogues by.
const CHECKLIST_ONLY: &str = "ACCORD_CHECKLIST_ONLY";

/// Why the site could not be made.
pub type Failure = Box<dyn std::error::Error>;

/// Makes the site in the folder in which Trunk left what it built.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    let record = Record::read(Path::new(CATALOGUE_FOLDER))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let mut assets = Assets::new(folder);
    let program = program::write(&mut assets, folder)?;
    let style = assets.add("style", "css", assets::style()?.as_bytes())?;
    let later_style = assets.add("later", "css", assets::later_style()?.as_bytes())?;
    let noscript = assets.add("noscript", "css", assets::noscript_style()?.as_bytes())?;
    let early = assets::early(&mut assets)?;
    let asides = assets.add("asides", "js", script::small(include_str!("asides.js"))?.as_bytes())?;
    let boot = concat!(include_str!("boot.js"), "\n", include_str!("ahead.js"))
        .replace("APP_GLUE", &program.glue)
        .replace("APP_WASM", &program.first)
        .replace("APP_LATER_STYLE", &later_style)
        .replace("APP_LATER", &program.later)
        .replace("APP_ASIDES", &asides);
    let boot = assets.add("boot", "js", script::small(&boot)?.as_bytes())?;
    let mut files = page::Files {
        program,
        words: String::new(),
        later_words: String::new(),
        style,
        later_style,
        noscript,
        early,
        boot,
        prose: String::new(),
        take: String::new(),
    };
    let takes = take::write(&mut assets)?;
    let template = std::fs::read_to_string(folder.join("index.html"))?;
    let mut reports = Vec::new();
    let checklist_only = std::env::var_os(CHECKLIST_ONLY).is_some();
    let mut languages = words::languages();
    languages.truncate(if checklist_only { 1 } else { languages.len() });
    for ((language, words, _), take) in languages.into_iter().zip(takes) {
        files.take = take;
        let (words_file, later_words) = files.program.words(language.code())?;
        (files.words, files.later_words) = (words_file.to_owned(), later_words.to_owned());
        let prose = pack(&record, language).write()?;
        files.prose = assets.add(&format!("text.{}", language.code()), "json", prose.as_bytes())?;
        let index = page::index(&template, &files, &record, language, words)?;
        let name = format!("{}index.html", static_pages::frame::prefix(language));
        assets.write(&name, index.as_bytes())?;
        let (name_of_manifest, manifest) = manifest::manifest(language, words)?;
        assets.write(&name_of_manifest, manifest.as_bytes())?;
        reports.push((name, files.clone()));
    }
    assets.write("changes.txt", include_str!("../../CHANGELOG.md").as_bytes())?;
    if !checklist_only {
        data::write(&record, &mut assets)?;
        static_pages::write(&record, &mut assets)?;
    }
    assets.list_public()?;
    let worker = include_str!("worker.js").replace("\"FILES\"", &assets.offline_list());
    assets.write("sw.js", worker.as_bytes())?;
    let all = assets.all()?;
    let headers = headers::hosts::netlify(all.iter().map(String::as_str));
    assets.write("_headers", headers.as_bytes())?;
    compress::all(folder)?;
    for (index, files) in reports {
        println!("{}", compress::report(folder, &index, &files)?);
    }
    Ok(())
}
