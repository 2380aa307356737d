//! A folder of static files, or pages made on request, over HTTP/1.1.
//!
//! ```text
//! connection (a thread each) -> Request -> Answer -> Response -> connection
//!                                          Folder: a file of a folder
//!                                          anything else: pages made on request
//! ```
//!
//! # In scope
//! - [`Server`]: connections, limits, keep-alive, pipelined requests, an orderly end.
//! - [`Folder`]: files below one folder and nothing else; entity tags, `304`, one range, gzip, how
//!   long a copy may be kept ([`Keeping`]), a strict content security policy.
//! - [`until_interrupted`], [`on_interrupt`]: waiting for a person or the system to end the program.
//!
//! # Out of scope
//! - What the files say, and making pages: whoever gives an [`Answer`].
//! - TLS, HTTP/2, virtual hosts, listings of folders, uploads: a proxy in front of it.
//! - Opening a connection: nothing here does. Who asked for what is written nowhere.
//!
//! # Limits
//! - A thread for every connection, [`Limits::connections`] at once (400). Beyond that the one that has
//!   made no progress for longest is closed, so that slow clients cost each other and nobody else.
//! - A request has no body and at most 16 KiB of head, which must come within 10 seconds.
//! - Files of up to 1 MiB are kept in memory, 64 MiB of them together; larger ones are read from the
//!   disk in pieces of 64 KiB, and at most four at once are compressed on the way.
//! - Of several ranges in one request none is served: the whole file is.
//! - Symbolic links that lead out of the folder, names that begin with a dot, `sealed` and files
//!   ending in `.age` or `.key` are answered as if they were absent.

mod answer;
mod conditional;
mod connection;
mod folder;
mod policy;
mod request;
mod server;
mod signal;
mod target;

pub use answer::{Answer, Body, Response};
pub use folder::{Folder, Keeping};
pub use policy::page_policy;
pub use request::{Method, Request};
pub use server::{Limits, Server};
pub use signal::{on_interrupt, until_interrupted};
