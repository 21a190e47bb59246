//! Goals, positions, offices, meetings, company within days, and pages: what is
//! answered through the indexes and what is found by going through every relation agree.

#[path = "../../graph/tests/made/mod.rs"]
mod made;

use chancery_graph::{Columns, Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind};
use chancery_model::{
    AttendanceStatus, Date, Evidence, GoalStatus, MeetingKind, MeetingStatus, RoleStatus, When,
    fold,
};
use chancery_query::{
    Company, Dossier, Goals, MeetingCounts, Meetings, Per, Positions, Roles, WhoAttended, WhoSaid,
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
const WORDS: &[&str] = &["lavr", "he said", "OST", "talks"];

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

fn is(graph: &Graph, id: NodeId, word: &str) -> bool {
    graph.node(id).name == name(word)
}

fn within(when: When, since: Option<Date>, until: Option<Date>) -> bool {
    let first = when.from.or(when.to).map(Date::first_day);
    let last = when.to.or(when.from).map(Date::last_day);
    since.is_none_or(|since| last.is_some_and(|last| last >= since.first_day()))
        && until.is_none_or(|until| first.is_some_and(|first| first <= until.last_day()))
}

fn has(text: &str, words: &str) -> bool {
    let text = fold(text);
    fold(words).split(' ').all(|word| {
        let begins = word.chars().count() > 3;
        text.split(' ').any(|it| it == word || begins && it.starts_with(word))
    })
}

/// Whose word some evidence is.
fn teller(graph: &Graph, evidence: &Evidence) -> Option<NodeId> {
    graph.entity(&evidence.document, evidence.according_to.as_ref()?)
}

/// A goal in one way in which it stands: its node, how, whose, and the evidence.
fn stands(graph: &Graph) -> Vec<(NodeId, GoalStatus, BTreeSet<NodeId>, Evidence)> {
    let mut stands = Vec::new();
    for (goal, node) in graph.nodes(NodeKind::Goal) {
        let rows: Vec<_> = of(graph, RelationKind::Holds).filter(|row| row.to == goal).collect();
        for status in GoalStatus::ALL {
            let so = |row: &&&Relation| matches!(row.columns, Columns::Holds { status: held } if held == *status);
            let held: Vec<_> = rows.iter().filter(so).collect();
            let holders = held.iter().map(|row| row.from).collect();
            // Every holder's row of one telling has the evidence of the goal.
            if let Some(row) = held.first() {
                stands.push((goal, *status, holders, row.evidence()[0].clone()));
            }
        }
        if rows.is_empty() {
            let detail = node.goal().expect("a goal");
            stands.push((goal, detail.status, BTreeSet::new(), detail.evidence.clone()));
        }
    }
    stands
}

struct Asked {
    of: Option<&'static str>,
    with: Option<&'static str>,
    by: Option<&'static str>,
    at: Option<&'static str>,
    document: Option<&'static str>,
    words: Option<&'static str>,
    status: Option<GoalStatus>,
    since: Option<Date>,
    until: Option<Date>,
}

impl Asked {
    fn new(dice: &mut Dice) -> Self {
        let date = |dice: &mut Dice| {
            (dice.below(4) == 0).then(|| dice.pick(DATES).parse().expect("a date"))
        };
        let (since, until) = (date(dice), date(dice));
        let status = (dice.below(4) == 0).then(|| *dice.pick(GoalStatus::ALL));
        let mut perhaps = |list: &[&'static str]| (dice.below(4) == 0).then(|| *dice.pick(list));
        Self {
            of: perhaps(WHO),
            with: perhaps(WHO),
            by: perhaps(WHO),
            at: perhaps(&["meeting:d0/1", "meeting:d1/2", "meeting:d9/1"]),
            document: perhaps(&["d0", "d3"]),
            words: perhaps(WORDS),
            status,
            since,
            until,
        }
    }

    fn goals(&self) -> Goals {
        let mut asked = Goals::default();
        if let Some(of) = self.of {
            asked = asked.of(name(of));
        }
        if let Some(with) = self.with {
            asked = asked.with(name(with));
        }
        if let Some(by) = self.by {
            asked = asked.according_to(name(by));
        }
        if let Some(at) = self.at {
            asked = asked.set_at(name(at));
        }
        if let Some(document) = self.document {
            asked = asked.in_document(document.parse().expect("an id"));
        }
        if let Some(words) = self.words {
            asked = asked.words(words);
        }
        if let Some(status) = self.status {
            asked = asked.status(status);
        }
        if let Some(since) = self.since {
            asked = asked.since(since);
        }
        if let Some(until) = self.until {
            asked = asked.until(until);
        }
        asked
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn goals(graph in graphs(), seed in any::<u64>()) {
        let asked = Asked::new(&mut Dice::new(seed));
        let set_at = |goal: NodeId, at: &str| {
            let at = graph.find(&name(at));
            of(&graph, RelationKind::SetAt).any(|row| row.from == goal && Some(row.to) == at)
        };
        let mut listed = BTreeSet::new();
        for (goal, status, holders, evidence) in stands(&graph) {
            let node = graph.node(goal);
            let on = node.goal().expect("a goal").on.map(When::on).unwrap_or_default();
            let held = |who: &str| holders.iter().any(|holder| is(&graph, *holder, who));
            let fits = asked.of.is_none_or(held)
                && asked.with.is_none_or(held)
                && asked.by.is_none_or(|by| teller(&graph, &evidence).is_some_and(|who| is(&graph, who, by)))
                && asked.at.is_none_or(|at| set_at(goal, at))
                && asked.document.is_none_or(|document| evidence.document.as_str() == document)
                && asked.words.is_none_or(|words| has(&node.label, words))
                && asked.status.is_none_or(|wanted| wanted == status)
                && within(on, asked.since, asked.until);
            if fits {
                let holders: Vec<_> = holders.iter().map(|id| graph.node(*id).name.clone()).collect();
                listed.insert((node.name.clone(), status, holders));
            }
        }
        let answers: Vec<_> = asked.goals().answers(&graph).collect();
        let found: BTreeSet<_> = answers.iter().map(|held| {
            let holders: BTreeSet<_> = held.holders.iter().map(|who| graph.find(&who.name).expect("it")).collect();
            let holders: Vec<_> = holders.into_iter().map(|id| graph.node(id).name.clone()).collect();
            (held.goal.name.clone(), held.status, holders)
        }).collect();
        prop_assert_eq!(found.len(), answers.len(), "no answer comes twice");
        prop_assert_eq!(found, listed);
        let order = |held: &chancery_query::Held<'_>| (held.on.is_none(), held.on, held.evidence.document.clone());
        prop_assert!(answers.is_sorted_by_key(order));
    }

    #[test]
    fn positions_on_a_matter_and_who_changed(graph in graphs(), words in prop::sample::select(WORDS), who in prop::option::of(prop::sample::select(WHO))) {
        let mut asked = Positions::default().words(words);
        if let Some(who) = who { asked = asked.of(name(who)); }
        let mut listed: Vec<_> = stands(&graph).into_iter().filter(|(goal, _, holders, _)| {
            has(&graph.node(*goal).label, words) && who.is_none_or(|who| holders.iter().any(|it| is(&graph, *it, who)))
        }).collect();
        prop_assert_eq!(asked.answers(&graph).count(), listed.len());
        // Who stood one way, and the next time another way, all on the one matter.
        let day = |goal: NodeId| graph.node(goal).goal().expect("a goal").on;
        listed.retain(|(goal, ..)| day(*goal).is_some());
        listed.sort_by_key(|(goal, status, _, _)| {
            let told = &graph.node(*goal).goal().expect("a goal").evidence;
            (day(*goal), told.document.clone(), told.span, *goal, *status)
        });
        let mut changes: BTreeMap<NodeName, usize> = BTreeMap::new();
        let everybody: BTreeSet<NodeId> = listed.iter().flat_map(|it| it.2.iter().copied()).collect();
        for who in everybody {
            let theirs: Vec<_> = listed.iter().filter(|it| it.2.contains(&who)).collect();
            let changed = theirs.windows(2).filter(|pair| pair[0].1 != pair[1].1 && day(pair[0].0) < day(pair[1].0)).count();
            if changed > 0 { changes.insert(graph.node(who).name.clone(), changed); }
        }
        let mut found: BTreeMap<NodeName, usize> = BTreeMap::new();
        for change in asked.changes(&graph) { *found.entry(change.who.name.clone()).or_default() += 1; }
        prop_assert_eq!(found, changes);
    }

    #[test]
    fn offices(graph in graphs(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let status = (dice.below(3) == 0).then(|| *dice.pick(RoleStatus::ALL));
        let mut perhaps = |list: &[&'static str]| (dice.below(3) == 0).then(|| *dice.pick(list));
        let (person, served, title, document) = (perhaps(WHO), perhaps(WHO), perhaps(&["president", "envoy", "pres"]), perhaps(&["d0", "d2"]));
        let mut asked = Roles::default();
        if let Some(person) = person { asked = asked.of(name(person)); }
        if let Some(served) = served { asked = asked.serving(name(served)); }
        if let Some(title) = title { asked = asked.title(title); }
        if let Some(status) = status { asked = asked.status(status); }
        if let Some(document) = document { asked = asked.in_document(document.parse().expect("an id")); }
        let listed: Vec<_> = of(&graph, RelationKind::Serves).filter(|row| {
            let Columns::Serves { title: held, status: stands } = &row.columns else { return false };
            person.is_none_or(|person| is(&graph, row.from, person))
                && served.is_none_or(|served| row.from != row.to && is(&graph, row.to, served))
                && title.is_none_or(|title| has(held, title))
                && status.is_none_or(|status| status == *stands)
                && document.is_none_or(|document| row.evidence().iter().any(|it| it.document.as_str() == document))
        }).map(|row| std::ptr::from_ref(row.evidence())).collect();
        let found: Vec<_> = asked.answers(&graph).map(|office| std::ptr::from_ref(office.evidence)).collect();
        prop_assert_eq!(found.len(), listed.len());
        prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), listed.into_iter().collect::<BTreeSet<_>>());
    }

    #[test]
    fn meetings_and_company_within_days(graph in graphs(), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let kind = (dice.below(4) == 0).then(|| *dice.pick(MeetingKind::ALL));
        let status = (dice.below(3) == 0).then(|| *dice.pick(MeetingStatus::ALL));
        let date = |dice: &mut Dice| (dice.below(2) == 0).then(|| dice.pick(DATES).parse::<Date>().expect("a date"));
        let (since, until) = (date(&mut dice), date(&mut dice));
        let mut perhaps = |list: &[&'static str]| (dice.below(2) == 0).then(|| *dice.pick(list));
        let (one, other, place) = (perhaps(WHO), perhaps(WHO), perhaps(&["place:ankara", "state:RU"]).filter(|_| seed % 3 == 0));
        let mut asked = Meetings::default();
        if let Some(one) = one { asked = asked.with(name(one)); }
        if let Some(other) = other { asked = asked.with(name(other)); }
        if let Some(place) = place { asked = asked.place(name(place)); }
        if let Some(kind) = kind { asked = asked.kind(kind); }
        if let Some(status) = status { asked = asked.status(status); }
        if let Some(since) = since { asked = asked.since(since); }
        if let Some(until) = until { asked = asked.until(until); }
        let party = |row: &Relation| matches!(row.columns, Columns::Attended { status: AttendanceStatus::Attended | AttendanceStatus::Expected, .. });
        let there = |meeting: NodeId, who: &str| of(&graph, RelationKind::Attended).any(|row| row.to == meeting && party(row) && is(&graph, row.from, who));
        let held_in = |meeting: NodeId, place: &str| of(&graph, RelationKind::HeldIn).any(|row| row.from == meeting && is(&graph, row.to, place));
        let in_days = |node: &Node| within(node.meeting().expect("a meeting").when, since, until);
        let mut listed = BTreeSet::new();
        for (id, node) in graph.nodes(NodeKind::Meeting) {
            let detail = node.meeting().expect("a meeting");
            if one.is_none_or(|who| there(id, who))
                && other.is_none_or(|who| there(id, who))
                && place.is_none_or(|place| held_in(id, place))
                && kind.is_none_or(|kind| kind == detail.kind)
                && status.is_none_or(|status| status == detail.status)
                && in_days(node)
            {
                let rows = of(&graph, RelationKind::Attended).filter(|row| row.to == id).count();
                listed.insert((node.name.clone(), rows));
            }
        }
        let answers: Vec<_> = asked.answers(&graph).collect();
        let found: BTreeSet<_> = answers.iter().map(|met| (met.meeting.name.clone(), met.attendance.len())).collect();
        prop_assert_eq!(answers.len(), found.len());
        prop_assert_eq!(&found, &listed);
        prop_assert!(answers.is_sorted_by_key(|met| (met.when.first_day().is_none(), met.when.first_day())));
        // Each is counted once a day, month and year, however they are narrowed.
        for per in [Per::Day, Per::Month, Per::Year] {
            let counted = MeetingCounts::of(asked.clone()).per(per).answers(&graph);
            prop_assert_eq!(counted.map(|count| count.meetings.len()).sum::<usize>(), listed.len());
        }
        // With whom the first of them sat on those days.
        let Some(one) = one else { return Ok(()) };
        let mut company: BTreeMap<NodeName, BTreeSet<NodeId>> = BTreeMap::new();
        for row in of(&graph, RelationKind::Attended).filter(|row| party(row)) {
            if there(row.to, one) && in_days(graph.node(row.to)) && !is(&graph, row.from, one) {
                company.entry(graph.node(row.from).name.clone()).or_default().insert(row.to);
            }
        }
        let mut ranked = Company::default().of(name(one));
        if let Some(since) = since { ranked = ranked.since(since); }
        if let Some(until) = until { ranked = ranked.until(until); }
        let ranked: Vec<_> = ranked.answers(&graph).collect();
        prop_assert!(ranked.is_sorted_by_key(|row| std::cmp::Reverse(row.meetings)));
        let ranked: BTreeMap<_, _> = ranked.into_iter().map(|row| (row.who.name.clone(), row.meetings)).collect();
        let company: BTreeMap<_, _> = company.into_iter().map(|(who, met)| (who, met.len())).collect();
        prop_assert_eq!(ranked, company);
    }

    #[test]
    fn a_page_has_all_that_each_question_finds(graph in graphs(), who in prop::sample::select(WHO), most in 0_usize..3) {
        let Some(page) = Dossier::of(name(who)).most(most).answer(&graph) else {
            prop_assert!(graph.find(&name(who)).is_none());
            return Ok(());
        };
        let who = || name(who);
        let said = if who().kind() == NodeKind::State { WhoSaid::default().by_state(who()) } else { WhoSaid::default().by(who()) };
        prop_assert_eq!(page.counts.meetings, Meetings::default().with(who()).answers(&graph).count());
        prop_assert_eq!(page.counts.missed, WhoAttended::default().who(who()).left_out().answers(&graph).count());
        prop_assert_eq!(page.counts.said, said.answers(&graph).count());
        prop_assert_eq!(page.counts.goals, Goals::default().of(who()).answers(&graph).count());
        if who().kind() == NodeKind::Person {
            prop_assert_eq!(page.counts.offices, Roles::default().of(who()).answers(&graph).count());
        }
        let lists = [page.meetings.len(), page.missed.len(), page.said.len(), page.goals.len(), page.offices.len()];
        prop_assert!(lists.iter().all(|listed| *listed <= most));
    }
}
