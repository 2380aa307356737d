//! A release of everything that follows from the entries that the log has.

use std::collections::BTreeSet;

use scrutineer_audit::RULES;
use scrutineer_logstore::{Head, LogReader, ObjectPath, Objects, Writer};
use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;

use super::PublishError;
use crate::beside::{Beside, about};
use crate::data::Stamp;
use crate::derive::{Extras, derived_files, rebuild, release_report};
use crate::disclosure::Disclosed;
use crate::entry::{AuditReport, Entry, Number, Release, Text};
use crate::release::{FILES, LATEST, Latest, MAX_BYTES, Manifest, ReleasedFile, Role};
use crate::site::{self, Basis, Positions};

/// A release that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// Entries that it is made from.
    pub size: u64,
    /// Root of their tree.
    pub root: Hash,
    /// Id of the report.
    pub report_id: String,
    /// How many files.
    pub files: usize,
    /// Their bytes together.
    pub bytes: u64,
}

/// Makes the release of the log as it is, unless its last entry is one.
///
/// `disclosed` are all files beside the log, those of earlier releases included.
pub(super) fn release<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    extras: &Extras,
    disclosed: Vec<Disclosed>,
) -> Result<Option<Released>, PublishError> {
    let (size, root) = (writer.size(), writer.root());
    if size == 0 || finished(writer, extras, &disclosed)? {
        return Ok(None);
    }
    let origin = writer
        .checkpoint()
        .text()
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    let reader = LogReader::new(writer.objects());
    let rebuilt = rebuild(&reader, size)?;
    let stamp = Stamp {
        origin: origin.clone(),
        size,
        root: *root.as_bytes(),
    };
    let report = release_report(&rebuilt, &stamp)?;
    let mut files = Vec::new();
    let objects = writer.objects();
    derived_files(&rebuilt, &report, &stamp, extras, &mut |role, file| {
        let released = ReleasedFile::of(file.path, role, &file.bytes);
        objects.put_same_or_new(&released.object()?, &file.bytes)?;
        files.push(released);
        Ok(())
    })?;
    let beside = extras.beside.clone().within(&rebuilt.dataset)?;
    if let Some(bytes) = &beside.conditions {
        about(bytes, &rebuilt.dataset)?;
    }
    files.extend(put_beside(objects, &beside)?);
    let mut pages = None;
    if extras.site {
        let positions = Positions::read(&reader, size, &rebuilt)?;
        let listing = site::write(
            objects,
            &Basis {
                rebuilt: &rebuilt,
                report: &report,
                stamp: &stamp,
                positions: &positions,
                files: &files,
                bundle: Some(site::INSIDE),
                beside: &beside,
            },
        )?;
        let text = listing.to_text().into_bytes();
        let released = ReleasedFile::of(site::SITE_FILES, Role::Site, &text);
        objects.put_same_or_new(&released.object()?, &text)?;
        files.push(released);
        pages = Some(listing);
    }
    let bytes = files.iter().map(|file| file.bytes).sum();
    let count = files.len();
    let number = Number::new(size).unwrap_or_default();
    let mut manifest = Manifest::new(
        origin,
        (number, root),
        RULES.to_owned(),
        report.as_of,
        files,
    )?;
    manifest.disclosed = disclosed;
    manifest.issuer = extras.nist.as_ref().map(|nist| nist.issuer.clone());
    let made = manifest.to_bytes()?;
    writer
        .objects()
        .put_same_or_new(&manifest.object()?, &made)?;
    let digest: Hash = report
        .report_id
        .parse()
        .unwrap_or_else(|_| sha256(scrutineer_audit::canonical_json(&report).as_bytes()));
    let entries = [
        Entry::AuditReport(AuditReport::new(number, digest, Text::new(RULES))),
        Entry::Release(Release::new(number, root, sha256(&made))),
    ];
    let bytes_of: Result<Vec<Vec<u8>>, _> = entries.iter().map(Entry::to_bytes).collect();
    writer.append(&bytes_of?)?;
    point(writer.objects(), &manifest, &made)?;
    drop_superseded(writer.objects(), &manifest)?;
    site::drop_others(writer.objects(), &pages.unwrap_or_default())?;
    Ok(Some(Released {
        size,
        root,
        report_id: report.report_id,
        files: count,
        bytes,
    }))
}

/// Whether the last entry is a release whose manifest is there, with the exports that are asked for. What a
/// run that stopped after it left undone is done here.
fn finished<O: Objects, H: Head>(
    writer: &Writer<O, H>,
    extras: &Extras,
    disclosed: &[Disclosed],
) -> Result<bool, PublishError> {
    let size = writer.size();
    let reader = LogReader::new(writer.objects());
    let last = reader
        .entry(size - 1, size)
        .map_err(crate::derive::RebuildError::from)?;
    let Ok(Entry::Release(release)) = Entry::parse(&last) else {
        return Ok(false);
    };
    let path = crate::release::manifest_object(release.size.get(), &release.root.0)?;
    let Some(bytes) = writer.objects().get(&path, MAX_BYTES)? else {
        return Ok(false);
    };
    let manifest = Manifest::parse(&bytes)?;
    let lacks_exports = extras.nist.is_some() && manifest.issuer.is_none();
    let lacks_site = extras.site && !Extras::of(&manifest).site;
    let differs_beside = !holds(&manifest, &extras.beside) && {
        // Shapes of divisions that the log has not are left out.
        let rebuilt = rebuild(&reader, release.size.get())?;
        !holds(&manifest, &extras.beside.clone().within(&rebuilt.dataset)?)
    };
    if lacks_exports || lacks_site || differs_beside || manifest.disclosed != disclosed {
        return Ok(false);
    }
    point(writer.objects(), &manifest, &bytes)?;
    drop_superseded(writer.objects(), &manifest)?;
    let pages = site::listed(writer.objects(), &manifest)?;
    site::drop_others(writer.objects(), &pages.unwrap_or_default())?;
    Ok(true)
}

/// Puts what follows from no entry beside the log.
fn put_beside<O: Objects>(objects: &O, beside: &Beside) -> Result<Vec<ReleasedFile>, PublishError> {
    let mut files = Vec::new();
    for (path, role, bytes) in beside.files() {
        let released = ReleasedFile::of(path, role, bytes);
        objects.put_same_or_new(&released.object()?, bytes)?;
        files.push(released);
    }
    Ok(files)
}

/// Whether a release has these files, with these bytes, and no other ones of their kinds: what was taken out of the
/// folder must not go on being the latest.
fn holds(manifest: &Manifest, beside: &Beside) -> bool {
    let held = manifest.files.iter();
    let held: BTreeSet<_> = held
        .filter(|file| file.role.is_beside())
        .map(|file| (file.path.as_str(), file.sha256.0))
        .collect();
    let wanted = beside.files().map(|(path, _, bytes)| (path, sha256(bytes)));
    wanted.collect::<BTreeSet<_>>() == held
}

/// The manifest of the latest release of a log; `None` before the first.
pub(super) fn latest<O: Objects>(objects: &O, size: u64) -> Result<Option<Manifest>, PublishError> {
    let reader = LogReader::new(objects);
    let mut last = None;
    crate::derive::each_entry(&reader, size, &mut |_, entry, _| {
        if let Entry::Release(release) = entry {
            last = Some((release.size.get(), release.root.0));
        }
    })?;
    let Some((size, root)) = last else {
        return Ok(None);
    };
    let path = crate::release::manifest_object(size, &root)?;
    let bytes = objects.get(&path, MAX_BYTES)?;
    Ok(bytes.map(|bytes| Manifest::parse(&bytes)).transpose()?)
}

/// Replaces the pointer to the latest release, where it is another.
pub(crate) fn point<O: Objects>(
    objects: &O,
    manifest: &Manifest,
    bytes: &[u8],
) -> Result<(), PublishError> {
    let path = ObjectPath::parse(LATEST)?;
    let new = Latest::to(manifest, bytes)?.to_bytes()?;
    let old = objects.get(&path, MAX_BYTES)?;
    if old.as_deref() != Some(&new) {
        objects.replace(&path, old.as_deref(), &new)?;
    }
    Ok(())
}

/// Deletes the files that the latest release does not name: they can be made again from the entries.
pub(crate) fn drop_superseded<O: Objects>(
    objects: &O,
    manifest: &Manifest,
) -> Result<(), PublishError> {
    let mut named = BTreeSet::new();
    for file in &manifest.files {
        named.insert(file.object()?);
    }
    for path in objects.list(&ObjectPath::parse(FILES)?)? {
        if !named.contains(&path) {
            objects.delete(&path)?;
        }
    }
    Ok(())
}
