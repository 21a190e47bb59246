//! In what capacity somebody takes part: host, chair, mediator, delegate.

use super::{Attend, Occasion};
use crate::entities::Cast;
use chancery_model::MeetingKind;

/// How much of an evidence is looked at.
const FAR: usize = 60;

/// Gives each attendance the capacity that the words proving it tell.
pub(super) fn tell_capacities(cast: &Cast, occasion: &mut Occasion) {
    for attend in &mut occasion.attendance {
        if attend.capacity.is_none() {
            attend.capacity = capacity(cast, attend).filter(|it| {
                // Whoever receives a call is no host.
                *it != "host" || occasion.kind != MeetingKind::Call
            });
        }
    }
}

fn capacity(cast: &Cast, attend: &Attend) -> Option<&'static str> {
    let surface = cast.surface;
    let run = attend.evidence.start..attend.evidence.end.min(attend.evidence.start + FAR);
    run.clone().find_map(|at| {
        let (capacity, noun) = match surface.lower(at) {
            "hosted" | "hosts" | "hosting" | "host" | "co-hosted" | "received" | "receives"
            | "convened" => ("host", surface.lower(at) == "host"),
            "chaired" | "chairs" | "chairing" | "co-chaired" => ("chair", false),
            "mediated" | "mediates" | "mediating" | "brokered" => ("mediator", false),
            "mediator" => ("mediator", true),
            "led" | "leads" | "lead" | "headed" | "heads"
                if run.clone().any(|at| surface.lower(at).starts_with("delegation")) =>
            {
                ("delegate", false)
            }
            _ => return None,
        };
        let verb = surface.pos(at).is_verb();
        if !verb && !noun {
            return None;
        }
        let by = surface.lower(at + 1) == "by";
        let own = cast.mentions_in(&run).any(|mention| {
            let before = mention.run.end <= at;
            let near = mention.run.start.abs_diff(at) <= 8;
            mention.who == attend.who && if verb { if by { !before } else { before } } else { near }
        });
        own.then_some(capacity)
    })
}
