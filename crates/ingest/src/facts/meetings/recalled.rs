//! Staying away by choice, told by what a side does with its own people and with its plans: "called its
//! negotiators home", "dropped plans to attend", "went fishing rather than attend".

use super::stayed::SENT;
use super::told::Told;
use super::unwilling::being_there;
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Surface;
use crate::tagger::Pos;

/// Whom a side has at meetings, besides those it sends.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "advisers", "aides", "ambassadors", "diplomats", "envoys", "men", "ministers", "negotiator",
    "negotiators", "people", "premier", "president", "mediators", "side", "team", "teams",
];

/// The words that begin at a token and tell so.
pub(super) fn recalled(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let declined = |end: usize| Some(Told::plain(Tie::Declined, end));
    // "rather than attend", "instead of attending", "better things to do than attend"
    let instead = match word {
        "rather" if surface.lower(at + 1) == "than" => Some(at + 2),
        "instead" if surface.lower(at + 1) == "of" => Some(at + 2),
        "than" if surface.lower(at.wrapping_sub(1)) == "do" => Some(at + 1),
        _ => None,
    };
    if let Some(first) = instead {
        let to = first + usize::from(surface.lower(first) == "to");
        return declined(being_there(surface, to, false)?);
    }
    if !surface.pos(at).is_verb() {
        return None;
    }
    let found = match word {
        "balked" | "baulked" | "balks" | "baulks" | "jibbed" if surface.lower(at + 1) == "at" => {
            declined(being_there(surface, at + 2, true)?)
        }
        "thought" if surface.reads(at + 1, &["better", "of"]) => {
            declined(being_there(surface, at + 3, true)?)
        }
        "hear" if surface.lower(at + 1) == "of" => declined(being_there(surface, at + 2, true)?),
        "shied" | "shies" if surface.reads(at + 1, &["away", "from"]) => {
            declined(being_there(surface, at + 3, true)?)
        }
        "dropped" | "drops" | "scrapped" | "scraps" | "abandoned" | "abandons" | "cancelled"
        | "canceled" | "cancels" | "shelved" | "ditched" | "gave" => drops_plans(surface, at),
        "pulled" | "pulls" | "pulling" | "withdrew" | "withdraws" | "withdrawn" | "withdrawing"
        | "recalled" | "recalls" | "recalling" | "called" | "calls" | "calling" | "ordered"
        | "orders" | "ordering" | "brought" | "brings" | "summoned" | "summons" | "withheld"
        | "withholds" | "removed" => recalls_its_own(cast, at),
        "sent" | "sends" | "send" | "sending" if surface.lower(at + 1) == "no" => {
            declined(at + 3).filter(|_| is_sent(surface, at + 2))
        }
        _ => None,
    };
    found.filter(|_| {
        let group = verb_group(surface, at);
        !group.passive && group.negated == (word == "hear")
    })
}

/// "dropped plans to attend", "gave up the idea of going to Oslo"
fn drops_plans(surface: &Surface, at: usize) -> Option<Told> {
    let up = usize::from(surface.lower(at) == "gave");
    if up == 1 && surface.lower(at + 1) != "up" {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 5 + up);
    let plan = (at + 1 + up..end).find(|at| {
        matches!(surface.lower(*at), "plan" | "plans" | "idea" | "intention" | "thought")
    })?;
    let joint = matches!(surface.lower(plan + 1), "to" | "of" | "for");
    let there = being_there(surface, plan + 2, true).or_else(|| {
        let goes = matches!(
            surface.lower(plan + 2),
            "visit" | "visiting" | "see" | "seeing" | "host" | "hosting" | "receive" | "receiving"
        );
        goes.then_some(plan + 2)
    })?;
    joint.then(|| Told::plain(Tie::Declined, there))
}

fn is_sent(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    SENT.contains(&word) || PEOPLE.contains(&word)
}

/// "called its negotiators home", "withheld its delegation": and not its ambassador from a country.
fn recalls_its_own(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if surface.pos(at + 1) != Pos::PossessivePronoun {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 8);
    let within = |at: &usize| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective();
    let last = (at + 2..end).take_while(within).last()?;
    if !is_sent(surface, last) {
        return None;
    }
    let mut end = last + 1;
    let home = matches!(surface.lower(end), "home" | "back" | "out" | "away");
    end += usize::from(home);
    let of_meeting = matches!(surface.lower(end), "from" | "of")
        && surface.pos(end + 1).is_determiner()
        || home && surface.lower(end) == "from" && !surface.is_capital(end + 1);
    let resident = matches!(
        surface.lower(last),
        "ambassador"
            | "ambassadors"
            | "envoy"
            | "envoys"
            | "diplomat"
            | "diplomats"
            | "men"
            | "people"
            | "officials"
    );
    let by_itself = ["recall", "withdr", "withh", "pull"]
        .iter()
        .any(|stem| surface.lower(at).starts_with(stem));
    ((by_itself || home) && (of_meeting || !resident)).then(|| Told::plain(Tie::Declined, end))
}
