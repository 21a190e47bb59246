//! stub
use crate::surface::{Run, Surface};
use chancery_model::{Date, When};
#[derive(Debug, Clone)]
pub(crate) struct DateMention {
    pub(crate) run: Run,
    pub(crate) when: When,
    pub(crate) past: When,
    pub(crate) future: When,
}
pub(crate) fn dates(_surface: &Surface, _published: Option<Date>) -> Vec<DateMention> {
    Vec::new()
}
