//! Which quotation marks belong together.
//!
//! Any marks (`"…"`, `“…”`, `‘…’`, `''…''`, ``` ``…'' ```, `«…»`), also a paragraph that opens without
//! closing because the next one goes on. Time is linear in the number of marks.

use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// A stretch in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The tokens between the marks, the marks excluded.
    pub(crate) inside: Range<usize>,
    /// Whether it was never closed: the next paragraph goes on, or a mark was forgotten.
    pub(crate) open: bool,
}

/// Straight and curly double marks are told apart, for one kind may stand within the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Straight,
    Curly,
    Single,
    Guillemet,
}

impl Family {
    const fn is_double(self) -> bool {
        matches!(self, Self::Straight | Self::Curly)
    }

    /// The other kind of double marks.
    const fn other(self) -> Option<Self> {
        match self {
            Self::Straight => Some(Self::Curly),
            Self::Curly => Some(Self::Straight),
            Self::Single | Self::Guillemet => None,
        }
    }
}

/// Pairs the marks of each paragraph (ranges of tokens), in order of the text. Inner quotations are
/// left inside their outer one. The second list holds marks that pair with none.
pub(crate) fn quotations(
    text: &str,
    tokens: &[Token],
    paragraphs: &[Range<usize>],
) -> (Vec<Quotation>, Vec<usize>) {
    let (mut found, mut unpaired) = (Vec::new(), Vec::new());
    for paragraph in paragraphs {
        let mut open: Option<(usize, Family)> = None;
        let mut inner = false; // double marks of the other kind are open within
        for at in paragraph.clone() {
            if tokens[at].kind != TokenKind::Quote {
                continue;
            }
            let Some((family, side)) = read(text, tokens, at, paragraph) else { continue };
            match open {
                None if side != Side::Closes => {
                    open = Some((at, family));
                    inner = false;
                }
                Some((_, opened)) if opened.other() == Some(family) && inner => {
                    inner = side != Side::Closes;
                }
                Some((_, opened)) if opened.other() == Some(family) && side == Side::Opens => {
                    inner = true;
                }
                Some((start, opened))
                    if (opened == family || opened.other() == Some(family))
                        && side != Side::Opens =>
                {
                    if start + 1 < at {
                        found.push(Quotation { inside: start + 1..at, open: false });
                    }
                    open = None;
                }
                // A second opening mark of the same family: the first was never closed.
                Some((start, opened)) if opened == family && family.is_double() => {
                    unpaired.push(start);
                    open = Some((at, family));
                }
                None => unpaired.push(at),
                Some(_) => {}
            }
        }
        if let Some((start, family)) = open {
            if start + 1 < paragraph.end && family.is_double() {
                found.push(Quotation { inside: start + 1..paragraph.end, open: true });
            }
            unpaired.push(start);
        }
    }
    (found, unpaired)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

fn read(
    text: &str,
    tokens: &[Token],
    at: usize,
    paragraph: &Range<usize>,
) -> Option<(Family, Side)> {
    let token = &tokens[at];
    let next = tokens.get(at + 1).filter(|_| at + 1 < paragraph.end);
    let space_after = next.is_none_or(|next| next.spaced);
    let by_space = match (token.spaced, space_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        // Between a word and a comma it closes; between a dash or bracket and a word it opens.
        (false, false) => {
            let after = next.and_then(|next| next.span.of(text)).unwrap_or_default();
            if after.starts_with([',', '.', ';', ':', '?', '!', ')', '—', '-']) {
                Side::Closes
            } else {
                Side::Opens
            }
        }
        (true, true) => Side::Either,
    };
    Some(match token.span.of(text)? {
        // German closes with what opens in English, and so do misprints.
        "“" if by_space == Side::Closes => (Family::Curly, Side::Either),
        "“" | "„" | "‟" => (Family::Curly, Side::Opens),
        "”" => (Family::Curly, Side::Closes),
        "``" => (Family::Straight, Side::Opens),
        "\"" | "''" => (Family::Straight, by_space),
        "«" => (Family::Guillemet, Side::Opens),
        "»" => (Family::Guillemet, Side::Closes),
        "‘" => (Family::Single, Side::Opens),
        // An apostrophe closes only after a mark or where it cannot be a possessive.
        "’" => (Family::Single, Side::Closes),
        "'" | "`" => {
            let side = if token.spaced { Side::Opens } else { Side::Closes };
            (Family::Single, side)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let tokens = tokens(text);
        let (found, unpaired) = quotations(text, &tokens, std::slice::from_ref(&(0..tokens.len())));
        let shown: Vec<_> = found
            .iter()
            .map(|quotation| {
                let span =
                    tokens[quotation.inside.start].span.to(tokens[quotation.inside.end - 1].span);
                format!(
                    "{}{}",
                    span.of(text).unwrap_or("!"),
                    if quotation.open { " …" } else { "" }
                )
            })
            .collect();
        expected.assert_eq(&format!("{} ({} unpaired)", shown.join(" | "), unpaired.len()));
    }

    #[test]
    fn marks_of_every_kind_pair() {
        check("\"One,\" he said. \"Two.\"", expect!["One, | Two. (0 unpaired)"]);
        check("“One,” he said. ‘Two,’ ``three''", expect!["One, | Two, | three (0 unpaired)"]);
        check("''One,'' he said.", expect!["One, (0 unpaired)"]);
        check("the ministers' talks were \"unlikely\".", expect!["unlikely (1 unpaired)"]);
    }

    #[test]
    fn marks_of_one_kind_stand_within_the_other() {
        check(
            "\"They ask: “Is it so?” I say yes,\" he said. “No.”",
            expect!["They ask: “Is it so?” I say yes, | No. (0 unpaired)"],
        );
        check("„Eins,“ sagte er. “Two.“", expect!["Eins, | Two. (0 unpaired)"]);
        check("\"One,” he said.", expect!["One, (0 unpaired)"]);
    }

    #[test]
    fn an_open_quotation_runs_to_the_end_of_its_paragraph() {
        check("He said: \"One and two.", expect!["One and two. … (1 unpaired)"]);
    }
}
