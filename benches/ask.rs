//! `ask/…`: what a typed question costs beyond the walk it rests on, and a name among a million.
//!
//! Questions 1 to 5 of the walking benchmark are asked of a graph in memory and of the same graph in
//! a generation, each beside the plain walk over the graph's relations that gives the same answer
//! from the same names. The two take turns, and how many times the walk's time the question takes is
//! printed at the end; it should stay below two. A slower `read` is felt at every question in
//! English; a slower name is what somebody waits for who spells one in their own way.
//! `CHANCERY_NAMES=1000000` makes the million.

use chancery::{
    Archive, Columns, Company, Date, DocumentInfo, Entity, EntityId, Facts, Graph, Meetings,
    Mention, Names, NodeId, NodeKind, NodeName, RelationKind, Report, Resolution, Role, RoleStatus,
    Span, When, WhoAttended, WhoSaid,
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::cmp::Reverse;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[path = "common.rs"]
mod common;

const DOCUMENTS: usize = 5_000;
/// How many are asked for in turn.
const SEEDS: u32 = 100;

fn ask(bench: &mut Criterion) {
    let folder = std::env::temp_dir().join(format!("chancery-{}-ask", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let graph = common::graph(DOCUMENTS);
    {
        let mut archive = Archive::open_or_create(&folder).expect("a fresh folder");
        archive.add(graph.reports().cloned().collect::<Vec<Report>>()).expect("added");
        archive.publish().expect("published");
    }
    bench.bench_function("ask/read", |bencher| {
        let today = "2025-02-25".parse::<Date>().expect("a day").first_day();
        let asked = "What did Person p42 say about Person p7 since January 2015?";
        bencher.iter(|| chancery::ask(&graph, black_box(asked), today).expect("it is understood"));
    });
    for asked in [
        "What did Person p42 say about Person p7 since January 2015?",
        "who met person p42 in the first week of march 2012",
        "Which officials of State s3 were left out of the talks last year?",
    ] {
        let today = "2025-02-25".parse::<Date>().expect("a day").first_day();
        let mut best = Duration::MAX;
        for _ in 0..200 {
            let begun = Instant::now();
            let _ = black_box(chancery::ask(&graph, black_box(asked), today));
            best = best.min(begun.elapsed());
        }
        eprintln!("read: {asked}: {best:.1?}");
    }
    questions(bench, "memory", &graph);
    let archive = Archive::open(&folder).expect("it was published");
    assert!(archive.generation().is_some());
    questions(bench, "generation", archive.graph());
    std::fs::remove_dir_all(&folder).expect("it was made");
}

/// Measures a question and its walk, and tells how many times the walk's time the question takes.
fn beside(
    bench: &mut Criterion,
    name: &str,
    walk: &mut dyn FnMut() -> usize,
    question: &mut dyn FnMut() -> usize,
) {
    assert_eq!(walk(), question(), "{name}: they answer alike");
    bench.bench_function(&format!("ask/{name}/walk"), |bencher| bencher.iter(&mut *walk));
    bench.bench_function(&format!("ask/{name}/question"), |bencher| bencher.iter(&mut *question));
    // By turns, so that a busy machine is busy for both.
    let mut best = [Duration::MAX; 2];
    for _ in 0..200 {
        let begun = Instant::now();
        black_box(walk());
        best[0] = begun.elapsed().min(best[0]);
        let begun = Instant::now();
        black_box(question());
        best[1] = begun.elapsed().min(best[1]);
    }
    let [walk, question] = best.map(|best| best.as_secs_f64() * 1e6 / f64::from(SEEDS));
    let times = question / walk;
    eprintln!("{name}: walk {walk:.2} µs, question {question:.2} µs, {times:.2} times the walk");
}

fn questions(bench: &mut Criterion, place: &str, graph: &Graph) {
    let people: Vec<NodeName> = (0..SEEDS)
        .map(|i| format!("person:p{}", i * 4).parse().expect("a name"))
        .filter(|name| graph.find(name).is_some())
        .collect();
    let found = |name: &NodeName| graph.find(name).expect("it is in the graph");
    let of = |kind, name: &NodeName| graph.relations_from(found(name), kind);
    let meetings: Vec<NodeName> = people
        .iter()
        .map(|who| graph.node(of(RelationKind::Attended, who)[0].to).name.clone())
        .collect();
    let others: Vec<NodeName> = people
        .iter()
        .map(|who| {
            let said = of(RelationKind::Said, who)[0].to;
            let about = graph.relations_from(said, RelationKind::About);
            graph.node(about.first().map_or(said, |about| about.to)).name.clone()
        })
        .collect();
    let labels = |ends: &mut dyn Iterator<Item = NodeId>| {
        ends.map(|end| graph.node(end).label.len()).sum::<usize>()
    };

    // Q1: who attended a meeting.
    beside(
        bench,
        &format!("q1/{place}"),
        &mut || {
            let each = meetings.iter().map(|meeting| {
                let rows = graph.who_attended(found(black_box(meeting)));
                rows.map(|row| graph.node(row.from).label.len() + row.evidence().len())
                    .sum::<usize>()
            });
            each.sum()
        },
        &mut || {
            let each = meetings.iter().map(|meeting| {
                let asked = WhoAttended::default().meeting(black_box(meeting).clone());
                let rows = asked.answers(graph);
                rows.map(|row| row.who.label.len() + row.evidence.len()).sum::<usize>()
            });
            each.sum()
        },
    );

    // Q2: all that somebody said, with what it is about.
    beside(
        bench,
        &format!("q2/{place}"),
        &mut || {
            let each = people.iter().map(|who| {
                let rows = of(RelationKind::Said, black_box(who)).iter();
                let about = |said| graph.relations_from(said, RelationKind::About).iter();
                let row = |said| {
                    graph.node(said).label.len() + labels(&mut about(said).map(|about| about.to))
                };
                rows.map(|row| row.to).map(row).sum::<usize>()
            });
            each.sum()
        },
        &mut || {
            let each = people.iter().map(|who| {
                let asked = WhoSaid::default().by(black_box(who).clone());
                let row = |said: chancery::Said<'_>| {
                    let about = said.about.iter().map(|about| about.label.len());
                    said.words.len() + about.sum::<usize>()
                };
                asked.answers(graph).map(row).sum::<usize>()
            });
            each.sum()
        },
    );

    // Q3: what somebody said about one entity.
    beside(
        bench,
        &format!("q3/{place}"),
        &mut || {
            let each = people.iter().zip(&others).map(|(who, other)| {
                let other = found(black_box(other));
                let about = |said: &NodeId| {
                    let about = graph.relations_from(*said, RelationKind::About);
                    about.iter().any(|about| about.to == other)
                };
                let said = of(RelationKind::Said, black_box(who)).iter().map(|row| row.to);
                labels(&mut said.filter(about))
            });
            each.sum()
        },
        &mut || {
            let each = people.iter().zip(&others).map(|(who, other)| {
                let asked = WhoSaid::default().by(black_box(who).clone()).about(other.clone());
                asked.answers(graph).map(|said| said.words.len()).sum::<usize>()
            });
            each.sum()
        },
    );

    // Q4: meetings of somebody in half a year, with whom.
    let (since, until): (Date, Date) =
        ("2012-01-01".parse().expect("a day"), "2012-06-30".parse().expect("a day"));
    beside(
        bench,
        &format!("q4/{place}"),
        &mut || {
            let days = since.first_day()..=until.last_day();
            let each = people.iter().map(|who| {
                let rows = of(RelationKind::Attended, black_box(who)).iter();
                let within =
                    rows.filter(|row| row.when.first_day().is_some_and(|day| days.contains(&day)));
                let met = within.map(|row| {
                    let others = graph.who_attended(row.to);
                    graph.node(row.to).label.len() + labels(&mut others.map(|other| other.from))
                });
                met.sum::<usize>()
            });
            each.sum()
        },
        &mut || {
            let each = people.iter().map(|who| {
                let asked = Meetings::default().with(black_box(who).clone());
                let asked = asked.since(since).until(until);
                let met = asked.answers(graph).map(|met| {
                    let others = met.attendance.iter().map(|other| other.who.label.len());
                    met.meeting.label.len() + others.sum::<usize>()
                });
                met.sum::<usize>()
            });
            each.sum()
        },
    );

    // Q5: with whom most often, the first ten.
    let mut often = vec![0_usize; graph.node_count()];
    beside(
        bench,
        &format!("q5/{place}"),
        &mut || {
            let each = people.iter().map(|who| {
                let (who, mut seen) = (found(black_box(who)), Vec::new());
                for met in graph.relations_from(who, RelationKind::Attended) {
                    for other in graph.who_attended(met.to) {
                        if other.from != who && matches!(other.columns, Columns::Attended { .. }) {
                            if often[other.from.index()] == 0 {
                                seen.push(other.from);
                            }
                            often[other.from.index()] += 1;
                        }
                    }
                }
                seen.sort_unstable_by_key(|at| (Reverse(often[at.index()]), *at));
                let most = seen.iter().take(10);
                let most =
                    most.map(|at| often[at.index()] + graph.node(*at).label.len()).sum::<usize>();
                for at in seen {
                    often[at.index()] = 0;
                }
                most
            });
            each.sum::<usize>()
        },
        &mut || {
            let each = people.iter().map(|who| {
                let asked = Company::default().of(black_box(who).clone());
                let most = asked.answers(graph).take(10);
                most.map(|row| row.meetings + row.who.label.len()).sum::<usize>()
            });
            each.sum()
        },
    );
}

/// A graph of so many persons with made-up names, a thousand a document; each holds an office of
/// one of the states, and one of them is the Russian foreign minister.
fn named(count: usize) -> Graph {
    const PARTS: [&str; 32] = [
        "la", "vro", "ze", "len", "sky", "ko", "ma", "ri", "tch", "an", "bo", "du", "el", "fi",
        "go", "ha", "is", "ju", "kha", "mi", "no", "os", "pe", "ra", "shi", "ta", "ur", "ve", "wa",
        "ya", "zu", "tsov",
    ];
    const TITLES: [&str; 4] =
        ["ambassador", "deputy foreign minister", "spokesperson", "first secretary"];
    let mut seeded = common::Seeded(5);
    let letter = |seeded: &mut common::Seeded| {
        char::from(b'A' + u8::try_from(seeded.below(26)).unwrap_or(0))
    };
    let states: Vec<String> =
        (0..200).map(|_| [letter(&mut seeded), letter(&mut seeded)].iter().collect()).collect();
    let word = |seeded: &mut common::Seeded| {
        let word: String =
            (0..3 + seeded.below(2)).map(|_| PARTS[seeded.below(PARTS.len())]).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    let words = Span::new(0, 4);
    let entity = |id: EntityId, name: String| Entity {
        id,
        name,
        mentions: vec![Mention::from(words)],
        same_as: Vec::new(),
        confidence: None,
    };
    (0..count.div_ceil(1000))
        .map(|document| {
            let info = DocumentInfo::named(format!("d{document}").parse().expect("an id"));
            let mut facts = Facts::empty(info);
            facts.document.published = "2025-02-18".parse().ok();
            let state = if document == 0 { "RU" } else { &states[document % states.len()] };
            let served: EntityId = format!("state:{state}").parse().expect("an id");
            facts.entities.push(entity(served.clone(), state.to_owned()));
            for at in 0..1000 {
                let number = document * 1000 + at;
                let name = format!("{} {}", word(&mut seeded), word(&mut seeded));
                let id: EntityId = format!("person:n{number}").parse().expect("an id");
                let title =
                    if number == 7 { "foreign minister" } else { TITLES[at % TITLES.len()] };
                facts.roles.push(Role {
                    person: id.clone(),
                    of: Some(served.clone()),
                    title: title.to_owned(),
                    status: RoleStatus::Current,
                    when: When::default(),
                    evidence: Some(words),
                    according_to: None,
                    confidence: None,
                });
                facts.entities.push(entity(id, name));
            }
            Report::new(facts, "they met").expect("the facts hold in their text")
        })
        .collect()
}

fn names(bench: &mut Criterion) {
    let count = std::env::var("CHANCERY_NAMES").ok().and_then(|count| count.parse().ok());
    let count = count.unwrap_or(20_000);
    let folder = std::env::temp_dir().join(format!("chancery-{}-names", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    {
        let mut archive = Archive::open_or_create(&folder).expect("a fresh folder");
        archive.add(named(count).reports().cloned().collect::<Vec<Report>>()).expect("added");
        archive.publish().expect("published");
    }
    let open = || Archive::open(&folder).expect("it was published");
    let archive = open();
    let graph = archive.graph();
    let names = Names::of(graph);
    let all = graph.names().count();
    let mut group = bench.benchmark_group(format!("names/{all}"));
    for (what, typed, who) in typed_names(graph) {
        // Right is whoever is meant, taken or first among several.
        let right = |names: &Names<'_>| match names.resolve(&typed, NodeKind::ACTORS) {
            Resolution::One(node) | Resolution::Taken(node) => Some(node.name.clone()) == who,
            Resolution::Many(nodes) | Resolution::None(nodes) => {
                nodes.first().map(|node| node.name.clone()) == who
            }
        };
        // Among a million made-up surnames several are as near as the one that is meant.
        let may_be_another = what == "surname with a slip";
        assert!(right(&names) || who.is_none() || may_be_another, "{typed} is {who:?}");
        // The first name of all in a process: nothing is at hand yet.
        let fresh = open();
        let begun = Instant::now();
        black_box(Names::of(fresh.graph()).resolve(&typed, NodeKind::ACTORS));
        let first = begun.elapsed();
        let mut best = Duration::MAX;
        for _ in 0..20 {
            let begun = Instant::now();
            black_box(names.resolve(&typed, NodeKind::ACTORS));
            best = best.min(begun.elapsed());
        }
        eprintln!("{what}: {typed}: first {first:.1?}, then {best:.1?}");
        group.bench_function(what, |bencher| {
            bencher.iter(|| names.resolve(black_box(&typed), NodeKind::ACTORS));
        });
    }
    group.finish();
    std::fs::remove_dir_all(&folder).expect("it was made");
}

/// Names as people type them, and who is meant: somebody whose name, or surname, nobody shares.
fn typed_names(graph: &Graph) -> Vec<(&'static str, String, Option<NodeName>)> {
    let names = Names::of(graph);
    let third = graph.node_count() / 3;
    let people = graph.nodes(NodeKind::Person).skip(third);
    let mut labels = people.map(|(_, node)| (node.name.clone(), node.label.clone()));
    let alone = |name: &str| matches!(names.resolve(name, NodeKind::ACTORS), Resolution::One(_));
    let surname = |full: &str| full.rsplit(' ').next().unwrap_or_default().to_owned();
    let (who, full) = labels
        .find(|(_, full)| full.ends_with("sky") && alone(full) && alone(&surname(full)))
        .expect("there is one");
    let slip = |name: &str| {
        let mut name = name.to_owned();
        name.remove(name.len() / 2);
        name
    };
    let accents = full.replace('a', "á").replace('o', "ö").replace('e', "ê").replace('u', "ü");
    let spelled = |name: &str| [name.strip_suffix("sky").unwrap_or(name), "skiy"].concat();
    let minister = graph.find(&"person:n7".parse().expect("a name"));
    let minister = minister.map(|id| graph.node(id).name.clone());
    let last = surname(&full);
    let meant = || Some(who.clone());
    vec![
        ("slip", slip(&full), meant()),
        ("exact", full.clone(), meant()),
        ("case", full.to_uppercase(), meant()),
        ("accents", accents, meant()),
        ("transliterated", spelled(&full), meant()),
        ("surname", last.clone(), meant()),
        ("surname transliterated", spelled(&last), meant()),
        ("surname with a slip", slip(&last), meant()),
        ("title", "the Russian foreign minister".into(), minister),
        ("nobody", "Qwertz Uiop".into(), None),
    ]
}

criterion_group!(benches, ask, names);
criterion_main!(benches);
