//! What stands around words that tell of absence only there: a seat left empty, a cause that keeps
//! somebody, an invitation that others had.

use super::told_of::is_caused;
use super::unwilling::being_there;
use crate::entities::Cast;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// "not among those invited", "not among the guests": others chose who was to come.
pub(super) fn of_guests(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 7);
    (at..end).take_while(|at| surface.word(*at) != ",").any(|at| {
        let word = surface.lower(at);
        ["invit", "bidden", "summoned"].iter().any(|stem| word.starts_with(stem))
            || word == "asked" && surface.pos(at + 1) != Pos::Pronoun
    })
}

/// Whether a verb of coming or going leads nowhere but to what is told of: "coming to the talks",
/// "come at all", "going there".
pub(super) fn goes_there(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let next = surface.lower(at + 1);
    matches!(surface.word(at + 1), "." | "," | ";" | "-" | "--")
        || matches!(next, "there" | "here" | "either" | "because" | "after" | "this" | "himself")
        || crate::clauses::is_day(next)
        || surface.reads(at + 1, &["at", "all"])
        || matches!(next, "to" | "for")
            && !surface.pos(at + 2).is_verb()
            && !matches!(surface.lower(at + 2), "war" | "terms" | "nothing" | "an" | "any" | "see")
}

/// "Neither Mali nor Chad travelled": whose verb is denied by how its subject begins.
pub(super) fn is_of_neither(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(24));
    let mut before = (first..at).rev().take_while(|at| surface.word(*at) != ";");
    before.by_ref().any(|at| surface.lower(at) == "nor")
        && before.any(|at| surface.lower(at) == "neither")
}

/// Whether an invitation was told of before in the sentence.
pub(super) fn invitation_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (surface.sentence(at).start.max(at.saturating_sub(24))..at)
        .any(|at| matches!(surface.lower(at), "invitation" | "invite" | "seat" | "place"))
}

/// "was invited but", "had been asked to attend and"
pub(super) fn asked_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (surface.sentence(at).start.max(at.saturating_sub(14))..at).any(|at| {
        surface.lower(at).starts_with("invit")
            || surface.lower(at) == "asked"
                && surface.lower(at + 1) == "to"
                && being_there(surface, at + 2, false).is_some()
    })
}

/// Where those begin without whose presence it is: "without the participation of Chad".
pub(super) fn without_part(surface: &Surface, at: usize) -> Option<usize> {
    let the = at + 1 + usize::from(matches!(surface.lower(at + 1), "the" | "any"));
    let part = matches!(
        surface.lower(the),
        "participation" | "presence" | "attendance" | "involvement" | "representation"
    );
    (surface.lower(at) == "without" && part && surface.lower(the + 1) == "of").then_some(the + 2)
}

/// "opened without its president, Ann Lee": one who is named, and nothing of theirs.
pub(super) fn is_without_person(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    if surface.is_capital(at) && at > surface.sentence(at).start {
        return false; // a name: "Reporters Without Borders"
    }
    let end = surface.sentence(at).end.min(at + 10);
    let plain = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || matches!(pos, Pos::PossessivePronoun | Pos::Possessive)
            || surface.word(*at) == ","
    };
    let person = (at + 1..end).take_while(plain).find_map(|at| {
        let mention = cast.mention_at(at)?;
        (cast.kind(mention.who) == EntityKind::Person
            && surface.pos(mention.run.start) != Pos::PossessivePronoun)
            .then_some(mention)
    });
    person.is_some_and(|mention| {
        surface.lower(mention.run.end) != "'s" && !surface.pos(mention.run.end).is_noun()
    })
}

/// Whom a cause keeps somewhere else: "illness kept Ann Lee in Oslo", "at home".
pub(super) fn kept_elsewhere(cast: &Cast, at: usize) -> Option<Run> {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 16);
    let plain = |at: &usize| surface.word(*at) != ";" && !surface.pos(*at).is_finite_verb();
    let at_home = (at + 2..end).take_while(plain).find(|at| {
        surface.reads(*at, &["at", "home"])
            || surface.lower(*at) == "in"
                && (cast.name_at(at + 1).is_some() || surface.lower(at + 1) == "bed")
    })?;
    let whom = at + 1..at_home;
    let person = cast.mentions_in(&whom).any(|it| cast.kind(it.who) == EntityKind::Person);
    (person && is_caused(cast, at)).then_some(whom)
}

/// Whether the words before speak of a seat: "Chad's seat was", "the chair of Chad remained".
pub(super) fn seat_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(14));
    (first..at).any(|at| {
        matches!(
            surface.lower(at),
            "seat" | "seats" | "chair" | "chairs" | "place" | "desk" | "bench" | "benches"
        )
    })
}
