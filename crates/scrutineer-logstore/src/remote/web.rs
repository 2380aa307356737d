//! A log on a web server.

use scrutineer_fetch::{Client, ClientError};

use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;

/// The objects below an address.
#[derive(Debug)]
pub(super) struct WebObjects {
    client: Client,
    /// Without a slash at its end.
    prefix: String,
}

impl WebObjects {
    pub(super) fn new(client: Client, address: &str) -> Self {
        let prefix = address.trim_end_matches('/').to_owned();
        Self { client, prefix }
    }

    pub(super) fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        // The characters of an object path mean themselves in an address.
        let address = format!("{}/{path}", self.prefix);
        self.client.get(&address, limit).map_err(|error| {
            let cause = match error {
                ClientError::TooLarge { limit } => StoreCause::TooLarge { limit },
                other => StoreCause::Remote(other.to_string()),
            };
            StoreError::on(Action::Read, path, cause)
        })
    }
}
