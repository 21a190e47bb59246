use std::ops::Range;

/// A half-open range of UTF-8 **bytes** in one article's text, exactly as it was given.
///
/// Never ends before it starts. Which article is meant is known from where the span stands.
///
/// ```
/// use chancery_model::Span;
/// let text = "Öst met Lee";
/// let met = Span::new(5, 8);
/// assert_eq!(met.of(text), Some("met"));
/// assert_eq!(met.len(), 3);
/// assert!(Span::new(1, 2).of(text).is_none()); // inside a character
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes from one offset to another, given in either order.
    ///
    /// Offsets beyond 4 GiB are cut to that: the doors refuse texts of such a size.
    pub fn new(one: usize, other: usize) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let (one, other) = (cut(one), cut(other));
        Self { start: one.min(other), end: one.max(other) }
    }

    /// The offset of its first byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The offset after its last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range of bytes, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words it covers; `None` if it leaves the text or cuts a character in two.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether every byte of `other` is in it.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
