//! The word tokens of an article, and which of them a span touches.

use chancery_model::Span;
use std::collections::BTreeSet;

/// The places of some word tokens in their article.
pub(crate) type Tokens = BTreeSet<usize>;

/// The word tokens of one article: runs of letters, digits and underscores.
pub(crate) struct Words<'t> {
    text: &'t str,
    spans: Vec<(usize, usize)>,
}

impl<'t> Words<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut open = false;
        for (at, c) in text.char_indices() {
            let word = c.is_alphanumeric() || c == '_';
            match spans.last_mut() {
                Some(last) if word && open => last.1 = at + c.len_utf8(),
                _ if word => spans.push((at, at + c.len_utf8())),
                _ => {}
            }
            open = word;
        }
        Self { text, spans }
    }

    /// The tokens that share a byte with one of the spans.
    pub(crate) fn touched(&self, spans: &[Span]) -> Tokens {
        let mut touched = Tokens::new();
        for span in spans {
            let first = self.spans.partition_point(|token| token.1 <= span.start());
            let after = self.spans.partition_point(|token| token.0 < span.end());
            touched.extend(first..after);
        }
        touched
    }

    /// What a span covers, if it lies in the text.
    pub(crate) fn shown(&self, span: Span) -> &'t str {
        span.of(self.text).unwrap_or_default()
    }
}
