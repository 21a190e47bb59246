//! Signals in a row: their words in one buffer, as thousands are weighed for one text.

use super::weighed::YES;

/// Signals, each a few words with a value in 1/256 parts.
#[derive(Debug, Clone, Default)]
pub(crate) struct SignalList {
    words: String,
    /// Where the words of each end, and its value.
    each: Vec<(usize, i32)>,
}

impl SignalList {
    pub(super) fn new() -> Self {
        Self { words: String::with_capacity(1536), each: Vec::with_capacity(64) }
    }

    /// Adds a signal that is so; its parts are joined by spaces.
    pub(super) fn put(&mut self, parts: &[&str]) {
        self.weigh(parts, YES);
    }

    /// Adds a signal of so much.
    pub(super) fn weigh(&mut self, parts: &[&str], value: i32) {
        for (number, part) in parts.iter().enumerate() {
            if number > 0 {
                self.words.push(' ');
            }
            self.words.push_str(part);
        }
        self.each.push((self.words.len(), value));
    }

    /// Adds a signal that is so, unless it stands among those from a place on.
    pub(super) fn put_once(&mut self, parts: &[&str], from: usize) {
        self.put(parts);
        let last = self.len() - 1;
        if (from..last).any(|number| self.at(number) == self.at(last)) {
            self.words.truncate(self.begin(last));
            self.each.truncate(last);
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.each.len()
    }

    /// Each signal with its value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, i32)> {
        (0..self.len()).map(|number| self.at(number))
    }

    /// The same for who keeps them.
    pub(crate) fn to_owned(&self) -> Vec<(String, i32)> {
        self.iter().map(|(signal, value)| (signal.to_owned(), value)).collect()
    }

    fn begin(&self, number: usize) -> usize {
        number.checked_sub(1).map_or(0, |before| self.each[before].0)
    }

    fn at(&self, number: usize) -> (&str, i32) {
        let (end, value) = self.each[number];
        (&self.words[self.begin(number)..end], value)
    }
}

/// A small number in digits; more than nine are nine.
pub(super) fn few(number: usize) -> &'static str {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    DIGITS[number.min(9)]
}

/// Whether something is so, in a word.
pub(super) const fn so(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

#[cfg(test)]
mod tests {
    use super::{SignalList, few, so};

    #[test]
    fn signals_keep_their_words_and_values() {
        let mut signals = SignalList::new();
        signals.put(&["tie"]);
        signals.weigh(&["tie net", few(12)], -3);
        signals.put_once(&["tie"], 1);
        signals.put_once(&["tie"], 0);
        signals.put(&["tie left", "", so(true)]);
        let found: Vec<_> = signals.iter().collect();
        assert_eq!(found, [("tie", 256), ("tie net 9", -3), ("tie", 256), ("tie left  true", 256)]);
    }
}
