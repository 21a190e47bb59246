//! A visit told by where somebody is awaited: "is due in Oslo on Monday", "is expected in Lima next week".

use super::Trigger;
use super::phrases::{clause_limit, with_name};
use super::scene::Scene;
use crate::clauses::{is_be, subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::mentions::Tense;
use crate::outcomes::was_missed;
use crate::surface::{Run, Surface};
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// So many words behind "expected" it may be told until when somebody is not.
const UNTIL: usize = 8;
/// Words behind "due" among which it is told what for.
const FAR: usize = 16;

/// The visit that "due" or "expected" at a token tells of, if it does.
pub(super) fn due_in(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    // "is headed to Oslo"
    let headed = surface.lower(at) == "headed" && surface.lower(at + 1) == "to";
    let due = matches!(surface.lower(at), "due" | "expected") && surface.lower(at + 1) == "in";
    if !(headed || due)
        || surface.quotation_of(at).is_some()
        || is_private(surface, &(at + 2..sentence.end.min(at + FAR)))
    {
        return None;
    }
    let be = (sentence.start..at).rev().find(|at| !surface.pos(*at).is_adverb())?;
    let group = verb_group(surface, be);
    // "is not expected in Lima until Sunday": but then.
    let until = (at..sentence.end.min(at + UNTIL)).any(|at| surface.lower(at) == "until");
    if !is_be(surface.lower(be)) || group.negated && !until {
        return None;
    }
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    let subject = with_name(cast, subject);
    let actors = cast.actors(&subject).into_iter();
    let persons = actors.filter(|who| is_official(cast, *who, &subject));
    let limit = clause_limit(cast, at);
    let place = scene.place_at(at + 2, limit)?;
    let parties: Vec<_> = persons.map(|who| (who, subject.start..at + 1)).collect();
    let status =
        if was_missed(surface, at) { MeetingStatus::Cancelled } else { MeetingStatus::Planned };
    (!parties.is_empty()).then(|| Trigger {
        certain: true,
        when: scene.when(at, limit),
        place: Some(place),
        parties,
        ..Trigger::bare(at..at + 1, at, MeetingKind::Visit, status)
    })
}

/// Whether somebody travels for a state or a body, as far as a text tells: by an office held now, by a side,
/// or by a name that stands alone. "A storm", "the film star Ann Lee" and "former President Kim" do not.
fn is_official(cast: &Cast, who: MemberId, subject: &Run) -> bool {
    let offices = &cast.member(who).offices;
    let alone =
        || cast.mentions_in(subject).any(|it| it.who == who && it.run.start == subject.start);
    cast.kind(who) == EntityKind::Person
        && (offices.iter().any(|office| office.tense != Tense::Former)
            || offices.is_empty() && (cast.side_of(who).is_some() || alone()))
}

/// "is due in The Hague to stand trial", "is expected in Paris for surgery".
fn is_private(surface: &Surface, words: &Run) -> bool {
    words.clone().any(|at| {
        matches!(
            surface.lower(at),
            "arraigned"
                | "court"
                | "hospital"
                | "sentenced"
                | "sentencing"
                | "surgery"
                | "testify"
                | "treatment"
                | "trial"
        )
    })
}
