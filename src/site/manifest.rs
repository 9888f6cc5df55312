//! The manifest of the installed page: one a language, all of one application, whose id does not depend on the language.

use super::Failure;
use super::static_pages::frame::{prefix, up};
use crate::catalogue::record::Language;
use crate::checklist::View;
use crate::language::Words;
use serde_json::{Value, json};

/// The same in each language: who installs the page in another language has the same application.
const ID: &str = "accord-checklist";
/// Views that can be opened from the icon.
const SHORTCUTS: [View; 4] = [View::Overview, View::Timeline, View::Compare, View::Reviews];

/// What stands below the icon.
fn short_name(language: Language) -> &'static str {
    match language {
        Language::En => "Accord",
        Language::Km => "កិច្ចព្រមព្រៀង",
        Language::Th => "ข้อตกลง",
    }
}

/// The manifest of the page in one language, and its address from the root of the site.
pub fn manifest(language: Language, words: &Words) -> Result<(String, String), Failure> {
    let to = up(&prefix(language));
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": format!("{to}{file}"), "sizes": sizes, "type": kind, "purpose": purpose });
    let screenshot = |file: &str, sizes: &str, form: &str| json!({ "src": format!("{to}screenshots/{file}"), "sizes": sizes, "type": "image/png", "form_factor": form, "label": words.view(View::Checklist) });
    let shortcuts: Vec<Value> = SHORTCUTS
        .into_iter()
        .map(|view| json!({ "name": words.view(view), "url": format!("./#{}", view.name()) }))
        .collect();
    let whole = json!({
        "id": ID,
        "name": words.site,
        "short_name": short_name(language),
        "description": words.later().lead,
        "lang": words.code,
        "dir": "ltr",
        "start_url": "./",
        "scope": if to.is_empty() { "./" } else { &to },
        "display": "standalone",
        "background_color": "#F3F5F4",
        "theme_color": "#FFFFFF",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable.svg", "any", "image/svg+xml", "maskable"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
            icon("icon-mono.svg", "any", "image/svg+xml", "monochrome"),
        ],
        "screenshots": [
            screenshot("wide.png", "1280x800", "wide"),
            screenshot("narrow.png", "390x844", "narrow"),
        ],
        "shortcuts": shortcuts,
        "file_handlers": [{ "action": "./", "accept": { "application/json": [".json"] } }],
        "launch_handler": { "client_mode": "focus-existing" },
        "share_target": {
            "action": "./",
            "method": "GET",
            "params": { "title": "shared-name", "text": "shared-text", "url": "shared-url" },
        },
    });
    let text = serde_json::to_string_pretty(&whole)?;
    Ok((format!("{}manifest.webmanifest", prefix(language)), text))
}
