//! Absence told by a noun: "Chad's boycott of the summit", "the exclusion of Mali", "a boycott by
//! Chad", "her refusal to attend".

use super::phrases::phrase_from;
use super::told::{Told, told};
use super::undone::{Undone, undone_noun};
use super::unwilling::being_there;
use crate::clauses::{opening_ends, subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// What a noun says of those it is of.
pub(super) fn noun_of_absence(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if !surface.pos(at).is_noun() {
        return None;
    }
    let tie = match surface.lower(at) {
        "boycott" => match undone_noun(surface, at) {
            None => Tie::Declined,
            // "dropped its boycott of the talks"
            Some(Undone::Denied) if names_one(cast, at) => Tie::Present,
            Some(_) => return None,
        },
        // "Moscow's cancellation of the talks"
        "cancellation" if surface.lower(at + 1) != "fee" => Tie::Off,
        "exclusion" => Tie::Excluded,
        "absence" | "non-attendance" if surface.lower(at + 1) != "of" => Tie::Absent,
        "refusal" if surface.lower(at + 1) == "to" => {
            being_there(surface, at + 2, true).map(|_| Tie::Declined)?
        }
        "withdrawal" if surface.lower(at + 1) == "from" => Tie::Declined,
        // "Lee's decision not to attend", "its decision to boycott"
        "decision" | "choice" | "intention" => {
            // "the decision by General Lee not to attend"
            let by = matches!(surface.lower(at + 1), "by" | "of");
            let whom = by
                .then(|| cast.mentions_in(&(at + 2..surface.sentence(at).end.min(at + 9))).next());
            let end = match whom.flatten() {
                Some(whom) => decided(cast, whom.run.end)?,
                None => decided(cast, at + 1)?,
            };
            return whose(cast, at).map(|_| Told::plain(Tie::Declined, end));
        }
        "inability" | "failure" if surface.lower(at + 1) == "to" => {
            let end = being_there(surface, at + 2, true)?;
            return whose(cast, at).map(|_| Told::plain(Tie::Absent, end));
        }
        _ => return None,
    };
    whose(cast, at).map(|_| Told::plain(tie, at + 1))
}

/// Whether what a boycott is of is a meeting, or none but that.
fn names_one(cast: &Cast, boycott: usize) -> bool {
    let surface = cast.surface;
    let next = boycott + 1;
    let meets = |at: usize| cast.lexicon.names_a_meeting(surface.lower(at));
    surface.lower(next) == "of" && (next + 1..next + 7).any(meets)
        || surface.lower(next) == "and"
            && (next + 1..next + 3).any(|at| surface.lower(at).starts_with("attend"))
}

/// Where "not to attend", "to boycott" end, behind a noun for what is decided.
fn decided(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    if matches!(surface.lower(at), "not" | "against") {
        let to = at + 1 + usize::from(surface.lower(at) == "not");
        return being_there(surface, to, true);
    }
    // Asked first: what follows may be another such noun, and so on through a text.
    if surface.lower(at) != "to" || !surface.pos(at + 1).is_verb() {
        return None;
    }
    let away = told(cast, at + 1)
        .filter(|told| matches!(told.tie, Tie::Declined | Tie::Off) && told.inside.is_none());
    away.map(|told| told.end)
}

/// Whose absence it is, with the words that say so: "Chad's", "of Chad", "by Chad".
pub(super) fn whose(cast: &Cast, at: usize) -> Option<(Vec<MemberId>, Run)> {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let party = |who: MemberId| cast.kind(who) != EntityKind::Place;
    // "Chad's expected boycott"
    let left = (first..at)
        .rev()
        .take(3)
        .find(|at| !surface.pos(*at).is_adjective() && !surface.pos(*at).is_adverb())?;
    if surface.lower(left) == "'s" && left > first {
        let mention = cast.mention_at(left - 1).filter(|mention| party(mention.who))?;
        return Some((vec![mention.who], mention.run.start..at + 1));
    }
    if surface.pos(left) == Pos::PossessivePronoun {
        if let Some(mention) = cast.mention_at(left).filter(|mention| party(mention.who)) {
            return Some((vec![mention.who], left..at + 1));
        }
        // "Chad announced its decision": who announced it.
        let verb = left.checked_sub(1).filter(|at| surface.pos(*at).is_finite_verb())?;
        let start = verb_group(surface, verb).run.start;
        let subject = subject_before(surface, start, &|at| cast.ends_mention(at))?;
        let who = cast.actors(&subject).first().copied().filter(|who| party(*who))?;
        return Some((vec![who], subject.start..at + 1));
    }
    let decides = matches!(surface.lower(at), "decision" | "choice" | "intention");
    let by = matches!(surface.lower(at), "boycott" | "cancellation");
    let joint = if by || decides { "by" } else { "of" };
    let of = surface.lower(at + 1) == joint && surface.lower(at) != "absence";
    let the = usize::from(surface.pos(at + 2).is_determiner());
    if by && of {
        // "a boycott by Chad, Mali and Niger"
        let run = before_subject(cast, phrase_from(cast, at + 2 + the, surface.sentence(at).end));
        let who: Vec<MemberId> = cast.actors(&run).into_iter().filter(|who| party(*who)).collect();
        return (!who.is_empty()).then_some((who, at..run.end));
    }
    let mention = if decides {
        cast.mentions_in(&(at + 2..surface.sentence(at).end.min(at + 9))).next()
    } else {
        cast.mention_at(at + 2 + the)
    };
    let mention = mention.filter(|mention| of && party(mention.who))?;
    Some((vec![mention.who], at..mention.run.end))
}

/// "Without Chad, Mali and Niger signed": of what reads like one list the words before the subject.
pub(super) fn before_subject(cast: &Cast, run: Run) -> Run {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start;
    let opens = surface.pos(first) == Pos::Preposition
        && !(first..run.start).any(|at| surface.pos(at).is_finite_verb());
    let next = surface.pos(run.end);
    if !opens || !(next.is_finite_verb() || next == Pos::Modal) {
        return run;
    }
    let comma =
        opening_ends(surface, &run).or_else(|| run.clone().find(|at| surface.word(*at) == ","));
    comma.map_or(run.clone(), |comma| run.start..comma)
}

/// "Also not invited were Chad and Mali.", "Left off the list was Chad.": words of absence before a verb
/// that has those of whom they are told behind it.
pub(super) fn is_fronted(surface: &Surface, at: usize, told: &Told) -> bool {
    let sentence = surface.sentence(at);
    let away = matches!(told.tie, Tie::Absent | Tie::Excluded | Tie::Declined);
    let light = |at: usize| {
        surface.pos(at).is_adverb()
            || matches!(surface.lower(at), "also" | "most" | "more" | "and" | "but" | ",")
    };
    let verb = || {
        (told.end..sentence.end)
            .take_while(|at| surface.word(*at) != ",")
            .find(|at| surface.pos(*at).is_finite_verb())
    };
    away && told.inside.is_none()
        && at <= sentence.start + 4
        && !surface.pos(at).is_finite_verb()
        && (sentence.start..at).all(light)
        && verb().is_some_and(|at| crate::clauses::is_be(surface.lower(at)))
}
