//! Whether the words around a date look back or ahead.

use crate::outcomes::{is_open, was_missed};
use crate::surface::{Run, Surface};

/// Which way a sentence looks at a date in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// How many tokens before and after a date are looked at, which keeps the time linear.
const BACK: usize = 30;
const AHEAD: usize = 20;

/// Which way the words around a date look, and whether the word that tells stands right before it
/// ("took effect on Jan. 1").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) tense: Tense,
    pub(super) close: bool,
}

/// The nearest verb before the date decides, or after it where the date opens its clause.
pub(super) fn looks(surface: &Surface, run: &Run) -> Option<Looks> {
    let sentence = surface.sentence(run.start);
    let mut lead = run.start;
    while lead > sentence.start && is_preposition(surface.lower(lead - 1)) {
        lead -= 1;
    }
    let before = if lead > sentence.start { surface.lower(lead - 1) } else { "" };
    let leads = |words: &[&str]| (lead..run.start).any(|at| words.contains(&surface.lower(at)));
    let plainly = |tense| Some(Looks { tense, close: true });
    if leads(&["since"]) || (before == "back" && lead < run.start) {
        return plainly(Tense::Past);
    }
    let opens = lead == sentence.start
        || CLAUSE_OPENS.contains(&before)
        || (lead < run.start && matches!(before, "and" | "which" | "who" | "then"));
    // "discussed the March 24 summit" does not say that it was held.
    let modifies =
        matches!(surface.lower(run.start.wrapping_sub(1)), "the" | "a" | "an" | "its" | "'s");
    // "mentioned that the meeting on Friday is to": the clause of the date before that around it.
    let back_to = |outer: bool| {
        let floor = sentence.start.max(run.start.saturating_sub(BACK));
        let within =
            |at: &usize| surface.lower(*at) != ";" && (outer || surface.lower(*at) != "that");
        (floor..run.start).rev().take_while(within).find_map(|at| {
            let tense = cue(surface, at, &sentence, lead.saturating_sub(at))?;
            Some(Looks { tense, close: !modifies && lead.saturating_sub(at) <= CLOSE })
        })
    };
    let back = || back_to(true);
    let ahead = || {
        let ceiling = sentence.end.min(run.end + AHEAD);
        let tense = (run.end..ceiling).find_map(|at| cue(surface, at, &sentence, usize::MAX))?;
        Some(Looks { tense, close: false })
    };
    // "the November summit, which he plans to attend"
    if is_to_be_attended(surface, run, sentence.end.min(run.end + AHEAD)) {
        return plainly(Tense::Future);
    }
    let own = || back_to(false).or_else(ahead).or_else(back);
    let found = if opens { ahead().or_else(back) } else { own() };
    // "gave the coalition until Friday", but "lasted until Friday".
    let deadline = leads(&["until", "till"]) || (found.is_none() && leads(&["by"]));
    if deadline && !found.is_some_and(|looks| looks.close) { plainly(Tense::Future) } else { found }
}

/// Whether a date is that of a gathering to which somebody is still to go.
fn is_to_be_attended(surface: &Surface, run: &Run, end: usize) -> bool {
    let gathers = |at: usize| {
        matches!(surface.lower(at), "conference" | "forum" | "meeting" | "ministerial" | "summit")
    };
    let goes = |at: usize| {
        let to = surface.lower(at - 1) == "to"
            && matches!(
                surface.lower(at - 2),
                "expected" | "expects" | "hopes" | "intends" | "planning" | "plans"
            );
        surface.lower(at) == "attend" && (to || surface.lower(at - 1) == "will")
    };
    let gathering = (run.end..end.min(run.end + 4)).find(|at| gathers(*at));
    gathering.is_some_and(|gathering| (gathering + 2..end).any(goes))
}

/// How near a word stands that is close: "held in Libreville on".
const CLOSE: usize = 2;

/// Before a date that opens its clause.
const CLAUSE_OPENS: &[&str] = &[
    "that", "but", "while", "when", "where", "\"", "\u{201c}", ";", ":", "\u{2013}", "\u{2014}",
    "--",
];

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "at"
            | "by"
            | "until"
            | "till"
            | "from"
            | "late"
            | "early"
            | "later"
            | "earlier"
            | "over"
            | "during"
            | "the"
            | "through"
            | "since"
            | "between"
            | "starting"
            | "beginning"
    )
}

/// What one word tells, in its surroundings, so many tokens before the date.
fn cue(surface: &Surface, at: usize, sentence: &Run, away: usize) -> Option<Tense> {
    let word = surface.lower(at);
    let inside = |at: usize| if sentence.contains(&at) { surface.lower(at) } else { "" };
    let before = if at > 0 { inside(at - 1) } else { "" };
    let next = inside(at + 1);
    let negated = matches!(next, "not" | "n't");
    let lower = !surface.is_capital(at);
    match word {
        "will" | "'ll" | "shall" | "wo" | "upcoming" | "forthcoming" if lower => {
            Some(Tense::Future)
        }
        "would" | "could" | "should" | "might" | "must" | "may" | "can" | "'d" if lower => {
            let done = next == "have" || (word == "could" && negated);
            Some(if done { Tense::Past } else { Tense::Future })
        }
        "scheduled" | "slated" | "due" | "planned" | "planning" | "plans" | "expected"
        | "expects" | "hopes" | "intends" | "poised" | "proposed" | "deadline" => {
            // "had been scheduled for January 25", "was due in Oslo on Monday but fell ill".
            let given_up = (1..=3).any(|back| at >= back && inside(at - back) == "had")
                || was_missed(surface, at);
            Some(if given_up { Tense::Past } else { Tense::Future })
        }
        "postponed" | "delayed" | "rescheduled" | "adjourned" | "extended" | "extend"
        | "suspended" | "put" | "gave" | "given"
            if (1..=5).any(|step| matches!(inside(at + step), "until" | "till"))
                || next == "to" =>
        {
            Some(Tense::Future)
        }
        // "has invited Lee to visit Lima in June", "invited Chad to talks on Friday"
        "invited" | "invites"
            if before != "not"
                && is_open(surface, at)
                && (1..=10).find(|step| inside(at + step) == "to").is_some_and(|step| {
                    !matches!(inside(at + step + 1), "the" | "his" | "her" | "its" | "their")
                }) =>
        {
            Some(Tense::Future)
        }
        "set" | "pencilled" if next == "for" || inside(at + 2) == "for" => Some(Tense::Future),
        "ahead" if next == "of" && away <= 4 => Some(Tense::Future),
        // "we look forward to speaking with you on Monday", but not "to building on the December summit"
        "forward"
            if before.starts_with("look")
                && next == "to"
                && !matches!(inside(at + 2), "build" | "building" | "continue" | "continuing") =>
        {
            Some(Tense::Future)
        }
        "to" if at > 0 && governs(inside(at - 1)) && is_verb_like(next) => Some(Tense::Future),
        "to" if is_verb_like(next) && is_decided(surface, at, sentence) => Some(Tense::Future),
        "going" if next == "to" => Some(Tense::Future),
        "is" | "are" | "am" | "'re" | "was" | "were" => {
            let past = matches!(word, "was" | "were");
            let step =
                usize::from(matches!(next, "not" | "n't" | "also" | "now" | "still" | "currently"));
            let (verb, then) = (inside(at + 1 + step), inside(at + 2 + step));
            if verb == "to" && is_verb_like(then) || verb == "due" {
                Some(Tense::Future)
            } else if past {
                Some(Tense::Past)
            } else {
                let going = verb.len() > 5
                    && verb.ends_with("ing")
                    && verb != "nothing"
                    && verb != "something";
                going.then_some(Tense::Future)
            }
        }
        // "has visited", but "they have until Thursday".
        "has" | "have" if !is_past_form(next) && !is_past_form(inside(at + 2)) => None,
        "has" | "have" | "had" | "did" | "said" | "says" | "told" | "tells" => Some(Tense::Past),
        _ if !lower => None,
        _ if PRESENT.contains(&word) => Some(Tense::Future),
        // "will be held", "talks to be held".
        _ if is_past_form(word) && matches!(before, "is" | "are") => None,
        _ if is_past_form(word) => Some(if before == "be" { Tense::Future } else { Tense::Past }),
        _ if BARE.contains(&word) => {
            let governed =
                before == "to" || before == "not" || before == "n't" || MODALS.contains(&before);
            let noun =
                matches!(before, "the" | "a" | "an" | "'s" | "his" | "her" | "their" | "its");
            (!governed && !noun).then_some(Tense::Future)
        }
        _ => None,
    }
}

const MODALS: &[&str] = &[
    "will", "would", "could", "should", "might", "must", "may", "can", "shall", "did", "do", "'ll",
];

/// So many words may stand between a verb of deciding and what is decided upon.
const BETWEEN: usize = 8;

/// "agreed on Sunday to", "decided in Oslo with Chad to": with when, where and with whom between the verb
/// and what is still to be done.
fn is_decided(surface: &Surface, to: usize, sentence: &Run) -> bool {
    let first = sentence.start.max(to.saturating_sub(BETWEEN));
    let between = |at: &usize| {
        surface.is_capital(*at)
            || matches!(surface.lower(*at), "on" | "in" | "at" | "with" | "late" | "early" | "here")
    };
    let verb = (first..to).rev().find(|at| !between(at));
    verb.is_some_and(|at| {
        at + 1 < to
            && matches!(surface.lower(at), "agreed" | "decided" | "pledged" | "promised" | "vowed")
    })
}

/// Forms of the present that news uses for what is to come.
#[rustfmt::skip]
const PRESENT: &[&str] = &[
    "begins", "starts", "opens", "arrives", "leaves", "meets", "travels", "convenes", "resumes",
    "holds", "departs", "concludes", "attends", "expires", "ends", "gathers", "heads", "takes",
];

/// The same of plurals: "the leaders hold talks on Friday".
const BARE: &[&str] = &["meet", "hold", "begin", "arrive", "gather", "convene", "resume"];

/// Before "to" and a verb: what is still to be done.
fn governs(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "due"
            | "plan"
            | "plans"
            | "planning"
            | "planned"
            | "scheduled"
            | "set"
            | "expected"
            | "agreed"
            | "agree"
            | "intend"
            | "intends"
            | "hope"
            | "hopes"
            | "hoped"
            | "want"
            | "wants"
            | "likely"
            | "ready"
            | "about"
            | "slated"
            | "preparing"
            | "prepares"
            | "prepared"
            | "invited"
            | "vowed"
            | "pledged"
            | "promised"
            | "offered"
            | "decided"
            | "decide"
            | "decides"
            | "expects"
            | "invitation"
            | "need"
            | "needs"
            | "have"
            | "has"
            | "deadline"
            | "poised"
    )
}

fn is_verb_like(word: &str) -> bool {
    !word.is_empty()
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !matches!(word, "the" | "a" | "an" | "his" | "their")
}

fn is_past_form(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "need",
        "indeed",
        "speed",
        "seed",
        "feed",
        "hundred",
        "alleged",
        "united",
        "armed",
        "so-called",
        "unprecedented",
        "limited",
        "aged",
        "related",
        "sacred",
        "proceed",
        "exceed",
        "succeed",
        "embed",
        "naked",
        "rugged",
        "bed",
        "red",
        "continued",
        "renewed",
        "increased",
        "based",
        "entitled",
        "combined",
        "detailed",
        "concerned",
    ];
    const IRREGULAR: &[&str] = &[
        "met",
        "held",
        "went",
        "came",
        "began",
        "took",
        "gave",
        "made",
        "left",
        "spoke",
        "flew",
        "wrote",
        "won",
        "lost",
        "got",
        "became",
        "broke",
        "ran",
        "saw",
        "found",
        "led",
        "sent",
        "brought",
        "built",
        "kept",
        "fell",
        "rose",
        "shot",
        "struck",
        "drew",
        "chose",
        "drove",
        "shook",
        "sat",
        "stood",
        "sought",
        "sold",
        "bought",
        "fought",
        "caught",
        "paid",
        "heard",
        "knew",
        "grew",
        "threw",
        "withdrew",
        "underwent",
        "oversaw",
        "forbade",
        "swore",
        "blew",
        "been",
        "seen",
        "taken",
        "given",
        "begun",
        "broken",
        "chosen",
        "written",
        "spoken",
        "gone",
        "done",
    ];
    (word.len() >= 5 && word.ends_with("ed") && !OTHERS.contains(&word))
        || IRREGULAR.contains(&word)
}
