//! For whom those are there who are not named: "Moroccan youth" for nobody, "government officials"
//! for the state where they are met.

use super::scene::DIPLOMATIC;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId, Mentioned};
use crate::mentions::{Tense, What};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind};

/// Nouns for people who speak for no state.
#[rustfmt::skip]
const PRIVATE: &[&str] = &[
    "academics", "activists", "actors", "advocates", "alumni", "artists", "athletes",
    "businesspeople", "business", "businesses", "citizens", "communities", "community", "companies",
    "defenders", "diaspora", "employees", "entrepreneurs", "executives",
    "families", "industry", "journalists", "ngos", "organizations", "people", "practitioners",
    "private", "professionals", "refugees", "researchers", "residents", "scholars", "scientists",
    "society", "stakeholders", "students", "survivors", "teachers", "veterans", "women", "workers",
    "youth",
];

/// Nouns for those who do, beside those of diplomacy.
#[rustfmt::skip]
const PUBLIC: &[&str] = &[
    "chief", "forces", "lawmakers", "leadership", "military", "ministry", "officers", "parliament",
    "parliamentarians", "police", "representative", "senators", "side", "team",
];

/// Words before "officials" that leave open whose they are.
#[rustfmt::skip]
const OFFICIAL: &[&str] = &[
    "and", "civilian", "country", "government", "her", "high-level", "his", "host", "military", "other",
    "senior", "state", "their", "top",
];

/// So many words for an occasion are looked at.
const MANY: usize = 12;
/// So many words back from a meeting the state where it is may be named.
const BACK: usize = 300;
/// So many words after a demonym its noun stands.
const NEAR: usize = 4;

/// Takes states out of an occasion that are there only by their private people: "will meet with
/// Moroccan youth".
pub(super) fn without_private_people(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    let persons: Vec<_> = occasion
        .attendance
        .iter()
        .filter(|it| cast.kind(it.who) == EntityKind::Person)
        .filter_map(|it| cast.side_of(it.who))
        .collect();
    let mut sentences: Vec<Run> =
        occasion.mentions.iter().take(MANY).map(|run| surface.sentence(run.start)).collect();
    sentences.dedup();
    occasion.attendance.retain(|it| {
        let present = matches!(it.status, AttendanceStatus::Attended | AttendanceStatus::Expected);
        if !present || cast.kind(it.who) != EntityKind::State || persons.contains(&it.who) {
            return true;
        }
        let here = || {
            let all = sentences.iter().flat_map(|sentence| cast.mentions_in(sentence));
            all.filter(|mention| mention.who == it.who)
        };
        let people = |mention: &Mentioned| is_of_private_people(surface, mention.run.end);
        // "In Morocco, she will meet with Moroccan youth": where they meet.
        let where_met =
            |mention: &Mentioned| surface.lower(mention.run.start.wrapping_sub(1)) == "in";
        !(here().any(people) && here().all(|it| people(it) || where_met(it)))
    });
}

/// Whether the words after a state's name speak of its people and not of the state.
fn is_of_private_people(surface: &Surface, after: usize) -> bool {
    let end = surface.sentence(after.saturating_sub(1)).end.min(after + NEAR);
    let first = (after..end).find_map(|at| {
        let word = surface.lower(at);
        if DIPLOMATIC.contains(&word) || PUBLIC.contains(&word) {
            Some(false)
        } else if PRIVATE.contains(&word) {
            Some(true)
        } else if matches!(word, "," | "." | ";" | "and" | "to" | "with" | "in" | "on") {
            Some(false)
        } else {
            None
        }
    });
    first == Some(true)
}

/// "In Rabat, she will meet with senior government officials": those of the state where she is.
///
/// `home` is the state whose release it is, else that of the first who comes; `visited` is the state to
/// which all journeys of the text are, if they are to one.
pub(super) fn add_officials(
    cast: &Cast,
    occasion: &mut Occasion,
    home: Option<MemberId>,
    visited: Option<MemberId>,
) {
    if occasion.kind == MeetingKind::Visit {
        return;
    }
    let comes = |it: &&Attend| {
        cast.kind(it.who) == EntityKind::Person
            && matches!(it.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
    };
    let Some(guest) = occasion.attendance.iter().find(comes) else { return };
    let home = home.or_else(|| cast.side_of(guest.who));
    let foreign = |it: &Attend| cast.kind(it.who) == EntityKind::State && Some(it.who) != home;
    let words = occasion.mentions.iter().find_map(|run| officials_after(cast, run));
    let Some(words) = words.filter(|words| !is_at_an_event(cast, words.start)) else { return };
    let several = two_at_the_head(cast, words.start).len() > 1;
    if !several && occasion.attendance.iter().any(foreign) {
        return;
    }
    let named = two_at_the_head(cast, words.start);
    let hosts = if named.is_empty() {
        where_it_is(cast, occasion, words.start).or(visited).into_iter().collect()
    } else {
        named
    };
    let (status, by) = (occasion.taking_part(), Teller::Side);
    for who in hosts.into_iter().filter(|state| Some(*state) != home) {
        let evidence = words.clone();
        occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
    }
}

/// "In Lima, she will meet with President Lee": of an office that nobody's state is named for it is the
/// one of the state where they meet.
pub(super) fn bring_hosts_state(cast: &Cast, occasion: &mut Occasion, home: Option<MemberId>) {
    let Some(home) = home.filter(|_| occasion.kind == MeetingKind::Talks) else { return };
    let ours = |it: &Attend| {
        cast.kind(it.who) == EntityKind::Person
            && cast.side_of(it.who).is_none_or(|side| side == home)
            && !cast.member(it.who).offices.iter().any(|office| of_a_state(&office.title))
            || it.who == home
    };
    if !occasion.attendance.iter().any(ours) {
        return;
    }
    let host = occasion.attendance.iter().find_map(|it| {
        let member = cast.member(it.who);
        let official = member.kind == EntityKind::Person
            && cast.side_of(it.who).is_none()
            && member.offices.iter().any(|office| {
                office.owner.is_none() && office.tense != Tense::Former && of_a_state(&office.title)
            });
        let at = it.evidence.start;
        official.then(|| where_it_is(cast, occasion, at)).flatten().map(|state| (state, it.clone()))
    });
    if let Some((who, beside)) = host.filter(|(state, _)| *state != home) {
        occasion.attend(Attend { who, by: Teller::Side, ..beside }, false);
    }
}

/// Whether a title is of an office that a state has.
fn of_a_state(title: &str) -> bool {
    let title = title.to_lowercase();
    let company = ["vice president for", "chief executive", "co-president"];
    ["president", "prime minister", "minister", "chancellor", "party secretary"]
        .iter()
        .any(|office| title.contains(office))
        && !company.iter().any(|words| title.contains(words))
}

/// "In Chad and Mali, she will meet with officials": of either.
fn two_at_the_head(cast: &Cast, at: usize) -> Vec<MemberId> {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let end = (first..at.min(first + 12)).find(|at| surface.word(*at) == ",");
    let (Some(end), "in") = (end, surface.lower(first)) else { return Vec::new() };
    let named = (first + 1..end).filter_map(|at| {
        let name = cast.name_at(at).filter(|name| name.run.start == at)?;
        let What::State(code, _) = name.what else { return None };
        cast.state_named(code)
    });
    let states: Vec<MemberId> = named.collect();
    if states.len() > 1 { states } else { Vec::new() }
}

/// "will attend the Lima Airshow, where she will meet with officials": those of many states come there.
fn is_at_an_event(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(NEAR + 1));
    (first..at).rev().find(|at| surface.lower(*at) == "where").is_some_and(|relative| {
        let named = relative
            .saturating_sub(1 + usize::from(surface.word(relative.saturating_sub(1)) == ","));
        cast.name_at(named).is_none() && surface.pos(named) != Pos::Number
    })
}

/// "with other senior government officials" after words for a meeting, where nothing tells whose.
fn officials_after(cast: &Cast, run: &Run) -> Option<Run> {
    let surface = cast.surface;
    let end = surface.sentence(run.start).end.min(run.end + 8);
    let with = (run.end..end.min(run.end + 2)).find(|at| surface.lower(*at) == "with")?;
    // "with government and the private sector"
    if surface.lower(with + 1) == "government" && matches!(surface.lower(with + 2), "and" | ",") {
        return Some(run.start..with + 2);
    }
    let noun = (with + 1..end).find(|at| {
        let before = surface.lower(*at - 1);
        match surface.lower(*at) {
            "officials" => true,
            "counterparts" => matches!(before, "government" | "her" | "his"),
            "leaders" | "representatives" => before == "government",
            _ => false,
        }
    })?;
    let plain = (with + 1..noun).all(|at| {
        let whose = surface.pos(at) == Pos::PossessivePronoun;
        (whose || cast.mention_at(at).is_none()) && OFFICIAL.contains(&surface.lower(at))
    });
    let whose = matches!(surface.lower(noun + 1), "from" | "of" | "at");
    (plain && !whose).then(|| run.start..noun + 1)
}

/// The state that the words before it in its paragraph put somebody in: "In Morocco, …".
fn where_it_is(cast: &Cast, occasion: &Occasion, at: usize) -> Option<MemberId> {
    let surface = cast.surface;
    let state_at = |from: usize, to: usize| {
        (from..to).rev().find_map(|at| {
            let name = cast.name_at(at).filter(|name| name.run.start == at)?;
            let before = surface.lower(at.wrapping_sub(1));
            let into = matches!(before, "in" | "to" | ",")
                || before == "the" && matches!(surface.lower(at.wrapping_sub(2)), "in" | "to");
            let What::State(code, _) = name.what else { return None };
            let followed = surface.lower(name.run.end) == "'s";
            (into && !followed).then(|| cast.state_named(code)).flatten()
        })
    };
    let first = surface.paragraph(at).start.max(at.saturating_sub(BACK));
    let of_place = occasion.place.and_then(|place| state_of_place(cast, place));
    of_place.or_else(|| state_at(first, at))
}

/// The state to which all journeys of a text are.
pub(super) fn only_visited(cast: &Cast, occasions: &[Occasion]) -> Option<MemberId> {
    let visits = occasions.iter().filter(|it| it.kind == MeetingKind::Visit);
    let mut to = visits.map(|it| it.place.and_then(|place| state_of_place(cast, place)));
    let first = to.next()??;
    to.all(|state| state == Some(first)).then_some(first)
}

/// Whether a text tells of what officials of one state do among themselves at home: "will travel to
/// Minot Air Force Base". That is no diplomacy.
pub(super) fn is_domestic(cast: &Cast, occasions: &[Occasion], home: MemberId) -> bool {
    let foreign = |it: &Attend| match cast.kind(it.who) {
        EntityKind::State => it.who != home,
        EntityKind::Person => cast.side_of(it.who) != Some(home),
        EntityKind::Organization => cast.member(it.who).of != Some(home),
        EntityKind::Place => false,
    };
    // What many come to by a name of its own is more than that: "the Treaty Review Conference".
    let surface = cast.surface;
    let gathers = occasions.iter().any(|it| {
        matches!(it.kind, MeetingKind::Conference | MeetingKind::Summit)
            && it.mentions.iter().take(MANY).any(|run| {
                run.len() > 1 && surface.is_capital(run.start) && surface.is_capital(run.end - 1)
            })
    });
    if gathers {
        return false;
    }
    // So is what takes them to a body of states: "will travel to New York to address the UN".
    let mut words = occasions.iter().flat_map(|it| it.mentions.iter().take(MANY));
    let to_states = words.any(|run| {
        let sentence = surface.sentence(run.start);
        cast.mentions_in(&sentence)
            .any(|it| cast.lexicon.of_states.contains(&cast.member(it.who).name))
    });
    if to_states {
        return false;
    }
    let mut places = occasions.iter().filter_map(|it| it.place).peekable();
    places.peek().is_some()
        && places.all(|place| state_of_place(cast, place) == Some(home))
        && !occasions.iter().flat_map(|it| &it.attendance).any(foreign)
}

/// The state in which a place lies, if the text has it.
pub(super) fn state_of_place(cast: &Cast, place: MemberId) -> Option<MemberId> {
    let member = cast.member(place);
    if member.kind == EntityKind::State {
        return Some(place);
    }
    let words: Vec<&str> = member.name.split_whitespace().collect();
    let (taken, code) = cast.lexicon.places.longest(|offset| words.get(offset).copied())?;
    let code = code.filter(|_| taken == words.len())?;
    cast.state_named(code)
}
