//! Articles of text files, for the examples that read them.

use chancery_ingest::Article;
use chancery_model::{DocumentInfo, Facts};
use std::error::Error;
use std::fs;
use std::path::Path;

/// The article in a file. What is known of `NAME.txt` besides its words (title, day, source) is
/// taken from `NAME.facts.json` beside it, where there is one.
pub(crate) fn article(file: &Path) -> Result<Article, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let known = file.with_extension("facts.json");
    let info = if known.exists() {
        Facts::from_json(&fs::read_to_string(known)?)?.document
    } else {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        DocumentInfo::named(stem.parse()?)
    };
    let mut article = Article::new(info.id, text);
    if let Some(title) = info.title {
        article = article.titled(title);
    }
    if let Some(day) = info.published {
        article = article.published(day);
    }
    if let Some(source) = info.source {
        article = article.from_source(source);
    }
    Ok(article)
}
