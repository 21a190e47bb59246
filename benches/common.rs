//! What the benches read: the sample articles, and graphs made from a seed.

#![allow(dead_code, reason = "each bench uses its part")]

use chancery::{
    Article, Attendance, AttendanceStatus, Day, DocumentInfo, Entity, EntityId, EntityKind, Facts,
    Graph, Meeting, MeetingId, MeetingKind, MeetingStatus, Mention, Mode, NodeId, NodeKind, Report,
    Span, Statement, When,
};
use std::fs;
use std::path::Path;

/// The sample articles, by name.
pub(crate) fn articles() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/articles");
    let entries = fs::read_dir(folder).expect("the sample articles are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8");
        let text = fs::read_to_string(path).expect("the sample articles are UTF-8");
        Article::new(id.parse().expect("a name is an id"), text)
    };
    paths.iter().map(read).collect()
}

/// The sample articles, one after the other, until there are so many bytes.
pub(crate) fn long_article(bytes: usize) -> Article {
    let texts: Vec<String> =
        articles().iter().map(|article| article.text().trim().to_owned() + "\n\n").collect();
    let mut text = String::new();
    for next in texts.iter().cycle() {
        text.push_str(next);
        if text.len() >= bytes {
            break;
        }
    }
    Article::new("long".parse().expect("an id"), text)
}

/// Numbers that are the same on every machine and in every run (`SplitMix64`).
pub(crate) struct Seeded(pub(crate) u64);

impl Seeded {
    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % limit as u64).expect("it is below a usize")
    }
}

/// A graph of so many documents, each of one meeting of three to six of 500 persons, who make a
/// statement each.
pub(crate) fn graph(documents: usize) -> Graph {
    let mut seeded = Seeded(20_250_218);
    (0..documents).map(|number| report(number, &mut seeded)).collect()
}

fn report(number: usize, seeded: &mut Seeded) -> Report {
    let text = "They met and talked.";
    // What is said mentions all who meet: "They".
    let (met, words) = (Span::new(5, 8), Span::new(0, 19));
    let day = format!(
        "20{:02}-{:02}-{:02}",
        seeded.below(25),
        1 + seeded.below(12),
        1 + seeded.below(28)
    );
    let day = day.parse().expect("a day");
    let mut info = DocumentInfo::named(format!("d{number}").parse().expect("an id"));
    info.published = Some(day);
    let mut facts = Facts::empty(info);
    for _ in 0..3 + seeded.below(4) {
        let id: EntityId = format!("person:p{}", seeded.below(500)).parse().expect("an id");
        if facts.entities.iter().all(|entity| entity.id != id) {
            let name = format!("Person {}", id.rest());
            debug_assert_eq!(id.kind(), EntityKind::Person);
            let mentions = vec![Mention::from(Span::new(0, 4))];
            facts.entities.push(Entity {
                id,
                name,
                mentions,
                same_as: Vec::new(),
                confidence: None,
            });
        }
    }
    let who: Vec<EntityId> = facts.entities.iter().map(|entity| entity.id.clone()).collect();
    let meeting = MeetingId::numbered(1);
    facts.meetings.push(Meeting {
        id: meeting.clone(),
        kind: MeetingKind::Talks,
        status: MeetingStatus::Held,
        when: When::on(day),
        place: None,
        mentions: vec![Mention::from(met)],
        attendance: who
            .iter()
            .map(|who| Attendance {
                who: who.clone(),
                status: AttendanceStatus::Attended,
                evidence: Some(met),
                capacity: None,
                confidence: None,
            })
            .collect(),
        according_to: None,
        confidence: None,
    });
    facts.statements.extend(who.iter().map(|who| Statement {
        speaker: Some(who.clone()),
        source: None,
        cue: None,
        content: vec![words],
        mode: Mode::Indirect,
        addressee: None,
        meeting: Some(meeting.clone()),
        negated: false,
        act: None,
        on: None,
        confidence: None,
    }));
    Report::new(facts, text).expect("the facts hold in their text")
}

/// A table of so many events, sorted by day, in the shape of the coded news: few take part in
/// most of them, a quarter are meetings, half are words.
pub(crate) fn events(count: usize) -> String {
    const CODES: [&str; 8] = [
        "Make statement",
        "Consult",
        "Express intent to meet or negotiate",
        "Praise or endorse",
        "Host a visit",
        "Criticize or denounce",
        "Use conventional military force",
        "Sign formal agreement",
    ];
    let mut seeded = Seeded(42);
    // The lesser of three draws, twice: a few names stand in a large part of the rows.
    let actor = |seeded: &mut Seeded| {
        let draw = |seeded: &mut Seeded| (0..3).map(|_| seeded.below(16_887)).min().unwrap_or(0);
        let limit = 1 + draw(seeded);
        seeded.below(limit)
    };
    let days = days();
    let mut rows = String::new();
    for number in 0..count {
        let day = &days[number * days.len() / count];
        let (subject, object) = (actor(&mut seeded), actor(&mut seeded));
        let code = CODES[seeded.below(CODES.len())];
        rows.extend(["Actor ", &subject.to_string(), "\t", code]);
        rows.extend(["\tActor ", &object.to_string(), "\t", day, "\n"]);
    }
    rows
}

/// Fourteen years of days, of which each month has 28.
fn days() -> Vec<String> {
    let months = (2005..2019).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let days = months.flat_map(|(year, month)| (1..=28).map(move |day| (year, month, day)));
    days.map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")).collect()
}

/// What a question is about.
pub(crate) struct Seed {
    pub(crate) meeting: NodeId,
    pub(crate) actor: NodeId,
    pub(crate) other: NodeId,
    pub(crate) day: Day,
}

/// Two hundred questions; those who took part in much come first in the graph, and are asked for
/// most.
pub(crate) fn seeds(nodes: impl Fn(NodeKind) -> Vec<NodeId>) -> Vec<Seed> {
    let (meetings, actors) = (nodes(NodeKind::Meeting), nodes(NodeKind::Organization));
    let mut seeded = Seeded(7);
    let start = Day::of("2005-01-01".parse().expect("a day"));
    let mut seed = || {
        let mut actor = || {
            let limit = 1 + seeded.below(actors.len());
            actors[seeded.below(limit)]
        };
        let (actor, other) = (actor(), actor());
        let days = u16::try_from(seeded.below(4_500)).unwrap_or(0);
        Seed {
            meeting: meetings[seeded.below(meetings.len())],
            actor,
            other,
            day: start.plus(days),
        }
    };
    (0..200).map(|_| seed()).collect()
}
