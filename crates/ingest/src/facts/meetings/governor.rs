//! The verb that a meeting's noun depends on, and who acts in its clause.

use super::Trigger;
use super::scene::Scene;
use super::verbs::{kind_of_verb, subject};
use crate::clauses::{begins, verb_group};
use crate::entities::MemberId;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// Verbs whose object is an occasion that somebody takes part in.
/// So many words before a gerund the verb is looked for that it hangs on.
const CLAUSE: usize = 40;
const HOLDING: &[&str] = &[
    "hold",
    "holds",
    "held",
    "holding",
    "have",
    "has",
    "had",
    "having",
    "attend",
    "attends",
    "attended",
    "attending",
    "host",
    "hosts",
    "hosted",
    "hosting",
    "convene",
    "convened",
    "convenes",
    "convening",
    "organizing",
    "organising",
    "conduct",
    "conducted",
    "join",
    "joined",
    "joins",
    "chair",
    "chaired",
    "co-chaired",
    "co-chair",
    "co-chairs",
    "co-chairing",
    "co-host",
    "co-hosts",
    "co-hosted",
    "co-hosting",
    "co-lead",
    "co-leads",
    "co-led",
    "co-open",
    "lead",
    "led",
    "begin",
    "began",
    "begun",
    "start",
    "started",
    "open",
    "opened",
    "resume",
    "resumed",
    "end",
    "ended",
    "conclude",
    "concluded",
    "complete",
    "completed",
    "participate",
    "participated",
    "continue",
    "continued",
    "finished",
    "wrapped",
    "launched",
    "kicked",
    "boycott",
    "boycotted",
    "boycotting",
    "skip",
    "skipped",
    "cancel",
    "cancelled",
    "canceled",
    "postpone",
    "postponed",
    "suspend",
    "suspended",
    "schedule",
    "scheduled",
    "paid",
    "pay",
    "made",
    "make",
    "makes",
    "organize",
    "organized",
    "organised",
    "arrange",
    "arranged",
    "broke",
    "leave",
    "left",
    "quit",
    "reopen",
    "restart",
    "told",
    "address",
    "addressed",
    "addresses",
    "addressing",
    "spoke",
    "speak",
    "speaks",
    "speaking",
    "appear",
    "appeared",
    "sat",
    "sit",
    "entered",
    "opening",
    "closing",
    "chairing",
    "beginning",
    "resuming",
    "concluding",
    "heading",
    "headed",
    "going",
    "went",
    "entering",
    "returned",
    "returning",
    "emerging",
    "emerged",
];

/// "Lee, on a visit to Oslo, held talks": a verb behind an aside that may be taken for a participle.
pub(super) fn is_held(surface: &Surface, at: usize) -> bool {
    matches!(surface.lower(at), "had" | "held")
        && surface.word(at.wrapping_sub(1)) == ","
        && surface.sentence(at).start + 1 < at
}

/// The verb that the noun depends on gives its parties: "held talks with", "said after talks".
pub(super) fn governor(scene: &Scene, trigger: &mut Trigger, left: usize, head: usize) -> bool {
    let cast = scene.cast;
    let surface = cast.surface;
    let sentence = surface.sentence(head);
    let preposition = left.wrapping_sub(1);
    let word = if left > sentence.start { surface.lower(preposition) } else { "" };
    let verb = if left > sentence.start && surface.pos(preposition).is_verb() {
        Some(preposition)
    } else if matches!(word, "into" | "from")
        && matches!(
            surface.lower(preposition.wrapping_sub(1)),
            "heading"
                | "headed"
                | "going"
                | "went"
                | "entering"
                | "returned"
                | "returning"
                | "emerging"
                | "emerged"
        )
        || matches!(word, "in" | "at" | "to")
            && HOLDING.contains(&surface.lower(preposition.wrapping_sub(1)))
        || matches!(word, "for" | "to") && sits_down(surface, preposition)
        || word == "in" && surface.lower(preposition.wrapping_sub(1)) == "part"
    {
        Some(if matches!(surface.lower(preposition.wrapping_sub(1)), "part" | "down") {
            preposition.saturating_sub(2)
        } else {
            preposition.saturating_sub(1)
        })
    } else {
        (left > sentence.start + 1
            && surface.pos(preposition).is_adverb()
            && surface.pos(preposition - 1).is_verb())
        .then(|| preposition - 1)
    };
    let verb = verb.or_else(|| {
        // "will hold talks in Lima and consultations in Quito"
        let near = sentence.start.max(left.saturating_sub(16))..preposition;
        (word == "and").then(|| near.rev().find(|at| surface.pos(*at).is_verb())).flatten()
    });
    if let Some(verb) = verb.filter(|verb| {
        HOLDING.contains(&surface.lower(*verb))
            || matches!(
                surface.lower(*verb),
                "took" | "take" | "takes" | "taking" | "participated" | "participates"
            )
            || trigger.kind == MeetingKind::Call
                && matches!(surface.lower(*verb), "received" | "receives" | "placed" | "got")
    }) {
        let group = verb_group(surface, verb);
        let refuses = matches!(
            surface.lower(verb),
            "boycott"
                | "boycotted"
                | "boycotting"
                | "skip"
                | "skipped"
                | "cancel"
                | "cancelled"
                | "canceled"
                | "postponed"
                | "suspended"
                | "quit"
                | "left"
        );
        // "said that “holding the talks …”": who holds them stands in the same words, or nowhere.
        let said = surface.quotation_of(verb);
        // "Addressing the ceremony, Hu announced": the subject is still to come.
        let leading = surface.pos(verb) == Pos::VerbGerund && verb <= sentence.start + 1;
        let coming = || {
            let comma = (head..sentence.end).find(|at| surface.word(*at) == ",")?;
            let next = (comma..sentence.end).find(|at| surface.pos(*at).is_finite_verb())?;
            subject(scene, &verb_group(surface, next))
        };
        // "thanked Canada for hosting the conference": whoever is thanked hosted it.
        let thanked = (surface.pos(verb) == Pos::VerbGerund
            && surface.lower(verb.wrapping_sub(1)) == "for")
            .then(|| thanked(scene, verb.wrapping_sub(2)))
            .flatten();
        let acts = if leading { coming() } else { thanked.or_else(|| subject(scene, &group)) };
        let acts = acts
            .filter(|run| said.is_none() || surface.quotation_of(run.start) == said)
            .filter(|_| !group.passive);
        // "met Lee but skipped the talks": which are another meeting than that.
        let keeps_away = matches!(
            surface.lower(verb),
            "boycott" | "boycotted" | "boycotting" | "skip" | "skipped"
        );
        let takes_part = matches!(
            surface.lower(verb),
            "attend"
                | "attended"
                | "attending"
                | "join"
                | "joined"
                | "participate"
                | "participated"
                | "take"
                | "taken"
                | "took"
        );
        let away = keeps_away && !group.negated || takes_part && group.negated;
        if let Some(run) = acts.as_ref().filter(|_| away) {
            trigger.away = cast.actors(run);
            // It took place without them; what is to come is still to come.
            let to_come = trigger.certain && trigger.status == MeetingStatus::Planned;
            if !group.future
                && !group.modal
                && !to_come
                && trigger.status != MeetingStatus::Cancelled
            {
                trigger.status = MeetingStatus::Held;
                trigger.certain = false;
            }
        }
        // "accepted an invitation to visit Lima after holding talks with Lee"
        if trigger.status == MeetingStatus::Planned
            && !scene.future_date(head, sentence.end)
            && is_done_first(surface, verb)
        {
            trigger.status = MeetingStatus::Held;
            trigger.certain = true;
        }
        trigger.parties.extend(with_whom(scene, verb, head));
        if let Some(run) = acts
            && !refuses
            && !group.negated
        {
            let who = cast.actors(&run);
            trigger.parties.extend(
                who.into_iter().map(|who| (who, run.start.min(verb)..run.end.max(head + 1))),
            );
        }
        // "will not hold talks with Abbas": proposed, and refused.
        if group.negated
            && (group.future || group.modal)
            && matches!(surface.lower(verb), "hold" | "have" | "begin" | "start" | "resume")
            && let Some(run) = subject(scene, &group)
        {
            let who = cast.actors(&run);
            trigger.refusing.extend(who.into_iter().map(|who| (who, run.start..head + 1)));
            trigger.status = MeetingStatus::Proposed;
            trigger.certain = true;
        }
        return true;
    }
    let (preposition, word) =
        edge_of(surface, preposition, sentence.start).unwrap_or((preposition, word));
    // "X said after talks with Y", "Speaking after the meeting, X said", "went to Israel for talks":
    // who acts in the clause takes part; "after the talks ended, X said" tells nothing of X.
    // "expressed support for talks between A and B": whoever speaks of them takes no part.
    let thing = word == "for"
        && surface.pos(preposition.wrapping_sub(1)).is_noun()
        && !surface.pos(preposition.wrapping_sub(1)).is_proper()
        && cast.mention_at(preposition.wrapping_sub(1)).is_none()
        && !scene.is_date(preposition.wrapping_sub(1));
    if matches!(word, "after" | "at" | "during" | "in" | "for" | "following" | "before")
        && !followed_by_verb(scene, head)
        && !thing
    {
        let verb = (sentence.start..preposition).rev().find(|at| {
            surface.pos(*at).is_verb()
                && cast.mention_at(*at).is_none()
                && surface.lower(*at) != "following"
        });
        let speaking = surface.pos(sentence.start) == Pos::VerbGerund
            && verb.is_some_and(|verb| verb == sentence.start);
        let with = trigger.parties.iter().any(|(who, _)| match cast.kind(*who) {
            EntityKind::Person | EntityKind::State => true,
            EntityKind::Organization => word == "in",
            EntityKind::Place => false,
        });
        // "At the conference, X will engage with": whoever acts there is there.
        let leads = left <= sentence.start + 1
            || left <= sentence.start + 3 && surface.word(sentence.start + 1) == ","
            // "On June 9 at the conference, X will speak"
            || surface.lower(sentence.start) == "on"
                && (sentence.start + 1..preposition).all(|at| scene.is_date(at));
        // "After a meeting with Kim, Carter said": Carter met him.
        let met = matches!(word, "after" | "following" | "in")
            && with
            && surface.lower(head + 1) == "with";
        let leads = leads && (matches!(word, "at" | "during") || met);
        // "will travel to Lima for the summit"
        let travels = |verb: usize| {
            word == "for"
                && kind_of_verb(surface.lower(verb)) == Some(MeetingKind::Visit)
                && trigger.kind != MeetingKind::Visit
        };
        let travel = verb.is_some_and(travels);
        let acts = if speaking || leads {
            let comma = (head..sentence.end).find(|at| surface.word(*at) == ",");
            comma.and_then(|comma| {
                let verb = (comma..sentence.end).find(|at| surface.pos(*at).is_finite_verb())?;
                subject(scene, &verb_group(surface, verb))
            })
        } else {
            let near = verb.filter(|verb| {
                // "will travel to Lima for the summit": to be there.
                travels(*verb)
                    || cast.lexicon.verbs.contains(surface.lower(*verb))
                    || with
                    || matches!(word, "at" | "during") && is_done_together(scene, *verb)
                    || matches!(surface.lower(*verb), "made" | "went" | "is" | "was" | "were")
            });
            near.filter(|verb| {
                !(*verb + 1..preposition).any(|at| matches!(surface.word(at), ";" | "—"))
                    && (surface.word(preposition - 1) != "," || with || travels(*verb))
            })
            .and_then(|verb| subject(scene, &verb_group(surface, verb)))
        };
        // "Lee told Kim at the start of their meeting": both met.
        let told = verb.filter(|_| matches!(word, "at" | "during" | "in"));
        trigger.parties.extend(told.and_then(|verb| told_person(scene, verb, preposition, head)));
        if let Some(run) = acts
            && (with
                || speaking
                || leads
                || travel
                || matches!(word, "after" | "at" | "during" | "following"))
            && word != "before"
        {
            let who: Vec<MemberId> = cast
                .actors(&run)
                .into_iter()
                .filter(|who| cast.kind(*who) == EntityKind::Person || with || leads)
                .collect();
            let found = !who.is_empty();
            trigger.parties.extend(
                who.into_iter()
                    .map(|who| (who, run.start.min(trigger.run.start)..run.end.max(head + 1))),
            );
            return found || matches!(word, "after" | "during" | "following");
        }
    }
    false
}

/// "Lee and Kim discussed trade during their talks": what several do at a meeting of theirs.
fn is_done_together(scene: &Scene, verb: usize) -> bool {
    let surface = scene.cast.surface;
    let of_two = matches!(
        surface.lower(verb),
        "addressed"
            | "agreed"
            | "clashed"
            | "debated"
            | "discussed"
            | "exchanged"
            | "explored"
            | "raised"
            | "reviewed"
            | "spoke"
            | "talked"
    );
    let who = subject(scene, &verb_group(surface, verb));
    of_two && who.is_some_and(|run| scene.cast.actors(&run).len() > 1)
}

/// Whether "after" puts a gerund before what was done: whatever that is to lead to.
fn is_done_first(surface: &Surface, verb: usize) -> bool {
    let first = surface.sentence(verb).start;
    let after =
        surface.pos(verb) == Pos::VerbGerund && surface.lower(verb.wrapping_sub(1)) == "after";
    let mut before = (first..verb).rev().take(CLAUSE);
    after
        && before.find(|at| surface.pos(*at).is_finite_verb()).is_some_and(|outer| {
            let had = surface.lower(outer.wrapping_sub(1)) == "had";
            // "promised a decision after holding talks": both are still to come.
            let looks_ahead = (outer..verb).any(|at| {
                matches!(surface.lower(at), "will" | "would")
                    || begins(
                        surface.lower(at),
                        &[
                            "agree", "expect", "hope", "hoping", "inten", "plan", "pledg",
                            "promis", "vow",
                        ],
                    )
            });
            (surface.pos(outer) == Pos::VerbPast || had)
                && !crate::clauses::is_be(surface.lower(outer))
                && !looks_ahead
        })
}

/// "Canada and the European Union": those named up to a token, one after another.
fn thanked(scene: &Scene, last: usize) -> Option<Run> {
    let cast = scene.cast;
    let mut run = cast.mention_at(last)?.run.clone();
    while let Some(joins) = run.start.checked_sub(1) {
        let article = usize::from(cast.surface.lower(joins) == "the");
        let joins = joins.saturating_sub(article);
        let and = matches!(cast.surface.lower(joins), "and" | ",");
        let before = joins.checked_sub(1).filter(|_| and).and_then(|at| cast.mention_at(at));
        match before {
            Some(before) if before.run.start < run.start => run.start = before.run.start,
            _ => break,
        }
    }
    Some(run)
}

/// "at the start of their meeting": where "at" stands.
fn edge_of<'s>(surface: &'s Surface, of: usize, first: usize) -> Option<(usize, &'s str)> {
    let edge = of.checked_sub(3).filter(|at| *at >= first && surface.lower(of) == "of")?;
    let noun = matches!(
        surface.lower(of - 1),
        "start" | "beginning" | "opening" | "outset" | "end" | "close" | "conclusion"
    );
    (noun && surface.lower(of - 2) == "the").then(|| (edge, surface.lower(edge)))
}

/// Whom a verb of telling tells something at a meeting.
fn told_person(
    scene: &Scene,
    verb: usize,
    preposition: usize,
    head: usize,
) -> Option<(MemberId, Run)> {
    let cast = scene.cast;
    let tells =
        matches!(cast.surface.lower(verb), "told" | "assured" | "informed" | "telling" | "tells");
    let run = verb + 1..preposition;
    let mention = cast.mentions_in(&run).find(|it| cast.kind(it.who) == EntityKind::Person)?;
    let next = (run.start..mention.run.start).all(|at| {
        let pos = cast.surface.pos(at);
        pos.is_noun() || pos.is_adjective() || pos.is_determiner() || pos == Pos::VerbGerund
    });
    let alone = cast.surface.lower(mention.run.end) != "'s";
    (tells && next && alone && run.len() < 14).then(|| (mention.who, verb..head + 1))
}

/// "Lee, with whom he will hold talks": Lee.
fn with_whom(scene: &Scene, verb: usize, head: usize) -> Option<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let first = surface.sentence(verb).start.max(verb.saturating_sub(7));
    let whom = (first..verb).rev().find(|at| surface.lower(*at) == "whom")?;
    let with = whom.checked_sub(1).filter(|at| *at > first && surface.lower(*at) == "with")?;
    let named = with.checked_sub(1 + usize::from(surface.word(with - 1) == ","))?;
    let mention = cast.mention_at(named)?;
    (cast.kind(mention.who) == EntityKind::Person)
        .then(|| (mention.who, mention.run.start..head + 1))
}

/// "sat down for talks"
fn sits_down(surface: &Surface, preposition: usize) -> bool {
    preposition >= 2
        && surface.lower(preposition - 1) == "down"
        && matches!(surface.lower(preposition - 2), "sat" | "sit" | "sits" | "sitting")
}

fn followed_by_verb(scene: &Scene, head: usize) -> bool {
    let surface = scene.cast.surface;
    surface.pos(head + 1).is_finite_verb()
}
