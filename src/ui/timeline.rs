//! Events in the order of time, with the obligations they bear on.

use crate::accord::ACCORD;
use crate::catalogue::moment::Moment;
use crate::checklist::Place;
use crate::ui::desk::{ProseState, desk};
use leptos::prelude::*;

/// The kinds of events as classes of their nodes.
const KINDS: [&str; 5] = ["agreement", "incident", "meeting", "step", "statement"];

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let list = move || {
        let ProseState::Here(prose) = desk.prose.get() else {
            return view! { <p role="status">{words.prose_waits}</p> }.into_any();
        };
        let entries = prose.events.iter().map(|event| {
            let mut date = Moment::parse(&event.date).map(|date| words.moment(date)).unwrap_or_default();
            if let Some(until) = Moment::parse(&event.until) {
                date = format!("{date} – {}", words.moment(until));
            }
            let kind = usize::from(event.kind).min(KINDS.len() - 1);
            let tags: Vec<AnyView> = event
                .bears_on
                .iter()
                .map(|&number| {
                    let obligation = &ACCORD.obligations[usize::from(number)];
                    view! {
                        <a class="tag-link" href=format!("#{}", obligation.id) title=obligation.title
                            on:click=move |click| { click.prevent_default(); desk.go_to(Place::Obligation(number)); }>{obligation.id}</a>
                    }
                    .into_any()
                })
                .collect();
            let mut publishers: Vec<String> =
                event.sources.iter().filter_map(|id| prose.sources.get(id)).map(|source| source.publisher.clone()).collect();
            publishers.dedup();
            let place = (!event.place.is_empty()).then(|| format!(" · {}", event.place));
            view! {
                <li class=format!("event {}", KINDS[kind])>
                    <p class="date">{date}</p>
                    <div>
                        <p class="kind">{words.event_kinds[kind]}{place}{event.contested.then(|| view! { <span class="tag">{words.contested}</span> })}</p>
                        <p>{event.text.clone()}</p>
                        <p class="tags">{tags}</p>
                        <p class="origin">{publishers.join("; ")}</p>
                    </div>
                </li>
            }
        });
        view! { <ol class="events">{entries.collect_view()}</ol> }.into_any()
    };
    view! {
        <main class="timeline">
            <h1>{words.views[2]}</h1>
            <p>{words.timeline_text}</p>
            {list}
        </main>
    }
}
