//! Words that tell of a goal of somebody else than the parties of an article: "groups seeking to buy
//! arms", "Chadian citizens marched to demand change".

use super::Reader;
use crate::clauses::{VerbGroup, is_be, subject_before};
use crate::entities::MemberId;
use crate::facts::meetings::stands_apart;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So far before a verb its subject is looked for.
const NEAR: usize = 9;

/// Words for people who act for themselves.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "citizens", "civilians", "crowds", "demonstrators", "extremists", "families", "fighters", "gunmen", "immigrants",
    "individuals", "journalists", "lawyers", "marchers", "men", "migrants", "passengers", "pilgrims", "protesters",
    "refugees", "residents", "settlers", "smugglers", "students", "terrorists", "those", "tourists", "traffickers",
    "villagers", "women", "workers", "youths",
];

/// Words for those of whom nobody is named where more is told of them: "countries seeking to".
#[rustfmt::skip]
const SOME: &[&str] = &[
    "actors", "businesses", "companies", "countries", "firms", "nations", "organizations", "people", "states",
];

impl Reader<'_, '_, '_> {
    /// Those of a subject without the state that people only come from: "Chadian citizens".
    pub(super) fn but_people(&self, who: Vec<MemberId>, run: &Run) -> Vec<MemberId> {
        let cast = self.cast;
        let surface = cast.surface;
        // The last noun right behind the name, with the adjectives before it.
        let head = |from: usize| {
            (from..run.end.min(from + NEAR))
                .take_while(|at| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective())
                .last()
        };
        // "the government and Chadian rebels", "Chad and Chadian rebels": the state stands beside them.
        if run.clone().any(|at| matches!(surface.lower(at), "government" | "president")) {
            return who;
        }
        let (mut apart, mut named) = (Vec::new(), Vec::new());
        for mention in cast.mentions_in(run) {
            let people = cast.kind(mention.who) == EntityKind::State
                && head(mention.run.end).is_some_and(|head| {
                    let word = surface.lower(head);
                    PEOPLE.contains(&word) || stands_apart(word)
                });
            let joined = mention.run.start == run.start
                || matches!(surface.lower(mention.run.start - 1), "and" | "," | "the");
            if people {
                apart.push(mention.who);
            } else if joined {
                named.push(mention.who);
            }
        }
        who.into_iter().filter(|who| !apart.contains(who) || named.contains(who)).collect()
    }

    /// The noun that a phrase is of.
    fn head_of(&self, run: &Run) -> Option<usize> {
        let surface = self.cast.surface;
        run.clone()
            .take_while(|at| {
                let pos = surface.pos(*at);
                let first = *at == run.start;
                first || !(matches!(pos, Pos::Preposition | Pos::To) || surface.word(*at) == ",")
            })
            .filter(|at| surface.pos(*at).is_noun() || surface.lower(*at) == "those")
            .last()
    }

    /// Whether the subject of a verb is people whom the text does not name.
    pub(super) fn is_of_others(&self, group: &VerbGroup) -> bool {
        let cast = self.cast;
        let surface = cast.surface;
        let ends = |at: usize| cast.ends_mention(at);
        let first = surface.sentence(group.main).start.max(group.run.start.saturating_sub(NEAR));
        // "groups seeking to", "groups that seek to"
        let gerund = surface.pos(group.main) == Pos::VerbGerund
            && !group.run.clone().any(|at| is_be(surface.lower(at)));
        let mut end = group.run.start;
        while end > first && surface.pos(end - 1).is_adverb() {
            end -= 1;
        }
        let relative = end > first && matches!(surface.lower(end - 1), "who" | "that" | "which");
        if relative {
            end -= 1;
            end -= usize::from(end > first && surface.word(end - 1) == ",");
        }
        let subject = if gerund || relative {
            let start = (first..end)
                .rev()
                .find(|at| {
                    let pos = surface.pos(*at);
                    pos.is_verb() || matches!(surface.word(*at), "," | ";" | ":" | "that")
                })
                .map_or(first, |at| at + 1);
            (start < end && end > first && surface.pos(end - 1).is_noun()
                || end > first && surface.lower(end - 1) == "those")
                .then_some(start..end)
        } else {
            subject_before(surface, group.run.start, &ends)
        };
        let Some(subject) = subject else { return false };
        let described = gerund || relative;
        self.head_of(&subject).is_some_and(|head| {
            let word = surface.lower(head);
            let nobody =
                PEOPLE.contains(&word) || described && (SOME.contains(&word) || stands_apart(word));
            cast.mention_at(head).is_none() && nobody
        }) && self.sides(&subject).is_empty()
    }
}
