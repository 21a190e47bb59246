//! Being kept out told by what somebody does not get, and being away by what a meeting does not include.

use super::told::Told;
use super::unwilling::being_there;
use crate::clauses::{subject_before, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Run;

/// What lets people in.
#[rustfmt::skip]
const PASSES: &[&str] = &[
    "access", "accreditation", "admission", "admittance", "badge", "badges", "credentials", "entry",
    "link", "pass", "passes", "permission", "seat", "ticket", "visa", "visas",
];

/// The words that begin at a verb and tell so.
pub(super) fn refused(cast: &Cast, at: usize) -> Option<Told> {
    if !cast.surface.pos(at).is_verb() {
        return None;
    }
    match cast.surface.lower(at) {
        "refused" | "refuses" | "refuse" | "denied" | "denies" | "deny" => no_pass(cast, at),
        "give" | "given" | "grant" | "granted" | "issue" | "issued" | "receive" | "received"
        | "get" | "obtain" | "secure" => not_given(cast, at),
        "asked" | "bidden" | "summoned" | "wanted" => not_asked(cast, at),
        "include" | "included" | "involve" | "involved" => without_them(cast, at),
        _ => None,
    }
}

/// "was refused a pass", "refused entry on Monday to two aides of Lee"
fn no_pass(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let pass = (at + 1..end.min(at + 4)).find(|at| PASSES.contains(&surface.lower(*at)))?;
    // "was denied a U.S. visa"
    let plain = (at + 1..pass).all(|at| {
        surface.pos(at).is_determiner()
            || surface.pos(at).is_adjective()
            || cast.mention_at(at).is_some() && cast.mention_at(pass).is_none()
    });
    let group = verb_group(surface, at);
    if !plain || group.negated {
        return None;
    }
    if group.passive {
        return Some(Told { patient: true, ..Told::plain(Tie::Excluded, pass + 1) });
    }
    let to = (pass + 1..end.min(pass + 5)).find(|at| surface.lower(*at) == "to")?;
    // "to two aides of Lee": not to Lee.
    let others = |at: usize| {
        matches!(surface.lower(at), "aides" | "aide" | "relatives" | "followers" | "supporters")
    };
    let days = (pass + 1..to)
        .all(|at| surface.lower(at) == "on" || crate::clauses::is_day(surface.lower(at)));
    let whom = super::phrases::phrase_from(cast, to + 1, end);
    (days && !whom.is_empty() && !whom.clone().any(others)).then(|| whom_refused(whom, to))
}

/// "was not given a visa", "did not issue passes for the talks to Chad", "did not get a visa"
fn not_given(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let group = verb_group(surface, at);
    if !group.negated {
        return None;
    }
    let phrase = at + 1..sentence.end.min(at + 5);
    let gets = matches!(surface.lower(at), "receive" | "received" | "get" | "obtain" | "secure");
    let pass = phrase.clone().find(|at| PASSES.contains(&surface.lower(*at)))?;
    // "the seat that protocol demands" is none to come in by.
    let plain = surface.lower(at + 1) != "the"
        && (at + 1..pass)
            .all(|at| surface.pos(at).is_determiner() || surface.pos(at).is_adjective());
    // "a link to the attack", "permission to build", "access to a lawyer" are nothing to come in by.
    let way_in =
        !matches!(surface.lower(pass), "link" | "permission" | "access" | "pass" | "entry");
    let comes = surface.lower(pass + 1) == "to" && being_there(surface, pass + 2, false).is_some();
    if !(way_in || comes) {
        return None;
    }
    if gets {
        return (plain && !group.passive).then(|| Told::plain(Tie::Excluded, pass + 1));
    }
    if group.passive {
        return plain.then(|| Told { patient: true, ..Told::plain(Tie::Excluded, pass + 1) });
    }
    let whom = if plain {
        let near = pass + 1..sentence.end.min(pass + 10);
        let to = near
            .take_while(|at| surface.word(*at) != ",")
            .find(|at| surface.lower(*at) == "to" && !surface.pos(at + 1).is_verb())?;
        super::phrases::phrase_from(cast, to + 1, sentence.end)
    } else {
        // "did not give Chad a visa"
        super::phrases::phrase_from(cast, at + 1, pass)
    };
    let named = cast.mentions_in(&whom).next().is_some();
    named.then(|| whom_refused(whom, at + 1))
}

fn whom_refused(whom: Run, to: usize) -> Told {
    Told { patient: true, inside: Some(whom), ..Told::plain(Tie::Excluded, to + 1) }
}

/// "were never asked", "had not been asked to the summit"
fn not_asked(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    let next = surface.lower(at + 1);
    let there = next == "to"
        && (being_there(surface, at + 2, false).is_some()
            || surface.pos(at + 2).is_determiner()
            || surface.pos(at + 2).is_noun());
    let ends =
        matches!(surface.word(at + 1), "." | "," | ";") || matches!(next, "either" | "this" | "at");
    (group.passive && group.negated && !group.modal && (there || ends))
        .then(|| Told { patient: true, ..Told::plain(Tie::Excluded, at + 1) })
}

/// "the talks, which do not include Chad", "the talks did not involve Chad"
fn without_them(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if !group.negated || group.passive || group.modal || cast.mention_at(at + 1).is_none() {
        return None;
    }
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    // "the talks in Oslo, which do not"
    let which = matches!(surface.lower(group.run.start.wrapping_sub(1)), "which" | "that");
    let first = group.run.start.saturating_sub(8).max(surface.sentence(at).start);
    let words = if which { first..group.run.start } else { subject };
    let meets = words
        .clone()
        .any(|at| surface.pos(at).is_noun() && cast.lexicon.names_a_meeting(surface.lower(at)));
    // "the guest list did not include Chad"
    let list =
        words.clone().any(|at| matches!(surface.lower(at), "list" | "guests" | "invitations"));
    let tie = if list { Tie::Excluded } else { Tie::Absent };
    (meets || list).then(|| Told { patient: true, ..Told::plain(tie, at + 1) })
}
