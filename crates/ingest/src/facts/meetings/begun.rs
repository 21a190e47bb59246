//! Meetings that have begun and are not over: "opened a two-day summit here on Saturday".

use super::scene::Scene;
use crate::clauses::verb_group;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::When;

/// Days before a text within which what began is taken to go on.
const LATELY: i64 = 2;

/// Days after which a visit is taken to be over.
const LONG: i64 = 9;

/// So many words may the name of a meeting have.
const LONGEST: usize = 18;

/// Verbs of beginning in the past tense.
fn begins(word: &str) -> bool {
    matches!(word, "began" | "begun" | "opened" | "started" | "resumed" | "launched")
}

/// Whether the clause around the noun for a meeting says that it began, or goes on, just now.
pub(super) fn is_begun(scene: &Scene, left: usize, head: usize, limit: usize, when: &When) -> bool {
    let surface = scene.cast.surface;
    if surface.quotation_of(head).is_some() {
        return false;
    }
    let begins = || is_told_to_begin(scene, left, head, limit) || is_told_a_part(scene, left);
    goes_on(scene, head, limit)
        || is_now(scene, left, head)
        || is_within(scene, head, when, LATELY) && begins()
}

/// "started his official visit on Saturday": nobody leaves again at once.
pub(super) fn is_visit_begun(
    scene: &Scene,
    left: usize,
    head: usize,
    limit: usize,
    when: &When,
) -> bool {
    scene.cast.surface.quotation_of(head).is_none()
        && is_within(scene, head, when, LONG)
        && is_told_to_begin(scene, left, head, limit)
}

/// "as he wraps up a visit", "before heading into talks", "is attending the
/// summit", "a summit being held here", "welcomed the resumption of talks".
fn is_now(scene: &Scene, left: usize, head: usize) -> bool {
    let surface = scene.cast.surface;
    let sentence = surface.sentence(head);
    let words = |back: usize| {
        left.checked_sub(back).filter(|at| *at >= sentence.start).map_or("", |at| surface.lower(at))
    };
    let (one, two) = (words(1), words(2));
    let held_now = (head + 1..sentence.end.min(head + LONGEST))
        .take_while(|at| !surface.pos(*at).is_finite_verb() && surface.word(*at) != ",")
        .any(|at| surface.reads(at, &["being", "held"]));
    let progressive = || {
        if !matches!(one, "attending" | "holding") {
            return false;
        }
        let group = verb_group(surface, left - 1);
        group.progressive
            && !(group.negated || group.future || group.modal || group.infinitive)
            && group.run.clone().any(|at| {
                matches!(surface.lower(at), "is" | "are" | "'s")
                    || matches!(surface.lower(at), "was" | "were")
                        && is_within(scene, head, &When::default(), 0)
            })
    };
    let resumption = || {
        one == "of"
            && two == "resumption"
            && matches!(words(4), "welcomed" | "hailed" | "welcomes" | "hails")
    };
    held_now
        || one == "up" && matches!(two, "wraps" | "wrapping")
        || one == "into" && matches!(two, "heading" | "heads")
        || resumption()
        || progressive()
}

/// "is in Oslo for a three-day visit", "Lee, on a visit to Mali, said": the visitor is still there.
pub(super) fn is_on_visit(scene: &Scene, left: usize, head: usize, when: &When) -> bool {
    let surface = scene.cast.surface;
    let published = scene.published.map(chancery_model::Date::first_day);
    let long_ago = when.first_day().zip(published);
    if long_ago.is_some_and(|(day, published)| (published - day).num_days() > LONG) {
        return false;
    }
    let first = surface.sentence(head).start;
    let Some(before) = left.checked_sub(1).filter(|at| *at >= first) else { return false };
    if surface.quotation_of(head).is_some()
        || !matches!(surface.lower(left), "a" | "an" | "his" | "her")
    {
        return false;
    }
    let near = first.max(before.saturating_sub(8))..before;
    let verb = near.clone().rev().find(|at| surface.pos(*at).is_finite_verb());
    let is = verb.is_some_and(|at| matches!(surface.lower(at), "is" | "are" | "'s"));
    let paying = near.clone().any(|at| matches!(surface.lower(at), "paying" | "currently"));
    match surface.lower(before) {
        "on" => is || before > first && surface.word(before - 1) == "," || paying,
        "for" => is && near.clone().any(|at| matches!(surface.lower(at), "in" | "here")),
        "paying" => is,
        _ => false,
    }
}

/// Whether the day of a meeting, or what its sentence first names where it has none, is in so many last
/// days.
fn is_within(scene: &Scene, head: usize, when: &When, days: i64) -> bool {
    let sentence = scene.cast.surface.sentence(head);
    let named =
        || scene.dates_in(sentence.start, sentence.end).first().and_then(|date| date.when.from);
    let day = when.from.or_else(|| when.is_unknown().then(named).flatten());
    let day = day.filter(|day| day.is_day()).map(chancery_model::Date::first_day);
    let published = scene.published.map(chancery_model::Date::first_day);
    day.zip(published)
        .is_some_and(|(day, published)| (0..=days).contains(&(published - day).num_days()))
}

/// "the opening ceremony of the summit", "on the second day of the talks", "at the start of a visit":
/// told of a part that leaves more to come.
fn is_told_a_part(scene: &Scene, left: usize) -> bool {
    let surface = scene.cast.surface;
    let first = surface.sentence(left).start;
    let Some(part) = left.checked_sub(2).filter(|at| *at >= first) else { return false };
    let which = surface.lower(part.wrapping_sub(1));
    surface.lower(part + 1) == "of"
        && match surface.lower(part) {
            "ceremony" | "session" | "plenary" => part > first && which == "opening",
            "day" => matches!(which, "opening" | "first" | "second" | "third" | "fourth" | "fifth"),
            "start" | "beginning" | "opening" => true,
            _ => false,
        }
}

/// "began talks", "kicking off the summit"; "the summit opened", "which got under way".
fn is_told_to_begin(scene: &Scene, left: usize, head: usize, limit: usize) -> bool {
    let surface = scene.cast.surface;
    let sentence = surface.sentence(head);
    let mut verb = left.wrapping_sub(1);
    while verb > sentence.start && verb < left && surface.pos(verb).is_adverb() {
        verb -= 1;
    }
    let before = verb < left && verb >= sentence.start;
    let off = before
        && surface.lower(verb) == "off"
        && matches!(surface.lower(verb.wrapping_sub(1)), "kicked" | "kicking");
    if off {
        return true;
    }
    if before && begins(surface.lower(verb)) && surface.pos(verb).is_verb() {
        let group = verb_group(surface, verb);
        return !group.negated && !group.infinitive && !group.modal;
    }
    let relative = usize::from(matches!(surface.lower(limit), "which" | "that"));
    let main = (limit + relative..sentence.end.min(limit + relative + 4))
        .take_while(|at| surface.pos(*at).is_verb() || surface.pos(*at).is_adverb())
        .filter(|at| surface.pos(*at).is_verb())
        .last()
        .or_else(|| behind_brackets(scene, head, sentence.end.min(limit)));
    main.is_some_and(|main| {
        let group = verb_group(surface, main);
        let told = begins(surface.lower(main))
            || surface.reads(main, &["kicked", "off"])
            || surface.reads(main, &["got", "underway"])
            || surface.reads(main, &["got", "under", "way"]);
        // "opened new chances": what it opened is something else.
        let other = surface.pos(main + 1).is_determiner()
            || surface.pos(main + 1).is_noun() && !scene.is_date(main + 1);
        told && !other && !group.negated && !group.infinitive && !group.modal && !group.future
    })
}

/// "the summit of the African Union (AU) opened here": a verb right behind a name's brackets is taken for
/// a participle by the tagger.
fn behind_brackets(scene: &Scene, head: usize, limit: usize) -> Option<usize> {
    let surface = scene.cast.surface;
    let closed = (head + 1..limit.min(head + LONGEST)).find(|at| surface.word(*at) == ")")?;
    (closed + 1 < limit && surface.pos(closed + 1).is_verb()).then_some(closed + 1)
}

/// "The talks are under way", "the ongoing summit".
fn goes_on(scene: &Scene, head: usize, limit: usize) -> bool {
    let surface = scene.cast.surface;
    let now = matches!(surface.lower(limit), "is" | "are") && surface.pos(limit) != Pos::Possessive;
    let next = limit + 1 + usize::from(surface.pos(limit + 1).is_adverb());
    now && limit <= head + 14
        && (surface.lower(next) == "underway" || surface.reads(next, &["under", "way"]))
}

/// "The talks took a turn", "the summit got a name": whether such a verb tells nothing of when it was, as "took
/// place" and "got under way" do.
pub(super) fn does_something_else(surface: &Surface, verb: usize) -> bool {
    let (word, next) = (surface.lower(verb), surface.lower(verb + 1));
    word.starts_with('t') && next != "place" || word.starts_with('g') && !next.starts_with("under")
}
