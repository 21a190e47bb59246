use crate::ends::Ends;
use crate::order::by_place;
use crate::plan::{self, Start};
use crate::steps::{in_documents, with_words, within_days};
use crate::window::Window;
use crate::words::Words;
use crate::{goals, plan::nodes, service};
use chancery_graph::{Graph, Node, NodeId, NodeKind, NodeName, RelationKind, StatementDetail};
use chancery_model::{Act, Date, DocumentId, Evidence, Mode, Span, When};

/// Who said what: to whom, about what, when, in which words.
///
/// A narrowing step that is taken twice with names means either of them; different steps must all
/// hold.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::WhoSaid;
/// let asked = WhoSaid::default().by("person:sergey-lavrov".parse()?).since("2025-02".parse()?);
/// assert_eq!(asked.answers(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct WhoSaid {
    by: Vec<NodeName>,
    by_state: Vec<NodeName>,
    to: Vec<NodeName>,
    about: Vec<NodeName>,
    at: Vec<NodeName>,
    documents: Vec<DocumentId>,
    pub(crate) window: Window,
    pub(crate) words: Words,
    mode: Option<Mode>,
    act: Option<Act>,
    negated: Option<bool>,
    told_by: Vec<NodeName>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Said<'g> {
    /// The statement's node.
    pub statement: &'g Node,
    /// Who said it; several if they said it together, none where the text names nobody.
    pub speakers: Ends<'g>,
    /// What was said, on one line; ` … ` where the reporting words divided it.
    pub words: &'g str,
    /// The stretches of text that were said.
    pub content: &'g [Span],
    /// The noun phrase that the text gives as the source.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// How much of it is quoted.
    pub mode: Mode,
    /// What is done by saying it.
    pub act: Option<Act>,
    /// Whether they are said *not* to have said it.
    pub negated: bool,
    /// The day it was said or, where the text does not tell, published.
    pub on: Option<Date>,
    /// Who was told.
    pub addressees: Ends<'g>,
    /// The meetings it was made at.
    pub meetings: Ends<'g>,
    /// Everything that its words mention, by kind and name.
    pub about: Ends<'g>,
    /// The words that attribute it.
    pub evidence: &'g Evidence,
}

within_days!(WhoSaid, window, "Said");
with_words!(WhoSaid, words, words, "With");
in_documents!(WhoSaid, documents, "Only what is");

impl WhoSaid {
    /// Said by this person, state or organization.
    pub fn by(mut self, speaker: NodeName) -> Self {
        self.by.push(speaker);
        self
    }

    /// Said by this state itself, or by somebody who serves it.
    ///
    /// A person serves a state if a document tells of an office that they hold for it, or for
    /// somebody who does. What the statement's own document says of the speaker's offices goes
    /// before what others say, so a former minister does not speak for the state in an article
    /// that calls her former.
    pub fn by_state(mut self, state: NodeName) -> Self {
        self.by_state.push(state);
        self
    }

    /// Said to this person, state or organization.
    pub fn to(mut self, addressee: NodeName) -> Self {
        self.to.push(addressee);
        self
    }

    /// Mentioning this entity, meeting or goal.
    pub fn about(mut self, subject: NodeName) -> Self {
        self.about.push(subject);
        self
    }

    /// Quoted to this extent.
    pub fn mode(mut self, mode: Mode) -> Self {
        self.mode = Some(mode);
        self
    }

    /// By which this is done.
    pub fn act(mut self, act: Act) -> Self {
        self.act = Some(act);
        self
    }

    /// Denied to have been said, or not.
    pub fn negated(mut self, negated: bool) -> Self {
        self.negated = Some(negated);
        self
    }

    /// By the word of this one, where the article itself does not vouch for it.
    pub fn according_to(mut self, who: NodeName) -> Self {
        self.told_by.push(who);
        self
    }

    /// Made at this meeting, or right after it.
    pub fn at_meeting(mut self, meeting: NodeName) -> Self {
        self.at.push(meeting);
        self
    }

    /// The statements, by day (undated ones last), then document, then place in the text.
    ///
    /// # Complexity
    /// O(k log k) for the k statements of the narrowest of speaker, state, addressee, subject,
    /// meeting and words; the rest is checked, and each answer made, when it is asked for.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Said<'g>> + use<'g> {
        let by = nodes(graph, &self.by);
        let states = nodes(graph, &self.by_state);
        let to = nodes(graph, &self.to);
        let about = nodes(graph, &self.about);
        let at = nodes(graph, &self.at);
        let voices = states.iter().flatten().flat_map(|state| service::voices(graph, *state));
        let voices = states.is_some().then(|| voices.collect());
        let (from, statements) = plan::narrowest_of(
            graph,
            [
                by.clone().map(|nodes| Start::From(RelationKind::Said, nodes)),
                voices.map(|nodes| Start::From(RelationKind::Said, nodes)),
                to.clone().map(|nodes| Start::To(RelationKind::Addressed, nodes)),
                about.clone().map(|nodes| Start::To(RelationKind::About, nodes)),
                at.clone().map(|nodes| Start::To(RelationKind::MadeAt, nodes)),
                Start::worded(NodeKind::Statement, &self.words),
            ],
            NodeKind::Statement,
            self.window,
        );
        // What the way in says need not be asked again; who said it and of whom is cheaper to look
        // up than what it says.
        let reaches = |id: NodeId, wanted: &Option<Vec<NodeId>>, way, kind| {
            let ends = || graph.relations_from(id, kind).iter().map(|relation| relation.to);
            let asked = wanted.as_ref().filter(|_| from != Some(way));
            asked.is_none_or(|wanted| ends().any(|end| wanted.contains(&end)))
        };
        let statements = statements.iter().copied().filter(|id| {
            let speakers =
                || graph.relations_to(*id, RelationKind::Said).map(|relation| relation.from);
            let asked = by.as_ref().filter(|_| from != Some(0));
            reaches(*id, &to, 2, RelationKind::Addressed)
                && reaches(*id, &about, 3, RelationKind::About)
                && reaches(*id, &at, 4, RelationKind::MadeAt)
                && asked.is_none_or(|by| speakers().any(|speaker| by.contains(&speaker)))
        });
        let window = self.window;
        let statements = statements.filter_map(|id| {
            let detail = graph.node(id).statement()?;
            window.admits(&detail.on.map(When::on).unwrap_or_default()).then_some((id, detail))
        });
        let mut statements: Vec<(NodeId, &'g StatementDetail)> = statements.collect();
        statements.sort_by(|(one, told), (other, as_told)| {
            let day = |told: &StatementDetail| (told.on.is_none(), told.on);
            day(told)
                .cmp(&day(as_told))
                .then_with(|| by_place(&told.evidence, &as_told.evidence))
                .then_with(|| one.cmp(other))
        });
        statements.dedup_by_key(|(id, _)| *id);
        let (mode, act, negated, words) = (self.mode, self.act, self.negated, self.words.clone());
        let (documents, tellers) = (self.documents.clone(), self.told_by.clone());
        let filter = move |(id, detail): &(NodeId, &StatementDetail)| {
            let speakers =
                || graph.relations_to(*id, RelationKind::Said).map(|relation| relation.from);
            let document = &detail.evidence.document;
            mode.is_none_or(|mode| detail.mode == mode)
                && act.is_none_or(|act| detail.act == Some(act))
                && negated.is_none_or(|negated| detail.negated == negated)
                && (documents.is_empty() || documents.contains(document))
                && told_by(graph, &tellers, std::slice::from_ref(&detail.evidence))
                && states.as_ref().is_none_or(|states| {
                    speakers().any(|speaker| {
                        let mut states = states.iter();
                        states.any(|state| service::speaks_for(graph, speaker, *state, document))
                    })
                })
                && words.are_in(&graph.node(*id).label)
        };
        statements.into_iter().filter(filter).map(|(id, detail)| said(graph, id, detail))
    }
}

/// Whether some evidence is the word of one of these; they are names of the graph, of which any of
/// one node's may be asked for.
pub(crate) fn told_by(graph: &Graph, wanted: &[NodeName], evidence: &[Evidence]) -> bool {
    wanted.is_empty()
        || evidence
            .iter()
            .filter_map(|evidence| goals::told_by(graph, evidence))
            .any(|who| wanted.iter().any(|wanted| *graph.canonical(wanted) == who.name))
}

pub(crate) fn said<'g>(graph: &'g Graph, id: NodeId, detail: &'g StatementDetail) -> Said<'g> {
    let statement = graph.node(id);
    Said {
        statement,
        speakers: Ends::to(graph, id, RelationKind::Said),
        words: &statement.label,
        content: &detail.content,
        source: detail.source,
        cue: detail.cue,
        mode: detail.mode,
        act: detail.act,
        negated: detail.negated,
        on: detail.on,
        addressees: Ends::of(graph, id, RelationKind::Addressed),
        meetings: Ends::of(graph, id, RelationKind::MadeAt),
        about: Ends::of(graph, id, RelationKind::About),
        evidence: &detail.evidence,
    }
}
