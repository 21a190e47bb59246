//! Work on all cores, answers in the order of the questions.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;

/// How many threads to use if nobody says.
pub(crate) fn cores() -> NonZero<usize> {
    std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// Applies `work` to each item on `threads` threads and gives the results to `take` in the order
/// of the items, whichever is done first. `take` runs on this thread and stops all by an error.
///
/// No more than four items a thread are in flight: what is read is not read faster than used.
pub(crate) fn in_order<I: Send, O: Send, E>(
    items: impl Iterator<Item = I> + Send,
    threads: NonZero<usize>,
    work: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E> {
    if threads.get() == 1 {
        return items.map(work).try_for_each(take);
    }
    let flight = 4 * threads.get();
    // A ticket for each item in flight: taken before it is read, given back when it is used.
    let (ticket, tickets) = sync_channel::<()>(flight);
    for _ in 0..flight {
        ticket.send(()).expect("there is room for each");
    }
    let (done, results) = sync_channel::<(usize, O)>(flight);
    let source = Mutex::new((tickets, items.enumerate()));
    std::thread::scope(|scope| {
        for _ in 0..threads.get() {
            let (done, source, work) = (done.clone(), &source, &work);
            scope.spawn(move || {
                loop {
                    let next = source.lock().ok().and_then(|mut source| {
                        source.0.recv().ok()?;
                        source.1.next()
                    });
                    let Some((place, item)) = next else { return };
                    if done.send((place, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let mut early = BTreeMap::new();
        let mut next = 0;
        for (place, result) in &results {
            early.insert(place, result);
            while let Some(result) = early.remove(&next) {
                next += 1;
                take(result)?;
                let _ = ticket.send(());
            }
        }
        // Threads that wait for a ticket end when none can come.
        drop((ticket, results));
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_number_of_threads() {
        for threads in 1..6 {
            let threads = NonZero::new(threads).expect("at least one");
            let mut taken = Vec::new();
            let slow_first = |n: u64| {
                std::thread::sleep(std::time::Duration::from_micros(200 * (n % 7)));
                n * n
            };
            let done = in_order(0..100, threads, slow_first, |square| {
                taken.push(square);
                Ok::<(), ()>(())
            });
            assert_eq!(done, Ok(()));
            assert_eq!(taken, (0..100).map(|n| n * n).collect::<Vec<u64>>());
        }
    }

    #[test]
    fn an_error_stops_everybody() {
        let two = NonZero::new(2).expect("two");
        let mut seen = 0;
        let stopped = in_order(
            0..,
            two,
            |n: u64| n,
            |n| {
                seen = n;
                if n == 10 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!((stopped, seen), (Err("enough"), 10));
    }
}
