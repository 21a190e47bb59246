//! The surface of one article: tokens, sentences, paragraphs and quotations, with the tagger's labels.

use crate::quotes::{Quotation, quotations};
use crate::sentences::stretches;
use crate::tagger::{EntityTag, Pos, Tagged, Tagger};
use crate::tokens::{Token, TokenKind, tokens};
use chancery_model::Span;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// A stretch of tokens, by their places in the article.
pub(crate) type Run = Range<usize>;

/// One article, cut and labelled. Tokens are named by their place.
pub(crate) struct Surface<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    words: Vec<&'t str>,
    /// The words in lower case; most are so as they stand.
    lower: Vec<Cow<'t, str>>,
    capital: Vec<bool>,
    tags: Vec<Tagged>,
    sentence_of: Vec<u32>,
    paragraph_of: Vec<u32>,
    /// For every token, the quotation it stands in, counted from 1; 0 for none.
    quotation_of: Vec<u32>,
    sentences: Vec<Run>,
    paragraphs: Vec<Run>,
    quotations: Vec<Quotation>,
    unpaired: Vec<usize>,
    /// For every paragraph who speaks in it, once somebody has asked for that.
    labels: OnceLock<Box<[Option<Run>]>>,
}

impl<'t> Surface<'t> {
    /// Cuts and labels a text. Linear in its length.
    pub(crate) fn new(text: &'t str, tagger: &Tagger) -> Self {
        let tokens = tokens(text);
        let found = stretches(text, &tokens);
        let paragraphs: Vec<Run> = found
            .paragraphs
            .iter()
            .map(|range| found.sentences[range.start].start..found.sentences[range.end - 1].end)
            .collect();
        let (quotations, unpaired) = quotations(text, &tokens, &paragraphs);
        let number = |ranges: &[Run]| {
            let mut of = vec![0_u32; tokens.len()];
            for (at, range) in ranges.iter().enumerate() {
                of[range.clone()].fill(u32::try_from(at).unwrap_or(u32::MAX));
            }
            of
        };
        let mut quotation_of = vec![0_u32; tokens.len()];
        for (at, quotation) in quotations.iter().enumerate() {
            quotation_of[quotation.inside.clone()].fill(u32::try_from(at + 1).unwrap_or(u32::MAX));
        }
        let words: Vec<&str> =
            tokens.iter().map(|token| token.span.of(text).unwrap_or_default()).collect();
        let mut tags = Vec::with_capacity(tokens.len());
        for sentence in &found.sentences {
            tags.extend(tagger.tag(&words[sentence.clone()]));
        }
        Self {
            text,
            lower: words.iter().map(|word| lower(word)).collect(),
            capital: words.iter().map(|word| word.starts_with(char::is_uppercase)).collect(),
            words,
            tags,
            sentence_of: number(&found.sentences),
            paragraph_of: number(&paragraphs),
            quotation_of,
            sentences: found.sentences,
            paragraphs,
            quotations,
            unpaired,
            labels: OnceLock::new(),
            tokens,
        }
    }

    /// How many tokens there are.
    pub(crate) const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at a place, empty beyond the ends.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word in lower case, with straight apostrophes.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    /// Whether the lower-case words from a place on are these.
    pub(crate) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.lower(at + offset) == *word)
    }

    /// What a token is made of.
    pub(crate) fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// Its part of speech.
    pub(crate) fn pos(&self, at: usize) -> Pos {
        self.tags.get(at).map_or(Pos::Symbol, |tagged| tagged.pos)
    }

    /// The tagger's guess at a name.
    pub(crate) fn entity(&self, at: usize) -> EntityTag {
        self.tags.get(at).map_or_else(EntityTag::default, |tagged| tagged.entity)
    }

    /// Whether white space comes before it.
    pub(crate) fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// The words of a span.
    pub(crate) fn text_of(&self, span: Span) -> Option<&'t str> {
        span.of(self.text)
    }

    /// The span of one token.
    pub(crate) fn span(&self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::new(0, 0), |token| token.span)
    }

    /// The span of a run of tokens; empty for an empty run.
    pub(crate) fn span_of(&self, run: &Run) -> Span {
        if run.is_empty() {
            Span::new(0, 0)
        } else {
            self.span(run.start).to(self.span(run.end - 1))
        }
    }

    /// The words of a run as they stand in the text.
    pub(crate) fn words(&self, run: &Run) -> &'t str {
        self.span_of(run).of(self.text).unwrap_or_default()
    }

    /// Whether a token begins with a capital letter.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.capital.get(at).copied().unwrap_or_default()
    }

    /// The number of the sentence a token stands in.
    pub(crate) fn sentence_of(&self, at: usize) -> usize {
        self.sentence_of.get(at).map_or(usize::MAX, |number| *number as usize)
    }

    /// The number of the paragraph a token stands in.
    pub(crate) fn paragraph_of(&self, at: usize) -> usize {
        self.paragraph_of.get(at).map_or(usize::MAX, |number| *number as usize)
    }

    /// The number of the quotation a token stands in.
    pub(crate) fn quotation_of(&self, at: usize) -> Option<usize> {
        self.quotation_of.get(at).and_then(|number| (*number as usize).checked_sub(1))
    }

    /// The sentences, as runs of tokens.
    pub(crate) fn sentences(&self) -> &[Run] {
        &self.sentences
    }

    /// The sentence that a token stands in, empty beyond the ends.
    pub(crate) fn sentence(&self, at: usize) -> Run {
        self.sentences.get(self.sentence_of(at)).cloned().unwrap_or(0..0)
    }

    /// The paragraph that a token stands in, empty beyond the ends.
    pub(crate) fn paragraph(&self, at: usize) -> Run {
        self.paragraphs.get(self.paragraph_of(at)).cloned().unwrap_or(0..0)
    }

    /// Whether a token is the first of its paragraph.
    pub(crate) fn begins_paragraph(&self, at: usize) -> bool {
        at == 0 || self.paragraph_of(at) != self.paragraph_of(at - 1)
    }

    /// The paragraphs, as runs of tokens.
    pub(crate) fn paragraphs(&self) -> &[Run] {
        &self.paragraphs
    }

    /// For every paragraph the words that tell who speaks in it; they are read but once.
    pub(crate) fn labels(&self, read: impl Fn(&Run) -> Option<Run>) -> &[Option<Run>] {
        self.labels.get_or_init(|| self.paragraphs.iter().map(read).collect())
    }

    /// What stands in quotation marks.
    pub(crate) fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// Quotation marks that pair with none.
    pub(crate) fn unpaired(&self) -> &[usize] {
        &self.unpaired
    }
}

/// A word in lower case, with straight apostrophes.
fn lower(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        word.to_lowercase().replace('\u{2019}', "'").into()
    } else if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        word.to_ascii_lowercase().into()
    } else {
        word.into()
    }
}
