//! The view that puts two and more beside each other, and takes over into the own review what the reader chooses.
//!
//! Sources and findings are computed once for a state of all that they come from; the markup of `views::compare` shows them. What is
//! chosen for a duty is marked by the browser and remembered here; nothing is written before the reader applies it, in one act.

use crate::accord::ACCORD;
use crate::browser::files::{Picked, picked};
use crate::browser::{document, window};
use crate::catalogue::DutyNumber;
use crate::catalogue::moment::{Moment, of_number};
use crate::checklist::View;
use crate::review::compare::{MOST_SOURCES, Source, chosen, compare};
use crate::review::{Assessment, Change, Review};
use crate::share::named;
use crate::ui::desk::{Desk, ToastAction, desk};
use crate::ui::incoming::{self, Incoming};
use crate::ui::markup::Drawn;
use crate::views::compare::{self as views, Comparison, DO, KEEP, Offers, SOURCE, Side, Which};
use leptos::ev::Event;
use leptos::prelude::*;

/// Days of the own review that are offered.
const MOST_DAYS: usize = 60;

/// What is remembered of the comparison while the reader is elsewhere on the page.
#[derive(Clone, Copy, Default)]
pub struct Comparing {
    /// What the reader put beside each other; `None` until then.
    which: RwSignal<Option<Vec<Which>>>,
    /// What was brought in: files, and a snapshot that was closed when something was taken over.
    added: RwSignal<Vec<Side>>,
    /// Whether all duties are shown, not only those that differ.
    all: RwSignal<bool>,
    /// For each duty the place of the source that is kept; `None` where that is undecided.
    choices: RwSignal<Vec<Option<usize>>>,
}

impl Desk {
    /// Takes these assessments over into the own review, in one act, and offers to take it back. An opened snapshot is closed.
    pub fn take_over(&self, cells: Vec<(DutyNumber, Assessment)>) {
        let count = cells.len();
        if self.snapshot.with_untracked(Option::is_some) {
            self.close_snapshot();
        }
        if self.change(Change::Adopt(cells)) {
            self.say_with((self.words.later().reviews.merged)(count), Some(ToastAction::Undo));
        }
    }

    fn time(&self, milliseconds: u64) -> String {
        self.words.moment(Moment::of_milliseconds(milliseconds as i64))
    }

    /// What stands beside what: what the reader chose as far as it is there; else the own review beside the snapshot, or the record.
    fn compared_now(&self) -> Vec<Which> {
        let snapshot = self.snapshot.with(Option::is_some);
        let wanted = self.comparing.which.get().unwrap_or_default();
        let mut now: Vec<Which> = wanted
            .into_iter()
            .filter(|which| match which {
                Which::Link => snapshot,
                // A review may have been deleted since.
                Which::Kept(_) | Which::Before(_) => self.side(which).is_some(),
                _ => true,
            })
            .collect();
        let usual = [
            Which::Own,
            if snapshot { Which::Link } else { Which::Record },
            Which::Record,
        ];
        for which in usual {
            if now.len() < 2 && !now.contains(&which) {
                now.push(which);
            }
        }
        now
    }

    /// All that can be compared.
    fn offers(&self) -> Offers {
        let said = &self.words.later().compare;
        let open = self.open_id();
        let own = self.own_name();
        let mut here = vec![(Which::Own, own.clone())];
        let kept = self.kept_reviews().into_iter();
        here.extend(kept.filter_map(|one| {
            let other = one.deleted.is_none() && Some(&one.id) != open.as_ref();
            let name = one.summary.filter(|_| other)?.name;
            Some((Which::Kept(one.id), named(&name)))
        }));
        let days = self.with_review(Review::days).unwrap_or_default();
        let earlier = days.into_iter().take(MOST_DAYS).map(|day| {
            let name = (said.before)(&own, &self.words.day(day.date()));
            (Which::Before(day.day_number()), name)
        });
        let mut outside = Vec::new();
        if let Some(side) = self.snapshot_side() {
            outside.push((Which::Link, side.source.name));
        }
        let added = self.comparing.added.get().into_iter().enumerate();
        outside.extend(added.map(|(place, side)| (Which::Added(place), side.source.name)));
        let parts = [
            here,
            earlier.collect(),
            outside,
            vec![(Which::Record, said.record.to_owned())],
        ];
        parts
            .into_iter()
            .enumerate()
            .filter(|(_, list)| !list.is_empty())
            .collect()
    }

    fn own_name(&self) -> String {
        let name = self.with_review(|review| review.name().to_owned());
        name.map_or_else(
            || self.words.later().compare.own_unnamed.to_owned(),
            |name| named(&name),
        )
    }

    fn snapshot_side(&self) -> Option<Side> {
        let snapshot = self.snapshot.get()?;
        let words = self.words;
        let name = if snapshot.title.is_empty() {
            words.snapshot
        } else {
            &snapshot.title
        };
        let edition = ACCORD.editions.get(snapshot.edition).map(|edition| edition.version);
        let when = self.time(u64::from(snapshot.taken) * 60_000);
        Some(Side {
            source: Source {
                name: named(name),
                assessments: snapshot.assessments.clone(),
                fields: snapshot.contents.fields(),
            },
            line: (words.later().snapshot_line)(
                &named(&snapshot.author),
                &when,
                &(words.edition)(edition.unwrap_or_default()),
            ),
        })
    }

    /// A source with its line; `None` if it is not there any longer.
    fn side(&self, which: &Which) -> Option<Side> {
        let said = &self.words.later().compare;
        Some(match which {
            Which::Own => {
                let changed = self.with_review(|review| review.changed().milliseconds());
                Side {
                    source: Source::of_assessments(
                        self.own_name(),
                        ACCORD.duty_numbers().map(|duty| self.own(duty)).collect(),
                    ),
                    line: changed.map_or_else(
                        || self.words.nothing_stored.to_owned(),
                        |changed| (said.own_line)(&self.time(changed)),
                    ),
                }
            }
            Which::Before(day) => {
                let day = Moment::of_day(of_number(*day));
                Side {
                    source: Source::of_assessments(
                        (said.before)(&self.own_name(), &self.words.day(day.date())),
                        self.with_review(|review| review.before(day))?,
                    ),
                    line: said.earlier_line.to_owned(),
                }
            }
            Which::Kept(id) => {
                let review = self.store.get_value()?.look_at(id)?;
                Side {
                    line: (said.kept_line)(&self.time(review.changed().milliseconds())),
                    source: Source::of_review(&review),
                }
            }
            Which::Link => self.snapshot_side()?,
            Which::Added(place) => self.comparing.added.with(|added| added.get(*place).cloned())?,
            Which::Record => {
                let edition = ACCORD.edition();
                Side {
                    source: Source::of_record(said.record.to_owned()),
                    line: (said.record_line)(
                        &(self.words.edition)(edition.version),
                        &self.words.day(edition.as_of.date()),
                    ),
                }
            }
        })
    }

    fn comparison(&self) -> Comparison {
        self.head.track();
        self.keeping.shelf.track();
        let which = self.compared_now();
        let placed: Vec<(Which, Side)> = which
            .into_iter()
            .filter_map(|which| self.side(&which).map(|side| (which, side)))
            .collect();
        let place = |wanted: Which| placed.iter().position(|(which, _)| *which == wanted);
        let record = place(Which::Record).is_none();
        let mut comparison = Comparison {
            own: place(Which::Own),
            record: record.then(|| Source::of_record(self.words.later().compare.record.to_owned())),
            sides: placed.into_iter().map(|(_, side)| side).collect(),
            found: Vec::new(),
        };
        comparison.found = compare(&comparison.sources());
        comparison
    }

    /// Puts other things beside each other; what was chosen of the former ones is forgotten.
    fn compare_these(&self, which: Vec<Which>) {
        self.comparing.choices.set(Vec::new());
        self.comparing.which.set(Some(which));
    }

    /// Puts the review of a file beside the others. Nothing is stored by that.
    pub fn compare_file(&self, file: &str, review: &Review) {
        let place = self.comparing.added.with_untracked(Vec::len);
        let mut source = Source::of_review(review);
        source.name = named(&source.name);
        let line = (self.words.later().compare.file_line)(&named(file), &named(review.author()));
        let side = Side { source, line };
        self.comparing.added.update(|added| added.push(side));
        self.add_side(Which::Added(place));
    }

    /// Adds a side: in place of the public record where nothing else was asked for, else after the others.
    fn add_side(&self, which: Which) {
        let chosen = self.comparing.which.with_untracked(Option::is_some);
        let mut now = untrack(|| self.compared_now());
        if !chosen && now.last() == Some(&Which::Record) || now.len() >= MOST_SOURCES {
            now.pop();
        }
        now.push(which);
        self.compare_these(now);
    }
}

/// The view.
#[component]
pub fn Compare() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let said = &words.later().compare;
    let comparing = desk.comparing;
    // Who comes from the banner of a snapshot wants to see that.
    let unseen = desk.snapshot.with_untracked(Option::is_some)
        && comparing
            .which
            .with_untracked(|which| which.as_ref().is_some_and(|which| !which.contains(&Which::Link)));
    if unseen {
        comparing.which.set(None);
        comparing.choices.set(Vec::new());
    }
    let comparison = Memo::new(move |_| desk.comparison());
    let offers = Memo::new(move |_| {
        desk.head.track();
        desk.offers()
    });
    // The controls are drawn anew when there are others, not when one of them has another value: that would take the focus away.
    let count = Memo::new(move |_| desk.compared_now().len());
    let choosers = move || {
        count.track();
        offers.with(|offers| views::choosers(words, offers, &untrack(|| desk.compared_now())))
    };
    let body = move || {
        comparison.with(|comparison| {
            comparing
                .choices
                .with_untracked(|choices| views::body(words, comparison, !comparing.all.get(), choices))
        })
    };
    view! {
        <div class="compare"
            on:click=move |event| {
                if let Some((_, asks)) = document::data_of(&event, DO) {
                    act(desk, comparison, &asks);
                }
            }
            on:change=move |event| changed(desk, &event)
        >
            <header class="compare-head">
                <div class="compare-title">
                    <h1 id="compare-title" tabindex="-1">{words.view(View::Compare)}</h1>
                    <p>{said.lead}</p>
                    <label class="mark">
                        <input type="checkbox" checked=!comparing.all.get_untracked()
                            on:change=move |event| comparing.all.set(!event_target_checked(&event))/>
                        {said.only_differences}
                    </label>
                </div>
                <Drawn content=choosers/>
            </header>
            <Drawn class="compare-body" content=body/>
            <Bar comparison=comparison/>
        </div>
    }
}

/// What is decided, and the buttons that act on all.
#[component]
fn Bar(comparison: Memo<Comparison>) -> impl IntoView {
    let desk = desk();
    let said = &desk.words.later().compare;
    let choices = desk.comparing.choices;
    // Of the duties that differ: how many, how many decided, how many kept.
    let counts = Memo::new(move |_| {
        choices.with(|choices| {
            comparison.with(|comparison| {
                let of = |duty: DutyNumber| choices.get(usize::from(duty.0)).copied().flatten();
                let decided = comparison.differences().filter_map(|one| of(one.duty));
                let (decided, mine) = decided.fold((0, 0), |(all, mine), place| {
                    (all + 1, mine + usize::from(Some(place) == comparison.own))
                });
                (comparison.differences().count(), decided, mine)
            })
        })
    });
    let taken = move || {
        let (_, decided, mine) = counts.get();
        decided - mine
    };
    let line = move || {
        let (all, decided, mine) = counts.get();
        (said.decided)(decided, all, mine, decided - mine)
    };
    let can = Memo::new(move |_| comparison.with(|comparison| comparison.own.is_some()));
    let two = Memo::new(move |_| comparison.with(|comparison| comparison.sides.len() == 2));
    let differ = move || counts.get().0 > 0;
    view! {
        <p class="compare-cannot" hidden=move || can.get()>{said.cannot}</p>
        <section class="compare-bar" aria-label=said.taking hidden=move || !(can.get() && differ())>
            <p role="status">{line}</p>
            <button type="button" class="link" data-compare="all-mine">{said.all_mine}</button>
            <button type="button" class="link" data-compare="all-theirs" hidden=move || !two.get()>{said.all_theirs}</button>
            <button type="button" class="link" data-compare="clear">{said.clear}</button>
            <p class="stays">{said.stays}</p>
            <button type="button" class="button primary" data-compare="apply" disabled=move || taken() == 0>
                {move || (said.apply)(taken())}
            </button>
        </section>
    }
}

/// Does what a button asks for.
fn act(desk: Desk, comparison: Memo<Comparison>, asks: &str) {
    let mut parts = asks.split(' ');
    let act = parts.next().unwrap_or_default();
    let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
    let mut now = untrack(|| desk.compared_now());
    let (own, sides) = comparison.with_untracked(|comparison| (comparison.own, comparison.sides.len()));
    match (act, number()) {
        ("swap", _) => {
            now.swap(0, 1);
            desk.compare_these(now);
            show_chosen(desk);
            focus_soon("[data-compare='swap']");
        }
        ("add", _) => {
            let offered = untrack(|| desk.offers());
            let all = offered.iter().flat_map(|(_, list)| list.iter().map(|(which, _)| which));
            let next = all.into_iter().find(|which| !now.contains(which)).cloned();
            now.push(next.unwrap_or(Which::Record));
            let place = now.len() - 1;
            desk.compare_these(now);
            focus_soon(&format!("[{SOURCE}='{place}']"));
        }
        ("drop", Some(place)) if place < now.len() => {
            now.remove(place);
            desk.compare_these(now);
            focus_soon("[data-compare='add']");
        }
        ("take", Some(instrument)) => {
            let Some(place) = number() else { return };
            choose(desk, comparison, Some(place), |duty| {
                usize::from(ACCORD.obligation_of(duty).instrument) == instrument
            });
        }
        ("all-mine", _) => choose(desk, comparison, own, |_| true),
        ("all-theirs", _) if sides == 2 => choose(desk, comparison, own.map(|own| 1 - own), |_| true),
        ("clear", _) => choose(desk, comparison, None, |_| true),
        ("apply", _) => apply(desk, comparison),
        _ => {}
    }
}

/// The controls show what is chosen now, without being drawn anew.
fn show_chosen(desk: Desk) {
    let now = untrack(|| desk.compared_now());
    for (place, which) in now.iter().enumerate() {
        document::set_value(&format!("select[{SOURCE}='{place}']"), &which.name());
    }
}

/// Focuses something once the page is drawn.
fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    window::after(0, move || {
        document::focus(&selector);
    });
}

/// Chooses a source for all duties that differ and pass, as far as it says something else than the own review; `None` is undecided.
fn choose(desk: Desk, comparison: Memo<Comparison>, place: Option<usize>, passes: impl Fn(DutyNumber) -> bool) {
    comparison.with_untracked(|comparison| {
        for one in comparison.differences().filter(|one| passes(one.duty)) {
            let shown = match place {
                Some(place) => mark(one.duty, place, true),
                None => (0..comparison.sides.len()).fold(false, |any, place| mark(one.duty, place, false) | any),
            };
            if shown {
                remember(desk, one.duty, place);
            }
        }
    });
}

/// Marks the control of a choice, or takes its mark away. `false` if there is no such control.
fn mark(duty: DutyNumber, place: usize, on: bool) -> bool {
    let control = document::find(&format!("[{KEEP}='{}'][value='{place}']", duty.0));
    control.is_some_and(|control| {
        document::set_checked(&control, on);
        true
    })
}

fn remember(desk: Desk, duty: DutyNumber, place: Option<usize>) {
    desk.comparing.choices.update(|choices| {
        choices.resize(ACCORD.duties.len(), None);
        if let Some(choice) = choices.get_mut(usize::from(duty.0)) {
            *choice = place;
        }
    });
}

/// Hears the controls of the markup: another source, another choice for a duty, a file.
fn changed(desk: Desk, event: &Event) {
    if let Some((_, place)) = document::data_of(event, SOURCE) {
        let (Ok(place), Some(which)) = (place.parse::<usize>(), Which::of_name(&event_target_value(event))) else {
            return;
        };
        let mut now = untrack(|| desk.compared_now());
        if let Some(side) = now.get_mut(place) {
            *side = which;
            desk.compare_these(now);
        }
    } else if let Some((_, duty)) = document::data_of(event, KEEP) {
        if let Ok(duty) = duty.parse() {
            remember(desk, DutyNumber(duty), event_target_value(event).parse().ok());
        }
    } else if let Some(file) = picked(event) {
        read(desk, file);
    }
}

/// Reads a file that is to be compared. Nothing is stored by that. What cannot be read is refused as any review file.
fn read(desk: Desk, file: Picked) {
    leptos::task::spawn_local(async move {
        let name = file.name();
        match incoming::content(&file).await {
            Ok(review) => {
                desk.compare_file(&name, &review);
                show_chosen(desk);
            }
            Err(fault) => incoming::show(
                desk,
                Incoming {
                    file: name,
                    content: Err(fault),
                },
            ),
        }
    });
}

/// Takes over what was chosen. A snapshot that is compared stays beside the review, though it is not open any longer.
fn apply(desk: Desk, comparison: Memo<Comparison>) {
    let cells = comparison.with_untracked(|comparison| {
        let own = comparison.own?;
        let choices = desk.comparing.choices.get_untracked();
        Some(chosen(&comparison.sources(), own, &choices))
    });
    let Some(cells) = cells.filter(|cells| !cells.is_empty()) else {
        return;
    };
    let mut now = untrack(|| desk.compared_now());
    if let Some(link) = now.iter().position(|which| *which == Which::Link)
        && let Some(side) = untrack(|| desk.snapshot_side())
    {
        let place = desk.comparing.added.with_untracked(Vec::len);
        desk.comparing.added.update(|added| added.push(side));
        now[link] = Which::Added(place);
    }
    desk.compare_these(now);
    desk.take_over(cells);
    document::focus("#compare-title");
}
