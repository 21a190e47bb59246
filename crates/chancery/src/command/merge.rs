//! Archives that were loaded apart, put together.

use super::{Outcome, Stop};
use crate::args::Merge;
use crate::print::Printer;
use chancery::{Added, Archive};

pub(crate) fn run(args: &Merge, out: &mut Printer) -> Result<Outcome, Stop> {
    let mut archive = Archive::open_or_create(args.kept.folder())?;
    let shards: Result<Vec<Archive>, _> = args.shards.iter().map(Archive::open).collect();
    let added = archive.merge(&shards?, args.replace)?;
    let Added { new, replaced, unchanged } = added;
    out.raw(&format!("{new} new, {replaced} replaced, {unchanged} unchanged"))?;
    Ok(Outcome::Answered)
}
