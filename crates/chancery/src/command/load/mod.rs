mod table;

pub(super) use table::table_text;

use super::{Outcome, Stop, Tally, brief, reference, told_with_causes, warn_of_torn};
use crate::args::Load;
use crate::pipeline;
use crate::print::{Printer, complain};
use crate::progress::Progress;
use chancery::input::{Inputs, Place};
use chancery::{Added, Archive, Batch, DocumentId, Report};
use std::collections::HashMap;

/// How much is written at once: each batch waits for the disk.
const DOCUMENTS: usize = 1000;
const BYTES: usize = 16 << 20;

pub(crate) fn run(args: &Load, out: &mut Printer) -> Result<Outcome, Stop> {
    let extractor = reference::extractor(&args.referred, true)?;
    let archive = Archive::open_or_create(args.kept.folder())?;
    warn_of_torn(&archive, &args.kept.folder());
    let mut loading = Loading {
        archive,
        replace: args.replace,
        waiting: Vec::new(),
        bytes: 0,
        added: Added::default(),
        sources: HashMap::new(),
        tally: Tally::default(),
        events: 0,
    };
    let mut progress = Progress::of(&args.inputs);
    let mut articles = Vec::new();
    for path in &args.inputs {
        match table::stem(path) {
            Some(stem) => loading.table(path, &stem)?,
            None => articles.push(path),
        }
    }
    pipeline::in_order(
        Inputs::new(articles),
        args.threads.unwrap_or_else(pipeline::cores),
        |input| {
            input.and_then(|input| {
                let place = input.place.clone();
                brief::report(&extractor, input).map(|report| (place, report))
            })
        },
        |read| match loading.tally.count(read) {
            Some((place, report)) => {
                progress.read(report.text().len());
                loading.take(place, report)
            }
            None => Ok(()),
        },
    )?;
    progress.done();
    loading.write()?;
    if let Err(error) = loading.archive.publish() {
        // What was loaded is safe without; it takes longer to open.
        complain(told_with_causes(&error));
    }
    let Added { new, replaced, unchanged } = loading.added;
    let events = loading.events;
    if args.json {
        let failed = loading.tally.failed;
        out.raw(&format!(
            "{{\"new\":{new},\"replaced\":{replaced},\"unchanged\":{unchanged},\"events\":{events},\"failed\":{failed}}}"
        ))?;
    } else {
        out.raw(&format!("{new} new, {replaced} replaced, {unchanged} unchanged"))?;
        if events > 0 {
            out.raw(&format!("{events} events in tables"))?;
        }
    }
    Ok(loading.tally.outcome())
}

struct Loading {
    archive: Archive,
    replace: bool,
    waiting: Vec<Report>,
    bytes: usize,
    added: Added,
    /// Where each document of this run was found, and its source.
    sources: HashMap<DocumentId, (Place, Option<String>)>,
    tally: Tally,
    /// Events of tables.
    events: usize,
}

impl Loading {
    fn take(&mut self, place: Place, report: Report) -> Result<(), Stop> {
        let id = report.id().clone();
        let source = report.info().source.clone();
        let earlier = self.sources.get(&id);
        if let Some((earlier, _)) = earlier {
            complain(format_args!(
                "{place}: document {id} came before, from {earlier}; the later one counts"
            ));
        }
        let known = match earlier {
            Some((_, known)) => Some(known),
            None => self.archive.report(&id).map(|known| &known.info().source),
        };
        let foreign = known.filter(|known| **known != source && !self.replace);
        if let Some(known) = foreign {
            let named = |source: &Option<String>| match source {
                Some(source) => format!("from {source}"),
                None => "without a source".to_owned(),
            };
            complain(format_args!(
                "{place}: document {id} is there already, {}, and this one is {}; \
                 give it another id, or use --replace",
                named(known),
                named(&source)
            ));
            self.tally.done -= 1;
            self.tally.failed += 1;
            return Ok(());
        }
        self.sources.insert(id, (place, source));
        self.bytes += report.text().len();
        self.waiting.push(report);
        if self.waiting.len() >= DOCUMENTS || self.bytes >= BYTES { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), Stop> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let batch = Batch::from(std::mem::take(&mut self.waiting));
        let batch = if self.replace { batch.replacing() } else { batch };
        let added = self.archive.add(batch)?;
        self.bytes = 0;
        self.added.new += added.new;
        self.added.replaced += added.replaced;
        self.added.unchanged += added.unchanged;
        Ok(())
    }
}
