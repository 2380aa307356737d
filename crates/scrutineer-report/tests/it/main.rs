//! Renderings of whole reports, and the message files they speak from.

mod comparing;
mod documents;
mod fixture;
mod hostile;
mod messages;
mod page;
mod renderings;
mod symmetry;
mod wording;
