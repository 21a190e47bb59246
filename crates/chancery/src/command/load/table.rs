//! A table of events into an archive.

use super::Loading;
use crate::command::Stop;
use crate::print::complain;
use chancery::input::Place;
use chancery::{Archive, Batch, DocumentInfo, Reference, ReferenceError, Report, TableForm};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// How many rows that are no events are told one by one.
const TOLD: usize = 20;
/// A byte that is in no text stands for one that is not UTF-8, so that what follows keeps its place.
const SUBSTITUTE: u8 = 0x1a;

/// Whether a file is a table, by its name; and its stem.
pub(super) fn stem(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let plain = name.strip_suffix(".gz").unwrap_or(name);
    let stem = plain.strip_suffix(".tsv").or_else(|| plain.strip_suffix(".tab"))?;
    (!stem.is_empty() && path.is_file()).then(|| stem.to_owned())
}

impl Loading {
    /// Loads a table as one document, all of its rows or none; what is no event is told and counted.
    pub(super) fn table(&mut self, path: &Path, stem: &str) -> Result<(), Stop> {
        let place = path.display();
        let mut fail = |what: String| {
            complain(format_args!("{place}: {what}"));
            self.tally.failed += 1;
        };
        let text = match table_text(path) {
            Ok(text) => text,
            Err(error) => {
                fail(format!("it cannot be read: {error}"));
                return Ok(());
            }
        };
        let id = match stem.parse() {
            Ok(id) => id,
            Err(error) => {
                fail(format!("{error}"));
                return Ok(());
            }
        };
        let info = DocumentInfo { id, title: None, published: None, source: None, text: None };
        let facts = match Reference::facts(info.clone(), &text) {
            Ok(facts) => facts,
            Err(error) => {
                complain(ReferenceError { table: place.to_string(), ..error });
                self.tally.failed += 1;
                return Ok(());
            }
        };
        if let Some(facts) = facts {
            // Each row is a meeting, or the terms of one holder of an office.
            let (meetings, terms) = (facts.meetings.len(), facts.roles.len());
            return match Report::new(facts, text) {
                Ok(report) => {
                    self.tally.done += 1;
                    self.meetings += meetings;
                    self.terms += if meetings > 0 { 0 } else { terms };
                    self.take(Place::file(path), report)
                }
                Err(error) => {
                    fail(error.to_string());
                    Ok(())
                }
            };
        }
        let Some(form) = TableForm::of(&text) else {
            fail(
                "its first line has neither four columns, nor the twenty of ICEWS, nor a heading \
                  of offices (name, title, …) or meetings (from, of, host, …)"
                    .to_owned(),
            );
            return Ok(());
        };
        let table = match Archive::table(info, form, text) {
            Ok(table) => table,
            Err(error) => {
                fail(error.to_string());
                return Ok(());
            }
        };
        let events = table.events();
        for refused in events.refused().iter().take(TOLD) {
            complain(format_args!("{place}:{}: {}", refused.line, refused.what));
        }
        let (refused, told) = (events.refusals(), TOLD as u64);
        if refused > told {
            complain(format_args!("{place}: {} more rows are no events", refused - told));
        }
        let count = events.events();
        let batch = Batch::from(table).in_bulk();
        let batch = if self.replace { batch.replacing() } else { batch };
        match self.archive()?.add(batch) {
            Ok(added) => {
                self.tally.done += 1;
                self.tally.failed += refused;
                self.events += count;
                self.added.new += added.new;
                self.added.replaced += added.replaced;
                self.added.unchanged += added.unchanged;
                Ok(())
            }
            Err(error) if error.is_other_source() => {
                complain(format_args!("{place}: {error}; give it another name, or use --replace"));
                self.tally.failed += 1;
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// The text of a table, compressed or not.
pub(in crate::command) fn table_text(path: &Path) -> io::Result<String> {
    let mut file = BufReader::new(File::open(path)?);
    let mut bytes = Vec::new();
    let most = u64::from(u32::MAX);
    if path.extension().is_some_and(|it| it == "gz") {
        MultiGzDecoder::new(file).take(most + 1).read_to_end(&mut bytes)?;
    } else {
        file.by_ref().take(most + 1).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a table has at most 4 GiB"));
    }
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| readable(error.into_bytes())))
}

/// Bytes with a substitute for each that is not UTF-8.
fn readable(mut bytes: Vec<u8>) -> String {
    let mut from = 0;
    while let Err(error) = str::from_utf8(&bytes[from..]) {
        let at = from + error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |length| at + length);
        bytes[at..end].fill(SUBSTITUTE);
        from = end;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_keep_the_places_of_the_rest() {
        assert_eq!(readable(b"a\xffb\xe4\xbd".to_vec()), "a\u{1a}b\u{1a}\u{1a}");
        assert_eq!(readable("Öst".into()), "Öst");
    }
}
