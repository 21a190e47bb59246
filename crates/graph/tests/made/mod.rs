//! Reports made up from a number: every kind of fact, every kind of reference, odd words.

use chancery_graph::Report;
use chancery_model::{
    Act, Attendance, AttendanceStatus, Date, DocumentInfo, Entity, EntityId, Facts, Goal,
    GoalStatus, Meeting, MeetingId, MeetingKind, MeetingStatus, Mention, Mode, Role, RoleStatus,
    Span, Statement, When,
};

const WORDS: &[&str] = &[
    "Lavrov",
    "met",
    "Rubio",
    "Öst",
    "talks",
    "“peace”",
    "in",
    "Łódź.",
    "he",
    "said",
    "Russian",
    "習近平",
    "no",
    "U.S.",
    "agreed",
    "summit\n",
    "Ankara,",
    "not",
];
const NAMES: &[(&str, &str)] = &[
    ("person:ann-lee", "Ann Lee"),
    ("person:bo-lee", "Bo Lee"),
    ("person:cy-öst", "Cy Öst"),
    ("state:RU", "Russia"),
    ("state:US", "United States"),
    ("organization:nato", "NATO"),
    ("place:ankara", "Ankara"),
];
const DATES: &[&str] = &["2023", "2025-02", "2025-02-18", "2025-02-19", "2025-03-01"];

/// A source of numbers that gives the same ones again.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below another.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn perhaps<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn confidence(&mut self) -> Option<f32> {
        self.perhaps(|dice| *dice.pick(&[0.0, 0.25, 1.0]))
    }

    fn date(&mut self) -> Date {
        self.pick(DATES).parse().expect("a date")
    }
}

/// The report of the document `d0`, `d1`, … that belongs to a seed.
pub(crate) fn report(document: usize, seed: u64) -> Report {
    let mut dice = Dice::new(seed);
    let mut text = String::new();
    let mut spans = Vec::new();
    for _ in 0..4 + dice.below(20) {
        let word = dice.pick(WORDS);
        spans.push(Span::new(text.len(), text.len() + word.len()));
        text.push_str(word);
        text.push(' ');
    }
    let span = |dice: &mut Dice| {
        let (one, other) = (*dice.pick(&spans), *dice.pick(&spans));
        one.to(if dice.coin() { one } else { other })
    };
    let mention = |dice: &mut Dice| Mention {
        span: span(dice),
        reason: dice.perhaps(|_| "surname".to_owned()),
    };
    let mut entities = Vec::new();
    for (number, (id, name)) in NAMES.iter().enumerate() {
        if dice.below(4) > 0 {
            entities.push(Entity {
                id: id.parse().expect("an id"),
                name: if dice.coin() { (*name).to_owned() } else { name.to_uppercase() },
                mentions: dice.some(3, mention),
                same_as: dice.some(1, |_| format!("wikidata:Q{}", number % 10)),
                confidence: dice.confidence(),
            });
        }
    }
    let ids = |kinds: &[&str]| -> Vec<EntityId> {
        let kind = |id: &EntityId| kinds.contains(&id.kind().as_str());
        entities.iter().map(|entity| entity.id.clone()).filter(kind).collect()
    };
    let one = |dice: &mut Dice, from: &[EntityId]| {
        (!from.is_empty() && dice.coin()).then(|| dice.pick(from).clone())
    };
    let (persons, places) = (ids(&["person"]), ids(&["place", "state"]));
    let actors = ids(&["person", "state", "organization"]);
    let all = ids(&["person", "state", "organization", "place"]);
    let mut facts = Facts::empty(DocumentInfo {
        id: format!("d{document}").parse().expect("an id"),
        title: dice.perhaps(|dice| (*dice.pick(WORDS)).to_owned()),
        published: dice.perhaps(Dice::date),
        source: Some("made".to_owned()),
        text: None,
    });
    if !persons.is_empty() {
        facts.roles = dice.some(4, |dice| Role {
            person: dice.pick(&persons).clone(),
            of: one(dice, &all),
            title: (*dice.pick(&["President", "president", "envoy"])).to_owned(),
            status: *dice.pick(RoleStatus::ALL),
            when: When::default(),
            evidence: dice.perhaps(span),
            according_to: one(dice, &all),
            confidence: dice.confidence(),
        });
    }
    for number in 0..dice.below(4) {
        let (from, to) = (dice.perhaps(Dice::date), dice.perhaps(Dice::date));
        let turned = from.zip(to).is_some_and(|(from, to)| to.last_day() < from.first_day());
        let attendance = |dice: &mut Dice| Attendance {
            who: dice.pick(&actors).clone(),
            status: *dice.pick(AttendanceStatus::ALL),
            evidence: dice.perhaps(span),
            capacity: dice.perhaps(|_| "host".to_owned()),
            confidence: dice.confidence(),
        };
        facts.meetings.push(Meeting {
            id: MeetingId::numbered(number + 1),
            kind: *dice.pick(MeetingKind::ALL),
            status: *dice.pick(MeetingStatus::ALL),
            when: When { from, to: to.filter(|_| !turned), words: dice.perhaps(span) },
            place: one(&mut dice, &places),
            mentions: dice.some(2, mention),
            attendance: if actors.is_empty() { Vec::new() } else { dice.some(4, attendance) },
            according_to: one(&mut dice, &all),
            confidence: dice.confidence(),
        });
    }
    let meetings: Vec<MeetingId> =
        facts.meetings.iter().map(|meeting| meeting.id.clone()).collect();
    let at = |dice: &mut Dice| {
        (!meetings.is_empty() && dice.coin()).then(|| dice.pick(&meetings).clone())
    };
    let statement = |dice: &mut Dice| {
        let mut content = vec![span(dice)];
        content.extend(dice.some(1, span));
        Statement {
            speaker: one(dice, &actors),
            source: dice.perhaps(span),
            cue: dice.perhaps(span),
            content,
            mode: *dice.pick(Mode::ALL),
            addressee: one(dice, &actors),
            meeting: at(dice),
            negated: dice.coin(),
            act: dice.perhaps(|dice| *dice.pick(Act::ALL)),
            on: dice.perhaps(Dice::date),
            confidence: dice.confidence(),
        }
    };
    facts.statements = dice.some(5, statement);
    facts.attitudes = dice.some(1, statement);
    facts.goals = dice.some(3, |dice| Goal {
        text: span(dice),
        holders: if actors.is_empty() {
            Vec::new()
        } else {
            dice.some(2, |dice| dice.pick(&actors).clone())
        },
        status: *dice.pick(GoalStatus::ALL),
        meeting: at(dice),
        according_to: one(dice, &all),
        confidence: dice.confidence(),
    });
    facts.entities = entities;
    Report::new(facts, text).expect("made to be sound")
}
