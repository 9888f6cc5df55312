//! The prerendered page.

use super::ahead;
use super::program::Program;
use super::static_pages::address;
use super::static_pages::frame::{prefix, up};
use super::words::languages;
use super::{Failure, headers};
use crate::accord::ACCORD;
use crate::catalogue::record::{Language, Record, TextState, names, spoken};
use crate::language::{Locale, Words};
use crate::markup::{Element, data_block};
use crate::views::page::page;

/// Names of the files that the page needs.
#[derive(Clone)]
pub struct Files {
    /// The program.
    pub program: Program,
    /// The part of it with the words of the page's language.
    pub words: String,
    /// The part of it with those of the later part.
    pub later_words: String,
    /// The style sheet of the first view.
    pub style: String,
    /// That of the later part of the program and of paper.
    pub later_style: String,
    /// The style sheet where there is no JavaScript.
    pub noscript: String,
    /// The script that runs before the first paint.
    pub early: String,
    /// The script that starts the program.
    pub boot: String,
    /// The prose.
    pub prose: String,
    /// The script of what a reader takes away.
    pub take: String,
}

/// The glyphs and icons, once in the page, used by reference.
const SPRITE: &str = include_str!("../../style/sprite.svg");

/// The checklist as a page in one language.
pub fn index(
    template: &str,
    files: &Files,
    record: &Record,
    language: Language,
    words: &'static Words,
) -> Result<String, Failure> {
    let names = names(record, language);
    let texts = record.obligations().map(|(_, item)| {
        let stands_in = record.state(&item.text, language) == TextState::Missing;
        (spoken(&item.text, language), stands_in)
    });
    // For the program, which holds no names.
    let carried = data_block("names", &serde_json::to_value(&names)?).html();
    let locale = Locale::new(words, names).with_texts(texts.collect());
    let head = head(files, language, words);
    let body = format!(
        "<div id=\"page\">{}</div>\n{}{carried}\n{}\n<p class=\"starting\" id=\"starting\" data-failed=\"{}\">{}</p>",
        page(&locale).iter().map(Element::html).collect::<String>(),
        SPRITE.trim(),
        ahead::template(words).html(),
        words.later().start_failed,
        words.later().starting,
    );
    const LANGUAGE: &str = "<html lang=\"en\">";
    for marker in ["<!--head-->", "<!--body-->", LANGUAGE] {
        if !template.contains(marker) {
            return Err(format!("index.html has lost {marker}").into());
        }
    }
    let page = template.replace(LANGUAGE, &format!("<html lang=\"{}\">", words.code));
    let page = page.replace("<!--head-->", &head).replace("<!--body-->", &body);
    // What told Trunk to build the program has done its work.
    let told = |line: &&str| !line.starts_with("<link data-trunk ");
    Ok(page
        .lines()
        .filter(told)
        .fold(String::new(), |page, line| page + line + "\n"))
}

fn head(files: &Files, language: Language, words: &Words) -> String {
    let to = up(&prefix(language));
    // Search engines take whole addresses only: without one, the links in the header lead to the other languages.
    let alternates: String = languages()
        .into_iter()
        .zip(address().into_iter().cycle())
        .map(|((other, ..), address)| {
            let code = other.code();
            format!(
                "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}/{}\">\n",
                prefix(other)
            )
        })
        .collect();
    let Files {
        program: Program { glue, first, .. },
        words: words_file,
        later_words,
        style,
        later_style,
        noscript,
        early,
        boot,
        prose,
        take,
    } = files;
    format!(
        r##"<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{site}</title>
<meta name="description" content="{lead}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="accord-prose" content="{to}{prose}">
<meta name="accord-record" content="{edition} {prose}">
<meta name="accord-later-words" content="{to}{later_words}">
<meta name="accord-take" content="{to}{take}">
<link rel="stylesheet" href="{to}{style}">
<script src="{to}{early}"></script>
<noscript><link rel="stylesheet" href="{to}{noscript}"><link rel="stylesheet" href="{to}{later_style}" media="print"></noscript>
<link rel="icon" href="{to}icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="{to}apple-touch-icon.png">
<link rel="manifest" href="manifest.webmanifest">
<link rel="modulepreload" href="{to}{glue}">
<link rel="preload" href="{to}{first}" as="fetch" type="application/wasm" crossorigin>
<link rel="preload" href="{to}{words_file}" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="{to}{boot}"></script>
{alternates}"##,
        policy = headers::meta(),
        edition = ACCORD.edition().version,
        site = words.site,
        lead = words.later().lead,
    )
}
