//! Files of one folder and nothing else.

mod cache;
mod kind;
mod names;

use std::fmt::Write as _;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::UNIX_EPOCH;

use flate2::Compression;
use flate2::read::GzEncoder;
use sha2::{Digest, Sha256};

use crate::answer::{Answer, Body, Permit, Response};
use crate::conditional::{Wanted, names_tag, range, takes_gzip};
use crate::policy::page_policy;
use crate::request::{Method, Request};
use crate::target::{Target, decode, is_served};
use cache::Cache;
pub use kind::Keeping;
use kind::Kind;
use names::Names;

/// A file up to this length is kept in memory.
const KEPT: u64 = 1024 * 1024;
/// What the files in memory may take together.
const CACHE_BYTES: usize = 64 * 1024 * 1024;
/// Below this, compression gains nothing.
const WORTH: u64 = 256;
/// A file beyond this is not compressed on the way.
const COMPRESSED: u64 = 64 * 1024 * 1024;
/// Files that are compressed on the way at once.
const AT_ONCE: usize = 4;

/// A folder that is served.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    cache: Cache<Held>,
    names: Names,
    compressing: Arc<AtomicUsize>,
}

/// A file, as far as every response about it needs.
#[derive(Debug)]
struct Held {
    stamp: Stamp,
    path: PathBuf,
    kind: Kind,
    tag: String,
    policy: String,
    /// `None` for a large file.
    bytes: Option<Arc<[u8]>>,
    compressed: Option<Arc<[u8]>>,
}

/// What tells one state of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    /// Nanoseconds since 1970; 0 where the system keeps no times.
    changed: u128,
}

impl Stamp {
    fn of(status: &Metadata) -> Self {
        let changed = status.modified().ok();
        let since = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self {
            length: status.len(),
            changed: since.map_or(0, |since| since.as_nanos()),
        }
    }
}

impl Folder {
    /// A folder. It must exist.
    pub fn open(root: &Path) -> io::Result<Self> {
        let root = fs::canonicalize(root)?;
        if !fs::metadata(&root)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Self {
            names: Names::new(&root),
            root,
            cache: Cache::new(CACHE_BYTES),
            compressing: Arc::new(AtomicUsize::new(0)),
        })
    }

    /// Whether a path, from its first `/`, is answered with a file.
    pub fn has(&self, path: &str) -> bool {
        decode(path).is_some_and(|target| self.find(&target).is_some())
    }

    /// The file of a target; for one that no file has, the file that the latest release gives this
    /// name.
    fn find(&self, target: &Target) -> Option<Arc<Held>> {
        let mut names = target.names.clone();
        if target.is_folder {
            names.push("index.html".to_owned());
        }
        let key = names.join("/");
        if let Some(held) = self.cache.get(&key) {
            if fs::metadata(&held.path).is_ok_and(|status| Stamp::of(&status) == held.stamp) {
                return Some(held);
            }
            self.cache.remove(&key);
        }
        let mut kind = kind::of(&names, |digest| self.names.of(digest));
        let path = self.inside(&names).or_else(|| {
            let digest = self.names.digest(&key)?;
            kind.keeping = Keeping::Pointer;
            self.inside(&["files".to_owned(), digest])
        })?;
        let held = Arc::new(held(path, kind).ok()?);
        let size = key.len() + held.size();
        self.cache.put(key, Arc::clone(&held), size);
        Some(held)
    }

    /// A regular file below the folder, once every link is followed; `None` for anything else.
    fn inside(&self, names: &[String]) -> Option<PathBuf> {
        let mut path = self.root.clone();
        path.extend(names);
        let path = fs::canonicalize(path).ok()?;
        let below = path.strip_prefix(&self.root).ok()?;
        let is_open = below
            .iter()
            .all(|name| name.to_str().is_some_and(is_served));
        // A pipe or a device could block for ever.
        let is_file = fs::metadata(&path).is_ok_and(|status| status.is_file());
        (is_open && is_file).then_some(path)
    }

    /// Whether a path names a folder below this one.
    fn is_folder(&self, names: &[String]) -> bool {
        let mut path = self.root.clone();
        path.extend(names);
        fs::canonicalize(path).is_ok_and(|path| path.starts_with(&self.root) && path.is_dir())
    }

    fn permit(&self) -> Option<Permit> {
        let taken = self.compressing.fetch_add(1, Ordering::AcqRel);
        let permit = Permit(Arc::clone(&self.compressing));
        (taken < AT_ONCE).then_some(permit)
    }

    fn whole(&self, held: &Held, request: &Request) -> io::Result<Response> {
        let takes = request.accept_encoding.as_deref().is_some_and(takes_gzip);
        let encoded = |response: Response| response.with("Content-Encoding", "gzip");
        let plain = held.response(200, &held.tag);
        if let Some(bytes) = &held.bytes {
            return Ok(match (&held.compressed, takes) {
                (Some(compressed), true) => encoded(held.response(200, &held.compressed_tag()))
                    .with_body(Body::of(Arc::clone(compressed))),
                _ => plain.with_body(Body::of(Arc::clone(bytes))),
            });
        }
        let file = File::open(&held.path)?;
        let length = held.stamp.length;
        let is_wanted = takes && request.is_current && held.kind.is_text && length <= COMPRESSED;
        if is_wanted && let Some(permit) = self.permit() {
            let response = encoded(held.response(200, &held.compressed_tag()));
            return Ok(response.with_body(Body::Compressed(file, permit)));
        }
        Ok(plain.with_body(Body::File {
            file,
            start: 0,
            length,
        }))
    }
}

impl Answer for Folder {
    fn answer(&self, request: &Request) -> Response {
        if request.method == Method::Options {
            return Response::empty(204)
                .with("Allow", "GET, HEAD, OPTIONS")
                .with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Allow-Methods", "GET, HEAD")
                .with(
                    "Access-Control-Allow-Headers",
                    "Range, If-Range, If-None-Match",
                )
                .with("Access-Control-Max-Age", "86400");
        }
        let Some(target) = decode(&request.path) else {
            return Response::refusal(404);
        };
        let Some(held) = self.find(&target) else {
            if !target.is_folder && self.is_folder(&target.names) {
                // Relative, so that it holds below any path.
                let last = request.path.rsplit('/').next().unwrap_or_default();
                return Response::refusal(301).with("Location", format!("{last}/"));
            }
            // A bundle has its pages in a folder of their own.
            if target.names.is_empty() && self.has("/site/") {
                return Response::refusal(303).with("Location", "site/".to_owned());
            }
            return Response::refusal(404);
        };
        if let Some(tags) = &request.if_none_match {
            let known = [held.tag.clone(), held.compressed_tag()]
                .into_iter()
                .find(|tag| names_tag(tags, tag));
            if let Some(tag) = known {
                return held.response(304, &tag);
            }
        }
        let wanted = match (&request.range, &request.if_range) {
            (Some(_), Some(tag)) if *tag != held.tag => Wanted::Whole,
            (Some(field), _) if request.method == Method::Get => range(field, held.stamp.length),
            _ => Wanted::Whole,
        };
        let response = match wanted {
            Wanted::Whole => self.whole(&held, request),
            Wanted::Part(start, end) => held.part(start, end),
            Wanted::Beyond => Ok(Response::refusal(416)
                .with("Content-Range", format!("bytes */{}", held.stamp.length))),
        };
        // The file was there a moment ago.
        response.unwrap_or_else(|_| Response::refusal(404))
    }
}

fn held(path: PathBuf, kind: Kind) -> io::Result<Held> {
    let mut file = File::open(&path)?;
    let stamp = Stamp::of(&file.metadata()?);
    let mut bytes = Vec::new();
    file.by_ref().take(KEPT).read_to_end(&mut bytes)?;
    let policy = match (kind.is_page, kind.is_drawing) {
        (true, _) => page_policy(&bytes),
        (_, true) => "default-src 'none'; style-src 'unsafe-inline'".to_owned(),
        _ => "default-src 'none'".to_owned(),
    };
    if stamp.length != bytes.len() as u64 {
        let tag = format!("\"{:x}-{:x}\"", stamp.length, stamp.changed);
        return Ok(Held {
            stamp,
            path,
            kind,
            tag,
            policy,
            bytes: None,
            compressed: None,
        });
    }
    let digest = Sha256::digest(&bytes);
    let mut tag = String::from("\"");
    for byte in digest.iter().take(16) {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    let compressed = (kind.is_text && stamp.length >= WORTH)
        .then(|| gzip(&bytes))
        .transpose()?
        .filter(|compressed| compressed.len() < bytes.len());
    Ok(Held {
        stamp,
        path,
        kind,
        tag,
        policy,
        bytes: Some(bytes.into()),
        compressed: compressed.map(Into::into),
    })
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    GzEncoder::new(bytes, Compression::default()).read_to_end(&mut compressed)?;
    Ok(compressed)
}

impl Held {
    /// Bytes that it takes in memory, about.
    fn size(&self) -> usize {
        let of = |bytes: &Option<Arc<[u8]>>| bytes.as_ref().map_or(0, |bytes| bytes.len());
        512 + of(&self.bytes) + of(&self.compressed) + self.policy.len()
    }

    /// The tag of the compressed form, which is another sequence of bytes.
    fn compressed_tag(&self) -> String {
        format!("{}-gzip\"", self.tag.trim_end_matches('"'))
    }

    /// A response about the file without its content.
    fn response(&self, status: u16, tag: &str) -> Response {
        let mut response = Response::empty(status);
        response.fields.reserve(12);
        response = response
            .with("ETag", tag)
            .with("Cache-Control", self.kind.keeping.field());
        if self.kind.is_text {
            response = response.with("Vary", "Accept-Encoding");
        }
        if !self.kind.is_page {
            response = response.with("Access-Control-Allow-Origin", "*").with(
                "Access-Control-Expose-Headers",
                "Accept-Ranges, Content-Length, Content-Range, ETag",
            );
        }
        if status == 304 {
            return response;
        }
        response = response
            .with("Content-Type", self.kind.media)
            .with("Accept-Ranges", "bytes")
            .with("Content-Security-Policy", self.policy.clone())
            .with("X-Content-Type-Options", "nosniff")
            .with("Referrer-Policy", "no-referrer");
        if let Some(name) = &self.kind.download {
            response = response.with(
                "Content-Disposition",
                format!("inline; filename=\"{name}\""),
            );
        }
        response
    }

    /// From one byte up to and without another.
    fn part(&self, start: u64, end: u64) -> io::Result<Response> {
        let length = self.stamp.length;
        let last = end.saturating_sub(1);
        let response = self
            .response(206, &self.tag)
            .with("Content-Range", format!("bytes {start}-{last}/{length}"));
        let body = match &self.bytes {
            Some(bytes) => {
                let at = |position| usize::try_from(position).unwrap_or(usize::MAX);
                Body::Bytes(Arc::clone(bytes), at(start)..at(end))
            }
            None => Body::File {
                file: File::open(&self.path)?,
                start,
                length: end.saturating_sub(start),
            },
        };
        Ok(response.with_body(body))
    }
}
