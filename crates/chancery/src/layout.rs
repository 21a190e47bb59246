//! Words in columns: how wide they are on a terminal, where a line ends, what must not be printed.

use unicode_width::UnicodeWidthChar;

/// One character to print: how many columns it takes, and whether it is to be underlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) shown: char,
    pub(crate) columns: usize,
    pub(crate) marked: bool,
}

/// The characters of a text as they may be printed: news is anybody's, so no control character
/// and nothing that turns the direction of writing reaches the terminal.
pub(crate) fn cells(text: &str) -> impl Iterator<Item = (usize, Cell)> {
    text.char_indices().map(|(at, c)| {
        let shown = match c {
            c if c.is_whitespace() => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        };
        (at, Cell { shown, columns: shown.width().unwrap_or(0), marked: false })
    })
}

/// A text on one line, as it may be printed.
pub(crate) fn plain(text: &str) -> String {
    cells(text).map(|(_, cell)| cell.shown).collect()
}

/// How many columns it takes.
pub(crate) fn columns(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.columns).sum()
}

/// Breaks a line at blanks so that each part fits; a word wider than a line is cut.
pub(crate) fn wrapped(cells: &[Cell], width: usize) -> Vec<&[Cell]> {
    let mut lines = Vec::new();
    let mut rest = cells;
    while !rest.is_empty() {
        let (mut fits, mut taken, mut blank) = (0, 0, None);
        for (i, cell) in rest.iter().enumerate() {
            if cell.shown == ' ' {
                blank = Some(i);
            }
            if taken + cell.columns > width && i > 0 {
                break;
            }
            taken += cell.columns;
            fits = i + 1;
        }
        if fits == rest.len() {
            lines.push(rest);
            break;
        }
        let end = blank.filter(|blank| *blank > 0).unwrap_or(fits);
        lines.push(&rest[..end]);
        rest = &rest[end..];
        let blanks = rest.iter().take_while(|cell| cell.shown == ' ').count();
        rest = &rest[blanks..];
    }
    lines
}

/// A text broken into lines of at most this many columns.
pub(crate) fn lines(text: &str, width: usize) -> Vec<String> {
    let cells: Vec<Cell> = cells(text.trim()).map(|(_, cell)| cell).collect();
    let shown = |line: &[Cell]| line.iter().map(|cell| cell.shown).collect();
    wrapped(&cells, width.max(8)).into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_at_blanks_and_a_long_word_is_cut() {
        assert_eq!(lines("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(lines("abcdefghijkl", 8), ["abcdefgh", "ijkl"]);
        assert_eq!(lines("習近平主席会談", 8), ["習近平主", "席会談"]);
        assert!(lines("  ", 8).is_empty());
    }

    #[test]
    fn what_would_command_the_terminal_is_not_printed() {
        assert_eq!(plain("a\x1b[31mb\u{202e}c\td"), "a\u{fffd}[31mb\u{fffd}c d");
    }
}
