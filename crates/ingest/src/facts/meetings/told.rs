//! Words in a text that tell of presence or absence: those of the table, and those that only their
//! surroundings make so.

use super::status::no_longer;
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::lexicon::{Presence, Tie};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Words of presence or absence in the text.
pub(super) struct Told {
    pub(super) tie: Tie,
    /// Whether it is said of whom it happens to.
    pub(super) patient: bool,
    /// Where the words end, or their first half.
    pub(super) end: usize,
    /// Whom it happens to, where the words enclose it ("left … out").
    pub(super) inside: Option<Run>,
}

impl Told {
    const fn plain(tie: Tie, end: usize) -> Self {
        Self { tie, patient: false, end, inside: None }
    }
}

/// The words of presence or absence that begin at a token.
pub(super) fn told(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let next = surface.lower(at + 1);
    let verb = surface.pos(at).is_verb();
    let near_delegation = || {
        (at.saturating_sub(4)..at + 8).any(|at| {
            let word = surface.lower(at);
            word.starts_with("delegation") || word == "team"
        })
    };
    let tie = match word {
        // "Lee will join the Secretary's delegation"
        "join" | "joined" | "joins"
            if verb
                && (!matches!(next, "nato" | "the" | "forces" | "by")
                    || joins_delegation(cast, at)) =>
        {
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
            if verb && near_delegation() =>
        {
            Tie::Led
        }
        "include" | "includes" | "included" | "comprises" | "comprised"
            if verb && of_delegation(cast, at) =>
        {
            Tie::Listed
        }
        "absence" => Tie::Absent,
        // "will gather without Russia", "without Ukraine at the table"
        "without"
            if cast.mention_at(at + 1).is_some_and(|mention| {
                mention.run.start == at + 1
                    && matches!(
                        cast.kind(mention.who),
                        EntityKind::State | EntityKind::Organization
                    )
                    && surface.lower(mention.run.end) != "'s"
                    && !surface.pos(mention.run.end).is_noun()
            }) || matches!(next, "anyone" | "anybody") && surface.lower(at + 2) == "from" =>
        {
            Tie::Absent
        }
        // "Leaders of the hemisphere, except Cuba, are to take part".
        _ if left_out(cast, at).is_some_and(|first| {
            cast.mention_at(first).is_some_and(|mention| {
                mention.run.start == first && surface.lower(mention.run.end) != "'s"
            })
        }) =>
        {
            Tie::Absent
        }
        // "will not be in Rio", "was not at the meeting".
        "be" | "is" | "are" | "was" | "were" | "been"
            if matches!(not_or(cast, at + 1), "in" | "at" | "there" | "among")
                && (verb_group(surface, at).negated || matches!(next, "not" | "n't")) =>
        {
            Tie::Absent
        }
        // "Nobody from Chad was at the talks."
        "was" | "were" if next == "at" && nobody_before(cast, at) => Tie::Absent,
        // "Chad's seat was empty", "the chair of Chad remained vacant"
        "empty" | "vacant" | "unoccupied" if seat_before(cast, at) => Tie::Absent,
        // "invited Mali but not Chad", "Mali but not Chad attended"
        "but" if next == "not" && cast.mention_at(at + 2).is_some() => but_not(cast, at)?,
        // "did not invite Chad", "ruled out inviting Chad"
        "invite" | "inviting" | "invites" if verb && invites_not(cast, at) => {
            let plain = Told::plain(Tie::Excluded, at + 1);
            return Some(Told { patient: true, ..plain });
        }
        "accepted" if verb && accepts(cast, at) => Tie::Present,
        "travel" | "visit" | "come" if verb && stays(cast, at) => Tie::Declined,
        "invited"
            if verb
                && (verb_group(surface, at).negated
                    || surface.lower(surface.sentence(at).start) == "neither") =>
        {
            Tie::Excluded
        }
        // "Mali attended, but Chad did not."
        "did" | "does" | "will" | "would"
            if matches!(next, "not" | "n't")
                && matches!(surface.word(at + 2), "." | "," | ";")
                && attended_before(cast, at) =>
        {
            Tie::Absent
        }
        "absent" | "missing"
            if surface.pos(at).is_noun() && at > surface.sentence(at).start + 1 =>
        {
            return None;
        }
        _ => {
            let end = surface.sentence(at).end;
            let words = |offset: usize| (at + offset < end).then(|| surface.lower(at + offset));
            let (presence, taken, between) = cast.lexicon.presences.at(words, verb)?;
            let Presence { tie, patient, .. } = *presence;
            let inside = (between > 0).then(|| at + taken..at + taken + between);
            return Some(Told { tie, patient, end: at + taken, inside });
        }
    };
    Some(Told::plain(tie, at + 1))
}

/// Where those begin whom "except", "except for", "bar" or "save" leaves out; "to save Chad" and "a
/// bar" leave out nobody.
pub(super) fn left_out(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let pos = surface.pos(at);
    let leaves = matches!(surface.lower(at), "except" | "bar" | "save");
    let plain = !pos.is_noun() && (!pos.is_verb() || surface.lower(at) == "except");
    let for_them = usize::from(surface.lower(at + 1) == "for");
    (leaves && plain).then_some(at + 1 + for_them)
}

/// The word at a token, or after "not" there.
fn not_or<'c>(cast: &'c Cast, at: usize) -> &'c str {
    let word = cast.surface.lower(at);
    if matches!(word, "not" | "n't") { cast.surface.lower(at + 1) } else { word }
}

/// "Nobody from Chad", "no one of them" before a verb.
fn nobody_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(6));
    (first..at).any(|at| {
        matches!(surface.lower(at), "nobody" | "no-one") || surface.reads(at, &["no", "one"])
    })
}

/// Whether the words before speak of a seat: "Chad's seat was", "the chair of Chad remained".
fn seat_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(8));
    (first..at).any(|at| {
        matches!(surface.lower(at), "seat" | "seats" | "chair" | "chairs" | "place" | "desk")
    })
}

/// Whether the words before in the sentence tell of attending.
fn attended_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (surface.sentence(at).start..at).any(|at| {
        ["attend", "join", "took", "particip", "came", "travel", "sent"]
            .iter()
            .any(|stem| surface.lower(at).starts_with(stem))
    })
}

/// What "but not Chad" says: left out by whoever invites, absent from what others attend.
fn but_not(cast: &Cast, at: usize) -> Option<Tie> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let words = |stems: &[&str], run: Run| {
        run.clone().any(|at| stems.iter().any(|stem| surface.lower(at).starts_with(stem)))
    };
    if words(&["invit"], sentence.start..at) {
        return Some(Tie::Excluded);
    }
    let attends = ["attend", "join", "particip", "present", "represent"];
    words(&attends, sentence).then_some(Tie::Absent)
}

/// "did not invite", "refused to invite", "ruled out inviting", "without inviting".
fn invites_not(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    let first = surface.sentence(at).start.max(group.run.start.saturating_sub(3));
    let refused = (first..at).any(|at| {
        let word = surface.lower(at);
        ["refus", "declin", "without", "against"].iter().any(|stem| word.starts_with(stem))
            || word.starts_with("rul") && surface.lower(at + 1) == "out"
    });
    !group.passive && (group.negated || refused)
}

/// "will join the Secretary's delegation".
fn joins_delegation(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 6);
    (at + 1..end).any(|at| matches!(surface.lower(at), "delegation" | "trip"))
}

fn of_delegation(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(14));
    (first..at).any(|at| {
        let word = surface.lower(at);
        word.starts_with("delegation") || matches!(word, "participants" | "attendees")
    })
}

/// "will not travel", "will no longer visit".
fn stays(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    (group.negated && (group.future || group.modal)) || no_longer(surface, &group)
}

/// "Algeria accepted weeks ago", "has accepted an invitation".
fn accepts(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let pos = surface.pos(at + 1);
    let object = pos.is_noun() || pos.is_determiner() || pos.is_adjective();
    let invitation = (at + 1..at + 5).any(|at| surface.lower(at).starts_with("invitation"));
    let ago = surface.pos(at + 1) == Pos::Nouns && surface.lower(at + 2) == "ago";
    !verb_group(surface, at).passive
        && (invitation || ago || !object && !matches!(surface.lower(at + 1), "that" | "to"))
}

/// Whether words of presence stand right before a noun phrase: "stayed away from a dinner".
pub(super) fn right_before(cast: &Cast, left: usize) -> bool {
    let first = cast.surface.sentence(left).start;
    (first.max(left.saturating_sub(5))..left).any(|at| {
        told(cast, at).is_some_and(|told| {
            told.end <= left
                && told.end + 1 >= left
                && told.inside.as_ref().is_none_or(|run| run.contains(&left))
        })
    })
}

fn is_copula_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (at.saturating_sub(3)..at).any(|before| crate::clauses::is_be(surface.lower(before)))
}
