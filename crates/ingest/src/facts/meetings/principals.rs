//! That those whom the title of a transcript names have met: "before their meeting", "at a joint
//! press availability".

use super::gather::Frame;
use super::met_before::bring_us;
use super::no_person::meets_no_person;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId, distinct};
use crate::facts::turns::{addressed, first_turns};
use crate::headline::Together;
use crate::surface::{Run, Surface};
use chancery_model::{AttendanceStatus, Date, EntityKind, MeetingKind, MeetingStatus, When, fold};

/// Words of a transcript for the occasion itself, in the order in which they are looked for.
const WORDS: &[&str] = &[
    "meeting",
    "meet",
    "met",
    "conversation",
    "conversations",
    "discussion",
    "discussions",
    "talks",
    "talk",
    "discuss",
    "discussed",
    "visit",
];

/// How far into a transcript the words for its occasion are looked for, in tokens.
const OPENING: usize = 600;

/// Words around those for a meeting that tell of another time, at most.
const NEAR: usize = 24;

/// Words from "were just" to where, at most.
const AT: usize = 8;

/// Words behind those for a meeting up to whom it is with, at most.
const WITH: usize = 12;

/// Words from "you" to those for a meeting, at most.
const YOU: usize = 7;

/// Adds the meeting that a transcript is of, or what is still open of it to the one that its words
/// tell of. Says whether it was put in, as the first one.
pub(super) fn add_principals(cast: &Cast, frame: &Frame, occasions: &mut Vec<Occasion>) -> bool {
    let Some(published) = frame.published.filter(|day| day.is_day()) else { return false };
    let headline = frame.headline;
    match headline.together {
        Together::Unsaid => return false,
        Together::Readout => {
            add_to_readout(cast, occasions);
            return false;
        }
        Together::Before | Together::After | Together::Event => {}
    }
    let turns = first_turns(cast);
    let speaks = |who: &MemberId| turns.iter().any(|(speaker, _)| speaker == who);
    let event = headline.together == Together::Event;
    // Who briefs the press holds no meeting.
    if event && (is_press_call(cast.surface) || headline.whole.contains("press briefing")) {
        return false;
    }
    // Officials at one event are there for their sides; a journalist is there for none.
    let named = headline.people.iter().zip(cast.headed());
    let named = named.filter_map(|(headed, who)| Some((headed, (*who)?)));
    let named = named.filter(|(it, who)| !event || it.official && speaks(who)).map(|(_, who)| who);
    // Whose name stands in the title, though it was not read as one; to a joint statement all who
    // are called by an office.
    let joint = headline.whole.contains("joint press");
    let beside = turns.iter().filter(|(who, label)| {
        let family = fold(cast.surface.word(label.end - 1));
        let address = matches!(cast.surface.lower(label.start), "mr" | "ms" | "mrs" | "dr");
        let office = !cast.member(*who).offices.is_empty();
        office && (headline.words.contains(&family) || joint && label.len() > 1 && !address)
    });
    let principals = distinct(named.chain(beside.map(|(who, _)| *who)).collect());
    let several = principals.len() >= 2 && principals.iter().any(speaks);
    if !several || event && of_one_side(cast, &principals) {
        return false;
    }
    let evidence = |who: MemberId| -> Option<Run> {
        let turn =
            turns.iter().find(|(speaker, _)| *speaker == who).map(|(_, label)| label.clone());
        turn.or_else(|| {
            let mut mentions = cast.mentions().iter();
            mentions.find(|mention| mention.who == who).map(|mention| mention.run.clone())
        })
    };
    let Some(first) = turns.first().map(|(_, label)| label.clone()) else { return false };
    let before = headline.together == Together::Before;
    let (status, there) = if before {
        (MeetingStatus::Planned, AttendanceStatus::Expected)
    } else {
        (MeetingStatus::Held, AttendanceStatus::Attended)
    };
    let known = named_in_title(cast, occasions, &headline.whole)
        .or_else(|| of_the_day(cast, occasions, &principals, published));
    let at = known.unwrap_or_else(|| {
        let kind = if event { MeetingKind::Other } else { MeetingKind::Talks };
        let words = words_for_it(cast, &first, occasions, (&principals, published));
        occasions.insert(
            0,
            Occasion { mentions: vec![words], clear: 9, ..Occasion::bare(kind, status) },
        );
        0
    });
    occasions[at].status = status;
    if !event {
        absorb(cast, occasions, at, &principals, published);
    }
    let occasion = &mut occasions[at];
    if occasion.when.is_unknown() {
        occasion.when = When::on(published);
    }
    for known in &mut occasion.attendance {
        if matches!(known.status, AttendanceStatus::Expected | AttendanceStatus::Attended) {
            known.status = there;
        }
    }
    for who in &principals {
        let evidence = evidence(*who).unwrap_or_else(|| first.clone());
        occasion.attend(
            Attend {
                who: *who,
                status: there,
                evidence,
                capacity: None,
                by: Teller::Words,
                clear: 9,
            },
            false,
        );
    }
    if !event {
        if before
            && !occasions.iter().any(|it| it.kind == MeetingKind::Visit)
            && let Some(words) = words_for_visit(cast)
        {
            occasions.push(Occasion {
                mentions: vec![words],
                clear: 9,
                ..Occasion::bare(MeetingKind::Visit, MeetingStatus::Ongoing)
            });
        }
        add_to_visit(cast, occasions, &principals, &evidence);
        bring_us(cast, occasions, (&principals, published), &evidence);
    }
    known.is_none()
}

/// So far into a transcript its rules are told.
const RULES: usize = 300;

/// Whether a transcript is of a call to which officials ask the press: "this call is on the record",
/// "embargoed until its conclusion".
fn is_press_call(surface: &Surface) -> bool {
    let opening = 0..surface.len().min(RULES);
    let is_call = |at: usize| {
        surface.lower(at) == "call"
            && matches!(
                surface.lower(at.wrapping_sub(1)),
                "this" | "briefing" | "on-the-record" | "background" | "press"
            )
            || surface.lower(at) == "via" && surface.lower(at + 1) == "teleconference"
    };
    let rules = |at: usize| {
        let record = surface.lower(at) == "record"
            && surface.lower(at.wrapping_sub(1)) == "the"
            && surface.lower(at.wrapping_sub(2)) == "on";
        record
            || matches!(surface.lower(at), "on-the-record" | "embargoed" | "embargo")
            || surface.lower(at) == "background" && surface.lower(at.wrapping_sub(1)) == "on"
    };
    opening.clone().any(is_call) && opening.into_iter().any(rules)
}

/// "Thank you for the invitation to visit", said to the one who gave it: both are at the visit that
/// is under way, and of which the words say no other day or guest.
fn add_to_visit(
    cast: &Cast,
    occasions: &mut [Occasion],
    principals: &[MemberId],
    evidence: &impl Fn(MemberId) -> Option<Run>,
) {
    let surface = cast.surface;
    let sides = principals.iter().filter_map(|who| cast.side_of(*who));
    let both = distinct(principals.iter().copied().chain(sides).collect());
    let ours = |it: &&mut Occasion| {
        let now = |at: usize| {
            matches!(surface.lower(at), "this" | "your" | "our" | "the" | "to" | "you" | "here")
        };
        it.kind == MeetingKind::Visit
            && it.when.is_unknown()
            && matches!(it.status, MeetingStatus::Planned | MeetingStatus::Ongoing)
            && it.attendance.iter().all(|known| both.contains(&known.who))
            && it.mentions.iter().all(|run| {
                (run.start.saturating_sub(1)..run.end).any(now) && !surface.is_capital(run.end - 1)
            })
    };
    let Some(visit) = occasions.iter_mut().find(ours) else { return };
    visit.status = MeetingStatus::Ongoing;
    let status = AttendanceStatus::Attended;
    for known in &mut visit.attendance {
        if known.status == AttendanceStatus::Expected {
            known.status = status;
        }
    }
    for who in principals {
        let Some(evidence) = evidence(*who) else { continue };
        visit.attend(
            Attend { who: *who, status, evidence, capacity: None, by: Teller::Words, clear: 9 },
            false,
        );
    }
}

/// "Your meeting with Lee", "you met with Lee", asked of somebody: who answers was there.
pub(super) fn bring_addressed(cast: &Cast, occasion: &mut Occasion) {
    if occasion.status == MeetingStatus::Cancelled {
        return;
    }
    for run in occasion.mentions.clone().into_iter().take(8) {
        let first = cast.surface.sentence(run.start).start.max(run.start.saturating_sub(3));
        let your = (first..run.end).find(|at| cast.surface.lower(*at) == "your");
        let Some(you) = your.or_else(|| you_before(cast, &run)) else { continue };
        if let Some(who) = addressed(cast, you) {
            let (status, by) = (occasion.taking_part(), Teller::Words);
            let evidence = you..run.end;
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 0 }, false);
        }
    }
}

/// Where "you" stands as the subject of the verb for a meeting, or of "have" before the noun for one:
/// "you've met with Lee", "you had very long meetings".
fn you_before(cast: &Cast, run: &Run) -> Option<usize> {
    let surface = cast.surface;
    let head = run.end - 1;
    let first = surface.sentence(head).start.max(head.saturating_sub(YOU));
    let you = (first..head).rev().find(|at| surface.lower(*at) == "you")?;
    let has = |at: usize| {
        matches!(
            surface.lower(at),
            "had" | "have" | "'ve" | "’ve" | "'ll" | "’ll" | "will" | "held" | "hold" | "just"
        )
    };
    let verb = surface.pos(head).is_verb();
    let phrase = |at: usize| {
        let pos = surface.pos(at);
        !verb && at > you + 1 && (pos.is_adjective() || pos.is_noun() || pos.is_determiner())
    };
    let between = |at: usize| has(at) || surface.pos(at).is_adverb() || phrase(at);
    ((you + 1..head).all(between) && (verb || has(you + 1))).then_some(you)
}

/// "I just met, as you know, with civil society leaders", "it's great to meet U.S. troops": with others
/// than those who speak.
fn is_with_others(cast: &Cast, at: usize, principals: &[MemberId]) -> bool {
    let surface = cast.surface;
    if !matches!(surface.lower(at), "meet" | "met" | "meeting" | "conversation" | "discussion") {
        return false;
    }
    let end = surface.sentence(at).end.min(at + WITH);
    let whom = |at: usize| {
        let pos = surface.pos(at);
        let ours = matches!(surface.lower(at), "you" | "him" | "her" | "them" | "each" | "one");
        let known = cast.mentions_in(&(at..at + WITH)).any(|it| principals.contains(&it.who));
        !ours && !known && (pos.is_noun() || pos.is_adjective() || cast.mention_at(at).is_some())
    };
    if matches!(surface.lower(at), "meet" | "met") && !surface.spaced(at + 1) {
        return false;
    }
    let direct = matches!(surface.lower(at), "meet" | "met")
        && !crate::clauses::is_day(surface.lower(at + 1))
        && !surface.pos(at + 1).is_adverb()
        && (surface.pos(at + 1).is_plural() || surface.is_capital(at + 1))
        && whom(at + 1);
    let with = (at + 1..end).find(|at| surface.lower(*at) == "with");
    direct || with.is_some_and(|with| whom(with + 1))
}

/// The guest's words for being there: "this visit", "the invitation to visit Washington".
fn words_for_visit(cast: &Cast) -> Option<Run> {
    let surface = cast.surface;
    (1..surface.len().min(2 * OPENING)).find_map(|at| {
        let here = surface.lower(at - 1) == "this"
            || surface.lower(at - 1) == "to"
                && matches!(surface.lower(at + 1), "washington" | "here" | "you");
        (surface.lower(at) == "visit" && here).then_some(at..at + 1)
    })
}

/// Whom the title of a readout names took part in what it tells of, where its words leave them out.
fn add_to_readout(cast: &Cast, occasions: &mut [Occasion]) {
    let headed: Vec<MemberId> = cast.headed().iter().flatten().copied().collect();
    let took_part = |it: &Occasion, who: MemberId| {
        let mut there = it.attendance.iter();
        there.any(|known| known.who == who && known.status == AttendanceStatus::Attended)
    };
    let held =
        |it: &&mut Occasion| it.status == MeetingStatus::Held && it.kind != MeetingKind::Visit;
    let missing: Vec<MemberId> = headed
        .iter()
        .copied()
        .filter(|who| !occasions.iter().any(|it| took_part(it, *who)))
        .collect();
    let Some(occasion) = occasions.iter_mut().find(held) else { return };
    if !headed.iter().any(|who| took_part(occasion, *who)) {
        return;
    }
    for who in missing {
        let mut mentions = cast.mentions().iter();
        if let Some(mention) = mentions.find(|mention| mention.who == who) {
            let (status, evidence) = (AttendanceStatus::Attended, mention.run.clone());
            occasion.attend(
                Attend { who, status, evidence, capacity: None, by: Teller::Words, clear: 9 },
                false,
            );
        }
    }
}

/// Takes up what the words tell of the same meeting without saying who sits there: "we have a lot to
/// talk about".
fn absorb(cast: &Cast, occasions: &mut [Occasion], at: usize, principals: &[MemberId], day: Date) {
    let sides: Vec<MemberId> = principals.iter().filter_map(|who| cast.side_of(*who)).collect();
    for other in 0..occasions.len() {
        let it = &occasions[other];
        // "We'll talk about that today", said after one of them had greeted others of their side.
        let said = it.mentions.iter().all(|run| is_talk_of_ours(cast, run));
        let ours = it.attendance.iter().all(|known| {
            principals.contains(&known.who)
                || sides.contains(&known.who)
                || said && cast.side_of(known.who).is_none_or(|side| sides.contains(&side))
        });
        let sat = matches!(it.kind, MeetingKind::Talks | MeetingKind::Consultation);
        let on_it = it.when.is_unknown() || on(&it.when, day);
        let open = matches!(it.status, MeetingStatus::Planned | MeetingStatus::Ongoing);
        // "The president and I discussed today", said after they met.
        let same_day = said && on(&it.when, day);
        let over = same_day
            && it.status == MeetingStatus::Held
            && occasions[at].status == MeetingStatus::Held;
        let apart = it.place.is_some() && !same_day;
        if other == at || !ours || !sat || !on_it || !(open || over) || apart {
            continue;
        }
        // An occasion without words is none.
        let mentions = std::mem::take(&mut occasions[other].mentions);
        for run in mentions {
            if !occasions[at].mentions.contains(&run) {
                occasions[at].mentions.push(run);
            }
        }
        occasions[at].mentions.sort_by_key(|run| run.start);
    }
}

/// "We'll talk about it", "lots to discuss", "as the minister and I discussed": words of those who sit
/// there for what they will do, or have done.
fn is_talk_of_ours(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(YOU));
    let word = surface.lower(run.start);
    let talks = matches!(word, "talk" | "talked" | "discuss" | "discussed" | "compare");
    let over = matches!(word, "talked" | "discussed");
    let ours = |at: usize| {
        let word = surface.lower(at);
        word == "we"
            || word == "to" && !over
            || word == "i" && at > first && surface.lower(at - 1) == "and"
    };
    let with = (run.start..run.end + 2).any(|at| surface.lower(at) == "with");
    talks && !with && (first..run.start).any(ours)
}

/// Whether it is on just that day.
fn on(when: &When, day: Date) -> bool {
    *when == When { words: when.words, ..When::on(day) }
}

/// Whether all of them are of one side.
fn of_one_side(cast: &Cast, principals: &[MemberId]) -> bool {
    let side = cast.side_of(principals[0]);
    principals.iter().all(|who| cast.side_of(*who) == side)
}

/// The occasion whose name is in the title: "at the conclusion of the Negev Summit".
fn named_in_title(cast: &Cast, occasions: &[Occasion], title: &str) -> Option<usize> {
    let title = format!(" {title} ");
    occasions.iter().position(|it| {
        let open = !matches!(it.status, MeetingStatus::Cancelled | MeetingStatus::Denied);
        let several = matches!(it.kind, MeetingKind::Summit | MeetingKind::Conference);
        let mut names = it.mentions.iter().filter(|run| run.len() > 1);
        open && several
            && names.any(|run| title.contains(&format!(" {} ", fold(cast.surface.words(run)))))
    })
}

/// The meeting of the same people that the words tell of, that day or on none.
fn of_the_day(
    cast: &Cast,
    occasions: &[Occasion],
    principals: &[MemberId],
    day: Date,
) -> Option<usize> {
    occasions.iter().position(|it| {
        let persons: Vec<MemberId> = it
            .attendance
            .iter()
            .map(|attend| attend.who)
            .filter(|who| cast.kind(*who) == EntityKind::Person)
            .collect();
        let theirs = persons.len() >= 2 && persons.iter().all(|who| principals.contains(who));
        let on_it = it.when.is_unknown() || on(&it.when, day);
        let sat = !matches!(it.kind, MeetingKind::Call | MeetingKind::Visit);
        let open = matches!(
            it.status,
            MeetingStatus::Held | MeetingStatus::Ongoing | MeetingStatus::Planned
        );
        let first = it.mentions.first();
        let now = || first.is_none_or(|run| !is_of_another_time(cast, run));
        theirs && on_it && sat && open && now()
    })
}

/// "We had an opportunity to meet when I was here a few weeks ago", "were just together at the Ministerial",
/// "our meeting in February": words that tell of a time before.
fn is_of_another_time(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let near = sentence.start.max(run.start.saturating_sub(NEAR))..sentence.end.min(run.end + NEAR);
    let ago = |at: usize| {
        matches!(surface.lower(at), "ago" | "yesterday")
            || surface.lower(at) == "last"
                && matches!(surface.lower(at + 1), "month" | "night" | "time" | "week" | "year")
    };
    let from = sentence.start.max(run.start.saturating_sub(AT));
    let just = (from..run.start).any(|at| {
        matches!(surface.lower(at), "was" | "were" | "been") && surface.lower(at + 1) == "just"
    });
    near.into_iter().any(ago) || just && !surface.pos(run.start).is_verb()
}

/// The words for the meeting in the opening, else the label of the first turn.
fn words_for_it(
    cast: &Cast,
    first: &Run,
    occasions: &[Occasion],
    (principals, day): (&[MemberId], Date),
) -> Run {
    let sides: Vec<MemberId> = principals.iter().filter_map(|who| cast.side_of(*who)).collect();
    let ours = |who: MemberId| principals.contains(&who) || sides.contains(&who);
    // "Our third meeting this year" may be this one.
    let elsewhen = |it: &Occasion| {
        let days = it.when.first_day().zip(it.when.last_day());
        days.is_some_and(|(first, last)| last < day.first_day() || day.first_day() < first)
    };
    let others = occasions.iter().filter(|it| {
        it.kind == MeetingKind::Visit
            || elsewhen(it)
            || !it.attendance.iter().all(|it| ours(it.who))
    });
    let taken: Vec<&Run> = others.flat_map(|it| &it.mentions).collect();
    let surface = cast.surface;
    let opening = first.end..surface.len().min(first.end + OPENING);
    // Not those that go on to tell of another: "the meeting of the ministers", "a meeting with Lee".
    let alone = |at: &usize| {
        let next = surface.lower(at + 1);
        let topic = matches!(surface.lower(*at), "talk" | "discuss" | "discussed");
        let named = surface.is_capital(at.wrapping_sub(1)) && !surface.pos(at - 1).is_determiner();
        let one = matches!(surface.lower(at.wrapping_sub(1)), "a" | "an" | "another" | "any");
        let of_others = matches!(
            next,
            "about" | "among" | "between" | "of" | "through" | "with" | "that" | "which"
        );
        let is_taken = taken.iter().any(|run| run.contains(at));
        let of_things = meets_no_person(surface, *at)
            || is_with_others(cast, *at, principals)
            || is_of_another_time(cast, &(*at..at + 1));
        !(named || one || is_taken || of_things || of_others && !topic)
    };
    let mut found = WORDS
        .iter()
        .filter_map(|word| opening.clone().filter(|at| surface.lower(*at) == *word).find(&alone));
    found.next().map_or_else(|| first.clone(), |at| at..at + 1)
}
