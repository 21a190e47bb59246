//! Who is away as others are.

use super::phrases::phrase_from;
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::surface::{Run, Surface};

/// "Albania followed within hours", "Mali followed."
fn followed(surface: &Surface, at: usize) -> bool {
    matches!(surface.lower(at), "followed" | "follow")
        && (matches!(surface.word(at + 1), "." | ";")
            || matches!(
                surface.lower(at + 1),
                "within" | "hours" | "days" | "minutes" | "later" | "soon" | "shortly"
            )
            || crate::clauses::is_day(surface.lower(at + 1)))
}

/// Those who do as others did: "Mali followed suit", "so did Mali", "as will Mali".
pub(super) fn likewise(cast: &Cast, at: usize) -> Option<(Vec<MemberId>, Run)> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let ends = |at: usize| cast.ends_mention(at);
    let does = |at: usize| {
        matches!(
            surface.lower(at),
            "did"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "was"
                | "were"
                | "is"
                | "are"
                | "does"
        )
    };
    let same = surface.pos(at).is_verb()
        && (surface.reads(at + 1, &["suit"]) && surface.lower(at).starts_with("follow")
            || surface.reads(at, &["did", "the", "same"])
            || surface.reads(at, &["done", "the", "same"])
            || surface.reads(at, &["do", "the", "same"])
            || surface.reads(at, &["did", "likewise"])
            || surface.lower(at + 1) == "the"
                && surface.lower(at + 2) == "same"
                && matches!(surface.lower(at + 3), "choice" | "decision")
            || surface.lower(at).starts_with("join")
                && (matches!(surface.lower(at + 1), "them" | "it")
                    || surface.reads(at + 1, &["the", "boycott"])
                    || surface.reads(at + 1, &["the", "walkout"]))
            || followed(surface, at));
    let (who, words) = if same {
        let group = verb_group(surface, at);
        if group.negated || group.modal && !group.future {
            return None;
        }
        let subject = subject_before(surface, group.run.start, &ends)?;
        (cast.actors(&subject), subject.start..at + 1)
    } else if matches!(surface.lower(at), "so" | "as" | "nor" | "neither") && does(at + 1) {
        let run = phrase_from(cast, at + 2, sentence.end);
        (cast.actors(&run), at..run.end.max(at + 2))
    } else {
        return None;
    };
    (!who.is_empty()).then_some((who, words))
}
