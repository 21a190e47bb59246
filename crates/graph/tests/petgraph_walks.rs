//! petgraph's algorithms give the same answers on the view as on a petgraph graph.

mod gold;
mod made;

use chancery_graph::{Graph, NodeId, RelationKind};
use made::report;
use petgraph::Direction;
use petgraph::algo::{
    all_simple_paths, bidirectional_dijkstra, connected_components, dijkstra, kosaraju_scc,
    toposort,
};
use petgraph::data::DataMap;
use petgraph::visit::{
    Bfs, Dfs, EdgeCount, EdgeFiltered, EdgeRef, GetAdjacencyMatrix, IntoEdgeReferences,
    IntoEdgesDirected, IntoNeighborsDirected, IntoNodeIdentifiers, IntoNodeReferences, NodeCount,
    NodeIndexable, UndirectedAdaptor, Walker,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::RandomState;

/// Compares the walks from one node, and those of the whole graph.
fn compare(graph: &Graph) {
    let view = graph.view();
    let theirs = graph.to_petgraph();
    assert_eq!(view.node_count(), theirs.node_count());
    assert_eq!(view.edge_count(), theirs.edge_count());
    assert_eq!(connected_components(view), connected_components(&theirs));
    let scc = |found: Vec<Vec<usize>>| -> BTreeSet<BTreeSet<usize>> {
        found.into_iter().map(|nodes| nodes.into_iter().collect()).collect()
    };
    let ours =
        kosaraju_scc(view).into_iter().map(|nodes| nodes.iter().map(|n| n.index()).collect());
    let other =
        kosaraju_scc(&theirs).into_iter().map(|nodes| nodes.iter().map(|n| n.index()).collect());
    assert_eq!(scc(ours.collect()), scc(other.collect()));
    assert_eq!(toposort(view, None).is_ok(), toposort(&theirs, None).is_ok());
    let (matrix, other) = (view.adjacency_matrix(), theirs.adjacency_matrix());
    for (one, from) in view.node_identifiers().zip(theirs.node_indices()).take(40) {
        for (two, to) in view.node_identifiers().zip(theirs.node_indices()) {
            let adjacent = theirs.is_adjacent(&other, from, to);
            assert_eq!(view.is_adjacent(&matrix, one, two), adjacent, "{one:?} {two:?}");
        }
    }
    let both = view.node_identifiers().zip(theirs.node_indices());
    let ends = || both.clone().step_by(1 + view.node_count() / 8);
    for ((one, from), (two, to)) in ends().flat_map(|one| ends().map(move |two| (one, two))) {
        let ours = bidirectional_dijkstra(view, one, two, |_| 1);
        assert_eq!(ours, bidirectional_dijkstra(&theirs, from, to, |_| 1));
        let ours: BTreeSet<Vec<usize>> =
            all_simple_paths::<Vec<_>, _, RandomState>(view, one, two, 0, Some(2))
                .map(|path| path.into_iter().map(NodeId::index).collect())
                .collect();
        let other: BTreeSet<Vec<usize>> =
            all_simple_paths::<Vec<_>, _, RandomState>(&theirs, from, to, 0, Some(2))
                .map(|path| path.into_iter().map(|node| theirs.to_index(node)).collect())
                .collect();
        assert_eq!(ours, other);
    }
    // Offices are dearer than other relations, so that the lengths differ.
    let cost = |kind| if kind == RelationKind::Serves { 5 } else { 1 };
    for (start, their_start) in view.node_identifiers().zip(theirs.node_indices()).take(12) {
        let ours: BTreeMap<usize, u32> =
            dijkstra(view, start, None, |edge| cost(edge.weight().kind()))
                .into_iter()
                .map(|(node, cost)| (node.index(), cost))
                .collect();
        let other: BTreeMap<usize, u32> = dijkstra(&theirs, their_start, None, |edge| {
            cost(graph.relation(*edge.weight()).kind())
        })
        .into_iter()
        .map(|(node, cost)| (node.index(), cost))
        .collect();
        assert_eq!(ours, other);
        let ours: BTreeSet<usize> = Bfs::new(view, start).iter(view).map(NodeId::index).collect();
        let other =
            Bfs::new(&theirs, their_start).iter(&theirs).map(|n| theirs.to_index(n)).collect();
        assert_eq!(ours, other);
        let both_ways = UndirectedAdaptor(view);
        let ours: BTreeSet<usize> =
            Dfs::new(both_ways, start).iter(both_ways).map(NodeId::index).collect();
        let other_ways = UndirectedAdaptor(&theirs);
        let other = Dfs::new(other_ways, their_start)
            .iter(other_ways)
            .map(|n| theirs.to_index(n))
            .collect();
        assert_eq!(ours, other);
        for direction in [Direction::Outgoing, Direction::Incoming] {
            let mut ours: Vec<_> =
                view.neighbors_directed(start, direction).map(NodeId::index).collect();
            let mut other: Vec<_> = theirs
                .neighbors_directed(their_start, direction)
                .map(|n| theirs.to_index(n))
                .collect();
            ours.sort_unstable();
            other.sort_unstable();
            assert_eq!(ours, other);
            for edge in view.edges_directed(start, direction) {
                let here =
                    if direction == Direction::Outgoing { edge.source() } else { edge.target() };
                assert_eq!(here, start);
            }
        }
    }
    for (node, weight) in view.node_references() {
        assert_eq!(view.node_weight(node), Some(weight));
        assert_eq!(NodeIndexable::from_index(&view, NodeIndexable::to_index(&view, node)), node);
    }
    for edge in view.edge_references() {
        assert_eq!(view.edge_weight(edge.id()), Some(edge.relation()));
    }
}

#[test]
fn on_the_sample_articles() {
    compare(&gold::graph());
}

#[test]
fn on_nothing() {
    compare(&Graph::default());
}

#[test]
fn two_ministers_are_a_meeting_apart() {
    let graph = gold::graph();
    let find = |name: &str| graph.find(&name.parse().expect("a name")).expect("a node");
    let met =
        EdgeFiltered::from_fn(graph.view(), |edge| edge.weight().kind() == RelationKind::Attended);
    let far = dijkstra(UndirectedAdaptor(&met), find("person:marco-rubio"), None, |_| 1);
    assert_eq!(far[&find("person:sergey-lavrov")], 2);
    assert_eq!(far[&find("person:antony-blinken")], 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_window_hides_what_did_not_happen_in_it_and_no_node(
        seeds in prop::collection::vec(any::<u64>(), 0..5), first in 0..5_usize, last in 0..5_usize,
        kinds in prop::option::of(prop::sample::subsequence(RelationKind::ALL, 0..6)),
    ) {
        const DATES: [&str; 5] = ["2022", "2023", "2025-02-18", "2025-02", "2025-03-01"];
        let reports = seeds.into_iter().enumerate().map(|(document, seed)| report(document, seed));
        let graph: Graph = reports.collect();
        let [first, last] = [first, last].map(|at| DATES[at].parse::<chancery_model::Date>().expect("a date"));
        let mut window = graph.view().between(first, last);
        if let Some(kinds) = &kinds {
            window = window.only(RelationKind::ALL).only(kinds);
        }
        let chosen = |kind| kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind));
        let (from, to) = (first.first_day(), last.last_day());
        let inside: BTreeSet<usize> = graph
            .all_relations()
            .iter()
            .enumerate()
            .filter(|(_, relation)| {
                let days = relation.when.first_day().zip(relation.when.last_day());
                chosen(relation.kind()) && from <= to && days.is_some_and(|(begins, ends)| begins <= to && ends >= from)
            })
            .map(|(i, _)| i)
            .collect();
        let shown = |edges: &mut dyn Iterator<Item = usize>| edges.collect::<BTreeSet<usize>>();
        prop_assert_eq!(&shown(&mut window.edge_references().map(|edge| edge.id().index())), &inside);
        prop_assert_eq!(window.edge_count(), inside.len());
        prop_assert_eq!(window.node_count(), graph.node_count());
        let mut theirs = graph.to_petgraph();
        theirs.retain_edges(|_, edge| inside.contains(&edge.index()));
        prop_assert_eq!(connected_components(window), connected_components(&theirs));
        let mut by_node = BTreeSet::new();
        for node in window.node_identifiers() {
            for direction in [Direction::Outgoing, Direction::Incoming] {
                by_node.extend(window.edges_directed(node, direction).map(|edge| edge.id().index()));
            }
            for kind in RelationKind::ALL {
                prop_assert!(window.relations_from(node, *kind).all(|relation| window.shows(relation)));
                prop_assert!(window.relations_to(node, *kind).all(|relation| window.shows(relation)));
            }
        }
        prop_assert_eq!(&by_node, &inside);
        let by_kind: usize = RelationKind::ALL.iter().map(|kind| window.relations(*kind).count()).sum();
        prop_assert_eq!(by_kind, inside.len());
    }

    #[test]
    fn on_any_reports(seeds in prop::collection::vec(any::<u64>(), 0..5)) {
        let reports = seeds.into_iter().enumerate().map(|(document, seed)| report(document, seed));
        compare(&reports.collect());
    }
}
