//! A deadline drawn as a line from its trigger to the day it was met, with a sentence that says the same.

use crate::accord::ACCORD;
use crate::catalogue::prose::Prose;
use crate::catalogue::{Clock, ClockSpec, ClockState, Margin, Moment, Start};
use crate::ui::desk::Desk;
use leptos::prelude::*;

/// The clocks of an obligation: one, or one a reading.
pub fn clocks(desk: Desk, number: u16, prose: &Prose) -> AnyView {
    let obligation = &ACCORD.obligations[usize::from(number)];
    let texts = &prose.obligations[usize::from(number)].clocks;
    let clocks = obligation.clocks.iter().zip(texts).map(|(spec, text)| {
        let words = desk.words;
        let clock = spec.read(ACCORD.edition().as_of);
        let title = match spec.by {
            Some(by) => (words.clock_by)(ACCORD.bearers[usize::from(by)].name),
            None => words.clock.to_owned(),
        };
        let inferred = spec.inferred.then_some(words.clock_inferred);
        let sentence = words.clock_sentence(&clock);
        let condition = (!text.condition.is_empty()).then(|| (words.clock_condition)(&text.condition));
        let blocked = (!text.blocked.is_empty()).then(|| text.blocked.clone());
        view! {
            <section class="clock">
                <h3>{title}{inferred.map(|word| view! { <span class="tag working">{word}</span> })}</h3>
                <p>{text.text.clone()}</p>
                {line(desk, spec, &clock)}
                <p class="sentence">{sentence}</p>
                {condition.map(|text| view! { <p class="origin">{text}</p> })}
                {blocked.map(|text| view! { <p class="origin">{text}</p> })}
            </section>
        }
    });
    clocks.collect_view().into_any()
}

/// Points on the line, in hundredths of its width.
struct Points {
    start: Option<Moment>,
    due: Moment,
    met: Moment,
}

/// The drawing: open dot for the trigger, bar for the deadline, solid line in time, dashed when late, solid dot when done. Nothing
/// where there are not at least two dates.
fn line(desk: Desk, spec: &ClockSpec, clock: &Clock) -> AnyView {
    let (Some(due), Some(met)) = (clock.due, clock.met) else {
        return ().into_any();
    };
    let start = match spec.start {
        Start::Event(start) => Some(start),
        _ => None,
    };
    let points = Points { start, due, met };
    let first = [points.start, Some(points.due), Some(points.met)]
        .into_iter()
        .flatten()
        .map(Moment::first_minute)
        .min();
    let last = points.due.first_minute().max(points.met.first_minute());
    let (Some(first), true) = (first, clock.due != clock.met) else {
        return ().into_any();
    };
    let length = (last - first).max(1);
    let x = move |moment: Moment| 8 + 84 * (moment.first_minute() - first) / length;
    let late = matches!(clock.state, ClockState::Met(Some(Margin::Late(_))));
    let words = desk.words;
    let from = points.start.map_or_else(|| x(points.due).min(x(points.met)), x);
    let solid_to = x(points.due).min(x(points.met));
    let percent = |value: i64| format!("{value}%");
    let label = |moment: Moment, row: &'static str| {
        let at = x(moment);
        let anchor = if at < 30 {
            "start"
        } else if at > 70 {
            "end"
        } else {
            "middle"
        };
        view! { <text x=percent(at) y=row text-anchor=anchor>{words.moment(moment)}</text> }
    };
    view! {
        <svg class="clock-line" height="76" role="img" aria-label=words.clock_sentence(clock)>
            <line x1=percent(from) x2=percent(solid_to) y1="38" y2="38" class="in-time"></line>
            {late.then(|| view! { <line x1=percent(x(points.due)) x2=percent(x(points.met)) y1="38" y2="38" class="late"></line> })}
            {points.start.map(|start| view! { <circle cx=percent(x(start)) cy="38" r="5" class="start"></circle> })}
            <line x1=percent(x(points.due)) x2=percent(x(points.due)) y1="28" y2="48" class="due"></line>
            <circle cx=percent(x(points.met)) cy="38" r="5" class="met"></circle>
            {points.start.map(|start| label(start, "16"))}
            {label(points.due, if points.start.is_some() && x(points.due) < 40 { "64" } else { "16" })}
            {label(points.met, "64")}
        </svg>
    }
    .into_any()
}
