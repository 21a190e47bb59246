//! Who speaks: the subject of a verb of reporting.

use super::beside::quoted_as_saying;
use super::issuers::Issuers;
use super::joined::joined_to;
use super::joined_in::joined_in;
use crate::clauses::{VerbGroup, is_day, opens_clause, subject_after, subject_before};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Takes;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

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
    "sign",
    "headline",
    "message",
    "ad",
    "email",
    "tweet",
    "crowd",
    "audience",
    "protesters",
    "demonstrators",
    "union",
    "committee",
    "commission",
    "court",
    "journalist",
    "journalists",
    "reporter",
    "columnist",
    "moderator",
    "host",
    "writer",
    "student",
    "teacher",
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
    // "the Minister of Trade, Industry, and Energy Ann Lee": no comma of a title parts a list.
    let ends = |at: usize| {
        cast.ends_mention(at)
            || surface.word(at) == "," && cast.in_title(at) && cast.in_title(at + 1)
    };
    let first = surface.sentence(group.main).start;
    if group.main > first
        && surface.lower(group.main - 1) == "as"
        && let Some(source) = quoted_as_saying(cast, group.main, we)
    {
        return Some(source);
    }
    let share = || before.map(|source| Source { inverted: false, shared: true, ..source.clone() });
    let gerund = surface.pos(group.main) == Pos::VerbGerund && !group.progressive;
    if gerund {
        if let Some(all) = joined_in(cast, group, we) {
            return Some(all);
        }
        // "…, saying that": whoever the main clause is about.
        if group.run.start == first {
            return after_participle(cast, group.main, we);
        }
        // "footage of Lee saying": whoever stands right before.
        let next_to = || {
            let noun = surface.pos(group.run.start - 1).is_noun();
            let run = noun.then(|| subject_before(surface, group.run.start, &ends)).flatten()?;
            settle(cast, run, we)
        };
        let own = with_officials(cast, group.run.start, first, we).or_else(next_to);
        return own.or_else(share).or_else(|| main_subject(cast, first, group.run.start, we));
    }
    if let Some(source) = named_at_last(cast, group, we) {
        return Some(source);
    }
    let mut left = group.run.start;
    while left > first && surface.pos(left - 1).is_adverb() {
        left -= 1;
    }
    let joined = left > first
        && (matches!(surface.lower(left - 1), "and" | "but" | "or" | "then")
            || (surface.word(left - 1) == ","
                && left > first + 1
                && matches!(surface.lower(left - 2), "and" | "but")))
        || before.is_some() && joined_to(cast, group.main).is_some();
    if joined {
        let nearest = joined_subject(cast, first, left - 1, we);
        let own = nearest.clone().filter(|source| {
            // "Asked about it, Lee laughed and said": another subject than the verb's before.
            before.is_some_and(|before| before.run.end <= source.run.start)
                && surface.word(source.run.start - 1) == ","
        });
        return own.or_else(share).or(nearest).or_else(|| main_subject(cast, first, left - 1, we));
    }
    let quoted_before = left > first
        && (surface.word(left - 1) == ","
            || surface.quotation_of(left.saturating_sub(2)).is_some()
                && surface.quotation_of(left - 1).is_none());
    let inverted = || {
        let run = subject_after(surface, group.main, &ends)?;
        // "…, calling it an “ice breaker,” said the leaders would meet": a clause of theirs follows.
        let clause = surface.pos(run.end) == Pos::Modal;
        if clause {
            return None;
        }
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
        .map(|source| by_pronoun(cast, source, left))
        .filter(|source| !source.who.is_empty() || surface.lower(first) != "we")
        .or_else(joint)
        .or_else(|| with_officials(cast, left, first, we))
}

/// "Chad has sent troops, planes and money, said Lee.": the name closes the sentence, and what stands
/// before the comma is no subject but hangs on a verb of its own.
fn named_at_last(cast: &Cast, group: &VerbGroup, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let main = group.main;
    let sentence = surface.sentence(main);
    let says = matches!(
        surface.lower(main),
        "said" | "says" | "added" | "adds" | "noted" | "reported" | "announced" | "explained"
    );
    if !says || group.run.start < main || main < sentence.start + 4 || surface.word(main - 1) != ","
    {
        return None;
    }
    let ends = |at: usize| cast.ends_mention(at);
    let run = subject_after(surface, main, &ends)?;
    let named = cast.mentions_in(&run).any(|mention| {
        cast.kind(mention.who) != EntityKind::Place && surface.is_capital(mention.run.start)
    });
    let after = run.end;
    let closes = after >= sentence.end
        || matches!(surface.word(after), "," | "." | ";" | "(")
        || surface.pos(after) == Pos::Preposition
        || is_day(surface.lower(after));
    let rest = (after..sentence.end).take_while(|at| surface.word(*at) != ",");
    let goes_on = rest.clone().any(|at| surface.pos(at).is_finite_verb());
    if !named || !closes || goes_on {
        return None;
    }
    // "officials in Mali, speaking privately, said Lee, the minister, had gone": those before speak.
    let before = subject_before(surface, main, &ends);
    let hangs = before.is_none_or(|before| {
        let left = before.start.checked_sub(1).filter(|left| *left > sentence.start);
        left.is_some_and(|left| {
            let listed = surface.word(left) == "," && surface.word(after) != ",";
            let parts = matches!(surface.word(left), "," | ":" | ";")
                || surface.kind(left) == TokenKind::Quote
                || opens_clause(surface, left);
            let told = matches!(surface.lower(left), "said" | "says" | "say" | "told" | "believes");
            !told
                && (!parts || listed)
                && (sentence.start..=left).any(|at| surface.pos(at).is_finite_verb())
        })
    });
    let who = speakers(cast, &run, we);
    (hangs && !who.is_empty()).then_some(Source { who, run, inverted: true, shared: false })
}

/// "Describing the talks as useful, Lee said": the subject of the clause that follows the comma.
pub(super) fn after_participle(cast: &Cast, gerund: usize, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let ends = |at: usize| cast.ends_mention(at);
    let end = surface.sentence(gerund).end.min(gerund + FAR);
    let verbs = (gerund + 2..end).filter(|at| {
        surface.pos(*at).is_finite_verb()
            && surface.quotation_of(*at).is_none()
            && cast.mention_at(*at).is_none()
    });
    verbs.take(4).find_map(|verb| {
        let run = subject_before(surface, verb_start(surface, verb), &ends)?;
        let before = run.start.checked_sub(1).filter(|at| *at > gerund + 1)?;
        let parted = surface.word(before) == ","
            || surface.kind(before) == TokenKind::Quote && surface.word(before - 1) == ",";
        settle(cast, run, we).filter(|_| parted)
    })
}

/// Where the auxiliaries of a verb begin.
fn verb_start(surface: &Surface, verb: usize) -> usize {
    crate::clauses::verb_group(surface, verb).run.start
}

/// "…, with officials indicating that": the noun phrase between.
fn with_officials(cast: &Cast, left: usize, first: usize, we: &Issuers) -> Option<Source> {
    let with = (first..left)
        .rev()
        .take(12)
        .take_while(|at| cast.surface.word(*at) != ",")
        .find(|at| cast.surface.lower(*at) == "with")?;
    let surface = cast.surface;
    // "with an aide was quoted by AFP as saying", "with allies in calling": no subject of the participle.
    let verb = |at: usize| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none();
    let relative = |at: usize| matches!(surface.lower(at), "who" | "which" | "that");
    let verbs = (with + 1..left).take_while(|at| !relative(*at)).any(verb);
    let mut end = left;
    while end > with + 1 && surface.pos(end - 1).is_adverb() {
        end -= 1;
    }
    let hangs = matches!(surface.pos(end - 1), Pos::Preposition | Pos::To);
    // "filed a complaint with the UN accusing Chad"
    let filed = (first.max(with.saturating_sub(6))..with).any(|at| {
        matches!(
            surface.lower(at),
            "file"
                | "filed"
                | "files"
                | "lodge"
                | "lodged"
                | "lodges"
                | "complaint"
                | "case"
                | "protest"
                | "suit"
                | "lawsuit"
                | "petition"
        )
    });
    if verbs || hangs || filed {
        return None;
    }
    settle(cast, with + 1..left, we).filter(|source| !source.run.is_empty())
}

/// "Ann Lee, who said": the pronoun stands for the source, and of a list the last one named is meant.
fn by_pronoun(cast: &Cast, mut source: Source, left: usize) -> Source {
    let surface = cast.surface;
    let Some(relative) = left.checked_sub(1) else { return source };
    if !matches!(surface.lower(relative), "who" | "which" | "that") || relative < source.run.end {
        return source;
    }
    if source.who.len() > 2
        && let Some(last) = cast.mentions_in(&source.run).last()
        && source.who.contains(&last.who)
    {
        source.who = vec![last.who];
    }
    source.run = relative..relative + 1;
    source
}

/// So many words before a verb the subject that it shares may stand.
const FAR: usize = 60;

/// The subject that a verb shares with the verb before it: "When I asked, Lee smiled and said".
/// A clause that hangs on another has a subject of its own.
fn joined_subject(cast: &Cast, first: usize, before: usize, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let ends = |at: usize| cast.ends_mention(at);
    let verbs = (first..before).rev().take(FAR).filter(|at| {
        surface.pos(*at).is_finite_verb()
            && surface.pos(*at) != Pos::Modal
            && surface.quotation_of(*at).is_none()
    });
    verbs.take(4).find_map(|verb| {
        let run = subject_before(surface, verb, &ends)?;
        let hangs = run.start > first && opens_clause(surface, run.start - 1);
        let source = settle(cast, run, we).filter(|_| !hangs)?;
        Some(Source { shared: true, ..source })
    })
}

/// The subject of the first clause of a sentence, for a participle or a second verb.
pub(super) fn main_subject(
    cast: &Cast,
    first: usize,
    before: usize,
    we: &Issuers,
) -> Option<Source> {
    let surface = cast.surface;
    let ends = |at: usize| cast.ends_mention(at);
    let verbs = (first..before)
        .filter(|at| surface.pos(*at).is_finite_verb() && surface.quotation_of(*at).is_none());
    verbs.take(8).find_map(|verb| {
        let run = subject_before(surface, verb, &ends)?;
        settle(cast, run, we).map(|source| Source { shared: true, ..source })
    })
}

/// A noun phrase as a source, if it is one that speaks.
pub(super) fn settle(cast: &Cast, run: Run, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let run = travelling_with(surface, &run).unwrap_or_else(|| shown_in(surface, run));
    let run = described_after(cast, &run).unwrap_or(run);
    let mut who = speakers(cast, &run, we);
    for other in companions(cast, &run) {
        if !who.is_empty() && !who.contains(&other) {
            who.push(other);
        }
    }
    let run = with_name(cast, run, &who);
    // A name that is nobody's we know speaks all the same; "it" and "this" do not.
    let named = surface.pos(run.end - 1).is_proper()
        && !matches!(surface.lower(run.start), "it" | "this" | "that" | "which");
    let speaks =
        !who.is_empty() || named || run.clone().any(|at| SPEAKERS.contains(&surface.lower(at)));
    speaks.then_some(Source { run, who, inverted: false, shared: false })
}

/// "A ministry official travelling with Lee said": the official, whose words begin before.
fn travelling_with(surface: &Surface, run: &Run) -> Option<Run> {
    let first = surface.sentence(run.start).start;
    let before = |words: usize| {
        run.start.checked_sub(words).filter(|at| *at > first).map_or("", |at| surface.lower(at))
    };
    let verb = match (before(2), before(1)) {
        ("travelling" | "traveling", "with") => 2,
        (_, "accompanying") => 1,
        _ => return None,
    };
    let head = (run.start - verb).checked_sub(1)?;
    let stem = surface.lower(head).trim_end_matches('s');
    let speaks =
        matches!(stem, "official" | "aide" | "diplomat" | "adviser" | "spokesman" | "reporter");
    let inside = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun() || pos.is_adjective() || pos.is_determiner() || surface.lower(*at) == "'s"
    };
    let start = (first..=head).rev().take(10).take_while(inside).last()?;
    speaks.then_some(start..head + 1)
}

/// "Lee, an official of the party, which rules Chad, said": the name before the description.
fn described_after(cast: &Cast, run: &Run) -> Option<Run> {
    let surface = cast.surface;
    let comma = run.start.checked_sub(1)?;
    let set_off = surface.word(comma) == "," && surface.word(run.end) == ",";
    if !set_off || !matches!(surface.lower(run.start), "a" | "an" | "the") {
        return None;
    }
    let name = cast.mention_at(comma.checked_sub(1)?)?;
    let person = cast.kind(name.who) == EntityKind::Person && name.run.end == comma;
    let described = !cast
        .mentions_in(run)
        .any(|inner| cast.kind(inner.who) == EntityKind::Person && inner.who != name.who);
    let opens = surface.sentence(comma).start == name.run.start;
    (person && described && opens).then(|| name.run.clone())
}

/// "Lee, together with Kim, called for calm": they speak together.
fn companions(cast: &Cast, run: &Run) -> Vec<MemberId> {
    let surface = cast.surface;
    let with = run.end + 1;
    let joins = surface.word(run.end) == ","
        && matches!(surface.lower(with), "together" | "along")
        && surface.lower(with + 1) == "with";
    // A list has commas of its own: the last one stands before the verb.
    let acts = |at: usize| surface.pos(at).is_finite_verb() || surface.pos(at).is_adverb();
    let end = surface.sentence(run.start).end;
    let close = |from: usize| {
        let mut commas = (from..end.min(from + 40)).filter(|at| surface.word(*at) == ",");
        let first = commas.clone().next().filter(|at| *at < from + 12);
        commas.find(|at| acts(at + 1)).or(first)
    };
    let inner = joins.then(|| close(with + 2)).flatten().map(|end| with + 2..end);
    inner.map_or_else(Vec::new, |inner| cast.actors(&inner))
}

/// Nouns for what somebody is seen or heard in.
const SHOWN: &[&str] = &[
    "footage",
    "video",
    "clip",
    "clips",
    "recording",
    "recordings",
    "audio",
    "tape",
    "film",
    "photo",
    "picture",
];

/// "footage of Lee": whoever is seen in it.
fn shown_in(surface: &Surface, run: Run) -> Run {
    let of = run.clone().find(|at| {
        *at > run.start && surface.lower(*at) == "of" && SHOWN.contains(&surface.lower(at - 1))
    });
    of.filter(|of| of + 1 < run.end).map_or(run.clone(), |of| of + 1..run.end)
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
    let mut who = cast.actors(run);
    // "the Bush administration": the state that he heads.
    let last = cast.surface.lower(run.end.saturating_sub(1));
    if matches!(last, "administration" | "government" | "regime" | "cabinet")
        && let [person] = who[..]
        && let Some(state) = cast.state_of(person)
    {
        who = vec![state];
    }
    // "Nepal's foreign ministry": the ministry speaks, not its state beside it.
    let bodies: Vec<MemberId> = who.iter().filter_map(|who| cast.member(*who).of).collect();
    let joined = run.clone().any(|at| cast.surface.lower(at) == "and");
    if !joined && bodies.iter().any(|state| who.contains(state)) {
        who.retain(|who| !bodies.contains(who));
    }
    // "China's Hong Kong Affairs Office": whose the body is stands right before it.
    let owns = |state: MemberId| {
        cast.mentions_in(run).any(|mention| {
            let after = mention.run.end + 1;
            mention.who == state
                && cast.surface.lower(mention.run.end) == "'s"
                && cast.mention_at(after).is_some_and(|body| {
                    body.run.start == after
                        && cast.kind(body.who) == EntityKind::Organization
                        && who.contains(&body.who)
                })
        })
    };
    let owners: Vec<MemberId> = who
        .iter()
        .copied()
        .filter(|who| cast.kind(*who) == EntityKind::State && !joined && owns(*who))
        .collect();
    who.retain(|who| !owners.contains(who));
    who
}
