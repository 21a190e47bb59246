//! What is told behind "since" only to say how long ago something was: "her first visit since a failed coup
//! strained ties between the allies", "his first trip since Chad, along with Mali, severed ties".

use crate::entities::Cast;

/// So many words back "since" is looked for.
const FAR: usize = 24;

/// Whether a token stands in a clause behind "since", with no word for a meeting in between.
pub(super) fn is_behind_since(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(FAR));
    let since = (first..at)
        .rev()
        .find(|at| surface.lower(*at) == "since" || matches!(surface.word(*at), ";" | "—" | "–"));
    let since = since.filter(|since| surface.lower(*since) == "since" && *since > first);
    let clause = |since: usize| {
        let verb = |at: usize| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none();
        let set_off = (since + 1..at).any(|at| surface.word(at) == ",");
        (since + 1..at).any(verb)
            || set_off && (at..surface.sentence(at).end.min(at + FAR)).any(verb)
    };
    let told = |since: usize| {
        (since + 1..at).any(|at| {
            cast.lexicon.names_a_meeting(surface.lower(at))
                || super::verbs::kind_of_verb(surface.lower(at)).is_some()
        })
    };
    since.is_some_and(|since| clause(since) && !told(since))
}
