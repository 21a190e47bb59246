//! Who only speaks of a meeting, and who is only spoken of: neither came because of that.

use super::Occasion;
use super::weighed::Candidate;
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// What is done to a meeting by those who judge it.
#[rustfmt::skip]
const JUDGES: &[&str] = &[
    "applauded", "applauds", "backed", "blasted", "called", "calls", "commended", "commends", "condemned",
    "condemns", "criticised", "criticises", "criticized", "criticizes", "denounced", "denounces",
    "derided", "described", "describes", "dismissed", "dismisses", "endorsed", "followed", "hailed",
    "hails", "lambasted", "lauded", "mocked", "praised", "praises", "rejected", "ridiculed", "slammed",
    "supported", "supports", "welcomed", "welcomes",
];

/// What is done to those who are blamed, wherever they are.
#[rustfmt::skip]
const BLAMES: &[&str] = &[
    "accuse", "accused", "accuses", "accusing", "blame", "blamed", "blames", "blaming", "condemn",
    "condemned", "condemning", "criticised", "criticising", "criticized", "criticizing", "denounced",
    "denouncing", "slammed", "slamming",
];

/// Whether the words that would prove somebody's presence only tell that they judge the meeting ("Lee
/// called the talks a farce") or are blamed ("accused Mali of stalling").
pub(super) fn only_spoken_of(cast: &Cast, occasion: &Occasion, candidate: &Candidate) -> bool {
    let mut mentions = cast
        .mentions_in(&candidate.evidence)
        .filter(|mention| mention.who == candidate.who)
        .peekable();
    mentions.peek().is_some()
        && mentions.all(|mention| {
            let who = &mention.run;
            judges(cast, occasion, who)
                || is_blamed(cast, who)
                || is_gone(cast, who)
                || speaks_for_others(cast, candidate.who, who)
        })
}

/// "Such a meeting is possible, presidential spokesman Bo Kim said": a spokesman's word on a meeting
/// is of others, who sent them to tell of it and not to be there.
fn speaks_for_others(cast: &Cast, person: MemberId, who: &Run) -> bool {
    let surface = cast.surface;
    let spokes = |at: usize| {
        let word = surface.lower(at);
        word.starts_with("spokes") && !surface.pos(at).is_plural()
    };
    let sentence = surface.sentence(who.start);
    let before = sentence.start.max(who.start.saturating_sub(3))..who.end;
    let office = || {
        cast.member(person)
            .offices
            .iter()
            .any(|office| office.title.to_lowercase().contains("spokes"))
    };
    let end = sentence.end.min(who.end + 9);
    let beside = surface.word(who.end) == "," && (who.end..end).any(spokes);
    if cast.kind(person) != EntityKind::Person
        || !(before.clone().any(spokes) || beside || office())
    {
        return false;
    }
    let says = |at: usize| {
        surface.pos(at).is_verb()
            && (cast.lexicon.verbs.contains(surface.lower(at)) || surface.lower(at) == "told")
    };
    let reach = sentence.end.min(who.end + 12);
    let speaks_before =
        before.start.checked_sub(3).map_or(before.start, |at| at.max(sentence.start));
    (who.end..reach).find(|at| surface.pos(*at).is_finite_verb()).is_some_and(says)
        || (speaks_before..before.end).any(says)
}

/// "Lee's predecessor, Bo Kim": who held an office before is spoken of where the holder is told of.
fn is_gone(cast: &Cast, who: &Run) -> bool {
    let surface = cast.surface;
    let before = who
        .start
        .checked_sub(1)
        .map_or(who.start, |at| at - usize::from(surface.word(at) == "," && at > 0));
    surface.lower(before) == "predecessor"
}

/// "on the sidelines of a G-20 meeting": a body whose name only says which meeting it was beside which
/// others met.
pub(super) fn names_what_is_beside(
    cast: &Cast,
    occasion: &Occasion,
    candidate: &Candidate,
) -> bool {
    let surface = cast.surface;
    let beside = |run: &Run| {
        let before = run.start.saturating_sub(3)..run.start;
        before.into_iter().any(|at| matches!(surface.lower(at), "margins" | "sidelines"))
    };
    let mut mentions = cast.mentions_in(&candidate.evidence);
    cast.kind(candidate.who) == EntityKind::Organization
        && mentions.all(|mention| {
            let mut words = occasion.mentions.iter();
            mention.who != candidate.who
                || words.any(|run| run.contains(&mention.run.start) && beside(run))
        })
}

/// "Lee called the talks a farce".
fn judges(cast: &Cast, occasion: &Occasion, who: &Run) -> bool {
    let surface = cast.surface;
    // "Malian President Lee called": the state of who does.
    let end = surface.sentence(who.start).end.min(who.end + 8);
    let phrase = |at: usize| surface.pos(at).is_noun() || cast.mention_at(at).is_some();
    let after = (who.end..end).find(|at| !phrase(*at)).unwrap_or(end);
    let verb = after + usize::from(surface.pos(after).is_adverb());
    JUDGES.contains(&surface.lower(verb))
        && surface.pos(verb).is_verb()
        && surface.sentence(verb).contains(&who.start)
        && occasion.mentions.iter().any(|run| run.start > verb && run.start <= verb + 6)
}

/// "Peru declined to comment on the talks": whoever says nothing of a meeting neither came nor stayed away
/// by that.
pub(super) fn says_nothing_of_it(cast: &Cast, candidate: &Candidate) -> bool {
    let surface = cast.surface;
    let silent = |mention: &crate::entities::Mentioned| {
        let end = surface.sentence(mention.run.start).end.min(mention.run.end + 8);
        let phrase = |at: &usize| surface.pos(*at).is_noun() && !surface.pos(*at).is_verb();
        let verb = (mention.run.end..end).find(|at| !phrase(at)).unwrap_or(end);
        let verb = verb + usize::from(surface.pos(verb).is_adverb());
        matches!(surface.lower(verb), "declined" | "declines" | "refused" | "refuses")
            && surface.lower(verb + 1) == "to"
            && matches!(
                surface.lower(verb + 2),
                "comment" | "confirm" | "describe" | "elaborate" | "give" | "say" | "speak"
            )
    };
    let mut mentions = cast
        .mentions_in(&candidate.evidence)
        .filter(|mention| mention.who == candidate.who)
        .peekable();
    mentions.peek().is_some() && mentions.all(silent)
}

/// "Lee rarely attends the meeting": which says nothing of this one.
pub(super) fn comes_at_times(cast: &Cast, candidate: &Candidate) -> bool {
    let surface = cast.surface;
    let mention = cast.mentions_in(&candidate.evidence).find(|it| it.who == candidate.who);
    let Some(who) = mention.map(|mention| &mention.run) else { return false };
    matches!(
        surface.lower(who.end),
        "always"
            | "generally"
            | "normally"
            | "often"
            | "rarely"
            | "regularly"
            | "seldom"
            | "typically"
            | "usually"
    ) && matches!(surface.pos(who.end + 1), Pos::VerbThird | Pos::VerbPresent)
}

/// "accused the Malian government of stalling".
fn is_blamed(cast: &Cast, who: &Run) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(who.start).start;
    let within = |at: &usize| surface.pos(*at).is_determiner() || surface.pos(*at).is_adjective();
    let start = (first..who.start).rev().take_while(within).last().unwrap_or(who.start);
    start > first && BLAMES.contains(&surface.lower(start - 1))
}
