//! Who speaks: the subject of a verb of reporting.

use super::issuers::Issuers;
use crate::clauses::{VerbGroup, subject_after, subject_before};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Takes;
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;

/// Whose words they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// The noun phrase that the text gives as the source.
    pub(super) run: Run,
    /// Whom it stands for; empty where the text names nobody.
    pub(super) who: Vec<MemberId>,
    /// Whether it follows the verb ("said Lavrov").
    pub(super) inverted: bool,
    /// Whether it is taken over from an earlier verb of the sentence.
    pub(super) shared: bool,
}

/// Nouns that speak though the text does not say who they are.
const SPEAKERS: &[&str] = &[
    "allies",
    "analysts",
    "analyst",
    "critics",
    "critic",
    "officials",
    "official",
    "sources",
    "source",
    "diplomats",
    "diplomat",
    "experts",
    "expert",
    "observers",
    "opponents",
    "supporters",
    "lawmakers",
    "lawmaker",
    "witnesses",
    "witness",
    "residents",
    "reporters",
    "activists",
    "activist",
    "doctors",
    "scientists",
    "economists",
    "economist",
    "people",
    "some",
    "many",
    "others",
    "aides",
    "aide",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "man",
    "woman",
    "lawyer",
    "lawyers",
    "advocates",
    "leaders",
    "leader",
    "report",
    "reports",
    "statement",
    "newspaper",
    "agency",
    "media",
    "police",
    "investigators",
    "prosecutors",
    "prosecutor",
    "authorities",
    "minister",
    "ministry",
    "military",
    "government",
    "opposition",
    "rebels",
    "militants",
    "researchers",
    "study",
    "poll",
    "survey",
    "document",
    "documents",
    "letter",
    "memo",
    "researcher",
    "professor",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "strategist",
    "campaign",
    "voters",
    "voter",
    "democrats",
    "republicans",
    "conservatives",
    "liberals",
    "judge",
    "senator",
    "senators",
    "company",
    "group",
    "groups",
    "organization",
    "author",
    "authors",
    "editor",
    "director",
    "president",
    "candidate",
    "candidates",
    "nominee",
    "mayor",
    "governor",
    "father",
    "mother",
    "son",
    "daughter",
    "husband",
    "wife",
    "brother",
    "sister",
    "friend",
    "friends",
    "students",
    "teachers",
    "parents",
    "commentators",
    "pundits",
    "historians",
    "pollsters",
    "delegates",
    "negotiators",
    "commander",
    "commanders",
    "general",
    "ambassador",
    "insiders",
    "veterans",
    "workers",
    "leadership",
    "administration",
    "tribe",
    "women",
    "men",
    "americans",
    "he",
    "she",
    "they",
    "who",
    "one",
    "we",
    "i",
    "both",
];

/// The subject of a verb of reporting. `before`: the source of the verb of reporting before it in
/// the same sentence, which it may share.
pub(super) fn source(
    cast: &Cast,
    group: &VerbGroup,
    before: Option<&Source>,
    we: &Issuers,
) -> Option<Source> {
    let surface = cast.surface;
    let ends = |at: usize| cast.ends_mention(at);
    let first = surface.sentence(group.main).start;
    let share = || before.map(|source| Source { inverted: false, shared: true, ..source.clone() });
    let gerund = surface.pos(group.main) == Pos::VerbGerund && !group.progressive;
    if gerund {
        // "…, saying that": whoever the main clause is about.
        if group.run.start == first {
            return None;
        }
        let own = with_officials(cast, group.run.start, first, we);
        return own.or_else(share).or_else(|| main_subject(cast, first, group.run.start, we));
    }
    let mut left = group.run.start;
    while left > first && surface.pos(left - 1).is_adverb() {
        left -= 1;
    }
    let joined = left > first
        && (matches!(surface.lower(left - 1), "and" | "but" | "or" | "then")
            || (surface.word(left - 1) == ","
                && left > first + 1
                && matches!(surface.lower(left - 2), "and" | "but")));
    if joined {
        return share().or_else(|| main_subject(cast, first, left - 1, we));
    }
    let quoted_before = left > first
        && (surface.word(left - 1) == ","
            || surface.quotation_of(left.saturating_sub(2)).is_some()
                && surface.quotation_of(left - 1).is_none());
    let inverted = || {
        let run = subject_after(surface, group.main, &ends)?;
        let who = speakers(cast, &run, we);
        let names = !who.is_empty() || run.clone().any(|at| SPEAKERS.contains(&surface.lower(at)));
        names.then_some(Source { who, run, inverted: true, shared: false })
    };
    let tells = cast
        .lexicon
        .verbs
        .get(surface.lower(group.main))
        .is_some_and(|verb| verb.takes.any(Takes::ADDRESSEE));
    let after_quotation = left > first + 1
        && (surface.kind(left - 1) == TokenKind::Quote
            || surface.kind(left - 2) == TokenKind::Quote && surface.word(left - 1) == ",");
    if (after_quotation || left == first)
        && !tells
        && let Some(source) = inverted()
    {
        return Some(source);
    }
    let before =
        subject_before(surface, group.run.start, &ends).and_then(|run| settle(cast, run, we));
    if before.is_none() && quoted_before && !tells {
        return inverted();
    }
    // "We, the ministers of …, underscore": a list too long to be passed over.
    let joint = || {
        let begins = surface.lower(first) == "we" && surface.word(first + 1) == ",";
        begins.then(|| settle(cast, first..first + 1, we)).flatten()
    };
    before
        .filter(|source| !source.who.is_empty() || surface.lower(first) != "we")
        .or_else(joint)
        .or_else(|| with_officials(cast, left, first, we))
}

/// "…, with officials indicating that": the noun phrase between.
fn with_officials(cast: &Cast, left: usize, first: usize, we: &Issuers) -> Option<Source> {
    let with = (first..left).rev().take(6).find(|at| cast.surface.lower(*at) == "with")?;
    settle(cast, with + 1..left, we).filter(|source| !source.run.is_empty())
}

/// The subject of the first clause of a sentence, for a participle or a second verb.
fn main_subject(cast: &Cast, first: usize, before: usize, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let ends = |at: usize| cast.ends_mention(at);
    let verbs: Vec<usize> = (first..before)
        .filter(|at| surface.pos(*at).is_finite_verb() && surface.quotation_of(*at).is_none())
        .collect();
    verbs.into_iter().take(8).find_map(|verb| {
        let run = subject_before(surface, verb, &ends)?;
        settle(cast, run, we).map(|source| Source { shared: true, ..source })
    })
}

/// A noun phrase as a source, if it is one that speaks.
fn settle(cast: &Cast, run: Run, we: &Issuers) -> Option<Source> {
    let who = speakers(cast, &run, we);
    let run = with_name(cast, run, &who);
    let surface = cast.surface;
    // A name that is nobody's we know speaks all the same; "it" and "this" do not.
    let named = surface.pos(run.end - 1).is_proper()
        && !matches!(surface.lower(run.start), "it" | "this" | "that" | "which");
    let speaks =
        !who.is_empty() || named || run.clone().any(|at| SPEAKERS.contains(&surface.lower(at)));
    speaks.then_some(Source { run, who, inverted: false, shared: false })
}

/// "Putin's adviser, Yuri Lee": the name after the comma belongs to the source.
fn with_name(cast: &Cast, run: Run, who: &[MemberId]) -> Run {
    let next = if cast.surface.word(run.end) == "," { run.end + 1 } else { run.end };
    match cast.mention_at(next) {
        Some(mention)
            if next > run.end
                && who == [mention.who]
                && mention.run.start == next
                && cast
                    .mentions_in(&run)
                    .all(|inner| inner.who != mention.who || inner.run == run) =>
        {
            run.start..mention.run.end
        }
        _ => run,
    }
}

/// Whom a noun phrase stands for; "we" of a release are those who issue it.
pub(super) fn speakers(cast: &Cast, run: &Run, we: &Issuers) -> Vec<MemberId> {
    let first = cast.surface.lower(run.start);
    if cast.surface.quotation_of(run.start).is_none() {
        if matches!(first, "we" | "our") {
            return we.we.clone();
        }
        if matches!(first, "i" | "my")
            && let Some(i) = we.i
        {
            return vec![i];
        }
    }
    cast.actors(run)
}
