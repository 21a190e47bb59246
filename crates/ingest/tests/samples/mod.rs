//! The sample articles of `data/articles`, each with the facts that are in it.
#![allow(dead_code, reason = "each test uses its own part")]

use chancery_ingest::{Article, Extractor};
use chancery_model::{DocumentInfo, Facts};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::default);

/// The article that the product was first built for.
pub(crate) const SEED: &str = "us-russia-talks-2025-02-18";

/// One article and what it says, by the hand of an annotator.
pub(crate) struct Sample {
    pub(crate) article: Article,
    pub(crate) gold: Facts,
}

impl Sample {
    pub(crate) fn name(&self) -> &str {
        self.article.info().id.as_str()
    }

    pub(crate) fn text(&self) -> &str {
        self.article.text()
    }

    /// What is read in it.
    pub(crate) fn found(&self) -> Facts {
        let found = EXTRACTOR.extract(&self.article).facts;
        found.check_spans(self.text()).expect("spans in the text");
        found
    }

    pub(crate) fn is_seed(&self) -> bool {
        self.name() == SEED
    }
}

/// Every sample, in the order of their names.
pub(crate) fn all() -> Vec<Sample> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the folder of articles")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    names.sort();
    names.iter().map(|path| read(path)).collect()
}

/// The article that the product was first built for.
pub(crate) fn seed() -> Sample {
    read(&folder().join(SEED).with_extension("txt"))
}

/// Where the articles lie.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles")
}

/// What every figure of a set must reach, from `floors.tsv`.
pub(crate) fn floors(set: &str) -> Vec<(String, f64)> {
    let table = fs::read_to_string(folder().join("floors.tsv")).expect("the floors");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let of_set = rows.filter_map(|row| {
        let [of, figure, floor] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three fields in {row:?}")
        };
        let floor = floor.parse().expect("a floor is a number");
        (of == set).then(|| (figure.to_owned(), floor))
    });
    let floors: Vec<_> = of_set.collect();
    assert!(!floors.is_empty(), "no floors of {set}");
    floors
}

fn read(path: &Path) -> Sample {
    let text = fs::read_to_string(path).expect("a text in UTF-8");
    let json = fs::read_to_string(path.with_extension("facts.json")).expect("its facts");
    let gold = Facts::from_json(&json).expect("well-formed facts");
    gold.check_spans(&text).expect("spans in the text");
    Sample { article: article(&gold.document, text), gold }
}

/// An article of which this is known besides its words.
pub(crate) fn article(info: &DocumentInfo, text: impl Into<String>) -> Article {
    let mut article = Article::new(info.id.clone(), text);
    if let Some(title) = &info.title {
        article = article.titled(title.as_str());
    }
    if let Some(day) = info.published {
        article = article.published(day);
    }
    if let Some(source) = &info.source {
        article = article.from_source(source.as_str());
    }
    article
}
