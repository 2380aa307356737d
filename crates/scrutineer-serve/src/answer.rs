//! What a server is given to say.

use std::fs::File;
use std::ops::Range;
use std::sync::Arc;

use crate::Request;

/// Whoever answers requests. Called from many threads at once.
pub trait Answer: Send + Sync {
    /// The response to a request. The server leaves out the body where the method is `HEAD`.
    fn answer(&self, request: &Request) -> Response;
}

/// A response without what the server adds: date, length and connection.
#[derive(Debug)]
pub struct Response {
    /// The status, such as 200.
    pub status: u16,
    /// Header fields. Characters that could end a field are left out when it is sent.
    pub fields: Vec<(&'static str, String)>,
    /// The content.
    pub body: Body,
}

/// The content of a response.
#[derive(Debug)]
pub enum Body {
    /// No content.
    Empty,
    /// Bytes in memory, and which of them.
    Bytes(Arc<[u8]>, Range<usize>),
    /// A part of a file that is open: where it begins and how long it is.
    File {
        /// The file.
        file: File,
        /// The first byte.
        start: u64,
        /// How many bytes.
        length: u64,
    },
    /// A whole file that is compressed while it is sent.
    Compressed(File, Permit),
}

impl Body {
    /// Bytes, all of them.
    pub fn of(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        let all = 0..bytes.len();
        Self::Bytes(bytes, all)
    }

    /// The length in bytes; `None` where it is known only at the end.
    pub fn length(&self) -> Option<u64> {
        match self {
            Self::Empty => Some(0),
            Self::Bytes(_, range) => u64::try_from(range.len()).ok(),
            Self::File { length, .. } => Some(*length),
            Self::Compressed(..) => None,
        }
    }
}

impl Response {
    /// A response without fields and without content.
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            fields: Vec::new(),
            body: Body::Empty,
        }
    }

    /// A short text of the server itself, which nobody keeps. It says the status and nothing of the
    /// request or the machine.
    pub fn refusal(status: u16) -> Self {
        let text = format!("{status} {}\n", reason(status));
        let mut response = Self::empty(status)
            .with("Content-Type", "text/plain; charset=utf-8")
            .with("Cache-Control", "no-store")
            .with("Content-Security-Policy", "default-src 'none'")
            .with("X-Content-Type-Options", "nosniff")
            .with("Referrer-Policy", "no-referrer");
        response.body = Body::of(text.into_bytes());
        response
    }

    /// With this content.
    #[must_use]
    pub fn with_body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    /// With one more field.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }
}

/// The right to compress a file on the way; given back when it is dropped.
#[derive(Debug)]
pub struct Permit(pub(crate) Arc<std::sync::atomic::AtomicUsize>);

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.fetch_sub(1, std::sync::atomic::Ordering::AcqRel);
    }
}

/// The words of a status (RFC 9110 section 15).
pub(crate) fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        303 => "See Other",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Content Too Large",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Internal Server Error",
    }
}
