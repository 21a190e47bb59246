//! Words as they are compared.

use chancery_model::fold;

/// Words that are all to be found in some text, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn new(typed: &str) -> Self {
        Self(fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text has each of them. One of four letters or more may be the beginning of a
    /// longer one ("econom" finds "economic").
    pub(crate) fn are_in(&self, text: &str) -> bool {
        if self.is_empty() {
            return true;
        }
        let text = fold(text);
        self.0.iter().all(|wanted| {
            let begins = wanted.chars().nth(3).is_some();
            text.split(' ')
                .any(|word| word == wanted || begins && word.starts_with(wanted.as_str()))
        })
    }
}

/// The words of a text that carry its meaning, cut to their first letters so that "sanction" and
/// "sanctions" are one; sorted, each once.
pub(crate) fn content(text: &str) -> Vec<String> {
    const STEM: usize = 6;
    const EMPTY: &[&str] = &[
        "that", "this", "with", "from", "have", "has", "had", "will", "would", "been", "were",
        "was", "are", "the", "and", "for", "not", "its", "their", "they", "which", "than", "into",
        "upon", "such", "there", "these", "those", "also", "our", "who", "what", "any", "all",
        "but",
    ];
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| word.chars().nth(2).is_some());
    let words = words.filter(|word| !EMPTY.contains(word));
    let mut words: Vec<String> = words.map(|word| word.chars().take(STEM).collect()).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How many words two sorted lists share.
pub(crate) fn shared(one: &[String], other: &[String]) -> usize {
    one.iter().filter(|word| other.binary_search(word).is_ok()).count()
}

/// How many letters must be added, left out, changed or swapped with the next one to make one
/// word of the other.
///
/// # Complexity
/// O(letters of one × letters of the other); nothing where the lengths alone tell more than a few.
pub(crate) fn slips(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let lengths = one.len().abs_diff(other.len());
    if lengths > one.len().div_ceil(4) {
        return lengths;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for i in 0..one.len() {
        let mut next = vec![i + 1];
        for k in 0..other.len() {
            let changed = row[k] + usize::from(one[i] != other[k]);
            let mut least = changed.min(row[k + 1] + 1).min(next[k] + 1);
            let swapped = i > 0 && k > 0 && one[i] == other[k - 1] && one[i - 1] == other[k];
            if swapped {
                least = least.min(before[k - 1] + 1);
            }
            next.push(least);
        }
        (before, row) = (row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_a_letter_too_many_too_few_changed_or_swapped() {
        for (one, other, expected) in [
            ("lavrov", "lavrov", 0),
            ("lavrv", "lavrov", 1),
            ("lavorv", "lavrov", 1),
            ("zelensky", "zelenskyy", 1),
            ("rubio", "lubia", 2),
        ] {
            assert_eq!(slips(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn words_are_found_in_any_order_without_case_and_accents() {
        let text = "Économic talks with the U.S.";
        for (words, found) in [
            ("", true),
            ("talks economic", true),
            ("econ", true),
            ("eco", false),
            ("us", true),
            ("war", false),
        ] {
            assert_eq!(Words::new(words).are_in(text), found, "{words}");
        }
    }
}
