//! Where somebody is sent, told between the office and the name: "Chad's ambassador to Mali, Ann Lee,".

use super::{Cast, MemberId};
use crate::mentions::{Owner, TitlePhrase, What};
use crate::surface::Run;
use chancery_model::EntityKind;

/// Heads of those who are sent somewhere.
const SENT: &[&str] =
    &["ambassador", "commissioner", "consul", "envoy", "general", "representative"];

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

    /// The person named behind the state, city or body to which an office sends its holder.
    pub(super) fn past_post(&self, title: &TitlePhrase) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let at = title.full.end.max(title.run.end);
        let sent =
            SENT.contains(&surface.lower(title.head)) && (title.definite || title.owner.is_some());
        // "the League's leader in Mali, Ann Lee,"
        let there = title.owner.is_some() && surface.lower(at) == "in";
        if !(sent || there) || !matches!(surface.lower(at), "to" | "in") {
            return None;
        }
        let at = at + 1 + usize::from(surface.lower(at + 1) == "the");
        let post = self.name_at(at).filter(|name| name.run.start == at)?;
        if post.what == What::Person {
            return None;
        }
        let comma = usize::from(surface.word(post.run.end) == ",");
        let mut name = post.run.end + comma;
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
