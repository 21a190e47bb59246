//! The mentions of one occasion brought together, and its attendance settled.

use super::absence::ties;
use super::accepted::plan_accepted;
use super::apart::{one_at_a_time, without_sides_of_others};
use super::at_once::{
    goes_on, is_aim_of_another, is_led_by_a_side, is_prepared_for, is_said_at, is_topic_of,
    parts_them, without_judges,
};
use super::away_sides::without_away_sides;
use super::before_that::of_those_before;
use super::bidden::bidden;
use super::bodies::bring_bodies;
use super::capacity::tell_capacities;
use super::co_chaired::co_chaired;
use super::come_and_gone::placed;
use super::companions::add_companions;
use super::days_ahead::{
    ahead_by_its_day, is_ahead, is_over, is_past, on_a_weekday_to_come, over_in_a_year_gone_by,
    over_long_since,
};
use super::delegates::bring_delegates;
use super::due_in::due_in;
use super::follow_on::follow_on;
use super::gathering::bring_arrivals;
use super::held_in::{bring_where_held, each_where_held};
use super::here_and_there::here_and_there;
use super::in_general::is_in_general;
use super::in_turn::met_in_turn;
use super::journeymates::{bring_joined, bring_leaders};
use super::journeys::dated_legs;
use super::lasting::last_their_days;
use super::listed::{MEMBERS, is_besides, lists};
use super::marked::{add_parties, add_ties, add_triggers};
use super::matters::without_matters;
use super::members::{bring_hosts, bring_members};
use super::merged::{Pair, is_done_besides, merge};
use super::met_there::bring_visited;
use super::named_body::named_body;
use super::no_occasion::is_no_occasion;
use super::no_party::{without_offices, without_topics};
use super::not_gone::without_untravelled;
use super::nouns::noun_trigger;
use super::numbered::bring_numbered;
use super::of_two::join_of_two;
use super::offices_met::bring_ministers;
use super::one_end::open_ends;
use super::only_named::without_only_named;
use super::opened_there::is_opened_there;
use super::other_days::own_days;
use super::own_affairs::{is_own_affair, without_own_affairs};
use super::own_view::{spokesmen, without_own_views};
use super::pointed::is_of_another_place;
use super::posted::without_posts;
use super::principals::{add_principals, bring_addressed};
use super::private::{
    add_officials, bring_hosts_state, is_domestic, only_visited, without_private_people,
};
use super::same::{dates_agree, kinds_agree, same_occasion};
use super::same_day::{date_by_others, is_at_another_hour};
use super::scene::Scene;
use super::sessions::bring_speakers;
use super::set_out::set_out_for;
use super::setting::date_settings;
use super::settle::settle;
use super::signers::without_signers;
use super::spread::{Leg, in_its_year, inherit, locate, visited_here, within_a_few, within_month};
use super::stage::deeds;
use super::taken_to::taken_to;
use super::then_to::then_to;
use super::together::{bring_delegation, bring_listed, stand_departments};
use super::told_alone::told_alone;
use super::told_by_phone::{is_of_one_call, told_by_phone};
use super::told_from::with_days_told_from;
use super::untold::add_untold;
use super::verbs::verb_trigger;
use super::visiting::visiting;
use super::was_there::was_there;
use super::was_to::{refused, the_one_off};
use super::weighed::{Scales, Weighed, attends};
use super::whole_lists::bring_whole_lists;
use super::{Attend, Occasion, PlaceWords, Teller, Trigger};
use crate::entities::{Cast, MemberId, distinct};
use crate::headline::Headline;
use crate::mentions::DateMention;
use crate::network::Marks;
use crate::surface::Run;
use chancery_model::{AttendanceStatus, Date, EntityKind, MeetingKind, MeetingStatus, When};

/// What is known of an article before its meetings are read.
pub(crate) struct Frame<'f> {
    /// Its dates, in order.
    pub(crate) dates: &'f [DateMention],
    /// When it was published.
    pub(crate) published: Option<Date>,
    /// For each token, whether it is no content.
    pub(crate) headers: &'f [bool],
    /// Whether it is a release of the United States.
    pub(crate) release: bool,
    /// Where it was sent from, or where its occasion was.
    pub(crate) location: Option<Run>,
    /// What the network marks.
    pub(crate) marks: &'f Marks,
    /// Whether it is what several said in turns.
    pub(crate) transcript: bool,
    /// What its title tells.
    pub(crate) headline: &'f Headline,
}

/// What decisions rest upon, for whoever learns how to make them.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// Of every occasion.
    pub(crate) weighed: Vec<Weighed>,
    /// Of every two that may be one.
    pub(crate) pairs: Vec<Pair>,
}

/// Reads the meetings of an article, in order of their first mention.
pub(crate) fn meetings(
    cast: &mut Cast,
    frame: &Frame,
    mut asked: Option<&mut Asked>,
) -> Vec<Occasion> {
    let Frame { published, release, .. } = *frame;
    let dates = &with_days_told_from(cast, own_days(cast, frame.dates));
    let scene = Scene { cast, dates, published, release };
    let mut triggers = triggers(&scene, frame.headers);
    add_companions(cast, &mut triggers);
    plan_accepted(&scene, &mut triggers);
    add_triggers(&scene, &frame.marks.meetings, frame.headers, &mut triggers);
    triggers.retain(|trigger| {
        !is_in_general(cast, trigger)
            && !is_no_occasion(cast, trigger)
            && !is_own_affair(&scene, trigger)
    });
    let aims: Vec<bool> =
        (0..triggers.len()).map(|number| is_aim_of_another(cast, &triggers, number)).collect();
    let mut aims = aims.into_iter();
    triggers.retain(|_| !aims.next().unwrap_or_default());
    without_untravelled(&scene, &mut triggers);
    add_untold(&scene, frame.headers, frame.marks, &mut triggers);
    add_parties(cast, &frame.marks.attendance, &mut triggers);
    without_judges(cast, &mut triggers);
    let mut occasions: Vec<Occasion> = Vec::new();
    let mut first_heads: Vec<usize> = Vec::new();
    let mut of_trigger: Vec<(usize, usize)> = Vec::new();
    let lists = lists(cast, &triggers);
    let no_other = triggers.iter().all(|trigger| trigger.weak);
    let told_alone = told_alone(&scene, &triggers);
    let spoken_at = frame.location.as_ref().filter(|_| frame.transcript);
    for (number, trigger) in triggers.iter().enumerate() {
        let before = of_trigger.last().map(|(number, at)| (&triggers[*number], *at));
        let same_clause = before.filter(|(earlier, at)| {
            trigger.after_verb
                && cast.surface.pos(earlier.head).is_verb()
                && earlier.head < trigger.head
                && trigger.head - earlier.head < reach(cast, earlier, trigger)
                && cast.surface.sentence_of(earlier.head) == cast.surface.sentence_of(trigger.head)
                && kinds_agree(cast, occasions[*at].kind, trigger, "meeting")
                && !earlier.margins
                && !is_beside(cast, earlier, trigger)
                && !is_besides(cast, earlier, trigger)
                && !is_prepared_for(cast, trigger)
                && !is_of_a_later_day(&occasions[*at].when, &trigger.when)
                // "met Lee but took no part in the talks", "met Lee, then flew to Oslo for talks"
                && !(earlier.head..trigger.run.start).any(|at| parts_them(cast.surface, at))
                && trigger.kind != MeetingKind::Visit
                || is_its_visit(cast, earlier, trigger, &occasions[*at])
        });
        let on = before.filter(|(earlier, _)| {
            goes_on(cast, earlier, trigger)
                || is_opened_there(cast, earlier, trigger)
                || is_led_by_a_side(cast, earlier, trigger)
                || is_of_one_call(cast, earlier, trigger)
        });
        let names_where = triggers.get(number + 1);
        let names_where = names_where.is_some_and(|next| is_said_at(cast, trigger, next));
        let topic = before.is_some_and(|(earlier, _)| is_topic_of(cast, earlier, trigger));
        let same_clause = on.or(same_clause).filter(|_| !topic);
        let off = the_one_off(cast, trigger, before, &occasions);
        let listed = |at: usize| {
            lists[number].is_some()
                && of_trigger
                    .iter()
                    .rev()
                    .take(MEMBERS)
                    .any(|(other, occasion)| *occasion == at && lists[*other] == lists[number])
        };
        let besides = before.filter(|(earlier, _)| {
            cast.surface.sentence_of(earlier.head) == cast.surface.sentence_of(trigger.head)
                && is_besides(cast, earlier, trigger)
        });
        let known = same_clause.map(|(_, at)| at).or(off).or_else(|| {
            same_occasion(cast, &occasions, trigger, (frame.transcript, published)).filter(|at| {
                !topic
                    && !names_where
                    && !listed(*at)
                    && besides.is_none_or(|(_, of)| of != *at)
                    && !is_of_another_place(cast, &occasions[*at], trigger, spoken_at)
                    && !is_at_another_hour(cast, &occasions[*at], trigger)
                    && !is_done_besides(cast, &occasions[*at], trigger)
            })
        });
        if let Some((_, at)) = same_clause
            && trigger.kind != MeetingKind::Talks
        {
            occasions[at].kind = trigger.kind;
        }
        let theirs = theirs_of(cast, trigger, &occasions)
            .or_else(|| of_those_before(cast, trigger, &occasions));
        let at = match known {
            Some(at) => at,
            // A story that begins "Delegates from 40 countries met in Tashkent" is of that, if of no
            // other meeting.
            None if trigger.weak
                && theirs.is_none()
                && !(no_other && is_lead(cast, trigger))
                && !told_alone[number] =>
            {
                continue;
            }
            None => {
                occasions.push(Occasion {
                    stops: trigger.stops.clone(),
                    ..Occasion::bare(trigger.kind, trigger.status)
                });
                first_heads.push(trigger.head);
                occasions.len() - 1
            }
        };
        join(cast, &mut occasions[at], trigger);
        if let Some(of) = theirs.filter(|of| *of != at) {
            let status = occasions[at].taking_part();
            for attend in occasions[of].attendance.clone() {
                let evidence = trigger.run.clone();
                occasions[at].attend(Attend { status, evidence, ..attend }, false);
            }
        }
        of_trigger.push((number, at));
    }
    let pairs = asked.as_deref_mut().map(|asked| &mut asked.pairs);
    let told = (frame.transcript, published);
    merge(cast, &triggers, &mut of_trigger, &mut occasions, &lists, told, pairs);
    // "on the sidelines of the summit": whoever met there was at the summit too.
    for pair in of_trigger.windows(2) {
        let (number, at) = pair[0];
        let (next, host) = pair[1];
        if (triggers[number].margins || is_beside(cast, &triggers[number], &triggers[next]))
            && at != host
            && triggers[next].head > triggers[number].head
            && cast.surface.sentence_of(triggers[next].head)
                == cast.surface.sentence_of(triggers[number].head)
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
    bring_arrivals(cast, &mut occasions, &spots);
    let elsewhere = ties(cast, &mut occasions, &spots);
    add_ties(cast, &frame.marks.attendance, &mut occasions, &spots, &elsewhere);
    let legs: Vec<Leg> = of_trigger
        .iter()
        .map(|(number, occasion)| {
            let trigger = &triggers[*number];
            Leg { head: trigger.head, occasion: *occasion, place: trigger.place.clone() }
        })
        .collect();
    inherit(cast, &mut occasions, &legs, (release, frame.transcript));
    if let Some(place) = &frame.location {
        locate(cast, &mut occasions, place, (release, published));
    }
    last_their_days(cast, &mut occasions, &triggers, &of_trigger);
    date_by_others(cast, &mut occasions, &triggers, &of_trigger);
    date_settings(cast, (dates, published), &mut occasions, &triggers, &of_trigger);
    for occasion in &mut occasions {
        let words = occasion.when.words.and_then(|span| cast.surface.text_of(span));
        occasion.when = within_month(occasion.when, words);
        bring_sides(cast, occasion);
    }
    cast.index();
    let settles = asked.is_none();
    let decisions = &cast.lexicon.decisions;
    if asked.is_some() || !decisions.is_empty() {
        let scales = Scales {
            cast,
            published,
            release,
            marks: frame.marks,
            triggers: &triggers,
            of_trigger: &of_trigger,
            occasions: &occasions,
            attends: attends(&occasions),
            deeds: deeds(&occasions, published),
        };
        let found = scales.weigh();
        match asked {
            Some(asked) => asked.weighed = found,
            None => settle(cast, &mut occasions, &found, &elsewhere, (release, published)),
        }
    }
    if settles {
        occasions.retain(|occasion| !occasion.mentions.is_empty());
        let put_in = add_principals(cast, frame, &mut occasions);
        // What only the title tells of is where the text was given.
        if let Some(place) = frame.location.as_ref().filter(|_| put_in) {
            occasions[0].place = Some(cast.place(place.clone()));
        }
        let home = cast.we.first().copied().filter(|_| release);
        let spokesmen = if frame.transcript { spokesmen(cast) } else { Vec::new() };
        for occasion in &mut occasions {
            without_topics(cast, occasion);
            without_own_views(cast, occasion, &spokesmen);
            bring_bodies(cast, occasion);
            bring_members(cast, occasion);
            bring_hosts(cast, occasion);
            bring_ministers(cast, occasion);
            bring_listed(cast, occasion);
            if !release {
                bring_whole_lists(cast, occasion);
            }
            bring_delegates(cast, occasion);
            bring_delegation(cast, occasion, home);
            stand_departments(cast, occasion, home);
            if frame.transcript {
                bring_addressed(cast, occasion);
            }
        }
        bring_joined(cast, &mut occasions);
        bring_leaders(cast, &mut occasions);
        bring_speakers(cast, dates, &mut occasions);
        join_of_two(cast, &triggers, &mut occasions);
        bring_numbered(cast, &mut occasions);
        follow_on(cast, &mut occasions);
        let visited = only_visited(cast, &occasions);
        for occasion in &mut occasions {
            without_private_people(cast, occasion);
            add_officials(cast, occasion, home, visited);
            bring_hosts_state(cast, occasion, home);
            bring_where_held(cast, occasion, home);
        }
        for occasion in &mut occasions {
            without_only_named(cast, occasion);
            if !frame.transcript {
                without_signers(cast, occasion);
                without_matters(cast, occasion);
            }
            without_away_sides(cast, occasion, &elsewhere);
        }
        without_sides_of_others(cast, &mut occasions);
        if !release {
            bring_visited(cast, &mut occasions);
            without_own_affairs(cast, &mut occasions);
        }
        if home.is_some_and(|home| is_domestic(cast, &occasions, home)) {
            occasions.clear();
        }
    }
    for occasion in &mut occasions {
        let words = occasion.when.words.and_then(|span| cast.surface.text_of(span));
        if is_past(occasion, published, words) {
            is_over(occasion);
        }
        is_ahead(occasion, words);
        occasion.when = within_a_few(in_its_year(occasion, published, words), words);
        over_in_a_year_gone_by(occasion, published);
        over_long_since(cast, occasion, published);
        on_a_weekday_to_come(cast, occasion, (dates, published));
        open_ends(cast, occasion, (published, release));
        ahead_by_its_day(occasion, (published, release));
        bring_sides(cast, occasion);
        if settles {
            without_offices(cast, occasion, release);
            without_posts(cast, occasion);
        }
        tell_capacities(cast, occasion);
    }
    occasions.retain(|occasion| {
        let talk = frame.transcript && is_talk_of_talks(cast, occasion);
        !settles || !talk && !occasion.mentions.is_empty()
    });
    if let Some(place) = frame.location.as_ref().filter(|_| frame.transcript) {
        visited_here(cast, &mut occasions, place, published);
    }
    occasions
}

/// "spoke with Kim to follow up on their May 11 call": of the two who are told of in the sentence.
fn theirs_of(cast: &Cast, trigger: &Trigger, occasions: &[Occasion]) -> Option<usize> {
    let surface = cast.surface;
    let sentence = surface.sentence(trigger.head);
    let first = trigger.run.start.saturating_sub(5).max(sentence.start);
    let their = (first..trigger.head).rev().find(|at| surface.lower(*at) == "their")?;
    let own = (their + 1..trigger.head).all(|at| !surface.pos(at).is_verb());
    let latest = occasions.len().saturating_sub(6);
    let before = latest
        + occasions[latest..].iter().rposition(|it| {
            it.mentions.last().is_some_and(|run| sentence.contains(&run.start) && run.end <= their)
        })?;
    let named = |who: MemberId| {
        let near = sentence.start.max(their.saturating_sub(80))..their;
        cast.mentions_in(&near).any(|mention| mention.who == who)
    };
    let of_two = occasions[before].attendance.iter().take(5).map(|it| it.who);
    let persons = of_two.filter(|who| cast.kind(*who) == EntityKind::Person && named(*who)).count();
    (own && persons == 2 && trigger.kind != MeetingKind::Visit && trigger.parties.len() < 3)
        .then_some(before)
}

/// Whether a verb of the first sentence tells that some met somewhere.
fn is_lead(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    surface.pos(trigger.head).is_verb()
        && surface.lower(trigger.head).starts_with("me")
        && surface.sentence_of(trigger.head) == 0
        && trigger.place.is_some()
}

/// "Lee met Kim at the NATO summit": what two persons do beside what many come to is no part of it.
fn is_beside(cast: &Cast, verb: &Trigger, noun: &Trigger) -> bool {
    let persons = verb.parties.iter().filter(|(who, _)| cast.kind(*who) == EntityKind::Person);
    // "met for their second summit"
    let theirs = (verb.head..noun.head).any(|at| cast.surface.lower(at) == "their");
    !theirs
        && cast.surface.pos(verb.head).is_verb()
        && noun.after_verb
        && matches!(noun.kind, MeetingKind::Summit | MeetingKind::Conference)
        && matches!(
            cast.surface.lower(verb.head),
            "met" | "meet" | "meets" | "meeting" | "spoke" | "talked"
        )
        && persons.count() == 2
}

/// "left for Chad for a three-day visit", "arrived on an official visit": the journey of the verb.
fn is_its_visit(cast: &Cast, verb: &Trigger, noun: &Trigger, journey: &Occasion) -> bool {
    let surface = cast.surface;
    let both = noun.kind == MeetingKind::Visit && journey.kind == MeetingKind::Visit;
    let article = (noun.head.saturating_sub(6)..noun.head)
        .rev()
        .find(|at| matches!(surface.lower(*at), "a" | "an"));
    let of_it = article.is_some_and(|at| matches!(surface.lower(at.wrapping_sub(1)), "for" | "on"));
    both && of_it
        && surface.pos(verb.head).is_verb()
        && verb.head < noun.head
        && surface.sentence_of(verb.head) == surface.sentence_of(noun.head)
        && (noun.place.is_none() || noun.place == verb.place)
}

/// Whether words of one side, without a day or a name, single out no occasion: in speech, "I can
/// speak to that" and "the talks" are no meetings.
fn is_talk_of_talks(cast: &Cast, occasion: &Occasion) -> bool {
    let count = |of_persons: bool| {
        let mut there = occasion.attendance.iter();
        let of_kind =
            |attend: &&Attend| (cast.kind(attend.who) == EntityKind::Person) == of_persons;
        there.by_ref().filter(of_kind).count()
    };
    let (persons, sides) = (count(true), count(false));
    let journey = occasion.kind == MeetingKind::Visit && occasion.place.is_some() && persons > 0;
    let is_name = |run: &Run| {
        run.len() > 1
            && cast.surface.is_capital(run.start)
            && !cast.surface.pos(run.start).is_determiner()
    };
    let named = occasion.mentions.iter().any(is_name);
    occasion.when.is_unknown() && !named && !journey && persons < 2 && sides < 2
}

fn triggers(scene: &Scene, headers: &[bool]) -> Vec<Trigger> {
    let mut triggers = Vec::new();
    let mut at = 0;
    while at < scene.cast.surface.len() {
        let header = headers.get(at).copied().unwrap_or(false);
        let found = (!header).then(|| trigger_at(scene, at)).flatten();
        at = found.as_ref().map_or(at + 1, |trigger| trigger.head.max(at) + 1);
        let each = |trigger: Trigger| {
            let in_turn = met_in_turn(scene, &trigger);
            let in_turn =
                if in_turn.is_empty() { each_where_held(scene.cast, &trigger) } else { in_turn };
            let in_turn =
                if in_turn.is_empty() { here_and_there(scene, &trigger) } else { in_turn };
            if in_turn.is_empty() { one_at_a_time(scene.cast, trigger) } else { in_turn }
        };
        for trigger in found.into_iter().flat_map(each) {
            let legs = dated_legs(scene, &trigger);
            if legs.is_empty() {
                triggers.push(trigger);
            } else {
                triggers.extend(legs);
            }
        }
    }
    triggers
}

fn trigger_at(scene: &Scene, at: usize) -> Option<Trigger> {
    let other = || {
        let verb = || verb_trigger(scene, at);
        let told = || due_in(scene, at).or_else(|| told_by_phone(scene, at));
        let told = || told().or_else(|| then_to(scene, at));
        let gone =
            || was_there(scene, at).or_else(|| taken_to(scene, at)).or_else(|| bidden(scene, at));
        let named = || named_body(scene, at).or_else(|| co_chaired(scene, at));
        visiting(scene, at).or_else(verb).or_else(told).or_else(gone).or_else(named)
    };
    let trigger = noun_trigger(scene, at).or_else(other)?;
    Some(refused(scene.cast, set_out_for(scene, placed(scene, trigger))))
}

/// "What we discussed today in the summit chaired by Japan next year", "host Lee in Lima on Monday and the
/// leaders of Chad at a summit the next day".
fn is_of_a_later_day(known: &When, new: &When) -> bool {
    known.last_day().zip(new.first_day()).is_some_and(|(last, first)| first > last)
}

/// Words after a verb of meeting or welcoming within which a noun may say more of it.
const FAR: usize = 50;

/// Words after a verb within which a noun may say more of it: whom one welcomes, and where and when,
/// may be told at length before it is told to what.
fn reach(cast: &Cast, verb: &Trigger, noun: &Trigger) -> usize {
    let surface = cast.surface;
    let welcomes = matches!(surface.lower(verb.head), "welcomed" | "hosted" | "received");
    // "met with the ministers of Chad, Mali, …, and Peru in Lima at a meeting".
    let listed = || {
        matches!(surface.lower(verb.head), "met" | "meet" | "meets")
            && noun.run.start < verb.head + FAR
            && surface.lower(noun.run.start.saturating_sub(1)) != "in"
            && !(verb.head + 1..noun.run.start).any(|at| surface.pos(at).is_verb())
    };
    if welcomes || listed() { FAR } else { 26 }
}

/// Whether a time tells more than another: days more than a month or a year, and one day more than several
/// but for a visit, on one of whose days something is done.
fn is_finer(new: &When, known: &When, kind: MeetingKind) -> bool {
    let days =
        |when: &When| when.from.is_some_and(Date::is_day) && when.to.is_some_and(Date::is_day);
    let one = |when: &When| days(when) && when.from == when.to;
    let visited = kind == MeetingKind::Visit && days(known);
    days(new) && !days(known) || one(new) && !one(known) && !visited
}

pub(super) fn join(cast: &mut Cast, occasion: &mut Occasion, trigger: &Trigger) {
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
    // "opened on Tuesday" and, further on, "the talks ended": over by now.
    let noun = !cast.surface.pos(trigger.head).is_verb();
    if noun
        && trigger.certain
        && trigger.status == MeetingStatus::Held
        && occasion.status == MeetingStatus::Ongoing
        && occasion.kind != MeetingKind::Visit
    {
        occasion.status = MeetingStatus::Held;
    }
    if (occasion.when.is_unknown()
        || (is_finer(&trigger.when, &occasion.when, occasion.kind)
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
    for (who, evidence) in &trigger.refusing {
        let (status, evidence) = (AttendanceStatus::Declined, evidence.clone());
        let by = Teller::Words;
        occasion
            .attend(Attend { who: *who, status, evidence, capacity: None, by, clear: 0 }, false);
    }
    let status = occasion.taking_part();
    for (who, evidence) in &trigger.parties {
        if cast.kind(*who) != EntityKind::Place {
            let own_word = cast.surface.lower(evidence.start) == "we";
            occasion.attend(
                Attend {
                    who: *who,
                    status,
                    evidence: evidence.clone(),
                    capacity: None,
                    by: if trigger.marked { Teller::Marks } else { Teller::Words },
                    clear: 0,
                },
                own_word,
            );
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
        // Whoever stays away from a meeting of two keeps their side away, and so does whoever will not
        // have talks that are off for it.
        // A person whose side is not known stands for one.
        let others = || {
            let own = cast.side_of(attend.who);
            let there = occasion.attendance.iter().map(|known| known.who);
            let sides = there.map(|who| cast.side_of(who).unwrap_or(who));
            let others = sides.filter(|who| Some(*who) != own && *who != attend.who);
            distinct(others.collect()).len()
        };
        let of_two = attend.status == AttendanceStatus::Declined
            && (occasion.kind == MeetingKind::Visit
                || matches!(occasion.kind, MeetingKind::Talks | MeetingKind::Call)
                    && (others() == 1
                        || occasion.status == MeetingStatus::Cancelled && others() > 0))
            && !matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing);
        if cast.kind(attend.who) != EntityKind::Person || stays && !of_two {
            continue;
        }
        let near = attend
            .evidence
            .clone()
            .find(|at| cast.who(*at) == Some(attend.who))
            .unwrap_or(usize::MAX);
        if let Some(side) = cast.side_at(attend.who, near) {
            // "The countries" name no state: the words that name its minister prove more; and words
            // that tell of a presence more than a mark.
            let told = matches!(attend.by, Teller::Words | Teller::Presence);
            let named = |run: &Run| cast.mentions_in(run).any(|mention| mention.who == side);
            if let Some(known) = occasion.attendance.iter_mut().find(|known| known.who == side)
                && (!named(&known.evidence)
                    || known.by == Teller::Marks
                        && known.status == attend.status
                        && told
                        && named(&attend.evidence))
            {
                known.evidence.clone_from(&attend.evidence);
            }
            occasion.attend(Attend { who: side, by: Teller::Side, ..attend }, false);
        }
    }
}

/// The evidence of an attendance lies in one sentence.
pub(super) fn within_sentence(cast: &Cast, run: Run) -> Run {
    let sentence = cast.surface.sentence(run.start);
    run.start..run.end.min(sentence.end).max(run.start + 1)
}
