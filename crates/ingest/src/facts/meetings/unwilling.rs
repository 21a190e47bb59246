//! Words that are put together to tell of staying away: a will that there is none of before a word
//! for being somewhere ("has no intention of attending", "decided against coming"), and an offer of
//! a meeting that is turned down.

use super::around::is_of_neither;
use super::told::{Told, told};
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Surface;
use crate::tagger::Pos;

/// What there is none of where somebody will not come.
#[rustfmt::skip]
const WILL: &[&str] = &[
    "intention", "intentions", "plan", "plans", "wish", "desire", "interest", "point", "reason",
    "need", "sense", "purpose", "inclination", "appetite", "use",
];

/// What is sent to have a meeting, and may be turned down.
#[rustfmt::skip]
pub(super) const OFFERS: &[&str] = &[
    "offer", "offers", "proposal", "proposals", "request", "requests", "overture", "overtures",
    "bid", "appeal", "appeals", "call", "calls",
];

/// Whom a side sends to a meeting.
#[rustfmt::skip]
const SENT: &[&str] = &[
    "anybody", "anyone", "delegate", "delegates", "delegation", "delegations", "diplomat",
    "diplomats", "envoy", "envoys", "minister", "ministers", "negotiator", "negotiators",
    "observer", "observers", "official", "officials", "representative", "representatives", "team",
];

/// So many words may stand inside.
const NEAR: usize = 8;

/// The words that begin at a token and tell that somebody will not be there.
pub(super) fn unwilling(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let declined = |end: usize| Some(Told::plain(Tie::Declined, end));
    match word {
        // "has no intention of going", "saw little point in attending"
        "no" | "little" => {
            let noun = (at + 1..at + 3).find(|at| WILL.contains(&surface.lower(*at)))?;
            let joint = surface.lower(noun + 1);
            let planned = surface.lower(noun).starts_with("plan");
            if joint == "in" && is_meeting(cast, noun + 2) {
                return declined(noun + 1);
            }
            let end = matches!(joint, "of" | "in" | "to" | "for")
                .then(|| being_there(surface, noun + 2, !planned))??;
            declined(end)
        }
        // "is unwilling to attend", "was not interested in joining"
        "unwilling" | "loath" | "disinclined" => {
            declined(being_there(surface, at + 2, true).filter(|_| surface.lower(at + 1) == "to")?)
        }
        "interested" | "willing" | "prepared" | "inclined" | "planning" | "intending"
            if (at.saturating_sub(2)..at).any(|at| matches!(surface.lower(at), "not" | "n't")) =>
        {
            let joint = matches!(surface.lower(at + 1), "to" | "in" | "on");
            let planned = matches!(word, "planning" | "intending");
            declined(being_there(surface, at + 2, !planned).filter(|_| joint)?)
        }
        // "decided against going", "voted against taking part"
        "against" if decides(surface.lower(at.wrapping_sub(1))) => {
            let noun = || is_meeting(cast, at + 1).then_some(at + 1);
            declined(being_there(surface, at + 1, true).or_else(noun)?)
        }
        // "would not send a delegation"
        "send" | "sending" if surface.pos(at).is_verb() && verb_group(surface, at).negated => {
            let end = surface.sentence(at).end.min(at + 6);
            let sent = (at + 1..end).find(|at| SENT.contains(&surface.lower(*at)))?;
            declined(sent + 1)
        }
        // "Neither Chad nor Mali sent anybody", "has not sent a delegation"
        "sent" | "sends"
            if surface.pos(at).is_verb()
                && (verb_group(surface, at).negated || is_of_neither(cast, at))
                && !verb_group(surface, at).passive =>
        {
            let end = surface.sentence(at).end.min(at + 6);
            let sent = (at + 1..end).find(|at| SENT.contains(&surface.lower(*at)))?;
            declined(sent + 1)
        }
        _ if surface.pos(at).is_verb() && refuses(word) => {
            // "declined once more to attend", "refused even to meet"
            let to = (at + 1..at + 4).find(|at| surface.lower(*at) == "to");
            let between = |to: usize| (at + 1..to).all(|at| is_light(surface, at));
            if let Some(to) = to.filter(|to| between(*to)) {
                return declined(being_there(surface, to + 1, true)?);
            }
            turned_down(cast, at, at + 1)
        }
        // "ruled out direct talks with Mali"
        "ruled" | "rules" | "ruling" if surface.lower(at + 1) == "out" => {
            let noun = (at + 2..at + 6).find(|at| surface.pos(*at).is_noun())?;
            declined(at + 2)
                .filter(|_| is_meeting_noun(cast, noun) && surface.lower(noun) != "calls")
        }
        "too" => kept_busy(cast, at),
        "rebuff" | "rebuffs" | "rebuffed" | "rebuffing" | "spurned" | "spurn" | "spurns"
        | "spurning" | "snubbed" | "ignore" | "ignored" | "ignores" | "ignoring" | "dismissed"
        | "rejected" | "rejects" | "rejecting" | "reject" => turned_down(cast, at, at + 1),
        // "turned the invitation down"
        "turned" | "turning" | "turns"
            if (at + 2..at + 6).any(|at| surface.reads(at, &["invitation", "down"])) =>
        {
            turned_down(cast, at, at + 1)
        }
        "brushed" | "brushing" | "shrugged" | "waved" | "turned" | "turning" | "turns"
            if matches!(surface.lower(at + 1), "aside" | "off" | "down" | "away") =>
        {
            turned_down(cast, at, at + 2)
        }
        _ => None,
    }
}

/// "too busy with the budget to fly to Oslo", "too weak to attend": kept away by how they are.
fn kept_busy(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let how = surface.pos(at + 1);
    let not = matches!(surface.lower(at.wrapping_sub(1)), "not" | "n't" | "never");
    if not || !(how.is_adjective() || how == Pos::VerbParticiple) {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 3 + NEAR);
    let to = (at + 2..end)
        .take_while(|at| surface.word(*at) != "," && !surface.pos(*at).is_finite_verb())
        .find(|at| surface.lower(*at) == "to" && surface.pos(at + 1) == Pos::VerbBase)?;
    let there = being_there(surface, to + 1, false);
    let flies = || {
        let way = matches!(surface.lower(to + 1), "fly" | "come" | "go");
        let whither = way && matches!(surface.lower(to + 2), "to" | "for");
        (whither || surface.lower(to + 1) == "travel").then_some(to + 2)
    };
    Some(Told::plain(Tie::Absent, there.or_else(flies)?))
}

/// An invitation after words of turning it down, or an offer that names a meeting: "rebuffed Mali's
/// offer to hold talks".
fn turned_down(cast: &Cast, at: usize, first: usize) -> Option<Told> {
    let surface = cast.surface;
    if !surface.pos(at).is_verb() || verb_group(surface, at).passive {
        return None;
    }
    let end = surface.sentence(at).end;
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_determiner()
            || pos.is_adjective()
            || matches!(pos, Pos::Possessive | Pos::PossessivePronoun | Pos::Number)
            || matches!(pos, Pos::VerbParticiple | Pos::VerbGerund)
            || cast.mention_at(*at).is_some()
    };
    // "rejected on Wednesday an invitation"
    let light = |at: &usize| is_light(surface, *at);
    let first = first + (first..first + 3).take_while(light).count();
    let phrase = first..end.min(first + NEAR);
    let noun = phrase.take_while(within).find(|at| {
        surface.pos(*at).is_noun()
            && (OFFERS.contains(&surface.lower(*at))
                || surface.lower(*at).starts_with("invitation"))
    })?;
    if surface.lower(noun).starts_with("invitation") {
        return Some(Told::plain(Tie::Declined, noun + 1));
    }
    if wishes_away(cast, noun + 1) {
        return None;
    }
    let of = matches!(surface.lower(noun + 1), "of" | "for" | "to" | "by" | "from");
    // "an offer from President Ann Lee of Mali to come to Oslo for talks"
    let complement = noun + 2..end.min(noun + 6 + NEAR);
    // "a request for aid at a meeting" is made there, and "a request to speak at it" is to be there.
    let made_there = |at: usize| {
        matches!(surface.lower(at), "at" | "during")
            && !(noun + 1..at).any(|at| surface.pos(at).is_verb())
    };
    let meeting = complement
        .take_while(|at| surface.word(*at) != "," && !made_there(*at))
        .find(|at| is_meeting_noun(cast, *at));
    meeting.filter(|_| of).map(|_| Told::plain(Tie::Declined, noun + 1))
}

/// "calls to boycott the summit", "an appeal to stay away": whoever turns it down comes.
pub(super) fn wishes_away(cast: &Cast, to: usize) -> bool {
    let verb = to + 1;
    cast.surface.lower(to) == "to"
        && cast.surface.pos(verb).is_verb()
        && told(cast, verb).is_some_and(|told| matches!(told.tie, Tie::Declined | Tie::Off))
}

/// Whether a noun phrase of few words that begins at a token names a meeting: "in such a forum".
fn is_meeting(cast: &Cast, first: usize) -> bool {
    let within = |at: &usize| {
        let pos = cast.surface.pos(*at);
        pos.is_noun()
            || pos.is_determiner()
            || pos.is_adjective()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
            || cast.mention_at(*at).is_some() && !pos.is_pronoun()
    };
    (first..first + 4)
        .take_while(within)
        .find(|at| cast.surface.pos(*at).is_noun())
        .is_some_and(|noun| is_meeting_noun(cast, noun) || is_meeting_noun(cast, noun + 1))
}

/// Whether a token is a noun for a meeting.
pub(super) fn is_meeting_noun(cast: &Cast, at: usize) -> bool {
    cast.lexicon.names_a_meeting(cast.surface.lower(at))
}

/// Where words for being somewhere end that begin at a token: "attend", "taking part". `met`: whether
/// meeting somebody counts as well.
pub(super) fn being_there(surface: &Surface, at: usize, met: bool) -> Option<usize> {
    let part = |at: usize| surface.lower(at) == "part";
    let word = surface.lower(at);
    match word {
        "attend" | "attending" | "join" | "joining" | "participate" | "participating" | "come"
        | "coming" | "rejoin" | "rejoining" => Some(at + 1),
        "take" | "taking" if part(at + 1) => Some(at + 2),
        "go" | "going" | "travel" | "travelling" | "traveling" | "return" | "returning"
            if surface.lower(at + 1) == "to" =>
        {
            Some(at + 1)
        }
        "go" | "going" | "travel" | "travelling" | "traveling"
            if matches!(surface.word(at + 1), "." | "," | ";" | "there") =>
        {
            Some(at + 1)
        }
        "be" | "being"
            if matches!(surface.lower(at + 1), "at" | "there" | "present" | "represented") =>
        {
            Some(at + 2)
        }
        "send" | "sending" => {
            (at + 1..at + 6).find(|at| SENT.contains(&surface.lower(*at))).map(|sent| sent + 1)
        }
        // "take its seat", "take a place"
        "take" | "taking"
            if matches!(surface.lower(at + 1), "its" | "his" | "her" | "their" | "a")
                && matches!(
                    surface.lower(at + 2),
                    "seat" | "seats" | "place" | "places" | "chair"
                ) =>
        {
            Some(at + 3)
        }
        "set" | "setting" if surface.lower(at + 1) == "foot" => Some(at + 2),
        "sit" | "sitting" if surface.lower(at + 1) == "down" => Some(at + 2),
        "sit" | "sitting" if matches!(surface.lower(at + 1), "at" | "in") => Some(at + 1),
        "show" | "showing" | "turn" | "turning" if surface.lower(at + 1) == "up" => Some(at + 2),
        "appear" | "appearing"
            if matches!(surface.lower(at + 1), "at" | "in" | "there" | "." | ",") =>
        {
            Some(at + 1)
        }
        "make" | "making"
            if surface.lower(at + 1) == "the"
                && matches!(surface.lower(at + 2), "trip" | "journey") =>
        {
            Some(at + 3)
        }
        "put" | "putting" if surface.reads(at + 1, &["in", "an", "appearance"]) => Some(at + 4),
        "make" | "making" if surface.reads(at + 1, &["an", "appearance"]) => Some(at + 3),
        "meet" | "meeting" | "negotiate" | "negotiating" if met => Some(at + 1),
        _ => None,
    }
}

/// Words that may stand between a refusal and what is refused.
fn is_light(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    surface.pos(at).is_adverb()
        || matches!(word, "even" | "once" | "more" | "again" | "on")
        || crate::clauses::is_day(word)
}

pub(super) fn decides(word: &str) -> bool {
    matches!(
        word,
        "decide"
            | "decided"
            | "decides"
            | "deciding"
            | "voted"
            | "vote"
            | "opted"
            | "opt"
            | "chose"
    )
}

fn refuses(word: &str) -> bool {
    matches!(
        word,
        "refuse"
            | "refuses"
            | "refused"
            | "refusing"
            | "decline"
            | "declines"
            | "declined"
            | "declining"
    )
}
