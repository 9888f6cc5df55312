//! The prerendered page.

use super::{Failure, headers};
use crate::catalogue::record::{Language, Record};
use crate::language::Words;
use crate::ui::{Page, TEXTS};
use leptos::prelude::*;

/// Names of the files that the page needs.
pub struct Names {
    /// The JavaScript that wasm-bindgen made.
    pub glue: String,
    /// The program.
    pub wasm: String,
    /// The style sheet.
    pub style: String,
    /// The style sheet where there is no JavaScript.
    pub noscript: String,
    /// The script that runs before the first paint.
    pub early: String,
    /// The script that starts the program.
    pub boot: String,
    /// The prose.
    pub prose: String,
}

/// The glyphs and icons, once in the page, used by reference.
const SPRITE: &str = include_str!("../../style/sprite.svg");

/// The checklist as a page.
pub fn index(template: &str, names: &Names, record: &Record, words: &'static Words) -> Result<String, Failure> {
    let texts = record
        .obligations()
        .map(|(_, item)| item.text.get(Language::En).unwrap_or_default().to_owned());
    // A second page in the same run has the same texts.
    let _ = TEXTS.set(texts.collect());
    let head = head(names, words);
    let body = format!(
        "<div id=\"page\">{}</div>\n{}\n<p class=\"starting\" id=\"starting\" data-failed=\"{}\">{}</p>",
        rendered(),
        SPRITE.trim(),
        words.start_failed,
        words.starting,
    );
    for marker in ["<!--head-->", "<!--body-->"] {
        if !template.contains(marker) {
            return Err(format!("index.html has lost {marker}").into());
        }
    }
    Ok(template.replace("<!--head-->", &head).replace("<!--body-->", &body))
}

fn rendered() -> String {
    let owner = Owner::new();
    owner.with(|| view! { <Page/> }.to_html())
}

fn head(names: &Names, words: &Words) -> String {
    let Names {
        glue,
        wasm,
        style,
        noscript,
        early,
        boot,
        prose,
    } = names;
    format!(
        r##"<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{site}</title>
<meta name="description" content="{lead}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="accord-prose" content="{prose}">
<link rel="stylesheet" href="{style}">
<script src="{early}"></script>
<noscript><link rel="stylesheet" href="{noscript}"></noscript>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="manifest" href="manifest.webmanifest">
<link rel="modulepreload" href="{glue}">
<link rel="preload" href="{wasm}" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="{boot}"></script>"##,
        policy = headers::meta(),
        site = words.site,
        lead = words.lead,
    )
}
