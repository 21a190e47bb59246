//! The graph as the evaluator sees it.

use super::terms::{ID, Key, Owner, Says};
use super::triples::{Stream, Triples, class};
use super::watch::{self, Held};
use chancery_graph::{NodeName, RelationId};
use spareval::{ExpressionTerm, InternalQuad, QueryableDataset};
use spargebra::term::{NamedNode, Term};
use std::convert::Infallible;
use std::fmt::Write;

type Quad = Result<InternalQuad<Held>, Infallible>;

impl<'a> QueryableDataset<'a> for Triples<'a> {
    type InternalTerm = Held;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Held>,
        predicate: Option<&Held>,
        object: Option<&Held>,
        graph_name: Option<Option<&Held>>,
    ) -> impl Iterator<Item = Quad> + use<'a> {
        watch::step();
        watch::settle();
        let (subject, object) = (subject.map(Held::key), object.map(Held::key));
        let quads: Stream<'a, Quad> = match (graph_name, predicate.map(Held::key)) {
            // All is in the one graph that has no name.
            (None | Some(Some(_)), _) => Box::new(std::iter::empty()),
            (_, Some(Key::Says(says))) => self.matching(subject, Some(*says), object),
            (_, Some(_)) => Box::new(std::iter::empty()),
            (_, None) => self.matching(subject, None, object),
        };
        quads
    }

    fn internalize_term(&self, term: Term) -> Result<Held, Infallible> {
        watch::settle();
        let known = match &term {
            Term::NamedNode(name) => self.known(name.as_str()),
            _ => None,
        };
        Ok(Held::new(known.unwrap_or_else(|| Key::Other(Box::new(term)))))
    }

    fn externalize_term(&self, term: Held) -> Result<Term, Infallible> {
        let iri = match term.key() {
            Key::Other(term) => return Ok((**term).clone()),
            Key::Says(says) => says.iri().to_owned(),
            Key::Class(class) => (*class).to_owned(),
            Key::Node(id) => node_iri(&self.graph.node(*id).name),
            Key::Relation(id) => format!("{ID}relation/{}", id.index()),
            Key::Proof(owner, at) => format!("{ID}evidence/{}/{at}", owner_path(*owner)),
            Key::Words(owner, at) => format!("{ID}words/{}/{at}", owner_path(*owner)),
        };
        Ok(NamedNode::new_unchecked(iri).into())
    }

    fn externalize_expression_term(&self, term: Held) -> Result<ExpressionTerm, Infallible> {
        if let Key::Other(text) = term.key() {
            watch::make(watch::length(text));
        }
        Ok(self.externalize_term(term)?.into())
    }
}

fn owner_path(owner: Owner) -> String {
    match owner {
        Owner::Node(id) => format!("node/{}", id.index()),
        Owner::Relation(id) => format!("relation/{}", id.index()),
    }
}

/// The IRI of a node: its name, with what an IRI cannot hold in percent signs.
pub(crate) fn node_iri(name: &NodeName) -> String {
    let mut iri = String::from(ID);
    for c in name.as_str().chars() {
        let plain = c.is_alphanumeric() || matches!(c, ':' | '-' | '.' | '_' | '~' | '/');
        if plain {
            iri.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(iri, "%{byte:02X}");
            }
        }
    }
    iri
}

/// The other way.
fn node_name(path: &str) -> Option<NodeName> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let hex = [*high, *low];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).ok()?, 16).ok()?);
                rest = after;
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).ok()?.parse().ok()
}

impl<'a> Triples<'a> {
    /// What the graph knows by an IRI.
    fn known(self, iri: &str) -> Option<Key> {
        if let Some(says) = Says::of(iri) {
            return Some(Key::Says(says));
        }
        if let Some(class) = class(iri) {
            return Some(Key::Class(class));
        }
        let path = iri.strip_prefix(ID)?;
        let number = |text: &str| text.parse::<usize>().ok();
        let owner = |kind: &str, place: &str| match kind {
            "node" => {
                let id = self.nodes().find(|id| Some(id.index()) == number(place))?;
                Some(Owner::Node(id))
            }
            _ => Some(Owner::Relation(self.relation_at(number(place)?)?)),
        };
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["relation", place] => Some(Key::Relation(self.relation_at(number(place)?)?)),
            ["evidence", kind @ ("node" | "relation"), place, at] => {
                Some(Key::Proof(owner(kind, place)?, at.parse().ok()?))
            }
            ["words", kind @ ("node" | "relation"), place, at] => {
                Some(Key::Words(owner(kind, place)?, at.parse().ok()?))
            }
            _ => Some(Key::Node(self.graph.find(&node_name(path)?)?)),
        }
    }

    fn nodes(self) -> impl Iterator<Item = chancery_graph::NodeId> + 'a {
        let graph = self.graph;
        let kinds = chancery_graph::NodeKind::ALL.iter();
        kinds.flat_map(move |kind| graph.nodes(*kind)).map(|(id, _)| id).inspect(|_| watch::step())
    }

    fn relation_at(self, place: usize) -> Option<RelationId> {
        let graph = self.graph;
        let mut all = self.nodes().flat_map(move |id| graph.outgoing(id).iter().copied());
        all.find(|id| {
            watch::step();
            id.index() == place
        })
    }

    fn matching(
        self,
        subject: Option<&Key>,
        says: Option<Says>,
        object: Option<&Key>,
    ) -> Stream<'a, Quad> {
        let object = object.cloned();
        if let Some(subject) = subject {
            return Box::new(self.said_of(subject.clone(), says, object));
        }
        match (says, &object) {
            (Some(says), Some(wanted)) => match self.back(says, wanted) {
                Some(subjects) => {
                    let wanted = wanted.clone();
                    Box::new(
                        subjects
                            .into_iter()
                            .map(move |subject| Ok(quad(subject, says, wanted.clone()))),
                    )
                }
                None => self.scan(Some(says), object),
            },
            // Whatever the predicate: each by its own index, or by looking through.
            (None, Some(_)) => Box::new(
                Says::ALL
                    .iter()
                    .flat_map(move |says| self.matching(None, Some(*says), object.as_ref())),
            ),
            (says, None) => self.scan(says, None),
        }
    }

    fn scan(self, says: Option<Says>, object: Option<Key>) -> Stream<'a, Quad> {
        let subjects = self.subjects(says);
        Box::new(subjects.flat_map(move |subject| self.said_of(subject, says, object.clone())))
    }

    fn said_of(
        self,
        subject: Key,
        says: Option<Says>,
        object: Option<Key>,
    ) -> impl Iterator<Item = Quad> + use<'a> {
        watch::step();
        let told = self.of(&subject, says).into_iter();
        told.filter(move |(_, value)| object.as_ref().is_none_or(|object| object == value))
            .map(move |(says, value)| Ok(quad(subject.clone(), says, value)))
    }
}

fn quad(subject: Key, says: Says, object: Key) -> InternalQuad<Held> {
    InternalQuad {
        subject: Held::new(subject),
        predicate: Held::new(Key::Says(says)),
        object: Held::new(object),
        graph_name: None,
    }
}
