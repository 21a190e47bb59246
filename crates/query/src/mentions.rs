use crate::plan::{self, Start};
use crate::steps::{in_documents, with_words, within_days};
use crate::window::Window;
use crate::words::Words;
use chancery_graph::{Graph, Node, NodeKind};
use chancery_model::{DocumentId, DocumentInfo, Evidence, When};

/// Which documents have certain words in their text, and where.
///
/// Asked for no words it answers nothing: there would be nothing to point at.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::Mentions;
/// let asked = Mentions::default().words("\"grain deal\" ports").since("2022-07".parse()?);
/// assert_eq!(asked.answers(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Mentions {
    words: Words,
    documents: Vec<DocumentId>,
    window: Window,
}

/// One document.
#[derive(Debug, Clone, PartialEq)]
pub struct Mentioned<'g> {
    /// The document's node.
    pub document: &'g Node,
    /// What is known of it: title, day, source.
    pub info: &'g DocumentInfo,
    /// The shortest stretch in which all the words stand; if that is long, each of them where it
    /// stands there. At least one piece.
    pub evidence: Vec<Evidence>,
}

within_days!(Mentions, window, "Published");
with_words!(Mentions, words, words, "With");
in_documents!(Mentions, documents, "Only what is");

impl Mentions {
    /// The documents, by day of publication (undated ones last), then by id.
    ///
    /// # Complexity
    /// O(k log k) for the k documents that have the words; the text of each is read when its
    /// answer is asked for.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Mentioned<'g>> + use<'g> {
        let ways = [Start::worded(NodeKind::Document, &self.words)];
        let nobody = self.words.is_empty();
        let found = if nobody {
            Vec::new()
        } else {
            plan::narrowest(graph, ways, NodeKind::Document, Window::default()).into_owned()
        };
        let (window, documents) = (self.window, self.documents.clone());
        let found = found.into_iter().filter_map(|id| {
            let node = graph.node(id);
            let info = node.document()?;
            let admitted = window.admits(&info.published.map(When::on).unwrap_or_default())
                && (documents.is_empty() || documents.contains(&info.id));
            admitted.then_some((node, info))
        });
        let mut found: Vec<(&'g Node, &'g DocumentInfo)> = found.collect();
        found.sort_by(|(_, one), (_, other)| {
            let order = |info: &&'g DocumentInfo| (info.published.is_none(), info.published);
            order(one).cmp(&order(other)).then_with(|| one.id.cmp(&other.id))
        });
        let words = self.words.clone();
        found.into_iter().filter_map(move |(document, info)| {
            let at = |span| Evidence {
                document: info.id.clone(),
                span,
                according_to: None,
                confidence: None,
            };
            let evidence: Vec<_> =
                words.places_in(graph.text(&info.id)?).into_iter().map(at).collect();
            (!evidence.is_empty()).then_some(Mentioned { document, info, evidence })
        })
    }
}
