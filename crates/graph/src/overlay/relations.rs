//! Which relations are told otherwise.

use super::{Overlaid, Told};
use crate::identity::WhoIsWho;
use crate::merge::{Claim, Reader, Tally, compared, in_order, joined, told_days, usual};
use crate::offices::{Office, held, of_one, offices_in};
use crate::{Columns, NodeId, NodeKind, NodeName, Relation, RelationId, RelationKind, Report};
use chancery_model::{DocumentId, When};
use std::collections::{BTreeSet, HashMap};

/// Stands for no node.
const NOBODY: NodeId = NodeId::from_raw(u32::MAX);

/// What two relations have in common that are one.
type Key = ((NodeId, NodeId), Columns);

impl Overlaid {
    /// Takes out what the documents claimed that are gone, and puts in what the new ones do.
    pub(super) fn read_relations<'a>(
        &mut self,
        gone: impl Iterator<Item = &'a Report>,
        before: &WhoIsWho,
    ) {
        let (mut old, mut claims) = (Vec::new(), Vec::new());
        let below = |name: &NodeName| self.base.find_exactly(name.as_str()).unwrap_or(NOBODY);
        for report in gone {
            Reader::new(report, before).relations(&below, &|_| When::default(), &mut old);
        }
        let here = |name: &NodeName| self.find_exactly(name).unwrap_or(NOBODY);
        for report in self.fresh.values() {
            let held_on = |meeting| self.held_on(meeting);
            Reader::new(report, &self.who).relations(&here, &held_on, &mut claims);
        }
        // What was told before of the same relations.
        let mut hidden: BTreeSet<RelationId> = BTreeSet::new();
        let mut titles: HashMap<Key, Tally> = HashMap::new();
        for claim in &old {
            if let Some(id) = self.below_like(claim.ends, &claim.key) {
                if hidden.insert(id) {
                    titles.extend(self.titles_below(id));
                }
                if let (Columns::Serves { title, .. }, Some(key)) = (&claim.columns, self.key(id))
                    && let Some(tally) = titles.get_mut(&key)
                {
                    take(tally, title);
                }
            }
        }
        for claim in &claims {
            let ends = (self.below(claim.ends.0), self.below(claim.ends.1));
            if let (Some(from), Some(to)) = ends
                && let Some(id) = self.below_like((from, to), &claim.key)
                && hidden.insert(id)
            {
                titles.extend(self.titles_below(id));
            }
            if let Columns::Serves { title, .. } = &claim.columns {
                let tally = titles.entry((claim.ends, claim.key.clone())).or_default();
                *tally.entry(title.clone()).or_default() += 1;
            }
        }
        let mut offices = HashMap::new();
        for id in hidden {
            self.hide(id);
            claims.extend(self.claims_that_stay(id, &mut offices));
        }
        let told = joined(claims).into_iter().map(|(mut relation, _)| {
            let ends = (relation.from, relation.to);
            let key = (ends, compared(&relation.columns));
            if let (Columns::Serves { title, .. }, Some(tally)) =
                (&mut relation.columns, titles.get(&key))
            {
                *title = usual(tally);
            }
            relation
        });
        let mut told: Vec<Relation> = told.collect();
        told.sort_by(in_order);
        self.put_in(told);
        self.read_parts();
    }

    fn held_on(&self, meeting: NodeId) -> When {
        match self.told(meeting).map(|touched| &touched.told) {
            Some(Told::Whole(node)) => told_days(node),
            _ => When::default(),
        }
    }

    fn put_in(&mut self, relations: Vec<Relation>) {
        for relation in relations {
            let id = RelationId::new(self.relation_bound());
            self.edits.add(id, &relation);
            self.relations.push(relation);
        }
    }

    /// Takes a relation of the generation out.
    fn hide(&mut self, id: RelationId) {
        let relation = self.base.relation(id);
        let ends = (self.numbers.of(relation.from), self.numbers.of(relation.to));
        self.edits.hide(id, relation.kind(), ends.0, ends.1);
    }

    /// What tells a relation of the generation from others, in the numbers of the whole.
    fn key(&self, id: RelationId) -> Option<Key> {
        let relation = self.base.relation(id);
        let ends = (self.numbers.of(relation.from)?, self.numbers.of(relation.to)?);
        Some((ends, compared(&relation.columns)))
    }

    fn titles_below(&self, id: RelationId) -> Option<(Key, Tally)> {
        let serves = self.base.relation(id).kind() == RelationKind::Serves;
        serves.then(|| Some((self.key(id)?, self.base.titles(id))))?
    }

    /// The relation of the generation that has these ends, of the generation, and such columns.
    fn below_like(&self, ends: (NodeId, NodeId), key: &Columns) -> Option<RelationId> {
        use RelationKind::{ActsOn, Attended, Holds, PartOf, Said};
        if ends.0 == NOBODY || ends.1 == NOBODY {
            return None;
        }
        let kind = key.kind();
        // Of its two rows the one that is short.
        let row = match kind {
            Attended | Said | Holds => self.base.ids_to(ends.1, kind),
            PartOf | ActsOn => &[],
            _ => self.base.ids_from(ends.0, kind),
        };
        let like = |id: &&RelationId| {
            let relation = self.base.relation(**id);
            (relation.from, relation.to) == ends && compared(&relation.columns) == *key
        };
        row.iter().find(like).copied()
    }

    /// The claims of documents that are not taken out.
    fn claims_that_stay(
        &self,
        id: RelationId,
        offices: &mut HashMap<DocumentId, Box<[Office]>>,
    ) -> Vec<Claim> {
        let relation = self.base.relation(id);
        let Some((ends, key)) = self.key(id) else { return Vec::new() };
        let stays = |document: &DocumentId| !self.gone.contains(document);
        let all = relation.evidence().iter().all(|it| stays(&it.document));
        let meeting = [ends.0, ends.1]
            .into_iter()
            .find(|node| self.kind_range(NodeKind::Meeting).contains(&node.index()));
        let evidence = relation.evidence().iter().filter(|it| stays(&it.document));
        let mut claim = |it: &chancery_model::Evidence| {
            let when = match (relation.kind(), meeting) {
                (RelationKind::Attended | RelationKind::HeldIn | RelationKind::SetAt, Some(it)) => {
                    self.held_on(it)
                }
                (RelationKind::Serves, _) if !all => {
                    let told = offices.entry(it.document.clone());
                    let told = told.or_insert_with(|| self.offices_below(&it.document));
                    let (from, to) = (relation.from, relation.to);
                    held(of_one(told, (from, to), &key)).unwrap_or(relation.when)
                }
                _ => relation.when,
            };
            let columns = relation.columns.clone();
            Claim { ends, columns, key: key.clone(), when, evidence: it.clone() }
        };
        evidence.map(&mut claim).collect()
    }

    /// What a document of the generation claims of offices, in the generation's numbers.
    fn offices_below(&self, document: &DocumentId) -> Box<[Office]> {
        let place = self.base.document_place(document);
        let report = place.and_then(|place| self.base.report_at(place));
        let below = |name: &NodeName| self.base.find_exactly(name.as_str()).unwrap_or(NOBODY);
        report.map(|report| offices_in(report, self.base.who(), &below)).unwrap_or_default()
    }

    /// Which meetings are parts of others, where one of the two is told otherwise.
    fn read_parts(&mut self) {
        let of_meetings = |it: &&super::Touched| it.kind == NodeKind::Meeting;
        let below: Vec<NodeId> =
            self.touched.iter().filter(of_meetings).filter_map(|it| it.base).collect();
        for meeting in below {
            let base = std::sync::Arc::clone(&self.base);
            let kind = RelationKind::PartOf;
            for id in base.ids_from(meeting, kind).iter().chain(base.ids_to(meeting, kind)) {
                self.hide(*id);
            }
        }
        let meetings: Vec<NodeId> =
            self.touched.iter().filter(of_meetings).filter_map(|it| self.number_of(it)).collect();
        let mut told: Vec<Relation> =
            joined(self.parts(&meetings)).into_iter().map(|(relation, _)| relation).collect();
        told.sort_by(in_order);
        self.put_in(told);
    }
}

/// Once less.
fn take(tally: &mut Tally, word: &str) {
    if let Some(count) = tally.get_mut(word) {
        *count -= 1;
        if *count == 0 {
            tally.remove(word);
        }
    }
}
