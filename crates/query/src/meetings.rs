use crate::ends::Ends;
use crate::occasion::{Occasion, occasion_steps};
use crate::plan::{self, Start};
use crate::who_attended::{Attended, attended, is_party};
use chancery_graph::{
    Graph, MeetingDetail, Node, NodeId, NodeKind, NodeName, Relation, RelationKind,
};
use chancery_model::{Evidence, When};
use std::borrow::Cow;

/// Which meetings there were, are, or are to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Meetings {
    parties: Vec<NodeName>,
    occasion: Occasion,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Met<'g> {
    /// The meeting's node.
    pub meeting: &'g Node,
    /// What is known of it: kind, status, …
    pub occasion: &'g MeetingDetail,
    /// When it took place.
    pub when: When,
    /// Where it took place.
    pub places: Ends<'g>,
    /// Who was there, was to be, or was not: by status, then in order of the text.
    pub attendance: Vec<Attended<'g>>,
    /// The first words that tell of it.
    pub evidence: &'g Evidence,
}

impl Meetings {
    /// That this one attended, or is expected at. Taken twice, both are wanted.
    pub fn with(mut self, party: NodeName) -> Self {
        self.parties.push(party);
        self
    }

    /// Meetings of an occasion that another question was narrowed to.
    pub(crate) const fn at(occasion: Occasion) -> Self {
        Self { parties: Vec::new(), occasion }
    }

    /// The meetings, by day (undated ones last), then document, then place in the text.
    ///
    /// # Complexity
    /// O(k log k) for the k meetings of the narrowest of party, place and meeting.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Met<'g>> + use<'g> {
        let parties: Vec<Option<NodeId>> =
            self.parties.iter().map(|name| graph.find(name)).collect();
        let occasion = self.occasion.find(graph);
        let way = |party: &Option<NodeId>| {
            Some(party.map_or(Start::Nodes(Cow::default()), Start::Attended))
        };
        let ways = parties.iter().map(way).chain(occasion.ways());
        let (from, meetings) =
            plan::narrowest_of(graph, ways, NodeKind::Meeting, occasion.window());
        let meetings = occasion.in_order(graph, &meetings);
        meetings.into_iter().filter_map(move |(id, detail)| {
            let there = |(at, party): (usize, &Option<NodeId>)| {
                let is = |other: &Relation| Some(other.from) == *party && is_party(other);
                from == Some(at) || graph.who_attended(id).any(is)
            };
            (occasion.admits(graph, id, detail) && parties.iter().enumerate().all(there))
                .then(|| met(graph, id, detail))
        })
    }
}

occasion_steps!(Meetings, status);

pub(crate) fn met<'g>(graph: &'g Graph, id: NodeId, detail: &'g MeetingDetail) -> Met<'g> {
    let mut attendance: Vec<_> =
        graph.who_attended(id).filter_map(|relation| attended(graph, relation)).collect();
    attendance.sort_by_key(|answer| (answer.status, answer.evidence[0].span));
    Met {
        meeting: graph.node(id),
        occasion: detail,
        when: detail.when,
        places: Ends::of(graph, id, RelationKind::HeldIn),
        attendance,
        evidence: &detail.evidence,
    }
}
