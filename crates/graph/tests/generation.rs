//! What a generation answers is what a plain list of the same rows and relations answers.

mod made;

use chancery_graph::{
    Day, EventClass, EventTable, Generation, GenerationBuilder, Graph, NodeId, RelationKind,
    Scratch, Source,
};
use chancery_model::{AttendanceStatus, DocumentId};
use made::report;
use petgraph::Direction;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

const CODES: [&str; 4] = ["Consult", "Make statement", "Praise or endorse", "Yield"];

/// A folder that goes when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("chancery-gen-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

type EventOf = (usize, usize, usize, u32);

fn table(name: &str, rows: &[EventOf]) -> EventTable {
    let row = |(subject, code, object, day): &EventOf| {
        format!("actor {subject}\t{}\tactor {object}\t2014-03-{:02}", CODES[*code], day + 1)
    };
    let text = rows.iter().map(row).collect::<Vec<_>>().join("\n");
    let id: DocumentId = name.parse().expect("an id");
    EventTable::plain(id, text.as_bytes()).expect("memory is readable")
}

fn rows() -> impl Strategy<Value = Vec<EventOf>> {
    prop::collection::vec((0..6_usize, 0..CODES.len(), 0..6_usize, 0..9_u32), 0..60)
}

fn day(number: u32) -> Day {
    let text = format!("2014-03-{:02}", number + 1);
    Day::of(text.parse().expect("a day"))
}

/// Every edge, undirected, by plain names.
fn edges(rows: &[EventOf]) -> Vec<(String, String)> {
    let mut edges = Vec::new();
    for (i, (subject, code, object, _)) in rows.iter().enumerate() {
        let actor = |n: &usize| format!("organization:actor-{n}");
        let line = i + 1;
        match EventClass::of(CODES[*code]) {
            EventClass::Meeting => {
                edges.push((actor(subject), format!("meeting:t/{line}")));
                if subject != object {
                    edges.push((actor(object), format!("meeting:t/{line}")));
                }
            }
            EventClass::Statement => {
                edges.push((actor(subject), format!("statement:t/{line}")));
                edges.push((format!("statement:t/{line}"), actor(object)));
            }
            EventClass::Act => edges.push((actor(subject), actor(object))),
        }
    }
    edges
}

/// How many steps each name is from one.
fn steps(edges: &[(String, String)], from: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::from([(from.to_owned(), 0)]);
    for step in 1.. {
        let mut new = Vec::new();
        for (a, b) in edges {
            for (a, b) in [(a, b), (b, a)] {
                if found.get(a) == Some(&(step - 1)) && !found.contains_key(b) {
                    new.push(b.clone());
                }
            }
        }
        if new.is_empty() {
            return found;
        }
        found.extend(new.into_iter().map(|name| (name, step)));
    }
    found
}

fn compare(rows: &[EventOf], generation: &Generation) {
    let view = generation.view();
    let name = |node: NodeId| generation.name(node).expect("a name").to_string();
    let actors: BTreeSet<usize> = rows.iter().flat_map(|row| [row.0, row.2]).collect();
    let edges = edges(rows);
    assert_eq!(view.relation_count(), edges.len());
    let mut scratch = Scratch::default();
    for a in &actors {
        let who = generation.find(&format!("organization:actor-{a}")).expect("it is there");
        assert_eq!(generation.label(who), Some(&*format!("actor {a}")));
        let of = |class| {
            let of_class = move |row: &&(usize, &EventOf)| EventClass::of(CODES[row.1.1]) == class;
            rows.iter()
                .enumerate()
                .collect::<Vec<_>>()
                .into_iter()
                .filter(move |row| of_class(&row))
        };
        // What they said, and about whom.
        let mut said: Vec<_> = of(EventClass::Statement)
            .filter(|(_, row)| row.0 == *a)
            .map(|(i, row)| (day(row.3), format!("statement:t/{}", i + 1), row.2))
            .collect();
        said.sort();
        let about = |n: usize| generation.find(&format!("organization:actor-{n}"));
        let mut found: Vec<_> = view
            .said_by(who)
            .iter()
            .map(|it| {
                let about = name(it.about.one().expect("one"));
                (
                    it.day,
                    name(it.statement),
                    about["organization:actor-".len()..].parse().expect("a number"),
                )
            })
            .collect();
        assert!(found.is_sorted_by_key(|(day, _, _)| *day));
        found.sort();
        assert_eq!(found, said);
        for other in &actors {
            let there = about(*other).expect("it is there");
            let mut found: Vec<_> = view
                .said_by_about(who, there)
                .map(|(node, day)| (day, name(node), *other))
                .collect();
            assert!(found.is_sorted_by_key(|(day, _, _)| *day));
            found.sort();
            let told: Vec<_> = said.iter().filter(|row| row.2 == *other).cloned().collect();
            assert_eq!(found, told);
        }
        // Whom they met, in every window.
        let met: Vec<_> = of(EventClass::Meeting)
            .filter(|(_, row)| row.0 != row.2 && (row.0 == *a || row.2 == *a))
            .map(|(i, row)| (day(row.3), format!("meeting:t/{}", i + 1), row.0 + row.2 - a))
            .collect();
        for (from, to) in [(0, 8), (2, 5), (4, 4), (6, 3)] {
            let (from, to) = (day(from), day(to));
            let mut found = Vec::new();
            view.met(who, (from, to), |meeting, day, other| {
                found.push((day, name(meeting), name(other)));
            });
            assert!(found.is_sorted_by_key(|(day, _, _)| *day));
            found.sort();
            let mut told: Vec<_> = met
                .iter()
                .filter(|row| from <= row.0 && row.0 <= to)
                .map(|(day, meeting, other)| {
                    (*day, meeting.clone(), format!("organization:actor-{other}"))
                })
                .collect();
            told.sort();
            assert_eq!(found, told);
        }
        let mut often: BTreeMap<NodeId, u32> = BTreeMap::new();
        for (_, _, other) in &met {
            *often.entry(about(*other).expect("it is there")).or_default() += 1;
        }
        let mut often: Vec<_> = often.into_iter().collect();
        often.sort_by_key(|(node, count)| (std::cmp::Reverse(*count), *node));
        for wanted in [0, 1, 3, 10] {
            let told = &often[..wanted.min(often.len())];
            assert_eq!(view.most_met(who, wanted, &mut scratch), told);
        }
        // How far everything is.
        let told = steps(&edges, &name(who));
        for within in 0..6 {
            let reached = told.values().filter(|far| **far > 0 && **far <= within).count();
            let within = u32::try_from(within).expect("small");
            assert_eq!(view.count_within(who, within, &mut scratch), reached);
        }
        assert_eq!(view.count_within(who, u32::MAX, &mut scratch), told.len() - 1);
        for other in &actors {
            let there = about(*other).expect("it is there");
            let path = view.shortest_path(who, there, &mut scratch).map(<[NodeId]>::to_vec);
            let far = path.as_ref().map(|path| path.len() - 1);
            assert_eq!(far, told.get(&name(there)).copied());
            if let Some(path) = &path {
                assert_eq!((path[0], path[path.len() - 1]), (who, there));
                for step in path.windows(2) {
                    assert!(view.neighbors(step[0]).contains(&step[1]));
                }
            }
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let line = u32::try_from(i + 1).expect("small");
        let event = ["meeting", "statement"]
            .iter()
            .find_map(|kind| generation.find(&format!("{kind}:t/{line}")));
        let subject = generation.find(&format!("organization:actor-{}", row.0)).expect("there");
        let table: DocumentId = "t".parse().expect("an id");
        let source = vec![Source::Row { table, line }];
        let kind = match EventClass::of(CODES[row.1]) {
            EventClass::Meeting => RelationKind::Attended,
            EventClass::Statement => RelationKind::Said,
            EventClass::Act => RelationKind::ActsOn,
        };
        assert_eq!(event.is_none(), kind == RelationKind::ActsOn);
        let all: Vec<_> = view.row(subject, kind, Direction::Outgoing).iter().collect();
        let proven = |i: &usize| generation.sources(subject, kind, *i) == source;
        let mine: Vec<usize> = (0..all.len()).filter(proven).collect();
        assert_eq!(mine.len(), 1, "one relation rests on this row");
        let told = all[mine[0]];
        assert_eq!(told.day, day(row.3));
        let code = event.map_or(generation.code(told.tag), |event| generation.event_code(event));
        assert_eq!(code, Some(CODES[row.1]));
        assert!(event.is_none_or(|event| event == told.node));
        if let Some(event) = event {
            assert_eq!(view.kind(event).map(|kind| format!("{kind}:t/{line}")), Some(name(event)));
        }
    }
    assert_eq!(generation.find("meeting:t/0"), None);
    assert_eq!(generation.find(&format!("meeting:t/{}", rows.len() + 1)), None);
    assert_eq!(generation.find("statement:other/1"), None);
}

/// Every relation of a graph lies in a row, with its days and its evidence.
fn compare_graph(graph: &Graph, generation: &Generation) {
    let view = generation.view();
    let there = |id: NodeId| generation.find(graph.node(id).name.as_str()).expect("it is there");
    for node in graph.all_nodes() {
        let found = generation.find(node.name.as_str()).expect("it is there");
        assert_eq!(view.kind(found), Some(node.kind()));
        assert_eq!(generation.name(found).as_ref(), Some(&node.name));
    }
    for relation in graph.all_relations() {
        let from = there(relation.from);
        let row = view.row(from, relation.kind(), Direction::Outgoing);
        let days = relation.when.first_day().zip(relation.when.last_day());
        let found = (0..row.nodes.len()).any(|i| {
            let words: Vec<_> = generation
                .sources(from, relation.kind(), i)
                .into_iter()
                .filter_map(|source| match source {
                    Source::Words(evidence) => Some(evidence),
                    Source::Row { .. } => None,
                })
                .collect();
            row.nodes[i] == there(relation.to)
                && generation.days(from, relation.kind(), i) == days
                && words == relation.evidence()
        });
        assert!(found, "{relation:?}");
        let back = view.row(there(relation.to), relation.kind(), Direction::Incoming);
        assert!(back.nodes.contains(&from));
    }
    for (meeting, _) in graph.nodes(chancery_graph::NodeKind::Meeting) {
        let mut told: Vec<_> = graph
            .who_attended(meeting)
            .map(|relation| {
                let chancery_graph::Columns::Attended { status, .. } = relation.columns else {
                    panic!("not an attendance");
                };
                (there(relation.from), status)
            })
            .collect();
        let mut found: Vec<_> = view
            .who_attended(there(meeting))
            .iter()
            .map(|link| (link.node, AttendanceStatus::ALL[usize::from(link.tag)]))
            .collect();
        told.sort();
        found.sort();
        assert_eq!(found, told);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_table_answers_as_its_rows(rows in rows()) {
        let folder = Folder::new();
        let table = table("t", &rows);
        let made = GenerationBuilder::default().table(&table).publish(&folder.0);
        compare(&rows, &made.expect("published"));
        compare(&rows, &Generation::open(&folder.0).expect("it was published"));
    }

    #[test]
    fn tables_beside_reports_answer_as_alone(
        rows in rows(),
        other in rows(),
        seeds in prop::collection::vec(any::<u64>(), 0..4),
    ) {
        let folder = Folder::new();
        let reports = seeds.into_iter().enumerate().map(|(document, seed)| report(document, seed));
        let graph: Graph = reports.collect();
        let (one, two) = (table("t", &rows), table("u", &other));
        let forth = GenerationBuilder::default().graph(&graph).table(&one).table(&two);
        let made = forth.publish(&folder.0).expect("published");
        compare_graph(&graph, &made);
        let view = made.view();
        for i in 0..rows.len() {
            let line = i + 1;
            let event = made.find(&format!("meeting:t/{line}")).or_else(|| made.find(&format!("statement:t/{line}")));
            prop_assert_eq!(event.is_none(), EventClass::of(CODES[rows[i].1]) == EventClass::Act);
        }
        let back = GenerationBuilder::default().table(&two).table(&one).graph(&graph);
        let again = back.publish(&folder.0).expect("published");
        prop_assert_eq!(again.number(), made.number() + 1);
        let bytes = |generation: &Generation| fs::read(generation.path().join("graph")).expect("its file");
        prop_assert!(bytes(&again) == bytes(&made), "the order of tables is of no account");
        prop_assert_eq!(view.node_count(), again.view().node_count());
    }
}
