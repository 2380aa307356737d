//! The style sheet and the scripts, under names that change with their bytes.

use sha2::{Digest, Sha256};

use crate::address::hex;

const STYLE: &str = include_str!("../assets/site.css");
const SCRIPT: &str = include_str!("../assets/site.js");
const FIND: &str = include_str!("../assets/find.js");
const CHECK: &str = include_str!("../assets/check.js");
const VERIFIER: &str = include_str!("../../../web/verifier/dist/scrutineer-verifier.js");

/// A file that may be kept for ever under its name.
#[derive(Clone, Debug)]
pub(crate) struct Asset {
    /// Its path from the root of the site.
    pub(crate) path: String,
    pub(crate) bytes: &'static [u8],
}

/// All assets.
#[derive(Clone, Debug)]
pub(crate) struct Assets([Asset; 5]);

impl Assets {
    pub(crate) fn new() -> Self {
        Self([
            asset("site", "css", STYLE),
            asset("site", "js", SCRIPT),
            asset("verifier", "js", VERIFIER),
            asset("search", "js", FIND),
            asset("check", "js", CHECK),
        ])
    }

    pub(crate) fn style(&self) -> &Asset {
        &self.0[0]
    }

    pub(crate) fn script(&self) -> &Asset {
        &self.0[1]
    }

    pub(crate) fn verifier(&self) -> &Asset {
        &self.0[2]
    }

    pub(crate) fn search(&self) -> &Asset {
        &self.0[3]
    }

    pub(crate) fn check(&self) -> &Asset {
        &self.0[4]
    }

    pub(crate) fn all(&self) -> &[Asset] {
        &self.0
    }
}

fn asset(name: &str, extension: &str, text: &'static str) -> Asset {
    Asset {
        path: named(name, extension, text.as_bytes()),
        bytes: text.as_bytes(),
    }
}

/// The path of a file that may be kept for ever: its name changes with its bytes.
pub(crate) fn named(name: &str, extension: &str, bytes: &[u8]) -> String {
    let digest = hex(&Sha256::digest(bytes));
    format!(
        "a/{name}-{}.{extension}",
        digest.get(..16).unwrap_or_default()
    )
}
