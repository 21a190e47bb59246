use crate::ends::Ends;
use crate::occasion::{Occasion, occasion_steps};
use crate::plan::{self, Start};
use crate::service;
use crate::who_attended::{Attended, attended, is_party};
use crate::words::Words;
use chancery_graph::{Graph, MeetingDetail, Node, NodeId, NodeKind, NodeName, RelationKind};
use chancery_model::When;

/// Who met whom: one side, the other side, and the people through whom they met.
///
/// A state or an organization meets through whoever serves it; a person meets in person. With one
/// side alone, the other is everybody else at the table. Who is expected at a meeting counts, so
/// narrow to [`MeetingStatus::Held`](chancery_model::MeetingStatus::Held) for what took place.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::WhoMet;
/// let asked = WhoMet::default().one("state:US".parse()?).other("state:RU".parse()?);
/// assert_eq!(asked.answers(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct WhoMet {
    one: Vec<NodeName>,
    other: Vec<NodeName>,
    titled: Vec<Words>,
    kinds: Vec<NodeKind>,
    occasion: Occasion,
}

/// One meeting of two sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Encounter<'g> {
    /// The meeting's node.
    pub meeting: &'g Node,
    /// What is known of it: kind, status, …
    pub occasion: &'g MeetingDetail,
    /// When it took place, or is to.
    pub when: When,
    /// Where it took place.
    pub places: Ends<'g>,
    /// Who sat there for the one side, by kind and name; at least one, with the evidence.
    pub one: Vec<Attended<'g>>,
    /// Who sat there for the other side, by kind and name; at least one, with the evidence.
    pub other: Vec<Attended<'g>>,
}

impl WhoMet {
    /// One side: this person, state or organization. Taken twice, either.
    pub fn one(mut self, side: NodeName) -> Self {
        self.one.push(side);
        self
    }

    /// The other side: this person, state or organization. Taken twice, either.
    pub fn other(mut self, side: NodeName) -> Self {
        self.other.push(side);
        self
    }

    /// Somebody on the other side holds, held or is to hold an office with all these words in its
    /// title: "secretary of state". Where the other side is given, an office for it. Taken twice,
    /// either; without words, none.
    pub fn titled(mut self, words: &str) -> Self {
        self.titled.extend(Some(Words::new(words)).filter(|words| !words.is_empty()));
        self
    }

    /// Only those of this kind are listed on the other side: only persons, say. Taken twice, of
    /// either.
    pub fn other_is(mut self, kind: NodeKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// The meetings of both sides, by day (undated ones last), then document, then place in the
    /// text.
    ///
    /// # Complexity
    /// O(k log k) for the k meetings of the narrowest of the sides, place and meeting.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Encounter<'g>> + use<'g> {
        let one = plan::nodes(graph, &self.one);
        let other = plan::nodes(graph, &self.other);
        let occasion = self.occasion.find(graph);
        let (titled, kinds) = (self.titled.clone(), self.kinds.clone());
        let way = |side: &Option<Vec<NodeId>>| {
            let side = side.as_ref()?;
            Some(Start::From(RelationKind::Attended, service::delegates(graph, side)))
        };
        let ways = [way(&one), way(&other)].into_iter().chain(occasion.ways());
        let meetings = plan::narrowest(graph, ways, NodeKind::Meeting, occasion.window());
        let meetings = occasion.in_order(graph, &meetings);
        meetings.into_iter().filter_map(move |(id, detail)| {
            if !occasion.admits(graph, id, detail) {
                return None;
            }
            let (here, mut there) = sides(graph, id, detail, one.as_deref(), other.as_deref())?;
            there.retain(|row| kinds.is_empty() || kinds.contains(&row.who.kind()));
            let office = |row: &Attended<'g>| {
                let holds = |title| service::holds(graph, row.who, title, other.as_deref());
                titled.is_empty() || titled.iter().any(holds)
            };
            there.retain(office);
            if there.is_empty() {
                return None;
            }
            Some(Encounter {
                meeting: graph.node(id),
                occasion: detail,
                when: detail.when,
                places: Ends::of(graph, id, RelationKind::HeldIn),
                one: here,
                other: there,
            })
        })
    }
}

occasion_steps!(WhoMet, status);

/// Those who sit at a meeting, told apart by the side they sit on; `None` if a side is empty.
/// Whoever sits on both sits on the first.
fn sides<'g>(
    graph: &'g Graph,
    id: NodeId,
    meeting: &'g MeetingDetail,
    one: Option<&[NodeId]>,
    other: Option<&[NodeId]>,
) -> Option<(Vec<Attended<'g>>, Vec<Attended<'g>>)> {
    let (mut here, mut there) = (Vec::new(), Vec::new());
    for relation in graph.who_attended(id).filter(|relation| is_party(relation)) {
        let on = |side: Option<&[NodeId]>| {
            side.map(|side| {
                side.iter().any(|side| service::stands_for(graph, relation.from, *side, meeting))
            })
        };
        let row = || attended(graph, relation);
        match (on(one), on(other)) {
            (Some(true), _) => here.extend(row()),
            (_, Some(true)) | (Some(false), None) => there.extend(row()),
            // Nobody is asked for: the first at the table meets the others.
            (None, _) => here.extend(row()),
            (Some(false), Some(false)) => {}
        }
    }
    let by_name = |row: &Attended<'g>| (row.who.kind(), &row.who.name);
    here.sort_by(|a, b| by_name(a).cmp(&by_name(b)));
    there.sort_by(|a, b| by_name(a).cmp(&by_name(b)));
    if one.is_none() && other.is_none() && here.len() > 1 {
        there = here.split_off(1);
    }
    (!here.is_empty() && !there.is_empty()).then_some((here, there))
}
