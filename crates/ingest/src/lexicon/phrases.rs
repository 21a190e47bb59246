//! Finds the phrases of a table in a run of words, the longest first.

use super::words::{Sieve, Words, trace};
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
#[derive(Debug, Clone)]
struct Phrase<V> {
    words: Box<[Box<str>]>,
    /// The trace of its second word, if it has one: most phrases that begin alike go on otherwise.
    second: Option<usize>,
    value: V,
}

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
        if list.iter().any(|known| *known.words == *words) {
            return;
        }
        let at = list.partition_point(|known| known.words.len() >= words.len());
        let second = words.get(1).map(|word| trace(word));
        list.insert(at, Phrase { words: words.into(), second, value });
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
        let list = self.begun_by(word(0)?)?;
        let second = second(list, &word);
        list.iter().find_map(|phrase| follows(phrase, second, &word))
    }

    /// Every phrase at the beginning of these words, the longest first.
    #[inline]
    pub(crate) fn all<'w, W>(&self, word: &W) -> impl Iterator<Item = (usize, V)>
    where
        W: Fn(usize) -> Option<&'w str>,
    {
        let list = word(0).and_then(|first| self.begun_by(first)).unwrap_or_default();
        let second = second(list, word);
        list.iter().filter_map(move |phrase| follows(phrase, second, word))
    }

    #[inline]
    fn begun_by(&self, first: &str) -> Option<&[Phrase<V>]> {
        if !self.sieve.passes(first) {
            return None;
        }
        self.by_first.find(&plain(first)).map(Vec::as_slice)
    }

    /// Every phrase, in no order.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (String, V)> + '_ {
        let lists = self.by_first.words().filter_map(|first| self.by_first.get(first));
        lists.flatten().map(|phrase| (phrase.words.join(" "), phrase.value))
    }
}

/// The trace of the second of these words, if any phrase of a list wants to know it.
fn second<'w, V>(list: &[Phrase<V>], word: &impl Fn(usize) -> Option<&'w str>) -> Option<usize> {
    list.first()?.second?;
    word(1).map(|word| trace(&plain(word)))
}

/// How many words a phrase takes, and its value, if its second and further words follow.
fn follows<'w, V: Copy>(
    phrase: &Phrase<V>,
    second: Option<usize>,
    word: &impl Fn(usize) -> Option<&'w str>,
) -> Option<(usize, V)> {
    if phrase.second.is_some() && phrase.second != second {
        return None;
    }
    let rest = phrase.words.iter().enumerate().skip(1);
    let mut same = rest.map(|(at, known)| word(at).is_some_and(|word| reads(word, known)));
    same.all(|same| same).then_some((phrase.words.len(), phrase.value))
}

/// Whether a word of a text is one of a table, which has straight apostrophes.
fn reads(word: &str, known: &str) -> bool {
    // The other apostrophe is the longer one.
    if word.len() <= known.len() {
        return word == known;
    }
    let alike = known.bytes().zip(word.bytes()).find(|(known, word)| known != word);
    alike.is_some_and(|(_, other)| other == 0xE2) && *plain(word) == *known
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
