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
    put(&mut archive, decision(names.0, names.1), args.undo, out)
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
