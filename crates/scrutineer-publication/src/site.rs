//! The public site beside a log: made from the entries, named by the release through one list.
//!
//! In scope: what of a log the pages need, writing them below `site/`, comparing them. Out of scope:
//! the pages (`scrutineer-site`). Limits: the list of the files is held in memory, and at most 64 pages beside those being made.

mod positions;

use std::sync::mpsc::sync_channel;
use std::thread;

use scrutineer_audit::AuditReport;
use scrutineer_forensics::Selection;
use scrutineer_logstore::{NewObject, ObjectPath, Objects, StoreError};
use scrutineer_site::{Content, Download, Listing, Part, Site, SiteError};

pub use positions::{Positions, PositionsError};

use crate::beside::{Beside, about, shapes};
use crate::data::Stamp;
use crate::derive::DeriveError;
use crate::entries::Rebuilt;
use crate::entry::Respondent;
use crate::release::{DEMONSTRATION, Manifest, ReleasedFile};
use crate::sheet_tests::sheet_tests;

/// The folder of the site in a bundle.
pub const SITE: &str = "site";
/// The list of its files, in a release.
pub const SITE_FILES: &str = "site/files.txt";
/// Where the bundle is from the folder of the site inside of it.
pub const INSIDE: &str = "../";
/// Files that wait to be taken, at most.
const WAITING: usize = 64;
/// Bytes of pages that are written as one group.
const GROUP: usize = 16 << 20;

/// What a site follows from.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The data set with the replies.
    pub rebuilt: &'a Rebuilt,
    /// Its audit as released.
    pub report: &'a AuditReport,
    /// The checkpoint.
    pub stamp: &'a Stamp,
    /// Places of the sheets, earlier releases.
    pub positions: &'a Positions,
    /// Files of the release; the list of the site's own files is left out.
    pub files: &'a [ReleasedFile],
    /// See [`Content::bundle`].
    pub bundle: Option<&'a str>,
    /// What follows from no entry.
    pub beside: &'a Beside,
}

/// Makes every file of the site, and the list of them.
///
/// # Errors
/// Where a page cannot be made or taken.
pub fn pages(
    basis: &Basis<'_>,
    take: &mut scrutineer_site::Take<'_, Box<dyn std::error::Error + Send + Sync>>,
) -> Result<Listing, DeriveError> {
    let dataset = &basis.rebuilt.dataset;
    let conditions = basis.beside.conditions.as_deref();
    let conditions = conditions.map(|bytes| about(bytes, dataset)).transpose()?;
    let geometry = basis.beside.geometry.as_deref();
    let geometry = geometry.map(|bytes| shapes(bytes, dataset)).transpose()?;
    let mut files: Vec<Download<'_>> = basis
        .files
        .iter()
        .filter(|file| file.path != SITE_FILES)
        .filter_map(|file| {
            Some(Download {
                name: &file.path,
                path: file.object().ok()?.as_str().to_owned(),
                sha256: file.sha256.0.to_string(),
                bytes: file.bytes,
            })
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(b.name));
    let replies: Vec<scrutineer_site::Reply<'_>> = basis
        .rebuilt
        .replies
        .iter()
        .map(|reply| scrutineer_site::Reply {
            finding: &reply.finding,
            by: match reply.by {
                Respondent::Authority => "authority",
                Respondent::Party => "party",
                Respondent::Observer => "observer",
            },
            date: reply.date,
            text: &reply.text,
        })
        .collect();
    let tests = sheet_tests(&basis.rebuilt.dataset, &Selection::default());
    let content = Content {
        dataset: &basis.rebuilt.dataset,
        report: basis.report,
        leaves: &basis.positions.leaves,
        replies: &replies,
        files: &files,
        releases: &basis.positions.releases,
        history: &basis.positions.history,
        tests: Some(&tests),
        audits: &basis.positions.audits,
        publisher: basis.positions.publisher.as_ref(),
        bundle: basis.bundle,
        conditions: conditions.as_ref(),
        geometry: geometry.as_ref(),
        is_demonstration: basis.stamp.origin == DEMONSTRATION,
    };
    beside_each_other(&content, take)
}

/// Makes the parts of the site in threads of their own, and takes their files in this one, in the order in which they
/// come: no byte and no path depends on it.
fn beside_each_other(
    content: &Content<'_>,
    take: &mut scrutineer_site::Take<'_, Box<dyn std::error::Error + Send + Sync>>,
) -> Result<Listing, DeriveError> {
    let mut listing = Listing::default();
    let mut refused = None;
    let site = &Site::new(*content);
    let made = thread::scope(|scope| {
        let (send, receive) = sync_channel::<(String, Vec<u8>)>(WAITING);
        let parts: Vec<_> = Part::all()
            .map(|part| {
                let send = send.clone();
                scope.spawn(move || {
                    site.make(part, &mut |path: &str, bytes: &[u8]| {
                        send.send((path.to_owned(), bytes.to_vec())).map_err(drop)
                    })
                })
            })
            .collect();
        drop(send);
        for (path, bytes) in receive {
            listing.add(&path, &bytes);
            if let Err(source) = take(&path, &bytes) {
                refused = Some(DeriveError::Sink { path, source });
                break;
            }
        }
        let ends = parts.into_iter().map(|part| {
            part.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        ends.collect::<Vec<_>>()
    });
    if let Some(error) = refused {
        return Err(error);
    }
    for end in made {
        match end {
            // A part is not taken any more only where the caller refused a file, which was told above.
            Ok(()) | Err(SiteError::Sink { .. }) => {}
            Err(SiteError::Text(error)) => return Err(error.into()),
            Err(other) => {
                return Err(DeriveError::Sink {
                    path: SITE.to_owned(),
                    source: format!("{other:?}").into(),
                });
            }
        }
    }
    Ok(listing)
}

/// Writes the site below `site/`: only files whose bytes are others, in groups. One that was there is replaced at
/// once, so that readers always find every page.
///
/// # Errors
/// Where a page cannot be made or written.
pub fn write<O: Objects>(objects: &O, basis: &Basis<'_>) -> Result<Listing, DeriveError> {
    let mut group: Vec<NewObject> = Vec::new();
    let mut held = 0;
    let listing = pages(basis, &mut |path, bytes| {
        let path = ObjectPath::parse(&format!("{SITE}/{path}"))?;
        // One that differs is from an older release; it is made again whenever a run stopped here.
        if matches!(objects.get(&path, bytes.len() as u64), Ok(Some(found)) if found == bytes) {
            return Ok(());
        }
        held += bytes.len();
        group.push((path, bytes.to_vec()));
        if held >= GROUP {
            objects.put_all(&group)?;
            group.clear();
            held = 0;
        }
        Ok(())
    })?;
    objects
        .put_all(&group)
        .map_err(|source| DeriveError::Sink {
            path: SITE.to_owned(),
            source: source.into(),
        })?;
    Ok(listing)
}

/// Deletes files below `site/` that the list does not name.
///
/// # Errors
/// Where the store fails.
pub fn drop_others<O: Objects>(objects: &O, listing: &Listing) -> Result<(), StoreError> {
    let Ok(folder) = ObjectPath::parse(SITE) else {
        return Ok(());
    };
    for path in objects.list(&folder)? {
        let inside = path.as_str().strip_prefix("site/").unwrap_or_default();
        if listing.get(inside).is_none() {
            objects.delete(&path)?;
        }
    }
    Ok(())
}

/// The list that a release names; `None` without a site, or where the list is missing or wrong.
///
/// # Errors
/// Where the store fails.
pub fn listed<O: Objects>(objects: &O, manifest: &Manifest) -> Result<Option<Listing>, StoreError> {
    let Some(file) = manifest.files.iter().find(|file| file.path == SITE_FILES) else {
        return Ok(None);
    };
    let Ok(path) = file.object() else {
        return Ok(None);
    };
    let bytes = objects.get(&path, crate::verify::MAX_LIST)?;
    let sound = bytes.filter(|bytes| scrutineer_tlog::hash::sha256(bytes) == file.sha256.0);
    let text = sound.and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(text.and_then(|text| Listing::parse(&text)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    use scrutineer_audit::audit;
    use scrutineer_model::{Dataset, Evidence};
    use scrutineer_simulate::{Plan, simulate};
    use scrutineer_site::{History, Leaves, site};

    use super::*;

    fn dataset() -> Dataset {
        simulate(&Plan::new(40, 3)).unwrap().to_dataset().unwrap()
    }

    fn of<R>(dataset: &Dataset, then: impl FnOnce(&Content<'_>) -> R) -> R {
        then(&Content {
            dataset,
            report: &audit(dataset, &Evidence::default()).unwrap(),
            leaves: &Leaves::new(Vec::new()),
            replies: &[],
            files: &[],
            releases: &[],
            history: &History::default(),
            tests: None,
            audits: &[],
            publisher: None,
            bundle: None,
            conditions: None,
            geometry: None,
            is_demonstration: true,
        })
    }

    #[test]
    fn parts_in_threads_are_the_site_and_its_list() {
        of(&dataset(), |content| {
            let (mut one, mut other) = (BTreeMap::new(), BTreeMap::new());
            site(content, &mut |path: &str, bytes: &[u8]| {
                one.insert(path.to_owned(), bytes.to_vec());
                Ok::<(), Infallible>(())
            })
            .unwrap();
            let listing = beside_each_other(content, &mut |path, bytes| {
                other.insert(path.to_owned(), bytes.to_vec());
                Ok(())
            })
            .unwrap();
            assert!(one == other && one.len() > WAITING, "{} files", one.len());
            let mut expected = Listing::default();
            for (path, bytes) in &one {
                expected.add(path, bytes);
            }
            assert_eq!(listing.to_text(), expected.to_text());
        });
    }

    /// No thread waits for ever for somebody who takes no more.
    #[test]
    fn a_file_that_is_refused_ends_every_part_and_is_named() {
        of(&dataset(), |content| {
            let all = beside_each_other(content, &mut |_, _| Ok(())).unwrap();
            assert!(all.get("index.html").is_some());
            for last in [0, 1, WAITING + 1] {
                let mut taken = 0;
                let mut refused = String::new();
                let ended = beside_each_other(content, &mut |path, _| {
                    if taken == last {
                        path.clone_into(&mut refused);
                        return Err("the disk is full".into());
                    }
                    taken += 1;
                    Ok(())
                });
                let told = ended.unwrap_err();
                assert!(
                    matches!(&told, DeriveError::Sink { path, source }
                        if *path == refused && source.to_string() == "the disk is full"),
                    "{told:?}"
                );
                assert_eq!(taken, last);
            }
        });
    }
}
