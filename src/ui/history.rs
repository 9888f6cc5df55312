//! What the person changed: of one obligation, and of the whole review, newest first.

use crate::accord::ACCORD;
use crate::catalogue::{DutyNumber, Moment};
use crate::checklist::Place;
use crate::review::{Act, Edit, Entry, Target, Value};
use crate::ui::desk::{Desk, desk};
use crate::views::value;
use leptos::prelude::*;

/// Acts that the whole history shows at once.
const AT_ONCE: usize = 30;
/// Values of one act that are shown; of a larger act the rest is counted.
const OF_ONE_ACT: usize = 8;

/// What the person changed on this obligation, newest first.
#[component]
pub fn Changes(number: u16) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let duties: Vec<DutyNumber> = ACCORD.obligations[usize::from(number)].duty_numbers().collect();
    let list = move || {
        desk.head.track();
        for &duty in &duties {
            desk.cell(duty).track();
        }
        let lines = desk.with_review(|review| {
            let entries = review.history().iter().rev();
            entries
                .flat_map(|entry| lines_of(desk, entry, &duties))
                .take(20)
                .collect::<Vec<_>>()
        });
        let lines = lines.unwrap_or_default();
        if lines.is_empty() {
            return view! { <p>{words.later().no_changes}</p> }.into_any();
        }
        view! { <ol>{lines}</ol> }.into_any()
    };
    view! {
        <section class="part record changes">
            <h3>{words.later().your_changes}<span class="aside">{words.later().kept_here}</span></h3>
            {list}
        </section>
    }
}

fn lines_of(desk: Desk, entry: &Entry, duties: &[DutyNumber]) -> Vec<AnyView> {
    let of_these = |edit: &&Edit| matches!(&edit.target, Target::Duty(duty) if duties.contains(duty));
    let edits = entry.edits.iter().filter(of_these).filter(|edit| is_told(edit));
    let mut lines = Vec::new();
    let mut reason = Some(entry.reason.as_str()).filter(|reason| !reason.is_empty());
    for edit in edits {
        let Target::Duty(duty) = edit.target else { continue };
        let bearer = desk.words.bearer_short_of(duty);
        let because = reason.take().map(|reason| because(desk, reason));
        lines.push(
            view! {
                <li>
                    <span class="date">{when(desk, entry)}</span>
                    <div><p>{act_word(desk, entry)}" "{bearer}": "{from_to(desk, edit)}</p>{because}</div>
                </li>
            }
            .into_any(),
        );
    }
    lines
}

fn is_told(edit: &Edit) -> bool {
    !matches!(edit.after, Value::FromRecord(_))
}

fn when(desk: Desk, entry: &Entry) -> String {
    desk.words
        .moment(Moment::of_milliseconds(entry.stamp.milliseconds() as i64))
}

fn because(desk: Desk, reason: &str) -> AnyView {
    view! { <p class="origin">{desk.words.later().reviews.reason}": "{reason.to_owned()}</p> }.into_any()
}

fn act_word(desk: Desk, entry: &Entry) -> &'static str {
    match entry.act {
        Act::Undo(_) => desk.words.undo,
        Act::Redo(_) => desk.words.redo,
        Act::Record => desk.words.later().reviews.act_record,
        Act::Adopt => desk.words.later().reviews.act_adopt,
        Act::Set => "",
    }
}

fn from_to(desk: Desk, edit: &Edit) -> AnyView {
    view! { <s>{value(desk.words, &edit.target, &edit.before)}</s>" → "{value(desk.words, &edit.target, &edit.after)} }
        .into_any()
}

/// The history of the open review.
#[component]
pub fn History() -> impl IntoView {
    let desk = desk();
    let words = &desk.words.later().reviews;
    let shown = RwSignal::new(AT_ONCE);
    let list = move || {
        desk.head.track();
        desk.total.track();
        let told = desk.with_review(|review| {
            let all = review.history();
            let lines: Vec<AnyView> = all
                .iter()
                .rev()
                .take(shown.get())
                .map(|entry| act(desk, entry))
                .collect();
            (lines, all.len())
        });
        let (lines, all) = told.unwrap_or_default();
        if lines.is_empty() {
            return view! { <p>{desk.words.later().no_changes}</p> }.into_any();
        }
        let more = (all > lines.len()).then(|| {
            view! { <button type="button" class="button" on:click=move |_| shown.update(|count| *count += 4 * AT_ONCE)>{words.older_acts}</button> }
        });
        view! { <ol class="acts">{lines}</ol>{more} }.into_any()
    };
    view! {
        <section class="card record" aria-label=words.history>
            <h2>{words.history}</h2>
            <p class="hint">{words.history_text}</p>
            {list}
        </section>
    }
}

fn act(desk: Desk, entry: &Entry) -> AnyView {
    let words = desk.words;
    let edits: Vec<&Edit> = entry.edits.iter().filter(|edit| is_told(edit)).collect();
    let more = edits.len().saturating_sub(OF_ONE_ACT);
    let lines: Vec<AnyView> = edits
        .into_iter()
        .take(OF_ONE_ACT)
        .map(|edit| {
            let of = match &edit.target {
                Target::Duty(duty) => {
                    let obligation = ACCORD.obligation_of(*duty);
                    let number = ACCORD.obligation_number(obligation.id).unwrap_or_default();
                    let address = format!("#{}", obligation.id);
                    let open = move |event: leptos::ev::MouseEvent| {
                        event.prevent_default();
                        desk.go_to(Place::Obligation(number));
                    };
                    view! { <a href=address on:click=open>{obligation.id}</a>", "{desk.words.bearer_short_of(*duty)}": " }
                        .into_any()
                }
                Target::Elsewhere(name) => view! { {name.clone()}": " }.into_any(),
                Target::Review => view! { {words.later().reviews.this_review}": " }.into_any(),
            };
            view! { <p>{of}{from_to(desk, edit)}</p> }.into_any()
        })
        .collect();
    let more = (more > 0).then(|| view! { <p class="origin">{(words.later().reviews.more_values)(more)}</p> });
    let reason = (!entry.reason.is_empty()).then(|| because(desk, &entry.reason));
    view! {
        <li>
            <span class="date">{when(desk, entry)}</span>
            <div><b>{act_word(desk, entry)}</b>{lines}{more}{reason}</div>
        </li>
    }
    .into_any()
}
