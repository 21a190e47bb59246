//! Finds the phrases of a table in a run of words, the longest first.

use super::words::{Sieve, Words};
use std::borrow::Cow;

/// Phrases of one or more words, each with a value.
///
/// Words are compared as written, with `’` read as `'`; a word in capitals also meets the
/// table's usual form where the text shouts ("UNITED STATES").
#[derive(Debug, Clone)]
pub(crate) struct Phrases<V> {
    by_first: Words<Vec<Phrase<V>>>,
    /// What a first word may look like, with either apostrophe.
    sieve: Sieve,
}

/// The words of a phrase and its value.
type Phrase<V> = (Box<[Box<str>]>, V);

impl<V: Copy> Phrases<V> {
    pub(crate) fn new() -> Self {
        Self { by_first: Words::new(), sieve: Sieve::new() }
    }

    /// Adds a phrase; of two values for one phrase the first added stays.
    pub(crate) fn add(&mut self, phrase: &str, value: V) {
        let words: Vec<Box<str>> = split(phrase);
        let Some(first) = words.first() else { return };
        for written in with_either_apostrophe(first) {
            self.sieve.add(&written);
        }
        let list = self.by_first.or_insert(first, Vec::new());
        if list.iter().any(|(known, _)| **known == *words) {
            return;
        }
        let at = list.partition_point(|(known, _)| known.len() >= words.len());
        list.insert(at, (words.into(), value));
    }

    /// Whether a phrase may begin with a word: if not, none does.
    #[inline]
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        self.sieve.passes(word)
    }

    /// The longest phrase at the beginning of these words: how many it takes, and its value.
    #[inline]
    pub(crate) fn longest<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, V)> {
        self.begun_by(word(0)?)?.iter().find_map(|phrase| follows(phrase, &word))
    }

    /// Every phrase at the beginning of these words, the longest first.
    #[inline]
    pub(crate) fn all<'w, W>(&self, word: &W) -> impl Iterator<Item = (usize, V)>
    where
        W: Fn(usize) -> Option<&'w str>,
    {
        let list = word(0).and_then(|first| self.begun_by(first));
        list.into_iter().flatten().filter_map(move |phrase| follows(phrase, word))
    }

    #[inline]
    fn begun_by(&self, first: &str) -> Option<&[Phrase<V>]> {
        if !self.sieve.passes(first) {
            return None;
        }
        self.by_first.get(&plain(first)).map(Vec::as_slice)
    }

    /// Every phrase, in no order.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (String, V)> + '_ {
        let lists = self.by_first.words().filter_map(|first| self.by_first.get(first));
        lists.flatten().map(|(words, value)| (words.join(" "), *value))
    }
}

/// How many words a phrase takes, and its value, if its second and further words follow.
fn follows<'w, V: Copy>(
    (known, value): &Phrase<V>,
    word: &impl Fn(usize) -> Option<&'w str>,
) -> Option<(usize, V)> {
    let rest = known.iter().enumerate().skip(1);
    let mut same = rest.map(|(at, known)| word(at).is_some_and(|word| reads(word, known)));
    same.all(|same| same).then_some((known.len(), *value))
}

/// Whether a word of a text is one of a table, which has straight apostrophes.
fn reads(word: &str, known: &str) -> bool {
    word == known || word.len() > known.len() && *plain(word) == *known
}

/// Cuts a phrase as the tokenizer cuts text.
fn split(phrase: &str) -> Vec<Box<str>> {
    let tokens = crate::tokens::tokens(phrase);
    tokens.iter().filter_map(|token| token.span.of(phrase)).map(|word| plain(word).into()).collect()
}

/// The ways to write a word with apostrophes.
fn with_either_apostrophe(word: &str) -> Vec<String> {
    let mut parts = word.split('\'');
    let mut ways = vec![parts.next().unwrap_or_default().to_owned()];
    for part in parts {
        ways = ways
            .iter()
            .flat_map(|way| ["'", "\u{2019}"].map(|apostrophe| format!("{way}{apostrophe}{part}")))
            .collect();
    }
    ways
}

fn plain(word: &str) -> Cow<'_, str> {
    // The first byte of `’`, which most words have not.
    if word.bytes().any(|byte| byte == 0xE2) {
        word.replace('\u{2019}', "'").into()
    } else {
        word.into()
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn an_apostrophe_is_read_as_the_other() {
        let mut phrases = Phrases::new();
        phrases.add("N'Djamena", 1);
        phrases.add("the People's House", 2);
        let longest = |words: &[&str]| phrases.longest(|at| words.get(at).copied());
        assert_eq!(longest(&["N'Djamena"]), Some((1, 1)));
        assert_eq!(longest(&["N\u{2019}Djamena"]), Some((1, 1)));
        assert_eq!(longest(&["the", "People", "\u{2019}s", "House"]), Some((4, 2)));
        assert_eq!(longest(&["the", "People", "'s"]), None);
        assert_eq!(longest(&[]), None);
    }
}
