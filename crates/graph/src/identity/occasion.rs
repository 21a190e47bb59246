use super::gist::{Gist, Met};
use super::title::Title;
use crate::NodeName;
use chancery_model::{DocumentId, EntityId, EntityKind};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// One meeting as one report tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    };
    let mut occasions: Vec<Occasion> = gist.meetings.iter().map(occasion).collect();
    on_trips(&gist.meetings, &mut occasions);
    of_told_journeys(&mut occasions);
    by_their_kind(&mut occasions);
    occasions
}

/// "The summit" is the only summit that the report calls by a name.
fn by_their_kind(occasions: &mut [Occasion]) {
    let names: BTreeSet<Title> =
        occasions.iter().filter_map(|it| it.title.clone()).filter(Title::is_name).collect();
    for occasion in occasions.iter_mut().filter(|it| it.manner == Manner::Table) {
        let Some(kind) = occasion.title.as_ref().filter(|it| it.is_of_a_gathering()) else {
            continue;
        };
        let mut of_kind = names.iter().filter(|it| it.kind() == kind.kind());
        if !kind.is_name()
            && let (Some(only), None) = (of_kind.next(), of_kind.next())
        {
            occasion.title = Some(only.clone());
        }
    }
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

/// What is planned without a day in a report that announces a trip is to be on that trip.
fn on_trips(meetings: &[Met], occasions: &mut [Occasion]) {
    let trips: Vec<(BTreeSet<NodeName>, NaiveDate, NaiveDate)> = occasions
        .iter()
        .filter(|it| it.manner == Manner::Visit)
        .filter_map(|it| {
            let Possible::Told(first, last) = it.days else { return None };
            Some((it.parties.values().flatten().cloned().collect(), first, last))
        })
        .collect();
    for (meeting, occasion) in meetings.iter().zip(occasions) {
        let open = matches!(meeting.days, Possible::Soon(..) | Possible::Any);
        if !(meeting.to_be && open) || occasion.manner == Manner::Visit {
            continue;
        }
        let people = || occasion.parties.values().flatten();
        let mut taken = trips.iter().filter(|(who, ..)| people().any(|one| who.contains(one)));
        if let (Some((_, first, last)), None) = (taken.next(), taken.next()) {
            occasion.days = Possible::Within(*first, *last);
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

impl Occasion {
    /// Everybody at the table who is named.
    pub(super) fn people(&self) -> impl Iterator<Item = &NodeName> {
        self.parties.values().flatten()
    }
}
