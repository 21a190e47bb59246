//! Visits told by a verb: "will travel to", "visited", "went on to".

use super::phrases::preposition;
use super::scene::Scene;
use super::{PlaceWords, Trigger};
use crate::clauses::{VerbGroup, begins, verb_group};
use crate::entities::MemberId;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus, When};

/// "to Columbus and Dayton, Ohio": within the United States, whose officials these are.
fn is_at_home(scene: &Scene, place: &PlaceWords) -> bool {
    /// The states of the United States that releases name behind a city, by their last words.
    const STATES: &[&str] = &[
        "alabama",
        "alaska",
        "arizona",
        "arkansas",
        "california",
        "colorado",
        "connecticut",
        "delaware",
        "florida",
        "hampshire",
        "hawaii",
        "idaho",
        "illinois",
        "indiana",
        "iowa",
        "kansas",
        "kentucky",
        "louisiana",
        "maine",
        "maryland",
        "massachusetts",
        "michigan",
        "minnesota",
        "mississippi",
        "missouri",
        "montana",
        "nebraska",
        "nevada",
        "ohio",
        "oklahoma",
        "oregon",
        "pennsylvania",
        "tennessee",
        "texas",
        "utah",
        "vermont",
        "wisconsin",
        "wyoming",
        "carolina",
        "york",
        "island",
        "dakota",
        "virginia",
        "jersey",
        "d.c.",
    ];
    let surface = scene.cast.surface;
    let PlaceWords::Place(run) = place else { return false };
    let end = surface.sentence(run.start).end.min(run.end + 10);
    // Up to the first state behind a comma; a list of cities may stand between.
    let mut at = run.end;
    while at + 1 < end && (surface.is_capital(at) || matches!(surface.lower(at), "," | "and")) {
        if surface.word(at) == "," && surface.is_capital(at + 1) {
            let last = if surface.is_capital(at + 2) { at + 2 } else { at + 1 };
            if STATES.contains(&surface.lower(last)) || STATES.contains(&surface.lower(at + 1)) {
                return true;
            }
        }
        at += 1;
    }
    false
}

/// How many words of a list of destinations are read.
const LIST: usize = 60;

/// "will travel to Milan June 20-22, Tirana June 30, and Ohrid July 1-3": a visit for each place that
/// has days of its own. Empty unless all of them have.
pub(super) fn dated_legs(scene: &Scene, journey: &Trigger) -> Vec<Trigger> {
    let surface = scene.cast.surface;
    if journey.kind != MeetingKind::Visit || !surface.pos(journey.head).is_verb() {
        return Vec::new();
    }
    let end = surface.sentence(journey.head).end.min(journey.head + LIST);
    let to = (journey.head + 1..end.min(journey.head + 8))
        .find(|at| surface.lower(*at) == "to" && surface.pos(*at + 1) != Pos::VerbBase);
    if !scene.release {
        let visits = surface.lower(journey.head).starts_with("visit");
        let before = if visits { Some(journey.head) } else { to };
        return before.map_or_else(Vec::new, |before| two_legs(scene, journey, before + 1, end));
    }
    let Some(to) = to else { return Vec::new() };
    let mut legs = Vec::new();
    let mut at = to + 1;
    while at < end {
        if matches!(surface.lower(at), "," | "and" | "then" | "the" | "to" | "on" | "finally") {
            at += 1;
            continue;
        }
        let Some(name) = scene.cast.name_at(at).filter(|name| name.run.start == at) else { break };
        let Some(place) = scene.place_at(at, end) else { break };
        let mut after = name.run.end;
        // "San Jose, Costa Rica,": the state behind a city; "(PRC)": an abbreviation.
        while after < end {
            let state = surface.word(after) == ","
                && scene.cast.name_at(after + 1).is_some()
                && scene.dates_in(after + 1, after + 2).is_empty()
                && matches!(place, PlaceWords::Place(_))
                && after == name.run.end;
            if state {
                after = scene.cast.name_at(after + 1).map_or(after + 2, |name| name.run.end);
            } else if surface.word(after) == "(" && surface.word(after + 2) == ")" {
                after += 3;
            } else {
                break;
            }
        }
        let Some(date) = scene.dates_in(after, (after + 4).min(end)).first() else {
            return Vec::new();
        };
        legs.push(Trigger {
            place: Some(place),
            when: date.when,
            stops: Vec::new(),
            ..journey.clone()
        });
        at = date.run.end;
        if !matches!(surface.lower(at), "," | "and") {
            break;
        }
    }
    if legs.len() < 2 { Vec::new() } else { legs }
}

/// "visited Damascus and Beirut", "will travel to Chad on Monday and Mali on Tuesday": a visit to each of
/// two, on days of its own or those told behind both.
fn two_legs(scene: &Scene, journey: &Trigger, first: usize, end: usize) -> Vec<Trigger> {
    let surface = scene.cast.surface;
    let leg = |at: usize| {
        let at = at + usize::from(matches!(surface.lower(at), "the" | "to"));
        let name = scene.cast.name_at(at).filter(|name| name.run.start == at && at < end)?;
        let place = scene.place_at(at, end)?;
        let mut after = name.run.end;
        let state = |at: usize| {
            scene.cast.name_at(at).filter(|it| it.run.start == at && it.what.is_state())
        };
        if matches!(place, PlaceWords::Place(_)) && surface.word(after) == "," {
            after = state(after + 1).map_or(after, |state| state.run.end);
            let closes = surface.word(after) == "," && surface.lower(after + 1) == "and";
            after += usize::from(closes && after > name.run.end);
        }
        let on = usize::from(matches!(surface.lower(after), "on" | "from" | "in"));
        let date = scene.dates_in(after, after + on + 1).first();
        let own = |at: usize| surface.pos(at).is_noun() && !scene.is_date(at);
        let (when, after) = date.map_or((None, after), |date| (Some(date.when), date.run.end));
        let alone = after >= end
            || !(own(after)
                || surface.lower(after) == "'s"
                || surface.word(after) == "-"
                || surface.pos(after).is_finite_verb());
        alone.then_some((place, when, after))
    };
    let Some((place, when, and)) = leg(first) else { return Vec::new() };
    let second = (surface.lower(and) == "and").then(|| leg(and + 1)).flatten();
    let Some((other, later, after)) = second.filter(|(other, ..)| *other != place) else {
        return Vec::new();
    };
    // "visited Lima, Quito and La Paz", "Chad and Mali and Niger": a tour.
    if surface.lower(after) == "and" && scene.place_at(after + 1, end).is_some() {
        return Vec::new();
    }
    // "to Chad and Mali June 14-16": the days of a tour, whose legs may be told of further on.
    let words = later.unwrap_or(journey.when).words.and_then(|span| surface.text_of(span));
    let several = later.unwrap_or(journey.when).from != later.unwrap_or(journey.when).to;
    if when.is_none() && several && words.is_some_and(|it| it.bytes().any(|it| it.is_ascii_digit()))
    {
        return Vec::new();
    }
    let shared = if when.is_none() { later.unwrap_or(journey.when) } else { When::default() };
    let of = |place, when: Option<When>| Trigger {
        place: Some(place),
        when: when.unwrap_or(shared),
        stops: Vec::new(),
        ..journey.clone()
    };
    vec![of(place, when), of(other, later)]
}

/// "returned from Saudi Arabia on June 18", in a release: a journey that is over.
pub(super) fn is_back(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    let end = surface.sentence(at).end;
    let told = || {
        let mut dates = scene.dates_in(at, end.min(at + 8)).iter();
        dates.any(|date| surface.lower(date.run.end - 1) != "ago")
    };
    scene.release && surface.lower(at) == "returned" && told()
}

/// "will lead an interagency delegation to Sofia": a journey, but to a conference it is none of its own.
pub(super) fn leads_a_delegation(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    if !matches!(surface.lower(at), "lead" | "leads" | "leading" | "led" | "head" | "headed") {
        return false;
    }
    let end = surface.sentence(at).end.min(at + 8);
    let Some(to) = (at + 2..end)
        .find(|at| surface.lower(*at) == "to" && surface.lower(*at - 1) == "delegation")
    else {
        return false;
    };
    let name = scene.cast.name_at(to + 1).filter(|name| name.run.start == to + 1);
    let place = name.filter(|_| scene.place_at(to + 1, end.max(to + 2)).is_some());
    let sentence = surface.sentence(at);
    let dated = !scene.dates_in(sentence.start, sentence.end).is_empty();
    // "to Stockholm+50": to what bears its name.
    let alone = |next: usize| {
        let word = surface.word(next);
        let goes_on = matches!(surface.lower(next), "'s" | "+" | "-")
            || word.starts_with(|c: char| c.is_ascii_digit())
            || word.starts_with('+');
        !surface.pos(next).is_noun() && !goes_on || scene.is_date(next)
    };
    dated && place.is_some_and(|name| alone(name.run.end))
}

/// Words before the name of a ship.
#[rustfmt::skip]
const SHIPS: &[&str] = &[
    "carrier", "cruiser", "cutter", "destroyer", "frigate", "hms", "ship", "submarine", "uss", "vessel",
    "warship",
];

/// A journey of officials to a place: fills in where, who and when; `None` if it is none.
pub(super) fn journey(
    scene: &Scene,
    trigger: &mut Trigger,
    group: &VerbGroup,
    (left, subject): (Vec<MemberId>, Option<&Run>),
    visit: bool,
    limit: usize,
) -> Option<()> {
    let cast = scene.cast;
    let surface = cast.surface;
    let at = trigger.head;
    let end_of_sentence = surface.sentence(at).end;
    let for_what = preposition(cast, at + 1, end_of_sentence, &["for"]).is_some();
    // "will not travel to Lima for the meeting" is of the meeting, not of a visit.
    if group.negated && (!(group.future || group.modal) || for_what) {
        return None;
    }
    // "left Kathmandu for Dhaka", but not "left in May".
    let leaves = ["left", "leav", "depart"].iter().any(|stem| surface.lower(at).starts_with(stem));
    let words: &[&str] = match leaves {
        true => &["for"],
        false if is_back(scene, at) => &["from"],
        // "came home from Lima", "came in May": only to where they came.
        false if surface.lower(at).starts_with("com") || surface.lower(at) == "came" => &["to"],
        false => &["to", "in", "for", "into"],
    };
    // "arrived here on Monday": where the text was sent from.
    let there = surface.reads(at + 1, &["in", "the"])
        && matches!(surface.lower(at + 3), "capital" | "city" | "country" | "kingdom" | "town")
        && !surface.pos(at + 4).is_noun()
        && surface.lower(at + 4) != "of"
        && !(at + 4..at + 8).any(|at| surface.lower(at) == "ago")
        && scene.place_at(at + 2, limit).is_none();
    let here = surface.lower(at).starts_with("arriv")
        && (there || (at + 1..at + 4).any(|at| surface.lower(at) == "here"));
    let to = if visit || here {
        at + 1
    } else {
        let far = if words == ["to"] { 2 } else { 8 };
        preposition(cast, at + 1, limit.min(at + far), words)
            .filter(|to| surface.pos(*to + 1) != Pos::VerbBase)?
            + 1
    };
    let place = if here { None } else { Some(scene.place_at(to, limit)?) };
    // "visited the submarine USS Maryland": a ship, and not where its name is from.
    if let Some(PlaceWords::Place(run)) = &place
        && (to..run.start).any(|at| SHIPS.contains(&surface.lower(at)))
    {
        return None;
    }
    if scene.release && place.as_ref().is_some_and(|place| is_at_home(scene, place)) {
        return None;
    }
    // "is departing for Lima to serve as ambassador": for years.
    let serves = |at: usize| {
        let post = |at: usize| {
            let word = surface.lower(at);
            ["ambassador", "charg", "consul"].iter().any(|stem| word.starts_with(stem))
        };
        surface.reads(at, &["to", "serve", "as"]) && (at + 3..end_of_sentence.min(at + 9)).any(post)
    };
    if (to..end_of_sentence.min(to + 8)).any(serves) {
        return None;
    }
    let persons: Vec<MemberId> =
        left.iter().copied().filter(|who| cast.kind(*who) == EntityKind::Person).collect();
    let officials = subject.is_some_and(|run| scene.diplomatic(run));
    // "came to Peru to study": officials are told apart by their office.
    let official = |who: &MemberId| !cast.member(*who).offices.is_empty();
    if words == ["to"] && !officials && !persons.iter().any(official) {
        return None;
    }
    if persons.is_empty() && (!officials || left.is_empty()) {
        return None;
    }
    trigger.kind = MeetingKind::Visit;
    if super::status::no_longer(surface, group) {
        trigger.status = MeetingStatus::Cancelled;
    }
    // Whoever has arrived or set out is under way, unless that was long before.
    let under_way = leaves || surface.lower(at) == "arrived" || surface.lower(at) == "visiting";
    let long_ago = || {
        let day = scene.published.map(chancery_model::Date::first_day)?;
        Some(day - trigger.when.first_day()? > chrono::Duration::days(9))
    };
    if under_way && trigger.status == MeetingStatus::Held && long_ago() != Some(true) {
        trigger.status = MeetingStatus::Ongoing;
    }
    let (stops, after) = scene.stops(to, end_of_sentence);
    let end = match &place {
        Some(PlaceWords::Place(run)) => run.end.max(after),
        Some(PlaceWords::State(_)) => after.max(to + 1),
        None => to,
    };
    // Whoever was to be visited was to be there.
    let host = match &place {
        Some(PlaceWords::State(state)) if trigger.status == MeetingStatus::Cancelled => {
            Some(*state)
        }
        _ => None,
    };
    // A tour through several places is in none of them.
    let both = scene.state_of_both(to, end_of_sentence).filter(|_| stops.len() == 2);
    let many = if scene.release && both.is_none() { 2 } else { 3 };
    trigger.place = both.or(place).filter(|_| stops.len() < many);
    trigger.stops = if stops.len() < many { Vec::new() } else { stops };
    if trigger.when.is_unknown() {
        // "to Madrid, Spain; and Cairo, Egypt from March 4 to 11": behind the last of them.
        let behind = if trigger.stops.is_empty() { 0 } else { (end + 3).min(end_of_sentence) };
        let when = scene.when(at, end.max(limit).max(behind));
        trigger.when = scene.when_to_come(at, when, trigger.status);
    }
    let start = subject.map_or(at, |run| run.start);
    let who = if persons.is_empty() { left } else { persons };
    let words = start..end.max(at + 1);
    trigger.parties = who.into_iter().chain(host).map(|who| (who, words.clone())).collect();
    Some(())
}

/// "trying to come to Chad", "that Lee can come to Lima", "I came to Lima in 2009": words of coming that tell of
/// no journey but in news, and of what was done or will be.
pub(super) fn is_loosely_come(scene: &Scene, group: &VerbGroup) -> bool {
    let come = matches!(scene.cast.surface.lower(group.main), "came" | "come" | "comes");
    come && (scene.release || group.infinitive || group.modal && !group.future)
}

/// Whether a verb tells of a journey though it is none of going: "led a delegation to Lima", "is back from Lima",
/// "will stop in Lima".
pub(super) fn travels_in_other_words(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    let stops = surface.lower(at) == "stop"
        && surface.lower(at + 1) == "in"
        && surface.is_capital(at + 2)
        && is_on_the_way(scene, at);
    stops || leads_a_delegation(scene, at) || is_back(scene, at)
}

/// "will stop in Lima on her way home", "will stop in Lima on Monday": and not "will not stop in Chad", of a war.
fn is_on_the_way(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    let sentence = surface.sentence(at);
    let (first, end) = (sentence.start.max(at.saturating_sub(40)), sentence.end.min(at + 40));
    let told = |at: usize| {
        matches!(surface.lower(at), "way" | "route" | "talks" | "then")
            || begins(surface.lower(at), &["meet", "refuel", "travel", "trip"])
    };
    let told = !scene.dates_in(at, end).is_empty() || (first..end).any(told);
    told && !verb_group(surface, at).negated
        && !(at + 1..end).any(|at| matches!(surface.lower(at), "if" | "only" | "unless" | "until"))
}
