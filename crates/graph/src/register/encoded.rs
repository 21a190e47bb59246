//! A batch as the payloads of its frames, made on as many threads as there are: deflating takes
//! far longer than writing.

use super::rows;
use super::{Record, record};
use crate::Table;
use chancery_model::DocumentId;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread::ScopedJoinHandle;

/// How many bytes of text are worth a thread.
const SHARE: usize = 1 << 20;
/// Payloads wait in memory until their turn comes, so there are not many at once.
const THREADS: usize = 8;

/// What becomes one frame.
pub(super) enum Frame<'a> {
    Whole(&'a Record),
    /// Which part of a table, of how many, and where it lies in the text.
    Part(&'a Table, (u32, u32), Range<usize>),
}

/// The frames of a batch, but for the one that ends it.
pub(super) fn frames(batch: &[Record]) -> Vec<Frame<'_>> {
    let mut frames = Vec::with_capacity(batch.len());
    for record in batch {
        let Record::Table(table) = record else {
            frames.push(Frame::Whole(record));
            continue;
        };
        let parts = rows::parts(table);
        // `Table::read` refuses more than 4 GiB.
        let count = u32::try_from(parts.len()).expect("a table of 4 GiB has 4096 parts");
        let numbered = (0..count).zip(parts);
        frames.extend(numbered.map(|(i, range)| Frame::Part(table, (i, count), range)));
    }
    frames
}

/// Hands over each frame with its payload, in order.
pub(super) fn each<E>(
    frames: &[Frame],
    recorded: i64,
    mut put: impl FnMut(&Frame, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads();
    let mut shares = shares(frames);
    loop {
        let now: Vec<&[Frame]> = shares.by_ref().take(threads).collect();
        let payloads = |share: &[Frame]| -> Vec<Vec<u8>> {
            share.iter().map(|frame| frame.payload(recorded)).collect()
        };
        let made: Vec<Vec<Vec<u8>>> = match &now[..] {
            [] => return Ok(()),
            [one] => vec![payloads(one)],
            [own, others @ ..] => std::thread::scope(|scope| {
                let others: Vec<_> =
                    others.iter().map(|share| scope.spawn(|| payloads(share))).collect();
                let own = payloads(own);
                let joined = |it: ScopedJoinHandle<_>| {
                    it.join().unwrap_or_else(|panic| resume_unwind(panic))
                };
                let made = others.into_iter().map(joined);
                std::iter::once(own).chain(made).collect()
            }),
        };
        for (share, payloads) in now.into_iter().zip(made) {
            debug_assert_eq!(share.len(), payloads.len());
            for (frame, payload) in share.iter().zip(payloads) {
                put(frame, &payload)?;
            }
        }
    }
}

/// How many threads there are. The system is asked once: it reads files to tell, which takes as long
/// as writing a document does.
fn threads() -> usize {
    static KNOWN: OnceLock<usize> = OnceLock::new();
    *KNOWN.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from).min(THREADS))
}

/// Frames that follow each other, about as much text in each share.
fn shares<'f, 'a>(frames: &'f [Frame<'a>]) -> impl Iterator<Item = &'f [Frame<'a>]> {
    let mut rest = frames;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let end = rest.iter().position(|frame| {
            bytes += frame.bytes();
            bytes >= SHARE
        });
        let (share, left) = rest.split_at(end.map_or(rest.len(), |last| last + 1));
        rest = left;
        Some(share).filter(|share| !share.is_empty())
    })
}

impl Frame<'_> {
    /// Whether it begins a record.
    pub(super) const fn is_first(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Part(_, (0, _), _))
    }

    /// Whose words it holds.
    pub(super) fn document(&self) -> Option<&DocumentId> {
        match self {
            Self::Whole(Record::Report(report)) => Some(report.id()),
            Self::Whole(Record::Rows(rows)) => Some(&rows.id),
            Self::Whole(_) => None,
            Self::Part(table, ..) => Some(table.report().id()),
        }
    }

    /// About how many bytes of text.
    fn bytes(&self) -> usize {
        match self {
            Self::Whole(Record::Report(report)) => report.text().len(),
            Self::Whole(Record::Rows(rows)) => rows.text.len(),
            Self::Whole(_) => 0,
            Self::Part(_, _, range) => range.len(),
        }
    }

    fn payload(&self, recorded: i64) -> Vec<u8> {
        match self {
            Self::Whole(record) => record::encode(record, recorded),
            Self::Part(table, part, range) => {
                let rows = rows::part(table, *part, range.clone());
                record::encode(&Record::Rows(rows), recorded)
            }
        }
    }
}
