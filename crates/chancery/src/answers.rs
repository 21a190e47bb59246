//! What the questions' answers have in common: names with offices, proofs, and the forms they take.

use crate::evidence::Source;
use chancery::{Archive, Columns, DocumentId, Evidence, Node, RelationKind, RoleStatus};
use serde::Serialize;
use std::cell::RefCell;
use std::io;
use std::rc::Rc;

/// A node as programs get it.
#[derive(Debug, Serialize)]
pub(crate) struct Named<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
}

/// The words that prove something, as programs get them.
#[derive(Debug, Serialize)]
pub(crate) struct Proof<'a> {
    document: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    line: usize,
    start: usize,
    end: usize,
    text: &'a str,
    sentence: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    according_to: Option<&'a str>,
    /// How often what was found in a like manner proved right.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

/// Tells answers from one archive.
pub(crate) struct Teller<'a> {
    archive: &'a Archive,
    /// The lines of the text that was asked for last: all rows of a table are one document.
    latest: RefCell<Option<(DocumentId, Rc<[usize]>)>>,
}

impl<'a> Teller<'a> {
    pub(crate) const fn new(archive: &'a Archive) -> Self {
        Self { archive, latest: RefCell::new(None) }
    }

    /// The text of a document, by lines.
    pub(crate) fn source(&self, document: &DocumentId) -> Option<Source<'a>> {
        let report = self.archive.report(document)?;
        let mut latest = self.latest.borrow_mut();
        if let Some((_, lines)) = latest.as_ref().filter(|(known, _)| known == document) {
            return Some(Source::of_lines(document.to_string(), report.text(), Rc::clone(lines)));
        }
        let source = Source::new(document.to_string(), report.text());
        *latest = Some((document.clone(), source.lines()));
        Some(source)
    }

    /// The office of a person as one document tells it: `Secretary of State (United States)`.
    fn office(&self, node: &Node, document: &DocumentId) -> Option<String> {
        let graph = self.archive.graph();
        let offices = graph.relations_from(graph.find(&node.name)?, RelationKind::Serves);
        let told_there =
            |evidence: &[Evidence]| evidence.iter().any(|evidence| evidence.document == *document);
        let told = offices.iter().filter(|office| told_there(office.evidence()));
        let told = told.filter_map(|office| match &office.columns {
            Columns::Serves { title, status } => Some((*status, title, office)),
            _ => None,
        });
        // Of several the one that most documents tell: a slip of one text is no office.
        let (status, title, office) = told.min_by_key(|(status, _, office)| {
            let rank = match status {
                RoleStatus::Current => 0,
                RoleStatus::Designate => 1,
                RoleStatus::Former => 2,
            };
            (rank, std::cmp::Reverse(office.evidence().len()))
        })?;
        let of = (office.from != office.to).then(|| &*graph.node(office.to).label);
        Some(crate::briefing::spoken_office(title, status, of))
    }

    /// A node's name with the office: `Marco Rubio, Secretary of State (United States)`.
    pub(crate) fn titled(&self, node: &Node, document: &DocumentId) -> String {
        match self.office(node, document) {
            Some(office) => format!("{}, {office}", node.label),
            None => node.label.clone(),
        }
    }

    /// A node for programs, with the office that one document tells.
    pub(crate) fn named(&self, node: &'a Node, document: &DocumentId) -> Named<'a> {
        let office = self.office(node, document);
        Named { id: node.name.as_str(), name: &node.label, office }
    }

    /// What a node is called; its name where the graph has no such node.
    pub(crate) fn called(&self, name: &chancery::NodeName) -> String {
        let graph = self.archive.graph();
        graph.find(name).map_or_else(|| name.to_string(), |id| graph.node(id).label.clone())
    }

    /// Evidence for programs.
    pub(crate) fn proof(&self, evidence: &'a Evidence) -> Option<Proof<'a>> {
        let quote = self.archive.quote(evidence)?;
        // Who feeds this on can name the document without asking again.
        let info = self.archive.report(&evidence.document).map(chancery::Report::info);
        Some(Proof {
            document: evidence.document.as_str(),
            title: info.and_then(|info| info.title.as_deref()),
            published: info.and_then(|info| info.published).map(|day| day.to_string()),
            source: info.and_then(|info| info.source.as_deref()),
            line: self.source(&evidence.document)?.line(quote.words.start()),
            start: quote.words.start(),
            end: quote.words.end(),
            text: quote.parts().1,
            sentence: quote.sentence(),
            according_to: evidence.according_to.as_ref().map(chancery::EntityId::as_str),
            confidence: evidence.confidence,
        })
    }
}

/// One line of comma-separated values.
pub(crate) fn line(cells: &[impl AsRef<[u8]>]) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells)?;
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// Several names in one cell.
pub(crate) fn joined<'n>(names: impl IntoIterator<Item = &'n Named<'n>>, id: bool) -> String {
    let each = names.into_iter().map(|named| if id { named.id } else { named.name });
    each.collect::<Vec<_>>().join("; ")
}

impl Proof<'_> {
    /// The columns of a proof.
    pub(crate) const HEADER: [&'static str; 5] = ["document", "line", "start", "end", "evidence"];

    /// Its cells.
    pub(crate) fn cells(proof: Option<&Self>) -> [String; 5] {
        proof.map_or_else(Default::default, |proof| {
            let [line, start, end] = [proof.line, proof.start, proof.end].map(|n| n.to_string());
            [proof.document.to_owned(), line, start, end, proof.text.to_owned()]
        })
    }
}
