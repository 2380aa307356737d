//! The contest's own facts, and comparisons of its sources.

use scrutineer_model::{Contest, Dataset, OutcomeRule, Real, SheetSet};
use scrutineer_tally::Comparison;

use crate::report::{
    ById, ChainOfEvidence, ContestReport, OptionInfo, RegisterInfo, RuleInfo,
    SourceComparisonReport,
};

/// Everything about a contest that does not depend on sheets.
pub(crate) fn contest_info(contest: &Contest) -> ContestReport {
    let tickets_of = |option: usize| {
        let own = contest
            .tickets
            .iter()
            .filter(move |ticket| ticket.option.get() == option);
        own.map(|ticket| ticket.id.to_string()).collect()
    };
    ContestReport {
        id: contest.id.to_string(),
        name: contest.name.clone(),
        round: contest.round,
        rule: rule_info(&contest.rule),
        options: contest
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| OptionInfo {
                id: option.id.to_string(),
                name: option.name.clone(),
                tickets: tickets_of(at),
            })
            .collect(),
        registers: contest
            .registers
            .iter()
            .map(|register| RegisterInfo {
                figure: register.kind,
                id: register.id.to_string(),
                total: register.total.value(),
                figures: register.total.clone(),
                applies: register.applies,
                why: register.why.clone(),
            })
            .collect(),
        sources: Vec::new(),
        comparisons: Vec::new(),
        declarations: Vec::new(),
        chain: ChainOfEvidence::without_sheets(),
    }
}

fn rule_info(rule: &OutcomeRule) -> RuleInfo {
    let empty = RuleInfo {
        kind: String::new(),
        winners: None,
        share: None,
        runoff: None,
    };
    match rule {
        OutcomeRule::Plurality { winners } => RuleInfo {
            kind: "plurality".to_owned(),
            winners: Some(*winners),
            ..empty
        },
        OutcomeRule::Majority { share, runoff } => RuleInfo {
            kind: "majority".to_owned(),
            share: Some(*share),
            runoff: Some(*runoff),
            ..empty
        },
        OutcomeRule::Threshold { share } => RuleInfo {
            kind: "threshold".to_owned(),
            share: Some(*share),
            ..empty
        },
        _ => RuleInfo {
            kind: "other".to_owned(),
            ..empty
        },
    }
}

/// Two sources compared.
pub(crate) fn comparison(
    dataset: &Dataset,
    first: &SheetSet,
    second: &SheetSet,
    compared: &Comparison,
) -> SourceComparisonReport {
    let (a, b) = (
        dataset.source(first.source()),
        dataset.source(second.source()),
    );
    let options = &dataset.contest(first.contest()).options;
    let length = |stations: usize| u64::try_from(stations).unwrap_or(u64::MAX);
    let net = options
        .iter()
        .zip(&compared.options)
        .map(|(option, column)| {
            (
                option.id.to_string(),
                i64::try_from(column.net).unwrap_or(i64::MAX),
            )
        });
    let sign_test: ById<Real> = options
        .iter()
        .zip(&compared.options)
        .map(|(option, column)| (option.id.to_string(), Real::new(column.sign_p)))
        .collect();
    SourceComparisonReport {
        a: a.id.to_string(),
        b: b.id.to_string(),
        same_origin: a.origin == b.origin,
        common: compared.common,
        only_a: length(compared.only_first.len()),
        only_b: length(compared.only_second.len()),
        differing: compared.differing,
        cells: compared.differing_cells,
        unread: compared.unread_cells,
        net: net.collect(),
        sign_test,
    }
}
