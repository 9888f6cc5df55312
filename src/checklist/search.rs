//! Search by words: every word somewhere, in any order. Thai and Khmer put no blanks between words: there, a word is whatever was typed.

use super::spelling::each_letter;

/// A text as search compares it: lower case, typographic marks and invisible joiners dropped, the marks of Khmer and Thai letters in
/// one order (`spelling`).
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_letter(text, &mut |_, letter| folded.push_str(letter));
    folded
}

/// The words that somebody looks for, folded.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query(Vec<String>);

/// A run of characters of a text: where it begins and ends, in bytes.
pub type Span = std::ops::Range<usize>;

impl Query {
    /// The words of what was typed.
    pub fn new(typed: &str) -> Self {
        Self(fold(typed).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether another finds all that this one finds: each of its words is in one of these.
    pub fn narrows(&self, other: &Self) -> bool {
        let is_in_one = |word: &String| self.0.iter().any(|own| own.contains(word.as_str()));
        other.0.iter().all(is_in_one)
    }

    /// Whether every word stands somewhere in a folded text.
    pub fn finds(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }
}

/// Where the words of a query stand in a text, in order, not overlapping.
pub fn marks(query: &Query, text: &str) -> Vec<Span> {
    let mut folded = String::new();
    let mut origins = Vec::new();
    each_letter(text, &mut |span, letter| {
        origins.extend(letter.bytes().map(|_| (span.start, span.end)));
        folded.push_str(letter);
    });
    let mut found = vec![false; folded.len()];
    for word in &query.0 {
        for (at, part) in folded.match_indices(word.as_str()) {
            found[at..at + part.len()].fill(true);
        }
    }
    let mut spans: Vec<Span> = Vec::new();
    for ((start, end), _) in origins.into_iter().zip(found).filter(|(_, found)| *found) {
        match spans.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => spans.push(start..end),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_order() {
        let text = fold("Resume survey and demarcation “at the earliest”");
        for typed in ["survey", "DEMARC survey", "  resume   and ", "\"at the", ""] {
            assert!(Query::new(typed).finds(&text), "{typed}");
        }
        assert!(!Query::new("survey mines").finds(&text));
    }

    #[test]
    fn marks_are_where_the_words_stand() {
        let text = "No troop movement, no patrols";
        let found: Vec<&str> = marks(&Query::new("patrol NO"), text)
            .into_iter()
            .map(|span| &text[span])
            .collect();
        assert_eq!(found, ["No", "no", "patrol"]);
        assert_eq!(marks(&Query::new(""), text), Vec::<Span>::new());
    }

    #[test]
    fn marks_that_touch_are_one() {
        assert_eq!(marks(&Query::new("ab bc"), "abc"), vec![0..3]);
        assert_eq!(marks(&Query::new("เชลย"), "ปล่อยเชลยศึก").len(), 1);
    }
}
