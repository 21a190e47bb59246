//! What is denied where somebody "denied that" or "denied reports that": the clause that "that" begins, and
//! none that only tells when or of whom. And what somebody declines to come to.

use crate::clauses::{VerbGroup, verb_group};
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::MeetingStatus;

/// "denied that its president had met the rebels", "denied having met them".
pub(super) fn is_denied(surface: &Surface, group: &VerbGroup) -> bool {
    let first = surface.sentence(group.main).start.max(group.run.start.saturating_sub(14));
    let of_reports = |at: usize| {
        (at + 1..at + 4).any(|at| {
            surface.lower(at + 1) == "that"
                && is_of_what_that_tells(surface, at + 1, group)
                && matches!(
                    surface.lower(at),
                    "allegations"
                        | "claims"
                        | "reports"
                        | "rumors"
                        | "rumours"
                        | "speculation"
                        | "suggestions"
                )
        })
    };
    let reports = (first..group.run.start).rev().any(|at| {
        matches!(
            surface.lower(at),
            "denied" | "denies" | "denying" | "dismissed" | "dismisses" | "rejected" | "refuted"
        ) && surface.pos(at).is_verb()
            && of_reports(at)
    });
    if reports {
        return true;
    }
    let deny = (first..group.run.start).rev().find(|at| {
        matches!(surface.lower(*at), "deny" | "denies" | "denied" | "denying")
            && surface.pos(*at).is_verb()
    });
    deny.is_some_and(|deny| {
        let that =
            surface.lower(deny + 1) == "that" && is_of_what_that_tells(surface, deny + 1, group);
        (that || deny + 2 >= group.run.start)
            && !matches!(
                surface.lower(deny.wrapping_sub(1)),
                "not" | "n't" | "nor" | "was" | "were"
            )
    })
}

/// "refuses to attend the summit", "have declined to take part in it": what somebody will not come to is
/// still to come.
pub(super) fn kept_from(surface: &Surface, group: &VerbGroup) -> Option<MeetingStatus> {
    let verb = group.run.start.checked_sub(1).filter(|_| group.infinitive)?;
    let refuses = ["refus", "declin"].iter().any(|stem| surface.lower(verb).starts_with(stem));
    let refusal = verb_group(surface, verb);
    let have = refusal.run.clone().any(|at| matches!(surface.lower(at), "have" | "has"));
    let now = matches!(surface.pos(verb), Pos::VerbThird | Pos::VerbPresent);
    let told = surface.pos(verb).is_verb() && !refusal.negated && (have || now);
    (refuses && told).then_some(MeetingStatus::Planned)
}

/// Whether a verb is the first of the clause that "that" at a token begins, or is joined to it: "denied that
/// it had met Lee and signed"; not "denied that it had fired while Lee met Kim".
fn is_of_what_that_tells(surface: &Surface, that: usize, group: &VerbGroup) -> bool {
    let end = group.run.start;
    let mut told = false; // a verb stands before this token that is joined to none
    let mut at = that + 1;
    while at < end {
        let opens = matches!(
            surface.lower(at),
            "after"
                | "although"
                | "as"
                | "because"
                | "before"
                | "if"
                | "since"
                | "though"
                | "until"
                | "when"
                | "where"
                | "which"
                | "while"
                | "who"
                | "whom"
                | "whose"
        );
        if opens {
            // "denied that Lee, who is ill, had met Kim"
            let aside = surface.word(at - 1) == ",";
            let close = (at..end).find(|at| aside && surface.word(*at) == ",");
            let Some(close) = close else { return false };
            at = close;
        } else if matches!(surface.lower(at), "and" | "or") {
            told = false;
        } else if surface.pos(at).is_finite_verb() {
            told = true;
        }
        at += 1;
    }
    !told
}
