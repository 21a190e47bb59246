//! Evidence as a compiler shows a span: file and line, the sentence, the words underlined.

use crate::layout::{self, Cell};
use chancery::Span;
use std::rc::Rc;

/// A text by its lines, so that a place in it can be named.
pub(crate) struct Source<'a> {
    /// The file, or the document where there is no file.
    pub(crate) name: String,
    text: &'a str,
    /// Where each line starts.
    starts: Rc<[usize]>,
}

/// One line of a sentence, and what is written under it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Underlined {
    pub(crate) words: String,
    pub(crate) marks: String,
}

impl<'a> Source<'a> {
    pub(crate) fn new(name: String, text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { name, text, starts }
    }

    /// The same text again, whose lines are known.
    pub(crate) const fn of_lines(name: String, text: &'a str, starts: Rc<[usize]>) -> Self {
        Self { name, text, starts }
    }

    /// Where each line starts, to be [used again](Self::of_lines).
    pub(crate) fn lines(&self) -> Rc<[usize]> {
        Rc::clone(&self.starts)
    }

    /// The line that a byte is in, counted from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The words of a span, on one line, one blank apart.
    pub(crate) fn words(&self, span: Span) -> String {
        let words = layout::plain(span.of(self.text).unwrap_or_default());
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// `FILE:LINE` of a span.
    pub(crate) fn place(&self, span: Span) -> String {
        format!("{}:{}", layout::plain(&self.name), self.line(span.start()))
    }

    /// The sentence around some words, cut to two lines around them, with the words underlined.
    pub(crate) fn underlined(&self, marks: &[Span], width: usize) -> Vec<Underlined> {
        let Some(all) = marks.iter().copied().reduce(Span::to) else { return Vec::new() };
        let sentence = sentence(self.text, all);
        let words = sentence.of(self.text).unwrap_or_default();
        let start = sentence.start();
        let marked = |at: usize| marks.iter().any(|mark| mark.range().contains(&(start + at)));
        let cells: Vec<Cell> =
            layout::cells(words).map(|(at, cell)| Cell { marked: marked(at), ..cell }).collect();
        // Breaking lines at blanks loses room, how much is known when it is done.
        let mut room = 2 * width;
        loop {
            let shown = cut(&cells, room);
            let lines = layout::wrapped(&shown, width);
            if lines.len() <= 2 || room <= width {
                return lines.into_iter().map(underline).collect();
            }
            room -= width.div_ceil(20);
        }
    }
}

fn underline(line: &[Cell]) -> Underlined {
    let mut marks = String::new();
    for cell in line {
        marks.extend(std::iter::repeat_n(if cell.marked { '^' } else { ' ' }, cell.columns));
    }
    marks.truncate(marks.trim_end().len());
    Underlined { words: line.iter().map(|cell| cell.shown).collect(), marks }
}

/// Cuts a long sentence around its marked words, with … where words are left out.
fn cut(cells: &[Cell], room: usize) -> Vec<Cell> {
    if layout::columns(cells) <= room {
        return cells.to_vec();
    }
    let first = cells.iter().position(|cell| cell.marked).unwrap_or(0);
    let last = cells.iter().rposition(|cell| cell.marked).map_or(first, |last| last + 1);
    let room = room.saturating_sub(4); // for … on both sides
    let spare = room.saturating_sub(layout::columns(&cells[first..last]));
    let before = layout::columns(&cells[..first]);
    let after = layout::columns(&cells[last..]);
    let left = before.min((spare / 2).max(spare.saturating_sub(after)));
    let start = first - fitting(cells[..first].iter().rev(), left);
    let end = start + fitting(cells[start..].iter(), room);
    // Half a word at an edge is left out, unless it is one of those that matter.
    let whole = |at: usize| at == 0 || at >= cells.len() || cells[at - 1].shown == ' ';
    let start = (start..first).find(|at| whole(*at)).unwrap_or(first);
    let ends = |at: usize| at >= cells.len() || cells[at].shown == ' ';
    let end = (last.max(start + 1)..=end).rev().find(|at| ends(*at)).unwrap_or(end.max(start + 1));
    let dots = |text: &'static str| layout::cells(text).map(|(_, cell)| cell);
    let mut shown: Vec<Cell> = Vec::new();
    if start > 0 {
        shown.extend(dots("… "));
    }
    shown.extend(&cells[start..end]);
    if end < cells.len() {
        shown.extend(dots(" …"));
    }
    shown
}

fn fitting<'c>(cells: impl Iterator<Item = &'c Cell>, room: usize) -> usize {
    let mut taken = 0;
    cells
        .take_while(|cell| {
            taken += cell.columns;
            taken <= room
        })
        .count()
}

/// How far to look for the ends of a sentence: a line may be a whole book.
const REACH: usize = 2000;

/// The sentence around a span, inside its line; roughly, since it is only shown.
fn sentence(text: &str, span: Span) -> Span {
    let floor = boundary(text, span.start().saturating_sub(REACH));
    let ceiling = boundary(text, (span.end() + REACH).min(text.len()));
    let before = text.get(floor..span.start()).unwrap_or_default();
    let after = text.get(span.end()..ceiling).unwrap_or_default();
    let floor = before.rfind('\n').map_or(floor, |at| floor + at + 1);
    let ceiling = after.find('\n').map_or(ceiling, |at| span.end() + at);
    let (mut start, mut end) = (floor, ceiling);
    for at in ends(&text[floor..ceiling]).map(|at| floor + at) {
        if at <= span.start() {
            start = at;
        } else if at >= span.end() {
            end = at;
            break;
        }
    }
    let blanks = |text: &str| text.len() - text.trim_start().len();
    let start = (start + blanks(&text[start..end])).min(span.start());
    Span::new(start, span.end().max(start + text[start..end].trim_end().len()))
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Where sentences end in a line: after a stop and its closing marks, before a blank and a capital.
fn ends(line: &str) -> impl Iterator<Item = usize> {
    line.char_indices().filter_map(move |(at, c)| {
        if !matches!(c, '.' | '!' | '?') {
            return None;
        }
        let rest = line[at + 1..].trim_start_matches(['"', '”', '’', '\'', ')']);
        let end = line.len() - rest.len();
        let next = rest.trim_start();
        let blank = next.len() < rest.len();
        let opens = |c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '(' | '—');
        let word = line[..at].rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        let initials = word.starts_with(char::is_uppercase) && word.chars().count() <= 3;
        let short = c == '.' && (initials || word.contains('.'));
        (blank && next.starts_with(opens) && !short).then_some(end)
    })
}

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "`UPDATE_EXPECT=1` writes them")]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, words: &str, width: usize, expected: Expect) {
        let at = text.find(words).expect("the words are in the text");
        let source = Source::new("f".to_owned(), text);
        let span = Span::new(at, at + words.len());
        let mut shown = source.place(span) + "\n";
        for line in source.underlined(&[span], width) {
            shown.extend(["| ", &line.words, "\n| ", &line.marks, "\n"]);
        }
        expected.assert_eq(&shown);
    }

    #[test]
    fn the_words_are_underlined_in_their_sentence() {
        let text = "It began.\nMr. Lee left. He met \"Öst\" of the U.S. on Monday. They agreed.";
        check(
            text,
            "met",
            60,
            expect![[r#"
            f:2
            | He met "Öst" of the U.S. on Monday.
            |    ^^^
        "#]],
        );
        check(
            text,
            "They",
            60,
            expect![[r#"
                f:2
                | They agreed.
                | ^^^^
            "#]],
        );
        check(
            text,
            "He met \"Öst\" of the U.S. on Monday.",
            60,
            expect![[r#"
                f:2
                | He met "Öst" of the U.S. on Monday.
                | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            "#]],
        );
    }

    #[test]
    fn wide_characters_take_two_columns_and_accents_none() {
        let text = "中国外交部长王毅会见了e\u{301}lysee的客人";
        let source = Source::new("f".to_owned(), text);
        let at = text.find("王毅").expect("the words are in the text");
        let mark = Span::new(at, text.find("lysee").expect("the words are in the text"));
        let lines = source.underlined(&[mark], 60);
        assert_eq!(lines[0].marks, " ".repeat(12) + &"^".repeat(11));
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_words() {
        let text = "When the ministers of the six states that had signed the treaty of the year before came \
                    together in the small hall, nobody spoke for a while, and then the oldest of them rose.";
        check(
            text,
            "nobody spoke",
            30,
            expect![[r#"
                f:1
                | … in the small hall, nobody
                |                      ^^^^^^
                | spoke for a while, and then …
                | ^^^^^
            "#]],
        );
        check(
            text,
            "When the",
            30,
            expect![[r#"
                f:1
                | When the ministers of the six
                | ^^^^^^^^
                | states that had signed the …
                | 
            "#]],
        );
        check(
            text,
            "rose",
            30,
            expect![[r#"
            f:1
            | … spoke for a while, and then
            | 
            | the oldest of them rose.
            |                    ^^^^
        "#]],
        );
        check(
            text,
            text.trim_end_matches('.'),
            30,
            expect![[r#"
                f:1
                | When the ministers of the six
                | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                | states that had signed the …
                | ^^^^^^^^^^^^^^^^^^^^^^^^^^
            "#]],
        );
    }
}
