//! The rows of every table, in the order of the canonical files.

mod declared;
mod election;
mod findings;
mod stations;
mod summary;

pub(super) use declared::fields as declared_fields;
pub(super) use stations::{division, place, registered};

use super::DataError;
use super::context::{Context, Part};
use super::schema::Table;
use super::value::Value;

/// Takes one row.
pub(super) type Emit<'e> = dyn FnMut(&[Value<'_>]) -> Result<(), DataError> + 'e;

/// Gives every row of a table; of a partitioned one those of `part`.
pub(super) fn rows(
    context: &Context<'_>,
    table: Table,
    part: Option<&Part>,
    emit: &mut Emit<'_>,
) -> Result<(), DataError> {
    match (table, part) {
        (Table::Summary, _) => summary::summary(context, emit),
        (Table::Sources, _) => election::sources(context, emit),
        (Table::Options, _) => election::options(context, emit),
        (Table::Registers, _) => election::registers(context, emit),
        (Table::Divisions, _) => election::divisions(context, emit),
        (Table::Stations, Some(part)) => stations::stations(context, part, emit),
        (Table::Memberships, Some(part)) => stations::memberships(context, part, emit),
        (Table::Sheets, Some(part)) => stations::sheets(context, part, emit),
        (Table::Declarations, _) => declared::declarations(context, emit),
        (Table::Declared, _) => declared::declared(context, emit),
        (Table::Findings, _) => findings::findings(context, emit),
        (Table::Coverage, _) => findings::coverage(context, emit),
        (Table::Stations | Table::Memberships | Table::Sheets, None) => Ok(()),
    }
}
