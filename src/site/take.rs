//! The scripts of what a reader takes away: written for each language with its words, loaded by the static pages, and by the checklist
//! when the share dialog opens. Drawing and office files are modules of their own, loaded when they are asked for.

use super::words::{languages, take_words};
use super::{Assets, Failure};
use crate::catalogue::{Basis, Status};
use crate::language::Words;
use serde_json::{Map, Value, json};

/// The glyphs and the mark.
const SPRITE: &str = include_str!("../../style/sprite.svg");

/// Writes the scripts. Answers with the names of the first module in each language.
pub fn write(assets: &mut Assets) -> Result<Vec<String>, Failure> {
    let image = include_str!("take/image.js").replace("\"SHAPES\"", &shapes().to_string());
    let image = assets.add("image", "js", image.as_bytes())?;
    let office = assets.add("office", "js", include_str!("take/office.js").as_bytes())?;
    let all = languages().into_iter().map(|(language, words, _)| {
        let script = include_str!("take/take.js")
            .replace("IMAGE_JS", &image)
            .replace("OFFICE_JS", &office)
            .replace("\"WORDS\"", &said(words, take_words(language).script).to_string());
        assets.add(&format!("take.{}", language.code()), "js", script.as_bytes())
    });
    all.collect()
}

/// The words for the script.
fn said(words: &Words, script: &[(&str, &str)]) -> Value {
    let mut all: Map<String, Value> = script
        .iter()
        .map(|(name, word)| ((*name).to_owned(), json!(word)))
        .collect();
    let statuses = Status::IN_BARS.map(|status| {
        let said = &words.statuses[status.number()];
        let word = if said.act == said.kept {
            said.act.to_owned()
        } else {
            format!("{} / {}", said.act, said.kept)
        };
        json!([status.name(), word])
    });
    all.insert("statuses".to_owned(), json!(statuses));
    let bases = Basis::ALL.map(|basis| (basis.name().to_owned(), json!(words.basis_word(basis))));
    all.insert("bases".to_owned(), Value::Object(Map::from_iter(bases)));
    all.insert("site".to_owned(), json!(words.site));
    Value::Object(all)
}

/// The paths of the glyphs by status, as the sprite has them; all are filled.
fn shapes() -> Value {
    let shape = |name: &str| {
        let (_, rest) = SPRITE.split_once(&format!("<symbol id=\"g-{name}\""))?;
        let (_, rest) = rest.split_once(" d=\"")?;
        rest.split('"').next()
    };
    let all = Status::ALL
        .iter()
        .map(|status| (status.name().to_owned(), json!(shape(status.name()))));
    Value::Object(all.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_shape() {
        let shapes = shapes();
        for status in Status::ALL {
            assert!(shapes[status.name()].is_string(), "{status:?}");
        }
    }
}
