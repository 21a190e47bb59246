use super::{Outcome, Stop, Tally, reference};
use crate::args::Extract;
use crate::pipeline;
use crate::print::Printer;
use chancery::input::Inputs;

pub(crate) fn run(args: &Extract, out: &mut Printer) -> Result<Outcome, Stop> {
    let extractor = reference::extractor(&args.referred, false)?;
    let mut tally = Tally::default();
    let threads = args.threads.unwrap_or_else(pipeline::cores);
    pipeline::in_order(
        Inputs::new(&args.inputs),
        threads,
        |input| {
            input.map(|input| {
                // Facts that came along are left aside: extracting is reading anew.
                let mut facts = extractor.extract(&input.article).facts;
                if args.with_text {
                    facts.document.text = Some(input.article.text().to_owned());
                }
                facts.to_json()
            })
        },
        |line| match tally.count(line) {
            Some(line) => out.raw(&line),
            None => Ok(()),
        },
    )?;
    Ok(tally.outcome())
}
