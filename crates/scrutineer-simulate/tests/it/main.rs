//! Synthetic elections from outside: what they promise to whoever audits them.

mod answers;
mod example;
mod folder;
mod scenarios;
mod size;
mod spec;
