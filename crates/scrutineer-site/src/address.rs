//! Where pages stand, and how one leads to another.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scrutineer_model::{DivisionIdx, Divisions};
use sha2::{Digest, Sha256};

/// The longest readable name of a division.
const LONGEST: usize = 40;

/// A name for a division's pages that is a file name everywhere: its codes joined by `.` where they are
/// plain, else the first 16 digits of the SHA-256 of the path.
pub(crate) fn slug(divisions: &Divisions, division: DivisionIdx) -> String {
    let path = divisions.path(division);
    let mut plain = String::new();
    for at in path {
        if !plain.is_empty() {
            plain.push('.');
        }
        plain.push_str(divisions.get(at).code);
    }
    let is_plain = plain.len() <= LONGEST
        && !plain.starts_with('.')
        && divisions
            .path(division)
            .into_iter()
            .all(|at| is_code(divisions.get(at).code));
    if is_plain {
        plain
    } else {
        let digest = hex(&Sha256::digest(divisions.path_code(division).as_bytes()));
        format!("x{}", digest.get(..16).unwrap_or_default())
    }
}

/// Digits and lower-case letters, beginning with a digit: never like a digest's name, and the same on
/// disks that do not tell capitals apart.
fn is_code(code: &str) -> bool {
    code.starts_with(|first: char| first.is_ascii_digit())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
}

/// The page of the permanent address of a station, in the folder `s/`: the first three digits of the
/// SHA-256 of its id.
pub(crate) fn permanent(station: &str) -> usize {
    let digest = Sha256::digest(station.as_bytes());
    let [high, low, ..] = <[u8; 32]>::from(digest);
    usize::from(high) << 4 | usize::from(low >> 4)
}

/// How far up the root of the site is from a page, as the beginning of a link.
pub(crate) fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The fragment of a station in a link.
pub(crate) fn fragment(id: &str) -> String {
    // The id is percent-encoded already, and its percent signs must not be decoded again.
    id.replace('%', "%25")
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A root as a checkpoint has it: base64 of the bytes that stand in `root` as hexadecimal. What is no
/// hexadecimal stays as it is.
pub(crate) fn base64(root: &str) -> String {
    let pairs = root.as_bytes().chunks(2);
    let bytes: Option<Vec<u8>> = pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    bytes.map_or_else(|| root.to_owned(), |bytes| STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_root_of_the_site() {
        assert_eq!(up("index.html"), "");
        assert_eq!(up("en/t/01.html"), "../../");
    }

    #[test]
    fn the_permanent_page_follows_from_the_id() {
        // printf %s 10113042:1 | sha256sum
        assert_eq!(format!("{:03x}", permanent("10113042:1")), "43a");
    }

    #[test]
    fn roots_stand_as_in_a_checkpoint() {
        // RFC 6962, section 2.1: the hash of an empty tree is SHA-256 of nothing;
        // printf '' | openssl dgst -sha256 -binary | base64
        assert_eq!(
            base64("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
