//! Whether a meeting took place: from the tense of its verb and the words around.

use super::denied::{is_denied, kept_from};
use super::fell_through::{
    held_after_all, never_asked, never_began, there_will_be_none, was_due_but, was_to_have,
};
use super::firm::{are_no_plans_for, by_its_clause, is_not_planned, is_to_end};
use super::given_chance::invited;
use super::invited_to::is_invited_to;
use super::sure::outright;
use super::undone::{stands, undone};
use super::was_to::is_for_what_is_off;
use crate::clauses::{VerbGroup, subject_before, verb_group, verb_groups};
use crate::entities::Cast;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::MeetingStatus;

/// So many words may a name before a meeting's noun have.
const LONGEST: usize = 14;

/// Whether a token is of a name that may stand before a noun.
fn is_of_a_name(surface: &Surface, at: usize) -> bool {
    surface.is_capital(at) || matches!(surface.word(at), "(" | ")" | "-" | "'" | "'s" | "’s")
}

/// Words before a meeting's noun that tell its status.
pub(super) fn by_modifier(surface: &Surface, run: &Run) -> Option<MeetingStatus> {
    let first = surface.sentence(run.start).start;
    let mut start = run.start.saturating_sub(4).max(first);
    // "the ongoing Asia-Pacific Economic Cooperation (APEC) leaders' meeting": a long name between.
    while start > first && run.start - start < LONGEST && is_of_a_name(surface, start) {
        start -= 1;
    }
    (start..run.end).rev().find_map(|at| match surface.lower(at) {
        "planned" | "upcoming" | "scheduled" | "coming" | "forthcoming" | "next" | "future"
        | "expected" => Some(MeetingStatus::Planned),
        "proposed" | "possible" | "potential" | "suggested" => Some(MeetingStatus::Proposed),
        // "postponed the summit" is a verb, of which more is told.
        "cancelled" | "canceled" | "postponed" | "aborted" | "scrapped" | "suspended"
        | "stalled"
            if surface.pos(at) != Pos::VerbPast =>
        {
            Some(MeetingStatus::Cancelled)
        }
        "ongoing" | "current" => Some(MeetingStatus::Ongoing),
        // "her recent trip": talks that are called recent may have other words for when they are.
        "recent" if is_journey(surface, run) => Some(MeetingStatus::Held),
        _ => None,
    })
}

fn is_journey(surface: &Surface, run: &Run) -> bool {
    matches!(
        surface.lower(run.end.saturating_sub(1)),
        "trip" | "trips" | "travel" | "travels" | "visit" | "visits"
    )
}

/// "will no longer travel": called off.
pub(super) fn no_longer(surface: &Surface, group: &VerbGroup) -> bool {
    (group.run.start.saturating_sub(2)..group.main).any(|at| surface.reads(at, &["no", "longer"]))
}

/// The status that a verb gives to the meeting that is its object or subject.
pub(super) fn by_verb(surface: &Surface, group: &VerbGroup, object: bool) -> Option<MeetingStatus> {
    let verb = surface.lower(group.main);
    let called_off = verb.starts_with("call") && surface.lower(group.main + 1) == "off";
    let stem = |stems: &[&str]| stems.iter().any(|stem| verb.starts_with(stem));
    let called_off = called_off
        || verb.starts_with("call")
            && object
            && (group.main + 2..group.main + 14)
                .take_while(|at| surface.sentence_of(*at) == surface.sentence_of(group.main))
                .any(|at| surface.lower(at) == "off");
    // "will not take place", "would not be held", "will not go ahead".
    let not_to_be = group.negated
        && (group.future || group.modal)
        && !object
        && matches!(
            verb,
            "take" | "held" | "go" | "happen" | "proceed" | "occur" | "convene" | "begin" | "open"
        );
    if not_to_be {
        return Some(MeetingStatus::Cancelled);
    }
    if called_off
        || stem(&[
            "cancel", "scrap", "suspend", "abort", "halt", "abandon", "axe", "annul", "scrub",
            "shelve", "shelving", "nixed", "scupper", "torpedo",
        ])
        || verb == "dropped" && group.passive && !object
        || verb.starts_with("put")
            && (group.main + 1..group.main + 12)
                .take_while(|at| surface.sentence_of(*at) == surface.sentence_of(group.main))
                .any(|at| surface.reads(at, &["on", "hold"]) || surface.reads(at, &["on", "ice"]))
        || (stem(&["broke", "break"]) && surface.lower(group.main + 1) == "off")
    {
        // "will not boycott it", "have not been cancelled": it stands.
        let stands = undone(surface, group).map(|_| stands(surface, group));
        return Some(stands.unwrap_or(MeetingStatus::Cancelled));
    }
    if stem(&["postpone", "delay"]) || verb == "put" && surface.lower(group.main + 1) == "off" {
        let indefinitely = (group.main..group.main + 5).any(|at| {
            surface.lower(at) == "indefinitely"
                || surface.reads(at, &["until", "further", "notice"])
                || surface.reads(at, &["without", "a", "new"])
        });
        return Some(if indefinitely { MeetingStatus::Cancelled } else { MeetingStatus::Planned });
    }
    if object && never_asked(surface, group) {
        return Some(MeetingStatus::Denied);
    }
    // "was not invited to the talks": there are some.
    let invites_not = verb.starts_with("invit") && (group.negated || group.passive);
    if !invites_not
        && stem(&[
            "propos", "suggest", "offer", "invit", "encourag", "urg", "seek", "sought", "request",
            "call", "demand", "want",
        ])
        && object
    {
        return Some(MeetingStatus::Proposed);
    }
    if stem(&["den", "refut"]) && object {
        return Some(MeetingStatus::Denied);
    }
    if stem(&["plan", "schedul", "announc", "arrang", "prepar", "agree", "await", "expect"])
        && (object || group.passive)
    {
        return Some(MeetingStatus::Planned);
    }
    if group.future {
        return Some(MeetingStatus::Planned);
    }
    let over = matches!(
        verb,
        "ended"
            | "concluded"
            | "closed"
            | "wrapped"
            | "finished"
            | "ends"
            | "concludes"
            | "collapsed"
    ) || verb == "broke" && surface.lower(group.main + 1) == "down";
    if over && !group.modal && !group.negated {
        return Some(MeetingStatus::Held);
    }
    if group.modal && !group.negated {
        return Some(MeetingStatus::Planned);
    }
    if stem(&["resum", "continu"])
        && !group.infinitive
        && matches!(
            surface.pos(group.main),
            Pos::VerbPast | Pos::VerbThird | Pos::VerbPresent | Pos::VerbGerund
        )
        && !object
    {
        return Some(MeetingStatus::Ongoing);
    }
    None
}

/// The status of a meeting that a verb itself tells ("met", "will meet", "agreed to meet").
pub(super) fn of_meeting_verb(cast: &Cast, group: &VerbGroup, future_date: bool) -> MeetingStatus {
    let surface = cast.surface;
    if was_to_have(surface, group) || was_due_but(surface, group) || is_for_what_is_off(cast, group)
    {
        return MeetingStatus::Cancelled;
    }
    if group.infinitive && !group.future {
        // "an invitation to the President to visit"
        if invited(cast, group.run.start).is_some()
            || is_invited_to(cast, &(group.main..group.main + 1))
        {
            return MeetingStatus::Proposed;
        }
        // What comes before "to meet" decides: "agreed to", "invited to", "managed to".
        let before = group.run.start.wrapping_sub(1);
        let governing = (before.saturating_sub(6)..=before).rev().find(|at| {
            surface.pos(*at).is_verb()
                || (surface.pos(*at).is_noun() && !surface.pos(*at).is_proper())
                || (surface.pos(*at).is_adjective() && cast.mention_at(*at).is_none())
        });
        let word = governing.map_or("", |at| surface.lower(at));
        return match word {
            "invited" | "asked" | "urged" | "offered" | "proposed" | "ready" | "willing"
            | "wants" | "wanted" | "hopes" | "hoped" | "encouraged" | "called" | "offer"
            | "proposal" | "invitation" | "encourage" | "urge" | "invite" | "asks" | "urges" => {
                MeetingStatus::Proposed
            }
            "refused" | "declined" | "refuses" | "declines" => MeetingStatus::Cancelled,
            "leader" | "president" | "official" | "first" | "minister" | "managed"
            | "continued" | "secretary" | "able" | "visit" => MeetingStatus::Held,
            "opportunity" | "chance" | "pleasure" | "privilege" | "honor" | "honour"
            | "delighted" | "fortunate" | "glad" | "good" | "great" | "grateful" | "happy"
            | "honored" | "honoured" | "pleased" | "privileged" | "proud" | "thrilled"
            | "wonderful"
                if had(cast, before) =>
            {
                MeetingStatus::Held
            }
            _ if had_a_chance_lately(cast, before) => MeetingStatus::Held,
            "plans" | "plan" | "intention" | "scheduled" if without(cast, before) => {
                MeetingStatus::Denied
            }
            _ if went(cast, group) => MeetingStatus::Held,
            _ => MeetingStatus::Planned,
        };
    }
    if group.negated && (group.future || group.modal) || no_longer(surface, group) {
        return MeetingStatus::Cancelled;
    }
    // "left without meeting Lee", "spoke to Kim instead of meeting Lee"
    let before = |back: usize| group.run.start.checked_sub(back).map_or("", |at| surface.lower(at));
    let spared = surface.pos(group.main) == Pos::VerbGerund
        && matches!(
            (before(2), before(1)),
            (_, "without") | ("instead", "of") | ("rather", "than")
        );
    if spared || is_denied(surface, group) {
        return MeetingStatus::Denied;
    }
    if group.future || (group.modal && !group.negated) {
        return MeetingStatus::Planned;
    }
    let present = matches!(surface.pos(group.main), Pos::VerbThird | Pos::VerbPresent);
    let progressive_now = group.progressive
        && group.run.clone().any(|at| matches!(surface.lower(at), "is" | "are" | "'s" | "'re"));
    if progressive_now || present {
        let on_a_day = (group.main + 1..group.main + 12)
            .take_while(|at| surface.sentence_of(*at) == surface.sentence_of(group.main))
            .any(|at| {
                crate::clauses::is_day(surface.lower(at))
                    && !matches!(surface.lower(at), "today" | "yesterday")
            });
        return if future_date || present || on_a_day {
            MeetingStatus::Planned
        } else {
            MeetingStatus::Ongoing
        };
    }
    if is_meanwhile(surface, group) {
        return MeetingStatus::Ongoing;
    }
    if did_not_so_far(surface, group) {
        return MeetingStatus::Denied;
    }
    MeetingStatus::Held
}

/// "Lee did not meet Kim", "they have never met"; "did not meet until Friday" and "have not met since
/// May" tell when they did.
fn did_not_so_far(surface: &Surface, group: &VerbGroup) -> bool {
    let until = surface.sentence(group.main).end.min(group.main + CLAUSE);
    let later = |at: usize| matches!(surface.lower(at), "until" | "till" | "before" | "since");
    group.finite && group.negated && !group.modal && !(group.main + 1..until).any(later)
}

/// "His remarks came as leaders were meeting in Oslo": what was being done then goes on.
fn is_meanwhile(surface: &Surface, group: &VerbGroup) -> bool {
    let first = surface.sentence(group.main).start.max(group.run.start.saturating_sub(CLAUSE));
    group.progressive
        && group.finite
        && (first..group.run.start)
            .rev()
            .take_while(|at| !surface.pos(*at).is_finite_verb() && surface.word(*at) != ",")
            .any(|at| matches!(surface.lower(at), "as" | "while"))
}

/// So many words behind a noun its clause is looked through.
const CLAUSE: usize = 16;

/// How many words before "to meet" a chance or a plan is told.
const BEFORE: usize = 7;

/// "had the opportunity to meet", "was honored to host": it was taken.
fn had(cast: &Cast, before: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(before).start.max(before.saturating_sub(BEFORE));
    (first..before).any(|at| matches!(surface.lower(at), "had" | "was" | "were"))
        && !(first..before).any(|at| matches!(surface.lower(at), "not" | "n't" | "no" | "never"))
}

/// So many words may tell when somebody had a chance.
const LATELY: usize = 14;

/// "has had an opportunity as recently as a couple weeks ago to travel": one that was taken, with the time
/// of it between.
fn had_a_chance_lately(cast: &Cast, before: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(before).start.max(before.saturating_sub(LATELY - 1));
    let mut back = (first..=before).rev();
    let Some(chance) = back.find(|at| matches!(surface.lower(*at), "chance" | "opportunity"))
    else {
        return false;
    };
    let timed = surface.lower(before) == "ago" || crate::clauses::is_day(surface.lower(before));
    let told = (chance + 1..before).any(|at| surface.pos(at).is_verb() || surface.word(at) == ";");
    timed && !told && had(cast, chance)
}

/// "no plans to meet": there is none.
fn without(cast: &Cast, before: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(before).start.max(before.saturating_sub(4));
    (first..before).any(|at| matches!(surface.lower(at), "no" | "not" | "n't" | "any" | "without"))
}

/// "travelled to Cairo to attend", "led a delegation to take part": past, so it took place.
fn went(cast: &Cast, group: &VerbGroup) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(group.main);
    let verb = (sentence.start..group.run.start)
        .rev()
        .find(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none());
    verb.is_some_and(|verb| {
        // "was in Lima on Friday to meet Lee"
        let was_there = matches!(surface.lower(verb), "was" | "were")
            && matches!(surface.lower(verb + 1), "in" | "here")
            && !is_still_open(surface, group, sentence.end);
        was_there
            || surface.pos(verb) == Pos::VerbPast
                && matches!(
                    surface.lower(verb),
                    "led"
                        | "traveled"
                        | "travelled"
                        | "went"
                        | "flew"
                        | "arrived"
                        | "came"
                        | "visited"
                        | "met"
                        | "gathered"
                        | "convened"
                        | "returned"
                        | "joined"
                        | "hosted"
                        | "sent"
                )
    })
}

/// "declined to comment on the talks", "refused to give details of the meeting": which are held or not.
fn is_not_spoken_of(surface: &Surface, group: &VerbGroup) -> bool {
    let declines = matches!(
        surface.lower(group.run.start.wrapping_sub(1)),
        "declined" | "declines" | "refused" | "refuses"
    );
    declines
        && matches!(
            surface.lower(group.main),
            "comment"
                | "confirm"
                | "describe"
                | "disclose"
                | "elaborate"
                | "give"
                | "offer"
                | "provide"
                | "release"
                | "reveal"
                | "say"
                | "speak"
        )
}

/// "to meet Lee, but he never came", "to meet Lee next week": that somebody was there does not tell that
/// they met.
fn is_still_open(surface: &Surface, group: &VerbGroup, end: usize) -> bool {
    (group.main + 1..end.min(group.main + 2 * CLAUSE))
        .take_while(|at| surface.word(*at) != ";")
        .any(|at| matches!(surface.lower(at), "but" | "next" | "tomorrow"))
}

/// The status that the clause around a noun gives it; held where nothing says otherwise.
pub(super) fn of_noun(cast: &Cast, run: &Run, future_date: bool) -> (MeetingStatus, bool) {
    match told_of_noun(cast, run, future_date) {
        Some(status) => (status, true),
        None if future_date => (MeetingStatus::Planned, true),
        None => (MeetingStatus::Held, false),
    }
}

/// "Talks scheduled for Monday have been called off": a passive that ends the meeting's clause.
fn called_off_after(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let until = sentence.end.min(run.end + 24);
    let groups = verb_groups(surface, &(run.end..until));
    // "scheduled" of "talks scheduled for Monday" is no verb of a clause.
    // Nor is that of "the talks, which were to have begun on Monday, have been called off".
    let mut told = groups.iter().filter(|group| {
        let before = surface.lower(group.run.start.wrapping_sub(1));
        group.run.len() > 1
            && !(before == "which" && surface.word(group.run.start.wrapping_sub(2)) == ",")
    });
    let first = told.next();
    // "had been planned but was scrapped"
    let second = first.zip(told.next()).map(|(_, second)| second).filter(|second| {
        let but = second.run.start.wrapping_sub(1);
        surface.lower(but) == "but" && first.is_some_and(|first| first.main + 4 > but)
    });
    [first, second].into_iter().flatten().any(|group| {
        group.passive
            && !group.negated
            && !group.modal
            && !group.future
            && !(run.end..group.run.start).any(|at| {
                matches!(surface.lower(at), "after" | "because" | "when" | ";" | "who")
                    || cast
                        .lexicon
                        .meeting_nouns
                        .longest(|offset| (offset == 0).then(|| surface.lower(at)))
                        .is_some()
            })
            && by_verb(surface, group, false) == Some(MeetingStatus::Cancelled)
    })
}

/// "A planned meeting with Lee did not take place."
fn did_not_happen(cast: &Cast, run: &Run, planned: bool) -> bool {
    let surface = cast.surface;
    let until = surface.sentence(run.start).end.min(run.end + 16);
    let groups = verb_groups(surface, &(run.end..until));
    // "set for" of "a summit set for May" is no verb of a clause.
    let whole = groups.iter().find(|group| group.run.len() > 1);
    whole.or(groups.first()).is_some_and(|group| {
        let verb = surface.lower(group.main);
        // "did not take place until July"
        let later = (group.main..group.main + 5)
            .any(|at| matches!(surface.lower(at), "until" | "till" | "before"));
        let coming = group.future || group.modal;
        planned
            && group.negated
            && !later
            && (coming && by_verb(surface, group, false) == Some(MeetingStatus::Cancelled)
                || coming
                    && verb == "go"
                    && matches!(surface.lower(group.main + 1), "ahead" | "forward"))
            || group.negated
                && !coming
                && !later
                && (matches!(verb, "take" | "took" | "taken")
                    && surface.lower(group.main + 1) == "place"
                    || ["happen", "materiali", "occur"].iter().any(|stem| verb.starts_with(stem)))
    })
}

/// "A meeting between Lee and Kim was necessary": one that is spoken of and not yet agreed upon.
fn is_wished_for(cast: &Cast, run: &Run) -> bool {
    const NOT_YET: &[&str] = &[
        "conceivable",
        "desirable",
        "essential",
        "imperative",
        "impossible",
        "necessary",
        "needed",
        "premature",
        "unthinkable",
    ];
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let article = run.start.saturating_sub(2).max(sentence.start)..=run.start;
    let indefinite = article.into_iter().any(|at| matches!(surface.lower(at), "a" | "an" | "any"));
    let sides = surface.lower(run.end) == "between";
    let end = sentence.end.min(run.end + 14);
    let goes_on = |at: &usize| !matches!(surface.lower(*at), "who" | "which" | "that" | ",");
    let clause = (run.end..end).take_while(goes_on);
    let Some(be) = clause.into_iter().find(|at| surface.pos(*at).is_finite_verb()) else {
        return false;
    };
    let adverb = |at: &usize| surface.pos(*at).is_adverb() || surface.lower(*at) == "not";
    let so = be + 1 + (be + 1..end).take_while(adverb).count();
    indefinite
        && (sides || be == run.end)
        && crate::clauses::is_be(surface.lower(be))
        && NOT_YET.contains(&surface.lower(so))
}

fn told_of_noun(cast: &Cast, run: &Run, future_date: bool) -> Option<MeetingStatus> {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let first = sentence.start;
    if let Some(status) = outright(cast, run) {
        return Some(status);
    }
    if held_after_all(surface, run) {
        return Some(MeetingStatus::Held);
    }
    if called_off_after(cast, run) || there_will_be_none(surface, run) {
        return Some(MeetingStatus::Cancelled);
    }
    if is_not_planned(surface, run) || are_no_plans_for(surface, run) {
        return Some(MeetingStatus::Denied);
    }
    if never_began(surface, run) {
        return Some(MeetingStatus::Cancelled);
    }
    if by_its_clause(cast, run) == Some(MeetingStatus::Planned) {
        return Some(MeetingStatus::Planned);
    }
    // "a summit due in November will not take place"
    let set = matches!(
        surface.lower(run.end),
        "due" | "set" | "scheduled" | "planned" | "expected" | "slated" | "fixed" | "pencilled"
    );
    if did_not_happen(cast, run, set) {
        return Some(MeetingStatus::Cancelled);
    }
    if is_wished_for(cast, run) || is_invited_to(cast, run) {
        return Some(MeetingStatus::Proposed);
    }
    if let Some(status) = by_modifier(surface, run) {
        // "cancelled a planned meeting": called off after all.
        let off = (first.max(run.start.saturating_sub(5))..run.start)
            .rev()
            .take_while(|at| surface.word(*at) != ",")
            .filter(|at| surface.pos(*at).is_verb() && cast.mention_at(*at).is_none())
            .filter_map(|verb| by_verb(surface, &verb_group(surface, verb), true))
            .find(|off| *off == MeetingStatus::Cancelled);
        let off = off.or_else(|| {
            let fell_through = status == MeetingStatus::Planned && did_not_happen(cast, run, true);
            fell_through.then_some(MeetingStatus::Cancelled)
        });
        return Some(off.unwrap_or(status));
    }
    // "ahead of", "before", "pave the way for", "prepare for": still to come.
    let leads = surface.lower(run.start.wrapping_sub(1));
    let mut before = run.start;
    while before > first
        && (surface.pos(before - 1).is_determiner()
            || surface.pos(before - 1).is_adjective()
            || surface.pos(before - 1).is_noun() && cast.mention_at(before - 1).is_some()
            || matches!(surface.pos(before - 1), Pos::Number | Pos::PossessivePronoun)
            || surface.pos(before - 1).is_proper()
            || surface.lower(before - 1) == "'s")
    {
        before -= 1;
    }
    let preposition = surface.lower(before.wrapping_sub(1));
    let two = surface.lower(before.wrapping_sub(2));
    if matches!(preposition, "before" | "until") {
        return None;
    }
    if preposition == "of" && matches!(two, "ahead" | "eve")
        || preposition == "to" && matches!(two, "lead-up" | "run-up" | "runup")
        || preposition == "for"
            && matches!(
                two,
                "way"
                    | "prepare"
                    | "preparations"
                    | "preparing"
                    | "plans"
                    | "date"
                    | "arrangements"
                    | "groundwork"
                    | "ready"
            )
    {
        return Some(MeetingStatus::Planned);
    }
    if matches!(preposition, "after" | "during" | "following" | "since")
        || matches!(leads, "after" | "during" | "following")
    {
        // "During his visit, Kim will meet with Noh": to come like what will be done there.
        let there = preposition == "during" || leads == "during";
        let groups = verb_groups(surface, &sentence);
        let main = groups.iter().find(|group| group.finite);
        return Some(match main {
            Some(group) if there && group.future => MeetingStatus::Planned,
            // "will be discussed during a summit on Thursday", "asked what she would say during her trip".
            _ if there && future_date => MeetingStatus::Planned,
            _ => MeetingStatus::Held,
        });
    }
    if preposition == "for"
        && matches!(two, "proposal" | "call" | "request" | "appeal" | "offer" | "idea")
        || preposition == "of"
            && matches!(two, "possibility" | "offer" | "proposal" | "idea" | "suggestion")
    {
        return Some(MeetingStatus::Proposed);
    }
    // The verb whose object it is stands before it, the one whose subject it is after it.
    let groups = verb_groups(surface, &sentence);
    let object_of =
        groups.iter().rev().find(|group| group.main < run.start && run.start - group.main <= 8);
    let at_once = object_of.filter(|group| {
        !(group.main + 1..run.start).any(|at| matches!(surface.word(at), "," | ";"))
    });
    let done_to_it = at_once.and_then(|group| by_verb(surface, group, true));
    if done_to_it == Some(MeetingStatus::Cancelled) {
        return done_to_it;
    }
    // "the conference to be held in Lima", "talks due to start", "the summit set for June".
    let right = run.end;
    if is_to_end(cast, run) {
        return Some(MeetingStatus::Ongoing);
    }
    if surface.reads(right, &["to", "be"])
        || surface.reads(right, &["to", "take", "place"])
        || surface.lower(right) == "to"
            && matches!(surface.lower(right + 1), "begin" | "start" | "open" | "follow")
        || matches!(surface.lower(right), "scheduled" | "planned" | "due" | "slated" | "set")
            && matches!(surface.lower(right + 1), "for" | "to" | "in" | "on" | "next" | "later")
    {
        return Some(MeetingStatus::Planned);
    }
    if let Some(group) = at_once {
        if done_to_it.is_some() {
            return done_to_it;
        }
        if no_longer(surface, group) {
            return Some(MeetingStatus::Cancelled);
        }
        let definite = matches!(surface.lower(before), "the" | "this" | "that");
        let attends = surface.lower(group.main).starts_with("attend")
            || surface.lower(group.main).starts_with("join")
            || surface.lower(group.main).starts_with("participat")
            || matches!(surface.lower(group.main), "take" | "taking")
                && surface.lower(group.main + 1) == "part";
        if group.infinitive && is_not_spoken_of(surface, group) {
            return None;
        }
        if let Some(status) = attends.then(|| kept_from(surface, group)).flatten() {
            return Some(status);
        }
        if group.infinitive {
            return if definite && attends && !went(cast, group) {
                None
            } else {
                Some(of_meeting_verb(cast, group, future_date))
            };
        }
    }
    // "the annual meetings, set for September 29, are off"
    let subject_of = groups.iter().find(|group| {
        group.run.start >= run.end
            && group.finite
            && subject_before(surface, group.run.start, &|at| cast.ends_mention(at))
                .is_some_and(|subject| subject.start <= run.start && run.end <= subject.end)
    });
    if let Some(group) = subject_of
        && let Some(status) = by_verb(surface, group, false)
    {
        return Some(status);
    }
    if let Some(group) = object_of.filter(|group| {
        group.finite
            && !(group.main + 1..run.start).any(|at| {
                matches!(surface.word(at), "," | ";")
                    && !(surface.word(at) == "," && cast.name_at(at + 1).is_some())
            })
    }) {
        let status = of_meeting_verb(cast, group, future_date);
        // "holds talks on Friday" is to come; "said", "told" in the present tell nothing of it.
        let present = matches!(surface.pos(group.main), Pos::VerbThird | Pos::VerbPresent);
        let direct = !(group.main + 1..run.start).any(|at| surface.pos(at) == Pos::Preposition);
        // "said it would not attend the summit": which others hold all the same.
        if direct
            && group.negated
            && (group.future || group.modal)
            && surface.lower(group.main) == "attend"
            && matches!(surface.lower(before), "the" | "this" | "that")
        {
            return Some(MeetingStatus::Planned);
        }
        if !direct {
            // "will gather in Kigali for the conference": what is to be done is done there.
            let at_it = matches!(preposition, "for" | "at" | "in" | "to" | "during");
            return (group.future && at_it).then_some(MeetingStatus::Planned);
        }
        if !present
            || !cast.lexicon.verbs.contains(surface.lower(group.main))
                && (future_date
                    || matches!(surface.lower(group.main), "hold" | "holds" | "host" | "hosts"))
        {
            return Some(status);
        }
    }
    None
}
