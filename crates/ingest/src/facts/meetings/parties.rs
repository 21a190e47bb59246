//! Who takes part in a meeting that a noun names: beside the noun, by its verb, as visitors.

use super::Trigger;
use super::apart::again_with;
use super::behind_since::is_behind_since;
use super::governor::is_held;
use super::phrases::{phrase_from, preposition};
use super::scene::Scene;
use super::verbs::subject;
use crate::clauses::verb_group;
use crate::entities::{MemberId, Reason, distinct};
use crate::facts::collective::sides_unnamed;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// States of one list, and people of a text among whom a family name is looked for, at most.
const STATES: usize = 8;
const NAMED: usize = 200;

/// Tokens behind a noun within which another may follow, before or after which it is.
const APART: usize = 16;

/// "the visit of President Lee to Chad": the persons whose visit it is, and where the words for them end.
fn visitors_behind(scene: &Scene, head: usize, limit: usize) -> Option<(Vec<MemberId>, usize)> {
    let cast = scene.cast;
    if cast.surface.lower(head + 1) != "of" {
        return None;
    }
    let run = phrase_from(cast, head + 2, limit.max(head + 2));
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let who: Vec<MemberId> = cast.actors(&run).into_iter().filter(person).collect();
    (!who.is_empty()).then_some((who, run.end))
}

/// Parties that stand beside the noun: possessors, premodifiers, "between", "with", "of".
pub(super) fn beside(scene: &Scene, trigger: &mut Trigger, left: usize, limit: usize) {
    let cast = scene.cast;
    let surface = cast.surface;
    let head = trigger.head;
    let mut parties: Vec<(MemberId, Run)> = Vec::new();
    // "Mr. Putin's talks", "Russian-US talks", "her trip", "NATO summit".
    for mention in cast.mentions_in(&(left..head)) {
        let kind = cast.kind(mention.who);
        let possessor = surface.lower(mention.run.end) == "'s";
        let pronoun = mention.reason == Reason::Pronoun;
        let takes_part = match kind {
            EntityKind::Person => possessor || pronoun,
            EntityKind::State => trigger.kind != MeetingKind::Visit || possessor,
            EntityKind::Organization => possessor || surface.lower(head) == "summit",
            EntityKind::Place => false,
        };
        if takes_part {
            parties.push((mention.who, mention.run.start..head + 1));
        }
    }
    if parties.iter().any(|(who, _)| cast.kind(*who) == EntityKind::Person) {
        parties.extend(possessors_before(scene, left, head));
    } else if trigger.kind != MeetingKind::Visit {
        parties.extend(pair_of_names(scene, left, head));
        parties.extend(states_before(scene, left, head));
    }
    // One state alone before the noun is a topic or a host ("the Syria conference"), not a party.
    let states = parties.iter().filter(|(who, _)| cast.kind(*who) == EntityKind::State).count();
    if states == 1
        && parties.len() == 1
        && trigger.kind != MeetingKind::Visit
        && surface.lower(parties[0].1.end.saturating_sub(2)) != "'s"
    {
        parties.clear();
    }
    let mut found = preposition(cast, head + 1, limit, &["between", "with", "among"])
        .filter(|at| !is_of_another_noun(scene, head, *at) && !is_behind_since(cast, *at));
    if found.is_none() && matches!(surface.lower(head), "talks" | "negotiations") {
        // "talks in Oslo led to an agreement between A and B"
        let end = surface.sentence(head).end;
        found = preposition(cast, head + 1, end.min(head + 18), &["between"]).filter(|between| {
            matches!(
                surface.lower(between - 1),
                "agreement" | "deal" | "accord" | "ceasefire" | "truce"
            )
        });
    }
    if let Some(at) = found {
        let limit = limit.max(at + 1).max(if surface.lower(at) == "between" {
            surface.sentence(head).end
        } else {
            0
        });
        // "with both Lee and Kim": the names begin behind it.
        let both = surface.lower(at) == "with" && surface.lower(at + 1) == "both";
        let from = at + 1 + usize::from(both && at + 2 < limit);
        let run = phrase_from(cast, from, limit.max(at + 1));
        let mut who = cast.actors(&run);
        // "between the government and the rebels"
        if who.len() < 2 && !who.iter().any(|who| cast.kind(*who) == EntityKind::Person) {
            who = distinct([who, sides_unnamed(cast, &run)].concat());
        }
        parties.extend(who.into_iter().map(|who| (who, trigger.run.start..run.end)));
        // "meetings with A and with B"
        let mut to = run.end;
        // (", with Chad topping the agenda" is what it was about.)
        while surface.lower(at) == "with"
            && let Some(with) = again_with(surface, to)
            && surface.lower(with - 1) == "and"
        {
            let more = phrase_from(cast, with + 1, surface.sentence(head).end);
            let who = cast.actors(&more);
            if who.is_empty() || more.end <= to {
                break;
            }
            to = more.end;
            parties.extend(who.into_iter().map(|who| (who, trigger.run.start..to)));
        }
        if surface.lower(at) == "between" {
            // Both persons and states may stand in one list; all of them meet.
            let named: Vec<_> = cast
                .mentions_in(&run)
                .filter(|mention| {
                    surface.lower(mention.run.end) != "'s"
                        && cast.kind(mention.who) != EntityKind::Place
                        && mention.reason == Reason::Name
                })
                .collect();
            let persons: Vec<MemberId> = named
                .iter()
                .filter(|mention| cast.kind(mention.who) == EntityKind::Person)
                // "the Fatah faction of President Abbas" is the faction.
                .filter(|mention| {
                    let first = run.start.max(mention.run.start.saturating_sub(6));
                    let of = (first..mention.run.start)
                        .rev()
                        .find(|at| matches!(surface.lower(*at), "of" | "and" | ","));
                    of.is_none_or(|of| surface.lower(of) != "of" || cast.in_title(of))
                })
                .map(|mention| mention.who)
                .collect();
            if persons.is_empty() {
                parties
                    .extend(named.iter().map(|mention| (mention.who, trigger.run.start..run.end)));
            } else {
                parties.extend(persons.into_iter().map(|who| (who, trigger.run.start..run.end)));
            }
        }
    }
    parties.extend(named_after(scene, trigger, limit));
    if let Some(of) = of_whom(scene, head, limit).filter(|_| trigger.kind != MeetingKind::Visit) {
        let run = phrase_from(cast, of + 1, limit.max(of + 1));
        if surface.pos(run.start).is_plural()
            || run.clone().any(|at| {
                matches!(
                    surface.lower(at),
                    "ministers" | "leaders" | "officials" | "representatives" | "foreign"
                )
            })
            || cast.actors(&run).len() > 1
        {
            parties
                .extend(cast.actors(&run).into_iter().map(|who| (who, trigger.run.start..run.end)));
        }
    }
    let chaired: Vec<usize> = (head + 1..limit.max(head + 1) + 8)
        .take(10)
        .take_while(|at| surface.sentence_of(*at) == surface.sentence_of(head))
        .filter(|at| {
            matches!(
                surface.lower(*at),
                "chaired"
                    | "co-chaired"
                    | "attended"
                    | "hosted"
                    | "co-hosted"
                    | "mediated"
                    | "convened"
            ) && surface.lower(*at + 1) == "by"
        })
        .collect();
    // "convened by the Assembly and co-hosted by Mali"
    let again = chaired.first().and_then(|first| {
        (first + 3..first + 14)
            .take_while(|at| surface.sentence_of(*at) == surface.sentence_of(head))
            .find(|at| {
                matches!(surface.lower(*at), "hosted" | "co-hosted")
                    && surface.lower(at + 1) == "by"
                    && surface.lower(at - 1) == "and"
            })
    });
    for chaired in chaired.into_iter().take(1).chain(again) {
        let run = phrase_from(cast, chaired + 2, surface.sentence(head).end);
        let listed: Vec<MemberId> = distinct(
            cast.mentions_in(&run)
                .map(|mention| mention.who)
                .filter(|who| cast.kind(*who) != EntityKind::Place)
                .collect(),
        );
        let actors = cast.actors(&run);
        let mut who = if actors.is_empty() { listed } else { actors };
        if surface.lower(chaired) == "convened" {
            // What a body convenes is a meeting of others.
            who.retain(|who| cast.kind(*who) != EntityKind::Organization);
        }
        parties.extend(who.into_iter().map(|who| (who, trigger.run.start..run.end)));
        also_attended(scene, trigger, &mut parties, chaired, &run);
    }
    trigger.parties = parties;
}

/// "a meeting following the conversation on Friday between Lee and Kim": whether the words between name
/// another meeting, after or before which this one is.
fn is_of_another_noun(scene: &Scene, head: usize, between: usize) -> bool {
    let surface = scene.cast.surface;
    let Some(apart) = (head + 1..between.min(head + APART))
        .find(|at| matches!(surface.lower(*at), "after" | "before" | "following" | "since"))
    else {
        return false;
    };
    let is_meeting = |at: usize| scene.cast.lexicon.names_a_meeting(surface.lower(at));
    surface.lower(between) == "between" && (apart + 1..between).take(APART).any(is_meeting)
}

/// "Lee's and Kim's planned meeting", "President Lee and Prime Minister Kim's meeting": who stands in one
/// list with the last whose meeting it is.
fn possessors_before(scene: &Scene, left: usize, head: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let person = |at: usize| {
        cast.mention_at(at)
            .filter(|it| it.reason != Reason::Pronoun && cast.kind(it.who) == EntityKind::Person)
    };
    let Some(last) = (left..head).find_map(person).filter(|it| surface.lower(it.run.end) == "'s")
    else {
        return Vec::new();
    };
    let first = surface.sentence(head).start;
    // The office of the last, and the state it is of, stand between both.
    let mut and = cast.office_from(last.run.start).min(last.run.start);
    while and > first
        && cast.mention_at(and - 1).is_some_and(|it| cast.kind(it.who) == EntityKind::State)
    {
        and -= 1;
    }
    let Some(and) = and.checked_sub(1).filter(|at| *at > first + 1 && surface.lower(*at) == "and")
    else {
        return Vec::new();
    };
    let own = surface.lower(and - 1) == "'s";
    let before =
        person(and - 1 - usize::from(own)).filter(|it| it.run.end + usize::from(own) == and);
    let Some(before) = before else { return Vec::new() };
    // "met with Lee and Kim's aides": a verb or "with" before the first may be of both names.
    let office = cast.office_from(before.run.start).min(before.run.start);
    let governed = office.checked_sub(1).filter(|at| *at >= first);
    let apart = governed.is_some_and(|at| {
        surface.pos(at).is_verb() && surface.pos(at) != Pos::VerbGerund
            || matches!(surface.lower(at), "with" | "to")
    });
    if apart && !own || before.who == last.who {
        return Vec::new();
    }
    vec![(before.who, before.run.start..head + 1)]
}

/// "The French, Saudi, and U.S. meeting": the states that stand in one list with the last before the
/// noun.
fn states_before(scene: &Scene, left: usize, head: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let first = surface.sentence(head).start;
    let state = |at: usize| {
        cast.mention_at(at)
            .filter(|it| cast.kind(it.who) == EntityKind::State && it.run.end == at + 1)
    };
    let mut from = left;
    let mut found = Vec::new();
    if cast.mention_at(left).is_none_or(|it| cast.kind(it.who) != EntityKind::State) {
        return found;
    }
    while found.len() < STATES && from > first + 1 {
        let joins = |at: usize| matches!(surface.lower(at), "," | "and");
        let mut last = from;
        while last > first && joins(last - 1) && from - last < 2 {
            last -= 1;
        }
        let Some(before) = last.checked_sub(1).filter(|_| last < from).and_then(state) else {
            break;
        };
        from = before.run.start;
        found.push((before.who, from..head + 1));
    }
    // Without "the" before the first, the list may be of others: "in France, Chad, and U.S. meetings".
    let the = from.checked_sub(1).is_some_and(|at| surface.pos(at).is_determiner());
    if the { found } else { Vec::new() }
}

/// "The Lee-Kim meeting": the two whose family names stand in one word.
fn pair_of_names(scene: &Scene, left: usize, head: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let called = |name: &str| {
        let of_name = |who: &MemberId| {
            cast.kind(*who) == EntityKind::Person
                && cast.member(*who).name.split_whitespace().any(|part| part == name)
        };
        let mut known = cast.ids().take(NAMED).filter(of_name);
        known.next().filter(|_| known.next().is_none())
    };
    for at in left..head {
        let pair = surface.word(at).split_once(['-', '–', '/']);
        let Some((one, other)) = pair.filter(|_| surface.is_capital(at)) else { continue };
        if let (Some(one), Some(other)) = (called(one), called(other))
            && one != other
        {
            return vec![(one, at..head + 1), (other, at..head + 1)];
        }
    }
    Vec::new()
}

/// Where "of" stands behind a meeting: "a summit of leaders", "a gathering in Oslo of leaders".
fn of_whom(scene: &Scene, head: usize, limit: usize) -> Option<usize> {
    let surface = scene.cast.surface;
    if surface.lower(head + 1) == "of" {
        return Some(head + 1);
    }
    let place = surface.lower(head + 1) == "in";
    let leaders = |at: usize| {
        (at + 1..at + 4).any(|at| {
            matches!(
                surface.lower(at),
                "leaders" | "ministers" | "officials" | "envoys" | "presidents" | "delegates"
            )
        })
    };
    (head + 2..limit.min(head + 6)).find(|at| {
        place && surface.lower(*at) == "of" && scene.cast.name_at(at - 1).is_some() && leaders(*at)
    })
}

/// Those whom other words than "with" bring: "a dinner for Lee", "a call from Lee", "talks involving
/// Chad and Mali", "the summit brings together Chad and Mali".
fn named_after(scene: &Scene, trigger: &Trigger, limit: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let head = trigger.head;
    let end = surface.sentence(head).end;
    let given = matches!(
        surface.lower(head),
        "dinner" | "lunch" | "luncheon" | "banquet" | "reception" | "breakfast"
    );
    // "a dinner in honor of Lee"
    let honours = given
        && surface.lower(head + 1) == "in"
        && matches!(surface.lower(head + 2), "honor" | "honour")
        && surface.lower(head + 3) == "of";
    let given = honours || given && surface.lower(head + 1) == "for";
    let called = trigger.kind == MeetingKind::Call && surface.lower(head + 1) == "from"
        || surface.lower(head) == "call"
            && surface.lower(head + 1) == "on"
            && surface.lower(head - 1) == "courtesy";
    if given || called {
        let run = phrase_from(cast, head + if honours { 4 } else { 2 }, end);
        let who = cast.actors(&run).into_iter();
        let persons = who.filter(|who| cast.kind(*who) == EntityKind::Person);
        return persons.map(|who| (who, trigger.run.start..run.end)).collect();
    }
    // Behind a place or what it is about, but not behind a verb of its own.
    let from = limit.min(end).min(head + 24);
    let gathers = (head + 1..from.max(head + 1)).chain(from..end.min(from + 4)).find_map(|at| {
        if let Some(first) = drawn_by(scene, at, end) {
            return Some(first);
        }
        let plain = matches!(surface.lower(at), "involving" | "grouping");
        let verb = matches!(surface.lower(at), "brings" | "bring" | "bringing" | "brought")
            && surface.lower(at + 1) == "together"
            || at >= from && matches!(surface.lower(at), "groups" | "involves" | "gathers");
        (plain || verb).then_some(if verb && surface.lower(at + 1) == "together" {
            at + 2
        } else {
            at + 1
        })
    });
    let Some(first) = gathers.filter(|first| *first < end) else { return Vec::new() };
    let run = phrase_from(cast, first, end);
    let sides = cast.mentions_in(&run).map(|mention| mention.who);
    let sides =
        sides.filter(|who| matches!(cast.kind(*who), EntityKind::State | EntityKind::Person));
    let who = distinct(sides.collect());
    // "involving a Chadian company" is of none.
    if who.len() < 2 {
        return Vec::new();
    }
    who.into_iter().map(|who| (who, trigger.run.start..run.end)).collect()
}

/// "drew the presence of such prominent figures as Lee and Kim": where those begin who are named.
fn drawn_by(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let surface = scene.cast.surface;
    if !matches!(
        surface.lower(at),
        "attracted" | "attracting" | "attracts" | "drawing" | "draws" | "drew"
    ) {
        return None;
    }
    let of = at + 1 + usize::from(surface.lower(at + 1) == "the");
    let presence = surface.reads(of, &["presence", "of"]);
    let first = if presence { of + 2 } else { at + 1 };
    let such = (surface.lower(first) == "such")
        .then(|| (first + 1..end.min(first + 6)).find(|at| surface.lower(*at) == "as"));
    match such {
        Some(such) => such.map(|at| at + 1),
        None => presence.then_some(first),
    }
}

/// "also attended by his counterpart": whoever has that counterpart was there too.
fn also_attended(
    scene: &Scene,
    trigger: &Trigger,
    parties: &mut Vec<(MemberId, Run)>,
    chaired: usize,
    run: &Run,
) {
    let cast = scene.cast;
    let also = (trigger.head..chaired).any(|at| cast.surface.lower(at) == "also");
    let counterpart = run.clone().any(|at| cast.surface.lower(at).starts_with("counterpart"));
    if !(also || counterpart) {
        return;
    }
    let possessor = cast
        .mentions_in(run)
        .find(|mention| {
            mention.reason == Reason::Pronoun && cast.kind(mention.who) == EntityKind::Person
        })
        .map(|mention| mention.who);
    if let Some(who) = possessor {
        parties.push((who, trigger.run.start..run.end));
    }
}

/// A visit needs a visitor or a destination: "his trip to Chad", "a visit by", "on a visit to".
pub(super) fn visit(
    scene: &Scene,
    trigger: &mut Trigger,
    left: usize,
    head: usize,
    limit: usize,
) -> bool {
    let cast = scene.cast;
    let surface = cast.surface;
    // "the visit of President Lee to Chad": whose it is, and where to.
    let whose = visitors_behind(scene, head, limit);
    let from = whose.as_ref().map_or(head + 1, |(_, end)| *end);
    let words: &[&str] =
        if whose.is_some() { &["to", "through"] } else { &["to", "through", "of"] };
    let to = preposition(cast, from, limit.max(from).min(from + 5), words)
        .filter(|to| surface.pos(*to + 1) != Pos::VerbBase);
    if let Some((who, end)) = &whose {
        trigger.parties.extend(who.iter().map(|who| (*who, trigger.run.start..*end)));
    }
    if let Some(to) = to {
        trigger.place = scene.place_at(to + 1, limit.max(to + 1));
    }
    if scene.release
        && let Some(to) = to.or_else(|| preposition(cast, head + 1, limit.min(head + 6), &["in"]))
    {
        let end = surface.sentence(head).end;
        let (stops, behind) = scene.stops(to + 1, end);
        // "During a trip to Chad, Mali and Niger agreed": not to these.
        let act = behind < end && (surface.pos(behind).is_verb() || surface.pos(behind).is_noun());
        let stops = if act && !scene.is_date(behind) { Vec::new() } else { stops };
        // A trip through several states is in none of them.
        if stops.len() == 2
            && let both @ Some(_) = scene.state_of_both(to + 1, end)
        {
            trigger.place = both;
        } else if stops.len() > 1 {
            trigger.place = None;
            trigger.stops = stops;
        }
        // "is on travel to Chad, Mali, and Niger from July 3 to 6": behind the last of them.
        if trigger.when.is_unknown() && behind > to + 1 {
            let date = scene.dates_in(behind, end.min(behind + 3)).first();
            trigger.when = date.map(|date| date.when).unwrap_or_default();
        }
    }
    let sentence = surface.sentence(head);
    // "a planned visit by Ann Lee"
    if surface.lower(head + 1) == "by" {
        let run = phrase_from(cast, head + 2, limit.max(head + 2));
        let who = cast.actors(&run).into_iter();
        let officials = who.filter(|who| cast.kind(*who) != EntityKind::Organization);
        trigger.parties.extend(officials.map(|who| (who, trigger.run.start..run.end)));
    }
    // "discussed with the Omanis their visit to Sana'a"
    let theirs = surface.lower(left) == "their" && left > sentence.start;
    let owner = theirs.then(|| cast.mention_at(left - 1)).flatten();
    if let Some(owner) = owner.filter(|it| {
        it.run.end == left
            && surface.word(left - 1).ends_with('s')
            && cast.kind(it.who) != EntityKind::Person
    }) {
        trigger.parties.push((owner.who, owner.run.start..trigger.run.end));
    }
    let persons = trigger.parties.iter().any(|(who, _)| cast.kind(*who) == EntityKind::Person);
    if !persons {
        // "During a trip to India, Prime Minister Lee said": the subject travels.
        let verb = (sentence.clone())
            .find(|at| (surface.pos(*at).is_finite_verb() || is_held(surface, *at)) && *at > head)
            .or_else(|| sentence.clone().find(|at| surface.pos(*at).is_finite_verb()));
        if let Some(run) = verb.and_then(|verb| subject(scene, &verb_group(surface, verb))) {
            let leads = matches!(surface.lower(left), "a" | "an" | "his" | "her")
                || matches!(surface.lower(left.wrapping_sub(1)), "during" | "after" | "on");
            if leads {
                let who: Vec<MemberId> = cast
                    .actors(&run)
                    .into_iter()
                    .filter(|who| cast.kind(*who) == EntityKind::Person)
                    .collect();
                trigger.parties.extend(
                    who.into_iter()
                        .map(|who| (who, trigger.run.start.min(run.start)..run.end.max(head + 1))),
                );
            }
        }
    }
    to.is_some() || trigger.definite || !trigger.parties.is_empty()
}
