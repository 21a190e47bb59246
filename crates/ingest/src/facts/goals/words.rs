//! The words of a goal: where they end, and lists of goals one by one.

use super::Reader;
use crate::clauses::{begins, is_be, is_day, is_have};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

/// So many goals are read after semicolons.
const ITEMS: usize = 16;
/// So many words may lead up to a list: "three things from Mali:".
const INTRO: usize = 8;
/// So far before a thing stands the verb that another may be joined to.
const NEAR: usize = 14;

impl Reader<'_, '_, '_> {
    /// Infinitives or gerunds joined by commas and "and" from their first word on, each a goal of
    /// its own.
    pub(super) fn list(&self, first: usize, sentence: &Run) -> Vec<Run> {
        let surface = self.cast.surface;
        let first = self.past_helpers(first, sentence);
        let mut texts = Vec::new();
        let end = self.end(first, sentence);
        // "to pursue three goals: to reopen …, and to …"
        if let Some(first) = self.after_colon(first, end) {
            return self.list(first, sentence);
        }
        let mut start = first;
        let verb = |at: usize| (at..at + 3).find(|at| !surface.pos(*at).is_adverb()).unwrap_or(at);
        let form = surface.pos(verb(first));
        for next in first + 1..end {
            let besides = self.past_besides(next);
            let joint = besides > next || matches!(surface.lower(next), "and" | "," | "or" | ";");
            if !joint || next < start {
                continue;
            }
            let mut after = besides.max(next + 1);
            while matches!(surface.lower(after), "and" | "or" | ",") {
                after += 1;
            }
            after = self.past_besides(after);
            after = self.past_marker(after);
            // "and not to use force"
            let denies = matches!(surface.lower(after), "not" | "never");
            let to = self.infinitive(after + usize::from(denies));
            // "dedicated to protecting the sea and to ending"
            let gerund = surface.lower(after) == "to"
                && form == Pos::VerbGerund
                && surface.pos(after + 1) == Pos::VerbGerund;
            let again = to.unwrap_or(after + usize::from(gerund));
            let head = verb(again);
            let bare = surface.pos(head).is_verb()
                && (surface.pos(head) == form
                    || surface.pos(head) == Pos::VerbGerund && self.has_gerund(start..next))
                && self.cast.mention_at(head).is_none()
                && surface.lower(head) != "including";
            // "protect and defend every inch" is one.
            let alone = (start..next).filter(|at| !surface.pos(*at).is_adverb()).count() < 2;
            // "disarm, release the hostages and leave" are three.
            let whole = surface.word(next) == ","
                && (head + 1..end.min(head + 3)).all(|at| {
                    !matches!(surface.lower(at), "," | "and" | "or") && !surface.pos(at).is_verb()
                });
            let alone = alone && !whole;
            if (to.is_some() || bare) && !alone {
                texts.push(start..next);
                start = again;
            }
        }
        texts.push(start..end);
        // "to expand trade; open a consulate; and lift visas"
        let mut last = end;
        for _ in 0..ITEMS {
            let Some(next) = self.past_semicolon(last, form, sentence) else { break };
            last = self.end(next, sentence);
            texts.push(next..last);
        }
        texts
            .into_iter()
            .map(|run| self.with_not(self.trim(self.but_joint(self.cut(run)))))
            .filter(|run| run.len() > 1)
            .collect()
    }

    /// "reform, to": without the words that lead on to what does not follow.
    fn but_joint(&self, run: Run) -> Run {
        let surface = self.cast.surface;
        let joint = |at: usize| matches!(surface.lower(at), "to" | "and" | "or" | "," | ";" | ":");
        let end = run.clone().rev().find(|at| !joint(*at)).map_or(run.start, |at| at + 1);
        run.start..end
    }

    /// Past "as well as" before another infinitive or gerund.
    fn past_besides(&self, at: usize) -> usize {
        let surface = self.cast.surface;
        let besides = surface.reads(at, &["as", "well", "as"])
            && (self.infinitive(at + 3).is_some() || surface.pos(at + 3) == Pos::VerbGerund);
        if besides { at + 3 } else { at }
    }

    /// Where the next of several infinitives begins, after the semicolon at a token.
    fn past_semicolon(&self, end: usize, form: Pos, sentence: &Run) -> Option<usize> {
        let surface = self.cast.surface;
        if surface.word(end) != ";" || form != Pos::VerbBase {
            return None;
        }
        let mut at = end + 1;
        if matches!(surface.lower(at), "and" | "or") {
            at += 1;
        }
        at = self.past_marker(at);
        let verb = matches!(surface.pos(at), Pos::VerbBase | Pos::VerbPresent)
            && self.cast.mention_at(at).is_none();
        self.infinitive(at).or(verb.then_some(at)).filter(|at| *at < sentence.end)
    }

    /// "not to send troops": without its "not" a goal would say the opposite.
    pub(super) fn with_not(&self, run: Run) -> Run {
        let surface = self.cast.surface;
        let denied = run.start >= 2
            && surface.lower(run.start - 1) == "to"
            && matches!(surface.lower(run.start - 2), "not" | "never");
        if denied && !run.is_empty() { run.start - 2..run.end } else { run }
    }

    /// Whether a word is of urging somebody to do what stands behind it.
    fn urges(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        let word = surface.lower(at);
        begins(word, &["persuad", "convinc", "coerc", "induc", "urg", "pressur", "encourag"])
            || matches!(word, "press" | "pressing")
            || word.starts_with("call") && surface.lower(at + 1) == "on"
    }

    /// "will continue to press Mali to free her": what is agreed is the pressing, and the rest is sought.
    pub(super) fn is_urged(&self, first: usize) -> bool {
        let surface = self.cast.surface;
        let start = surface.sentence(first).start.max(first.saturating_sub(NEAR));
        let before = first.wrapping_sub(1);
        surface.lower(before) == "to"
            && (start..before)
                .rev()
                .take_while(|at| {
                    self.urges(*at)
                        || !(surface.pos(*at).is_verb() || matches!(surface.word(*at), "," | ";"))
                })
                .any(|at| self.urges(at) && surface.pos(at).is_verb())
    }

    /// "help to bring", "work with Mali to bring": what is to be brought is the goal.
    fn past_helpers(&self, first: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        let word = surface.lower(first);
        if word == "help" {
            let next = self.infinitive(first + 1).unwrap_or(first + 1);
            return if surface.pos(next) == Pos::VerbBase { next } else { first };
        }
        // "trying to end the war": the end is the goal.
        if matches!(
            word,
            "try" | "trying" | "seek" | "seeking" | "attempt" | "attempting" | "strive"
        ) {
            return self.infinitive(first + 1).unwrap_or(first);
        }
        // "persuading Iran to halt": what it is to do is the goal.
        if self.urges(first) {
            return (first + 1..sentence.end.min(first + 8))
                .take_while(|at| !matches!(surface.word(*at), "," | ";"))
                .find_map(|at| self.infinitive(at))
                .unwrap_or(first);
        }
        let works = matches!(
            word,
            "work" | "working" | "cooperate" | "coordinate" | "engage" | "engaging" | "partner"
        );
        if !works {
            return first;
        }
        (first + 1..sentence.end.min(first + 14))
            .take_while(|at| !matches!(surface.word(*at), "," | ";"))
            .find_map(|at| self.infinitive(at))
            .unwrap_or(first)
    }

    /// Noun phrases or gerunds from their first word on: split where "and" begins one with its own
    /// determiner, or before "the importance of" the next.
    pub(super) fn things(&self, first: usize, sentence: &Run) -> Vec<Run> {
        let surface = self.cast.surface;
        if surface.pos(first) == Pos::VerbGerund {
            return self.list(first, sentence);
        }
        let end = self.end(first, sentence);
        if let Some(first) = self.after_colon(first, end) {
            return self.list(first, sentence);
        }
        // What is to be reached by it is a goal of its own.
        // "the mission to be allowed to operate" says what is to become of it.
        let passive = |at: usize| surface.lower(at + 1) == "be";
        let purpose = (first + 1..end).find(|at| self.infinitive(*at).is_some());
        let purpose = purpose.filter(|at| !passive(*at)).unwrap_or(end);
        // "its commitment to peace, as well as to prevent", "a call for aid and for a truce"
        let leading = surface.lower(first.wrapping_sub(1));
        let also = (leading == "to" && purpose < end)
            .then(|| {
                let and = surface.lower(purpose - 1) == "and";
                let besides = purpose >= 3 && self.past_besides(purpose - 3) == purpose;
                (and || besides).then(|| self.infinitive(purpose)).flatten()
            })
            .flatten();
        let purpose = self.before_deed(first, purpose, sentence);
        // "its commitment to Mali and to its security": its security.
        let mut first = first;
        for _ in 0..ITEMS {
            let and = (first + 1..purpose.min(first + NEAR))
                .find(|at| surface.lower(*at) == "and")
                .filter(|and| {
                    surface.lower(and + 1) == leading
                        && matches!(leading, "to" | "for")
                        && and + 2 < purpose
                        && self.is_of_somebody(first, purpose)
                });
            let Some(and) = and else { break };
            first = and + 2;
        }
        // "its commitment to the people by giving aid"
        if matches!(leading, "to" | "for") && self.is_of_somebody(first, purpose) {
            let by = (first + 1..purpose.min(first + NEAR))
                .find(|at| surface.lower(*at) == "by" && surface.pos(*at + 1) == Pos::VerbGerund);
            return by.map_or_else(Vec::new, |by| self.list(by + 1, sentence));
        }
        // "three things: A, B and C"
        let first = (first + 1..purpose.min(first + INTRO))
            .find(|at| surface.word(*at) == ":")
            .map_or(first, |colon| colon + 1);
        let told_one_by_one = surface.word(first.wrapping_sub(1)) == ":";
        let mut texts = Vec::new();
        let mut start = first;
        let mut told_until = purpose;
        let article = |at: usize| matches!(surface.lower(at), "a" | "an" | "the");
        for next in first + 1..purpose {
            let joint = matches!(surface.lower(next), "and" | ",");
            let after = if surface.lower(next + 1) == "and" { next + 2 } else { next + 1 };
            let parts = surface.word(next) == "," || !texts.is_empty();
            // "rejected the offer, calling it unfair"
            if surface.word(next) == "," && next > start && self.comments(start, next + 1) {
                told_until = next;
                break;
            }
            // "aid and for a truce"
            if surface.lower(next) == "and"
                && surface.lower(next + 1) == leading
                && matches!(leading, "for" | "to" | "against")
                && next > start
            {
                texts.push(start..next);
                start = next + 2;
                continue;
            }
            let doing =
                surface.pos(after) == Pos::VerbGerund && surface.lower(after) != "including";
            let again = article(start) && article(after)
                || parts && told_one_by_one
                || parts && self.heads(start) && self.heads(after)
                || doing;
            if joint && next >= start && again {
                texts.push(start..next);
                start = after;
            }
        }
        texts.push(start..told_until.max(start));
        let mut texts: Vec<Run> = texts
            .into_iter()
            .map(|run| self.trim(self.cut(run)))
            .filter(|run| run.len() > 1 && !self.says_nothing(run))
            .collect();
        texts.extend(also.into_iter().flat_map(|first| self.list(first, sentence)));
        texts
    }

    /// Whether a thing is only somebody: "its commitment to the people of Mali", "to NATO".
    fn is_of_somebody(&self, first: usize, end: usize) -> bool {
        let cast = self.cast;
        let surface = cast.surface;
        let end = (first..end)
            .find(|at| {
                *at > first && surface.pos(*at) == Pos::Preposition && !cast.ends_mention(*at)
                    || matches!(surface.word(*at), "," | "and")
            })
            .unwrap_or(end);
        let last = end.saturating_sub(1);
        let people = matches!(
            surface.lower(last),
            "people"
                | "peoples"
                | "community"
                | "communities"
                | "allies"
                | "ally"
                | "partners"
                | "friends"
        );
        let named = cast.mention_at(last).is_some_and(|mention| {
            mention.run.end == end
                && matches!(cast.kind(mention.who), EntityKind::State | EntityKind::Person)
                && mention.run.start <= first + usize::from(surface.pos(first).is_determiner())
        });
        end > first && (people || named)
    }

    /// Where something else begins that is to be done: "will reaffirm its commitment to peace and meet".
    fn before_deed(&self, first: usize, end: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        let before = sentence.start.max(first.saturating_sub(NEAR))..first;
        let leads = before.clone().any(|at| surface.pos(at) == Pos::Modal)
            || before.clone().any(|at| self.infinitive(at).is_some());
        if !leads {
            return end;
        }
        let deed = |at: &usize| {
            surface.lower(*at) == "and"
                && surface.pos(*at + 1) == Pos::VerbBase
                && self.cast.mention_at(*at + 1).is_none()
                && !surface.is_capital(*at + 1)
        };
        (first + 1..end).find(deed).unwrap_or(end)
    }

    /// Whether one of several things begins here: "a ceasefire", "more aid", "access to markets".
    fn heads(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        if surface.pos(at).is_determiner()
            || matches!(surface.lower(at), "more" | "full" | "greater" | "better" | "further")
        {
            return true;
        }
        let noun = (at..at + 3).find(|at| !surface.pos(*at).is_adjective()).unwrap_or(at);
        surface.pos(noun).is_noun()
            && matches!(
                surface.lower(noun + 1),
                "of" | "to" | "with" | "on" | "for" | "from" | "against"
            )
    }

    /// "efforts to", "and the importance of", from a token on.
    fn leads_on(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        let noun = (at..at + 4)
            .find(|at| {
                !matches!(surface.lower(*at), "and" | "the" | "a" | "joint" | "our" | "their")
            })
            .unwrap_or(at);
        self.leads(noun)
            && matches!(surface.lower(noun + 1), "to" | "of" | "for")
            && surface.pos(noun).is_noun()
    }

    /// Whether a word is a noun that a goal follows.
    fn leads(&self, at: usize) -> bool {
        let word = |offset: usize| (offset == 0).then(|| self.cast.surface.lower(at));
        let rows = self.cast.lexicon.aims.at(word);
        rows.is_some_and(|(_, rows)| rows.iter().any(|row| row.noun))
    }

    /// Where the list after a colon begins.
    fn after_colon(&self, first: usize, end: usize) -> Option<usize> {
        let colon = (first..end).find(|at| self.cast.surface.word(*at) == ":")?;
        self.infinitive(self.past_marker(colon + 1))
    }

    /// "the need", "shared commitments": what they lead to says more. What is called sovereignty or
    /// integrity is a principle.
    fn says_nothing(&self, run: &Run) -> bool {
        let surface = self.cast.surface;
        self.leads(run.end - 1) && surface.pos(run.end - 1).is_noun()
            || run.clone().any(|at| matches!(surface.lower(at), "sovereignty" | "integrity"))
    }

    /// A goal without what only adds to it: "…, including", "in line with", "for as long as".
    fn cut(&self, run: Run) -> Run {
        let surface = self.cast.surface;
        let thing = !surface.pos(run.start).is_verb();
        let adds = |at: &usize| {
            let next = surface.lower(*at + 1);
            match surface.lower(*at) {
                // "deepen cooperation in areas, including …" says little without it.
                "including" | "especially" | "particularly" => *at > run.start + 5,
                "exacerbated" | "consistent" | "regardless" | "amid" | "which" | "who" => true,
                "such" => next == "as",
                "as" => matches!(next, "well" | "provided" | "set" | "long"),
                "ahead" => next == "of",
                "along" => next == "with",
                "in" => {
                    matches!(next, "line" | "accordance" | "light" | "response")
                        || surface.reads(*at + 1, &["the", "face"])
                }
                "for" => surface.reads(*at + 1, &["as", "long"]),
                "on" => is_day(next),
                // "Friday in Oslo", and no "Friday prayers"
                _ if is_day(surface.lower(*at)) => {
                    // "signed by Friday" tells until when.
                    let alone = *at + 1 == run.end
                        || matches!(surface.pos(*at + 1), Pos::Preposition | Pos::To);
                    alone && surface.pos(*at - 1) != Pos::Preposition
                }
                "by" => thing && surface.pos(*at + 1) == Pos::VerbGerund,
                "that" => surface.pos(*at + 1).is_finite_verb() && surface.pos(*at - 1).is_noun(),
                _ => false,
            }
        };
        let end = (run.start + 2..run.end).find(adds).unwrap_or(run.end);
        run.start..end
    }

    fn has_gerund(&self, run: Run) -> bool {
        run.clone().any(|at| self.cast.surface.pos(at) == Pos::VerbGerund)
    }

    /// One goal from here to where its phrase ends.
    pub(super) fn phrase(&self, at: usize, sentence: &Run) -> Run {
        self.trim(at..self.end(at, sentence))
    }

    /// A goal ends with its clause: at a comma before something new, a further verb, a subordinate.
    pub(super) fn end(&self, at: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        for next in at + 1..sentence.end {
            let word = surface.lower(next);
            let reports = surface.word(next) == "," && {
                let verb = (next + 1..sentence.end.min(next + 12))
                    .find(|at| surface.pos(*at).is_finite_verb());
                verb.is_some_and(|verb| {
                    !surface.reads(next + 1, &["to"])
                        && surface.lower(next + 1) != "and"
                        && self.cast.lexicon.verbs.contains(surface.lower(verb))
                })
            };
            let aside = surface.word(next) == "," && self.comments(at, next + 1)
                || surface.word(next) == ","
                    && matches!(
                        surface.lower(next + 1),
                        "which"
                            | "who"
                            | "but"
                            | "while"
                            | "after"
                            | "following"
                            | "with"
                            | "when"
                            | "adding"
                            | "saying"
                            | "months"
                            | "although"
                    )
                || surface.word(next) == ","
                    && surface.lower(next + 1) == "as"
                    && self.past_besides(next + 1) == next + 1;
            // "… to build a bomb, and that the rebels buy arms": of another clause.
            let further = word == "and"
                && surface.lower(next + 1) == "that"
                && surface.pos(next + 2) != Pos::Preposition
                && next + 2 < sentence.end;
            // "…, efforts to counter threats, and the importance of": the next word that leads to one.
            let leads_on = matches!(word, "," | "and") && self.leads_on(next + 1);
            let subordinate =
                matches!(word, "after" | "because" | "although" | "amid" | "following" | "while")
                    && next > at + 1;
            let second = matches!(word, "and" | "but") && surface.pos(next + 1).is_finite_verb()
                || matches!(word, "and" | "but") && self.clause_follows(next + 1, sentence);
            if matches!(surface.word(next), ";" | "—" | "." | "?" | "!")
                || reports
                || leads_on
                || aside
                || subordinate
                || second
                || further
            {
                return next;
            }
        }
        sentence.end
    }

    /// After a comma: "a sign of warming ties", "turning the page", "wants a summit".
    fn comments(&self, first: usize, at: usize) -> bool {
        let surface = self.cast.surface;
        // Of a thing as of a deed something is told besides: "rejected the offer, calling it unfair".
        let base = surface.pos(first) != Pos::VerbGerund;
        let doing = base
            && surface.pos(at) == Pos::VerbGerund
            && surface.lower(at) != "including"
            && !matches!(surface.lower(at + 1), "and" | "," | "or" | "of")
            && !self.has_gerund(first..at);
        let be = || {
            let word = surface.lower(at);
            (is_be(word) || is_have(word)) && surface.pos(at).is_finite_verb()
        };
        let finite = (matches!(surface.pos(at), Pos::VerbThird | Pos::Modal) || be())
            && self.cast.mention_at(at).is_none();
        self.judges(at) || doing || finite
    }

    /// "a sign of warming ties", "a step that".
    pub(super) fn judges(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        matches!(surface.lower(at), "a" | "an")
            && (at + 1..at + 4)
                .take_while(|at| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective())
                .any(|at| {
                    matches!(
                        surface.lower(at),
                        "sign"
                            | "move"
                            | "step"
                            | "decision"
                            | "gesture"
                            | "breakthrough"
                            | "shift"
                            | "concession"
                            | "departure"
                            | "reversal"
                            | "blow"
                            | "boost"
                            | "milestone"
                            | "signal"
                            | "setback"
                    ) && matches!(
                        surface.lower(at + 1),
                        "of" | "that"
                            | "which"
                            | "to"
                            | "in"
                            | "from"
                            | "by"
                            | "for"
                            | "toward"
                            | "towards"
                    )
                })
    }

    /// "…, and more work needs to be done": a clause of its own after "and".
    fn clause_follows(&self, at: usize, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        let verb = (at..sentence.end.min(at + 6)).find(|at| surface.pos(*at).is_verb());
        verb.is_some_and(|verb| {
            surface.pos(verb).is_finite_verb()
                && verb > at
                && !surface.pos(at).is_verb()
                && !(at..verb).any(|at| matches!(surface.lower(at), "who" | "that" | "which"))
                // "help Armenia and Azerbaijan find"
                && !(self.cast.mention_at(at).is_some()
                    && self.cast.mention_at(at.wrapping_sub(2)).is_some())
        })
    }

    pub(super) fn trim(&self, run: Run) -> Run {
        let surface = self.cast.surface;
        let mut run = run;
        let mark = |at: usize| {
            surface.kind(at) == TokenKind::Mark && !matches!(surface.word(at), ")" | "%")
        };
        let currency = |at: usize| matches!(surface.word(at), "$" | "€" | "£");
        while run.start < run.end
            && (mark(run.start) && !currency(run.start)
                || surface.kind(run.start) == TokenKind::Quote)
        {
            run.start += 1;
        }
        while run.start < run.end
            && (mark(run.end - 1) || surface.kind(run.end - 1) == TokenKind::Quote)
        {
            run.end -= 1;
        }
        run
    }
}
