//! For whom an envoy speaks who is named by a body and a state: "Mali's UN envoy" for Mali, "the UN envoy
//! for Mali" for the United Nations.

use super::{Cast, MemberId, Reason};
use crate::surface::Run;
use chancery_model::EntityKind;

/// Of more than these none is singled out.
const MANY: usize = 6;

impl Cast<'_, '_> {
    /// Of the states and bodies that a noun phrase names, those that its envoy is sent by; all of them
    /// where the words leave it open.
    pub(super) fn without_where_sent(&self, run: &Run, named: Vec<MemberId>) -> Vec<MemberId> {
        let surface = self.surface;
        let is_envoy =
            |at: &usize| matches!(surface.lower(*at), "ambassador" | "envoy" | "representative");
        if named.len() < 2 || named.len() > MANY {
            return named;
        }
        let Some(head) = run.clone().find(|at| is_envoy(at) && surface.pos(*at).is_noun()) else {
            return named;
        };
        let of_these = |kind| {
            let mentions = self.mentions_in(run);
            let mut these =
                mentions.filter(|it| self.kind(it.who) == kind && named.contains(&it.who));
            these.next().filter(|first| these.all(|it| it.who == first.who))
        };
        let body = of_these(EntityKind::Organization);
        let Some((state, body)) = of_these(EntityKind::State).zip(body) else {
            return self.without_where_for(run, head, &named);
        };
        if body.run.start > head {
            return named;
        }
        // "the UN envoy for Mali", "the UN's Mali envoy"
        if state.run.start > head || body.run.start < state.run.start {
            return vec![body.who];
        }
        // "Mali's UN envoy", "the Malian UN envoy"; a special one may be of either.
        let owns = surface.lower(state.run.end) == "'s" || state.reason == Reason::Demonym;
        let special = (body.run.end..head).any(|at| surface.lower(at) == "special");
        if owns && !special { vec![state.who] } else { named }
    }

    /// "the US envoy for Iran": without what stands behind an envoy of somebody else.
    fn without_where_for(&self, run: &Run, head: usize, named: &[MemberId]) -> Vec<MemberId> {
        let surface = self.surface;
        let sends = |who: MemberId| {
            self.mentions_in(run).filter(|it| it.who == who).any(|it| {
                it.run.start < head || {
                    let before = it.run.start.wrapping_sub(1);
                    let the = usize::from(surface.lower(before) == "the");
                    surface.lower(before.wrapping_sub(the)) != "for"
                }
            })
        };
        let before =
            |who: &MemberId| self.mentions_in(run).any(|it| it.who == *who && it.run.start < head);
        if !named.iter().any(before) {
            return named.to_vec();
        }
        named.iter().copied().filter(|who| sends(*who)).collect()
    }
}
