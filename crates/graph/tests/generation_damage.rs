//! Generations whose bytes are not what was written: an error, or answers, but never a panic.

mod made;

use chancery_graph::{
    Archive, Day, EventTable, Generation, GenerationBuilder, GenerationError, NodeId, NodeKind,
    RelationKind, Scratch, Trust,
};
use petgraph::Direction;
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that goes when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "chancery-hurt-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// With a small generation in it.
    fn made() -> Self {
        let folder = Self::new();
        let rows = "France\tConsult\tGermany\t2014-01-02\n\
                    France\tMake statement\tGermany\t2014-01-03\n\
                    Italy\tPraise or endorse\tFrance\t2014-01-03\n\
                    Italy\tYield\tFrance\t2014-01-04\n\
                    Italy\tHost a visit\tItaly\t2014-01-05\n";
        let table = EventTable::plain("t".parse().expect("an id"), rows.as_bytes());
        let table = table.expect("memory is readable");
        GenerationBuilder::default().table(&table).publish(&folder.0).expect("published");
        fs::remove_file(folder.stamp()).expect("publishing verifies");
        folder
    }

    fn file(&self) -> PathBuf {
        self.0.join("generations/000001/graph")
    }

    fn stamp(&self) -> PathBuf {
        self.0.join("generations/000001/verified")
    }

    /// Opens it with other bytes.
    fn with(&self, bytes: &[u8], trust: Trust) -> Result<Generation, GenerationError> {
        let _ = fs::remove_file(self.stamp());
        // A new file, since a mapped one must not be written to.
        fs::remove_file(self.file()).expect("it is there");
        fs::write(self.file(), bytes).expect("it can be written");
        Generation::open_with(&self.0, trust)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Asks everything of every node.
fn ask_all(generation: &Generation) -> usize {
    let view = generation.view();
    let mut scratch = Scratch::default();
    let mut answers = 0;
    let ids: Vec<NodeId> = NodeKind::ALL.iter().flat_map(|kind| view.ids(*kind)).collect();
    for node in &ids {
        answers += view.neighbors(*node).len() + view.degree(*node) + view.about(*node).nodes.len();
        answers += view.who_attended(*node).iter().len() + view.said_by(*node).iter().len();
        view.met(*node, (Day::EARLIER, Day::UNKNOWN), |_, _, _| answers += 1);
        answers += view.most_met(*node, 10, &mut scratch).len();
        answers += view.count_within(*node, 3, &mut scratch);
        answers += view.count_within(*node, u32::MAX, &mut scratch);
        for other in &ids {
            answers += view.said_by_about(*node, *other).len();
            answers += view.shortest_path(*node, *other, &mut scratch).map_or(0, <[NodeId]>::len);
        }
        let name = generation.name(*node).map(|name| name.to_string());
        answers += name.as_ref().and_then(|name| generation.find(name)).map_or(0, NodeId::index);
        answers += generation.label(*node).map_or(0, str::len);
        answers += generation.event_code(*node).map_or(0, str::len);
        answers += generation.line(*node).map_or(0, |line| line as usize % 7);
        for kind in RelationKind::ALL {
            let row = view.row(*node, *kind, Direction::Outgoing);
            answers += view.row(*node, *kind, Direction::Incoming).nodes.len();
            for (i, link) in row.iter().enumerate().take(8) {
                answers += generation.sources(*node, *kind, i).len();
                answers += usize::from(generation.days(*node, *kind, i).is_some());
                answers += generation.code(link.tag).map_or(0, str::len);
            }
        }
    }
    for name in ["meeting:t/1", "statement:t/2", "organization:france", "x", "meeting:t/99999999"] {
        answers += generation.find(name).map_or(0, NodeId::index);
    }
    answers
}

#[test]
fn every_bit_that_is_turned_is_noticed() {
    let folder = Folder::made();
    let whole = fs::read(folder.file()).expect("its bytes");
    let answers = ask_all(&folder.with(&whole, Trust::Stamped).expect("it is whole"));
    for at in 0..whole.len() * 8 {
        let mut bytes = whole.clone();
        bytes[at / 8] ^= 1 << (at % 8);
        assert!(folder.with(&bytes, Trust::Stamped).is_err(), "bit {at}");
        if at % 17 == 0 {
            // Trusted all the same, it may answer wrongly, and that is all.
            let _ = folder.with(&bytes, Trust::All).map(|generation| ask_all(&generation));
        }
    }
    assert_eq!(ask_all(&folder.with(&whole, Trust::Nothing).expect("it is whole")), answers);
}

#[test]
fn a_file_cut_short_or_longer_is_damaged() {
    let folder = Folder::made();
    let whole = fs::read(folder.file()).expect("its bytes");
    for end in 0..whole.len() {
        assert!(folder.with(&whole[..end], Trust::All).is_err(), "{end} bytes");
    }
    let longer = [&whole[..], &[0]].concat();
    assert!(folder.with(&longer, Trust::All).is_err());
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let folder = Folder::made();
    let mut bytes = fs::read(folder.file()).expect("its bytes");
    bytes[8] += 1;
    seal(&mut bytes);
    let found = folder.with(&bytes, Trust::All).expect_err("a format of later");
    assert!(matches!(found, GenerationError::OtherVersion { found: 14, known: 13 }));
    bytes[0] = b'x';
    let found = folder.with(&bytes, Trust::All).expect_err("something else");
    assert!(matches!(found, GenerationError::NotAGeneration));
}

#[test]
fn a_stamp_is_good_for_the_file_that_was_verified_alone() {
    let folder = Folder::made();
    Generation::open(&folder.0).expect("it is whole");
    assert!(folder.stamp().exists());
    let stamp = fs::read(folder.stamp()).expect("a stamp");
    let mut bytes = fs::read(folder.file()).expect("its bytes");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    assert!(folder.with(&bytes, Trust::Stamped).is_err(), "there is no stamp");
    fs::write(folder.stamp(), &stamp).expect("it can be written");
    assert!(Generation::open(&folder.0).is_err(), "the stamp is of another file");
    // The same file stamped is trusted: that is what a stamp is for.
    bytes[last] ^= 1;
    folder.with(&bytes, Trust::Stamped).expect("it is whole again");
    fs::remove_file(folder.stamp()).expect("a stamp");
    fs::create_dir(folder.stamp()).expect("where no stamp can be put");
    Generation::open(&folder.0).expect("it is verified each time");
}

#[test]
fn one_made_under_other_rules_is_made_anew_and_not_trusted() {
    let folder =
        Folder(std::env::temp_dir().join(format!("chancery-rules-{}", std::process::id())));
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(vec![made::report(0, 1), made::report(1, 2)]).expect("added");
    archive.publish().expect("published");
    let told = archive.graph().clone();
    assert!(!archive.is_outdated());
    // The last number of the cover, section 33, says by which rules it was made.
    let mut bytes = fs::read(folder.file()).expect("its bytes");
    let number = |at: usize| {
        let bytes: [u8; 8] = bytes[at..at + 8].try_into().expect("eight");
        usize::try_from(u64::from_le_bytes(bytes)).expect("a place")
    };
    let cover = 32 + 32 * 32;
    assert_eq!(bytes[cover], 33);
    let last = number(cover + 8) + number(cover + 16) - 8;
    bytes[last] ^= 1;
    seal(&mut bytes);
    folder.with(&bytes, Trust::Nothing).expect("there is nothing wrong with it");
    let mut archive = Archive::open(&folder.0).expect("an archive");
    assert!(archive.is_outdated() && archive.generation().is_none());
    assert_eq!(archive.graph(), &told);
    assert!(Archive::verify(&folder.0).expect("read").is_sound());
    archive.publish().expect("published");
    assert!(!archive.is_outdated());
    let archive = Archive::open(&folder.0).expect("an archive");
    assert_eq!(archive.generation().map(Generation::number), Some(2));
    assert_eq!(archive.graph(), &told);
}

/// Sets the checksums right.
fn seal(bytes: &mut [u8]) {
    let number = |bytes: &[u8], at: usize| {
        usize::try_from(u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight")))
    };
    let sections = usize::from(bytes[12]);
    for entry in (0..sections).map(|i| 32 + 32 * i) {
        let (start, length) = (number(bytes, entry + 8), number(bytes, entry + 16));
        let (start, length) = (start.expect("a place"), length.expect("a length"));
        let sum = crc32c::crc32c(&bytes[start..start + length]);
        bytes[entry + 4..entry + 8].copy_from_slice(&sum.to_le_bytes());
    }
    let sum = crc32c::crc32c(&bytes[..24]);
    let sum = crc32c::crc32c_append(sum, &bytes[32..32 + 32 * sections]);
    bytes[24..28].copy_from_slice(&sum.to_le_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn numbers_under_good_checksums_are_an_error_or_answers(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..5_usize, any::<u32>()), 1..6),
    ) {
        let folder = Folder::made();
        let mut bytes = fs::read(folder.file()).expect("its bytes");
        let first = 32 + 32 * usize::from(bytes[12]);
        for (at, which, any) in changes {
            let at = first + at.index((bytes.len() - first) / 4) * 4;
            let number = [0, 1, u32::MAX, u32::MAX - 1, any][which];
            if let Some(place) = bytes.get_mut(at..at + 4) {
                place.copy_from_slice(&number.to_le_bytes());
            }
        }
        seal(&mut bytes);
        for trust in [Trust::Nothing, Trust::All] {
            let _ = folder.with(&bytes, trust).map(|generation| ask_all(&generation));
        }
    }
}
