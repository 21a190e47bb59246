//! Words that sound like those for a meeting and are of none: an official without a name who speaks to
//! the press, "as we speak", and what somebody says to others again and again.

use super::Trigger;
use super::now_and_then::is_now_and_then;
use super::standing_format::is_a_format;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many words behind a verb its clause may tell on which terms somebody spoke.
const TERMS: usize = 16;
/// So many words before a noun the leave to speak of it may stand.
const LEAVE: usize = 10;

/// Whether words tell of no occasion.
pub(super) fn is_no_occasion(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    is_to_the_press(surface, at)
        || is_as_we_speak(surface, at)
        || is_again_and_again(cast, trigger)
        || is_in_a_format(surface, at)
        || is_to_a_matter(surface, at)
        || is_now_and_then(cast, trigger)
        || is_a_format(cast, trigger)
        || is_again_soon(cast, trigger)
        || is_gone_on_with(cast, trigger)
        || is_an_invasion(surface, at)
        || is_of_visitors(cast, at)
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

/// "we will continue to talk with Chad, with others", "will continue his discussions with leaders": as
/// they always do, unless somebody with a name or a day tells of one time.
fn is_gone_on_with(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let first = surface.sentence(at).start;
    let goes_on = |verb: usize| verb >= first && surface.lower(verb) == "continue";
    let to = at.wrapping_sub(1);
    let verb = surface.pos(at).is_verb() && surface.lower(to) == "to";
    let whose = surface.pos(to) == Pos::PossessivePronoun;
    let end = surface.sentence(at).end.min(at + 12);
    let is_named = || {
        let mut with = cast.mentions_in(&(at + 1..end));
        with.any(|it| cast.kind(it.who) == EntityKind::Person)
    };
    at >= first + 2
        && (verb || whose)
        && goes_on(at - 2)
        && surface.lower(at + 1) == "with"
        && trigger.when.is_unknown()
        && trigger.place.is_none()
        && !is_named()
}

/// "Putin went into Chad with every intention of staying": an army.
fn is_an_invasion(surface: &Surface, at: usize) -> bool {
    let end = surface.sentence(at).end.min(at + 10);
    let is_army = |at: usize| {
        matches!(
            surface.lower(at),
            "army" | "forces" | "intent" | "intention" | "military" | "tanks" | "troops"
        )
    };
    matches!(surface.lower(at), "go" | "goes" | "going" | "gone" | "went")
        && surface.lower(at + 1) == "into"
        && (at + 2..end).any(is_army)
}

/// Who travels on their own business.
#[rustfmt::skip]
const TRAVELLERS: &[&str] = &[
    "citizens", "families", "fans", "foreigners", "journalists", "people", "students", "tourists",
    "travelers", "travellers", "visitors",
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

/// "discussed this in the G7 format": among those of the group, whenever they meet.
fn is_in_a_format(surface: &Surface, at: usize) -> bool {
    let end = surface.sentence(at).end.min(at + 8);
    let format = (at + 1..end)
        .take_while(|at| !matches!(surface.word(*at), "," | ";"))
        .find(|at| matches!(surface.lower(*at), "format" | "formats"));
    surface.lower(at).starts_with("discuss")
        && surface.pos(at).is_verb()
        && format.is_some_and(|format| {
            (format.saturating_sub(4)..format)
                .any(|at| surface.lower(at) == "in" && surface.pos(at + 1).is_determiner())
        })
}
