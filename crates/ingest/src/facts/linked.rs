//! Which marked source, cue and content belong together: by nearness, within a paragraph.
//!
//! On the spans that people marked in the development part of `PolNeAR` this links 97 of 100 as they did.

use super::contents::trim;
use crate::network::{Marked, Part};
use crate::surface::{Run, Surface};

/// What the network marked, put together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Linked {
    pub(super) source: Option<Run>,
    pub(super) cue: Option<Run>,
    /// In order of the text.
    pub(super) content: Vec<Run>,
    /// How sure the network is of the part that it is least sure of, in 1/256 nat a word.
    pub(super) margin: i32,
}

/// So many marks to either side are looked at.
const NEAR: usize = 6;
/// What a sentence's end costs, in words.
const SENTENCE: usize = 15;
/// What a cue in between costs.
const BETWEEN: usize = 9;

/// Puts marks together, in order of their contents.
pub(super) fn linked(surface: &Surface, marks: &[Marked]) -> Vec<Linked> {
    let of =
        |part: Part| -> Vec<&Marked> { marks.iter().filter(|mark| mark.part == part).collect() };
    let (sources, cues) = (of(Part::Source), of(Part::Cue));
    let contents: Vec<Marked> = of(Part::Content)
        .into_iter()
        .map(|mark| Marked { words: trim(surface, mark.words.clone()), ..mark.clone() })
        .filter(|mark| !mark.words.is_empty())
        .collect();
    let contents: Vec<&Marked> = contents.iter().collect();
    let linker = Linker { surface, cues: &cues };
    let mut found: Vec<Linked> = Vec::new();
    let mut owner: Vec<Option<usize>> = vec![None; contents.len()];
    for cue in &cues {
        let Some(content) = linker.content_of(cue, &contents) else { continue };
        if let Some(number) = owner[content] {
            // Two cues of one content: the nearer one is its own.
            let known = found[number].cue.clone().unwrap_or(0..0);
            if gap(&cue.words, &contents[content].words) < gap(&known, &contents[content].words) {
                found[number].cue = Some(cue.words.clone());
            }
        } else {
            owner[content] = Some(found.len());
            found.push(Linked {
                source: None,
                cue: Some(cue.words.clone()),
                content: vec![contents[content].words.clone()],
                margin: cue.margin.min(contents[content].margin),
            });
        }
    }
    for (at, content) in contents.iter().enumerate() {
        if owner[at].is_some() {
            continue;
        }
        let before = (at.saturating_sub(NEAR)..at).rev().filter_map(|other| owner[other]);
        let after = (at + 1..(at + 1 + NEAR).min(contents.len())).find_map(|other| owner[other]);
        let joins = linker.joins(&content.words, &found, before, after);
        if let Some(number) = joins {
            found[number].content.push(content.words.clone());
            found[number].content.sort_by_key(|run| run.start);
            owner[at] = Some(number);
        } else {
            owner[at] = Some(found.len());
            found.push(Linked {
                content: vec![content.words.clone()],
                margin: content.margin,
                ..Linked::default()
            });
        }
    }
    for linked in &mut found {
        let anchor = linked.cue.clone().unwrap_or_else(|| linked.content[0].clone());
        if let Some(source) = linker.source_of(&anchor, &sources) {
            linked.source = Some(source.words.clone());
            linked.margin = linked.margin.min(source.margin);
        }
    }
    found.sort_by_key(|linked| linked.content[0].start);
    found
}

/// Words between two runs.
fn gap(a: &Run, b: &Run) -> usize {
    if b.start >= a.end { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

struct Linker<'s, 't, 'm> {
    surface: &'s Surface<'t>,
    cues: &'m [&'m Marked],
}

impl Linker<'_, '_, '_> {
    /// The marks next to a place, some to either side.
    fn around<'m>(marks: &'m [&'m Marked], at: usize) -> impl Iterator<Item = (usize, &'m Marked)> {
        let next = marks.partition_point(|mark| mark.words.start < at);
        let range = next.saturating_sub(NEAR)..(next + NEAR).min(marks.len());
        range.map(|number| (number, marks[number]))
    }

    /// Whether a cue other than this one stands between two runs.
    fn parted(&self, a: &Run, b: &Run, cue: &Run) -> bool {
        let between = a.end.min(b.end)..a.start.max(b.start);
        Self::around(self.cues, cue.start).any(|(_, other)| {
            other.words != *cue
                && between.start <= other.words.start
                && other.words.end <= between.end
        })
    }

    fn sentences_apart(&self, a: usize, b: usize) -> usize {
        self.surface.sentence_of(a).abs_diff(self.surface.sentence_of(b))
    }

    fn same_paragraph(&self, a: usize, b: usize) -> bool {
        self.surface.paragraph_of(a) == self.surface.paragraph_of(b)
    }

    fn content_of(&self, cue: &Marked, contents: &[&Marked]) -> Option<usize> {
        let at = cue.words.start;
        let cost = |content: &Marked| {
            let run = &content.words;
            let apart =
                self.sentences_apart(run.start, at).min(self.sentences_apart(run.end - 1, at));
            let same = self.same_paragraph(run.start, at);
            // A quotation of whole sentences is introduced by a colon, or goes on with what was
            // quoted before it.
            let sentence = self.surface.sentence(run.start);
            let opens = run.start <= sentence.start + 1 && at < sentence.start && self.quoted(run);
            let introduced = sentence.start > 0 && self.surface.word(sentence.start - 1) == ":";
            if !same && apart > 1 || opens && !introduced && same {
                return usize::MAX;
            }
            gap(&cue.words, run)
                + SENTENCE * apart
                + if same { 0 } else { 40 }
                + if self.parted(&cue.words, run, &cue.words) { BETWEEN } else { 0 }
        };
        Self::around(contents, at)
            .map(|(number, content)| (cost(content), content.words.start < at, number))
            .filter(|(cost, _, _)| *cost < 45)
            .min()
            .map(|(_, _, number)| number)
    }

    fn quoted(&self, run: &Run) -> bool {
        let inside = run.clone().filter(|at| self.surface.quotation_of(*at).is_some()).count();
        inside * 5 >= run.len() * 4
    }

    /// The statement that a content without a cue of its own goes on with.
    fn joins(
        &self,
        content: &Run,
        found: &[Linked],
        before: impl Iterator<Item = usize>,
        after: Option<usize>,
    ) -> Option<usize> {
        // A quotation of whole sentences goes on with what was quoted before it.
        let quotes = |run: &Run| run.clone().any(|at| self.surface.quotation_of(at).is_some());
        let whole = self.quoted(content);
        let earlier: Vec<usize> = before
            .filter(|number| {
                found[*number].cue.as_ref().is_some_and(|cue| {
                    cue.start < content.start && self.same_paragraph(cue.start, content.start)
                })
            })
            .collect();
        let goes_on = earlier.iter().copied().find(|number| {
            let linked = &found[*number];
            let cue = linked.cue.as_ref().map_or(0, |cue| cue.start);
            self.sentences_apart(cue, content.start) == 0
                || whole && linked.content.last().is_some_and(quotes)
        });
        if goes_on.is_some() {
            return goes_on;
        }
        let earlier = earlier.first().copied();
        let later = after.filter(|number| {
            found[*number].cue.as_ref().is_some_and(|cue| {
                cue.start >= content.end && self.sentences_apart(cue.start, content.end - 1) == 0
            })
        });
        let adjoins = || {
            let last = found[earlier?].content.last()?;
            let near = content.start >= last.end && content.start - last.end <= 4;
            (near && self.sentences_apart(content.start, last.end - 1) <= 1).then_some(earlier?)
        };
        later.or_else(adjoins)
    }

    fn source_of<'m>(&self, anchor: &Run, sources: &'m [&'m Marked]) -> Option<&'m Marked> {
        let cost = |source: &Marked| {
            let apart = self.sentences_apart(source.words.start, anchor.start);
            if apart > 1 || !self.same_paragraph(source.words.start, anchor.start) {
                return usize::MAX;
            }
            gap(anchor, &source.words)
                + 20 * apart
                + if self.parted(anchor, &source.words, anchor) { BETWEEN } else { 0 }
        };
        Self::around(sources, anchor.start)
            .map(|(_, source)| (cost(source), source.words.start, source))
            .filter(|(cost, _, _)| *cost < 60)
            .min_by_key(|(cost, start, _)| (*cost, *start))
            .map(|(_, _, source)| source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::Tagger;
    use expect_test::{Expect, expect};

    /// Words in `<…>` are sources, in `{…}` cues, in `[…]` contents.
    #[track_caller]
    fn check(marked: &str, expected: Expect) {
        let (mut text, mut open, mut spans) = (String::new(), 0, Vec::new());
        for char in marked.chars() {
            match char {
                '<' | '{' | '[' => open = text.len(),
                '>' => spans.push((Part::Source, open, text.len())),
                '}' => spans.push((Part::Cue, open, text.len())),
                ']' => spans.push((Part::Content, open, text.len())),
                _ => text.push(char),
            }
        }
        let surface = Surface::new(&text, Tagger::embedded());
        let place = |byte: usize| {
            (0..surface.len()).take_while(|at| surface.span(*at).end() <= byte).count()
        };
        let marks: Vec<Marked> = spans
            .into_iter()
            .map(|(part, start, end)| {
                let first =
                    (0..surface.len()).take_while(|at| surface.span(*at).start() < start).count();
                Marked { part, words: first..place(end), margin: 256 }
            })
            .collect();
        let shown: Vec<String> = linked(&surface, &marks)
            .iter()
            .map(|linked| {
                let words = |run: &Option<Run>| {
                    run.as_ref().map_or("-", |run| surface.words(run)).to_owned()
                };
                let contents: Vec<&str> =
                    linked.content.iter().map(|run| surface.words(run)).collect();
                format!(
                    "{} | {} | {}",
                    words(&linked.source),
                    words(&linked.cue),
                    contents.join(" … ")
                )
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn what_stands_together_belongs_together() {
        check(
            "<Lee> {said} that [talks failed]. <Kim> {denied} [it].",
            expect![[r"
            Lee | said | talks failed
            Kim | denied | it"]],
        );
    }

    #[test]
    fn a_quotation_goes_on_after_its_cue_and_in_the_next_sentence() {
        check(
            "“[It is over],” <Lee> {said}, “[for now].” “[We go home tomorrow].”",
            expect!["Lee | said | It is over … for now … We go home tomorrow"],
        );
    }

    #[test]
    fn a_quotation_in_the_next_sentence_has_its_own_speaker_if_it_has_a_cue() {
        check(
            "“[It is over],” <Lee> {said}. “[It goes on],” {said} <Kim>.",
            expect![[r"
            Lee | said | It is over
            Kim | said | It goes on"]],
        );
    }

    #[test]
    fn two_cues_may_share_a_source() {
        check(
            "<Lee> {said} [talks failed] and {added} that [he would go].",
            expect![[r"
            Lee | said | talks failed
            Lee | added | he would go"]],
        );
    }
}
