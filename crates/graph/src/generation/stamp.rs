//! What says that a file was verified: not its bytes, but which file it was, and when it changed.

use std::fs;
use std::path::Path;

/// Says that the generation itself was verified.
pub(crate) const GRAPH: &str = "verified";
/// Says that the register was compared with the generation.
pub(crate) const REGISTER: &str = "compared";

/// Whether this very file was verified.
pub(crate) fn holds(folder: &Path, name: &str, identity: Option<&str>) -> bool {
    identity.is_some_and(|identity| {
        fs::read(folder.join(name)).is_ok_and(|found| found == sealed(identity).as_bytes())
    })
}

/// Whether this very file was verified when it was shorter.
pub(crate) fn grew(folder: &Path, name: &str, identity: Option<&str>) -> bool {
    let parts = |identity: &str| -> Option<(String, u64)> {
        let (file, rest) = identity.split_once(" size ")?;
        Some((file.to_owned(), rest.split_once(' ')?.0.parse().ok()?))
    };
    let found = fs::read_to_string(folder.join(name)).ok();
    let found = found.as_deref().and_then(|stamp| {
        let (identity, _) = stamp.split_once('\n')?;
        parts(identity).filter(|_| sealed(identity) == *stamp)
    });
    let now = identity.and_then(parts);
    found.zip(now).is_some_and(|(then, now)| then.0 == now.0 && then.1 < now.1)
}

/// Says that this file was verified. Where that cannot be written it is verified again next time.
pub(crate) fn put(folder: &Path, name: &str, identity: Option<&str>) {
    let Some(identity) = identity else { return };
    // Renamed into place, so that nobody reads half of it.
    let new = folder.join(format!("{name}.{}", std::process::id()));
    if fs::write(&new, sealed(identity)).and_then(|()| fs::rename(&new, folder.join(name))).is_err()
    {
        let _ = fs::remove_file(&new);
    }
}

fn sealed(identity: &str) -> String {
    format!("{identity}\n{:08x}\n", crc32c::crc32c(identity.as_bytes()))
}
