//! What is fixed before the dice: one file, whose SHA-256 is announced.

use scrutineer_model::{Code, Message};
use serde::{Deserialize, Serialize};

use super::plan::{parsed, pretty, sha256};
use super::refused::{Problem, Refused, differs};
use super::setup::Setup;
use super::strata::StrataPlan;

const SCHEMA: &str = "scrutineer/rla-commitment/1";
/// The name of the file.
pub(super) const FILE: &str = "commitment.json";

/// An input that the records were read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentInput {
    /// What it is for.
    pub role: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// A declared result, as far as the audit names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// Id of the declaration.
    pub id: String,
    /// Declared votes by option, where there are any.
    pub votes: Vec<OptionVotes>,
}

/// Votes of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionVotes {
    /// The option.
    pub option: String,
    /// Its votes.
    pub votes: u64,
}

/// Everything that the audit rests on, as `commitment.json` keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    schema: String,
    /// Id of the audit.
    pub audit: Code,
    /// SHA-256 of `plan.json`.
    pub plan: String,
    /// SHA-256 of `manifest.csv`.
    pub manifest: String,
    /// Stations that can be drawn.
    pub stations: u64,
    /// Votes by the records that can be drawn.
    pub totals: Vec<OptionVotes>,
    /// The sum of the bounds and what it is divided by to be U; the number of ballots and 1 where ballots are
    /// drawn.
    pub bound: [u64; 2],
    /// The strata, their rates, and how they are combined and ordered, where stations are drawn in these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strata: Option<StrataPlan>,
    /// The measures that are computed; the first one decides.
    pub tests: Vec<String>,
    /// Version of the rules of the report.
    pub rules: String,
    /// Version of the program.
    pub version: String,
    /// Id of the report at that moment: it holds every total, declared and observed.
    pub report: String,
    /// What was declared.
    pub declared: Vec<Declared>,
    /// The files that an authority published, in the order in which they were read. Digests of others would tell who has
    /// them.
    pub inputs: Vec<CommitmentInput>,
}

impl Commitment {
    /// The commitment of a plan, under a report whose id, rules and program's version are given.
    pub fn new(
        setup: &Setup,
        [report, rules, version]: [&str; 3],
        declared: Vec<Declared>,
        inputs: Vec<CommitmentInput>,
    ) -> Self {
        let plan = setup.plan();
        let weights = setup.comparison().weights();
        let manifest = setup.manifest();
        let of_stations = [weights.total(), weights.denominator()];
        let (others, bound): (&[&str], _) = match (&plan.ballots, &plan.strata) {
            (Some(held), _) => (&[], [held.ballots, 1]),
            (None, Some(_)) => (&[], of_stations),
            (None, None) => (&["kaplan-markov", "capped"], of_stations),
        };
        let decides = plan.method.word();
        let rest = others.iter().copied().filter(|test| *test != decides);
        let totals = manifest.options().iter().zip(manifest.totals());
        Self {
            schema: SCHEMA.to_owned(),
            audit: plan.audit.clone(),
            plan: sha256(plan.to_json().as_bytes()),
            manifest: plan.manifest.clone(),
            stations: manifest.rows().len() as u64,
            totals: totals
                .map(|(option, votes)| OptionVotes {
                    option: option.to_string(),
                    votes,
                })
                .collect(),
            bound,
            strata: plan.strata.clone(),
            tests: std::iter::once(decides)
                .chain(rest)
                .map(str::to_owned)
                .collect(),
            rules: rules.to_owned(),
            version: version.to_owned(),
            report: report.to_owned(),
            declared,
            inputs,
        }
    }

    /// The bytes of `commitment.json`, whose SHA-256 is announced.
    pub fn to_json(&self) -> String {
        pretty(self)
    }

    pub(super) fn read(setup: &Setup, bytes: &[u8]) -> Result<Self, Refused> {
        let read: Self = parsed(FILE, bytes)?;
        let again = Self::new(
            setup,
            [&read.report, &read.rules, &read.version],
            read.declared.clone(),
            read.inputs.clone(),
        );
        let mut problems: Vec<Problem> = Vec::new();
        for (what, expected, found) in [
            ("schema", SCHEMA, read.schema.as_str()),
            ("audit", again.audit.as_str(), read.audit.as_str()),
            ("plan", &again.plan, &read.plan),
            ("manifest", &again.manifest, &read.manifest),
        ] {
            if expected != found {
                problems.push(differs(FILE, what, expected, found));
            }
        }
        if problems.is_empty() && again != read {
            problems.push(Problem::of_file(FILE, Message::new("rla-error-follows")));
        }
        Refused::unless_empty(problems)?;
        Ok(read)
    }
}
