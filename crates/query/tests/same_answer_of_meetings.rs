//! Who met whom, company, counts, chains, neighbourhoods, timelines and offices: what is answered
//! through the indexes and what is found by going through every relation agree.

#[path = "../../graph/tests/made/mod.rs"]
mod made;

use chancery_graph::{Columns, Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind};
use chancery_model::{AttendanceStatus, Date, MeetingStatus, RoleStatus};
use chancery_query::{
    Chain, Company, EventKind, Goals, InOffice, MeetingCounts, Meetings, Neighbourhood, Per,
    Positions, Roles, Tenure, Timeline, WhoAttended, WhoMet, WhoSaid,
};
use made::{Dice, report};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const WHO: &[&str] = &[
    "person:ann-lee",
    "person:bo-lee",
    "person:cy-öst",
    "state:RU",
    "state:US",
    "organization:nato",
];
const DATES: &[&str] = &["2023", "2025-02", "2025-02-18", "2025-03"];

fn name(word: &str) -> NodeName {
    word.parse().expect("a name")
}

fn graphs() -> impl Strategy<Value = Graph> {
    prop::collection::vec(any::<u64>(), 0..6).prop_map(|seeds| {
        let seeds = seeds.into_iter().enumerate();
        seeds.map(|(document, seed)| report(document, seed)).collect()
    })
}

fn of(graph: &Graph, kind: RelationKind) -> impl Iterator<Item = &Relation> {
    graph.all_relations().iter().filter(move |relation| relation.kind() == kind)
}

fn at_table(relation: &Relation) -> bool {
    use AttendanceStatus::{Attended, Expected};
    matches!(relation.columns, Columns::Attended { status: Attended | Expected, .. })
}

/// Who is at the table of each meeting, with the meeting's node.
fn tables(graph: &Graph) -> BTreeMap<NodeId, BTreeSet<NodeId>> {
    let mut tables: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
    for relation in of(graph, RelationKind::Attended).filter(|relation| at_table(relation)) {
        tables.entry(relation.to).or_default().insert(relation.from);
    }
    tables
}

/// Whether somebody sits for a state: walked naively, over all the offices that the document of
/// the meeting tells, else over all.
fn sits_for(graph: &Graph, who: NodeId, side: NodeId, meeting: &Node) -> bool {
    if who == side {
        return true;
    }
    let kind = |node| graph.node(node).kind();
    if kind(who) != NodeKind::Person
        || !matches!(kind(side), NodeKind::State | NodeKind::Organization)
    {
        return false;
    }
    let detail = meeting.meeting().expect("a meeting");
    let document = &detail.evidence.document;
    let told =
        |row: &&Relation| row.evidence().iter().any(|evidence| evidence.document == *document);
    let mut reached = BTreeSet::from([who]);
    loop {
        let mut next = reached.clone();
        for who in &reached {
            let all: Vec<_> = of(graph, RelationKind::Serves)
                .filter(|row| row.from == *who && row.to != *who)
                .collect();
            let there: Vec<_> = all.iter().copied().filter(|row| told(row)).collect();
            let rows = if there.is_empty() { all } else { there };
            next.extend(rows.into_iter().filter_map(|row| {
                let current =
                    matches!(row.columns, Columns::Serves { status: RoleStatus::Current, .. });
                current.then_some(row.to)
            }));
        }
        if next == reached {
            break;
        }
        reached = next;
    }
    let published = graph.report(document).and_then(|report| report.info().published);
    let days = published.zip(detail.when.last_day());
    let long_ago = days.is_some_and(|(day, last)| (day.first_day() - last).num_days() >= 180);
    let former = of(graph, RelationKind::Serves).any(|row| {
        let was = matches!(row.columns, Columns::Serves { status: RoleStatus::Former, .. });
        was && row.from == who && row.to == side && told(&row)
    });
    reached.contains(&side) || long_ago && former
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn who_met(graph in graphs(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut pick = || name(WHO[dice.below(WHO.len())]);
        let (one, other) = (pick(), pick());
        let alone = dice.below(3) == 0;
        let since: Option<Date> = (dice.below(3) == 0).then(|| dice.pick(DATES).parse().expect("a date"));
        let held = dice.below(3) == 0;
        let mut asked = WhoMet::default().one(one.clone());
        if !alone { asked = asked.other(other.clone()); }
        if let Some(since) = since { asked = asked.since(since); }
        if held { asked = asked.status(MeetingStatus::Held); }
        let mut listed = BTreeSet::new();
        if let Some(one) = graph.find(&one) {
            for (meeting, there) in tables(&graph) {
                let node = graph.node(meeting);
                let detail = node.meeting().expect("a meeting");
                let late = since.is_none_or(|since| detail.when.last_day().is_some_and(|last| last >= since.first_day()));
                let fits = !held || detail.status == MeetingStatus::Held;
                let here: BTreeSet<_> = there.iter().copied().filter(|who| sits_for(&graph, *who, one, node)).collect();
                let across = |who: &NodeId| alone || graph.find(&other).is_some_and(|other| sits_for(&graph, *who, other, node));
                let other_side = there.iter().filter(|who| !here.contains(who) && across(who)).count();
                if late && fits && !here.is_empty() && other_side > 0 {
                    listed.insert((node.name.clone(), here.len(), other_side));
                }
            }
        }
        let answers: Vec<_> = asked.answers(&graph).collect();
        let people = |rows: &[chancery_query::Attended<'_>]| rows.iter().map(|row| &row.who.name).collect::<BTreeSet<_>>().len();
        let found: BTreeSet<_> = answers.iter().map(|met| (met.meeting.name.clone(), people(&met.one), people(&met.other))).collect();
        prop_assert_eq!(found.len(), answers.len());
        prop_assert_eq!(found, listed);
        prop_assert!(answers.is_sorted_by_key(|met| (met.when.first_day().is_none(), met.when.first_day())));
        for met in answers {
            prop_assert!(met.one.iter().chain(&met.other).all(|row| !row.evidence.is_empty()));
        }
    }

    #[test]
    fn who_sat_for_a_state_and_by_whose_word(graph in graphs(), side in prop::sample::select(WHO), word in prop::option::of(prop::sample::select(WHO))) {
        let mut asked = WhoAttended::default().of(name(side)).who_is(NodeKind::Person);
        if let Some(word) = word { asked = asked.according_to(name(word)); }
        let by_word = |row: &&Relation| word.is_none_or(|word| {
            row.evidence().iter().any(|evidence| evidence.according_to.as_ref().is_some_and(|who| who.as_str() == word))
        });
        let sits = |row: &&Relation| graph.find(&name(side)).is_some_and(|side| sits_for(&graph, row.from, side, graph.node(row.to)));
        let person = |row: &&Relation| graph.node(row.from).kind() == NodeKind::Person;
        let listed = of(&graph, RelationKind::Attended).filter(by_word).filter(person).filter(sits).count();
        prop_assert_eq!(asked.answers(&graph).count(), listed);
    }

    #[test]
    fn company_is_counted_a_meeting_once(graph in graphs(), who in prop::sample::select(WHO)) {
        let mut listed: BTreeMap<NodeName, usize> = BTreeMap::new();
        if let Some(who) = graph.find(&name(who)) {
            for there in tables(&graph).values().filter(|there| there.contains(&who)) {
                for other in there.iter().filter(|other| **other != who) {
                    *listed.entry(graph.node(*other).name.clone()).or_default() += 1;
                }
            }
        }
        let answers: Vec<_> = Company::default().of(name(who)).answers(&graph).collect();
        prop_assert!(answers.is_sorted_by_key(|row| std::cmp::Reverse(row.meetings)));
        for row in &answers {
            let together = Company::default().of(name(who)).meetings_with(&graph, row.who.name.clone()).count();
            prop_assert_eq!(together, row.meetings);
        }
        let found: BTreeMap<_, _> = answers.into_iter().map(|row| (row.who.name.clone(), row.meetings)).collect();
        prop_assert_eq!(found, listed);
    }

    #[test]
    fn every_meeting_is_counted_in_one_month_and_under_each_pair(graph in graphs()) {
        for per in [Per::Day, Per::Month, Per::Year] {
            let counts: Vec<_> = MeetingCounts::of(Meetings::default()).per(per).answers(&graph).collect();
            let total: usize = counts.iter().map(|count| count.meetings.len()).sum();
            prop_assert_eq!(total, graph.nodes(NodeKind::Meeting).count());
            prop_assert!(counts.is_sorted_by_key(|count| (count.on.is_none(), count.on)));
        }
        let mut listed: BTreeMap<(NodeName, NodeName), usize> = BTreeMap::new();
        for there in tables(&graph).values() {
            let states: Vec<_> = there.iter().filter(|id| graph.node(**id).kind() == NodeKind::State).collect();
            for (i, one) in states.iter().enumerate() {
                for other in &states[i + 1..] {
                    let pair = (graph.node(**one).name.clone(), graph.node(**other).name.clone());
                    *listed.entry(pair).or_default() += 1;
                }
            }
        }
        let pairs = MeetingCounts::of(Meetings::default()).per(Per::Pair);
        let found: BTreeMap<_, _> = pairs.answers(&graph).map(|count| {
            let (one, other) = count.pair.expect("pairs");
            ((one.name.clone(), other.name.clone()), count.meetings.len())
        }).collect();
        prop_assert_eq!(found, listed);
    }

    #[test]
    fn no_chain_is_shorter(graph in graphs(), ends in (prop::sample::select(WHO), prop::sample::select(WHO)), since in prop::sample::select(DATES)) {
        let since: Date = since.parse().expect("a date");
        let (one, other) = (name(ends.0), name(ends.1));
        let chain = Chain::between(one.clone(), other.clone()).since(since).answer(&graph);
        // Everybody's distance, by looking at every table over and over.
        let mut far: BTreeMap<NodeId, usize> = graph.find(&one).map(|one| (one, 0)).into_iter().collect();
        let end = graph.find(&other);
        loop {
            let mut next = far.clone();
            for (meeting, there) in tables(&graph) {
                let when = graph.node(meeting).meeting().expect("a meeting").when;
                if when.last_day().is_none_or(|last| last < since.first_day()) { continue; }
                let link = |who: &NodeId| graph.node(*who).kind() == NodeKind::Person || far.get(who) == Some(&0);
                let from = there.iter().filter(|who| link(who)).filter_map(|who| far.get(who)).min().copied();
                for who in &there {
                    let passes = graph.node(*who).kind() == NodeKind::Person || Some(*who) == end;
                    if let Some(from) = from && passes {
                        let known = next.entry(*who).or_insert(usize::MAX);
                        *known = (*known).min(from + 1);
                    }
                }
            }
            if next == far { break; }
            far = next;
        }
        let expected = end.and_then(|end| far.get(&end).copied());
        prop_assert_eq!(chain.as_ref().map(Vec::len), expected);
        let mut at = one;
        for joint in chain.into_iter().flatten() {
            prop_assert_eq!(&joint.from.who.name, &at);
            prop_assert_eq!(&joint.from.meeting.name, &joint.to.meeting.name);
            at = joint.to.who.name.clone();
        }
        prop_assert!(expected.is_none() || at == other);
    }

    #[test]
    fn a_neighbourhood_is_what_so_many_steps_reach(graph in graphs(), who in prop::sample::select(WHO), hops in 0_usize..4) {
        let mut reached: BTreeSet<NodeId> = graph.find(&name(who)).into_iter().collect();
        for _ in 0..hops {
            let before = reached.clone();
            for relation in graph.all_relations() {
                if before.contains(&relation.from) { reached.insert(relation.to); }
                if before.contains(&relation.to) { reached.insert(relation.from); }
            }
        }
        let around = Neighbourhood::of(name(who)).hops(hops).answer(&graph);
        let found: BTreeSet<_> = around.node_weights().map(|node| node.name.clone()).collect();
        let listed: BTreeSet<_> = reached.iter().map(|id| graph.node(*id).name.clone()).collect();
        prop_assert_eq!(found, listed);
        let within = |relation: &&Relation| reached.contains(&relation.from) && reached.contains(&relation.to);
        prop_assert_eq!(around.edge_count(), graph.all_relations().iter().filter(within).count());
        let few = Neighbourhood::of(name(who)).hops(hops).most(2).answer(&graph);
        prop_assert_eq!(few.node_count(), reached.len().min(2));
    }

    #[test]
    fn a_timeline_holds_each_event_once_in_its_order(graph in graphs(), who in prop::sample::select(WHO), since in prop::option::of(prop::sample::select(DATES))) {
        let who = name(who);
        let since: Option<Date> = since.map(|date| date.parse().expect("a date"));
        let mut asked = Timeline::default().of(who.clone());
        let (mut said, mut goals) = (if who.kind() == NodeKind::State { WhoSaid::default().by_state(who.clone()) } else { WhoSaid::default().by(who.clone()) }, Goals::default().of(who.clone()));
        if let Some(since) = since {
            asked = asked.since(since);
            said = said.since(since);
            goals = goals.since(since);
        }
        let events: Vec<_> = asked.answers(&graph).collect();
        let count = |kind| events.iter().filter(|event| event.kind() == kind).count();
        prop_assert_eq!(count(EventKind::Statement), said.answers(&graph).count());
        prop_assert_eq!(count(EventKind::Goal), goals.answers(&graph).count());
        let meetings: BTreeSet<_> = of(&graph, RelationKind::Attended)
            .filter(|row| Some(row.from) == graph.find(&who))
            .map(|row| row.to)
            .filter(|meeting| since.is_none_or(|since| graph.node(*meeting).meeting().expect("one").when.last_day().is_some_and(|last| last >= since.first_day())))
            .collect();
        prop_assert_eq!(count(EventKind::Meeting), meetings.len());
        prop_assert!(events.is_sorted_by_key(|event| (event.when().is_unknown(), event.when().first_day(), event.kind())));
    }

    #[test]
    fn a_timeline_between_two_holds_what_each_question_of_both_does(graph in graphs(), ends in (prop::sample::select(WHO), prop::sample::select(WHO))) {
        let (one, other) = (name(ends.0), name(ends.1));
        let events: Vec<_> = Timeline::default().of(one.clone()).of(other.clone()).between_them().answers(&graph).collect();
        let count = |kind| events.iter().filter(|event| event.kind() == kind).count();
        if one == other {
            prop_assert_eq!(count(EventKind::Meeting) + count(EventKind::Statement), 0);
            return Ok(());
        }
        let met = |one: &NodeName, other: &NodeName| -> BTreeSet<NodeName> {
            let met = WhoMet::default().one(one.clone()).other(other.clone());
            met.answers(&graph).map(|met| met.meeting.name.clone()).collect()
        };
        prop_assert_eq!(count(EventKind::Meeting), (&met(&one, &other) | &met(&other, &one)).len());
        let by = |who: &NodeName| if who.kind() == NodeKind::State { WhoSaid::default().by_state(who.clone()) } else { WhoSaid::default().by(who.clone()) };
        let said: BTreeSet<NodeName> = [(&one, &other), (&other, &one)]
            .into_iter()
            .flat_map(|(who, whom)| [by(who).about(whom.clone()), by(who).to(whom.clone())])
            .flat_map(|asked| asked.answers(&graph).map(|said| said.statement.name.clone()).collect::<Vec<_>>())
            .collect();
        prop_assert_eq!(count(EventKind::Statement), said.len());
        let together = Goals::default().with(one.clone()).with(other.clone()).answers(&graph).count();
        prop_assert_eq!(count(EventKind::Goal), together);
        let offices = |who: &NodeName, of: &NodeName| Roles::default().of(who.clone()).serving(of.clone()).answers(&graph).count();
        prop_assert_eq!(count(EventKind::Office), offices(&one, &other) + offices(&other, &one));
        prop_assert!(events.is_sorted_by_key(|event| (event.when().is_unknown(), event.when().first_day(), event.kind())));
    }

    #[test]
    fn company_and_counts_are_narrowed_as_a_list_of_all_would_be(graph in graphs(), who in prop::sample::select(WHO), least in 0_usize..4, most in 0_usize..4) {
        let all: Vec<_> = Company::default().of(name(who)).answers(&graph).collect();
        let few = Company::default().of(name(who)).at_least(least).at_most(most);
        let listed: Vec<_> = all.iter().filter(|row| row.meetings >= least).take(most).cloned().collect();
        prop_assert_eq!(few.answers(&graph).collect::<Vec<_>>(), listed);
        let titled = Company::default().of(name(who)).titled("minister");
        let holds = |who: &NodeName| Roles::default().of(who.clone()).title("minister").answers(&graph).next().is_some();
        let ministers: Vec<_> = all.iter().filter(|row| holds(&row.who.name)).cloned().collect();
        prop_assert_eq!(titled.answers(&graph).collect::<Vec<_>>(), ministers);
        for per in [Per::Day, Per::Month, Per::Year] {
            let counts = || MeetingCounts::of(Meetings::default()).per(per);
            let mut all: Vec<_> = counts().answers(&graph).collect();
            let exact = |on: Option<Date>| on.is_some_and(|on| match per {
                Per::Day => on.is_day(),
                Per::Month => !on.is_year(),
                _ => true,
            });
            all.sort_by_key(|row| (!exact(row.on), std::cmp::Reverse(row.meetings.len())));
            all.truncate(most);
            prop_assert_eq!(counts().most_first().at_most(most).answers(&graph).collect::<Vec<_>>(), all);
        }
    }

    #[test]
    fn who_is_told_in_office_on_a_day(graph in graphs(), on in prop::sample::select(DATES)) {
        let on: Date = on.parse().expect("a date");
        let mut told: BTreeSet<(NodeName, NodeName)> = BTreeSet::new();
        let mut between: BTreeSet<(NodeName, NodeName)> = BTreeSet::new();
        for row in of(&graph, RelationKind::Serves) {
            if !matches!(row.columns, Columns::Serves { status: RoleStatus::Current, .. }) { continue; }
            let days: Vec<Date> = row.evidence().iter().filter_map(|evidence| graph.report(&evidence.document)?.info().published).collect();
            let key = (graph.node(row.from).name.clone(), graph.node(row.to).name.clone());
            if days.iter().any(|day| day.covers(on) || on.covers(*day)) {
                told.insert(key);
            } else if days.iter().any(|day| day.last_day() < on.first_day()) && days.iter().any(|day| day.first_day() > on.last_day()) {
                between.insert(key);
            }
        }
        let mut found = [BTreeSet::new(), BTreeSet::new()];
        for holder in InOffice::on(Roles::default(), on).answers(&graph) {
            let of = holder.office.of.unwrap_or(holder.office.person);
            let key = (holder.office.person.name.clone(), of.name.clone());
            match holder.tenure {
                Tenure::Told => drop(found[0].insert(key)),
                Tenure::Between(first, last) => {
                    prop_assert!(first.last_day() < on.first_day() && last.last_day() >= on.first_day());
                    found[1].insert(key);
                }
                _ => {}
            }
        }
        prop_assert_eq!(&found[0], &told);
        // A title may be told on the day and another one only around it.
        prop_assert!(found[1].is_superset(&between.difference(&told).cloned().collect()), "{:?} {:?}", found[1], between);
    }

    #[test]
    fn a_change_of_position_brings_both_sides(graph in graphs()) {
        for change in Positions::default().changes(&graph) {
            prop_assert!(change.before.on < change.after.on && change.before.status != change.after.status);
            for held in [&change.before, &change.after] {
                prop_assert!(held.holders.iter().any(|holder| holder.name == change.who.name));
            }
        }
        let all = Positions::default().answers(&graph).count();
        prop_assert_eq!(all, Goals::default().answers(&graph).count());
    }
}
