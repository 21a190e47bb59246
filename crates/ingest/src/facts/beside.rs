//! Who an unnamed source is, told in the same breath: "An Iraqi official, Hussein al-Hindawi, said",
//! "the president's father, former president George Bush, proposed".

use super::cues::{Source, settle};
use super::issuers::Issuers;
use super::nameless::is_anybody;
use super::statements::Reader;
use crate::entities::{Cast, MemberId, Mentioned};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Nouns of kin and others without an office, who are named after a comma like officials.
const KIN: &[&str] = &[
    "father",
    "mother",
    "son",
    "daughter",
    "wife",
    "husband",
    "brother",
    "sister",
    "cousin",
    "uncle",
    "widow",
    "member",
    "man",
    "woman",
    "judge",
    "general",
    "colonel",
    "doctor",
    "professor",
    "resident",
    "student",
    "villager",
    "survivor",
    "worker",
    "driver",
    "soldier",
];

/// How many words may stand between the comma and the name: an office.
const OFFICE: usize = 8;

impl Reader<'_, '_, '_> {
    /// Whoever is named after the comma that follows a noun for one person, with the words so far.
    pub(super) fn apposed(&self, source: &Run) -> Option<(MemberId, Run)> {
        let surface = self.cast.surface;
        if surface.word(source.end) != "," {
            return None;
        }
        // "One of the ministers, Ann Lee, said"
        let one =
            surface.reads(source.start, &["one", "of"]) && self.is_one_of_many(source.end - 1);
        let head = if one { source.end - 1 } else { self.head(source)? };
        if !(one || self.is_somebody(head) || KIN.contains(&surface.lower(head))) {
            return None;
        }
        let from = source.end + 1;
        let limit = (from + OFFICE).min(surface.sentence(source.start).end);
        let mention = self.person_from(from, limit)?;
        // "…, Lee said": the subject of its own clause, not an apposition.
        let mut after = mention.run.end;
        if surface.lower(after) == "of"
            && let Some(state) = self.cast.mention_at(after + 1)
        {
            after = state.run.end; // "Ann Lee of Chad,"
        }
        let closed = matches!(surface.word(after), "," | "." | ";" | "—" | "--" | "(")
            || after >= surface.sentence(source.start).end;
        closed.then_some((mention.who, source.start..mention.run.end))
    }

    /// Whether a noun in the plural is of persons one of whom may speak.
    fn is_one_of_many(&self, noun: usize) -> bool {
        let surface = self.cast.surface;
        let one = surface.lower(noun).strip_suffix('s').unwrap_or_default();
        surface.pos(noun).is_plural()
            && (KIN.contains(&one)
                || is_anybody(one)
                || self.cast.lexicon.titles.get(one).is_some_and(|title| title.head))
    }

    /// "Lee and the ambassador to Chad, Ann Kim, praised": with whoever is named after the comma, those who stand
    /// before the conjunction.
    pub(super) fn with_those_before(&self, who: MemberId, source: Option<&Run>) -> Vec<MemberId> {
        let surface = self.cast.surface;
        let and = source.and_then(|run| {
            let and = run.clone().rev().find(|at| surface.lower(*at) == "and")?;
            (and > run.start).then_some(run.start..and)
        });
        let others = and.filter(|run| {
            let next = run.end + 1;
            let begins = surface.pos(next).is_determiner()
                || self.cast.mention_at(next).is_some()
                || self.cast.title_starting(next).is_some();
            begins && !self.cast.in_title(run.end)
        });
        let mut all = others.map_or_else(Vec::new, |run| self.cast.actors(&run));
        all.retain(|other| *other != who);
        all.push(who);
        all
    }

    /// "Chad's largest opposition party, the Popular Front, said": the body named after the comma, where
    /// the words before it name nobody.
    pub(super) fn apposed_body(&self, number: usize) -> Option<(MemberId, Run)> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let source = said.source.as_ref().filter(|run| !run.is_empty() && said.who.is_empty())?;
        let head = self.head(source)?;
        let plain = surface.word(source.end) == ","
            && !surface.pos(head).is_plural()
            && !surface.is_capital(head)
            && !self.is_somebody(head);
        if !plain {
            return None;
        }
        let from = source.end + 1;
        // "the right-wing", "the formerly banned"
        let name = (from..from + 4).find(|at| surface.is_capital(*at))?;
        let body = self.cast.mention_at(name).filter(|it| it.run.start == name)?;
        let after = body.run.end + 1;
        let pos = surface.pos(after);
        let listed = surface.is_capital(after) || pos.is_determiner() || pos == Pos::Conjunction;
        let closed = surface.word(body.run.end) == "," && !listed;
        (closed && self.cast.kind(body.who) == EntityKind::Organization)
            .then_some((body.who, source.start..body.run.end))
    }

    /// The person whose name begins within a stretch, if only words of an office stand before.
    fn person_from(&self, from: usize, limit: usize) -> Option<&Mentioned> {
        let surface = self.cast.surface;
        let mut at = from;
        while at < limit {
            if let Some(mention) = self.cast.mention_at(at).filter(|it| it.run.start == at) {
                if self.cast.kind(mention.who) == EntityKind::Person && surface.is_capital(at) {
                    return Some(mention);
                }
                at = mention.run.end;
                continue;
            }
            let pos = surface.pos(at);
            let office = pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || matches!(surface.lower(at), "of" | "for" | "'s" | "and");
            if !office {
                return None;
            }
            at += 1;
        }
        None
    }
}

/// So many words may stand between "quoted" and "as saying".
const QUOTED: usize = 24;

/// "The paper quoted Lee, a minister, as saying": Lee speaks, whichever of the two verbs is the cue.
pub(super) fn quoted_as_saying(cast: &Cast, at: usize, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let quotes = |at: usize| {
        matches!(
            surface.lower(at),
            "quote" | "quotes" | "quoted" | "quoting" | "cite" | "cites" | "cited" | "citing"
        )
    };
    let says = |at: usize| {
        surface.pos(at) == Pos::VerbGerund
            && cast.lexicon.verbs.contains(surface.lower(at))
            && surface.lower(at.wrapping_sub(1)) == "as"
    };
    let sentence = surface.sentence(at);
    let (verb, says) = if quotes(at) {
        (at, (at + 2..sentence.end.min(at + QUOTED)).find(|at| says(*at))?)
    } else if says(at) {
        let from = at.saturating_sub(QUOTED).max(sentence.start);
        ((from..at - 1).rev().find(|at| quotes(*at))?, at)
    } else {
        return None;
    };
    let whole = verb + 1..says - 1;
    // "He was quoted as saying", "quoted on Monday as saying": the subject speaks.
    let end = whole.clone().find(|at| surface.word(*at) == ",").unwrap_or(whole.end);
    let run = whole.start..end;
    let named = !run.is_empty()
        && run
            .clone()
            .any(|at| surface.pos(at).is_noun() && !crate::clauses::is_day(surface.lower(at)));
    if !named
        || !surface.pos(verb).is_verb()
        || matches!(surface.lower(run.start), "by" | "in" | "on")
    {
        return None;
    }
    settle(cast, run, we)
}
