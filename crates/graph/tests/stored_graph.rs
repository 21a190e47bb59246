//! The graph of an archive answers from its generation what it would answer from memory.

mod made;

use chancery_graph::{
    Archive, Candidate, Columns, Decision, Graph, NodeId, NodeKind, NodeName, Relation, RelationId,
    RelationKind, Report, Sound, Wanted,
};
use chancery_model::fold;
use made::report;
use petgraph::visit::{EdgeRef, IntoEdgeReferences, IntoNodeReferences};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("chancery-stored-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const DECIDED: [(&str, &str); 3] = [
    ("person:ann-lee", "person:bo-lee"),
    ("person:bo-lee", "person:cy-öst"),
    ("meeting:d0/1", "meeting:d1/1"),
];

fn decision((one, other): (&str, &str)) -> Decision {
    Decision::Same(one.parse().expect("a name"), other.parse().expect("a name"))
}

/// Asks both everything, piece by piece, so that nothing is read because all of it was.
#[track_caller]
fn same(stored: &Graph, built: &Graph) {
    assert_eq!(stored.node_count(), built.node_count());
    assert_eq!(stored.relation_count(), built.relation_count());
    let told = |graph: &Graph, ids: &[RelationId]| -> Vec<Relation> {
        ids.iter().map(|id| graph.relation(*id).clone()).collect()
    };
    for i in 0..built.node_count() {
        let id = built.find(&built.all_nodes()[i].name).expect("it is there");
        assert_eq!(stored.find(&built.node(id).name), Some(id));
        for kind in RelationKind::ALL {
            let row: Vec<&Relation> = built.relations_to(id, *kind).collect();
            assert_eq!(stored.relations_to(id, *kind).len(), row.len());
            assert_eq!(stored.relations_to(id, *kind).collect::<Vec<_>>(), row);
            assert_eq!(stored.relations_from(id, *kind), built.relations_from(id, *kind));
        }
        assert_eq!(stored.kind_of(id), built.node(id).kind());
        offices(stored, built, id);
        assert_eq!(stored.said_by(id), built.said_by(id));
        assert_eq!(told(stored, stored.outgoing(id)), told(built, built.outgoing(id)));
        assert_eq!(told(stored, stored.incoming(id)), told(built, built.incoming(id)));
        assert_eq!(stored.node(id), built.node(id));
        assert_eq!(stored.other_names(id), built.other_names(id));
        for other in built.other_names(id) {
            assert_eq!(stored.find(other), Some(id));
            assert_eq!(stored.canonical(other), &built.node(id).name);
        }
        for word in built.node(id).label.split_whitespace().chain([built.node(id).name.as_str()]) {
            assert_eq!(stored.named(word), built.named(word), "{word}");
        }
    }
    for kind in RelationKind::ALL {
        assert_eq!(stored.count(*kind), built.relations(*kind).len());
        assert_eq!(stored.relations(*kind), built.relations(*kind));
    }
    for kind in NodeKind::ALL {
        let ids: Vec<NodeId> = built.nodes(*kind).map(|(id, _)| id).collect();
        assert!(stored.node_ids(*kind).eq(ids));
    }
    worded(stored, built);
    sounding(stored, built);
    let edges = |graph: &Graph| -> Vec<(NodeId, NodeId, Relation)> {
        let edges = graph.view().edge_references();
        let mut edges: Vec<_> =
            edges.map(|edge| (edge.source(), edge.target(), edge.weight().clone())).collect();
        edges.sort_by_key(|(from, to, relation)| (*from, *to, format!("{relation:?}")));
        edges
    };
    assert_eq!(edges(stored), edges(built));
    assert!(stored.view().node_references().eq(built.view().node_references()));
    assert!(stored == built, "they tell the same");
}

/// The offices of one with each title, and with any, are found wherever they lie.
fn offices(stored: &Graph, built: &Graph, of: NodeId) {
    let mut titles: BTreeMap<String, Vec<&Relation>> = BTreeMap::new();
    for office in built.relations_to(of, RelationKind::Serves) {
        let Columns::Serves { title, .. } = &office.columns else { continue };
        titles.entry(fold(title)).or_default().push(office);
    }
    let sorted = |mut rows: Vec<&Relation>| {
        rows.sort_by_key(|row| format!("{row:?}"));
        rows.into_iter().cloned().collect::<Vec<_>>()
    };
    for (title, rows) in &titles {
        for graph in [stored, built] {
            let found = graph.offices_of(of, |other| other == title);
            assert_eq!(sorted(found), sorted(rows.clone()), "{title}");
        }
    }
    let all: Vec<&Relation> = titles.into_values().flatten().collect();
    assert_eq!(sorted(stored.offices_of(of, |_| true)), sorted(all));
}

/// A name is found by its sound, and means the same, wherever it lies.
fn sounding(stored: &Graph, built: &Graph) {
    const ALL: usize = 99;
    let mut alike: BTreeMap<Sound, BTreeSet<&str>> = BTreeMap::new();
    for (name, node, matched) in built.names() {
        assert_eq!(stored.called(name), built.called(name), "{name}");
        assert!(built.called(name).contains(&Candidate { node, matched }));
        alike.entry(Sound::of(name)).or_default().insert(name);
    }
    for begin in alike.values().flatten().step_by(7) {
        for begin in [begin, &begin[..begin.chars().next().map_or(0, char::len_utf8)]] {
            let from: Vec<_> = built.names().filter(|(name, ..)| *name >= begin).collect();
            for graph in [stored, built] {
                assert!(graph.names_from(begin).eq(from.iter().copied()), "{begin}");
            }
        }
    }
    for sound in alike.keys() {
        for most in [0, 1, ALL] {
            let near = alike
                .iter()
                .filter(|(other, _)| other.is_like(*sound) && other.vowels_apart(*sound) <= most);
            let near: BTreeSet<&str> = near.flat_map(|(_, names)| names.iter().copied()).collect();
            for graph in [stored, built] {
                let mut found = graph.names_sounding(*sound, most);
                assert!(found.is_sorted_by(|a, b| a < b), "each once, by letters");
                found.retain(|name| !graph.called(name).is_empty());
                assert_eq!(found, near.iter().copied().collect::<Vec<_>>());
            }
        }
    }
}

/// Words are found where reading everything finds them.
fn worded(stored: &Graph, built: &Graph) {
    for kind in [NodeKind::Meeting, NodeKind::Statement, NodeKind::Goal, NodeKind::Document] {
        let mut texts: Vec<(NodeId, String)> = Vec::new();
        for (id, node) in built.nodes(kind) {
            let text = match node.document() {
                Some(info) => [
                    info.title.as_deref().unwrap_or_default(),
                    built.text(&info.id).unwrap_or_default(),
                ]
                .join(" "),
                None => node.label.clone(),
            };
            texts.push((id, fold(&text)));
        }
        let all = "he said lavrov talks met ann the öst agreed to nobody";
        let all = texts.iter().flat_map(|(_, text)| text.split(' ').take(5)).chain(all.split(' '));
        let all: Vec<String> = all.map(fold).filter(|word| !word.is_empty()).collect();
        let mut before = all.last().cloned().unwrap_or_default();
        for word in all {
            for wanted in [Wanted::Word(&word), Wanted::Beginning(&word)] {
                let has = |text: &str, wanted: Wanted<'_>| text.split(' ').any(|it| wanted.is(it));
                for pair in [vec![wanted], vec![Wanted::Word(&before), wanted]] {
                    let listed =
                        texts.iter().filter(|(_, text)| pair.iter().all(|it| has(text, *it)));
                    let listed: Vec<NodeId> = listed.map(|(id, _)| *id).collect();
                    for graph in [stored, built] {
                        let found = graph.worded(kind, &pair).expect("a word is asked for");
                        let missing = listed.iter().find(|id| !found.contains(id));
                        assert!(kind == NodeKind::Meeting || missing.is_none(), "{kind} {pair:?}");
                        assert!(found.is_sorted());
                        assert!(found.len() <= graph.worded_bound(kind, &pair));
                        let alone = pair.len() == 1 && kind != NodeKind::Meeting;
                        assert!(!alone || found == listed, "{kind} {pair:?}");
                    }
                    // Of several words some nodes may be found that lack one.
                    let alone = |wanted: &Wanted<'_>, graph: &Graph| {
                        graph.worded(kind, &[*wanted]).expect("a word is asked for")
                    };
                    let found = stored.worded(kind, &pair).expect("a word is asked for");
                    for wanted in &pair {
                        assert_eq!(alone(wanted, stored), alone(wanted, built));
                    }
                    let mut whole = alone(&pair[0], built);
                    whole.retain(|id| pair.iter().all(|it| alone(it, built).contains(id)));
                    assert!(whole.iter().all(|id| found.contains(id)), "{kind} {pair:?}");
                }
            }
            before = word;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_generation_answers_as_memory_does(
        seeds in prop::collection::vec(any::<u64>(), 0..6),
        decided in prop::collection::vec(0..DECIDED.len(), 0..3),
        later in prop::collection::vec((0..7_usize, any::<u64>(), 0..3_u8), 0..4),
    ) {
        let folder = Folder::new();
        let mut archive = Archive::create(&folder.0).expect("an archive");
        let mut reports: Vec<Report> =
            seeds.iter().enumerate().map(|(document, seed)| report(document, *seed)).collect();
        archive.add(reports.clone()).expect("added");
        for which in &decided {
            archive.decide(decision(DECIDED[*which])).expect("decided");
        }
        archive.publish().expect("published");
        let decisions: Vec<Decision> =
            archive.decisions().map(|(decision, _)| decision.clone()).collect();
        let of = |reports: &[Report]| {
            Graph::decided(reports.iter().cloned().map(Into::into), decisions.clone())
        };
        let reopened = Archive::open(&folder.0).expect("an archive");
        prop_assert!(reopened.generation().is_some() || seeds.is_empty());
        same(reopened.graph(), &of(&reports));
        prop_assert!(reopened.reports().eq(&reports));
        prop_assert!(reopened.trouble().is_none());
        // What is written beyond it counts as well, for the writer and for who opens it next.
        for (document, seed, what) in later {
            let new = report(document, seed);
            let known = reports.iter().position(|known| known.id() == new.id());
            match (what, known) {
                (0, known) => {
                    let gone = archive.retract(new.id()).expect("looked for");
                    prop_assert_eq!(gone, known.is_some());
                    known.map(|place| reports.remove(place));
                }
                (_, Some(place)) => {
                    archive.add(new.clone()).expect("replaced");
                    reports[place] = new;
                }
                (_, None) => {
                    archive.add(new.clone()).expect("added");
                    reports.push(new);
                    reports.sort_by(|a, b| a.id().cmp(b.id()));
                }
            }
            let reopened = Archive::open(&folder.0).expect("an archive");
            for archive in [&archive, &reopened] {
                same(archive.graph(), &of(&reports));
                prop_assert!(archive.reports().eq(&reports));
                prop_assert_eq!(archive.reports().len(), reports.len());
            }
            prop_assert_eq!(reopened.past_versions(), archive.past_versions());
        }
        archive.publish().expect("published");
        same(archive.graph(), &of(&reports));
        let reopened = Archive::open(&folder.0).expect("an archive");
        same(reopened.graph(), &of(&reports));
        prop_assert!(Archive::verify(&folder.0).expect("read").is_sound());
    }
}

/// Names that are one person's, or may be, or are not.
const PEOPLE: &[(&str, &str)] = &[
    ("person:ann-lee", "Ann Lee"),
    ("person:anne-lee", "Anne Lee"),
    ("person:lee", "Lee"),
    ("person:bo-lee", "Bo Lee"),
    ("person:ann-b-lee", "Ann B. Lee"),
    ("person:ann", "Ann"),
    ("person:cy-öst", "Cy Öst"),
    ("person:cy-oest", "Cy Oest"),
];

/// A made-up report in which people have other names.
fn renamed(document: usize, seed: u64) -> Report {
    let made = report(document, seed);
    let mut json = made.facts().to_json();
    let mut dice = made::Dice::new(seed ^ 0xabcd);
    let mut left: Vec<&(&str, &str)> = PEOPLE.iter().collect();
    // Places first, so that no name is replaced twice.
    for (i, id) in ["person:ann-lee", "person:bo-lee", "person:cy-öst"].iter().enumerate() {
        json = json.replace(&format!("\"{id}\""), &format!("\"person:#{i}\""));
    }
    for (i, name) in ["Ann Lee", "Bo Lee", "Cy Öst"].iter().enumerate() {
        let (id, other) = left.swap_remove(dice.below(left.len()));
        json = json.replace(&format!("\"person:#{i}\""), &format!("\"{id}\""));
        for name in [(*name).to_owned(), name.to_uppercase()] {
            json = json.replace(&format!("\"name\":\"{name}\""), &format!("\"name\":\"#{other}\""));
        }
    }
    let json = json.replace("\"name\":\"#", "\"name\":\"");
    let mut facts = chancery_model::Facts::from_json(&json).expect("facts");
    for role in &mut facts.roles {
        role.when.from = ["2025-02-18", "2023", "no day"][dice.below(3)].parse().ok();
    }
    Report::new(facts, made.text()).expect("made to be sound")
}

fn decided_on(seed: u64) -> Option<Decision> {
    let mut dice = made::Dice::new(seed);
    let meetings = ["meeting:d0/1", "meeting:d1/1", "meeting:d2/1", "meeting:d3/2"];
    let meeting = dice.below(3) == 0;
    let mut name = || -> NodeName {
        let name = if meeting {
            meetings[dice.below(meetings.len())]
        } else {
            PEOPLE[dice.below(PEOPLE.len())].0
        };
        name.parse().expect("a name")
    };
    let (one, other) = (name(), name());
    match seed % 5 {
        0 => Some(Decision::Name(one, "Somebody Else".to_owned())),
        1 => Some(Decision::Name("state:RU".parse().expect("a name"), "Russland".to_owned())),
        _ if one == other => None,
        2 => Some(Decision::Distinct(one.clone().min(other.clone()), one.max(other))),
        _ => Some(Decision::Same(one.clone().min(other.clone()), one.max(other))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("CHANCERY_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(48),
    ))]

    /// What lies beyond a generation is told as if all of it were made anew.
    #[test]
    fn what_lies_beyond_a_generation_is_told_with_it(
        seeds in prop::collection::vec(any::<u64>(), 1..8),
        steps in prop::collection::vec((0..9_usize, any::<u64>(), 0..7_u8), 1..6),
    ) {
        let folder = Folder::new();
        let mut archive = Archive::create(&folder.0).expect("an archive");
        let mut reports: Vec<Report> =
            seeds.iter().enumerate().map(|(document, seed)| renamed(document, *seed)).collect();
        archive.add(reports.clone()).expect("added");
        archive.publish().expect("published");
        let mut reader = Archive::open(&folder.0).expect("an archive");
        for (document, seed, what) in steps {
            let new = renamed(document, seed);
            let known = reports.iter().position(|known| known.id() == new.id());
            match (what, known) {
                (0, Some(place)) => {
                    prop_assert!(archive.retract(new.id()).expect("looked for"));
                    reports.remove(place);
                }
                (1 | 2, _) => {
                    if let Some(decision) = decided_on(seed) {
                        archive.decide(decision).expect("decided");
                    }
                }
                (3, _) => {
                    let made: Vec<Decision> =
                        archive.decisions().map(|(decision, _)| decision.clone()).collect();
                    if let Some(last) = made.last() {
                        archive.undo(last.clone()).expect("taken back");
                    }
                }
                (4, _) if seed % 3 == 0 => archive.publish().expect("published"),
                (_, Some(place)) => {
                    archive.add(new.clone()).expect("replaced");
                    reports[place] = new;
                }
                (_, None) => {
                    archive.add(new.clone()).expect("added");
                    reports.push(new);
                    reports.sort_by(|a, b| a.id().cmp(b.id()));
                }
            }
            reader.refresh().expect("read");
            let decisions: Vec<Decision> =
                archive.decisions().map(|(decision, _)| decision.clone()).collect();
            let built = Graph::decided(reports.iter().cloned().map(Into::into), decisions);
            let reopened = Archive::open(&folder.0).expect("an archive");
            for archive in [&archive, &reader, &reopened] {
                let graph = archive.graph();
                same(graph, &built);
                prop_assert_eq!(graph.digest(), built.digest());
                let backing = format!("{graph:?}");
                prop_assert!(
                    backing.starts_with("Graph(Stored") || backing.starts_with("Graph(Overlaid"),
                    "it lies in a generation and beyond it: {}",
                    backing.get(..40).unwrap_or(&backing)
                );
                for report in &reports {
                    for entity in &report.facts().entities {
                        prop_assert_eq!(
                            graph.entity(report.id(), &entity.id),
                            built.entity(report.id(), &entity.id)
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_name_that_only_a_decision_knows_is_found() {
    let folder = Folder::new();
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(report(0, 3)).expect("added");
    archive
        .decide(Decision::Name("state:RU".parse().expect("a name"), "Russland".to_owned()))
        .expect("decided");
    archive.publish().expect("published");
    let graph = Archive::open(&folder.0).expect("an archive");
    let name: NodeName = "state:RU".parse().expect("a name");
    if let Some(russia) = graph.graph().find(&name) {
        assert_eq!(graph.graph().node(russia).label, "Russland");
    }
}

#[test]
fn a_generation_is_left_aside_where_it_is_not_of_this_register() {
    let folder = Folder::new();
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(vec![report(0, 3), report(1, 4)]).expect("added");
    archive.publish().expect("published");
    let id = report(1, 4).id().clone();
    archive.retract(&id).expect("withdrawn");
    archive.purge(&id).expect("erased");
    let graph = archive.graph().clone();
    let numbers = || Archive::verify(&folder.0).expect("read").generations.len();
    assert_eq!(numbers(), 1, "no generation keeps what was erased");
    assert!(*Archive::open(&folder.0).expect("an archive").graph() == graph);
    // One that is published by half, and one that is damaged, are of no account.
    fs::create_dir_all(folder.0.join("generations/000007")).expect("a folder");
    let reopened = Archive::open(&folder.0).expect("an archive");
    assert!(*reopened.graph() == graph);
    assert_eq!(reopened.generation().map(chancery_graph::Generation::number), Some(1));
    fs::write(folder.0.join("generations/000007/graph"), b"half").expect("written");
    assert!(*Archive::open(&folder.0).expect("an archive").graph() == graph);
    archive.add(report(1, 5)).expect("added");
    archive.publish().expect("published");
    assert_eq!(archive.generation().map(chancery_graph::Generation::number), Some(8));
    // A register that is shorter than what a generation was made of has lost something.
    let file = folder.0.join("register.log");
    let bytes = fs::read(&file).expect("its bytes");
    fs::write(&file, &bytes[..bytes.len() - 1]).expect("written");
    let error = Archive::open(&folder.0).expect_err("a byte is lost");
    assert!(matches!(error, chancery_graph::StoreError::Damaged { .. }), "{error}");
    fs::remove_dir_all(folder.0.join("generations")).expect("removed");
    Archive::open(&folder.0).expect("the register alone");
}

/// A file's bytes with one bit turned, in a new file, so that no mapping moves.
fn turn(file: &std::path::Path, bytes: &[u8], bit: usize) {
    let mut turned = bytes.to_vec();
    turned[bit / 8] ^= 1 << (bit % 8);
    fs::remove_file(file).expect("removed");
    fs::write(file, turned).expect("written");
}

#[test]
fn a_bit_turned_in_an_archive_without_stamps_is_an_error_or_makes_no_difference() {
    let folder = Folder::new();
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(vec![report(0, 3), report(1, 4)]).expect("added");
    archive.decide(decision(DECIDED[0])).expect("decided");
    archive.publish().expect("published");
    let graph: Graph =
        Graph::decided([report(0, 3), report(1, 4)].map(Into::into), [decision(DECIDED[0])]);
    let (register, generation) =
        (folder.0.join("register.log"), folder.0.join("generations/000001"));
    let unstamped = || {
        for stamp in ["verified", "compared"] {
            let _ = fs::remove_file(generation.join(stamp));
        }
    };
    let mut errors = 0;
    for (file, step) in [(register.clone(), 11), (generation.join("graph"), 97)] {
        let bytes = fs::read(&file).expect("its bytes");
        for bit in (0..bytes.len() * 8).step_by(step) {
            turn(&file, &bytes, bit);
            unstamped();
            match Archive::open(&folder.0) {
                Ok(archive) => {
                    assert!(*archive.graph() == graph, "bit {bit} of {}", file.display());
                    assert!(archive.trouble().is_none());
                }
                Err(error) => {
                    assert_eq!(file, register, "{error}");
                    errors += 1;
                }
            }
        }
        fs::remove_file(&file).expect("removed");
        fs::write(&file, &bytes).expect("put back");
    }
    assert!(errors > 200, "{errors}");
    // Stamped, a text is still compared with its checksum when it is read.
    unstamped();
    drop(Archive::open(&folder.0).expect("it is whole"));
    assert!(generation.join("verified").exists() && generation.join("compared").exists());
    let archive = Archive::open(&folder.0).expect("it is whole");
    let bytes = fs::read(&register).expect("its bytes");
    let mut turned = bytes.clone();
    turned[60] ^= 1;
    std::os::unix::fs::FileExt::write_all_at(
        &fs::OpenOptions::new().write(true).open(&register).expect("opened"),
        &turned,
        0,
    )
    .expect("written");
    assert_eq!(archive.graph().text(report(0, 3).id()), Some(""));
    assert!(archive.trouble().is_some());
}

/// `CHANCERY_MEASURE=2000 cargo test -p chancery-graph --test stored_graph -- --nocapture measured`
/// tells how long an archive of so many documents takes to open and answer.
#[test]
fn an_archive_is_measured() {
    let Ok(documents) = std::env::var("CHANCERY_MEASURE") else { return };
    let documents: usize = documents.parse().expect("a number");
    let folder = Folder::new();
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let reports: Vec<_> =
        (0..documents).map(|document| report(document, document as u64)).collect();
    archive.add(reports).expect("added");
    let told = |what: &str, begun: std::time::Instant| {
        eprintln!("{what}: {:.3} ms", begun.elapsed().as_secs_f64() * 1e3);
    };
    let begun = std::time::Instant::now();
    archive.publish().expect("published");
    told("published", begun);
    for _ in 0..5 {
        let begun = std::time::Instant::now();
        let archive = Archive::open(&folder.0).expect("an archive");
        told("opened", begun);
        let graph = archive.graph();
        let who = graph.named("Ann Lee")[0].node;
        let said = graph.relations_from(who, RelationKind::Said);
        let words = graph.words(&said[0].evidence()[0]).expect("its words").len();
        assert!(words > 0);
        told("opened to the first words that somebody said", begun);
        let begun = std::time::Instant::now();
        let meeting = graph.node_ids(NodeKind::Meeting).next().expect("a meeting");
        assert_eq!(graph.node(meeting).kind(), NodeKind::Meeting);
        let _ = graph.who_attended(meeting).map(|it| graph.node(it.from).label.len()).max();
        told("and who attended a meeting", begun);
    }
    // As it was before half of them came, and before an eighth was replaced.
    let learned = chrono::Utc::now();
    std::thread::sleep(std::time::Duration::from_millis(2));
    let new = (documents..documents * 2).map(|document| report(document, document as u64));
    let replaced = (0..documents / 4).map(|document| report(document, document as u64 + 1));
    for (added, what) in [(new.collect::<Vec<_>>(), "none"), (replaced.collect(), "an eighth")] {
        archive.add(added).expect("added");
        archive.publish().expect("published");
        let archive = Archive::open(&folder.0).expect("an archive");
        let begun = std::time::Instant::now();
        let graph = archive.as_of(learned).expect("it is read");
        told(&format!("as of a time, {what} replaced since"), begun);
        let meeting = graph.node_ids(NodeKind::Meeting).next().expect("a meeting");
        let _ = graph.who_attended(meeting).map(|it| graph.node(it.from).label.len()).max();
        told("and who attended a meeting then", begun);
        let reports: Vec<_> = graph.reports().cloned().collect();
        let begun = std::time::Instant::now();
        assert_eq!(reports.into_iter().collect::<Graph>().reports().len(), documents);
        told("made anew in memory", begun);
    }
    let documents = documents * 2;
    let mut reader = Archive::open(&folder.0).expect("an archive");
    for document in documents..documents + 3 {
        let begun = std::time::Instant::now();
        archive.add(report(document, 7)).expect("added");
        told("a document added and synced", begun);
        let begun = std::time::Instant::now();
        reader.refresh().expect("read");
        assert!(reader.report(report(document, 7).id()).is_some());
        told("and read by a refreshed reader", begun);
        let begun = std::time::Instant::now();
        assert_eq!(reader.graph().reports().len(), document + 1);
        told("and its graph made in memory", begun);
    }
}
