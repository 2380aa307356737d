//! stub
use super::{DataError, Options, context::Context, package::Recorder};
pub(super) fn write(_: &Context<'_>, _: &Options, _: &mut Recorder<'_, '_>) -> Result<(), DataError> { Ok(()) }
