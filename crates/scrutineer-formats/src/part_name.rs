// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names of files after codes that may be anything.

use scrutineer_model::encode_component;
use sha2::{Digest, Sha256};

/// The longest encoded code in a name, in bytes: file systems take 255 with what is put around it.
const MOST: usize = 200;
/// How much of a longer one is kept.
const KEPT: usize = 150;

/// A name for the file of a division: `d-` and the percent-encoded code; of a code that is longer than
/// 200 bytes then the first 150, `-` and 16 hexadecimal digits of the SHA-256 of all of it.
///
/// The prefix keeps a code from being `..`, a hidden file or the name of a device.
pub fn part_name(code: &str) -> String {
    let mut encoded = String::new();
    encode_component(code, &mut encoded);
    if encoded.len() > MOST {
        let digest: [u8; 32] = Sha256::digest(&encoded).into();
        // What is encoded is ASCII, so that every byte begins a character.
        encoded.truncate(KEPT);
        encoded.push('-');
        for byte in digest.iter().take(8) {
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
    }
    format!("d-{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_makes_a_name_that_means_something_to_a_file_system() {
        assert_eq!(part_name("01"), "d-01");
        assert_eq!(part_name(".."), "d-..");
        assert_eq!(part_name("CON"), "d-CON");
        assert_eq!(part_name("a/b"), "d-a%2Fb");
    }

    #[test]
    fn long_codes_are_short_names_that_stay_apart() {
        let (first, second) = ("მ".repeat(90), "მ".repeat(91));
        assert_ne!(part_name(&first), part_name(&second));
        assert_eq!(part_name(&first).len(), 2 + 150 + 1 + 16);
        // hashlib.sha256(b"x" * 300).hexdigest()[:16]
        assert!(part_name(&"x".repeat(300)).ends_with("-0d4e2ca9e9cbced7"));
    }
}
