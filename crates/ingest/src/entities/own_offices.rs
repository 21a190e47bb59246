//! Offices of persons that speak: "Lee's office said", "according to his office". Each is a body of its
//! own, and its words are not Lee's.

use super::{Cast, MemberId, Reason};
use crate::clauses::is_day;
use chancery_model::EntityKind;
use std::collections::HashMap;

impl Cast<'_, '_> {
    /// Adds the offices that speak, each beside whose it is.
    pub(super) fn add_own_offices(&mut self) {
        let mut known: HashMap<MemberId, MemberId> = HashMap::new();
        for at in 2..self.surface.len() {
            if self.surface.lower(at) != "office" || self.mention_at(at).is_some() {
                continue;
            }
            let Some(whose) = self.whose_office(at) else { continue };
            let office = if let Some(office) = known.get(&whose) {
                *office
            } else {
                let name = format!("Office of {}", self.member(whose).name);
                let of = self.state_of(whose);
                let office = self.organization(name, of);
                known.insert(whose, office);
                office
            };
            self.mention(at..at + 1, self.surface.span(at), office, Reason::Noun);
        }
    }

    /// The person whose office speaks at a token.
    fn whose_office(&self, at: usize) -> Option<MemberId> {
        let surface = self.surface;
        let own = matches!(surface.lower(at - 1), "his" | "her");
        let possessor = if own { at - 1 } else { at.checked_sub(2)? };
        let mention = self.mention_at(possessor)?;
        let beside = own || surface.lower(at - 1) == "'s" && mention.run.end == at - 1;
        let person = beside && self.kind(mention.who) == EntityKind::Person;
        let sentence = surface.sentence(at);
        let mut next = at + 1;
        if surface.lower(next) == "on" {
            next += 1;
        }
        while next < sentence.end && (surface.pos(next).is_adverb() || is_day(surface.lower(next)))
        {
            next += 1;
        }
        let says = self.lexicon.verbs.contains(surface.lower(next))
            && surface.pos(next).is_finite_verb()
            && next < sentence.end;
        let first = self.office_from(mention.run.start);
        let before = (sentence.start..first)
            .rev()
            .find(|at| !(surface.pos(*at).is_determiner() || self.mention_at(*at).is_some()));
        let told = before.is_some_and(|before| {
            let word = surface.lower(before);
            word == "to" && surface.lower(before - usize::from(before > 0)) == "according"
                || matches!(word, "said" | "says" | "by" | "from")
                    && surface.word(before.wrapping_sub(1)) != "of"
        });
        (person && (says || told)).then_some(mention.who)
    }
}
