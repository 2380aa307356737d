//! What two people sign.

use super::document::Document;

/// The text of a release, for a signed note (C2SP signed-note).
pub fn release_text(document: &Document) -> String {
    format!(
        "scrutineer/quick-count-release/1\n{} {} {}\ndesign {}\ndraw {}\nestimate {}\n",
        document.election,
        document.contest,
        document.id,
        document.design,
        document.draw,
        document.estimate
    )
}
