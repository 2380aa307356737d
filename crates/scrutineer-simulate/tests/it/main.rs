//! Synthetic elections from outside: what they promise to whoever audits them.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod answers;
mod example;
mod folder;
mod scenarios;
mod size;
mod spec;
