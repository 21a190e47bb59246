//! What a verb of reporting brings without a clause: "underscored the importance of", "called for
//! calm", "pledged to help".

use super::contents::{Content, clause_end, clause_from, is_that, trim};
use crate::clauses::{VerbGroup, is_day};
use crate::entities::Cast;
use crate::lexicon::{Takes, Verb};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Courtesies that are extended or offered in words.
const COURTESIES: &[&str] = &[
    "condolences",
    "congratulations",
    "thanks",
    "invitation",
    "apology",
    "apologies",
    "sympathy",
    "wishes",
    "greetings",
    "gratitude",
    "appreciation",
    "regards",
];

/// Nouns of feeling whose clause is what is said: "expressed concerns they are being sidelined".
const FEELINGS: &[&str] = &[
    "concern",
    "concerns",
    "fear",
    "fears",
    "hope",
    "hopes",
    "confidence",
    "regret",
    "worry",
    "worries",
    "belief",
    "optimism",
    "view",
    "doubt",
    "doubts",
];

/// Nouns that "raise" puts into words.
const RAISED: &[&str] = &[
    "concern",
    "concerns",
    "case",
    "cases",
    "issue",
    "issues",
    "question",
    "questions",
    "objections",
    "matter",
    "need",
    "importance",
    "situation",
    "doubts",
    "alarm",
];

/// A noun phrase or other complement: "underscored the importance of", "called for calm".
pub(super) fn phrase_after(
    cast: &Cast,
    mut at: usize,
    sentence: &Run,
    group: &VerbGroup,
    verb: Verb,
    mut content: Content,
) -> Option<Content> {
    let surface = cast.surface;
    let takes = verb.takes;
    let word = surface.lower(at);
    let by_preposition = [
        (Takes::OF, "of"),
        (Takes::FOR, "for"),
        (Takes::AGAINST, "against"),
        (Takes::ABOUT, "about"),
        (Takes::ON, "on"),
        (Takes::AT, "at"),
        (Takes::TO, "to"),
    ];
    if let Some((_, preposition)) =
        by_preposition.iter().find(|(take, preposition)| takes.any(*take) && *preposition == word)
    {
        let infinitive = *preposition == "to" && surface.pos(at + 1) == Pos::VerbBase;
        let insists = takes.any(Takes::ON) && *preposition == "on" && is_day(surface.lower(at + 1));
        if infinitive || insists {
            return None;
        }
        at += 1;
    } else if takes.any(Takes::INF) && word == "to" && surface.pos(at + 1) == Pos::VerbBase {
        // "pledged to help": the infinitive is what is said.
    } else if takes.any(Takes::ING) && surface.pos(at) == Pos::VerbGerund {
    } else if takes.any(Takes::NP)
        || takes.any(Takes::COURTESY)
        || (takes.any(Takes::ADDRESSEE) && takes.any(Takes::OF))
    {
        let pos = surface.pos(at);
        let nominal = pos.is_noun()
            || pos.is_determiner()
            || pos.is_adjective()
            || pos == Pos::Pronoun
            || pos == Pos::Number
            || cast.mention_at(at).is_some()
            || matches!(pos, Pos::VerbGerund | Pos::VerbParticiple);
        if !nominal {
            return concur(cast, at, sentence, group, verb, content);
        }
    } else {
        return None;
    }
    let end = phrase_end(cast, at, sentence, group);
    let run = trim(surface, at..end);
    if run.is_empty() {
        return None;
    }
    let has = |nouns: &[&str]| run.clone().take(12).any(|at| nouns.contains(&surface.lower(at)));
    let infinitive = surface.lower(run.start) == "to";
    if takes.any(Takes::COURTESY) && !infinitive && !has(COURTESIES)
        || surface.lower(group.main).starts_with("rais") && !has(RAISED)
    {
        return None;
    }
    // "expressed concerns (that) they are being sidelined": the clause is what is said.
    let feeling = run.clone().take(4).find(|at| FEELINGS.contains(&surface.lower(*at)));
    if let Some(feeling) = feeling
        && surface.lower(group.main).starts_with(['e', 'v'])
        && (is_that(surface, feeling + 1)
            || surface.pos(feeling + 1) == Pos::Pronoun
            || surface.pos(feeling + 1).is_determiner())
        && begins_clause(
            cast,
            if is_that(surface, feeling + 1) { feeling + 2 } else { feeling + 1 },
            sentence.end,
        )
    {
        return clause_from(cast, feeling + 1, sentence, group, content);
    }
    // "called on President Lee in Oslo": a visit, and nothing said.
    let who = cast.actors(&run);
    let visits = word == "on"
        && matches!(surface.lower(group.main), "call" | "calls" | "called" | "calling")
        && !run.clone().any(|at| surface.pos(at) == Pos::To)
        && !who.is_empty()
        && who.iter().all(|who| cast.kind(*who) == EntityKind::Person);
    if visits {
        return None;
    }
    content.runs.push(run);
    Some(content)
}

/// "concurred about the need", "agreed with": a preposition before the noun phrase.
fn concur(
    cast: &Cast,
    at: usize,
    sentence: &Run,
    group: &VerbGroup,
    verb: Verb,
    mut content: Content,
) -> Option<Content> {
    let surface = cast.surface;
    let concurs = surface.lower(group.main).starts_with("concur")
        && matches!(surface.lower(at), "about" | "on" | "with");
    if !concurs || !verb.takes.any(Takes::NP) {
        return None;
    }
    let run = trim(surface, at + 1..phrase_end(cast, at + 1, sentence, group));
    if run.is_empty() {
        return None;
    }
    content.runs.push(run);
    Some(content)
}

/// Where a noun phrase with all that hangs on it ends: also before a time or an occasion.
fn phrase_end(cast: &Cast, at: usize, sentence: &Run, group: &VerbGroup) -> usize {
    let surface = cast.surface;
    let end = clause_end(cast, at, sentence, Some(group));
    for next in at + 1..end {
        if surface.quotation_of(next).is_some() {
            continue;
        }
        let word = surface.lower(next);
        let day = is_day(word) && surface.lower(next + 1) != "'s"
            || word == "on" && is_day(surface.lower(next + 1));
        let occasion = matches!(word, "after" | "during" | "while" | "when" | "following")
            && next > at + 1
            || matches!(word, "at" | "in") && occasion_follows(cast, next)
            || in_statement(surface, next)
            || aims_or_lacks(surface, next)
                && next > at + 1
                && !(at..next).any(|at| surface.pos(at) == Pos::To);
        let verb = matches!(word, "and" | "but") && {
            let mut verb = next + 1;
            while surface.pos(verb).is_adverb() {
                verb += 1;
            }
            // "and invited him": whatever form the tagger takes it for.
            let whom = matches!(surface.lower(verb + 1), "him" | "her" | "them")
                && surface.lower(verb).ends_with("ed");
            (surface.pos(verb) == Pos::VerbPast || whom) && surface.pos(group.main) != Pos::VerbBase
                || surface.pos(verb) == Pos::VerbThird
                || is_due_too(surface, group, at..verb)
        };
        let aside = surface.word(next) == ","
            && matches!(surface.lower(next + 1), "saying" | "adding" | "as" | "but" | "while")
            && surface.lower(next + 2) != "well";
        if day || occasion || verb || aside {
            return next;
        }
    }
    end
}

/// "will reaffirm its commitment to Chad and meet Lee": what is due besides. `between`: from what is said to the
/// next verb.
fn is_due_too(surface: &Surface, group: &VerbGroup, between: Run) -> bool {
    let verb = between.end;
    group.future
        && !group.infinitive
        && matches!(surface.pos(verb), Pos::VerbBase | Pos::VerbPresent)
        && surface.pos(group.main) == Pos::VerbBase
        && !surface.pos(verb + 1).is_verb()
        && !between.clone().any(|at| {
            surface.pos(at).is_verb()
                || surface.pos(at) == Pos::To && surface.pos(at + 1) == Pos::VerbBase
        })
}

/// "in an effort to", "without asking", "amid": how or why something was said, no part of it.
pub(super) fn aims_or_lacks(surface: &Surface, at: usize) -> bool {
    let aim = |at: usize| matches!(surface.lower(at), "effort" | "bid" | "attempt" | "move");
    match surface.lower(at) {
        "in" => {
            matches!(surface.lower(at + 1), "a" | "an")
                && aim(at + 2)
                && surface.lower(at + 3) == "to"
                || surface.reads(at + 1, &["order", "to"])
        }
        "without" => surface.pos(at + 1) == Pos::VerbGerund,
        "amid" => true,
        _ => false,
    }
}

/// Nouns for what carries somebody's words.
const CARRIERS: &[&str] = &[
    "statement",
    "interview",
    "communique",
    "communiqué",
    "speech",
    "tweet",
    "message",
    "address",
    "post",
    "release",
];

/// "in a joint statement", "in an interview with": where something was said, no part of it.
pub(super) fn in_statement(surface: &Surface, at: usize) -> bool {
    let own = matches!(surface.lower(at + 1), "a" | "an" | "his" | "her" | "their" | "its");
    surface.lower(at) == "in"
        && own
        && (at + 2..at + 6)
            .take_while(|at| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective())
            .any(|at| CARRIERS.contains(&surface.lower(at)))
}

/// "at a meeting with", "in a call", "at the summit".
fn occasion_follows(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (at + 1..at + 5)
        .take_while(|at| {
            let pos = surface.pos(*at);
            pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || matches!(pos, Pos::Possessive | Pos::Number)
        })
        .any(|at| {
            cast.lexicon
                .meeting_nouns
                .longest(|offset| (offset == 0).then(|| surface.lower(at)))
                .is_some()
        })
        && surface.pos(at + 1).is_determiner()
}

/// Whether a clause begins here without "that": a noun phrase and then a verb it can stand on.
pub(super) fn begins_clause(cast: &Cast, at: usize, end: usize) -> bool {
    let surface = cast.surface;
    let pos = surface.pos(at);
    let opens = pos.is_noun()
        || pos.is_determiner()
        || pos.is_adjective()
        || matches!(pos, Pos::Pronoun | Pos::Existential | Pos::Number | Pos::AdverbSuperlative)
        || cast.mention_at(at).is_some()
        || matches!(
            surface.lower(at),
            "if" | "there"
                | "under"
                | "despite"
                | "although"
                | "while"
                | "when"
                | "as"
                | "what"
                | "neither"
                | "both"
                | "either"
                | "only"
                | "unless"
        );
    if !opens {
        return false;
    }
    (at..end.min(at + 40)).skip(1).take_while(|at| !matches!(surface.word(*at), ";" | ":")).any(
        |at| surface.pos(at).is_finite_verb() && !matches!(surface.lower(at - 1), "which" | "who"),
    )
}

/// Whether a comma or conjunction comes before the first verb: "reiterated its commitment to peace
/// and has provided aid" brings a noun phrase, "said sanctions are likely" a clause.
pub(super) fn is_long_phrase(cast: &Cast, at: usize, end: usize) -> bool {
    let surface = cast.surface;
    let says = matches!(surface.lower(at), "he" | "she" | "it" | "they" | "we" | "there");
    !says
        && (at..end)
            .find_map(|at| {
                if surface.pos(at).is_finite_verb() {
                    return Some(false);
                }
                let joins = surface.word(at) == ","
                    || surface.pos(at) == Pos::Conjunction
                        && surface.lower(at) == "and"
                        // "to NATO and meet Lee"
                        && (!cast.ends_mention(at.saturating_sub(1))
                            || matches!(surface.pos(at + 1), Pos::VerbBase | Pos::VerbPresent)
                                && cast.mention_at(at + 1).is_none());
                joins.then_some(true)
            })
            .unwrap_or(true)
}
