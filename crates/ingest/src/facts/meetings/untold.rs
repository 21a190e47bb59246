//! Occasions that a text tells of by nothing but who was not there: "Mali stayed away", where no word
//! names what from.

use super::Trigger;
use super::absence::parties;
use super::left::is_of_a_meeting;
use super::phrases::clause_limit;
use super::scene::Scene;
use super::told::told;
use crate::clauses::{is_be, is_have, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{MeetingKind, MeetingStatus};

/// Who are many and come together, with the kind of what they come together for.
const MANY: &[(&str, MeetingKind)] = &[
    ("leaders", MeetingKind::Summit),
    ("presidents", MeetingKind::Summit),
    ("premiers", MeetingKind::Summit),
    ("heads", MeetingKind::Summit),
    ("rulers", MeetingKind::Summit),
    ("kings", MeetingKind::Summit),
    ("emirs", MeetingKind::Summit),
    ("ministers", MeetingKind::Conference),
    ("envoys", MeetingKind::Conference),
    ("delegates", MeetingKind::Conference),
    ("delegations", MeetingKind::Conference),
    ("ambassadors", MeetingKind::Conference),
    ("countries", MeetingKind::Conference),
    ("states", MeetingKind::Conference),
    ("nations", MeetingKind::Conference),
    ("negotiators", MeetingKind::Talks),
    ("parties", MeetingKind::Talks),
    ("sides", MeetingKind::Talks),
    ("factions", MeetingKind::Talks),
];

/// So many paragraphs away stands what words of absence are of, if it is named at all.
const NEAR: usize = 2;
/// So many occasions of a text are told of by absence alone.
const MOST: usize = 8;

/// Adds an occasion for words of absence that are near none. `known` is in order, and stays so.
pub(super) fn add_untold(scene: &Scene, headers: &[bool], known: &mut Vec<Trigger>) {
    let cast = scene.cast;
    let surface = cast.surface;
    // Releases hardly tell of absence.
    if scene.release {
        return;
    }
    // What the text told of before, or tells of soon after, is what they are of.
    let named = |trigger: &&Trigger| !trigger.weak && trigger.kind != MeetingKind::Visit;
    let first = known.iter().find(named).map(|trigger| trigger.head);
    let until = first.map_or(surface.len(), |head| {
        let paragraph = surface.paragraph_of(head).saturating_sub(NEAR);
        (0..head).find(|at| surface.paragraph_of(*at) >= paragraph).unwrap_or(head)
    });
    let journeys: Vec<usize> = known
        .iter()
        .filter(|trigger| !trigger.weak && trigger.kind == MeetingKind::Visit)
        .map(|trigger| surface.sentence_of(trigger.head))
        .collect();
    let mut found: Vec<Trigger> = Vec::new();
    for at in 0..until {
        let header = headers.get(at).copied().unwrap_or(false);
        if header || surface.quotation_of(at).is_some() {
            continue;
        }
        let here = surface.sentence_of(at);
        let near =
            |head: usize| surface.paragraph_of(at).abs_diff(surface.paragraph_of(head)) <= NEAR;
        if found.last().is_some_and(|trigger| near(trigger.head))
            || journeys.get(journeys.partition_point(|sentence| *sentence < here)) == Some(&here)
        {
            continue;
        }
        if let Some(trigger) = untold(scene, at) {
            found.push(trigger);
            if found.len() == MOST {
                break;
            }
        }
    }
    if !found.is_empty() {
        known.extend(found);
        known.sort_by_key(|trigger| trigger.head);
    }
}

/// The occasion that words of absence at a token are of.
fn untold(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    let told = told(cast, at)?;
    let limit = clause_limit(cast, at).max(told.end);
    let group = verb_group(surface, at);
    let away = matches!(told.tie, Tie::Absent | Tie::Declined | Tie::Excluded)
        || told.tie == Tie::Present && group.negated;
    if !away || !is_of_a_meeting(cast, at, limit, &told, &[]) {
        return None;
    }
    let (who, _, negated) = parties(cast, at, limit, &told)?;
    if who.is_empty() || told.tie == Tie::Present && !negated {
        return None;
    }
    let named = (at..limit).find(|at| names_an_occasion(cast, *at));
    let many = || gathered(cast, at).or_else(|| gathered(cast, 0));
    let (head, kind) = match named {
        Some(head) => (head, MeetingKind::Talks),
        None => many().unwrap_or((at, MeetingKind::Talks)),
    };
    let coming = group.future || group.modal;
    let by_verb = surface.pos(head).is_verb() && head != at;
    let coming = if by_verb { verb_group(surface, head).future } else { coming };
    let status = if coming { MeetingStatus::Planned } else { MeetingStatus::Held };
    let end = clause_limit(cast, head);
    Some(Trigger {
        when: scene.when(head, end),
        place: scene
            .place(head + 1, end)
            .or_else(|| scene.place(at + 1, limit))
            .or_else(|| scene.leading_place(head)),
        away: who,
        ..Trigger::bare(head..head + 1, head, kind, status)
    })
}

/// What many who come together do, in the sentence of a token: "leaders agreed".
fn gathered(cast: &Cast, at: usize) -> Option<(usize, MeetingKind)> {
    let surface = cast.surface;
    let sentence: Run = surface.sentence(at);
    let (noun, kind) = sentence.clone().find_map(|at| {
        let word = surface.lower(at);
        let many = MANY.iter().find(|(many, _)| *many == word)?;
        Some((at, many.1)).filter(|_| surface.pos(at).is_noun())
    })?;
    let end = sentence.end.min(noun + 8);
    let verb = (noun + 1..end)
        .take_while(|at| !matches!(surface.word(*at), ";" | ":" | "—" | "--"))
        .find(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())?;
    // "have agreed": what is done.
    let helps = |at: usize| {
        let word = surface.lower(at);
        surface.pos(at) == Pos::Modal || is_be(word) || is_have(word)
    };
    let main = (verb..end).find(|at| surface.pos(*at).is_verb() && !helps(*at)).unwrap_or(verb);
    Some((main, kind))
}

/// Whether a common noun is one for what people come to.
fn names_an_occasion(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let word = surface.lower(at);
    surface.pos(at).is_noun()
        && (cast.lexicon.meeting_nouns.longest(|offset| (offset == 0).then_some(word)).is_some()
            || matches!(word, "event" | "table" | "round" | "process" | "opening" | "vote"))
}
