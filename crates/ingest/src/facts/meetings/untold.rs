//! Occasions that a text tells of by nothing but who was not there: "Mali stayed away", where no word
//! names what from.

use super::Trigger;
use super::absence::parties;
use super::left::is_of_a_meeting;
use super::marked::SURE_OF_ABSENCE;
use super::no_person::meets_no_person;
use super::nouns::is_of_a_longer_name;
use super::phrases::clause_limit;
use super::scene::Scene;
use super::told::told;
use super::undone::is_not_done;
use super::unwilling::OFFERS;
use crate::clauses::{is_be, is_have, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::network::{Marks, Scored};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind, MeetingStatus};

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
/// So many sentences away may be a word that no rule knows for what somebody stayed away from.
const REACH: usize = 2;
/// And so many words.
const WORDS: usize = 150;
/// How much the network must give such a word, in 1/256 nat: beside an absence that is told surely,
/// far less than for a meeting of which nothing else tells.
const LIKELY: i16 = -700;
/// So many occasions of a text are told of by absence alone.
const MOST: usize = 8;

/// Adds an occasion for words of absence that are near none. `known` is in order, and stays so.
pub(super) fn add_untold(scene: &Scene, headers: &[bool], marks: &Marks, known: &mut Vec<Trigger>) {
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
        if let Some(trigger) = untold(scene, at, headers, marks) {
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
fn untold(scene: &Scene, at: usize, headers: &[bool], marks: &Marks) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    let Some(told) = told(cast, at) else { return marked_away(scene, at, headers, marks) };
    let limit = clause_limit(cast, at).max(told.end);
    let group = verb_group(surface, at);
    let away = matches!(told.tie, Tie::Absent | Tie::Declined | Tie::Excluded)
        || told.tie == Tie::Present && group.negated;
    let away = away && !is_not_done(cast, at, &told);
    if !away || !is_of_a_meeting(cast, at, limit, &told, &[]) {
        return marked_away(scene, at, headers, marks);
    }
    let (who, _, negated) = parties(cast, at, limit, &told)?;
    if who.is_empty() || told.tie == Tie::Present && !negated {
        return None;
    }
    if (at..limit).any(|at| is_a_demand(surface, at)) {
        return None;
    }
    let named = (at..limit).find(|at| names_an_occasion(cast, *at));
    let many = || gathered(cast, at).or_else(|| gathered(cast, 0));
    let named = named.or_else(|| likeliest(scene, at, headers, &marks.scores));
    let (head, kind) = match named {
        Some(head) => (head, kind_of(cast, head)),
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

/// The occasion that whoever the network marks as away stayed away from, if their mark begins at a
/// token.
fn marked_away(scene: &Scene, at: usize, headers: &[bool], marks: &Marks) -> Option<Trigger> {
    let cast = scene.cast;
    let first = marks.attendance.partition_point(|mark| mark.words.start < at);
    let mark = marks.attendance.get(first).filter(|mark| mark.words.start == at)?;
    let away = matches!(
        mark.what,
        AttendanceStatus::Absent | AttendanceStatus::Excluded | AttendanceStatus::Declined
    );
    let named = cast.mentions_in(&mark.words).any(|it| cast.kind(it.who) != EntityKind::Place);
    if !away || !named || mark.margin < SURE_OF_ABSENCE {
        return None;
    }
    let head = likeliest(scene, at, headers, &marks.scores)?;
    let end = clause_limit(cast, head);
    let status = status_of(head, &marks.scores);
    // Nobody is away from a meeting that was only asked for: "rejected a call for a conference".
    let first = cast.surface.sentence(head).start.max(head.saturating_sub(5));
    let asked = (first..head).any(|at| OFFERS.contains(&cast.surface.lower(at)));
    if asked || status == MeetingStatus::Proposed {
        return None;
    }
    Some(Trigger {
        when: scene.when(head, end),
        place: scene.place(head + 1, end).or_else(|| scene.leading_place(head)),
        marked: true,
        ..Trigger::bare(head..head + 1, head, kind_of(cast, head), status)
    })
}

/// How the network has a meeting stand of which a word tells.
fn status_of(head: usize, scores: &[Scored]) -> MeetingStatus {
    let found = scores.binary_search_by_key(&head, |scored| scored.at).ok();
    let best = found.and_then(|found| {
        let given = scores[found].meeting.iter().zip(MeetingStatus::ALL);
        given.max_by_key(|(score, _)| **score).map(|(_, status)| *status)
    });
    best.unwrap_or(MeetingStatus::Held)
}

/// What kind of meeting a word names, as far as a table has it.
fn kind_of(cast: &Cast, head: usize) -> MeetingKind {
    let word = cast.surface.lower(head);
    let noun = cast.lexicon.meeting_nouns.longest(|offset| (offset == 0).then_some(word));
    noun.map_or(MeetingKind::Talks, |(_, noun)| noun.kind)
}

/// The word that speaks most of a meeting, to the network, of those in reach of a token.
fn likeliest(scene: &Scene, at: usize, headers: &[bool], scores: &[Scored]) -> Option<usize> {
    let cast = scene.cast;
    let surface = cast.surface;
    let here = surface.sentence_of(at);
    let sentences = surface.sentences();
    let first = sentences.get(here.saturating_sub(REACH))?.start.max(at.saturating_sub(WORDS));
    let last = sentences.get((here + REACH).min(sentences.len() - 1))?.end.min(at + WORDS);
    let from = scores.partition_point(|scored| scored.at < first);
    let may = |scored: &&Scored| {
        let (head, pos) = (scored.at, surface.pos(scored.at));
        (pos.is_noun() || pos.is_verb())
            && cast.mention_at(head).is_none()
            && !surface.is_capital(head)
            && !headers.get(head).copied().unwrap_or(false)
            && !is_of_a_longer_name(scene, head)
            && !meets_no_person(surface, head)
            && (surface.quotation_of(head).is_none() || pos.is_noun())
    };
    let best = |scored: &Scored| scored.meeting.iter().copied().max().unwrap_or(i16::MIN);
    scores[from..]
        .iter()
        .take_while(|scored| scored.at < last)
        .filter(may)
        .max_by_key(|scored| best(scored))
        .filter(|scored| best(scored) > LIKELY)
        .map(|scored| scored.at)
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
        && (cast.lexicon.names_a_meeting(word)
            || matches!(word, "event" | "table" | "round" | "process" | "opening" | "vote"))
}

/// "rejected a call for calm"
fn is_a_demand(surface: &Surface, at: usize) -> bool {
    surface.lower(at).starts_with("call") && matches!(surface.lower(at + 1), "for" | "to" | "on")
}
