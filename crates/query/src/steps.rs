//! The narrowing steps that most kinds of question have, each written once.

/// Days: what a question has in its window, and what is said to lie there.
macro_rules! within_days {
    ($question:ident, $($window:ident).+, $what:literal) => {
        impl $question {
            #[doc = concat!($what, " on this day, month or year, or later. What has no date is left out.")]
            pub fn since(mut self, date: chancery_model::Date) -> Self {
                self.$($window).+.since(date);
                self
            }

            #[doc = concat!($what, " on this day, month or year, or earlier. What has no date is left out.")]
            pub fn until(mut self, date: chancery_model::Date) -> Self {
                self.$($window).+.until(date);
                self
            }
        }
    };
}

/// Words, and what has them.
macro_rules! with_words {
    ($question:ident, $step:ident, $($words:ident).+, $what:literal) => {
        impl $question {
            #[doc = concat!($what, " all these words, in any order; case and accents do not count.")]
            ///
            /// A word of four letters or more, or with a star behind it, may be the beginning of a
            /// longer one. Words in quotation marks stand as they are, one after the other.
            pub fn $step(mut self, words: &str) -> Self {
                self.$($words).+ = crate::words::Words::new(words);
                self
            }
        }
    };
}

/// Documents, and what they tell.
macro_rules! in_documents {
    ($question:ident, $($documents:ident).+, $what:literal) => {
        impl $question {
            #[doc = concat!($what, " told by this document; taken twice, by either.")]
            pub fn in_document(mut self, document: chancery_model::DocumentId) -> Self {
                self.$($documents).+.push(document);
                self
            }
        }
    };
}

pub(crate) use {in_documents, with_words, within_days};
