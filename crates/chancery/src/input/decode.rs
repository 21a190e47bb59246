//! Bytes to text, or the reason why not.

use super::open::{LARGEST, Trap};
use super::{InputError, Place};
use std::io::{self, BufRead, Read};

/// All bytes of a stream, unless they are more than one article may have.
pub(super) fn whole(stream: &mut impl BufRead, place: &Place) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    if let Err(error) = stream.take(LARGEST + 1).read_to_end(&mut bytes) {
        return Err(failure(place.clone(), error));
    }
    if bytes.len() as u64 > LARGEST {
        return Err(InputError::TooLarge { place: place.clone(), limit: LARGEST });
    }
    Ok(bytes)
}

/// What an error while reading means.
pub(super) fn failure(place: Place, source: io::Error) -> InputError {
    match source.get_ref().and_then(|inner| inner.downcast_ref::<Trap>()) {
        Some(trap) => {
            InputError::Swells { place, compressed: trap.compressed, swollen: trap.swollen }
        }
        None => InputError::Unreadable { place, source },
    }
}

/// The bytes as text; says of what is none what it is instead.
pub(super) fn utf8(bytes: Vec<u8>, place: &Place) -> Result<String, InputError> {
    if let Some((byte, what)) = binary(&bytes) {
        return Err(InputError::Binary { place: place.clone(), byte: byte as u64, what });
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..byte].split(|byte| *byte == b'\n').count() as u64;
        let place = Place { line: Some(place.line.unwrap_or(line)), ..place.clone() };
        InputError::NotUtf8 { place, byte: byte as u64, value: bytes[byte] }
    })
}

fn binary(bytes: &[u8]) -> Option<(usize, &'static str)> {
    let signatures: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a zip file or an office document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"\x1f\x8b", "compressed twice"),
        (b"{\\rtf", "rich text"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ];
    let known = signatures.iter().find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, what)) = known {
        return Some((0, what));
    }
    let control = |byte: &u8| matches!(byte, 0..=0x07 | 0x0e..=0x1a | 0x1c..=0x1f);
    bytes.iter().position(control).map(|at| (at, "binary data"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn check(bytes: &[u8], expected: &str) {
        let told = match utf8(bytes.to_vec(), &Place::file(Path::new("f"))) {
            Ok(text) => text,
            Err(error) => error.to_string(),
        };
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_no_text_is_called_by_its_name() {
        check(b"%PDF-1.7 \x00", "f: not text but a PDF (byte 0)");
        check(b"ab\0cd", "f: not text but binary data (byte 2)");
        check(b"one\ntw\xe9", "f:2: not UTF-8: byte 6 is 0xE9");
        check(b"tab\tand feed\x0c", "tab\tand feed\x0c");
    }
}
