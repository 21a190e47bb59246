//! Sorting on two threads where there is much to sort.

use std::cmp::Ordering;

/// Fewer than these are not worth a thread.
const MANY: usize = 1 << 14;

/// Sorts by an order in which no two are equal.
pub(super) fn sort_by<T: Send>(
    items: &mut [T],
    compare: impl Fn(&T, &T) -> Ordering + Copy + Send + Sync,
) {
    if items.len() < MANY {
        return items.sort_unstable_by(compare);
    }
    let (low, high) = items.split_at_mut(items.len() / 2);
    std::thread::scope(|scope| {
        scope.spawn(|| low.sort_unstable_by(compare));
        high.sort_unstable_by(compare);
    });
    // The stable sort finds that there are two runs, and merges them.
    items.sort_by(compare);
}
