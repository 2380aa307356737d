//! Renderings of whole reports, and the message files they speak from.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod comparing;
mod conditions;
mod corpora;
mod documents;
mod fixture;
mod hostile;
mod messages;
mod page;
mod renderings;
mod schema;
mod symmetry;
mod wording;
