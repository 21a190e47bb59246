//! Every figure of one article.

use super::align::{
    Alignment, Candidate, Meetings, best_pairs, dates, entities, grouped, jaccard, one_if, overlap,
    pairs_of_statements,
};
use super::tally::{Tally, number};
use super::words::Words;
use chancery_model::{AttendanceStatus, EntityId, EntityKind, Facts, Mode, Role, Span};
use std::collections::BTreeSet;

/// Scores what was found in `text` against what is in it.
pub(crate) fn score(gold: &Facts, found: &Facts, text: &str) -> Tally {
    let words = Words::of(text);
    let aligned = Alignment::of(gold, found);
    let mut tally = Tally::default();
    count_entities(&mut tally, gold, found, &aligned);
    count_mentions(&mut tally, gold, found, &aligned, &words);
    count_roles(&mut tally, gold, found, &aligned);
    count_meetings(&mut tally, gold, found, &aligned);
    count_statements(&mut tally, gold, found, &aligned, &words);
    count_goals(&mut tally, gold, found, &aligned, &words);
    tally
}

fn count_entities(tally: &mut Tally, gold: &Facts, found: &Facts, aligned: &Alignment<'_>) {
    for kind in EntityKind::ALL {
        let of_kind = |facts: &Facts| facts.entities.iter().filter(|it| it.kind() == *kind).count();
        let right = found
            .entities
            .iter()
            .filter(|it| it.kind() == *kind && aligned.gold(&it.id).is_some())
            .count();
        // Gold has only the places that host meetings, so other places are not wrong.
        let all = if *kind == EntityKind::Place { right } else { of_kind(found) };
        tally.count(&format!("entities/{kind}"), number(right), all, of_kind(gold));
        tally.count("entities", number(right), all, of_kind(gold));
    }
}

fn count_mentions(
    tally: &mut Tally,
    gold: &Facts,
    found: &Facts,
    aligned: &Alignment<'_>,
    words: &Words<'_>,
) {
    let gold: Vec<_> = mentions(gold).map(|(span, id)| (span, Some(id))).collect();
    let found: Vec<_> = mentions(found).map(|(span, id)| (span, aligned.gold(id))).collect();
    let mut candidates = Vec::new();
    for (i, one) in found.iter().enumerate() {
        for (j, other) in gold.iter().enumerate() {
            let common = overlap(other.0, one.0);
            if common >= 0.5 {
                candidates.push(([one_if(other.1 == one.1), common, 0.0], i, j));
            }
        }
    }
    let mut right = best_pairs(candidates);
    right.retain(|(i, j)| found[*i].1 == gold[*j].1);
    tally.count("linking", number(right.len()), found.len(), gold.len());
    for class in [Class::Named, Class::Nominal, Class::Pronoun] {
        let of_class = |span: Span| Class::of(words.shown(span)) == class;
        let right_found = right.iter().filter(|(i, _)| of_class(found[*i].0)).count();
        let right_gold = right.iter().filter(|(_, j)| of_class(gold[*j].0)).count();
        tally.count_each(
            class.name(),
            (number(right_found), found.iter().filter(|it| of_class(it.0)).count()),
            (number(right_gold), gold.iter().filter(|it| of_class(it.0)).count()),
        );
    }
}

/// Every mention of everything but places.
fn mentions(facts: &Facts) -> impl Iterator<Item = (Span, &EntityId)> {
    entities(facts)
        .into_iter()
        .filter(|entity| entity.kind() != EntityKind::Place)
        .flat_map(|entity| entity.mentions.into_iter().map(move |span| (span, entity.id)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Named,
    Nominal,
    Pronoun,
}

impl Class {
    fn of(mention: &str) -> Self {
        const PRONOUNS: &str = " he she it they we i who his her hers its their our him them us me my \
                                this that himself herself itself themselves ";
        const ARTICLES: [&str; 9] = ["the", "a", "an", "his", "her", "its", "their", "our", "this"];
        let mention = mention.trim();
        let lower = mention.to_lowercase();
        if !lower.contains(' ') && PRONOUNS.contains(&format!(" {lower} ")) {
            return Self::Pronoun;
        }
        let core = match mention.split_once(char::is_whitespace) {
            Some((first, rest)) if ARTICLES.contains(&first.to_lowercase().as_str()) => {
                rest.trim_start()
            }
            _ => mention,
        };
        let begins = core.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
        if begins { Self::Named } else { Self::Nominal }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Named => "linking/named",
            Self::Nominal => "linking/nominal",
            Self::Pronoun => "linking/pronoun",
        }
    }
}

fn count_roles(tally: &mut Tally, gold: &Facts, found: &Facts, aligned: &Alignment<'_>) {
    let same_of = |one: &Role, other: &Role| {
        one.of.as_ref().and_then(|of| aligned.gold(of)) == other.of.as_ref()
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    for (i, one) in found.roles.iter().enumerate() {
        for (j, other) in gold.roles.iter().enumerate() {
            let person = aligned.gold(&one.person) == Some(&other.person);
            if person && same_title(&one.title, &other.title) {
                let status = one_if(one.status == other.status);
                candidates.push(([one_if(same_of(one, other)), status, 0.0], i, j));
            }
        }
    }
    let pairs = best_pairs(candidates);
    let (all_found, all_gold) = (found.roles.len(), gold.roles.len());
    let served: Vec<_> = pairs
        .iter()
        .map(|(i, j)| (&found.roles[*i], &gold.roles[*j]))
        .filter(|(one, other)| same_of(one, other))
        .collect();
    let status = served.iter().filter(|(one, other)| one.status == other.status).count();
    tally.count("roles", number(served.len()), all_found, all_gold);
    tally.count("roles/person+title", number(pairs.len()), all_found, all_gold);
    tally.count("roles/+status", number(status), all_found, all_gold);
}

/// Whether two titles share half their words, or one has all of the other's.
pub(crate) fn same_title(a: &str, b: &str) -> bool {
    const LITTLE: [&str; 8] = ["of", "for", "the", "and", "a", "an", "to", "in"];
    let words = |title: &str| -> BTreeSet<String> {
        title
            .to_lowercase()
            .split(|c: char| !c.is_ascii_lowercase())
            .filter(|word| !word.is_empty() && !LITTLE.contains(word))
            .map(ToOwned::to_owned)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let both = !a.is_empty() && !b.is_empty();
    both && (jaccard(&a, &b) >= 0.5 || a.is_subset(&b) || b.is_subset(&a))
}

fn count_meetings(tally: &mut Tally, gold: &Facts, found: &Facts, aligned: &Alignment<'_>) {
    let Meetings(pairs) = Meetings::of(gold, found, aligned);
    let matched: Vec<_> =
        pairs.iter().map(|(i, j)| (&found.meetings[*i], &gold.meetings[*j])).collect();
    let (all_found, all_gold) = (found.meetings.len(), gold.meetings.len());
    tally.count("meetings", number(matched.len()), all_found, all_gold);
    let status = matched.iter().filter(|(one, other)| one.status == other.status).count();
    tally.count("meetings/status", number(status), all_found, all_gold);
    let kind = matched.iter().filter(|(one, other)| one.kind == other.kind).count();
    tally.count("meetings/kind", number(kind), all_found, all_gold);
    let dated = |facts: &Facts| facts.meetings.iter().filter(|it| dates(it).is_some()).count();
    let date = matched.iter().filter(|(a, b)| dates(a).is_some() && dates(a) == dates(b)).count();
    tally.count("meetings/date", number(date), dated(found), dated(gold));
    let placed = |facts: &Facts| facts.meetings.iter().filter(|it| it.place.is_some()).count();
    let place = matched
        .iter()
        .filter(|(a, b)| a.place.as_ref().is_some_and(|it| aligned.gold(it) == b.place.as_ref()))
        .count();
    tally.count("meetings/place", number(place), placed(found), placed(gold));
    count_attendance(tally, gold, found, aligned, &Meetings(pairs));
}

fn count_attendance(
    tally: &mut Tally,
    gold: &Facts,
    found: &Facts,
    aligned: &Alignment<'_>,
    Meetings(pairs): &Meetings,
) {
    type Attended<'f> = (usize, &'f EntityId, AttendanceStatus);
    fn told(facts: &Facts) -> Vec<Attended<'_>> {
        let mut told = Vec::new();
        for (i, meeting) in facts.meetings.iter().enumerate() {
            let each: BTreeSet<_> =
                meeting.attendance.iter().map(|it| (&it.who, it.status)).collect();
            told.extend(each.into_iter().map(|(who, status)| (i, who, status)));
        }
        told
    }
    let (there, told) = (told(gold), told(found));
    let mapped: BTreeSet<Attended<'_>> = told
        .iter()
        .filter_map(|(i, who, status)| Some((*pairs.get(i)?, aligned.gold(who)?, *status)))
        .collect();
    let hit: Vec<_> = there.iter().filter(|it| mapped.contains(it)).collect();
    tally.count("attendance", number(hit.len()), told.len(), there.len());
    for kind in [EntityKind::Person, EntityKind::State, EntityKind::Organization] {
        let of_kind = |all: &[Attended<'_>]| all.iter().filter(|it| it.1.kind() == kind).count();
        let right = hit.iter().filter(|it| it.1.kind() == kind).count();
        tally.count(&format!("attendance/{kind}"), number(right), of_kind(&told), of_kind(&there));
    }
    for status in AttendanceStatus::ALL {
        let so = |all: &[Attended<'_>]| all.iter().filter(|it| it.2 == *status).count();
        let right = hit.iter().filter(|it| it.2 == *status).count();
        tally.count(&format!("attendance/={status}"), number(right), so(&told), so(&there));
    }
    let any = |(meeting, who, _): &Attended<'_>| (*meeting, (*who).clone());
    let there: BTreeSet<_> = there.iter().map(any).collect();
    let mapped: BTreeSet<_> = mapped.iter().map(any).collect();
    let right = there.intersection(&mapped).count();
    tally.count("attendance/any status", number(right), told.len(), there.len());
}

fn count_statements(
    tally: &mut Tally,
    gold: &Facts,
    found: &Facts,
    aligned: &Alignment<'_>,
    words: &Words<'_>,
) {
    let gold = grouped(&gold.statements, words, ToString::to_string);
    let found = grouped(&found.statements, words, |id| aligned.name(id));
    let pairs = pairs_of_statements(&found, &gold);
    let credit: Vec<_> = pairs
        .iter()
        .map(|(i, j)| (&found[*i], &gold[*j], jaccard(&found[*i].speakers, &gold[*j].speakers)))
        .collect();
    let all: f64 = credit.iter().map(|it| it.2).sum();
    tally.count("statements", all, found.len(), gold.len());
    tally.count("statements/content", number(pairs.len()), found.len(), gold.len());
    for mode in [Mode::Direct, Mode::Indirect, Mode::Mixed] {
        let by_found: f64 = credit.iter().filter(|it| it.0.mode == mode).map(|it| it.2).sum();
        let by_gold: f64 = credit.iter().filter(|it| it.1.mode == mode).map(|it| it.2).sum();
        tally.count_each(
            &format!("statements/{mode}"),
            (by_found, found.iter().filter(|it| it.mode == mode).count()),
            (by_gold, gold.iter().filter(|it| it.mode == mode).count()),
        );
    }
    let named: f64 = credit.iter().filter(|it| it.1.has_named_speaker()).map(|it| it.2).sum();
    tally.count(
        "statements/named speaker",
        named,
        found.iter().filter(|it| it.has_named_speaker()).count(),
        gold.iter().filter(|it| it.has_named_speaker()).count(),
    );
    let told = credit
        .iter()
        .filter(|(one, other, _)| {
            !other.addressees.is_empty() && one.addressees == other.addressees
        })
        .count();
    tally.count(
        "statements/addressee",
        number(told),
        found.iter().filter(|it| !it.addressees.is_empty()).count(),
        gold.iter().filter(|it| !it.addressees.is_empty()).count(),
    );
    tally.count(
        "statements/negated",
        number(credit.iter().filter(|(one, other, _)| one.negated && other.negated).count()),
        found.iter().filter(|it| it.negated).count(),
        gold.iter().filter(|it| it.negated).count(),
    );
}

fn count_goals(
    tally: &mut Tally,
    gold: &Facts,
    found: &Facts,
    aligned: &Alignment<'_>,
    words: &Words<'_>,
) {
    let mut candidates = Vec::new();
    for (i, one) in found.goals.iter().enumerate() {
        for (j, other) in gold.goals.iter().enumerate() {
            let common = jaccard(&words.touched(&[one.text]), &words.touched(&[other.text]));
            if common >= 0.5 {
                candidates.push(([common, 0.0, 0.0], i, j));
            }
        }
    }
    let pairs = best_pairs(candidates);
    let (all_found, all_gold) = (found.goals.len(), gold.goals.len());
    let mut holders = 0.0;
    let mut with_status = 0.0;
    for (i, j) in &pairs {
        let (one, other) = (&found.goals[*i], &gold.goals[*j]);
        let ours: BTreeSet<_> = one.holders.iter().map(|it| aligned.name(it)).collect();
        let theirs: BTreeSet<_> = other.holders.iter().map(ToString::to_string).collect();
        let common = number(ours.intersection(&theirs).count());
        let all = number(ours.len() + theirs.len());
        let right = if all == 0.0 { 1.0 } else { 2.0 * common / all };
        holders += right;
        with_status += right * one_if(one.status == other.status);
    }
    tally.count("goals/text", number(pairs.len()), all_found, all_gold);
    tally.count("goals", holders, all_found, all_gold);
    tally.count("goals/+status", with_status, all_found, all_gold);
}
