//! Words that a goal follows: "agreed to", "efforts to", "the importance of", "urged Mali to".

use super::Reader;
use super::marked::is_act;
use super::unmet::Fate;
use crate::clauses::{VerbGroup, is_be, is_have, verb_group};
use crate::entities::MemberId;
use crate::lexicon::{After, AimWord};
use crate::surface::Run;
use crate::tagger::Pos;
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

/// What somebody does who answers, whatever stands behind it.
#[rustfmt::skip]
const ANSWERING: &[&str] = &[
    "answer", "comment", "elaborate", "identify", "say", "specify", "speculate", "tell",
];
/// And what somebody does who may answer by it, or do more: "reveal the weapons to inspectors".
const TELLING: &[&str] = &["confirm", "disclose", "divulge", "reveal"];
/// What an answer is about.
#[rustfmt::skip]
const ANSWERS: &[&str] = &[
    "amount", "contents", "date", "details", "figures", "how", "identities", "identity", "if", "information",
    "it", "location", "name", "names", "number", "reason", "reasons", "report", "reports", "substance", "that",
    "terms", "what", "when", "where", "whether", "which", "who", "why",
];
/// Words between such a verb and what the answer is about, at most.
const ABOUT: usize = 4;

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
            return true;
        }
        for after in &row.after {
            let Some(texts) = self.texts(row, after, at, end, sentence) else { continue };
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
            for text in texts {
                self.put(text, holders.clone(), status);
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
                let silent = |run: &Run| refused && self.is_silence(run);
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
                (surface.lower(next) == &**word && self.begins_thing(first))
                    .then(|| self.things(first, sentence))
            }
            After::Determined => {
                let determined = surface.pos(next).is_determiner()
                    || surface.pos(next) == Pos::PossessivePronoun;
                (!passive && determined && self.begins_thing(next)).then(|| {
                    let texts = self.things(next, sentence);
                    let signed = surface.lower(at).starts_with("sign");
                    let short = |run: Run| if signed { self.but_where(run) } else { run };
                    texts.into_iter().map(short).collect()
                })
            }
            After::Phrase => {
                (!passive && self.begins_thing(next)).then(|| self.things(next, sentence))
            }
            After::Object => None,
        }
    }

    /// "say whether Mali would pay", "reveal details": an answer, and no deed.
    fn is_silence(&self, run: &Run) -> bool {
        let surface = self.cast.surface;
        let verb = surface.lower(run.start);
        ANSWERING.contains(&verb)
            || TELLING.contains(&verb)
                && (run.len() == 1
                    || (run.start + 1..run.end.min(run.start + 1 + ABOUT))
                        .any(|at| ANSWERS.contains(&surface.lower(at)))
                    || (run.start + 1..run.end)
                        .take_while(|at| !matches!(surface.lower(*at), "which" | "who"))
                        .any(|at| self.is_clause_verb(at)))
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
        let paper = |at: usize| {
            matches!(
                surface.lower(at),
                "agreement"
                    | "agreements"
                    | "treaty"
                    | "deal"
                    | "pact"
                    | "accord"
                    | "accords"
                    | "memorandum"
                    | "declaration"
                    | "protocol"
                    | "document"
                    | "contract"
            )
        };
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

    /// A finite verb that is no part of a name.
    fn is_clause_verb(&self, at: usize) -> bool {
        self.cast.surface.pos(at).is_finite_verb() && self.cast.mention_at(at).is_none()
    }

    /// The first word after "to", if it is an infinitive.
    pub(super) fn infinitive(&self, to: usize) -> Option<usize> {
        let surface = self.cast.surface;
        if surface.lower(to) != "to" {
            return None;
        }
        // "to (a) reopen"
        let first = self.past_marker(to + 1);
        let verb = (first..first + 3).find(|at| !surface.pos(*at).is_adverb())?;
        let base = surface.pos(verb) == Pos::VerbBase && self.cast.name_at(verb).is_none();
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
            if !(surface.pos(next).is_adverb() || day || on) {
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
            let holders = self.holders_of_noun(at, sentence);
            self.put(self.phrase(at + 2, sentence), holders, GoalStatus::Rejected);
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
