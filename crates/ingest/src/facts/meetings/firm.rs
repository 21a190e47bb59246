//! Words that leave no doubt of how a meeting stands, whatever else speaks for another reading.

use super::fell_through::{held_after_all, never_began};
use super::invited_to::is_yet_invited_to;
use crate::clauses::{VerbGroup, subject_before, verb_group, verb_groups};
use crate::entities::Cast;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingStatus};

/// So many words may a noun's phrase have before it.
const LONGEST: usize = 14;
/// So many words behind a noun its clause is looked through.
const CLAUSE: usize = 16;

/// And so many through which it is looked for a time to come.
const SOON: usize = 8;

/// "the summit, due to conclude on Sunday", "the talks, which are to end today": what has an end ahead
/// goes on.
pub(super) fn is_to_end(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let end = sentence.end.min(run.end + CLAUSE);
    let verb = (run.end..end).find(|at| surface.pos(*at) == Pos::VerbBase);
    verb.is_some_and(|verb| {
        let group = verb_group(surface, verb);
        let told = surface.lower(group.run.start.wrapping_sub(1));
        group.future
            && !group.negated
            && matches!(surface.lower(verb), "close" | "conclude" | "end" | "finish" | "wrap")
            && !matches!(told, "he" | "she" | "they")
            // "began on Tuesday and will end on Friday"
            && !(run.end..group.run.start)
                .any(|at| surface.pos(at).is_finite_verb() && !is_beginning(surface.lower(at)))
            && cast
                .mentions_in(&(run.end..group.run.start))
                .all(|it| !matches!(cast.kind(it.who), EntityKind::Person))
    })
}

fn is_beginning(word: &str) -> bool {
    matches!(word, "began" | "convened" | "opened" | "resumed" | "started")
}

/// "tightened security ahead of Lee's visit", "may test a missile before the visit of Lee": what something
/// is done before, and what is to be done before something, is to come.
pub(super) fn is_awaited(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(LONGEST));
    let is_of_it = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_proper()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
            || cast.mention_at(*at).is_some()
            || matches!(surface.word(*at), "'s" | "’s" | "-")
    };
    let Some(at) = (first..run.start).rev().find(|at| !is_of_it(at)) else { return false };
    let ahead = surface.lower(at) == "of" && at > first && surface.lower(at - 1) == "ahead";
    let before = surface.lower(at) == "before" && at > first && {
        let verb = (surface.sentence(at).start.max(at.saturating_sub(3 * LONGEST))..at)
            .rev()
            .find(|at| surface.pos(*at).is_verb() && cast.mention_at(*at).is_none());
        verb.is_some_and(|verb| {
            let group = verb_group(surface, verb);
            let done = group.run.clone().any(|at| surface.lower(at) == "have");
            (group.future || group.modal) && !done
        })
    };
    ahead || before
}

/// "will open a school, following the successful dialogue": what something comes after and was a success is
/// over, though what comes after it is not. `phrase`: the words before those for the meeting.
fn follows_what_was(surface: &Surface, phrase: &Run) -> bool {
    let is_of_it = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun() || pos.is_adjective() || pos.is_proper() || surface.lower(*at) == "'s"
    };
    let Some(the) = phrase.clone().rev().find(|at| !is_of_it(at)) else { return false };
    let success = |at: usize| {
        matches!(surface.lower(at), "historic" | "productive" | "recent" | "successful")
    };
    the > phrase.start
        && matches!(surface.lower(the), "her" | "his" | "last" | "our" | "the" | "their")
        && matches!(surface.lower(the - 1), "after" | "following")
        && (the + 1..phrase.end).any(success)
}

/// "have held a second round of", "had concluded": what somebody has held is over. `phrase`: the words
/// before those for the meeting.
fn has_been_held(cast: &Cast, phrase: &Run) -> bool {
    let surface = cast.surface;
    let ends = |at: &usize| {
        matches!(surface.word(*at), "," | ";" | ":" | "—") || surface.lower(*at) == "to"
    };
    let verb = phrase
        .clone()
        .rev()
        .take_while(|at| !ends(at))
        .find(|at| surface.pos(*at).is_verb() && cast.mention_at(*at).is_none());
    verb.is_some_and(|verb| {
        let group = verb_group(surface, verb);
        matches!(surface.lower(verb), "held" | "concluded" | "completed")
            && !(group.negated || group.passive || group.modal || group.future || group.infinitive)
            && group.run.clone().any(|at| matches!(surface.lower(at), "have" | "has" | "had"))
            && is_one_phrase(cast, &(verb + 1..phrase.end))
    })
}

/// "a second round of indirect": whether words stand before a noun in one phrase with it. "Has held firm in
/// its refusal of talks", "held up the talks", "held a vote on talks" hold something else.
fn is_one_phrase(cast: &Cast, words: &Run) -> bool {
    let surface = cast.surface;
    let part_of_it = |at: usize| {
        let pos = surface.pos(at);
        let before = at.checked_sub(1).map_or("", |at| surface.lower(at));
        match surface.lower(at) {
            "no" | "that" | "those" => false,
            "and" => true,
            "of" => matches!(
                before,
                "day" | "days" | "hours" | "round" | "rounds" | "series" | "session" | "sessions"
            ),
            _ if pos.is_adverb() => surface.pos(at + 1).is_adjective(),
            _ => {
                pos.is_noun()
                    || pos.is_adjective()
                    || pos.is_determiner()
                    || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
                    || matches!(pos, Pos::VerbParticiple | Pos::VerbGerund)
                    || cast.mention_at(at).is_some()
                    || surface.word(at) == "-"
            }
        }
    };
    words.clone().all(part_of_it)
}

/// What words leave no doubt of: "on the eve of a summit", "the announcement of his visit", "the summit,
/// due to conclude on Sunday", "the summit ended on Sunday".
pub(super) fn beyond_doubt(cast: &Cast, run: &Run) -> Option<MeetingStatus> {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let phrase = run.start.saturating_sub(LONGEST).max(sentence.start)..run.start;
    let eve = phrase
        .clone()
        .rev()
        .take_while(|at| !surface.pos(*at).is_verb() && surface.word(*at) != ",")
        .find(|at| surface.lower(*at) == "of")
        .is_some_and(|of| {
            of > phrase.start && matches!(surface.lower(of - 1), "eve" | "announcement")
        });
    if eve {
        return Some(MeetingStatus::Planned);
    }
    if follows_what_was(surface, &phrase) || has_been_held(cast, &phrase) {
        return Some(MeetingStatus::Held);
    }
    // "Lee is in Lima for a summit"
    if run.len() > 1
        && matches!(surface.lower(run.start), "is" | "are")
        && surface.lower(run.end - 1) == "in"
    {
        return Some(MeetingStatus::Ongoing);
    }
    if never_began(surface, run) {
        return Some(MeetingStatus::Cancelled);
    }
    if held_after_all(surface, run) {
        return Some(MeetingStatus::Held);
    }
    // "invited Lee to Lima"
    let invites = matches!(surface.lower(run.start), "invite" | "invited" | "invites");
    if is_yet_invited_to(cast, run) || invites && surface.pos(run.start).is_verb() && run.len() == 1
    {
        return Some(MeetingStatus::Proposed);
    }
    if is_put_off(surface, run) {
        return Some(MeetingStatus::Planned);
    }
    // "his visit to Chad later this year"
    let verb = (run.end..sentence.end).find(|at| surface.pos(*at).is_verb());
    let phrase = run.end..verb.unwrap_or(sentence.end).min(run.end + SOON);
    if phrase.clone().any(|at| surface.reads(at, &["later", "this"])) {
        return Some(MeetingStatus::Planned);
    }
    if is_to_end(cast, run) {
        return Some(MeetingStatus::Ongoing);
    }
    by_its_clause(cast, run)
}

/// What the clause tells whose subject the words for a meeting are.
pub(super) fn by_its_clause(cast: &Cast, run: &Run) -> Option<MeetingStatus> {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    let end = sentence.end.min(run.end + CLAUSE);
    // "The talks, which were to begin on Monday, have been postponed"
    let aside = surface.word(run.end) == ",";
    let closed = (run.end + 1..end).find(|at| aside && surface.word(*at) == ",");
    let from = closed.unwrap_or(run.end);
    let end = sentence.end.min(from + CLAUSE);
    let verb = (from..end).find(|at| surface.pos(*at).is_finite_verb())?;
    // "were" of "were postponed" and "have" of "have broken down" are no verbs of their own.
    let groups = verb_groups(surface, &(verb..end.max(verb + 1)));
    let own = groups.into_iter().find(|group| group.run.contains(&verb));
    let group = own.unwrap_or_else(|| verb_group(surface, verb));
    let main = group.main;
    // "The talks have broken down", "collapsed on Sunday": they were held all the same.
    let over = matches!(
        surface.lower(main),
        "ended" | "concluded" | "closed" | "collapsed" | "failed" | "faltered"
    ) || surface.reads(main, &["wrapped", "up"])
        || surface.reads(main, &["broke", "down"])
        || surface.reads(main, &["broken", "down"]);
    // "The talks, brokered by Chad, are due to resume"
    let to_come = matches!(surface.lower(verb), "is" | "are")
        && matches!(surface.lower(verb + 1), "due" | "expected" | "scheduled" | "set" | "slated")
        && (surface.lower(verb + 2) == "to"
            && matches!(
                surface.lower(verb + 3),
                "begin" | "open" | "reconvene" | "resume" | "start"
            )
            || is_told_for(surface, verb + 2));
    // "The talks were postponed": to a day that is yet to be told.
    let put_off = matches!(surface.lower(main), "delayed" | "postponed" | "rescheduled");
    let put_off = put_off && group.passive && !is_for_good(surface, main, sentence.end);
    let over = over && !group.passive && !never_began(surface, run) && !fails_somebody(cast, main)
        || was_a_success(surface, main);
    // "The talks, which Chad boycotted, were held in Lima."
    let was = group.run.clone().any(|at| matches!(surface.lower(at), "was" | "were"));
    let held = was
        && surface.lower(main + 1) != "up"
        && matches!(
            surface.lower(main),
            "attended" | "brokered" | "chaired" | "held" | "hosted" | "mediated"
        );
    let held = held
        || matches!(surface.lower(main), "took" | "went")
            && matches!(surface.lower(main + 1), "place" | "ahead");
    let over = over || held;
    let own = |group: &VerbGroup| {
        !(group.modal || group.negated || group.future)
            && subject_before(surface, verb, &|at| cast.ends_mention(at))
                .is_some_and(|subject| subject.start <= run.start && run.end <= subject.end)
            // "The talks between Chad and Mali were"
            || !(group.modal || group.negated || group.future)
                && (run.start <= sentence.start + 2 || is_said(cast, run.start))
                && surface.lower(run.end) == "between"
                && !(run.end..verb).any(|at| matches!(surface.word(at), "," | "that" | "who"))
    };
    if !(to_come || put_off || over) || !own(&group) {
        return None;
    }
    Some(if over && !to_come { MeetingStatus::Held } else { MeetingStatus::Planned })
}

/// "The visit was a success", "proved fruitful": what somebody looks back on.
fn was_a_success(surface: &Surface, verb: usize) -> bool {
    let looks_back = matches!(surface.lower(verb), "was" | "were" | "been" | "proved");
    looks_back
        && (verb + 1..verb + 4).any(|at| {
            matches!(
                surface.lower(at),
                "constructive" | "fruitful" | "productive" | "success" | "successful" | "useful"
            )
        })
}

/// "said a meeting", "said that a meeting": whether a clause begins with the words that begin at a token.
fn is_said(cast: &Cast, start: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(start).start;
    let mut before = (first..start)
        .rev()
        .take(3)
        .filter(|at| !surface.pos(*at).is_determiner() && !surface.pos(*at).is_adjective());
    before.next().is_some_and(|at| {
        surface.lower(at) == "that" || cast.lexicon.verbs.contains(surface.lower(at))
    })
}

/// "is expected in late October", "is scheduled for Monday", "is expected.": at a token, when something
/// is to be, or that no more is told.
fn is_told_for(surface: &Surface, at: usize) -> bool {
    at >= surface.sentence(at.saturating_sub(1)).end
        || matches!(
            surface.lower(at),
            "." | "around"
                | "at"
                | "early"
                | "for"
                | "in"
                | "late"
                | "later"
                | "next"
                | "on"
                | "soon"
                | "this"
        )
}

/// "The conference failed Chad", "failed the people": what fails somebody may go on.
fn fails_somebody(cast: &Cast, verb: usize) -> bool {
    let surface = cast.surface;
    let next = verb + 1;
    surface.lower(verb) == "failed"
        && (cast.mention_at(next).is_some()
            || matches!(
                surface.lower(next),
                "her" | "him" | "its" | "the" | "their" | "them" | "us"
            ))
}

/// "postponed indefinitely", "until further notice", behind a token.
fn is_for_good(surface: &Surface, at: usize, end: usize) -> bool {
    (at..end.min(at + SOON))
        .any(|at| surface.lower(at) == "indefinitely" || surface.reads(at, &["further", "notice"]))
}

/// "postponed a visit to Lima", "delayed her trip by a week": what somebody puts off is to come.
fn is_put_off(surface: &Surface, run: &Run) -> bool {
    let sentence = surface.sentence(run.start);
    let first = sentence.start.max(run.start.saturating_sub(LONGEST));
    let of_it = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
    };
    let verb = (first..run.start).rev().find(|at| !of_it(at));
    verb.is_some_and(|verb| {
        let group = verb_group(surface, verb);
        matches!(surface.lower(verb), "delayed" | "postponed")
            && surface.pos(verb).is_verb()
            && !(group.passive || group.negated || group.modal)
            && !is_for_good(surface, run.end, sentence.end)
            && !is_for_hours(surface, run.end, sentence.end)
    })
}

/// "A meeting with Lee is not planned", "No talks are envisaged": somebody says that there will be none.
pub(super) fn is_not_planned(surface: &Surface, run: &Run) -> bool {
    let sentence = surface.sentence(run.start);
    let end = sentence.end.min(run.end + CLAUSE);
    let Some(verb) = (run.end..end).find(|at| surface.pos(*at).is_finite_verb()) else {
        return false;
    };
    let group = verb_group(surface, verb);
    let first = sentence.start.max(run.start.saturating_sub(3));
    let none = (first..run.start).any(|at| surface.lower(at) == "no");
    let so = (verb + 1..end)
        .find(|at| !surface.pos(*at).is_adverb() && !matches!(surface.lower(*at), "not" | "n't"))
        .unwrap_or(end);
    let negated = none || (verb..so).any(|at| matches!(surface.lower(at), "not" | "n't"));
    matches!(surface.lower(verb), "is" | "are")
        && group.run.start == verb
        && negated
        && !(run.end..verb).any(|at| matches!(surface.word(at), "," | "that" | "who" | "which"))
        && matches!(surface.lower(so), "envisaged" | "foreseen" | "planned" | "scheduled")
        && surface.lower(so + 1) != "to"
}

/// "There are no plans for a meeting between Lee and Kim."
pub(super) fn are_no_plans_for(surface: &Surface, run: &Run) -> bool {
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(6));
    let own = |at: &usize| surface.pos(*at).is_determiner() || surface.pos(*at).is_adjective();
    let Some(of) = (first..run.start).rev().find(|at| !own(at)) else { return false };
    surface.lower(of) == "for"
        && of > first + 1
        && surface.lower(of - 1) == "plans"
        && matches!(surface.lower(of - 2), "no" | "any")
}

/// "delayed the summit by an hour": it is held on its day.
fn is_for_hours(surface: &Surface, at: usize, end: usize) -> bool {
    let hours = |at: usize| matches!(surface.lower(at), "hour" | "hours" | "minute" | "minutes");
    let mut by = (at..end.min(at + CLAUSE)).filter(|at| surface.lower(*at) == "by");
    by.any(|by| (by + 1..end.min(by + 4)).any(hours))
}
