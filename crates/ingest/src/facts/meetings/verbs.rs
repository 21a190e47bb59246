//! Meetings told by a verb: "met", "spoke by phone with", "visited", "hosted".

use super::Trigger;
use super::apart::{each_of, is_separate, named_on, of_several_sides, with_more};
use super::convened::{are_ministers, brought_together, is_body_of_states};
use super::discussed::{
    before_what_is_discussed, discuss_together, held_to, in_separate, is_a_noun_for_it,
    is_of_a_deed, is_to_reporters, tells_who_joins,
};
use super::given_chance::{invited, whose_chance, whose_deed};
use super::invited_to::whom_invited;
use super::journeys::{is_loosely_come, journey, travels_in_other_words};
use super::marked::is_of_ties;
use super::no_person::{is_no_person, meets_no_person};
use super::no_plans::is_readiness;
use super::phrases::{clause_limit, is_before_office, phrase_from, preposition, with_name};
use super::received::{hosts_several, owns_a_thing, received, welcomed_to};
use super::scene::Scene;
use super::seeing::{Way, each_other, seen, way};
use super::status::of_meeting_verb;
use super::told_by_phone::is_by_phone;
use super::two_words::two_words;
use super::visiting::who_does;
use super::welcomed::{guest_named, is_where_to};
use super::whose_officials::whose_officials;
use crate::clauses::{VerbGroup, subject_before, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus, When};

/// What a verb does, if it can tell of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Meet,
    Speak,
    Phone,
    Visit,
    Travel,
    Receive,
    Contact,
    Gather,
    See,
    Discuss,
    Bring,
}

fn doing(word: &str) -> Option<Doing> {
    Some(match word {
        "meet" | "meets" | "met" | "meeting" => Doing::Meet,
        "speak" | "speaks" | "spoke" | "spoken" | "speaking" | "talk" | "talks" | "talked"
        | "talking" | "confer" | "conferred" | "consult" | "consulted" | "negotiated"
        | "negotiating" => Doing::Speak,
        "phoned" | "telephoned" | "phones" | "telephones" | "rang" => Doing::Phone,
        "visit" | "visits" | "visited" | "visiting" | "toured" | "tours" => Doing::Visit,
        "travel" | "travels" | "traveled" | "travelled" | "traveling" | "travelling" | "went"
        | "go" | "goes" | "going" | "gone" | "flew" | "fly" | "flies" | "flown" | "flying"
        | "arrived" | "arrive" | "arrives" | "arriving" | "headed" | "heads" | "stops"
        | "stopped" | "heading" | "landed" | "left" | "leave" | "leaves" | "leaving"
        | "departed" | "departing" | "departs" | "depart" | "came" | "come" | "comes" => {
            Doing::Travel
        }
        "hosted" | "hosts" | "host" | "hosting" | "receive" | "received" | "receives"
        | "welcomed" | "greeted" => Doing::Receive,
        "contacted" | "contacts" => Doing::Contact,
        "bring" | "brings" | "brought" => Doing::Bring,
        "see" | "sees" | "saw" | "seeing" => Doing::See,
        "discuss" | "discusses" | "discussed" => Doing::Discuss,
        "gather" | "gathers" | "gathered" | "gathering" | "assemble" | "assembled"
        | "assembling" | "convene" | "convenes" | "convened" | "convening" => Doing::Gather,
        _ => return None,
    })
}

/// The kind of meeting that a verb tells of, if it can tell of one by itself: "come" alone is no journey.
pub(super) fn kind_of_verb(word: &str) -> Option<MeetingKind> {
    Some(match doing(word).filter(|_| !matches!(word, "come" | "comes" | "departing"))? {
        Doing::Visit | Doing::Travel => MeetingKind::Visit,
        Doing::Phone => MeetingKind::Call,
        Doing::Gather => MeetingKind::Conference,
        Doing::Meet
        | Doing::See
        | Doing::Speak
        | Doing::Receive
        | Doing::Contact
        | Doing::Discuss
        | Doing::Bring => MeetingKind::Talks,
    })
}

/// Whom a clause names after its end: ", including A and B".
fn including(scene: &Scene, from: usize) -> Option<Run> {
    let surface = scene.cast.surface;
    let end = surface.sentence(from.saturating_sub(1)).end;
    let comma = (from..end.min(from + 10)).find(|at| surface.word(*at) == ",")?;
    let named = surface.lower(comma + 1) == "including";
    named.then(|| phrase_from(scene.cast, comma + 2, end)).filter(|run| !run.is_empty())
}

/// The meeting that the verb at a token tells of, if it does.
pub(super) fn verb_trigger(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    if !surface.pos(at).is_verb()
        || surface.pos(at) == Pos::Modal
        || surface.quotation_of(at).is_some()
    {
        return None;
    }
    let last = two_words(cast, at);
    let what = match last {
        Some(_) => Doing::Meet,
        None if is_phoned(cast, at) => Doing::Phone,
        None if travels_in_other_words(scene, at) => Doing::Travel,
        None => doing(surface.lower(at))?,
    };
    let last = last.unwrap_or(at);
    if is_speaking_out(surface, at) {
        return None;
    }
    let group = verb_group(surface, at);
    // "Will she meet with Lee?": asked, not told.
    let sentence = surface.sentence(at);
    if surface.word(sentence.end - 1) == "?" && !group.infinitive {
        return None;
    }
    if is_readiness(surface, at) || is_loosely_come(scene, &group) {
        return None;
    }
    let limit = clause_limit(cast, last);
    let whose = whose_deed(cast, &group);
    let subject = whose.as_ref().map(|(_, run)| run.clone()).or_else(|| subject(scene, &group));
    let actors = || subject.as_ref().map(|run| cast.actors(run));
    let mut left = whose.map(|(who, _)| vec![who]).or_else(actors).unwrap_or_default();
    if let Some(run) = subject.as_ref().filter(|_| left.is_empty()) {
        left = whose_officials(scene, run);
    }
    if let Some(first) = subject.as_ref().and_then(|run| first_of_two(cast, run)) {
        left = distinct([cast.actors(&first), left].concat());
    }
    let mut trigger = Trigger {
        run: at..last + 1,
        head: at,
        kind: MeetingKind::Talks,
        status: of_meeting_verb(cast, &group, scene.future_date(at, limit)),
        certain: true,
        when: scene.when(at, limit),
        place: scene.place(at + 1, limit).or_else(|| scene.place_before(at)),
        parties: Vec::new(),
        // "said when meeting Lee": as was told before.
        definite: surface.pos(at) == Pos::VerbGerund
            && at > sentence.start
            && matches!(surface.lower(at - 1), "while" | "when"),
        weak: false,
        name: Vec::new(),
        after_verb: false,
        margins: margins(scene, at, limit),
        apart: Vec::new(),
        stops: Vec::new(),
        refusing: Vec::new(),
        away: Vec::new(),
        marked: false,
    };
    trigger.when = scene.when_to_come(at, trigger.when, trigger.status);
    // "During her visit two weeks ago she invited the President to visit Lima": on no day yet.
    if group.infinitive && invited(cast, group.run.start).is_some() {
        trigger.when = When::default();
    }
    let evidence = |who: Vec<MemberId>, from: usize, to: usize| {
        who.into_iter().map(move |who| (who, from..to)).collect::<Vec<_>>()
    };
    let start = subject.as_ref().map_or(at, |run| run.start);
    // "will not receive Lee", "would not meet him": whoever says no.
    let refusing = group.negated
        && group.run.clone().any(|at| matches!(surface.lower(at), "will" | "wo" | "would" | "'ll"))
        && !group.passive
        && matches!(what, Doing::Meet | Doing::Receive | Doing::See);
    let no = left.clone();
    let way = if what == Doing::See { way(scene, &group) } else { None };
    let refusing = refusing || way == Some(Way::Refuses);
    match what {
        Doing::Meet if meets_no_person(surface, at) => return None,
        // "we continue to consult closely with Japan"
        Doing::Speak
            if surface.lower(at) == "consult"
                && (trigger.place.is_none() && trigger.when.is_unknown()
                    || (at..limit).any(|at| {
                        matches!(
                            surface.lower(at),
                            "appropriate" | "closely" | "needed" | "regularly" | "widely"
                        )
                    })) =>
        {
            return None;
        }
        Doing::Speak if is_to_reporters(surface, at, limit) => return None,
        Doing::Meet | Doing::Speak | Doing::Contact | Doing::Phone => {
            let object = object(scene, last, limit, what)?;
            let mut right = object.as_ref().map_or_else(Vec::new, |run| cast.actors(run));
            let joint = object.is_none()
                && (left.len() >= 2
                    || subject.as_ref().is_some_and(|run| {
                        surface.pos(run.end - 1).is_plural()
                            || surface.lower(run.start) == "they"
                            || run.clone().any(|at| surface.pos(at).is_plural())
                    }));
            // "the Council met in emergency session": a body meets by itself.
            let body = object.is_none()
                && what == Doing::Meet
                && left.iter().any(|who| cast.kind(*who) == EntityKind::Organization);
            let joint = joint || body;
            let parties = right.iter().any(|who| cast.kind(*who) != EntityKind::Place);
            let by_phone = || {
                (at..limit.min(at + 12)).any(|at| {
                    matches!(
                        surface.lower(at),
                        "phone" | "telephone" | "telephonically" | "videoconference"
                    )
                })
            };
            // "met in Wales" of one side alone, "meet the deadline", "spoke of": no meeting.
            let told = match what {
                Doing::Meet => {
                    joint || parties || object.as_ref().is_some_and(|run| scene.people(run))
                }
                // "I cannot speak to our assessment": no call.
                Doing::Speak
                    if object.as_ref().is_some_and(|run| {
                        surface.lower(run.start) == "our" && surface.lower(run.start - 1) == "to"
                    }) =>
                {
                    false
                }
                Doing::Speak => {
                    (joint && left.len() >= 2 && (surface.lower(at) != "spoke" || by_phone()))
                        || parties
                            && right.iter().all(|who| cast.kind(*who) != EntityKind::Organization)
                        // "will consult with officials in Lima"
                        || surface.lower(at).starts_with("co")
                            && trigger.place.is_some()
                            && object.as_ref().is_some_and(|run| scene.diplomatic(run))
                }
                _ => parties || object.as_ref().is_some_and(|run| scene.diplomatic(run)),
            };
            if !told || left.is_empty() && right.is_empty() && !joint {
                return None;
            }
            trigger.weak = left.is_empty() && right.is_empty();
            let by_phone = by_phone();
            trigger.kind = match what {
                Doing::Phone => MeetingKind::Call,
                Doing::Contact => MeetingKind::Other,
                Doing::Speak
                    if by_phone || surface.lower(at).starts_with("sp") && scene.release =>
                {
                    MeetingKind::Call
                }
                _ if by_phone && what == Doing::Speak => MeetingKind::Call,
                _ if object.is_none() && are_ministers(scene, &left, subject.as_ref()) => {
                    MeetingKind::Conference
                }
                _ => scene.kind_of_gathering(&left, subject.as_ref()),
            };
            let mut to = object.as_ref().map_or(at + 1, |run| run.end);
            let met = object.clone().unwrap_or(to..to);
            if is_separate(surface, at, &met, limit) {
                right = distinct([right, named_on(cast, &met)].concat());
                trigger.apart = each_of(cast, &right);
            }
            let mut parties = distinct([left, right.clone()].concat());
            // "met with A and with B": one after the other.
            if object.is_some() {
                let (groups, all, end) = with_more(cast, &right, to);
                if groups.len() > 1 {
                    trigger.apart = groups;
                }
                to = end;
                parties = distinct([parties, all].concat());
            }
            // "met with the heads of the agencies today in Rome, including Beasley".
            if let Some(run) = including(scene, to) {
                let named = cast.actors(&run).into_iter();
                let named = named.filter(|who| cast.kind(*who) == EntityKind::Person);
                parties = distinct(parties.into_iter().chain(named).collect());
                to = run.end;
            }
            trigger.parties = evidence(parties, start, to);
        }
        Doing::See => {
            // "is to see the commissioner", "will see each other", "went on to see Lee": of what is to
            // come, or was set out for.
            let persons = |who: &[MemberId]| {
                !who.is_empty() && who.iter().all(|who| cast.kind(*who) == EntityKind::Person)
            };
            let comes = way == Some(Way::Sets) || group.future && !group.negated;
            let we = subject.as_ref().is_some_and(|run| surface.lower(run.start) == "we");
            if let Some(end) = each_other(scene, at).filter(|_| comes && !we && left.len() > 1) {
                trigger.parties = evidence(left, start, end);
                return Some(trigger);
            }
            let (right, object) = seen(scene, at, limit)?;
            let refused = refusing && !left.is_empty();
            let told = match way {
                Some(_) => !left.is_empty(),
                None => persons(&right) && (refused || comes && persons(&left)),
            };
            if !told {
                return None;
            }
            trigger.status = match way {
                Some(Way::Refuses) => MeetingStatus::Cancelled,
                Some(Way::Sets) => MeetingStatus::Held,
                None => trigger.status,
            };
            trigger.parties = evidence(distinct([left, right].concat()), start, object.end);
        }
        Doing::Bring => {
            let (right, object) = brought_together(scene, at, limit)?;
            if left.is_empty()
                || group.negated
                || trigger.place.is_none() && trigger.when.is_unknown()
            {
                return None;
            }
            trigger.parties = evidence(distinct([left, right].concat()), start, object.end);
        }
        Doing::Discuss => {
            // "will lead the dialogue to discuss": what it is for.
            if group.infinitive && is_a_noun_for_it(surface, group.run.start) {
                return None;
            }
            // "discussed trade with Lee": talks, unless those told of before.
            let end = surface.sentence(at).end.min(at + 30);
            let verb = (at + 1..end).find(|at| {
                surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none()
                    || matches!(surface.word(*at), ";" | "—" | "--")
                    // "to discuss trade and meet with Lee"
                    || matches!(surface.lower(*at), "and" | "or")
                        && surface.pos(at + 1) == Pos::VerbBase
                        && cast.mention_at(at + 1).is_none()
            });
            let phoned = (at + 1..verb.unwrap_or(end)).any(|at| is_by_phone(surface, at));
            if phoned {
                trigger.kind = MeetingKind::Call;
            }
            let with = preposition(cast, at + 1, verb.unwrap_or(end), &["with"])
                .filter(|with| !tells_who_joins(cast, *with, end));
            // "Lee and Kim discussed trade in Lima on Monday", "discussed it by phone".
            if with.is_none() && discuss_together(cast, &group, &left, (&trigger, phoned)) {
                trigger.parties = evidence(left, start, at + 1);
                return Some(trigger);
            }
            let with = with
                .filter(|with| !is_of_ties(cast, *with) && !is_of_a_deed(surface, &group, *with))?;
            let run = phrase_from(cast, with + 1, end);
            let run = if with == at + 1 { before_what_is_discussed(surface, run) } else { run };
            let mut right = cast.actors(&run);
            let official = |who: &MemberId| cast.kind(*who) != EntityKind::Place;
            if group.negated || left.is_empty() || right.is_empty() || !right.iter().all(official) {
                return None;
            }
            if let Some(kind) = in_separate(scene, &group) {
                trigger.kind = kind;
                right = distinct([right, named_on(cast, &run)].concat());
                trigger.apart = each_of(cast, &right);
            }
            // "held calls to discuss it with A and B"
            if let Some(calls) = held_to(surface, &group) {
                trigger.status = MeetingStatus::Held;
                if surface.lower(calls).starts_with("call") {
                    trigger.kind = MeetingKind::Call;
                }
                right = distinct([right, named_on(cast, &run)].concat());
                trigger.apart = of_several_sides(cast, calls, &right);
            }
            trigger.parties = evidence(distinct([left, right].concat()), start, run.end);
        }
        Doing::Gather => {
            let plural = subject.as_ref().is_some_and(|run| surface.pos(run.end - 1).is_plural());
            let direct = surface.pos(at + 1).is_determiner() || surface.pos(at + 1).is_noun();
            let officials = subject.as_ref().is_some_and(|run| scene.diplomatic(run));
            let several = plural || left.len() > 1;
            let body = !several && is_body_of_states(scene, &left) && !group.passive;
            // "ministers gathered on Monday to discuss trade"
            let told = trigger.place.is_some()
                || (officials || body) && !trigger.when.is_unknown() && !group.modal;
            if left.is_empty() && !officials || !(several || body) || direct || !told {
                return None;
            }
            trigger.kind = scene.kind_of_gathering(&left, subject.as_ref());
            if trigger.kind == MeetingKind::Talks {
                trigger.kind = MeetingKind::Conference;
            }
            trigger.parties = evidence(left, start, at + 1);
        }
        Doing::Visit | Doing::Travel => {
            let by_whom = (left, subject.as_ref());
            journey(scene, &mut trigger, &group, by_whom, what == Doing::Visit, limit)?;
        }
        Doing::Receive if group.passive => {
            let (hosts, end) = hosts_of(scene, at)?;
            if !left.iter().any(|who| cast.kind(*who) == EntityKind::Person) {
                return None;
            }
            trigger.parties = evidence(distinct([left, hosts].concat()), start, end);
        }
        Doing::Receive => {
            let object = guest_named(cast, phrase_from(cast, at + 1, limit));
            // "welcomed the envoy's briefing" and "welcomed Lee" in words are statements.
            let refused = group.negated && (group.future || group.modal);
            let several = hosts_several(scene, at, &object);
            let thing = !several && object.clone().any(|at| owns_a_thing(cast, at))
                || !(refused
                    || several
                    || matches!(
                        surface.lower(object.end),
                        "to" | "at" | "in" | "for" | "on" | "," | "." | "here" | "during" | "after"
                    )
                    || scene.is_date(object.end));
            if thing || surface.lower(at).starts_with("welcom") && !is_where_to(scene, object.end) {
                return None;
            }
            let right = if several { cast.actors(&object) } else { received(scene, &object) };
            if right.is_empty() && !several || left.is_empty() {
                return None;
            }
            if several {
                trigger.kind = MeetingKind::Conference;
            }
            trigger.parties = evidence(distinct([left, right].concat()), start, object.end);
            welcomed_to(scene, &mut trigger, object.end);
        }
    }
    let joint = trigger.parties.iter().all(|(who, _)| no.contains(who));
    if refusing && (!joint || way.is_some()) {
        let end = trigger.parties.last().map_or(at + 1, |(_, words)| words.end);
        trigger.refusing = evidence(no, start, end);
    }
    Some(trigger)
}

/// "called Lee to congratulate him": a call, and not "called Lee a liar".
fn is_phoned(cast: &Cast, at: usize) -> bool {
    #[rustfmt::skip]
    const SAYS: &[&str] = &[
        "apologise", "apologize", "assure", "brief", "congratulate", "convey", "discuss", "express",
        "inform", "offer", "reassure", "say", "tell", "thank", "warn",
    ];
    let surface = cast.surface;
    if !matches!(surface.lower(at), "called" | "calls") {
        return false;
    }
    let end = surface.sentence(at).end.min(at + 16);
    let whom = phrase_from(cast, at + 1, end);
    let to = (whom.end..end.min(whom.end + 4)).find(|at| surface.lower(*at) == "to");
    let person = cast.actors(&whom).iter().any(|who| cast.kind(*who) == EntityKind::Person);
    let days = |to: usize| {
        (whom.end..to)
            .all(|at| surface.lower(at) == "on" || crate::clauses::is_day(surface.lower(at)))
    };
    person && to.is_some_and(|to| days(to) && SAYS.contains(&surface.lower(to + 1)))
}

/// "was received by Kim": who receives, and where the words for them end. Whoever is greeted on arrival
/// has yet to be met.
fn hosts_of(scene: &Scene, at: usize) -> Option<(Vec<MemberId>, usize)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let by = preposition(cast, at + 1, end.min(at + 6), &["by"])?;
    let arrives = (at..end.min(at + 24))
        .any(|at| matches!(surface.lower(at), "arrival" | "airport" | "arrived" | "ceremony"));
    let received = matches!(surface.lower(at), "received" | "hosted");
    let run = phrase_from(cast, by + 1, end);
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let hosts: Vec<MemberId> = cast.actors(&run).into_iter().filter(person).collect();
    (received && !arrives && !hosts.is_empty()).then_some((hosts, run.end))
}

/// "Ann Lee, who leads the bloc, and Bo Kim met": who stands before the clause that tells of the first.
pub(super) fn first_of_two(cast: &Cast, second: &Run) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(second.start).start;
    let and = second.start.checked_sub(1).filter(|at| *at > first)?;
    if surface.lower(and) != "and" || surface.word(and - 1) != "," {
        return None;
    }
    let open =
        (first.max(and.saturating_sub(24))..and - 1).rev().find(|at| surface.word(*at) == ",")?;
    if !matches!(surface.lower(open + 1), "who" | "whose") {
        return None;
    }
    crate::clauses::subject_before(surface, open, &|at| cast.ends_mention(at))
}

/// The subject of a verb, or of the clause that a participle or infinitive hangs on.
pub(super) fn subject(scene: &Scene, group: &VerbGroup) -> Option<Run> {
    bare_subject(scene.cast, group).map(|run| with_first(scene.cast, with_name(scene.cast, run)))
}

/// So many who stand before the last of a list of subjects are looked for.
const LISTED: usize = 8;
/// So many words before them a verb may stand whose object they are.
const CLAUSE: usize = 60;

/// "Secretary for Peace, Trade, and Health Ann Lee and Deputy Secretary for Roads, Rivers, and Woods Bo
/// Kim will visit": offices with commas hide whoever stands before the last of them.
fn with_first(cast: &Cast, run: Run) -> Run {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start;
    let mut start = run.start;
    for _ in 0..LISTED {
        // The whole office of the one who stands here.
        let mut left = cast.office_from(start).max(first).min(start);
        // "Lee and the Chadian delegation": what belongs to the noun before it.
        let belongs = |at: usize| {
            let pos = surface.pos(at);
            let state = |it: &crate::entities::Mentioned| cast.kind(it.who) == EntityKind::State;
            pos.is_determiner()
                || pos == Pos::PossessivePronoun
                || pos.is_adjective()
                || cast.mention_at(at).is_some_and(state)
                    && surface.lower(at.wrapping_sub(1)) == "the"
        };
        left -= (first..left).rev().take(LISTED).take_while(|at| belongs(*at)).count();
        let Some(and) = left.checked_sub(1).filter(|at| *at > first) else { break };
        let joined = surface.lower(and) == "and" || start < run.start && surface.word(and) == ",";
        let last = if surface.word(and - 1) == "," { and.saturating_sub(2) } else { and - 1 };
        let before = cast.mention_at(last).filter(|mention| {
            joined
                && mention.run.end == last + 1
                && mention.run.start >= first
                && cast.kind(mention.who) == EntityKind::Person
        });
        let Some(before) = before else { break };
        start = before.run.start;
    }
    // Nobody is put in whom a verb before them tells of: "Lee met Kim, and Deputy Minister Park left".
    let mut before = first.max(start.saturating_sub(CLAUSE))..start;
    let told = before.any(|at| surface.pos(at).is_finite_verb() && !cast.in_title(at));
    if told { run } else { start..run.end }
}

fn bare_subject(cast: &Cast, group: &VerbGroup) -> Option<Run> {
    let surface = cast.surface;
    let ends = |at: usize| cast.ends_mention(at);
    let sentence = surface.sentence(group.main);
    // "We, the ministers of …, met": a list too long to be passed over.
    if surface.lower(sentence.start) == "we"
        && surface.word(sentence.start + 1) == ","
        && !cast.we.is_empty()
    {
        return Some(sentence.start..sentence.start + 1);
    }
    if let Some(named) = who_does(cast, group) {
        return Some(named);
    }
    let past = surface.pos(group.main) == Pos::VerbParticiple
        && !group.infinitive
        && surface.word(group.run.start.wrapping_sub(1)) == ",";
    if (group.finite || past) && (!group.infinitive || group.future) {
        let own = subject_before(surface, group.run.start, &ends);
        let left = group.run.start.wrapping_sub(1);
        if own.is_some()
            && !(group.run.start > sentence.start && matches!(surface.lower(left), "and" | "but"))
        {
            return own;
        }
    }
    if group.infinitive
        && let Some(owner) =
            whose_chance(cast, group.run.start).or_else(|| whom_invited(cast, group.main))
    {
        return Some(owner);
    }
    // "after meeting in Cairo", "went on to meet", "and later met": the subject of the verb before.
    (sentence.start..group.run.start)
        .rev()
        .filter(|at| surface.pos(*at).is_finite_verb())
        .take(6)
        .find_map(|verb| {
            subject_before(surface, verb_group(surface, verb).run.start, &ends).filter(|run| {
                !cast.actors(run).is_empty() || run.clone().any(|at| surface.pos(at).is_plural())
            })
        })
}

/// What follows "met": with whom. The outer `None` says that it is no meeting.
#[expect(
    clippy::option_option,
    reason = "no meeting, a meeting without an object, a meeting with one"
)]
fn object(scene: &Scene, at: usize, limit: usize, what: Doing) -> Option<Option<Run>> {
    let cast = scene.cast;
    let surface = cast.surface;
    let mut next = at + 1;
    while next < limit
        && (surface.pos(next).is_adverb()
            || matches!(
                surface.lower(next),
                "up" | "again" | "virtually" | "separately" | "today" | "briefly"
            ))
    {
        next += 1;
    }
    let pos = surface.pos(next);
    let words: &[&str] = if what == Doing::Speak { &["with", "to"] } else { &["with"] };
    let direct = next < limit
        && !crate::clauses::is_day(surface.lower(next))
        && (pos.is_noun()
            || pos.is_determiner()
            || pos.is_adjective()
            || cast.mention_at(next).is_some()
            || cast.title_starting(next).is_some()
            || matches!(pos, Pos::Pronoun | Pos::Number)
            || surface.lower(next) == "visiting" && is_before_office(cast, next));
    if direct && matches!(what, Doing::Meet | Doing::Contact | Doing::Phone) && !scene.is_date(next)
    {
        let run = phrase_from(cast, next, limit);
        let named = !cast.actors(&run).is_empty() || scene.people(&run);
        // "met the deadline", "meet U.S. demands"
        return if named && !run.is_empty() && !run.clone().any(|at| is_no_person(surface.lower(at)))
        {
            Some(Some(run))
        } else {
            None
        };
    }
    if direct && what == Doing::Speak && surface.lower(next) != "by" {
        return None;
    }
    // "spoke about the response to Mali": not to Mali.
    let about =
        what == Doing::Speak && matches!(surface.lower(next), "about" | "of" | "on" | "regarding");
    let with = preposition(cast, next, limit.min(next + 16), words);
    match with.filter(|with| !about || surface.lower(*with) == "with") {
        Some(with) if surface.pos(with + 1) != Pos::VerbBase => {
            let run = phrase_from(cast, with + 1, limit.max(with + 1));
            Some((!run.is_empty()).then_some(run))
        }
        _ => Some(None),
    }
}

/// "call upon all to speak out against violence"
pub(super) fn is_speaking_out(surface: &Surface, at: usize) -> bool {
    matches!(surface.lower(at), "speak" | "speaks" | "spoke" | "spoken" | "speaking")
        && matches!(surface.lower(at + 1), "out" | "up")
}

/// "on the sidelines of", "on the margins of" the meeting named next.
pub(super) fn margins(scene: &Scene, at: usize, limit: usize) -> bool {
    let surface = scene.cast.surface;
    let limit = limit.max(at + 16).min(surface.sentence(at).end);
    (at..limit.min(at + 40)).any(|at| {
        matches!(surface.lower(at), "sidelines" | "margins" | "sideline")
            && surface.lower(at + 1) == "of"
    })
}
