//! Who is who, as decided: on any documents, in any order of them, and taken back again.

mod made;

use chancery_graph::{
    Archive, Columns, Decision, Graph, NodeKind, NodeName, RelationKind, Report, StoreError,
};
use chancery_model::DocumentId;
use made::{Dice, report};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

const NAMES: &[&str] = &[
    "person:ann-lee",
    "person:bo-lee",
    "person:cy-öst",
    "person:nobody",
    "state:RU",
    "state:US",
    "meeting:d0/1",
    "meeting:d0/2",
    "meeting:d1/1",
];

fn name(name: &str) -> NodeName {
    name.parse().expect("a name")
}

fn same(a: &str, b: &str) -> Decision {
    Decision::Same(name(a), name(b))
}

/// Some decisions that make sense.
fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let pair = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5_usize);
    prop::collection::vec(pair, 0..7).prop_map(|pairs| {
        let decision = |(a, b, kind): (prop::sample::Index, prop::sample::Index, usize)| {
            let (a, b) = (name(NAMES[a.index(NAMES.len())]), name(NAMES[b.index(NAMES.len())]));
            match kind {
                0 => Some(Decision::Name(a, format!("Called {b}"))),
                _ if a == b || a.kind() != b.kind() => None,
                1 => Some(Decision::Distinct(a, b)),
                _ => Some(Decision::Same(a, b)),
            }
        };
        pairs.into_iter().filter_map(decision).collect()
    })
}

fn reports() -> impl Strategy<Value = Vec<Arc<Report>>> {
    prop::collection::vec(any::<u64>(), 0..4).prop_map(|seeds| {
        let reports = seeds.into_iter().enumerate();
        reports.map(|(document, seed)| Arc::new(report(document, seed))).collect()
    })
}

/// A relation by the names of its ends, with every place that proves it.
type Told = BTreeMap<(NodeName, NodeName, String), BTreeSet<(DocumentId, usize, usize)>>;

/// What a graph tells, with each name replaced.
fn told(graph: &Graph, named: impl Fn(&NodeName) -> NodeName) -> Told {
    let mut told = Told::new();
    for relation in graph.all_relations() {
        let columns = match &relation.columns {
            Columns::Serves { title, status } => format!("{} {status}", title.to_lowercase()),
            columns => format!("{columns:?}"),
        };
        let ends = [relation.from, relation.to].map(|node| named(&graph.node(node).name));
        let [from, to] = ends;
        let proofs = relation.evidence().iter();
        told.entry((from, to, columns))
            .or_default()
            .extend(proofs.map(|it| (it.document.clone(), it.span.start(), it.span.end())));
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn nodes_that_are_one_have_all_that_each_had_and_nothing_else_changes(
        reports in reports(), decisions in decisions()
    ) {
        let plain = Graph::of(reports.clone());
        let decided = Graph::decided(reports, decisions);
        let named = |name: &NodeName| decided.canonical(name).clone();
        prop_assert_eq!(told(&decided, Clone::clone), told(&plain, named));
        let nodes: BTreeSet<NodeName> = plain.all_nodes().iter().map(|node| named(&node.name)).collect();
        prop_assert_eq!(decided.all_nodes().iter().map(|it| it.name.clone()).collect::<BTreeSet<_>>(), nodes);
        for node in plain.all_nodes() {
            let found = decided.find(&node.name).expect("any member's name finds it");
            let kept = decided.node(found);
            prop_assert_eq!(kept.kind(), node.kind());
            for passage in &node.passages {
                prop_assert!(kept.passages.contains(passage));
            }
            let others = decided.other_names(found);
            prop_assert!(kept.name == node.name || others.contains(&node.name));
            prop_assert!(others.iter().all(|other| *other > kept.name), "the least name is its own");
        }
    }

    #[test]
    fn the_order_of_documents_does_not_matter_and_that_of_decisions_only_where_they_contradict(
        reports in reports(), decisions in decisions(), seed in any::<u64>()
    ) {
        let mut dice = Dice::new(seed);
        let expected = Graph::decided(reports.clone(), decisions.clone());
        let mut shuffled = reports.clone();
        for i in (1..shuffled.len()).rev() {
            shuffled.swap(i, dice.below(i + 1));
        }
        prop_assert_eq!(&Graph::decided(shuffled.clone(), decisions.clone()), &expected);
        let mut one_by_one = Graph::decided([], decisions.clone());
        for report in shuffled {
            one_by_one.add(report);
        }
        prop_assert_eq!(&one_by_one, &expected);
        let mut only_same: Vec<Decision> =
            decisions.into_iter().filter(|it| matches!(it, Decision::Same(..))).collect();
        let expected = Graph::decided(reports.clone(), only_same.clone());
        for i in (1..only_same.len()).rev() {
            only_same.swap(i, dice.below(i + 1));
        }
        prop_assert_eq!(Graph::decided(reports, only_same), expected);
    }

    #[test]
    fn the_last_word_between_two_names_holds(decisions in decisions(), a in 0..4_usize, b in 0..4_usize) {
        prop_assume!(a != b);
        let (a, b) = (name(NAMES[a]), name(NAMES[b]));
        for (last, one) in [
            (Decision::Same(a.clone(), b.clone()), true),
            (Decision::Distinct(a.clone(), b.clone()), false),
        ] {
            let graph = Graph::decided([], decisions.iter().cloned().chain([last]));
            prop_assert_eq!(graph.canonical(&a) == graph.canonical(&b), one);
        }
    }
}

/// A folder that is gone when the test is over.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

#[test]
fn decisions_are_recorded_dated_and_can_be_taken_back() {
    let folder = folder("decided");
    let mut archive = Archive::create(&folder).expect("an archive");
    archive.add(vec![report(0, 3), report(1, 5)]).expect("added");
    let plain = archive.graph().clone();
    // Given in either order, and twice: one decision.
    archive.decide(same("person:bo-lee", "person:ann-lee")).expect("decided");
    archive.decide(same("person:ann-lee", "person:bo-lee")).expect("decided");
    let called = Decision::Name(name("person:bo-lee"), " A. B. Lee ".to_owned());
    archive.decide(called.clone()).expect("decided");
    for archive in [&archive, &Archive::open(&folder).expect("an archive")] {
        let graph = archive.graph();
        let one = graph.find(&name("person:bo-lee")).expect("it is there");
        assert_eq!(graph.node(one).name, name("person:ann-lee"));
        assert_eq!(graph.node(one).label, "A. B. Lee");
        assert_eq!(graph.named("a b lee")[0].node, one);
        assert_eq!(graph.named("person:bo-lee")[0].node, one);
        assert_eq!(graph.other_names(one), [name("person:bo-lee")]);
        let times: Vec<_> = archive.decisions().map(|(_, at)| at).collect();
        assert!(times.len() == 2 && times[0] < times[1], "{times:?}");
        // Who is who is as decided today, also in what was known before.
        assert_eq!(archive.as_of(times[0]).expect("it is read"), *graph);
    }
    assert!(archive.undo(same("person:bo-lee", "person:ann-lee")).expect("taken back"));
    assert!(!archive.undo(same("person:bo-lee", "person:ann-lee")).expect("looked for"));
    assert!(archive.undo(called).expect("taken back"));
    assert_eq!(archive.graph(), &plain);
    assert_eq!(Archive::open(&folder).expect("an archive").graph(), &plain);
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn what_cannot_be_is_refused_and_not_written() {
    let folder = folder("refused");
    let mut archive = Archive::create(&folder).expect("an archive");
    for decision in [
        same("person:ann-lee", "person:ann-lee"),
        same("person:ann-lee", "state:FR"),
        same("document:a", "document:b"),
        same("person:ann lee", "person:ann-lee"),
        Decision::Name(name("person:ann-lee"), String::new()),
        Decision::Name(name("person:ann-lee"), "a".repeat(1001)),
    ] {
        let error = archive.decide(decision).expect_err("it cannot be");
        assert!(matches!(error, StoreError::Decision { .. }), "{error}");
    }
    assert_eq!(archive.decisions().len(), 0);
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn two_reports_of_one_meeting_are_counted_once() {
    let reports: Vec<_> = (0..40).map(|seed| Arc::new(report(seed % 2, seed as u64))).collect();
    let pair = reports.chunks(2).find(|pair| {
        pair.iter().all(|report| {
            report.facts().meetings.first().is_some_and(|meeting| !meeting.attendance.is_empty())
        })
    });
    let pair = pair.expect("two reports with a meeting each").to_vec();
    let plain = Graph::of(pair.clone());
    let graph = Graph::decided(pair, [same("meeting:d0/1", "meeting:d1/1")]);
    let meetings = |graph: &Graph| graph.nodes(NodeKind::Meeting).count();
    assert_eq!(meetings(&graph) + 1, meetings(&plain));
    let one = graph.find(&name("meeting:d1/1")).expect("it is there");
    assert_eq!(graph.node(one).name, name("meeting:d0/1"));
    let documents: BTreeSet<_> = graph
        .relations_to(one, RelationKind::Attended)
        .flat_map(|relation| relation.evidence().iter().map(|evidence| evidence.document.clone()))
        .collect();
    assert_eq!(documents.len(), 2, "those who attended are told by both");
}
