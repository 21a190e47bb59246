//! The names of things and of what is said of them, as SPARQL knows them.

use chancery_graph::{NodeId, RelationId};
use spargebra::term::Term;

/// Where the names of nodes begin.
pub(crate) const ID: &str = "https://chancery-rs.github.io/id/";

macro_rules! prefixes {
    ($($prefix:literal $iri:literal)+) => {
        /// The prefixes that a query need not declare.
        pub const PREFIXES: &[(&str, &str)] = &[("id", ID), $(($prefix, $iri)),+];
    };
}

prefixes! {
    "chy" "https://chancery-rs.github.io/ns#"
    "sem" "http://semanticweb.cs.vu.nl/2009/11/sem/"
    "prov" "http://www.w3.org/ns/prov#"
    "schema" "https://schema.org/"
    "oa" "http://www.w3.org/ns/oa#"
    "rdf" "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    "rdfs" "http://www.w3.org/2000/01/rdf-schema#"
    "xsd" "http://www.w3.org/2001/XMLSchema#"
}

macro_rules! names {
    ($($(#[$meta:meta])* $name:ident = $iri:expr;)+) => {
        /// A predicate.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum Says { $($(#[$meta])* $name),+ }

        impl Says {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its IRI.
            pub(crate) const fn iri(self) -> &'static str {
                match self { $(Self::$name => $iri),+ }
            }

            pub(crate) fn of(iri: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|says| says.iri() == iri)
            }
        }
    };
}

macro_rules! iri {
    (chy $rest:literal) => {
        concat!("https://chancery-rs.github.io/ns#", $rest)
    };
    (sem $rest:literal) => {
        concat!("http://semanticweb.cs.vu.nl/2009/11/sem/", $rest)
    };
    (prov $rest:literal) => {
        concat!("http://www.w3.org/ns/prov#", $rest)
    };
    (schema $rest:literal) => {
        concat!("https://schema.org/", $rest)
    };
    (oa $rest:literal) => {
        concat!("http://www.w3.org/ns/oa#", $rest)
    };
    (rdf $rest:literal) => {
        concat!("http://www.w3.org/1999/02/22-rdf-syntax-ns#", $rest)
    };
    (rdfs $rest:literal) => {
        concat!("http://www.w3.org/2000/01/rdf-schema#", $rest)
    };
    (xsd $rest:literal) => {
        concat!("http://www.w3.org/2001/XMLSchema#", $rest)
    };
}
pub(crate) use iri;

names! {
    // Of nodes.
    Type = iri!(rdf "type");
    Label = iri!(rdfs "label");
    SameAs = iri!(schema "sameAs");
    Kind = iri!(chy "kind");
    Status = iri!(chy "status");
    Begin = iri!(sem "hasBeginTimeStamp");
    End = iri!(sem "hasEndTimeStamp");
    Text = iri!(schema "text");
    Mode = iri!(chy "mode");
    Act = iri!(chy "act");
    Negated = iri!(chy "negated");
    Created = iri!(schema "dateCreated");
    Published = iri!(schema "datePublished");
    Publisher = iri!(schema "publisher");
    // From node to node.
    HasActor = iri!(sem "hasActor");
    Attended = iri!(chy "attended");
    Expected = iri!(chy "expected");
    Absent = iri!(chy "absent");
    Excluded = iri!(chy "excluded");
    Declined = iri!(chy "declined");
    Creator = iri!(schema "creator");
    Recipient = iri!(schema "recipient");
    About = iri!(schema "about");
    MadeAt = iri!(chy "madeAt");
    Agreed = iri!(chy "agreed");
    Sought = iri!(chy "sought");
    Rejected = iri!(chy "rejected");
    Achieved = iri!(chy "achieved");
    SetAt = iri!(chy "setAt");
    HasPlace = iri!(sem "hasPlace");
    PartOf = iri!(sem "subEventOf");
    ToldIn = iri!(schema "isPartOf");
    // From node to relation, and of relations.
    Attendance = iri!(chy "attendance");
    Occupation = iri!(schema "hasOccupation");
    Subject = iri!(rdf "subject");
    Predicate = iri!(rdf "predicate");
    Object = iri!(rdf "object");
    Value = iri!(rdf "value");
    RoleType = iri!(sem "roleType");
    RoleName = iri!(schema "roleName");
    Serves = iri!(chy "serves");
    Capacity = iri!(chy "capacity");
    StartDate = iri!(schema "startDate");
    EndDate = iri!(schema "endDate");
    // Of what proves them.
    DerivedFrom = iri!(prov "wasDerivedFrom");
    AccordingTo = iri!(sem "accordingTo");
    Source = iri!(oa "hasSource");
    Selector = iri!(oa "hasSelector");
    From = iri!(oa "start");
    To = iri!(oa "end");
    Exact = iri!(oa "exact");
}

/// Whose evidence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    Node(NodeId),
    Relation(RelationId),
}

/// A term, as small as may be: what the graph holds is named by its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// A node.
    Node(NodeId),
    /// A relation.
    Relation(RelationId),
    /// A piece of evidence.
    Proof(Owner, u32),
    /// The words of a piece of evidence.
    Words(Owner, u32),
    /// A predicate.
    Says(Says),
    /// A class, or another name of the vocabulary.
    Class(&'static str),
    /// Anything else: numbers, texts, dates, names of others.
    Other(Box<Term>),
}
