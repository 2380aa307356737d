//! Requests to a server that the person named: objects of unknown digest, and questions to witnesses.
//!
//! What comes back is not trusted and is bounded before and after decompression. No redirect is followed:
//! whoever names an address means it, and a reply from elsewhere would look as if it came from there.

use super::Network;

/// What a server answered to [`Client::post`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status code of HTTP.
    pub status: u16,
    /// The `content-type`, where there is one.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// Why a server could not be asked, or did not answer as it should.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// Connections were not allowed.
    #[error("connections were not allowed")]
    NotAllowed,
    /// This build cannot open connections.
    #[error("expected a build with the feature `network`, found one without")]
    NotBuilt,
    /// The body is longer than the caller accepts.
    #[error("expected at most {limit} bytes, found more")]
    TooLarge {
        /// The most bytes that the caller accepts.
        limit: u64,
    },
    /// Another status than success and absence.
    #[error("expected status 200 or 404, found {0}")]
    Status(u16),
    /// The server points elsewhere.
    #[error("expected an answer, found a redirection (status {0}), which is not followed")]
    Redirect(u16),
    /// The body is packed in a way that was not asked for.
    #[error("expected a plain or gzip body, found the encoding {0:?}")]
    Encoding(String),
    /// The connection, or the packing, failed; the system's reason.
    #[error("{0}")]
    Failed(String),
}

/// A client whose connections are used again from one request to the next.
///
/// Absent from a build without the feature `network`: there [`Network::client`] always fails.
#[derive(Debug)]
pub struct Client {
    #[cfg(feature = "network")]
    agent: ureq::Agent,
    /// Nobody can make one.
    #[cfg(not(feature = "network"))]
    never: std::convert::Infallible,
}

impl Network {
    /// A client for addresses that the person named.
    ///
    /// # Errors
    ///
    /// [`ClientError::NotAllowed`] and [`ClientError::NotBuilt`], and a proxy address that cannot be used.
    pub fn client(&self) -> Result<Client, ClientError> {
        match self {
            Self::Denied => Err(ClientError::NotAllowed),
            #[cfg(feature = "network")]
            Self::Allowed { proxy } => {
                let agent = super::built::client_agent(proxy.as_ref());
                let agent = agent.map_err(|error| ClientError::Failed(error.to_string()))?;
                Ok(Client { agent })
            }
            #[cfg(not(feature = "network"))]
            Self::Allowed { .. } => Err(ClientError::NotBuilt),
        }
    }
}

#[cfg(not(feature = "network"))]
impl Client {
    /// The object at an address; `None` where the server says that there is none (status 404 or 410).
    ///
    /// # Errors
    ///
    /// [`ClientError`], whose variants say what.
    pub fn get(&self, _address: &str, _limit: u64) -> Result<Option<Vec<u8>>, ClientError> {
        match self.never {}
    }

    /// Sends `body` and gives the answer, whatever its status.
    ///
    /// # Errors
    ///
    /// As [`Client::get`].
    pub fn post(&self, _address: &str, _body: &[u8], _limit: u64) -> Result<Reply, ClientError> {
        match self.never {}
    }
}

#[cfg(feature = "network")]
mod built {
    use std::io::Read;

    use flate2::read::MultiGzDecoder;
    use ureq::http::Response;
    use ureq::{Body, Error};

    use super::{Client, ClientError, Reply};

    impl Client {
        /// The object at an address; `None` where the server says that there is none (status 404 or 410).
        ///
        /// # Errors
        ///
        /// [`ClientError`], whose variants say what.
        pub fn get(&self, address: &str, limit: u64) -> Result<Option<Vec<u8>>, ClientError> {
            let response = self.agent.get(address).call().map_err(failed)?;
            match response.status().as_u16() {
                200 => body(response, limit).map(Some),
                404 | 410 => Ok(None),
                status @ 300..=399 => Err(ClientError::Redirect(status)),
                status => Err(ClientError::Status(status)),
            }
        }

        /// Sends `body` and gives the answer, whatever its status.
        ///
        /// # Errors
        ///
        /// As [`Client::get`].
        pub fn post(&self, address: &str, sent: &[u8], limit: u64) -> Result<Reply, ClientError> {
            let request = self
                .agent
                .post(address)
                .content_type("text/plain; charset=utf-8");
            let response = request.send(sent).map_err(failed)?;
            let status = response.status().as_u16();
            if (300..=399).contains(&status) {
                return Err(ClientError::Redirect(status));
            }
            let content_type = header(&response, "content-type");
            Ok(Reply {
                status,
                content_type,
                body: body(response, limit)?,
            })
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "the shape of `map_err`")]
    fn failed(error: Error) -> ClientError {
        ClientError::Failed(error.to_string())
    }

    fn header(response: &Response<Body>, name: &str) -> Option<String> {
        let value = response.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    }

    fn body(mut response: Response<Body>, limit: u64) -> Result<Vec<u8>, ClientError> {
        let encoding = header(&response, "content-encoding").unwrap_or_default();
        // One byte beyond the limit is let through, so that our own count finds the excess. What is
        // packed may be a little longer than what it holds, and is bounded as well.
        let beyond = limit.saturating_add(1);
        let reader = response
            .body_mut()
            .with_config()
            .limit(beyond.saturating_add(1024))
            .reader();
        match encoding.trim() {
            "" | "identity" => bounded(reader, limit),
            "gzip" | "x-gzip" => bounded(MultiGzDecoder::new(reader), limit),
            other => Err(ClientError::Encoding(other.chars().take(40).collect())),
        }
    }

    fn bounded(from: impl Read, limit: u64) -> Result<Vec<u8>, ClientError> {
        let mut bytes = Vec::new();
        from.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| ClientError::Failed(error.to_string()))?;
        if bytes.len() as u64 > limit {
            return Err(ClientError::TooLarge { limit });
        }
        Ok(bytes)
    }
}
