//! The server over real sockets.
#![expect(clippy::unwrap_used, reason = "what a test cannot do fails it")]

mod caching;
mod confinement;
mod hostile;
mod hosts;
mod many;
mod support;
