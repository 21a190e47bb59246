//! Who is who, as somebody decides.

use super::{Outcome, Stop};
use crate::args::{Pair, Rename, Upkeep};
use crate::print::Printer;
use chancery::{Archive, Decision, NodeKind, NodeName};

/// What can be decided about.
const KINDS: &[NodeKind] = &[
    NodeKind::Person,
    NodeKind::State,
    NodeKind::Organization,
    NodeKind::Place,
    NodeKind::Meeting,
];

/// That two names are of one, or of two.
pub(crate) fn pair(
    args: &Pair,
    decision: impl Fn(NodeName, NodeName) -> Decision,
    out: &mut Printer,
) -> Result<Outcome, Stop> {
    let mut archive = Archive::open(args.kept.folder())?;
    let names = (named(&archive, &args.one)?, named(&archive, &args.other)?);
    if names.0 == names.1 {
        return Err(Stop::Told(already_one(&archive, &names.0, args)));
    }
    put(&mut archive, decision(names.0, names.1), args.undo, out)
}

/// Why two names are one already, and what takes them apart.
fn already_one(archive: &Archive, name: &NodeName, args: &Pair) -> String {
    let graph = archive.graph();
    let Some(id) = graph.find(name) else { return format!("{name} is one name") };
    let (one, other) = (&args.one, &args.other);
    let told = format!("`{one}` and `{other}` are one already, {} ({name})", graph.node(id).label);
    let decided = archive.decisions().find_map(|(decision, _)| match decision {
        Decision::Same(one, other) if graph.find(one) == Some(id) => Some((one, other)),
        _ => None,
    });
    match decided {
        Some((one, other)) => {
            format!("{told}, by a decision; `chancery same {one} {other} --undo` takes it back")
        }
        None if graph.other_names(id).is_empty() => told,
        None => format!("{told}; `chancery why {name}` lists its ids, of which two can be parted"),
    }
}

/// What somebody is called.
pub(crate) fn rename(args: &Rename, out: &mut Printer) -> Result<Outcome, Stop> {
    let mut archive = Archive::open(args.kept.folder())?;
    let who = named(&archive, &args.who)?;
    put(&mut archive, Decision::Name(who, args.called.clone()), args.undo, out)
}

/// What was decided, the earliest first.
pub(crate) fn list(args: &Upkeep, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = Archive::open(args.kept.folder())?;
    for (decision, at) in archive.decisions() {
        out.raw(&format!("{at}  {decision}"))?;
    }
    Ok(Outcome::Answered)
}

/// An id stands for itself, though it may be decided to be the same as another.
fn named(archive: &Archive, typed: &str) -> Result<NodeName, Stop> {
    match typed.parse::<NodeName>() {
        Ok(name) if archive.graph().find(&name).is_some() => Ok(name),
        _ => Ok(archive.named(typed, KINDS)?),
    }
}

fn put(
    archive: &mut Archive,
    decision: Decision,
    undo: bool,
    out: &mut Printer,
) -> Result<Outcome, Stop> {
    let told = decision.to_string();
    if !undo {
        archive.decide(decision)?;
        out.raw(&told)?;
    } else if archive.undo(decision)? {
        out.raw(&format!("taken back: {told}"))?;
    } else {
        return Err(Stop::Told(format!("it was not decided that {told}")));
    }
    Ok(Outcome::Answered)
}
