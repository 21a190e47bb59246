//! Contradictions: what is answered through the indexes is exactly what is found by holding every
//! relation against every other.

#[path = "../../graph/tests/made/mod.rs"]
mod made;

use chancery_graph::{Columns, Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind};
use chancery_model::{Act, AttendanceStatus, Date, Evidence, GoalStatus, fold};
use chancery_query::{Contradiction, Contradictions, Side};
use made::{Dice, report};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const WHO: &[&str] = &["person:ann-lee", "person:bo-lee", "state:RU", "organization:nato"];
const DATES: &[&str] = &["2023", "2025-02", "2025-02-18", "2025-03"];
const WORDS: &[&str] = &["lavr", "he said", "OST", "talks", "attended"];

/// One side: who says so, what, of which day, and where.
type Told = (Option<NodeName>, String, Option<Date>, String, (usize, usize));

fn told(graph: &Graph, who: Option<NodeId>, what: String, on: Option<Date>, at: &Evidence) -> Told {
    let span = (at.span.start(), at.span.end());
    (who.map(|who| graph.node(who).name.clone()), what, on, at.document.to_string(), span)
}

fn shown(side: &Side<'_>) -> Told {
    let at = side.evidence;
    let span = (at.span.start(), at.span.end());
    let who = side.who.map(|who| who.name.clone());
    (who, side.what.clone(), side.on, at.document.to_string(), span)
}

fn of(graph: &Graph, kind: RelationKind) -> impl Iterator<Item = &Relation> {
    graph.all_relations().iter().filter(move |relation| relation.kind() == kind)
}

fn teller(graph: &Graph, evidence: &Evidence) -> Option<NodeId> {
    graph.entity(&evidence.document, evidence.according_to.as_ref()?)
}

/// Whether texts speak of one matter, by the beginnings of their words. Of the short words that say
/// nothing the made-up reports have only "not".
fn one_matter(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let text = fold(text);
        let words = text.split(' ').filter(|word| word.chars().count() > 2 && *word != "not");
        words.map(|word| word.chars().take(6).collect()).collect()
    };
    let (one, other) = (words(one), words(other));
    let (shared, shorter) = (one.intersection(&other).count(), one.len().min(other.len()));
    shared > 0 && (shared > 1 || shorter < 2) && 2 * shared >= shorter
}

/// Everything that contradicts something: the matters of which it is, whose it is, and both sides.
type Listed = BTreeMap<(Told, Told), (BTreeSet<NodeId>, BTreeSet<NodeId>)>;

fn all(graph: &Graph) -> Listed {
    let mut listed = Listed::new();
    let mut put = |matter: NodeId, whose: &[Option<NodeId>], claim: Told, denial: Told| {
        let (matters, who) = listed.entry((claim, denial)).or_default();
        matters.insert(matter);
        who.extend(whose.iter().flatten());
    };
    // There and not there.
    for one in of(graph, RelationKind::Attended) {
        for other in of(graph, RelationKind::Attended) {
            let status = |row: &Relation| match row.columns {
                Columns::Attended { status, .. } => status,
                _ => unreachable!("it is an attendance"),
            };
            let out =
                [AttendanceStatus::Absent, AttendanceStatus::Excluded, AttendanceStatus::Declined];
            let disputed = (one.from, one.to) == (other.from, other.to)
                && status(one) == AttendanceStatus::Attended
                && out.contains(&status(other));
            if disputed {
                let side = |row: &Relation| {
                    let at = &row.evidence()[0];
                    let on = graph.report(&at.document).and_then(|it| it.info().published);
                    let what = format!("{} {}", graph.node(row.from).label, status(row));
                    told(graph, teller(graph, at), what, on, at)
                };
                let tellers = [one, other].map(|row| teller(graph, &row.evidence()[0]));
                let whose = [Some(one.from), tellers[0], tellers[1]];
                put(one.to, &whose, side(one), side(other));
            }
        }
    }
    // Claimed and denied by another.
    let denies = |node: &Node| {
        node.statement()
            .is_some_and(|it| it.negated || matches!(it.act, Some(Act::Deny | Act::Oppose)))
    };
    let speaker = |id: NodeId| {
        of(graph, RelationKind::Said).filter(|row| row.to == id).map(|row| row.from).min()
    };
    for one in of(graph, RelationKind::About) {
        for other in of(graph, RelationKind::About) {
            let (claim, denial) = (graph.node(one.from), graph.node(other.from));
            let matter = graph.node(one.to).kind();
            let disputed = one.to == other.to
                && matches!(matter, NodeKind::Meeting | NodeKind::Goal)
                && !denies(claim)
                && denies(denial)
                && speaker(other.from).is_some()
                && speaker(one.from) != speaker(other.from)
                && one_matter(&claim.label, &denial.label);
            if disputed {
                let side = |id: NodeId| {
                    let node = graph.node(id);
                    let it = node.statement().expect("a statement");
                    told(graph, speaker(id), node.label.clone(), it.on, &it.evidence)
                };
                let whose = [speaker(one.from), speaker(other.from)];
                put(one.to, &whose, side(one.from), side(other.from));
            }
        }
    }
    // Held and rejected on one day.
    for one in of(graph, RelationKind::Holds) {
        for other in of(graph, RelationKind::Holds) {
            let status = |row: &Relation| match row.columns {
                Columns::Holds { status } => status,
                _ => unreachable!("it is a goal held"),
            };
            let label = |row: &Relation| &*graph.node(row.to).label;
            let disputed = one.from == other.from
                && status(one) != GoalStatus::Rejected
                && status(other) == GoalStatus::Rejected
                && one.when.first_day() == other.when.first_day()
                && one_matter(label(one), label(other));
            if disputed {
                let side = |row: &Relation| {
                    let at = &row.evidence()[0];
                    let holder = &graph.node(row.from).label;
                    let what = format!("{holder} {}: {}", status(row), label(row));
                    told(graph, teller(graph, at), what, row.when.from, at)
                };
                let tellers = [one, other].map(|row| teller(graph, &row.evidence()[0]));
                let whose = [Some(one.from), tellers[0], tellers[1]];
                put(other.to, &whose, side(one), side(other));
            }
        }
    }
    listed
}

fn has(text: &str, words: &str) -> bool {
    let text = fold(text);
    fold(words).split(' ').all(|word| {
        let begins = word.chars().count() > 3;
        text.split(' ').any(|it| it == word || begins && it.starts_with(word))
    })
}

fn name(word: &str) -> NodeName {
    word.parse().expect("a name")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_claimed_and_denied(seeds in prop::collection::vec(any::<u64>(), 0..12), seed in any::<u64>()) {
        let graph: Graph = seeds.into_iter().enumerate().map(|(at, seed)| report(at, seed)).collect();
        let mut dice = Dice::new(seed);
        let date = |dice: &mut Dice| (dice.below(4) == 0).then(|| dice.pick(DATES).parse::<Date>().expect("a date"));
        let (since, until) = (date(&mut dice), date(&mut dice));
        let mut perhaps = |list: &[&'static str]| (dice.below(4) == 0).then(|| *dice.pick(list));
        let (by, document, words) = (perhaps(WHO), perhaps(&["d0", "d3"]), perhaps(WORDS));
        let on = perhaps(&["meeting:d0/1", "meeting:d1/1", "goal:d0/1"]);
        let mut asked = Contradictions::default();
        if let Some(by) = by { asked = asked.by(name(by)); }
        if let Some(on) = on { asked = asked.on(name(on)); }
        if let Some(document) = document { asked = asked.in_document(document.parse().expect("an id")); }
        if let Some(words) = words { asked = asked.words(words); }
        if let Some(since) = since { asked = asked.since(since); }
        if let Some(until) = until { asked = asked.until(until); }
        let mut listed = all(&graph);
        listed.retain(|(claim, denial), (matters, whose)| {
            on.is_none_or(|on| graph.find(&name(on)).is_some_and(|id| matters.contains(&id)))
                && by.is_none_or(|by| graph.find(&name(by)).is_some_and(|id| whose.contains(&id)))
                && document.is_none_or(|document| claim.3 == document || denial.3 == document)
                && words.is_none_or(|words| has(&claim.1, words) || has(&denial.1, words))
                && since.is_none_or(|since| denial.2.is_some_and(|on| on.last_day() >= since.first_day()))
                && until.is_none_or(|until| denial.2.is_some_and(|on| on.first_day() <= until.last_day()))
        });
        let answers: Vec<Contradiction<'_>> = asked.answers(&graph).collect();
        let mut found = BTreeSet::new();
        for it in &answers {
            let sides = (shown(&it.claim), shown(&it.denial));
            let matter = graph.find(&it.matter.name).expect("it is in the graph");
            let of = listed.get(&sides).is_some_and(|(matters, _)| matters.contains(&matter));
            prop_assert!(of, "{:?} of {}", sides, it.matter.name);
            prop_assert!(found.insert(sides), "twice: {:?}", it);
        }
        let listed: BTreeSet<_> = listed.into_keys().collect();
        prop_assert_eq!(found, listed);
        let order = |side: &Side<'_>| (side.on.is_none(), side.on, side.evidence.document.clone(), side.evidence.span);
        prop_assert!(answers.is_sorted_by_key(|it| (order(&it.denial), order(&it.claim))));
    }
}

/// The made-up reports have enough to disagree about.
#[test]
fn there_are_some_of_each_kind() {
    let graph: Graph = (0..60).map(|at| report(at, u64::try_from(at).expect("few"))).collect();
    let found: Vec<_> = Contradictions::default().answers(&graph).collect();
    let kinds = [" attended", " rejected: "].map(|words| {
        found
            .iter()
            .filter(|it| it.claim.what.ends_with(words) || it.denial.what.contains(words))
            .count()
    });
    assert!(
        kinds.iter().all(|many| *many > 0) && found.len() > kinds.iter().sum(),
        "{kinds:?} of {}",
        found.len()
    );
}
