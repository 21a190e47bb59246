//! A clause that tells who holds a meeting, where and when: "the summit that Chad will host in Lima".

use super::scene::Scene;
use crate::surface::Run;

/// "a summit of exporters that Russia is organizing in Doha next year": where the clause that tells
/// who holds it runs.
pub(super) fn host_clause(scene: &Scene, head: usize, limit: usize) -> Option<Run> {
    let surface = scene.cast.surface;
    // "the Rivers Forum of Chad, which Mali will host in Bamako on May 3"
    let set_off = surface.word(limit) == "," && surface.lower(limit + 1) == "which";
    let opens = |at: usize| matches!(surface.lower(at), "that" | "which");
    let close = opens(head + 1);
    let limit = if close { head + 1 } else { limit + usize::from(set_off) };
    if !opens(limit) || limit > head + 12 {
        return None;
    }
    let end = surface.sentence(head).end;
    let verb = (limit + 1..end.min(limit + 10)).find(|at| {
        matches!(
            surface.lower(*at),
            "organizing"
                | "organising"
                | "organized"
                | "organised"
                | "hosting"
                | "hosted"
                | "hosts"
                | "holding"
                | "held"
                | "convened"
                | "convening"
                | "opens"
                | "opened"
                | "opening"
                | "begins"
                | "began"
                | "starts"
                | "started"
                | "ends"
                | "ended"
                | "take"
                | "takes"
                | "took"
                | "planned"
                | "chairing"
                | "chaired"
                | "host"
                | "hold"
                | "co-host"
                | "co-hosted"
                | "co-hosting"
                | "convene"
        )
    })?;
    // "the summit with Chad, which held elections on Monday": Chad did.
    let object = set_off
        && !scene.is_date(verb + 1)
        && !matches!(
            surface.lower(verb + 1),
            "again"
                | "at"
                | "from"
                | "in"
                | "jointly"
                | "last"
                | "later"
                | "next"
                | "on"
                | "over"
                | "place"
                | "there"
                | "this"
                | "together"
                | "with"
        );
    if object {
        return None;
    }
    // "that summit but that it was unlikely to take place next week" tells when it will not be, and "the
    // conversation that we began last year" of what was before.
    let own = |stem: &&str| surface.lower(verb).starts_with(*stem);
    let of_others = close && ["beg", "start", "open", "end"].iter().any(own)
        || surface.lower(verb).starts_with('t') && surface.lower(verb + 1) != "place";
    let denied = of_others
        || matches!(surface.lower(limit - 1), "but" | "and")
        || (limit..verb)
            .any(|at| matches!(surface.lower(at), "unlikely" | "not" | "n't" | "never"));
    if denied {
        return None;
    }
    let stop = (verb + 1..end).find(|at| {
        matches!(surface.word(*at), ";" | "—" | "–" | "--" | ":" | ",")
            && scene.cast.name_at(at + 1).is_none()
            || surface.pos(*at).is_finite_verb() && !scene.is_date(*at)
    });
    Some(verb + 1..stop.unwrap_or(end))
}
