//! Who "he" is: the subject of what was said last, of the right gender.

use super::{Cast, MemberId, Reason};
use crate::clauses::subject_before;
use crate::lexicon::Gender;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Somebody whom a pronoun may mean, with where they were last named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) who: MemberId,
    pub(super) at: usize,
    pub(super) subject: bool,
}

/// Words from a pronoun to the comma before whom it means, and from there to the name, at most.
const AHEAD: usize = 10;
const NAMED: usize = 4;

/// Words back in which whoever was called by an office is looked for.
const LATELY: usize = 2000;

/// The gender that a pronoun asks for.
fn gender(word: &str) -> Option<Gender> {
    match word {
        "he" | "his" | "him" | "himself" => Some(Gender::Man),
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        _ => None,
    }
}

impl Cast<'_, '_> {
    /// Resolves pronouns, descriptions and relative titles, sentence by sentence, so that each
    /// finds what the ones before it were resolved to.
    pub(super) fn resolve(&mut self) {
        // What was said last, the latest sentence last; a handful of sentences is enough.
        let mut recent: Vec<Vec<Candidate>> = Vec::new();
        for number in 0..self.surface.sentences().len() {
            let sentence = self.surface.sentences()[number].clone();
            let named = self.named_in(&sentence);
            let mut here: Vec<Candidate> = Vec::new();
            let mut next_named = named.iter().copied().peekable();
            let titles = self.titles_in(&sentence);
            let mut next_title = titles.into_iter().peekable();
            for at in sentence.clone() {
                while let Some(candidate) = next_named.next_if(|candidate| candidate.at <= at) {
                    here.push(candidate);
                }
                if let Some(who) = self.it(at, &sentence) {
                    self.mention(at..at + 1, self.surface.span(at), who, Reason::Pronoun);
                }
                // "Vice Premier He Lee": a name.
                let is_name = self.mention_at(at).is_some_and(|it| it.reason == Reason::Name);
                let pronoun = (self.surface.pos(at).is_pronoun() && !is_name)
                    .then(|| gender(self.surface.lower(at)))
                    .flatten();
                if let Some(gender) = pronoun
                    && let Some(who) = self.pronoun(at, gender, &sentence, &named, &here, &recent)
                {
                    self.mention(at..at + 1, self.surface.span(at), who, Reason::Pronoun);
                    let subject = self.surface.pos(at) == Pos::Pronoun && self.is_subject(at + 1);
                    here.push(Candidate { who, at, subject });
                }
                if let Some(title) =
                    next_title.next_if(|title| self.titles[*title].run.end <= at + 1)
                    && let Some(who) = self.describe(title, &here, &recent)
                {
                    let full = self.titles[title].full.clone();
                    let subject = self.is_subject(full.end);
                    here.push(Candidate { who, at: full.start, subject });
                }
                self.nominal(at, &here);
            }
            recent.push(here);
            if recent.len() > 6 {
                recent.remove(0);
            }
        }
    }

    /// "South Korea says it will", "the ministry announced that it had": a state or organization that
    /// speaks of itself.
    fn it(&self, at: usize, sentence: &Run) -> Option<MemberId> {
        let surface = self.surface;
        if surface.lower(at) != "it"
            || surface.quotation_of(at).is_some()
            || !(self.is_subject(at + 1))
        {
            return None;
        }
        self.speaks_of_itself(at, sentence)
    }

    /// "The League says its leader, Ann Lee, will come": whose "its" is.
    pub(super) fn its_own(&self, at: usize) -> Option<MemberId> {
        let its = self.surface.lower(at) == "its" && self.surface.quotation_of(at).is_none();
        its.then(|| self.speaks_of_itself(at, &self.surface.sentence(at))).flatten()
    }

    /// The state or organization that has said what begins at a token.
    fn speaks_of_itself(&self, at: usize, sentence: &Run) -> Option<MemberId> {
        let surface = self.surface;
        let mut verb = at.checked_sub(1)?;
        if surface.lower(verb) == "that" {
            verb = verb.checked_sub(1)?;
        }
        if crate::clauses::is_day(surface.lower(verb)) {
            verb = verb.checked_sub(1)?;
        }
        if verb < sentence.start
            || !self.lexicon.verbs.contains(surface.lower(verb))
            || !surface.pos(verb).is_verb()
        {
            return None;
        }
        let group = crate::clauses::verb_group(surface, verb).run.start;
        let before = self.mention_at(group.checked_sub(1)?)?;
        let speaks = matches!(self.kind(before.who), EntityKind::State | EntityKind::Organization);
        (speaks && before.run.end == group && before.run.start >= sentence.start)
            .then_some(before.who)
    }

    /// Persons named in a sentence, in order, with whether each is the subject of a verb.
    fn named_in(&self, sentence: &Run) -> Vec<Candidate> {
        let surface = self.surface;
        let mut subjects = vec![];
        let ends = |at: usize| self.ends_mention(at);
        for at in sentence.clone() {
            let starts_group = surface.pos(at).is_finite_verb()
                && !(at > sentence.start && surface.pos(at - 1).is_finite_verb());
            if starts_group && let Some(run) = subject_before(surface, at, &ends) {
                subjects.push(run);
            }
        }
        self.mentions_in(sentence)
            .filter(|mention| self.kind(mention.who) == EntityKind::Person)
            .map(|mention| {
                let possessor = surface.lower(mention.run.end) == "'s";
                let within = subjects
                    .iter()
                    .any(|run| run.start <= mention.run.start && mention.run.end <= run.end);
                let inverted = surface.pos(mention.run.start.wrapping_sub(1)).is_verb()
                    && self
                        .lexicon
                        .verbs
                        .contains(surface.lower(mention.run.start.wrapping_sub(1)));
                Candidate {
                    who: mention.who,
                    at: mention.run.start,
                    subject: (within && !possessor) || inverted,
                }
            })
            .collect()
    }

    fn titles_in(&self, sentence: &Run) -> Vec<usize> {
        let first = self.titles.partition_point(|title| title.run.start < sentence.start);
        (first..self.titles.len())
            .take_while(|title| self.titles[*title].run.start < sentence.end)
            .collect()
    }

    pub(super) fn is_subject(&self, after: usize) -> bool {
        let mut at = after;
        while self.surface.pos(at).is_adverb() {
            at += 1;
        }
        self.surface.pos(at).is_finite_verb()
    }

    fn fits(&self, who: MemberId, wanted: Gender) -> bool {
        self.kind(who) == EntityKind::Person
            && (self.member(who).gender == wanted || self.member(who).gender == Gender::Unknown)
    }

    /// "the fact is that in his travel, President Lee was able": whoever a clause is about that begins with
    /// words of theirs.
    fn ahead(
        &self,
        at: usize,
        wanted: Gender,
        sentence: &Run,
        named: &[Candidate],
    ) -> Option<MemberId> {
        let surface = self.surface;
        let begins = at.checked_sub(2).filter(|at| *at >= sentence.start)?;
        let comma = (at..sentence.end.min(at + AHEAD)).find(|at| surface.word(*at) == ",")?;
        let leads = surface.lower(begins) == "that"
            && matches!(surface.lower(at - 1), "at" | "during" | "in" | "on")
            && !(at..comma).any(|at| surface.pos(at).is_verb());
        let subject = |it: &&Candidate| {
            it.subject && it.at > comma && it.at <= comma + NAMED && self.fits(it.who, wanted)
        };
        if !leads {
            return None;
        }
        named.iter().find(subject).map(|it| it.who).or_else(|| {
            // "the President": the last one who was called so.
            let the = surface.lower(comma + 1) == "the" && surface.pos(comma + 3).is_finite_verb();
            let office = surface.lower(comma + 2);
            let holds = |who: MemberId| {
                let mut offices = self.member(who).offices.iter();
                offices.any(|office_of| office_of.title.eq_ignore_ascii_case(office))
            };
            let before = || self.mentions_in(&(at.saturating_sub(LATELY)..at)).map(|it| it.who);
            let before = the.then(before).into_iter().flatten();
            let mut last = before.filter(|who| self.fits(*who, wanted) && holds(*who));
            let first = last.next()?;
            last.all(|who| who == first).then_some(first)
        })
    }

    /// Whom a pronoun cannot mean: as object of a verb not its subject ("Lee told him"), and in an
    /// apposition not whose it is ("Ann Lee, her Malian counterpart").
    fn ruled_out(&self, at: usize, sentence: &Run, here: &[Candidate]) -> Vec<MemberId> {
        let surface = self.surface;
        let word = surface.lower(at);
        if at <= sentence.start {
            return Vec::new();
        }
        let before = at - 1;
        let relative = || {
            (at + 1..at + 5)
                .any(|at| matches!(surface.lower(at), "counterpart" | "colleague" | "opposite"))
        };
        if matches!(word, "his" | "her") && surface.word(before) == "," && relative() {
            let beside = here.iter().rev().find(|candidate| {
                self.mention_at(candidate.at).is_some_and(|mention| mention.run.end == before)
            });
            return beside.map(|candidate| candidate.who).into_iter().collect();
        }
        let object = matches!(word, "him" | "her")
            && surface.pos(at) == Pos::Pronoun
            && !surface.pos(at + 1).is_noun()
            && surface.pos(before).is_verb();
        if !object {
            return Vec::new();
        }
        let verb = crate::clauses::verb_group(surface, before);
        let group = verb.run.start;
        let ends = |at: usize| self.ends_mention(at);
        let told = subject_before(surface, group, &ends).filter(|_| verb.finite);
        // "Lee met Kim and told him", "to thank him": the subject of the verb before.
        let before = || {
            let joined = !verb.finite
                || matches!(surface.lower(group.wrapping_sub(1)), "and" | "then" | "but");
            // "Lee praised Kim and told him": not whom a verb stands before.
            let object = |at: usize| surface.pos(at.wrapping_sub(1)).is_verb();
            let mut before = here.iter();
            let subject = before.rfind(|it| it.subject && it.at < group && !object(it.at));
            subject.filter(|_| joined).map(|subject| subject.at..subject.at + 1)
        };
        let Some(run) = told.or_else(before) else { return Vec::new() };
        // "Lee, accompanied by Kim, told him": neither.
        let aside = !(run.start..group).any(|at| surface.pos(at).is_finite_verb());
        let end = if aside { group } else { run.end };
        // "Lee's talks made him": Lee is no subject.
        let within = here.iter().filter(|candidate| {
            (run.start..end).contains(&candidate.at)
                && (candidate.subject || candidate.at >= run.end)
        });
        within.map(|candidate| candidate.who).collect()
    }

    fn pronoun(
        &self,
        at: usize,
        wanted: Gender,
        sentence: &Run,
        named: &[Candidate],
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let surface = self.surface;
        let ruled_out = self.ruled_out(at, sentence, here);
        let fits = |candidate: &&Candidate| {
            self.fits(candidate.who, wanted) && !ruled_out.contains(&candidate.who)
        };
        let possessive =
            surface.pos(at) == Pos::PossessivePronoun || matches!(surface.lower(at), "his" | "her");
        let quoted = surface.quotation_of(at);
        let visible = |candidate: &&Candidate| {
            quoted.is_some() || surface.quotation_of(candidate.at).is_none()
        };
        // "made incumbent Mwai Kibaki president and his rival": the nearest, if no verb lies between.
        if possessive
            && let Some(near) = here.iter().rev().filter(fits).find(visible)
            && at - near.at <= 8
            && !(near.at..at).any(|between| {
                surface.pos(between).is_finite_verb()
                    || matches!(surface.word(between), "\"" | "”" | ";")
            })
            && surface.lower(near.at + 1) != "'s"
        {
            return Some(near.who);
        }
        // "In his remarks, Lee said": the subject that is still to come.
        let comma = (at..sentence.end).find(|at| surface.word(*at) == ",");
        let leading = here.iter().all(|candidate| !self.fits(candidate.who, wanted))
            && (surface.pos(sentence.start) == Pos::VerbGerund
                || surface.pos(sentence.start) == Pos::Preposition);
        if leading
            && let Some(comma) = comma
            && !(sentence.start..comma).any(|at| surface.pos(at).is_finite_verb())
            && let Some(next) = named
                .iter()
                .filter(|candidate| candidate.at > comma && candidate.subject)
                .find(fits)
        {
            return Some(next.who);
        }
        if possessive && let Some(who) = self.ahead(at, wanted, sentence, named) {
            return Some(who);
        }
        let subject = here.iter().filter(|candidate| candidate.subject).filter(visible).rfind(fits);
        let any = || here.iter().filter(visible).rfind(fits);
        if let Some(found) = subject.or_else(any) {
            return Some(found.who);
        }
        let found = recent.iter().rev().take(4).find_map(|sentence| {
            let subject = sentence
                .iter()
                .filter(|candidate| candidate.subject)
                .filter(|candidate| surface.quotation_of(candidate.at).is_none())
                .find(fits);
            subject.or_else(|| sentence.iter().find(fits))
        });
        // "The prime minister spoke to Lee. He said": nobody knows who did.
        found.filter(|it| !self.is_of_a_nameless(it.at)).map(|it| it.who)
    }
}
