//! Who is told to be there in words behind those for a meeting: "in the presence of Lee", "flew to Lima
//! along with Lee", "Also present at the talks was Lee".

use super::Trigger;
use super::phrases::phrase_from;
use crate::entities::{Cast, MemberId, Mentioned, distinct};
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind};

/// So many words behind a meeting's they may begin.
const FAR: usize = 24;

/// Adds those who are told so to the meetings of a text.
pub(super) fn add_companions(cast: &Cast, triggers: &mut [Trigger]) {
    for trigger in triggers {
        let Some(run) = words_for(cast, trigger) else { continue };
        // "along with President Kim's greetings": those without him.
        let owns = |it: &&Mentioned| matches!(cast.surface.lower(it.run.end), "'s" | "’s");
        let listed = cast.mentions_in(&run).filter(|it| !owns(it)).map(|it| it.who);
        let mut who: Vec<MemberId> =
            distinct(listed.filter(|who| cast.kind(*who) == EntityKind::Person).collect());
        let person = |it: &Mentioned| cast.kind(it.who) == EntityKind::Person;
        if who.is_empty() && !cast.mentions_in(&run).any(person) {
            who = cast.actors(&run);
        }
        for who in who {
            if trigger.parties.iter().all(|(known, _)| *known != who) {
                trigger.parties.push((who, trigger.run.start.min(run.start)..run.end));
            }
        }
    }
}

/// The noun phrase of those who are there besides.
fn words_for(cast: &Cast, trigger: &Trigger) -> Option<Run> {
    let surface = cast.surface;
    let sentence = surface.sentence(trigger.head);
    let end = sentence.end.min(trigger.head + FAR);
    let visit = trigger.kind == MeetingKind::Visit;
    for at in trigger.head + 1..end {
        if matches!(surface.word(at), ";" | "—" | "--" | ":") || surface.quotation_of(at).is_some()
        {
            break;
        }
        if surface.reads(at, &["in", "the", "presence", "of"]) {
            return Some(phrase_from(cast, at + 4, sentence.end));
        }
        let with =
            matches!(surface.lower(at), "along" | "together") && surface.lower(at + 1) == "with";
        if visit && with {
            return Some(phrase_from(cast, at + 2, sentence.end));
        }
        // A verb of its own begins another clause.
        if surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none() {
            break;
        }
    }
    inverted(cast, trigger, &sentence)
}

/// "Also present at the talks in Lima was Lee."
fn inverted(cast: &Cast, trigger: &Trigger, sentence: &Run) -> Option<Run> {
    let surface = cast.surface;
    let first = sentence.start + usize::from(surface.lower(sentence.start) == "also");
    let opens = matches!(surface.lower(first), "attending" | "present" | "participating")
        || surface.reads(first, &["taking", "part"]);
    let be = (trigger.head + 1..sentence.end.min(trigger.head + FAR))
        .find(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())
        .filter(|at| matches!(surface.lower(*at), "was" | "were" | "are" | "is"))?;
    (opens && trigger.head < first + 10).then(|| phrase_from(cast, be + 1, sentence.end))
}
