//! The address: what a fragment says, and how it is written.

use crate::{number, numbers};
use accord_checklist::accord::ACCORD;
use accord_checklist::checklist::{Address, Arrangement, Filter, Grouping, Order, Place, View};

fn view(view: View) -> Place {
    Place::View(view)
}

#[track_caller]
fn obligation(id: &str) -> Place {
    Place::Obligation(number(id) as u16)
}

/// A fragment that is read as this and written in the same way.
#[track_caller]
fn says(fragment: &str, place: Place, filter: Filter) {
    reads(fragment, place, filter);
    let address = Address::parse(&ACCORD, fragment);
    assert_eq!(address.write(&ACCORD), fragment);
}

/// A fragment that is read as this, and written in another way.
#[track_caller]
fn reads(fragment: &str, place: Place, filter: Filter) {
    let address = Address {
        place,
        filter,
        ..Address::default()
    };
    assert_eq!(Address::parse(&ACCORD, fragment), address, "{fragment}");
    assert_eq!(Address::parse(&ACCORD, &format!("#{fragment}")), address, "#{fragment}");
    let written = address.write(&ACCORD);
    assert_eq!(Address::parse(&ACCORD, &written), address, "{written}");
}

pub fn words(words: &str) -> Filter {
    Filter {
        words: words.to_owned(),
        ..Filter::default()
    }
}

#[test]
fn places() {
    says("", view(View::Checklist), Filter::default());
    says("overview", view(View::Overview), Filter::default());
    says("timeline", view(View::Timeline), Filter::default());
    says("compare", view(View::Compare), Filter::default());
    says("texts", view(View::Texts), Filter::default());
    says("reviews", view(View::Reviews), Filter::default());
    says("KLD-6b", obligation("KLD-6b"), Filter::default());
    says("KLD-4a-1", obligation("KLD-4a-1"), Filter::default());
    says("CF27-P1", obligation("CF27-P1"), Filter::default());
}

#[test]
fn every_view_and_every_obligation_has_its_address() {
    let views = View::ALL.map(Place::View).into_iter();
    let obligations = (0..ACCORD.obligations.len() as u16).map(Place::Obligation);
    let mut seen = std::collections::BTreeSet::new();
    for place in views.chain(obligations) {
        let address = Address {
            place,
            ..Address::default()
        };
        let written = address.write(&ACCORD);
        assert_eq!(Address::parse(&ACCORD, &written), address, "{written}");
        assert!(seen.insert(written.clone()), "{written} stands for two places");
        assert!(
            !written.contains(['%', ' ', '"', '<', '#']),
            "{written} needs no encoding"
        );
    }
    assert_eq!(seen.len(), View::ALL.len() + 126);
}

#[test]
fn filters() {
    let here = || view(View::Checklist);
    says("?q=mines", here(), words("mines"));
    says("?q=survey%20team", here(), words("survey team"));
    says("?q=%E1%9E%98%E1%9E%B8%E1%9E%93", here(), words("មីន"));
    says("?q=%E0%B9%80%E0%B8%8A%E0%B8%A5%E0%B8%A2", here(), words("เชลย"));
    says("?q=50%25%20%26%20more%3F%23%3D", here(), words("50% & more?#="));
    says(
        "?text=KLD",
        here(),
        Filter {
            instruments: numbers(&["KLD"]),
            ..Filter::default()
        },
    );
    says(
        "?text=KLD,CF27,PUT",
        here(),
        Filter {
            instruments: numbers(&["KLD", "CF27", "PUT"]),
            ..Filter::default()
        },
    );
    says(
        "?theme=mines",
        here(),
        Filter {
            themes: numbers(&["mines"]),
            ..Filter::default()
        },
    );
    says(
        "?by=cambodia,thailand",
        here(),
        Filter {
            bearers: numbers(&["cambodia", "thailand"]),
            ..Filter::default()
        },
    );
    says(
        "?by=jbc",
        here(),
        Filter {
            bearers: numbers(&["jbc"]),
            ..Filter::default()
        },
    );
    says(
        "?kind=act,prohibition",
        here(),
        Filter {
            kinds: numbers(&["act", "prohibition"]),
            ..Filter::default()
        },
    );
    says(
        "?status=not-assessed,disputed",
        here(),
        Filter {
            statuses: numbers(&["not-assessed", "disputed"]),
            ..Filter::default()
        },
    );
    says(
        "?marked=yes",
        here(),
        Filter {
            follow_up: true,
            ..Filter::default()
        },
    );
    says(
        "?differs=yes",
        here(),
        Filter {
            differs: true,
            ..Filter::default()
        },
    );
    says(
        "KLD-6b?text=KLD&marked=yes",
        obligation("KLD-6b"),
        Filter {
            instruments: numbers(&["KLD"]),
            follow_up: true,
            ..Filter::default()
        },
    );
    says(
        "timeline?q=x&status=breached&text=TOR&theme=observers&by=aot&kind=recurring&marked=yes",
        view(View::Timeline),
        Filter {
            words: "x".to_owned(),
            statuses: numbers(&["breached"]),
            instruments: numbers(&["TOR"]),
            themes: numbers(&["observers"]),
            bearers: numbers(&["aot"]),
            kinds: numbers(&["recurring"]),
            follow_up: true,
            ..Filter::default()
        },
    );
}

#[test]
fn groups_and_orders() {
    for (group, name) in [
        (Grouping::Theme, "theme"),
        (Grouping::Party, "party"),
        (Grouping::Status, "status"),
    ] {
        for (order, sort) in [
            (Order::Text, ""),
            (Order::Due, "&sort=due"),
            (Order::Changed, "&sort=changed"),
        ] {
            let fragment = format!("?group={name}{sort}");
            let address = Address {
                arrangement: Arrangement { group, order },
                ..Address::default()
            };
            assert_eq!(Address::parse(&ACCORD, &fragment), address, "{fragment}");
            assert_eq!(address.write(&ACCORD), fragment);
        }
    }
    reads("?group=colour&sort=size", view(View::Checklist), Filter::default());
    reads("?group=text&sort=text", view(View::Checklist), Filter::default());
}

#[test]
fn what_is_not_known_is_left_out() {
    let here = || view(View::Checklist);
    reads("KLD-99", here(), Filter::default());
    reads("kld-6b", here(), Filter::default());
    reads("Overview", here(), Filter::default());
    reads(
        "nowhere?text=KLD",
        here(),
        Filter {
            instruments: numbers(&["KLD"]),
            ..Filter::default()
        },
    );
    reads(
        "?text=KLD,XYZ,",
        here(),
        Filter {
            instruments: numbers(&["KLD"]),
            ..Filter::default()
        },
    );
    reads("?text=XYZ", here(), Filter::default());
    reads("?status=done", here(), Filter::default());
    reads("?by=atlantis&kind=often&theme=weather", here(), Filter::default());
    reads("?marked=no", here(), Filter::default());
    reads("?marked", here(), Filter::default());
    reads("?q", here(), Filter::default());
    reads("?q=", here(), Filter::default());
    reads(
        "?colour=red&text=CF27",
        here(),
        Filter {
            instruments: numbers(&["CF27"]),
            ..Filter::default()
        },
    );
    reads(
        "?text=CF27,KLD,CF27",
        here(),
        Filter {
            instruments: numbers(&["KLD", "CF27"]),
            ..Filter::default()
        },
    );
    reads(
        "?&&=&==&text=KLD&",
        here(),
        Filter {
            instruments: numbers(&["KLD"]),
            ..Filter::default()
        },
    );
    reads("?q=a?b", here(), words("a?b"));
    reads("?q=a=b", here(), words("a=b"));
    reads("?q=one&q=two", here(), words("two"));
}

#[test]
fn percent_encoding_that_is_none_stays() {
    let here = || view(View::Checklist);
    reads("?q=100%", here(), words("100%"));
    reads("?q=%4", here(), words("%4"));
    reads("?q=%zz", here(), words("%zz"));
    reads("?q=%+1", here(), words("%+1"));
    reads("?q=%c3%a9", here(), words("é"));
    reads("?q=%C3", here(), words("\u{fffd}"));
    reads("?q=%ff%fe", here(), words("\u{fffd}\u{fffd}"));
    reads("?q=មីន", here(), words("មីន"));
    reads("?q=a%00b", here(), words("a\0b"));
}
