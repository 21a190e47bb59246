//! Being kept out told by what becomes of an invitation, a request or somebody on the way: "its
//! invitation was withdrawn", "her request to attend was refused", "was put on a plane home".

use super::told::Told;
use super::unwilling::being_there;
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use chancery_model::EntityKind;

/// What people ask with to be let in.
const REQUESTS: &[&str] =
    &["appeal", "application", "bid", "demand", "offer", "plea", "request", "wish"];

/// What they ask for.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "accreditation", "admission", "entry", "invitation", "observer", "participation", "place", "seat",
    "visa",
];

/// What becomes of it.
#[rustfmt::skip]
const REFUSED: &[&str] = &[
    "denied", "dismissed", "ignored", "rebuffed", "refused", "rejected", "turned", "unanswered",
];
const WITHDRAWN: &[&str] =
    &["cancelled", "canceled", "rescinded", "retracted", "revoked", "withdrawn"];

/// The words that begin at a token and tell so.
pub(super) fn barred(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let word = surface.lower(at);
    if word == "in" && surface.lower(at + 1) == "vain" {
        return asked_in_vain(cast, at);
    }
    if word == "behind" {
        return behind_their_back(cast, at);
    }
    if !surface.pos(at).is_verb() {
        return None;
    }
    let group = || verb_group(surface, at);
    let kept_out = |end: usize| Told { patient: true, ..Told::plain(Tie::Excluded, end) };
    if REFUSED.contains(&word) || WITHDRAWN.contains(&word) {
        let group = group();
        let told = group.passive && !group.negated && !group.modal;
        return (told && asked_for(cast, at).is_some()).then(|| Told::sure(Tie::Excluded, at + 1));
    }
    match word {
        // "would not let Lee into the hall"
        "let" | "allow" | "admit" | "want" | "have" | "tolerate"
            if group().negated && !group().passive =>
        {
            let end = surface.sentence(at).end.min(at + 10);
            let mention = cast.mentions_in(&(at + 1..end)).next()?;
            let next = surface.lower(mention.run.end);
            let there = matches!(next, "in" | "into" | "inside" | "at" | "near" | "around")
                && !crate::clauses::is_day(surface.lower(mention.run.end + 1));
            let lets = !matches!(word, "want" | "have" | "tolerate");
            let place = lets && matches!(next, "in" | "into" | "inside")
                || !lets && next == "at" && cast.kind(mention.who) != EntityKind::Place;
            let plain = (at + 1..mention.run.start).all(|at| !surface.pos(at).is_verb());
            (there && place && plain).then(|| Told {
                inside: Some(at + 1..mention.run.end),
                ..kept_out(mention.run.end)
            })
        }
        // "put on a plane home", "sent back from the airport", "taken off the flight"
        "put" if group().passive && !group().negated => {
            let plane = surface.reads(at + 1, &["on", "a", "plane"])
                || surface.reads(at + 1, &["on", "a", "flight"]);
            let away = matches!(surface.lower(at + 4), "home" | "back" | "out");
            (plane && away).then(|| kept_out(at + 4))
        }
        "taken" if group().passive && !group().negated && surface.lower(at + 1) == "off" => {
            let end = surface.sentence(at).end.min(at + 5);
            let flight = (at + 2..end)
                .find(|at| matches!(surface.lower(*at), "plane" | "flight" | "train" | "bus"))?;
            Some(kept_out(flight + 1))
        }
        "sent" | "shown" | "turned" | "escorted" | "led"
            if group().passive && !group().negated && !group().modal =>
        {
            let away = matches!(surface.lower(at + 1), "home" | "back" | "out" | "off" | "away");
            let from = matches!(surface.lower(at + 2), "from" | "at" | "of");
            // "sent off at the airport", "led out of war"
            let said = surface.lower(at + 1) == "off" && surface.lower(at + 2) == "at"
                || surface.lower(at) == "led" && surface.lower(at + 2) != "from";
            (away && from && !said).then(|| kept_out(at + 2))
        }
        // "stopped Lee at the door"
        "stopped" | "halted" | "intercepted" | "detained" if !group().passive => {
            let end = surface.sentence(at).end.min(at + 10);
            let whom = cast.mentions_in(&(at + 1..end)).last()?;
            let next = whom.run.end;
            let door = surface.lower(next) == "at"
                && (next + 1..end.max(next + 4)).any(|at| {
                    matches!(
                        surface.lower(at),
                        "door" | "doors" | "gate" | "gates" | "entrance" | "airport" | "border"
                    )
                });
            door.then(|| Told { inside: Some(at + 1..next), ..kept_out(next) })
        }
        _ => None,
    }
}

/// Whose invitation or request it is of which a verb in the passive tells.
pub(super) fn asked_for(cast: &Cast, at: usize) -> Option<(MemberId, Run)> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    let sentence = surface.sentence(at);
    let first = sentence.start.max(at.saturating_sub(24));
    let named = |at: usize| cast.mention_at(at).filter(|it| cast.kind(it.who) != EntityKind::Place);
    let noun = (first..group.run.start).rev().find(|noun| {
        let word = surface.lower(*noun);
        let invitation = word == "invitation";
        let request = REQUESTS.contains(&word) && comes(surface, *noun + 1);
        surface.pos(*noun).is_noun()
            && if WITHDRAWN.contains(&surface.lower(at)) { invitation } else { request }
    })?;
    // The verb is the noun's own.
    let own = subject_before(surface, group.run.start, &|at| cast.ends_mention(at));
    let other = (noun + 1..group.run.start)
        .any(|at| surface.pos(at).is_finite_verb() || matches!(surface.word(at), ";" | ":"));
    if other || own.is_none() {
        return None;
    }
    let left = noun.checked_sub(1).filter(|at| *at >= first)?;
    let owner = if surface.lower(left) == "'s" {
        named(left.checked_sub(1)?)
    } else if surface.lower(left) == "whose" {
        let who = super::whom::of_whose(cast, left)?;
        return Some((who, left..at + 1));
    } else if surface.pos(left) == crate::tagger::Pos::PossessivePronoun {
        named(left)
    } else {
        let by = surface.lower(noun + 1);
        let the = usize::from(surface.pos(noun + 2).is_determiner());
        let joint =
            matches!(by, "by" | "from") || by == "to" && surface.lower(noun) == "invitation";
        joint.then(|| named(noun + 2 + the)).flatten()
    }?;
    Some((owner.who, owner.run.start.min(noun)..at + 1))
}

/// "to attend", "for a seat", "for observer status"
fn comes(surface: &Surface, first: usize) -> bool {
    let there = surface.lower(first) == "to"
        && (being_there(surface, first + 1, false).is_some()
            || surface.lower(first + 1) == "be"
                && matches!(
                    surface.lower(first + 2),
                    "admitted"
                        | "allowed"
                        | "heard"
                        | "included"
                        | "invited"
                        | "let"
                        | "represented"
                ));
    let place = surface.lower(first) == "for"
        && (first + 1..first + 4).any(|at| PLACES.contains(&surface.lower(at)));
    there || place
}

/// "asked in vain to attend", "applied for a seat in vain"
fn asked_in_vain(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let first = sentence.start.max(at.saturating_sub(14));
    let verb = (first..at).rev().find(|at| {
        surface.pos(*at).is_verb()
            && ["ask", "appl", "sought", "request", "begg", "plead", "petition", "lobb", "tri"]
                .iter()
                .any(|stem| surface.lower(*at).starts_with(stem))
    })?;
    let to_come = (verb + 1..sentence.end.min(at + 8)).any(|at| comes(surface, at));
    to_come.then(|| Told::sure(Tie::Excluded, at + 2))
}

/// "behind Chad's back"
fn behind_their_back(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 8);
    let back = (at + 2..end).find(|at| matches!(surface.lower(*at), "back" | "backs"))?;
    let whose = surface.lower(back - 1) == "'s" || surface.lower(back - 1) == "'";
    let named = cast.mention_at(back - 2).is_some_and(|it| it.run.start <= at + 2);
    (whose && named).then(|| Told {
        patient: true,
        inside: Some(at + 1..back - 1),
        ..Told::sure(Tie::Excluded, back + 1)
    })
}
