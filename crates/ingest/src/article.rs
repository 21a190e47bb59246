use chancery_model::{Date, DocumentId, DocumentInfo};

/// One article or release: its words exactly as given, and what is known of it besides.
///
/// ```
/// use chancery_ingest::Article;
/// let article = Article::new("note".parse()?, "Paris, 3 May 2024. France and Chad held talks.")
///     .titled("Talks in Paris")
///     .published("2024-05-03".parse()?);
/// assert_eq!(article.info().title.as_deref(), Some("Talks in Paris"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    info: DocumentInfo,
    text: String,
}

impl Article {
    /// An article of which only the name and the words are known.
    ///
    /// All spans will be byte offsets into this text; it is never normalised or trimmed. Texts
    /// are cut at 4 GiB, on a character boundary (a [`Span`](chancery_model::Span) holds no more).
    pub fn new(id: DocumentId, text: impl Into<String>) -> Self {
        let mut text = text.into();
        let mut end = text.len().min(u32::MAX as usize);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        Self { info: DocumentInfo::named(id), text }
    }

    /// With this headline.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.info.title = Some(title.into());
        self
    }

    /// Published on this day. Without it the day is read from a dateline, if the text has one.
    #[must_use]
    pub fn published(mut self, published: Date) -> Self {
        self.info.published = Some(published);
        self
    }

    /// From this publisher or URL.
    #[must_use]
    pub fn from_source(mut self, source: impl Into<String>) -> Self {
        self.info.source = Some(source.into());
        self
    }

    /// What is known of it besides its words.
    pub const fn info(&self) -> &DocumentInfo {
        &self.info
    }

    /// Its words, exactly as given.
    pub fn text(&self) -> &str {
        &self.text
    }
}
