//! How a meeting stands where its words tell it outright, and nothing learnt of such words says more: a
//! boycott, a calling off that was not done, "the cancellation of the talks", "failed to take place".

use super::Trigger;
use super::fell_through::{is_off, is_to_begin};
use super::undone::{not_stayed_from, stands, undone, undone_noun};
use crate::clauses::{VerbGroup, begins, is_have, subject_before, verb_group, verb_groups};
use crate::entities::Cast;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingStatus};

/// So many words before a meeting's noun belong to its phrase.
const PHRASE: usize = 14;
/// So many words behind it its clause is looked through.
const CLAUSE: usize = 24;

/// How verbs begin that call something off.
#[rustfmt::skip]
const CALL_OFF: &[&str] = &[
    "cancel", "scrap", "suspend", "abort", "halt", "abandon", "axe", "annul", "scrub", "shelve",
    "shelving", "nixed", "scupper", "torpedo",
];

/// How a meeting stands, where words for it tell so outright.
pub(super) fn sure_of(cast: &Cast, trigger: &Trigger) -> Option<MeetingStatus> {
    let noun = !cast.surface.pos(trigger.head).is_verb();
    noun.then(|| outright(cast, &(trigger.head..trigger.head + 1))).flatten()
}

/// What a noun's words tell outright.
pub(super) fn outright(cast: &Cast, run: &Run) -> Option<MeetingStatus> {
    let surface = cast.surface;
    if is_off(surface, run) || failed_to_be(surface, run) {
        return Some(MeetingStatus::Cancelled);
    }
    let none = run.start.checked_sub(1).is_some_and(|at| surface.lower(at) == "no")
        || surface.lower(run.start) == "no";
    if is_off_the_agenda(surface, run) {
        return Some(MeetingStatus::Denied);
    }
    if none && is_none_planned(cast, run) {
        return Some(MeetingStatus::Denied);
    }
    if let Some(group) = verb_of(cast, run) {
        let verb = surface.lower(group.main);
        if verb.starts_with("boycott") {
            return of_boycott(cast, run, &group);
        }
        let off = begins(verb, CALL_OFF)
            || begins(verb, &["call", "break", "broke"]) && surface.lower(group.main + 1) == "off";
        if off {
            return undone(surface, &group).map(|_| stands(surface, &group));
        }
    }
    by_noun_before(cast, run).or_else(|| not_stayed_from(cast, run))
}

/// "a visit by Lee was not on the agenda"
fn is_off_the_agenda(surface: &Surface, run: &Run) -> bool {
    let sentence = surface.sentence(run.start);
    let end = sentence.end.min(run.end + PHRASE);
    // Nothing but the meeting's own phrase leads to the verb.
    let own = |at: &usize| {
        let pos = surface.pos(*at);
        (pos.is_noun() || pos.is_adjective() || pos.is_determiner() || pos == Pos::Number)
            || matches!(
                surface.lower(*at),
                "and"
                    | "between"
                    | "by"
                    | "for"
                    | "from"
                    | "in"
                    | "of"
                    | "on"
                    | "to"
                    | "with"
                    | "'s"
            )
    };
    let verb = (run.end..end).find(|at| !own(at));
    // "a meeting during the trip was not": the meeting.
    let phrase = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner() || pos.is_adjective() || pos.is_noun()
    };
    let before = (sentence.start..run.start).rev().take(PHRASE).find(|at| !phrase(at));
    let of_another = before.is_some_and(|at| {
        matches!(surface.lower(at), "at" | "during" | "for" | "in" | "of" | "on" | "with")
            // "held talks and sanctions were not"
            || surface.pos(at).is_verb() && !surface.lower(at).starts_with("sa")
    });
    !of_another
        && verb.is_some_and(|verb| {
            let on = verb + 2;
            crate::clauses::is_be(surface.lower(verb))
                && matches!(surface.lower(verb + 1), "not" | "n't")
                && surface.reads(on, &["on", "the"])
                && matches!(surface.lower(on + 2), "agenda" | "cards")
        })
}

/// "failed to take place", "failed to materialise": talks that were to be and were not.
fn failed_to_be(surface: &Surface, run: &Run) -> bool {
    let end = surface.sentence(run.start).end.min(run.end + CLAUSE);
    let fails = (run.end..end)
        .take_while(|at| !matches!(surface.word(*at), ";" | "who" | "which" | "that"))
        .find(|at| {
            matches!(surface.lower(*at), "failed" | "fail") && surface.lower(at + 1) == "to"
        });
    fails.is_some_and(|fails| {
        let finite = (run.end..fails).any(|at| {
            surface.pos(at) == Pos::VerbPast && {
                // "planned" of "talks planned for Thursday" is no verb of a clause.
                !matches!(
                    surface.lower(at),
                    "planned" | "scheduled" | "set" | "expected" | "slated"
                )
            }
        });
        is_to_begin(surface, fails + 2) && !finite
    })
}

/// "No meeting was planned", "no talks are scheduled".
fn is_none_planned(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    clause_of(cast, run).is_some_and(|group| {
        let planned = begins(surface.lower(group.main), &["plan", "schedul", "arrang", "envisag"]);
        planned && group.passive && !group.negated
    })
}

/// The verb that a noun is the object of, or in the passive its subject.
fn verb_of(cast: &Cast, run: &Run) -> Option<VerbGroup> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(PHRASE));
    let of_it = |at: &usize| {
        let pos = surface.pos(*at);
        cast.mention_at(*at).is_some()
            || pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
            || surface.word(*at) == "-"
    };
    let mut before = (first..run.start).rev().skip_while(of_it);
    let at = before.next().map(|at| at - usize::from(surface.lower(at) == "off" && at > first));
    let acts = at.filter(|at| surface.pos(*at).is_verb()).map(|at| verb_group(surface, at));
    acts.filter(|group| !group.passive).or_else(|| clause_of(cast, run).filter(|it| it.passive))
}

/// The verb of the clause whose subject a noun is, whatever is put between commas behind it.
pub(super) fn clause_of(cast: &Cast, run: &Run) -> Option<VerbGroup> {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let end = sentence.end.min(run.end + CLAUSE);
    let groups = verb_groups(surface, &(run.end..end));
    let ends = |at: usize| cast.ends_mention(at);
    // "The talks between Chad and Mali were": what stands between ends in names.
    let between = |group: &VerbGroup| {
        matches!(surface.lower(run.end), "between" | "of" | "with")
            && !(run.end..group.run.start).any(|at| {
                surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none()
                    || matches!(surface.word(at), "," | ";" | "that" | "which" | "who")
            })
    };
    groups.into_iter().filter(|group| group.finite).take(3).find(|group| {
        between(group)
            || subject_before(surface, group.run.start, &ends)
                .is_some_and(|subject| subject.start <= run.start && run.end <= subject.end)
    })
}

/// "The meeting between Lee and Kim was cancelled on Monday": nobody is told to have done it.
pub(super) fn is_off_by_none(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let noun = !surface.pos(trigger.head).is_verb();
    let clause = noun.then(|| clause_of(cast, &trigger.run)).flatten();
    clause.is_some_and(|group| {
        let verb = surface.lower(group.main);
        let off =
            begins(verb, CALL_OFF) || verb == "called" && surface.lower(group.main + 1) == "off";
        let end = surface.sentence(trigger.head).end;
        let by = (group.main + 1..end.min(group.main + PHRASE)).any(|at| surface.lower(at) == "by");
        off && group.passive && !group.negated && !by
    })
}

/// What a boycott makes of a meeting: talks of two sides are off, anything else takes place without
/// whoever stays away.
fn of_boycott(cast: &Cast, run: &Run, group: &VerbGroup) -> Option<MeetingStatus> {
    let surface = cast.surface;
    if undone(surface, group).is_some() {
        return Some(stands(surface, group));
    }
    if group.future || group.modal {
        return Some(MeetingStatus::Planned);
    }
    let have = group.run.clone().any(|at| is_have(surface.lower(at)));
    let past = matches!(surface.pos(group.main), Pos::VerbPast | Pos::VerbParticiple)
        && group.finite
        && !group.infinitive
        && (!have || group.run.clone().any(|at| surface.lower(at) == "had"));
    if is_of_two(cast, run) {
        return Some(MeetingStatus::Cancelled);
    }
    past.then_some(MeetingStatus::Held)
}

/// "talks with Chad", "a meeting between Chad and Mali", "boycotted ministerial talks": those that others
/// hold all the same are told as known, or of whom they are.
fn is_of_two(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let talks = matches!(surface.lower(run.end - 1), "talks" | "negotiations");
    let meeting = matches!(
        surface.lower(run.end - 1),
        "meeting" | "meetings" | "discussions" | "consultations"
    );
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(PHRASE));
    let plain = |at: &usize| surface.pos(*at).is_adjective() || surface.pos(*at).is_noun();
    let bare = || {
        let phrase = (first..run.start).rev().take_while(plain).count();
        let before = (run.start - phrase).checked_sub(1).filter(|at| *at >= first);
        before.is_some_and(|at| surface.pos(at).is_verb()) && surface.lower(run.end) != "of"
    };
    (talks || meeting) && matches!(surface.lower(run.end), "with" | "between") || talks && bare()
}

/// "the cancellation of talks", "dropped its boycott of the summit", "is considering a boycott of it".
fn by_noun_before(cast: &Cast, run: &Run) -> Option<MeetingStatus> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(PHRASE));
    let of_it = |at: &usize| {
        let pos = surface.pos(*at);
        cast.mention_at(*at).is_some_and(|it| cast.kind(it.who) != EntityKind::Place)
            || pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
    };
    let of = (first..run.start).rev().find(|at| !of_it(at))?;
    let noun = of.checked_sub(1).filter(|at| *at >= first && surface.lower(of) == "of")?;
    match surface.lower(noun) {
        "cancellation" | "scrapping" | "suspension" | "abandonment" => {
            Some(MeetingStatus::Cancelled)
        }
        "boycott" => undone_noun(surface, noun).map(|_| MeetingStatus::Planned),
        _ => None,
    }
}
