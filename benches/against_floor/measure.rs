use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::time::Instant;

/// The processor time of this thread in nanoseconds.
pub(crate) fn cpu() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 * 1e9 + now.tv_nsec as f64
}

/// The median over seeds of each one's best time, in microseconds. The machine is shared: what
/// takes more than 20 µs is measured by processor time.
pub(crate) fn median(seeds: &[Vec<u32>], mut ask: impl FnMut(&[u32])) -> f64 {
    let begun = Instant::now();
    let mut times: Vec<f64> = seeds
        .iter()
        .map(|seed| {
            let begun = cpu();
            ask(seed);
            cpu() - begun
        })
        .collect();
    let once = begun.elapsed().as_secs_f64();
    let long = middle(&times) > 20e3;
    if !long {
        times.fill(f64::MAX);
    }
    for pass in 1..6 {
        if pass > 1 && begun.elapsed().as_secs_f64() + once > 60.0 {
            break;
        }
        for (seed, best) in seeds.iter().zip(&mut times) {
            let time = if long {
                let begun = cpu();
                ask(black_box(seed));
                cpu() - begun
            } else {
                let begun = Instant::now();
                ask(black_box(seed));
                begun.elapsed().as_nanos() as f64
            };
            *best = best.min(time);
        }
    }
    middle(&times) / 1e3
}

/// Stretches of seeds that are measured apart.
const STRETCHES: usize = 5;

/// Microseconds an answer, many seeds in a row, each once, with no clock between: the median over
/// five stretches of them. On a shared machine a stretch may wait for memory for many times as long
/// as it asks.
pub(crate) fn throughput(count: usize, mut ask: impl FnMut(usize)) -> f64 {
    let stretch = count / STRETCHES;
    let times: Vec<f64> = (0..STRETCHES)
        .map(|at| {
            let begun = cpu();
            for i in at * stretch..(at + 1) * stretch {
                ask(i);
            }
            (cpu() - begun) / 1e3 / stretch as f64
        })
        .collect();
    middle(&times)
}

/// The median.
fn middle(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// The most memory that this process has had, in MiB; 0 where the system does not say.
pub(crate) fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.unwrap_or(0) / 1024
}
