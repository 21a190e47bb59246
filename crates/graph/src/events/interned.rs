//! Names to numbers, by first appearance, in a table that is kind to the cache.

use crate::generation::map::fetch;
use foldhash::fast::RandomState;
use std::hash::BuildHasher;

/// Distinct names, numbered as they first came.
///
/// A million names do not fit in a cache, and a row of a table names two of them: with what tells
/// them apart side by side, and asked for a few rows ahead, most of the waiting is saved.
#[derive(Default)]
pub(super) struct Interned {
    /// As many as a power of two, at least twice as many as there are names; or none.
    slots: Vec<Slot>,
    /// All names end to end, and where each ends.
    text: String,
    ends: Vec<u32>,
    hasher: RandomState,
}

/// A name, or none where the number is [`EMPTY`].
#[derive(Clone, Copy)]
struct Slot {
    number: u32,
    /// The upper half of its hash.
    hash: u32,
    start: u32,
    length: u32,
}

const EMPTY: u32 = u32::MAX;

impl Interned {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// By what the table finds a name.
    pub(super) fn hash(&self, name: &str) -> u64 {
        self.hasher.hash_one(name)
    }

    /// Asks for where a name of this hash would be.
    pub(super) fn ask_for_slot(&self, hash: u64) {
        fetch(&self.slots, self.first(hash));
    }

    /// Asks for the letters of the name that is there.
    pub(super) fn ask_for_letters(&self, hash: u64) {
        if let Some(slot) = self.slots.get(self.first(hash)).filter(|it| it.number != EMPTY) {
            fetch(self.text.as_bytes(), slot.start as usize);
        }
    }

    /// The number of a name, by it and its hash.
    pub(super) fn get(&self, name: &str, hash: u64) -> Option<u32> {
        let upper = (hash >> 32) as u32;
        let mut at = self.first(hash);
        loop {
            let slot = self.slots.get(at).filter(|slot| slot.number != EMPTY)?;
            if slot.hash == upper && self.letters(slot) == name.as_bytes() {
                return Some(slot.number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Numbers a name that is not there; `None` if there are too many.
    pub(super) fn put(&mut self, name: &str, hash: u64) -> Option<u32> {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let number = u32::try_from(self.len()).ok().filter(|it| *it < u32::MAX >> 1)?;
        let start = u32::try_from(self.text.len()).ok()?;
        let end = u32::try_from(self.text.len() + name.len()).ok()?;
        self.text.push_str(name);
        self.ends.push(end);
        let slot = Slot { number, hash: (hash >> 32) as u32, start, length: end - start };
        self.place(slot, hash);
        Some(number)
    }

    /// The names from this number on, in order.
    pub(super) fn since(&self, number: usize) -> impl Iterator<Item = &str> {
        let begin = number.checked_sub(1).and_then(|last| self.ends.get(last));
        let mut start = begin.map_or(0, |end| *end as usize);
        self.ends.get(number..).unwrap_or_default().iter().map(move |end| {
            let name = self.text.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            name
        })
    }

    fn first(&self, hash: u64) -> usize {
        // The lower half: the upper one tells names in neighboring slots apart.
        usize::try_from(hash & u64::from(u32::MAX)).unwrap_or(0) & self.slots.len().wrapping_sub(1)
    }

    fn letters(&self, slot: &Slot) -> &[u8] {
        let start = slot.start as usize;
        self.text.as_bytes().get(start..start + slot.length as usize).unwrap_or_default()
    }

    fn place(&mut self, slot: Slot, hash: u64) {
        let mut at = self.first(hash);
        while self.slots[at].number != EMPTY {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = slot;
    }

    fn grow(&mut self) {
        let empty = Slot { number: EMPTY, hash: 0, start: 0, length: 0 };
        let larger = vec![empty; (self.slots.len() * 2).max(64)];
        let before = std::mem::replace(&mut self.slots, larger);
        for slot in before.into_iter().filter(|slot| slot.number != EMPTY) {
            let start = slot.start as usize;
            let name = self.text.get(start..start + slot.length as usize).unwrap_or_default();
            let hash = self.hash(name);
            self.place(slot, hash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn names_are_numbered_as_a_map_would(names in prop::collection::vec("[a-c]{0,4}", 0..400)) {
            let (mut table, mut map) = (Interned::default(), HashMap::new());
            let mut all = Vec::new();
            for name in &names {
                let hash = table.hash(name);
                table.ask_for_slot(hash);
                table.ask_for_letters(hash);
                let known = table.get(name, hash);
                prop_assert_eq!(known, map.get(name).copied());
                if known.is_none() {
                    map.insert(name, table.put(name, hash).expect("there is room"));
                    all.push(name);
                }
            }
            for from in 0..=all.len() {
                prop_assert!(table.since(from).eq(all[from..].iter().map(|it| it.as_str())));
            }
        }
    }
}
