//! The small synthetic folder that ships with the sources.

use crate::folder::gather;
use crate::plan::Plan;
use crate::problem::InvalidPlan;
use crate::scenario::Scenario;
use crate::share::Share;
use crate::simulate::simulate;

/// Where the shipped folder stands in the workspace.
pub const EXAMPLE_FOLDER: &str = "examples/synthetic";

/// The files of the shipped folder: 150 stations, four options, 5 % of the sheets missing, one
/// slip, one row twice, an honest partial bulletin and a final declaration whose totals do not
/// come from the sheets; shapes of the divisions; the truth beside them. A test compares them with the committed files.
pub fn shipped_example() -> Result<Vec<(String, Vec<u8>)>, InvalidPlan> {
    let plan = Plan::new(150, 7)
        .options(4)
        .scenario(Scenario::TotalsNotFromSheets)
        .missing(Share::per_thousand(50))
        .slips(Share::per_thousand(7))
        .repeats(1)
        .bulletin(Some(Share::per_thousand(600)))
        .shapes(true);
    let election = simulate(&plan)?;
    Ok(gather(election.folder().chain(election.truth_files())))
}
