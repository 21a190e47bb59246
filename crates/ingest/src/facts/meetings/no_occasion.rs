//! Words that sound like those for a meeting and are of none: an official without a name who speaks to
//! the press, "as we speak", and what somebody says to others again and again.

use super::Trigger;
use super::no_plans::has_no_plans;
use super::no_visit::is_no_visit;
use super::now_and_then::is_now_and_then;
use super::standing_format::is_a_format;
use super::sums::is_of_several;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many words behind a verb its clause may tell on which terms somebody spoke.
const TERMS: usize = 16;
/// So many words before a noun the leave to speak of it may stand.
const LEAVE: usize = 10;
/// So many words before a noun its phrase is looked at.
const PHRASE: usize = 8;
/// So many who meet are looked at.
const PARTIES: usize = 8;

/// Whether words tell of no occasion.
pub(super) fn is_no_occasion(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    is_to_the_press(surface, at)
        || is_as_we_speak(surface, at)
        || is_again_and_again(cast, trigger)
        || is_in_a_format(surface, trigger)
        || is_to_a_matter(surface, at)
        || is_now_and_then(cast, trigger)
        || is_a_format(cast, trigger)
        || is_again_soon(cast, trigger)
        || is_gone_on_with(cast, trigger)
        || is_no_visit(cast, trigger)
        || is_not_to_be_spoken_of(surface, at)
        || is_hosting_of_talks(cast, trigger)
        || is_asked_whether(surface, at)
        || is_between_companies(cast, trigger)
        || is_of_thousands(surface, at)
        || is_of_several(cast, trigger)
        || is_part_of_a_word(surface, trigger)
        || is_the_floor(surface, at)
        || surface.pos(at).is_verb() && has_no_plans(surface, at)
        || is_rate_of_calls(surface, at)
        || is_attacked(surface, trigger)
}

/// "survived a drone attack on a graduation ceremony": what is struck, and no meeting of states.
fn is_attacked(surface: &Surface, trigger: &Trigger) -> bool {
    let first = surface.sentence(trigger.head).start;
    let phrase = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun() || pos.is_adjective() || pos.is_determiner()
    };
    let start = trigger.run.start;
    let left = start - (first..start).rev().take(PHRASE).take_while(phrase).count();
    let on = left.checked_sub(1).filter(|on| *on > first);
    trigger.kind == chancery_model::MeetingKind::Other
        && trigger.parties.is_empty()
        && on.is_some_and(|on| {
            matches!(surface.lower(on), "at" | "on")
                && matches!(
                    surface.lower(on - 1),
                    "assault" | "attack" | "attacks" | "bombing" | "raid" | "shooting" | "strike"
                )
        })
}

/// "the rates for telephone calls between Chad and Mali": what calls cost.
fn is_rate_of_calls(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    let costs = |at: usize| {
        matches!(
            surface.lower(at),
            "charge"
                | "charges"
                | "cost"
                | "costs"
                | "long-distance"
                | "price"
                | "rate"
                | "rates"
                | "tariff"
                | "tariffs"
                | "traffic"
        )
    };
    surface.lower(at) == "calls" && (first..at).any(costs)
}

/// "I will now pass the conversation to my colleague", "turn the discussion over to Lee": whose turn it is
/// to speak.
fn is_the_floor(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let over = at + 1 + usize::from(surface.lower(at + 1) == "over");
    at >= first + 2
        && matches!(surface.lower(at), "call" | "conversation" | "discussion" | "session")
        && surface.pos(at - 1).is_determiner()
        && matches!(surface.lower(at - 2), "hand" | "pass" | "turn")
        && surface.lower(over) == "to"
}

/// So many words before a verb those who come are counted.
const COUNTED: usize = 24;

/// "They are coming together, literally thousands of people, to talk": nobody who has a name.
fn is_of_thousands(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start.max(at.saturating_sub(COUNTED));
    let many = |at: usize| matches!(surface.lower(at), "hundreds" | "thousands" | "millions");
    matches!(surface.lower(at), "talk" | "discuss" | "speak" | "meet")
        && surface.lower(at - usize::from(at > 0)) == "to"
        && (first..at).any(|at| many(at) && surface.reads(at + 1, &["of", "people"]))
}

/// "A key Summit theme", "its Summit commitments": what was set at it, and not when or where it was.
fn is_part_of_a_word(surface: &Surface, trigger: &Trigger) -> bool {
    let at = trigger.head;
    let bare = at > surface.sentence(at).start
        && surface.is_capital(at)
        && !surface.is_capital(at - 1)
        && !matches!(surface.lower(at - 1), "the" | "this" | "that");
    bare && matches!(surface.lower(at), "conference" | "dialogue" | "forum" | "summit")
        && matches!(
            surface.lower(at + 1),
            "commitment"
                | "commitments"
                | "goal"
                | "goals"
                | "pledge"
                | "pledges"
                | "priorities"
                | "priority"
                | "theme"
                | "themes"
        )
}

/// "looked forward to meeting again soon": a wish.
fn is_again_soon(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let first = surface.sentence(at).start.max(at.saturating_sub(6));
    let is_wish = |at: usize| {
        matches!(
            surface.lower(at),
            "forward" | "hope" | "hoped" | "hopes" | "want" | "wants" | "wish"
        )
    };
    matches!(surface.lower(at), "meet" | "meeting")
        && surface.reads(at + 1, &["again", "soon"])
        && trigger.when.is_unknown()
        && trigger.place.is_none()
        && (first..at).any(is_wish)
}

/// "we will continue to talk with Chad, with others", "will continue his discussions with leaders",
/// "decided to continue their close consultations", "to continue meetings in this dialogue": as they
/// always do, unless somebody with a name or a day tells of one time.
fn is_gone_on_with(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let sentence = surface.sentence(at);
    let end = sentence.end.min(at + 12);
    let verb = surface.pos(at).is_verb();
    let Some(goes_on) = continued(surface, at) else { return false };
    // "We talked today and will continue to": the day is of what was before.
    let is_dated = || {
        let own =
            trigger.when.words.is_none_or(|words| words.start() > surface.span(goes_on).start());
        !trigger.when.is_unknown() && own
    };
    let is_named = || {
        let mut with = cast.mentions_in(&(at + 1..end));
        with.any(|it| cast.kind(it.who) == EntityKind::Person)
    };
    if verb {
        let with = surface.lower(at + 1) == "with";
        return with && !is_dated() && trigger.place.is_none() && !is_named();
    }
    let several = matches!(
        surface.lower(at),
        "consultations" | "conversations" | "discussions" | "meetings" | "talks"
    );
    let whose = surface.pos(goes_on + 1) == Pos::PossessivePronoun;
    let often = (goes_on + 1..at)
        .any(|at| matches!(surface.lower(at), "close" | "frequent" | "intensive" | "regular"));
    let with = surface.lower(at + 1) == "with";
    // "European leaders", wherever they are.
    let of_some = with && (at + 2..end).any(|at| is_some_people(surface.lower(at)));
    // "looked forward to continuing discussions on trade"
    let on =
        matches!(surface.lower(at + 1), "about" | "on") && surface.lower(goes_on) == "continuing";
    let bare = several && (surface.lower(at + 1) == "in" || on);
    often && several && !is_dated() && trigger.place.is_none() && !is_named()
        || whose && with && !is_dated() && (trigger.place.is_none() || of_some) && !is_named()
        || bare && !is_dated() && trigger.place.is_none()
}

/// The "continue" whose object, or the verb that hangs on it, stands at a token.
fn continued(surface: &Surface, at: usize) -> Option<usize> {
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    let goes_on = |at: &usize| matches!(surface.lower(*at), "continue" | "continues" | "continued");
    if surface.pos(at).is_verb() {
        let to = at.checked_sub(1).filter(|to| *to > first && surface.lower(*to) == "to")?;
        return Some(to - 1).filter(goes_on);
    }
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective() || pos.is_noun() || pos == Pos::PossessivePronoun || pos.is_adverb()
    };
    let verb = (first..at)
        .rev()
        .find(|at| goes_on(at) || surface.lower(*at) == "continuing" || !within(at))?;
    // "forward to continuing discussions"
    if surface.lower(verb) == "continuing" && verb > first && surface.lower(verb - 1) == "to" {
        return Some(verb);
    }
    // "They continued intensive talks": those were held.
    Some(verb).filter(|at| goes_on(at) && surface.lower(*at) != "continued")
}

/// Words for people whom nobody names.
fn is_some_people(word: &str) -> bool {
    matches!(word, "allies" | "colleagues" | "counterparts" | "leaders" | "officials" | "partners")
}

/// "We cannot speak about that": of nobody whom they spoke to.
fn is_not_to_be_spoken_of(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start.max(at.saturating_sub(3));
    let not = |at: usize| matches!(surface.lower(at), "not" | "cannot" | "n't" | "n’t" | "never");
    matches!(surface.lower(at), "speak" | "talk")
        && surface.pos(at).is_verb()
        && surface.lower(at + 1) == "about"
        && (first..at).any(not)
}

/// "thanked Austria for hosting the nuclear talks": which have gone on for months, unless a day is told.
fn is_hosting_of_talks(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let first = surface.sentence(at).start;
    let talks =
        matches!(surface.lower(at), "consultations" | "discussions" | "negotiations" | "talks");
    let from = first.max(at.saturating_sub(PHRASE));
    let hosting = (from..at).rev().find(|at| surface.lower(*at) == "hosting");
    let thanks = |at: usize| {
        let word = surface.lower(at);
        word.starts_with("thank") || matches!(word, "grateful" | "gratitude" | "appreciation")
    };
    talks
        && trigger.when.is_unknown()
        && trigger.place.is_none()
        && hosting.is_some_and(|hosting| {
            hosting > first
                && surface.lower(hosting - 1) == "for"
                && (first.max(hosting.saturating_sub(TERMS))..hosting).any(thanks)
        })
}

/// "Would the President make a visit to Chad?", "Are there any other meetings next week?", "come to some
/// future meeting": asked, or thought of.
fn is_asked_whether(surface: &Surface, at: usize) -> bool {
    if surface.pos(at).is_verb() {
        return false;
    }
    let sentence = surface.sentence(at);
    let from = sentence.start.max(at.saturating_sub(PHRASE));
    let mut phrase = (from..at).rev().take_while(|at| {
        let pos = surface.pos(*at);
        pos.is_adjective() || pos.is_noun() || pos.is_determiner()
    });
    let Some(left) = phrase.find(|at| surface.pos(*at).is_determiner()) else { return false };
    if surface.lower(left) == "some" && surface.lower(left + 1) == "future" {
        return true;
    }
    if !matches!(surface.lower(left), "a" | "an" | "any") || surface.word(sentence.end - 1) != "?" {
        return false;
    }
    let before = sentence.start..left;
    let is_there = before.clone().any(|at| {
        matches!(surface.lower(at), "are" | "is" | "were" | "was")
            && surface.lower(at + 1) == "there"
    });
    let whether = surface.lower(left) == "any" && is_there;
    // "Would the President make a visit", and not "would you say that a visit".
    let would = before.clone().find(|at| matches!(surface.lower(*at), "would" | "could"));
    let makes = |at: usize| matches!(surface.lower(at), "make" | "pay" | "have" | "hold" | "take");
    let would = would.is_some_and(|would| {
        let opens = would == sentence.start || !surface.pos(would - 1).is_noun();
        opens && surface.lower(would + 1) != "you" && makes(left - 1)
    });
    whether || would
}

/// "negotiations between the Power Company and Westinghouse": nobody's who speaks for a state.
fn is_between_companies(cast: &Cast, trigger: &Trigger) -> bool {
    let is_company = |who| {
        let name = cast.member(who).name.to_lowercase();
        cast.kind(who) == EntityKind::Organization
            && name.split([' ', '.', ',']).any(|word| {
                matches!(
                    word,
                    "co" | "company"
                        | "corp"
                        | "corporation"
                        | "inc"
                        | "limited"
                        | "llc"
                        | "ltd"
                        | "plc"
                )
            })
    };
    trigger.parties.len() > 1 && trigger.parties.iter().take(PARTIES).all(|it| is_company(it.0))
}

/// "had an opportunity to speak to this yesterday": spoke about it, in public.
fn is_to_a_matter(surface: &Surface, at: usize) -> bool {
    let speaks = matches!(surface.lower(at), "speak" | "speaks" | "spoke" | "spoken" | "speaking");
    let end = surface.sentence(at).end;
    let to = (at + 1..end.min(at + 4))
        .take_while(|at| surface.lower(*at) == "to" || surface.pos(*at).is_adverb())
        .find(|at| surface.lower(*at) == "to");
    let Some(what) = to.map(|to| to + 1).filter(|what| speaks && *what < end) else { return false };
    let next = surface.pos(what + 1);
    let pronoun = matches!(surface.lower(what), "this" | "that" | "these" | "those" | "it")
        && !next.is_noun()
        && !next.is_adjective();
    let matter = || {
        let noun = what + usize::from(surface.pos(what).is_determiner());
        matches!(
            surface.lower(noun),
            "importance" | "issue" | "issues" | "matter" | "question" | "situation" | "strength"
        )
    };
    pronoun || matter()
}

/// "spoke on condition of anonymity", "was not authorized to discuss the negotiations publicly": what
/// is said to the press, and what it is said about.
fn is_to_the_press(surface: &Surface, at: usize) -> bool {
    let sentence = surface.sentence(at);
    let speaks = |at: usize| {
        let word = surface.lower(at);
        word.starts_with("spe") || word.starts_with("spoke") || word.starts_with("talk")
    };
    let anonymity = |at: usize| {
        matches!(surface.lower(at), "anonymity" | "anonymously")
            && matches!(
                surface.lower(at.wrapping_sub(1)),
                "of" | "for" | "under" | "spoke" | "speak"
            )
    };
    let terms = at + 1..sentence.end.min(at + TERMS);
    if surface.pos(at).is_verb() && speaks(at) && terms.into_iter().any(anonymity) {
        return true;
    }
    // "authorized to speak", and what they may not speak of.
    let has_leave = |verb: usize| {
        verb >= sentence.start + 2
            && surface.lower(verb - 1) == "to"
            && matches!(
                surface.lower(verb - 2),
                "authorized" | "authorised" | "allowed" | "permitted" | "cleared" | "liberty"
            )
            && (speaks(verb)
                || matches!(surface.lower(verb), "discuss" | "comment" | "describe" | "disclose"))
    };
    let first = sentence.start.max(at.saturating_sub(LEAVE));
    (first..=at)
        .rev()
        .take_while(|left| *left == at || !matches!(surface.word(*left), "," | ";" | "—" | "\""))
        .any(has_leave)
}

/// "as we speak": now.
fn is_as_we_speak(surface: &Surface, at: usize) -> bool {
    at >= surface.sentence(at).start + 2
        && matches!(surface.lower(at), "speak" | "talk")
        && matches!(surface.lower(at - 1), "we" | "i")
        && surface.lower(at - 2) == "as"
        && !matches!(surface.lower(at + 1), "with" | "to")
}

/// "In my discussions with Chadian officials I have made clear": what one says whenever one meets
/// them, unless a day, a place or somebody with a name tells of one time.
fn is_again_and_again(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let first = surface.sentence(at).start;
    let (Some(whose), Some(before)) = (at.checked_sub(1), at.checked_sub(2)) else { return false };
    if before < first
        || !matches!(surface.lower(at), "contacts" | "conversations" | "discussions" | "talks")
        || surface.pos(whose) != Pos::PossessivePronoun
        || !matches!(surface.lower(whose), "my" | "our")
        || !matches!(surface.lower(before), "in" | "all" | "throughout")
        || surface.lower(at + 1) != "with"
    {
        return false;
    }
    let end = surface.sentence(at).end.min(at + 8);
    // "I" of what they said is nobody whom they met.
    let end = (at + 2..end).find(|at| surface.word(*at) == ",").unwrap_or(end);
    let many = (at + 2..end).any(|at| {
        matches!(
            surface.lower(at),
            "allies" | "colleagues" | "counterparts" | "leaders" | "officials" | "partners"
        )
    });
    let named = cast.mentions_in(&(at + 2..end)).any(|it| cast.kind(it.who) == EntityKind::Person);
    many && !named && trigger.when.is_unknown() && trigger.place.is_none()
}

/// "discussed this in the G7 format", "the talks in the Normandy format": among those of the group,
/// whenever they meet.
fn is_in_a_format(surface: &Surface, trigger: &Trigger) -> bool {
    let at = trigger.head;
    let end = surface.sentence(at).end.min(at + 8);
    let format = (at + 1..end)
        .take_while(|at| !matches!(surface.word(*at), "," | ";"))
        .find(|at| matches!(surface.lower(*at), "format" | "formats"));
    let verb = surface.lower(at).starts_with("discuss") && surface.pos(at).is_verb();
    let noun = matches!(surface.lower(at), "negotiations" | "talks")
        && surface.lower(at + 1) == "in"
        && trigger.when.is_unknown()
        && trigger.place.is_none();
    (verb || noun)
        && format.is_some_and(|format| {
            (format.saturating_sub(4)..format)
                .any(|at| surface.lower(at) == "in" && surface.pos(at + 1).is_determiner())
        })
}
