//! Staying away told by where somebody was instead, by a seat that was left empty, and by whom a side had
//! there.

use super::excused::speaks_of_absence;
use super::told::Told;
use crate::clauses::{is_have, subject_before, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Whom a side sends to a meeting.
#[rustfmt::skip]
pub(super) const SENT: &[&str] = &[
    "ambassador", "delegate", "delegates", "delegation", "diplomat", "envoy", "minister", "observer",
    "observers", "official", "officials", "representative", "representatives", "representation",
];

/// What one who takes part has.
#[rustfmt::skip]
pub(super) const SEATS: &[&str] = &[
    "bench", "benches", "chair", "chairs", "desk", "place", "places", "seat", "seats",
];

/// So many words of a text may tell where it was sent from.
const DATELINE: usize = 6;

/// The words that begin at a verb and tell so.
pub(super) fn stayed(cast: &Cast, at: usize) -> Option<Told> {
    if !cast.surface.pos(at).is_verb() {
        return None;
    }
    let word = cast.surface.lower(at);
    match word {
        "stayed" | "stays" | "staying" | "stay" | "remained" | "remains" | "remaining"
        | "remain" | "is" | "was" | "were" | "are" => stays_at_home(cast, at),
        "left" | "leave" | "leaves" | "leaving" => leaves_its_seat(cast, at),
        "taken" | "filled" | "occupied" => seat_is_anothers(cast, at),
        "kept" | "keeps" | "keep" | "keeping" => keeps_its_own_away(cast, at),
        "took" | "take" | "takes" | "taking" | "withdrew" | "withdraws" | "removed" | "struck" => {
            takes_its_name_off(cast, at)
        }
        "set" if cast.surface.lower(at + 1) == "foot" => sets_no_foot(cast, at),
        _ if is_have(word) => has_nobody_there(cast, at),
        _ => None,
    }
}

/// "Tadic stayed in Belgrade", "was in Belgrade" beside words of absence, "will remain in Ankara": a person, in a place of their own side's, or
/// in any but that of the text where it speaks of absence.
fn stays_at_home(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if surface.lower(at + 1) != "in" || !surface.is_capital(at + 2) || group.negated {
        return None;
    }
    let end = cast.name_at(at + 2).map_or(at + 3, |name| name.run.end);
    let words = |offset: usize| (at + 2 + offset < end).then(|| surface.lower(at + 2 + offset));
    let states = &cast.lexicon.states;
    let code = states.longest(words).map(|(_, form)| form.code);
    let code = code.or_else(|| cast.lexicon.places.longest(words).and_then(|(_, code)| code));
    let start = match surface.lower(group.run.start.wrapping_sub(1)) {
        // "found a pretext to remain in Delhi"
        "to" => {
            let first = surface.sentence(at).start.max(at.saturating_sub(10));
            let verb = (first..group.run.start).rev().find(|at| surface.pos(*at).is_finite_verb());
            verb_group(surface, verb?).run.start
        }
        _ => group.run.start,
    };
    let subject = subject_before(surface, start, &|at| cast.ends_mention(at))?;
    let mut who = cast.actors(&subject);
    if matches!(surface.lower(subject.start), "who" | "that") {
        who.extend(subject.start.checked_sub(2).and_then(|before| cast.who(before)));
    }
    let person = who.iter().all(|who| cast.kind(*who) == EntityKind::Person) && !who.is_empty();
    let own = who.iter().all(|who| {
        code.is_some() && cast.side_of(*who).is_some_and(|side| cast.member(side).code == code)
    });
    let be = crate::clauses::is_be(surface.lower(at));
    let own = own && (!be || speaks_of_absence(surface, at, end));
    let elsewhere = || {
        let place = surface.lower(at + 2);
        !(0..at.min(DATELINE)).any(|at| surface.lower(at) == place)
            && speaks_of_absence(surface, at, end)
    };
    // "remained in Oslo because of floods"
    let caused = || {
        surface.reads(end, &["because", "of"])
            || surface.reads(end, &["due", "to"])
            || surface.reads(end, &["owing", "to"])
            || surface.reads(end, &["to", "deal"])
            || surface.reads(end, &["to", "attend", "to"])
    };
    let kept = || !be && surface.pos(at) != Pos::VerbGerund && caused();
    let told =
        if own || !person { Told::plain(Tie::Absent, end) } else { Told::sure(Tie::Absent, end) };
    (person && (own || !be && elsewhere() || kept())).then_some(told)
}

/// "left its chair empty", "had left their seats in the hall vacant"
fn leaves_its_seat(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 12);
    let seat = SEATS.contains(&surface.lower(at + 2));
    if surface.pos(at + 1) != Pos::PossessivePronoun || !seat || verb_group(surface, at).negated {
        return None;
    }
    (at + 3..end)
        .find(|at| is_left_empty(surface.lower(*at)))
        .map(|empty| Told::plain(Tie::Absent, empty + 1))
}

/// What a seat is in which nobody sits.
pub(super) fn is_left_empty(word: &str) -> bool {
    matches!(word, "empty" | "vacant" | "unoccupied" | "unfilled" | "unused" | "unclaimed")
}

/// "Lee's place was taken by Kim": Lee is not there.
fn seat_is_anothers(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if !group.passive || group.negated || group.modal || surface.lower(at + 1) != "by" {
        return None;
    }
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    let owner = seat_owner(cast, subject.start, group.run.start)?;
    // "Chad's seat was taken by its envoy": Chad is there.
    let own = surface.pos(at + 2) == Pos::PossessivePronoun;
    (cast.kind(owner) == EntityKind::Person || !own).then(|| Told::plain(Tie::Absent, at + 1))
}

/// Whose seat a stretch names: "Lee's place at the summit".
pub(super) fn seat_owner(
    cast: &Cast,
    first: usize,
    end: usize,
) -> Option<crate::entities::MemberId> {
    let surface = cast.surface;
    let seat = (first + 2..end.min(first + 18))
        .find(|at| SEATS.contains(&surface.lower(*at)) && surface.lower(*at - 1) == "'s")?;
    cast.who(seat - 2).filter(|who| cast.kind(*who) != EntityKind::Place)
}

/// "had nobody in the hall", "has no delegate at the talks"
fn has_nobody_there(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let end = match surface.lower(at + 1) {
        "nobody" => at + 2,
        "no" if surface.lower(at + 2) == "one" || SENT.contains(&surface.lower(at + 2)) => at + 3,
        _ => return None,
    };
    let there = matches!(surface.lower(end), "in" | "at" | "there" | "present" | "among");
    (there && !verb_group(surface, at).modal).then(|| Told::plain(Tie::Absent, end))
}

/// "kept its foreign minister at home", "keeps its delegates away"
fn keeps_its_own_away(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if surface.pos(at + 1) != Pos::PossessivePronoun || group.passive || group.negated {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 8);
    let plain = |at: &usize| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective();
    let whom = (at + 2..end).take_while(plain).last()?;
    let sent = SENT.contains(&surface.lower(whom)) || surface.lower(whom).starts_with("negotiat");
    let away = surface.reads(whom + 1, &["at", "home"]) || surface.lower(whom + 1) == "away";
    let words = if surface.lower(whom + 1) == "away" { 2 } else { 3 };
    (sent && away).then(|| Told::plain(Tie::Declined, whom + words))
}

/// "took his name off the list"
fn takes_its_name_off(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let name = at + 2 + usize::from(surface.lower(at + 2) == "own");
    (surface.pos(at + 1) == Pos::PossessivePronoun
        && surface.lower(name) == "name"
        && matches!(surface.lower(name + 1), "off" | "from" | "out")
        // "off the speakers' list": who comes may be silent.
        && !(name + 2..name + 5).any(|at| surface.lower(at).starts_with("speaker"))
        && !verb_group(surface, at).negated)
        .then(|| Told::plain(Tie::Declined, name + 2))
}

/// "would not set foot in the hall", "did not set foot in it"
fn sets_no_foot(cast: &Cast, at: usize) -> Option<Told> {
    let group = verb_group(cast.surface, at);
    let there = matches!(cast.surface.lower(at + 2), "in" | "inside" | "there" | "at");
    let tie = if group.modal || group.future { Tie::Declined } else { Tie::Absent };
    (group.negated && there).then(|| Told::plain(tie, at + 2))
}
