use super::{Outcome, Stop, Tally, document};
use crate::args::Retract;
use crate::print::{Printer, complain};
use chancery::Archive;

pub(crate) fn run(args: &Retract, out: &mut Printer) -> Result<Outcome, Stop> {
    let mut archive = Archive::open(args.kept.folder())?;
    let mut tally = Tally::default();
    for typed in &args.documents {
        match document(&archive, typed) {
            Ok(id) => {
                archive.retract(&id)?;
                out.raw(&format!("{id} is withdrawn"))?;
                tally.done += 1;
            }
            Err(stop) => {
                complain(stop);
                tally.failed += 1;
            }
        }
    }
    Ok(tally.outcome())
}
