//! Finding what changes: nodes, then relations.

use super::numbers::Numbers;
use super::rows::Edits;
use super::typed::TypedBeyond;
use super::{Change, KINDS, Overlaid, Told, Touched};
use crate::generation::Stored;
use crate::identity::WhoIsWho;
use crate::lazy::Lazy;
use crate::merge::{Drafts, Reader, told_days};
use crate::{Decision, NodeId, NodeKind, NodeName, Report};
use chancery_model::DocumentId;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

/// What a register has beyond a generation.
pub(crate) struct Beyond<'a> {
    pub(crate) base: &'a Arc<Stored>,
    /// New documents and versions, and `None` for what was withdrawn.
    pub(crate) documents: BTreeMap<DocumentId, Option<Arc<Report>>>,
    /// The earliest first.
    pub(crate) decisions: Arc<[Decision]>,
    /// Who is who in all.
    pub(crate) who: Arc<WhoIsWho>,
    /// Documents of the generation in which somebody else is meant now.
    pub(crate) meant_otherwise: BTreeSet<DocumentId>,
    /// Names of nodes that are called otherwise now, as decided.
    pub(crate) called_otherwise: BTreeSet<NodeName>,
}

/// The documents that are taken out and put in.
struct Exchanged {
    gone: BTreeMap<DocumentId, Arc<Report>>,
    fresh: BTreeMap<DocumentId, Arc<Report>>,
}

impl Beyond<'_> {
    /// The graph with it; nothing where so much changes that all of it is as well made anew.
    pub(crate) fn overlaid(mut self) -> Option<Overlaid> {
        loop {
            let exchanged = self.exchanged();
            if exchanged.gone.len() > self.base.document_count() / 4 + 64 {
                return None;
            }
            let (touched, moved) = self.touched(&exchanged)?;
            if moved.is_empty() {
                return self.finished(exchanged, touched);
            }
            // Whoever tells of a meeting whose days changed tells of it on other days.
            self.meant_otherwise.extend(moved);
        }
    }

    fn exchanged(&self) -> Exchanged {
        let below = |id: &DocumentId| {
            let place = self.base.document_place(id)?;
            Some((id.clone(), Arc::clone(self.base.report_at(place)?)))
        };
        let gone: BTreeMap<_, _> =
            self.documents.keys().chain(&self.meant_otherwise).filter_map(below).collect();
        let mut fresh: BTreeMap<_, _> = self.meant_otherwise.iter().filter_map(below).collect();
        for (id, report) in &self.documents {
            match report {
                Some(report) => drop(fresh.insert(id.clone(), Arc::clone(report))),
                None => drop(fresh.remove(id)),
            }
        }
        Exchanged { gone, fresh }
    }

    /// The documents, not among those put in, that tell of a meeting of this name.
    fn tellers(&self, meeting: &NodeName, exchanged: &Exchanged) -> Vec<DocumentId> {
        let others = self.who.others(meeting).iter().chain([meeting]);
        let documents = others.filter_map(|name| {
            let (document, _) = name.as_str().strip_prefix("meeting:")?.rsplit_once('/')?;
            document.parse::<DocumentId>().ok()
        });
        let mut documents: Vec<DocumentId> = documents
            .filter(|id| !exchanged.fresh.contains_key(id) && !exchanged.gone.contains_key(id))
            .filter(|id| self.base.document_place(id).is_some())
            .collect();
        documents.sort_unstable();
        documents.dedup();
        documents
    }

    /// The nodes that are told otherwise, and further documents that have to be exchanged for it.
    fn touched(&self, exchanged: &Exchanged) -> Option<(Vec<Touched>, BTreeSet<DocumentId>)> {
        let (mut before, mut drafts) = (Drafts::new(), Drafts::new());
        for report in exchanged.gone.values() {
            Reader::new(report, self.base.who()).nodes(&mut before);
        }
        for report in exchanged.fresh.values() {
            Reader::new(report, &self.who).nodes(&mut drafts);
        }
        // What others tell of the same meetings.
        let meetings: BTreeSet<NodeName> = before
            .keys()
            .chain(drafts.keys())
            .map(|(_, name)| name)
            .chain(&self.called_otherwise)
            .filter(|name| name.kind() == NodeKind::Meeting && self.who.least(name) == *name)
            .cloned()
            .collect();
        let told_by: BTreeMap<&NodeName, Vec<DocumentId>> =
            meetings.iter().map(|name| (name, self.tellers(name, exchanged))).collect();
        let tellers: BTreeSet<&DocumentId> = told_by.values().flatten().collect();
        for id in tellers {
            let report = self.base.report_at(self.base.document_place(id)?)?;
            Reader::new(report, &self.who).meeting_nodes(&mut drafts);
        }
        drafts.retain(|(kind, name), _| *kind != NodeKind::Meeting || meetings.contains(name));

        let mut touched: BTreeMap<(NodeKind, NodeName), Touched> = BTreeMap::new();
        let mut moved = BTreeSet::new();
        for ((kind, name), draft) in drafts {
            let base = self.base.find_exactly(name.as_str());
            let told = if kind <= NodeKind::Place {
                Told::of(draft, 1)?
            } else {
                let node = Box::new(draft.finished(name.clone(), &self.who));
                let days = base.map(|base| told_days(self.base.node(base)));
                if kind == NodeKind::Meeting && days != Some(told_days(&node)) {
                    moved.extend(told_by.get(&name).into_iter().flatten().cloned());
                }
                Told::Whole(node)
            };
            touched.insert((kind, name.clone()), Touched { kind, name, base, told });
        }
        let called = self.called_otherwise.iter();
        let called = called.filter(|name| name.kind() <= NodeKind::Place);
        for name in called {
            let base = self.base.find_exactly(name.as_str());
            if let Some(base) = base.filter(|base| !self.base.is_of_tables_alone(*base)) {
                let entity = self.base.node(base).entity()?.id.clone();
                let (kind, name, base) = (name.kind(), name.clone(), Some(base));
                touched.entry((kind, name.clone())).or_insert_with(|| {
                    let (change, passages, made) = <_>::default();
                    let told = Told::Entity { id: entity, change, passages, made };
                    Touched { kind, name, base, told }
                });
            }
        }
        for ((kind, name), draft) in before {
            let base = Some(self.base.find_exactly(name.as_str())?);
            let known = touched.entry((kind, name.clone()));
            if kind > NodeKind::Place {
                known.or_insert(Touched { kind, name, base, told: Told::Gone });
                continue;
            }
            let less = draft.naming();
            let nothing = Told::of(draft, 0)?;
            let known = known.or_insert(Touched { kind, name, base, told: nothing });
            if let Told::Entity { change, .. } = &mut known.told {
                change.add(less, -1);
            }
        }
        self.drop_the_gone(&mut touched)?;
        Some((touched.into_values().collect(), moved))
    }

    /// Entities of which no document tells any more.
    fn drop_the_gone(&self, touched: &mut BTreeMap<(NodeKind, NodeName), Touched>) -> Option<()> {
        for it in touched.values_mut() {
            let (Told::Entity { change, .. }, Some(base)) = (&it.told, it.base) else { continue };
            if change.labels.values().all(|count| *count >= 0) {
                continue;
            }
            let below = self.base.naming(base)?;
            let naming = change.applied(below.clone());
            // What tables tell of it is not told apart.
            let less = below.labels.keys().any(|label| !naming.labels.contains_key(label));
            if less && self.base.has_tables() {
                return None;
            }
            if naming.labels.is_empty() {
                it.told = Told::Gone;
            }
        }
        Some(())
    }

    /// With its numbers, relations and names.
    fn finished(self, exchanged: Exchanged, touched: Vec<Touched>) -> Option<Overlaid> {
        let base = Arc::clone(self.base);
        let mut gone: Vec<u32> = touched
            .iter()
            .filter(|it| matches!(it.told, Told::Gone))
            .filter_map(|it| it.base.map(NodeId::raw))
            .collect();
        gone.sort_unstable();
        let added: Vec<usize> = (0..touched.len()).filter(|i| touched[*i].base.is_none()).collect();
        let before = added.iter().map(|i| {
            let it = &touched[*i];
            u32::try_from(base.place_for(it.kind, it.name.as_str())).ok()
        });
        let before: Vec<u32> = before.collect::<Option<_>>()?;
        let mut kinds = [0; NodeKind::ALL.len() + 1];
        for (i, kind) in NodeKind::ALL.iter().enumerate() {
            let range = base.kind_range(*kind);
            let less = gone.iter().filter(|it| range.contains(&(**it as usize))).count();
            let more = added.iter().filter(|it| touched[**it].kind == *kind).count();
            kinds[i + 1] = kinds[i] + range.len() + more - less;
        }
        let numbers = Numbers::new(base.node_count(), gone, before);
        let of_base: HashMap<NodeId, usize> =
            (0..).zip(&touched).filter_map(|(i, it)| Some((it.base?, i))).collect();
        let (nodes, bound) = (numbers.count(), base.relation_bound());
        let mut made = Overlaid {
            who: self.who,
            decisions: self.decisions,
            gone: exchanged.gone.keys().cloned().collect(),
            fresh: exchanged.fresh,
            numbers,
            kinds,
            touched,
            added,
            of_base,
            relations: Vec::new(),
            edits: Edits::of(bound),
            moved: Lazy::new(bound),
            slices: Lazy::new(nodes * KINDS),
            said: Lazy::new(nodes),
            outgoing: Lazy::new(nodes),
            incoming: Lazy::new(nodes),
            of_kinds: Default::default(),
            all_nodes: OnceLock::new(),
            all_relations: OnceLock::new(),
            typed: TypedBeyond::default(),
            words: OnceLock::new(),
            base,
        };
        made.read_relations(exchanged.gone.values().map(|report| &**report), self.base.who());
        made.read_typed(exchanged.gone.values().map(|report| &**report), self.base.who());
        Some(made)
    }
}

impl Told {
    /// An entity of which some reports tell, so many times more.
    fn of(draft: crate::merge::Draft, times: i64) -> Option<Self> {
        let mut change = Change::default();
        if times != 0 {
            change.add(draft.naming(), times);
        }
        let id = draft.entity()?.clone();
        let passages = if times > 0 { draft.passages } else { Vec::new() };
        Some(Self::Entity { id, change, passages, made: OnceLock::new() })
    }
}
