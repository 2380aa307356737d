//! The site of elections that are made up, hostile, and real.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bundle;
mod change;
mod changes;
mod charts;
mod crawl;
mod declared;
mod explained;
mod find;
mod hostile;
mod made;
mod maps;
mod numbers;
mod places;
mod rows;
mod said;
mod sensitive;
mod symmetry;
mod two;
