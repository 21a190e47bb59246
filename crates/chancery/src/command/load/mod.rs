mod table;

pub(super) use table::table_text;

use super::{Outcome, Stop, Tally, brief, reference, told_with_causes, warn_of_torn};
use crate::args::Load;
use crate::pipeline;
use crate::print::{Printer, complain};
use crate::progress::Progress;
use chancery::input::{Inputs, Place};
use chancery::{Added, Archive, Batch, DocumentId, Extractor, Report};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// How much is written at once: each batch waits for the disk.
const DOCUMENTS: usize = 1000;
const BYTES: usize = 16 << 20;

pub(crate) fn run(args: &Load, out: &mut Printer) -> Result<Outcome, Stop> {
    let extractor = reference::extractor(&args.referred, true)?;
    let folder = args.kept.folder();
    let mut loading = Loading {
        archive: there(&folder)?,
        folder,
        replace: args.replace,
        waiting: Vec::new(),
        bytes: 0,
        added: Added::default(),
        sources: HashMap::new(),
        tally: Tally::default(),
        events: 0,
        meetings: 0,
        terms: 0,
    };
    let read = loading.read(args, &extractor);
    // What was loaded is safe without; it takes longer to open.
    let published = loading.archive.as_mut().map_or(Ok(()), Archive::publish);
    read?;
    if let Err(error) = published {
        complain(told_with_causes(&error));
    }
    let Added { new, replaced, unchanged } = loading.added;
    let (events, meetings, terms) = (loading.events, loading.meetings, loading.terms);
    if args.json {
        let failed = loading.tally.failed;
        out.raw(&format!(
            "{{\"new\":{new},\"replaced\":{replaced},\"unchanged\":{unchanged},\"events\":{events},\"meetings\":{meetings},\"terms\":{terms},\"failed\":{failed}}}"
        ))?;
    } else {
        out.raw(&format!("{new} new, {replaced} replaced, {unchanged} unchanged"))?;
        let rows = [
            (events, "event", "events"),
            (meetings, "meeting", "meetings"),
            (terms, "term of office", "terms of office"),
        ];
        for (count, one, many) in rows.into_iter().filter(|(count, ..)| *count > 0) {
            out.raw(&format!("{count} {} in tables", if count == 1 { one } else { many }))?;
        }
    }
    Ok(loading.tally.outcome())
}

/// The archive that is loaded into, if there is one yet.
fn there(folder: &Path) -> Result<Option<Archive>, Stop> {
    // Whatever is there otherwise is told before a word is read.
    let nothing = matches!(folder.join("register.log").try_exists(), Ok(false))
        && (folder.is_dir() || !folder.exists());
    if nothing {
        return Ok(None);
    }
    let archive = Archive::open_or_create(folder)?;
    warn_of_torn(&archive, folder);
    Ok(Some(archive))
}

struct Loading {
    /// Made when there is something to keep: a load of nothing leaves no archive behind.
    archive: Option<Archive>,
    folder: PathBuf,
    replace: bool,
    waiting: Vec<Report>,
    bytes: usize,
    added: Added,
    /// Where each document of this run was found, and its source.
    sources: HashMap<DocumentId, (Place, Option<String>)>,
    tally: Tally,
    /// Events of tables.
    events: usize,
    /// Rows of tables of meetings, and of offices.
    meetings: usize,
    terms: usize,
}

impl Loading {
    /// Reads all that is to be loaded, and writes it.
    fn read(&mut self, args: &Load, extractor: &Extractor) -> Result<(), Stop> {
        let mut progress = Progress::of(&args.inputs);
        let mut articles = Vec::new();
        for path in &args.inputs {
            match table::stem(path) {
                Some(stem) => self.table(path, &stem)?,
                None => articles.push(path),
            }
        }
        pipeline::in_order(
            Inputs::new(articles),
            args.threads.unwrap_or_else(pipeline::cores),
            |input| {
                input.and_then(|input| {
                    let place = input.place.clone();
                    brief::report(extractor, input).map(|report| (place, report))
                })
            },
            |read| match self.tally.count(read) {
                Some((place, report)) => {
                    progress.read(report.text().len());
                    self.take(place, report)
                }
                None => Ok(()),
            },
        )?;
        progress.done();
        self.write()
    }

    fn archive(&mut self) -> Result<&mut Archive, Stop> {
        let archive = match self.archive.take() {
            Some(archive) => archive,
            None => Archive::open_or_create(&self.folder)?,
        };
        Ok(self.archive.insert(archive))
    }

    fn take(&mut self, place: Place, report: Report) -> Result<(), Stop> {
        let id = report.id().clone();
        let source = report.info().source.clone();
        let earlier = self.sources.get(&id);
        if let Some((earlier, _)) = earlier {
            complain(format_args!(
                "{place}: document {id} came before, from {earlier}; the later one counts"
            ));
        }
        let kept = || {
            let known = self.archive.as_ref().and_then(|archive| archive.report(&id));
            known.map(|known| &known.info().source)
        };
        let known = earlier.map_or_else(kept, |(_, known)| Some(known));
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
        let batch = Batch::from(std::mem::take(&mut self.waiting)).in_bulk();
        let batch = if self.replace { batch.replacing() } else { batch };
        let added = self.archive()?.add(batch)?;
        self.bytes = 0;
        self.added.new += added.new;
        self.added.replaced += added.replaced;
        self.added.unchanged += added.unchanged;
        Ok(())
    }
}
