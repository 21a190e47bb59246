use super::gist::{Gist, Met};
use super::places::{is_in, is_one_place};
use super::same_meeting::elsewhere;
use super::title::Title;
use crate::NodeName;
use chancery_model::{DocumentId, EntityId, EntityKind};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// One meeting as one report tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property that a report gives an occasion or not"
)]
pub(super) struct Occasion {
    pub(super) document: DocumentId,
    pub(super) name: NodeName,
    pub(super) manner: Manner,
    pub(super) published: Option<NaiveDate>,
    pub(super) days: Possible,
    /// Whether it is told of as still to be.
    pub(super) to_be: bool,
    /// Who sits at the table, or is to: by party, in the order of the report.
    pub(super) parties: BTreeMap<NodeName, Vec<NodeName>>,
    pub(super) place: Option<EntityId>,
    /// What it is called, where that is a name.
    pub(super) title: Option<Title>,
    /// The sentence that tells of it, in short.
    pub(super) wording: Option<String>,
    /// Whether it is what a title names that is over what was said there aloud.
    pub(super) of_the_title: bool,
    /// How its report is headed, where it tells plainly of talks.
    pub(super) plainly: Option<String>,
    /// Whether its report tells of it beside others: "also met with".
    pub(super) besides: bool,
    /// Whether its report tells of no other meeting of the same side on its day.
    pub(super) is_only_one: bool,
}

/// In which way people meet: those who call each other do not sit at one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Manner {
    Call,
    Visit,
    Table,
}

/// On which days it may have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Possible {
    /// On this day, or a visit from the first to the last of these, as told.
    Told(NaiveDate, NaiveDate),
    /// On one of these, or some: an announced trip on which it is to be, or the days after the
    /// announcement.
    Within(NaiveDate, NaiveDate),
    /// Soon after it was announced without a day.
    Soon(NaiveDate, NaiveDate),
    /// On this day, on which it was told, or on the one before.
    About(NaiveDate),
    /// Nothing is known.
    Any,
}

impl Possible {
    /// The first and the last day.
    pub(super) fn window(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Told(first, last) | Self::Within(first, last) | Self::Soon(first, last) => {
                Some((first, last))
            }
            Self::About(day) => Some((day.checked_sub_days(Days::new(1)).unwrap_or(day), day)),
            Self::Any => None,
        }
    }
}

/// The node of somebody, and the node of the state or body they serve.
pub(super) type PersonOf<'a> = &'a dyn Fn(&DocumentId, &EntityId) -> (NodeName, Option<NodeName>);

/// The meetings that a report tells of.
///
/// `person` gives the node of somebody and the node of the state or body they serve.
pub(super) fn occasions(document: &DocumentId, gist: &Gist, person: PersonOf) -> Vec<Occasion> {
    let occasion = |met: &Met| Occasion {
        document: document.clone(),
        name: super::meeting(document, &met.handle),
        manner: met.manner,
        published: gist.published,
        days: met.days,
        to_be: met.to_be,
        parties: parties(document, met, person),
        place: met.place.clone(),
        title: met.title.clone(),
        wording: met.wording.clone(),
        of_the_title: met.of_the_title,
        plainly: met.plainly.clone(),
        besides: met.besides,
        is_only_one: false,
    };
    let mut occasions: Vec<Occasion> = gist.meetings.iter().map(occasion).collect();
    on_trips(&gist.meetings, &mut occasions);
    of_told_journeys(&mut occasions);
    legs_of_tours(&mut occasions);
    by_their_kind(&mut occasions);
    single_out(&mut occasions);
    occasions
}

/// Finds those that are the only ones of a side on their day.
fn single_out(occasions: &mut [Occasion]) {
    let mut counts: BTreeMap<(NodeName, NaiveDate), usize> = BTreeMap::new();
    let day = |it: &Occasion| it.days.window().map(|(first, _)| first);
    let tables = |it: &&Occasion| it.manner == Manner::Table;
    for it in occasions.iter().filter(tables) {
        for (party, day) in it.parties.keys().zip(std::iter::repeat(day(it))) {
            *counts.entry((party.clone(), day.unwrap_or(NaiveDate::MIN))).or_default() += 1;
        }
    }
    for it in occasions {
        let day = day(it).unwrap_or(NaiveDate::MIN);
        let mut counts = it.parties.keys().map(|party| counts.get(&(party.clone(), day)));
        it.is_only_one = counts.all(|count| count == Some(&1));
    }
}

/// Occasions of a name that are looked at for one that has none, at most.
const NAMED: usize = 8;

/// "The summit" is the only summit that the report calls by a name, unless it was elsewhere, on other
/// days, or held by others: "the summit of the two presidents in Seoul".
fn by_their_kind(occasions: &mut [Occasion]) {
    let mut named: BTreeMap<&str, Vec<(&Title, &Occasion)>> = BTreeMap::new();
    for it in occasions.iter() {
        if let Some(title) = it.title.as_ref().filter(|title| title.is_name()) {
            named.entry(title.kind()).or_default().push((title, it));
        }
    }
    // Where two names are of one kind, it may be either.
    named.retain(|_, all| all.iter().all(|(title, _)| title.agrees(all[0].0)));
    let only_one = |it: &Occasion| -> Option<Title> {
        let kind = it.title.as_ref().filter(|it| it.is_of_a_gathering() && !it.is_name())?;
        let mut all = named.get(kind.kind())?.iter().take(NAMED);
        let (title, named) = all.find(|(_, named)| may_be(it, named))?;
        // "The second Summit", where the first one is called by its name.
        // What is still to be is another than the first one, which was held.
        let number = kind.number.or(title.number.filter(|_| it.to_be == named.to_be));
        Some(Title { number, ..(*title).clone() })
    };
    let found: Vec<Option<Title>> = occasions
        .iter()
        .map(|it| if it.manner == Manner::Table { only_one(it) } else { None })
        .collect();
    for (occasion, title) in occasions.iter_mut().zip(found) {
        occasion.title = title.or(occasion.title.take());
    }
}

/// Whether nothing tells that two occasions are two.
fn may_be(one: &Occasion, named: &Occasion) -> bool {
    let apart = one.days.window().zip(named.days.window()).is_some_and(|(days, other)| {
        let told = |it: &Occasion| matches!(it.days, Possible::Told(..) | Possible::Within(..));
        told(one) && told(named) && (days.0 > other.1 || other.0 > days.1)
    });
    // Who serves nobody stands for no side.
    let led =
        |(party, people): &(&NodeName, &Vec<NodeName>)| people.iter().any(|who| who != *party);
    // Two sides have their dialogue; a summit of two is not that of many.
    let by_others = named.title.as_ref().is_some_and(Title::is_of_many)
        && one.parties.iter().filter(led).nth(1).is_some()
        && !one.people().all(|who| named.people().any(|it| it == who));
    !apart && !by_others && !elsewhere(one, named)
}

fn parties(
    document: &DocumentId,
    met: &Met,
    person: PersonOf,
) -> BTreeMap<NodeName, Vec<NodeName>> {
    let mut parties: BTreeMap<NodeName, Vec<NodeName>> = BTreeMap::new();
    for who in &met.there {
        let (node, serves) = person(document, who);
        if who.kind() == EntityKind::Person {
            let party = parties.entry(serves.unwrap_or_else(|| node.clone())).or_default();
            if !party.contains(&node) {
                party.push(node);
            }
        } else {
            parties.entry(node).or_default();
        }
    }
    parties
}

/// What is planned without a day in a report that announces a trip is to be on that trip, and what was
/// held without a day in one that tells of a trip was on it.
fn on_trips(meetings: &[Met], occasions: &mut [Occasion]) {
    type Trip = (BTreeSet<NodeName>, NaiveDate, NaiveDate, Option<EntityId>);
    let trips: Vec<Trip> = occasions
        .iter()
        .filter(|it| it.manner == Manner::Visit)
        .filter_map(|it| {
            let Possible::Told(first, last) = it.days else { return None };
            Some((it.parties.values().flatten().cloned().collect(), first, last, it.place.clone()))
        })
        .collect();
    for (meeting, occasion) in meetings.iter().zip(occasions) {
        let open = if meeting.to_be {
            matches!(meeting.days, Possible::Soon(..) | Possible::Any)
        } else {
            let is_named = meeting.title.as_ref().is_some_and(Title::is_name);
            matches!(meeting.days, Possible::About(_))
                && meeting.manner == Manner::Table
                && !is_named
        };
        if !open || occasion.manner == Manner::Visit {
            continue;
        }
        let people = || occasion.parties.values().flatten();
        let mut taken: Vec<&Trip> =
            trips.iter().filter(|(who, ..)| people().any(|one| who.contains(one))).collect();
        // Of a trip that is told leg by leg the one to where they meet.
        if let (Some(place), true) = (&occasion.place, taken.len() > 1) {
            taken.retain(|(.., to)| {
                to.as_ref().is_some_and(|to| is_one_place(to, place) || is_in(to, place))
            });
        }
        if let [(_, first, last, _)] = taken[..] {
            occasion.days = match meeting.days {
                // Not what was before the trip, nor on a day of it that was still to come.
                Possible::About(day) if day < *first => continue,
                Possible::About(day) => Possible::Within(*first, day.min(*last)),
                _ => Possible::Within(*first, *last),
            };
        }
    }
}

/// "During the trip", in a report that tells on which days somebody travelled: it is no journey that
/// another report tells of.
fn of_told_journeys(occasions: &mut [Occasion]) {
    let told: BTreeSet<NodeName> = occasions
        .iter()
        .filter(|it| it.manner == Manner::Visit && matches!(it.days, Possible::Told(..)))
        .filter_map(|it| it.people().next().cloned())
        .collect();
    for it in occasions {
        let open = matches!(it.days, Possible::About(_) | Possible::Soon(..)) && it.place.is_none();
        let travels = it.people().next().is_some_and(|who| told.contains(who));
        if it.manner == Manner::Visit && open && travels {
            it.days = Possible::Any;
        }
    }
}

/// Visits that are looked at for the tour that one of them is of.
const TOURS: usize = 8;

/// "Will travel to Chad, Mali and Peru from March 3 to 8", and "will then travel to Lima": a stop that has
/// but the days of the whole tour was on some of them.
fn legs_of_tours(occasions: &mut [Occasion]) {
    let several = |it: &Occasion| match it.days {
        Possible::Told(first, last) if it.manner == Manner::Visit && first < last => {
            Some((first, last))
        }
        _ => None,
    };
    let mut tours: BTreeMap<(NaiveDate, NaiveDate), Vec<BTreeSet<NodeName>>> = BTreeMap::new();
    for it in occasions.iter().filter(|it| it.place.is_none()) {
        if let Some(days) = several(it) {
            tours.entry(days).or_default().push(it.people().cloned().collect());
        }
    }
    for it in occasions.iter_mut().filter(|it| it.place.is_some()) {
        let Some(days) = several(it) else { continue };
        let people: BTreeSet<NodeName> = it.people().cloned().collect();
        let mut of_days = tours.get(&days).into_iter().flatten().take(TOURS);
        if !people.is_empty() && of_days.any(|tour| *tour == people) {
            it.days = Possible::Within(days.0, days.1);
        }
    }
}

impl Occasion {
    /// Everybody at the table who is named.
    pub(super) fn people(&self) -> impl Iterator<Item = &NodeName> {
        self.parties.values().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An occasion of a report: its day of February 2022 if told, where, whom of which state, and
    /// what it is called.
    fn occasion(day: Option<u32>, place: &str, there: &[(&str, &str)], title: &str) -> Occasion {
        let days = day.map_or(Possible::Any, |day| {
            let day = NaiveDate::from_ymd_opt(2022, 2, day).expect("a day");
            Possible::Told(day, day)
        });
        let mut parties: BTreeMap<NodeName, Vec<NodeName>> = BTreeMap::new();
        for (state, name) in there {
            let name = format!("person:{name}").parse().expect("a name");
            parties
                .entry(format!("state:{state}").parse().expect("a name"))
                .or_default()
                .push(name);
        }
        Occasion {
            document: "a".parse().expect("an id"),
            name: "meeting:a/1".parse().expect("a name"),
            manner: Manner::Table,
            published: None,
            days,
            to_be: false,
            parties,
            place: place.parse().ok(),
            title: Some(Title { words: title.to_owned(), number: None, letters: Vec::new() }),
            wording: None,
            of_the_title: false,
            plainly: None,
            besides: false,
            is_only_one: false,
        }
    }

    #[track_caller]
    fn check(one: Occasion, expected: &str) {
        let mut all = [occasion(Some(4), "place:madrid", &[], "nato summit"), one];
        by_their_kind(&mut all);
        assert_eq!(all[1].title.as_ref().map(|title| &*title.words), Some(expected));
    }

    #[test]
    fn the_summit_is_the_only_one_with_a_name_unless_it_is_told_to_be_another() {
        let two = &[("US", "ann"), ("KR", "bo")];
        check(occasion(None, "", &[], "summit"), "nato summit");
        check(occasion(Some(4), "state:ES", &[("US", "ann")], "summit"), "nato summit");
        check(occasion(None, "", two, "summit"), "summit");
        check(occasion(Some(6), "", &[], "summit"), "summit");
        check(occasion(None, "place:seoul", &[], "summit"), "summit");
        check(occasion(None, "", &[], "conference"), "conference");
    }
}
