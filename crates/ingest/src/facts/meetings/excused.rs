//! Staying away told by what kept somebody: a cold, a plane that turned back, another who sat there for
//! them. Each is told of people who came as well: beside it the text must speak of absence.

use super::stayed::{SEATS, SENT};
use super::told::Told;
use crate::clauses::{is_be, is_have, subject_before, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// What one has who keeps to their bed.
#[rustfmt::skip]
const ILLNESSES: &[&str] = &[
    "ailment", "appendicitis", "bronchitis", "bug", "chill", "cold", "coronavirus", "cough", "covid",
    "covid-19", "exhaustion", "fever", "flu", "gout", "hernia", "illness", "indisposition",
    "infection", "influenza", "injury", "laryngitis", "malaria", "migraine", "operation",
    "pneumonia", "sciatica", "stroke", "surgery", "temperature", "toothache", "virus",
];

/// How one is then.
#[rustfmt::skip]
const ILL: &[&str] = &[
    "bedridden", "convalescing", "hospitalised", "hospitalized", "ill", "indisposed", "isolating",
    "quarantined", "recovering", "recuperating", "self-isolating", "sick", "unwell",
];

/// Where one is then.
const SICKBEDS: &[&str] = &["bed", "hospital", "isolation", "quarantine"];

/// What takes people to meetings.
const CRAFT: &[&str] =
    &["aircraft", "airliner", "boat", "flight", "helicopter", "jet", "plane", "ship", "train"];

/// What is done to it, or what it does, so that they do not come.
#[rustfmt::skip]
const HINDERED: &[&str] = &[
    "cancelled", "canceled", "delayed", "diverted", "grounded", "halted", "sent", "stopped",
    "turned", "turn", "stranded", "hijacked",
];

/// Who goes for another.
#[rustfmt::skip]
const DEPUTIES: &[&str] = &[
    "adviser", "advisor", "aide", "aides", "brother", "chargé", "colonel", "daughter", "deputies",
    "deputy", "general", "ministers", "no", "number", "premier", "secretary", "somebody", "someone",
    "son", "speaker", "stand-in", "subordinate", "substitute", "underling", "vice-president", "wife",
    "president", "lieutenant", "junior",
];

/// How words begin that speak of absence.
#[rustfmt::skip]
const OF_ABSENCE: &[&str] = &[
    "absen", "apolog", "boycott", "cancel", "cried", "declin", "deputis", "deputiz", "empty", "excus",
    "instead", "no-show", "pretext", "refus", "regret", "shun", "skip", "snub", "stayed", "staying",
    "stays", "stood", "unrepresented", "without", "withdr", "turnout", "represented", "nobody",
    "dispatch", "missed", "missing",
];

/// Whole words that do, too: longer ones are of missions and representatives.
const WORDS_OF_ABSENCE: &[&str] = &["miss", "misses", "represents", "stay"];

/// So many words to either side may speak of absence.
const MOST: usize = 80;

/// The words that begin at a verb and tell so.
pub(super) fn excused(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if !surface.pos(at).is_verb() {
        return None;
    }
    let word = surface.lower(at);
    let end = match word {
        "caught" | "contracted" | "nursing" | "nurses" | "suffered" | "undergoing"
        | "underwent" => illness(surface, at + 1)?,
        "tested" if surface.lower(at + 1) == "positive" => at + 2,
        "plead" | "pleaded" | "pleads" | "pleading" | "pled" => pleads(surface, at)?,
        "hands" | "handed" | "ceded" | "cedes" | "gave" | "gives" | "left" | "leaves" | "lent" => {
            gives_up_seat(surface, at)?
        }
        "sent" | "sends" | "sending" | "dispatched" | "dispatches" | "dispatching" => {
            sends_a_deputy(cast, at).or_else(|| craft_before(cast, at))?
        }
        // "was represented by a vice president"
        "represented" if surface.lower(at + 1) == "by" => at + 2 + by_somebody(cast, at + 2)?,
        // "represented President Lee": who is not there
        "represented" | "represents" | "representing" if represents_a_person(cast, at) => {
            return Some(Told { patient: true, ..Told::sure(Tie::Absent, at + 1) });
        }
        _ if HINDERED.contains(&word) => craft_before(cast, at)?,
        _ if is_have(word) => illness(surface, at + 1).or_else(|| craft_turned(surface, at + 1))?,
        _ if is_be(word) => is_ill(surface, at)?,
        _ => return None,
    };
    let group = verb_group(surface, at);
    let ends = |at: usize| cast.ends_mention(at);
    let person = || {
        // "gave in and sent his deputy": the subject of the verb before
        let before = || {
            let first = surface.sentence(at).start.max(at.saturating_sub(MOST));
            let verb =
                (first..group.run.start).rev().find(|at| surface.pos(*at).is_finite_verb())?;
            subject_before(surface, verb_group(surface, verb).run.start, &ends)
        };
        let subject = subject_before(surface, group.run.start, &ends).or_else(before)?;
        let relative = matches!(surface.lower(subject.start), "who" | "whose" | "all" | "both");
        let person = relative
            || cast.mentions_in(&subject).any(|it| cast.kind(it.who) == EntityKind::Person);
        person.then_some(())
    };
    if group.negated || group.modal && !group.future || person().is_none() {
        return None;
    }
    if speaks_of_absence(surface, at, end) {
        return Some(Told::sure(Tie::Absent, end));
    }
    // "sent her foreign minister", "was represented by a deputy": to what was told of just now.
    // "sent a junior minister"
    let junior = || {
        (at + 1..end)
            .any(|at| matches!(surface.lower(at), "junior" | "lowly" | "low-level" | "mere"))
    };
    let sends = word.starts_with("sen") || word.starts_with("dispatch");
    let own = sends && (surface.pos(at + 1) == Pos::PossessivePronoun || junior());
    (own || word == "represented").then(|| Told::plain(Tie::Absent, end))
}

/// How many words name a deputy without a name.
fn by_somebody(cast: &Cast, first: usize) -> Option<usize> {
    let surface = cast.surface;
    let end = surface.sentence(first.checked_sub(1)?).end.min(first + 6);
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner() || pos.is_adjective() || pos.is_noun() || pos == Pos::PossessivePronoun
    };
    let words = (first..end).take_while(within).count();
    let phrase = first..first + words;
    let named = cast.mentions_in(&(first..end)).any(|it| cast.kind(it.who) == EntityKind::Person);
    let deputy = phrase.clone().any(|at| is_deputy(surface, at));
    (deputy && !named).then_some(words)
}

/// Whether a person stands right behind a verb of representing, and does so themselves.
fn represents_a_person(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    let end = surface.sentence(at).end.min(at + 8);
    let whom = cast.mentions_in(&(at + 1..end)).next();
    let person = whom.is_some_and(|it| {
        let title = (at + 1..it.run.start).all(|at| {
            surface.pos(at).is_noun()
                || surface.pos(at).is_adjective()
                || surface.pos(at).is_determiner()
        });
        cast.kind(it.who) == EntityKind::Person && title && surface.lower(it.run.end) != "'s"
    });
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at));
    person
        && !group.passive
        && subject.is_some_and(|run| {
            cast.mentions_in(&run).any(|it| cast.kind(it.who) == EntityKind::Person)
        })
}

/// Where a phrase ends that names an illness: "a cold", "a bout of influenza".
fn illness(surface: &Surface, first: usize) -> Option<usize> {
    let end = surface.sentence(first.saturating_sub(1)).end.min(first + 6);
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner() || pos.is_adjective() || pos.is_noun() || surface.lower(*at) == "of"
    };
    (first..end)
        .take_while(within)
        .find(|at| ILLNESSES.contains(&surface.lower(*at)) && !surface.pos(at + 1).is_noun())
        .map(|at| at + 1)
}

/// "was ill", "is still in hospital", "is recovering from an operation"
fn is_ill(surface: &Surface, be: usize) -> Option<usize> {
    let next = be + 1 + usize::from(surface.pos(be + 1).is_adverb());
    if ILL.contains(&surface.lower(next)) {
        return Some(next + 1);
    }
    let bed = surface.lower(next) == "in" && SICKBEDS.contains(&surface.lower(next + 1));
    bed.then_some(next + 2)
}

/// "pleading a heavy schedule", and neither "pleading guilty" nor "pleading for help"
fn pleads(surface: &Surface, at: usize) -> Option<usize> {
    let pos = surface.pos(at + 1);
    let what = pos.is_determiner() || pos.is_noun() || pos.is_adjective();
    (what && !matches!(surface.lower(at + 1), "guilty" | "innocent" | "his" | "her"))
        .then_some(at + 1)
}

/// "hands his seat to"
fn gives_up_seat(surface: &Surface, at: usize) -> Option<usize> {
    let own = surface.pos(at + 1) == Pos::PossessivePronoun;
    (own && SEATS.contains(&surface.lower(at + 2)) && surface.lower(at + 3) == "to")
        .then_some(at + 3)
}

/// "sent his deputy", "dispatched somebody junior": a person, and to no place of which more is told.
fn sends_a_deputy(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner()
            || pos.is_adjective()
            || pos.is_noun()
            || pos.is_pronoun()
            || matches!(pos, Pos::PossessivePronoun | Pos::Number)
    };
    let last = (at + 1..end.min(at + 8)).take_while(within).last()?;
    let sent = (at + 1..=last).any(|at| is_deputy(surface, at));
    let next = surface.word(last + 1);
    let stops =
        matches!(next, "." | "," | ";") || matches!(surface.lower(last + 1), "instead" | "and");
    (sent && stops && !verb_group(surface, at).passive).then_some(last + 1)
}

fn is_deputy(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    DEPUTIES.contains(&word) || SENT.contains(&word)
}

/// "his plane was turned back", "Lee's jet turned back"
fn craft_before(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    let subject = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    let craft = CRAFT.contains(&surface.lower(subject.end - 1));
    let back = matches!(surface.lower(at + 1), "back" | "round" | "around" | "home");
    (craft && (back || !surface.lower(at).starts_with("turn") && surface.lower(at) != "sent"))
        .then_some(at + 1)
}

/// "his plane turned round"
fn craft_turned(surface: &Surface, first: usize) -> Option<usize> {
    let own = surface.pos(first) == Pos::PossessivePronoun;
    let craft = CRAFT.contains(&surface.lower(first + 1));
    (own && craft && HINDERED.contains(&surface.lower(first + 2))).then_some(first + 3)
}

/// Whether other words of the sentence, or those beside it, speak of absence.
pub(super) fn speaks_of_absence(surface: &Surface, at: usize, end: usize) -> bool {
    let sentences = surface.sentences();
    let here = surface.sentence_of(at);
    let Some(last) = sentences.get((here + 1).min(sentences.len().saturating_sub(1))) else {
        return false;
    };
    let first = sentences[here.saturating_sub(2)].start.max(at.saturating_sub(MOST));
    let not = |at: usize| {
        surface.lower(at).starts_with("attend")
            && (at.saturating_sub(3)..at)
                .any(|at| matches!(surface.lower(at), "not" | "n't" | "never" | "nor"))
    };
    (first..last.end.min(at + MOST)).filter(|it| !(at..end).contains(it)).any(|at| {
        let word = surface.lower(at);
        OF_ABSENCE.iter().any(|stem| word.starts_with(stem))
            || WORDS_OF_ABSENCE.contains(&word)
            || not(at)
    })
}
