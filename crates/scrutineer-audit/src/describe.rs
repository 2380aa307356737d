//! From tallies and decisions to the parts of the report; nothing is decided here.

mod contest;
mod declaration;
mod result;
mod source;

pub(crate) use contest::{comparison, contest_info};
pub(crate) use declaration::declaration_report;
pub(crate) use result::reading_kind;
pub(crate) use source::source_report;
