//! Renderings of whole reports.

mod fixture;
mod hostile;
mod html_checks;
mod renderings;
mod symmetry;
mod words;
