//! Rows to numbers, on as many threads as there are: each reads some lines in numbers of its own,
//! which are then put into those of the table, line by line as they stand.

use super::dictionary::{self, Asked, Dictionary, Full};
use super::{EventRow, EventTable, Fields, LISTED};
use chancery_model::{DocumentId, EntityId};
use std::io::{self, BufRead, Read};
use std::ops::Range;

/// How many bytes of a file are read at once.
const BLOCK: usize = if cfg!(test) { 256 } else { 1 << 24 };
/// Fewer bytes than these are not worth a thread.
const PART: usize = if cfg!(test) { 64 } else { 1 << 18 };
/// More threads than these wait for each other.
const THREADS: usize = 8;

/// How many rows are asked for before they are put into numbers.
const AHEAD: usize = if cfg!(test) { 3 } else { 16 };

/// The parts of a row; `None` for a heading.
type Parted<'r> = Result<Option<Fields<'r>>, &'static str>;

/// Reads a table line by line.
pub(super) fn read(
    document: DocumentId,
    mut rows: impl BufRead,
    who: impl FnMut(&str) -> EntityId,
    fields: impl for<'r> Fn(u32, &'r str) -> Parted<'r> + Sync,
) -> io::Result<EventTable> {
    let mut reading = Reading::new(document, who, fields);
    let mut block = Vec::new();
    loop {
        let known = block.len();
        let read = rows.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        if read == 0 {
            reading.take(&block)?;
            return Ok(reading.finish());
        }
        // Only whole lines, until the last one.
        if let Some(at) = block[known..].iter().rposition(|byte| *byte == b'\n') {
            let end = known + at + 1;
            reading.take(&block[..end])?;
            block.drain(..end);
        }
    }
}

/// Reads a table that is in memory.
pub(super) fn read_text(
    document: DocumentId,
    text: &str,
    who: impl FnMut(&str) -> EntityId,
    fields: impl for<'r> Fn(u32, &'r str) -> Parted<'r> + Sync,
) -> io::Result<EventTable> {
    let mut reading = Reading::new(document, who, fields);
    reading.table.ends.reserve(text.len() / 64);
    reading.table.rows.reserve(text.len() / 64);
    reading.take(text.as_bytes())?;
    Ok(reading.finish())
}

/// A table that is being read.
struct Reading<W, F> {
    table: EventTable,
    dictionary: Dictionary<W>,
    fields: F,
    workers: Vec<Worker>,
    /// Bytes before the next line.
    end: u64,
}

/// One of those that read beside each other.
#[derive(Default)]
struct Worker {
    dictionary: dictionary::Local,
    /// The table's number of each actor and code that it has numbered.
    actors: Vec<u32>,
    codes: Vec<u16>,
    part: Part,
}

/// What some lines hold; lines are counted from the first of them, which is zero.
#[derive(Default)]
struct Part {
    rows: Vec<EventRow>,
    /// Bytes from the first line's start.
    ends: Vec<u64>,
    refused: Vec<(u32, &'static str)>,
    refusals: u64,
}

impl<W, F> Reading<W, F>
where
    W: FnMut(&str) -> EntityId,
    F: for<'r> Fn(u32, &'r str) -> Parted<'r> + Sync,
{
    fn new(document: DocumentId, who: W, fields: F) -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS);
        let table = EventTable {
            document,
            actors: Vec::new(),
            codes: Vec::new(),
            rows: Vec::new(),
            ends: Vec::new(),
            lines: 0,
            refused: Vec::new(),
            refusals: 0,
            told: false,
        };
        let workers = (0..threads).map(|_| Worker::default()).collect();
        Self { table, dictionary: Dictionary::new(who), fields, workers, end: 0 }
    }

    /// Takes in more lines: whole ones, but that the last of all may lack its break.
    fn take(&mut self, block: &[u8]) -> io::Result<()> {
        // A part is small enough that what a thread makes of it takes little room.
        let wanted = block.len().div_ceil(self.workers.len()).clamp(PART, BLOCK);
        let mut parts = cut(block, wanted).into_iter().peekable();
        while parts.peek().is_some() {
            let parts: Vec<&[u8]> =
                parts.by_ref().take(self.workers.len()).map(|range| &block[range]).collect();
            self.take_parts(&parts)?;
        }
        Ok(())
    }

    /// Takes in parts that follow each other, each on a thread of its own.
    fn take_parts(&mut self, parts: &[&[u8]]) -> io::Result<()> {
        let fields = &self.fields;
        let first = self.table.lines == 0;
        std::thread::scope(|scope| {
            let mut work = self.workers.iter_mut().zip(parts).enumerate();
            let own = work.next();
            for (i, (worker, part)) in work {
                scope.spawn(move || worker.read(part, first && i == 0, fields));
            }
            if let Some((_, (worker, part))) = own {
                worker.read(part, first, fields);
            }
        });
        let mut workers = std::mem::take(&mut self.workers);
        let of_parts = &mut workers[..parts.len()];
        let places = of_parts.iter().map(|worker| self.place(worker));
        let places = places.collect::<io::Result<Vec<Place>>>()?;
        let mut numbered = of_parts.iter_mut().map(|worker| worker.number(&mut self.dictionary));
        if numbered.all(|it| it.is_ok()) {
            self.join(of_parts, &places);
        } else {
            // There are more names than there are numbers: row by row, it shows which fit.
            for ((worker, part), place) in of_parts.iter_mut().zip(parts).zip(&places) {
                if worker.number(&mut self.dictionary).is_ok() {
                    self.join(std::slice::from_ref(worker), std::slice::from_ref(place));
                } else {
                    self.join_rows(worker, part, place);
                }
            }
        }
        self.workers = workers;
        Ok(())
    }

    /// Where what a worker read begins; what is read next begins after it.
    fn place(&mut self, worker: &Worker) -> io::Result<Place> {
        let too_large = |what| Err(io::Error::new(io::ErrorKind::FileTooLarge, what));
        let place = Place { lines: self.table.lines, end: self.end };
        let lines = u32::try_from(worker.part.ends.len()).ok();
        let Some(lines) =
            lines.and_then(|n| place.lines.checked_add(n)).filter(|n| *n <= MOST_LINES)
        else {
            return too_large("a table has at most 2,147,483,647 rows");
        };
        let end = self.end + worker.part.ends.last().copied().unwrap_or(0);
        if u32::try_from(end).is_err() {
            return too_large("a table has at most 4 GiB");
        }
        (self.table.lines, self.end) = (lines, end);
        Ok(place)
    }

    /// Puts what workers made of their parts in the numbers of the table, each on a thread.
    fn join(&mut self, workers: &[Worker], places: &[Place]) {
        let parts = || workers.iter().map(|worker| &worker.part);
        let mut rows =
            grown(&mut self.table.rows, parts().map(|part| part.rows.len()).sum(), EventRow::NONE);
        let mut ends = grown(&mut self.table.ends, parts().map(|part| part.ends.len()).sum(), 0);
        std::thread::scope(|scope| {
            for (i, (worker, place)) in workers.iter().zip(places).enumerate() {
                let (own_rows, more) = rows.split_at_mut(worker.part.rows.len());
                rows = more;
                let (own_ends, more) = ends.split_at_mut(worker.part.ends.len());
                ends = more;
                if i + 1 < workers.len() {
                    scope.spawn(|| worker.put_in(place, own_rows, own_ends));
                } else {
                    worker.put_in(place, own_rows, own_ends);
                }
            }
        });
        for (part, place) in parts().zip(places) {
            for (line, what) in &part.refused {
                self.table.refuse(place.lines + line + 1, what);
            }
            self.table.refusals += part.refusals - part.refused.len() as u64;
        }
    }

    /// Puts what a worker read in the numbers of the table, row by row.
    fn join_rows(&mut self, worker: &Worker, part: &[u8], place: &Place) {
        self.table.ends.extend(worker.part.ends.iter().map(|end| place.end_of(*end)));
        for (line, row) in (place.lines + 1..).zip(lines_of(part)) {
            match parted(line, row, &self.fields) {
                Ok(None) => {}
                Ok(Some(found)) => match self.dictionary.row(line, &found) {
                    Ok(row) => self.table.rows.push(row),
                    Err(what) => self.table.refuse(line, what),
                },
                Err(what) => self.table.refuse(line, what),
            }
        }
    }

    fn finish(self) -> EventTable {
        let mut table = self.table;
        (table.actors, table.codes) = self.dictionary.finish();
        table.rows.shrink_to_fit();
        table.ends.shrink_to_fit();
        table
    }
}

/// Where a part begins: lines and bytes before it.
struct Place {
    lines: u32,
    end: u64,
}

impl Place {
    /// Nothing is cut off: the end of the part is the greatest of them, and that was looked at.
    fn end_of(&self, end: u64) -> u32 {
        u32::try_from(self.end + end).unwrap_or(u32::MAX)
    }
}

/// Makes a list longer, and says where.
fn grown<T: Clone>(list: &mut Vec<T>, more: usize, with: T) -> &mut [T] {
    let known = list.len();
    list.resize(known + more, with);
    &mut list[known..]
}

const MOST_LINES: u32 = u32::MAX >> 1;

impl Worker {
    /// Reads lines, of which the first may be the first of the table.
    fn read<'r, F>(&mut self, lines: &'r [u8], first: bool, fields: &F)
    where
        F: Fn(u32, &'r str) -> Parted<'r>,
    {
        let Part { rows, ends, refused, refusals } = &mut self.part;
        rows.clear();
        ends.clear();
        refused.clear();
        *refusals = 0;
        let mut end = 0_u64;
        let mut waiting = Vec::with_capacity(AHEAD);
        let mut take = |at: u32, length: usize, line: Result<&'r str, &'static str>| {
            end += length as u64 + 1;
            self.part.ends.push(end);
            // Only whether it is the first line of all is of account.
            let number = if first { at + 1 } else { at + 2 };
            match line.and_then(|line| fields(number, line)) {
                Ok(None) => {}
                Ok(Some(found)) => waiting.push((at, Ok(self.dictionary.ask(found)))),
                Err(what) => waiting.push((at, Err(what))),
            }
            if waiting.len() == AHEAD {
                self.put(&mut waiting);
            }
        };
        // Nearly always all of it is text, which is seen sooner than that each line is.
        if let Ok(text) = str::from_utf8(lines) {
            let last = (!text.is_empty() && !text.ends_with('\n')).then_some(text.len());
            let mut from = 0;
            for (at, to) in (0_u32..).zip(memchr::memchr_iter(b'\n', lines).chain(last)) {
                let line = &text[from..to];
                take(at, line.len(), Ok(line.strip_suffix('\r').unwrap_or(line)));
                from = to + 1;
            }
        } else {
            for (at, line) in (0_u32..).zip(lines_of(lines)) {
                take(at, line.len(), text_of(line));
            }
        }
        self.put(&mut waiting);
    }

    /// Puts rows that were asked for into numbers.
    fn put(&mut self, waiting: &mut Vec<(u32, Result<Asked, &'static str>)>) {
        for (_, asked) in &*waiting {
            if let Ok(asked) = asked {
                self.dictionary.ask_more(asked);
            }
        }
        for (at, asked) in waiting.drain(..) {
            match asked.and_then(|asked| self.dictionary.row(at, &asked)) {
                Ok(row) => self.part.rows.push(row),
                Err(what) => {
                    self.part.refusals += 1;
                    if self.part.refused.len() < LISTED {
                        self.part.refused.push((at, what));
                    }
                }
            }
        }
    }

    /// Puts what it read in the numbers of the table.
    fn put_in(&self, place: &Place, rows: &mut [EventRow], ends: &mut [u32]) {
        for (own, row) in rows.iter_mut().zip(&self.part.rows) {
            *own = EventRow {
                subject: self.actors[row.subject as usize],
                object: self.actors[row.object as usize],
                line: place.lines + row.line + 1,
                code: self.codes[usize::from(row.code)],
                day: row.day,
            };
        }
        for (own, end) in ends.iter_mut().zip(&self.part.ends) {
            *own = place.end_of(*end);
        }
    }

    /// Numbers those that it has met since the last time as the table does.
    fn number<W: FnMut(&str) -> EntityId>(
        &mut self,
        table: &mut Dictionary<W>,
    ) -> Result<(), Full> {
        let (actors, codes) = self.dictionary.len();
        if !table.has_room(actors - self.actors.len(), codes - self.codes.len()) {
            return Err(Full);
        }
        for name in self.dictionary.actors_since(self.actors.len()) {
            self.actors.push(table.actor(name).ok_or(Full)?);
        }
        for name in self.dictionary.codes_since(self.codes.len()) {
            self.codes.push(table.code(name).ok_or(Full)?);
        }
        Ok(())
    }
}

/// Lines without their breaks.
fn lines_of(block: &[u8]) -> impl Iterator<Item = &[u8]> {
    let block = block.strip_suffix(b"\n").or(Some(block).filter(|it| !it.is_empty()));
    block.into_iter().flat_map(|block| block.split(|byte| *byte == b'\n'))
}

fn parted<'r, F>(line: u32, row: &'r [u8], fields: &F) -> Parted<'r>
where
    F: Fn(u32, &'r str) -> Parted<'r>,
{
    fields(line, text_of(row)?)
}

/// A line as text, without what some systems put before a line break.
fn text_of(line: &[u8]) -> Result<&str, &'static str> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    str::from_utf8(line).map_err(|_| "it is not UTF-8")
}

/// Cuts after the line breaks that come after every so many bytes.
fn cut(block: &[u8], wanted: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    while from < block.len() {
        let rest = block.get(from + wanted..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == b'\n');
        let to = end.map_or(block.len(), |at| from + wanted + at + 1);
        parts.push(from..to);
        from = to;
    }
    parts
}
