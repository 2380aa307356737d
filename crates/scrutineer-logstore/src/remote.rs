//! The log of somebody else, to read from: a folder, a USB stick, or the address of a web server.
//!
//! All behave alike. None is trusted: whoever reads compares what comes with signatures and digests.

mod web;

use std::path::Path;

use scrutineer_fetch::{ClientError, Network};

use crate::disk::DiskObjects;
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
#[cfg(feature = "s3")]
use crate::s3::{S3Config, S3Objects};
use crate::store::Objects;

use web::WebObjects;

/// Where a log of somebody else is read from. Every write is refused.
#[derive(Debug)]
pub struct Remote(Place);

#[derive(Debug)]
enum Place {
    Folder(DiskObjects),
    Web(WebObjects),
    #[cfg(feature = "s3")]
    Bucket(S3Objects),
}

/// Why a log cannot be read from a place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RemoteError {
    /// The folder cannot be read.
    #[error(transparent)]
    Folder(#[from] StoreError),
    /// An address of another kind.
    #[error("expected a folder, or an address that begins with http:// or https://, found {0:?}")]
    Scheme(String),
    /// An address with something after its path, which would end up inside every name.
    #[error("expected an address without `?`, `#`, blanks and user name, found {0:?}")]
    Address(String),
    /// No connection can be opened.
    #[error("{address}: {error}")]
    Client {
        /// The address.
        address: String,
        /// Why.
        #[source]
        error: ClientError,
    },
}

impl Remote {
    /// Opens a place: an address if it has a scheme, else a folder. An address opens connections as
    /// `network` says, none before something is read.
    ///
    /// # Errors
    ///
    /// [`RemoteError`]; in a build without the feature `network` an address is always an error that names
    /// the feature.
    pub fn open(place: &str, network: &Network) -> Result<Self, RemoteError> {
        match place.split_once("://") {
            None => Self::folder(Path::new(place)),
            Some(("http" | "https", rest)) => {
                let is_plain =
                    |c: char| !c.is_whitespace() && !c.is_control() && !"?#@".contains(c);
                if rest.is_empty() || !rest.chars().all(is_plain) {
                    return Err(RemoteError::Address(place.to_owned()));
                }
                let client = network.client().map_err(|error| RemoteError::Client {
                    address: place.to_owned(),
                    error,
                })?;
                Ok(Self(Place::Web(WebObjects::new(client, place))))
            }
            Some(_) => Err(RemoteError::Scheme(place.to_owned())),
        }
    }

    /// The log in a folder.
    ///
    /// # Errors
    ///
    /// If it is absent or no folder.
    pub fn folder(path: &Path) -> Result<Self, RemoteError> {
        Ok(Self(Place::Folder(DiskObjects::open_existing(path)?)))
    }

    /// The log in a bucket of an S3-compatible server.
    ///
    /// # Errors
    ///
    /// Where the configuration cannot be used.
    #[cfg(feature = "s3")]
    pub fn bucket(config: &S3Config) -> Result<Self, RemoteError> {
        Ok(Self(Place::Bucket(S3Objects::reading(config)?)))
    }

    /// Whether the names of a folder can be asked for. A web server tells none.
    pub fn can_list(&self) -> bool {
        !matches!(self.0, Place::Web(_))
    }
}

impl Objects for Remote {
    fn put_new(&self, path: &ObjectPath, _bytes: &[u8]) -> Result<(), StoreError> {
        Err(read_only(Action::Write, path))
    }

    fn put_same_or_new(&self, path: &ObjectPath, _bytes: &[u8]) -> Result<(), StoreError> {
        Err(read_only(Action::Write, path))
    }

    fn replace(
        &self,
        path: &ObjectPath,
        _expected: Option<&[u8]>,
        _new: &[u8],
    ) -> Result<(), StoreError> {
        Err(read_only(Action::Replace, path))
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        match &self.0 {
            Place::Folder(folder) => folder.get(path, limit),
            Place::Web(web) => web.get(path, limit),
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.get(path, limit),
        }
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        Err(read_only(Action::Delete, path))
    }

    /// # Errors
    ///
    /// Of a web server always: it tells no names.
    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        match &self.0 {
            Place::Folder(objects) => objects.list(folder),
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.list(folder),
            Place::Web(_) => {
                let cause = StoreCause::Remote("web servers list no names".to_owned());
                Err(StoreError::on(Action::List, folder, cause))
            }
        }
    }
}

fn read_only(action: Action, path: &ObjectPath) -> StoreError {
    StoreError::on(action, path, StoreCause::Denied)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scrutineer_testkit::scratch::Scratch;

    #[test]
    fn a_folder_is_read_and_never_written() {
        let scratch = Scratch::new();
        scratch.write("tile/0/000.p/1", "x");
        let remote = Remote::open(&scratch.path().to_string_lossy(), &Network::Denied).unwrap();
        let path = ObjectPath::known("tile/0/000.p/1");
        assert_eq!(remote.get(&path, 9).unwrap().as_deref(), Some(&b"x"[..]));
        assert!(remote.put_same_or_new(&path, b"x").is_err());
        assert!(remote.put_new(&ObjectPath::known("a"), b"x").is_err());
        assert!(remote.replace(&path, Some(b"x"), b"y").is_err());
        assert!(remote.delete(&path).is_err());
        assert_eq!(remote.list(&ObjectPath::known("tile")).unwrap(), [path]);
    }

    #[test]
    fn a_place_that_is_no_folder_and_no_web_address_is_refused() {
        for place in ["ftp://x/y", "file:///etc", "s3://bucket", "://"] {
            let error = Remote::open(place, &Network::Denied).unwrap_err();
            assert!(matches!(error, RemoteError::Scheme(_)), "{place}: {error}");
        }
        for place in [
            "http://",
            "http://x/?a",
            "http://x/#a",
            "https://u:p@x",
            "http://x y",
        ] {
            let error = Remote::open(place, &Network::Denied).unwrap_err();
            assert!(matches!(error, RemoteError::Address(_)), "{place}: {error}");
        }
        let error = Remote::open("/no/such/folder", &Network::Denied).unwrap_err();
        assert!(matches!(error, RemoteError::Folder(_)), "{error}");
    }

    #[test]
    fn no_connection_is_opened_where_none_is_allowed() {
        let error = Remote::open("http://127.0.0.1:9/log", &Network::Denied).unwrap_err();
        let expected = "http://127.0.0.1:9/log: connections were not allowed";
        assert_eq!(error.to_string(), expected);
    }

    #[cfg(not(feature = "network"))]
    #[test]
    fn a_build_without_the_feature_names_it() {
        let network = Network::Allowed { proxy: None };
        let error = Remote::open("https://log.example", &network).unwrap_err();
        assert!(error.to_string().contains("feature `network`"), "{error}");
    }
}
