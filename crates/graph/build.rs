//! Which rules this build has: a number that changes with the sources, so that nobody has to think
//! of it. A generation made under other rules is no answer of this build's.

use std::io;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> io::Result<()> {
    let own = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut sum = Sum::NOTHING;
    sum.add(env::var("CARGO_PKG_VERSION").unwrap_or_default().as_bytes());
    for read in [
        "src",
        "data/lexicon/short_names.tsv",
        "data/lexicon/places.tsv",
        "data/lexicon/regions.tsv",
        "data/lexicon/states.tsv",
    ] {
        println!("cargo::rerun-if-changed={read}");
        read_into(&mut sum, &own.join(read))?;
    }
    println!("cargo::rustc-env=CHANCERY_GRAPH_RULES={}", sum.0);
    Ok(())
}

/// A file, or all below a folder, in the order of their names.
fn read_into(sum: &mut Sum, path: &Path) -> io::Result<()> {
    if !path.is_dir() {
        sum.add(&fs::read(path)?);
        return Ok(());
    }
    let inside: io::Result<Vec<PathBuf>> = fs::read_dir(path)?.map(|it| Ok(it?.path())).collect();
    let mut inside = inside?;
    inside.sort_unstable();
    inside.iter().try_for_each(|path| read_into(sum, path))
}

/// FNV-1a.
struct Sum(u64);

impl Sum {
    const NOTHING: Self = Self(0xCBF2_9CE4_8422_2325);

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
}
