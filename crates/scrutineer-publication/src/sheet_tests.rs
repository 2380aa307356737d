//! The tests of the sheets, as documents and pages show them. They are no part of a report: no answer rests on
//! them, and each can be run again from the data set.

use scrutineer_audit::{OptionInfo, TestReport};
use scrutineer_forensics::{Selection, forensics, test_results};
use scrutineer_model::{ContestIdx, Dataset, TestResult};
use scrutineer_report::{ContestTests, ForensicsDocument};

/// Every test of every contest that the selection shows.
pub fn sheet_tests(dataset: &Dataset, selection: &Selection) -> ForensicsDocument {
    let results = test_results(dataset);
    let contests = (0..dataset.contests().len()).map(ContestIdx::new);
    ForensicsDocument {
        schema: "scrutineer/forensics-report/1",
        election: dataset.election().name.clone(),
        contests: contests
            .map(|contest| {
                let detail = forensics(dataset, contest, selection);
                let is_shown = |result: &&TestResult| {
                    let mut own = detail
                        .sources
                        .iter()
                        .filter(|held| held.source == result.source.as_str());
                    own.any(|held| {
                        let mut all = held.outcomes.iter();
                        all.any(|held| held.test == result.id && held.quantity == result.quantity)
                    })
                };
                let tests = results
                    .iter()
                    .filter(is_shown)
                    .map(TestReport::from)
                    .collect();
                ContestTests {
                    options: options(dataset, contest),
                    tests,
                    detail,
                }
            })
            .collect(),
    }
}

/// The options of a contest as documents name them.
pub fn options(dataset: &Dataset, contest: ContestIdx) -> Vec<OptionInfo> {
    let contest = dataset.contest(contest);
    let tickets = |at: usize| {
        let own = contest
            .tickets
            .iter()
            .filter(move |ticket| ticket.option.get() == at);
        own.map(|ticket| ticket.id.to_string()).collect()
    };
    contest
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| OptionInfo {
            id: option.id.to_string(),
            name: option.name.clone(),
            tickets: tickets(at),
        })
        .collect()
}
