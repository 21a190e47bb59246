//! Who is who, and what it rests on, as a generation keeps it: flat structs of the format's own.

use super::gist::{Gist, Met, Named};
use super::occasion::{Manner, Possible};
use super::person_name::PersonName;
use super::stray::Stray;
use super::title::Title;
use super::{Joined, Reason, WhoIsWho};
use crate::NodeName;
use crate::hashed::Hashed;
use crate::register::codec;
use chancery_model::{DocumentId, EntityId};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::str::FromStr;

/// One, other, reason, in how many documents.
type WireJoined = (String, String, u8, Option<u64>);
/// Id, node, reason.
type WirePlaced = (String, String, Option<u8>);

#[derive(Serialize, Deserialize)]
struct WireWho {
    clusters: Vec<Vec<String>>,
    /// By node.
    joined: Vec<(String, Vec<WireJoined>)>,
    called: Vec<(String, String)>,
    /// By the place of the document.
    placed: Vec<(u32, Vec<WirePlaced>)>,
    bare: Vec<(String, String)>,
    homes: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct WireGists {
    /// Every id; what follows names them by their places.
    ids: Vec<String>,
    gists: Vec<WireGist>,
}

#[derive(Serialize, Deserialize)]
struct WireGist {
    published: Option<i32>,
    series: Option<String>,
    states: Vec<u32>,
    others: Vec<u32>,
    elsewhere: Vec<(u32, String)>,
    people: Vec<WireNamed>,
    meetings: Vec<WireMet>,
}

#[derive(Serialize, Deserialize)]
struct WireNamed {
    id: u32,
    words: Vec<String>,
    articled: bool,
    serves: Vec<(u32, u32)>,
    titles: Vec<(Vec<String>, u32)>,
    elsewhere: Vec<String>,
    stray: u8,
}

#[derive(Serialize, Deserialize)]
struct WireMet {
    handle: String,
    manner: u8,
    /// Which of the ways in which days are told, the first and the last.
    days: (u8, i32, i32),
    to_be: bool,
    there: Vec<u32>,
    place: Option<u32>,
    /// Its words, which of a series it is, and what some words begin with.
    title: Option<(String, Option<u8>, Vec<String>)>,
    /// The sentence that tells of it, in short.
    wording: Option<String>,
    of_the_title: bool,
    plainly: Option<String>,
    besides: bool,
}

/// Who is who, of documents in their order.
pub(crate) fn who_out(who: &WhoIsWho, place: &dyn Fn(&DocumentId) -> Option<u32>) -> Vec<u8> {
    let pair = |(one, other): (&NodeName, &NodeName)| (one.to_string(), other.to_string());
    let joined = |it: &Joined| {
        let documents = it.documents.map(|count| count as u64);
        (it.one.to_string(), it.other.to_string(), it.reason as u8, documents)
    };
    let mut placed: Vec<_> = who
        .placed
        .iter()
        .filter_map(|(document, placed)| {
            let each = placed.iter().map(|(id, (node, reason))| {
                (id.to_string(), node.to_string(), reason.map(|reason| reason as u8))
            });
            Some((place(document)?, each.collect::<Vec<_>>()))
        })
        .collect();
    placed.sort_unstable();
    codec::encode(&WireWho {
        clusters: who
            .clusters
            .values()
            .map(|members| members.iter().map(ToString::to_string).collect())
            .collect(),
        joined: who
            .joined
            .iter()
            .map(|(node, all)| (node.to_string(), all.iter().map(joined).collect()))
            .collect(),
        called: who.called.iter().map(|(node, name)| (node.to_string(), name.clone())).collect(),
        placed,
        bare: who.bare.iter().map(pair).collect(),
        homes: who.homes.iter().map(pair).collect(),
    })
}

/// The same, read; `None` if it is not as it was written.
pub(crate) fn who_in(
    bytes: &[u8],
    document: &dyn Fn(u32) -> Option<DocumentId>,
) -> Option<WhoIsWho> {
    let wire: WireWho = codec::decode(bytes).ok()?;
    let pairs = |all: Vec<(String, String)>| -> Option<BTreeMap<NodeName, NodeName>> {
        all.into_iter().map(|(one, other)| Some((parsed(&one)?, parsed(&other)?))).collect()
    };
    let mut who = WhoIsWho::default();
    for members in wire.clusters {
        let members: Vec<NodeName> = members.iter().map(|it| parsed(it)).collect::<Option<_>>()?;
        let least = members.first()?.clone();
        who.least.extend(members[1..].iter().map(|other| (other.clone(), least.clone())));
        who.clusters.insert(least, members);
    }
    for (node, all) in wire.joined {
        let joined = all.into_iter().map(|(one, other, reason, documents)| {
            let documents = match documents {
                Some(count) => Some(usize::try_from(count).ok()?),
                None => None,
            };
            let (one, other) = (parsed(&one)?, parsed(&other)?);
            Some(Joined { one, other, reason: Reason::from_raw(reason)?, documents })
        });
        who.joined.insert(parsed(&node)?, joined.collect::<Option<_>>()?);
    }
    for (node, name) in wire.called {
        who.called.insert(parsed(&node)?, name);
    }
    for (place, placed) in wire.placed {
        let placed = placed.into_iter().map(|(id, node, reason)| {
            let reason = match reason {
                Some(raw) => Some(Reason::from_raw(raw)?),
                None => None,
            };
            Some((parsed(&id)?, (parsed(&node)?, reason)))
        });
        who.placed.insert(document(place)?, placed.collect::<Option<_>>()?);
    }
    who.bare = pairs(wire.bare)?;
    who.homes = pairs(wire.homes)?;
    Some(who)
}

fn parsed<T: FromStr>(word: &str) -> Option<T> {
    word.parse().ok()
}

/// What documents tell in short, in their order.
pub(crate) fn gists_out(gists: &[Gist]) -> Vec<u8> {
    let mut ids: Vec<String> = Vec::new();
    let mut places: Hashed<EntityId, u32> = Hashed::default();
    let mut place = |id: &EntityId| {
        *places.entry(id.clone()).or_insert_with(|| {
            ids.push(id.to_string());
            small(ids.len() - 1)
        })
    };
    let mut all = Vec::with_capacity(gists.len());
    for gist in gists {
        let people = gist.people.iter().map(|it| WireNamed {
            id: place(&it.id),
            words: it.name.kept_words(),
            articled: it.name.is_articled(),
            serves: it.serves.iter().map(|(id, count)| (place(id), small(*count))).collect(),
            titles: it
                .titles
                .iter()
                .map(|(words, count)| (words.iter().cloned().collect(), small(*count)))
                .collect(),
            elsewhere: it.elsewhere.iter().cloned().collect(),
            stray: it.stray as u8,
        });
        let people = people.collect();
        let meetings = gist.meetings.iter().map(|it| WireMet {
            handle: it.handle.to_string(),
            manner: it.manner as u8,
            days: match it.days {
                Possible::Told(first, last) => (0, number(first), number(last)),
                Possible::Within(first, last) => (1, number(first), number(last)),
                Possible::Soon(first, last) => (2, number(first), number(last)),
                Possible::About(day) => (3, number(day), number(day)),
                Possible::Any => (4, 0, 0),
            },
            to_be: it.to_be,
            there: it.there.iter().map(&mut place).collect(),
            place: it.place.as_ref().map(&mut place),
            title: it
                .title
                .as_ref()
                .map(|title| (title.words.clone(), title.number, title.letters.clone())),
            wording: it.wording.clone(),
            of_the_title: it.of_the_title,
            plainly: it.plainly.clone(),
            besides: it.besides,
        });
        let meetings = meetings.collect();
        all.push(WireGist {
            published: gist.published.map(number),
            series: gist.series.clone(),
            states: gist.states.iter().map(&mut place).collect(),
            others: gist.others.iter().map(&mut place).collect(),
            elsewhere: gist.elsewhere.iter().map(|(id, it)| (place(id), it.clone())).collect(),
            people,
            meetings,
        });
    }
    codec::encode(&WireGists { ids, gists: all })
}

fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The same, read; `None` if they are not as they were written.
pub(crate) fn gists_in(bytes: &[u8]) -> Option<Vec<Gist>> {
    let wire: WireGists = codec::decode(bytes).ok()?;
    let ids: Vec<EntityId> = wire.ids.iter().map(|id| parsed(id)).collect::<Option<_>>()?;
    let id = |place: u32| ids.get(place as usize).cloned();
    let all = |places: Vec<u32>| places.into_iter().map(id).collect::<Option<Vec<_>>>();
    let day = NaiveDate::from_num_days_from_ce_opt;
    let named = |it: WireNamed| {
        let serves = it.serves.into_iter().map(|(of, count)| Some((id(of)?, count as usize)));
        let titles = it.titles.into_iter();
        Some(Named {
            id: id(it.id)?,
            name: PersonName::of_words(it.words, it.articled)?,
            serves: serves.collect::<Option<_>>()?,
            titles: titles
                .map(|(words, count)| (words.into_iter().collect(), count as usize))
                .collect(),
            elsewhere: it.elsewhere.into_iter().collect(),
            stray: *Stray::ALL.get(usize::from(it.stray))?,
        })
    };
    let met = |it: WireMet| {
        let (first, last) = (day(it.days.1), day(it.days.2));
        let days = match it.days.0 {
            4 => Possible::Any,
            // No window runs backwards.
            _ if it.days.1 > it.days.2 => return None,
            0 => Possible::Told(first?, last?),
            1 => Possible::Within(first?, last?),
            2 => Possible::Soon(first?, last?),
            3 => Possible::About(first?),
            _ => return None,
        };
        let place = match it.place {
            Some(place) => Some(id(place)?),
            None => None,
        };
        Some(Met {
            handle: parsed(&it.handle)?,
            manner: *[Manner::Call, Manner::Visit, Manner::Table].get(usize::from(it.manner))?,
            days,
            to_be: it.to_be,
            there: all(it.there)?,
            place,
            title: it.title.map(|(words, number, letters)| Title { words, number, letters }),
            wording: it.wording,
            of_the_title: it.of_the_title,
            plainly: it.plainly,
            besides: it.besides,
        })
    };
    let gist = |it: WireGist| {
        let published = match it.published {
            Some(number) => Some(day(number)?),
            None => None,
        };
        Some(Gist {
            published,
            series: it.series,
            states: all(it.states)?,
            others: all(it.others)?,
            elsewhere: it
                .elsewhere
                .into_iter()
                .map(|(of, elsewhere)| Some((id(of)?, elsewhere)))
                .collect::<Option<_>>()?,
            people: it.people.into_iter().map(named).collect::<Option<_>>()?,
            meetings: it.meetings.into_iter().map(met).collect::<Option<_>>()?,
        })
    };
    wire.gists.into_iter().map(gist).collect()
}
