//! What must hold of any bytes and of any facts: the fuzz targets ask it of what libFuzzer finds,
//! and a test of what proptest makes up.

use super::made;
use chancery_graph::{Archive, Decision, Graph, NodeKind, Report};
use chancery_model::Facts;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Any bytes at all are an archive or an error: as they are, under the right checksums as the
/// frames of a register, and as changes to a generation.
pub(crate) fn open(folder: &Path, bytes: &[u8]) {
    let generations = folder.join("generations");
    let _ = fs::remove_dir_all(&generations);
    for register in [bytes.to_vec(), framed(bytes)] {
        write(&folder.join("register.log"), &register);
        if let Ok(archive) = Archive::open(folder) {
            let found = Archive::verify(folder).expect("what opens can be checked");
            assert!(found.is_sound(), "what opens is sound: {found:?}");
            let _ = archive.graph();
        } else {
            let _ = Archive::verify(folder);
        }
    }
    with_generation(folder, bytes);
}

/// A sound register beside a generation that was changed.
pub(crate) fn with_generation(folder: &Path, changes: &[u8]) {
    let (register, generation) = small();
    let generations = folder.join("generations/000001");
    let _ = fs::remove_dir_all(&generations);
    fs::create_dir_all(&generations).expect("a folder");
    write(&folder.join("register.log"), register);
    write(&generations.join("graph"), &changed(generation, changes));
    // Numbers under the right checksums may be those of another register.
    if let Ok(archive) = Archive::open(folder) {
        ask(archive.graph());
    }
}

/// How many words of the generation [`with_generation`] may change.
pub(crate) fn words() -> u32 {
    u32::try_from((small().1.len() - FIRST) / 4).expect("it is small")
}

/// Facts and decisions make a graph that is the same in any order of documents.
pub(crate) fn merge(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let mut reports: Vec<Arc<Report>> = Vec::new();
    if kind % 2 == 0 {
        // Facts as somebody might write them, and the text that they point into.
        let text = String::from_utf8_lossy(bytes);
        let (json, words) = text.split_once('\0').unwrap_or((&text, "Lavrov met Rubio in Ankara."));
        let Ok(facts) = Facts::from_json(json) else { return };
        let Ok(report) = Report::new(facts, words) else { return };
        reports.push(Arc::new(report));
    }
    for (document, seed) in bytes.chunks(8).take(6).enumerate() {
        let mut number = [0; 8];
        number[..seed.len()].copy_from_slice(seed);
        // Some of them are versions of one document.
        let report = made::report(document % 4, u64::from_le_bytes(number));
        reports.push(Arc::new(report));
    }
    let all = Graph::of(reports.clone());
    let names: Vec<_> = all.all_nodes().iter().map(|node| node.name.clone()).collect();
    let mut decisions = Vec::new();
    if !names.is_empty() {
        for pair in bytes.chunks(2).take(12) {
            let [a, b] =
                [pair[0], *pair.last().unwrap_or(&0)].map(|at| usize::from(at) % names.len());
            let (a, b) = (names[a].clone(), names[b].clone());
            decisions.push(match pair[0] % 3 {
                0 => Decision::Distinct(a, b),
                1 => Decision::Same(a, b),
                _ => Decision::Name(a, b.to_string()),
            });
        }
    }
    let graph = Graph::decided(reports.clone(), decisions.clone());
    for name in &names {
        assert!(graph.find(name).is_some(), "{name} is lost");
    }
    reports.reverse();
    assert!(Graph::decided(reports, decisions) == graph, "another order, another graph");
}

/// Puts a new file in the place of one: some file systems wait for the disk where an old one is
/// written to from its start.
fn write(path: &Path, bytes: &[u8]) {
    let _ = fs::remove_file(path);
    fs::write(path, bytes).expect("written");
}

/// Asks something of every node.
fn ask(graph: &Graph) {
    for kind in NodeKind::ALL {
        for node in graph.node_ids(*kind) {
            let _ = (graph.node(node).label.len(), graph.outgoing(node).len());
            let _ = (graph.said_by(node).len(), graph.who_attended(node).count());
        }
    }
}

/// The bytes of a small register, and of the generation that was made of it.
fn small() -> &'static (Vec<u8>, Vec<u8>) {
    static SMALL: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    SMALL.get_or_init(|| {
        let name = format!("chancery-fuzzed-small-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        let mut archive = Archive::create(&folder).expect("an archive");
        archive.add(made::report(0, 3)).expect("added");
        archive.publish().expect("published");
        let register = fs::read(folder.join("register.log")).expect("its register");
        let generation = fs::read(folder.join("generations/000001/graph")).expect("its graph");
        let _ = fs::remove_dir_all(&folder);
        (register, generation)
    })
}

/// Where the words of a generation begin that are neither its name and version nor its length.
const FIRST: usize = 24;

/// A generation with numbers put in other places, under the right checksums: each change is three
/// bytes that tell where, and one or four that tell what.
fn changed(generation: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut bytes = generation.to_vec();
    for change in changes.chunks_exact(8).take(8) {
        let place = u32::from_le_bytes([change[0], change[1], change[2], 0]) as usize;
        let number = match change[3] % 4 {
            0 => u32::MAX,
            1 => u32::from(change[4]),
            2 => u32::MAX >> 1,
            _ => u32::from_le_bytes([change[4], change[5], change[6], change[7]]),
        };
        let at = FIRST + place % ((bytes.len() - FIRST) / 4) * 4;
        if let Some(word) = bytes.get_mut(at..at + 4) {
            word.copy_from_slice(&number.to_le_bytes());
        }
    }
    seal(&mut bytes);
    bytes
}

/// Sets the checksums of a generation right, where its sections lie within it.
pub(crate) fn seal(bytes: &mut [u8]) {
    let number = |bytes: &[u8], at: usize| {
        let number = bytes.get(at..at + 8).and_then(|word| word.try_into().ok());
        number.map_or(u64::MAX, u64::from_le_bytes)
    };
    let sections = usize::from(bytes[12]);
    let table = 32..(32 + 32 * sections).min(bytes.len());
    for entry in table.clone().step_by(32) {
        let (start, length) = (number(bytes, entry + 8), number(bytes, entry + 16));
        let range = usize::try_from(start).ok().zip(usize::try_from(length).ok());
        let range = range.and_then(|(start, length)| Some(start..start.checked_add(length)?));
        let Some(section) = range.and_then(|range| bytes.get(range)) else { continue };
        let sum = crc32c::crc32c(section).to_le_bytes();
        bytes[entry + 4..entry + 8].copy_from_slice(&sum);
    }
    let sum = crc32c::crc32c_append(crc32c::crc32c(&bytes[..24]), &bytes[table]);
    bytes[24..28].copy_from_slice(&sum.to_le_bytes());
}

/// A register with payloads that the first byte of each tells the length of, past the checksums.
fn framed(bytes: &[u8]) -> Vec<u8> {
    let mut register = b"\x89CHNCRY\n\x04\0\0\0".to_vec();
    register.extend(crc32c::crc32c(&register).to_le_bytes());
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first() {
        let (payload, after) = after.split_at(after.len().min(usize::from(*length)));
        rest = after;
        put(&mut register, payload);
    }
    register
}

/// Adds a frame with the right checksums to a register of version 2 or later.
pub(crate) fn put(register: &mut Vec<u8>, payload: &[u8]) {
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
