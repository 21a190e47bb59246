//! The order of answers: by day, then by where the text tells it. What is told in one place by one
//! document is compared without looking at its letters, for most answers of a question are.

use chancery_model::{Evidence, When};
use std::cmp::Ordering;
use std::ptr;

/// By the first day, then the last; undated ones last.
pub(crate) fn by_days(one: &When, other: &When) -> Ordering {
    if (one.from, one.to) == (other.from, other.to) {
        return Ordering::Equal;
    }
    let days = |when: &When| (when.from.or(when.to).is_none(), when.first_day(), when.last_day());
    days(one).cmp(&days(other))
}

/// By document, then by place in its text.
pub(crate) fn by_place(one: &Evidence, other: &Evidence) -> Ordering {
    let (document, another) = (one.document.as_str(), other.document.as_str());
    let by_document =
        if ptr::eq(document, another) { Ordering::Equal } else { document.cmp(another) };
    by_document.then_with(|| one.span.cmp(&other.span))
}
