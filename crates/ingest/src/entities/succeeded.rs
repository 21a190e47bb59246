//! Who came after whom in an office: "Ann Lee replaced Bo Kim as foreign minister", "Bo Kim was
//! replaced as foreign minister by Ann Lee".

use super::{Cast, MemberId, Office};
use crate::mentions::Tense;
use crate::surface::Run;
use chancery_model::EntityKind;

impl Cast<'_, '_> {
    /// Gives whoever came the office that whoever left held before.
    pub(super) fn link_successions(&mut self) {
        for number in 0..self.titles.len() {
            let title = &self.titles[number];
            let (head, full) = (title.head, title.full.clone());
            let Some(went) = self.title_of[number] else { continue };
            let Some((came, name)) = self.succession(&full) else { continue };
            if came == went {
                continue;
            }
            let offices = &mut self.members[went.index()].offices;
            let Some(left) = offices.iter_mut().find(|office| office.evidence.contains(&head))
            else {
                continue;
            };
            if left.tense == Tense::Designate {
                continue;
            }
            left.tense = Tense::Former;
            let evidence = full.start.min(name.start)..full.end.max(name.end);
            let office = Office { tense: Tense::Current, evidence, ..left.clone() };
            self.give(came, office);
        }
    }

    /// Who comes into the office whose words follow "as", and where they are named.
    fn succession(&self, full: &Run) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let sentence = surface.sentence(full.start);
        let replaces = |at: usize| matches!(surface.lower(at), "replaced" | "succeeded");
        let before = full.start.checked_sub(2).filter(|at| *at >= sentence.start)?;
        if surface.lower(before + 1) != "as" {
            return None;
        }
        if replaces(before) {
            let by = full.end;
            return (surface.lower(by) == "by")
                .then(|| self.named_at(by + 1, EntityKind::Person))
                .flatten();
        }
        let left = self.mention_at(before).filter(|left| left.run.end == before + 1)?;
        let verb = left.run.start.checked_sub(1).filter(|at| replaces(*at))?;
        let mut subject = verb.checked_sub(1).filter(|at| *at >= sentence.start)?;
        if matches!(surface.lower(subject), "has" | "had" | "who") {
            subject = subject.checked_sub(1)?;
        }
        if surface.word(subject) == "," {
            subject = subject.checked_sub(1)?;
        }
        let came = self.mention_at(subject).filter(|came| came.run.end == subject + 1)?;
        (self.kind(came.who) == EntityKind::Person).then(|| (came.who, came.run.clone()))
    }
}
