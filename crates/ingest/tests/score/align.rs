//! Which of the found entities, meetings and statements stand for which of gold's.

use super::tally::number;
use super::words::{Tokens, Words};
use chancery_model::{Date, EntityId, EntityKind, Facts, Meeting, Mode, Span, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// A candidate pair: how good, which found item, which gold item.
pub(crate) type Candidate = ([f64; 3], usize, usize);

/// One-to-one pairs, the best first; of equals the earlier found item, then the earlier gold one.
pub(crate) fn best_pairs(mut candidates: Vec<Candidate>) -> Vec<(usize, usize)> {
    candidates.sort_by(|a, b| {
        b.0.partial_cmp(&a.0).expect("weights are numbers").then((a.1, a.2).cmp(&(b.1, b.2)))
    });
    let (mut found_taken, mut gold_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, found, gold) in candidates {
        if !found_taken.contains(&found) && !gold_taken.contains(&gold) {
            found_taken.insert(found);
            gold_taken.insert(gold);
            pairs.push((found, gold));
        }
    }
    pairs
}

/// The share of two sets that is common to both; nothing of two empty ones.
pub(crate) fn jaccard<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    let common = a.intersection(b).count();
    let all = a.len() + b.len() - common;
    if all == 0 { 0.0 } else { number(common) / number(all) }
}

/// How many bytes two spans share.
pub(crate) fn shared(a: Span, b: Span) -> usize {
    a.end().min(b.end()).saturating_sub(a.start().max(b.start()))
}

/// The share of the bytes of two spans that is common to both.
pub(crate) fn overlap(a: Span, b: Span) -> f64 {
    let common = shared(a, b);
    number(common) / number(a.len() + b.len() - common)
}

/// One if it holds.
pub(crate) fn one_if(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// An entity as scored: its mentions sorted, each once.
pub(crate) struct Scored<'f> {
    pub(crate) id: &'f EntityId,
    pub(crate) mentions: Vec<Span>,
}

impl Scored<'_> {
    pub(crate) fn kind(&self) -> EntityKind {
        self.id.kind()
    }
}

pub(crate) fn entities(facts: &Facts) -> Vec<Scored<'_>> {
    let scored = |entity: &'_ chancery_model::Entity| -> Vec<Span> {
        let spans: BTreeSet<_> = entity.mentions.iter().map(|mention| mention.span).collect();
        spans.into_iter().collect()
    };
    facts
        .entities
        .iter()
        .map(|entity| Scored { id: &entity.id, mentions: scored(entity) })
        .collect()
}

/// Found entities by the gold entity that each stands for.
pub(crate) struct Alignment<'f>(BTreeMap<&'f EntityId, &'f EntityId>);

impl<'f> Alignment<'f> {
    /// Aligns states by code, the rest within its kind by the gold mentions that are found.
    pub(crate) fn of(gold: &'f Facts, found: &'f Facts) -> Self {
        let (gold, found) = (entities(gold), entities(found));
        let same_state = |one: &Scored<'_>, among: &[Scored<'_>]| {
            one.kind() == EntityKind::State && among.iter().any(|other| other.id == one.id)
        };
        let mut map: BTreeMap<_, _> =
            found.iter().filter(|one| same_state(one, &gold)).map(|one| (one.id, one.id)).collect();
        let rest_found: Vec<_> = found.iter().filter(|one| !same_state(one, &gold)).collect();
        let rest_gold: Vec<_> = gold.iter().filter(|one| !map.contains_key(one.id)).collect();
        let mut candidates = Vec::new();
        for (i, one) in rest_found.iter().enumerate() {
            for (j, other) in rest_gold.iter().enumerate() {
                if one.kind() != other.kind() {
                    continue;
                }
                let covered = |mention: &&Span| {
                    let best =
                        |a: Span| number(shared(**mention, a)) / number(mention.len().min(a.len()));
                    one.mentions.iter().any(|it| best(*it) >= 0.5)
                };
                let common = other.mentions.iter().filter(covered).count();
                if common > 0 {
                    candidates.push(([number(common), -number(one.mentions.len()), 0.0], i, j));
                }
            }
        }
        for (i, j) in best_pairs(candidates) {
            map.insert(rest_found[i].id, rest_gold[j].id);
        }
        Self(map)
    }

    /// The gold entity it stands for, if any.
    pub(crate) fn gold(&self, found: &EntityId) -> Option<&'f EntityId> {
        self.0.get(found).copied()
    }

    /// The gold entity it stands for, or a name that no gold entity has.
    pub(crate) fn name(&self, found: &EntityId) -> String {
        self.gold(found).map_or_else(|| format!("?{found}"), ToString::to_string)
    }
}

/// The day, month or year of a meeting at both its ends, one end standing in for a missing other.
pub(crate) fn dates(meeting: &Meeting) -> Option<(Date, Date)> {
    let (from, to) = (meeting.when.from, meeting.when.to);
    Some((from.or(to)?, to.or(from)?))
}

/// Pairs of meetings, found and gold, as places in their lists.
pub(crate) struct Meetings(pub(crate) BTreeMap<usize, usize>);

impl Meetings {
    /// Aligns meetings by mentions and attendees; kind, status, start and place break ties.
    pub(crate) fn of(gold: &Facts, found: &Facts, aligned: &Alignment<'_>) -> Self {
        let mut candidates = Vec::new();
        for (i, one) in found.meetings.iter().enumerate() {
            let who: BTreeSet<_> =
                one.attendance.iter().filter_map(|it| aligned.gold(&it.who)).collect();
            for (j, other) in gold.meetings.iter().enumerate() {
                let gold_who: BTreeSet<_> = other.attendance.iter().map(|it| &it.who).collect();
                let told = |mention: &&chancery_model::Mention| {
                    one.mentions.iter().any(|it| mention.span.overlaps(it.span))
                };
                let common = other.mentions.iter().filter(told).count();
                let attendees = jaccard(&who, &gold_who);
                if common == 0 && attendees < 0.5 {
                    continue;
                }
                let from = one.when.from.is_some() && one.when.from == other.when.from;
                let place =
                    one.place.as_ref().is_some_and(|it| aligned.gold(it) == other.place.as_ref());
                let mut weight = number(common.min(3)) + 2.0 * attendees;
                weight += 0.25 * one_if(one.kind == other.kind);
                weight += 0.25 * one_if(one.status == other.status);
                weight += 0.25 * one_if(from) + 0.25 * one_if(place);
                candidates.push(([weight, 0.0, 0.0], i, j));
            }
        }
        Self(best_pairs(candidates).into_iter().collect())
    }
}

/// Statements of the same words and negation, made by a set of speakers.
pub(crate) struct Said {
    pub(crate) words: Tokens,
    pub(crate) negated: bool,
    pub(crate) speakers: BTreeSet<Option<String>>,
    pub(crate) addressees: BTreeSet<String>,
    pub(crate) mode: Mode,
    /// Its first record.
    pub(crate) record: usize,
}

impl Said {
    pub(crate) fn has_named_speaker(&self) -> bool {
        self.speakers != BTreeSet::from([None])
    }
}

/// Joins the records of joint speakers; `name` says who an entity is on gold's side.
pub(crate) fn grouped(
    statements: &[Statement],
    words: &Words<'_>,
    name: impl Fn(&EntityId) -> String,
) -> Vec<Said> {
    let mut groups: Vec<Said> = Vec::new();
    for (record, statement) in statements.iter().enumerate() {
        let touched = words.touched(&statement.content);
        if touched.is_empty() {
            continue;
        }
        let negated = statement.negated;
        let known = groups.iter().position(|it| it.negated == negated && it.words == touched);
        let at = known.unwrap_or_else(|| {
            groups.push(Said {
                words: touched,
                negated,
                speakers: BTreeSet::new(),
                addressees: BTreeSet::new(),
                mode: statement.mode,
                record,
            });
            groups.len() - 1
        });
        groups[at].speakers.insert(statement.speaker.as_ref().map(&name));
        groups[at].addressees.extend(statement.addressee.as_ref().map(&name));
    }
    groups
}

/// Pairs of grouped statements that share at least half their words, the right speakers first.
pub(crate) fn pairs_of_statements(found: &[Said], gold: &[Said]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, one) in found.iter().enumerate() {
        for (j, other) in gold.iter().enumerate() {
            let common = jaccard(&one.words, &other.words);
            if common >= 0.5 {
                let speakers = jaccard(&one.speakers, &other.speakers);
                candidates.push(([speakers, one_if(one.negated == other.negated), common], i, j));
            }
        }
    }
    best_pairs(candidates)
}
