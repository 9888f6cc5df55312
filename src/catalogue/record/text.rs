//! A sentence in the three languages, side by side.

use serde::{Deserialize, Serialize};

/// The languages of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Language {
    /// English: every text has it.
    En,
    /// Khmer.
    Km,
    /// Thai.
    Th,
}

/// A text of the catalogue: plain, without markup. English is always there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Khmer, where it is translated.
    pub km: Option<String>,
    /// Thai, where it is translated.
    pub th: Option<String>,
}

impl Language {
    /// All three, English first.
    pub const ALL: [Language; 3] = [Language::En, Language::Km, Language::Th];

    /// Its code: `en`, `km`, `th`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Km => "km",
            Language::Th => "th",
        }
    }
}

impl Text {
    /// The text in this language, if it is there.
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::En => Some(&self.en),
            Language::Km => self.km.as_deref(),
            Language::Th => self.th.as_deref(),
        }
    }
}

/// In open data a text is a plain string: `site::data` writes one file a language.
#[cfg(feature = "site")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "minLength": 1,
            "description": "A plain text without markup, in the language of the file, or in English where its place is listed as missing."
        })
    }
}
