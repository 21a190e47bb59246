//! Words that a goal follows: "agreed to", "efforts to", "the importance of", "urged Mali to".

use super::Reader;
use super::itemized::INTRO;
use super::marked::is_act;
use super::papers::is_paper;
use super::unmet::Fate;
use crate::clauses::{VerbGroup, begins, is_be, is_have, verb_group};
use crate::entities::{MemberId, distinct};
use crate::lexicon::{After, AimWord};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{EntityKind, GoalStatus, MONTHS};

/// How far "to do it" may stand from the word that it belongs to.
const FAR: usize = 40;
/// So many words may name whoever is told to do something.
const SUBJECT: usize = 9;

/// What is done at meetings is no goal of theirs.
const TALKING: &[&str] = &[
    "discuss",
    "meet",
    "talk",
    "speak",
    "attend",
    "participate",
    "highlight",
    "underscore",
    "emphasize",
    "stress",
    "reiterate",
    "reaffirm",
    "review",
    "visit",
    "travel",
    "consult",
    "hear",
    "deliver",
    "explore",
    "exchange",
    "express",
    "thank",
    "congratulate",
    "say",
    "note",
    "mark",
    "celebrate",
    "learn",
    "be",
    "have",
    "see",
    "hold",
    "join",
    "brief",
    "convey",
    "give",
    "explain",
    "tell",
    "lead",
    "launch",
    "sign",
    "open",
    "begin",
    "take",
];

impl Reader<'_, '_, '_> {
    /// The goals that the words beginning at a token open.
    pub(super) fn open(&mut self, at: usize, sentence: &Run) {
        let cast = self.cast;
        let surface = cast.surface;
        let words =
            |offset: usize| (at + offset < sentence.end).then(|| surface.lower(at + offset));
        if let Some((taken, rows)) = cast.lexicon.aims.at(words) {
            let noun = surface.pos(at).is_noun();
            let verb = surface.pos(at).is_verb();
            for row in rows.iter().filter(|row| if row.noun { noun } else { verb }) {
                if self.row(row, at, at + taken, sentence) {
                    return;
                }
            }
        }
        self.refusal(at, sentence);
        self.listed(at, sentence);
    }

    /// What one row of the table finds, whether anything.
    fn row(&mut self, row: &AimWord, at: usize, end: usize, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        // "the proposed deal" is proposed by anybody.
        if !row.noun && self.is_attribute(at, end) {
            return false;
        }
        let group = (!row.noun).then(|| verb_group(surface, at));
        let fate = match &group {
            Some(group) => self.fate_of_verb(group, row.status, sentence),
            None => self.fate_of_noun(at, sentence),
        };
        // "agreed on the following steps:" and the steps below, a line each.
        let listed = |after: &After| match after {
            After::Infinitive => true,
            After::Word(word) => matches!(&**word, "to" | "on"),
            _ => false,
        };
        if let Some(group) = &group
            && fate == Fate::Stands
            && !group.negated
            && row.after.iter().any(listed)
            && self.items_follow(end, sentence)
        {
            let holders = self.holders_of_verb(group, sentence);
            self.items(&holders, row.status, sentence);
            // "… to build upon it, including to:" names one before them.
            if sentence.end - end <= INTRO {
                return true;
            }
        }
        let scope =
            if row.noun { self.before_main_verb(at, end, sentence) } else { sentence.clone() };
        for after in &row.after {
            let Some(texts) = self.texts(row, after, at, end, &scope) else { continue };
            // "refused to give details of the plan": neither the answer nor what it is about.
            if texts.is_empty() && row.status == GoalStatus::Rejected && group.is_some() {
                self.barred.push(end..self.end(end, sentence));
            }
            // "rejects Mali's attempt to": the attempt stays Mali's.
            let owned = row.noun.then(|| self.owners_of_noun(at, sentence));
            let own = owned.as_ref().is_some_and(|owners| !owners.is_empty());
            if fate == Fate::Falls && !own {
                self.barred.extend(texts);
                return true;
            }
            let holders = match &group {
                Some(group) => self.holders_of_verb(group, sentence),
                None => self.holders_of_noun(at, sentence),
            };
            // "was meant to pave the way": those whose leaders it brings together.
            let holders = if holders.is_empty() && group.as_ref().is_some_and(|group| group.passive)
            {
                self.led_in(at, sentence)
            } else {
                holders
            };
            // "groups seeking to buy arms": of whoever tells of them it is not.
            let others = group.as_ref().is_some_and(|group| self.is_of_others(group));
            // "to punish those engaged in abuses, to end the war": past a comma it is theirs who punish.
            let (texts, not_theirs): (Vec<Run>, Vec<Run>) = texts.into_iter().partition(|text| {
                !others
                    || surface.lower(text.start.wrapping_sub(1)) == "to"
                        && (end..text.start).any(|at| surface.word(at) == ",")
            });
            if others {
                self.barred.extend(not_theirs);
                if texts.is_empty() {
                    return true;
                }
            }
            // "The initiative brings together Chad and Mali to reopen the border"
            let gathered = matches!(after, After::Purpose)
                && holders.is_empty()
                && surface.lower(end - 1) == "together";
            let holders = match texts.first().filter(|_| gathered) {
                Some(text) => self.gathered(end..text.start),
                None => holders,
            };
            if holders.is_empty() {
                return false;
            }
            let negated = group.as_ref().is_some_and(|group| group.negated)
                || row.noun && surface.lower(at.wrapping_sub(1)) == "no";
            let status = match fate {
                _ if negated => GoalStatus::Rejected,
                Fate::Is(status) if !own => status,
                _ => self.status(row, at, sentence),
            };
            // "signed a deal to end the war": the deal is told of by what it is for.
            if let Some(paper) = texts.first().filter(|_| matches!(after, After::Determined)) {
                self.barred.push(end..paper.start.max(end));
            }
            // "rejected the charges" only calls them false.
            let thing = matches!(after, After::Phrase);
            if thing && status == GoalStatus::Rejected && texts.iter().any(|run| self.is_claim(run))
            {
                self.barred.extend(texts);
                return true;
            }
            // "refused requests from Mali for aid": Mali wants it.
            if thing
                && status == GoalStatus::Rejected
                && let Some((noun, asked)) = self.asked_for(end, sentence)
            {
                for text in asked {
                    let askers = self.asking(noun, &text, sentence);
                    self.put(text.clone(), askers, GoalStatus::Sought);
                    self.put(text, holders.clone(), GoalStatus::Rejected);
                }
                return true;
            }
            let own = matches!(after, After::Infinitive) && status != GoalStatus::Rejected;
            for text in texts {
                let holders = match after {
                    // Of the paper itself, and not of what it is for.
                    After::Determined
                        if status == GoalStatus::Agreed
                            && text.start <= end + 1
                            && surface.lower(at).starts_with("sign") =>
                    {
                        distinct([holders.clone(), self.signed_with(&text)].concat())
                    }
                    _ => holders.clone(),
                };
                match self.turned_down(&text).filter(|_| own) {
                    Some(text) => self.put(text, holders.clone(), GoalStatus::Rejected),
                    None => self.put(text, holders.clone(), status),
                }
            }
            return true;
        }
        false
    }

    fn texts(
        &self,
        row: &AimWord,
        after: &After,
        at: usize,
        end: usize,
        sentence: &Run,
    ) -> Option<Vec<Run>> {
        let surface = self.cast.surface;
        let next = self.past_adverbs(end, sentence);
        let passive = !row.noun && verb_group(surface, at).passive;
        match after {
            After::Infinitive => {
                // "efforts undertaken by the Sultanate to support", "commitments made to"
                let by = row.noun
                    && matches!(surface.pos(next), Pos::VerbParticiple | Pos::VerbPast)
                    && surface.lower(next) != "to";
                // "pledged in the statement to abandon"
                let by = by
                    || !row.noun
                        && row.status != GoalStatus::Sought
                        && matches!(surface.lower(next), "in" | "at" | "with" | "during" | "under");
                let to = if by {
                    (next..sentence.end.min(next + 7)).find(|at| self.infinitive(*at).is_some())?
                } else {
                    next
                };
                let first = self.infinitive(to)?;
                let kept = row.noun || row.status != GoalStatus::Sought || !self.is_talk(first);
                // "refused to say whether": an answer that is not given is no goal.
                let refused = row.status == GoalStatus::Rejected;
                // And what is declined to be discussed is not told.
                let declined = surface.lower(at).starts_with("declin");
                let silent = |run: &Run| {
                    let untold = declined && surface.lower(run.start) == "discuss";
                    refused && (untold || self.is_silence(run))
                };
                kept.then(|| {
                    let mut texts = self.list(first, sentence);
                    texts.retain(|run| !silent(run));
                    texts
                })
            }
            After::Object if !passive => {
                let to = (next + 1..sentence.end.min(next + FAR))
                    .take_while(|at| {
                        !(matches!(surface.word(*at), ";" | "—" | ":") || self.is_clause_verb(*at))
                    })
                    .find(|at| self.infinitive(*at).is_some())?;
                let texts = self.list(self.infinitive(to)?, sentence);
                // "wants the rebate to go": one word says too little.
                let whole = texts.is_empty().then(|| vec![self.phrase(next, sentence)]);
                Some(whole.unwrap_or(texts))
            }
            After::Purpose => {
                let to = (next..sentence.end.min(next + FAR))
                    .take_while(|at| {
                        let word = surface.lower(*at);
                        let ends =
                            matches!(word, ";" | "—" | ":" | "that" | "which" | "who" | "where");
                        !(ends || self.is_clause_verb(*at))
                    })
                    .find(|at| self.infinitive(*at).is_some_and(|first| !self.is_talk(first)))?;
                Some(self.list(self.infinitive(to)?, sentence))
            }
            After::Doing => (surface.pos(next) == Pos::VerbGerund && !self.is_talk(next))
                .then(|| self.list(next, sentence)),
            After::WordDoing(word) => {
                let first = self.past_adverbs(next + 1, sentence);
                (surface.lower(next) == &**word && surface.pos(first) == Pos::VerbGerund)
                    .then(|| self.list(first, sentence))
            }
            After::Clause => {
                (surface.lower(next) == "that").then(|| {
                    // "demanded that Mali halt the war and open the border" demands both.
                    self.told_to(next + 1, sentence).map_or_else(
                        || vec![self.phrase(next + 1, sentence)],
                        |verb| self.list(verb, sentence),
                    )
                })
            }
            After::Word(word) => {
                let first = self.past_adverbs(next + 1, sentence);
                (surface.lower(next) == &**word && self.begins_thing(first)).then(|| {
                    let told = || self.acts_told(first, sentence);
                    let told = (&**word == "for").then(told).flatten();
                    told.unwrap_or_else(|| self.things(first, sentence))
                })
            }
            After::Determined => {
                let signed = surface.lower(at).starts_with("sign");
                let determined = surface.pos(next).is_determiner()
                    || surface.pos(next) == Pos::PossessivePronoun
                    || signed
                        && surface.pos(next) == Pos::Number
                        && !is_paper(surface.lower(next + 1));
                (!passive && determined && self.begins_thing(next)).then(|| {
                    let purpose = signed.then(|| self.purpose_of_paper(next, sentence)).flatten();
                    let texts = purpose.unwrap_or_else(|| self.things(next, sentence));
                    let short = |run: Run| if signed { self.but_where(run) } else { run };
                    texts.into_iter().map(short).collect()
                })
            }
            // Of what is refused only what was asked for is told.
            After::Phrase if row.after.len() > 1 && row.status == GoalStatus::Rejected => {
                self.asked_for(next, sentence).map(|(_, texts)| texts)
            }
            After::Phrase => (!passive && self.begins_thing(next)).then(|| {
                // "called for the rebels to lay down their arms"
                self.acts_told(next, sentence).unwrap_or_else(|| self.things(next, sentence))
            }),
            After::Object => None,
        }
    }

    /// What somebody is told to do after "that": "Mali halt the war", "Mali should halt the war".
    fn told_to(&self, first: usize, sentence: &Run) -> Option<usize> {
        let surface = self.cast.surface;
        let verb = (first + 1..sentence.end.min(first + SUBJECT))
            .take_while(|at| !matches!(surface.word(*at), "," | ";" | ":"))
            .find(|at| surface.pos(*at).is_verb() && self.cast.mention_at(*at).is_none())?;
        let modal = matches!(surface.lower(verb), "should" | "must");
        let verb = if modal { verb + 1 } else { verb };
        let base = matches!(surface.pos(verb), Pos::VerbBase | Pos::VerbPresent)
            && !is_be(surface.lower(verb))
            && !is_have(surface.lower(verb));
        base.then_some(verb)
    }

    /// What is signed, without where and when: "the agreement in Ottawa", "the treaty in May".
    fn but_where(&self, run: Run) -> Run {
        let cast = self.cast;
        let surface = cast.surface;
        let when =
            |at: usize| MONTHS.iter().any(|month| month.eq_ignore_ascii_case(surface.word(at)));
        let paper = |at: usize| is_paper(surface.lower(at));
        let place = |at: usize| {
            cast.mention_at(at).map_or_else(
                || surface.is_capital(at),
                |mention| matches!(cast.kind(mention.who), EntityKind::Place | EntityKind::State),
            )
        };
        let end = (run.start + 2..run.end)
            .filter(|at| matches!(surface.lower(*at), "in" | "at"))
            .find(|at| when(at + 1) || paper(at - 1) && place(at + 1));
        run.start..end.unwrap_or(run.end)
    }

    /// "Mali is a country", "as a partner": what somebody is said to be.
    fn is_called(&self, noun: usize) -> bool {
        let surface = self.cast.surface;
        let within = |at: &usize| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective();
        let first = noun.saturating_sub(SUBJECT);
        let start = (first..noun).rev().take_while(within).last().unwrap_or(noun);
        let verb = start.checked_sub(2).map_or("", |at| surface.lower(at));
        matches!(surface.lower(start.wrapping_sub(1)), "a" | "an" | "the")
            && (is_be(verb) || matches!(verb, "as" | "remain" | "remains"))
    }

    /// "the proposed", "a planned": a participle before its noun.
    fn is_attribute(&self, at: usize, end: usize) -> bool {
        let surface = self.cast.surface;
        let Some(last) = at.checked_sub(1) else { return false };
        let before = surface.pos(last);
        // "a government committed to reforms", "talks dedicated to ending the war"
        let given = matches!(surface.lower(at), "committed" | "dedicated" | "devoted")
            && (surface.pos(at) == Pos::VerbParticiple || surface.lower(at) != "committed")
            && before.is_noun()
            && self.cast.mention_at(last).is_none()
            && !self.is_called(last);
        given
            || matches!(surface.pos(at), Pos::VerbParticiple | Pos::VerbPast)
                && (before.is_determiner()
                    || matches!(before, Pos::PossessivePronoun | Pos::Possessive))
                && (surface.pos(end).is_noun() || surface.pos(end).is_adjective())
    }

    /// A finite verb that is no part of a name.
    pub(super) fn is_clause_verb(&self, at: usize) -> bool {
        self.cast.surface.pos(at).is_finite_verb() && self.cast.mention_at(at).is_none()
    }

    /// The first word after "to", if it is an infinitive.
    pub(super) fn infinitive(&self, to: usize) -> Option<usize> {
        let surface = self.cast.surface;
        if surface.lower(to) != "to" {
            return None;
        }
        // "to (a) reopen"
        let colon = surface.word(to + 1) == ":" && self.past_marker(to + 2) > to + 2;
        let first = self.past_marker(to + 1 + usize::from(colon));
        let verb = (first..first + 3).find(|at| !surface.pos(*at).is_adverb())?;
        let listed = first > to + 1 && surface.pos(first).is_noun() && !surface.is_capital(first);
        let base =
            (surface.pos(verb) == Pos::VerbBase || listed) && self.cast.name_at(verb).is_none();
        let more = surface.lower(verb) == "more" && surface.pos(verb + 2) == Pos::VerbBase;
        (base || more).then_some(first)
    }

    fn is_talk(&self, first: usize) -> bool {
        let surface = self.cast.surface;
        let verb = (first..first + 3).find(|at| surface.pos(*at).is_verb()).unwrap_or(first);
        let word = surface.lower(verb);
        let topic = word == "address"
            && (verb + 1..verb + 6).any(|at| {
                matches!(surface.lower(at), "issues" | "questions" | "topics" | "reporters")
            });
        TALKING.contains(&word)
            || topic
            || word
                .strip_suffix("ing")
                .is_some_and(|stem| TALKING.iter().any(|talk| talk.trim_end_matches('e') == stem))
    }

    /// Whether a noun phrase or a gerund begins here, and no day, person or pronoun.
    fn begins_thing(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        let pos = surface.pos(at);
        let noun = pos.is_noun() || pos.is_determiner() || pos.is_adjective() || pos == Pos::Number;
        let owner = matches!(pos, Pos::PossessivePronoun | Pos::VerbGerund | Pos::VerbParticiple);
        (noun || owner)
            && !crate::clauses::is_day(surface.lower(at))
            && !matches!(surface.lower(at), "this" | "that" | "these" | "which" | "what" | "it")
    }

    fn past_adverbs(&self, at: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        let mut next = at;
        // "agreed on Saturday to clear mines"
        while next < sentence.end.min(at + 5) {
            let day = crate::clauses::is_day(surface.lower(next));
            let on = surface.lower(next) == "on" && crate::clauses::is_day(surface.lower(next + 1));
            // '"has no intention of" leaving': past the mark that closes the quotation.
            let quote = surface.kind(next) == TokenKind::Quote
                && next > 0
                && surface.quotation_of(next - 1).is_some();
            if !(surface.pos(next).is_adverb() || day || on || quote) {
                break;
            }
            next += 1;
        }
        next
    }

    /// What "agreed on the need to" leads to is agreed; joint importance stays sought.
    fn status(&self, row: &AimWord, at: usize, sentence: &Run) -> GoalStatus {
        let surface = self.cast.surface;
        let first = sentence.start.max(at.saturating_sub(8));
        let agreed = row.noun
            && (first..at).any(|at| {
                matches!(surface.lower(at), "agreed" | "agree")
                    && matches!(surface.lower(at + 1), "on" | "to" | "that")
            });
        let clear = !(first..at).any(|at| matches!(surface.word(at), "," | ";"));
        // "The ministers stressed the importance of": what they say together they agree on.
        let weighed = row.after.iter().any(|after| matches!(after, After::Word(_)));
        let together = row.noun
            && weighed
            && row.status == GoalStatus::Sought
            && self.told_at(at).is_some_and(|said| self.sides_of(said.who.clone()).len() > 1);
        if agreed && clear || together { GoalStatus::Agreed } else { row.status }
    }

    /// "would not accept any deal", "no plans to", "will continue to support".
    fn refusal(&mut self, at: usize, sentence: &Run) {
        let cast = self.cast;
        let surface = cast.surface;
        let word = surface.lower(at);
        if surface.pos(at).is_noun()
            && matches!(word, "plans" | "plan" | "reason")
            && surface.lower(at.wrapping_sub(1)) == "no"
            && matches!(surface.lower(at + 1), "to" | "of")
        {
            let text = self.phrase(at + 2, sentence);
            // "there is no reason to" is an argument, and no refusal.
            let argued =
                word == "reason" && !begins(surface.lower(at.wrapping_sub(2)), &["see", "saw"]);
            if argued {
                self.barred.push(text);
            } else {
                let holders = self.holders_of_noun(at, sentence);
                self.put(text, holders, GoalStatus::Rejected);
            }
            return;
        }
        if !surface.pos(at).is_verb() || surface.pos(at) == Pos::Modal {
            return;
        }
        let group: VerbGroup = verb_group(surface, at);
        let would = group.future
            || group.modal
                && group.run.clone().any(|at| matches!(surface.lower(at), "would" | "wo" | "will"));
        if !would {
            return;
        }
        if group.negated {
            let plain = !cast.lexicon.verbs.contains(word)
                && !is_be(word)
                && !is_have(word)
                && !group.passive
                && !self.happens(at)
                && !group.run.clone().any(|at| matches!(surface.lower(at), "due" | "expected"))
                && !matches!(word, "take" | "go" | "come");
            if plain && self.can_act(&group) {
                let holders = self.holders_of_verb(&group, sentence);
                self.put(self.phrase(at, sentence), holders, GoalStatus::Rejected);
            }
        } else if self.own_plan(at, &group) {
            let holders = self.holders_of_verb(&group, sentence);
            let status = if is_act(word) { GoalStatus::Agreed } else { GoalStatus::Sought };
            for text in self.list(at, sentence) {
                self.put(text, holders.clone(), status);
            }
        } else if word == "continue"
            && let Some(first) = self.infinitive(at + 1).filter(|first| !self.is_talk(*first))
        {
            let holders = self.holders_of_verb(&group, sentence);
            for text in self.list(first, sentence) {
                self.put(text, holders.clone(), GoalStatus::Agreed);
            }
        }
    }

    /// "said his country would buy boats": what speakers say that their own side would do.
    fn own_plan(&self, at: usize, group: &VerbGroup) -> bool {
        let cast = self.cast;
        let surface = cast.surface;
        let would = group.run.clone().any(|at| surface.lower(at) == "would");
        if !would || group.passive || self.is_talk(at) || surface.pos(at) != Pos::VerbBase {
            return false;
        }
        let Some(said) = self.told_at(at) else { return false };
        let ends = |at: usize| cast.ends_mention(at);
        let own = crate::clauses::subject_before(surface, group.run.start, &ends)
            .map(|run| self.sides(&run))
            .unwrap_or_default();
        let sides = self.sides_of(said.who.clone());
        !own.is_empty()
            && own.iter().all(|side| sides.contains(side))
            && surface.lower(at) != "continue"
    }

    /// "three goals: to A, to B, and to C".
    fn listed(&mut self, at: usize, sentence: &Run) {
        let surface = self.cast.surface;
        let heads = matches!(
            surface.lower(at),
            "goals" | "goal" | "aims" | "objectives" | "priorities" | "steps" | "challenges"
        );
        if !heads || surface.lower(at + 1) != ":" {
            return;
        }
        let agreed = (sentence.start..at)
            .rev()
            .take(10)
            .any(|at| matches!(surface.lower(at), "agree" | "agreed" | "pledged" | "committed"));
        let status = if agreed { GoalStatus::Agreed } else { GoalStatus::Sought };
        let holders: Vec<MemberId> = self.holders_of_noun(at, sentence);
        let first = self.infinitive(at + 2).unwrap_or(at + 2);
        for text in self.list(first, sentence) {
            self.put(text, holders.clone(), status);
        }
    }
}
