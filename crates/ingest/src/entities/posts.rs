//! Where somebody is sent, told between the office and the name: "Chad's ambassador to Mali, Ann Lee,".

use super::{Cast, MemberId};
use crate::mentions::{Owner, TitlePhrase, What};
use crate::surface::Run;
use chancery_model::EntityKind;

/// Heads of those who are sent somewhere.
const SENT: &[&str] =
    &["ambassador", "commissioner", "consul", "envoy", "general", "representative"];

/// To so many more states than one an envoy may be sent.
const POSTS: usize = 4;

/// So many words from an office the last of them is named.
const APART: usize = 12;

impl Cast<'_, '_> {
    /// "Ann Lee, the agency's head": whom somebody serves, told by a noun, now that it is known which.
    pub(super) fn serve_described(&mut self) {
        for number in 0..self.titles.len() {
            let title = &self.titles[number];
            let (Some(Owner::Noun(at)), Some(person)) = (&title.owner, self.title_of[number])
            else {
                continue;
            };
            let body = self.who(*at).filter(|who| self.kind(*who) == EntityKind::Organization);
            let words = title.full.clone();
            let Some(body) = body.filter(|_| !title.relative) else { continue };
            for office in &mut self.members[person.index()].offices {
                if office.owner.is_none()
                    && office.evidence.start <= words.start
                    && words.end <= office.evidence.end
                {
                    office.owner = Some(body);
                }
            }
        }
    }

    /// Whether a state's name behind a preposition is where an office sends its holder: "the Chadian
    /// ambassador to Mali and Niger". Whoever is called an envoy without a name may be of it.
    pub(super) fn is_post_of(&self, joined: usize, state: &Run) -> bool {
        let surface = self.surface;
        if !matches!(surface.lower(joined), "to" | "for" | "and" | ",") {
            return false;
        }
        let end = self.titles.partition_point(|title| title.run.start < state.start);
        let here = surface.sentence(state.start);
        let title = self.titles[..end].last().filter(|title| title.run.start >= here.start);
        let Some((number, title)) = end.checked_sub(1).zip(title) else { return false };
        let posted = |at: usize| {
            let word = surface.lower(at);
            at == joined
                || matches!(word, "to" | "for" | "and" | "," | "the")
                || self.who(at).is_some_and(|who| self.kind(who) == EntityKind::State)
        };
        // "Special Representative of the Secretary-General for Mali"
        let of = surface.lower(title.head + 1) == "of" && title.run.end < state.start;
        let first = if of { title.run.end } else { title.head + 1 };
        SENT.contains(&surface.lower(title.head))
            && self.title_of[number].is_some()
            && state.start < first + APART
            && matches!(surface.lower(first), "to" | "for")
            && (first..state.start).all(posted)
    }

    /// The person named behind the state, city or body to which an office sends its holder.
    pub(super) fn past_post(&self, title: &TitlePhrase) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let at = title.full.end.max(title.run.end);
        let sent =
            SENT.contains(&surface.lower(title.head)) && (title.definite || title.owner.is_some());
        // "the League's leader in Mali, Ann Lee,"
        let there = title.owner.is_some() && surface.lower(at) == "in";
        let to = matches!(surface.lower(at), "to" | "in") || sent && surface.lower(at) == "for";
        if !(sent || there) || !to {
            return None;
        }
        let at = at + 1 + usize::from(surface.lower(at + 1) == "the");
        let post = |at: usize| {
            let name = self.name_at(at).filter(|name| name.run.start == at)?;
            (name.what != What::Person).then_some(name.run.end)
        };
        let mut end = post(at)?;
        // "to Chad and Mali", "to Chad, Mali and Niger"
        for _ in 0..POSTS {
            let comma = usize::from(surface.word(end) == ",");
            let and = usize::from(surface.lower(end + comma) == "and");
            let next = end + comma + and;
            let the = usize::from(surface.lower(next) == "the");
            let Some(last) = post(next + the).filter(|_| comma + and > 0) else { break };
            end = last;
        }
        let comma = usize::from(surface.word(end) == ",");
        let mut name = end + comma;
        while self.lexicon.ranks.contains(surface.word(name)) {
            name += 1;
        }
        let named = self.mention_at(name).filter(|mention| mention.run.start == name)?;
        let ends = |at: usize| {
            matches!(surface.word(at), "," | "." | ")" | ";")
                || surface.pos(at).is_verb()
                || surface.pos(at).is_adverb()
        };
        (self.kind(named.who) == EntityKind::Person
            && surface.sentence_of(name) == surface.sentence_of(title.head)
            && (comma == 0 && sent
                || ends(named.run.end) && (sent || surface.word(named.run.end) == ",")))
            .then(|| (named.who, named.run.clone()))
    }
}
