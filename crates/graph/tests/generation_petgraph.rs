//! petgraph's algorithms give the same answers on a generation as on a petgraph graph of its rows.

use chancery_graph::{
    Archive, EventTable, GenerationBuilder, GenerationView, NodeId, RelationKind, Table, TableForm,
};
use chancery_model::{DocumentInfo, EntityId, EntityKind};
use petgraph::Direction;
use petgraph::algo::{
    all_simple_paths, astar, bidirectional_dijkstra, connected_components, dijkstra, kosaraju_scc,
    maximal_cliques,
};
use petgraph::graph::DiGraph;
use petgraph::visit::{
    EdgeFiltered, EdgeIndexable, EdgeRef, GetAdjacencyMatrix, IntoEdgeReferences,
    IntoEdgesDirected, IntoNodeIdentifiers, NodeIndexable, UndirectedAdaptor,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::RandomState;

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
    let matrix = view.adjacency_matrix();
    for start in view.node_identifiers().take(8) {
        for end in view.node_identifiers().take(8) {
            let (from, to) = (nodes[start.index()], nodes[end.index()]);
            assert_eq!(view.is_adjacent(&matrix, start, end), theirs.contains_edge(from, to));
            let ours = bidirectional_dijkstra(view, start, end, |_| 1);
            assert_eq!(ours, bidirectional_dijkstra(&theirs, from, to, |_| 1));
            let paths = |found: &mut dyn Iterator<Item = Vec<usize>>| -> BTreeSet<Vec<usize>> {
                found.collect()
            };
            let ours = all_simple_paths::<Vec<_>, _, RandomState>(view, start, end, 0, Some(2));
            let ours = ours.map(|path| path.into_iter().map(NodeId::index).collect());
            let other = all_simple_paths::<Vec<_>, _, RandomState>(&theirs, from, to, 0, Some(2));
            let other = other.map(|path| {
                path.into_iter().map(|node| NodeIndexable::to_index(&theirs, node)).collect()
            });
            assert_eq!(paths(&mut { ours }), paths(&mut { other }));
        }
    }
    for damping in [0.85, 0.0, 1.0] {
        let (ours, other) = (view.page_rank(damping, 7), ranked(view, damping, 7));
        assert_eq!(ours.len(), other.len());
        assert!(ours.iter().zip(&other).all(|(a, b)| (a - b).abs() < 1e-9), "{ours:?} {other:?}");
        let all: f64 = ours.iter().sum();
        assert!(ours.is_empty() || (all - 1.0).abs() < 1e-9, "{all}");
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

/// The ranks of a graph's nodes, step by step as they are defined.
fn ranked(view: GenerationView, damping: f64, rounds: u32) -> Vec<f64> {
    let nodes = view.node_count();
    let count = |number: usize| f64::from(u32::try_from(number).expect("a small graph"));
    let mut degrees = vec![0; nodes];
    for edge in view.edge_references() {
        degrees[edge.source().index()] += 1;
        degrees[edge.target().index()] += 1;
    }
    let mut ranks = vec![1.0 / count(nodes); nodes];
    for _ in 0..rounds {
        let mut next = vec![0.0; nodes];
        let mut anywhere = 0.0;
        for (rank, degree) in ranks.iter().zip(&degrees) {
            anywhere += if *degree == 0 { *rank } else { (1.0 - damping) * rank };
        }
        for edge in view.edge_references() {
            let (a, b) = (edge.source().index(), edge.target().index());
            next[b] += damping * ranks[a] / count(degrees[a]);
            next[a] += damping * ranks[b] / count(degrees[b]);
        }
        ranks = next.into_iter().map(|rank| rank + anywhere / count(nodes)).collect();
    }
    ranks
}

/// Who deals with whom both ways: the cliques of a graph are those of petgraph's own, whatever
/// other nodes there are.
fn compare_cliques<G>(
    ours: G,
    pairs: &BTreeSet<(usize, usize)>,
    name: impl Fn(NodeId) -> Option<usize>,
) where
    G: GetAdjacencyMatrix<NodeId = NodeId> + IntoNodeIdentifiers + petgraph::visit::IntoNeighbors,
{
    let mut theirs = petgraph::graph::UnGraph::<usize, ()>::new_undirected();
    let nodes: Vec<_> = (0..6).map(|i| theirs.add_node(i)).collect();
    for (a, b) in pairs {
        theirs.add_edge(nodes[*a], nodes[*b], ());
    }
    // Whoever deals with nobody is not told of.
    theirs.retain_nodes(|graph, node| graph.neighbors(node).next().is_some());
    let found: BTreeSet<BTreeSet<usize>> = maximal_cliques(ours)
        .into_iter()
        .map(|clique| clique.into_iter().filter_map(&name).collect())
        .filter(|clique: &BTreeSet<usize>| !clique.is_empty())
        .collect();
    let right: BTreeSet<BTreeSet<usize>> = maximal_cliques(&theirs)
        .into_iter()
        .map(|clique| clique.into_iter().map(|node| theirs[node]).collect())
        .filter(|clique: &BTreeSet<usize>| !clique.is_empty())
        .collect();
    assert_eq!(found, right);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn maximal_cliques_are_those_of_petgraphs_own(
        pairs in prop::collection::btree_set((0..6_usize, 0..6_usize), 1..14)
    ) {
        let pairs: BTreeSet<(usize, usize)> =
            pairs.into_iter().filter(|(a, b)| a < b).collect();
        let rows: Vec<String> = pairs
            .iter()
            .flat_map(|(a, b)| [(a, b), (b, a)])
            .map(|(a, b)| format!("a{a}\tYield\ta{b}\t2014-03-01\n"))
            .collect();
        let folder = std::env::temp_dir().join(format!("chancery-cliques-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let info = DocumentInfo {
            id: "t".parse().expect("an id"), title: None, published: None, source: None, text: None,
        };
        let who = |name: &str| EntityId::named(EntityKind::Organization, name);
        let mut archive = Archive::create(&folder).expect("an archive");
        archive.add(Table::new(info, TableForm::Plain, rows.concat(), who).expect("readable")).expect("added");
        archive.publish().expect("published");
        let number = |name: &str| name.strip_prefix("organization:a").map(|it| it.parse().expect("a number"));
        if let Some(generation) = archive.generation() {
            // The table itself is a node too, that has to do with nobody.
            let name = |node| number(generation.name(node)?.as_str());
            compare_cliques(generation.view(), &pairs, name);
        }
        let graph = archive.graph();
        let name = |node| number(graph.node(node).name.as_str());
        let only = graph.view().only(&[RelationKind::ActsOn]);
        compare_cliques(only, &pairs, name);
        fs::remove_dir_all(&folder).expect("it is there");
    }

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
