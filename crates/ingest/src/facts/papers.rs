//! Papers as sources: "the statement said", "a statement from the embassy", "his report". They speak
//! for those who issue them, who are told beside the paper, here or where it is spoken of first.

use super::statements::{Reader, Said};
use crate::clauses::{is_be, is_day, is_have, subject_before, verb_group};
use crate::entities::{MemberId, distinct};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Nouns for papers, which speak for those who issue them.
const PAPERS: &[&str] =
    &["statement", "communique", "communiqué", "declaration", "document", "letter", "release"];

/// Further nouns for papers, each of which is only itself.
const MORE: &[&str] = &[
    "message",
    "report",
    "text",
    "proposal",
    "survey",
    "poll",
    "study",
    "memo",
    "indictment",
    "conclusions",
    "request",
    "appeal",
    "editorial",
    "article",
    "dispatch",
    "note",
    "cable",
];

/// How many statements before one are looked at.
const BACK: usize = 12;
/// How many sentences before a paper it may have been spoken of first.
const SENTENCES: usize = 10;
/// How many sentences after it.
const AHEAD: usize = 3;
/// How many words after a paper those who issue it may be named.
const BESIDE: usize = 14;

/// Whether two nouns may be of one paper.
fn one_paper(word: &str, other: &str) -> bool {
    word == other
        || PAPERS.contains(&word) && PAPERS.contains(&other)
        || word == "report" && matches!(other, "reported" | "reports" | "reporting")
        || word == "text" && PAPERS.contains(&other)
}

impl Reader<'_, '_, '_> {
    /// Those who issue the paper that a source is, if it is one.
    pub(super) fn of_paper(&self, number: usize, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let head = self.paper(source)?;
        let own = self.issued_by(head);
        if !own.is_empty() {
            return Some(own);
        }
        if !self.found[number].who.is_empty() {
            return None;
        }
        let word = surface.lower(head);
        let joint = source.clone().any(|at| surface.lower(at) == "joint");
        let pair = || self.cast.pair_before(source.start, EntityKind::State);
        let known = |found: Vec<MemberId>| (!found.is_empty()).then_some(found);
        self.of_paper_before(number, word)
            .or_else(|| {
                let first = surface.sentence_of(head).saturating_sub(SENTENCES);
                let from = surface.sentences()[first].start;
                let told =
                    (from..source.start).rev().filter(|at| one_paper(word, surface.lower(*at)));
                told.take(6).find_map(|at| known(self.issued_by(at)))
            })
            .or_else(|| self.of_body_reporting(number, source, word))
            .or_else(|| joint.then(pair).flatten())
            .or_else(|| {
                let last = (surface.sentence_of(head) + AHEAD).min(surface.sentences().len() - 1);
                let to = surface.sentences()[last].end;
                let told = (source.end..to).filter(|at| one_paper(word, surface.lower(*at)));
                told.take(6).find_map(|at| known(self.issued_by(at)))
            })
    }

    /// The paper that a noun phrase is about.
    fn paper(&self, source: &Run) -> Option<usize> {
        let surface = self.cast.surface;
        let of = |at: usize| matches!(surface.pos(at), Pos::Preposition | Pos::To);
        let end = source.clone().find(|at| *at > source.start && of(*at)).unwrap_or(source.end);
        (source.start..end).rev().find(|at| {
            let word = surface.lower(*at);
            (PAPERS.contains(&word) || MORE.contains(&word)) && self.cast.mention_at(*at).is_none()
        })
    }

    /// Those who are told to issue a paper beside the noun for it: "Nepal's statement", "a statement
    /// issued by the embassy", "a Commission report".
    fn issued_by(&self, paper: usize) -> Vec<MemberId> {
        let surface = self.cast.surface;
        if !surface.pos(paper).is_noun() {
            return Vec::new();
        }
        let sentence = surface.sentence(paper);
        let end = sentence.end.min(paper + BESIDE);
        let by = (paper + 1..end)
            .take_while(|at| !matches!(surface.word(*at), "," | ";" | "—" | "--"))
            // "His report tells of a change from war": what comes after the verb issues nothing.
            .take_while(|at| {
                let word = surface.lower(*at);
                // "a statement issued by Chad": the participle, whatever it is read as.
                let hangs = *at == paper + 1 && surface.pos(*at) == Pos::VerbPast;
                !surface.pos(*at).is_finite_verb() || is_be(word) || is_have(word) || hangs
            })
            .find(|at| {
                let word = surface.lower(*at);
                word == "by" || word == "from" && surface.lower(at - 1) != "away"
            })
            .filter(|by| !self.is_passed_on(*by));
        if let Some(by) = by {
            let stop = (by + 1..sentence.end)
                .take(24)
                .find(|at| {
                    let word = surface.lower(*at);
                    surface.pos(*at).is_finite_verb() && self.cast.mention_at(*at).is_none()
                        || matches!(word, "," | "for" | "on" | "to" | "which" | "that" | "after")
                            && !self.cast.in_title(*at)
                })
                .unwrap_or_else(|| sentence.end.min(by + 25));
            let who = super::cues::speakers(self.cast, &(by + 1..stop), self.we);
            if !who.is_empty() {
                return who;
            }
            // "a statement released by the embassy": one that was named before.
            if let Some(body) = self.collective(&(by + 1..stop)) {
                return vec![body];
            }
        }
        if let Some(body) = self.printed_in(paper).or_else(|| self.of_that_body(paper)) {
            return vec![body];
        }
        // Whose it is stands before it.
        let mut at = paper;
        while at > sentence.start && paper - at < 5 {
            at -= 1;
            if let Some(mention) = self.cast.mention_at(at) {
                let place = self.cast.kind(mention.who) == EntityKind::Place;
                // "a joint Chad-Mali statement": both are of one word.
                let word = self.cast.mentions_in(&(mention.run.start..mention.run.end));
                let whole: Vec<MemberId> = word.map(|it| it.who).collect();
                let pair = surface.word(at).contains('-') && mention.run.len() == 1;
                let own = if pair { whole } else { vec![mention.who] };
                return if place { Vec::new() } else { distinct(own) };
            }
            let passes = surface.lower(at) == "'s"
                || surface.pos(at).is_adjective()
                || surface.pos(at) == Pos::Number
                || surface.pos(at) == Pos::Noun;
            if !passes {
                break;
            }
        }
        // "the commission report": one that was named before.
        let before = paper.checked_sub(1).filter(|at| *at >= sentence.start);
        if let Some(before) = before
            && surface.pos(before).is_noun()
            && self.cast.mention_at(before).is_none()
            && let Some(body) = self.body_called(before, surface.lower(before))
        {
            return vec![body];
        }
        self.given_out(paper)
    }

    /// "A report in Sunday's New York Times": the paper or the agency that it stands in.
    fn printed_in(&self, paper: usize) -> Option<MemberId> {
        let surface = self.cast.surface;
        let printed = matches!(surface.lower(paper), "report" | "article" | "editorial" | "story");
        if !printed || surface.lower(paper + 1) != "in" {
            return None;
        }
        let mut at = paper + 2;
        while at < paper + 5
            && (surface.lower(at) == "the"
                || surface.lower(at) == "'s"
                || is_day(surface.lower(at)))
        {
            at += 1;
        }
        let mention = self.cast.mention_at(at).filter(|it| it.run.start == at)?;
        let body = self.cast.kind(mention.who) == EntityKind::Organization;
        (body && surface.pos(at).is_proper()).then_some(mention.who)
    }

    /// "The ministry's statement": one that was named before.
    fn of_that_body(&self, paper: usize) -> Option<MemberId> {
        let surface = self.cast.surface;
        let owns = paper.checked_sub(2).filter(|at| *at >= surface.sentence(paper).start)?;
        let plain = surface.lower(paper - 1) == "'s"
            && surface.pos(owns).is_noun()
            && self.cast.mention_at(owns).is_none();
        plain.then(|| self.body_called(owns, surface.lower(owns))).flatten()
    }

    /// Whether "by" tells who read, saw or carried a paper, which others issued.
    fn is_passed_on(&self, by: usize) -> bool {
        let surface = self.cast.surface;
        let out = usize::from(matches!(surface.lower(by - 1), "out" | "aloud"));
        let verb = by.checked_sub(1 + out).map_or("", |at| surface.lower(at));
        matches!(
            verb,
            "read"
                | "seen"
                | "obtained"
                | "carried"
                | "quoted"
                | "cited"
                | "monitored"
                | "received"
                | "aired"
                | "broadcast"
                | "reported"
        )
    }

    /// "The council adopted a statement", "Chad on Monday issued a joint declaration": those who do so.
    fn given_out(&self, paper: usize) -> Vec<MemberId> {
        let surface = self.cast.surface;
        let first = surface.sentence(paper).start;
        let inside = |at: &usize| {
            let pos = surface.pos(*at);
            pos.is_noun() || pos.is_adjective() || pos.is_determiner() || pos == Pos::Number
        };
        let left = (first..paper).rev().take(7).find(|at| !inside(at));
        let verb = left.filter(|at| {
            matches!(
                surface.lower(*at),
                "issued"
                    | "issues"
                    | "adopted"
                    | "adopts"
                    | "released"
                    | "releases"
                    | "published"
                    | "circulated"
                    | "endorsed"
                    | "unveiled"
                    | "present"
                    | "presented"
                    | "submitted"
            ) && surface.pos(*at).is_verb()
        });
        let Some(verb) = verb else { return Vec::new() };
        let group = verb_group(surface, verb);
        let ends = |at: usize| self.cast.ends_mention(at);
        let subject = (!group.passive && !group.infinitive)
            .then(|| subject_before(surface, group.run.start, &ends))
            .flatten();
        subject.map_or_else(Vec::new, |run| super::cues::speakers(self.cast, &run, self.we))
    }

    /// "The statement said": whoever spoke last in a sentence that tells of such a paper.
    pub(super) fn of_paper_before(&self, number: usize, word: &str) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let tells = |said: &&Said| {
            !said.who.is_empty()
                && surface.sentence(said.at()).any(|at| one_paper(word, surface.lower(at)))
        };
        let told = self.found[..number].iter().rev().take(BACK).find(tells)?;
        // "The Post reported that Chad has asked": whoever reports, and not whom they report of.
        let reports = |earlier: &&Said| {
            let here = surface.sentence_of(earlier.at()) == surface.sentence_of(told.at());
            let cue =
                earlier.cue.as_ref().is_some_and(|cue| one_paper(word, surface.lower(cue.start)));
            here && cue && !earlier.who.is_empty()
        };
        let by_cue = self.found[..number].iter().rev().take(BACK).find(reports);
        Some(by_cue.unwrap_or(told).who.clone())
    }

    /// "Amnesty International says the prisons are full. The report says": the body that spoke last, of whose words
    /// no other paper is named.
    fn of_body_reporting(&self, number: usize, source: &Run, word: &str) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let the = source.len() == 2 && surface.lower(source.start) == "the" && word == "report";
        let here = surface.sentence_of(source.start);
        let last =
            self.found[..number].iter().rev().take(BACK).filter(|_| the).find(|earlier| {
                !earlier.who.is_empty()
                    && !earlier.content.iter().any(|run| run.contains(&source.start))
            })?;
        let near = here.saturating_sub(surface.sentence_of(last.at())) <= AHEAD;
        // "The government published its findings. The report said": another's.
        let since = surface.sentence(last.at()).end..surface.sentence(source.start).start;
        let another = (since.start..since.end.max(since.start)).any(|at| {
            matches!(
                surface.lower(at),
                "findings"
                    | "reported"
                    | "published"
                    | "released"
                    | "issued"
                    | "report"
                    | "reports"
            )
        });
        if another {
            return None;
        }
        let body = matches!(last.who[..], [who] if self.cast.kind(who) == EntityKind::Organization);
        (near && body).then(|| last.who.clone())
    }
}
