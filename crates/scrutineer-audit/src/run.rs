//! The entry point: one pass over the sources, one over the declarations, then the chain.

use scrutineer_checks::Findings;
use scrutineer_model::{ContestIdx, Dataset, Evidence, Input, Link, Overflow, SheetSet};
use scrutineer_tally::{compare_sources, totals};

use crate::canonical::report_id;
use crate::describe::{comparison, contest_info, declaration_report, source_report};
use crate::report::{
    AuditReport, ChainOfEvidence, ContestReport, DeclarationReport, ElectionInfo, RULES, SCHEMA,
    SourceComparisonReport, SourceReport, TestReport, Tool,
};
use crate::rules::{Case, Discrepancies, Overturned};
use crate::rules::{chain_of_result, chain_of_source, decide};

/// The audit cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// A sum or product left 128-bit integers; no election is that large.
    #[error("{0}")]
    Overflow(#[from] Overflow),
}

/// How much of the audit is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Everything.
    Full,
    /// Checks of series E, totals, bounds and feasibility: all that the two answers need.
    Core,
}

/// What follows from a data set and the evidence beside it.
pub fn audit(dataset: &Dataset, evidence: &Evidence) -> Result<AuditReport, AuditError> {
    audit_to(
        dataset,
        evidence,
        Depth::Full,
        scrutineer_checks::run_with(dataset, evidence),
    )
}

/// The part of [`audit`] that the two answers need: checks of series E, totals, bounds and
/// feasibility. Joint bounds, samples, imputation, comparisons of sources and the checks of series W
/// and P are left out, so the report has another id.
pub fn audit_core(dataset: &Dataset, evidence: &Evidence) -> Result<AuditReport, AuditError> {
    audit_to(
        dataset,
        evidence,
        Depth::Core,
        scrutineer_checks::core(dataset),
    )
}

fn audit_to(
    dataset: &Dataset,
    evidence: &Evidence,
    depth: Depth,
    findings: Findings,
) -> Result<AuditReport, AuditError> {
    let mut contests = Vec::new();
    for at in 0..dataset.contests().len() {
        let contest = ContestIdx::new(at);
        contests.push(contest_report(
            dataset, evidence, depth, &findings, contest,
        )?);
    }
    let election = dataset.election();
    let mut report = AuditReport {
        schema: SCHEMA.to_owned(),
        tool: Tool {
            name: "scrutineer".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            rules: RULES.to_owned(),
        },
        report_id: String::new(),
        as_of: dataset.as_of(),
        election: ElectionInfo {
            id: election.id.to_string(),
            name: election.name.clone(),
            date: election.date,
            country: election.country.clone(),
        },
        inputs: inputs(dataset),
        log: None,
        contests,
        findings: findings.findings,
        tests: evidence.tests.iter().map(TestReport::from).collect(),
        provenance: findings.provenance,
    };
    report.report_id = report_id(&report);
    Ok(report)
}

fn contest_report(
    dataset: &Dataset,
    evidence: &Evidence,
    depth: Depth,
    findings: &Findings,
    contest: ContestIdx,
) -> Result<ContestReport, AuditError> {
    let sets: Vec<&SheetSet> = dataset.sheets_of(contest).collect();
    let comparisons = match depth {
        Depth::Full => compare_all(dataset, &sets),
        Depth::Core => Vec::new(),
    };
    let mut cases = Vec::new();
    for &set in &sets {
        let sums = totals(dataset, set);
        let case = Case::new(dataset, set, sums)?;
        let discrepancies = Discrepancies::new(&findings.findings, dataset, set, &sets);
        cases.push((case, discrepancies));
    }
    let (mut sources, mut counts) = (Vec::new(), Vec::new());
    for (case, discrepancies) in &cases {
        let chain = chain_of_source(case, discrepancies, evidence);
        let overturned = Overturned::new(case, evidence)?;
        sources.push(source_report(case, depth, chain, overturned.as_ref())?);
        counts.push(overturned);
    }
    let mut declarations = Vec::new();
    for declaration in dataset
        .declarations()
        .iter()
        .filter(|held| held.contest == contest)
    {
        let mut results = Vec::new();
        for (((case, _), source), overturned) in cases.iter().zip(&sources).zip(&counts) {
            let decided = decide(case, declaration)?;
            let chain = chain_of_result(&source.chain, &decided, case.lead());
            let mut result = decided.into_report(case, declaration, depth, chain)?;
            if let Some(overturned) = overturned {
                overturned.apply(case, declaration, &mut result)?;
            }
            if evidence.log.is_some() {
                result.winner.depends_on.push(Link::RecordToLog);
                result.figures.answer.depends_on.push(Link::RecordToLog);
            }
            results.push(result);
        }
        declarations.push(declaration_report(dataset, declaration, results));
    }
    let chain = weakest(&sources, &declarations);
    let info = contest_info(dataset.contest(contest));
    Ok(ContestReport {
        sources,
        comparisons,
        declarations,
        chain,
        ..info
    })
}

/// The files that were read, without the digests of those of sensitive sets: with a copy at hand it would tell whose
/// that is.
fn inputs(dataset: &Dataset) -> Vec<Input> {
    let is_withheld = |input: &Input| {
        let mut sources = dataset.sources().iter();
        sources.any(|source| input.source.as_ref() == Some(&source.id) && source.is_withheld())
    };
    let mut inputs = dataset.inputs().to_vec();
    for input in inputs.iter_mut().filter(|input| is_withheld(input)) {
        input.sha256.clear();
    }
    inputs
}

fn compare_all(dataset: &Dataset, sets: &[&SheetSet]) -> Vec<SourceComparisonReport> {
    let mut found = Vec::new();
    for (at, first) in sets.iter().enumerate() {
        for second in sets.iter().skip(at + 1) {
            let compared = compare_sources(first, second);
            found.push(comparison(dataset, first, second, &compared));
        }
    }
    found
}

/// Over the results, else over the sources.
fn weakest(sources: &[SourceReport], declarations: &[DeclarationReport]) -> ChainOfEvidence {
    let results = declarations.iter().flat_map(|held| &held.results);
    results
        .map(|result| result.chain.clone())
        .reduce(ChainOfEvidence::weakest)
        .or_else(|| {
            let chains = sources.iter().map(|source| source.chain.clone());
            chains.reduce(ChainOfEvidence::weakest)
        })
        .unwrap_or_else(ChainOfEvidence::without_sheets)
}
