//! Plain text: the whole file is one article.

use super::{Input, InputError, Place, open};
use chancery_ingest::Article;
use chancery_model::DocumentId;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The text exactly as it was given: spans index it, so not even a byte order mark is cut.
pub(super) fn article(text: String, name: &Path, place: Place) -> Result<Input, InputError> {
    worded(&text, &place)?;
    let id = id_of_file(name, &text);
    Ok(Input { place, article: Article::new(id, text), verbatim: true, facts: None })
}

/// Refuses a text that cannot say anything.
pub(super) fn worded(text: &str, place: &Place) -> Result<(), InputError> {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    if text.chars().all(blank) {
        return Err(InputError::Empty { place: place.clone() });
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(InputError::NoWords { place: place.clone() });
    }
    Ok(())
}

/// The file's stem; a hash of the text for standard input, which has no name.
pub(super) fn id_of_file(name: &Path, text: &str) -> DocumentId {
    if name.as_os_str() == "-" {
        return id_of_text(text);
    }
    let stem = open::ending(name).0;
    let plain: String = stem.chars().map(|c| if c.is_control() { '-' } else { c }).collect();
    plain.parse().unwrap_or_else(|_| id_of_text(text))
}

/// `sha256-` and the first 128 bits of the text's hash: the same text is the same document.
pub(super) fn id_of_text(text: &str) -> DocumentId {
    let hash = Sha256::digest(text.as_bytes());
    let half = hash.iter().take(16).fold(0_u128, |half, byte| half << 8 | u128::from(*byte));
    format!("sha256-{half:032x}").parse().expect("letters and digits are an id")
}
