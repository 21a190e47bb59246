//! petgraph's algorithms give the same answers on the view as on a petgraph graph.

mod gold;
mod made;

use chancery_graph::{Graph, NodeId, RelationKind};
use made::report;
use petgraph::Direction;
use petgraph::algo::{connected_components, dijkstra, kosaraju_scc, toposort};
use petgraph::data::DataMap;
use petgraph::visit::{
    Bfs, Dfs, EdgeCount, EdgeFiltered, EdgeRef, IntoEdgeReferences, IntoEdgesDirected,
    IntoNeighborsDirected, IntoNodeIdentifiers, IntoNodeReferences, NodeCount, NodeIndexable,
    UndirectedAdaptor, Walker,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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
    fn on_any_reports(seeds in prop::collection::vec(any::<u64>(), 0..5)) {
        let reports = seeds.into_iter().enumerate().map(|(document, seed)| report(document, seed));
        compare(&reports.collect());
    }
}
