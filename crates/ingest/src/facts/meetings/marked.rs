//! What the network marks: words for meetings that no rule sees, and who is tied to them.

use super::contrast::says_there;
use super::gather::within_sentence;
use super::gathering::gathering_before;
use super::governor::governor;
use super::left::Elsewhere;
use super::no_person::meets_no_person;
use super::nouns::is_of_a_longer_name;
use super::phrases::clause_limit;
use super::scene::Scene;
use super::verbs::kind_of_verb;
use super::{Attend, Occasion, Teller, Trigger};
use crate::entities::{Cast, MemberId};
use crate::network::MarkedAs;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind, MeetingStatus};

/// How sure a mark must be, in 1/256 nat a word, for a meeting that no rule sees.
const SURE_OF_MEETING: i32 = 100;
/// The same where its words are none that the tables have for meetings: "about-face".
const SURE_OF_WORD: i32 = 512;
/// The same for the status of one that a rule sees, where its clause leaves that open, and where the
/// clause tells another.
const SURE_OF_STATUS: i32 = 420;
const SURER_OF_STATUS: i32 = 512;
/// The same for somebody's tie to a meeting.
const SURE_OF_TIE: i32 = 800;
/// The same for absence of any kind, which is told in too many ways for rules.
pub(super) const SURE_OF_ABSENCE: i32 = 256;

/// Words for a meeting so many words away belong to what proves that somebody was there.
const NEAR: usize = 16;

/// Words after a verb within which it may be told with whom something was discussed.
const WITH: usize = 20;

/// What there is with somebody, besides talks.
const TIES: &[&str] = &[
    "alliance",
    "collaboration",
    "cooperation",
    "coordination",
    "engagement",
    "partnership",
    "relations",
    "relationship",
    "solidarity",
    "ties",
];

/// Adds meetings that are marked where no rule sees one, and keeps all in order.
pub(super) fn add_triggers(
    scene: &Scene,
    marks: &[MarkedAs<MeetingStatus>],
    headers: &[bool],
    known: &mut Vec<Trigger>,
) {
    let surface = scene.cast.surface;
    let mut taken = vec![false; surface.len()];
    for trigger in known.iter() {
        taken[trigger.run.clone()].fill(true);
        taken[trigger.head] = true;
    }
    for trigger in known.iter_mut() {
        let first = marks.partition_point(|mark| mark.words.end <= trigger.run.start);
        let mark = marks[first..].iter().take_while(|mark| mark.words.start < trigger.run.end);
        let needed = if trigger.certain { SURER_OF_STATUS } else { SURE_OF_STATUS };
        // What words call off or deny is so, however it looks.
        if matches!(trigger.status, MeetingStatus::Cancelled | MeetingStatus::Denied) {
            continue;
        }
        if let Some(mark) = mark.max_by_key(|mark| mark.margin)
            && mark.margin >= needed
        {
            trigger.status = mark.what;
        }
    }
    for mark in marks {
        let header = headers.get(mark.words.start).copied().unwrap_or(false);
        let free = !mark.words.clone().any(|at| taken[at]);
        if free && !header && mark.margin >= SURE_OF_MEETING {
            known.extend(trigger(scene, mark));
        }
    }
    known.sort_by_key(|trigger| trigger.head);
}

fn trigger(scene: &Scene, mark: &MarkedAs<MeetingStatus>) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    let run = mark.words.clone();
    let letters = |at: usize| surface.word(at).chars().any(char::is_alphabetic);
    let head = run.clone().rev().find(|at| letters(*at))?;
    if run.clone().any(|at| is_of_a_longer_name(scene, at)) || meets_no_person(surface, head) {
        return None;
    }
    // "for internal meetings at the Consulate General": with nobody from elsewhere.
    if (run.start.saturating_sub(1)..head).any(|at| surface.lower(at) == "internal") {
        return None;
    }
    // "sat down for talks": the talks are named.
    if hosts_what_was_named(scene, head) || surface.lower(head) == "down" {
        return None;
    }
    let noun = run.clone().find_map(|at| {
        cast.lexicon
            .meeting_nouns
            .longest(|offset| (at + offset < run.end).then(|| surface.lower(at + offset)))
    });
    let kind = noun
        .map(|(_, noun)| noun.kind)
        .or_else(|| run.clone().find_map(|at| kind_of_verb(surface.lower(at))));
    if kind.is_none() && mark.margin < SURE_OF_WORD {
        return None;
    }
    let stops = scene.release && surface.lower(head).starts_with("stop");
    let kind = kind.unwrap_or(if stops { MeetingKind::Visit } else { MeetingKind::Talks });
    let limit = clause_limit(cast, head);
    let verb = surface.pos(head).is_verb();
    let before = surface.lower(run.start.wrapping_sub(1));
    let definite = !verb && matches!(before, "the" | "this" | "that" | "these" | "those")
        || matches!(surface.lower(run.start), "the" | "this" | "that")
        || stops && matches!(before, "his" | "her" | "their");
    let when =
        if verb { scene.when(head, limit) } else { scene.when_of_noun(run.start, head, limit) };
    let mut trigger = Trigger {
        kind,
        status: mark.what,
        certain: true,
        when,
        place: scene
            .place(head + 1, limit)
            .or_else(|| scene.leading_place(head))
            .or_else(|| (!verb).then(|| scene.place_of_whole_name(head)).flatten()),
        parties: Vec::new(),
        definite,
        weak: verb && tells_a_topic(cast, head, limit),
        name: Vec::new(),
        after_verb: !verb && matches!(before, "in" | "at" | "for" | "during"),
        margins: super::verbs::margins(scene, head, limit),
        apart: Vec::new(),
        stops: Vec::new(),
        refusing: Vec::new(),
        away: Vec::new(),
        marked: true,
        run,
        head,
    };
    // "will hold Partnership Dialogues": whoever holds them.
    if !verb {
        let first = surface.sentence(head).start;
        let mut left = trigger.run.start;
        while left > first.max(trigger.run.start.saturating_sub(8))
            && (surface.pos(left - 1).is_determiner() || surface.pos(left - 1).is_adjective())
        {
            left -= 1;
        }
        governor(scene, &mut trigger, left, head);
        trigger.refusing.clear();
        trigger.away.clear();
        (trigger.status, trigger.certain) = (mark.what, true);
    }
    Some(trigger)
}

/// Whether "with" tells with whom there is something: "discussed our cooperation with Poland".
pub(super) fn is_of_ties(cast: &Cast, with: usize) -> bool {
    let surface = cast.surface;
    // "discussed relations with representatives of Mali": those it was discussed with.
    let people = (with + 1..with + 4).any(|at| {
        matches!(
            surface.lower(at),
            "counterparts"
                | "delegates"
                | "leaders"
                | "ministers"
                | "officials"
                | "representatives"
        )
    });
    !people && with.checked_sub(1).is_some_and(|before| TIES.contains(&surface.lower(before)))
}

/// "The Secretary also discussed the pipeline", "as we talked about": what those do of whom it was told
/// that they meet. Only "with" tells of others.
fn tells_a_topic(cast: &Cast, head: usize, limit: usize) -> bool {
    let surface = cast.surface;
    let about = matches!(surface.lower(head + 1), "about" | "on");
    let topic = match surface.lower(head) {
        "discuss" | "discussed" | "discusses" | "discussing" => true,
        "talk" | "talked" | "talking" | "talks" => about,
        _ => false,
    };
    let end = surface.sentence(head).end.min(limit.max(head + WITH));
    // "As the President and I discussed today": the two met.
    let both =
        surface.lower(head.wrapping_sub(1)) == "i" && surface.lower(head.wrapping_sub(2)) == "and";
    topic
        && !both
        && !(head + 1..end).any(|at| surface.lower(at) == "with" && !is_of_ties(cast, at))
}

/// "The summit that the President will host": the verb tells of what is named before it.
fn hosts_what_was_named(scene: &Scene, head: usize) -> bool {
    let surface = scene.cast.surface;
    let hosts = matches!(
        surface.lower(head),
        "chair" | "chaired" | "convene" | "convened" | "host" | "hosted" | "hosting" | "hosts"
    );
    let first = surface.sentence(head).start.max(head.saturating_sub(8));
    hosts
        && (first..head).any(|at| {
            let noun = at
                .checked_sub(1)
                .filter(|noun| *noun >= first)
                .map_or("", |noun| surface.lower(noun));
            let is_meeting = scene
                .cast
                .lexicon
                .meeting_nouns
                .longest(|offset| (offset == 0).then_some(noun))
                .is_some();
            matches!(surface.lower(at), "that" | "which") && is_meeting
        })
}

/// The members that a mark speaks of.
fn members(cast: &Cast, mark: &MarkedAs<AttendanceStatus>) -> Vec<(MemberId, Run)> {
    cast.mentions_in(&mark.words)
        .filter(|mention| {
            let inside = mention.run.clone().filter(|at| mark.words.contains(at)).count();
            // "Putin's adviser" ties the adviser.
            let owner = cast.kind(mention.who) == EntityKind::Person
                && cast.surface.lower(mention.run.end) == "'s";
            inside * 2 >= mention.run.len() && cast.kind(mention.who) != EntityKind::Place && !owner
        })
        .map(|mention| (mention.who, mention.run.clone()))
        .collect()
}

/// The words that tie somebody to a meeting: from the name, its office before it, to the clause's end,
/// and the words for the meeting where they stand near.
pub(super) fn evidence(cast: &Cast, mention: &Run, meeting: Option<&Run>) -> Run {
    let surface = cast.surface;
    let first = surface.sentence(mention.start).start;
    let mut start = mention.start;
    while start > first
        && (surface.pos(start - 1).is_noun()
            || surface.pos(start - 1).is_adjective()
            || surface.pos(start - 1).is_determiner())
    {
        start -= 1;
    }
    let end = clause_limit(cast, mention.end - 1).max(mention.end);
    let near = meeting.filter(|run| run.start < end + NEAR && start < run.end + NEAR);
    let run = near.map_or(start..end, |run| start.min(run.start)..end.max(run.end));
    within_sentence(cast, run)
}

fn present(status: AttendanceStatus) -> bool {
    matches!(status, AttendanceStatus::Attended | AttendanceStatus::Expected)
}

/// Gives the meetings of a sentence that no rule knows anybody of those who are marked there as taking
/// part.
pub(super) fn add_parties(
    cast: &Cast,
    marks: &[MarkedAs<AttendanceStatus>],
    triggers: &mut [Trigger],
) {
    let surface = cast.surface;
    for mark in marks.iter().filter(|mark| present(mark.what) && mark.margin >= SURE_OF_TIE) {
        let sentence = surface.sentence(mark.words.start);
        let first = triggers.partition_point(|trigger| trigger.head < sentence.start);
        let last = triggers.partition_point(|trigger| trigger.head < sentence.end);
        let here = &mut triggers[first..last.max(first)];
        // Whom a rule has at one meeting of the sentence is not at another for being named there.
        let members: Vec<(MemberId, Run)> = members(cast, mark)
            .into_iter()
            .filter(|(who, _)| {
                !here.iter().any(|trigger| trigger.parties.iter().any(|(known, _)| known == who))
            })
            .collect();
        let may = |trigger: &&mut Trigger| {
            (trigger.parties.is_empty() || trigger.marked)
                && may_take_part(trigger.status, mark.what)
        };
        let near = here.iter_mut().filter(may).min_by_key(|trigger| {
            let apart = trigger.head.abs_diff(mark.words.start);
            // What stands before a verb is its subject sooner than what stands after a noun.
            apart + usize::from(surface.pos(trigger.head) == Pos::Noun) * 2
        });
        let Some(trigger) = near else { continue };
        trigger.marked = true;
        let meeting = trigger.run.clone();
        trigger.parties.extend(
            members.into_iter().map(|(who, run)| (who, evidence(cast, &run, Some(&meeting)))),
        );
    }
}

/// Whether somebody of this status may be of a meeting of that.
fn may_take_part(meeting: MeetingStatus, tie: AttendanceStatus) -> bool {
    let over = matches!(meeting, MeetingStatus::Held | MeetingStatus::Ongoing);
    over == (tie == AttendanceStatus::Attended)
}

/// Gives occasions those who are marked as absent, excluded or declining, and those who are marked as
/// taking part in a sentence without words for a meeting. `spots`: the heads of the occasions'
/// mentions, in order; `elsewhere`: clauses whose words of absence are of no meeting.
pub(super) fn add_ties(
    cast: &Cast,
    marks: &[MarkedAs<AttendanceStatus>],
    occasions: &mut [Occasion],
    spots: &[(usize, usize)],
    elsewhere: &Elsewhere,
) {
    let surface = cast.surface;
    let sure = |mark: &&MarkedAs<AttendanceStatus>| {
        mark.margin >= if present(mark.what) { SURE_OF_TIE } else { SURE_OF_ABSENCE }
    };
    for mark in marks.iter().filter(sure) {
        let at = mark.words.start;
        // "Chad stayed away, but Mali was there"
        let there = mark.words.start..mark.words.end + 2;
        if !present(mark.what) && (elsewhere.has(&mark.words) || says_there(cast, &there)) {
            continue;
        }
        let sentence = surface.sentence(at);
        let (past, coming) = spots.split_at(spots.partition_point(|(head, _)| *head < at));
        let fits = |spot: &&(usize, usize)| {
            !present(mark.what) || may_take_part(occasions[spot.1].status, mark.what)
        };
        let near = |spot: &&(usize, usize)| {
            surface.paragraph_of(at).abs_diff(surface.paragraph_of(spot.0)) <= 2
        };
        let here = past.iter().rev().take_while(|(head, _)| *head >= sentence.start).find(fits);
        let after = coming.iter().take_while(|(head, _)| *head < sentence.end).find(fits);
        let nearest = match (here, after) {
            (Some(here), Some(after)) if at - here.0 > after.0 - at => Some(after),
            (here, after) => here.or(after),
        };
        let meeting = nearest.map(|(head, _)| *head..*head + 1);
        // Who was at a visit is told beside it; else of what many came to, sooner than of what comes next.
        let visit = |spot: &&(usize, usize)| {
            occasions[spot.1].kind == MeetingKind::Visit
                && surface.paragraph_of(at) != surface.paragraph_of(spot.0)
        };
        let before = past.iter().rev().take(6).filter(near).find(fits);
        let many = || gathering_before(cast, at, occasions, spots).filter(|spot| fits(&spot));
        let spot = nearest
            .copied()
            .or_else(|| before.filter(|spot| !visit(spot)).copied())
            .or_else(many)
            .or(before.copied())
            .or_else(|| coming.iter().take(2).filter(near).find(fits).copied());
        let Some((_, occasion)) = &spot else { continue };
        // Whom a rule has at one meeting of the sentence is not at another for being named there.
        let first = spots.partition_point(|(head, _)| *head < sentence.start);
        let told: Vec<usize> = spots[first..]
            .iter()
            .take_while(|(head, _)| *head < sentence.end)
            .map(|(_, occasion)| *occasion)
            .collect();
        for (who, run) in members(cast, mark) {
            let known = |at: &usize| occasions[*at].attendance.iter().any(|tie| tie.who == who);
            let settled = if present(mark.what) {
                told.iter().any(known)
            } else {
                known(occasion) && mark.margin < SURE_OF_TIE
            };
            if settled {
                continue;
            }
            let status =
                if present(mark.what) { occasions[*occasion].taking_part() } else { mark.what };
            let attend = Attend {
                who,
                status,
                evidence: evidence(cast, &run, meeting.as_ref()),
                capacity: None,
                by: Teller::Marks,
                clear: 0,
            };
            occasions[*occasion].attend(attend, false);
        }
    }
}
