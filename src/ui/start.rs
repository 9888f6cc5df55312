//! What happens once, when the page is taken over: the store, the address, the prose, other tabs, the service worker.

use crate::accord::ACCORD;
use crate::browser::{document, files, preference, timing, window};
use crate::catalogue::prose::PackReader;
use crate::checklist::{Address, Arrangement, Filter};
use crate::language::use_common_years;
use crate::snapshot;
use crate::ui::desk::{Desk, ProseState, ToastAction};
use crate::ui::later::Act;
use crate::ui::{keyboard, later, list, rail, rows};
use leptos::prelude::*;

/// Hears what comes from outside.
pub fn hear(desk: Desk) {
    window::on_address(move || follow_address(desk));
    window::on_store(move |key, value| later::act(desk, Act::Hear(key, value)));
    window::on_leaving(|| {
        document::settle_typing();
        window::settle();
    });
    files::on_drop(move |file| later::act(desk, Act::Read(file)));
    window::on_worker(move |what| match what.as_str() {
        // What can still be undone is not pushed away.
        "ready" if desk.toast.with_untracked(Option::is_none) => desk.say(desk.words.offline_ready),
        "update" => desk.say_with(desk.words.update_ready.to_owned(), Some(ToastAction::Update)),
        _ => {}
    });
}

/// Brings the reader's own state into the page. Whoever has something stored, or comes by an address that names something, has the later
/// file by now (`main.rs`): what these need is done at once.
///
/// What was typed and chosen before the program was there is taken over, where the address does not say otherwise.
pub fn take_over(desk: Desk) {
    window::tell_boot("taking");
    let (early, arrangement) = (rail::chosen_early(), list::chosen());
    desk.load();
    desk.take_ahead();
    follow_address(desk);
    if desk.filter().is_empty() && !early.is_empty() {
        desk.set_filter(early);
    }
    if desk.address.with_untracked(|address| address.arrangement) == Arrangement::default() {
        desk.set_arrangement(arrangement);
    }
    window::on_key(move |event| keyboard::on_key(desk, &event));
}

/// Says that the page reacts.
pub fn react(desk: Desk) {
    let dark = document::is_dark();
    if desk.dark.get_untracked() != dark {
        desk.dark.set(dark);
    }
    use_common_years(preference::common_years());
    desk.ready.set(true);
    window::tell_boot("hydrated");
}

/// Shows what the address says. One that says something is read in the later file.
fn follow_address(desk: Desk) {
    document::leave_field();
    match window::fragment() {
        plain if plain.is_empty() => visit(desk, Address::default()),
        fragment => later::act(desk, Act::Visit(fragment)),
    }
}

/// Shows what an address says that may be a link.
pub fn read_address(desk: Desk, fragment: &str) {
    if !open_link(desk, fragment) {
        visit(desk, Address::parse(&ACCORD, fragment));
    }
}

fn visit(desk: Desk, address: Address) {
    let left_snapshot = desk.snapshot.with_untracked(Option::is_some) || desk.fault.with_untracked(Option::is_some);
    let refilter = desk.address.with_untracked(|now| now.filter != address.filter);
    let opened = matches!(address.place, crate::checklist::Place::Obligation(_));
    if desk.address.with_untracked(|now| *now != address) {
        desk.address.set(address);
    }
    if left_snapshot {
        desk.fault.set(None);
        desk.snapshot.set(None);
        desk.show_all();
    } else if refilter {
        desk.select();
    }
    if opened && let Some(number) = desk.open.get_untracked() {
        rows::reveal(number);
    }
}

/// Opens a link that somebody made. `false` if there is none in the text. A damaged one is said to be damaged.
pub fn open_link(desk: Desk, text: &str) -> bool {
    let Some(link) = snapshot::find(text) else { return false };
    match timing::timed("decode", || snapshot::decode(&link)) {
        Ok(snapshot) => {
            // A reader who filters for one thing must not take a part of a snapshot for the whole.
            desk.address.update(|address| address.filter = Filter::default());
            window::set_fragment(&link, false);
            desk.open_snapshot(snapshot);
        }
        Err(fault) => {
            desk.snapshot.set(None);
            desk.fault.set(Some((fault, link)));
        }
    }
    true
}

/// Loads the prose pack that the page names.
pub fn load_prose(desk: Desk) {
    let Some(name) = document::meta("accord-prose") else {
        return;
    };
    desk.prose.set(ProseState::Waiting);
    leptos::task::spawn_local(async move {
        later::act(desk, Act::Prose(window::fetch_text(&name).await));
    });
}

/// So much of a pack, in bytes, is read and prepared for the search at once: a phone takes a frame for it.
const BYTES_AT_ONCE: usize = 16 * 1024;

/// Reads the prose that was fetched, a little in each task; then it can be read and searched.
pub fn read_prose(desk: Desk, text: Option<String>) {
    match text {
        Some(text) => read_on(desk, PackReader::new(text)),
        None => miss_prose(desk),
    }
}

fn read_on(desk: Desk, mut pack: PackReader) {
    window::after(0, move || {
        let from = pack.prose().obligations.len();
        let is_one = pack.read(BYTES_AT_ONCE).is_ok();
        let items = &pack.prose().obligations;
        if !is_one || items.len() > ACCORD.obligations.len() {
            return miss_prose(desk);
        }
        desk.prepare_search(&items[from..], from);
        if !pack.is_done() {
            read_on(desk, pack);
        } else if items.len() == ACCORD.obligations.len() {
            desk.take_prose(pack.done());
            window::tell_boot("prose");
        } else {
            miss_prose(desk);
        }
    });
}

/// Says that the prose cannot be had.
fn miss_prose(desk: Desk) {
    desk.forget_search();
    desk.prose.set(ProseState::Failed);
    window::tell_boot("prose");
}
