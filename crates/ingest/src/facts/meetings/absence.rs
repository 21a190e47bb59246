//! Who was there and who was not, where a verb of attending or an absence says so.

use super::gather::within_sentence;
use super::phrases::{clause_limit, phrase_from};
use super::{Attend, Occasion};
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingStatus};

/// What a word says of somebody's presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// Took part; negated: absent.
    Present,
    /// "absent", "missing".
    Absent,
    /// "excluded", "barred", "sidelined": by others.
    Excluded,
    /// "boycotted", "skipped", "walked out": by choice.
    Declined,
    /// Led a delegation: took part.
    Led,
    /// Came along with whoever the clause is about.
    With,
    /// Is of a delegation, as its list says: "The delegation includes A and B".
    Listed,
}

/// Reads every sentence for ties and gives them to the occasion spoken of. `spots`: the heads of the
/// occasions' mentions, in order.
pub(super) fn ties(cast: &Cast, occasions: &mut [Occasion], spots: &[(usize, usize)]) {
    if occasions.is_empty() {
        return;
    }
    let surface = cast.surface;
    for at in 0..surface.len() {
        if surface.quotation_of(at).is_some() {
            continue;
        }
        let Some(tie) = tie(cast, at) else { continue };
        let limit = clause_limit(cast, at);
        let Some(occasion) = occasion_of(cast, at, limit, spots) else { continue };
        let Some((who, evidence, negated)) = parties(cast, at, limit, tie) else { continue };
        apply(
            cast,
            &mut occasions[occasion],
            tie,
            negated,
            &who,
            &within_sentence(cast, evidence),
            at,
        );
    }
}

fn tie(cast: &Cast, at: usize) -> Option<Tie> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let next = surface.lower(at + 1);
    let verb = surface.pos(at).is_verb();
    Some(match word {
        "attend" | "attends" | "attended" | "attending" | "participate" | "participated"
        | "participates" | "participating"
            if verb =>
        {
            Tie::Present
        }
        "take" | "takes" | "took" | "taken" | "taking" if next == "part" => Tie::Present,
        // "joined by", "accompanied by", "alongside": they were there too.
        "joined" | "accompanied" | "flanked" if next == "by" => Tie::With,
        "alongside" => Tie::With,
        "join" | "joined" | "joins" if verb && !matches!(next, "nato" | "the" | "forces") => {
            Tie::Present
        }
        "present"
            if surface.pos(at).is_adjective()
                || surface.pos(at) == Pos::Adverb
                || is_copula_before(cast, at) =>
        {
            Tie::Present
        }
        "lead" | "led" | "leads" | "head" | "headed" | "leading" | "heading"
            if verb
                && (at.saturating_sub(4)..at + 8)
                    .any(|at| surface.lower(at).starts_with("delegation")) =>
        {
            Tie::Led
        }
        "include" | "includes" | "included" | "comprises" | "comprised"
            if verb && of_delegation(cast, at) =>
        {
            Tie::Listed
        }
        "represented" if next == "by" && verb => Tie::Listed,
        "absent" if !surface.pos(at).is_noun() => Tie::Absent,
        "absence" => Tie::Absent,
        "excluded" | "barred" | "uninvited" | "sidelined" | "disinvited"
            if verb || surface.pos(at).is_adjective() =>
        {
            Tie::Excluded
        }
        "denied" | "refused" if matches!(next, "entry" | "access" | "accreditation" | "visas") => {
            Tie::Excluded
        }
        "kept" | "left" | "shut" | "locked" if verb && matches!(next, "out" | "away") => {
            Tie::Excluded
        }
        "invited" if verb && verb_group(surface, at).negated => Tie::Excluded,
        "boycott" | "boycotted" | "boycotting" | "boycotts" | "skip" | "skipped" | "skipping"
        | "shunned" | "snubbed" | "shun"
            if verb =>
        {
            Tie::Declined
        }
        "stayed" | "stay" | "staying" if next == "away" => Tie::Declined,
        "walked" | "pulled" | "backed" | "pull" | "dropped" if matches!(next, "out") => {
            Tie::Declined
        }
        "withdrew" | "withdraw" if next == "from" => Tie::Declined,
        "declined" | "refused" | "refuses" | "declines" | "refusing" | "declining"
            if next == "to"
                && matches!(
                    surface.lower(at + 2),
                    "attend" | "participate" | "take" | "join" | "meet" | "come" | "send"
                ) =>
        {
            Tie::Declined
        }
        "travel" if verb && verb_group(surface, at).negated => Tie::Declined,
        _ => return None,
    })
}

/// Whether the subject before a verb is a delegation.
fn of_delegation(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(14));
    (first..at).any(|at| {
        let word = surface.lower(at);
        word.starts_with("delegation") || matches!(word, "participants" | "attendees")
    })
}

fn is_copula_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (at.saturating_sub(3)..at).any(|before| crate::clauses::is_be(surface.lower(before)))
}

/// The occasion that a tie speaks of: named in its clause, else in its sentence, else the last one.
fn occasion_of(cast: &Cast, at: usize, limit: usize, spots: &[(usize, usize)]) -> Option<usize> {
    let sentence = cast.surface.sentence(at);
    let (past, coming) = spots.split_at(spots.partition_point(|(head, _)| *head < at));
    let next = coming.iter().find(|(head, _)| *head > at).filter(|(head, _)| *head < sentence.end);
    let last = past.last();
    let after = next.filter(|(head, _)| *head < limit.max(at + 12));
    let here = last.filter(|(head, _)| *head >= sentence.start);
    let near =
        |head: usize| cast.surface.paragraph_of(at).abs_diff(cast.surface.paragraph_of(head)) <= 2;
    let before = last.filter(|(head, _)| near(*head));
    after.or(here).or(next).or(before).map(|(_, occasion)| *occasion)
}

/// Who is tied, the words that say so, and whether it is denied.
fn parties(cast: &Cast, at: usize, limit: usize, tie: Tie) -> Option<(Vec<MemberId>, Run, bool)> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let ends = |at: usize| cast.ends_mention(at);
    if surface.lower(at) == "absence" {
        let of = (at + 1..limit).find(|at| surface.lower(*at) == "of")?;
        let run = phrase_from(cast, of + 1, limit);
        return Some((cast.actors(&run), at..run.end, false));
    }
    let group = verb_group(surface, at);
    if tie == Tie::With {
        let start = if surface.lower(at + 1) == "by" { at + 2 } else { at + 1 };
        let run = phrase_from(cast, start, sentence.end);
        let who = cast.actors(&run);
        return Some((who, at..run.end.max(at + 1), false))
            .filter(|(who, ..)| who.iter().any(|who| cast.kind(*who) == EntityKind::Person));
    }
    if tie == Tie::Listed {
        return listed(cast, at);
    }
    if tie == Tie::Led && surface.lower(at + 1) == "by" {
        // "delegations led by Ann Lee and Bo Öst"
        let run = phrase_from(cast, at + 2, sentence.end);
        return Some((cast.actors(&run), at..run.end.max(at + 1), false));
    }
    let passive_by = group.passive && surface.lower(at + 1) == "by";
    if passive_by {
        return None; // "attended by": read with the noun it hangs on
    }
    let verb_start = if surface.pos(at).is_verb() {
        group.run.start
    } else {
        // "were present", "was absent": back over the copula.
        (sentence.start..at)
            .rev()
            .take(4)
            .find(|at| crate::clauses::is_be(surface.lower(*at)))
            .unwrap_or(at)
    };
    let mut negated = group.negated && surface.pos(at).is_verb() && tie == Tie::Present
        || tie == Tie::Present
            && (verb_start..at).any(|at| matches!(surface.lower(at), "not" | "n't" | "never"));
    let infinitive = group.infinitive && surface.pos(at).is_verb();
    let run = subject_before(surface, verb_start, &ends).filter(|_| !infinitive).or_else(|| {
        // "responded by boycotting", "instead attended": the subject of the verb before.
        (sentence.start..verb_start)
            .rev()
            .filter(|at| surface.pos(*at).is_finite_verb())
            .take(4)
            .find_map(|verb| subject_before(surface, verb_group(surface, verb).run.start, &ends))
    })?;
    let none = surface.lower(run.start) == "no"
        || surface.lower(run.start) == "none"
        || surface.lower(run.start) == "neither";
    negated ^= none && tie == Tie::Present;
    let mut who = cast.actors(&run);
    if tie == Tie::Led {
        // "a delegation from the Security Council, the Department of State and …"
        let from = (at..limit)
            .find(|at| surface.lower(*at) == "from" && surface.lower(at - 1) == "delegation");
        if let Some(from) = from {
            let list = phrase_from(cast, from + 1, limit.max(from + 1));
            who.extend(
                cast.mentions_in(&list)
                    .map(|mention| mention.who)
                    .filter(|who| cast.kind(*who) == EntityKind::Organization),
            );
        }
    }
    // What may or would be is no attendance.
    let conditional = group.modal && !group.negated
        || (sentence.start..run.start)
            .rev()
            .take(3)
            .any(|at| matches!(surface.lower(at), "if" | "unless" | "whether"));
    if who.is_empty() || conditional || surface.lower(run.start) == "if" {
        return None;
    }
    Some((who, run.start..limit.max(at + 1).min(sentence.end), negated))
}

/// "The United States was represented by A, B and C": all of the list, and whom they stand for.
fn listed(cast: &Cast, at: usize) -> Option<(Vec<MemberId>, Run, bool)> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let by = surface.lower(at + 1) == "by";
    let start = if by { at + 2 } else { at + 1 };
    // Up to where the list ends: a verb of a clause of its own.
    let end = (start..sentence.end)
        .find(|at| {
            surface.word(*at) == ";" && by
                || surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none()
        })
        .unwrap_or(sentence.end);
    let mut who: Vec<MemberId> = Vec::new();
    if by {
        let group = verb_group(surface, at);
        let ends = |at: usize| cast.ends_mention(at);
        let whole = subject_before(surface, group.run.start, &ends)?;
        who.extend(cast.actors(&whole));
    }
    let persons: Vec<MemberId> = cast
        .mentions_in(&(start..end))
        .filter(|mention| cast.kind(mention.who) == EntityKind::Person)
        .map(|mention| mention.who)
        .collect();
    if persons.is_empty() {
        // Bodies, but not those that others of the list belong to.
        who.extend(
            cast.mentions_in(&(start..end))
                .filter(|mention| {
                    cast.kind(mention.who) == EntityKind::Organization
                        && !cast.in_title(mention.run.start)
                })
                .map(|mention| mention.who),
        );
    } else {
        who.extend(persons);
    }
    (!who.is_empty()).then_some((who, sentence.start..end, false))
}

fn apply(
    cast: &Cast,
    occasion: &mut Occasion,
    tie: Tie,
    negated: bool,
    who: &[MemberId],
    evidence: &Run,
    at: usize,
) {
    let surface = cast.surface;
    let status = match (tie, negated) {
        (Tie::Present | Tie::Led | Tie::With | Tie::Listed, false) => occasion.taking_part(),
        (Tie::Present | Tie::Led | Tie::With | Tie::Listed, true) => {
            let by_choice = (evidence.start..=at)
                .any(|at| matches!(surface.lower(at), "refused" | "declined" | "chose"));
            let will_not =
                (evidence.start..at).any(|at| matches!(surface.lower(at), "wo" | "will"));
            if by_choice || will_not && occasion.status != MeetingStatus::Held {
                AttendanceStatus::Declined
            } else {
                AttendanceStatus::Absent
            }
        }
        (Tie::Absent, _) => AttendanceStatus::Absent,
        (Tie::Excluded, _) => AttendanceStatus::Excluded,
        (Tie::Declined, _) => AttendanceStatus::Declined,
    };
    for who in distinct(who.to_vec()) {
        if cast.kind(who) != EntityKind::Place {
            occasion
                .attend(Attend { who, status, evidence: evidence.clone(), capacity: None }, false);
        }
    }
    // Two-party talks that one side boycotts are off; the other side was expected.
    let two = occasion.attendance.len() <= 3;
    if tie == Tie::Declined
        && two
        && matches!(surface.lower(at), "boycott" | "boycotted" | "boycotting")
        && !matches!(occasion.status, MeetingStatus::Planned)
    {
        occasion.status = MeetingStatus::Cancelled;
    }
}
