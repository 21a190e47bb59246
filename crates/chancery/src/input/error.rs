use chancery_model::FactsError;
use std::fmt;
use std::path::{Path, PathBuf};

/// Where an input stands: a file, and the line in it where that helps.
///
/// Written `FILE` or `FILE:LINE`, as compilers do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, `-` for standard input.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: Option<u64>,
}

impl Place {
    /// A file as a whole.
    pub fn file(file: &Path) -> Self {
        Self { file: file.to_owned(), line: None }
    }

    /// A line of a file, counted from 1.
    pub fn line(file: &Path, line: u64) -> Self {
        Self { file: file.to_owned(), line: Some(line) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.file.display().to_string();
        let plain: String = name.chars().map(|c| if c.is_control() { '?' } else { c }).collect();
        f.write_str(if plain == "-" { "standard input" } else { &plain })?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// Why an input yields no article. Every message begins with the file, and the line if there is one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// The file cannot be opened or read on.
    #[error("{place}: cannot be read: {source}")]
    Unreadable {
        /// Where.
        place: Place,
        /// What the system says.
        source: std::io::Error,
    },
    /// There is nothing in it, or only white space.
    #[error("{place}: empty")]
    Empty {
        /// Where.
        place: Place,
    },
    /// Not a single letter in it.
    #[error("{place}: no words in it")]
    NoWords {
        /// Where.
        place: Place,
    },
    /// No text but a picture, an archive, a document of a word processor or the like.
    #[error("{place}: not text but {what} (byte {byte})")]
    Binary {
        /// Where.
        place: Place,
        /// The offset of the byte that shows it.
        byte: u64,
        /// What it seems to be.
        what: &'static str,
    },
    /// Text in another encoding.
    #[error("{place}: not UTF-8: byte {byte} is 0x{value:02X}")]
    NotUtf8 {
        /// Where.
        place: Place,
        /// The offset of the first byte that is not UTF-8, in the file, or in the line of JSON lines.
        byte: u64,
        /// That byte.
        value: u8,
    },
    /// No JSON, or a key that holds something of the wrong kind.
    #[error("{place}: column {column}: {what}")]
    Json {
        /// Where.
        place: Place,
        /// The column in that line, in bytes, counted from 1.
        column: u64,
        /// What is wrong with it.
        what: String,
    },
    /// The JSON object has no such key.
    #[error("{place}: lacks `{key}`")]
    Lacks {
        /// Where.
        place: Place,
        /// The key.
        key: &'static str,
    },
    /// The JSON object has a key whose value makes no sense.
    #[error("{place}: `{key}`: {what}")]
    Value {
        /// Where.
        place: Place,
        /// The key.
        key: &'static str,
        /// What is wrong with its value.
        what: String,
    },
    /// A facts document that contradicts itself or its text.
    #[error("{place}: {source}")]
    Facts {
        /// Where.
        place: Place,
        /// What is wrong with it.
        source: FactsError,
    },
    /// A web page without an article in it.
    #[error("{place}: no article in this page")]
    NoArticle {
        /// Where.
        place: Place,
    },
    /// A web page made to exhaust its reader.
    #[error("{place}: not a page that can be read: {what}")]
    Page {
        /// Where.
        place: Place,
        /// What is wrong with it.
        what: &'static str,
    },
    /// This build reads no web pages.
    #[error("{place}: a web page, and this build reads none")]
    NoHtml {
        /// Where.
        place: Place,
    },
    /// One article of more than 4 GiB.
    #[error("{place}: more than {limit} bytes in one article")]
    TooLarge {
        /// Where.
        place: Place,
        /// How many there may be.
        limit: u64,
    },
    /// Compressed bytes that swell beyond what any text does.
    #[error("{place}: {compressed} compressed bytes swell to more than {swollen}, as no text does")]
    Swells {
        /// Where.
        place: Place,
        /// How many compressed bytes were read.
        compressed: u64,
        /// To how many they swelled.
        swollen: u64,
    },
    /// A folder without a file of a known form.
    #[error("{place}: no article in this folder")]
    NothingInFolder {
        /// Where.
        place: Place,
    },
}

impl InputError {
    /// Where it went wrong.
    pub fn place(&self) -> &Place {
        match self {
            Self::Unreadable { place, .. }
            | Self::Empty { place }
            | Self::NoWords { place }
            | Self::Binary { place, .. }
            | Self::NotUtf8 { place, .. }
            | Self::Json { place, .. }
            | Self::Lacks { place, .. }
            | Self::Value { place, .. }
            | Self::Facts { place, .. }
            | Self::NoArticle { place }
            | Self::Page { place, .. }
            | Self::NoHtml { place }
            | Self::TooLarge { place, .. }
            | Self::Swells { place, .. }
            | Self::NothingInFolder { place } => place,
        }
    }

    /// What can be done about it, in one clause for a reader.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable { source, .. } if cut_short(source) => {
                "it is damaged or cut short; fetch it again"
            }
            Self::Unreadable { .. } => "check the name and the permissions",
            Self::Empty { .. } | Self::NoWords { .. } => "give a file that holds an article",
            Self::Binary { .. } => "save it as plain text or HTML first",
            Self::NotUtf8 { .. } => "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
            Self::Lacks { key: "document.text", .. } | Self::Facts { .. } => {
                "`chancery extract --with-text` writes facts with their text"
            }
            Self::Json { .. } | Self::Lacks { .. } | Self::Value { .. } => {
                "a line is an object such as {\"id\": \"note\", \"published\": \"2025-02-18\", \"text\": \"…\"}"
            }
            Self::NoArticle { .. } | Self::Page { .. } => {
                "save the article alone, as HTML or plain text"
            }
            Self::NoHtml { .. } => "build with the feature `html`, or give plain text",
            Self::TooLarge { .. } => "cut it into one file an article, or into JSON lines",
            Self::Swells { .. } => "decompress it yourself if you trust it",
            Self::NothingInFolder { .. } => {
                "it takes .txt, .text, .html, .htm, .xhtml, .jsonl, .ndjson, and these with .gz; \
                 tables (.tsv, .tab) are given to `chancery load` by their own names"
            }
        }
    }
}

/// Whether the bytes are there and their compression does not hold.
fn cut_short(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}
