//! Journeys that are no visits: of an army, of a captive, of people on their own business, and those
//! that are told of as made again and again.

use super::Trigger;
use super::now_and_then::is_done_often;
use crate::clauses::begins;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::{Date, EntityKind, MeetingKind};

/// So many words around a verb are looked at.
const AROUND: usize = 16;

/// Whether words for a journey tell of no visit.
pub(super) fn is_no_visit(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    trigger.kind == MeetingKind::Visit
        && (is_an_invasion(cast, at)
            || is_of_troops(surface, at)
            || is_into_captivity(surface, at)
            || is_of_a_citizen(cast, at)
            || is_on_own_business(cast, at)
            || is_home_again(cast, at)
            || is_of_visitors(cast, at)
            || is_to_a_house(surface, at)
            || is_made_often(surface, trigger))
}

/// "Putin went into Chad with every intention of staying", "they first went into Ukraine": an army.
fn is_an_invasion(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let end = surface.sentence(at).end.min(at + 10);
    let is_army = |at: usize| {
        matches!(
            surface.lower(at),
            "army" | "forces" | "intent" | "intention" | "military" | "tanks" | "troops"
        )
    };
    // "We went into Ukraine by train", "Secretary Lee went into Ukraine".
    let ours = (first.max(at.saturating_sub(3))..at).any(|at| {
        let somebody = cast.mention_at(at).map(|mention| cast.kind(mention.who));
        matches!(surface.lower(at), "i" | "we")
            || surface.lower(at) != "they" && somebody == Some(EntityKind::Person)
    });
    let who = at + 2 + usize::from(surface.lower(at + 2) == "the");
    let into_a_state = || {
        let state = cast.mention_at(who).map(|mention| mention.who);
        !ours && state.is_some_and(|who| cast.kind(who) == EntityKind::State)
    };
    matches!(surface.lower(at), "go" | "goes" | "going" | "gone" | "went")
        && surface.lower(at + 1) == "into"
        && ((at + 2..end).any(is_army) || into_a_state())
}

/// "He and his battalion arrived in Marseille": soldiers, but not "the commander of the armed forces".
fn is_of_troops(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let from = first.max(at.saturating_sub(4));
    let passes = |at: &usize| surface.pos(*at).is_adverb() || surface.pos(*at).is_verb();
    let Some(last) = (from..at).rev().find(|at| !passes(at)) else { return false };
    let troops = matches!(
        surface.lower(last),
        "army"
            | "battalion"
            | "battalions"
            | "brigade"
            | "brigades"
            | "fighters"
            | "forces"
            | "mercenaries"
            | "militants"
            | "marines"
            | "regiment"
            | "sailors"
            | "servicemen"
            | "soldiers"
            | "tanks"
            | "troops"
    );
    let of = (first.max(last.saturating_sub(4))..last)
        .any(|at| matches!(surface.lower(at), "of" | "for") || surface.pos(at) == Pos::Possessive);
    surface.pos(at).is_verb() && troops && !of
}

/// What is done to somebody who did not come as a guest.
fn is_done_to_captives(word: &str) -> bool {
    matches!(
        word,
        "abducted"
            | "arrested"
            | "captured"
            | "detained"
            | "imprisoned"
            | "jailed"
            | "kidnapped"
            | "sentenced"
            | "stripped"
            | "trafficked"
    )
}

/// "was arrested after traveling to Chad", "when he arrived in Chad, he was stripped of his passport".
fn is_into_captivity(surface: &Surface, at: usize) -> bool {
    let sentence = surface.sentence(at);
    let first = sentence.start.max(at.saturating_sub(5));
    let opens =
        |at: &usize| matches!(surface.lower(*at), "after" | "once" | "upon" | "when" | "while");
    let Some(open) = (first..at).rev().find(opens) else { return false };
    if !surface.pos(at).is_verb() {
        return false;
    }
    let before = sentence.start.max(open.saturating_sub(2))..open;
    if open + 1 == at && before.into_iter().any(|at| is_done_to_captives(surface.lower(at))) {
        return true;
    }
    let end = sentence.end.min(at + AROUND);
    let mut behind = at + 1..end;
    let Some(comma) = behind.find(|at| surface.word(*at) == ",") else { return false };
    matches!(surface.lower(comma + 1), "he" | "she" | "they")
        && matches!(surface.lower(comma + 2), "was" | "were")
        && (comma + 3..end.min(comma + 5)).any(|at| is_done_to_captives(surface.lower(at)))
}

/// "Ann Lee, a Swedish citizen, traveled to Oslo": on her own business.
fn is_of_a_citizen(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let Some(comma) = at.checked_sub(1).filter(|comma| *comma > first + 3) else { return false };
    let from = first.max(comma.saturating_sub(6));
    let citizen = matches!(
        surface.lower(comma - 1),
        "citizen" | "citizens" | "extremist" | "militant" | "national" | "nationals" | "student"
    );
    let set_off = (from..comma - 1).rev().find(|at| surface.word(*at) == ",");
    // "UN Envoy Ann Lee, a Swedish citizen, arrived for talks".
    let officer = (first.max(comma.saturating_sub(AROUND))..comma).any(|at| cast.in_title(at));
    surface.pos(at).is_verb()
        && !officer
        && surface.word(comma) == ","
        && citizen
        && set_off.is_some_and(|at| surface.pos(at + 1).is_determiner())
}

/// Who travels on business of their own, and speaks for nobody.
#[rustfmt::skip]
const PRIVATE: &[&str] = &[
    "actor", "actress", "athlete", "backpacker", "blogger", "businesswoman", "cameraman", "climber",
    "correspondent", "cyclist", "filmmaker", "footballer", "hiker", "journalist", "missionary", "novelist",
    "photographer", "photojournalist", "pilgrim", "pilgrims", "reporter", "schoolboy", "schoolgirl", "singer",
    "student", "teen", "teenager", "tourist", "tourists", "traveler", "traveller", "youths",
];

/// "British journalist Ann Lee traveled to Lima", "a teenager who flew to Lima": whose words name them as no
/// official.
fn is_on_own_business(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    if !surface.pos(at).is_verb() {
        return false;
    }
    let start = crate::clauses::verb_group(surface, at).run.start;
    let ends = |at: usize| cast.ends_mention(at);
    let Some(run) = crate::clauses::subject_before(surface, start, &ends) else { return false };
    // "a tourist, Ann Lee, flew": what stands before the name, and what a relative clause is of.
    let first = surface.sentence(at).start.max(run.start.saturating_sub(6));
    let before = run.start.checked_sub(1).filter(|at| *at > first);
    let relative = matches!(surface.lower(run.start), "who" | "that");
    let added = before.filter(|at| surface.word(*at) == "," || relative);
    let from = if added.is_some() { first } else { run.start };
    let words = from..run.end;
    let noun = words.clone().rev().find(|at| PRIVATE.contains(&surface.lower(*at)));
    noun.is_some_and(|noun| {
        // "as a UNHCR envoy"
        let end = surface.sentence(at).end.min(at + 40);
        let sent = (first..end).any(|at| {
            let word = surface.lower(at);
            begins(word, &["ambassador", "delegation", "envoy"])
        });
        !sent && !words.clone().any(|at| cast.in_title(at))
            // "with a journalist", "the journalist's President": of somebody else.
            && !(from..noun).any(|at| surface.pos(at) == Pos::Preposition)
            && surface.lower(noun + 1) != "'s"
            && (noun + 1..run.start).all(|at| {
                surface.word(at) == "," || surface.is_capital(at) || surface.pos(at).is_adverb()
            })
    })
}

/// "They have arrived back in Chad": those who come home visit nobody. ("Arrived back in Vienna for the
/// next round" are those who meet there.)
fn is_home_again(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let place = at + 3 + usize::from(surface.lower(at + 3) == "the");
    let state = || cast.mention_at(place).map(|mention| cast.kind(mention.who));
    let back = || {
        surface.reads(at + 1, &["back", "in"]) && state() == Some(EntityKind::State)
            || surface.reads(at + 1, &["back", "home"])
    };
    matches!(surface.lower(at), "arrive" | "arrived" | "arrives" | "arriving")
        && (surface.lower(at + 1) == "home" || back())
}

/// Who travels on their own business.
#[rustfmt::skip]
const TRAVELLERS: &[&str] = &[
    "citizens", "families", "fans", "foreigners", "journalists", "marines", "people", "personnel", "sailors",
    "servicemen", "soldiers", "students", "tourists", "travelers", "travellers", "troops", "visitors",
];

/// "foreigners visiting Lima", "300,000 Chadians visiting": people on their own business.
fn is_of_visitors(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let before = at.wrapping_sub(1);
    let of_a_state = || {
        let who = cast.mention_at(before).map(|mention| mention.who);
        who.is_some_and(|who| cast.kind(who) == EntityKind::State)
    };
    at > surface.sentence(at).start
        && surface.lower(at) == "visiting"
        && surface.pos(before).is_noun()
        && surface.pos(before).is_plural()
        && (TRAVELLERS.contains(&surface.lower(before)) || of_a_state())
}

/// "have been visiting Chad twice this spring", "have increased visits to Lima": several, of which no
/// one is meant.
fn is_made_often(surface: &Surface, trigger: &Trigger) -> bool {
    let at = trigger.head;
    let sentence = surface.sentence(at);
    if trigger.when.from.is_some_and(Date::is_day) {
        return false;
    }
    if surface.pos(at).is_verb() {
        let mut behind = (at + 1..sentence.end.min(at + 8))
            .take_while(|at| !matches!(surface.word(*at), "," | ";" | "—" | "–"))
            .take_while(|at| !surface.pos(*at).is_verb());
        return behind.any(|at| surface.lower(at) == "twice") || is_done_often(surface, at);
    }
    let from = sentence.start.max(at.saturating_sub(3));
    surface.lower(at) == "visits"
        && (from..at).any(|at| {
            matches!(
                surface.lower(at),
                "frequent" | "increased" | "numerous" | "regular" | "repeated" | "several"
            )
        })
}

/// Where people are looked after or kept.
#[rustfmt::skip]
const HOUSES: &[&str] = &[
    "clinic", "clinics", "detainees", "factory", "farm", "home", "hospital", "hospitals", "inmates", "jail",
    "jails", "prison", "prisoners", "prisons", "school",
];

/// "resume its prison visits", "453 visits to prisons".
fn is_to_a_house(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let before = at > first && HOUSES.contains(&surface.lower(at - 1));
    let to = at + 2 + usize::from(surface.pos(at + 2).is_determiner());
    let behind = surface.lower(at + 1) == "to" && HOUSES.contains(&surface.lower(to));
    matches!(surface.lower(at), "visit" | "visits")
        && !surface.pos(at).is_verb()
        && (before || behind)
}
