//! An office in the first sentence of a story whose holder is named right after it: "Chad's foreign
//! minister stayed away from the dinner. Ann Lee had taken part in the session before."

use super::holders::covers;
use super::{Cast, Member, MemberId, Office, Reason};
use crate::mentions::{Owner, Tense};
use chancery_model::EntityKind;

/// Sentences after the office within which its holder must be named; a quotation may have several.
const SOON: usize = 4;

impl Cast<'_, '_> {
    /// Gives the one office of a state or body that the first sentence tells of without a name to the person
    /// whom the words after it name in full, without any office and for the first time.
    pub(super) fn name_described(&mut self) {
        if self.official_us || self.spoken {
            return;
        }
        let Some((number, owner)) = self.office_of_lead() else { return };
        let title = self.titles[number].clone();
        let word = self.surface.lower(title.head);
        let held = |member: &Member| {
            let mut offices = member.offices.iter();
            offices.any(|office| {
                covers(word, &office.title.to_lowercase())
                    && office.owner.is_none_or(|of| of == owner)
            })
        };
        if self.members.iter().any(held) {
            return;
        }
        let Some(person) = self.named_after(title.full.end, owner) else { return };
        self.title_of[number] = Some(person);
        let office = Office {
            title: self.surface.words(&title.run).to_owned(),
            owner: Some(owner),
            tense: title.tense,
            evidence: title.full.clone(),
            told: true,
            like: None,
        };
        self.give(person, office);
        let span = self.surface.span_of(&title.full);
        self.mention(title.full.clone(), span, person, Reason::Title);
    }

    /// The one office of the first sentence that has no name beside it, and whom it serves.
    fn office_of_lead(&mut self) -> Option<(usize, MemberId)> {
        let first = self.titles.first()?;
        let sentence = self.surface.sentence_of(first.head);
        if sentence > 1 {
            return None;
        }
        let mut open = (0..self.titles.len())
            .take_while(|number| self.surface.sentence_of(self.titles[*number].head) == sentence)
            .filter(|number| {
                let title = &self.titles[*number];
                self.title_of[*number].is_none()
                    && matches!(title.tense, Tense::Current | Tense::Former)
                    && !title.relative
                    && !self.surface.pos(title.head).is_plural()
                    && matches!(title.owner, Some(Owner::Name(_)))
                    && self.surface.quotation_of(title.head).is_none()
                    && !matches!(self.surface.lower(title.full.start), "a" | "an")
            });
        let number = open.next().filter(|_| open.next().is_none())?;
        let Some(Owner::Name(name)) = self.titles[number].owner else { return None };
        let owner = self.member_of_name(name)?;
        // Of its spokesmen a body has many.
        let spokes = self.surface.lower(self.titles[number].head).starts_with("spokes");
        let serves = self.kind(owner) == EntityKind::State
            || self.kind(owner) == EntityKind::Organization && !spokes;
        serves.then_some((number, owner))
    }

    /// The first person named in full after a token, if nothing but a verb stands beside the name.
    fn named_after(&self, at: usize, owner: MemberId) -> Option<MemberId> {
        let surface = self.surface;
        let persons = || {
            self.mentions[..self.sorted]
                .iter()
                .filter(|mention| self.kind(mention.who) == EntityKind::Person)
                .filter(|mention| surface.quotation_of(mention.run.start).is_none())
        };
        let sentence = surface.sentence(at.saturating_sub(1));
        let named = persons().find(|mention| mention.run.start >= sentence.end)?;
        let before = persons().any(|mention| mention.run.start < sentence.end);
        let run = &named.run;
        let last = surface.sentence_of(sentence.start) + SOON;
        let (left, right) = (run.start.wrapping_sub(1), run.end);
        let opens = surface.sentence(run.start).start == run.start;
        let acts = |at: usize| surface.pos(at).is_finite_verb() || surface.pos(at).is_adverb();
        let member = self.member(named.who);
        let bare = member.offices.is_empty() && member.of.is_none_or(|of| of == owner);
        (bare
            && !before
            && run.len() > 1
            && surface.sentence_of(run.start) <= last
            && (acts(right) || surface.lower(right) == "and" && opens)
            && (opens
                || surface.pos(left).is_verb()
                || surface.quotation_of(left.wrapping_sub(1)).is_some()))
        .then_some(named.who)
    }
}
