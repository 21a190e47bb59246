//! Any bytes at all are an archive or an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

#[allow(dead_code, unreachable_pub, reason = "it is shared with the tests")]
#[path = "../../tests/fuzzed/mod.rs"]
mod fuzzed;
#[allow(dead_code, unreachable_pub, reason = "it is shared with the tests")]
#[path = "../../tests/made/mod.rs"]
mod made;

fuzz_target!(|bytes: &[u8]| {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("chancery-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    });
    fuzzed::open(folder, bytes);
});
