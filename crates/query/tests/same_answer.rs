//! A question answered through the indexes and one answered by going through all the facts agree.

#[path = "../../graph/tests/made/mod.rs"]
mod made;

use chancery_graph::{Graph, NodeName, Report};
use chancery_model::{
    AttendanceStatus, Date, EntityId, Evidence, Meeting, MeetingId, Mode, RoleStatus, Span,
    Statement, When, fold,
};
use chancery_query::{Mentions, Quote, WhoAttended, WhoSaid};
use chrono::NaiveDate;
use made::{Dice, report};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const WHO: &[&str] = &[
    "person:ann-lee",
    "person:bo-lee",
    "person:cy-öst",
    "state:RU",
    "state:US",
    "organization:nato",
    "person:nobody",
];
const PLACES: &[&str] = &["place:ankara", "state:RU", "state:US"];
const DATES: &[&str] = &["2023", "2025-02", "2025-02-18", "2025-03"];

fn name(word: &str) -> NodeName {
    word.parse().expect("a name")
}

fn date(dice: &mut Dice) -> Date {
    dice.pick(DATES).parse().expect("a date")
}

/// Whether something lies in a window, said once more and otherwise.
fn within(when: When, since: Option<Date>, until: Option<Date>) -> bool {
    let first = when.from.or(when.to).map(Date::first_day);
    let last = when.to.or(when.from).map(Date::last_day);
    let after = |since: Date| last.is_some_and(|last| last >= since.first_day());
    let before = |until: Date| first.is_some_and(|first| first <= until.last_day());
    since.is_none_or(after) && until.is_none_or(before)
}

/// What a statement is in an answer: its day, its document, its words and its cue.
type Shown = (Option<Date>, String, Vec<Span>, Option<Span>, bool);

fn shown(report: &Report, statement: &Statement) -> Shown {
    let on = statement.on.or(report.info().published);
    (on, report.id().to_string(), statement.content.clone(), statement.cue, statement.negated)
}

/// Whether a report says that somebody serves a state, by its own word or else by anybody's.
fn speaks_for(reports: &[Report], there: &Report, who: &EntityId, state: &str) -> bool {
    let mut reached: BTreeSet<EntityId> = BTreeSet::from([who.clone()]);
    loop {
        let mut next = reached.clone();
        for who in &reached {
            let offices = |report: &Report| -> Vec<_> {
                let roles = report.facts().roles.iter();
                roles
                    .filter(|role| {
                        role.person == *who && role.of.as_ref().is_some_and(|of| of != who)
                    })
                    .cloned()
                    .collect()
            };
            let own = offices(there);
            let all = reports.iter().flat_map(offices).collect();
            let told = if own.is_empty() { all } else { own };
            let current = told.into_iter().filter(|role| role.status == RoleStatus::Current);
            next.extend(current.filter_map(|role| role.of));
        }
        if next == reached {
            return reached.iter().any(|id| id.as_str() == state);
        }
        reached = next;
    }
}

fn reports() -> impl Strategy<Value = Vec<Report>> {
    prop::collection::vec(any::<u64>(), 0..6).prop_map(|seeds| {
        seeds.into_iter().enumerate().map(|(document, seed)| report(document, seed)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn documents_with_words(reports in reports(), seed in any::<u64>()) {
        let graph: Graph = reports.iter().cloned().collect();
        let mut dice = Dice::new(seed);
        let words = *dice.pick(&["said", "he said", "lavr", "öst talks", "\"he said\"", "x", "t*"]);
        let listed = reports.iter().filter(|report| {
            let text = fold(report.text());
            let has = |word: &str, begins: bool| {
                text.split(' ').any(|it| it == word || begins && it.starts_with(word))
            };
            match words {
                "\"he said\"" => format!(" {text} ").contains(" he said "),
                "t*" => has("t", true),
                _ => fold(words).split(' ').all(|word| has(word, word.chars().count() > 3)),
            }
        });
        let listed: BTreeSet<&str> = listed.map(|report| report.id().as_str()).collect();
        let answers: Vec<_> = Mentions::default().words(words).answers(&graph).collect();
        let found: BTreeSet<&str> = answers.iter().map(|row| row.info.id.as_str()).collect();
        prop_assert_eq!(answers.len(), found.len());
        prop_assert_eq!(found, listed);
        for row in &answers {
            let pointed = row.evidence.iter().map(|it| graph.words(it).unwrap_or_default());
            let pointed = pointed.collect::<Vec<_>>().join(" ");
            prop_assert!(!fold(&pointed).is_empty());
        }
    }

    #[test]
    fn who_said(reports in reports(), seed in any::<u64>()) {
        let graph: Graph = reports.iter().cloned().collect();
        let mut dice = Dice::new(seed);
        let mut perhaps = |list: &[&'static str]| (dice.below(5) == 0).then(|| *dice.pick(list));
        let (by, state) = (perhaps(WHO), perhaps(&["state:RU", "state:US"]));
        let (to, about) = (perhaps(WHO), perhaps(WHO));
        let at = perhaps(&["meeting:d0/1", "meeting:d1/2", "meeting:d9/1"]);
        let words = perhaps(&["lavr", "he said", "OST", "talks"]);
        let document = perhaps(&["d0", "d3"]);
        let mode = (dice.below(3) == 0).then(|| *dice.pick(Mode::ALL));
        let negated = (dice.below(3) == 0).then(|| dice.below(2) == 0);
        let since = (dice.below(4) == 0).then(|| date(&mut dice));
        let until = (dice.below(4) == 0).then(|| date(&mut dice));
        let mut asked = WhoSaid::default();
        if let Some(by) = by { asked = asked.by(name(by)); }
        if let Some(state) = state { asked = asked.by_state(name(state)); }
        if let Some(to) = to { asked = asked.to(name(to)); }
        if let Some(about) = about { asked = asked.about(name(about)); }
        if let Some(at) = at { asked = asked.at_meeting(name(at)); }
        if let Some(words) = words { asked = asked.words(words); }
        if let Some(document) = document { asked = asked.in_document(document.parse().expect("an id")); }
        if let Some(mode) = mode { asked = asked.mode(mode); }
        if let Some(negated) = negated { asked = asked.negated(negated); }
        if let Some(since) = since { asked = asked.since(since); }
        if let Some(until) = until { asked = asked.until(until); }

        let mut listed: BTreeSet<Shown> = BTreeSet::new();
        for report in &reports {
            let facts = report.facts();
            // What is said with the same words and cue is one statement of all who say it.
            let joint = |statement: &Statement| -> Vec<Statement> {
                let same = |other: &&Statement| shown(report, other).2.eq(&statement.content)
                    && (other.cue.map(Span::start), other.negated) == (statement.cue.map(Span::start), statement.negated);
                facts.statements.iter().filter(same).cloned().collect()
            };
            for statement in &facts.statements {
                let all = joint(statement);
                let first = &all[0];
                let on = first.on.or(report.info().published);
                let text: String = first.content.iter().map(|span| span.of(report.text()).expect("in the text").to_owned() + " … ").collect();
                let text = chancery_model::fold(&text);
                let mentioned = |id: &str| {
                    let entity = facts.entities.iter().find(|entity| entity.id.as_str() == id);
                    entity.is_some_and(|entity| entity.mentions.iter().any(|mention| first.content.iter().any(|span| span.contains(mention.span))))
                };
                let is = |id: &Option<EntityId>, wanted: &str| id.as_ref().is_some_and(|id| id.as_str() == wanted);
                let holds = by.is_none_or(|by| all.iter().any(|s| is(&s.speaker, by)))
                    && state.is_none_or(|state| all.iter().any(|s| s.speaker.as_ref().is_some_and(|who| speaks_for(&reports, report, who, state))))
                    && to.is_none_or(|to| all.iter().any(|s| is(&s.addressee, to)))
                    && about.is_none_or(mentioned)
                    && at.is_none_or(|at| graph.find(&name(at)).is_some_and(|node| all.iter().any(|s| {
                        // Tellings of one meeting are one node; contacts in general have none.
                        let told = |m: &MeetingId| format!("meeting:{}/{}", report.id(), &m.as_str()[8..]);
                        s.meeting.as_ref().is_some_and(|m| graph.find(&name(&told(m))) == Some(node))
                    })))
                    && words.is_none_or(|words| chancery_model::fold(words).split(' ').all(|word| text.split(' ').any(|w| w == word || word.len() > 3 && w.starts_with(word))))
                    && document.is_none_or(|document| report.id().as_str() == document)
                    && mode.is_none_or(|mode| first.mode == mode)
                    && negated.is_none_or(|negated| first.negated == negated)
                    && within(on.map(When::on).unwrap_or_default(), since, until);
                if holds {
                    listed.insert(shown(report, first));
                }
            }
        }
        let answers: Vec<_> = asked.answers(&graph).collect();
        let found: BTreeSet<Shown> = answers.iter().map(|said| {
            (said.on, said.evidence.document.to_string(), said.content.to_vec(), said.cue, said.negated)
        }).collect();
        prop_assert_eq!(found.len(), answers.len(), "no answer comes twice");
        prop_assert_eq!(found, listed);
        let order = |said: &chancery_query::Said<'_>| (said.on.is_none(), said.on, said.evidence.document.clone(), said.evidence.span);
        prop_assert!(answers.is_sorted_by_key(order));
    }

    #[test]
    fn who_spoke_for_a_state(reports in reports()) {
        let graph: Graph = reports.iter().cloned().collect();
        for state in ["state:RU", "state:US"] {
            let mut listed = BTreeSet::new();
            for report in &reports {
                for statement in &report.facts().statements {
                    let speaks = |who| speaks_for(&reports, report, who, state);
                    if statement.speaker.as_ref().is_some_and(speaks) {
                        listed.insert((report.id().to_string(), statement.content.clone()));
                    }
                }
            }
            let asked = WhoSaid::default().by_state(name(state));
            let found: BTreeSet<_> = asked
                .answers(&graph)
                .map(|said| (said.evidence.document.to_string(), said.content.to_vec()))
                .collect();
            prop_assert_eq!(found, listed);
        }
    }

    #[test]
    fn who_attended(reports in reports(), seed in any::<u64>()) {
        let graph: Graph = reports.iter().cloned().collect();
        let mut dice = Dice::new(seed);
        let mut perhaps = |list: &[&'static str]| (dice.below(5) == 0).then(|| *dice.pick(list));
        let (who, with, place) = (perhaps(WHO), perhaps(WHO), perhaps(PLACES));
        let meeting = perhaps(&["meeting:d0/1", "meeting:d1/2", "meeting:d9/1"]);
        let topic = perhaps(&["talks", "lee", "ankara nato"]);
        let left_out = dice.below(3) == 0;
        let since = (dice.below(4) == 0).then(|| date(&mut dice));
        let until = (dice.below(4) == 0).then(|| date(&mut dice));
        let mut asked = WhoAttended::default();
        if let Some(who) = who { asked = asked.who(name(who)); }
        if let Some(with) = with { asked = asked.with(name(with)); }
        if let Some(place) = place { asked = asked.place(name(place)); }
        if let Some(meeting) = meeting { asked = asked.meeting(name(meeting)); }
        if let Some(topic) = topic { asked = asked.topic(topic); }
        if left_out { asked = asked.left_out(); }
        if let Some(since) = since { asked = asked.since(since); }
        if let Some(until) = until { asked = asked.until(until); }

        // Tellings of one meeting are looked at together: where it was, who was there, its words.
        let one_of = |told: &str| Some(graph.node(graph.find(&name(told))?).name.to_string());
        let mut tellings: BTreeMap<String, Vec<(&Report, &Meeting)>> = BTreeMap::new();
        for report in &reports {
            for occasion in &report.facts().meetings {
                let told = format!("meeting:{}/{}", report.id(), &occasion.id.as_str()[8..]);
                // Contacts in general have no node.
                let Some(one) = one_of(&told) else { continue };
                tellings.entry(one).or_default().push((report, occasion));
            }
        }
        let mut listed = BTreeSet::new();
        for (told, all) in &tellings {
            let label = |id: &EntityId| graph.node(graph.find(&id.into()).expect("a node")).label.clone();
            let mut of_all = Vec::new();
            for (report, it) in all {
                of_all.extend(it.mentions.iter().map(|m| m.span.of(report.text()).expect("in the text").to_owned()));
                of_all.extend(it.place.iter().map(label));
                of_all.extend(it.attendance.iter().map(|a| label(&a.who)));
            }
            // Its kind and its days are those of the telling that gives it its name.
            let node = graph.node(graph.find(&name(told)).expect("a meeting"));
            let detail = node.meeting().expect("a meeting");
            let words = chancery_model::fold(&format!("{} {}", detail.kind, of_all.join(" ")));
            for (_, occasion) in all {
                for attendance in &occasion.attendance {
                    use AttendanceStatus::{Attended, Expected};
                    let party = |other: &str| all.iter().flat_map(|(_, it)| &it.attendance).any(|a| {
                        a.who.as_str() == other && a.who != attendance.who && matches!(a.status, Attended | Expected)
                    });
                    let holds = who.is_none_or(|who| attendance.who.as_str() == who)
                        && with.is_none_or(party)
                        && place.is_none_or(|place| all.iter().any(|(_, it)| it.place.as_ref().is_some_and(|id| id.as_str() == place)))
                        && meeting.is_none_or(|meeting| graph.find(&name(meeting)).is_some_and(|id| graph.node(id).name.as_str() == told))
                        && topic.is_none_or(|topic| topic.split(' ').all(|word| words.split(' ').any(|w| w == word || word.len() > 3 && w.starts_with(word))))
                        && (!left_out || !matches!(attendance.status, Attended | Expected))
                        && within(detail.when, since, until);
                    if holds {
                        listed.insert((told.clone(), attendance.who.to_string(), attendance.status, attendance.capacity.clone()));
                    }
                }
            }
        }
        let answers: Vec<_> = asked.answers(&graph).collect();
        let found: BTreeSet<_> = answers.iter().map(|answer| {
            let capacity = answer.capacity.map(str::to_owned);
            (answer.meeting.name.to_string(), answer.who.name.to_string(), answer.status, capacity)
        }).collect();
        let rows: BTreeSet<_> = answers.iter().map(|answer| std::ptr::from_ref(answer.evidence)).collect();
        prop_assert_eq!(rows.len(), answers.len(), "no answer comes twice");
        prop_assert_eq!(found, listed);
        let day = |answer: &chancery_query::Attended<'_>| -> Option<NaiveDate> { answer.when.first_day() };
        prop_assert!(answers.is_sorted_by_key(|answer| (day(answer).is_none(), day(answer))));
    }

    #[test]
    fn a_quote_holds_its_words_and_ends_on_characters(
        text in "([A-Za-zÖł .?!\"“”\n]|U\\.S\\.|\n\n){0,80}", start in any::<prop::sample::Index>(), end in any::<prop::sample::Index>()
    ) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let span = Span::new(*start.get(&places), *end.get(&places));
        let facts = chancery_model::Facts::empty(report(0, 0).info().clone());
        let graph: Graph = [Report::new(facts, text.clone()).expect("a report")].into_iter().collect();
        let evidence = Evidence { document: report(0, 0).id().clone(), span, according_to: None, confidence: None };
        let quote = Quote::of(&graph, &evidence).expect("in the text");
        prop_assert!(quote.sentence.contains(span));
        let (before, words, after) = quote.parts();
        prop_assert_eq!(format!("{before}{words}{after}"), quote.sentence());
        prop_assert_eq!(words, &text[span.range()]);
    }
}
