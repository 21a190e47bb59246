//! Nodes drawn to be judged: is each one person, or one meeting, and has it a twin?

use super::why::{documents, in_short, told_of_in, why};
use super::{Outcome, Stop, opened};
use crate::args::{Drawn, Sample};
use crate::print::{Look, Printer};
use chancery::{Archive, Evidence, Node, NodeId, NodeKind};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Sentences that are shown of each.
const SENTENCES: usize = 4;

pub(crate) fn run(args: &Sample, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = opened(&args.kept.folder())?;
    let kind = match args.what {
        Drawn::People => NodeKind::Person,
        Drawn::Meetings => NodeKind::Meeting,
    };
    let nodes: Vec<(NodeId, &Node)> = archive.graph().nodes(kind).collect();
    for (number, id) in drawn(&nodes, args.count, &args.seed).into_iter().enumerate() {
        let node = archive.graph().node(id);
        let told = documents(node);
        let head = format!("{}. {} ({})", number + 1, node.label, node.name);
        out.text(0, Look::Strong, &head)?;
        for line in in_short(&archive, id).iter().take(8) {
            out.text(3, Look::Plain, line)?;
        }
        for joined in archive.graph().joined(id) {
            out.text(3, Look::Quiet, &why(joined))?;
        }
        out.text(3, Look::Plain, &told_of_in(told.len()))?;
        sentences(&archive, node, out)?;
    }
    Ok(Outcome::Answered)
}

/// Half of them evenly, half by the number of documents, without any twice.
fn drawn(nodes: &[(NodeId, &Node)], count: usize, seed: &str) -> Vec<NodeId> {
    let even = count.div_ceil(2);
    let mut keyed: Vec<(f64, NodeId)> =
        nodes.iter().map(|(id, node)| (chance(seed, "even", node), *id)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut drawn: Vec<NodeId> = keyed.iter().take(even).map(|(_, id)| *id).collect();
    let taken: BTreeSet<NodeId> = drawn.iter().copied().collect();
    // The least of an exponential clock for each, as fast as it has documents.
    let left = nodes.iter().filter(|(id, _)| !taken.contains(id));
    let mut keyed: Vec<(f64, NodeId)> = left
        .map(|(id, node)| {
            let documents = u32::try_from(documents(node).len().max(1)).unwrap_or(u32::MAX);
            (-chance(seed, "weighted", node).ln() / f64::from(documents), *id)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    drawn.extend(keyed.iter().take(count - even.min(count)).map(|(_, id)| *id));
    drawn
}

/// A number above 0 and up to 1 that depends on seed and node alone.
fn chance(seed: &str, half: &str, node: &Node) -> f64 {
    let hash = Sha256::digest(format!("{seed}\n{half}\n{}", node.name));
    let bytes = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    (f64::from(bytes) + 1.0) / (f64::from(u32::MAX) + 1.0)
}

/// Some sentences that name it, each of another document.
fn sentences(archive: &Archive, node: &Node, out: &mut Printer) -> Result<(), Stop> {
    let mut seen = BTreeSet::new();
    let firsts = node.passages.iter().filter(|passage| seen.insert(&passage.document));
    let firsts: Vec<_> = firsts.collect();
    let step = firsts.len().div_ceil(SENTENCES).max(1);
    for passage in firsts.into_iter().step_by(step) {
        let (document, span) = (passage.document.clone(), passage.span);
        let evidence = Evidence { document, span, according_to: None, confidence: None };
        if let Some(quote) = archive.quote(&evidence) {
            let day = archive.report(&passage.document).and_then(|it| it.info().published);
            let day = day.map_or(String::new(), |day| day.to_string());
            let (before, words, after) = quote.parts();
            out.text(5, Look::Plain, &format!("{day} {}", passage.document))?;
            out.text(7, Look::Quiet, &format!("{before}[{words}]{after}"))?;
        }
    }
    Ok(())
}
