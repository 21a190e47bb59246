//! Any bytes at all, as they are and framed with the right checksums, are an archive or an error.

#![no_main]

use chancery_graph::Archive;
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::OnceLock;

fuzz_target!(|bytes: &[u8]| {
    static FOLDER: OnceLock<std::path::PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("chancery-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    });
    for register in [bytes.to_vec(), framed(bytes)] {
        fs::write(folder.join("register.log"), register).expect("written");
        if let Ok(archive) = Archive::open(folder) {
            let found = Archive::verify(folder).expect("what opens can be checked");
            assert!(found.is_sound(), "what opens is sound: {found:?}");
            let _ = archive.graph();
        } else {
            let _ = Archive::verify(folder);
        }
    }
});

/// A register with payloads that the first byte of each tells the length of, past the checksums.
fn framed(bytes: &[u8]) -> Vec<u8> {
    let mut register = b"\x89CHNCRY\n\x02\0\0\0".to_vec();
    register.extend(crc32c::crc32c(&register).to_le_bytes());
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first() {
        let (payload, after) = after.split_at(after.len().min(usize::from(*length)));
        rest = after;
        let left = 512 - register.len() % 512;
        if left < 40 {
            register.resize(register.len() + left, 0);
        }
        let mut head = u32::try_from(payload.len()).expect("short").to_le_bytes().to_vec();
        head.extend(crc32c::crc32c(payload).to_le_bytes());
        head.extend(crc32c::crc32c(&head).to_le_bytes());
        register.extend(head);
        register.extend(payload);
    }
    register
}
