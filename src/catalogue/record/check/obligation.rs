//! What must hold of one obligation: its fields, clocks, claims and baselines.

use super::{At, Checker, PARTIES};
use crate::catalogue::moment::{Moment, Span};
use crate::catalogue::record::walk::{file_of, nth};
use crate::catalogue::record::{BaselineEntry, Claim, ClockEntry, Instrument, Obligation, WhenEntry};
use crate::catalogue::status::{Basis, Extent, Status};
use crate::catalogue::structure::{Kind, Numbering};
use std::collections::BTreeSet;

/// Peace Accords Matrix provision types that this record uses. Source: Kroc Institute, Peace Accords Matrix, list of provision types.
const PROVISIONS: &[&str] = &[
    "",
    "Boundary Demarcation",
    "Ceasefire",
    "Detailed Implementation Timeline",
    "Disarmament",
    "Dispute Resolution Committee",
    "Donor Support",
    "Economic and Social Development",
    "Human Rights",
    "Inter-ethnic/State Relations",
    "Internally Displaced Persons",
    "Media Reform",
    "Police Reform",
    "Prisoner Release",
    "Review of Agreement",
    "Verification/Monitoring Mechanism",
    "Withdrawal of Troops",
];
const RELATIONS: &[&str] = &["restates", "modifies", "supersedes", "carries-out"];
/// Speakers whose word counts as confirmed by observers.
const OBSERVERS: &[&str] = &["aot", "asean", "asean-chair", "icrc", "iot", "malaysia", "philippines"];

impl Checker<'_> {
    pub(super) fn obligation(&mut self, head: &Instrument, item: &Obligation) {
        let file = file_of(&head.id);
        let at = At {
            file: &file,
            item: &item.id,
        };
        let prefix = format!("{}-", head.id);
        self.ensure(item.id.starts_with(&prefix), &at, "id", || {
            format!("does not begin with `{prefix}`")
        });
        let themes: Vec<&str> = self.record.themes.iter().map(|theme| theme.id.as_str()).collect();
        self.one_of(&item.theme, &themes, &at, "theme");
        self.one_of(&item.kind, &Kind::ALL.map(Kind::name), &at, "kind");
        self.one_of(&item.provision, PROVISIONS, &at, "provision");
        let numbering = Numbering::of_name(&item.numbering);
        self.one_of(&item.numbering, &["confirmed", "working", "none"], &at, "numbering");
        self.ensure(
            item.paragraph.is_empty() == (numbering == Some(Numbering::None)),
            &at,
            "paragraph",
            || "a paragraph is given if and only if the numbering is not `none`".to_owned(),
        );
        self.ensure(!item.bearers.is_empty(), &at, "bearers", || "nobody owes it".to_owned());
        self.in_party_order(&item.bearers, &at, "bearers");
        self.in_party_order(&item.beneficiary, &at, "beneficiary");
        self.in_party_order(&item.verifier, &at, "verifier");
        self.known_sources(&item.sources, true, &at, "sources");
        self.known_obligations(&item.depends_on, &at, "depends_on");
        for (n, lineage) in item.lineage.iter().enumerate() {
            let field = nth("lineage", n);
            self.one_of(&lineage.relation, RELATIONS, &at, &field);
            self.known_obligations(std::slice::from_ref(&lineage.to), &at, &field);
            self.lineage_goes_back(head, &lineage.to, &at, &field);
        }
        self.both_parties_or_neither(item.order.iter().map(|order| order.by.as_str()), &at, "order");
        for order in &item.order {
            for step in &order.steps {
                self.known_obligations(step, &at, "order");
            }
        }
        self.both_parties_or_neither(item.reading.iter().map(|one| one.by.as_str()), &at, "reading");
        for (n, reading) in item.reading.iter().enumerate() {
            let field = nth("reading", n);
            self.known_sources(&reading.sources, true, &at, &field);
            if let Some(date) = &reading.date
                && let Some(date) = self.date(date, &at, &field)
            {
                self.not_after_the_record(date, &at, &field);
            }
        }
        self.clocks(item, &at);
        self.claims(head, item, &at);
        self.baselines(item, &at);
    }

    fn lineage_goes_back(&mut self, head: &Instrument, to: &str, at: &At<'_>, field: &str) {
        let Some((target, _)) = self.record.obligations().find(|(_, item)| item.id == to) else {
            return;
        };
        let dates = (Moment::parse(&head.date), Moment::parse(&target.date));
        if let (Some(own), Some(other)) = dates {
            self.ensure(other.day_number() <= own.day_number(), at, field, || {
                format!("`{to}` stands in a later text; lineage goes back")
            });
        }
    }

    fn both_parties_or_neither<'b>(&mut self, by: impl Iterator<Item = &'b str>, at: &At<'_>, field: &str) {
        let by: Vec<&str> = by.collect();
        self.ensure(by.is_empty() || by == PARTIES, at, field, || {
            format!("Cambodia's, then Thailand's, or neither; found: {}", by.join(", "))
        });
    }

    fn clocks(&mut self, item: &Obligation, at: &At<'_>) {
        let readers: Vec<&str> = item.clock.iter().filter_map(|clock| clock.by.as_deref()).collect();
        if readers.is_empty() {
            self.ensure(item.clock.len() <= 1, at, "clock", || {
                "more than one clock needs the party whose reading each is (`by`)".to_owned()
            });
        } else {
            self.ensure(readers.len() == item.clock.len(), at, "clock", || {
                "either every clock has a `by` or none".to_owned()
            });
            self.both_parties_or_neither(readers.into_iter(), at, "clock");
        }
        for (n, clock) in item.clock.iter().enumerate() {
            self.clock(clock, at, &nth("clock", n));
        }
    }

    fn clock(&mut self, clock: &ClockEntry, at: &At<'_>, field: &str) {
        let forms = [clock.due.is_some(), clock.start.is_some(), clock.open.is_some()];
        self.ensure(forms.into_iter().filter(|&is| is).count() == 1, at, field, || {
            "exactly one of `due`, `start` and `open` is given".to_owned()
        });
        if let Some(due) = &clock.due {
            self.date(due, at, field);
        }
        if let Some(span) = &clock.span {
            self.ensure(Span::parse(span).is_some(), at, field, || {
                format!("`{span}` is no span (P72H, P10D, P3W, P1M)")
            });
            self.ensure(clock.start.is_some(), at, field, || "a span needs a start".to_owned());
        }
        if let Some(start) = &clock.start {
            self.ensure(start.event.is_some() != start.condition.is_some(), at, field, || {
                "a start is an event or a condition".to_owned()
            });
            self.known_event(start.event.as_deref(), at, field);
            let blocked = clock.blocked.is_some() || clock.met.is_some() || clock.stopped.is_some();
            self.ensure(start.condition.is_none() || blocked, at, field, || {
                "a condition needs a word on why the clock has not started (`blocked`)".to_owned()
            });
        }
        for when in [&clock.met, &clock.stopped].into_iter().flatten() {
            self.when(when, at, field);
        }
    }

    fn when(&mut self, when: &WhenEntry, at: &At<'_>, field: &str) {
        self.ensure(when.event.is_some() != when.at.is_some(), at, field, || {
            "a time is an event or a date (`at`)".to_owned()
        });
        self.known_event(when.event.as_deref(), at, field);
        if let Some(date) = &when.at
            && let Some(date) = self.date(date, at, field)
        {
            self.not_after_the_record(date, at, field);
        }
    }

    fn known_event(&mut self, id: Option<&str>, at: &At<'_>, field: &str) {
        if let Some(id) = id {
            self.ensure(self.events.contains_key(id), at, field, || {
                format!("unknown event `{id}`")
            });
        }
    }

    fn claims(&mut self, head: &Instrument, item: &Obligation, at: &At<'_>) {
        let begin = Moment::parse(&head.date);
        for (n, claim) in item.claim.iter().enumerate() {
            let field = nth("claim", n);
            self.known_sources(&claim.sources, true, at, &field);
            self.ensure(self.bearers.contains_key(claim.by.as_str()), at, &field, || {
                format!("unknown speaker `{}`", claim.by)
            });
            self.in_party_order(&claim.on, at, &field);
            for on in &claim.on {
                self.ensure(item.bearers.contains(on), at, &field, || {
                    format!("`{on}` does not owe this item")
                });
            }
            if let Some(status) = &claim.status {
                self.one_of(status, &Status::ALL.map(Status::name), at, &field);
            }
            let speaker = self.record.parties.iter().find(|party| party.id == claim.by);
            if let Some(party) = speaker {
                self.ensure(claim.text.en.starts_with(&party.name.en), at, &field, || {
                    format!("a statement of {0} begins with \"{0}\"", party.name.en)
                });
            }
            if let Some(date) = self.date(&claim.date, at, &field) {
                self.not_after_the_record(date, at, &field);
                if let Some(begin) = begin {
                    let before = date.end_minute() <= begin.first_minute();
                    self.ensure(before == claim.early, at, &field, || {
                        format!("{date} is before the text of {begin}, or is marked `early` and is not")
                    });
                }
            }
        }
    }

    fn baselines(&mut self, item: &Obligation, at: &At<'_>) {
        if item.text_awaited {
            self.ensure(item.baseline.is_empty(), at, "baseline", || {
                "a text that is awaited has no baseline".to_owned()
            });
            return;
        }
        let bearers: Vec<&String> = item.baseline.iter().map(|baseline| &baseline.bearer).collect();
        self.ensure(bearers.iter().copied().eq(&item.bearers), at, "baseline", || {
            format!("one for each bearer, in their order ({})", item.bearers.join(", "))
        });
        for baseline in &item.baseline {
            let field = format!("baseline {}", baseline.bearer);
            self.one_of(&baseline.status, &Status::ALL.map(Status::name), at, &field);
            self.one_of(
                &baseline.basis,
                &["none", "self", "other", "press", "observers"],
                at,
                &field,
            );
            let status = Status::of_name(&baseline.status);
            if let Some(extent) = &baseline.extent {
                let good = Extent::of_name(extent).is_some() && status == Some(Status::UnderWay);
                self.ensure(good, at, &field, || {
                    "an extent is `minimal` or `intermediate` and goes with under-way".to_owned()
                });
            }
            let Some(status) = status else { continue };
            self.baseline_support(item, &baseline.bearer, status, baseline, at, &field);
        }
    }

    /// A baseline rests on claims: the same status from somebody, or different ones where it is disputed; none where there is no evidence.
    fn baseline_support(
        &mut self,
        item: &Obligation,
        bearer: &str,
        status: Status,
        baseline: &BaselineEntry,
        at: &At<'_>,
        field: &str,
    ) {
        let with_status: Vec<&Claim> = item
            .claim
            .iter()
            .filter(|claim| claim.status.is_some())
            .filter(|claim| claim.on.is_empty() || claim.on.iter().any(|on| on == bearer))
            .collect();
        if matches!(status, Status::NoEvidence | Status::NotAssessed) {
            self.ensure(with_status.is_empty(), at, field, || {
                format!("`{}` stands against claims that carry a status", status.name())
            });
            self.ensure(baseline.basis == "none", at, field, || {
                "where there is no evidence the basis is `none`".to_owned()
            });
            return;
        }
        let different: BTreeSet<&str> = with_status.iter().filter_map(|claim| claim.status.as_deref()).collect();
        let same: Vec<&&Claim> = with_status
            .iter()
            .filter(|claim| claim.status.as_deref() == Some(status.name()))
            .collect();
        let supported = !same.is_empty() || (status == Status::Disputed && different.len() > 1);
        self.ensure(supported, at, field, || {
            format!("no claim on {bearer} supports `{}`", status.name())
        });
        if !supported {
            return;
        }
        let rests_on: Vec<&Claim> = if same.is_empty() {
            with_status
        } else {
            same.into_iter().copied().collect()
        };
        let strongest = rests_on.iter().map(|claim| basis_of(&claim.by, bearer)).max();
        let wanted = strongest.unwrap_or_default().name();
        self.ensure(baseline.basis == wanted, at, field, || {
            format!(
                "the basis is `{}`, the claims that it rests on give `{wanted}`",
                baseline.basis
            )
        });
        match &baseline.as_of {
            None => self.fault(at, field, "has no `as_of`".to_owned()),
            Some(as_of) => {
                let newest = rests_on
                    .iter()
                    .filter_map(|claim| Moment::parse(&claim.date))
                    .max_by_key(|date| date.first_minute());
                let given = self.date(as_of, at, field);
                if let (Some(newest), Some(given)) = (newest, given) {
                    self.ensure(given == newest, at, field, || {
                        format!("`as_of` is {given}, the newest claim that it rests on is of {newest}")
                    });
                }
            }
        }
    }
}

/// On what a claim by this speaker rests, for this bearer.
fn basis_of(speaker: &str, bearer: &str) -> Basis {
    if speaker == bearer {
        Basis::OwnClaim
    } else if PARTIES.contains(&speaker) {
        Basis::OtherClaim
    } else if OBSERVERS.contains(&speaker) {
        Basis::Observers
    } else {
        Basis::Press
    }
}
