//! Which form a stream of bytes has, and the reader made for it.

use super::{Input, InputError, Place, decode, json, text};
use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

/// The most bytes of one article: what a span can count.
pub(super) const LARGEST: u64 = u32::MAX as u64;

/// How far compressed text may swell before it is taken for a trap: English packs 3 to 5 times,
/// the most repetitive logs some 50 times, a trap 1,000 times.
const MOST_SWELLING: u64 = 200;
/// What may swell freely: too little to harm.
const HARMLESS: u64 = 64 << 20;

type Found = Box<dyn Iterator<Item = Result<Input, InputError>> + Send>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Lines,
    Object,
    Html,
}

/// The stem of a file's name without its known endings, and the form that they tell.
pub(super) fn ending(path: &Path) -> (String, Option<Form>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let lower = name.to_ascii_lowercase();
    let plain = lower.strip_suffix(".gz").unwrap_or(&lower);
    let known = [
        (".txt", Form::Text),
        (".text", Form::Text),
        (".jsonl", Form::Lines),
        (".ndjson", Form::Lines),
        (".json", Form::Object),
        (".html", Form::Html),
        (".htm", Form::Html),
        (".xhtml", Form::Html),
    ];
    let found = known.iter().find(|(ending, _)| plain.ends_with(ending));
    let unknown = || plain.rfind('.').unwrap_or(plain.len());
    let end = found.map_or_else(unknown, |(ending, _)| plain.len() - ending.len());
    let stem = if end == 0 { &*name } else { &name[..end] };
    (stem.to_owned(), found.map(|(_, form)| *form))
}

pub(super) fn articles(
    name: &Path,
    bytes: impl Read + Send + 'static,
) -> Result<Found, InputError> {
    let failed = |source| InputError::Unreadable { place: Place::file(name), source };
    let (head, stream) = with_head(BufReader::with_capacity(1 << 16, bytes)).map_err(failed)?;
    if !head.starts_with(&[0x1f, 0x8b]) {
        return formed(name, &head, Box::new(stream));
    }
    let inflated = Inflated { decoder: MultiGzDecoder::new(Counted { stream, read: 0 }), out: 0 };
    let buffered = BufReader::with_capacity(1 << 16, inflated);
    let (head, stream) =
        with_head(buffered).map_err(|source| decode::failure(Place::file(name), source))?;
    formed(name, &head, Box::new(stream))
}

fn formed(
    name: &Path,
    head: &[u8],
    mut stream: Box<dyn BufRead + Send>,
) -> Result<Found, InputError> {
    let form = ending(name).1.unwrap_or_else(|| sniffed(head));
    if form == Form::Lines {
        return Ok(Box::new(json::Lines::new(name, stream)));
    }
    let place = Place::file(name);
    let bytes = decode::whole(&mut stream, &place)?;
    let text = decode::utf8(bytes, &place)?;
    let input = match form {
        Form::Object => json::object(&text, &place)?,
        Form::Html => page(&text, name, place)?,
        Form::Text | Form::Lines => text::article(text, name, place)?,
    };
    Ok(Box::new(std::iter::once(Ok(input))))
}

#[cfg(feature = "html")]
fn page(text: &str, name: &Path, place: Place) -> Result<Input, InputError> {
    super::html::article(text, name, place)
}

#[cfg(not(feature = "html"))]
fn page(_: &str, _: &Path, place: Place) -> Result<Input, InputError> {
    Err(InputError::NoHtml { place })
}

/// What the first bytes look like, where the name does not tell.
fn sniffed(head: &[u8]) -> Form {
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    let tag = |name: &str| {
        head.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    };
    if head.starts_with(b"{") {
        Form::Lines
    } else if ["<!doctype html", "<html", "<head", "<body", "<?xml"].into_iter().any(tag) {
        Form::Html
    } else {
        Form::Text
    }
}

/// The first bytes, and the stream with them put back. A pipe may give them in drops.
fn with_head<R: BufRead>(mut stream: R) -> io::Result<(Vec<u8>, impl BufRead + use<R>)> {
    let mut head = Vec::new();
    stream.by_ref().take(512).read_to_end(&mut head)?;
    Ok((head.clone(), Cursor::new(head).chain(stream)))
}

struct Counted<R> {
    stream: R,
    read: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.stream.read(into)?;
        self.read += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.stream.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.read += count as u64;
        self.stream.consume(count);
    }
}

/// Decompressed bytes, as long as they swell no more than text does.
struct Inflated<R> {
    decoder: MultiGzDecoder<Counted<R>>,
    out: u64,
}

impl<R: BufRead> Read for Inflated<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.decoder.read(into)?;
        self.out += count as u64;
        let compressed = self.decoder.get_ref().read;
        if self.out > HARMLESS && self.out / MOST_SWELLING > compressed {
            return Err(io::Error::other(Trap { compressed, swollen: self.out }));
        }
        Ok(count)
    }
}

/// Carried through `io::Error` to where it becomes an [`InputError::Swells`].
#[derive(Debug, thiserror::Error)]
#[error("{compressed} compressed bytes swell to more than {swollen}")]
pub(super) struct Trap {
    pub(super) compressed: u64,
    pub(super) swollen: u64,
}
