//! Of whom words of presence or absence are told.

use super::phrases::phrase_from;
use super::told::Told;
use super::undone::{Undone, undone};
use super::unwilling::decides;
use crate::clauses::{is_ordinal, subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Words for those of a state who are not it.
#[rustfmt::skip]
const AGAINST: &[&str] = &[
    "rebels", "rebel", "opposition", "separatists", "separatist", "insurgents", "guerrillas",
    "militants", "militia", "militias", "dissidents", "exiles", "activists", "protesters", "parties",
    "allies", "ally", "critics", "faction", "factions", "friends", "group", "groups", "kurds", "movement",
    "movements", "party", "sheikhs", "tribes", "union", "unions",
];

/// Whether a noun after the name of a state is of those who are not it: "Chadian rebels".
pub(in crate::facts) fn stands_apart(noun: &str) -> bool {
    AGAINST.contains(&noun)
}

/// Whom words of absence are told of: "Chadian rebels" are not Chad, and "President Lee's government"
/// is her state and not herself.
pub(super) fn themselves(cast: &Cast, who: Vec<MemberId>, words: &Run) -> Vec<MemberId> {
    let surface = cast.surface;
    let after = |who: MemberId| {
        let mention = cast.mentions_in(words).find(|mention| mention.who == who)?;
        let possessed = usize::from(surface.lower(mention.run.end) == "'s");
        Some((mention.run.end + possessed, possessed > 0))
    };
    let turned = who.into_iter().filter_map(|who| match (cast.kind(who), after(who)) {
        (EntityKind::State, Some((at, _)))
            if stands_apart(surface.lower(last_noun(surface, at))) =>
        {
            None
        }
        (EntityKind::Person, Some((at, true)))
            if matches!(surface.lower(at), "government" | "administration" | "regime") =>
        {
            cast.side_of(who)
        }
        _ => Some(who),
    });
    turned.collect()
}

/// The head of what is of somebody, from where its words begin: "main Kurdish party".
fn last_noun(surface: &Surface, at: usize) -> usize {
    let within = |at: &usize| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective();
    (at..at + 6).take_while(within).last().unwrap_or(at)
}

/// Whether the words of a quotation may tell what the speaker does: "I will not go", right after "I".
pub(super) fn says_so_of_himself(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(6));
    (first..at).any(|at| surface.lower(at) == "i" && cast.mention_at(at).is_some())
}

/// "The chair set aside for Chad stood vacant": the state after "for", right before a verb.
pub(super) fn reserved_for(cast: &Cast, verb: usize) -> Option<Run> {
    let surface = cast.surface;
    let mention = cast.mention_at(verb.checked_sub(1)?)?;
    let first = surface.sentence(verb).start.max(mention.run.start.saturating_sub(5));
    let seat = (first..mention.run.start)
        .any(|at| matches!(surface.lower(at), "seat" | "chair" | "place" | "bench" | "desk"));
    let joined = matches!(surface.lower(mention.run.start.wrapping_sub(1)), "for" | "of");
    (seat && joined && cast.kind(mention.who) == EntityKind::State).then(|| mention.run.clone())
}

/// Whether a state is named in a noun phrase only to tell whose minister it was: one who has no name.
pub(super) fn is_of_one_untold(cast: &Cast, run: &Run, who: MemberId) -> bool {
    // Who is sent for a state is all that it has there.
    let sent = ["ambassador", "envoy", "representative", "delegate", "negotiator", "mediator"];
    let one =
        |at: usize| !cast.surface.pos(at).is_plural() && !sent.contains(&cast.surface.lower(at));
    let mut mentions = cast.mentions_in(run).filter(|mention| mention.who == who).peekable();
    cast.kind(who) == EntityKind::State
        && mentions.peek().is_some()
        && mentions.all(|mention| {
            let mut titles = cast.title_phrases(run);
            titles.any(|title| title.full.contains(&mention.run.start) && one(title.head))
        })
}

/// Those who are a state's whole presence: "the leaders of Chad".
pub(super) fn stand_for_states(word: &str) -> bool {
    matches!(word, "those" | "leaders" | "delegations" | "envoys" | "representatives" | "officials")
}

/// What keeps people away that nobody does: "Illness kept Lee away", "Fog prevented Lee from coming".
#[rustfmt::skip]
const CAUSES: &[&str] = &[
    "accident", "calendar", "calendars", "clash", "bereavement", "breakdown", "business", "commitment", "commitments", "condition",
    "coronavirus", "covid", "crisis", "death", "delay", "delays", "diary", "duties", "election",
    "elections", "emergency", "engagement", "engagements", "fault", "fighting", "flood", "floods",
    "flu", "fog", "health", "hurricane", "illness", "infection", "injury", "operation", "problem",
    "problems", "protests", "schedule", "snow", "storm", "strike", "surgery", "trouble", "turmoil",
    "typhoon", "unrest", "weather",
];

/// What nobody does who keeps somebody else away, though one may stay away for it by choice.
#[rustfmt::skip]
const EVENTS: &[&str] = &[
    "ailment", "ash", "attack", "blizzard", "campaign", "circumstances", "clashes", "cold", "conditions",
    "cyclone", "debate", "developments", "disease", "drought", "earthquake", "eruption", "events",
    "exhaustion", "fever", "fire", "fires", "flooding", "heat", "hostilities", "ice", "matters",
    "negotiations", "obligations", "pandemic", "pneumonia", "quake", "rain", "sandstorm", "security",
    "shutdown", "situation", "squall", "tensions", "tragedy", "troubles", "vote", "violence", "war",
    "winds", "work", "workload",
];

/// "cried off, citing floods", "is sitting it out because of illness": it is not their choice. `at`:
/// words of staying away.
pub(super) fn has_a_cause(surface: &Surface, at: usize) -> bool {
    let light = ["cried", "skip", "sit", "sat", "drop", "pull", "withdr", "stay", "remain"];
    if !light.iter().any(|stem| surface.lower(at).starts_with(stem)) {
        return false;
    }
    let end = surface.sentence(at).end.min(at + 18);
    let why = (at + 1..end).find(|at| {
        matches!(surface.lower(*at), "citing" | "pleading" | "owing")
            || surface.reads(*at, &["because", "of"])
            || surface.reads(*at, &["due", "to"])
            || surface.reads(*at, &["account", "of"])
            || surface.lower(*at) == "for"
                && matches!(
                    surface.lower(*at + 1),
                    "health" | "medical" | "family" | "personal" | "technical"
                )
    });
    why.is_some_and(|why| (why + 1..end.min(why + 6)).any(|at| CAUSES.contains(&surface.lower(at))))
}

/// Whether a cause, and nobody's will, keeps somebody away.
pub(super) fn is_kept_by_a_cause(cast: &Cast, at: usize, told: &Told) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if told.tie != Tie::Excluded || !told.patient {
        return false;
    }
    let cause = |at: usize| CAUSES.contains(&surface.lower(at));
    if group.passive {
        let by = told.end..surface.sentence(at).end.min(told.end + 8);
        return by.clone().find(|at| surface.lower(*at) == "by").is_some_and(|by_at| {
            (by_at + 1..by.end).take_while(|at| surface.word(*at) != ",").any(cause)
        });
    }
    is_caused(cast, at)
}

/// Whether the subject of a verb is what nobody does.
pub(super) fn is_caused(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let start = verb_group(surface, at).run.start;
    let subject = subject_before(surface, start, &|at| cast.ends_mention(at));
    subject.is_some_and(|run| {
        run.clone().take_while(|at| surface.pos(*at) != Pos::Preposition).any(|at| {
            let word = surface.lower(at);
            CAUSES.contains(&word) || EVENTS.contains(&word)
        })
    })
}

/// Whether staying away is but threatened, weighed or asked for: "threatened to boycott".
pub(super) fn may_not(cast: &Cast, at: usize, group: &crate::clauses::VerbGroup) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(group.run.start.saturating_sub(4));
    // "made good on his threat to stay away"
    let done = (first.saturating_sub(5)..group.run.start).any(|at| {
        surface.reads(at, &["good", "on"])
            || surface.reads(at, &["carried", "out"])
            || matches!(surface.lower(at), "fulfilled" | "fulfilling" | "executed")
    });
    !done
        && (group.infinitive || surface.pos(at) == Pos::VerbGerund)
        && (first..group.run.start).any(|at| {
            [
                "threat", "consider", "weigh", "urg", "pressur", "call", "tempt", "ask", "want",
                "wrong", "mistake", "unwise", "unfair", "likely",
            ]
            .iter()
            .any(|stem| surface.lower(at).starts_with(stem))
        })
}

/// Who called a meeting off: the subject, or "by X" after a passive.
pub(super) fn called_off(
    cast: &Cast,
    at: usize,
    group: &crate::clauses::VerbGroup,
    limit: usize,
) -> Option<(Vec<MemberId>, Run, bool)> {
    let surface = cast.surface;
    if undone(surface, group) == Some(Undone::Open) {
        return None;
    }
    let run = if group.passive {
        let by = (at + 1..limit.min(at + 6)).find(|at| surface.lower(*at) == "by")?;
        phrase_from(cast, by + 1, surface.sentence(at).end)
    } else {
        let ends = |at: usize| cast.ends_mention(at);
        // "Chad decided to cancel the talks": whoever decides.
        let decides = || {
            let verb = group.run.start.checked_sub(1).filter(|_| group.infinitive)?;
            let decides = decides(surface.lower(verb)) && surface.pos(verb).is_verb();
            let start = decides.then(|| verb_group(surface, verb).run.start)?;
            subject_before(surface, start, &ends)
        };
        subject_before(surface, group.run.start, &ends).or_else(decides)?
    };
    let who = cast.actors(&run);
    (!who.is_empty()).then_some((who, run.start.min(at)..limit.max(run.end).max(at + 1), false))
}

/// "The United States was represented by A, B and C": all of the list, and whom they stand for.
pub(super) fn listed(cast: &Cast, at: usize) -> Option<(Vec<MemberId>, Run, bool)> {
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
        // "has yet to meet Lee and will be represented by Kim": the subject of the verb before.
        let whole = subject_before(surface, group.run.start, &ends).or_else(|| {
            let verb = (sentence.start..group.run.start)
                .rev()
                .find(|at| surface.pos(*at).is_finite_verb())?;
            subject_before(surface, verb_group(surface, verb).run.start, &ends)
        })?;
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

/// "Three European powers, Britain, France and Germany, were not invited": who is named between the
/// marks before a verb, several at least.
pub(super) fn named_between(cast: &Cast, verb: usize) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(verb).start;
    let close = verb.checked_sub(1).filter(|at| *at > first)?;
    let is_dash = |at: usize| matches!(surface.word(at), "-" | "--" | "—" | "–");
    if !is_dash(close) && surface.word(close) != "," {
        return None;
    }
    let side = |at: usize| {
        cast.mention_at(at).is_some_and(|mention| {
            matches!(cast.kind(mention.who), EntityKind::State | EntityKind::Organization)
        })
    };
    let within = |at: &usize| {
        side(*at) || matches!(surface.lower(*at), "and" | "the") || surface.word(*at) == ","
    };
    let start = (first..close).rev().take(40).take_while(within).last()?;
    let open = if is_dash(close) { start.checked_sub(1).filter(|at| is_dash(*at))? } else { start };
    let run = open + 1..close;
    // What they are is told before: "Three European powers,".
    let noun = surface.pos(open.wrapping_sub(1)).is_noun() || is_dash(close);
    // "Lee, who toured two states, Mali and Niger, did not come": he did not.
    let within_another = (first..open).any(|at| {
        surface.pos(at).is_finite_verb() && !is_dash(open)
            || surface.word(at) == ","
            || matches!(surface.lower(at), "after" | "before" | "during" | "following")
    });
    let marked = open > first && (is_dash(open) || surface.word(open) == ",");
    (noun && marked && !within_another && cast.mentions_in(&run).nth(1).is_some()).then_some(run)
}

/// The subject of the verb right before a pronoun: "Mali and Chad said they".
pub(super) fn speaker_before(cast: &Cast, pronoun: usize) -> Option<Run> {
    let surface = cast.surface;
    let that = usize::from(surface.lower(pronoun.checked_sub(1)?) == "that");
    let verb = pronoun.checked_sub(1 + that)?;
    let says = cast.lexicon.verbs.contains(surface.lower(verb));
    (says && surface.pos(verb).is_verb() && verb > surface.sentence(pronoun).start)
        .then(|| {
            let start = verb_group(surface, verb).run.start;
            subject_before(surface, start, &|at| cast.ends_mention(at))
        })
        .flatten()
}

/// "denied reports that it would boycott the talks".
pub(super) fn is_disowned(surface: &Surface, before: usize) -> bool {
    let first = surface.sentence(before).start.max(before.saturating_sub(14));
    let verb = (first..before).rev().find(|at| {
        let word = surface.lower(*at);
        surface.pos(*at).is_verb()
            && ["deni", "deny", "dismiss", "reject", "refut", "rebut", "scotch", "quash"]
                .iter()
                .any(|stem| word.starts_with(stem))
            || word.starts_with("rul") && surface.lower(at + 1) == "out"
    });
    verb.is_some_and(|at| {
        let report = (at + 1..before).find(|at| {
            matches!(
                surface.lower(*at),
                "claim"
                    | "claims"
                    | "report"
                    | "reports"
                    | "rumor"
                    | "rumors"
                    | "rumour"
                    | "rumours"
                    | "speculation"
                    | "story"
                    | "stories"
                    | "suggestion"
                    | "suggestions"
                    | "talk"
                    | "calls"
                    | "allegation"
                    | "allegations"
            )
        });
        let close = (at + 1..report.unwrap_or(before)).all(|at| !surface.pos(at).is_finite_verb());
        let told = report.is_some();
        close && (told || before < at + 6 && surface.lower(at).starts_with("den"))
    })
}

/// "seven presidents expected to be absent": where the words begin before which their subject stands.
pub(super) fn raised(surface: &Surface, verb: usize) -> usize {
    let first = surface.sentence(verb).start;
    let to = verb - usize::from(verb > first && surface.lower(verb) != "to");
    let before = to.checked_sub(1).filter(|at| *at >= first && surface.lower(to) == "to");
    let raises = |at: &usize| {
        matches!(surface.lower(*at), "expected" | "due" | "set" | "said" | "reported" | "believed")
            && !crate::clauses::is_be(surface.lower(at.wrapping_sub(1)))
    };
    before.filter(raises).unwrap_or(verb)
}

/// "the first country", "the only leader" before an infinitive.
pub(super) fn singled_out(surface: &Surface, to: usize) -> bool {
    (to.saturating_sub(4)..to).any(|at| {
        let word = surface.lower(at);
        is_ordinal(word) || matches!(word, "last" | "latest" | "only")
    })
}
