use super::{Outcome, Stop, opened};
use crate::args::Stats;
use crate::print::Printer;
use chancery::{NodeKind, RelationKind};

pub(crate) fn run(args: &Stats, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = opened(&args.kept.folder())?;
    let graph = archive.graph();
    let nodes = NodeKind::ALL.iter().map(|kind| (kind.as_str(), graph.node_ids(*kind).len()));
    let relations = RelationKind::ALL.iter().map(|kind| (kind.as_str(), graph.count(*kind)));
    if args.json {
        let object = |counts: Vec<(&str, usize)>| {
            let parts: Vec<_> =
                counts.iter().map(|(name, count)| format!("\"{name}\":{count}")).collect();
            format!("{{{}}}", parts.join(","))
        };
        let (nodes, relations) = (object(nodes.collect()), object(relations.collect()));
        out.raw(&format!("{{\"nodes\":{nodes},\"relations\":{relations}}}"))?;
    } else {
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
    }
    Ok(Outcome::Answered)
}
