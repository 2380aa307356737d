//! Which checkpoint the derived files follow from.

use std::fmt::Write;

/// The checkpoint that a set of data files follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Origin line of the log.
    pub origin: String,
    /// Entries in the log.
    pub size: u64,
    /// Root hash over them.
    pub root: [u8; 32],
}

impl Stamp {
    /// The root, lower-case hexadecimal.
    pub fn root_hex(&self) -> String {
        hex(&self.root)
    }

    /// What files carry, by name.
    pub(super) fn pairs(&self) -> [(&'static str, String); 3] {
        [
            ("origin", self.origin.clone()),
            ("size", self.size.to_string()),
            ("root", self.root_hex()),
        ]
    }
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
