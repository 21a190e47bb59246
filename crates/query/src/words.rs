//! Words as they are compared.

use chancery_graph::Wanted;
use chancery_model::{Span, fold};

/// Words that are all to be found in some text, in any order.
///
/// A word of four letters or more may be the beginning of a longer one ("econom" finds "economic"),
/// and so may any with a star behind it. Words in quotation marks are looked for as they stand: one
/// after the other, and none of them the beginning of another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Words(Vec<Phrase>);

/// Words that stand one after the other.
type Phrase = Vec<Word>;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    folded: String,
    begins: bool,
}

impl Word {
    fn wanted(&self) -> Wanted<'_> {
        if self.begins { Wanted::Beginning(&self.folded) } else { Wanted::Word(&self.folded) }
    }
}

impl Words {
    pub(crate) fn new(typed: &str) -> Self {
        let mut phrases = Vec::new();
        for (i, part) in typed.split(['"', '“', '”', '„']).enumerate() {
            let mut words = part.split_whitespace().flat_map(|typed| {
                let folded = fold(typed);
                let mut words: Vec<Word> = folded
                    .split(' ')
                    .filter(|word| !word.is_empty())
                    .map(|word| Word { folded: word.to_owned(), begins: false })
                    .collect();
                if let Some(last) = words.last_mut() {
                    last.begins = typed.ends_with('*');
                }
                words
            });
            if i % 2 == 1 {
                phrases.extend(Some(words.collect::<Phrase>()).filter(|words| !words.is_empty()));
            } else {
                phrases.extend(words.by_ref().map(|mut word| {
                    word.begins |= word.folded.chars().nth(3).is_some();
                    vec![word]
                }));
            }
        }
        Self(phrases)
    }

    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each word, as an index of words is asked for it.
    pub(crate) fn wanted(&self) -> Vec<Wanted<'_>> {
        self.0.iter().flatten().map(Word::wanted).collect()
    }

    /// The shortest stretch of a text in which each of them stands; if that is long, each of them
    /// where it stands there. Nothing if one is missing, or none is asked for.
    ///
    /// # Complexity
    /// O(words of the text × words asked for).
    pub(crate) fn places_in(&self, text: &str) -> Vec<Span> {
        const SHORT: usize = 300;
        let tokens = tokens(text);
        // Where each phrase was seen last.
        let mut seen: Vec<Option<Span>> = vec![None; self.0.len()];
        let mut best: Option<(Span, Vec<Span>)> = None;
        for at in 0..tokens.len() {
            for (phrase, seen) in self.0.iter().zip(&mut seen) {
                let Some(words) = tokens.get(at..at + phrase.len()) else { continue };
                if phrase.iter().zip(words).all(|(wanted, (word, _))| wanted.wanted().is(word)) {
                    let end = words.last().map_or(0, |(_, span)| span.end());
                    *seen = Some(Span::new(words[0].1.start(), end));
                }
            }
            let all: Option<Vec<Span>> = seen.iter().copied().collect();
            let Some(all) = all.filter(|all| !all.is_empty()) else { continue };
            let start = all.iter().map(|span| span.start()).min().unwrap_or(0);
            let end = all.iter().map(|span| span.end()).max().unwrap_or(start);
            if best.as_ref().is_none_or(|(known, _)| end - start < known.end() - known.start()) {
                best = Some((Span::new(start, end), all));
            }
        }
        match best {
            Some((whole, _)) if whole.end() - whole.start() <= SHORT => vec![whole],
            Some((_, mut each)) => {
                each.sort_unstable();
                each.dedup();
                each
            }
            None => Vec::new(),
        }
    }

    /// Whether a text has each of them.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        if self.is_empty() {
            return true;
        }
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        self.0.iter().all(|phrase| {
            words.windows(phrase.len()).any(|words| {
                phrase.iter().zip(words).all(|(wanted, word)| wanted.wanted().is(word))
            })
        })
    }
}

/// The words of a text, folded, and where each stands.
fn tokens(text: &str) -> Vec<(String, Span)> {
    // A full stop is part of an abbreviation, and so is what folds to nothing.
    let inside = |c: char| match c {
        '.' => true,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => c.is_alphanumeric() || !fold(&format!("a{c}a")).contains(' '),
    };
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(inside).map(|at| rest + at) {
        let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |at| start + at);
        let word = text[start..end].trim_start_matches('.');
        let first = end - word.len();
        let span = Span::new(first, first + word.trim_end_matches('.').len());
        let folded = fold(word);
        let words = folded.split(' ').filter(|word| !word.is_empty());
        found.extend(words.map(|word| (word.to_owned(), span)));
        rest = end;
    }
    found
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

/// The same, if it is no more than so many: only what may be is compared, and nothing is allocated
/// for names of usual length.
pub(crate) fn slips_within(one: &[char], other: &str, most: usize) -> Option<usize> {
    const LONG: usize = 64;
    let mut letters = ['\0'; LONG];
    let mut count = 0;
    for letter in other.chars() {
        *letters.get_mut(count)? = letter;
        count += 1;
    }
    let other = &letters[..count];
    if one.len() > LONG || one.len().abs_diff(other.len()) > most {
        return None;
    }
    let far = most + 1;
    let mut rows = [[far; LONG + 1]; 3];
    for (k, cell) in rows[0].iter_mut().enumerate().take(far) {
        *cell = k;
    }
    for i in 0..one.len() {
        let (row, next, before) = (i % 3, (i + 1) % 3, (i + 2) % 3);
        rows[next] = [far; LONG + 1];
        let (from, to) = (i.saturating_sub(most), (i + most + 1).min(other.len()));
        if from == 0 {
            rows[next][0] = i + 1;
        }
        let mut least = rows[next][0];
        for k in from..to {
            let changed = rows[row][k] + usize::from(one[i] != other[k]);
            let mut cell = changed.min(rows[row][k + 1] + 1).min(rows[next][k] + 1);
            if i > 0 && k > 0 && one[i] == other[k - 1] && one[i - 1] == other[k] {
                cell = cell.min(rows[before][k - 1] + 1);
            }
            rows[next][k + 1] = cell.min(far);
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
    }
    Some(rows[one.len() % 3][other.len()]).filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_slips_are_as_many_as_all_would_be() {
        let names = [
            "lavrov",
            "lavorv",
            "lavov",
            "larov",
            "avrov",
            "lavrovv",
            "kiev",
            "kyiv",
            "",
            "a",
            "zelenskyy",
            "zelensky",
            "öst",
            "ost",
            "abcdefgh",
            "badcfehg",
        ];
        for one in names {
            for other in names {
                let letters: Vec<char> = one.chars().collect();
                if letters.len().abs_diff(other.chars().count()) > letters.len().div_ceil(4) {
                    continue;
                }
                let all = slips(one, other);
                for most in 0..4 {
                    let few = Some(all).filter(|all| *all <= most);
                    assert_eq!(slips_within(&letters, other, most), few, "{one} {other}");
                }
            }
        }
    }

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
    fn words_are_pointed_at_where_they_stand_closest() {
        let text = "Grain. The U.S. spoke of “grain” and the deal, the grain\u{301} deal. ";
        for (words, stretch) in [
            ("grain deal", Some("grain\u{301} deal")),
            ("\"the deal\"", Some("the deal")),
            ("us", Some("U.S")),
            ("spoke us", Some("U.S. spoke")),
            ("war", None),
            ("", None),
        ] {
            let places = Words::new(words).places_in(text);
            let found: Vec<_> = places.iter().filter_map(|span| span.of(text)).collect();
            assert_eq!(found, stretch.into_iter().collect::<Vec<_>>(), "{words}");
        }
        let far = format!("war {} peace", "and so on ".repeat(100));
        assert_eq!(Words::new("war peace").places_in(&far).len(), 2);
        let whole = |text: &str| -> Vec<String> {
            fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        for text in [text, "½ a.b .c. ℡–ǅ", "e\u{301}—E\u{301} …. 한글"] {
            let cut: Vec<String> = tokens(text).into_iter().map(|(word, _)| word).collect();
            assert_eq!(cut, whole(text), "{text}");
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
            ("ec*", true),
            ("e", false),
            ("\"economic talks\"", true),
            ("\"talks economic\"", false),
            ("\"econ\"", false),
            ("\"econ*\" us", true),
            ("“the US”", true),
            ("\"the", true),
            ("\"\" *", true),
        ] {
            assert_eq!(Words::new(words).are_in(text), found, "{words}");
        }
    }
}
