//! Meetings told with a day or a place of those who are named by no more than what they are: "Diplomats from
//! six nations met in Vienna".

use super::Trigger;
use super::scene::Scene;
use super::verbs::subject;
use crate::clauses::{begins, verb_group};
use crate::surface::{Run, Surface};
use chancery_model::Date;

/// So many words before a verb its subject may be, and behind it what they meet for.
const NEAR: usize = 24;

/// Who meets but others of their kind from elsewhere.
#[rustfmt::skip]
const FROM_SEVERAL: &[&str] = &[
    "ambassadors", "counterparts", "delegates", "delegations", "diplomats", "envoys", "mediators",
    "negotiators", "plenipotentiaries",
];

/// Who does if they are of several states.
#[rustfmt::skip]
const OFFICIALS: &[&str] =
    &["chiefs", "heads", "leaders", "ministers", "officials", "presidents", "representatives"];

/// Words that tell so.
#[rustfmt::skip]
const OF_STATES: &[&str] = &[
    "african", "american", "arab", "asian", "balkan", "baltic", "both", "caribbean", "central", "countries", "european",
    "foreign", "governments", "gulf", "latin", "members", "nations", "nordic", "pacific", "sides", "states",
    "two",
];

/// For each of the words for meetings of a text, whether they are a verb that tells of an occasion though it
/// names nobody who was there. (Of whose absence is told, the same verb tells once more.)
pub(super) fn told_alone(scene: &Scene, triggers: &[Trigger]) -> Vec<bool> {
    let mut heads: Vec<usize> = triggers.iter().map(|it| it.head).collect();
    heads.sort_unstable();
    let once = |head: usize| {
        let first = heads.partition_point(|it| *it < head);
        heads.get(first + 1).is_none_or(|next| *next != head)
    };
    triggers.iter().map(|it| is_told_alone(scene, it) && once(it.head)).collect()
}

/// Whether a verb tells of an occasion though it names nobody who was there.
fn is_told_alone(scene: &Scene, trigger: &Trigger) -> bool {
    let surface = scene.cast.surface;
    let at = trigger.head;
    let day = trigger.when.from.is_some_and(Date::is_day);
    if !trigger.weak
        || !matches!(surface.lower(at), "met" | "meet" | "meets" | "meeting")
        || !(day || trigger.place.is_some())
    {
        return false;
    }
    let group = verb_group(surface, at);
    let told = !(group.infinitive || group.negated || group.passive)
        && (!group.modal || group.future)
        && surface.lower(group.main) == surface.lower(at);
    // "Delegates met to nominate a candidate.", "to end the strike"
    let end = surface.sentence(at).end.min(at + NEAR);
    let at_home = (at + 1..end).any(|at| begins(surface.lower(at), &["nominat", "strike"]));
    told && !at_home && subject(scene, &group).is_some_and(|run| are_from_several(surface, run))
}

/// "Negotiators", "European foreign ministers", "the two leaders", "officials from both sides".
fn are_from_several(surface: &Surface, run: Run) -> bool {
    let run = run.end.saturating_sub(NEAR).max(run.start)..run.end;
    let of_states = |at: usize| {
        let next = surface.lower(at + 1);
        let plain = match surface.lower(at) {
            // "central bank officials", "foreign exchange officials", "two cabinet ministers"
            "central" => matches!(next, "african" | "american" | "asian" | "european"),
            "foreign" => matches!(next, "minister" | "ministers" | "secretaries"),
            "two" => surface.lower(at.wrapping_sub(1)) == "the",
            _ => true,
        };
        plain && OF_STATES.contains(&surface.lower(at)) || is_a_group(surface.word(at))
    };
    // "negotiators of the union", "party envoys": of one side.
    let at_home = |at: usize| {
        matches!(
            surface.lower(at),
            "bank"
                | "cabinet"
                | "church"
                | "clubs"
                | "counties"
                | "democratic"
                | "labor"
                | "labour"
                | "opposition"
                | "parties"
                | "party"
                | "police"
                | "rebel"
                | "rebels"
                | "republican"
                | "strikers"
                | "tribal"
                | "union"
                | "unions"
        )
    };
    let head = |list: &[&str]| run.clone().any(|at| list.contains(&surface.lower(at)));
    !run.clone().any(at_home)
        && (head(FROM_SEVERAL) || head(OFFICIALS) && run.clone().any(of_states))
}

/// "G8", "P5+1", "E3".
fn is_a_group(word: &str) -> bool {
    let mut letters = word.chars();
    matches!(letters.next(), Some('G' | 'P' | 'E' | 'C'))
        && letters.next().is_some_and(|it| it.is_ascii_digit())
}
