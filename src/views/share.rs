//! What is seen before a snapshot is shared: the length of its link, the texts that leave, how its banner will read, its QR code.

use super::{glyph, names};
use crate::accord::ACCORD;
use crate::catalogue::{Moment, PARTIES, Status};
use crate::language::Locale;
use crate::markup::{Element, element, told};
use crate::review::Tally;
use crate::share::{Channel, Code, Leaving, MARKS, Reach, Text, leaving, named, place, reach, visible, visible_lines};
use crate::snapshot::Snapshot;

/// The length of a link against what takes it, on a logarithmic scale; `all` is the length with everything in it, where that is more.
pub fn meter(words: &Locale, length: usize, all: Option<usize>) -> Element {
    let share = &words.later().share;
    let number = told("b", (share.characters)(length)).class("share-length");
    let line = element("p")
        .child(number)
        .text(" ")
        .child(told("span", share.with_selection).class("origin"));
    let line = match all {
        Some(all) => line
            .text(" ")
            .child(told("span", (share.with_all)(all)).class("origin")),
        None => line,
    };
    let reach = reach(length);
    let sentence = match reach {
        Reach::Passes => share.passes,
        Reach::Close => share.close,
        Reach::TooLong => share.too_long,
    };
    let told_reach = element("p").class("share-reach");
    let told_reach = match reach {
        Reach::Passes => told_reach.class("origin"),
        _ => told_reach.child(icon("warning")).text(" "),
    };
    element("div")
        .child(line)
        .child(scale(words, length, all))
        .child(told_reach.text(sentence))
}

fn icon(name: &str) -> Element {
    let shape = element("use").with("href", format!("#i-{name}"));
    element("svg").class("icon").with("aria-hidden", "true").child(shape)
}

fn scale(words: &Locale, length: usize, all: Option<usize>) -> Element {
    let share = &words.later().share;
    let named = |passes: bool| {
        let names: Vec<&str> = MARKS
            .iter()
            .filter(|(most, _)| (length <= *most) == passes)
            .map(|&(_, channel)| share.channels[channel as usize])
            .collect();
        if names.is_empty() {
            share.nothing.to_owned()
        } else {
            names.join("; ")
        }
    };
    let bar = |class: &str, width: String| {
        element("rect")
            .class(class)
            .with("y", "20")
            .with("height", "12")
            .with("width", width)
    };
    let filled = if reach(length) == Reach::TooLong {
        "excess"
    } else {
        "filled"
    };
    let mut drawn = element("svg")
        .class("meter")
        .with("role", "img")
        .with("aria-label", (share.meter)(length, &named(true), &named(false)))
        .child(bar("track", "100%".to_owned()))
        .child(bar(filled, percent(length)));
    if let Some(all) = all {
        let dots = element("line")
            .class("dots")
            .with("x1", percent(length))
            .with("x2", percent(all))
            .with("y1", "26")
            .with("y2", "26");
        let open = element("circle")
            .class("open")
            .with("cx", percent(all))
            .with("cy", "26")
            .with("r", "5");
        drawn = drawn.child(dots).child(open);
    }
    for (most, channel) in MARKS {
        // Neighbours stand on different sides of the bar or run away from each other.
        let (anchor, side, line) = match channel {
            Channel::Sheet => ("end", "-4", "48"),
            Channel::SmallQr => ("start", "4", "48"),
            Channel::Mail => ("end", "4", "12"),
            Channel::Slack => ("end", "4", "48"),
        };
        let tick = element("line")
            .class("tick")
            .with("x1", percent(most))
            .with("x2", percent(most))
            .with("y1", "16")
            .with("y2", "36");
        let label = element("text")
            .with("x", percent(most))
            .with("dx", side)
            .with("y", line)
            .with("text-anchor", anchor)
            .child(told("tspan", grouped(most)).class("number"))
            .text(" ")
            .text(share.channels[channel as usize]);
        drawn = drawn.child(tick).child(label);
    }
    drawn
}

fn percent(length: usize) -> String {
    let thousandths = place(length);
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// A number with a comma before its last three digits.
fn grouped(number: usize) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    let zeros = match number % 1_000 {
        ..10 => "00",
        10..100 => "0",
        _ => "",
    };
    format!("{},{zeros}{}", number / 1_000, number % 1_000)
}

/// Every text that leaves with a snapshot, word for word, with the duty at which it stands.
pub fn texts(words: &Locale, snapshot: &Snapshot) -> Element {
    let all = leaving(snapshot);
    if all.is_empty() {
        return told("p", words.later().share.leaving_none).class("origin");
    }
    let summary = told("summary", (words.later().share.leaving)(all.len())).class("link");
    let list = element("ul").children(all.iter().map(|one| text(words, one)));
    element("details")
        .class("leaving")
        .with("open", "")
        .child(summary)
        .child(list)
}

fn text(words: &Locale, one: &Leaving<'_>) -> Element {
    let place = match one.duty {
        Some(duty) => {
            let bearer = names(words, &[ACCORD.duty(duty).bearer]);
            format!("{}, {bearer}", ACCORD.obligation_of(duty).id)
        }
        None => words.later().share.whole.to_owned(),
    };
    let (what, said) = match one.text {
        Text::Title(title) => (words.later().share.name, visible(title)),
        Text::Author(author) => (words.later().share.from_short, visible(author)),
        Text::Note(note) => (words.later().note, visible_lines(note)),
        Text::Evidence(piece) => {
            let date = piece.date.map(|date| words.day(date)).unwrap_or_default();
            let parts = [visible(&piece.title), visible(piece.address()), date];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            (words.later().evidence, parts.join(" · "))
        }
    };
    element("li")
        .child(told("p", format!("{place} · {what}")).class("origin"))
        .child(told("p", said).class("note-text"))
}

/// When a snapshot was made, in words.
pub fn taken(words: &Locale, snapshot: &Snapshot) -> String {
    let when = words.moment(Moment::of_milliseconds(i64::from(snapshot.taken) * 60_000));
    format!("{when} ({})", words.later().local_time)
}

/// The title of a snapshot as its banner has it, and the line below.
pub fn banner(words: &Locale, snapshot: &Snapshot) -> (String, String) {
    let edition = ACCORD.editions.get(snapshot.edition).map(|edition| edition.version);
    let title = if snapshot.title.is_empty() {
        words.snapshot.to_owned()
    } else {
        (words.snapshot_of)(&named(&snapshot.title))
    };
    let line = (words.later().snapshot_line)(
        &named(&snapshot.author),
        &taken(words, snapshot),
        &(words.edition)(edition.unwrap_or_default()),
    );
    (title, line)
}

/// What the reader of a link sees first: the banner, and the counts of both parties.
pub fn reader(words: &Locale, snapshot: &Snapshot) -> Element {
    let (title, line) = banner(words, snapshot);
    let counts = PARTIES.map(|party| {
        let own = ACCORD.duty_numbers().zip(&snapshot.assessments);
        Tally::of(
            own.filter(|(duty, _)| ACCORD.duty(*duty).bearer == party)
                .map(|(_, one)| one.status),
        )
    });
    let heads = PARTIES.map(|party| told("th", names(words, &[party])).with("scope", "col"));
    let head = element("tr").child(told("th", words.later().status).with("scope", "col"));
    let rows = Status::IN_BARS.map(|status| {
        let names = &words.statuses[status.number()];
        let word = if names.act == names.kept {
            names.act.to_owned()
        } else {
            format!("{} / {}", names.act, names.kept)
        };
        let cell = |tally: &Tally| told("td", tally.count(status).to_string());
        element("tr")
            .child(
                element("th")
                    .with("scope", "row")
                    .child(glyph(status))
                    .text(" ")
                    .text(word),
            )
            .children(counts.iter().map(cell))
    });
    element("div")
        .class("reader")
        .child(told("p", title).class("reader-title"))
        .child(told("p", line).class("origin"))
        .child(
            element("table")
                .child(element("thead").child(head.children(heads)))
                .child(element("tbody").children(rows)),
        )
        .child(told("p", words.later().unofficial).class("origin"))
}

/// A QR code. Black on white whatever the colours of the page are: many readers see no other.
pub fn qr(words: &Locale, code: &Code) -> Element {
    let side = code.side.to_string();
    let ground = element("rect")
        .with("width", side.clone())
        .with("height", side.clone())
        .with("fill", "#fff");
    element("svg")
        .class("qr-code")
        .with("viewBox", format!("0 0 {side} {side}"))
        .with("shape-rendering", "crispEdges")
        .with("role", "img")
        .with("aria-label", words.later().share.qr)
        .child(ground)
        .child(element("path").with("fill", "#000").with("d", code.path.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_a_comma() {
        for (number, seen) in [(255, "255"), (2_000, "2,000"), (3_992, "3,992"), (12_045, "12,045")] {
            assert_eq!(grouped(number), seen);
        }
    }
}
