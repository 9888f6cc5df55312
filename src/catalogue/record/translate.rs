//! The Khmer and Thai texts of the record, which stand in a file a language beside the English that they translate.
//!
//! A translation is found by its English. Where the English is changed, its translation no longer fits and is not used: the text is
//! there in English, listed as missing, and the old pair is listed as left over, for the translator to see what changed.

use super::text::Language;
use crate::catalogue::moment::{Moment, Precision};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use toml::{Table, Value};

/// The languages that have a file, `translations/<code>.toml`.
pub const TRANSLATED: [Language; 2] = [Language::Km, Language::Th];

/// One file of translations.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TranslationFile {
    /// The texts.
    text: Vec<TranslationEntry>,
}

/// A text and its translation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TranslationEntry {
    /// The English that was translated.
    en: String,
    /// The translation.
    to: String,
    /// Who read both and found that they say the same; omitted while nobody has.
    checked: Option<Check>,
}

/// A native reader's word that a translation says what its English says. It belongs to this English and this translation: who changes one
/// takes it out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Who read it.
    pub by: String,
    /// When: a day, `2026-12-01`.
    pub on: String,
}

/// Where a text stands in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState<'a> {
    /// It is the text that the others translate.
    Original,
    /// A native reader has checked it.
    Checked(&'a Check),
    /// Our working translation.
    Working,
    /// There is none: the page shows the English.
    Missing,
}

/// A translation whose English is no longer in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// The language of the translation.
    pub language: Language,
    /// The English that was translated.
    pub en: String,
}

/// Checks by the code of the language and the English.
pub type Checks = HashMap<(&'static str, String), Check>;

/// The translations of all languages.
#[derive(Default)]
pub struct Translations {
    texts: HashMap<(&'static str, String), String>,
    checks: Checks,
    used: HashSet<(&'static str, String)>,
}

impl Translations {
    /// Takes the file of a language. Answers with what is wrong in it: an empty text, an English text that is there twice, or a check
    /// without a name or a day.
    pub fn take(&mut self, language: Language, file: TranslationFile) -> Vec<String> {
        let mut faults = Vec::new();
        for entry in file.text {
            if let Some(check) = entry.checked {
                let day = Moment::parse(&check.on).is_some_and(|on| on.precision() == Precision::Day);
                if check.by.trim().is_empty() || !day {
                    faults.push(format!(
                        "“{}” is checked by “{}” on “{}”: a name and a day",
                        entry.en, check.by, check.on
                    ));
                }
                self.checks.insert((language.code(), entry.en.clone()), check);
            }
            if entry.to.trim().is_empty() || entry.en.trim().is_empty() {
                faults.push(format!("an empty text beside “{}{}”", entry.en, entry.to));
            } else if let Some(other) = self.texts.insert((language.code(), entry.en.clone()), entry.to) {
                faults.push(format!("“{}” is translated twice; once as “{other}”", entry.en));
            }
        }
        faults
    }

    /// Puts the translations into every text of a file: a table with `en` that lacks the language.
    pub fn fill(&mut self, table: &mut Table) {
        for language in TRANSLATED {
            let Some(Value::String(en)) = table.get("en") else {
                break;
            };
            let key = (language.code(), en.clone());
            if !table.contains_key(language.code())
                && let Some(to) = self.texts.get(&key)
            {
                table.insert(language.code().to_owned(), Value::String(to.clone()));
                self.used.insert(key);
            }
        }
        for (_, value) in table.iter_mut() {
            self.fill_value(value);
        }
    }

    fn fill_value(&mut self, value: &mut Value) {
        match value {
            Value::Table(table) => self.fill(table),
            Value::Array(values) => values.iter_mut().for_each(|value| self.fill_value(value)),
            _ => {}
        }
    }

    /// The checks, once all texts are filled.
    pub fn checks(&self) -> Checks {
        self.checks.clone()
    }

    /// Translations that no text of the record took, in the order of the English.
    pub fn left_over(&self) -> Vec<LeftOver> {
        let unused = self.texts.keys().filter(|key| !self.used.contains(*key));
        let mut left: Vec<LeftOver> = unused
            .filter_map(|(code, en)| {
                let language = TRANSLATED.into_iter().find(|language| language.code() == *code)?;
                Some(LeftOver {
                    language,
                    en: en.clone(),
                })
            })
            .collect();
        left.sort_by(|one, other| (&one.en, one.language.code()).cmp(&(&other.en, other.language.code())));
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> TranslationFile {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_translation_goes_to_each_text_with_its_english_and_to_no_other() {
        let mut translations = Translations::default();
        let faults = translations.take(
            Language::Km,
            file("text = [{ en = \"Release\", to = \"ដោះលែង\" }, { en = \"Old words\", to = \"ចាស់\" }]"),
        );
        assert_eq!(faults, [""; 0]);
        let mut table: Table = toml::from_str(
            "title = { en = \"Release\" }\nlist = [{ text = { en = \"Release\", km = \"own\" } }, { text = { en = \"New words\" } }]",
        )
        .unwrap();
        translations.fill(&mut table);
        let expected: Table = toml::from_str(
            "title = { en = \"Release\", km = \"ដោះលែង\" }\nlist = [{ text = { en = \"Release\", km = \"own\" } }, { text = { en = \"New words\" } }]",
        )
        .unwrap();
        assert_eq!(table, expected);
        let left: Vec<String> = translations.left_over().into_iter().map(|left| left.en).collect();
        assert_eq!(left, ["Old words"]);
    }

    #[test]
    fn what_is_empty_or_doubled_is_refused() {
        let mut translations = Translations::default();
        let faults = translations.take(
            Language::Th,
            file("text = [{ en = \"A\", to = \" \" }, { en = \"B\", to = \"ก\" }, { en = \"B\", to = \"ข\" }]"),
        );
        assert_eq!(faults.len(), 2);
    }

    #[test]
    fn a_check_has_a_name_and_a_day() {
        for (check, faults) in [
            ("{ by = \"Sok Dara\", on = \"2026-12-01\" }", 0),
            ("{ by = \" \", on = \"2026-12-01\" }", 1),
            ("{ by = \"Sok Dara\", on = \"2026-12\" }", 1),
            ("{ by = \"Sok Dara\", on = \"soon\" }", 1),
        ] {
            let text = format!("text = [{{ en = \"A\", to = \"ក\", checked = {check} }}]");
            assert_eq!(
                Translations::default().take(Language::Km, file(&text)).len(),
                faults,
                "{check}"
            );
        }
    }
}
