use super::{Outcome, Stop, opened};
use crate::args::Stats;
use crate::print::Printer;
use chancery::{Graph, NodeKind, Reason, RelationKind};
use std::collections::{BTreeMap, HashMap};

/// What was taken for one, and what looks like one and was not.
#[derive(Default)]
struct Duplicates {
    /// For each kind of node: names that others have the node of, and nodes that go by the same
    /// name as another.
    kinds: BTreeMap<NodeKind, (usize, usize)>,
    reasons: BTreeMap<Reason, usize>,
}

impl Duplicates {
    fn of(graph: &Graph) -> Self {
        let mut found = Self::default();
        for kind in NodeKind::ALL {
            let mut labels: HashMap<String, usize> = HashMap::new();
            let mut joined = 0;
            for (id, node) in graph.nodes(*kind) {
                joined += graph.other_names(id).len();
                for joined in graph.joined(id) {
                    *found.reasons.entry(joined.reason).or_default() +=
                        joined.documents.unwrap_or(1);
                }
                if node.entity().is_some() {
                    *labels.entry(node.label.to_lowercase()).or_default() += 1;
                }
            }
            let alike = labels.values().filter(|count| **count > 1).sum();
            if joined > 0 || alike > 0 {
                found.kinds.insert(*kind, (joined, alike));
            }
        }
        found
    }
}

pub(crate) fn run(args: &Stats, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = opened(&args.kept.folder())?;
    let graph = archive.graph();
    let nodes = NodeKind::ALL.iter().map(|kind| (kind.as_str(), graph.node_ids(*kind).len()));
    let relations = RelationKind::ALL.iter().map(|kind| (kind.as_str(), graph.count(*kind)));
    let duplicates = Duplicates::of(graph);
    if args.page.is_json() {
        let object = |counts: Vec<(&str, usize)>| {
            let parts: Vec<_> =
                counts.iter().map(|(name, count)| format!("\"{name}\":{count}")).collect();
            format!("{{{}}}", parts.join(","))
        };
        let (nodes, relations) = (object(nodes.collect()), object(relations.collect()));
        let kinds = || duplicates.kinds.iter();
        let joined = object(kinds().map(|(kind, (joined, _))| (kind.as_str(), *joined)).collect());
        let alike = object(kinds().map(|(kind, (_, alike))| (kind.as_str(), *alike)).collect());
        out.raw(&format!(
            "{{\"nodes\":{nodes},\"relations\":{relations},\"joined\":{joined},\"alike\":{alike},\"digest\":\"{}\"}}",
            graph.digest()
        ))?;
        return Ok(Outcome::Answered);
    }
    let counted = |(_, count): &(&str, usize)| *count > 0;
    if archive.is_empty() {
        return Ok(Outcome::Answered);
    }
    out.raw("nodes")?;
    for (name, count) in nodes.filter(counted) {
        out.raw(&format!("{count:>10} {name}"))?;
    }
    out.raw("relations")?;
    for (name, count) in relations.filter(counted) {
        out.raw(&format!("{count:>10} {name}"))?;
    }
    out.raw("taken for one with another")?;
    for (kind, (joined, _)) in duplicates.kinds.iter().filter(|(_, (joined, _))| *joined > 0) {
        out.raw(&format!("{joined:>10} {kind}"))?;
    }
    if !duplicates.reasons.is_empty() {
        out.raw("because of")?;
        for (reason, count) in &duplicates.reasons {
            out.raw(&format!("{count:>10} {reason}"))?;
        }
    }
    if duplicates.kinds.values().any(|(_, alike)| *alike > 0) {
        out.raw("called alike and kept apart")?;
        for (kind, (_, alike)) in duplicates.kinds.iter().filter(|(_, (_, alike))| *alike > 0) {
            out.raw(&format!("{alike:>10} {kind}"))?;
        }
    }
    out.raw(&format!("digest {}", graph.digest()))?;
    Ok(Outcome::Answered)
}
