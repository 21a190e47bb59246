use chancery_model::{Date, When};
use chrono::NaiveDate;

/// Days that a question is narrowed to, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Window {
    pub(crate) since: Option<NaiveDate>,
    pub(crate) until: Option<NaiveDate>,
}

impl Window {
    pub(crate) fn since(&mut self, date: Date) {
        self.since = Some(date.first_day());
    }

    pub(crate) fn until(&mut self, date: Date) {
        self.until = Some(date.last_day());
    }

    /// Whether something may have happened on one of the days. What has no date lies in the
    /// widest window alone.
    pub(crate) fn admits(self, when: &When) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let (Some(first), Some(last)) = (when.first_day(), when.last_day()) else { return false };
        self.since.is_none_or(|since| last >= since)
            && self.until.is_none_or(|until| first <= until)
    }
}
