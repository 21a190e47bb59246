//! What those of one side do among themselves: a cabinet, a party or a board that meets, a minister and his
//! advisers, a family that comes together, somebody before listeners. It is no contact of states.

use super::private::state_of_place;
use super::scene::Scene;
use super::verbs::subject;
use super::{Attend, Occasion, Trigger};
use crate::clauses::verb_group;
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind};

/// So many words before a noun, and of an object, are looked at.
const PHRASE: usize = 10;
/// So many words before a noun the verb stands whose object it is.
const VERB: usize = 12;
/// So many words of one occasion, and so many who are there, are looked at.
const MANY: usize = 12;
const CROWD: usize = 60;

/// What a government, a party or a company is led by, and what speaks to the press.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "board", "cabinet", "caucus", "legislature", "news", "parliament", "party",
    "politburo", "press", "senate", "shareholder", "shareholders", "stockholder", "stockholders",
];

/// Those whom somebody calls his own.
#[rustfmt::skip]
const OWN_PEOPLE: &[&str] = &[
    "advisers", "advisors", "aides", "brother", "cabinet", "children", "commanders", "daughter", "family",
    "father", "followers", "generals", "government", "husband", "lawyer", "lawyers", "ministers", "mother",
    "parents", "party", "relatives", "sister", "son", "sons", "staff", "supporters", "troops", "wife",
];

/// Those whom an official meets at home, and who speak for no state.
#[rustfmt::skip]
const AT_HOME: &[&str] = &[
    "businessmen", "commanders", "entrepreneurs", "families", "farmers", "generals", "governors",
    "journalists", "lawmakers", "legislators", "mayors", "officers", "relatives", "reporters", "residents",
    "soldiers", "students", "survivors", "teachers", "troops", "unionists", "victims", "villagers",
    "workers",
];

/// What leaders are of whom an official meets at home: "union leaders".
#[rustfmt::skip]
const LED: &[&str] = &[
    "business", "church", "community", "labor", "labour", "opposition", "party", "religious", "tribal",
    "union",
];

/// Words of the names of what governs or makes the laws of one state, and of names that tell of several.
#[rustfmt::skip]
const HOME: &[&str] = &[
    "bundestag", "cabinet", "central committee", "duma", "house of", "knesset", "legislature",
    "national assembly", "national security council", "parliament", "people's congress", "politburo",
    "senate", "standing committee", "state council",
];
#[rustfmt::skip]
const OF_SEVERAL: &[&str] =
    &["african", "arab", "asean", "baltic", "european", "inter", "nordic", "world"];

/// Whether words for a meeting tell of what those of one side do among themselves.
pub(super) fn is_own_affair(scene: &Scene, trigger: &Trigger) -> bool {
    let cast = scene.cast;
    let surface = cast.surface;
    let at = trigger.head;
    if scene.release || is_of_two_sides(cast, trigger) {
        return false;
    }
    if is_before_listeners(surface, at) || is_of_a_family(surface, at) {
        return true;
    }
    if trigger.kind == MeetingKind::Visit {
        return false;
    }
    let own = if surface.pos(at).is_verb() {
        is_of_own_body(scene, at) || is_at_own_place(surface, at)
    } else {
        is_called_after_a_body(cast, at) || is_of_a_body(cast, at) || is_held_by_a_body(scene, at)
    };
    own || is_with_own_people(surface, at) || is_of_a_coalition(surface, at)
}

/// Whether the words for a meeting themselves name two sides, or a body of states.
fn is_of_two_sides(cast: &Cast, trigger: &Trigger) -> bool {
    let of_states = |who: MemberId| cast.lexicon.of_states.contains(&cast.member(who).name);
    if trigger.parties.iter().take(CROWD).any(|(who, _)| of_states(*who)) {
        return true;
    }
    let sides = trigger.parties.iter().take(CROWD).filter_map(|(who, _)| match cast.kind(*who) {
        EntityKind::State => Some(*who),
        EntityKind::Person => cast.side_of(*who),
        EntityKind::Organization => cast.member(*who).of,
        EntityKind::Place => None,
    });
    distinct(sides.collect()).len() > 1
}

/// Whether a body governs one state or makes its laws.
fn is_home_body(cast: &Cast, who: MemberId) -> bool {
    if cast.kind(who) != EntityKind::Organization {
        return false;
    }
    let name = cast.member(who).name.to_lowercase();
    HOME.iter().any(|word| name.contains(word))
        && !OF_SEVERAL.iter().any(|word| name.contains(word))
        && !name.starts_with("un ")
}

/// Whether a stretch of words names a body of one state, a party or a board.
fn names_a_body(cast: &Cast, mut run: Run) -> bool {
    let surface = cast.surface;
    // "a joint cabinet meeting", "the IAEA board": of several states.
    let of_several = |at: usize| {
        surface.lower(at) == "joint"
            || cast
                .mention_at(at)
                .is_some_and(|it| cast.lexicon.of_states.contains(&cast.member(it.who).name))
    };
    if run.clone().any(of_several) {
        return false;
    }
    run.any(|at| {
        let named = cast.mention_at(at).map(|it| it.who);
        named.is_some_and(|who| is_home_body(cast, who))
            || BODIES.contains(&surface.lower(at))
            || surface.reads(at, &["provincial", "government"])
            || surface.reads(at, &["executive", "committee"])
                && surface.lower(at.wrapping_sub(1)) == "national"
            || surface.reads(at, &["central", "committee"])
    })
}

/// "a cabinet meeting", "the ruling party's annual conference", "the Knesset's session".
fn is_called_after_a_body(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || matches!(pos, Pos::Possessive | Pos::Number)
            || matches!(surface.lower(*at), "'s" | "’" | "'" | "-")
            || cast.mention_at(*at).is_some()
    };
    let start = (first..at).rev().take_while(within).last().unwrap_or(at);
    names_a_body(cast, start..at) || follows_a_press_conference(surface, at)
}

/// "told a press conference. Lee attended the conference": that before the press.
fn follows_a_press_conference(surface: &Surface, at: usize) -> bool {
    let alone = surface.lower(at) == "conference"
        && matches!(surface.lower(at.wrapping_sub(1)), "the" | "that" | "this")
        && !matches!(surface.lower(at + 1), "of" | "on" | "in" | "between" | "hosted");
    let near = at.saturating_sub(8 * PHRASE)..at.saturating_sub(1);
    let before = near.rev().find(|at| surface.lower(*at) == "conference");
    alone && before.is_some_and(|at| matches!(surface.lower(at.wrapping_sub(1)), "press" | "news"))
}

/// "a meeting of his top security advisers", "a session of parliament".
fn is_of_a_body(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let sits = matches!(
        surface.lower(at),
        "conference" | "congress" | "gathering" | "meeting" | "session" | "sitting" | "talks"
    );
    if !sits || surface.lower(at + 1) != "of" {
        return false;
    }
    let run = object(surface, at + 2);
    is_own(surface, &run) || names_a_body(cast, run)
}

/// "China's State Council held an executive meeting", "The legislature opens its annual session".
fn is_held_by_a_body(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(VERB));
    let verb = (first..at).rev().find(|at| surface.pos(*at).is_verb());
    let holds = |verb: usize| {
        let word = surface.lower(verb);
        ["hold", "held", "open", "conven", "began", "begin", "start", "conclu", "clos", "end"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    let Some(verb) = verb.filter(|verb| holds(*verb)) else { return false };
    let with = (at + 1..surface.sentence(at).end.min(at + 6))
        .any(|at| matches!(surface.lower(at), "with" | "between"));
    !with && subject(scene, &verb_group(surface, verb)).is_some_and(|run| is_body(scene.cast, &run))
}

/// "The Iraqi cabinet met on Monday", and with nobody.
fn is_of_own_body(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    let end = surface.sentence(at).end.min(at + PHRASE);
    let with = (at + 1..end)
        .take_while(|at| !surface.pos(*at).is_verb())
        .any(|at| surface.lower(at) == "with");
    let object = surface.pos(at + 1).is_determiner() || scene.cast.mention_at(at + 1).is_some();
    let meets = matches!(
        surface.lower(at),
        "meet" | "meets" | "met" | "meeting" | "convene" | "convenes" | "convened" | "gathered"
    );
    meets && !with && !object && {
        let group = verb_group(surface, at);
        subject(scene, &group).is_some_and(|run| {
            // "Chad's transitional government met": its members. (Whose talks it holds are with others.)
            let last = surface.lower(run.end - 1);
            let governs = last.starts_with("government") && last != "governments";
            let alone =
                run.end == group.run.start && !run.clone().any(|at| surface.lower(at) == "and");
            governs && alone || is_body(scene.cast, &run)
        })
    }
}

/// Whether a noun phrase is of a body of one state: "Afghanistan's parliament", but not "members of
/// parliament from Chad and Mali".
fn is_body(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let end = run.clone().find(|at| surface.pos(*at) == Pos::Preposition && *at > run.start);
    let head = end.unwrap_or(run.end).saturating_sub(1);
    let states = cast.mentions_in(run).filter(|it| cast.kind(it.who) == EntityKind::State);
    let of_one = distinct(states.map(|it| it.who).collect()).len() < 2;
    let first = run.start.max(head.saturating_sub(4));
    of_one && !surface.pos(head).is_plural() && names_a_body(cast, first..head + 1)
}

/// "met at party headquarters", "met in a bar".
fn is_at_own_place(surface: &Surface, at: usize) -> bool {
    let end = surface.sentence(at).end.min(at + 6);
    (at + 1..end).any(|at| {
        surface.reads(at, &["party", "headquarters"])
            || surface.lower(at) == "in"
                && surface.pos(at + 1).is_determiner()
                && (at + 2..end + 2)
                    .take_while(|at| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective())
                    .any(|at| matches!(surface.lower(at), "bar" | "disco" | "nightclub" | "pub"))
    })
}

/// The words of an object from a token on.
fn object(surface: &Surface, from: usize) -> Run {
    let end = surface.sentence(from.saturating_sub(1)).end.min(from + PHRASE);
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
            || matches!(surface.lower(*at), "of" | "'s" | "-")
    };
    from..(from..end).take_while(within).last().map_or(from, |last| last + 1)
}

/// "his top security advisers", "members of her party".
fn is_own(surface: &Surface, run: &Run) -> bool {
    let whose = run.clone().find(|at| surface.pos(*at) == Pos::PossessivePronoun);
    // "his ministers of trade" are his, "his government's guests" are not.
    whose.is_some_and(|whose| {
        (whose + 1..run.end).any(|at| {
            OWN_PEOPLE.contains(&surface.lower(at))
                && (at + 1 >= run.end || surface.lower(at + 1) == "of")
        })
    })
}

/// Whom a meeting is with, as the words right behind those for it tell.
fn met(surface: &Surface, at: usize) -> Run {
    let adverbs = (at + 1..at + 4).take_while(|at| surface.pos(*at).is_adverb()).count();
    let next = at + 1 + adverbs;
    match surface.lower(next) {
        "with" => object(surface, next + 1),
        _ if surface.pos(at).is_verb() => object(surface, next),
        _ => next..next,
    }
}

/// "met his top security advisers", "talks with members of her party".
fn is_with_own_people(surface: &Surface, at: usize) -> bool {
    let whom = met(surface, at);
    // "met her party and President Kim"
    let and = matches!(surface.lower(whom.end), "and" | ",");
    is_own(surface, &whom) && !(and && surface.is_capital(whom.end + 1))
}

/// "coalition talks", "are negotiating on the formation of a grand coalition": of parties.
fn is_of_a_coalition(surface: &Surface, at: usize) -> bool {
    let talks =
        matches!(surface.lower(at), "negotiations" | "talks" | "negotiating" | "negotiated");
    let end = surface.sentence(at).end.min(at + VERB);
    let forms = |at: usize| matches!(surface.lower(at), "form" | "forming" | "formation");
    let formed = (at + 1..end)
        .find(|at| forms(*at))
        .is_some_and(|at| (at + 1..end).any(|at| surface.lower(at) == "coalition"));
    // "talks on a new government"
    let new = (at + 2..at + 4).any(|at| surface.reads(at, &["new", "government"]))
        && matches!(surface.lower(at + 1), "about" | "on" | "over" | "to")
        // "with Prime Minister Lee", "Chadian leaders and the U.S. envoy": with another state.
        && !(surface.sentence(at).start.max(at.saturating_sub(40))..end)
            .any(|at| matches!(surface.lower(at), "envoy" | "mediator" | "with"));
    talks && (surface.lower(at.wrapping_sub(1)) == "coalition" || formed || new)
}

/// "told a rapt audience", "won over his audience in Tokyo": those who listen.
fn is_before_listeners(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start.max(at.saturating_sub(4));
    let granted = |at: usize| {
        matches!(
            surface.lower(at),
            "gave"
                | "given"
                | "granted"
                | "had"
                | "has"
                | "have"
                | "having"
                | "papal"
                | "private"
                | "received"
                | "royal"
                | "sought"
                | "seek"
                | "general"
                | "in"
                | "requested"
                | "special"
        )
    };
    matches!(surface.lower(at), "audience" | "audiences")
        && surface.lower(at + 1) != "with"
        && !(first..at).any(granted)
}

/// "a reunion with his wife".
fn is_of_a_family(surface: &Surface, at: usize) -> bool {
    let reunion = matches!(surface.lower(at), "reunion" | "reunited");
    reunion
        && (surface.lower(at.wrapping_sub(1)) == "family"
            || surface.lower(at + 1) == "with"
                && surface.pos(at + 2) == Pos::PossessivePronoun
                && OWN_PEOPLE.contains(&surface.lower(at + 3)))
}

/// Takes out occasions at which only those of one state were: two of its persons, its cabinet, an official
/// among those whom he meets at home; and journeys within it.
pub(super) fn without_own_affairs(cast: &Cast, occasions: &mut Vec<Occasion>) {
    let guests: Vec<MemberId> = occasions
        .iter()
        .filter(|it| it.kind == MeetingKind::Visit)
        .filter(|it| {
            let state = it.place.and_then(|place| state_of_place(cast, place));
            state.is_none_or(|state| one_side(cast, it) != Some(state))
        })
        .flat_map(|it| it.attendance.iter().take(CROWD).map(|it| it.who))
        .take(10 * CROWD)
        .collect();
    occasions.retain(|occasion| !is_at_home(cast, occasion, &guests));
}

/// The one state for which all who have to do with an occasion are there, if it is one.
fn one_side(cast: &Cast, occasion: &Occasion) -> Option<MemberId> {
    let side = |it: &Attend| match cast.kind(it.who) {
        EntityKind::State => Some(it.who),
        EntityKind::Person => cast.side_of(it.who),
        EntityKind::Organization => cast.member(it.who).of,
        EntityKind::Place => None,
    };
    let mut sides = occasion.attendance.iter().take(CROWD).map(side);
    let first = sides.next().flatten().filter(|who| cast.kind(*who) == EntityKind::State)?;
    sides.all(|side| side == Some(first)).then_some(first)
}

fn is_at_home(cast: &Cast, occasion: &Occasion, guests: &[MemberId]) -> bool {
    let surface = cast.surface;
    let Some(state) = one_side(cast, occasion) else { return false };
    // Whoever is told to be away, or will not come, was to be among others.
    let present =
        |it: &Attend| matches!(it.status, AttendanceStatus::Attended | AttendanceStatus::Expected);
    if !occasion.attendance.iter().all(present) {
        return false;
    }
    let mut persons =
        occasion.attendance.iter().filter(|it| cast.kind(it.who) == EntityKind::Person);
    let there = occasion.place.map(|place| state_of_place(cast, place));
    let words = || occasion.mentions.iter().take(MANY);
    if occasion.kind == MeetingKind::Visit {
        // "will travel to New York to address the UN" takes them to others; and another who is named there
        // may be the guest.
        let others = |run: &Run| {
            cast.mentions_in(&surface.sentence(run.start)).any(|it| match cast.kind(it.who) {
                EntityKind::State => it.who != state,
                EntityKind::Organization => {
                    cast.lexicon.of_states.contains(&cast.member(it.who).name)
                }
                EntityKind::Person => cast.side_of(it.who).is_some_and(|side| side != state),
                EntityKind::Place => false,
            })
        };
        return there == Some(Some(state)) && persons.next().is_some() && !words().any(others);
    }
    if !matches!(occasion.kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Conference) {
        return false;
    }
    let bodies = occasion.attendance.iter().any(|it| is_home_body(cast, it.who));
    let two = occasion.kind == MeetingKind::Talks
        && persons.clone().nth(1).is_some()
        && (persons.clone().any(|it| is_of_home_office(cast, it.who))
            || persons.clone().all(|it| serves_as_told(cast, it.who, state)));
    let on_screen = |run: &Run| {
        matches!(surface.lower(run.end - 1), "teleconference" | "videoconference")
            && surface.lower(run.start.wrapping_sub(2)) == "at"
    };
    let abroad = persons.any(|it| guests.contains(&it.who))
        || there.is_some_and(|there| there.is_some_and(|there| there != state));
    let home = |run: &Run| {
        let object = met(surface, run.end - 1);
        let foreign =
            cast.mentions_in(&object).any(|it| cast.side_of(it.who).unwrap_or(it.who) != state);
        !foreign && is_met_at_home(surface, &object)
    };
    bodies || two || words().any(on_screen) || !abroad && words().any(home)
}

/// Whether the words for somebody's office name the state that it is of. (A leader may be one of those who
/// fight it.)
fn serves_as_told(cast: &Cast, who: MemberId, state: MemberId) -> bool {
    cast.member(who).offices.iter().any(|office| {
        office.told
            && office.owner == Some(state)
            && !office.title.to_lowercase().contains("leader")
    })
}

/// Whether somebody holds an office that is of no diplomat: "opposition leader", "senator".
fn is_of_home_office(cast: &Cast, who: MemberId) -> bool {
    cast.member(who).offices.iter().any(|office| {
        let title = office.title.to_lowercase();
        title.split([' ', '-']).any(|word| {
            matches!(
                word,
                "congressman" | "governor" | "lawmaker" | "mayor" | "opposition" | "senator"
            )
        })
    })
}

/// "met with senior military commanders", "met union leaders".
fn is_met_at_home(surface: &Surface, object: &Run) -> bool {
    object.clone().any(|at| {
        AT_HOME.contains(&surface.lower(at))
            || matches!(surface.lower(at), "leaders" | "officials" | "members" | "chiefs")
                && at > object.start
                && LED.contains(&surface.lower(at - 1))
    })
}
