//! Those who go for others: "sent Foreign Minister Lee to the summit", "replaced President Kim at the talks".

use super::told::Told;
use super::unwilling::is_meeting_noun;
use crate::clauses::{subject_before, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Run;
use chancery_model::EntityKind;

/// So many words may name whom somebody sends.
const NAMED: usize = 16;
/// So many words before a sentence the gathering it is of is told.
const LEAD: usize = 60;
/// So many words may stand before the noun for the meeting.
const NEAR: usize = 9;

/// Where the words end for a person whom another sends to a meeting: before "to the summit".
pub(super) fn sent_to(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let group = verb_group(surface, at);
    if group.negated || group.passive {
        return None;
    }
    let person =
        |at: usize| cast.mention_at(at).is_some_and(|it| cast.kind(it.who) == EntityKind::Person);
    let to = (at + 2..end.min(at + NAMED)).find(|at| surface.lower(*at) == "to")?;
    let plain = (at + 1..to).all(|at| {
        let pos = surface.pos(at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || surface.word(at) == ","
            || cast.mention_at(at).is_some()
            || matches!(surface.lower(at), "of" | "for" | "his" | "her" | "'s")
    });
    let last = to - 1 - usize::from(surface.word(to - 1) == ",");
    let ends = |at: usize| cast.ends_mention(at);
    // "did not attend but sent Lee to the summit": the subject of the verb before
    let before = || {
        let first = surface.sentence(at).start.max(at.saturating_sub(NAMED));
        let verb = (first..group.run.start).rev().find(|at| surface.pos(*at).is_finite_verb())?;
        subject_before(surface, verb_group(surface, verb).run.start, &ends)
    };
    let subject = subject_before(surface, group.run.start, &ends).or_else(before)?;
    let relative = surface.lower(subject.start) == "who";
    let sender =
        relative || cast.actors(&subject).iter().any(|who| cast.kind(*who) == EntityKind::Person);
    (sender && plain && person(last) && meets(cast, to + 1..end)).then_some(to)
}

/// "Chad and Mali sent deputy ministers.": whether a state is told to have sent people of a rank to what the text
/// is of.
pub(super) fn sends_officials(cast: &Cast, at: usize) -> bool {
    #[rustfmt::skip]
    const SENT: &[&str] = &[
        "ambassador", "ambassadors", "delegation", "delegations", "deputies", "diplomats", "envoy", "envoys",
        "minister", "ministers", "observers", "officials", "representative", "representatives",
    ];
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let group = verb_group(surface, at);
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        (pos.is_noun() || pos.is_adjective() || pos.is_determiner())
            && cast.mention_at(*at).is_none()
    };
    let last = at + (at + 1..end.min(at + NEAR)).take_while(within).count();
    let closes = matches!(surface.word(last + 1), "." | ";")
        || matches!(surface.lower(last + 1), "and" | "but" | "instead" | "while");
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at));
    // "After the coup in Chad, Mali sent envoys.": to where that was.
    let sentence = surface.sentence(at);
    let opens = subject.as_ref().is_some_and(|run| {
        (sentence.start..run.start)
            .all(|at| matches!(surface.lower(at), "the" | "and" | "but" | "both"))
    });
    // To talks of two, or on a visit, nobody sends any.
    let before = sentence.start.saturating_sub(LEAD)..sentence.start;
    let gathering = before
        .into_iter()
        .any(|at| matches!(surface.lower(at), "conference" | "forum" | "gathering" | "summit"));
    let states = subject.map(|run| cast.actors(&run)).unwrap_or_default();
    let states = !states.is_empty() && states.iter().all(|it| cast.kind(*it) != EntityKind::Person);
    last > at
        && opens
        && gathering
        && SENT.contains(&surface.lower(last))
        && closes
        && states
        && !group.negated
        && !group.passive
        && !group.modal
        && !group.future
}

/// Whether a noun for a meeting stands near, with no verb before it.
fn meets(cast: &Cast, words: Run) -> bool {
    let surface = cast.surface;
    let near = words.start..words.end.min(words.start + NEAR);
    near.take_while(|at| surface.word(*at) != "," && !surface.pos(*at).is_verb())
        .any(|at| is_meeting_noun(cast, at) && surface.pos(at).is_noun())
}

/// "replaced President Kim at the talks", "was replaced at the talks by Lee": Kim was not there.
pub(super) fn replaces(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if !matches!(surface.lower(at), "replaced" | "replaces" | "replacing") {
        return None;
    }
    let end = surface.sentence(at).end;
    let group = verb_group(surface, at);
    if !surface.pos(at).is_verb() || group.negated || group.modal {
        return None;
    }
    let joins = |at: usize| matches!(surface.lower(at), "at" | "in" | "during");
    if group.passive {
        let by = (at + 1..end.min(at + NEAR)).find(|at| surface.lower(*at) == "by")?;
        let there = joins(at + 1) && meets(cast, at + 2..by);
        return there.then(|| Told::plain(Tie::Absent, at + 1));
    }
    let whom = cast
        .mentions_in(&(at + 1..end.min(at + NEAR)))
        .find(|it| cast.kind(it.who) == EntityKind::Person && joins(it.run.end))?;
    meets(cast, whom.run.end + 1..end).then(|| Told {
        patient: true,
        inside: Some(at + 1..whom.run.end),
        ..Told::plain(Tie::Absent, whom.run.end)
    })
}
