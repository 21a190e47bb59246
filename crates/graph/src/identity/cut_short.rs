//! Names that are cut short where everybody knows whom they mean: "Zal" of Zalmay Khalilzad, "Jai" of S.
//! Jaishankar.

/// Letters that a name is cut down to.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=4;

/// Letters that are left out, at least: one or two may be another's name, as of a son or a woman.
const REST: usize = 3;

/// What a word of a name may be cut down to.
pub(super) fn cut_forms(word: &str) -> impl Iterator<Item = &str> {
    let letters = word.chars().count();
    let ends = word.char_indices().map(|(at, _)| at).enumerate();
    ends.filter(move |(count, _)| LETTERS.contains(count) && letters >= count + REST)
        .map(|(_, end)| &word[..end])
}

/// Whether one word may be another, cut short.
pub(super) fn is_cut_of(short: &str, word: &str) -> bool {
    cut_forms(word).any(|it| it == short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_after_three_letters_or_four() {
        assert!(is_cut_of("zal", "zalmay"));
        assert!(is_cut_of("jai", "jaishankar") && is_cut_of("jais", "jaishankar"));
        assert!(!is_cut_of("ann", "annie") && !is_cut_of("za", "zalmay"));
        assert!(!is_cut_of("zalmay", "zalmay"));
        assert!(is_cut_of("зал", "залмай"));
        assert_eq!(cut_forms("zalmay").count(), 1);
        assert_eq!(cut_forms("").count(), 0);
    }
}
