//! Archives that were loaded apart, put together.

use super::{Outcome, Stop};
use crate::args::Merge;
use crate::print::Printer;
use chancery::{Added, Archive};

pub(crate) fn run(args: &Merge, out: &mut Printer) -> Result<Outcome, Stop> {
    // One that is no archive leaves no empty one behind.
    let shards = args.shards.iter().map(Archive::open).collect::<Result<Vec<Archive>, _>>()?;
    let folder = args.kept.folder();
    let mut archive = Archive::open_or_create(&folder)?;
    let before = archive.decisions().len();
    let added = archive.merge(&shards, args.replace)?;
    let Added { new, replaced, unchanged } = added;
    out.raw(&format!("{new} new, {replaced} replaced, {unchanged} unchanged"))?;
    let decisions = archive.decisions().len().saturating_sub(before);
    let told = match decisions {
        0 => String::new(),
        1 => " and 1 decision on who is who".to_owned(),
        many => format!(" and {many} decisions on who is who"),
    };
    out.raw(&format!("taken over into {}: their documents{told}", folder.display()))?;
    Ok(Outcome::Answered)
}
