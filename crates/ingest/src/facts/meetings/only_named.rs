//! Who is only named beside a meeting: about whom those who met talked, whose envoy or family came, whom
//! one of them succeeded, who was elsewhere meanwhile, who sent a message, who speaks for others.

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId, Mentioned};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind};
use std::collections::HashSet;

/// So many words for an occasion, and names of one sentence, are looked at.
const MANY: usize = 12;
const NAMES: usize = 60;
/// So many words before a name belong to it, and so many names stand in one list.
const BEFORE: usize = 6;
const LISTED: usize = 4;

/// Nouns for those who come in somebody's stead or are of their household.
#[rustfmt::skip]
const STANDS_FOR: &[&str] = &[
    "adviser", "advisers", "advisor", "advisors", "aide", "aides", "emissaries", "emissary", "envoy",
    "envoys", "families", "family", "lawyer", "lawyers", "relatives", "spokesman", "spokesperson",
    "spokeswoman", "widow",
];

/// Nouns for what befell somebody, and for what can be discussed of them.
#[rustfmt::skip]
const FATES: &[&str] = &[
    "arrest", "assassination", "death", "detention", "disappearance", "fate", "imprisonment", "jailing",
    "killing", "murder", "plight", "poisoning", "trial",
];

/// What somebody did to whoever held the office before.
#[rustfmt::skip]
const FOLLOWED: &[&str] =
    &["beat", "defeated", "deposed", "ousted", "replaced", "succeeded", "succeeds", "toppled", "unseated"];

/// How a name stands beside a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// The state that is named with it has no part either.
    All,
    /// The state may well take part by somebody else.
    Alone,
}

/// Takes out whoever is named only so in every sentence that tells of the meeting or of their part in it.
pub(super) fn without_only_named(cast: &Cast, occasion: &mut Occasion) {
    let mut gone: Vec<(MemberId, Beside)> = Vec::new();
    for attend in &occasion.attendance {
        let present =
            matches!(attend.status, AttendanceStatus::Attended | AttendanceStatus::Expected);
        if !present || attend.by == Teller::Presence {
            continue;
        }
        let kind = cast.kind(attend.who);
        if !matches!(kind, EntityKind::Person | EntityKind::State) {
            continue;
        }
        let mut found = None;
        let beside = mentions_here(cast, occasion, attend).all(|mention| {
            let this = if kind == EntityKind::Person {
                person_beside(cast, occasion, mention)
            } else {
                is_topic(cast, occasion, mention).then_some(Beside::All)
            };
            found = if found == Some(Beside::Alone) { found } else { this };
            this.is_some()
        });
        if let Some(found) = found.filter(|_| beside) {
            gone.push((attend.who, found));
        }
    }
    if gone.is_empty() {
        return;
    }
    let persons: HashSet<MemberId> = gone.iter().map(|(who, _)| *who).collect();
    let out = |who: MemberId| persons.contains(&who);
    let rest: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| cast.kind(it.who) == EntityKind::Person && !out(it.who))
        .filter_map(|it| cast.side_of(it.who))
        .collect();
    // A state that is discussed comes all the same with its minister.
    let sides: HashSet<MemberId> = gone
        .iter()
        .filter(|(who, how)| *how == Beside::All && cast.kind(*who) == EntityKind::Person)
        .filter_map(|(who, _)| cast.side_of(*who))
        .collect();
    let came_along = |it: &Attend| {
        sides.contains(&it.who)
            && mentions_here(cast, occasion, it)
                .all(|mention| is_of_office(cast, mention, &persons))
    };
    let leaving: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| !rest.contains(&it.who) && (out(it.who) || came_along(it)))
        .map(|it| it.who)
        .collect();
    occasion.attendance.retain(|it| !leaving.contains(&it.who));
}

/// The names of somebody in the sentences that tell of the meeting or of their part in it.
fn mentions_here<'c>(
    cast: &'c Cast,
    occasion: &Occasion,
    attend: &Attend,
) -> impl Iterator<Item = &'c Mentioned> {
    let words = occasion.mentions.iter().take(MANY).map(|run| run.start);
    let mut starts: Vec<usize> = words
        .chain([attend.evidence.start, attend.evidence.end.saturating_sub(1)])
        .map(|at| cast.surface.sentence(at).start)
        .collect();
    let who = attend.who;
    starts.sort_unstable();
    starts.dedup();
    starts
        .into_iter()
        .flat_map(|start| cast.mentions_in(&cast.surface.sentence(start)).take(NAMES))
        .filter(move |mention| mention.who == who)
        .filter(|mention| cast.surface.pos(mention.run.start) != Pos::PossessivePronoun)
}

/// Whether a state is named only in the words before the name of one of these: "Syrian President Lee".
pub(super) fn is_of_office(cast: &Cast, mention: &Mentioned, persons: &HashSet<MemberId>) -> bool {
    let end = cast.surface.sentence(mention.run.start).end.min(mention.run.end + BEFORE);
    let after = mention.run.end..end;
    let named = cast.mentions_in(&after).find(|it| cast.kind(it.who) == EntityKind::Person);
    named.is_some_and(|it| {
        persons.contains(&it.who) && words_from(cast, it.run.start) <= mention.run.start
    })
}

/// How a person's name stands beside the meeting, if it does.
fn person_beside(cast: &Cast, occasion: &Occasion, mention: &Mentioned) -> Option<Beside> {
    let surface = cast.surface;
    let first = surface.sentence(mention.run.start).start;
    let end = mention.run.end;
    if is_topic(cast, occasion, mention) {
        return Some(Beside::All);
    }
    // "Lee's special envoy"
    if surface.lower(end) == "'s" {
        let noun = (end + 1..end + 4)
            .take_while(|at| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective())
            .find(|at| STANDS_FOR.contains(&surface.lower(*at)));
        return noun.map(|_| Beside::Alone);
    }
    let from = words_from(cast, mention.run.start);
    let listed = list_from(cast, mention.run.start);
    let before = |start: usize, back: usize| {
        start.checked_sub(back).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    // "the families of Lee and Kim", "aides to Lee", "the fate of Lee", "a letter from Lee"
    let noun = before(listed, 2);
    let of_another = match before(listed, 1) {
        "of" => {
            matches!(noun, "family" | "families" | "relatives" | "widow") || FATES.contains(&noun)
        }
        // "Adviser to the President on Rivers Ann Lee" is the adviser.
        "to" if surface.lower(listed) == "the" => false,
        "to" => matches!(noun, "aide" | "aides" | "adviser" | "advisers" | "advisor" | "successor"),
        "for" => noun.starts_with("spokes"),
        "from" => matches!(noun, "letter" | "letters" | "message" | "messages" | "greetings"),
        _ => false,
    };
    // "Kim, who defeated Lee in May, met"
    let followed = FOLLOWED.contains(&before(from, 1)) && before(from, 2) == "who";
    if of_another || followed {
        return Some(Beside::Alone);
    }
    // "the first to visit Chad since Lee in 2011": who did so then.
    if before(from, 1) == "since" && !surface.pos(end).is_finite_verb() {
        return Some(Beside::Alone);
    }
    if is_elsewhere(surface, occasion, cast, from, end) {
        return Some(Beside::All);
    }
    speaks_for_others(cast, mention).then_some(Beside::Alone)
}

/// "while President Lee was in Lima", "but Lee stayed in Paris": who is told to be at another place.
fn is_elsewhere(
    surface: &Surface,
    occasion: &Occasion,
    cast: &Cast,
    from: usize,
    end: usize,
) -> bool {
    let Some(joins) = from.checked_sub(1) else { return false };
    let apart = matches!(surface.lower(joins), "while" | "whereas" | "but");
    let there = matches!(surface.lower(end), "was" | "were" | "stayed" | "remained")
        && matches!(surface.lower(end + 1), "in" | "at" | "on");
    let place = occasion.place.map(|place| cast.member(place).name.to_lowercase());
    let same = place.is_some_and(|name| {
        (end + 2..end + 4).any(|at| name.split(' ').any(|word| word == surface.lower(at)))
    });
    let meets = (end + 2..end + 5).any(|at| cast.lexicon.names_a_meeting(surface.lower(at)));
    apart && there && !same && !meets && !matches!(surface.lower(end + 2), "attendance" | "there")
}

/// "spokesman Ann Lee said": who is there only to tell of it.
fn speaks_for_others(cast: &Cast, mention: &Mentioned) -> bool {
    let surface = cast.surface;
    let spokes = |at: usize| surface.lower(at).starts_with("spokes");
    let from = words_from(cast, mention.run.start);
    let after = mention.run.end + usize::from(surface.word(mention.run.end) == ",");
    let said = |at: usize| matches!(surface.lower(at), "said" | "says" | "announced" | "added");
    let told = said(after) || from.checked_sub(1).is_some_and(said);
    let office = cast.member(mention.who).offices.iter();
    let mut office = office.map(|office| office.title.to_lowercase());
    told && ((from..mention.run.start).any(spokes) || office.any(|title| title.contains("spokes")))
}

/// Whether a name is of what somebody discussed, or talked about, and not of whose meeting was discussed:
/// "discussed Lee's trip".
fn is_topic(cast: &Cast, occasion: &Occasion, mention: &Mentioned) -> bool {
    let surface = cast.surface;
    let start = mention.run.start;
    let sentence = surface.sentence(start);
    let first = sentence.start;
    // "discuss the summit that President Lee will host": who does something.
    let of = surface.lower(mention.run.end) == "of";
    let whose = cast.mention_at(mention.run.end + 1).filter(|_| of);
    let next = surface.pos(whose.map_or(mention.run.end, |whose| whose.run.end));
    if next.is_finite_verb() || next == Pos::Modal {
        return false;
    }
    let mut thing = (mention.run.end..sentence.end.min(mention.run.end + MANY)).take_while(|at| {
        !matches!(surface.lower(*at), "at" | "during" | "in" | "on" | "with" | ",")
    });
    if thing.any(|at| occasion.mentions.iter().take(MANY).any(|run| run.contains(&at))) {
        return false;
    }
    let from = list_from(cast, start);
    if occasion.mentions.iter().take(MANY).any(|run| (from..start).contains(&run.start)) {
        return false;
    }
    let Some(before) = from.checked_sub(1).filter(|at| *at >= first) else { return false };
    match surface.lower(before) {
        "discuss" | "discussed" | "discusses" | "discussing" => true,
        "about" => before.checked_sub(1).is_some_and(|at| {
            matches!(
                surface.lower(at),
                "talk" | "talked" | "talking" | "spoke" | "speak" | "speaking"
            )
        }),
        _ => false,
    }
}

/// Where the list begins in which a name stands: "Lee, Kim and Roe".
fn list_from(cast: &Cast, start: usize) -> usize {
    let surface = cast.surface;
    let first = surface.sentence(start).start;
    let mut from = words_from(cast, start);
    // "adviser to President Lee, Ann Kim": who stands behind a comma is in a list only if it goes on.
    let own = cast.mention_at(start).map_or(start + 1, |mention| mention.run.end);
    let comma = from.checked_sub(1).is_some_and(|at| surface.word(at) == ",");
    if comma && surface.lower(own) != "and" {
        return from;
    }
    for _ in 0..LISTED {
        let Some(joins) = from.checked_sub(1).filter(|at| *at > first) else { break };
        if !matches!(surface.lower(joins), "," | "and") {
            break;
        }
        let Some(before) = cast.mention_at(joins - 1).filter(|it| it.run.end == joins) else {
            break;
        };
        from = words_from(cast, before.run.start);
    }
    from
}

/// Where the words begin that belong to a name: "the former Syrian President Lee".
fn words_from(cast: &Cast, start: usize) -> usize {
    let surface = cast.surface;
    let first: usize = surface.sentence(start).start.max(start.saturating_sub(BEFORE + 2));
    let office = cast.office_from(start).min(start).max(first);
    let owns = |at: usize| {
        let pos = surface.pos(at);
        let state: Option<&Mentioned> =
            cast.mention_at(at).filter(|it| cast.kind(it.who) == EntityKind::State);
        let plain = cast.mention_at(at).is_none()
            && surface.lower(at) != "that"
            && (pos.is_noun() || pos.is_adjective() || pos.is_determiner());
        state.is_some() || plain || pos == Pos::Possessive && at < start
    };
    // Behind a state's name the words before it are of another.
    let run: Run = first..office;
    office - run.rev().take_while(|at| owns(*at)).count()
}
