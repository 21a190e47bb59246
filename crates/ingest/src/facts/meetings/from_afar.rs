//! Who is at a meeting beyond doubt, and who is not: whoever holds it is; whoever is named in another
//! paragraph than one whose own words tell who has it is not because of that.

use super::weighed::Candidate;
use super::{Attend, Occasion, Teller};
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use chancery_model::{AttendanceStatus, EntityKind};

/// So many words for a meeting, and sentences around them, are looked at.
const MANY: usize = 12;
const AROUND: usize = 6;

/// Whether no paragraph that tells of a meeting of others names somebody.
pub(super) fn is_from_afar(cast: &Cast, occasion: &Occasion, who: MemberId) -> bool {
    let surface = cast.surface;
    let told = occasion.attendance.iter().take(MANY).filter(|it| it.by == Teller::Words);
    let (mut sides, mut bodies) = (Vec::new(), false);
    for it in told {
        bodies |= cast.kind(it.who) == EntityKind::Organization;
        let side = cast.side_of(it.who).unwrap_or(it.who);
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    if sides.len() < 2 && !bodies {
        return false;
    }
    occasion.mentions.iter().take(MANY).all(|run| {
        let own = surface.sentence_of(run.start);
        let paragraph = surface.paragraph_of(run.start);
        let near = own.saturating_sub(AROUND)..(own + AROUND + 1).min(surface.sentences().len());
        near.map(|at| surface.sentences()[at].clone())
            .filter(|run| surface.paragraph_of(run.start) == paragraph)
            .all(|run| cast.mentions_in(&run).all(|mention| mention.who != who))
    })
}

/// So many words stand between a verb and the noun of what is held.
const PHRASE: usize = 4;

/// "Lee, on a visit to Oslo, held talks with Kim": whether somebody is the subject of the verb whose object
/// the words for a meeting are.
pub(super) fn holds(cast: &Cast, occasion: &Occasion, attend: &Attend) -> bool {
    let surface = cast.surface;
    occasion.mentions.iter().take(MANY).any(|run| {
        let first = surface.sentence(run.start).start.max(run.start.saturating_sub(PHRASE));
        let own = |at: &usize| {
            let pos = surface.pos(*at);
            pos.is_determiner() || pos.is_adjective() || pos == crate::tagger::Pos::Number
        };
        let verb = (first..run.start).rev().find(|at| !own(at));
        let held = verb.filter(|at| matches!(surface.lower(*at), "had" | "held" | "holds"));
        held.is_some_and(|verb| {
            let group = verb_group(surface, verb);
            let told = !(group.negated || group.passive || group.modal);
            let subject = || {
                subject_before(surface, group.run.start, &|at| cast.ends_mention(at))
                    .is_some_and(|run| cast.actors(&run).contains(&attend.who))
            };
            told && subject()
        })
    })
}

/// Who is told to have come to a meeting by words of presence, to which and in which sentence.
pub(super) fn those_who_joined(
    cast: &Cast,
    occasions: &[Occasion],
) -> Vec<(usize, MemberId, usize)> {
    let mut joined = Vec::new();
    for (at, occasion) in occasions.iter().enumerate() {
        for it in occasion.attendance.iter().take(MANY) {
            let came = matches!(it.status, AttendanceStatus::Attended | AttendanceStatus::Expected);
            if came && it.by == Teller::Presence && joined.len() < MANY {
                joined.push((at, it.who, cast.surface.sentence_of(it.evidence.start)));
            }
        }
    }
    joined
}

/// Whether that is told of another meeting, in a sentence without words for this one.
pub(super) fn joins_another(
    cast: &Cast,
    joined: &[(usize, MemberId, usize)],
    (at, occasion): (usize, &Occasion),
    candidate: &Candidate,
) -> bool {
    let surface = cast.surface;
    joined.iter().any(|(other, who, sentence)| {
        let run = surface.sentences()[*sentence].clone();
        *other != at
            && (*who == candidate.who || cast.side_of(*who) == Some(candidate.who))
            && candidate.evidence.end > run.start
            && candidate.evidence.end <= run.end
            && !occasion.mentions.iter().take(MANY).any(|it| run.contains(&it.start))
    })
}
