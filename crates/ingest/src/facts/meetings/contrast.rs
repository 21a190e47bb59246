//! Who came where others did not: "Chad was absent, but Mali was there", "Chad did not attend, but Mali did",
//! "Unlike Chad, Mali attended".

use super::excused::speaks_of_absence;
use super::phrases::phrase_from;
use super::stayed::SENT;
use super::told::{Told, told};
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many words may stand between "unlike" with whom it names and what the others did.
const FAR: usize = 14;

/// The words that begin at a token and tell so.
pub(super) fn contrast(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if surface.lower(at) == "unlike" {
        return unlike(cast, at);
    }
    if !surface.pos(at).is_verb() {
        return None;
    }
    match surface.lower(at) {
        "was" | "were" | "is" | "are" if surface.lower(at + 1) == "there" => {
            let end = at + 2 + usize::from(surface.lower(at + 2) == "too");
            let stops = ends_clause(surface, end) && !verb_group(surface, at).negated;
            (stops && speaks_of_absence(surface, at, end) && !subject(cast, at).1.is_empty())
                .then(|| Told::plain(Tie::Present, end))
        }
        "did" | "had" | "has" | "have" | "will" | "was" | "were"
            if ends_clause(surface, at + 1) && !verb_group(surface, at).negated =>
        {
            did_all_the_same(cast, at)
        }
        "sent" | "sends" => sent_its_own(cast, at),
        _ => None,
    }
}

/// "Mali was there": whether words say outright that somebody was present.
pub(super) fn says_there(cast: &Cast, words: &Run) -> bool {
    let surface = cast.surface;
    words.clone().take(FAR).any(|at| {
        matches!(surface.lower(at), "was" | "were" | "is" | "are")
            && surface.lower(at + 1) == "there"
            && ends_clause(surface, at + 2)
    })
}

fn ends_clause(surface: &Surface, at: usize) -> bool {
    matches!(surface.word(at), "." | "," | ";")
}

/// Who does what a verb tells, with their words.
fn subject(cast: &Cast, verb: usize) -> (usize, Vec<MemberId>) {
    let surface = cast.surface;
    let start = verb_group(surface, verb).run.start;
    let found = subject_before(surface, start, &|at| cast.ends_mention(at));
    found.map_or((start, Vec::new()), |run| (run.start, cast.actors(&run)))
}

/// "Chad did not attend, but Mali did."
fn did_all_the_same(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let (start, who) = subject(cast, at);
    let first = surface.sentence(at).start;
    let joins = start.checked_sub(1).filter(|joins| *joins > first)?;
    let but = matches!(surface.lower(joins), "but" | "while" | "whereas" | "though" | "although");
    let not = |at: usize| {
        matches!(surface.lower(at), "not" | "n't")
            && told(cast, at + 1).is_some_and(|told| told.tie == Tie::Present)
    };
    let near = first.max(joins.saturating_sub(2 * FAR))..joins;
    (but && !who.is_empty() && near.clone().any(not)).then(|| Told::plain(Tie::Present, at + 1))
}

/// "Chad was absent, while Mali sent its foreign minister."
fn sent_its_own(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if surface.pos(at + 1) != Pos::PossessivePronoun || group.negated || group.passive {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 8);
    let within = |at: &usize| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective();
    let last = (at + 2..end).take_while(within).last()?;
    let one = |word: &str| {
        SENT.contains(&word)
            || cast.lexicon.titles.get(word).is_some_and(|title| title.head)
            || word.strip_suffix('s').is_some_and(|word| SENT.contains(&word))
    };
    let (_, who) = subject(cast, at);
    let state = who.iter().all(|who| cast.kind(*who) == EntityKind::State) && !who.is_empty();
    (state
        && one(surface.lower(last))
        && ends_clause(surface, last + 1)
        && speaks_of_absence(surface, at, last + 1))
    .then(|| Told::plain(Tie::Present, last + 1))
}

/// "Unlike Chad, Mali attended": Chad did not.
fn unlike(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    if at != sentence.start {
        return None;
    }
    let whom = phrase_from(cast, at + 1, sentence.end);
    let comma = (whom.start..=whom.end).find(|at| surface.word(*at) == ",")?;
    let named = whom.start..comma;
    // Who came before was not there to be missed: "Unlike his predecessor", "Unlike in Lima".
    let before = |at: usize| {
        surface.pos(at) == Pos::PossessivePronoun
            || matches!(surface.lower(at), "former" | "last" | "many" | "most" | "previous")
    };
    if named.clone().any(before) {
        return None;
    }
    let others = (comma + 1..sentence.end.min(comma + FAR)).find_map(|at| {
        let told = told(cast, at)?;
        let verb = surface.pos(at).is_verb() && verb_group(surface, at).negated;
        Some((told.tie, verb))
    });
    let tie = match others? {
        (Tie::Present, false) => Tie::Absent,
        (Tie::Absent | Tie::Declined | Tie::Excluded, false) | (Tie::Present, true) => Tie::Present,
        _ => return None,
    };
    cast.mentions_in(&named).next().is_some().then(|| whom_unlike(tie, named, at))
}

fn whom_unlike(tie: Tie, whom: Run, at: usize) -> Told {
    Told { patient: true, inside: Some(whom), ..Told::plain(tie, at + 1) }
}
