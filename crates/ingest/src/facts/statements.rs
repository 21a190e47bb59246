//! Who said what: every verb, noun and preposition of reporting with its source and its content.

use super::beside::quoted_as_saying;
use super::contents::{clause_end, content_after, told_at_last, trim};
use super::cues::{Source, main_subject, source};
use super::issuers::Issuers;
use super::items::heads_of_items;
use super::joined::{is_purpose, joined_to, phrasal};
use super::no_source::{grants_nothing, is_act, is_another_word, is_label, is_only_meant};
use super::turns::{speaker_turn, turns};
use super::unsaid::{
    by_nobody, has_yet_to, receives_a_guest, refused, still_to_come, wants_no_name,
};
use super::works::titles;
use crate::clauses::{VerbGroup, verb_group};
use crate::entities::{Cast, MemberId};
use crate::lexicon::{Takes, Verb};
use crate::network::Marked;
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{Act, EntityKind, Mode};

/// A statement while it is still made of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// Each of them said it; empty where the text names nobody.
    pub(crate) who: Vec<MemberId>,
    /// The noun phrase of the source.
    pub(crate) source: Option<Run>,
    /// The reporting words.
    pub(crate) cue: Option<Run>,
    /// The words said.
    pub(crate) content: Vec<Run>,
    /// Said not to have been said, or said not to be so.
    pub(crate) negated: bool,
    /// What is done by saying it.
    pub(crate) act: Act,
    /// Who was told.
    pub(crate) addressee: Option<MemberId>,
}

impl Said {
    /// Where its cue stands, or else its first word.
    pub(crate) fn at(&self) -> usize {
        self.cue.as_ref().or(self.content.first()).map_or(0, |run| run.start)
    }
}

/// Reads the statements of an article and the attitudes it tells of, each in order of their cues.
/// `marks` are the network's.
pub(crate) fn statements(
    cast: &Cast,
    headers: &[bool],
    issuers: &Issuers,
    marks: &[Marked],
) -> (Vec<Said>, Vec<Said>) {
    let is_header = |at: usize| headers.get(at).copied().unwrap_or(false);
    let titles = titles(cast.surface);
    let mut reader = Reader {
        cast,
        we: issuers,
        headers,
        found: Vec::new(),
        attitudes: Vec::new(),
        used: titles.clone(),
        titles,
        heads: heads_of_items(cast.surface),
    };
    for sentence in cast.surface.sentences() {
        // "date 2025-02-18" and a wire's dateline stand before the first sentence's words.
        if let Some(start) = sentence.clone().find(|at| !is_header(*at)) {
            reader.sentence(&(start..sentence.end));
        }
    }
    reader.disowned();
    reader.found.extend(turns(cast));
    reader.labels();
    let waiting = reader.marked(marks);
    reader.introduced_quotations();
    reader.quotations_without_cue();
    reader.add_waiting(waiting);
    reader.find_sources();
    reader.nameless();
    reader.who_quotes();
    reader.body_of_release();
    let mut found = reader.found;
    found.sort_by_key(Said::at);
    with_question_words(cast, &mut found);
    without_tails(cast, &mut found);
    found.dedup_by(|later, earlier| {
        later.content == earlier.content
            && later.who == earlier.who
            && later.negated == earlier.negated
    });
    let mut attitudes = reader.attitudes;
    attitudes.sort_by_key(Said::at);
    (found, attitudes)
}

/// "Lee told Kim that it was late, the ministry said": what the ministry said is no part of what Lee
/// told.
fn without_tails(cast: &Cast, found: &mut [Said]) {
    let surface = cast.surface;
    for number in 0..found.len() {
        let said = &found[number];
        let ([content], Some(cue)) = (&said.content[..], &said.cue) else { continue };
        let (sentence, own) = (surface.sentence_of(cue.start), cue.start);
        let tail = |other: &Said| {
            let (source, cue) = (other.source.as_ref()?, other.cue.as_ref()?);
            let (first, last) = (other.content.first()?, other.content.last()?);
            let within = |run: &Run| content.start < run.start && run.end <= content.end;
            let around = first.start <= own && own < last.end && last.end <= source.start;
            let here = surface.sentence_of(source.start) == sentence;
            (here && around && within(source) && within(cue)).then_some(source.start)
        };
        let beside = &found[number.saturating_sub(4)..found.len().min(number + 5)];
        let Some(end) = beside.iter().filter_map(tail).min() else { continue };
        // ", the ministry said, and that it was late" goes on.
        if (end..content.end).any(|at| surface.lower(at) == "that") {
            continue;
        }
        let comma = usize::from(surface.word(end - 1) == ",");
        let kept = content.start..end - comma;
        if kept.start < kept.end {
            found[number].content = vec![kept];
        }
    }
}

/// "refused to say whether it was late", "did not say when": the word of the question is part of it.
fn with_question_words(cast: &Cast, found: &mut [Said]) {
    let surface = cast.surface;
    for said in found {
        let (Some(cue), Some(first)) = (&said.cue, said.content.first_mut()) else { continue };
        let Some(before) = first.start.checked_sub(1).filter(|at| *at == cue.end) else { continue };
        let asks = said.negated || said.act == Act::Ask;
        let question = match surface.lower(before) {
            "whether" | "why" | "where" => true,
            "when" | "how" => asks,
            _ => false,
        };
        if question && surface.quotation_of(before) == surface.quotation_of(first.start) {
            first.start = before;
        }
    }
}

/// What reads the statements of one article.
pub(super) struct Reader<'c, 'a, 't> {
    pub(super) cast: &'c Cast<'a, 't>,
    pub(super) we: &'c Issuers,
    /// Which tokens are no part of the body.
    pub(super) headers: &'c [bool],
    pub(super) found: Vec<Said>,
    /// Beliefs, wishes, plans and votes: nobody's words.
    pub(super) attitudes: Vec<Said>,
    /// Which quotations belong to a statement already.
    pub(super) used: Vec<bool>,
    /// Which quotations are titles of works.
    pub(super) titles: Vec<bool>,
    /// For every paragraph that is an item of a list, the one that ends with the colon before it.
    pub(super) heads: Vec<Option<usize>>,
}

impl Reader<'_, '_, '_> {
    fn sentence(&mut self, sentence: &Run) {
        let surface = self.cast.surface;
        let mut before: Option<Source> = None;
        if speaker_turn(self.cast, sentence.start).is_some() {
            return; // what is said in a turn is its speaker's as a whole
        }
        for at in sentence.clone() {
            if surface.lower(at) == "according"
                && surface.lower(at + 1) == "to"
                && surface.quotation_of(at).is_none()
            {
                self.according_to(at, sentence);
                continue;
            }
            if surface.quotation_of(at).is_some() {
                continue;
            }
            self.noun(at, sentence);
            if surface.lower(at) == "attributable" && surface.lower(at + 1) == "to" {
                continue;
            }
            let Some(verb) = self.reporting(at) else { continue };
            let mut group = verb_group(surface, at);
            // "call on them to leave, and urge restraint": joined to the first, not to the second.
            if joined_to(self.cast, at).is_some() {
                group.infinitive = false;
            }
            if let Some((said, source)) = self.by_verb(&group, verb, before.as_ref(), sentence) {
                before = Some(source);
                if self.repeats(&said, verb) {
                    continue;
                }
                self.claim(&said);
                self.found.push(said);
            }
        }
    }

    /// Whether it lies within what the same speaker is already said to say: "Annan said that he had
    /// noted some progress", "officials say they regret it"; or only tells how others stand of whom
    /// somebody speaks: "said that Chad remains committed".
    fn repeats(&self, said: &Said, verb: Verb) -> bool {
        let surface = self.cast.surface;
        let source = said.source.as_ref();
        let stands = verb.takes.any(Takes::REMAIN)
            && !said.who.is_empty()
            && source.is_some_and(|run| !matches!(surface.lower(run.start), "we" | "i"));
        let themselves = |outer: &Said| {
            source.is_some_and(|run| {
                run.len() == 1
                    && matches!(surface.lower(run.start), "he" | "she" | "it" | "they")
                    && outer.content.first().is_some_and(|content| content.start == run.start)
            })
        };
        let inside = |outer: &Said| {
            outer.content.iter().any(|run| {
                said.content.iter().all(|inner| {
                    run.start <= inner.start && inner.end <= run.end && run.contains(&said.at())
                })
            })
        };
        self.found.iter().rev().take(4).any(|outer| {
            let same = !said.who.is_empty() && outer.who == said.who;
            (same || stands || themselves(outer)) && inside(outer)
        })
    }

    /// The verb of reporting at a token, if the token is one there.
    pub(super) fn reporting(&self, at: usize) -> Option<Verb> {
        let surface = self.cast.surface;
        let verb = phrasal(self.cast, at)
            .map(|(verb, _)| verb)
            .or_else(|| self.cast.lexicon.verbs.get(surface.lower(at)).copied())?;
        // "cited Lee as saying" quotes, where "cited the treaty" tells.
        let quotes = surface.lower(at).starts_with("cit")
            && quoted_as_saying(self.cast, at, self.we).is_some();
        let quote = || self.cast.lexicon.verbs.get("quoted").copied();
        let verb = if quotes { quote().unwrap_or(verb) } else { verb };
        let pos = surface.pos(at);
        if is_another_word(surface, at) {
            return None;
        }
        // "remarks suggesting that": the noun is the cue.
        if pos == Pos::VerbGerund && at > 0 && self.act_of_noun(at - 1).is_some() {
            return None;
        }
        let is_verb = pos.is_verb()
            || (verb.takes.any(Takes::THAT)
                && matches!(surface.lower(at), "says" | "said" | "warns" | "claims"));
        let is_verb = is_verb
            || verb.takes.any(Takes::REMAIN) && self.copula(at).is_some()
            || self.begins_item(at).is_some();
        (is_verb
            && pos != Pos::Modal
            && self
                .cast
                .mention_at(at)
                .is_none_or(|mention| mention.run.len() == 1 && pos.is_finite_verb()))
        .then_some(verb)
    }

    fn by_verb(
        &self,
        group: &VerbGroup,
        verb: Verb,
        before: Option<&Source>,
        sentence: &Run,
    ) -> Option<(Said, Source)> {
        let surface = self.cast.surface;
        let yet = has_yet_to(surface, group);
        let declined = group.infinitive && refused(surface, group);
        let avoided = !group.infinitive && refused(surface, group);
        let goes_on = group.infinitive
            && matches!(
                surface.lower(group.run.start.wrapping_sub(1)),
                "continued" | "continue" | "continues" | "on" | "sought"
            );
        let purpose = is_purpose(self.cast, group.main);
        if group.infinitive && !declined && !goes_on && !purpose && !yet
            || wants_no_name(surface, group.main)
            || is_label(surface, group.main)
            || is_only_meant(surface, group)
            || receives_a_guest(self.cast, group.main)
        {
            return None;
        }
        // After a plural the tagger may read a present tense as a base form.
        let plural = group.run.start > sentence.start
            && (self.cast.ends_mention(group.run.start - 1)
                || surface.pos(group.run.start - 1).is_plural()
                || matches!(surface.lower(group.run.start - 1), "and" | "we" | "they" | "i"));
        let base = surface.pos(group.main) == Pos::VerbBase
            && !group.finite
            && !group.infinitive
            && !plural;
        let participle = surface.pos(group.main) == Pos::VerbParticiple
            && !group.finite
            && !verb.takes.any(Takes::REMAIN);
        let joined = joined_to(self.cast, group.main).is_some();
        let item = self.source_of_item(group.run.start);
        let finite = item.is_some() || self.is_past_misread(group);
        if base && !joined || participle && group.run.start != sentence.start && !finite {
            return None;
        }
        let clause_group = if declined
            || avoided
            || goes_on
            || verb.takes.any(Takes::REMAIN) && group.run.start > sentence.start
        {
            verb_group(surface, self.copula(group.main).unwrap_or(group.run.start - 1))
        } else {
            group.clone()
        };
        let impersonal = group.passive
            && surface.lower(group.run.start.wrapping_sub(1)) == "it"
            && verb.takes.any(Takes::THAT);
        let source = if impersonal {
            let it = group.run.start - 1;
            Source { run: it..it + 1, who: Vec::new(), inverted: false, shared: false }
        } else if let Some(item) = item {
            item
        } else if purpose {
            main_subject(self.cast, sentence.start, group.run.start, self.we)?
        } else {
            source(self.cast, &clause_group, before, self.we)?
        };
        // What may or should be said was not.
        let hypothetical = group.modal
            && !group.negated
            && !surface.lower(group.run.start).starts_with("would")
            && surface.lower(group.run.start) != "could";
        if hypothetical || still_to_come(self.cast, group, Some(&source.run), self.released()) {
            return None;
        }
        let inverted = source.inverted.then(|| source.run.clone());
        let remains = verb.takes.any(Takes::REMAIN);
        let right = if remains {
            self.remaining(group, sentence)
        } else {
            content_after(self.cast, group, verb, inverted.as_ref())
        };
        // "said in a report entitled “…”": what it is called is nobody's words.
        let title =
            |run: &Run| surface.quotation_of(run.start).is_some_and(|number| self.titles[number]);
        let right = right.filter(|content| !content.runs.iter().all(title));
        let left =
            || if remains { None } else { self.content_before(group, verb, &source, sentence) };
        let prefer_left =
            source.inverted || self.quotation_ends_before(group, &source, sentence).is_some();
        let (content, addressee) = match right {
            Some(content)
                if !prefer_left
                    || content.clause
                        && !source.inverted
                        && self.quotation_ends_before(group, &source, sentence).is_none() =>
            {
                (content.runs, content.addressee)
            }
            right => match left() {
                Some(runs) => {
                    let mut runs = runs;
                    let addressee = right.as_ref().and_then(|content| content.addressee);
                    let told = || told_at_last(self.cast, group, verb, source.inverted);
                    let addressee = addressee.or_else(told);
                    // "…," Lee said, "…": the quotation goes on after its cue.
                    if let Some(more) =
                        right.filter(|content| content.clause && self.in_quotation(&content.runs))
                    {
                        runs.extend(more.runs);
                    }
                    (runs, addressee)
                }
                None => right.map(|content| (content.runs, content.addressee))?,
            },
        };
        if grants_nothing(self.cast, group.main, verb, &content)
            || is_act(self.cast, group.main, &source.run, &content)
        {
            return None;
        }
        // A verb that also does other things ("raised taxes") needs a source that acts.
        let weak = !(verb.takes.any(Takes::THAT) || verb.takes.any(Takes::QUOTE));
        if content.is_empty() || weak && source.who.is_empty() && !self.speaks_anyway(&source.run) {
            return None;
        }
        let addressee = addressee.or_else(|| self.thanked(verb, &content));
        let source_run = if impersonal { None } else { Some(source.run.clone()) };
        let cue = if remains {
            self.copula(group.main).unwrap_or(group.main)..group.main + 1
        } else {
            group.main..phrasal(self.cast, group.main).map_or(group.main + 1, |(_, end)| end)
        };
        // "Citing Lee, the paper reported": Lee's words, and no words about Lee.
        if surface.lower(group.main).starts_with("cit") && self.is_speaker(&content) {
            return None;
        }
        let unsaid = group.negated || declined || avoided || yet || by_nobody(surface, &source.run);
        let said = Said {
            who: source.who.clone(),
            source: source_run,
            cue: Some(cue),
            content,
            negated: verb.negated != unsaid && (verb.negated || unsaid),
            act: match verb.act {
                Act::Say if group.negated => Act::Deny,
                // "called the talks useful"
                Act::Urge if self.names(group.main) => Act::Say,
                act => act,
            },
            addressee,
        };
        Some((said, source))
    }

    /// A past tense that was read as a participle: "European allies have also expressed" is finite
    /// already; "officials said Monday" may be mistaken.
    fn is_past_misread(&self, group: &VerbGroup) -> bool {
        let surface = self.cast.surface;
        let left = group.run.start.wrapping_sub(1);
        let says = verb_takes_clause(self.cast, group.main)
            && matches!(
                surface.lower(group.main + 1),
                "that"
                    | "after"
                    | "on"
                    | "in"
                    | "it"
                    | "he"
                    | "she"
                    | "they"
                    | "the"
                    | "\""
                    | ":"
                    | ","
            )
            && surface.word(left) == ",";
        // "the mother of three replied, “…”"
        let quotes =
            surface.pos(left).is_noun() || matches!(surface.pos(left), Pos::Number | Pos::Pronoun);
        let quotes = quotes
            && verb_quotes(self.cast, group.main)
            && super::contents::quote_at(surface, group.main + 1);
        says || quotes
            || matches!(surface.lower(group.main), "said" | "told")
            || (self.cast.ends_mention(left)
                && surface.pos(left).is_proper()
                && surface.lower(group.main + 1) != "by")
    }

    /// Whether the text is issued by those it calls "we".
    pub(super) fn released(&self) -> bool {
        !self.we.we.is_empty()
    }

    /// "called it a failure", where "called for" and "called on" urge.
    pub(super) fn names(&self, main: usize) -> bool {
        let surface = self.cast.surface;
        matches!(surface.lower(main), "call" | "calls" | "called" | "calling")
            && !matches!(surface.lower(main + 1), "for" | "on" | "upon")
    }

    /// Whether words are the name of a person or a body and nothing else.
    fn is_speaker(&self, content: &[Run]) -> bool {
        let [run] = content else { return false };
        let last = run.end.checked_sub(1).and_then(|at| self.cast.mention_at(at));
        last.is_some_and(|mention| {
            mention.run.end == run.end
                && matches!(
                    self.cast.kind(mention.who),
                    EntityKind::Person | EntityKind::Organization
                )
        })
    }

    fn speaks_anyway(&self, run: &Run) -> bool {
        let last = self.cast.surface.lower(run.end.saturating_sub(1));
        last.ends_with("ies") && last == "allies"
            || matches!(
                last,
                "critics"
                    | "officials"
                    | "leaders"
                    | "diplomats"
                    | "analysts"
                    | "ministers"
                    | "groups"
                    | "lawmakers"
                    | "activists"
            )
    }

    fn in_quotation(&self, runs: &[Run]) -> bool {
        runs.iter().all(|run| self.cast.surface.quotation_of(run.start).is_some())
    }

    /// Whom thanks, praise and congratulations are addressed to: the one named first.
    fn thanked(&self, verb: Verb, content: &[Run]) -> Option<MemberId> {
        let courtesy = matches!(verb.act, Act::Thank)
            || verb.takes.any(Takes::ADDRESSEE) && verb.act == Act::Praise;
        let first = content.first().filter(|_| courtesy)?;
        let surface = self.cast.surface;
        let start = (first.start..first.end).find(|at| !surface.pos(*at).is_determiner())?;
        let mention = self
            .cast
            .mention_at(start)
            .or_else(|| self.cast.mentions_in(&(start..(start + 4).min(first.end))).next())?;
        (surface.lower(mention.run.end) != "'s" && self.cast.kind(mention.who) != EntityKind::Place)
            .then_some(mention.who)
    }

    /// "We remain committed to …".
    fn remaining(&self, group: &VerbGroup, sentence: &Run) -> Option<super::contents::Content> {
        let surface = self.cast.surface;
        self.copula(group.main)?;
        let end = clause_end(self.cast, group.main + 1, sentence, None);
        let run = trim(surface, group.main + 1..end);
        (!run.is_empty()).then(|| super::contents::Content {
            runs: vec![run],
            addressee: None,
            clause: true,
        })
    }

    /// "remain", "are", "stand" before "committed" or "concerned", adverbs between.
    pub(super) fn copula(&self, main: usize) -> Option<usize> {
        let surface = self.cast.surface;
        let mut at = main.checked_sub(1)?;
        while surface.pos(at).is_adverb() {
            at = at.checked_sub(1)?;
        }
        matches!(surface.lower(at), "remain" | "remains" | "are" | "is" | "stand" | "stands" | "am")
            .then_some(at)
    }
}

fn verb_takes_clause(cast: &Cast, at: usize) -> bool {
    cast.lexicon.verbs.get(cast.surface.lower(at)).is_some_and(|verb| verb.takes.any(Takes::THAT))
}

fn verb_quotes(cast: &Cast, at: usize) -> bool {
    cast.lexicon.verbs.get(cast.surface.lower(at)).is_some_and(|verb| verb.takes.any(Takes::QUOTE))
}

/// How much of a statement stands in quotation marks, by words.
pub(crate) fn mode(cast: &Cast, said: &Said) -> Mode {
    let surface = cast.surface;
    // A turn of a transcript is quoted without marks.
    let turn = said.cue.is_none()
        && said.source.as_ref().is_some_and(|source| surface.word(source.end) == ":");
    if turn {
        return Mode::Direct;
    }
    // A whole release is its spokesperson's, whatever it quotes.
    if said.cue.as_ref().is_some_and(|cue| surface.lower(cue.start) == "attributable") {
        return Mode::Indirect;
    }
    let words: Vec<usize> = said
        .content
        .iter()
        .flat_map(Clone::clone)
        .filter(|at| matches!(surface.kind(*at), TokenKind::Word | TokenKind::Number))
        .collect();
    let quoted = words.iter().filter(|at| surface.quotation_of(**at).is_some()).count();
    match quoted {
        0 => Mode::Indirect,
        _ if quoted == words.len() => Mode::Direct,
        _ => Mode::Mixed,
    }
}
