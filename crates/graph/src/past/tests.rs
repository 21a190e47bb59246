//! What is seen through a time is what a graph of that time's documents tells, by those who are one
//! today: node for node by name and relation for relation.

use crate::built::Built;
use crate::graph::Backing;
use crate::identity::WhoIsWho;
use crate::made::{self, Dice};
use crate::worded::{Wanted, words_of};
use crate::{
    Archive, Batch, Decision, Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind,
    Report,
};
use chancery_model::{DocumentId, Facts, fold};
use chrono::{DateTime, Utc};
use petgraph::algo::{connected_components, dijkstra, kosaraju_scc};
use petgraph::visit::{IntoEdgeReferences, IntoNodeReferences};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("chancery-past-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A document as it was known for a while.
#[derive(Debug, Clone)]
struct Version {
    report: Arc<Report>,
    learned: i64,
    withdrawn: Option<i64>,
}

/// Of four documents three tell of few meetings on few days, so that many tell of one.
fn report(document: usize, seed: u64) -> Report {
    let made = made::report(document, seed);
    if seed.is_multiple_of(4) {
        return made;
    }
    let mut facts: Facts = made.facts().clone();
    let mut dice = Dice::new(seed ^ 0x77);
    for meeting in &mut facts.meetings {
        let day = ["2025-02-18", "2025-02-19", "2025-03-01"][dice.below(3)];
        let from = day.parse().ok();
        let to = if dice.below(3) == 0 { "2025-03-02".parse().ok() } else { from };
        (meeting.when.from, meeting.when.to) = (from, to);
        let kinds = ["visit", "talks", "conference"];
        meeting.kind = kinds[dice.below(3)].parse().expect("a kind");
    }
    for role in &mut facts.roles {
        if dice.below(2) == 0 {
            role.when.from = "2025-02-18".parse().ok();
        }
    }
    Report::new(facts, made.text()).expect("made to be sound")
}

fn decision(seed: u64) -> Decision {
    let mut dice = Dice::new(seed);
    let names: &[&str] = match dice.below(3) {
        0 => &["meeting:d0/1", "meeting:d1/1", "meeting:d2/1", "meeting:d3/2"],
        _ => &["person:ann-lee", "person:bo-lee", "person:cy-öst"],
    };
    let mut name = || -> NodeName { dice.pick(names).parse().expect("a name") };
    let (one, other) = (name(), name());
    if one == other {
        return Decision::Name(one, "Somebody Else".to_owned());
    }
    let (one, other) = (one.clone().min(other.clone()), one.max(other));
    if seed.is_multiple_of(3) { Decision::Distinct(one, other) } else { Decision::Same(one, other) }
}

/// The graph of those that were known, by those who are one in all that are there.
fn plainly(versions: &[Version], decisions: &[Decision], then: i64) -> Graph {
    let mut all: BTreeMap<DocumentId, (Arc<Report>, bool)> = BTreeMap::new();
    for it in versions {
        let id = it.report.id().clone();
        let known = it.learned <= then && it.withdrawn.is_none_or(|at| then < at);
        if known || (it.withdrawn.is_none() && !all.contains_key(&id)) {
            all.insert(id, (Arc::clone(&it.report), known));
        }
    }
    let decisions: Arc<[Decision]> = decisions.into();
    let who = WhoIsWho::of(all.values().map(|(report, _)| &**report), &decisions);
    let known = all.into_values().filter(|(_, known)| *known).map(|(report, _)| report);
    Graph::of_built(Built::told_by(known.collect(), decisions, who))
}

/// A relation without the numbers of its ends.
type Told = (RelationKind, NodeName, NodeName, String);

fn told<'g>(graph: &Graph, all: impl Iterator<Item = &'g Relation>) -> Vec<Told> {
    let name = |id: NodeId| graph.node(id).name.clone();
    let rest = |it: &Relation| format!("{:?} {:?} {:?}", it.when, it.columns, it.evidence());
    all.map(|it| (it.kind(), name(it.from), name(it.to), rest(it))).collect()
}

/// What entities are called is as it is today.
fn detail(node: &Node) -> String {
    match node.entity() {
        Some(entity) => format!("{:?} {:?}", entity.id, node.passages),
        None => format!("{node:?}"),
    }
}

fn same(past: &Graph, built: &Graph) {
    assert!(past.reports().eq(built.reports()));
    assert_eq!(past.relation_count(), built.relation_count());
    let mut number = BTreeMap::new();
    for (id, node) in built.view().node_references() {
        let silent = node.entity().is_some()
            && node.passages.is_empty()
            && built.outgoing(id).is_empty()
            && built.incoming(id).is_empty();
        let Some(here) = past.find(&node.name) else {
            assert!(silent, "{} is not there", node.name);
            continue;
        };
        number.insert(id, here);
        assert_eq!(past.node(here).name, node.name);
        assert_eq!(detail(past.node(here)), detail(node));
        for kind in RelationKind::ALL {
            let (mine, theirs) =
                (past.relations_from(here, *kind), built.relations_from(id, *kind));
            assert_eq!(told(past, mine.iter()), told(built, theirs.iter()));
            let (mine, theirs) = (past.relations_to(here, *kind), built.relations_to(id, *kind));
            assert_eq!(told(past, mine), told(built, theirs));
        }
        let all = |graph: &Graph, ids: &[crate::RelationId]| {
            told(graph, ids.iter().map(|id| graph.relation(*id)))
        };
        assert_eq!(all(past, past.outgoing(here)), all(built, built.outgoing(id)));
        assert_eq!(all(past, past.incoming(here)), all(built, built.incoming(id)));
        let said = |graph: &Graph, of: NodeId| -> Vec<_> {
            let name = |id: NodeId| graph.node(id).name.clone();
            let each = graph.said_by(of).iter();
            each.map(|it| (name(it.statement), it.day, it.about.one().map(name))).collect()
        };
        assert_eq!(said(past, here), said(built, id));
    }
    for kind in RelationKind::ALL {
        assert_eq!(past.count(*kind), built.count(*kind));
        assert_eq!(
            told(past, past.relations(*kind).iter()),
            told(built, built.relations(*kind).iter())
        );
    }
    for kind in NodeKind::ALL {
        let names = |graph: &Graph| -> BTreeSet<NodeName> {
            graph.nodes(*kind).map(|(_, node)| node.name.clone()).collect()
        };
        let (here, there) = (names(past), names(built));
        assert!(here.is_subset(&there), "{kind}: nobody is listed of whom nobody told");
        let silent = |name: &&NodeName| past.find(name).is_none();
        assert!(there.difference(&here).all(|name| silent(&name)));
    }
    worded(past);
    walked(past, built, &number);
}

/// Each meeting is found by every word of it as it was then.
fn worded(past: &Graph) {
    for id in past.node_ids(NodeKind::Meeting) {
        let words = words_of(past, id).expect("a meeting has words");
        for word in fold(&words).split_whitespace() {
            let wanted = [Wanted::Word(word)];
            let found = past.worded(NodeKind::Meeting, &wanted).expect("some");
            assert!(found.contains(&id), "{} by {word}", past.node(id).name);
            assert!(
                found.is_sorted() && found.len() <= past.worded_bound(NodeKind::Meeting, &wanted)
            );
        }
    }
}

/// petgraph's algorithms walk it in place, and nodes stay.
fn walked(past: &Graph, built: &Graph, number: &BTreeMap<NodeId, NodeId>) {
    let edges = |graph: &Graph| -> Vec<Told> {
        let mut all = told(graph, graph.view().edge_references().map(crate::Edge::relation));
        all.sort();
        all
    };
    assert_eq!(edges(past), edges(built));
    assert_eq!(past.view().node_references().count(), past.node_count());
    let more = past.node_count() - built.node_count();
    assert_eq!(connected_components(past.view()), connected_components(built.view()) + more);
    assert_eq!(kosaraju_scc(past.view()).len(), kosaraju_scc(built.view()).len() + more);
    if let Some((there, here)) = number.first_key_value() {
        let far = |graph: &Graph, from: NodeId| -> BTreeMap<NodeName, u32> {
            let far = dijkstra(graph.view(), from, None, |_| 1_u32);
            far.into_iter().map(|(id, far)| (graph.node(id).name.clone(), far)).collect()
        };
        assert_eq!(far(past, *here), far(built, *there));
    }
    let reached = edges(past);
    let found = past.to_petgraph();
    assert_eq!((found.node_count(), found.edge_count()), (past.node_count(), reached.len()));
}

fn at(time: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(time).expect("a time")
}

/// A document that tells of a meeting of two by a kind.
fn told_as(document: &str, kind: &str, published: &str) -> Report {
    let json = format!(
        r#"{{"document": {{"id": "{document}", "title": null, "published": "{published}", "source": null}},
          "entities": [
            {{"id": "person:ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [[0, 7]]}},
            {{"id": "person:bo-hill", "kind": "person", "name": "Bo Hill", "mentions": [[12, 19]]}}],
          "meetings": [{{"id": "meeting:1", "kind": "{kind}", "status": "held", "mentions": [[8, 11]],
            "from": "2025-02-18", "to": "2025-02-18", "place": null,
            "attendance": [
              {{"who": "person:ann-lee", "status": "attended", "evidence": [0, 7]}},
              {{"who": "person:bo-hill", "status": "attended", "evidence": [12, 19]}}]}}]}}"#
    );
    Report::new(Facts::from_json(&json).expect("facts"), "Ann Lee met Bo Hill.").expect("a report")
}

/// An archive in which a meeting is told to be talks, and a second later a conference.
fn told_twice(folder: &Folder) -> (Archive, i64) {
    let start = 4_000_000_000_000;
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let name = |name: &str| -> NodeName { name.parse().expect("a name") };
    let same = Decision::Same(name("meeting:a/1"), name("meeting:b/1"));
    archive.decide(same).expect("decided");
    let (first, second) =
        (told_as("a", "talks", "2025-02-18"), told_as("b", "conference", "2025-02-20"));
    archive.add(Batch::from(first).recorded(at(start))).expect("added");
    archive.add(Batch::from(second).recorded(at(start + 1000))).expect("added");
    (archive, start)
}

#[test]
fn a_meeting_is_found_by_the_kind_it_was_told_to_be_then() {
    let folder = Folder::new();
    let (mut archive, start) = told_twice(&folder);
    for _ in 0..2 {
        let kind = |graph: &Graph| {
            let (_, node) = graph.nodes(NodeKind::Meeting).next().expect("one");
            node.meeting().expect("a meeting").kind.to_string()
        };
        let (then, now) = (archive.as_of(at(start)).expect("read"), archive.graph());
        assert_eq!((kind(&then), kind(now)), ("talks".to_owned(), "conference".to_owned()));
        let wanted = [Wanted::Word("talks")];
        let found = then.worded(NodeKind::Meeting, &wanted).expect("looked for");
        assert_eq!(found, then.node_ids(NodeKind::Meeting).collect::<Vec<_>>());
        assert!(then.worded_bound(NodeKind::Meeting, &wanted) >= 1);
        let begun = [Wanted::Beginning("tal"), Wanted::Word("lee")];
        assert_eq!(then.worded(NodeKind::Meeting, &begun), Some(found));
        assert_eq!(then.worded(NodeKind::Document, &wanted), Some(Vec::new()));
        archive.publish().expect("published");
    }
}

#[test]
fn the_versions_of_a_time_are_put_in_once() {
    fn built(graph: &Graph) -> *const () {
        match graph.backing() {
            Backing::Built(graph) => Arc::as_ptr(graph).cast(),
            Backing::Stored(graph) => Arc::as_ptr(graph).cast(),
            Backing::Overlaid(graph) => Arc::as_ptr(graph).cast(),
            Backing::Past(graph) => built(graph.below()),
        }
    }
    let folder = Folder::new();
    let (mut archive, start) = told_twice(&folder);
    for (time, kind) in [(start + 2000, "visit"), (start + 3000, "call")] {
        let again = Batch::from(told_as("a", kind, "2025-02-18")).recorded(at(time));
        archive.add(again).expect("added");
    }
    // Twice the first version, with and without the other document, then the second.
    let times = [start, start + 1000, start + 2500, start + 3000];
    let asked = |archive: &Archive| times.map(|then| archive.as_of(at(then)).expect("read"));
    let first = asked(&archive);
    let places = [0, 1, 2, 3].map(|i| built(&first[i]));
    assert_eq!(places[0], places[1]);
    assert!(places[1] != places[2] && places[2] != places[3] && places[0] != places[3]);
    assert_eq!(asked(&archive).each_ref().map(built), places);
    assert_eq!((first[0].reports().len(), first[1].reports().len()), (1, 2));
    // What is written changes what is put in.
    archive.add(told_as("c", "talks", "2025-02-21")).expect("added");
    assert_ne!(built(&asked(&archive)[0]), places[0]);
}

#[test]
fn the_relations_of_a_person_do_not_ask_of_all_meetings() {
    let folder = Folder::new();
    let (archive, start) = told_twice(&folder);
    let then = archive.as_of(at(start)).expect("read");
    let Backing::Past(past) = then.backing() else { panic!("it is a look at today's") };
    let ann = then.find(&"person:ann-lee".parse().expect("a name")).expect("she is told of");
    assert_eq!((past.outgoing(ann).len(), past.incoming(ann).len()), (1, 0));
    assert!(past.parts.get().is_none());
    let meeting = past.relation(past.outgoing(ann)[0]).to;
    assert!(past.outgoing(meeting).is_empty());
    assert!(past.parts.get().is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("CHANCERY_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(24),
    ))]

    #[test]
    fn what_was_known_is_seen_without_making_it_anew(
        steps in prop::collection::vec((0..5_usize, any::<u64>(), 0..10_u8), 1..12),
    ) {
        let folder = Folder::new();
        let mut archive = Archive::create(&folder.0).expect("an archive");
        let mut versions: Vec<Version> = Vec::new();
        // Far enough ahead that the clock, which tells when something is withdrawn, is not asked.
        let start = 4_000_000_000_000;
        let mut now = start;
        let mut stored = false;
        for (document, seed, what) in steps {
            let new = Arc::new(report(document, seed));
            let known = versions
                .iter()
                .position(|it| it.withdrawn.is_none() && it.report.id() == new.id());
            match (what, known) {
                (0, _) => {
                    archive.publish().expect("published");
                    stored |= !versions.is_empty();
                }
                (1, _) => archive.decide(decision(seed)).expect("decided"),
                (2, Some(known)) => {
                    prop_assert!(archive.retract(new.id()).expect("withdrawn"));
                    versions[known].withdrawn = Some(now);
                }
                (_, known) if known.is_none_or(|known| versions[known].report != new) => {
                    // After what was decided, which is recorded a moment later each time.
                    let last = archive.decisions().map(|(_, at)| at.timestamp_millis()).max();
                    now = last.unwrap_or(now).max(now) + 1000;
                    let batch = Batch::from((*new).clone()).recorded(at(now));
                    archive.add(batch).expect("added");
                    if let Some(known) = known {
                        versions[known].withdrawn = Some(now);
                    }
                    versions.push(Version { report: new, learned: now, withdrawn: None });
                }
                _ => {}
            }
            // What goes is recorded when the last of all was.
            now = archive.decisions().map(|(_, at)| at.timestamp_millis()).max().unwrap_or(now).max(now);
        }
        let decisions: Vec<Decision> = archive.decisions().map(|(it, _)| it.clone()).collect();
        let reopened = Archive::open(&folder.0).expect("an archive");
        let times: BTreeSet<i64> = versions
            .iter()
            .flat_map(|it| [Some(it.learned), it.withdrawn].into_iter().flatten())
            .flat_map(|at| [at - 1, at])
            .chain([start - 1])
            .collect();
        for archive in [&archive, &reopened] {
            for then in &times {
                let graph = archive.as_of(at(*then)).expect("it is read");
                same(&graph, &plainly(&versions, &decisions, *then));
                prop_assert!(!stored || !matches!(graph.backing(), Backing::Built(_)));
            }
        }
        let live = versions.iter().filter(|it| it.withdrawn.is_none()).count();
        prop_assert_eq!(archive.past_versions(), versions.len() - live);
        prop_assert_eq!(reopened.past_versions(), versions.len() - live);
        prop_assert!(Archive::verify(&folder.0).expect("read").is_sound());
    }
}
