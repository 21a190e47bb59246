//! "The prime minister spoke to Indian Prime Minister Lee": whoever is meant by the office alone is another
//! than the one of that office who is met. Releases of a government begin so, and seldom name their own.

use super::{Cast, MemberId};

/// Titles that are looked at behind one.
const NEXT: usize = 3;
/// So many that were told apart last are remembered.
const MOST: usize = 60;

impl Cast<'_, '_> {
    /// Those who are named with the same office behind the verb of which an office alone is the subject,
    /// in the same clause as far as commas tell.
    pub(super) fn other_holders(&self, number: usize) -> Vec<MemberId> {
        let surface = self.surface;
        let title = &self.titles[number];
        if title.owner.is_some() || !title.definite || !self.is_subject(title.full.end) {
            return Vec::new();
        }
        let end = surface.sentence(title.head).end;
        let next = self.titles[number + 1..].iter().zip(&self.title_of[number + 1..]);
        let same = next.take(NEXT).filter(|(other, _)| {
            other.full.end <= end
                && surface.lower(other.head) == surface.lower(title.head)
                && !(title.full.end..other.full.start).any(|at| surface.word(at) == ",")
        });
        same.filter_map(|(_, who)| *who).collect()
    }

    /// Notes of an office alone that it is of somebody else than these.
    pub(super) fn tell_apart(&mut self, number: usize, others: Vec<MemberId>) {
        let head = self.titles[number].head;
        self.others_of_office.extend(others.into_iter().map(|who| (head, who)));
    }

    /// Whether an office alone, met here again, has been told of somebody else than this one.
    pub(crate) fn is_another(&self, head: usize, who: MemberId) -> bool {
        let surface = self.surface;
        let office = surface.lower(head);
        let mut told = self.others_of_office.iter().rev().take(MOST);
        told.any(|(at, other)| *other == who && surface.lower(*at) == office)
    }

    /// Whether somebody without a name is the subject of the sentence in which a word stands.
    pub(super) fn is_of_a_nameless(&self, at: usize) -> bool {
        let sentence = self.surface.sentence(at);
        let first = self.nameless.partition_point(|head| *head < sentence.start);
        self.nameless.get(first).is_some_and(|head| *head < sentence.end)
    }
}
