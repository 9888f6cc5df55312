//! The state of the page: a review, what is shown of it, and what is open.
//!
//! Data flows one way: an act becomes a `Change`, `Review::apply` makes it an entry, the entry is stored, and the signals of the
//! duties that it touched are set. A status change costs the same however many obligations there are.

use crate::accord::ACCORD;
use crate::browser::store::{Store, StoreNotice};
use crate::browser::{document, window};
use crate::catalogue::prose::{ObligationProse, Prose};
use crate::catalogue::{DutyNumber, Obligation, Status};
use crate::checklist::{Address, Arrangement, Filter, Place, Query, View, fold, matches};
use crate::language::{LANGUAGES, Locale};
use crate::review::{Assessment, Change, Entry, Review, Stamp, Tally, Touched};
use crate::share::as_review;
use crate::snapshot::{Snapshot, SnapshotFault};
use crate::ui::compare::Comparing;
use crate::ui::grid;
use crate::ui::incoming::Incoming;
use crate::ui::keeping::Keeping;
use crate::ui::later::Later;
use crate::ui::rows::{self, Groups};
use crate::views::page::MOST_ROWS;
use leptos::prelude::*;
use std::sync::Arc;

/// The state of the page, handed to every component.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The words of the interface.
    pub words: &'static Locale,
    /// What the address says.
    pub address: RwSignal<Address>,
    /// The obligation that is open.
    pub open: Memo<Option<u16>>,
    /// What is shown of each duty, in the order of the page: of the review, or of an opened snapshot.
    pub cells: StoredValue<Vec<RwSignal<Assessment>>>,
    /// Whether each obligation passes the filter.
    pub visible: StoredValue<Vec<bool>>,
    /// The filter by which `visible` was told; `None` where it may pass more by now.
    selected: StoredValue<Option<Filter>>,
    /// How many obligations pass the filter.
    pub shown: RwSignal<usize>,
    /// How many rows may stand in the page; set anew with each selection. See `views::page::MOST_ROWS`.
    pub rows: RwSignal<usize>,
    /// The groups of the list with their counts.
    pub groups: StoredValue<Groups>,
    /// Counts of all duties.
    pub total: RwSignal<Tally>,
    /// Name of the review, whether there is one, and whether acts can be undone or done again.
    pub head: RwSignal<Head>,
    /// The opened snapshot.
    pub snapshot: RwSignal<Option<Arc<Snapshot>>>,
    /// What is wrong with the link that was opened, and the link.
    pub fault: RwSignal<Option<(SnapshotFault, String)>>,
    /// The message at the bottom.
    pub toast: RwSignal<Option<Toast>>,
    /// What the reader must know of the store.
    pub notice: RwSignal<Option<StoreNotice>>,
    /// The status menu, where one is open.
    pub menu: RwSignal<Option<MenuPlace>>,
    /// The prose, once it is here.
    pub prose: RwSignal<ProseState>,
    /// Whether the later file of the program is there.
    pub later: RwSignal<Later>,
    /// The page reacts.
    pub ready: RwSignal<bool>,
    /// The page is dark. Light in the prerendered page, whatever the system says.
    pub dark: RwSignal<bool>,
    /// Dialogs and drawers that are open.
    pub sheet: RwSignal<Option<Sheet>>,
    /// What came in as a file, until the reader has decided.
    pub incoming: RwSignal<Option<Arc<Incoming>>>,
    /// Whether a word on saving a copy is in place.
    pub reminder: RwSignal<bool>,
    /// What is compared.
    pub(super) comparing: Comparing,
    /// What keeps reviews.
    pub(super) keeping: Keeping,
    pub(super) review: StoredValue<Option<Review>>,
    pub(super) store: StoredValue<Option<Store>>,
    pub(super) tab: StoredValue<u16>,
    pub(super) unsaved: StoredValue<Vec<Entry>>,
    haystacks: StoredValue<Vec<String>>,
    dismissed: StoredValue<Option<Arc<Snapshot>>>,
}

/// A duty that had another status: before and after.
pub(super) type Moved = (DutyNumber, Status, Status);

/// What the frame shows of a review.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// Its name; `None` where there is no review yet.
    pub name: Option<String>,
    /// Whether the last act is stored.
    pub saved: bool,
    /// Whether there is an act to take back.
    pub can_undo: bool,
    /// Whether there is an act to do again.
    pub can_redo: bool,
}

/// A message at the bottom of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// What can be done about it.
    pub action: Option<ToastAction>,
    /// The code of the language in which it speaks, where that is not the page's.
    pub language: Option<&'static str>,
}

/// What a message offers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToastAction {
    /// Take the last act back.
    Undo,
    /// Take back what was done to the reviews on the shelf.
    UndoShelf,
    /// Load the new version.
    Update,
    /// Show the snapshot again that was dismissed.
    Reopen,
    /// Go to the page in the language with this code.
    Language(&'static str),
}

/// Where a status menu is open.
#[derive(Clone, PartialEq, Debug)]
pub struct MenuPlace {
    /// For which duty.
    pub duty: DutyNumber,
    /// Left edge, top and bottom of the control that opened it, in CSS pixels of the window.
    pub place: (f64, f64, f64),
    /// Finds that control again, to give the focus back.
    pub opener: String,
}

/// A dialog or drawer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sheet {
    /// The filters, on a small screen.
    Filters,
    /// The keyboard shortcuts.
    Help,
    /// Setting all duties that are shown at once.
    SetMany,
    /// Sharing the review.
    Share,
    /// A file that came in.
    Incoming,
}

/// The prose of the page.
#[derive(Clone, Debug, Default)]
pub enum ProseState {
    /// Not asked for yet, or under way.
    #[default]
    Waiting,
    /// Here.
    Here(Arc<Prose>),
    /// It could not be loaded.
    Failed,
}

impl Desk {
    /// The state before anything is known of the reader: everything blank, everything shown.
    pub fn new(words: &'static Locale) -> Self {
        let blank = Assessment::default();
        let cells = ACCORD.duties.iter().map(|_| RwSignal::new(blank.clone())).collect();
        let address = RwSignal::new(Address::default());
        Self {
            words,
            address,
            open: Memo::new(move |_| match address.get().place {
                Place::Obligation(number) => Some(number),
                Place::View(_) => None,
            }),
            cells: StoredValue::new(cells),
            visible: StoredValue::new(vec![true; ACCORD.obligations.len()]),
            selected: StoredValue::new(Some(Filter::default())),
            shown: RwSignal::new(ACCORD.obligations.len()),
            rows: RwSignal::new(MOST_ROWS),
            groups: StoredValue::new(Groups::default()),
            total: RwSignal::new(Tally::of(ACCORD.duties.iter().map(|_| Status::NotAssessed))),
            head: RwSignal::new(Head::default()),
            snapshot: RwSignal::new(None),
            fault: RwSignal::new(None),
            toast: RwSignal::new(None),
            notice: RwSignal::new(None),
            menu: RwSignal::new(None),
            prose: RwSignal::new(ProseState::Waiting),
            later: RwSignal::new(Later::default()),
            ready: RwSignal::new(false),
            dark: RwSignal::new(false),
            sheet: RwSignal::new(None),
            incoming: RwSignal::new(None),
            reminder: RwSignal::new(false),
            comparing: Comparing::default(),
            keeping: Keeping::default(),
            review: StoredValue::new(None),
            store: StoredValue::new(None),
            tab: StoredValue::new(0),
            unsaved: StoredValue::new(Vec::new()),
            haystacks: StoredValue::new(Vec::new()),
            dismissed: StoredValue::new(None),
        }
    }

    /// Something with a date in it, told again when the reader chooses other years.
    pub fn dated<T>(&self, tell: impl FnOnce() -> T) -> T {
        self.ready.track();
        tell()
    }

    /// The view that the address names.
    pub fn view(&self) -> View {
        match self.address.get().place {
            Place::View(view) => view,
            Place::Obligation(_) => View::Checklist,
        }
    }

    /// The signal of what is shown of a duty.
    pub fn cell(&self, duty: DutyNumber) -> RwSignal<Assessment> {
        self.cells.with_value(|cells| cells[usize::from(duty.0)])
    }

    /// Whether what is shown can be changed: it is not a snapshot, and the text is known.
    pub fn can_change(&self, obligation: &Obligation) -> bool {
        self.snapshot.with(Option::is_none) && !obligation.text_awaited
    }

    /// What the own review says of a duty, whatever is shown.
    pub fn own(&self, duty: DutyNumber) -> Assessment {
        self.review.with_value(|review| {
            review
                .as_ref()
                .map(|review| review.assessment(duty).clone())
                .unwrap_or_default()
        })
    }

    /// Lets a function look at the own review, if there is one.
    pub fn with_review<T>(&self, look: impl FnOnce(&Review) -> T) -> Option<T> {
        self.review.with_value(|review| review.as_ref().map(look))
    }

    /// Does what the reader asks, stores it, and shows what it touched. `false` if nothing was changed by it.
    pub fn change(&self, change: Change) -> bool {
        self.change_because(change, String::new())
    }

    /// Like `change`, with a reason in the reader's words.
    pub fn change_because(&self, change: Change, reason: String) -> bool {
        if self.snapshot.with_untracked(Option::is_some) {
            return false;
        }
        self.ensure_review();
        let stamp = self.next_stamp();
        let mut done = None;
        self.review.update_value(|review| {
            done = review
                .as_mut()
                .and_then(|review| review.apply_because(change, reason, stamp));
        });
        let Some((entry, touched)) = done else { return false };
        self.show(&touched);
        self.unsaved.update_value(|waiting| waiting.push(entry));
        let desk = *self;
        // The reader sees what was done before it is stored: a write can take as long as all the rest.
        window::after_paint(move || {
            desk.forget_undo();
            let saved = desk.save();
            desk.show_head(saved);
        });
        true
    }

    /// An offer to undo is of the act before the present one: with that it is over.
    pub(super) fn forget_undo(&self) {
        let offers = |toast: &Option<Toast>| {
            let action = toast.as_ref().and_then(|toast| toast.action);
            matches!(action, Some(ToastAction::Undo | ToastAction::UndoShelf))
        };
        if self.toast.with_untracked(offers) {
            self.toast.set(None);
        }
    }

    /// Begins a blank review.
    pub fn start_blank(&self) {
        self.ensure_review();
        self.show_head(self.notice.with_untracked(Option::is_none));
    }

    pub(super) fn next_stamp(&self) -> Stamp {
        let last = self
            .review
            .with_value(|review| review.as_ref().map(Review::changed))
            .unwrap_or_default();
        Stamp::next(window::now(), self.tab.get_value(), last)
    }

    /// Shows what was touched, and once that is seen, the counts.
    pub(super) fn show(&self, touched: &Touched) {
        let now = |&duty: &DutyNumber| (duty, self.own(duty));
        let moved = self.show_cells(touched.duties.iter().map(now));
        let desk = *self;
        window::after_paint(move || desk.count(&moved));
    }

    /// Shows what is said of duties now. Answers with those that had another status.
    fn show_cells(&self, cells: impl Iterator<Item = (DutyNumber, Assessment)>) -> Vec<Moved> {
        let mut moved = Vec::new();
        for (duty, now) in cells {
            let cell = self.cell(duty);
            let before = cell.with_untracked(|cell| cell.status);
            let after = now.status;
            cell.set(now);
            rows::draw_cell(*self, duty);
            if before != after {
                moved.push((duty, before, after));
            }
        }
        moved
    }

    fn count(&self, moved: &[Moved]) {
        if !moved.is_empty() {
            self.total.update(|tally| {
                for &(_, before, after) in moved {
                    tally.move_one(before, after);
                }
            });
            rows::count(*self, moved);
        }
    }

    /// Shows everything again: of the snapshot, or of the own review.
    pub fn show_all(&self) {
        let snapshot = self.snapshot.get_untracked();
        let now = |duty: DutyNumber| match &snapshot {
            Some(snapshot) => snapshot
                .assessments
                .get(usize::from(duty.0))
                .cloned()
                .unwrap_or_default(),
            None => self.own(duty),
        };
        let cells = ACCORD.duty_numbers().map(|duty| (duty, now(duty)));
        let others = cells.filter(|(duty, now)| self.cell(*duty).with_untracked(|cell| cell != now));
        let moved = self.show_cells(others);
        self.count(&moved);
        self.select();
    }

    pub(super) fn show_head(&self, saved: bool) {
        let head = self.review.with_value(|review| match review {
            None => Head::default(),
            Some(review) => Head {
                name: Some(review.name().to_owned()),
                saved,
                can_undo: review.can_undo(),
                can_redo: review.can_redo(),
            },
        });
        if self.head.with_untracked(|now| *now != head) {
            self.head.set(head);
        }
    }

    /// Goes to an address: shows it and writes it into the browser's, as a new step or in place of the present one.
    pub fn go(&self, address: Address, new_step: bool) {
        if self.address.with_untracked(|now| *now == address) {
            return;
        }
        // What is being typed is kept before its field goes.
        document::leave_field();
        let refilter = self.address.with_untracked(|now| now.filter != address.filter);
        if self.snapshot.with_untracked(Option::is_none) {
            if new_step {
                // What was to be written into the present step must not come into the new one.
                window::settle();
                window::set_fragment(&address.write(&ACCORD), true);
            } else {
                let (desk, here) = (*self, window::fragment());
                window::after_paint(move || {
                    // The reader may have gone back meanwhile, or somebody may have written it already.
                    if window::fragment() == here {
                        desk.write_address();
                    }
                });
            }
        }
        self.address.set(address);
        if refilter {
            self.select();
        }
    }

    /// Writes the address as it is into the present step of the browser's history.
    fn write_address(&self) {
        if self.snapshot.with_untracked(Option::is_none) {
            window::set_fragment(&self.address.with_untracked(|now| now.write(&ACCORD)), false);
        }
    }

    /// Goes to a view or an obligation and keeps the filter.
    pub fn go_to(&self, place: Place) {
        let now = self.address.get_untracked();
        self.go(Address { place, ..now }, true);
        if let Place::View(_) = place {
            window::to_top();
        } else if let Place::Obligation(number) = place {
            // Once the page has taken the new address: the beginning of the detail, and its row.
            window::after(0, move || {
                document::to_beginning(".pane");
                rows::reveal(number);
            });
        }
    }

    /// Changes the filter.
    pub fn set_filter(&self, filter: Filter) {
        let now = self.address.get_untracked();
        self.go(Address { filter, ..now }, false);
    }

    /// Changes how the list is grouped and ordered.
    pub fn set_arrangement(&self, arrangement: Arrangement) {
        let now = self.address.get_untracked();
        self.go(Address { arrangement, ..now }, false);
    }

    /// All assessments as they are shown, in the order of the page. Tracks every one of them.
    pub fn all_shown(&self) -> Vec<Assessment> {
        self.cells
            .with_value(|cells| cells.iter().map(|cell| cell.get()).collect())
    }

    /// The duties of obligations that pass the filter and can be changed; of one bearer, or of all.
    pub fn shown_duties(&self, bearer: Option<u8>) -> Vec<DutyNumber> {
        let filter = self.filter();
        let passing = self.passing(&filter);
        let shown = ACCORD
            .obligations
            .iter()
            .zip(passing)
            .filter(|(obligation, passes)| *passes && !obligation.text_awaited);
        shown
            .flat_map(|(obligation, _)| obligation.duty_numbers())
            .filter(|&duty| bearer.is_none_or(|bearer| ACCORD.duty(duty).bearer == bearer))
            .filter(|&duty| {
                self.cell(duty)
                    .with_untracked(|cell| filter.passes_duty(ACCORD.duty(duty), cell.status, cell.follow_up))
            })
            .collect()
    }

    /// The filter.
    pub fn filter(&self) -> Filter {
        self.address.with_untracked(|address| address.filter.clone())
    }

    /// Which obligations pass a filter, in the order of the page.
    pub fn passing(&self, filter: &Filter) -> Vec<bool> {
        self.passing_of(filter, |_| true)
    }

    /// Which of some obligations pass a filter.
    fn passing_of(&self, filter: &Filter, some: impl Fn(usize) -> bool) -> Vec<bool> {
        let query = Query::new(&filter.words);
        if !query.is_empty() {
            self.fill_haystacks();
        }
        self.haystacks.with_value(|texts| {
            let texts = texts.iter().map(String::as_str).chain(std::iter::repeat(""));
            let said = |duty| self.cell(duty).with_untracked(|cell| (cell.status, cell.follow_up));
            let passes =
                |(number, (obligation, text))| some(number) && matches(&ACCORD, filter, &query, obligation, text, said);
            ACCORD.obligations.iter().zip(texts).enumerate().map(passes).collect()
        })
    }

    /// Shows what passes the filter and hides the rest.
    pub fn select(&self) {
        let filter = self.filter();
        // Who types on looks among what was found.
        let narrows = self
            .selected
            .with_value(|before| before.as_ref().is_some_and(|before| filter.narrows(before)));
        let passing = self
            .visible
            .with_value(|visible| self.passing_of(&filter, |number| !narrows || visible[number]));
        self.selected.set_value(Some(filter));
        let desk = *self;
        window::after_paint(move || desk.mark_words());
        self.shown.set(passing.iter().filter(|&&passes| passes).count());
        self.visible.update_value(|visible| {
            rows::show(visible, &passing);
            *visible = passing;
        });
        self.rows.set(MOST_ROWS);
    }

    /// Marks the words that are looked for in the titles that are shown.
    pub(super) fn mark_words(&self) {
        let query = Query::new(&self.filter().words);
        let standing = self.groups.with_value(|groups| groups.standing.clone());
        self.visible.with_value(|visible| {
            let shown = standing.into_iter().filter(|&number| visible[usize::from(number)]);
            grid::mark_titles(self.words, &query, shown);
        });
    }

    fn fill_haystacks(&self) {
        if self.haystacks.with_value(Vec::is_empty) {
            let text = |one: &Obligation| one.search_text(self.words.title_of(one));
            self.haystacks.set_value(ACCORD.obligations.iter().map(text).collect());
        }
    }

    /// Lets these texts, of the obligations from this number on, be searched too.
    pub fn prepare_search(&self, items: &[ObligationProse], from: usize) {
        self.fill_haystacks();
        self.haystacks.update_value(|texts| {
            for (text, item) in texts[from..].iter_mut().zip(items) {
                text.push(' ');
                text.push_str(&fold(&item.text));
                text.push(' ');
                text.push_str(&fold(&item.places));
            }
        });
    }

    /// Forgets what was prepared for the search: titles are prepared anew when they are needed.
    pub fn forget_search(&self) {
        self.haystacks.set_value(Vec::new());
    }

    /// Takes the prose, once it is prepared: it can be read and searched from now on.
    pub fn take_prose(&self, prose: Prose) {
        self.prose.set(ProseState::Here(Arc::new(prose)));
        // What was found was found in less.
        self.selected.set_value(None);
        if !self.filter().words.trim().is_empty() {
            self.select();
        }
    }

    /// Shows a snapshot, read-only.
    pub fn open_snapshot(&self, snapshot: Snapshot) {
        self.fault.set(None);
        self.snapshot.set(Some(Arc::new(snapshot)));
        self.show_all();
    }

    /// Goes back from a snapshot or a damaged link to the own review, and cleans the address.
    pub fn close_snapshot(&self) {
        self.fault.set(None);
        self.snapshot.set(None);
        window::set_fragment(&self.address.with_untracked(|address| address.write(&ACCORD)), false);
        self.show_all();
    }

    /// Dismisses the opened snapshot; it can be shown again.
    pub fn dismiss_snapshot(&self) {
        self.dismissed.set_value(self.snapshot.get_untracked());
        self.close_snapshot();
        self.say_with(self.words.dismissed.to_owned(), Some(ToastAction::Reopen));
    }

    /// Shows the snapshot again that was dismissed last.
    pub fn reopen_snapshot(&self) {
        if let Some(snapshot) = self.dismissed.get_value() {
            window::set_fragment(&crate::snapshot::encode(&snapshot), false);
            self.snapshot.set(Some(snapshot));
            self.show_all();
        }
    }

    /// Makes the opened snapshot a review of its own, beside those that are there, and opens it. The message takes it back.
    pub fn keep_snapshot(&self) {
        let Some(snapshot) = self.snapshot.get_untracked() else {
            return;
        };
        let review = as_review(
            &snapshot,
            self.new_id(),
            self.words.snapshot,
            window::now(),
            self.tab.get_value(),
        );
        self.take_in(review, self.words.later().kept.to_owned(), None);
    }

    /// The snapshot of the own review, with everything in it: say `only` what is to leave.
    pub fn take_snapshot(&self) -> Snapshot {
        let title = self.head.with_untracked(|head| head.name.clone()).unwrap_or_default();
        Snapshot {
            edition: ACCORD.editions.len() - 1,
            title: if is_default_name(&title) { String::new() } else { title },
            author: self
                .with_review(|review| review.author().to_owned())
                .unwrap_or_default(),
            taken: (window::now() / 60_000) as u32,
            contents: Default::default(),
            assessments: ACCORD.duty_numbers().map(|duty| self.own(duty)).collect(),
        }
    }

    /// Says something at the bottom of the page.
    pub fn say(&self, text: &str) {
        self.say_with(text.to_owned(), None);
    }

    /// Says something at the bottom of the page and offers to do something about it.
    pub fn say_with(&self, text: String, action: Option<ToastAction>) {
        self.show_toast(Toast {
            text,
            action,
            language: None,
        });
    }

    /// Shows a message, after what it speaks of: until it is dismissed if something can be done about it, otherwise for six seconds.
    pub fn show_toast(&self, toast: Toast) {
        let desk = *self;
        window::after_paint(move || {
            desk.toast.set(Some(toast.clone()));
            if toast.action.is_none() {
                window::after(6_000, move || {
                    if desk.toast.with_untracked(|now| now.as_ref() == Some(&toast)) {
                        desk.toast.set(None);
                    }
                });
            }
        });
    }

    /// Takes the last act back.
    pub fn undo(&self) {
        if self.change(Change::Undo) {
            self.say(self.words.undone);
        }
    }

    /// Does the act again that was taken back last.
    pub fn redo(&self) {
        if self.change(Change::Redo) {
            self.say(self.words.redone);
        }
    }
}

/// Whether a review has the name that the page gives by itself, in whatever language.
fn is_default_name(name: &str) -> bool {
    LANGUAGES.iter().any(|language| language.new_review == name)
}

/// The desk of the page.
pub fn desk() -> Desk {
    expect_context()
}
