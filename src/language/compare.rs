//! The words of the view that puts reviews, links, files, earlier states and the public record beside each other.

use super::{Counted, Share};

/// All words of the comparison in one language.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct CompareWords {
    pub lead: &'static str,

    // What stands beside what
    pub sources: &'static str,
    /// The letters by which sides are told apart; Latin in every language, as the ids of obligations are.
    pub letters: [&'static str; 6],
    /// A source by its letter: A, B.
    pub source: fn(&str) -> String,
    pub offers: [&'static str; 4],
    pub swap: &'static str,
    pub add: &'static str,
    pub drop: fn(&str) -> String,
    pub add_file: &'static str,
    pub side_by_side: &'static str,
    pub only_differences: &'static str,
    pub record: &'static str,
    pub own_unnamed: &'static str,
    pub before: fn(&str, &str) -> String,
    pub own_line: fn(&str) -> String,
    pub kept_line: fn(&str) -> String,
    pub earlier_line: &'static str,
    pub file_line: fn(&str, &str) -> String,
    pub record_line: fn(&str, &str) -> String,

    // Counts
    pub summary: &'static str,
    pub headline: Share,
    pub agree: &'static str,
    pub differ: &'static str,
    pub only: fn(&str) -> String,
    pub nobody: [&'static str; 2],
    pub of: Share,
    /// Of the differences, so many in status, basis, day, note, evidence.
    pub first: [Counted; 5],
    pub no_difference: &'static str,

    // The table
    pub table: &'static str,
    pub party: &'static str,
    pub keep: &'static str,
    pub keep_for: fn(&str, &str) -> String,
    pub mine: &'static str,
    pub theirs: &'static str,
    pub undecided: &'static str,
    pub group_count: Share,
    pub group_mine: &'static str,
    pub group_theirs: &'static str,
    pub group_take: fn(&str) -> String,
    pub for_group: fn(&str, &str) -> String,

    // Taking over
    pub taking: &'static str,
    pub decided: fn(usize, usize, usize, usize) -> String,
    pub all_mine: &'static str,
    pub all_theirs: &'static str,
    pub clear: &'static str,
    pub stays: &'static str,
    pub apply: Counted,
    pub cannot: &'static str,

    // Agreement
    pub agreement: Counted,
    pub agreement_text: &'static str,
    pub assessor: &'static str,
    pub pair: fn(usize, usize, usize) -> String,
    pub pair_none: &'static str,
    pub nominal: &'static str,
    pub ordinal: &'static str,
    pub not_defined: &'static str,
    pub alpha_text: fn(usize, usize, usize) -> String,
    pub alpha_none: fn(usize, usize, usize) -> String,
    pub alpha_means: &'static str,
}
