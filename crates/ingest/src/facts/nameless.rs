//! Sources that name nobody by themselves: the lead's "a UN official", "the official", "the
//! statement", "they". Whom they stand for is told by the statements around.

use super::beside::quoted_as_saying;
use super::statements::{Reader, Said};
use crate::clauses::is_day;
use crate::entities::MemberId;
use crate::lexicon::Gender;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Nouns for somebody who speaks and is not named.
const ANYBODY: &[&str] = &[
    "official",
    "diplomat",
    "source",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "officer",
    "aide",
    "adviser",
    "advisor",
    "negotiator",
    "leader",
    "expert",
    "analyst",
    "lawyer",
    "politician",
    "lawmaker",
    "delegate",
    "participant",
    "activist",
    "cleric",
    "rebel",
    "fighter",
    "witness",
    "veteran",
    "pontiff",
    "premier",
    "ruler",
    "host",
    "general",
    "statesman",
    "academic",
    "economist",
    "militant",
    "commander",
];

/// How many statements before one are looked at.
const BACK: usize = 12;

/// How many mentions before one are looked at: longer ago nobody was named.
const MENTIONS: usize = 300;

/// How many sentences before "he" the one spoken of may be.
const NEAR: usize = 3;

impl Reader<'_, '_, '_> {
    /// Finds for sources that name nobody whom they stand for, in order of the text, so that each
    /// sees what those before it were found to be.
    pub(super) fn nameless(&mut self) {
        self.found.sort_by_key(Said::at);
        for number in 0..self.found.len() {
            // "…," the paper quoted Lee as saying: Lee says it.
            let cue = self.found[number]
                .cue
                .clone()
                .filter(|cue| self.cast.surface.pos(cue.start) != Pos::VerbGerund);
            if let Some(source) =
                cue.and_then(|cue| quoted_as_saying(self.cast, cue.start, self.we))
            {
                let said = &mut self.found[number];
                (said.who, said.source) = (source.who, Some(source.run));
                continue;
            }
            let apposed = self.found[number].source.clone().and_then(|run| self.apposed(&run));
            if let Some((who, run)) = apposed {
                let said = &mut self.found[number];
                (said.who, said.source) = (vec![who], Some(run));
            } else if let Some(who) = self.stands_for(number) {
                self.found[number].who = who;
            }
        }
    }

    pub(super) fn stands_for(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let source = said.source.clone().filter(|source| !source.is_empty())?;
        let named = self
            .cast
            .mentions_in(&source)
            .any(|mention| self.cast.kind(mention.who) == EntityKind::Person);
        if source.len() == 1 && surface.pos(source.start) == Pos::Pronoun {
            return match surface.lower(source.start) {
                "he" | "she" => self.of_pronoun(number, source.start),
                "they" => self.of_plural_before(number),
                "it" => self.of_body_before(number),
                _ => None,
            };
        }
        if named {
            return None;
        }
        if let Some(who) = self.of_paper(number, &source) {
            return Some(who);
        }
        if said.who.is_empty()
            && let Some(who) = self.collective(&source)
        {
            return Some(vec![who]);
        }
        let head = self.head(&source)?;
        let word = surface.lower(head);
        if !self.is_somebody(head) {
            return None;
        }
        self.named_after(number, &source).or_else(|| {
            (said.who.is_empty() && surface.lower(source.start) == "the")
                .then(|| {
                    self.same_head_before(number, word).or_else(|| self.who_spoke(number, head))
                })
                .flatten()
        })
    }

    /// "The former diplomat said": by another word, whoever spoke before.
    fn who_spoke(&self, number: usize, head: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        if surface.lower(head).starts_with("spokes") {
            return None;
        }
        let here = surface.sentence_of(head);
        self.found[..number]
            .iter()
            .rev()
            .take(3)
            .take_while(|earlier| here.saturating_sub(surface.sentence_of(earlier.at())) <= NEAR)
            .find(|earlier| !earlier.who.is_empty())
            .filter(|earlier| {
                matches!(earlier.who[..], [who] if self.cast.kind(who) == EntityKind::Person)
            })
            .map(|earlier| earlier.who.clone())
    }

    /// The noun that a phrase is about: the last before a preposition, a comma or a day.
    pub(super) fn head(&self, run: &Run) -> Option<usize> {
        let surface = self.cast.surface;
        let end = run
            .clone()
            .find(|at| {
                *at > run.start
                    && (matches!(surface.pos(*at), Pos::Preposition | Pos::To)
                        || surface.word(*at) == ","
                        || is_day(surface.lower(*at)))
            })
            .unwrap_or(run.end);
        (run.start..end).rev().find(|at| surface.pos(*at).is_noun())
    }

    /// Whether a noun means one person.
    pub(super) fn is_somebody(&self, head: usize) -> bool {
        let word = self.cast.surface.lower(head);
        !self.cast.surface.pos(head).is_plural()
            && (ANYBODY.contains(&word)
                || self.cast.lexicon.titles.get(word).is_some_and(|title| title.head))
    }

    /// "A UN official announced …. Gustave Feissel, the UN representative, said": the lead speaks of
    /// whoever is named next as a speaker, and was not named before.
    fn named_after(&self, number: usize, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let here = surface.sentence_of(source.start);
        let opening = surface.paragraph_of(source.start) <= 1 || here <= 2;
        let known = |who: &MemberId| self.cast.kind(*who) == EntityKind::Person;
        if !opening || said.who.iter().any(known) {
            return None;
        }
        let next = self.found[number + 1..]
            .iter()
            .take_while(|later| surface.sentence_of(later.at()) <= here + 3)
            .find(|later| matches!(later.who[..], [who] if known(&who)))?;
        let who = *next.who.first()?;
        let first = self.cast.mentions().iter().find(|mention| mention.who == who)?;
        let side = self.cast.side_of(who).or_else(|| self.cast.state_of(who));
        let served = self.cast.member(who).offices.iter().filter_map(|office| office.owner);
        let agrees = said.who.is_empty()
            || side.is_none_or(|side| said.who.contains(&side))
            || served.clone().any(|owner| said.who.contains(&owner));
        let speaks = next.source.as_ref().is_some_and(|run| {
            self.cast
                .mentions_in(run)
                .any(|mention| mention.who == who && surface.pos(mention.run.start) != Pos::Pronoun)
        });
        (first.run.start > source.start && agrees && speaks).then(|| vec![who])
    }

    /// "The official added": whoever was spoken of by the same noun before.
    fn same_head_before(&self, number: usize, word: &str) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let alike = |other: &str| {
            other == word || word.starts_with("spokes") && other.starts_with("spokes")
        };
        self.found[..number]
            .iter()
            .rev()
            .take(BACK)
            .find(|earlier| {
                earlier
                    .source
                    .as_ref()
                    .and_then(|run| self.head(run))
                    .is_some_and(|head| alike(surface.lower(head)))
            })
            .map(|earlier| earlier.who.clone())
            .filter(|who| !who.is_empty())
    }

    /// "The agency warned …. It said": a body or a paper that spoke before, never a person.
    fn of_body_before(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let person = |who: &MemberId| self.cast.kind(*who) == EntityKind::Person;
        if !said.who.is_empty() && !said.who.iter().any(person) {
            return None;
        }
        let here = surface.sentence_of(said.at());
        self.found[..number]
            .iter()
            .rev()
            .take(4)
            .take_while(|earlier| here.saturating_sub(surface.sentence_of(earlier.at())) <= NEAR)
            .find(|earlier| !earlier.who.is_empty() && !earlier.who.iter().any(person))
            .map(|earlier| earlier.who.clone())
            .or_else(|| self.of_paper_before(number, "statement"))
    }

    /// "Iranian officials said …. They added": the many who spoke last.
    fn of_plural_before(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let at = self.found[number].at();
        let earlier = self.found[..number].iter().rev().take(3).find(|earlier| {
            surface.sentence_of(at).saturating_sub(surface.sentence_of(earlier.at())) <= 2
                && earlier.source.is_some()
        })?;
        let head = self.head(earlier.source.as_ref()?)?;
        (surface.pos(head).is_plural() && !earlier.who.is_empty()).then(|| earlier.who.clone())
    }

    /// "He" who speaks is whoever spoke before, rather than somebody who was only spoken of, and may
    /// be somebody without a name.
    fn of_pronoun(&self, number: usize, at: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let resolved = self.found[number].who.first().copied();
        let wanted = if surface.lower(at) == "she" { Gender::Woman } else { Gender::Man };
        let here = surface.sentence_of(at);
        // Where the one it was resolved to was named last.
        let named = resolved.and_then(|who| {
            let mentions = self.cast.mentions();
            let until = mentions.partition_point(|mention| mention.run.start < at);
            mentions[..until]
                .iter()
                .rev()
                .take(MENTIONS)
                .find(|mention| {
                    mention.who == who && surface.pos(mention.run.start) != Pos::Pronoun
                })
                .map(|mention| mention.run.start)
        });
        let before = || {
            self.found[..number].iter().rev().take(BACK).take_while(|earlier| {
                here.saturating_sub(surface.sentence_of(earlier.at())) <= NEAR + 2
            })
        };
        // Somebody without a name spoke since.
        let nameless = before().find(|earlier| {
            earlier.source.as_ref().is_some_and(|run| {
                here.saturating_sub(surface.sentence_of(run.start)) <= NEAR
                    && run.start < at
                    && named.is_none_or(|named| named < run.start)
                    && self.head(run).is_some_and(|head| self.is_somebody(head))
                    && !earlier.who.iter().any(|who| self.cast.kind(*who) == EntityKind::Person)
            })
        });
        if let Some(earlier) = nameless {
            return Some(earlier.who.clone());
        }
        // The one meant was only spoken of, or to, by another who spoke last.
        let named = named?;
        let told = |earlier: &&Said| {
            let spoken_to = earlier.source.as_ref().is_some_and(|source| {
                source.end <= named
                    && earlier.at() <= named
                    && surface.sentence_of(named) == surface.sentence_of(earlier.at())
            });
            spoken_to || earlier.content.iter().any(|run| run.contains(&named))
        };
        let teller = self.found[..number].iter().rev().take(BACK).find(told)?;
        let fits = |who: MemberId| {
            let gender = self.cast.member(who).gender;
            self.cast.kind(who) == EntityKind::Person
                && (gender == wanted || gender == Gender::Unknown)
        };
        if resolved.is_some_and(|who| teller.who.contains(&who)) {
            return None;
        }
        before()
            .find(|earlier| matches!(earlier.who[..], [who] if fits(who)))
            .filter(|earlier| earlier.who.first() != resolved.as_ref())
            .map(|earlier| earlier.who.clone())
    }
}
