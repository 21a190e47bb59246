//! Any facts and any decisions make a graph that is the same in any order of documents.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, unreachable_pub, reason = "it is shared with the tests")]
#[path = "../../tests/fuzzed/mod.rs"]
mod fuzzed;
#[allow(dead_code, unreachable_pub, reason = "it is shared with the tests")]
#[path = "../../tests/made/mod.rs"]
mod made;

fuzz_target!(|bytes: &[u8]| fuzzed::merge(bytes));
