//! What the fuzz targets ask, of as many cases as a test may take: any bytes are an archive or an
//! error, and any facts make one graph in any order.
//!
//! `PROPTEST_CASES=100000 cargo test -p chancery-graph --test fuzzed` asks it of more.

mod bounded;
mod fuzzed;
mod made;

use proptest::prelude::*;
use std::path::PathBuf;

/// A folder for a process, which has one test of a name at a time.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Bytes of any kind, and such as look like frames with numbers in them.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let number = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        (251..=254_u8, any::<u64>()).prop_map(|(size, number)| [
            &[size][..],
            &number.to_le_bytes()
        ]
        .concat()),
        "[a-z:-]{0,12}".prop_map(String::into_bytes),
    ];
    let frame = prop::collection::vec(number, 0..12).prop_map(|numbers| {
        let payload = numbers.concat();
        let payload = &payload[..payload.len().min(255)];
        [&[u8::try_from(payload.len()).expect("at most 255")], payload].concat()
    });
    // As in a register, if in no order: commits, withdrawals and decisions.
    let time = || (0..4_u8).prop_map(|time| 2 * time);
    let text = |text: &str| [&[u8::try_from(text.len()).expect("short")], text.as_bytes()].concat();
    let name = || prop::sample::select(&["person:a", "person:b", "state:US", "nobody", ""][..]);
    let record = prop_oneof![
        (time(), 0..4_u8, 0..3_u8).prop_map(|(time, count, synced)| vec![time, 5, count, synced]),
        (time(), "[a-c]").prop_map(move |(time, id)| [vec![time, 1], text(&id)].concat()),
        (time(), 3..5_u8, 0..4_u8, name(), name()).prop_map(move |(time, which, kind, a, b)| {
            [vec![time, which, kind], text(a), text(b)].concat()
        }),
    ];
    let record = record
        .prop_map(|payload| [vec![u8::try_from(payload.len()).expect("short")], payload].concat());
    prop_oneof![
        prop::collection::vec(record, 1..8).prop_map(|frames| frames.concat()),
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(frame, 1..4).prop_map(|frames| frames.concat()),
    ]
}

/// Counts, places and lengths in a generation, each made so large that nothing could hold it.
#[test]
fn no_number_in_a_generation_asks_for_much_memory() {
    if bounded::elsewhere("no_number_in_a_generation_asks_for_much_memory", 64) {
        return;
    }
    let folder = folder("fuzzed-numbers");
    for word in 0..fuzzed::words() {
        let [a, b, c, _] = word.to_le_bytes();
        for what in [[0, 0, 0, 0, 0], [2, 0, 0, 0, 0], [3, 0, 0, 0, 1], [3, 0, 0, 0, 64]] {
            fuzzed::with_generation(&folder, &[&[a, b, c][..], &what].concat());
        }
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

proptest! {
    #[test]
    fn any_bytes_are_an_archive_or_an_error(bytes in bytes()) {
        fuzzed::open(&folder("fuzzed-open"), &bytes);
    }

    #[test]
    fn any_facts_make_one_graph_in_any_order(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        fuzzed::merge(&bytes);
    }
}
