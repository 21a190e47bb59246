//! Who said what: every verb, noun and preposition of reporting with its source and its content.

use super::contents::{clause_end, content_after, trim};
use super::issuers::Issuers;
use super::turns::{speaker_turn, turns};
use super::cues::{Source, source, speakers};
use crate::clauses::{VerbGroup, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::lexicon::{Takes, Verb};
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

/// Reads the statements of an article, in order of their cues.
pub(crate) fn statements(cast: &Cast, headers: &[bool], issuers: &Issuers) -> Vec<Said> {
    let is_header = |at: usize| headers.get(at).copied().unwrap_or(false);
    let mut reader =
        Reader { cast, we: issuers, found: Vec::new(), used: vec![false; cast.surface.quotations().len()] };
    for sentence in cast.surface.sentences() {
        // "date 2025-02-18" and a wire's dateline stand before the first sentence's words.
        if let Some(start) = sentence.clone().find(|at| !is_header(*at)) {
            reader.sentence(&(start..sentence.end));
        }
    }
    reader.found.extend(turns(cast));
    reader.quotations_without_cue();
    reader.body_of_release();
    let mut found = reader.found;
    found.sort_by_key(Said::at);
    found.dedup_by(|later, earlier| {
        later.content == earlier.content
            && later.who == earlier.who
            && later.negated == earlier.negated
    });
    found
}

struct Reader<'c, 'a, 't> {
    cast: &'c Cast<'a, 't>,
    we: &'c Issuers,
    found: Vec<Said>,
    /// Which quotations belong to a statement already.
    used: Vec<bool>,
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
            let group = verb_group(surface, at);
            if let Some((said, source)) = self.by_verb(&group, &verb, before.as_ref(), sentence) {
                before = Some(source);
                if self.repeats(&said) {
                    continue;
                }
                self.claim(&said);
                self.found.push(said);
            }
        }
    }

    /// Whether it lies within what the same speaker is already said to say: "Annan said that he had
    /// noted some progress".
    fn repeats(&self, said: &Said) -> bool {
        let inside = |outer: &Said| {
            outer.content.iter().any(|run| {
                said.content.iter().all(|inner| {
                    run.start <= inner.start && inner.end <= run.end && run.contains(&said.at())
                })
            })
        };
        self.found
            .iter()
            .rev()
            .take(4)
            .any(|outer| !said.who.is_empty() && outer.who == said.who && inside(outer))
    }

    /// The verb of reporting at a token, if the token is one there.
    fn reporting(&self, at: usize) -> Option<Verb> {
        let surface = self.cast.surface;
        let verb = *self.cast.lexicon.verbs.get(surface.lower(at))?;
        let pos = surface.pos(at);
        // "remarks suggesting that": the noun is the cue.
        if pos == Pos::VerbGerund && at > 0 && self.act_of_noun(at - 1).is_some() {
            return None;
        }
        let is_verb = pos.is_verb()
            || (verb.takes.any(Takes::THAT)
                && matches!(surface.lower(at), "says" | "said" | "warns" | "claims"));
        let is_verb = is_verb || verb.takes.any(Takes::REMAIN) && self.copula(at).is_some();
        (is_verb && pos != Pos::Modal && self
                .cast
                .mention_at(at)
                .is_none_or(|mention| mention.run.len() == 1 && pos.is_finite_verb()))
        .then_some(verb)
    }

    fn by_verb(
        &self,
        group: &VerbGroup,
        verb: &Verb,
        before: Option<&Source>,
        sentence: &Run,
    ) -> Option<(Said, Source)> {
        let surface = self.cast.surface;
        let declined = group.infinitive
            && matches!(
                surface.lower(group.run.start.wrapping_sub(1)),
                "declined" | "refused" | "declines" | "refuses" | "failed"
            );
        let goes_on = group.infinitive
            && matches!(
                surface.lower(group.run.start.wrapping_sub(1)),
                "continued" | "continue" | "continues" | "on" | "sought"
            );
        if group.infinitive && !declined && !goes_on {
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
        if base || participle && group.run.start != sentence.start && !self.is_past_misread(group) {
            return None;
        }
        let clause_group = if declined
            || goes_on
            || verb.takes.any(Takes::REMAIN) && group.run.start > sentence.start { verb_group(surface, self.copula(group.main).unwrap_or(group.run.start - 1)) } else {
            group.clone()
        };
        let impersonal = group.passive
            && surface.lower(group.run.start.wrapping_sub(1)) == "it"
            && verb.takes.any(Takes::THAT);
        let source = if impersonal {
            let it = group.run.start - 1;
            Source { run: it..it + 1, who: Vec::new(), inverted: false, shared: false }
        } else {
            source(self.cast, &clause_group, before, self.we)?
        };
        // What may or should be said was not.
        let hypothetical = group.modal
            && !group.negated
            && !surface.lower(group.run.start).starts_with("would")
            && surface.lower(group.run.start) != "could";
        if hypothetical {
            return None;
        }
        let inverted = source.inverted.then(|| source.run.clone());
        let remains = verb.takes.any(Takes::REMAIN);
        let right = if remains {
            self.remaining(group, sentence)
        } else {
            content_after(self.cast, group, verb, inverted.as_ref())
        };
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
        // A verb that also does other things ("raised taxes") needs a source that acts.
        let weak = !(verb.takes.any(Takes::THAT) || verb.takes.any(Takes::QUOTE));
        if content.is_empty() || weak && source.who.is_empty() && !self.speaks_anyway(&source.run) {
            return None;
        }
        let addressee = addressee.or_else(|| self.thanked(verb, &content));
        let source_run = if impersonal { None } else { Some(source.run.clone()) };
        let cue = if remains { self.copula(group.main).unwrap_or(group.main)..group.main + 1 } else { group.main..group.main + 1 };
        let said = Said {
            who: source.who.clone(),
            source: source_run,
            cue: Some(cue),
            content,
            negated: verb.negated != (group.negated || declined)
                && (verb.negated || group.negated || declined),
            act: if group.negated && verb.act == Act::Say { Act::Deny } else { verb.act },
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
        says || matches!(surface.lower(group.main), "said" | "told")
            || (self.cast.ends_mention(left)
                && surface.pos(left).is_proper()
                && surface.lower(group.main + 1) != "by")
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
    fn thanked(&self, verb: &Verb, content: &[Run]) -> Option<MemberId> {
        let courtesy = matches!(verb.act, Act::Thank) || verb.takes.any(Takes::ADDRESSEE) && verb.act == Act::Praise;
        let first = content.first().filter(|_| courtesy)?;
        let surface = self.cast.surface;
        let start = (first.start..first.end).find(|at| !surface.pos(*at).is_determiner())?;
        let mention = self.cast.mention_at(start).or_else(|| self.cast.mentions_in(&(start..(start + 4).min(first.end))).next())?;
        (surface.lower(mention.run.end) != "'s" && self.cast.kind(mention.who) != EntityKind::Place).then_some(mention.who)
    }

    /// "We remain committed to …".
    fn remaining(&self, group: &VerbGroup, sentence: &Run) -> Option<super::contents::Content> {
        let surface = self.cast.surface;
        if self.copula(group.main).is_none() {
            return None;
        }
        let end = clause_end(self.cast, group.main + 1, sentence, None);
        let run = trim(surface, group.main + 1..end);
        (!run.is_empty()).then(|| super::contents::Content {
            runs: vec![run],
            addressee: None,
            clause: true,
        })
    }

    /// "remain", "are", "stand" before "committed" or "concerned", adverbs between.
    fn copula(&self, main: usize) -> Option<usize> {
        let surface = self.cast.surface;
        let mut at = main.checked_sub(1)?;
        while surface.pos(at).is_adverb() {
            at = at.checked_sub(1)?;
        }
        matches!(surface.lower(at), "remain" | "remains" | "are" | "is" | "stand" | "stands" | "am").then_some(at)
    }

    /// The quotation that ends right before the cue and its source.
    fn quotation_ends_before(
        &self,
        group: &VerbGroup,
        source: &Source,
        sentence: &Run,
    ) -> Option<usize> {
        let surface = self.cast.surface;
        let start =
            if source.inverted { group.run.start } else { source.run.start.min(group.run.start) };
        let mut at = start;
        while at > sentence.start && matches!(surface.word(at - 1), "," | "—" | "-" | "--") {
            at -= 1;
        }
        if at < sentence.start + 1 || surface.kind(at - 1) != TokenKind::Quote || at < 2 {
            return None;
        }
        surface
            .quotation_of(at - 2)
            .filter(|number| surface.quotations()[*number].inside.end == at - 1)
    }

    /// The content that stands before its cue: a quotation, or a clause up to the comma.
    fn content_before(
        &self,
        group: &VerbGroup,
        verb: &Verb,
        source: &Source,
        sentence: &Run,
    ) -> Option<Vec<Run>> {
        let surface = self.cast.surface;
        if source.shared {
            return None;
        }
        if let Some(number) = self.quotation_ends_before(group, source, sentence) {
            let inside = surface.quotations()[number].inside.clone();
            let run = trim(surface, inside.clone());
            // `The talks were "useful," Lee said`: what leads up to the quotation belongs to it.
            let open = inside.start.saturating_sub(1);
            let leads = open > sentence.start
                && surface.sentence_of(open) == surface.sentence_of(group.main)
                && surface.word(open - 1) != ","
                && surface.word(open - 1) != ":"
                && surface.kind(open - 1) != TokenKind::Quote;
            if leads {
                let from = self.clause_start(open, sentence);
                return Some(vec![trim(surface, from..inside.end)]);
            }
            let mut runs = vec![run];
            // An earlier quotation of the same sentence: `"A," but "B," he said`.
            if let Some(earlier) = number.checked_sub(1)
                && surface.sentence_of(surface.quotations()[earlier].inside.end - 1)
                    == surface.sentence_of(open)
                && !self.used[earlier]
                && surface.quotations()[earlier].inside.start > sentence.start
                && false
            {
                runs.insert(0, trim(surface, surface.quotations()[earlier].inside.clone()));
            }
            return Some(runs).filter(|runs| runs.iter().all(|run| !run.is_empty()));
        }
        if !(verb.takes.any(Takes::THAT) || verb.takes.any(Takes::QUOTE)) {
            return None;
        }
        let start = if source.inverted { group.run.start } else { source.run.start };
        if start <= sentence.start + 2 || surface.word(start - 1) != "," {
            return None;
        }
        let from = self.clause_start(start - 1, sentence);
        let run = trim(surface, from..start - 1);
        let has_verb = run.clone().any(|at| surface.pos(at).is_finite_verb());
        (has_verb && run.len() > 2).then(|| vec![run])
    }

    /// Where the clause that ends at a token begins: with the sentence, or after an earlier cue's
    /// clause.
    fn clause_start(&self, end: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        let mark = (sentence.start..end).rev().find(|at| {
            surface.word(*at) == ";"
                || (surface.kind(*at) == TokenKind::Quote
                    && surface.quotation_of(at - 1.min(*at)).is_some()
                    && surface.quotation_of(at + 1).is_none())
        });
        mark.map_or(sentence.start, |at| at + 1)
    }

    /// "…, according to Interfax" / "According to ABC News, …".
    fn according_to(&mut self, at: usize, sentence: &Run) {
        let surface = self.cast.surface;
        let start = at + 2;
        let mut end = start;
        while end < sentence.end
            && !matches!(surface.word(end), "," | ";" | ":" | "." | "—" | "--" | ")")
            && !surface.pos(end).is_finite_verb()
            && end < start + 30
        {
            end += 1;
        }
        // "Lee, a lawyer for the party": the apposition does not end the source if content follows later.
        let leading = at <= sentence.start + 1
            || surface.word(at - 1) == ","
                && surface.word(end) == ","
                && end + 2 < sentence.end
                && matches!(surface.lower(at.wrapping_sub(2)), "which" | "that" | "but" | "and");
        let run = trim(surface, start..end);
        if run.is_empty() {
            return;
        }
        let by = run.clone().rev().find(|at| surface.lower(*at) == "by");
        let phrase = by.map_or(run.clone(), |by| by + 1..run.end);
        let who = speakers(self.cast, &phrase, self.we);
        let content = if leading {
            let from = if surface.word(end) == "," { end + 1 } else { end };
            trim(surface, from..sentence.end)
        } else {
            let from = self.clause_start(at, sentence);
            trim(surface, from..at)
        };
        if content.len() < 2 {
            return;
        }
        let cue_end = by.map_or(at + 2, |by| by + 1);
        let said = Said {
            who,
            source: Some(phrase),
            cue: Some(at..cue_end),
            content: vec![content],
            negated: false,
            act: Act::Say,
            addressee: None,
        };
        self.claim(&said);
        self.found.push(said);
    }

    /// "Iran's claim that …", "U.S. accusations that …", "remarks suggesting …".
    fn noun(&mut self, at: usize, sentence: &Run) {
        let surface = self.cast.surface;
        let Some(act) = self.act_of_noun(at) else { return };
        let word = surface.lower(at);
        let stem = word.strip_suffix('s').unwrap_or(word);
        self.noun_with(at, sentence, stem, act);
    }

    /// What is done by a noun of saying ("claim", "accusations").
    fn act_of_noun(&self, at: usize) -> Option<Act> {
        let word = self.cast.surface.lower(at);
        Some(match word.strip_suffix('s').unwrap_or(word) {
            "claim" | "statement" | "assertion" | "announcement" | "comment" | "remark"
            | "report" | "suggestion" => Act::Say,
            "accusation" | "allegation" | "complaint" => Act::Accuse,
            "warning" | "threat" => Act::Warn,
            "pledge" | "promise" | "assurance" => Act::Promise,
            "demand" | "call" | "appeal" => Act::Urge,
            "denial" => Act::Deny,
            _ => return None,
        })
    }

    fn noun_with(&mut self, at: usize, sentence: &Run, stem: &str, act: Act) {
        let surface = self.cast.surface;
        let word = surface.lower(at);
        if !surface.pos(at).is_noun() || self.cast.mention_at(at).is_some() {
            return;
        }
        let next = surface.lower(at + 1);
        let from = match next {
            "that"
                if surface.pos(at + 1) != Pos::WhDeterminer
                    || matches!(
                        stem,
                        "claim" | "accusation" | "allegation" | "warning" | "assertion"
                    ) =>
            {
                at + 2
            }
            "suggesting" | "saying" | "claiming" => at + 2,
            "for" if matches!(stem, "call" | "appeal" | "demand") && word == stem => at + 2,
            _ => return,
        };
        // Whose it is stands before it: a possessor or demonyms.
        let mut start = at;
        while start > sentence.start {
            let before = start - 1;
            let fits = self.cast.mention_at(before).is_some()
                || matches!(surface.lower(before), "'s" | "and" | "the")
                || surface.pos(before).is_adjective()
                || surface.pos(before) == Pos::PossessivePronoun;
            if !fits {
                break;
            }
            start = before;
        }
        let mut who: Vec<MemberId> = distinct(
            self.cast
                .mentions_in(&(start..at))
                .map(|mention| mention.who)
                .filter(|who| self.cast.kind(*who) != EntityKind::Place)
                .collect(),
        );
        if who.iter().any(|who| self.cast.kind(*who) == EntityKind::Person) {
            who.retain(|who| self.cast.kind(*who) == EntityKind::Person);
        }
        if who.is_empty() {
            return;
        }
        let end = clause_end(self.cast, from, sentence, None);
        let content = trim(surface, from..end);
        if content.len() < 2 {
            return;
        }
        let phrase = trim(surface, start..at);
        let last = if surface.lower(phrase.end - 1) == "'s" { phrase.end - 1 } else { phrase.end };
        let cue_end =
            if matches!(next, "suggesting" | "saying" | "claiming") { at + 2 } else { at + 1 };
        self.found.push(Said {
            who,
            source: Some(phrase.start..last),
            cue: Some(at..cue_end),
            content: vec![content],
            negated: act == Act::Deny,
            act,
            addressee: None,
        });
    }

    /// Marks the quotations that a statement's content takes in.
    fn claim(&mut self, said: &Said) {
        let surface = self.cast.surface;
        for run in &said.content {
            for at in run.clone() {
                if let Some(number) = surface.quotation_of(at) {
                    self.used[number] = true;
                }
            }
        }
    }

    /// Quotations that no cue took: they go on with the statement before them, or stand alone with
    /// the speaker who spoke last.
    fn quotations_without_cue(&mut self) {
        let surface = self.cast.surface;
        let quotations = surface.quotations();
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|number| self.found[*number].at());
        for number in 0..quotations.len() {
            let inside = quotations[number].inside.clone();
            let run = trim(surface, inside.clone());
            let begins = inside.start.saturating_sub(1);
            let opens_sentence = surface.sentence(begins).start == begins
                || surface.word(begins.wrapping_sub(1)) == ";"
                || surface.word(begins.wrapping_sub(1)) == ",";
            if self.used[number] || run.len() < 4 || !opens_sentence {
                continue;
            }
            // The statement whose cue stands last before it.
            let before = order
                .iter()
                .copied()
                .filter(|at| self.found[*at].at() < begins && self.found[*at].cue.is_some())
                .max_by_key(|at| self.found[*at].at());
            let Some(before) = before else { continue };
            let same_paragraph =
                surface.paragraph_of(self.found[before].at()) == surface.paragraph_of(begins);
            let last = self.found[before].content.last().map_or(0, |run| run.end);
            let quoted = self.found[before].content.iter().any(|run| {
                surface.quotation_of(run.start).is_some()
                    && surface.quotation_of(run.end - 1).is_some()
            });
            let runs_over = number > 0
                && quotations[number - 1].open
                && self.used[number - 1]
                && quotations[number - 1].inside.end + 1 >= begins.saturating_sub(1);
            if (same_paragraph && quoted && last < begins) || runs_over {
                self.found[before].content.push(run);
                self.used[number] = true;
                continue;
            }
            let near = surface
                .paragraph_of(begins)
                .saturating_sub(surface.paragraph_of(self.found[before].at()))
                <= 1;
            if near && !self.found[before].who.is_empty() {
                let (who, act) = (self.found[before].who.clone(), Act::Say);
                self.found.push(Said {
                    who,
                    source: None,
                    cue: None,
                    content: vec![run],
                    negated: false,
                    act,
                    addressee: None,
                });
                self.used[number] = true;
            }
        }
    }

    /// "The following is attributable to Spokesperson Ned Price:": the whole body is that person's.
    fn body_of_release(&mut self) {
        let surface = self.cast.surface;
        let Some(sentence) = surface.sentences().iter().take(6).find(|sentence| {
            (sentence.start..sentence.end).any(|at| surface.lower(at) == "attributable")
        }) else {
            return;
        };
        let Some(at) = sentence.clone().find(|at| surface.lower(*at) == "attributable") else {
            return;
        };
        let phrase = trim(surface, at + 2..sentence.end);
        let who = self.cast.actors(&phrase);
        let start = surface
            .paragraphs()
            .iter()
            .find(|paragraph| paragraph.start >= sentence.end)
            .map_or(sentence.end, |paragraph| paragraph.start);
        let body = trim(surface, start..surface.len());
        if who.is_empty() || body.is_empty() {
            return;
        }
        self.found.push(Said {
            who,
            source: Some(phrase),
            cue: Some(at..at + 2),
            content: vec![body],
            negated: false,
            act: Act::Say,
            addressee: None,
        });
    }
}

fn verb_takes_clause(cast: &Cast, at: usize) -> bool {
    cast.lexicon.verbs.get(cast.surface.lower(at)).is_some_and(|verb| verb.takes.any(Takes::THAT))
}

/// How much of a statement stands in quotation marks, by words.
pub(crate) fn mode(cast: &Cast, said: &Said) -> Mode {
    let surface = cast.surface;
    // A turn of a transcript is quoted without marks.
    let turn = said.cue.is_none() && said.source.as_ref().is_some_and(|source| surface.word(source.end) == ":");
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
