//! stub
use crate::surface::{Run, Surface};
use chancery_model::Date;
pub(crate) struct Dateline {
    pub(crate) published: Option<Date>,
    pub(crate) place: Option<Run>,
    pub(crate) headers: Vec<Run>,
}
pub(crate) fn dateline(_surface: &Surface) -> Dateline {
    Dateline { published: None, place: None, headers: Vec::new() }
}
