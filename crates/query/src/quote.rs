use chancery_graph::Graph;
use chancery_model::{DocumentInfo, Evidence, Span};

/// A piece of evidence in its sentence, as one would show it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quote<'g> {
    /// The document it stands in.
    pub document: &'g DocumentInfo,
    /// All of that document's words.
    pub text: &'g str,
    /// The sentence around the evidence; several, if it reaches over them.
    pub sentence: Span,
    /// The evidence.
    pub words: Span,
}

/// How far a sentence is followed from the evidence, in bytes: some texts have no full stop.
const REACH: usize = 600;

impl<'g> Quote<'g> {
    /// The evidence in its sentence; `None` if it is not of this graph.
    ///
    /// # Complexity
    /// O(evidence + 1,200 bytes).
    pub fn of(graph: &'g Graph, evidence: &Evidence) -> Option<Self> {
        let report = graph.report(&evidence.document)?;
        let text = report.text();
        evidence.span.of(text)?;
        let sentence = sentence(text, evidence.span);
        Some(Self { document: report.info(), text, sentence, words: evidence.span })
    }

    /// The words before the evidence, the evidence, and the words after it, in its sentence.
    pub fn parts(&self) -> (&'g str, &'g str, &'g str) {
        (
            &self.text[self.sentence.start()..self.words.start()],
            &self.text[self.words.range()],
            &self.text[self.words.end()..self.sentence.end()],
        )
    }

    /// The sentence.
    pub fn sentence(&self) -> &'g str {
        &self.text[self.sentence.range()]
    }
}

/// The sentence around some words, by rules that hold in most languages of the Latin script.
///
/// Only for showing: what counts as a sentence when facts are read is decided there.
fn sentence(text: &str, words: Span) -> Span {
    let mut low = words.start().saturating_sub(REACH);
    while !text.is_char_boundary(low) {
        low += 1;
    }
    let mut high = words.end().saturating_add(REACH).min(text.len());
    while !text.is_char_boundary(high) {
        high -= 1;
    }
    // Nothing beyond the reach is looked at, so hostile texts cost no more than others.
    let (text, first, last) = (&text[low..high], words.start() - low, words.end() - low);
    let starts = text[..first].char_indices().map(|(at, c)| at + c.len_utf8());
    let start = starts.rev().find(|at| ends_at(text, *at)).unwrap_or(0);
    let start = first - text[start..first].trim_start().len();
    let mut ends = (last..text.len()).filter(|at| text.is_char_boundary(*at));
    // The last words may bring their own full stop.
    let end = ends.find(|at| ends_at(text, *at)).unwrap_or(text.len());
    let end = last + text[last..end].trim_end().len();
    Span::new(low + start, low + end)
}

/// Whether a sentence, with the quotation marks that close it, ends right before this byte.
fn ends_at(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    if after.is_empty() || before.ends_with("\n\n") || after.starts_with("\n\n") {
        return true;
    }
    let closing = |c: char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']');
    let opening = |c: char| matches!(c, '"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '—' | '–' | '-');
    if !after.starts_with(char::is_whitespace) {
        return false;
    }
    let follows = after.trim_start().chars().find(|c| !opening(*c));
    if follows.is_some_and(|c| !c.is_uppercase() && !c.is_numeric()) {
        return false;
    }
    let stopped = before.trim_end_matches(closing);
    if stopped.ends_with(['!', '?', '…', '。']) {
        return true;
    }
    let Some(sentence) = stopped.strip_suffix('.') else { return false };
    // A single letter, "U.S", or a short title before the stop: it belongs to the word.
    let word = sentence.rsplit(|c: char| c.is_whitespace() || opening(c)).next().unwrap_or("");
    let titles = [
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Capt", "Maj", "Sgt",
        "St", "Prof", "Rev", "Hon", "Amb", "Pres", "Sec", "No", "Jan", "Feb", "Mar", "Apr", "Jun",
        "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
    ];
    let letter = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    !(letter || dotted || titles.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: &str) {
        let at = text.find(words).expect("the words are in the text");
        let span = sentence(text, Span::new(at, at + words.len()));
        assert_eq!(span.of(text), Some(expected));
    }

    #[test]
    fn a_sentence_ends_where_a_reader_sees_it_end() {
        check("One. Two met. Three.", "met", "Two met.");
        check("One.\n\nTwo met\n\nThree.", "met", "Two met");
        check(
            "He left. U.S. Sen. John J. Doe met Gen. Lee. Done.",
            "met",
            "U.S. Sen. John J. Doe met Gen. Lee.",
        );
        check("\"We met.\" He left.", "met", "\"We met.\"");
        check("No stop at all", "stop", "No stop at all");
        check("A fell. B met C.", "met C.", "B met C.");
        check("A met B. C fell.", "A met B. C", "A met B. C fell.");
        check(&format!("{}met", "x ".repeat(10_000)), "met", &format!("{}met", "x ".repeat(300)));
        check("Öst. Ärger und Łódź", "und", "Ärger und Łódź");
    }
}
