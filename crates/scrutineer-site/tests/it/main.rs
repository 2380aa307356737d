//! The site of elections that are made up, hostile, and real.

mod crawl;
mod hostile;
mod made;
mod numbers;
mod symmetry;
