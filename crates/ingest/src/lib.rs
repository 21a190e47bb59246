//! Text to facts: reads diplomatic news and official releases.
//!
//! The three types to meet: [`Article`] goes in, [`Extractor`] reads it, [`Extraction`] comes out.
//!
//! ```
//! use chancery_ingest::{Article, Extractor};
//! let article = Article::new("note".parse()?, "France and Chad held talks.");
//! let facts = Extractor::default().extract(&article).facts;
//! facts.check_spans(article.text())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Invariants
//! - Touches no file, no clock and no network, and cannot fail on text.
//! - The same article gives the same bytes on every machine.

mod article;
mod clauses;
mod confidence;
mod dateline;
mod entities;
mod extract;
mod facts;
mod gaps;
mod headline;
mod lexicon;
mod mentions;
pub mod network;
mod outcomes;
mod quotes;
mod reference;
mod sentences;
mod surface;
pub mod tagger;
mod tokens;

pub use article::Article;
pub use extract::{Extraction, Extractor, Pair, Signal, Signals};
pub use gaps::{Gap, GapKind};
pub use lexicon::{Lexicon, TableError};
pub use reference::{Reference, ReferenceError, Term};
