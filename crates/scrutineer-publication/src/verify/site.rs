//! The files of the site, against the list that the latest release names.

use std::collections::BTreeSet;

use scrutineer_logstore::{LogReader, ObjectPath, Objects};

use super::releases::digest;
use super::report::{Record, Step};
use crate::release::Manifest;
use crate::site::{SITE, SITE_FILES, listed};

/// Checks every file below `site/`: none missing, none other, none that the list does not name. A copy
/// without any of them is whole without a site: it can be made again. Gives the paths that the list names.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    manifest: &Manifest,
    record: &mut Record,
) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    if manifest.files.iter().all(|file| file.path != SITE_FILES) {
        return named;
    }
    // A list that is missing or wrong is reported with the files of the release.
    let Ok(Some(listing)) = listed(reader.objects(), manifest) else {
        return named;
    };
    let held = ObjectPath::parse(SITE).map(|folder| reader.objects().list(&folder));
    if matches!(&held, Ok(Ok(held)) if held.is_empty()) {
        record.warn("no-site");
        return named;
    }
    for (path, expected, bytes) in listing.files() {
        let name = format!("{SITE}/{path}");
        let Ok(object) = ObjectPath::parse(&name) else {
            record.fail(Step::Release, name, "expected a path of the site");
            continue;
        };
        let why = match digest(reader, &object) {
            Ok(Some((found, length))) if found.to_string() == expected && length == bytes => None,
            Ok(Some((found, length))) => Some(format!(
                "expected {bytes} bytes with the SHA-256 {expected}, found {length} bytes with {found}"
            )),
            Ok(None) => Some("is missing".to_owned()),
            Err(error) => Some(error.to_string()),
        };
        if let Some(why) = why {
            record.fail(Step::Release, name.clone(), why);
        }
        named.insert(name);
    }
    named
}
