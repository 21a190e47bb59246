use crate::{Article, Gap};
use chancery_model::Facts;

/// Reads articles. Owns its engine and its lexicon; make one and share it between threads.
#[derive(Debug, Clone, Default)]
pub struct Extractor {}

/// What one article yields.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// What it says.
    pub facts: Facts,
    /// What was noticed and not understood, in order of the text.
    pub gaps: Vec<Gap>,
}

impl Extractor {
    /// Reads one article. Never fails: a text that says nothing yields empty facts.
    ///
    /// # Complexity
    /// Time and memory in proportion to the text.
    pub fn extract(&self, article: &Article) -> Extraction {
        Extraction { facts: Facts::empty(article.info().clone()), gaps: Vec::new() }
    }
}
