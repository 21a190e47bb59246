//! Whether two occasions of a text are one: what speaks for and against it, learnt like other
//! decisions, and the merging of those that are.
//!
//! Rules join words for a meeting where one clause or a definite noun tells; what they leave apart
//! is mostly one meeting told of twice ("met with Kim", … "during the talks", … "the summit").

use super::before_that::{are_elsewhere_then, is_before_that, is_long_gone};
use super::called::{bear_names_apart, is_a_meal_beside, is_on_something_else, may_speak_of};
use super::elaborated::{by_officials, by_pointing, by_their_name};
use super::framed::{bring_framed, framed};
use super::gather::join;
use super::in_detail::by_all_of_it;
use super::in_general::is_a_later_one;
use super::occasioned::by_heading;
use super::one_journey::by_journey;
use super::one_name::{by_name, by_place, in_their_meetings, name_of};
use super::pointed::{is_of_another_sort, is_what_they_are_at, tells_of_others};
use super::purpose::by_purpose;
use super::same::{
    began_with, dates_agree, is_another_round, is_at_hand, is_between_others, is_of_its_month,
};
use super::same_day::is_at_another_hour;
use super::same_parties::{by_counterpart, by_parties};
use super::signals::{SignalList, few, so};
use super::visited_by::are_of_other_visitors;
use super::weighed::by_occasion;
use super::{Occasion, PlaceWords, Trigger};
use crate::clauses::verb_group;
use crate::entities::{Cast, MemberId};
use crate::lexicon::Code;
use crate::surface::Run;
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus};
use std::cell::LazyCell;

/// Two occasions as rules leave them, and what the decision on whether they are one rests upon.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    /// The words for the earlier one.
    pub(crate) first: Vec<Run>,
    /// The words for the later one.
    pub(crate) second: Vec<Run>,
    pub(crate) signals: SignalList,
}

/// Words before the name of what is attended.
const ATTENDS: usize = 10;
/// So many words for an occasion are looked at.
const WORDS: usize = 10;
/// How many occasions back another may be the same.
const BACK: usize = 10;
/// How much more must speak for merging than against it.
const DOUBT: i64 = 1024 * 256 / 4;

/// The occasions that are one with an earlier one joined to it; `of_trigger` names for each trigger
/// of an occasion that occasion. Tells of every pair that was looked at if asked.
pub(super) fn merge(
    cast: &mut Cast,
    triggers: &[Trigger],
    of_trigger: &mut [(usize, usize)],
    occasions: &mut Vec<Occasion>,
    lists: &[Option<usize>],
    (spoken, published): (bool, Option<Date>),
    asked: Option<&mut Vec<Pair>>,
) {
    if asked.is_none() && cast.lexicon.decisions.is_empty() {
        return;
    }
    bring_framed(cast, triggers, of_trigger, occasions);
    let of = by_occasion(triggers, of_trigger, occasions.len());
    let sides: Vec<Sides> = occasions.iter().map(|occasion| Sides::of(cast, occasion)).collect();
    let began = LazyCell::new(|| began_with(cast, occasions));
    let framed = framed(cast, triggers, of_trigger, occasions);
    let listed = lists_of(of_trigger, lists, occasions.len());
    let mut told = Vec::new();
    let mut into: Vec<usize> = (0..occasions.len()).collect();
    for later in 1..occasions.len() {
        let mut best: Option<(i64, usize)> = None;
        let tell_of_something_else = |earlier: usize| {
            let mut runs = occasions[later].mentions.iter().take(WORDS);
            runs.any(|run| is_on_something_else(cast, &occasions[earlier], run))
        };
        for earlier in (later.saturating_sub(BACK)..later).rev() {
            let both = Both { cast, occasions, of: &of, sides: &sides, earlier, later };
            let signals = both.signals();
            let [apart, one]: [i64; 2] = cast.lexicon.decisions.scores(signals.iter());
            let margin = one - apart - DOUBT;
            let is_best = margin > 0 && best.is_none_or(|(best, _)| margin > best);
            let may_be = || {
                !told_apart(&occasions[earlier], &occasions[later])
                    && !are_elsewhere_then(cast, &occasions[earlier], &occasions[later])
                    && !of[later].iter().any(|it| is_before_that(cast, &occasions[earlier], it))
                    && !are_journeys_apart(cast, occasions, &of, (earlier, later))
                    && !are_of_other_visitors(cast, &occasions[earlier], &occasions[later])
                    && !bear_names_apart(cast, &occasions[earlier], &occasions[later])
                    && !of[later]
                        .iter()
                        .any(|it| is_a_meal_beside(cast, &occasions[earlier].mentions, &it.run))
                    && !of[later].iter().any(|it| {
                        is_another_round(cast, &occasions[earlier], it)
                            || is_of_its_month(cast, &occasions[earlier], it)
                            || is_long_gone(
                                cast,
                                (&occasions[..later], &occasions[earlier]),
                                it,
                                published,
                            )
                            || is_between_others(cast, &occasions[earlier], it)
                    })
                    && !tell_of_something_else(earlier)
                    && !of[later]
                        .first()
                        .is_some_and(|it| is_at_another_hour(cast, &occasions[earlier], it))
                    && !listed[later].iter().any(|list| listed[earlier].contains(list))
                    && !of[later]
                        .first()
                        .is_some_and(|first| is_done_besides(cast, &occasions[earlier], first))
            };
            if is_best && (!spoken || both.is_likely_in_speech(*began)) && may_be() {
                best = Some((margin, earlier));
            }
            if asked.is_some() {
                told.push(Pair {
                    first: occasions[earlier].mentions.clone(),
                    second: occasions[later].mentions.clone(),
                    signals,
                });
            }
        }
        let named = || {
            by_name(cast, occasions, &of, later)
                .or_else(|| in_their_meetings(cast, occasions, &of, later))
                .or_else(|| by_place(cast, occasions, &of, later))
                .or_else(|| by_all_of_it(cast, occasions, &of, later))
                .or_else(|| by_journey(cast, occasions, &of, later))
                .or_else(|| by_purpose(cast, occasions, &of, later))
                .or_else(|| by_their_name(cast, occasions, &of, later))
                .or_else(|| by_heading(cast, occasions, &of, later))
                .or_else(|| by_pointing(cast, occasions, &of, later))
                .or_else(|| by_officials(cast, occasions, &of, later).filter(|_| !spoken))
                .or_else(|| by_parties(cast, occasions, &of, later, (spoken, published)))
                .or_else(|| by_counterpart(cast, occasions, &of, later))
                .filter(|earlier| !tell_of_something_else(*earlier))
                .filter(|earlier| {
                    !of[later].iter().any(|it| is_of_its_month(cast, &occasions[*earlier], it))
                })
                .filter(|earlier| !told_apart(&occasions[*earlier], &occasions[later]))
                .filter(|earlier| {
                    !are_of_other_visitors(cast, &occasions[*earlier], &occasions[later])
                })
                .filter(|earlier| {
                    !of[later].iter().any(|it| is_before_that(cast, &occasions[*earlier], it))
                })
                .filter(|earlier| !listed[later].iter().any(|it| listed[*earlier].contains(it)))
        };
        if let Some(earlier) = framed[later].or_else(named).or(best.map(|(_, earlier)| earlier)) {
            into[later] = into[earlier];
        }
    }
    if let Some(asked) = asked {
        *asked = told;
    }
    // What was said at a conference is no talks beside it.
    for (later, earlier) in framed.iter().enumerate() {
        let Some(earlier) = *earlier else { continue };
        if occasions[later].kind == MeetingKind::Conference
            && occasions[earlier].kind == MeetingKind::Talks
        {
            occasions[earlier].kind = MeetingKind::Conference;
        }
    }
    for (number, occasion) in of_trigger.iter_mut() {
        if into[*occasion] != *occasion {
            let trigger = &triggers[*number];
            join(cast, &mut occasions[into[*occasion]], trigger);
            *occasion = into[*occasion];
        }
    }
    // Close the gaps.
    let mut place = vec![0; occasions.len()];
    let mut count = 0;
    for at in 0..occasions.len() {
        place[at] = count;
        count += usize::from(into[at] == at);
    }
    for (_, occasion) in of_trigger.iter_mut() {
        *occasion = place[*occasion];
    }
    let mut at = 0;
    occasions.retain_mut(|occasion| {
        at += 1;
        occasion.mentions.sort_by_key(|run| run.start);
        into[at - 1] == at - 1
    });
}

/// "separate calls with Lee and Kim": words of which rules made two occasions tell of two.
fn told_apart(earlier: &Occasion, later: &Occasion) -> bool {
    later.mentions.iter().any(|run| earlier.mentions.contains(run))
}

/// "will travel to Chad from June 23 to 25 … On June 25 she will travel to Lima": two places, each with
/// its days.
fn are_journeys_apart(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    (earlier, later): (usize, usize),
) -> bool {
    let surface = cast.surface;
    let to = |at: usize| {
        let first = of[at].iter().take(WORDS).find(|it| surface.pos(it.head).is_verb())?;
        first.place.as_ref().map(|place| match place {
            PlaceWords::Place(run) => Ok(surface.words(run)),
            PlaceWords::State(state) => Err(*state),
        })
    };
    let is_visit = |at: usize| occasions[at].kind == MeetingKind::Visit;
    let day = |at: usize| occasions[at].when.from.is_some_and(Date::is_day);
    let days = |at: usize| (occasions[at].when.first_day(), occasions[at].when.last_day());
    // "Traveled to Chad, and she traveled to Peru": in two states, whether days are told or not.
    let state = |at: usize| {
        let mut places = of[at].iter().take(WORDS).filter_map(|it| it.place.as_ref());
        places.find_map(|place| state_of_words(cast, place))
    };
    let in_one = occasions[earlier].stops.is_empty() && occasions[later].stops.is_empty();
    let abroad =
        in_one && state(earlier).zip(state(later)).is_some_and(|(one, other)| one != other);
    // A tour is in no one place.
    let is_tour = !occasions[earlier].stops.is_empty();
    let apart = || {
        day(earlier)
            && day(later)
            && days(earlier) != days(later)
            && match (to(earlier), to(later)) {
                (Some(one), Some(other)) => one != other,
                (None, Some(_)) => is_tour,
                _ => false,
            }
    };
    is_visit(earlier) && is_visit(later) && (abroad || apart())
}

/// The state to which words for a place lead, or in which it is known to lie.
fn state_of_words(cast: &Cast, place: &PlaceWords) -> Option<Code> {
    match place {
        PlaceWords::State(state) => cast.member(*state).code,
        PlaceWords::Place(run) => {
            let words: Vec<&str> = run.clone().map(|at| cast.surface.word(at)).collect();
            let (taken, code) = cast.lexicon.places.longest(|at| words.get(at).copied())?;
            code.filter(|_| taken == words.len())
        }
    }
}

/// For each occasion the lists that its words are members of.
fn lists_of(
    of_trigger: &[(usize, usize)],
    lists: &[Option<usize>],
    count: usize,
) -> Vec<Vec<usize>> {
    let mut listed = vec![Vec::new(); count];
    for (number, occasion) in of_trigger {
        if let Some(list) = lists[*number] {
            listed[*occasion].push(list);
            listed[*occasion].dedup();
        }
    }
    listed
}

/// "will lead the delegation to a conference and meet with Lee": a verb that goes on after what many
/// come to tells of something else.
pub(super) fn is_done_besides(cast: &Cast, earlier: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, trigger.head);
    let many = matches!(earlier.kind, MeetingKind::Summit | MeetingKind::Conference);
    let here = surface.sentence(trigger.head);
    // "The two will also meet": besides what was told of them before.
    let from = here.start.max(group.run.start.saturating_sub(1));
    let also = (from..=group.main).any(|at| surface.lower(at) == "also")
        && matches!(surface.lower(trigger.head), "meet" | "met" | "meets");
    if also && earlier.mentions.iter().all(|run| run.end <= trigger.head) {
        return true;
    }
    if is_attended_besides(cast, earlier, trigger) {
        return true;
    }
    // "would decide on his own trip": another than that of whoever was told of before.
    if surface.lower(trigger.head.wrapping_sub(1)) == "own"
        && !trigger.parties.is_empty()
        && !trigger
            .parties
            .iter()
            .any(|(who, _)| earlier.attendance.iter().any(|it| it.who == *who))
    {
        return true;
    }
    let over = matches!(earlier.status, MeetingStatus::Held | MeetingStatus::Ongoing);
    if over && is_a_later_one(cast, trigger) {
        return true;
    }
    // "Then to Seoul for a strategic dialogue with Choi", whom the talks in Tokyo had brought together.
    let indefinite = |at: usize| matches!(surface.lower(at), "a" | "an" | "another");
    let from = trigger.run.start.saturating_sub(2).max(here.start);
    if !trigger.parties.is_empty()
        && (from..trigger.head).any(indefinite)
        && is_of_another_sort(cast, earlier, trigger)
    {
        return true;
    }
    if is_told_then(cast, earlier, trigger) {
        return true;
    }
    many && surface.pos(trigger.head).is_verb()
        && trigger.parties.iter().any(|(who, _)| cast.kind(*who) == EntityKind::Person)
        && group.run.start > here.start
        && surface.lower(group.run.start - 1) == "and"
        && earlier.mentions.iter().any(|run| here.contains(&run.start) && run.end < trigger.head)
}

/// "will have talks with Lee and then take part in the meeting": one after the other.
fn is_told_then(cast: &Cast, earlier: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let here = surface.sentence(trigger.head);
    let last = earlier.mentions.iter().take(WORDS).map(|run| run.end).max().unwrap_or(0);
    let then = |at: usize| {
        surface.lower(at) == "then" && matches!(surface.lower(at - 1), "and" | "," | "before")
    };
    earlier.kind != MeetingKind::Visit
        && trigger.kind != MeetingKind::Visit
        && here.contains(&last)
        && (last + 1..trigger.run.start).any(then)
}

/// "She will meet with Chadian officials. She will lead the delegation to the U.S.-Chad Dialogue": what
/// bears a name and is attended is another thing than that some are met.
fn is_attended_besides(cast: &Cast, earlier: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let here = surface.sentence(trigger.head);
    if surface.pos(trigger.head).is_verb()
        || !surface.is_capital(trigger.head)
        || trigger.kind == MeetingKind::Visit
        || name_of(cast, trigger).is_empty()
    {
        return false;
    }
    let met = |run: &Run| {
        surface.pos(run.end - 1).is_verb()
            && surface.lower(run.end - 1).starts_with("me")
            && !here.contains(&run.start)
    };
    let from = here.start.max(trigger.run.start.saturating_sub(ATTENDS));
    let attends = |at: usize| {
        let word = surface.lower(at);
        ["attend", "chair", "co-chair", "co-lead", "lead", "participat"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    earlier.mentions.iter().take(WORDS).all(met) && (from..trigger.run.start).any(attends)
}

/// Who takes part in an occasion, and for whom.
struct Sides {
    persons: Vec<MemberId>,
    sides: Vec<MemberId>,
}

impl Sides {
    fn of(cast: &Cast, occasion: &Occasion) -> Self {
        let (mut persons, mut sides) = (Vec::new(), Vec::new());
        for who in occasion.attendance.iter().map(|attend| attend.who) {
            if cast.kind(who) == EntityKind::Person {
                persons.push(who);
            }
            if let Some(side) = cast.side_of(who)
                && !sides.contains(&side)
            {
                sides.push(side);
            }
        }
        Self { persons, sides }
    }
}

/// Shared, and how: none known of one, none, some, all of one.
fn shared(a: &[MemberId], b: &[MemberId]) -> &'static str {
    let common = a.iter().filter(|who| b.contains(who)).count();
    match (a.len(), b.len()) {
        (0, 0) => "unknown",
        (0, _) | (_, 0) => "one",
        _ if common == 0 => "none",
        (1, 1) => "the one",
        _ if common == a.len() && common == b.len() => "all",
        _ if common == a.len() || common == b.len() => {
            if common == 1 {
                "within one"
            } else {
                "within"
            }
        }
        _ => "some",
    }
}

/// Two occasions that may be one.
struct Both<'b, 'c, 'a, 't> {
    cast: &'b Cast<'a, 't>,
    occasions: &'b [Occasion],
    of: &'b [Vec<&'c Trigger>],
    sides: &'b [Sides],
    earlier: usize,
    later: usize,
}

impl Both<'_, '_, '_, '_> {
    fn signals(&self) -> SignalList {
        let surface = self.cast.surface;
        let (a, b) = (&self.occasions[self.earlier], &self.occasions[self.later]);
        let (ta, tb) = (&self.of[self.earlier], &self.of[self.later]);
        let mut signals = SignalList::new();
        let mut put = |parts: &[&str]| signals.put(parts);
        put(&["same"]);
        let (Some(first), Some(new)) = (ta.first(), tb.first()) else { return signals };
        let near = ta.iter().min_by_key(|trigger| trigger.head.abs_diff(new.head));
        let near = near.unwrap_or(first);
        let word = |trigger: &Trigger| surface.lower(trigger.head);
        let (old_word, new_word) = (word(near), word(new));
        let heads =
            if ta.iter().any(|trigger| word(trigger) == new_word) { "like" } else { "unlike" };
        put(&["same heads", old_word, new_word]);
        put(&["same head", heads]);
        put(&["same new", new_word]);
        let kinds = if a.kind == b.kind { "like" } else { "unlike" };
        put(&["same kinds", a.kind.as_str(), b.kind.as_str()]);
        put(&["same statuses", a.status.as_str(), b.status.as_str()]);
        let sure = |trigger: &Trigger| if trigger.certain { "certain" } else { "open" };
        put(&["same sure", sure(near), sure(new)]);
        let when = self.when();
        put(&["same when", when]);
        let place = match (a.place, b.place) {
            (None, None) => "unknown",
            (Some(a), Some(b)) if a == b => "like",
            (Some(_), Some(_)) => "unlike",
            _ => "one",
        };
        put(&["same place", place, a.kind.as_str()]);
        let persons = shared(&self.sides[self.earlier].persons, &self.sides[self.later].persons);
        let sides = shared(&self.sides[self.earlier].sides, &self.sides[self.later].sides);
        put(&["same persons", persons]);
        put(&["same sides", sides]);
        put(&["same who", persons, sides]);
        put(&["same parties", few(self.count(self.earlier)), few(self.count(self.later))]);
        let verb =
            |trigger: &Trigger| if surface.pos(trigger.head).is_verb() { "verb" } else { "noun" };
        put(&["same told", verb(near), verb(new)]);
        let how = if surface.pos(new.head).is_verb() {
            "verb"
        } else if new.definite {
            "definite"
        } else {
            "open"
        };
        put(&["same how", how, heads, sides]);
        put(&["same how", how, kinds, when]);
        put(&["same kinds", kinds, heads, persons, when]);
        put(&["same sides", sides, when, b.kind.as_str()]);
        let left = |trigger: &Trigger, back: usize| {
            let at = trigger.run.start.checked_sub(back)?;
            (surface.sentence_of(at) == surface.sentence_of(trigger.head))
                .then(|| surface.lower(at))
        };
        for (back, signal) in [(1, "same left1"), (2, "same left2")] {
            put(&[signal, left(new, back).unwrap_or("<start>")]);
        }
        let sentence = surface.sentence(new.head);
        let mut before = new.head.saturating_sub(8).max(sentence.start)..new.head;
        if before.any(|at| matches!(surface.lower(at), "also" | "later" | "then" | "separately")) {
            put(&["same also", how]);
        }
        put(&["same begins", surface.lower(new.run.start)]);
        let names = match (a.names.is_empty(), b.names.is_empty()) {
            (true, true) => "unnamed",
            (false, false) if a.names.iter().any(|name| b.names.contains(name)) => "like",
            (false, false) => "unlike",
            (false, true) => "first",
            (true, false) => "second",
        };
        put(&["same names", names, how]);
        put(&["same names", names, heads, kinds]);
        let far = surface.sentence_of(new.head).abs_diff(surface.sentence_of(near.head));
        put(&["same far", few(far.min(6))]);
        put(&["same far", few(far.min(3)), how]);
        put(&["same between", few((self.later - self.earlier).min(5))]);
        put(&["same between", few((self.later - self.earlier).min(3)), heads]);
        let quoted = surface.quotation_of(new.head).is_some();
        if quoted {
            put(&["same quoted", so(surface.quotation_of(near.head).is_some())]);
        }
        if surface.sentence_of(first.head) < 2 {
            put(&["same lead"]);
            put(&["same lead", how, heads]);
        }
        put(&["same mentions", few(ta.len().min(3))]);
        if new.weak || new.marked || near.marked {
            put(&["same marked", so(near.marked), so(new.marked)]);
        }
        let to = |trigger: &Trigger| match &trigger.place {
            Some(PlaceWords::Place(run)) => Some(surface.words(run)),
            _ => None,
        };
        if let (Some(a), Some(b)) = (to(near), to(new)) {
            put(&["same venue", so(a == b)]);
        }
        signals
    }

    /// Whether two that are told of in speech may be one: they share persons and no day tells them
    /// apart, or one is told of shortly after the other, and nobody else was there. `began` is the
    /// one with which the speaker began.
    fn is_likely_in_speech(&self, began: Option<usize>) -> bool {
        let (a, b) = (&self.occasions[self.earlier], &self.occasions[self.later]);
        let may_be = self.of[self.later].iter().all(|it| {
            may_speak_of(self.cast, a, it)
                && !is_what_they_are_at(self.cast, a, it)
                && (it.kind == MeetingKind::Visit
                    || !is_of_another_sort(self.cast, a, it) && !tells_of_others(self.cast, a, it))
        });
        if !may_be || !dates_agree(&a.when, &b.when) {
            return false;
        }
        let (one, other) = (&self.sides[self.earlier], &self.sides[self.later]);
        let common = one.persons.iter().filter(|who| other.persons.contains(who)).count();
        let nested = common == one.persons.len() || common == other.persons.len();
        let at_hand = self.of[self.later].iter().any(|it| is_at_hand(self.cast, a, it));
        // "The talks today" may be those with which the speaker began.
        let began = b.when.from.is_some_and(Date::is_day) && began == Some(self.earlier);
        nested && (at_hand || common >= 2 || began)
    }

    fn count(&self, at: usize) -> usize {
        self.occasions[at].attendance.len().min(4)
    }

    /// How their days stand to one another.
    fn when(&self) -> &'static str {
        let (a, b) = (&self.occasions[self.earlier].when, &self.occasions[self.later].when);
        match (a.is_unknown(), b.is_unknown()) {
            (true, true) => "unknown",
            (true, false) => "second",
            (false, true) => "first",
            _ if a.first_day().is_none() || b.first_day().is_none() => "vague",
            _ if a.first_day() == b.first_day() && a.last_day() == b.last_day() => "like",
            _ if dates_agree(a, b) => "near",
            _ => "unlike",
        }
    }
}
