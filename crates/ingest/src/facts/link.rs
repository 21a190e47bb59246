//! At which meeting a statement was made, and to whom it goes on.

use super::meetings::Occasion;
use super::statements::Said;
use super::turns::speaker_turn;
use crate::entities::{Cast, MemberId, Reason};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingStatus};

/// For each statement the occasion it was made at or right after: one named in its sentence by
/// "after", "at" or "during", else the last one spoken of before that its speaker attended.
pub(crate) fn made_at(cast: &Cast, said: &[Said], occasions: &[Occasion]) -> Vec<Option<usize>> {
    let mut spots: Vec<(usize, usize)> = occasions
        .iter()
        .enumerate()
        .flat_map(|(number, occasion)| occasion.mentions.iter().map(move |run| (run.start, number)))
        .collect();
    spots.sort_unstable();
    said.iter().map(|said| occasion_of(cast, said, occasions, &spots)).collect()
}

fn occasion_of(
    cast: &Cast,
    said: &Said,
    occasions: &[Occasion],
    spots: &[(usize, usize)],
) -> Option<usize> {
    let surface = cast.surface;
    let at = said.at();
    let took_place = |number: usize| {
        matches!(occasions[number].status, MeetingStatus::Held | MeetingStatus::Ongoing)
    };
    let sentence = surface.sentence(at);
    let first = spots.partition_point(|(start, _)| *start < sentence.start);
    let inside = |start: usize| said.content.iter().any(|run| run.contains(&start));
    let here = spots[first..].iter().take_while(|(start, _)| *start < sentence.end).find(
        |(start, number)| {
            let before = start.wrapping_sub(1);
            let near = (before.saturating_sub(3)..=before).any(|at| {
                matches!(surface.lower(at), "after" | "at" | "during" | "following" | "in")
            });
            near && !inside(*start) && took_place(*number)
        },
    );
    if let Some((_, number)) = here {
        return Some(*number);
    }
    let attended = |number: usize| {
        let present = |who| {
            occasions[number]
                .attendance
                .iter()
                .any(|attend| attend.who == who && attend.status == AttendanceStatus::Attended)
        };
        said.who.iter().any(|who| present(*who))
    };
    let last = spots.partition_point(|(start, _)| *start < sentence.end);
    let latest = spots[..last]
        .iter()
        .rev()
        .take(40)
        .find(|(_, number)| took_place(*number) && attended(*number));
    let next = || {
        spots[last..].iter().take(6).find(|(_, number)| took_place(*number) && attended(*number))
    };
    latest.or_else(next).map(|(_, number)| *number)
}

/// How many statements around some words are asked whether they tell them.
const NEAR: usize = 40;

/// The one speaker in whose words all of these stand, as each of them begins in the same sentence:
/// what only somebody's words tell is told according to them.
pub(crate) fn told_by<'r>(
    cast: &Cast,
    said: &[Said],
    runs: impl IntoIterator<Item = &'r Run>,
) -> Option<MemberId> {
    let mut tellers = runs.into_iter().map(|run| {
        let until = said.partition_point(|said| said.at() <= run.start);
        let near = said[..until].iter().rev().take(NEAR).chain(said[until..].iter().take(NEAR / 4));
        near.filter(|said| said.cue.is_some() && said.who.len() == 1)
            .find(|said| {
                said.content.iter().any(|words| {
                    words.start <= run.start
                        && run.end <= words.end
                        && cast.surface.sentence_of(words.start)
                            == cast.surface.sentence_of(run.start)
                })
            })
            .and_then(|said| said.who.first().copied())
    });
    let first = tellers.next()??;
    tellers.all(|other| other == Some(first)).then_some(first)
}

/// "In an interview with X, Lee said …. He stressed": who was told is told more by "he".
pub(crate) fn carry_addressees(cast: &Cast, said: &mut [Said]) {
    let surface = cast.surface;
    for number in 0..said.len() {
        let sentence = surface.sentence(said[number].at());
        // "Lee told his counterparts": nobody tells himself.
        let own = |who: &MemberId| said[number].who.contains(who);
        if said[number].addressee.as_ref().is_some_and(own) {
            said[number].addressee = None;
        }
        if said[number].addressee.is_none() {
            said[number].addressee = interviewer(cast, &sentence, &said[number]);
        }
        let Some(before) = number.checked_sub(1) else { continue };
        let (earlier, later) = said.split_at_mut(number);
        let (earlier, later) = (&earlier[before], &mut later[0]);
        let pronoun = later
            .source
            .as_ref()
            .is_some_and(|run| run.len() == 1 && surface.pos(run.start) == Pos::Pronoun);
        let next_sentence =
            surface.sentence_of(later.at()).abs_diff(surface.sentence_of(earlier.at())) <= 1;
        if later.addressee.is_none() && pronoun && next_sentence && earlier.who == later.who {
            later.addressee = earlier.addressee;
        }
    }
}

/// "I" and "my" in the words of one person are that person, and outside quotation marks the one
/// whose byline a text bears.
pub(crate) fn first_persons(cast: &mut Cast, said: &[Said], byline: Option<MemberId>) {
    let own = |cast: &Cast, at: usize| {
        matches!(cast.surface.lower(at), "i" | "my" | "me" | "myself" | "mine")
    };
    for said in said {
        let [who] = said.who[..] else { continue };
        if cast.kind(who) != EntityKind::Person {
            continue;
        }
        for at in said.content.iter().flat_map(Clone::clone) {
            let turn = || {
                let source = said.source.as_ref().filter(|_| said.cue.is_none());
                source.is_some_and(|source| cast.surface.word(source.end) == ":")
            };
            if own(cast, at)
                && (turn() || cast.surface.quotation_of(at).is_some())
                && cast.mention_at(at).is_none()
            {
                let span = cast.surface.span(at);
                cast.mention(at..at + 1, span, who, Reason::Pronoun);
            }
        }
    }
    let Some(who) = byline else { return };
    for at in 0..cast.surface.len() {
        if own(cast, at)
            && cast.surface.quotation_of(at).is_none()
            && cast.mention_at(at).is_none()
            && speaker_turn(cast, at).is_none()
        {
            cast.mention(at..at + 1, cast.surface.span(at), who, Reason::Pronoun);
        }
    }
}

/// "in an interview with The Associated Press".
fn interviewer(cast: &Cast, sentence: &Run, said: &Said) -> Option<MemberId> {
    let surface = cast.surface;
    let interview = sentence.clone().find(|at| {
        surface.lower(*at) == "interview" && !said.content.iter().any(|run| run.contains(at))
    })?;
    let with = (interview + 1..(interview + 5).min(sentence.end))
        .find(|at| matches!(surface.lower(*at), "with" | "to"))?;
    cast.mentions_in(&(with + 1..(with + 10).min(sentence.end)))
        .find(|mention| {
            matches!(cast.kind(mention.who), EntityKind::Organization | EntityKind::Person)
                && !said.who.contains(&mention.who)
        })
        .map(|mention| mention.who)
}
