//! petgraph's algorithms give the same answers on a generation as on a petgraph graph of its rows.

use chancery_graph::{EventTable, GenerationBuilder, GenerationView, NodeId, RelationKind};
use petgraph::Direction;
use petgraph::algo::{astar, connected_components, dijkstra, kosaraju_scc};
use petgraph::graph::DiGraph;
use petgraph::visit::{
    EdgeFiltered, EdgeIndexable, EdgeRef, IntoEdgeReferences, IntoEdgesDirected,
    IntoNodeIdentifiers, NodeIndexable, UndirectedAdaptor,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const CODES: [&str; 3] = ["Consult", "Make statement", "Yield"];

fn compare(view: GenerationView) {
    let mut theirs = DiGraph::<NodeId, RelationKind>::new();
    let nodes: Vec<_> = view.node_identifiers().map(|id| theirs.add_node(id)).collect();
    for from in view.node_identifiers() {
        for kind in RelationKind::ALL {
            for link in view.row(from, *kind, Direction::Outgoing).iter() {
                theirs.add_edge(nodes[from.index()], nodes[link.node.index()], *kind);
            }
        }
    }
    assert_eq!(theirs.edge_count(), view.relation_count());
    assert_eq!(view.edge_references().count(), view.relation_count());
    assert_eq!(connected_components(view), connected_components(&theirs));
    let ours: BTreeSet<BTreeSet<usize>> = kosaraju_scc(view)
        .into_iter()
        .map(|part| part.into_iter().map(NodeId::index).collect())
        .collect();
    let other: BTreeSet<BTreeSet<usize>> = kosaraju_scc(&theirs)
        .into_iter()
        .map(|part| part.into_iter().map(|node| NodeIndexable::to_index(&theirs, node)).collect())
        .collect();
    assert_eq!(ours, other);
    // What goes out of one node comes in at another, under one id.
    let ids = |way| {
        let edges = view.node_identifiers().flat_map(|node| view.edges_directed(node, way));
        edges
            .map(|edge| (EdgeIndexable::to_index(&view, edge.id()), edge.source(), edge.target()))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(ids(Direction::Outgoing).len(), view.relation_count());
    assert_eq!(ids(Direction::Outgoing), ids(Direction::Incoming));
    let cost = |kind: RelationKind| if kind == RelationKind::ActsOn { 3 } else { 1 };
    for start in view.node_identifiers().take(8) {
        let ours: BTreeMap<usize, u32> =
            dijkstra(UndirectedAdaptor(view), start, None, |edge| cost(edge.weight().kind))
                .into_iter()
                .map(|(node, cost)| (node.index(), cost))
                .collect();
        let other: BTreeMap<usize, u32> =
            dijkstra(UndirectedAdaptor(&theirs), nodes[start.index()], None, |edge| {
                cost(*edge.weight())
            })
            .into_iter()
            .map(|(node, cost)| (node.index(), cost))
            .collect();
        assert_eq!(ours, other);
    }
    // A filtered view hides relations and keeps nodes.
    let met = EdgeFiltered::from_fn(view, |edge| edge.weight().kind == RelationKind::Attended);
    let mut only = theirs.clone();
    only.retain_edges(|graph, edge| graph[edge] == RelationKind::Attended);
    for start in view.node_identifiers().take(8) {
        for end in view.node_identifiers().take(8) {
            let ours = astar(UndirectedAdaptor(&met), start, |node| node == end, |_| 1, |_| 0);
            let (from, to) = (nodes[start.index()], nodes[end.index()]);
            let other = astar(UndirectedAdaptor(&only), from, |node| node == to, |_| 1, |_| 0);
            assert_eq!(ours.map(|(cost, _)| cost), other.map(|(cost, _)| cost));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn on_any_table(rows in prop::collection::vec((0..5_usize, 0..CODES.len(), 0..5_usize, 1..4_u32), 0..40)) {
        let row = |(subject, code, object, day): &(usize, usize, usize, u32)| {
            format!("a{subject}\t{}\ta{object}\t2014-03-{day:02}", CODES[*code])
        };
        let text = rows.iter().map(row).collect::<Vec<_>>().join("\n");
        let table = EventTable::plain("t".parse().expect("an id"), text.as_bytes()).expect("readable");
        let folder = std::env::temp_dir().join(format!("chancery-pet-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let made = GenerationBuilder::default().table(&table).publish(&folder).expect("published");
        compare(made.view());
        fs::remove_dir_all(&folder).expect("it is there");
    }
}
