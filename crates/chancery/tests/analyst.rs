//! An archive of releases asked as an analyst would ask it. Questions and answers lie beside the
//! releases, in `data/releases/`; they were written by reading, before the program was asked.
//!
//! `cargo test --test analyst -- --nocapture` lists the wrong ones. With `CHANCERY_RELEASES` naming
//! a file of JSON lines, they are asked of all its releases and only counted.

use chancery::{
    Archive, Article, AttendanceStatus, Columns, Date, Graph, MeetingKind, MeetingStatus, NodeId,
    NodeKind, RelationKind, RoleStatus,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Lists of questions, the releases they were read in beside the first ones, and how many right
/// answers there must be; the numbers only ever rise.
const QUESTIONS: &[(&str, &[&str], usize)] =
    &[("questions.txt", &[], 99), ("questions-on-visits.txt", &["visits-and-calls.jsonl"], 32)];
/// Lists of trips, the releases they were read in beside the first ones, and the people of them who
/// must be joined to the Secretary, of a hundred; the aim is 90.
const TRIPS: &[(&str, &[&str], usize)] = &[
    ("trips.txt", &[], 98),
    ("trips-and-transcripts.txt", &["transcripts.jsonl"], 91),
    ("visits-and-calls.txt", &["visits-and-calls.jsonl"], 96),
];

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/releases").join(name);
    std::fs::read_to_string(path).expect("it is in the repository")
}

/// The archive of the releases, and of some more, in a folder of its own.
fn archive(test: &str, more: &[&str]) -> Archive {
    let folder = std::env::temp_dir().join(format!("chancery-{}-{test}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let mut archive = Archive::open_or_create(&folder).expect("a fresh folder");
    let given = std::env::var("CHANCERY_RELEASES").ok();
    let lines = given.map_or_else(
        || ["releases.jsonl"].iter().chain(more).map(|name| data(name)).collect::<String>(),
        |path| std::fs::read_to_string(path).expect("a file of JSON lines"),
    );
    let articles = lines.lines().map(|line| {
        let it: Value = serde_json::from_str(line).expect("a release");
        let field = |key: &str| it[key].as_str().expect("a word").to_owned();
        Article::new(field("id").parse().expect("an id"), field("text"))
            .titled(field("title"))
            .from_source(field("url"))
            .published(field("published").parse().expect("a day"))
    });
    archive.load(articles).expect("they are taken in");
    std::fs::remove_dir_all(&folder).expect("it was made");
    archive
}

/// Asks one archive.
struct Asked<'a> {
    archive: &'a Archive,
}

impl Asked<'_> {
    fn graph(&self) -> &Graph {
        self.archive.graph()
    }

    fn person(&self, name: &str) -> Result<NodeId, String> {
        let found = self.archive.named(name.trim(), &[NodeKind::Person]);
        let found = found.map_err(|error| error.to_string())?;
        self.graph().find(&found).ok_or_else(|| format!("no {name}"))
    }

    fn people(&self, names: &str) -> Result<BTreeSet<NodeId>, String> {
        names.split(';').map(|name| self.person(name)).collect()
    }

    /// Held meetings of somebody that lie in a window of days.
    fn meetings(&self, who: NodeId, asked: &Window) -> Vec<NodeId> {
        let graph = self.graph();
        let there = graph.relations_from(who, RelationKind::Attended).iter();
        let there = there.filter(|it| attended(&it.columns) == Some(AttendanceStatus::Attended));
        let meetings: BTreeSet<NodeId> = there.map(|it| it.to).collect();
        meetings.into_iter().filter(|id| asked.admits(graph, *id)).collect()
    }

    fn there(&self, meeting: NodeId, status: AttendanceStatus) -> impl Iterator<Item = NodeId> {
        let there = self.graph().who_attended(meeting);
        there.filter(move |it| attended(&it.columns) == Some(status)).map(|it| it.from)
    }

    fn labels(&self, ids: impl IntoIterator<Item = NodeId>) -> String {
        let labels: Vec<&str> = ids.into_iter().map(|id| &*self.graph().node(id).label).collect();
        labels.join("; ")
    }

    fn right(&self, keyword: &str, asked: &str, expected: &str) -> Result<(), String> {
        match keyword {
            "met" => self.met(asked, expected),
            "days" | "count" => self.days(keyword, asked, expected),
            "planned" => self.planned(asked, expected),
            "states" => self.states(asked, expected),
            "holds" => self.holds(asked, expected),
            "same" => {
                let (one, other) = asked.split_once('&').expect("two names");
                let (one, other) = (self.person(one)?, self.person(other)?);
                told((one == other) == (expected == "yes"), || self.labels([one, other]))
            }
            "nodes" => {
                let found = self.graph().named(asked);
                let found: BTreeSet<NodeId> = found
                    .into_iter()
                    .map(|it| it.node)
                    .filter(|id| self.graph().node(*id).kind() == NodeKind::Person)
                    .collect();
                told(found.len().to_string() == expected, || self.labels(found))
            }
            other => panic!("no question is called {other}"),
        }
    }

    fn met(&self, asked: &str, expected: &str) -> Result<(), String> {
        let (who, window) = Window::read(asked);
        let who = self.person(who)?;
        let expected = self.people(expected)?;
        let mut found = BTreeSet::new();
        for meeting in self.meetings(who, &window) {
            found.extend(self.there(meeting, AttendanceStatus::Attended).filter(|other| {
                *other != who && self.graph().node(*other).kind() == NodeKind::Person
            }));
        }
        told(found == expected, || {
            format!(
                "missing {}, too many {}",
                self.labels(expected.difference(&found).copied()),
                self.labels(found.difference(&expected).copied())
            )
        })
    }

    fn days(&self, keyword: &str, asked: &str, expected: &str) -> Result<(), String> {
        let (one, rest) = asked.split_once('&').expect("two names");
        let (other, window) = Window::read(rest);
        let (one, other) = (self.person(one)?, self.person(other)?);
        let mut meetings = self.meetings(one, &window);
        meetings.retain(|id| self.there(*id, AttendanceStatus::Attended).any(|it| it == other));
        if keyword == "count" {
            return told(meetings.len().to_string() == expected, || meetings.len().to_string());
        }
        let day = |id: &NodeId| self.graph().node(*id).meeting()?.when.from;
        let mut days: Vec<String> =
            meetings.iter().filter_map(day).map(|day| day.to_string()).collect();
        days.sort();
        days.dedup();
        told(days.join("; ") == expected, || days.join("; "))
    }

    fn planned(&self, asked: &str, expected: &str) -> Result<(), String> {
        let (who, window) = Window::read(asked);
        let who = self.person(who)?;
        let expected = self.people(expected)?;
        let graph = self.graph();
        let mut found = BTreeSet::new();
        for relation in graph.relations_from(who, RelationKind::Attended) {
            let detail = graph.node(relation.to).meeting().expect("a meeting");
            let published = graph.report(&detail.document).and_then(|it| it.info().published);
            let soon = published.is_some_and(|day| {
                let day = day.first_day();
                day <= window.last.last_day() && (window.first.first_day() - day).num_days() <= 4
            });
            if window.admits_day(graph, relation.to) || detail.when.is_unknown() && soon {
                found.extend(
                    self.there(relation.to, AttendanceStatus::Expected)
                        .filter(|it| *it != who && graph.node(*it).kind() == NodeKind::Person),
                );
            }
        }
        let missing: Vec<NodeId> = expected.difference(&found).copied().collect();
        told(missing.is_empty(), || format!("missing {}", self.labels(missing)))
    }

    fn states(&self, asked: &str, expected: &str) -> Result<(), String> {
        let (who, window) = Window::read(asked);
        let who = self.person(who)?;
        let state = |name: &str| {
            let found = self.archive.named(name.trim(), &[NodeKind::State]);
            let found = found.map_err(|error| error.to_string())?;
            self.graph().find(&found).ok_or_else(|| format!("no {name}"))
        };
        let expected: BTreeSet<NodeId> =
            expected.split(';').map(state).collect::<Result<_, String>>()?;
        let us = state("United States")?;
        let mut found = BTreeSet::new();
        for meeting in self.meetings(who, &window) {
            found.extend(self.there(meeting, AttendanceStatus::Attended).filter(|other| {
                *other != us && self.graph().node(*other).kind() == NodeKind::State
            }));
        }
        told(found == expected, || {
            format!(
                "missing {}, too many {}",
                self.labels(expected.difference(&found).copied()),
                self.labels(found.difference(&expected).copied())
            )
        })
    }

    /// Who is told, nearest to a day, to hold an office.
    fn holds(&self, asked: &str, expected: &str) -> Result<(), String> {
        let (office, day) = asked.split_once(" on ").expect("a day");
        let (title, state) = office.split_once(" of ").expect("a state");
        let day: Date = day.parse().expect("a day");
        let graph = self.graph();
        let found = self.archive.named(state, &[NodeKind::State]);
        let state = graph.find(&found.map_err(|error| error.to_string())?).expect("it is there");
        let serves = graph.relations_to(state, RelationKind::Serves).filter(|relation| {
            let Columns::Serves { title: held, status } = &relation.columns else { return false };
            let held = held.to_lowercase();
            *status == RoleStatus::Current && title.split(' ').all(|word| held.contains(word))
        });
        let far = |document| {
            let published = graph.report(document).and_then(|it| it.info().published);
            published.map_or(i64::MAX, |it| (it.first_day() - day.first_day()).num_days().abs())
        };
        let nearest = serves
            .map(|it| {
                let far = it.evidence().iter().map(|proof| far(&proof.document)).min();
                (far.unwrap_or(i64::MAX), it.from)
            })
            .min();
        let expected = self.person(expected)?;
        let found = nearest.map(|(_, who)| who);
        told(found == Some(expected), || self.labels(found))
    }
}

fn told(right: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if right { Ok(()) } else { Err(otherwise()) }
}

fn attended(columns: &Columns) -> Option<AttendanceStatus> {
    if let Columns::Attended { status, .. } = columns { Some(*status) } else { None }
}

/// `2021-05-25..2021-05-25 meeting in Jerusalem`, after a name.
struct Window<'a> {
    first: Date,
    last: Date,
    call: Option<bool>,
    place: Option<&'a str>,
}

impl<'a> Window<'a> {
    fn read(asked: &'a str) -> (&'a str, Self) {
        let at = asked.find("20").expect("a year");
        let (who, rest) = asked.split_at(at);
        let (rest, place) = match rest.split_once(" in ") {
            Some((rest, place)) => (rest, Some(place)),
            None => (rest, None),
        };
        let (days, kind) = rest.split_once(' ').unwrap_or((rest, ""));
        let (first, last) = days.split_once("..").expect("two days");
        let day = |day: &str| day.parse().expect("a day");
        let call = (!kind.is_empty()).then_some(kind == "call");
        (who.trim(), Self { first: day(first), last: day(last), call, place })
    }

    fn admits_day(&self, graph: &Graph, meeting: NodeId) -> bool {
        let when = graph.node(meeting).meeting().map(|it| it.when).unwrap_or_default();
        when.first_day().is_some_and(|day| day <= self.last.last_day())
            && when.last_day().is_some_and(|day| day >= self.first.first_day())
    }

    fn admits(&self, graph: &Graph, meeting: NodeId) -> bool {
        let Some(detail) = graph.node(meeting).meeting() else { return false };
        let mut places = graph.relations_from(meeting, RelationKind::HeldIn).iter();
        let held = matches!(detail.status, MeetingStatus::Held | MeetingStatus::Ongoing);
        self.admits_day(graph, meeting)
            && held
            && self.call.is_none_or(|call| call == (detail.kind == MeetingKind::Call))
            && self.place.is_none_or(|place| places.any(|it| graph.node(it.to).label == place))
    }
}

#[test]
fn questions_an_analyst_asks_are_answered_as_a_reader_would() {
    for (list, more, most) in QUESTIONS {
        let archive = archive(list, more);
        let asked = Asked { archive: &archive };
        let (mut right, mut all) = (0, 0);
        for line in data(list).lines().filter(|line| !line.starts_with('#')) {
            let Some((question, expected)) = line.split_once(" = ") else { continue };
            let (keyword, rest) = question.split_once(' ').expect("a keyword");
            all += 1;
            match asked.right(keyword, rest.trim(), expected.trim()) {
                Ok(()) => right += 1,
                Err(why) => println!("wrong: {question}: {why}"),
            }
        }
        println!("{list}: {right} of {all} right");
        if std::env::var_os("CHANCERY_RELEASES").is_none() {
            assert!(right >= *most, "{list}: {right} of {all} are right, and there were {most}");
        }
    }
}

#[test]
fn whom_the_secretary_met_on_his_trips_is_joined_to_him() {
    for (list, more, joined_of_hundred) in TRIPS {
        let archive = archive(list, more);
        let asked = Asked { archive: &archive };
        let secretary = asked.person("Antony Blinken").expect("he is there");
        let (mut joined, mut all) = (0, 0);
        for line in data(list).lines().filter(|line| !line.starts_with('#')) {
            let (trip, people) = line.split_once(" = ").expect("people");
            let window = Window { call: None, place: None, ..Window::read(trip).1 };
            let meetings = asked.meetings(secretary, &window);
            for name in people.split(';') {
                all += 1;
                let there = asked.person(name).is_ok_and(|who| {
                    let mut meetings = meetings.iter();
                    meetings
                        .any(|id| asked.there(*id, AttendanceStatus::Attended).any(|it| it == who))
                });
                if there {
                    joined += 1;
                } else {
                    println!("not joined: {trip}: {name}");
                }
            }
        }
        println!("{list}: {joined} of {all} joined");
        assert!(joined * 100 >= all * joined_of_hundred, "{list}: {joined} of {all} are joined");
    }
}

#[test]
fn the_graph_is_one_whatever_the_order_shards_and_interruptions() {
    let all = archive("whole", &[]);
    let reports: Vec<_> = all.reports().cloned().collect();
    let folder = std::env::temp_dir().join(format!("chancery-{}-shards", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    // In an order that has nothing to do with theirs, in two loads, the second of which begins
    // again with what the first has done.
    let mut shuffled = reports.clone();
    shuffled.sort_by_key(|report| report.text().len() % 97);
    let mut loaded = Archive::open_or_create(folder.join("shuffled")).expect("a fresh folder");
    loaded.add(shuffled[..shuffled.len() / 2].to_vec()).expect("half");
    drop(loaded);
    let mut loaded = Archive::open(folder.join("shuffled")).expect("it is there");
    loaded.add(shuffled).expect("the rest");
    assert_eq!(loaded.graph().digest(), all.graph().digest());
    // In seven shards, merged.
    let shards: Vec<Archive> = (0..7)
        .map(|shard| {
            let mut it =
                Archive::open_or_create(folder.join(shard.to_string())).expect("a fresh folder");
            let own = reports.iter().skip(shard).step_by(7).cloned();
            it.add(own.collect::<Vec<_>>()).expect("a seventh");
            it
        })
        .collect();
    let mut merged = Archive::open_or_create(folder.join("merged")).expect("a fresh folder");
    let added = merged.merge(&shards, false).expect("they are merged");
    assert_eq!(added.new, reports.len());
    assert_eq!(merged.graph().digest(), all.graph().digest());
    // Once more changes nothing.
    let again = merged.merge(shards.iter().rev(), false).expect("they are merged again");
    assert_eq!((again.new, again.replaced), (0, 0));
    // A document by itself, added last.
    let (last, rest) = reports.split_last().expect("there are some");
    let mut grown = Archive::open_or_create(folder.join("grown")).expect("a fresh folder");
    grown.add(rest.to_vec()).expect("all but one");
    let _ = grown.graph();
    grown.add(last.clone()).expect("the last one");
    assert_eq!(grown.graph().digest(), all.graph().digest());
    std::fs::remove_dir_all(&folder).expect("it was made");
}
