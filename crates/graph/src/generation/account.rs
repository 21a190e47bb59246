//! What is told of a node or a relation beside the columns, in the encoding of the register: flat
//! structs of the format's own.
//!
//! Documents are referred to by their place among the documents, entities by their ids.

use crate::merge::{Naming, Tally, usual};
use crate::node::{Detail, EntityDetail, GoalDetail, MeetingDetail, StatementDetail};
use crate::register::codec;
use crate::{Columns, Node, NodeName, Passage, Relation};
use chancery_model::{
    Act, AttendanceStatus, Date, DocumentId, DocumentInfo, EntityId, Evidence, GoalStatus,
    MeetingKind, MeetingStatus, Mode, RoleStatus, Span, When,
};
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::str::FromStr;

/// Start and length.
type WireSpan = (u32, u32);
/// First and last date, as the published JSON writes them.
type WireWhen = (Option<String>, Option<String>);

#[derive(Serialize, Deserialize)]
struct WireNode {
    detail: WireDetail,
    /// Document, start, length.
    passages: Vec<(u32, u32, u32)>,
    others: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct WireEvidence {
    document: u32,
    span: WireSpan,
    according_to: Option<String>,
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
enum WireDetail {
    Entity {
        same_as: Vec<String>,
    },
    Meeting {
        document: u32,
        handle: String,
        kind: u8,
        status: u8,
        when: WireWhen,
        words: Option<WireSpan>,
        evidence: WireEvidence,
    },
    Statement {
        evidence: WireEvidence,
        content: Vec<WireSpan>,
        source: Option<WireSpan>,
        cue: Option<WireSpan>,
        mode: u8,
        negated: bool,
        act: Option<u8>,
        on: Option<String>,
    },
    Goal {
        evidence: WireEvidence,
        status: u8,
        on: Option<String>,
    },
    Document {
        title: Option<String>,
        published: Option<String>,
        source: Option<String>,
    },
}

#[derive(Serialize, Deserialize)]
struct WireRelation {
    when: WireWhen,
    columns: WireColumns,
    evidence: Vec<WireEvidence>,
}

#[derive(Serialize, Deserialize)]
enum WireColumns {
    Attended(u8, Option<String>),
    Said(u8, bool, Option<u8>, Option<WireSpan>),
    Addressed,
    About,
    MadeAt,
    /// How often each title was given, and the status.
    Serves(Vec<(String, u32)>, u8),
    Holds(u8),
    SetAt,
    HeldIn,
    PartOf,
    ActsOn(String),
}

// ---- writing ----

/// Where a document stands among all.
pub(super) type PlaceOf<'a> = &'a dyn Fn(&DocumentId) -> u32;

/// What is told of a node beside its name and label.
pub(super) fn node_out(node: &Node, others: &[NodeName], place: PlaceOf) -> Vec<u8> {
    let detail = match &node.detail {
        Detail::Entity(it) => WireDetail::Entity { same_as: it.same_as.clone() },
        Detail::Meeting(it) => WireDetail::Meeting {
            document: place(&it.document),
            handle: it.handle.as_str().to_owned(),
            kind: it.kind as u8,
            status: it.status as u8,
            when: when_out(&it.when),
            words: it.when.words.map(span_out),
            evidence: evidence_out(&it.evidence, place),
        },
        Detail::Statement(it) => WireDetail::Statement {
            evidence: evidence_out(&it.evidence, place),
            content: it.content.iter().copied().map(span_out).collect(),
            source: it.source.map(span_out),
            cue: it.cue.map(span_out),
            mode: it.mode as u8,
            negated: it.negated,
            act: it.act.map(|act| act as u8),
            on: words(it.on),
        },
        Detail::Goal(it) => WireDetail::Goal {
            evidence: evidence_out(&it.evidence, place),
            status: it.status as u8,
            on: words(it.on),
        },
        Detail::Document(it) => WireDetail::Document {
            title: it.title.clone(),
            published: words(it.published),
            source: it.source.clone(),
        },
    };
    let passage = |it: &Passage| {
        let (start, length) = span_out(it.span);
        (place(&it.document), start, length)
    };
    codec::encode(&WireNode {
        detail,
        passages: node.passages.iter().map(passage).collect(),
        others: others.iter().map(ToString::to_string).collect(),
    })
}

/// When and how a relation held, and what it rests on.
/// `titles` tells how often each title of an office was given.
pub(super) fn relation_out(relation: &Relation, titles: Tally, place: PlaceOf) -> Vec<u8> {
    let columns = match &relation.columns {
        Columns::Attended { status, capacity } => {
            WireColumns::Attended(*status as u8, capacity.clone())
        }
        Columns::Said { mode, negated, act, source } => {
            WireColumns::Said(*mode as u8, *negated, act.map(|act| act as u8), source.map(span_out))
        }
        Columns::Addressed => WireColumns::Addressed,
        Columns::About => WireColumns::About,
        Columns::MadeAt => WireColumns::MadeAt,
        Columns::Serves { status, .. } => {
            WireColumns::Serves(titles.into_iter().collect(), *status as u8)
        }
        Columns::Holds { status } => WireColumns::Holds(*status as u8),
        Columns::SetAt => WireColumns::SetAt,
        Columns::HeldIn => WireColumns::HeldIn,
        Columns::PartOf => WireColumns::PartOf,
        Columns::ActsOn { code } => WireColumns::ActsOn(code.clone()),
    };
    codec::encode(&WireRelation {
        when: when_out(&relation.when),
        columns,
        evidence: relation.evidence().iter().map(|it| evidence_out(it, place)).collect(),
    })
}

fn words(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn when_out(when: &When) -> WireWhen {
    (words(when.from), words(when.to))
}

fn span_out(span: Span) -> WireSpan {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (small(span.start()), small(span.len()))
}

fn evidence_out(evidence: &Evidence, place: PlaceOf) -> WireEvidence {
    WireEvidence {
        document: place(&evidence.document),
        span: span_out(evidence.span),
        according_to: words(evidence.according_to.as_ref().map(EntityId::as_str)),
        confidence: evidence.confidence,
    }
}

// ---- reading: `None` wherever something is not as it was written ----

/// Which document stands in a place.
pub(super) type DocumentAt<'a> = &'a dyn Fn(u32) -> Option<DocumentId>;

/// A node of a name and label, and its other names. No bytes tell of an actor of a table.
pub(super) fn node_in(
    name: NodeName,
    label: &str,
    bytes: &[u8],
    at: DocumentAt,
) -> Option<(Node, Vec<NodeName>)> {
    let wire: WireNode = match bytes {
        [] => {
            let detail = WireDetail::Entity { same_as: Vec::new() };
            WireNode { detail, passages: Vec::new(), others: Vec::new() }
        }
        bytes => codec::decode(bytes).ok()?,
    };
    let detail = match wire.detail {
        WireDetail::Entity { same_as } => {
            Detail::Entity(EntityDetail { id: name.as_str().parse().ok()?, same_as })
        }
        WireDetail::Meeting { document, handle, kind, status, when, words, evidence } => {
            Detail::Meeting(MeetingDetail {
                document: at(document)?,
                handle: handle.parse().ok()?,
                kind: choice(MeetingKind::ALL, kind)?,
                status: choice(MeetingStatus::ALL, status)?,
                when: When { words: option(words, span_in)?, ..when_in(when)? },
                evidence: evidence_in(evidence, at)?,
            })
        }
        WireDetail::Statement { evidence, content, source, cue, mode, negated, act, on } => {
            Detail::Statement(StatementDetail {
                evidence: evidence_in(evidence, at)?,
                content: content.into_iter().map(span_in).collect::<Option<_>>()?,
                source: option(source, span_in)?,
                cue: option(cue, span_in)?,
                mode: choice(Mode::ALL, mode)?,
                negated,
                act: option(act, |act| choice(Act::ALL, act))?,
                on: option(on, parsed)?,
            })
        }
        WireDetail::Goal { evidence, status, on } => Detail::Goal(GoalDetail {
            evidence: evidence_in(evidence, at)?,
            status: choice(GoalStatus::ALL, status)?,
            on: option(on, parsed)?,
        }),
        WireDetail::Document { title, published, source } => Detail::Document(DocumentInfo {
            id: name.as_str().strip_prefix("document:")?.parse().ok()?,
            title,
            published: option(published, parsed)?,
            source,
            text: None,
        }),
    };
    let passage = |(document, start, length)| {
        Some(Passage { document: at(document)?, span: span_in((start, length))? })
    };
    let passages = wire.passages.into_iter().map(passage).collect::<Option<_>>()?;
    let others = wire.others.iter().map(|name| name.parse().ok()).collect::<Option<_>>()?;
    Some((Node { name, label: label.to_owned(), detail, passages }, others))
}

/// What a relation carries, when it held, and what it rests on.
pub(super) fn relation_in(bytes: &[u8], at: DocumentAt) -> Option<(When, Columns, Vec<Evidence>)> {
    let wire: WireRelation = codec::decode(bytes).ok()?;
    let columns = match wire.columns {
        WireColumns::Attended(status, capacity) => {
            Columns::Attended { status: choice(AttendanceStatus::ALL, status)?, capacity }
        }
        WireColumns::Said(mode, negated, act, source) => Columns::Said {
            mode: choice(Mode::ALL, mode)?,
            negated,
            act: option(act, |act| choice(Act::ALL, act))?,
            source: option(source, span_in)?,
        },
        WireColumns::Addressed => Columns::Addressed,
        WireColumns::About => Columns::About,
        WireColumns::MadeAt => Columns::MadeAt,
        WireColumns::Serves(titles, status) => {
            let title = usual(&titles.into_iter().collect());
            Columns::Serves { title, status: choice(RoleStatus::ALL, status)? }
        }
        WireColumns::Holds(status) => Columns::Holds { status: choice(GoalStatus::ALL, status)? },
        WireColumns::SetAt => Columns::SetAt,
        WireColumns::HeldIn => Columns::HeldIn,
        WireColumns::PartOf => Columns::PartOf,
        WireColumns::ActsOn(code) => Columns::ActsOn { code },
    };
    let evidence: Vec<Evidence> =
        wire.evidence.into_iter().map(|it| evidence_in(it, at)).collect::<Option<_>>()?;
    (!evidence.is_empty()).then_some((when_in(wire.when)?, columns, evidence))
}

/// How often each title was given, of an office.
pub(super) fn titles_in(bytes: &[u8]) -> Option<Tally> {
    let wire: WireRelation = codec::decode(bytes).ok()?;
    let WireColumns::Serves(titles, _) = wire.columns else { return None };
    Some(titles.into_iter().collect())
}

/// What documents call an entity.
pub(super) fn naming_out(naming: &Naming) -> Vec<u8> {
    let wire: [Vec<(&String, &u32)>; 2] =
        [&naming.labels, &naming.same_as].map(|tally| tally.iter().collect());
    codec::encode(&wire)
}

/// The same, read. No bytes tell of an actor of a table.
pub(super) fn naming_in(bytes: &[u8]) -> Option<Naming> {
    if bytes.is_empty() {
        return Some(Naming::default());
    }
    let [labels, same_as]: [Vec<(String, u32)>; 2] = codec::decode(bytes).ok()?;
    let tally = |pairs: Vec<(String, u32)>| -> Tally { pairs.into_iter().collect() };
    Some(Naming { labels: tally(labels), same_as: tally(same_as) })
}

fn choice<T: Copy>(all: &[T], place: u8) -> Option<T> {
    all.get(usize::from(place)).copied()
}

/// Nothing for nothing, and failure for what fails.
#[expect(clippy::option_option, reason = "the outer one is the failure")]
fn option<W, T>(wire: Option<W>, read: impl FnOnce(W) -> Option<T>) -> Option<Option<T>> {
    match wire {
        None => Some(None),
        Some(wire) => read(wire).map(Some),
    }
}

fn parsed<T: FromStr>(word: String) -> Option<T> {
    word.parse().ok()
}

fn when_in((from, to): WireWhen) -> Option<When> {
    let date = |word| option(word, parsed::<Date>);
    Some(When { from: date(from)?, to: date(to)?, words: None })
}

fn span_in((start, length): WireSpan) -> Option<Span> {
    let end = start.checked_add(length)?;
    Some(Span::new(start as usize, end as usize))
}

fn evidence_in(wire: WireEvidence, at: DocumentAt) -> Option<Evidence> {
    Some(Evidence {
        document: at(wire.document)?,
        span: span_in(wire.span)?,
        according_to: option(wire.according_to, parsed)?,
        confidence: wire.confidence,
    })
}
