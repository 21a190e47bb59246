//! What is known of one node, and why it is one.

use super::{Outcome, Stop, opened};
use crate::args::Why as Args;
use crate::print::{Look, Printer};
use chancery::{
    Archive, AttendanceStatus, Columns, EntityKind, Joined, Node, NodeId, NodeName, RelationKind,
    When,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// What the reason for a mention says where a table tells who is meant.
const INFERRED: &str = "inferred by reference";

/// Lines of one kind that are shown to people.
const MOST: usize = 12;

pub(crate) fn run(args: &Args, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = opened(&args.kept.folder())?;
    for (i, typed) in args.names.iter().enumerate() {
        let name = match typed.parse::<NodeName>() {
            Ok(name) if archive.graph().find(&name).is_some() => name,
            _ => archive.named(typed, &[])?,
        };
        let Some(id) = archive.graph().find(&name) else { continue };
        if args.page.is_json() {
            let told = Told::of(&archive, id);
            out.raw(&serde_json::to_string(&told).map_err(io::Error::from)?)?;
            continue;
        }
        if i > 0 {
            out.blank()?;
        }
        page(&archive, id, out)?;
    }
    Ok(Outcome::Answered)
}

/// A node for programs.
#[derive(Debug, Serialize)]
struct Told<'a> {
    id: &'a str,
    name: &'a str,
    other_ids: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'a str>,
    joined: Vec<Why<'a>>,
    documents: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Why<'a> {
    one: &'a str,
    other: &'a str,
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    documents: Option<usize>,
}

impl<'a> Told<'a> {
    fn of(archive: &'a Archive, id: NodeId) -> Self {
        let graph = archive.graph();
        let node = graph.node(id);
        let why = |it: &'a Joined| Why {
            one: it.one.as_str(),
            other: it.other.as_str(),
            reason: it.reason.to_string(),
            documents: it.documents,
        };
        Self {
            id: node.name.as_str(),
            name: &node.label,
            other_ids: graph.other_names(id).iter().map(NodeName::as_str).collect(),
            same_as: same_as(node).collect(),
            joined: graph.joined(id).iter().map(why).collect(),
            documents: documents(node).into_iter().collect(),
        }
    }
}

fn same_as(node: &Node) -> impl Iterator<Item = &str> {
    node.entity().into_iter().flat_map(|it| &it.same_as).map(String::as_str)
}

/// The documents that tell of a node.
pub(super) fn documents(node: &Node) -> BTreeSet<&str> {
    let told = node.passages.iter().map(|passage| passage.document.as_str());
    told.chain(node.meeting().map(|meeting| meeting.evidence.document.as_str())).collect()
}

/// One line on when a meeting was and how it stands, or on the offices of a person.
pub(super) fn in_short(archive: &Archive, id: NodeId) -> Vec<String> {
    let graph = archive.graph();
    let node = graph.node(id);
    let mut lines = Vec::new();
    if let Some(meeting) = node.meeting() {
        let places = graph.relations_from(id, RelationKind::HeldIn).iter();
        let places: Vec<&str> = places.map(|it| &*graph.node(it.to).label).collect();
        let when = days(&meeting.when);
        lines.push(format!(
            "{} {} {when}{}{}",
            meeting.kind,
            meeting.status,
            if places.is_empty() { "" } else { " in " },
            places.join(", ")
        ));
        for status in AttendanceStatus::ALL {
            let there = graph.who_attended(id).filter(|relation| {
                matches!(&relation.columns, Columns::Attended { status: it, .. } if it == status)
            });
            let there: Vec<&str> = there.map(|it| &*graph.node(it.from).label).collect();
            if !there.is_empty() {
                lines.push(format!("{status}: {}", there.join(", ")));
            }
        }
        for whole in graph.relations_from(id, RelationKind::PartOf) {
            let whole = graph.node(whole.to);
            lines.push(format!("part of {} ({})", whole.label, whole.name));
        }
    }
    for office in graph.relations_from(id, RelationKind::Serves) {
        if let Columns::Serves { title, status } = &office.columns {
            let of = (office.to != id).then(|| format!(", {}", graph.node(office.to).label));
            let told = match office.evidence().len() {
                1 => "told once".to_owned(),
                times => format!("told {times} times"),
            };
            lines.push(format!("{status} {title}{} ({told})", of.unwrap_or_default()));
        }
    }
    lines
}

fn days(when: &When) -> String {
    match (when.from, when.to) {
        (None, None) => "on a day that is not told".to_owned(),
        (Some(from), Some(to)) if from == to => format!("on {from}"),
        (from, to) => {
            let word =
                |date: Option<chancery::Date>| date.map_or("…".to_owned(), |it| it.to_string());
            format!("from {} to {}", word(from), word(to))
        }
    }
}

/// In how many documents.
pub(super) fn told_of_in(documents: usize) -> String {
    format!("told of in {documents} document{}", if documents == 1 { "" } else { "s" })
}

pub(super) fn why(joined: &Joined) -> String {
    let count = joined.documents.map_or(String::new(), |count| format!(", in {count} documents"));
    format!("{} is {}: {}{count}", joined.one, joined.other, joined.reason)
}

/// Why words that do not name somebody were taken for them, and in which document.
fn inferred(archive: &Archive, id: NodeId) -> BTreeMap<&str, &str> {
    let graph = archive.graph();
    let passages = graph.node(id).passages.iter();
    let mut found = BTreeMap::new();
    for document in passages.map(|passage| &passage.document).collect::<BTreeSet<_>>() {
        let Some(report) = archive.report(document) else { continue };
        let here = report.facts().entities.iter().filter(|it| it.kind() == EntityKind::Person);
        for mention in here.flat_map(|entity| &entity.mentions) {
            let reason = mention.reason.as_deref().filter(|it| it.contains(INFERRED));
            let of_node =
                || {
                    graph.node(id).passages.iter().any(|passage| {
                        passage.span == mention.span && passage.document == *document
                    })
                };
            if let Some(reason) = reason.filter(|_| of_node()) {
                found.entry(reason).or_insert(document.as_str());
            }
        }
    }
    found
}

fn page(archive: &Archive, id: NodeId, out: &mut Printer) -> Result<(), Stop> {
    let graph = archive.graph();
    let node = graph.node(id);
    out.text(0, Look::Strong, &format!("{} ({})", node.label, node.name))?;
    for line in in_short(archive, id).iter().take(MOST) {
        out.text(2, Look::Plain, line)?;
    }
    for known in same_as(node) {
        out.text(2, Look::Plain, &format!("elsewhere {known}"))?;
    }
    for joined in graph.joined(id) {
        out.text(2, Look::Quiet, &why(joined))?;
    }
    for (reason, document) in inferred(archive, id).iter().take(MOST) {
        out.text(2, Look::Quiet, &format!("{document}: {reason}"))?;
    }
    let documents = documents(node);
    let told = documents.len();
    out.text(2, Look::Plain, &told_of_in(told))?;
    for document in documents.iter().take(MOST) {
        out.text(4, Look::Quiet, document)?;
    }
    if told > MOST {
        out.text(4, Look::Quiet, &format!("and {} more", told - MOST))?;
    }
    Ok(())
}
