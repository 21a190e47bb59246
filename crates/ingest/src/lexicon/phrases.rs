//! Finds the phrases of a table in a run of words, the longest first.

use std::collections::HashMap;

/// Phrases of one or more words, each with a value.
///
/// Words are compared as written, with `’` read as `'`; a word in capitals also meets the
/// table's usual form where the text shouts ("UNITED STATES").
#[derive(Debug, Clone)]
pub(crate) struct Phrases<V> {
    by_first: HashMap<Box<str>, Vec<Phrase<V>>>,
}

/// The words of a phrase and its value.
type Phrase<V> = (Box<[Box<str>]>, V);

impl<V: Copy> Phrases<V> {
    pub(crate) fn new() -> Self {
        Self { by_first: HashMap::new() }
    }

    /// Adds a phrase; of two values for one phrase the first added stays.
    pub(crate) fn add(&mut self, phrase: &str, value: V) {
        let words: Vec<Box<str>> = split(phrase);
        let Some(first) = words.first().cloned() else { return };
        let list = self.by_first.entry(first).or_default();
        if list.iter().any(|(known, _)| **known == *words) {
            return;
        }
        let at = list.partition_point(|(known, _)| known.len() >= words.len());
        list.insert(at, (words.into(), value));
    }

    /// The longest phrase at the beginning of these words: how many it takes, and its value.
    pub(crate) fn longest<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, V)> {
        self.all(&word).next()
    }

    /// Every phrase at the beginning of these words, the longest first.
    pub(crate) fn all<'w, W>(&self, word: &W) -> impl Iterator<Item = (usize, V)>
    where
        W: Fn(usize) -> Option<&'w str>,
    {
        let list = word(0).and_then(|first| self.by_first.get(plain(first).as_ref()));
        list.into_iter().flatten().filter_map(move |(known, value)| {
            let same = known
                .iter()
                .enumerate()
                .skip(1)
                .all(|(at, known)| word(at).is_some_and(|word| *plain(word) == **known));
            same.then_some((known.len(), *value))
        })
    }

    /// Every phrase, in no order.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (String, V)> + '_ {
        self.by_first.values().flatten().map(|(words, value)| (words.join(" "), *value))
    }
}

/// Cuts a phrase as the tokenizer cuts text.
fn split(phrase: &str) -> Vec<Box<str>> {
    let tokens = crate::tokens::tokens(phrase);
    tokens.iter().filter_map(|token| token.span.of(phrase)).map(|word| plain(word).into()).collect()
}

fn plain(word: &str) -> std::borrow::Cow<'_, str> {
    if word.contains('\u{2019}') { word.replace('\u{2019}', "'").into() } else { word.into() }
}
