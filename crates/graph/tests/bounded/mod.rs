//! Tests that must do with little memory, each in a process of its own that may have no more.

use rustix::process::{Resource, getrlimit, setrlimit};
use std::process::Command;
use std::{env, fs};

const BOUND: &str = "CHANCERY_TEST_BOUND";

/// Runs a test in a process that may have so much memory beyond what it starts with, and says that
/// it was done there. In that process it says `false`: the test is to go on.
///
/// What is asked for counts, whether it is ever touched or not: a process that asks for more ends.
pub(crate) fn elsewhere(test: &str, mebibytes: u64) -> bool {
    if env::var_os(BOUND).is_some() {
        let status = fs::read_to_string("/proc/self/status").expect("a process knows its size");
        let line = status.lines().find_map(|line| line.strip_prefix("VmData:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        let mut limit = getrlimit(Resource::Data);
        limit.current = Some((kibibytes.expect("a number") + (mebibytes << 10)) << 10);
        setrlimit(Resource::Data, limit).expect("less is always granted");
        let too_much = usize::try_from(mebibytes + 1).expect("small") << 20;
        assert!(Vec::<u8>::new().try_reserve_exact(too_much).is_err(), "the bound holds");
        return false;
    }
    let mut again = Command::new(env::current_exe().expect("this test"));
    again.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(BOUND, "1");
    // Telling where a panic came from takes more memory than there is.
    again.env("RUST_BACKTRACE", "0");
    let output = again.output().expect("a process");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {told}", output.status);
    true
}
