//! The graph and a plain list of facts agree, whatever is done to them and in whatever order.

mod made;

use chancery_graph::{Columns, Graph, NodeId, NodeName, RelationKind, Report};
use chancery_model::{Date, DocumentId, EntityId, EntityKind, Meeting, MeetingKind};
use made::{Dice, report};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A few reports, each of another document.
fn reports() -> impl Strategy<Value = Vec<Report>> {
    prop::collection::vec(any::<u64>(), 0..6).prop_map(|seeds| {
        seeds.into_iter().enumerate().map(|(document, seed)| report(document, seed)).collect()
    })
}

fn id(graph: &Graph, id: &EntityId) -> NodeId {
    graph.find(&NodeName::from(id)).expect("every entity is a node")
}

/// Whether a person and two more are told of it, or two sides and day or place, or one of them who travels
/// and day or place, or one of them and both.
fn is_singled_out(meeting: &Meeting) -> bool {
    let persons =
        meeting.attendance.iter().filter(|it| it.who.kind() == EntityKind::Person).count();
    let sides = meeting.attendance.len() - persons;
    let day = meeting.when.from.is_some_and(Date::is_day) && meeting.when.to.is_some();
    let place = meeting.place.is_some();
    let of_one = meeting.kind == MeetingKind::Visit || day && place;
    persons > 1
        || persons > 0 && sides > 1
        || (day || place) && (sides > 1 || persons + sides > 0 && of_one)
}

proptest! {
    #[test]
    fn any_order_gives_the_same_graph(reports in reports(), seed in any::<u64>()) {
        let sorted: Graph = reports.iter().cloned().collect();
        let mut dice = Dice::new(seed);
        let mut shuffled = reports.clone();
        for i in (1..shuffled.len()).rev() {
            shuffled.swap(i, dice.below(i + 1));
        }
        let twice = shuffled.iter().chain(&reports).cloned();
        prop_assert_eq!(&twice.collect::<Graph>(), &sorted);
        let mut one_by_one = Graph::default();
        for report in shuffled {
            one_by_one.add(report);
        }
        prop_assert_eq!(one_by_one, sorted);
    }

    #[test]
    fn what_is_done_one_by_one_is_what_a_map_would_hold(
        steps in prop::collection::vec((0..4_usize, any::<bool>(), any::<u64>()), 0..12)
    ) {
        let mut graph = Graph::default();
        let mut map: BTreeMap<DocumentId, Report> = BTreeMap::new();
        for (document, add, seed) in steps {
            let report = report(document, seed);
            let id = report.id().clone();
            if add {
                map.insert(id, report.clone());
                graph.add(report);
            } else {
                prop_assert_eq!(graph.withdraw(&id), map.remove(&id).is_some());
            }
        }
        prop_assert_eq!(graph, map.into_values().collect::<Graph>());
    }

    #[test]
    fn the_graph_holds_each_fact_and_no_other(reports in reports()) {
        let graph: Graph = reports.iter().cloned().collect();
        let mut expected: BTreeSet<(NodeId, NodeId, Columns)> = BTreeSet::new();
        for report in &reports {
            let facts = report.facts();
            for meeting in &facts.meetings {
                let handle = meeting.id.as_str().strip_prefix("meeting:").expect("numbered");
                let name: NodeName = format!("meeting:{}/{handle}", report.id()).parse().expect("a name");
                let Some(node) = graph.find(&name) else {
                    prop_assert!(!is_singled_out(meeting), "{name} is no node");
                    continue;
                };
                for attendance in &meeting.attendance {
                    let (status, capacity) = (attendance.status, attendance.capacity.clone());
                    let who = id(&graph, &attendance.who);
                    expected.insert((who, node, Columns::Attended { status, capacity }));
                }
                if let Some(place) = &meeting.place {
                    expected.insert((node, id(&graph, place), Columns::HeldIn));
                }
            }
        }
        let rows = [RelationKind::Attended, RelationKind::HeldIn].map(|kind| graph.relations(kind));
        let held: Vec<_> =
            rows.iter().flat_map(|rows| *rows).map(|r| (r.from, r.to, r.columns.clone())).collect();
        prop_assert_eq!(held.len(), expected.len());
        prop_assert_eq!(held.into_iter().collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn every_relation_joins_what_it_may_and_points_at_words(reports in reports()) {
        let graph: Graph = reports.into_iter().collect();
        for pair in graph.all_nodes().windows(2) {
            prop_assert!((pair[0].kind(), &pair[0].name) < (pair[1].kind(), &pair[1].name));
        }
        for node in graph.all_nodes() {
            prop_assert_eq!(node.kind(), node.name.kind());
            prop_assert_eq!(node.name.as_str().parse::<NodeName>(), Ok(node.name.clone()));
        }
        for relation in graph.all_relations() {
            let (from, to) = (graph.node(relation.from), graph.node(relation.to));
            prop_assert!(relation.kind().joins(from.kind(), to.kind()), "{:?}", relation);
            prop_assert!(!relation.evidence().is_empty());
            for evidence in relation.evidence() {
                prop_assert!(graph.words(evidence).is_some());
            }
            let sorted = relation.evidence().is_sorted_by_key(|e| (e.document.clone(), e.span));
            prop_assert!(sorted);
        }
    }

    #[test]
    fn rows_are_the_relations_of_a_node_by_day(reports in reports()) {
        let graph: Graph = reports.into_iter().collect();
        for kind in RelationKind::ALL {
            let all = || graph.all_relations().iter().filter(|r| r.kind() == *kind);
            prop_assert_eq!(graph.relations(*kind).len(), all().count());
            for index in 0..graph.node_count() {
                let node = graph.find(&graph.all_nodes()[index].name).expect("it is there");
                prop_assert_eq!(node.index(), index);
                let from: Vec<_> = graph.relations_from(node, *kind).iter().collect();
                prop_assert_eq!(&from, &all().filter(|r| r.from == node).collect::<Vec<_>>());
                let mut to: Vec<_> = graph.relations_to(node, *kind).collect();
                for rows in [&from, &to] {
                    let days = |r: &&&_| { let r: &chancery_graph::Relation = r; (r.when.first_day().is_none(), r.when.first_day()) };
                    prop_assert!(rows.iter().is_sorted_by_key(|r| days(&r)));
                }
                to.sort_by_key(|r| std::ptr::from_ref(*r));
                prop_assert_eq!(to, all().filter(|r| r.to == node).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn every_name_finds_its_node(reports in reports()) {
        let graph: Graph = reports.iter().cloned().collect();
        for entity in reports.iter().flat_map(|report| &report.facts().entities) {
            let node = id(&graph, &entity.id);
            for name in [entity.name.as_str(), &entity.name.to_lowercase(), entity.id.as_str()] {
                prop_assert!(graph.named(name).iter().any(|found| found.node == node), "{}", name);
            }
        }
    }
}

#[test]
fn evidence_of_one_office_gathers_from_all_its_documents() {
    let json = |document: &str, title: &str, day: &str| {
        format!(
            r#"{{"document": {{"id": "{document}", "title": null, "published": "{day}", "source": null}},
            "entities": [
              {{"id": "person:ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [[10, 17]]}},
              {{"id": "state:FR", "kind": "state", "name": "France", "mentions": [[0, 6]]}}],
            "roles": [{{"person": "person:ann-lee", "of": "state:FR", "title": "{title}",
                        "status": "current", "evidence": [0, 17]}}]}}"#
        )
    };
    let report = |document, title, day| {
        let facts = chancery_model::Facts::from_json(&json(document, title, day)).expect("facts");
        Report::new(facts, "France PM Ann Lee").expect("a report")
    };
    let mut graph: Graph = [
        report("c", "Prime Minister", "2025-03-01"),
        report("a", "prime minister", "2024-05-01"),
        report("b", "Prime Minister", "2025"),
    ]
    .into_iter()
    .collect();
    let [office] = graph.relations(RelationKind::Serves) else { panic!("one office") };
    let documents: Vec<_> = office.evidence().iter().map(|e| e.document.as_str()).collect();
    assert_eq!(documents, ["a", "b", "c"]);
    let Columns::Serves { title, .. } = &office.columns else { panic!("an office") };
    assert_eq!(title, "Prime Minister");
    let told = (office.when.from.map(|d| d.to_string()), office.when.to.map(|d| d.to_string()));
    assert_eq!(told, (Some("2024-05-01".to_owned()), Some("2025".to_owned())));
    for document in ["a", "b", "c"] {
        assert!(graph.withdraw(&document.parse().expect("an id")));
    }
    assert_eq!(graph, Graph::default());
}
