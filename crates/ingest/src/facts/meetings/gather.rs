//! The mentions of one occasion brought together, and its attendance settled.

use super::absence::ties;
use super::nouns::noun_trigger;
use super::scene::Scene;
use super::verbs::verb_trigger;
use super::{Attend, Occasion, PlaceWords, Trigger};
use crate::entities::{Cast, MemberId};
use crate::mentions::DateMention;
use crate::surface::Run;
use chancery_model::{AttendanceStatus, Date, EntityKind, MeetingKind, MeetingStatus, When};

/// Reads the meetings of an article, in order of their first mention.
pub(crate) fn meetings(
    cast: &mut Cast,
    dates: &[DateMention],
    published: Option<Date>,
    headers: &[bool],
    release: bool,
    location: Option<Run>,
) -> Vec<Occasion> {
    let triggers = triggers(&Scene { cast, dates, published, release }, headers);
    let mut occasions: Vec<Occasion> = Vec::new();
    let mut first_heads: Vec<usize> = Vec::new();
    let mut of_trigger: Vec<(usize, usize)> = Vec::new();
    for (number, trigger) in triggers.iter().enumerate() {
        let before = of_trigger.last().map(|(number, at)| (&triggers[*number], *at));
        let same_clause = before.filter(|(earlier, at)| {
            trigger.after_verb
                && cast.surface.pos(earlier.head).is_verb()
                && earlier.head < trigger.head
                && trigger.head - earlier.head < 26
                && cast.surface.sentence_of(earlier.head) == cast.surface.sentence_of(trigger.head)
                && kinds_agree(occasions[*at].kind, trigger, "meeting")
                && !earlier.margins
                && trigger.kind != MeetingKind::Visit
        });
        let known =
            same_clause.map(|(_, at)| at).or_else(|| same_occasion(cast, &occasions, trigger));
        if let Some((_, at)) = same_clause
            && trigger.kind != MeetingKind::Talks
        {
            occasions[at].kind = trigger.kind;
        }
        let at = match known {
            Some(at) => at,
            None if trigger.weak => continue,
            None => {
                occasions.push(Occasion {
                    kind: trigger.kind,
                    status: trigger.status,
                    when: When::default(),
                    place: None,
                    mentions: Vec::new(),
                    names: Vec::new(),
                    stops: trigger.stops.clone(),
                    attendance: Vec::new(),
                });
                first_heads.push(trigger.head);
                occasions.len() - 1
            }
        };
        join(cast, &mut occasions[at], trigger);
        of_trigger.push((number, at));
    }
    // "on the sidelines of the summit": whoever met there was at the summit too.
    for pair in of_trigger.windows(2) {
        let (number, at) = pair[0];
        let (next, host) = pair[1];
        if triggers[number].margins
            && at != host
            && triggers[next].head > triggers[number].head
            && triggers[next].head - triggers[number].head < 30
        {
            // Of two sides that met there; many who meet on the margins hold a meeting of their own.
            let parties = if occasions[at].attendance.len() > 4 {
                Vec::new()
            } else {
                occasions[at].attendance.clone()
            };
            let status = occasions[host].taking_part();
            for attend in parties {
                occasions[host].attend(Attend { status, ..attend }, false);
            }
            let (when, place) = (occasions[at].when, occasions[host].place);
            if occasions[host].when.is_unknown() {
                occasions[host].when = when;
            } else if occasions[at].when.is_unknown() {
                occasions[at].when = occasions[host].when;
            }
            if occasions[at].place.is_none() {
                occasions[at].place = place;
            }
        }
    }
    let spots: Vec<(usize, usize)> =
        of_trigger.iter().map(|(number, at)| (triggers[*number].head, *at)).collect();
    ties(cast, &mut occasions, &spots);
    let legs: Vec<Leg> = of_trigger
        .iter()
        .map(|(number, occasion)| {
            let trigger = &triggers[*number];
            Leg { head: trigger.head, occasion: *occasion, place: trigger.place.clone() }
        })
        .collect();
    inherit(cast, &mut occasions, &legs);
    if let Some(place) = location {
        // A header's location line gives the place of what it is the header of.
        let here = occasions.iter_mut().find(|occasion| {
            occasion.place.is_none()
                && matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing)
                && !matches!(occasion.kind, MeetingKind::Call | MeetingKind::Visit)
        });
        if let Some(occasion) = here {
            occasion.place = Some(cast.place(place));
        }
    }
    for occasion in &mut occasions {
        bring_sides(cast, occasion);
    }
    occasions.retain(|occasion| !occasion.mentions.is_empty());
    occasions
}

fn triggers(scene: &Scene, headers: &[bool]) -> Vec<Trigger> {
    let mut triggers = Vec::new();
    let mut at = 0;
    while at < scene.cast.surface.len() {
        let header = headers.get(at).copied().unwrap_or(false);
        let found =
            if header { None } else { noun_trigger(scene, at).or_else(|| verb_trigger(scene, at)) };
        at = found.as_ref().map_or(at + 1, |trigger| trigger.head.max(at) + 1);
        triggers.extend(found.into_iter().flat_map(one_at_a_time));
    }
    triggers
}

/// "separate calls with A and B": a call with each.
fn one_at_a_time(trigger: Trigger) -> Vec<Trigger> {
    if trigger.apart.len() < 2 {
        return vec![trigger];
    }
    let with = |who: &MemberId| {
        let mut one = trigger.clone();
        one.parties.retain(|(party, _)| party == who || !trigger.apart.contains(party));
        one
    };
    trigger.apart.iter().map(with).collect()
}

/// Kinds that one noun may stand for.
fn kinds_agree(known: MeetingKind, trigger: &Trigger, word: &str) -> bool {
    let sitting = |kind| {
        matches!(
            kind,
            MeetingKind::Talks
                | MeetingKind::Summit
                | MeetingKind::Conference
                | MeetingKind::Consultation
        )
    };
    match word {
        "talks" | "negotiations" | "discussions" | "discussion" => matches!(
            known,
            MeetingKind::Talks | MeetingKind::Consultation | MeetingKind::Conference
        ),
        "conversation" => matches!(known, MeetingKind::Talks | MeetingKind::Call),
        "meeting" | "session" | "met" | "meet" | "dialogue" => {
            sitting(known) || known == MeetingKind::Call && word == "meeting"
        }
        _ => {
            known == trigger.kind
                || sitting(known) && sitting(trigger.kind) && trigger.kind == MeetingKind::Talks
        }
    }
}

/// The occasion that a trigger speaks of, if it is one known already.
fn same_occasion(cast: &Cast, occasions: &[Occasion], trigger: &Trigger) -> Option<usize> {
    let word = cast.surface.lower(trigger.head);
    // "will then travel to Cairo": a leg of the tour that was told of as a whole.
    if trigger.kind == MeetingKind::Visit
        && let Some(PlaceWords::Place(run)) = &trigger.place
    {
        let leg = cast.surface.words(run);
        let tour = occasions.iter().rposition(|occasion| {
            occasion.stops.iter().any(|stop| stop == leg)
                && status_agrees(occasion.status, trigger.status, true)
                && trigger
                    .parties
                    .iter()
                    .any(|(who, _)| occasion.attendance.iter().any(|attend| attend.who == *who))
        });
        if tour.is_some() {
            return tour;
        }
    }
    find_occasion(cast, occasions, trigger, word, true)
        // "that summit", its status left open: also one that is still to come.
        .or_else(|| {
            if trigger.definite && !trigger.certain {
                find_occasion(cast, occasions, trigger, word, false)
            } else {
                None
            }
        })
}

fn find_occasion(
    cast: &Cast,
    occasions: &[Occasion],
    trigger: &Trigger,
    word: &str,
    by_status: bool,
) -> Option<usize> {
    let near = occasions.len().saturating_sub(30);
    let fits = |occasion: &Occasion| {
        kinds_agree(occasion.kind, trigger, word)
            && dates_agree(&occasion.when, &trigger.when)
            && (!by_status || status_agrees(occasion.status, trigger.status, trigger.definite))
            && places_agree(cast, occasion, trigger)
            && names_agree(occasion, trigger)
    };
    let persons = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let principal = |list: Vec<MemberId>| -> Vec<MemberId> {
        let named: Vec<MemberId> = list.iter().copied().filter(persons).collect();
        if named.is_empty() { list } else { named }
    };
    let new: Vec<MemberId> = principal(trigger.parties.iter().map(|(who, _)| *who).collect());
    let indefinite =
        matches!(cast.surface.lower(trigger.run.start.wrapping_sub(1)), "a" | "an" | "another")
            || matches!(cast.surface.lower(trigger.run.start), "a" | "an" | "another");
    (near..occasions.len()).rev().find(|at| {
        let occasion = &occasions[*at];
        if !fits(occasion) {
            return false;
        }
        let old: Vec<MemberId> =
            principal(occasion.attendance.iter().map(|attend| attend.who).collect());
        let shared = new.iter().filter(|who| old.contains(who)).count();
        let contained =
            new.iter().all(|who| old.contains(who)) || old.iter().all(|who| new.contains(who));
        if trigger.definite || trigger.weak {
            // "the talks" may add a party but not replace them all.
            // "the meeting between Chad and Mali" is none that lacks one of them.
            let between = trigger.parties.len() > 1
                && cast.surface.lower(trigger.head + 1) == "between"
                && !old.is_empty()
                && !contained
                && !same_sides_all(cast, &new, &old);
            // A gathering of many may be joined by more: "At the conference, Lee said".
            let many = matches!(occasion.kind, MeetingKind::Conference | MeetingKind::Summit)
                && occasion.kind == trigger.kind
                && word != "meeting"
                && !new.iter().any(|who| cast.kind(*who) == EntityKind::Organization);
            return many
                || !between
                    && (new.is_empty()
                        || old.is_empty()
                        || shared > 0
                        || same_sides(cast, &new, &old));
        }
        if new.is_empty() {
            // Bare "talks" again, or "this week's meeting": dated like the one known.
            return !indefinite
                && !trigger.when.is_unknown()
                && !occasion.when.is_unknown()
                && trigger.place.is_none();
        }
        let visit = trigger.kind == MeetingKind::Visit;
        contained
            && (shared >= 2
                || visit
                    && shared >= 1
                    && !old.is_empty()
                    && trigger_place_known(cast, occasion, trigger))
            && (trigger.status == occasion.status)
    })
}

fn trigger_place_known(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    match &trigger.place {
        Some(PlaceWords::State(state)) => occasion.place == Some(*state),
        Some(PlaceWords::Place(run)) => {
            occasion.place.is_some_and(|place| cast.member(place).name == cast.surface.words(run))
        }
        None => true,
    }
}

/// "Russia and the United States" and "Rubio and Lavrov" are the same sides.
fn same_sides(cast: &Cast, new: &[MemberId], old: &[MemberId]) -> bool {
    let sides = |list: &[MemberId]| -> Vec<MemberId> {
        list.iter().filter_map(|who| cast.side_of(*who)).collect()
    };
    let (new, old) = (sides(new), sides(old));
    new.iter().any(|side| old.contains(side))
}

/// Whether every side of the new parties is among the old.
fn same_sides_all(cast: &Cast, new: &[MemberId], old: &[MemberId]) -> bool {
    let old: Vec<MemberId> = old.iter().filter_map(|who| cast.side_of(*who)).collect();
    new.iter().all(|who| cast.side_of(*who).is_some_and(|side| old.contains(&side)))
}

/// A meeting with a name of its own is not one that bears another name, or none.
fn names_agree(occasion: &Occasion, trigger: &Trigger) -> bool {
    trigger.name.is_empty()
        || trigger.name.iter().any(|name| occasion.names.contains(name))
        || (occasion.names.is_empty()
            && trigger
                .parties
                .iter()
                .any(|(who, _)| occasion.attendance.iter().any(|attend| attend.who == *who)))
}

fn dates_agree(known: &When, new: &When) -> bool {
    let (Some(first), Some(last)) = (known.first_day(), known.last_day()) else { return true };
    let (Some(new_first), Some(new_last)) = (new.first_day(), new.last_day()) else { return true };
    first <= new_last && new_first <= last
}

const fn status_agrees(known: MeetingStatus, new: MeetingStatus, definite: bool) -> bool {
    use MeetingStatus::{Cancelled, Held, Ongoing, Planned, Proposed};
    match (known, new) {
        (Held | Ongoing, Held | Ongoing)
        | (Planned | Proposed, Planned | Proposed)
        | (Cancelled, Cancelled) => true,
        // "the summit was cancelled": what was planned, called off later in the text.
        (Planned | Proposed, Cancelled) | (Cancelled, Planned | Proposed) | (Ongoing, Planned) => {
            definite
        }
        _ => false,
    }
}

fn places_agree(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let (Some(known), Some(new)) = (occasion.place, &trigger.place) else { return true };
    match new {
        PlaceWords::Place(run) => {
            cast.kind(known) != EntityKind::Place
                || cast.member(known).name == cast.surface.words(run)
        }
        PlaceWords::State(state) => cast.kind(known) != EntityKind::State || known == *state,
    }
}

fn join(cast: &mut Cast, occasion: &mut Occasion, trigger: &Trigger) {
    for name in &trigger.name {
        if !occasion.names.contains(name) {
            occasion.names.push(name.clone());
        }
    }
    if !occasion.mentions.contains(&trigger.run) {
        occasion.mentions.push(trigger.run.clone());
    }
    if trigger.status == MeetingStatus::Cancelled {
        occasion.status = MeetingStatus::Cancelled;
    }
    let exact = |when: &When| when.from.is_some_and(Date::is_day) && when.from == when.to;
    if (occasion.when.is_unknown()
        || (!exact(&occasion.when)
            && exact(&trigger.when)
            && !occasion.mentions.is_empty()
            && dates_agree(&occasion.when, &trigger.when)))
        && !trigger.when.is_unknown()
    {
        occasion.when = trigger.when;
    }
    let better = match (&trigger.place, occasion.place) {
        _ if !occasion.stops.is_empty() => false,
        (None, _) | (Some(PlaceWords::State(_)), Some(_)) => false,
        (Some(_), None) => true,
        (Some(PlaceWords::Place(_)), Some(known)) => cast.kind(known) == EntityKind::State,
    };
    if better {
        occasion.place = match &trigger.place {
            Some(PlaceWords::Place(run)) => Some(cast.place(run.clone())),
            Some(PlaceWords::State(state)) => Some(*state),
            None => None,
        };
    }
    let status = occasion.taking_part();
    for (who, evidence) in &trigger.parties {
        if cast.kind(*who) != EntityKind::Place {
            let own_word = cast.surface.lower(evidence.start) == "we";
            occasion.attend(
                Attend { who: *who, status, evidence: evidence.clone(), capacity: None },
                own_word,
            );
        }
    }
}

/// Where a mention of a meeting stands, and the place that it names.
struct Leg {
    head: usize,
    occasion: usize,
    place: Option<PlaceWords>,
}

/// Talks during a visit take the visit's place and, still to come, its days: a visit by one who
/// talks, told of before the talks in the same paragraph or the one before.
fn inherit(cast: &mut Cast, occasions: &mut [Occasion], legs: &[Leg]) {
    let mut visit: Option<&Leg> = None;
    for leg in legs {
        let at = leg.occasion;
        if occasions[at].kind == MeetingKind::Visit {
            visit = Some(leg);
            continue;
        }
        let Some(host) = visit else { continue };
        let between = cast
            .surface
            .paragraph_of(leg.head)
            .saturating_sub(cast.surface.paragraph_of(host.head));
        let visited = &occasions[host.occasion];
        let shared = occasions[at]
            .attendance
            .iter()
            .any(|attend| visited.attendance.iter().any(|visitor| visitor.who == attend.who));
        let call = matches!(occasions[at].kind, MeetingKind::Call);
        if !shared || call || occasions[at].status != visited.status {
            continue;
        }
        let (when, place) = (visited.when, visited.place);
        if between <= 2 && occasions[at].when.is_unknown() {
            occasions[at].when = when;
        }
        if between == 0 && occasions[at].place.is_none() {
            occasions[at].place = match (&host.place, place) {
                (Some(PlaceWords::Place(run)), _) => Some(cast.place(run.clone())),
                (Some(PlaceWords::State(state)), None) => Some(*state),
                (_, place) => place,
            };
        }
    }
}

/// A person who takes part brings the state or organization along.
fn bring_sides(cast: &Cast, occasion: &mut Occasion) {
    for attend in occasion.attendance.clone() {
        let stays = matches!(
            attend.status,
            AttendanceStatus::Absent | AttendanceStatus::Excluded | AttendanceStatus::Declined
        );
        if cast.kind(attend.who) != EntityKind::Person || stays {
            continue;
        }
        let near = attend
            .evidence
            .clone()
            .find(|at| cast.who(*at) == Some(attend.who))
            .unwrap_or(usize::MAX);
        if let Some(side) = cast.side_at(attend.who, near) {
            // "The countries" name no state: the words that name its minister prove more.
            if let Some(known) = occasion.attendance.iter_mut().find(|known| known.who == side)
                && !cast.mentions_in(&known.evidence).any(|mention| mention.who == side)
            {
                known.evidence.clone_from(&attend.evidence);
            }
            occasion.attend(Attend { who: side, ..attend }, false);
        }
    }
}

/// The evidence of an attendance lies in one sentence.
pub(super) fn within_sentence(cast: &Cast, run: Run) -> Run {
    let sentence = cast.surface.sentence(run.start);
    run.start..run.end.min(sentence.end).max(run.start + 1)
}
