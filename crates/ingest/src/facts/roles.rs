//! The offices of the cast as facts.

use crate::entities::Cast;
use crate::mentions::Tense;
use chancery_model::{EntityId, EntityKind, Role, RoleStatus};

/// Every office that the article gives to a person.
pub(crate) fn roles(cast: &Cast, ids: &[EntityId]) -> Vec<Role> {
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
                evidence: (!evidence.is_empty()).then_some(evidence),
                according_to: None,
                confidence: None,
            });
        }
    }
    roles.sort_by_key(|role| role.evidence.map_or(usize::MAX, chancery_model::Span::start));
    roles
}
