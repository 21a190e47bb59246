//! What is known before an article is read, as the command line names it.

use super::Stop;
use crate::args::Referred;
use chancery::input::Place;
use chancery::{Extractor, Reference};
use std::path::Path;

/// The extractor that knows these tables, and the one that is compiled in where that is `usual`.
pub(super) fn extractor(referred: &Referred, usual: bool) -> Result<Extractor, Stop> {
    let named = |word: &str| referred.tables.iter().any(|table| table.as_os_str() == word);
    let builtin = named("builtin") || usual && !named("none");
    let files = referred.tables.iter().filter(|table| {
        let word = table.as_os_str();
        word != "builtin" && word != "none"
    });
    let mut own: Option<Reference> = None;
    for file in files {
        let read = read(file)?;
        own = Some(own.unwrap_or_default().and(read));
    }
    Ok(match (own, builtin) {
        (None, false) => Extractor::default(),
        (None, true) => Extractor::default().with_reference(Reference::embedded()),
        (Some(own), false) => Extractor::default().with_reference(own),
        // What one adds oneself comes first.
        (Some(own), true) => {
            Extractor::default().with_reference(own.over(Reference::embedded().as_ref()))
        }
    })
}

fn read(file: &Path) -> Result<Reference, Stop> {
    let place = Place::file(file);
    let text = super::table_text(file)
        .map_err(|error| Stop::Told(format!("{place}: cannot be read: {error}")))?;
    Reference::read(&place.to_string(), &text).map_err(|error| Stop::Told(error.to_string()))
}
