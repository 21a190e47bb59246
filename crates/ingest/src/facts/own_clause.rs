//! Where what somebody said ends because a clause follows that they, or others, begin anew: "Lee praised the
//! deal, and he urged Mali to sign", "Russia said the plan was good, but it said time was short".

use crate::clauses::VerbGroup;
use crate::entities::Cast;
use crate::lexicon::Takes;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Whether a word is a pronoun that only a subject is.
pub(crate) fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "we" | "i")
}

/// Whether a further clause with a verb of reporting of its own begins at a conjunction.
///
/// `clause`: whether what is said before is a clause, which may itself go on so: it ends only at a comma.
pub(super) fn speaks_anew(cast: &Cast, and: usize, group: &VerbGroup, clause: bool) -> bool {
    let surface = cast.surface;
    if !matches!(surface.lower(and), "and" | "but" | "while") || and == 0 {
        return false;
    }
    let comma = surface.word(and - 1) == ",";
    let word = surface.lower(and + 1);
    let subject = match word {
        "it" => comma,
        _ if is_subject_pronoun(word) => comma || !clause && surface.lower(and) != "while",
        _ => false,
    };
    // "but Mr. Lee said": by name only after a comma.
    let after = if subject {
        and + 2
    } else {
        let address = usize::from(matches!(word, "mr." | "mr" | "mrs." | "ms." | "ms" | "dr."));
        let name =
            cast.mention_at(and + 1 + address).filter(|it| it.run.start == and + 1 + address);
        match name {
            Some(name) if comma && surface.lower(and) != "while" => name.run.end,
            _ => return false,
        }
    };
    let Some(main) = main_verb(surface, after) else { return false };
    // "Lee says the rebels attack, and they ask for ransom", "Lee said Chad had left, and it said so": of whom is told.
    let speaker = group.run.start.checked_sub(1).filter(|_| clause);
    let agrees = speaker.is_none_or(|at| {
        let person = || {
            let who = cast.mention_at(at).map(|mention| mention.who);
            who.is_some_and(|who| cast.kind(who) == EntityKind::Person)
        };
        match word {
            "they" => {
                surface.pos(at).is_plural()
                    || surface.pos(at).is_adverb()
                    || surface.lower(at) == "they"
            }
            "it" => !person() && surface.lower(main + 1) != "so",
            _ => true,
        }
    });
    if !agrees {
        return false;
    }
    // "said Mali had left, and Chad had condemned it": told by whoever tells of Mali.
    let helps = |at: usize| matches!(surface.lower(at), "has" | "have" | "had");
    if (after..main).any(|at| {
        helps(at) && !group.run.clone().any(|own| surface.lower(own) == surface.lower(at))
    }) {
        return false;
    }
    let Some(verb) = cast.lexicon.verbs.get(surface.lower(main)).copied() else { return false };
    let takes = |what| verb.takes.any(what);
    if takes(Takes::NONE)
        || takes(Takes::REMAIN)
        || takes(Takes::QUOTE_ONLY)
        || takes(Takes::PASSIVE)
    {
        return false;
    }
    // "it called for a vote": the plan before may do that.
    let says = subject && word != "it" || !subject && !clause && surface.lower(and) == "but";
    if !(says || takes(Takes::THAT) && takes(Takes::QUOTE)) {
        return false;
    }
    !clause || same_time(surface, group, main)
}

/// The verb after a subject, behind adverbs, "have" and what negates.
fn main_verb(surface: &Surface, mut at: usize) -> Option<usize> {
    let from = at;
    while at < from + 5
        && (surface.pos(at).is_adverb() || matches!(surface.lower(at), "has" | "have" | "had"))
    {
        at += 1;
    }
    let pos = surface.pos(at);
    let helped = (from..at).any(|at| !surface.pos(at).is_adverb());
    let stands = pos.is_finite_verb() && pos != Pos::Modal
        || helped && pos == Pos::VerbParticiple
        // "they urge": the form that a plural shares with the infinitive.
        || pos == Pos::VerbBase && !helped;
    stands.then_some(at)
}

/// Whether a verb is told in the time of the one before: what was said is told in the time it is of.
fn same_time(surface: &Surface, group: &VerbGroup, main: usize) -> bool {
    let past = |pos| matches!(pos, Pos::VerbPast | Pos::VerbParticiple);
    let plain = |pos| matches!(pos, Pos::VerbPresent | Pos::VerbThird | Pos::VerbBase);
    let (before, now) = (surface.pos(group.main), surface.pos(main));
    // "did not say whether", "has said"
    let done = past(before)
        || group.run.clone().any(|at| matches!(surface.lower(at), "did" | "would" | "declined"))
        || group.infinitive
        || before == Pos::VerbGerund;
    if done && past(now) {
        return true;
    }
    plain(before) && plain(now) && !group.infinitive
        || group.run.len() > 1 && before == Pos::VerbParticiple && plain(now)
}
