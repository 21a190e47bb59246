//! Offices that only bodies of states have: a secretary-general serves the body that the text speaks of,
//! and never the state that he comes from.

use super::{Cast, MemberId, Reason};
use crate::surface::Run;
use chancery_model::EntityKind;

/// So many mentions before an office are asked for the body that it is of.
const NEAR: usize = 30;

/// Bodies that have a secretary-general, by the last word or the first of their names.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "Alliance", "ASEAN", "Association", "Commonwealth", "Community", "Conference", "Cooperation", "Council",
    "Forum", "League", "Nations", "Organisation", "Organization", "States", "Union",
];

/// Whether an office is one of a body of states: "Deputy Secretary-General". One of a ministry says so.
pub(super) fn heads_a_body(title: &str) -> bool {
    let title = title.to_lowercase().replace('-', " ");
    let own = title.contains("ministry") || title.contains("party");
    !own && (title.ends_with("secretary general") || title.contains("of the secretary general"))
}

impl Cast<'_, '_> {
    /// The body of states named last before an office.
    pub(super) fn body_spoken_of(&self, at: usize) -> Option<MemberId> {
        let end = self.mentions().partition_point(|mention| mention.run.start < at);
        let near = self.mentions()[..end].iter().rev().take(NEAR);
        near.map(|mention| mention.who).find(|who| self.is_of_states(*who))
    }

    /// Whether a member is a body of states, as far as its name tells.
    fn is_of_states(&self, who: MemberId) -> bool {
        let member = self.member(who);
        let mut words = member.name.split([' ', '-']);
        member.kind == EntityKind::Organization
            && member.of.is_none()
            // An organ of the United Nations has none of its own.
            && !member.name.starts_with("UN ")
            && words.any(|word| BODIES.contains(&word))
    }

    /// Whether a state stands behind the name of somebody whose office is of a body: "Secretary General Ann
    /// Lee of Chad" comes for the body.
    pub(super) fn comes_for_a_body(&self, person: MemberId) -> bool {
        let mut offices = self.member(person).offices.iter();
        offices.any(|office| {
            heads_a_body(&office.title)
                && office.owner.is_none_or(|it| self.kind(it) == EntityKind::Organization)
        })
    }

    /// Whether the state named by some words is only where somebody comes from who holds an office of a
    /// body, or where an envoy of another is sent: "Secretary General Ann Lee of Chad", "the Malian
    /// ambassador to Chad, Bo Ek".
    pub(crate) fn is_no_side_of_its(&self, state: &Run) -> bool {
        let surface = self.surface;
        let the = usize::from(surface.lower(state.start.wrapping_sub(1)) == "the");
        let Some(joined) = state.start.checked_sub(1 + the) else { return false };
        if surface.lower(joined) == "of" {
            let before = joined.checked_sub(1).and_then(|at| self.mention_at(at));
            return before.is_some_and(|before| {
                before.reason == Reason::Name
                    && before.run.end == joined
                    && self.kind(before.who) == EntityKind::Person
                    && self.comes_for_a_body(before.who)
            });
        }
        self.is_post_of(joined, state)
    }
}
