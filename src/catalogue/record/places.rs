//! Places by all their names: which texts name one, so that search finds it by each of its names in every language.

use super::{Event, Language, Obligation, Place, Record, Text};
use std::collections::BTreeSet;

impl Place {
    /// The form of each side, Cambodian first; at least one.
    pub fn forms(&self) -> impl Iterator<Item = &Text> {
        self.cambodian.iter().chain(&self.thai)
    }

    /// All names in all languages, each once.
    pub fn names(&self) -> BTreeSet<&str> {
        let forms = self
            .forms()
            .flat_map(|form| Language::ALL.map(|language| form.get(language)));
        forms.flatten().chain(self.also.iter().map(String::as_str)).collect()
    }

    /// Whether an English text has the form of either side as words of their own, a village also without its “Ban”.
    fn is_named_in(&self, english: &str) -> bool {
        self.forms().any(|form| {
            let name = form.en.strip_prefix("Ban ").unwrap_or(&form.en);
            english.match_indices(name).any(|(at, _)| {
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !letter(english[..at].chars().next_back()) && !letter(english[at + name.len()..].chars().next())
            })
        })
    }
}

/// All names of the places that are named in these texts, for search; empty where none is.
pub fn named<'a>(record: &Record, texts: impl IntoIterator<Item = &'a Text> + Clone) -> String {
    let places = record.places.iter().filter(|place| {
        let mut texts = texts.clone().into_iter();
        texts.any(|text| place.is_named_in(&text.en))
    });
    let names: Vec<&str> = places.flat_map(Place::names).collect();
    names.join(" ")
}

/// What an obligation says, and what is said of it: all that is read in its detail but the notes on its connections.
pub(super) fn of_obligation<'a>(record: &'a Record, item: &'a Obligation) -> Vec<&'a Text> {
    let clocks = item.clock.iter().flat_map(|clock| {
        let condition = clock.start.as_ref().and_then(|start| start.condition.as_ref());
        [Some(&clock.text), condition, clock.blocked.as_ref()]
    });
    let bearing = record.events.iter().filter(|event| event.bears_on.contains(&item.id));
    [
        Some(&item.title),
        Some(&item.text),
        item.caution.as_ref(),
        item.through.as_ref(),
    ]
    .into_iter()
    .chain(clocks)
    .flatten()
    .chain(item.reading.iter().map(|reading| &reading.text))
    .chain(item.claim.iter().map(|claim| &claim.text))
    .chain(bearing.flat_map(of_event))
    .collect()
}

/// What an event says.
pub(super) fn of_event(event: &Event) -> impl Iterator<Item = &Text> + Clone {
    event.place.iter().chain([&event.text])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, is_named: bool) {
        let form = |en: &str| {
            Some(Text {
                en: en.to_owned(),
                km: None,
                th: None,
            })
        };
        let place = Place {
            cambodian: form("Prum"),
            thai: form("Ban Pak Kard"),
            also: Vec::new(),
            text: None,
            sources: Vec::new(),
        };
        assert_eq!(place.is_named_in(text), is_named, "{text}");
    }

    #[test]
    fn a_place_is_named_by_either_form_as_words() {
        check("released at Prum / Ban Pak Kard", true);
        check("the gate at Prum.", true);
        check("near Pak Kard, at noon", true);
        check("Prumlike", false);
        check("the Pak Kardinal", false);
        check("nothing", false);
    }
}
