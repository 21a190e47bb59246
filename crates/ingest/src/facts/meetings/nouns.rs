//! Meetings told by a noun: "talks with", "a phone call between", "the Strategic Dialogue".

use super::Trigger;
use super::agreed_after::those_around;
use super::apart::{each_of, named_on, of_several_sides, with_more};
use super::begun::{does_something_else, is_begun, is_on_visit, is_visit_begun};
use super::come_for::{come_for, is_come_for};
use super::governor::{governor, is_held};
use super::host_clause::host_clause;
use super::hosts;
use super::in_addition::met_in_addition;
use super::kept_from::right_before;
use super::missed::missed_noun;
use super::named_days::{definite_day, has_a_day};
use super::parties::{beside, visit};
use super::phrases::{clause_limit, phrase_from};
use super::requested::add_requester;
use super::scene::Scene;
use super::set_off::added;
use super::status::of_noun;
use super::verbs::margins;
use crate::entities::{Cast, distinct};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus, When};

/// Words before a noun that make it something other than a diplomatic meeting.
const OTHER: &[&str] = &[
    "news",
    "press",
    "party",
    "cabinet",
    "board",
    "internal",
    "campaign",
    "town",
    "staff",
    "shareholders",
    "prayer",
    "election",
    "training",
    "emergency-room",
    "company",
    "business",
    "fundraising",
    "media",
    "wake-up",
    "family",
    "parliamentary",
    "court",
    "hearing",
    "legislative",
];

/// Words that single out an occasion only where somebody holds it, attends it or is away from it.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "assembly", "audience", "breakfast", "burial", "call", "celebration", "celebrations",
    "commemoration", "commemorations", "convention", "coronation", "deliberations",
    "dialogue", "dinner", "encounter", "festivities", "forum", "handover", "jubilee", "lunch",
    "mediation", "parade", "plenary", "reception", "retreat", "reunion", "session", "signing", "tour",
    "wedding", "workshop",
];

/// Tokens that a name may go on for.
const LONGER: usize = 10;

/// Whether a noun after that for a meeting is the room that somebody leaves: "left the conference
/// hall", which is to leave the conference.
fn leaves_room(scene: &Scene, at: usize, next: usize) -> bool {
    let surface = scene.cast.surface;
    matches!(surface.lower(next), "hall" | "room" | "chamber" | "table")
        && (surface.sentence(at).start.max(at.saturating_sub(4))..at).any(|at| {
            matches!(
                surface.lower(at),
                "left" | "leave" | "leaves" | "leaving" | "stormed" | "walked"
            )
        })
}

/// The meeting that the noun at a token names, if it singles one out.
pub(super) fn noun_trigger(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let (taken, noun) = cast
        .lexicon
        .meeting_nouns
        .longest(|offset| (at + offset < sentence.end).then(|| surface.lower(at + offset)))
        .or_else(|| missed_noun(cast, at).map(|noun| (1, noun)))?;
    let head = at + taken - 1;
    let is_noun = surface.pos(head).is_noun()
        || (surface.pos(head) == Pos::VerbGerund
            && surface.pos(at.wrapping_sub(1)).is_determiner());
    if !is_noun
        || cast.mention_at(head).is_some()
        || (surface.pos(head + 1).is_noun()
            && !surface.pos(head + 1).is_proper()
            && cast.mention_at(head + 1).is_none()
            && !scene.is_date(head + 1)
            && !leaves_room(scene, at, head + 1))
    {
        return None;
    }
    // "The Ministerial Dialogue": one name, of which the last noun is the head.
    let goes_on =
        surface.is_capital(head) && surface.is_capital(head + 1) && head + 1 < sentence.end && {
            let word = |offset: usize| {
                (head + 1 + offset < sentence.end).then(|| surface.lower(head + 1 + offset))
            };
            cast.lexicon.meeting_nouns.longest(word).is_some()
        };
    if goes_on || names_no_meeting(scene, head) || is_of_a_longer_name(scene, head) {
        return None;
    }
    // "the next meeting of the working group": the meeting is the one.
    let the = usize::from(surface.pos(at.wrapping_sub(1)).is_determiner());
    let of = at.wrapping_sub(1 + the);
    if surface.lower(head) == "group"
        && surface.lower(of) == "of"
        && cast
            .lexicon
            .meeting_nouns
            .longest(|offset| (offset == 0).then(|| surface.lower(of.wrapping_sub(1))))
            .is_some()
    {
        return None;
    }
    let before = at.wrapping_sub(1);
    if at > sentence.start && OTHER.contains(&surface.lower(before)) {
        return None;
    }
    let start = name_start(scene, at, sentence.start);
    let named = start < at && surface.is_capital(head);
    let word = surface.lower(head);
    let mut left = start;
    let mut definite = false;
    let mut possessed = false;
    while left > sentence.start && left + 8 > start {
        let previous = left - 1;
        let lower = surface.lower(previous);
        let pos = surface.pos(previous);
        if lower == "'s" && scene.is_date(previous.wrapping_sub(1)) {
            definite = true; // "Tuesday's meeting", "this week's talks"
        }
        if matches!(lower, "the" | "this" | "that" | "these" | "those") {
            definite = true;
            left = previous;
            break;
        }
        if matches!(lower, "a" | "an" | "no" | "any" | "another") || pos == Pos::PossessivePronoun {
            possessed = pos == Pos::PossessivePronoun;
            left = previous;
            break;
        }
        possessed |= lower == "'s"
            && cast
                .mention_at(previous.wrapping_sub(1))
                .is_some_and(|mention| cast.kind(mention.who) == EntityKind::Person);
        let premodifies = pos.is_adjective()
            || pos.is_noun()
            || matches!(pos, Pos::Possessive | Pos::Number)
            || pos == Pos::VerbParticiple && !is_held(surface, previous)
            || surface.kind(previous) == TokenKind::Number
            || lower == "'s"
            || cast.mention_at(previous).is_some()
            || surface.word(previous) == "-"
            // "a joint and international workshop", "a good, constructive conversation with Lee"
            || (lower == "and"
                || lower == ","
                    && surface.lower(head + 1) == "with"
                    && !surface.is_capital(previous + 1))
                && surface.pos(previous + 1).is_adjective()
                && surface.pos(previous.wrapping_sub(1)).is_adjective();
        if !premodifies {
            break;
        }
        left = previous;
    }
    if (left..at).any(|at| OTHER.contains(&surface.lower(at))) {
        return None;
    }
    if let Some(from) = round_before(scene, left) {
        definite = surface.lower(from) == "the";
        left = from;
    }
    let limit = clause_limit(cast, head);
    // "their meeting" is that of those who are known to have met; "his trip" and "the envoy's travel"
    // are a journey that is known, if one of theirs is.
    let theirs = surface.lower(left) == "their"
        && !matches!(surface.lower(head + 1), "with" | "between")
        && !noun.plural;
    let known = (definite || theirs) && !is_new(scene, left..at)
        || possessed && noun.kind == MeetingKind::Visit;
    let relative = host_clause(scene, head, limit);
    let limit = relative.as_ref().map_or(limit, |clause| clause.end);
    // "the first round, held in Oslo on May 16, produced"
    let clause = event_clause(scene, limit + added(scene, limit));
    let opens = clause.is_some();
    let future = scene.future_date(head, limit);
    let run = if definite && left + 1 == at && !scene.is_date(left) {
        left..head + 1
    } else {
        start..head + 1
    };
    let (status, certain) = of_noun(cast, &(at..head + 1), future);
    // "Tuesday's meeting", "this week's talks": the day belongs to the words for it.
    let dated =
        (left..at).find(|from| scene.is_date(*from) && definite && surface.lower(*from) != "the");
    let run = dated.map_or(run, |from| from..head + 1);
    let come_to = scene.place_come_to(left);
    let mut trigger = Trigger {
        run,
        head,
        kind: noun.kind,
        status,
        certain,
        when: scene.when_of_noun(left, head, limit),
        place: scene
            .place(relative.as_ref().map_or(head + 1, |clause| clause.start), limit)
            .or_else(|| scene.place(head + 1, limit))
            .or_else(|| come_to.as_ref().map(|(_, place)| place.clone()))
            // "In Chad, she will open a school, following the dialogue": where that was is not told.
            .or_else(|| scene.leading_place(head).filter(|_| !comes_before(cast, left)))
            .or_else(|| scene.host_city(left)),
        parties: Vec::new(),
        definite: known,
        weak: false,
        name: name_words(scene, left, head),
        after_verb: matches!(surface.lower(left.wrapping_sub(1)), "in" | "at" | "for" | "during"),
        margins: margins(scene, head, limit),
        apart: Vec::new(),
        stops: Vec::new(),
        refusing: Vec::new(),
        away: Vec::new(),
        marked: false,
    };
    if let Some(clause) = clause {
        if trigger.when.is_unknown()
            && let Some(date) = scene.dates_in(clause.start, clause.end).first()
            && !scene.is_put_off(head, date)
        {
            trigger.when = date.when;
        }
        if trigger.place.is_none() && trigger.kind != MeetingKind::Visit {
            trigger.place = scene.place(clause.start, clause.end);
        }
    }
    if trigger.place.is_none() && trigger.kind != MeetingKind::Call {
        trigger.place = scene.place_of_name(left, at);
    }
    trigger.when = scene.when_to_come(head, trigger.when, status);
    // "Today, with the announcement of the President's travel": not the day on which he travels.
    let before = |by: usize| left.checked_sub(by).map(|at| scene.cast.surface.lower(at));
    if before(1) == Some("of")
        && before(2) == Some("announcement")
        && !definite_day(scene, left, head)
    {
        trigger.when = When::default();
        trigger.status = MeetingStatus::Planned;
    }
    // "From March 23 to 25 for the 2022 Ministerial": the year is of its name.
    if trigger.when.from.is_some_and(Date::is_year) && has_a_day(scene, left, head) {
        trigger.when = When::default();
    }
    beside(scene, &mut trigger, left, limit);
    if let Some((who, run)) = hosts::of_clause(scene, head + 1) {
        let new =
            who.into_iter().filter(|who| trigger.parties.iter().all(|(known, _)| known != who));
        let new: Vec<_> = new.map(|who| (who, run.clone())).collect();
        trigger.parties.extend(new);
    }
    trigger.parties.extend(come_to.and_then(|(place, _)| come_for(scene, place, left)));
    trigger.parties.extend(those_around(scene, left, head));
    let own_parties = !trigger.parties.is_empty();
    let each = (left..at).any(|at| matches!(surface.lower(at), "separate" | "individual"))
        || (head + 1..head + 4).any(|at| surface.reads(at, &["with", "both"]));
    if noun.plural && each {
        let all = distinct(trigger.parties.iter().map(|(who, _)| *who).collect());
        trigger.apart = each_of(cast, &all);
    }
    let passed = |at: &usize| scene.is_date(*at) || surface.pos(*at).is_adverb();
    let with = head + 1 + (head + 1..head + 4).take_while(passed).count();
    let several = noun.plural
        && matches!(
            word,
            "calls" | "consultations" | "conversations" | "discussions" | "meetings" | "talks"
        );
    if several && surface.lower(with) == "with" && trigger.apart.is_empty() {
        let run = phrase_from(cast, with + 1, sentence.end.max(with + 1));
        let mut right = cast.actors(&run);
        if matches!(word, "calls" | "meetings") {
            right = distinct([right, named_on(cast, &run)].concat());
        }
        let (groups, all, end) = with_more(cast, &right, run.end);
        trigger.apart =
            if groups.len() > 1 { groups } else { of_several_sides(cast, head, &right) };
        if !trigger.apart.is_empty() {
            for who in all {
                if trigger.parties.iter().all(|(known, _)| *known != who) {
                    trigger.parties.push((who, head..end));
                }
            }
        }
    }
    add_requester(scene, &mut trigger, left);
    let governed = governor(scene, &mut trigger, left, head)
        || right_before(cast, left)
        || !noun.plural && is_come_for(scene, left);
    if trigger.kind == MeetingKind::Visit && !visit(scene, &mut trigger, left, head, limit) {
        return None;
    }
    if !governed && trigger.kind != MeetingKind::Visit {
        let who = met_in_addition(cast, left);
        let new = who.into_iter().filter(|(who, _)| trigger.parties.iter().all(|it| it.0 != *who));
        let new: Vec<_> = new.collect();
        trigger.parties.extend(new);
    }
    trigger.kind = refine(scene, &trigger, word);
    let own = clause_limit(cast, head);
    let under_way = || {
        is_on_visit(scene, left, head, &trigger.when)
            || is_visit_begun(scene, left, head, own, &trigger.when)
    };
    if trigger.status == MeetingStatus::Held
        && (is_begun(scene, left, head, own, &trigger.when)
            || trigger.kind == MeetingKind::Visit && under_way())
    {
        trigger.status = MeetingStatus::Ongoing;
        trigger.certain = true;
    }
    // What does not single out an occasion: a bare or plural noun with nothing to hold on to.
    let anchored = own_parties
        || governed
        || is_of_a_body(scene, head)
        || trigger.place.is_some()
        || !trigger.stops.is_empty()
        || !trigger.when.is_unknown()
        || trigger.when.words.is_some()
        || named;
    let after = matches!(
        surface.lower(left.wrapping_sub(1)),
        "after" | "before" | "during" | "following" | "at" | "since" | "in"
    );
    let off = certain && status == MeetingStatus::Cancelled;
    trigger.weak = if off {
        false
    } else if noun.plural {
        !(own_parties && !named || governed || (definite && after))
            && !(surface.lower(head + 1) == "of" && own_parties)
    } else {
        !(anchored || after || definite)
    };
    if HELD.contains(&word) {
        trigger.weak |= !(named
            || governed
            || own_parties && word != "dialogue" && word != "forum" && word != "assembly"
            // "meetings with officials and a strategic dialogue with Minister Lee"
            || own_parties
                && word == "dialogue"
                && surface.lower(head + 1) == "with"
                && surface.lower(left.wrapping_sub(1)) == "and"
                && trigger.parties.iter().any(|(who, _)| cast.kind(*who) == EntityKind::Person)
            || definite && (after || opens));
        if matches!(word, "retreat" | "reception" | "mediation" | "audience" | "encounter")
            && !governed
        {
            return None;
        }
        if word == "call"
            && (!own_parties || !governed && !matches!(surface.lower(head + 1), "with" | "between"))
            && !definite
        {
            return None;
        }
        if matches!(surface.lower(head + 1), "for" | "to") && word == "call" {
            return None;
        }
    }
    Some(trigger)
}

/// Whether the words for a meeting are told as what something else follows.
fn comes_before(cast: &Cast, left: usize) -> bool {
    matches!(cast.surface.lower(left.wrapping_sub(1)), "after" | "following")
}

/// "The talks began in Oslo on Monday": where the clause of a verb that tells where and when a meeting
/// is runs, if one stands right behind the words for it.
fn event_clause(scene: &Scene, limit: usize) -> Option<Run> {
    #[rustfmt::skip]
    const EVENTS: &[&str] = &[
        "adjourned", "arranged", "began", "begin", "begins", "begun", "broke", "broken", "closed", "collapsed",
        "concluded", "concludes", "convened", "due", "end", "ended", "ends", "envisaged",
        "expected", "failed", "fixed", "gets", "got", "held", "hosted", "kicked", "open", "opened", "opens",
        "organised", "organized", "place", "planned", "postponed", "put", "resume",
        "resumed", "resumes", "scheduled", "set", "slated", "start", "started", "starts",
        "take", "takes", "taking", "took", "wrapped",
    ];
    let surface = scene.cast.surface;
    let end = surface.sentence(limit.checked_sub(1)?).end.min(limit + 6);
    let verbs = (limit..end).take_while(|at| {
        let pos = surface.pos(*at);
        pos.is_verb() || pos.is_adverb() || pos == Pos::To || surface.lower(*at) == "due"
    });
    // "Their last meeting was in Oslo in March"
    let be = verbs.clone().last().filter(|at| {
        crate::clauses::is_be(surface.lower(*at))
            && surface.lower(at + 1) == "in"
            && scene.place_at(at + 2, surface.sentence(*at).end).is_some()
            && !crate::clauses::verb_group(surface, *at).negated
    });
    if let Some(be) = be {
        return Some(be + 1..clause_limit(scene.cast, be));
    }
    let main = verbs.filter(|at| EVENTS.contains(&surface.lower(*at))).last()?;
    let group = crate::clauses::verb_group(surface, main);
    let takes = does_something_else(surface, main);
    // "The talks are expected to fail" tells no more of them than that.
    let hoped = matches!(surface.lower(main), "expected" | "set" | "planned")
        && surface.pos(main + 1) == Pos::To;
    (!group.negated && !takes && !hoped).then(|| main + 1..clause_limit(scene.cast, main))
}

/// "A summit of the BRICS group", whatever the clause says of it.
fn is_of_a_body(scene: &Scene, head: usize) -> bool {
    let cast = scene.cast;
    let mut named = cast.mentions_in(&(head + 2..head + 4));
    matches!(cast.surface.lower(head), "summit" | "conference" | "session" | "meeting")
        && cast.surface.lower(head + 1) == "of"
        && named.any(|mention| cast.kind(mention.who) == EntityKind::Organization)
}

/// Where "a second round of" begins before words for talks, which are then those of that round.
fn round_before(scene: &Scene, left: usize) -> Option<usize> {
    let surface = scene.cast.surface;
    let first = surface.sentence(left).start;
    let of = left.checked_sub(1).filter(|at| *at > first && surface.lower(*at) == "of")?;
    let round = of - 1;
    if !matches!(surface.lower(round), "round" | "rounds") {
        return None;
    }
    let before = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner() || pos.is_adjective() || pos == Pos::Number
    };
    (first..round).rev().take(4).take_while(before).last()
}

/// "the second meeting", "the inaugural session": one that was not spoken of before.
fn is_new(scene: &Scene, before: Run) -> bool {
    let surface = scene.cast.surface;
    before.clone().any(|at| {
        let word = surface.lower(at);
        crate::clauses::is_ordinal(word)
            || matches!(
                word,
                "inaugural"
                    | "next"
                    | "new"
                    | "separate"
                    | "additional"
                    | "follow-on"
                    | "follow-up"
                    | "previous"
                    | "earlier"
                    | "last"
            )
    })
}

/// "The inauguration of a new embassy", "the judiciary's calls for order", "travel and tourism": a
/// building is opened, a demand is made, people go on holiday.
fn names_no_meeting(scene: &Scene, head: usize) -> bool {
    let cast = scene.cast;
    let surface = cast.surface;
    let next = surface.lower(head + 1);
    match surface.lower(head) {
        "inauguration" | "inaugurations" if next == "of" => {
            let limit = clause_limit(cast, head).min(head + 10);
            let person = |at: usize| {
                cast.title_starting(at).is_some()
                    || cast.who(at).is_some_and(|who| cast.kind(who) == EntityKind::Person)
            };
            !(head + 2..limit).any(person)
        }
        // "ignored calls from the Council to reverse their steps"
        "calls" if next == "from" => {
            let limit = surface.sentence(head).end.min(head + 16);
            (head + 2..limit)
                .any(|at| surface.lower(at) == "to" && surface.pos(at + 1) == Pos::VerbBase)
        }
        "calls" => matches!(next, "for" | "on" | "upon" | "to"),
        "call" => next == "to" && surface.lower(head + 2) == "action",
        "travel" => {
            next == "and" && surface.pos(head + 2).is_noun()
                || next.starts_with("advisor")
                || matches!(next, "restrictions" | "ban" | "bans" | "documents" | "agency")
        }
        _ => false,
    }
}

/// "The Summit Implementation Review Group", "the Summit for Democracy Visitor Program": what bears the
/// name of a meeting and is none.
pub(super) fn is_of_a_longer_name(scene: &Scene, head: usize) -> bool {
    const NAMED_AFTER: &[&str] = &[
        "action",
        "advisor",
        "agreement",
        "communique",
        "coordinator",
        "declaration",
        "fund",
        "group",
        "initiative",
        "office",
        "pledge",
        "process",
        "program",
        "programme",
        "project",
        "secretariat",
        "statement",
        "team",
    ];
    let surface = scene.cast.surface;
    let sentence = surface.sentence(head);
    let end = sentence.end;
    // "The Special Advisor for the Summit".
    let mut before = head;
    while before > sentence.start && before + 4 > head && surface.is_capital(before - 1) {
        before -= 1;
    }
    before -= usize::from(before > sentence.start && surface.lower(before - 1) == "the");
    let office = before >= sentence.start + 2
        && matches!(surface.lower(before - 1), "for" | "of")
        && matches!(
            surface.lower(before - 2),
            "adviser"
                | "advisor"
                | "coordinator"
                | "envoy"
                | "office"
                | "representative"
                | "secretariat"
        );
    if office && surface.is_capital(head) {
        return true;
    }
    let within = |at: usize| {
        surface.is_capital(at) || matches!(surface.lower(at), "for" | "of" | "the" | "on")
    };
    let mut name = (head + 1..end.min(head + LONGER)).take_while(|at| within(*at));
    surface.is_capital(head)
        && name.any(|at| surface.is_capital(at) && NAMED_AFTER.contains(&surface.lower(at)))
}

/// Where the name of a body begins that a token is within: "a Group of Seven summit".
fn whole_name(scene: &Scene, start: usize, first: usize) -> usize {
    let cast = scene.cast;
    cast.mention_at(start)
        .filter(|mention| cast.kind(mention.who) == EntityKind::Organization)
        .map_or(start, |mention| mention.run.start.clamp(first, start))
}

/// A name that ends with the noun: "U.S.-Thailand Strategic Dialogue", "Ibero-American Summit".
fn name_start(scene: &Scene, at: usize, first: usize) -> usize {
    let surface = scene.cast.surface;
    let mut start = at;
    // "G-20 meeting", "2010 NATO summit": also before a noun in small letters, but not a person's.
    if !surface.is_capital(at) {
        while start > first && start + 5 > at {
            let before = start - 1;
            let number =
                surface.kind(before) == TokenKind::Number && surface.pos(before) == Pos::Number;
            let named = surface.is_capital(before)
                && before > first
                && !surface.pos(before).is_determiner()
                && !crate::clauses::is_day(surface.lower(before))
                && scene
                    .cast
                    .mention_at(before)
                    .is_none_or(|mention| scene.cast.kind(mention.who) != EntityKind::Person);
            if !(number || named) {
                break;
            }
            start = before;
        }
        return whole_name(scene, start, first);
    }
    // "the Strategic and Defense Dialogue", whose capitals hide that the first is an adjective.
    let is_adjective = |at: usize| {
        let word = surface.lower(at);
        surface.pos(at).is_adjective() || ["al", "ary", "ic"].iter().any(|end| word.ends_with(end))
    };
    let both = |start: usize| {
        start >= first + 2
            && surface.lower(start - 1) == "and"
            && surface.is_capital(start - 2)
            && surface.is_capital(start)
            && start < at
            && is_adjective(start - 2)
            && scene.cast.mention_at(start - 2).is_none()
    };
    while start > first && start + 6 > at {
        let joins = both(start);
        let named = surface.is_capital(start - 1)
            && !surface.pos(start - 1).is_determiner()
            && surface.word(start - 1) != ",";
        if !joins && !named {
            break;
        }
        start -= if joins { 2 } else { 1 };
    }
    start
}

/// The capitalised words before the noun that are a name of the meeting, not of a party or a day.
fn name_words(scene: &Scene, left: usize, head: usize) -> Vec<String> {
    let cast = scene.cast;
    (left..head)
        .filter(|at| {
            cast.surface.is_capital(*at)
                && !cast.surface.pos(*at).is_determiner()
                && !scene.is_date(*at)
                && !crate::clauses::is_day(cast.surface.lower(*at))
        })
        .filter(|at| {
            cast.mention_at(*at)
                .is_none_or(|mention| cast.kind(mention.who) == EntityKind::Organization)
        })
        .map(|at| cast.surface.lower(at).to_owned())
        .collect()
}

/// "ministerial talks" stay talks; "a meeting" of many is a conference, of heads a summit.
fn refine(scene: &Scene, trigger: &Trigger, word: &str) -> MeetingKind {
    let cast = scene.cast;
    let surface = cast.surface;
    if word == "meeting" || word == "meetings" || word == "session" {
        let organization = cast
            .mentions_in(&(trigger.run.start..trigger.head))
            .any(|mention| cast.kind(mention.who) == EntityKind::Organization)
            || cast
                .mention_at(trigger.run.start.wrapping_sub(1))
                .is_some_and(|mention| cast.kind(mention.who) == EntityKind::Organization);
        let of = surface.lower(trigger.head + 1) == "of"
            && cast
                .mentions_in(&(trigger.head..trigger.head + 5))
                .any(|mention| cast.kind(mention.who) == EntityKind::Organization);
        let states =
            trigger.parties.iter().filter(|(who, _)| cast.kind(*who) == EntityKind::State).count();
        if organization
            || of
            || states > 3
            || surface.lower(trigger.head.wrapping_sub(1)) == "ministerial"
        {
            return MeetingKind::Conference;
        }
    }
    trigger.kind
}
