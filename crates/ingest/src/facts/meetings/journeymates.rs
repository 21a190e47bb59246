//! Who is on a journey with those it is told of: "She will be joined by Assistant Secretary Kim", and "The
//! delegation met", which are those who lead it.

use super::phrases::phrase_from;
use super::{Attend, Occasion, Teller};
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::Run;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind, MeetingStatus};

/// So many journeys of a text, persons of each, and words for it are looked at.
const JOURNEYS: usize = 16;
const MANY: usize = 24;
/// So many paragraphs behind a journey its delegation is told of.
const PARAGRAPHS: usize = 4;
/// So many words may stand between "joined" and "by", and before a word for a meeting its delegation.
const NEAR: usize = 7;
const BEFORE: usize = 8;
/// So many words before a journey its delegation is named.
const NAMED: usize = 30;

/// Adds to the journeys of a text those who are told to join whoever makes them.
pub(super) fn bring_joined(cast: &Cast, occasions: &mut [Occasion]) {
    let surface = cast.surface;
    let is_journey = |it: &&mut Occasion| it.kind == MeetingKind::Visit;
    let mut journeys: Vec<_> = occasions.iter_mut().filter(is_journey).take(JOURNEYS).collect();
    if journeys.is_empty() {
        return;
    }
    for at in 0..surface.len() {
        let Some((who, whom, words)) = joined_by(cast, at) else { continue };
        let here = surface.paragraph_of(at);
        for journey in &mut journeys {
            let told = journey.mentions.iter().take(MANY).any(|run| {
                run.start <= words.end
                    && (here.saturating_sub(PARAGRAPHS)..=here)
                        .contains(&surface.paragraph_of(run.start))
            });
            let makes = |it: &Attend| who.contains(&it.who) && is_present(it);
            if !told || !journey.attendance.iter().take(MANY).any(makes) {
                continue;
            }
            let (status, by) = (journey.taking_part(), Teller::Words);
            for who in &whom {
                let (who, evidence) = (*who, words.clone());
                journey
                    .attend(Attend { who, status, evidence, capacity: None, by, clear: 7 }, false);
            }
        }
    }
}

/// "Lee will be joined in Oslo by Kim": who is joined, by whom of the same side, and the words that say so.
fn joined_by(cast: &Cast, at: usize) -> Option<(Vec<MemberId>, Vec<MemberId>, Run)> {
    let surface = cast.surface;
    if !matches!(surface.lower(at), "accompanied" | "joined") || surface.quotation_of(at).is_some()
    {
        return None;
    }
    let group = verb_group(surface, at);
    if !group.passive || group.negated {
        return None;
    }
    let end = surface.sentence(at).end;
    let by = (at + 1..end.min(at + NEAR)).find(|at| surface.lower(*at) == "by")?;
    // "on stage", "at the airport": there, and not on the journey.
    let there = |at: usize| matches!(surface.lower(at), "airport" | "letter" | "podium" | "stage");
    if (at + 1..by).any(|at| surface.pos(at).is_verb() || there(at)) {
        return None;
    }
    let persons = |run: &Run| -> Vec<MemberId> {
        let all = cast.actors(run).into_iter();
        all.filter(|who| cast.kind(*who) == EntityKind::Person).take(MANY).collect()
    };
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    let who = persons(&subject);
    let run = phrase_from(cast, by + 1, end);
    let side = |who: MemberId| cast.side_of(who);
    // A host who joins a guest is on no journey with him.
    let sides: Vec<_> = who.iter().filter_map(|who| side(*who)).collect();
    let whom: Vec<MemberId> = persons(&run)
        .into_iter()
        .filter(|it| side(*it).is_none_or(|side| sides.contains(&side)))
        .filter(|it| !who.contains(it))
        .collect();
    // "was joined by Kim for the talks": of those.
    // "by Kim, who will travel": on a journey of his own.
    let own = surface.word(run.end) == "," && surface.lower(run.end + 1) == "who";
    let of_talks = own
        || matches!(surface.lower(run.end), "at" | "during" | "for" | "in")
        || surface.lower(run.end) == "on" && (run.end + 1..end.min(run.end + 4)).any(there);
    (!who.is_empty() && !whom.is_empty() && !of_talks).then(|| {
        let words = subject.start..run.end.max(at + 1);
        (who, whom, words)
    })
}

fn is_present(it: &Attend) -> bool {
    matches!(it.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
}

/// "Lee and a delegation visited Lima. The delegation met with President Kim": Lee did.
pub(super) fn bring_leaders(cast: &Cast, occasions: &mut [Occasion]) {
    let surface = cast.surface;
    let led: Vec<(usize, Vec<MemberId>, MeetingStatus)> = occasions
        .iter()
        .filter(|it| it.kind == MeetingKind::Visit)
        .filter_map(|it| {
            let run = it.mentions.iter().take(MANY).find(|run| is_of_a_delegation(cast, run))?;
            let all = it.attendance.iter().take(MANY).filter(|it| is_present(it)).map(|it| it.who);
            let who: Vec<MemberId> = distinct(all.collect());
            Some((run.start, who, it.status))
        })
        .take(JOURNEYS)
        .collect();
    for talks in occasions.iter_mut().filter(|it| it.kind == MeetingKind::Talks) {
        let found = talks.mentions.iter().take(MANY).find_map(|run| {
            let words = the_delegation(cast, run)?;
            let here = surface.paragraph_of(run.start);
            let near = |start: usize| {
                start < run.start && surface.paragraph_of(start) + PARAGRAPHS >= here
            };
            let of = led
                .iter()
                .rev()
                .find(|(start, _, status)| near(*start) && *status == talks.status)?;
            Some((of.1.clone(), words))
        });
        let Some((who, evidence)) = found else { continue };
        let persons: Vec<_> = talks
            .attendance
            .iter()
            .take(MANY)
            .map(|it| it.who)
            .filter_map(|who| cast.side_of(who))
            .collect();
        // Those who met their own state's President were no delegation to it.
        let (status, by) = (talks.taking_part(), Teller::Words);
        for who in who {
            let side = cast.side_of(who).unwrap_or(who);
            if cast.kind(who) == EntityKind::Person && !persons.contains(&side)
                || cast.kind(who) == EntityKind::State
            {
                let evidence = evidence.clone();
                talks.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
            }
        }
    }
}

/// "Lee and a delegation visited", "Lee led a delegation to": whether one travels.
fn is_of_a_delegation(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let first = sentence.start.max(run.start.saturating_sub(NAMED));
    let end = sentence.end.min(run.end + BEFORE);
    (first..end).any(|at| surface.lower(at) == "delegation")
}

/// "The delegation met", "the delegation also held talks": the words, where that is who acts.
fn the_delegation(cast: &Cast, run: &Run) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(BEFORE));
    let at = (first..run.start).rev().find(|at| surface.lower(*at) == "delegation")?;
    let the = at.checked_sub(1).filter(|the| *the >= first && surface.lower(*the) == "the")?;
    let acts = (at + 1..run.start).all(|at| {
        let pos = surface.pos(at);
        pos.is_verb() || pos.is_adverb() || pos.is_determiner() || pos.is_adjective()
    });
    (acts && !matches!(surface.lower(the.wrapping_sub(1)), "and" | "with" | "of"))
        .then_some(the..run.end)
}
