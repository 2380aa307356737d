//! The search itself: mirrors, then the cache, then the network.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cache;
use crate::folder::{Folder, Limits, Search};
use crate::missing::Missing;
use crate::network::Network;
use crate::pinned::{Mirror, Pinned};
use crate::place::{Outcome, Place, Spot};

/// Where to look for pinned inputs. Starts with no mirror, no cache and the network denied.
#[derive(Debug, Clone, Default)]
pub struct Resolver {
    mirrors: Vec<Mirror>,
    cache: Option<PathBuf>,
    network: Network,
    limits: Limits,
}

/// An input whose bytes have the digest that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Where they came from.
    pub origin: Origin,
    /// Places looked at before that a person should know of: other bytes under the input's name or
    /// in its cache entry, a folder that cannot be read, a download that could not be kept.
    pub remarks: Vec<Place>,
}

/// Where bytes came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file in a mirror.
    Mirror(PathBuf),
    /// The cache entry.
    Cache(PathBuf),
    /// A web mirror or the address of the pin.
    Download(String),
}

impl Resolver {
    /// A resolver that looks nowhere.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a mirror after those already there.
    #[must_use]
    pub fn mirror(mut self, mirror: impl Into<Mirror>) -> Self {
        self.mirrors.push(mirror.into());
        self
    }

    /// Keeps downloads in this folder and looks there after the folders among the mirrors.
    #[must_use]
    pub fn cache(mut self, folder: impl Into<PathBuf>) -> Self {
        self.cache = Some(folder.into());
        self
    }

    /// Allows or denies connections.
    #[must_use]
    pub fn network(mut self, network: Network) -> Self {
        self.network = network;
        self
    }

    /// Sets the bounds of the search.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// A search for several inputs that lists each folder and hashes each file once.
    pub fn lookup(&self) -> Lookup<'_> {
        Lookup {
            resolver: self,
            folders: BTreeMap::new(),
        }
    }

    /// Looks for one input.
    pub fn resolve(&self, pinned: &Pinned) -> Result<Resolved, Missing> {
        self.lookup().find(pinned)
    }
}

/// A search under way: what was listed and hashed so far is remembered until it is dropped.
pub struct Lookup<'a> {
    resolver: &'a Resolver,
    folders: BTreeMap<PathBuf, Result<Folder, Outcome>>,
}

impl Lookup<'_> {
    /// Looks in every folder among the mirrors, in their order, then in the cache, then, if allowed,
    /// on web mirrors and at the address of the pin. Bytes with another digest are never returned.
    pub fn find(&mut self, pinned: &Pinned) -> Result<Resolved, Missing> {
        let mut places = Vec::new();
        let found = self
            .in_folders(pinned, &mut places)
            .or_else(|| self.in_cache(pinned, &mut places))
            .or_else(|| self.on_network(pinned, &mut places));
        match found {
            Some((bytes, origin)) => {
                places.retain(Place::is_remarkable);
                Ok(Resolved {
                    bytes,
                    origin,
                    remarks: places,
                })
            }
            None => Err(Missing::new(pinned, places)),
        }
    }

    fn in_folders(
        &mut self,
        pinned: &Pinned,
        places: &mut Vec<Place>,
    ) -> Option<(Vec<u8>, Origin)> {
        for mirror in &self.resolver.mirrors {
            let Mirror::Folder(root) = mirror else {
                continue;
            };
            let limits = &self.resolver.limits;
            let folder = self
                .folders
                .entry(root.clone())
                .or_insert_with(|| list(root, limits));
            let Search { found, seen } = match folder {
                Ok(folder) => folder.search(pinned, limits),
                Err(outcome) => Search {
                    found: None,
                    seen: outcome.clone(),
                },
            };
            places.push(Place {
                spot: Spot::Folder(root.clone()),
                outcome: seen,
            });
            if let Some((path, bytes)) = found {
                return Some((bytes, Origin::Mirror(path)));
            }
        }
        None
    }

    fn in_cache(&self, pinned: &Pinned, places: &mut Vec<Place>) -> Option<(Vec<u8>, Origin)> {
        let entry = cache::entry(self.resolver.cache.as_deref()?, pinned.sha256);
        let limit = self.resolver.limits.max_file_bytes;
        match cache::read(&entry, pinned.sha256, limit) {
            Ok(bytes) => Some((bytes, Origin::Cache(entry))),
            Err(outcome) => {
                places.push(Place {
                    spot: Spot::Cache(entry),
                    outcome,
                });
                None
            }
        }
    }

    fn on_network(&self, pinned: &Pinned, places: &mut Vec<Place>) -> Option<(Vec<u8>, Origin)> {
        let web_mirrors = self
            .resolver
            .mirrors
            .iter()
            .filter_map(|mirror| match mirror {
                Mirror::Web(base) => {
                    Some(Spot::WebMirror(format!("{base}/sha256/{}", pinned.sha256)))
                }
                Mirror::Folder(_) => None,
            });
        let own = pinned
            .address
            .iter()
            .map(|address| Spot::Address(address.clone()));
        let limit = pinned
            .size
            .unwrap_or(u64::MAX)
            .min(self.resolver.limits.max_file_bytes);
        for spot in web_mirrors.chain(own) {
            let (Spot::WebMirror(address) | Spot::Address(address)) = &spot else {
                continue;
            };
            match self
                .resolver
                .network
                .download(address, pinned.sha256, limit)
            {
                Err(outcome) => places.push(Place { spot, outcome }),
                Ok(bytes) => {
                    self.keep(pinned, &bytes, places);
                    return Some((bytes, Origin::Download(address.clone())));
                }
            }
        }
        None
    }

    /// A cache that cannot be written costs the next run a download and this run nothing.
    fn keep(&self, pinned: &Pinned, bytes: &[u8], places: &mut Vec<Place>) {
        let Some(cache) = self.resolver.cache.as_deref() else {
            return;
        };
        let entry = cache::entry(cache, pinned.sha256);
        if let Err(error) = cache::write(&entry, bytes) {
            places.push(Place {
                spot: Spot::Cache(entry),
                outcome: Outcome::NotKept(error.to_string()),
            });
        }
    }
}

fn list(root: &Path, limits: &Limits) -> Result<Folder, Outcome> {
    Folder::list(root, limits).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Outcome::Absent,
        _ => Outcome::Unreadable(error.to_string()),
    })
}
