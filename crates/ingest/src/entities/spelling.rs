//! How places are written that a dateline or a headline has in capitals: "PORT-AU-PRINCE".

use super::Cast;
use crate::mentions::capitalised;

/// Words inside the name of a place that are written small.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "al", "au", "da", "de", "del", "do", "dos", "du", "el", "es", "la", "le", "of", "on", "sur", "upon",
];
/// Letters that a name in capitals has that may be an abbreviation, at most.
const SHORT: usize = 4;

impl Cast<'_, '_> {
    /// The name of a place as it is usually written, if it stands in capitals here.
    pub(super) fn spelt(&self, name: &str) -> Option<String> {
        let shouted = name.chars().count() >= SHORT
            && name.chars().any(char::is_uppercase)
            && !name.chars().any(char::is_lowercase);
        if !shouted {
            return None;
        }
        let mut written = String::with_capacity(name.len());
        for (number, part) in name.split_inclusive([' ', '-']).enumerate() {
            let (word, mark) = part
                .strip_suffix([' ', '-'])
                .map_or((part, ""), |word| (word, &part[word.len()..]));
            let lower = word.to_lowercase();
            if number > 0 && SMALL.contains(&lower.as_str()) {
                written.push_str(&lower);
            } else {
                // "N'Djamena", but "Xi'an"
                let (before, behind) = lower
                    .split_once(['\'', '\u{2019}'])
                    .filter(|(before, _)| before.chars().count() == 1)
                    .unwrap_or((&lower, ""));
                written.push_str(&capitalised(before));
                if !behind.is_empty() {
                    written.extend(lower[before.len()..].chars().next());
                    written.push_str(&capitalised(behind));
                }
            }
            written.push_str(mark);
        }
        let known = || {
            let words: Vec<&str> = written.split(' ').collect();
            self.lexicon.places.longest(|at| words.get(at).copied()).is_some()
        };
        (name.chars().count() > SHORT || known()).then_some(written)
    }
}
