//! The offices of the cast as facts.

use super::link::told_by;
use super::statements::Said;
use crate::entities::Cast;
use crate::mentions::Tense;
use chancery_model::{EntityId, EntityKind, Role, RoleStatus, When};

/// Every office that the article gives to a person.
pub(crate) fn roles(cast: &Cast, said: &[Said], ids: &[EntityId]) -> Vec<Role> {
    let mut roles = Vec::new();
    for person in cast.ids().filter(|id| cast.kind(*id) == EntityKind::Person) {
        for office in &cast.member(person).offices {
            let status = match office.tense {
                Tense::Current => RoleStatus::Current,
                Tense::Former | Tense::Then => RoleStatus::Former,
                Tense::Designate => RoleStatus::Designate,
            };
            let evidence = cast.surface.span_of(&office.evidence);
            roles.push(Role {
                person: ids[person.index()].clone(),
                of: office.owner.map(|owner| ids[owner.index()].clone()),
                title: office.title.split_whitespace().collect::<Vec<_>>().join(" "),
                status,
                when: When::default(),
                evidence: (!evidence.is_empty()).then_some(evidence),
                // In their own words; a title in what is reported of them is the reporter's.
                according_to: Some(&office.evidence)
                    .filter(|run| cast.surface.quotation_of(run.start).is_some())
                    .and_then(|run| told_by(cast, said, [run]))
                    .map(|who| ids[who.index()].clone()),
                confidence: None,
            });
        }
    }
    roles.sort_by_key(|role| role.evidence.map_or(usize::MAX, chancery_model::Span::start));
    roles
}
