//! Cut, flipped and hostile bytes yield an error or a correct answer, never a panic.

mod bounded;
mod made;

use chancery_graph::{Archive, Batch, Decision, Report, StoreError};
use made::report;
use proptest::prelude::*;
use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn with(&self, bytes: &[u8]) -> &Path {
        // Written over rather than truncated first, which some file systems wait for.
        let path = self.0.join("register.log");
        let mut file =
            OpenOptions::new().create(true).truncate(false).write(true).open(path).expect("a file");
        file.write_all(bytes).expect("written");
        file.set_len(bytes.len() as u64).expect("cut");
        &self.0
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.0.join("register.log")).expect("read")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What an archive holds, and what was decided, in order.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    reports: Vec<Report>,
    past: usize,
    decisions: Vec<Decision>,
}

fn held(archive: &Archive) -> Held {
    Held {
        reports: archive.reports().cloned().collect(),
        past: archive.past_versions(),
        decisions: archive.decisions().map(|(decision, _)| decision.clone()).collect(),
    }
}

/// Two persons that all reports here may name are one.
fn same() -> Decision {
    Decision::Same(
        "person:ann-lee".parse().expect("a name"),
        "person:bo-lee".parse().expect("a name"),
    )
}

/// The bytes of a register of seven batches, and what it holds after none, one, … of them.
fn register(folder: &Folder) -> (Vec<u8>, Vec<Held>) {
    let mut archive = Archive::open_or_create(&folder.0).expect("an archive");
    let mut states = vec![held(&archive)];
    archive.add(vec![report(0, 1), report(1, 2)]).expect("added");
    states.push(held(&archive));
    archive.add(report(2, 3)).expect("added");
    states.push(held(&archive));
    // From here on as another process would go on.
    archive = Archive::open(&folder.0).expect("an archive");
    assert!(archive.retract(report(1, 2).id()).expect("retracted"));
    states.push(held(&archive));
    archive.decide(same()).expect("decided");
    states.push(held(&archive));
    archive.add(vec![report(2, 4)]).expect("replaced");
    states.push(held(&archive));
    assert!(archive.undo(same()).expect("taken back"));
    states.push(held(&archive));
    let called = Decision::Name("state:RU".parse().expect("a name"), "Russland".to_owned());
    archive.decide(called).expect("decided");
    states.push(held(&archive));
    (folder.bytes(), states)
}

#[test]
fn a_register_cut_anywhere_gives_what_is_whole_and_can_be_written_to_again() {
    let folder = Folder::new("cut");
    let (bytes, states) = register(&folder);
    let mut last = 0;
    for length in 0..=bytes.len() {
        let folder = folder.with(&bytes[..length]);
        if length < 16 {
            let error = Archive::open(folder).expect_err("no header");
            let told = matches!(
                error,
                StoreError::NotAnArchive { .. } | StoreError::Damaged { at: 0, .. }
            );
            assert!(told, "{error}");
            continue;
        }
        let mut archive = Archive::open(folder).expect("what is whole");
        let state = states.iter().position(|state| *state == held(&archive));
        let state = state.expect("a state that there was");
        assert!(state >= last, "more bytes never hold less");
        last = state;
        if length % 7 == 0 {
            archive.add(Batch::from(report(9, 9))).expect("added");
            let mut expected = states[state].clone();
            expected.reports.push(report(9, 9));
            assert_eq!(held(&Archive::open(folder).expect("reopened")), expected);
        }
    }
    assert_eq!(last, states.len() - 1);
}

#[test]
fn a_register_with_any_bit_flipped_gives_an_error_or_the_truth() {
    let folder = Folder::new("flip");
    let (mut bytes, states) = register(&folder);
    let truth = states.last().expect("states");
    for bit in 0..bytes.len() * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        match Archive::open(folder.with(&bytes)) {
            Ok(archive) => assert_eq!(&held(&archive), truth, "bit {bit}"),
            Err(StoreError::Damaged { at, .. }) => assert!(at <= bit as u64 / 8),
            Err(error) => assert!(matches!(error, StoreError::NotAnArchive { .. }), "{error}"),
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
}

/// Where the last bytes of a batch lie alone in a sector, one bit must not make them look like a
/// sector that was never written.
#[test]
fn a_flipped_bit_at_the_end_of_a_sector_is_no_torn_end() {
    const LETTERS: &[char] =
        &['a', 'c', 'e', 'g', 'k', 'm', 'o', 'q', 'u', 'w', 'A', 'C', 'E', 'K', 'M', '1', '4', '7'];
    let folder = Folder::new("ends");
    let mut dice = made::Dice::new(7);
    let mut at_an_end = 0;
    for length in (450..900).step_by(2) {
        let _ = fs::remove_dir_all(&folder.0);
        let mut archive = Archive::create(&folder.0).expect("an archive");
        let text: String = (0..length).map(|_| *dice.pick(LETTERS)).collect();
        let facts = chancery_model::Facts::empty(report(0, 1).info().clone());
        archive.add(Report::new(facts, text).expect("a report")).expect("added");
        let mut bytes = folder.bytes();
        if bytes.len() % 512 > 48 {
            continue;
        }
        at_an_end += 1;
        let truth = held(&archive);
        for bit in (bytes.len() - 48) * 8..bytes.len() * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(archive) = Archive::open(folder.with(&bytes)) {
                assert_eq!(held(&archive), truth, "bit {bit} of {}", bytes.len());
            }
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
    }
    assert!(at_an_end > 2, "{at_an_end}");
}

#[test]
fn zeros_at_the_end_are_a_torn_end() {
    let folder = Folder::new("zeros");
    let (mut bytes, states) = register(&folder);
    bytes.extend([0; 5000]);
    let archive = Archive::open(folder.with(&bytes)).expect("what is whole");
    assert_eq!(&held(&archive), states.last().expect("states"));
    // One sector of a batch arrived, those before it did not.
    bytes.push(1);
    let archive = Archive::open(folder.with(&bytes)).expect("what is whole");
    assert_eq!(&held(&archive), states.last().expect("states"));
    bytes.truncate(bytes.len() - 5001);
    bytes.extend([1; 40]);
    assert!(matches!(Archive::open(folder.with(&bytes)), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_piece_that_is_missing_is_no_torn_end_where_later_batches_are() {
    let folder = Folder::new("missing");
    let (bytes, states) = register(&folder);
    let (whole, mut damaged) = (bytes.len(), 0);
    for from in (16..bytes.len()).step_by(11) {
        for length in [1, 9, 100, 700] {
            let mut bytes = bytes.clone();
            bytes.drain(from..bytes.len().min(from + length));
            match Archive::open(folder.with(&bytes)) {
                // Nothing but a part of the last batch comes after it.
                Ok(archive) => {
                    assert!(states.contains(&held(&archive)));
                    assert!(from + length + 130 > whole, "{length} bytes from {from} of {whole}");
                }
                Err(error) => {
                    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
                    damaged += 1;
                }
            }
        }
    }
    assert!(damaged > 100, "{damaged}");
}

#[test]
fn a_sector_of_zeros_is_a_torn_end_only_where_no_later_batch_says_it_was_written() {
    let folder = Folder::new("sectors");
    let (bytes, states) = register(&folder);
    let mut torn = 0;
    for sector in (0..bytes.len()).step_by(512) {
        let mut bytes = bytes.clone();
        let end = bytes.len().min(sector + 512);
        bytes[sector..end].fill(0);
        match Archive::open(folder.with(&bytes)) {
            // The last batch may never have been finished: nothing after it says otherwise.
            Ok(archive) => {
                assert_eq!(held(&archive), states[states.len() - 2], "sector at {sector}");
                torn += 1;
            }
            Err(StoreError::NotAnArchive { .. }) => assert_eq!(sector, 0),
            Err(StoreError::Damaged { at, .. }) => assert!(at < end as u64),
            Err(error) => panic!("{error}"),
        }
    }
    assert!(torn <= 1 && bytes.len() > 2000, "{torn} of {} bytes", bytes.len());
}

#[test]
fn what_is_no_archive_is_told_from_what_is_damaged() {
    let folder = Folder::new("no-archive");
    let error = |folder: &Path| Archive::open(folder).expect_err("no archive").to_string();
    assert!(error(&folder.0).ends_with("is not an archive: there is no register.log in it"));
    assert!(error(&folder.0.join("nowhere")).contains("there is no register.log in it"));
    assert!(error(folder.with(b"Some text, as it happens.")).contains("not an archive"));
    assert!(error(&folder.0.join("register.log")).contains("not an archive"));
    assert!(error(folder.with(b"")).contains("not an archive"));
    let (header, _) = register(&Folder::new("header"));
    let header = &header[..16];
    assert!(error(folder.with(&header[..15])).contains("damaged at byte 0"));
    let version = |version: u16| {
        let mut header = header.to_vec();
        header[8..10].copy_from_slice(&version.to_le_bytes());
        let sum = crc32c::crc32c(&header[..12]);
        header[12..].copy_from_slice(&sum.to_le_bytes());
        header
    };
    assert!(error(folder.with(&version(5))).contains("has format 5, newer than 4"));
    assert!(error(folder.with(&version(0))).contains("has format 0, older than 1"));
    assert!(matches!(Archive::create(&folder.0), Err(StoreError::Exists { .. })));
}

#[test]
fn the_message_names_the_byte() {
    let folder = Folder::new("byte");
    let (mut bytes, _) = register(&folder);
    let first = u32::from_le_bytes([bytes[16], bytes[17], bytes[18], bytes[19]]) as usize + 12 + 16;
    bytes[first + 20] ^= 1;
    let error = Archive::open(folder.with(&bytes)).expect_err("damaged").to_string();
    assert!(
        error.ends_with(&format!(
            "is damaged at byte {first}: a frame does not agree with its checksum"
        )),
        "{error}"
    );
}

#[test]
fn a_batch_that_lacks_a_whole_frame_is_damaged() {
    let folder = Folder::new("lacks");
    let (mut bytes, _) = register(&folder);
    let first = u32::from_le_bytes([bytes[16], bytes[17], bytes[18], bytes[19]]) as usize + 12;
    bytes.drain(16..16 + first);
    let error = Archive::open(folder.with(&bytes)).expect_err("damaged").to_string();
    assert!(error.ends_with("a batch lacks some of its frames"), "{error}");
}

/// A frame with the right checksums around any payload.
fn framed(payload: &[u8]) -> Vec<u8> {
    let mut frame = u32::try_from(payload.len()).expect("short").to_le_bytes().to_vec();
    frame.extend(crc32c::crc32c(payload).to_le_bytes());
    frame.extend(crc32c::crc32c(&frame).to_le_bytes());
    frame.extend(payload);
    frame
}

/// An integer as the register writes it, and how many bytes it takes.
fn integer(bytes: &[u8]) -> (u64, usize) {
    let size = match bytes[0] {
        small @ ..=250 => return (small.into(), 1),
        251 => 2,
        252 => 4,
        _ => 8,
    };
    let mut number = [0; 8];
    number[..size].copy_from_slice(&bytes[1..=size]);
    (u64::from_le_bytes(number), size + 1)
}

/// The payloads of all frames.
fn payloads(register: &[u8]) -> Vec<&[u8]> {
    let mut payloads = Vec::new();
    let mut at = 16;
    while at < register.len() {
        let left = 512 - at % 512;
        at += if left < 40 { left } else { 0 };
        let length = u32::from_le_bytes(register[at..at + 4].try_into().expect("four"));
        payloads.push(&register[at + 12..][..length as usize]);
        at += 12 + length as usize;
    }
    payloads
}

/// With each byte in turn replaced by a count that nothing could hold.
fn with_counts(plain: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let counts = [1_u64 << 27, 1 << 36, u64::MAX];
    (0..plain.len()).flat_map(move |at| {
        counts.map(|count| [&plain[..at], &[253], &count.to_le_bytes(), &plain[at + 1..]].concat())
    })
}

/// Deflated, and after it so many mebibytes of zeros.
fn deflated(plain: &[u8], zeros: usize) -> Vec<u8> {
    let mut deflating = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    deflating.write_all(plain).expect("memory can be written");
    for _ in 0..zeros << 8 {
        deflating.write_all(&[0; 1 << 12]).expect("memory can be written");
    }
    deflating.finish().expect("memory can be written")
}

/// Past the checksums, and past the inflating.
#[test]
fn no_count_in_a_register_asks_for_more_memory_than_there_are_bytes() {
    if bounded::elsewhere("no_count_in_a_register_asks_for_more_memory_than_there_are_bytes", 64) {
        return;
    }
    let folder = Folder::new("counts");
    let (bytes, _) = register(&folder);
    let mut tried = 0;
    let mut open = |payload: &[u8]| {
        let _ = Archive::open(folder.with(&[&bytes[..16], &framed(payload)].concat()));
        tried += 1;
    };
    for payload in payloads(&bytes) {
        with_counts(payload).for_each(|payload| open(&payload));
        let (_, recorded) = integer(payload);
        let head = recorded + 1;
        if !matches!(payload[recorded], 0 | 7) {
            continue;
        }
        let (length, size) = integer(&payload[head..]);
        let (_, count) = integer(&payload[head + size..]);
        let mut plain = Vec::new();
        let mut inflating = flate2::read::DeflateDecoder::new(&payload[head + size + count..]);
        inflating.read_to_end(&mut plain).expect("it inflates");
        assert_eq!(plain.len() as u64, length);
        let put = |length: usize, packed: &[u8]| {
            let eight = |number: usize| [&[253][..], &(number as u64).to_le_bytes()].concat();
            [&payload[..head], &eight(length), &eight(packed.len()), packed].concat()
        };
        for plain in with_counts(&plain) {
            open(&put(plain.len(), &deflated(&plain, 0)));
        }
        // What is promised to be long is short, and the other way round.
        open(&put(usize::MAX, &deflated(&plain, 0)));
        open(&put(1 << 36, &deflated(&plain, 0)));
        open(&put(plain.len(), &deflated(&plain, 80)));
    }
    assert!(tried > 5000, "{tried}");
}

proptest! {
    #[test]
    fn any_bytes_after_the_header_are_no_panic(
        payloads in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..3),
        rest in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let folder = Folder::new("any");
        drop(Archive::create(&folder.0).expect("an archive"));
        let mut bytes = folder.bytes();
        for payload in &payloads {
            bytes.extend(framed(payload));
        }
        bytes.extend(rest);
        let _ = Archive::open(folder.with(&bytes));
    }

    #[test]
    fn whatever_is_put_in_comes_out(seeds in prop::collection::vec((0..3_usize, any::<u64>()), 0..6)) {
        let folder = Folder::new("in-out");
        let mut archive = Archive::open_or_create(&folder.0).expect("an archive");
        let mut map = std::collections::BTreeMap::new();
        for (document, seed) in seeds {
            let report = report(document, seed);
            archive.add(report.clone()).expect("added");
            map.insert(report.id().clone(), report);
        }
        let reopened = Archive::open(&folder.0).expect("an archive");
        prop_assert_eq!(held(&reopened).reports, map.into_values().collect::<Vec<_>>());
        prop_assert_eq!(reopened.graph(), archive.graph());
    }
}
