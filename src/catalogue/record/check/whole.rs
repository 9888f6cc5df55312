//! What must hold of the record as a whole: slots, circles, and the words of every text.

use super::{At, Checker};
use crate::catalogue::record::walk::{file_of, texts};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A title stays on two lines of a phone.
const LONGEST_TITLE: usize = 64;

impl Checker<'_> {
    pub(super) fn slots(&mut self) {
        let record = self.record;
        let mut owners: BTreeMap<u16, &str> = BTreeMap::new();
        let mut seen = HashSet::new();
        for (head, item) in record.obligations() {
            let file = file_of(&head.id);
            let at = At {
                file: &file,
                item: &item.id,
            };
            self.ensure(seen.insert(&item.id), &at, "id", || "stands twice".to_owned());
            if let Some(other) = owners.insert(item.slot, &item.id) {
                self.fault(&at, "slot", format!("slot {} is also that of {other}", item.slot));
            }
        }
        let Some(edition) = record.editions.last() else { return };
        let at = At {
            file: "editions.toml",
            item: &edition.version,
        };
        let withdrawn: HashSet<u16> = record
            .editions
            .iter()
            .flat_map(|edition| edition.withdrawn.iter().copied())
            .collect();
        for slot in 0..edition.slots {
            self.ensure(
                owners.contains_key(&slot) != withdrawn.contains(&slot),
                &at,
                "slots",
                || format!("slot {slot} must have an obligation or be listed as withdrawn, not both"),
            );
        }
        for (slot, id) in owners.range(edition.slots..) {
            self.fault(
                &at,
                "slots",
                format!("{id} has slot {slot}, the edition has {}", edition.slots),
            );
        }
    }

    /// Neither dependencies nor lineage lead back to where they began.
    pub(super) fn circles(&mut self) {
        let depends: HashMap<&str, Vec<&str>> = self
            .obligations
            .iter()
            .map(|(&id, item)| (id, item.depends_on.iter().map(String::as_str).collect()))
            .collect();
        let lineage: HashMap<&str, Vec<&str>> = self
            .obligations
            .iter()
            .map(|(&id, item)| (id, item.lineage.iter().map(|one| one.to.as_str()).collect()))
            .collect();
        for (field, graph) in [("depends_on", depends), ("lineage", lineage)] {
            for (head, item) in self.record.obligations() {
                if let Some(path) = circle(&graph, &item.id) {
                    let file = file_of(&head.id);
                    let at = At {
                        file: &file,
                        item: &item.id,
                    };
                    self.fault(&at, field, format!("leads back to itself: {}", path.join(" → ")));
                }
            }
        }
    }

    /// The English of every text: there, plain, and in neutral words.
    pub(super) fn texts(&mut self) {
        let loaded: Vec<String> = self
            .record
            .loaded_words
            .iter()
            .map(|word| word.to_lowercase())
            .collect();
        for placed in texts(self.record) {
            let at = At {
                file: &placed.file,
                item: &placed.item,
            };
            for text in [Some(&placed.text.en), placed.text.km.as_ref(), placed.text.th.as_ref()]
                .into_iter()
                .flatten()
            {
                self.ensure(!text.is_empty() && text.trim() == text, &at, &placed.field, || {
                    "is empty, or begins or ends with a blank".to_owned()
                });
                self.ensure(!text.contains(['<', '>', '!', '\n']), &at, &placed.field, || {
                    "has markup, an exclamation mark or a line break".to_owned()
                });
            }
            if placed.field == "title" {
                let length = placed.text.en.chars().count();
                self.ensure(length <= LONGEST_TITLE, &at, "title", || {
                    format!("has {length} characters, {LONGEST_TITLE} at the most")
                });
            }
            let words = format!(" {} ", only_words(&placed.text.en));
            for word in &loaded {
                self.ensure(
                    !words.contains(&format!(" {} ", only_words(word))),
                    &at,
                    &placed.field,
                    || format!("uses the loaded word \"{word}\""),
                );
            }
        }
    }
}

/// A text in lower case with every run of other characters than letters, digits and inner hyphens folded into one blank.
fn only_words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '’' && c != '\'');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The way from `start` back to itself along the graph, if there is one.
fn circle<'a>(graph: &HashMap<&'a str, Vec<&'a str>>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut stack = vec![vec![start]];
    let mut seen = HashSet::new();
    while let Some(path) = stack.pop() {
        let last = *path.last()?;
        for &next in graph.get(last).into_iter().flatten() {
            let mut longer = path.clone();
            longer.push(next);
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                stack.push(longer);
            }
        }
    }
    None
}
