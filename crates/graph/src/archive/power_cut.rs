//! A power cut, a full disk or a failing one, at every operation of a load: what was acknowledged
//! is there, nothing is there by half, and the archive opens.

use super::known::Told;
use super::{Archive, Batch, Durability};
use crate::generation;
use crate::made::report;
use crate::register::simulated::{Fault, Simulated, Survives};
use crate::{Decision, StoreError};
use chrono::DateTime;
use std::io::ErrorKind;
use std::path::Path;

const FOLDER: &str = "/press/archive";

/// What a load came to: what the archive held after each step, in order, how many of these were
/// begun, and how many acknowledged.
#[derive(Default)]
struct Load {
    states: Vec<Told>,
    acknowledged: usize,
    failed: Option<StoreError>,
}

impl Load {
    /// One step of the load, which some were before.
    fn step(
        &mut self,
        archive: &mut Archive,
        step: impl FnOnce(&mut Archive) -> Result<(), StoreError>,
    ) {
        if self.failed.is_some() {
            return;
        }
        match step(archive) {
            Ok(()) => {
                self.states.push(held(archive));
                self.acknowledged = self.states.len();
            }
            Err(error) => self.failed = Some(error),
        }
    }
}

/// All that an archive knows, read from the register.
fn held(archive: &Archive) -> Told {
    archive.history().expect("it is read").told(true)
}

/// The same without the times.
fn timeless(told: &Told) -> Told {
    let mut told = told.clone();
    for (_, learned, withdrawn) in told.documents.iter_mut().chain(&mut told.past) {
        *learned = 0;
        *withdrawn = withdrawn.map(|_| 0);
    }
    told.decisions.values_mut().for_each(|at| *at = 0);
    told
}

fn name(name: &str) -> crate::NodeName {
    name.parse().expect("a name")
}

fn batch(documents: &[(usize, u64)], recorded: i64) -> Batch {
    let reports: Vec<_> =
        documents.iter().map(|(document, seed)| report(*document, *seed)).collect();
    Batch::from(reports).recorded(DateTime::from_timestamp_millis(recorded).expect("a time"))
}

/// A load that does everything once.
fn load(disk: &Simulated) -> Load {
    let mut load = Load::default();
    let mut archive = match Archive::create_on(disk.shared(), Path::new(FOLDER)) {
        Ok(archive) => archive,
        Err(error) => {
            load.failed = Some(error);
            return load;
        }
    };
    load.states.push(held(&archive));
    load.acknowledged = 1;
    let archive = &mut archive;
    let same = || Decision::Same(name("person:ann-lee"), name("person:bo-lee"));
    load.step(archive, |archive| archive.add(batch(&[(0, 1), (1, 2)], 1000)).map(drop));
    load.step(archive, |archive| archive.add(batch(&[(2, 3)], 2000)).map(drop));
    load.step(archive, Archive::publish);
    load.step(archive, |archive| archive.decide(same()));
    load.step(archive, |archive| archive.retract(report(1, 2).id()).map(drop));
    load.step(archive, |archive| {
        archive.decide(Decision::Name(name("state:RU"), "Russian Federation".to_owned()))
    });
    load.step(archive, Archive::publish);
    load.step(archive, |archive| archive.purge(report(1, 2).id()).map(drop));
    load.step(archive, |archive| {
        let late = i64::MAX / 2000;
        archive.add(batch(&[(1, 4), (2, 5)], late)).map(drop)
    });
    load.step(archive, |archive| archive.undo(same()).map(drop));
    load.step(archive, |archive| archive.compact().map(drop));
    load.bulk(archive);
    load
}

impl Load {
    /// Several batches that are acknowledged together.
    fn bulk(&mut self, archive: &mut Archive) {
        if self.failed.is_some() {
            return;
        }
        let late = i64::MAX / 2000;
        let done = (|| {
            let mut writer = archive.writer(Durability::AtEnd)?;
            for seed in 10..14 {
                writer.add(batch(&[(3, seed), (4, seed)], late))?;
                self.states.push(held(writer.archive()));
            }
            writer.finish()
        })();
        match done {
            Ok(()) => self.acknowledged = self.states.len(),
            Err(error) => self.failed = Some(error),
        }
    }
}

/// Wherever the graph comes from, it is that of the register.
#[track_caller]
fn check_graph(archive: &Archive, told: &str) {
    assert!(*archive.graph() == archive.history().expect("it is read").graph(&mut None), "{told}");
}

/// What may be found after a fault: what was acknowledged, or a step beyond that was begun. The
/// states of a load that nothing stops tell what these steps would have come to; times apart, for
/// some are the clock's.
#[track_caller]
fn check(disk: &Simulated, load: &Load, whole: &Load, told: &str) {
    for (number, wrong) in generation::verified(disk, Path::new(FOLDER)) {
        assert_eq!(wrong, None, "{told}: generation {number} has its name, hence its bytes");
    }
    let mut archive = match Archive::open_on(disk.shared(), Path::new(FOLDER)) {
        Ok(archive) => archive,
        Err(StoreError::NotAnArchive { .. }) if load.acknowledged == 0 => return,
        Err(error) => panic!("{told}: {error}: {:?}", std::error::Error::source(&error)),
    };
    let found = timeless(&held(&archive));
    check_graph(&archive, told);
    let first = load.acknowledged.saturating_sub(1);
    let last = load.states.len().min(whole.states.len() - 1);
    let may: Vec<_> = whole.states[first..=last].iter().map(timeless).collect();
    assert!(may.contains(&found), "{told}: {first} to {last}: {found:#?}");
    // It can be written to again, and what is written stays.
    let late = i64::MAX / 2000 + 1;
    archive.add(batch(&[(9, 9)], late)).unwrap_or_else(|error| panic!("{told}: {error}"));
    let again = Archive::open_on(disk.restarted(Survives::Nothing).shared(), Path::new(FOLDER));
    let again = again.unwrap_or_else(|error| panic!("{told}, written to again: {error}"));
    assert_eq!(held(&again), held(&archive), "{told}");
    check_graph(&again, told);
}

/// The load without a fault, and how many operations it takes.
fn whole() -> (Load, usize) {
    let disk = Simulated::default();
    let load = load(&disk);
    assert!(load.failed.is_none(), "{:?}", load.failed);
    (load, disk.operations())
}

#[test]
fn a_power_cut_at_any_operation_loses_nothing_acknowledged() {
    let (whole, operations) = whole();
    assert!(operations > 30, "{operations}");
    for at in 0..operations {
        let disk = Simulated::failing(at, Fault::PowerCut);
        let load = load(&disk);
        assert!(load.failed.is_some());
        let some = (0..12).map(|seed| Survives::Some(seed * 1_000_003 + at as u64));
        for survives in [Survives::Nothing, Survives::Everything].into_iter().chain(some) {
            let told = format!("power cut at operation {at}, {survives:?} survives");
            check(&disk.restarted(survives), &load, &whole, &told);
        }
    }
}

#[test]
fn a_second_power_cut_while_writing_over_what_the_first_left_loses_nothing_either() {
    // Larger than a sector, so that what is left of one may lie under the other.
    let long = |from: usize, seed: u64| -> Batch {
        batch(&(from..from + 12).map(|document| (document, seed)).collect::<Vec<_>>(), 1000)
    };
    let disk = Simulated::default();
    let mut archive = Archive::create_on(disk.shared(), Path::new(FOLDER)).expect("an archive");
    archive.add(long(0, 1)).expect("added");
    let whole = held(&archive);
    drop(archive);
    for seed in 0..40 {
        let disk = disk.restarted(Survives::Nothing);
        let mut archive = Archive::open_on(disk.shared(), Path::new(FOLDER)).expect("it opens");
        disk.fail(2, Fault::PowerCut);
        archive.add(long(20, seed)).expect_err("the power is off");
        let disk = disk.restarted(Survives::Some(seed));
        for second in 0..6 {
            let disk = disk.restarted(Survives::Everything);
            let mut archive = Archive::open_on(disk.shared(), Path::new(FOLDER)).expect("it opens");
            assert_eq!(held(&archive), whole);
            disk.fail(second, Fault::PowerCut);
            let added = archive.add(long(40, seed)).is_ok();
            let now = held(&archive);
            for third in 0..6 {
                let disk = disk.restarted(Survives::Some(third * 77 + seed));
                let archive = Archive::open_on(disk.shared(), Path::new(FOLDER));
                let told = format!("{seed}, {second}, {third}");
                let found = held(&archive.unwrap_or_else(|error| panic!("{told}: {error}")));
                assert!(found == now || (!added && found.documents.len() == 24), "{told}");
            }
        }
    }
}

#[test]
fn a_power_cut_after_all_is_acknowledged_takes_nothing() {
    let disk = Simulated::default();
    let load = load(&disk);
    let archive = Archive::open_on(disk.restarted(Survives::Nothing).shared(), Path::new(FOLDER));
    let last = load.states.last().expect("states");
    assert_eq!(&held(&archive.expect("it opens")), last);
}

#[test]
fn a_disk_that_refuses_at_any_operation_takes_nothing_acknowledged() {
    let (whole, operations) = whole();
    for kind in [ErrorKind::StorageFull, ErrorKind::Other] {
        for fault in [Fault::Refused(kind), Fault::Broken(kind)] {
            for at in 0..operations {
                let disk = Simulated::failing(at, fault);
                let load = load(&disk);
                let told = format!("{fault:?} at operation {at}");
                // A refused operation may be one that nothing hangs on: cutting off what failed.
                for survives in [Survives::Nothing, Survives::Everything, Survives::Some(at as u64)]
                {
                    check(
                        &disk.restarted(survives),
                        &load,
                        &whole,
                        &format!("{told}, {survives:?}"),
                    );
                }
            }
        }
    }
}

#[test]
fn after_a_failed_write_the_same_archive_writes_on_and_after_a_failed_sync_it_does_not() {
    let (_, operations) = whole();
    let (mut went_on, mut poisoned) = (0, 0);
    for at in 0..operations {
        let disk = Simulated::failing(at, Fault::Refused(ErrorKind::StorageFull));
        let Ok(mut archive) = Archive::create_on(disk.shared(), Path::new(FOLDER)) else {
            continue;
        };
        let mut whole = held(&archive);
        for seed in 0..8 {
            match archive.add(batch(&[(0, seed), (1, seed)], 1000)) {
                Ok(_) => whole = held(&archive),
                Err(StoreError::Io { action: "sync", .. }) => {
                    poisoned += 1;
                    let error = archive.add(batch(&[(0, 99)], 1000)).expect_err("poisoned");
                    assert!(matches!(error, StoreError::Poisoned { .. }), "{error}");
                    // It can still be read, and opened again to be written to.
                    assert_eq!(held(&archive), whole);
                    archive = Archive::open_on(disk.shared(), Path::new(FOLDER)).expect("it opens");
                    assert_eq!(held(&archive), whole);
                }
                Err(error) => {
                    assert!(matches!(error, StoreError::Io { .. }), "{error}");
                    went_on += 1;
                    assert_eq!(held(&archive), whole, "a batch that failed is not there");
                }
            }
        }
        for disk in [disk.clone(), disk.restarted(Survives::Nothing)] {
            let archive = Archive::open_on(disk.shared(), Path::new(FOLDER)).expect("it opens");
            assert_eq!(held(&archive), whole, "refused at operation {at}");
        }
    }
    assert!(went_on > 5 && poisoned > 5, "{went_on} went on, {poisoned} did not");
}

#[test]
fn a_generation_that_was_published_is_there_after_a_power_cut() {
    let disk = Simulated::default();
    let mut archive = Archive::create_on(disk.shared(), Path::new(FOLDER)).expect("an archive");
    for number in 1..5 {
        archive.add(batch(&[(0, number), (1, number)], 1000)).expect("added");
        archive.publish().expect("published");
        let disk = disk.restarted(Survives::Nothing);
        let newest = generation::verified(&disk, Path::new(FOLDER)).pop();
        assert_eq!(newest, Some((number, None)));
        let archive = Archive::open_on(disk.shared(), Path::new(FOLDER)).expect("it opens");
        assert!(archive.known.is_told_by_base(), "nothing lies beyond generation {number}");
    }
}

#[test]
fn what_is_left_of_a_generation_that_was_not_published_goes_with_the_next() {
    let (disk, generations) = (Simulated::default(), Path::new(FOLDER).join("generations"));
    let mut archive = Archive::create_on(disk.shared(), Path::new(FOLDER)).expect("an archive");
    for number in 1..4 {
        archive.add(batch(&[(0, number), (1, 1)], 1000)).expect("added");
        archive.publish().expect("published");
        // As a process leaves it that is killed before the file has its name.
        let half = generations.join(format!("{:06}", 2 * number));
        disk.shared().make_folder(&half).expect("made");
        disk.shared().create(&half.join("new")).expect("made");
    }
    let mut names = disk.shared().names(&generations).expect("names");
    names.sort_unstable();
    assert_eq!(names, ["000003", "000005", "000006"], "two that are whole, and the last half");
}

#[test]
fn a_generation_that_could_not_be_published_leaves_nothing_behind() {
    let generations = Path::new(FOLDER).join("generations");
    let mut failed = 0;
    for at in 0.. {
        let disk = Simulated::default();
        let mut archive = Archive::create_on(disk.shared(), Path::new(FOLDER)).expect("an archive");
        archive.add(batch(&[(0, 1), (1, 1)], 1000)).expect("added");
        archive.publish().expect("published");
        archive.add(batch(&[(0, 2), (1, 2)], 1000)).expect("added");
        let begun = disk.operations();
        disk.fail(begun + at, Fault::Refused(ErrorKind::StorageFull));
        let published = archive.publish();
        if disk.operations() <= begun + at {
            published.expect("nothing went wrong");
            break;
        }
        failed += usize::from(published.is_err());
        for number in disk.shared().names(&generations).expect("names") {
            let folder = generations.join(number);
            let there = disk.shared().exists(&folder.join("graph")).expect("told");
            assert!(there, "{} is left of what failed at operation {at}", folder.display());
        }
    }
    assert!(failed > 3, "{failed} failed");
}

#[test]
fn a_folder_made_on_the_way_is_there_after_a_power_cut() {
    let disk = Simulated::default();
    Archive::create_on(disk.shared(), Path::new(FOLDER)).expect("an archive");
    assert!(
        Archive::open_on(disk.restarted(Survives::Nothing).shared(), Path::new(FOLDER)).is_ok()
    );
}
