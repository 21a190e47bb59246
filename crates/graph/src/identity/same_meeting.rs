use super::Reason;
use super::occasion::{Manner, Occasion, Possible};
use crate::NodeName;
use std::collections::BTreeSet;

/// Whether two reports tell of one meeting, and why. A pure function of the two.
///
/// It takes the same manner, the same days, and the same parties: each of them led by the same
/// person in both, if both name one. An aide may be missing in one of them, a party may not.
pub(super) fn same_meeting(a: &Occasion, b: &Occasion) -> Option<Reason> {
    if a.document == b.document || a.manner != b.manner {
        return None;
    }
    let days = match (a.days, b.days) {
        (Possible::Told(..), Possible::Told(..)) if a.manner == Manner::Visit => {
            let ((first, last), (other_first, other_last)) = (a.days.window()?, b.days.window()?);
            first <= other_last && other_first <= last
        }
        (Possible::Any, _) | (_, Possible::Any) => false,
        (a, b) => a == b,
    };
    if !days {
        return None;
    }
    if a.manner == Manner::Visit {
        return same_visit(a, b);
    }
    if a.title.is_some() && a.title == b.title && !elsewhere(a, b) {
        return Some(Reason::SameOccasion);
    }
    same_parties(a, b)
}

/// Whether the same people sit at both tables, or, where one report names nobody, the same parties.
pub(super) fn same_parties(a: &Occasion, b: &Occasion) -> Option<Reason> {
    let all: BTreeSet<&NodeName> = a.parties.keys().chain(b.parties.keys()).collect();
    let (mut shared, mut led_apart, mut missing, mut named_missing) = (0, 0, 0, 0);
    for party in &all {
        match (a.parties.get(*party), b.parties.get(*party)) {
            (Some(one), Some(other)) => match (one.first(), other.first()) {
                (Some(leader), Some(other_leader)) if leader == other_leader => shared += 1,
                (Some(_), Some(_)) => led_apart += 1,
                _ => {}
            },
            (Some(people), None) | (None, Some(people)) => {
                missing += 1;
                named_missing += usize::from(!people.is_empty());
            }
            (None, None) => {}
        }
    }
    if elsewhere(a, b) {
        return None;
    }
    // Many parties: some may be left out, and two may be led by others in the telling.
    if a.parties.len() >= 4 && b.parties.len() >= 4 && a.manner == Manner::Table {
        let common = all.len() - missing;
        return (common * 3 >= all.len() * 2 && led_apart <= 1).then_some(Reason::SameOccasion);
    }
    if led_apart > 0 || named_missing > 0 {
        return None;
    }
    if shared >= 2 {
        return Some(Reason::SamePeople);
    }
    (missing == 0 && all.len() >= 2).then_some(Reason::SameParties)
}

/// One traveller, days that meet, and no two destinations.
fn same_visit(a: &Occasion, b: &Occasion) -> Option<Reason> {
    let leader = |it: &Occasion| it.people().next().cloned();
    let one_leader = leader(a).is_some() && leader(a) == leader(b);
    let fits = a.days == b.days || a.place.is_some() && a.place == b.place;
    (one_leader && fits).then_some(Reason::SamePeople)
}

/// Whether they are told to be in two places.
fn elsewhere(a: &Occasion, b: &Occasion) -> bool {
    let states =
        |it: &Occasion| it.place.as_ref().is_some_and(|place| place.as_str().starts_with("state:"));
    a.place.is_some() && b.place.is_some() && a.place != b.place && states(a) == states(b)
}
