//! Values to bytes and back. The one file that names bincode.
//!
//! Its decoder trusts lengths up to a limit that is fixed when it is compiled, so the smallest
//! limit that the bytes can need is chosen among a few: what a hostile length may claim stays in
//! proportion to what is there.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::error::Error;

/// Integers take 1 to 9 bytes, the least significant first; see `FORMAT.md`.
const CONFIG: bincode::config::Configuration = bincode::config::standard();

pub(crate) fn encode(value: &impl Serialize) -> Vec<u8> {
    bincode::serde::encode_to_vec(value, CONFIG).expect("flat structs can always be written")
}

/// Reads a value from all the bytes: what is left over is an error.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Box<dyn Error + Send + Sync>> {
    macro_rules! decode_within {
        ($($limit:literal)+) => {
            // The decoder counts an integer as its full width, whatever it takes on disk.
            match bytes.len().saturating_mul(8) {
                $(0..=$limit => {
                    bincode::serde::decode_from_slice(bytes, CONFIG.with_limit::<$limit>())
                })+
                _ => bincode::serde::decode_from_slice(bytes, CONFIG.with_limit::<0x10_0000_0000>()),
            }
        };
    }
    let (value, read) = decode_within!(0x1_0000 0x10_0000 0x100_0000 0x1000_0000)?;
    if read == bytes.len() {
        Ok(value)
    } else {
        Err(format!("{} bytes too many", bytes.len() - read).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_lengths_and_left_over_bytes_are_errors() {
        let mut bytes = encode(&"words".to_owned());
        assert_eq!(decode::<String>(&bytes).expect("a string"), "words");
        bytes.push(0);
        assert!(decode::<String>(&bytes).is_err());
        // A string, then a list, of 2^64 - 1.
        let hostile = [253, 255, 255, 255, 255, 255, 255, 255, 255, 65];
        assert!(decode::<String>(&hostile).is_err());
        assert!(decode::<Vec<u64>>(&hostile).is_err());
    }
}
