//! A stacked bar of counts: colour and pattern for each status, the counts in words as its name.

use crate::catalogue::{Kind, Status};
use crate::review::Tally;
use crate::ui::desk::desk;
use leptos::prelude::*;

/// The bar of one party's duties.
#[component]
pub fn Bar(party: &'static str, #[prop(into)] tally: Signal<Tally>) -> impl IntoView {
    let words = desk().words;
    let name = move || {
        let tally = tally.get();
        let counts: Vec<(String, usize)> = Status::IN_BARS
            .into_iter()
            .filter(|&status| tally.count(status) > 0)
            .map(|status| {
                // Letter by letter: the way for whole texts knows rules of Greek, which are as large as this component.
                let word = words.status(status, Kind::Act).chars().flat_map(char::to_lowercase);
                (word.collect(), usize::from(tally.count(status)))
            })
            .collect();
        (words.tally)(party, &counts, usize::from(tally.total()))
    };
    let parts = move || {
        let tally = tally.get();
        let total = f64::from(tally.total().max(1));
        let mut start = 0.0;
        Status::IN_BARS
            .into_iter()
            .filter(|&status| tally.count(status) > 0)
            .map(|status| {
                let width = f64::from(tally.count(status)) * 100.0 / total;
                let x = start;
                start += width;
                view! { <rect class=status.name() fill=format!("url(#p-{})", status.name()) x=percent(x) width=percent(width) height="100%"></rect> }
            })
            .collect_view()
    };
    view! { <svg class="bar" role="img" aria-label=name>{parts}</svg> }
}

/// A percentage with two decimals, written without the formatting of floats.
fn percent(value: f64) -> String {
    let hundredths = (value * 100.0) as u32;
    let rest = hundredths % 100;
    format!("{}.{}{}%", hundredths / 100, rest / 10, rest % 10)
}
