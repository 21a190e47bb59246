//! Two nouns for one meeting by what they are called: a name and a part of it ("the U.S.-Chad Strategic
//! Dialogue" … "the Dialogue", "the 2+2 Ministerial Dialogue" … "the 2+2 Ministerial"), and what a host did
//! in the meetings just told of ("In her meetings, she …").

use super::called::{ANY, goes_on, is_generic, may_speak_of};
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::clauses::{is_day, is_ordinal};
use crate::entities::Cast;
use chancery_model::{EntityKind, MONTHS, MeetingKind, MeetingStatus};

/// Tokens of a name before its noun that are looked at.
const NAME: usize = 7;

/// Occasions back, and words for each, that are looked at.
const BACK: usize = 12;

/// Words of the phrase before the noun of a trigger that belong to its name, with those of a name
/// behind it; in small letters, and of "U.S.-Chad" both.
fn phrase<'s>(cast: &'s Cast, trigger: &Trigger) -> Vec<&'s str> {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(NAME));
    let is_name = |at: &usize| {
        let word = surface.word(*at);
        let person =
            || cast.mention_at(*at).is_some_and(|it| cast.kind(it.who) == EntityKind::Person);
        (surface.is_capital(*at) && !surface.pos(*at).is_determiner() && !person())
            || word.starts_with(|letter: char| letter.is_ascii_digit())
            || is_ordinal(surface.lower(*at))
            || matches!(word, "-" | "–" | "+" | "'s" | "’s" | "'" | "’" | "&")
    };
    let before = (first..trigger.head).rev().take_while(is_name);
    let before: Vec<usize> = before.collect();
    let words = before.into_iter().rev().flat_map(|at| surface.lower(at).split('-'));
    let words = words
        .filter(|word| word.starts_with(char::is_alphanumeric) && *word != "s" || *word == "+");
    words.chain(goes_on(cast, &trigger.run)).collect()
}

/// The words that tell a meeting from others of its sort: "chad" of "the third U.S.-Chad Strategic
/// Dialogue".
pub(super) fn name_of<'s>(cast: &'s Cast, trigger: &Trigger) -> Vec<&'s str> {
    let of_name = |word: &&str| {
        !is_generic(word)
            && !matches!(*word, "the" | "u.s." | "us" | "this" | "today")
            && !is_day(word)
            && !MONTHS.contains(word)
    };
    phrase(cast, trigger).into_iter().filter(of_name).collect()
}

/// Which of a series words tell: its ordinal or year, and not "2+2".
fn number_of<'s>(cast: &'s Cast, trigger: &Trigger) -> Option<&'s str> {
    let words = phrase(cast, trigger);
    let numbers = words.clone().into_iter().filter(|_| !words.contains(&"+"));
    let mut numbers = numbers.filter(|word| {
        is_ordinal(word) || word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains('+')
    });
    numbers.next()
}

/// "The TPF ministerial", told of before as that of the Trade Policy Forum: whether a word is the first
/// letters of words of a name that stand in a row.
fn is_short_for(word: &str, name: &[&str]) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let begins = |(word, letter): (&&str, &char)| word.starts_with(*letter);
    (3..=6).contains(&letters.len())
        && name.windows(letters.len()).any(|words| words.iter().zip(&letters).all(begins))
}

/// Whether a noun tells that it is the first of its series.
fn is_first(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(NAME));
    let word = |at: &usize| matches!(surface.lower(*at), "first" | "first-ever" | "inaugural");
    let found = (first..trigger.head).rev().find(word);
    found.is_some_and(|at| !(at..trigger.head).any(|at| surface.pos(at).is_verb()))
}

/// Whether words point at what is known: "the", "this", "today's", and not "the next" or "another".
fn is_known(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(NAME + 2));
    let mut definite = false;
    for at in (first..=trigger.head).rev() {
        let word = surface.lower(at);
        if matches!(
            word,
            "next" | "last" | "future" | "previous" | "upcoming" | "another" | "a" | "an"
        ) {
            return false;
        }
        if surface.pos(at).is_determiner() || word == "today" {
            definite = matches!(word, "the" | "this" | "today" | "that");
            break;
        }
        if surface.pos(at).is_verb() && at != trigger.head || word == "," {
            break;
        }
    }
    definite
}

/// Whether the status of one leaves room for the other's.
pub(super) const fn may_be_one(one: MeetingStatus, other: MeetingStatus) -> bool {
    use MeetingStatus::{Held, Ongoing, Planned, Proposed};
    matches!(
        (one, other),
        (Held | Ongoing, Held | Ongoing)
            | (Planned | Proposed | Ongoing, Planned | Proposed | Ongoing)
    )
}

/// The earlier occasion, if there is one, that bears the name by which a later one is called or a
/// longer one.
pub(super) fn by_name(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    if surface.pos(new.head).is_verb() || new.kind == MeetingKind::Visit || !is_known(cast, new) {
        return None;
    }
    let own = name_of(cast, new);
    if own.is_empty() {
        return None;
    }
    let (word, number) = (surface.lower(new.head), number_of(cast, new));
    let is_it = |known: &&Trigger| {
        if surface.pos(known.head).is_verb() || known.kind == MeetingKind::Visit {
            return false;
        }
        // "the opening ceremony of the Oslo Summit" is a part of it.
        let is_part = known.run.end < new.run.start
            && surface.lower(known.run.end) == "of"
            && new.run.start - known.run.end <= 2;
        if is_part {
            return false;
        }
        let name = name_of(cast, known);
        let noun = surface.lower(known.head) == word
            || ANY.contains(&word)
            || phrase(cast, known).contains(&word);
        let in_full: Vec<&str> =
            name.iter().copied().chain(std::iter::once(surface.lower(known.head))).collect();
        let numbers = number_of(cast, known).zip(number);
        noun && numbers.is_none_or(|(one, other)| one == other)
            && (own.iter().all(|it| name.contains(it) || is_short_for(it, &in_full))
                // "the first-ever Cities Summit … the inaugural Cities Summit of the Americas"
                || !name.is_empty()
                    && noun
                    && name.iter().all(|it| own.contains(it))
                    && is_first(cast, known)
                    && is_first(cast, new))
    };
    (later.saturating_sub(BACK)..later).rev().find(|at| {
        let occasion = &occasions[*at];
        dates_agree(&occasion.when, &occasions[later].when)
            && may_be_one(occasion.status, occasions[later].status)
            && !matches!(occasion.kind, MeetingKind::Visit | MeetingKind::Call)
            && may_speak_of(cast, occasion, new)
            && of[*at].iter().take(BACK).any(is_it)
    })
}

/// The only earlier occasion of its kind in the place whose name a later one bears: "was in Oslo for a
/// summit" … "the Oslo summit".
pub(super) fn by_place(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    if surface.pos(new.head).is_verb()
        || matches!(new.kind, MeetingKind::Visit | MeetingKind::Call)
        || !is_known(cast, new)
        || number_of(cast, new).is_some()
    {
        return None;
    }
    let bears = surface.lower(new.head.checked_sub(1)?);
    let occasion = &occasions[later];
    let is_it = |at: &usize| {
        let known = &occasions[*at];
        let place = known.place.map(|place| cast.member(place).name.to_lowercase());
        known.kind == occasion.kind
            && place.is_some_and(|place| place == bears)
            && (occasion.place.is_none() || occasion.place == known.place)
            && dates_agree(&known.when, &occasion.when)
            && may_be_one(known.status, occasion.status)
    };
    let mut found = (later.saturating_sub(BACK)..later).filter(is_it);
    found.next().filter(|_| found.next().is_none())
}

/// The meeting just told of that "In her meetings", at the head of a sentence, speaks of.
pub(super) fn in_their_meetings(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let sentence = surface.sentence(new.head);
    let theirs = matches!(surface.lower(sentence.start), "at" | "during" | "in" | "throughout")
        && matches!(surface.lower(sentence.start + 1), "her" | "his" | "their" | "these")
        && new.head >= sentence.start + 2
        && new.head <= sentence.start + 3
        && surface.lower(new.head).starts_with("meeting")
        && surface.word(new.head + 1) == ",";
    if !theirs {
        return None;
    }
    let told = |at: &usize| {
        let occasion = &occasions[*at];
        occasion.kind == MeetingKind::Talks
            && may_be_one(occasion.status, occasions[later].status)
            && dates_agree(&occasion.when, &occasions[later].when)
            && of[*at].iter().take(BACK).any(|it| {
                surface.pos(it.head).is_verb()
                    && surface.paragraph_of(new.head)
                        - surface.paragraph_of(it.head).min(surface.paragraph_of(new.head))
                        < 2
                    && surface.sentence_of(new.head).saturating_sub(surface.sentence_of(it.head))
                        < 4
            })
    };
    // Of several it speaks of all: it is told of where most are known to have met.
    let near = (later.saturating_sub(BACK)..later).rev().filter(told).take(3);
    near.max_by_key(|at| occasions[*at].attendance.len())
}
