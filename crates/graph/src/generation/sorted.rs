//! Sorting on two threads where there is much to sort, with few looks at names.

use std::cmp::Ordering;
use std::collections::BTreeSet;

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

/// The numbers of distinct names in the order of their bytes.
///
/// Ids begin with what kind of thing they are of, which many have in common: the place of that
/// among all such, and what comes after it, lie beside the number, so that few names are looked up
/// to be compared.
pub(super) fn by_name<'a>(names: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let names: Vec<&str> = names.collect();
    let kinds: BTreeSet<&str> = names.iter().map(|name| parted(name).0).collect();
    // No kind begins another one, for each has one colon, its last letter; but none begins all.
    let kinds: Vec<&str> = if kinds.contains("") { vec![] } else { kinds.into_iter().collect() };
    let key = |(i, name): (u32, &&str)| {
        let (kind, rest) = parted(name);
        match kinds.binary_search(&kind) {
            Ok(place) => (place, begins(rest.as_bytes()), i),
            Err(_) => (0, 0, i),
        }
    };
    let mut keys: Vec<(usize, u64, u32)> = (0..).zip(&names).map(key).collect();
    sort_by(&mut keys, |a, b| {
        let name = |it: &(usize, u64, u32)| names[it.2 as usize];
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| name(a).cmp(name(b)))
    });
    keys.into_iter().map(|(.., i)| i).collect()
}

/// A name's kind with the colon after it, and the rest.
fn parted(name: &str) -> (&str, &str) {
    name.split_at(name.bytes().position(|byte| byte == b':').map_or(0, |at| at + 1))
}

/// The first eight bytes of a name after its kind, to be compared before the name is: where these
/// differ, so do the names of a kind.
pub(super) fn begins_after_kind(name: &str) -> u64 {
    begins(parted(name).1.as_bytes())
}

/// Where these are less, so is the text; where they are equal, it is to be seen.
pub(super) fn begins(text: &[u8]) -> u64 {
    let mut first = [0; 8];
    for (byte, of) in first.iter_mut().zip(text) {
        *byte = *of;
    }
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_lie_in_the_order_of_their_bytes(
            names in prop::collection::btree_set("(a|ab|b|a-)?:?[a-c:]{0,12}", 0..60), swap in any::<bool>()
        ) {
            let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
            let sorted = names.clone();
            if swap {
                names.reverse();
            }
            let order: Vec<&str> =
                by_name(names.iter().copied()).into_iter().map(|i| names[i as usize]).collect();
            prop_assert_eq!(order, sorted);
        }
    }
}
