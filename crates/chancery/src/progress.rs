//! How far a load has come: shown on a terminal, nowhere else.

use crate::print;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Between two looks at the clock the line stands still.
const PAUSE: Duration = Duration::from_millis(200);

/// A line that tells how much is read, how fast, and how long it will take.
pub(crate) struct Progress {
    begun: Instant,
    shown: Option<Instant>,
    documents: u64,
    bytes: u64,
    /// How many bytes there are to read, as far as files tell.
    total: Option<u64>,
    visible: bool,
}

impl Progress {
    /// For some inputs. Looks at the sizes of files only if somebody looks at the line.
    pub(crate) fn of(inputs: &[PathBuf]) -> Self {
        let visible = std::io::stderr().is_terminal();
        let total = if visible { inputs.iter().map(|path| size(path)).sum() } else { None };
        Self { begun: Instant::now(), shown: None, documents: 0, bytes: 0, total, visible }
    }

    /// One more document was read.
    pub(crate) fn read(&mut self, bytes: usize) {
        self.documents += 1;
        self.bytes += bytes as u64;
        if self.visible && self.shown.is_none_or(|shown| shown.elapsed() >= PAUSE) {
            self.shown = Some(Instant::now());
            print::progress(&line(self.documents, self.bytes, self.total, self.begun.elapsed()));
        }
    }

    /// Takes the line away.
    pub(crate) fn done(&self) {
        if self.shown.is_some() {
            print::progress("");
        }
    }
}

/// How many bytes of text a file or folder holds, roughly; `None` for a stream.
fn size(path: &Path) -> Option<u64> {
    let meta = std::fs::metadata(path).ok().filter(|meta| meta.is_file() || meta.is_dir())?;
    if meta.is_dir() {
        let entries = std::fs::read_dir(path).ok()?;
        return entries.flatten().map(|entry| size(&entry.path())).sum();
    }
    // News shrinks to a third.
    let packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    Some(if packed { meta.len() * 3 } else { meta.len() })
}

fn line(documents: u64, bytes: u64, total: Option<u64>, taken: Duration) -> String {
    let millis = taken.as_millis().max(1);
    let rate = u128::from(documents) * 1000 / millis;
    let so_far = format!("{documents} documents, {rate} a second");
    let Some(total) = total.filter(|total| *total > bytes && bytes > 0) else { return so_far };
    let left = millis * u128::from(total - bytes) / u128::from(bytes) / 1000;
    let percent = bytes * 100 / total;
    let left = match left {
        0..60 => format!("{left} s"),
        60..3600 => format!("{} min {} s", left / 60, left % 60),
        _ => format!("{} h {} min", left / 3600, left / 60 % 60),
    };
    // Twenty steps of five in a hundred.
    let filled = usize::try_from(percent / 5).unwrap_or(20).min(20);
    format!("[{:<20}] {percent} %, {so_far}, about {left} left", "#".repeat(filled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_rate_and_what_is_left() {
        let second = Duration::from_secs(1);
        assert_eq!(line(50, 100, None, second), "50 documents, 50 a second");
        let half = line(50, 100, Some(200), 10 * second);
        assert_eq!(half, "[##########          ] 50 %, 50 documents, 5 a second, about 10 s left");
        assert!(line(1, 1, Some(10_000), second).ends_with("about 2 h 46 min left"));
        assert_eq!(line(0, 0, Some(9), Duration::ZERO), "0 documents, 0 a second");
    }
}
