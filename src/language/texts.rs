//! The words for how a text of the record stands in the language of the page, and for the digits it is shown with.

/// Words on translations and digits in one language.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct TextWords {
    /// By whom and when a translation was checked. Not used in English.
    pub checked: fn(&str, &str) -> String,
    /// Beside a text that stands in English since it is not translated. Not used in English.
    pub untranslated: &'static str,
    /// Opens the sheet of the keys, and of the choices of digits and years.
    pub sheet: &'static str,
    /// The field of the timeline in which words are looked for.
    pub search_events: &'static str,
    /// The choice of the language's own digits; empty where these are the common ones.
    pub own_digits: &'static str,
}
