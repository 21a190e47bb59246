//! What an occasion is called, and which other words may speak of it: a summit is no dialogue, and of
//! two summits with names one is not the other.

use super::kept_from::right_before;
use super::{Occasion, Trigger};
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::{MONTHS, MeetingKind, When};

/// Nouns for what two sides do, and words that may stand for it.
const TALKS: &[&str] = &[
    "consultation",
    "consultations",
    "conversation",
    "conversations",
    "dialogue",
    "discussion",
    "discussions",
    "meeting",
    "meetings",
    "negotiation",
    "negotiations",
    "round",
    "session",
    "talks",
];

/// Nouns of which one, in a name, is not another.
const SORTS: &[&str] = &["consultations", "dialogue", "forum", "games", "summit"];

/// Nouns that may stand for any gathering.
pub(super) const ANY: &[&str] = &["event", "gathering", "meeting"];

/// Sentences between an occasion with a name and a verb that tells of it, at most.
const NEXT: usize = 1;

/// Occasions of a text, or words for one of them, that are looked through for one trigger, at most:
/// what one speaker tells of at one time is fewer, and the time that a text takes must grow with its length alone.
pub(super) const MANY: usize = 256;

/// Tokens of a name behind a noun that are looked at.
const NAME: usize = 5;

/// Days of a year, nearly.
const YEAR: i64 = 300;

/// What some words call an occasion.
#[derive(Default)]
struct Called<'s> {
    /// The nouns for it.
    nouns: Vec<&'s str>,
    /// The words of a name of it, "nato" of "NATO Summit".
    names: Vec<&'s str>,
}

fn called<'s, 'r>(cast: &'s Cast, runs: impl Iterator<Item = &'r Run>) -> Called<'s> {
    let surface = cast.surface;
    let mut called = Called::default();
    for run in runs.take(MANY).filter(|run| !surface.pos(run.end - 1).is_verb()) {
        let of = goes_on(cast, run).flat_map(|word| word.split('-'));
        called.names.extend(of.filter(|word| !is_generic(word) && !matches!(*word, "u.s." | "us")));
        for at in run.clone() {
            let word = surface.lower(at);
            if cast.lexicon.names_a_meeting(word) {
                called.nouns.push(word);
            } else if surface.is_capital(at)
                && !surface.pos(at).is_determiner()
                && !ANY.contains(&word)
            {
                let parts = word.split('-');
                called.names.extend(parts.filter(|part| !matches!(*part, "the" | "u.s." | "us")));
            }
        }
    }
    called
}

/// Words in capitals that no name rests on: which of a series it is, and who comes to it.
pub(super) fn is_generic(word: &str) -> bool {
    const GENERIC: &[&str] = &[
        "annual",
        "bilateral",
        "foreign",
        "high",
        "high-level",
        "inaugural",
        "joint",
        "leaders",
        "level",
        "ministerial",
        "ministers",
        "special",
        "strategic",
        "trilateral",
        "virtual",
    ];
    GENERIC.contains(&word)
        || crate::clauses::is_ordinal(word)
        || word.starts_with(|letter: char| letter.is_ascii_digit())
}

/// The words in capitals with which the text goes on to tell what words for a meeting are of: "of the
/// Energy Council", "for Democracy".
pub(super) fn goes_on<'s>(cast: &'s Cast, run: &Run) -> impl Iterator<Item = &'s str> + use<'s> {
    let surface = cast.surface;
    let next = run.end;
    let starts = matches!(surface.lower(next), "for" | "of" | "on");
    let from = next + 1 + usize::from(surface.lower(next + 1) == "the");
    let end = surface.sentence(run.start).end.min(from + NAME);
    let name = if starts { from..end.max(from) } else { from..from };
    name.take_while(move |at| surface.is_capital(*at)).map(move |at| surface.lower(at))
}

/// Whether words for a meeting tell that it is on something else than an occasion: "the Dialogue on
/// Mali", where "the Dialogue on Chad" is told of.
pub(super) fn is_on_something_else(cast: &Cast, occasion: &Occasion, run: &Run) -> bool {
    let surface = cast.surface;
    let on = |run: &Run| -> Vec<&str> {
        // "the meeting of the Oslo Dialogue on Mali"
        let of = surface.lower(run.end) == "of";
        let within =
            |at: &usize| surface.is_capital(*at) || matches!(surface.lower(*at), "of" | "the");
        let name = (run.end..run.end + NAME + 2).take_while(|at| of && within(at)).count();
        let from = run.end + name;
        let told = surface.lower(from) == "on"
            && !surface.pos(run.end - 1).is_verb()
            && surface.sentence_of(from) == surface.sentence_of(run.start);
        let words =
            goes_on(cast, &(run.start..from)).filter(|word| told && !crate::clauses::is_day(word));
        words.filter(|word| !MONTHS.contains(word)).collect()
    };
    let own = on(run);
    let mut known = occasion.mentions.iter().take(MANY).map(on).filter(|it| !it.is_empty());
    !own.is_empty()
        && known.next().is_some_and(|first| {
            let apart = |it: &Vec<&str>| !it.iter().any(|word| own.contains(word));
            apart(&first) && known.all(|it| apart(&it))
        })
}

/// Whether words for a meeting bear a name that has no word in common with those of an occasion.
pub(super) fn is_called_apart(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    if cast.surface.pos(trigger.head).is_verb() || trigger.kind == MeetingKind::Visit {
        return false;
    }
    let mut own = called(cast, std::iter::once(&trigger.run)).names;
    let mut known = called(cast, occasion.mentions.iter()).names;
    own.retain(|word| !is_generic(word));
    known.retain(|word| !is_generic(word));
    let place = occasion.place.map(|place| cast.member(place).name.to_lowercase());
    let passes = |word: &&&str| {
        crate::clauses::is_day(word)
            || MONTHS.contains(*word)
            || place.as_ref().is_some_and(|place| place.contains(**word))
    };
    !own.is_empty()
        && !known.is_empty()
        && own.iter().find(passes).is_none()
        && known.iter().find(passes).is_none()
        && !own.iter().any(|word| known.contains(word))
}

/// Whether two occasions bear names that have no word in common: one is not the other. Where one is
/// held, and in which month, may stand for its name.
pub(super) fn bear_names_apart(cast: &Cast, one: &Occasion, other: &Occasion) -> bool {
    let names = |it: &Occasion, beside: &Occasion| -> Vec<String> {
        let place = beside.place.or(it.place).map(|place| cast.member(place).name.to_lowercase());
        let called = called(cast, it.mentions.iter()).names.into_iter();
        let passes = |word: &&str| {
            crate::clauses::is_day(word)
                || MONTHS.contains(word)
                || place.as_ref().is_some_and(|place| place.contains(*word))
        };
        called.filter(|word| !passes(word)).map(str::to_owned).collect()
    };
    let (a, b) = (names(one, other), names(other, one));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    // "The Chad Forum" is not "the Chad Dialogue".
    let nouns = |it: &Occasion| -> Vec<String> {
        let runs = it.mentions.iter().take(MANY).filter(|run| run.len() > 1);
        let capital = runs.filter(|run| cast.surface.is_capital(run.end - 1));
        let nouns = capital.map(|run| cast.surface.lower(run.end - 1).to_owned());
        nouns.filter(|noun| SORTS.contains(&noun.as_str())).collect()
    };
    let (sorts, others) = (nouns(one), nouns(other));
    let unlike =
        !sorts.is_empty() && !others.is_empty() && !sorts.iter().any(|noun| others.contains(noun));
    unlike || !a.iter().any(|word| b.contains(word))
}

/// Nouns for a meal that many sit down to.
#[rustfmt::skip]
const MEALS: &[&str] = &[
    "banquet", "breakfast", "dinner", "lunch", "luncheon", "reception",
];

/// Nouns for what goes on before and after it.
const AROUND_MEALS: &[&str] = &["conference", "congress", "forum", "session", "summit"];

/// "shunned the dinner" at a summit: a meal is none of the gathering around it where words tell of being
/// there, or away: who stays away from the one need not from the other.
pub(super) fn is_a_meal_beside(cast: &Cast, around: &[Run], meal: &Run) -> bool {
    let named = |of: &[&str]| {
        around.iter().take(MANY).any(|run| of.contains(&cast.surface.lower(run.end - 1)))
    };
    let first = cast.surface.sentence(meal.start).start.max(meal.start.saturating_sub(2));
    MEALS.contains(&cast.surface.lower(meal.end - 1))
        && named(AROUND_MEALS)
        && !named(MEALS)
        && (first..=meal.start).any(|left| right_before(cast, left))
}

/// Whether words that may speak of an occasion can do so, considering what it and they are called.
pub(super) fn may_speak_of(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    if trigger.kind == MeetingKind::Visit || occasion.kind == MeetingKind::Visit {
        return true;
    }
    // "I was at the very first summit, in 1994": another than the one of which no day is told.
    let of_a_year = |when: &When| {
        when.first_day()
            .zip(when.last_day())
            .is_some_and(|(first, last)| (last - first).num_days() > YEAR)
    };
    let surface = cast.surface;
    let here = surface.sentence_of(trigger.head);
    let next = |run: &Run| surface.sentence_of(run.start).abs_diff(here) <= NEXT;
    let at_hand = || occasion.mentions.iter().rev().take(MANY).any(next);
    if of_a_year(&trigger.when) && occasion.when.is_unknown()
        || of_a_year(&occasion.when)
            && trigger.when.is_unknown()
            && !(trigger.definite && at_hand())
    {
        return false;
    }
    let known = called(cast, occasion.mentions.iter());
    let new = called(cast, std::iter::once(&trigger.run));
    if known.names.is_empty() && new.names.is_empty() {
        return true;
    }
    if !known.names.is_empty() && !new.names.is_empty() {
        return known.names.iter().any(|word| new.names.contains(word));
    }
    let word = surface.lower(trigger.head);
    if surface.pos(trigger.head).is_verb() {
        // "The leaders met", right after the summit was named; far from it a verb tells of another.
        return at_hand();
    }
    known.nouns.contains(&word)
        || known.nouns.is_empty() && at_hand()
        || ANY.contains(&word)
        || TALKS.contains(&word) && known.nouns.iter().any(|noun| TALKS.contains(noun))
}

/// The only occasion of a text that is called by a trigger's noun and by a name, so that the noun means
/// it wherever it stands: "the summit". None in a text that tells of more than [`MANY`].
///
/// # Complexity
/// O([`MANY`]).
pub(super) fn only_one_called(
    cast: &Cast,
    occasions: &[Occasion],
    trigger: &Trigger,
) -> Option<usize> {
    if occasions.len() > MANY {
        return None;
    }
    let word = cast.surface.lower(trigger.head);
    let mut named = (0..occasions.len()).filter(|at| {
        let called = called(cast, occasions[*at].mentions.iter());
        !called.names.is_empty() && called.nouns.contains(&word)
    });
    named.next().filter(|_| named.next().is_none())
}
