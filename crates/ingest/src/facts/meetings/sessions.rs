//! Who speaks at the session of a body: "told the Council", "Briefing the Council, Lee said", "The
//! representative of Chad said". They are at it.

use super::same::dates_agree;
use super::{Attend, Occasion, Teller};
use crate::clauses::{VerbGroup, subject_before, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::mentions::DateMention;
use crate::surface::Run;
use chancery_model::{AttendanceStatus, Date, EntityKind, MeetingKind, MeetingStatus};

/// So many sessions, and sentences behind the first words for one, are looked through.
const SESSIONS: usize = 4;
const SENTENCES: usize = 60;
/// So many words may stand between a verb and the body that is told something.
const NEAR: usize = 5;
/// Words of one sentence, and of the words for those who are at a session, that are looked at.
const WORDS: usize = 80;

/// Last words in the names of bodies that sit.
const BODIES: &[&str] = &["assembly", "board", "commission", "committee", "council"];

/// Nouns for a body, its members or its sitting, behind an article.
#[rustfmt::skip]
const SITTING: &[&str] = &[
    "assembly", "board", "commission", "committee", "council", "debate", "members", "session",
];

/// Brings everybody who speaks at the session of a body.
pub(super) fn bring_speakers(cast: &Cast, dates: &[DateMention], occasions: &mut [Occasion]) {
    let surface = cast.surface;
    let sits = |it: &Occasion| {
        matches!(it.status, MeetingStatus::Held | MeetingStatus::Ongoing)
            && !matches!(it.kind, MeetingKind::Call | MeetingKind::Visit)
    };
    let sessions: Vec<(usize, MemberId, usize)> = occasions
        .iter()
        .enumerate()
        .filter(|(_, it)| sits(it))
        .filter_map(|(at, it)| {
            Some((at, body_of(cast, it)?, surface.sentence_of(it.mentions.first()?.start)))
        })
        .take(SESSIONS)
        .collect();
    for (number, (at, body, first)) in sessions.iter().enumerate() {
        let next = sessions.get(number + 1).map_or(usize::MAX, |(.., first)| *first);
        let end = next.min(first + SENTENCES).min(surface.sentences().len());
        // "Her Russian counterpart": where the representative of another state spoke before.
        let mut delegates = false;
        for sentence in *first..end {
            let run = surface.sentences()[sentence].clone();
            let run = run.start..run.end.min(run.start + WORDS);
            let mut here = dates[dates.partition_point(|it| it.run.start < run.start)..]
                .iter()
                .take_while(|date| date.run.start < run.end);
            let of_another_day = |date: &DateMention| {
                date.when.from.is_some_and(Date::is_day)
                    && !dates_agree(&date.when, &occasions[*at].when)
            };
            let Some((who, words, delegate)) = speaker(cast, &run, *body, delegates) else {
                continue;
            };
            delegates |= delegate;
            if here.any(of_another_day) {
                continue;
            }
            for who in who {
                let attend = Attend {
                    who,
                    status: AttendanceStatus::Attended,
                    evidence: words.clone(),
                    capacity: None,
                    by: Teller::Words,
                    clear: 9,
                };
                occasions[*at].attend(attend, false);
            }
        }
    }
}

/// The body that sits.
fn body_of(cast: &Cast, occasion: &Occasion) -> Option<MemberId> {
    let mut there = occasion.attendance.iter().take(WORDS).filter(|it| {
        it.status == AttendanceStatus::Attended && cast.kind(it.who) == EntityKind::Organization
    });
    let sits = |who: MemberId| {
        let member = cast.member(who);
        let last = member.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        member.of.is_none() && BODIES.contains(&last.as_str())
    };
    there.find(|it| sits(it.who)).map(|it| it.who)
}

/// Who speaks there in a sentence, the words that say so, and whether as a delegate.
fn speaker(
    cast: &Cast,
    sentence: &Run,
    body: MemberId,
    delegates: bool,
) -> Option<(Vec<MemberId>, Run, bool)> {
    let surface = cast.surface;
    let start = sentence.start;
    let opens = matches!(
        surface.lower(start),
        "addressing" | "briefing" | "opening" | "chairing" | "updating"
    ) && tells_the_body(cast, start, body);
    let verb = sentence.clone().find(|at| {
        surface.pos(*at).is_finite_verb()
            && cast.mention_at(*at).is_none()
            && surface.quotation_of(*at).is_none()
            && !is_of_a_relative_clause(cast, sentence, *at)
    })?;
    let group = verb_group(surface, verb);
    let done = !(group.negated || group.future || group.modal || group.passive);
    let tells = matches!(
        surface.lower(group.main),
        "addressed"
            | "assured"
            | "briefed"
            | "informed"
            | "reminded"
            | "told"
            | "updated"
            | "urged"
            | "warned"
    ) && tells_the_body(cast, group.main, body);
    let says = cast.lexicon.verbs.contains(surface.lower(group.main));
    let run = subject_of(cast, &group)?;
    let is = |words: &[&str]| run.clone().any(|at| words.contains(&surface.lower(at)));
    let delegate = is(&["delegate", "representative"])
        || delegates && is(&["ambassador", "counterpart", "envoy"]);
    if !done || surface.quotation_of(run.start).is_some() || !(opens || tells || says && delegate) {
        return None;
    }
    let of_kind = |who: &MemberId| {
        let kind = cast.kind(*who);
        kind == EntityKind::Person || delegate && kind == EntityKind::State
    };
    let mut who: Vec<MemberId> = cast.actors(&run).into_iter().filter(of_kind).collect();
    // "China's delegate", whom nobody names.
    if who.is_empty() {
        who = distinct(cast.mentions_in(&run).map(|it| it.who).filter(of_kind).collect());
    }
    let words = run.start.min(start)..(group.main + 1).max(run.end);
    (!who.is_empty()).then_some((who, words, delegate))
}

/// Whether a verb is of a clause about who or what stands before it.
fn is_of_a_relative_clause(cast: &Cast, sentence: &Run, verb: usize) -> bool {
    let start = verb_group(cast.surface, verb).run.start;
    start > sentence.start && matches!(cast.surface.lower(start - 1), "who" | "which" | "that")
}

/// The subject with the name that is added to it.
fn subject_of(cast: &Cast, group: &VerbGroup) -> Option<Run> {
    let run = subject_before(cast.surface, group.run.start, &|at| cast.ends_mention(at))?;
    Some(super::phrases::with_name(cast, run))
}

/// "told the 15-member Council", "briefing the session": whether the body is what follows a verb.
fn tells_the_body(cast: &Cast, verb: usize, body: MemberId) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(verb).end.min(verb + 1 + NEAR);
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner()
            || pos.is_adjective()
            || pos.is_noun()
            || pos == crate::tagger::Pos::Number
            || cast.mention_at(*at).is_some()
    };
    (verb + 1..end).take_while(within).any(|at| {
        cast.who(at) == Some(body)
            || SITTING.contains(&surface.lower(at))
                && surface.lower(verb + 1) == "the"
                && cast.mention_at(at).is_none_or(|it| it.who == body)
    })
}
