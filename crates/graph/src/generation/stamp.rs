//! What says that a file was verified: not its bytes, but which file it was, and when it changed.

use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::path::Path;

const NAME: &str = "verified";

/// Whether this very file was verified.
pub(super) fn holds(folder: &Path, file: &Metadata) -> bool {
    of(file).is_some_and(|stamp| {
        fs::read(folder.join(NAME)).is_ok_and(|found| found == stamp.as_bytes())
    })
}

/// Says that this file was verified. Where that cannot be written it is verified again next time.
pub(super) fn put(folder: &Path, file: &Metadata) {
    let Some(stamp) = of(file) else { return };
    // Renamed into place, so that nobody reads half of it.
    let new = folder.join(format!("{NAME}.{}", std::process::id()));
    if fs::write(&new, stamp).and_then(|()| fs::rename(&new, folder.join(NAME))).is_err() {
        let _ = fs::remove_file(&new);
    }
}

#[cfg(unix)]
fn of(file: &Metadata) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let mut stamp = String::new();
    let numbers = (file.dev(), file.ino(), file.len(), file.mtime(), file.mtime_nsec());
    writeln!(
        stamp,
        "device {} inode {} size {} time {}.{:09}",
        numbers.0, numbers.1, numbers.2, numbers.3, numbers.4
    )
    .ok()?;
    let sum = crc32c::crc32c(stamp.as_bytes());
    writeln!(stamp, "{sum:08x}").ok()?;
    Some(stamp)
}

#[cfg(not(unix))]
fn of(_: &Metadata) -> Option<String> {
    None
}
