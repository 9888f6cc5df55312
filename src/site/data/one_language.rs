//! Takes one language out of a record that was written with all of them.
//!
//! A text of the record is written as an object with the keys `en`, `km` and `th`, and nothing else in it has these three.

use crate::catalogue::record::{Language, Record, texts};
use serde_json::Value;

/// Puts a plain string in the place of each text. Answers with the JSON Pointers of the texts that this language does not have: they
/// stand in English.
pub fn speak(value: &mut Value, language: Language) -> Vec<String> {
    let mut missing = Vec::new();
    walk(value, language, &mut String::new(), &mut missing);
    missing
}

/// The languages in which the record has texts, English first.
pub fn languages(record: &Record) -> Vec<Language> {
    let all = texts(record);
    let has = |language| all.iter().any(|placed| placed.text.get(language).is_some());
    Language::ALL.into_iter().filter(|&language| has(language)).collect()
}

fn walk(value: &mut Value, language: Language, path: &mut String, missing: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let all = Language::ALL.map(|one| fields.get(one.code()));
            if let (3, [Some(english), Some(_), Some(_)]) = (fields.len(), all) {
                let said = fields.get(language.code()).filter(|said| said.is_string());
                if said.is_none() {
                    missing.push(path.clone());
                }
                *value = said.unwrap_or(english).clone();
                return;
            }
            for (name, inner) in fields {
                step(
                    inner,
                    &name.replace('~', "~0").replace('/', "~1"),
                    language,
                    path,
                    missing,
                );
            }
        }
        Value::Array(items) => {
            for (place, inner) in items.iter_mut().enumerate() {
                step(inner, &place.to_string(), language, path, missing);
            }
        }
        _ => {}
    }
}

fn step(value: &mut Value, name: &str, language: Language, path: &mut String, missing: &mut Vec<String>) {
    let length = path.len();
    path.push('/');
    path.push_str(name);
    walk(value, language, path, missing);
    path.truncate(length);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(language: Language, expected: &Value, missing: &[&str]) {
        let mut value = json!({
            "a/b": { "en": "one", "km": null, "th": "หนึ่ง" },
            "list": [{ "text": { "en": "two", "km": "ពីរ", "th": null } }],
            "en": 3,
        });
        assert_eq!(speak(&mut value, language), missing);
        assert_eq!(value, *expected);
    }

    #[test]
    fn one_language_is_left() {
        check(
            Language::En,
            &json!({ "a/b": "one", "list": [{ "text": "two" }], "en": 3 }),
            &[],
        );
        check(
            Language::Km,
            &json!({ "a/b": "one", "list": [{ "text": "ពីរ" }], "en": 3 }),
            &["/a~1b"],
        );
        check(
            Language::Th,
            &json!({ "a/b": "หนึ่ง", "list": [{ "text": "two" }], "en": 3 }),
            &["/list/0/text"],
        );
    }
}
