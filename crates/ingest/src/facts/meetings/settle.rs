//! Decides by the signals which meetings are some, how they stand, and who was there.

use super::commented::{comes_at_times, names_what_is_beside, only_spoken_of, says_nothing_of_it};
use super::contrast::says_there;
use super::from_afar::is_from_afar;
use super::gathering::ToldOf;
use super::goes_ahead::is_told_off;
use super::left::Elsewhere;
use super::moved::on_the_day;
use super::weighed::{Candidate, Weighed};
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::{AttendanceStatus, Date, EntityKind, MeetingKind, MeetingStatus, When};
use std::collections::HashMap;

/// No meeting, and one in each status.
const MEETINGS: usize = 1 + MeetingStatus::ALL.len();
/// No tie, present, and the ways to stay away.
const TIES: usize = 5;

/// So many meetings of the same words are compared.
const MOST_APART: usize = 8;

/// So many who are told to be away are compared with those who may have been there.
const MOST: usize = 100;

/// A nat in the units of scores.
const NAT: i64 = 1024 * 256;
/// How much more must speak against what a rule tells than for it.
const DOUBT: i64 = NAT;

/// How much less must speak for an absence that no words of a rule tell.
const UNTOLD: i64 = NAT / 2;

/// Settles the occasions by what was weighed of each, which is in their order. `elsewhere`: words of
/// absence that are of no meeting.
pub(super) fn settle(
    cast: &Cast,
    occasions: &mut [Occasion],
    weighed: &[Weighed],
    elsewhere: &Elsewhere,
    (release, published): (bool, Option<Date>),
) {
    let decisions = &cast.lexicon.decisions;
    let away: Vec<(MemberId, Run)> = occasions
        .iter()
        .flat_map(|occasion| &occasion.attendance)
        .filter(|attend| is_told_away(attend) && cast.kind(attend.who) == EntityKind::Person)
        .filter_map(|attend| Some((cast.side_of(attend.who)?, attend.evidence.clone())))
        .take(MOST)
        .collect();
    let others = met_apart(occasions);
    let told_of = ToldOf::new(cast, occasions);
    for (at, (occasion, weighed)) in occasions.iter_mut().zip(weighed).enumerate() {
        // What is called a visit and is to come has no day of those who speak of it.
        let past = occasion.when.last_day().zip(published);
        let past = past.is_some_and(|(last, published)| last < published.first_day());
        let awaited = weighed.firm == Some(MeetingStatus::Planned)
            && occasion.kind == MeetingKind::Visit
            && !past
            && !is_off_or_hoped(occasion.status);
        if awaited && occasion.status != MeetingStatus::Planned {
            occasion.status = MeetingStatus::Planned;
            let today = |day: Option<Date>| day.is_some() && day == published;
            if today(occasion.when.from) && today(occasion.when.to) {
                occasion.when = When::default();
            }
        }
        if let Some(sure) = weighed.sure {
            occasion.status = sure;
        }
        let scores: [i64; MEETINGS] = decisions.scores(weighed.signals.iter());
        let (none, statuses) = (scores[0], &scores[1..]);
        let all = || statuses.iter().zip(MeetingStatus::ALL);
        let best = all().max_by_key(|(score, _)| **score);
        // Nothing is off that no word tells to be.
        let off = |status: &MeetingStatus| *status == MeetingStatus::Cancelled;
        let unsaid = best.is_some_and(|(_, status)| off(status))
            && !off(&occasion.status)
            && !is_told_off(cast.surface, &occasion.mentions);
        let best = match best {
            Some(_) if unsaid => all().filter(|it| !off(it.1)).max_by_key(|(score, _)| **score),
            best => best,
        };
        if let Some((score, status)) = best {
            // Whose absence is told in words for it was meant to be somewhere, and those of whom
            // clear words tell that they met have met.
            let missed = occasion.attendance.iter().any(is_told_away);
            let words = |attend: &&Attend| attend.by == Teller::Words;
            let clear_words =
                weighed.certain && occasion.attendance.iter().filter(words).count() > 1;
            let told = weighed.certain && occasion.attendance.iter().any(|it| words(&it));
            let doubt = match (missed || clear_words, told) {
                (true, _) => DOUBT * 3 / 2,
                (_, true) => DOUBT,
                _ => DOUBT * 3 / 4,
            };
            // A ceremony that is only told to take place may be none of states.
            let held_to = weighed.sure.is_some_and(|sure| {
                sure != MeetingStatus::Planned
                    || occasion.kind != MeetingKind::Other
                    || !occasion.attendance.is_empty()
            });
            if none > *score + doubt && !held_to {
                occasion.mentions.clear(); // no meeting after all
                continue;
            }
            // What words call off or propose stands unless more speaks against it.
            let told = MeetingStatus::ALL.iter().position(|told| *told == occasion.status);
            let told = told.map_or(i64::MIN / 2, |told| statuses[told]);
            // Few texts deny a meeting: too few to learn from.
            let denied = occasion.status == MeetingStatus::Denied;
            // What somebody will not have is off.
            let refused = |it: &Attend| it.by == Teller::Words && is_away(it.status);
            let denied = denied
                || occasion.status == MeetingStatus::Cancelled
                    && occasion.attendance.iter().any(refused);
            let off = occasion.status == MeetingStatus::Cancelled;
            // So is what was but proposed in so many words.
            let hoped = weighed.certain && occasion.status == MeetingStatus::Proposed;
            let firm = weighed.firm == Some(occasion.status);
            let doubt = match (firm, off || hoped) {
                (true, _) => 2 * DOUBT,
                (_, true) => DOUBT / 2,
                _ => 0,
            };
            // What somebody is invited to is no more than that.
            let invited = firm && occasion.status == MeetingStatus::Proposed;
            let moved = weighed.moved
                && matches!(occasion.status, MeetingStatus::Planned | MeetingStatus::Cancelled);
            if moved {
                occasion.status = MeetingStatus::Planned;
                occasion.when = on_the_day(occasion.status, occasion.when);
            }
            let settled = denied || moved || awaited || invited || weighed.sure.is_some();
            // What many come to is not off for one who stays away.
            let many = matches!(occasion.kind, MeetingKind::Summit | MeetingKind::Conference);
            let off_unsaid = many && missed && *status == MeetingStatus::Cancelled;
            if !settled && !off_unsaid && *score > told + doubt {
                occasion.status = *status;
            }
            if weighed.past && occasion.status == MeetingStatus::Ongoing {
                occasion.status = MeetingStatus::Held;
            }
            occasion.clear = clear(&scores);
        }
        let moved_to_a_day = weighed.moved && occasion.status == MeetingStatus::Planned;
        let present = occasion.taking_part();
        for attend in &mut occasion.attendance {
            // Whoever walked out of what was then called off had been there.
            let left = attend.by == Teller::Presence
                && attend.status == AttendanceStatus::Attended
                && occasion.status == MeetingStatus::Cancelled;
            if !left
                && matches!(attend.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
            {
                attend.status = present;
            }
        }
        for candidate in &weighed.candidates {
            let scores: [i64; TIES] = decisions.scores(candidate.signals.iter());
            let known = occasion.attendance.iter().find(|attend| attend.who == candidate.who);
            // Absence is told in more ways than were learnt from: where no words that a rule knows say
            // otherwise, less must speak for it.
            let by_words =
                known.is_some_and(|it| matches!(it.by, Teller::Words | Teller::Presence));
            let untold = if release || by_words { 0 } else { UNTOLD };
            let worth = |choice: usize| scores[choice] + if choice > 1 { untold } else { 0 };
            let best = (0..TIES).max_by_key(|choice| (worth(*choice), TIES - choice));
            let mut choice = best.unwrap_or(0);
            match known {
                // Words of absence or refusal are what they are.
                Some(known)
                    if known.status != present
                        && (known.by == Teller::Presence
                            || known.by == Teller::Words
                                && is_away(known.status)
                                && occasion.kind == MeetingKind::Talks
                                && occasion.status == MeetingStatus::Cancelled) =>
                {
                    continue;
                }
                // "Mali was there": words of presence are what they are, too.
                Some(known)
                    if known.status == present
                        && known.by == Teller::Presence
                        && choice > 1
                        && says_there(cast, &known.evidence) =>
                {
                    choice = 1;
                }
                // "The meeting between Lee and Kim was cancelled": neither is told to have done it.
                _ if choice == 4
                    && (weighed.by_none || moved_to_a_day)
                    && known.is_none_or(|known| known.status == present) =>
                {
                    choice = usize::from(occasion.kind != MeetingKind::Visit);
                }
                _ if choice == 1 && comes_at_times(cast, candidate) => choice = 0,
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice > 0 && says_nothing_of_it(cast, candidate) =>
                {
                    choice = 0;
                }
                Some(known)
                    if known.by != Teller::Marks
                        && known.status == present
                        && scores[choice] < scores[1] + doubt_of(known.by) =>
                {
                    choice = 1;
                }
                // "Chad's Ann Lee was not invited" tells of no presence of Chad.
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice == 1 && is_only_side(&away, candidate) =>
                {
                    choice = 0;
                }
                // "Lee called the talks a farce": so does who is far away.
                Some(Attend { by: Teller::Marks | Teller::Signals | Teller::Side, .. }) | None
                    if choice == 1
                        && (only_spoken_of(cast, occasion, candidate)
                            || names_what_is_beside(cast, occasion, candidate)) =>
                {
                    choice = 0;
                }
                // "separate meetings with Lee and with Kim": Lee is not at the other one.
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice == 1 && others[at].contains(&candidate.who) =>
                {
                    choice = 0;
                }
                // "Lee was among those who came": to the one that many came to.
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice == 1
                        && told_of.elsewhere(
                            cast,
                            (at, occasion),
                            candidate.who,
                            &candidate.evidence,
                        ) =>
                {
                    choice = 0;
                }
                // Whose people take part is not away.
                Some(Attend { by: Teller::Side, status, .. })
                    if choice > 1 && *status == present && sends(cast, occasion, candidate.who) =>
                {
                    choice = 1;
                }
                // "Mali did not invite Chad": Mali keeps away nobody but Chad.
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice > 1
                        && (beside_exclusion(occasion, candidate)
                            || keeps_out(cast, occasion, candidate)) =>
                {
                    choice = 0;
                }
                // Whoever stays away keeps their side away only if it is told of both.
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice > 1 && stands_beside_its_own(cast, occasion, candidate) =>
                {
                    choice = 0;
                }
                // Releases hardly tell of absence: what no words of absence tell is none.
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if release && choice > 1 =>
                {
                    choice = 0;
                }
                // Whom neither rule nor mark has needs more to be there.
                None if choice == 1
                    && (is_from_afar(cast, occasion, candidate.who)
                        || scores[1] < scores[0] + DOUBT / 2
                        || beside_absence(occasion, candidate)) =>
                {
                    choice = 0;
                }
                Some(Attend { by: Teller::Marks | Teller::Signals, .. }) | None
                    if choice > 1 && elsewhere.is_told_of(cast, candidate) =>
                {
                    choice = 0;
                }
                _ => {}
            }
            apply(occasion, candidate, choice, clear(&scores));
        }
    }
}

/// Whether words tell of somebody who takes part for a side.
fn sends(cast: &Cast, occasion: &Occasion, side: MemberId) -> bool {
    let present = occasion.taking_part();
    occasion.attendance.iter().take(MOST).any(|it| {
        it.by == Teller::Words && it.status == present && cast.side_of(it.who) == Some(side)
    })
}

const fn is_off_or_hoped(status: MeetingStatus) -> bool {
    matches!(status, MeetingStatus::Cancelled | MeetingStatus::Denied | MeetingStatus::Proposed)
}

/// For each occasion those who by the same words were met apart from it.
fn met_apart(occasions: &[Occasion]) -> Vec<Vec<MemberId>> {
    let mut of_words: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (at, occasion) in occasions.iter().enumerate() {
        for run in &occasion.mentions {
            of_words.entry((run.start, run.end)).or_default().push(at);
        }
    }
    let mut others = vec![Vec::new(); occasions.len()];
    for same in of_words.values().filter(|same| same.len() > 1) {
        for at in same.iter().take(MOST_APART) {
            for other in same.iter().take(MOST_APART).filter(|other| *other != at) {
                let there =
                    |who: MemberId| occasions[*at].attendance.iter().any(|it| it.who == who);
                let who = occasions[*other].attendance.iter().map(|it| it.who);
                others[*at].extend(who.filter(|who| !there(*who)));
            }
        }
    }
    others
}

/// How much more must speak against a tie than for it: most where the words of the meeting tell it.
fn doubt_of(by: Teller) -> i64 {
    if by == Teller::Words { 3 * DOUBT } else { DOUBT }
}

/// Whether the words that would prove a side's presence tell that a person of theirs is away.
fn is_only_side(away: &[(MemberId, Run)], candidate: &Candidate) -> bool {
    away.iter().any(|(side, evidence)| {
        *side == candidate.who
            && evidence.start < candidate.evidence.end
            && candidate.evidence.start < evidence.end
    })
}

/// Whether words that would prove an absence tell that others are kept out.
fn beside_exclusion(occasion: &Occasion, candidate: &Candidate) -> bool {
    let mut told = occasion.attendance.iter().filter(|attend| is_told_away(attend));
    told.any(|attend| {
        let (a, b) = (&attend.evidence, &candidate.evidence);
        attend.status == AttendanceStatus::Excluded
            && attend.who != candidate.who
            && a.start < b.end
            && b.start < a.end
    })
}

/// "Envoy Ann Lee did not invite Chad": whether words that would prove an exclusion stand before a verb
/// of keeping another out, in its sentence.
fn keeps_out(cast: &Cast, occasion: &Occasion, candidate: &Candidate) -> bool {
    let surface = cast.surface;
    occasion.attendance.iter().filter(|attend| is_told_away(attend)).any(|attend| {
        let (verb, start) = (attend.evidence.start, candidate.evidence.start);
        attend.status == AttendanceStatus::Excluded
            && attend.who != candidate.who
            && surface.pos(verb).is_verb()
            && start < verb
            && surface.sentence_of(start) == surface.sentence_of(verb)
    })
}

/// Whether words tell that a person is away for whom the candidate is but the side, and prove no more.
fn stands_beside_its_own(cast: &Cast, occasion: &Occasion, candidate: &Candidate) -> bool {
    let mut away = occasion.attendance.iter().filter(|attend| is_told_away(attend));
    away.any(|attend| {
        let (a, b) = (&attend.evidence, &candidate.evidence);
        cast.kind(attend.who) == EntityKind::Person
            && cast.side_of(attend.who) == Some(candidate.who)
            && a.start < b.end
            && b.start < a.end
    })
}

/// Whether the words that would prove a presence tell of somebody's absence: "Mali barred Chad",
/// "Chad's president will not come".
fn beside_absence(occasion: &Occasion, candidate: &Candidate) -> bool {
    let mut told = occasion.attendance.iter().filter(|attend| is_told_away(attend));
    told.any(|attend| {
        let (a, b) = (&attend.evidence, &candidate.evidence);
        a.start < b.end && b.start < a.end
    })
}

/// Whether words of absence tell a tie.
const fn is_told_away(attend: &Attend) -> bool {
    matches!(attend.by, Teller::Presence) && is_away(attend.status)
}

const fn is_away(status: AttendanceStatus) -> bool {
    matches!(
        status,
        AttendanceStatus::Absent | AttendanceStatus::Excluded | AttendanceStatus::Declined
    )
}

/// How far the best score is above the next, in half nats, from 0 to 9.
fn clear(scores: &[i64]) -> u8 {
    let (mut best, mut next) = (i64::MIN, i64::MIN);
    for score in scores {
        if *score > best {
            (best, next) = (*score, best);
        } else if *score > next {
            next = *score;
        }
    }
    u8::try_from(best.saturating_sub(next) / (NAT / 2)).unwrap_or(u8::MAX).min(9)
}

fn apply(occasion: &mut Occasion, candidate: &Candidate, choice: usize, clear: u8) {
    let known = occasion.attendance.iter().position(|attend| attend.who == candidate.who);
    let status = match choice {
        1 => occasion.taking_part(),
        2 => AttendanceStatus::Absent,
        3 => AttendanceStatus::Excluded,
        4 => AttendanceStatus::Declined,
        _ => {
            if let Some(known) = known {
                occasion.attendance.remove(known);
            }
            return;
        }
    };
    match known {
        Some(known) => {
            let known = &mut occasion.attendance[known];
            (known.status, known.clear) = (status, clear);
        }
        None => occasion.attendance.push(Attend {
            who: candidate.who,
            status,
            evidence: candidate.evidence.clone(),
            capacity: None,
            by: Teller::Signals,
            clear,
        }),
    }
}
