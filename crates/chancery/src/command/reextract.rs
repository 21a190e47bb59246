//! Documents read again by a newer extractor.

use super::{Outcome, Stop, all_read, opened, reference, told_with_causes};
use crate::args::Reextract;
use crate::pipeline;
use crate::print::{Printer, complain};
use chancery::{Archive, Article, Batch, DocumentId, Extractor, Report};

/// How many documents are read between two writes.
const DOCUMENTS: usize = 1000;

pub(crate) fn run(args: &Reextract, out: &mut Printer) -> Result<Outcome, Stop> {
    let mut archive = opened(&args.kept.folder())?;
    let extractor = reference::extractor(&args.referred, true)?;
    let read = read_again(&mut archive, &extractor, args);
    // What was read is safe without; it takes longer to open.
    let published = archive.publish();
    let (changed, unchanged) = read?;
    if let Err(error) = published {
        complain(told_with_causes(&error));
    }
    out.raw(&format!("{changed} changed, {unchanged} unchanged"))?;
    Ok(Outcome::Answered)
}

/// How many documents are told otherwise now, and how many as before.
fn read_again(
    archive: &mut Archive,
    extractor: &Extractor,
    args: &Reextract,
) -> Result<(usize, usize), Stop> {
    let ids: Vec<DocumentId> = archive.reports().map(|report| report.id().clone()).collect();
    let ids: Vec<DocumentId> = ids.into_iter().filter(|id| !archive.is_table(id)).collect();
    let (mut changed, mut unchanged) = (0, 0);
    for ids in ids.chunks(DOCUMENTS) {
        let known: Vec<&Report> = ids.iter().filter_map(|id| archive.report(id)).collect();
        all_read(archive)?;
        let mut batch = Vec::new();
        pipeline::in_order(
            known.into_iter(),
            args.threads.unwrap_or_else(pipeline::cores),
            |known| {
                let read = Report::new(extractor.extract(&article(known)).facts, known.text());
                read.ok().filter(|read| read != known)
            },
            |read| {
                if read.is_none() {
                    unchanged += 1;
                }
                batch.extend(read);
                Ok::<(), Stop>(())
            },
        )?;
        changed += batch.len();
        archive.add(Batch::from(batch).replacing().in_bulk())?;
    }
    Ok((changed, unchanged))
}

/// A document as it was given to the extractor.
fn article(report: &Report) -> Article {
    let info = report.info();
    let mut article = Article::new(info.id.clone(), report.text());
    if let Some(title) = &info.title {
        article = article.titled(title);
    }
    if let Some(published) = info.published {
        article = article.published(published);
    }
    if let Some(source) = &info.source {
        article = article.from_source(source);
    }
    article
}
