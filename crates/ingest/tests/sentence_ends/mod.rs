//! Where sentences end, found without the help of what is tested.

use chancery_model::Span;

/// Words that a full stop follows in the middle of a sentence.
const SHORT: &str = " mr mrs ms dr gen col lt sgt capt maj sen rep gov st jr sr no prof rev hon adm \
                     jan feb mar apr jun jul aug sep sept oct nov dec vs etc inc ltd corp co ";

/// The sentences of a text: a paragraph's end, or a closing mark, space and a capital, ends one.
///
/// In doubt ("the U.S. President") a sentence goes on.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let ends = match c {
            '\n' => true,
            '.' => ends_here(&text[next..]) && !is_short(&text[start..at]),
            '!' | '?' | '…' => ends_here(&text[next..]),
            _ => false,
        };
        if ends {
            let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | ')' | ']');
            let rest = &text[next..];
            let closed = next + rest.len() - rest.trim_start_matches(closing).len();
            sentences.push(Span::new(start, closed));
            start = closed;
        }
    }
    sentences.push(Span::new(start, text.len()));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Whether a new sentence may begin after this closing mark.
fn ends_here(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['"', '\'', '”', '’', ')', ']']);
    let gap = rest.chars().next().is_none_or(char::is_whitespace);
    let next = rest.trim_start().trim_start_matches(['"', '\'', '“', '‘', '(', '[']);
    gap && next.chars().next().is_none_or(|c| c.is_uppercase() || c.is_numeric())
}

/// Whether the word before a full stop is one that is written with it: an initial, "Gen", "U.S".
fn is_short(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || word.contains('.') || SHORT.contains(&format!(" {} ", word.to_lowercase()))
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let text = "Gen. Lee met the U.S. President. He said: \"No.\" Then\n\nChad won 3.5 points? Yes";
    let found: Vec<&str> = sentences(text).into_iter().filter_map(|span| span.of(text)).collect();
    let trimmed: Vec<&str> = found.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    let wanted = [
        "Gen. Lee met the U.S. President.",
        "He said: \"No.\"",
        "Then",
        "Chad won 3.5 points?",
        "Yes",
    ];
    assert_eq!(trimmed, wanted);
}
