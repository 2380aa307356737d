//! From a plan to an election.

use scrutineer_model::{
    Applies, CapacityRule, Code, Contest, ContestOption, Declaration, Election, Field, Figure,
    Identity, OptionIdx, Origin, OutcomeRule, Provenance, RegisterFigure, RegisterKind, Source,
    SourceLabel, Ticket,
};

use crate::declare::{SOURCE, declare};
use crate::edit::{Edits, Sides, edit};
use crate::layout::Layout;
use crate::plan::Plan;
use crate::problem::InvalidPlan;
use crate::record::{Observed, record};
use crate::table::VoteTable;
use crate::text;
use crate::vote::{Effects, votes};

/// A synthetic election: what happened, and apart from it what an auditor sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulated {
    pub(crate) plan: Plan,
    pub(crate) layout: Layout,
    pub(crate) truth: VoteTable,
    pub(crate) edits: Edits,
    pub(crate) observed: Observed,
    pub(crate) declarations: Vec<Declaration>,
}

/// Makes the election of a plan.
pub fn simulate(plan: &Plan) -> Result<Simulated, InvalidPlan> {
    plan.validate()?;
    let layout = Layout::new(plan);
    let effects = Effects::new(plan, &layout);
    let truth = votes(plan, &layout, &effects, 0..layout.places());
    let ranking = truth.totals().ranking();
    let sides = Sides {
        leader: ranking[0],
        runner_up: ranking[1],
    };
    let mut sheets = truth.clone();
    let edits = edit(plan.scenario, plan.seed, &layout, sides, &mut sheets);
    let declarations = declare(plan, &layout, sides, &sheets);
    let observed = record(plan, sides.leader, sheets);
    Ok(Simulated {
        plan: plan.clone(),
        layout,
        truth,
        edits,
        observed,
        declarations,
    })
}

pub(crate) fn election() -> Election {
    Election {
        id: text::code(text::ELECTION_ID),
        name: text::ELECTION_NAME.to_owned(),
        date: text::date(text::ELECTION_DATE),
        country: text::COUNTRY.to_owned(),
    }
}

impl Simulated {
    /// What was asked for.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Who votes where.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The ballots: known here and to nobody who audits.
    pub fn truth(&self) -> &VoteTable {
        &self.truth
    }

    /// What the scenario changed between the ballots and the sheets.
    pub fn edits(&self) -> &Edits {
        &self.edits
    }

    /// The records of the sheets that were received.
    pub fn observed(&self) -> &Observed {
        &self.observed
    }

    /// The declarations, the earlier one first; the last one is final.
    pub fn declarations(&self) -> &[Declaration] {
        &self.declarations
    }

    /// The option with most of the ballots; of equal ones the first.
    pub fn true_winner(&self) -> OptionIdx {
        OptionIdx::new(self.truth.totals().ranking()[0])
    }

    /// The id of a station, as the data set has it.
    ///
    /// # Panics
    /// If there is no such station.
    pub fn station_id(&self, station: u32) -> String {
        let mut codes = crate::layout::Codes::default();
        self.layout.codes(station, &mut codes);
        format!("{}:{}", codes.place, codes.table)
    }

    pub(crate) fn contest(&self) -> Contest {
        let ids: Vec<Code> = (0..usize::from(self.plan.options))
            .map(text::option_id)
            .collect();
        let name = |id: &Code| format!("Option {id}");
        let register = |id, kind, total| RegisterFigure {
            id: text::code(id),
            kind,
            total: Figure::single(total, SOURCE),
            applies: Applies::Yes,
            why: None,
        };
        Contest {
            id: text::code(text::CONTEST_ID),
            name: text::CONTEST_NAME.to_owned(),
            round: 1,
            predecessor: None,
            rule: OutcomeRule::Plurality { winners: 1 },
            options: ids
                .iter()
                .map(|id| ContestOption {
                    id: id.clone(),
                    name: name(id),
                })
                .collect(),
            tickets: ids
                .iter()
                .enumerate()
                .map(|(option, id)| Ticket {
                    id: id.clone(),
                    name: name(id),
                    option: OptionIdx::new(option),
                })
                .collect(),
            registers: vec![
                register("electors", RegisterKind::Electors, self.layout.electors()),
                register(
                    "stations",
                    RegisterKind::Stations,
                    u64::from(self.layout.stations()),
                ),
                register(
                    "places",
                    RegisterKind::Places,
                    u64::from(self.layout.places()),
                ),
            ],
            capacity: CapacityRule::Register,
        }
    }

    pub(crate) fn source(&self) -> Source {
        let known = |text: &str| Some(text.to_owned());
        Source {
            id: text::code(text::SOURCE_ID),
            contest: scrutineer_model::ContestIdx::new(0),
            origin: Origin(text::code(text::SOURCE_ID)),
            provenance: Provenance {
                supplied_by: SourceLabel::Observer,
                aligned_with: Vec::new(),
                obtained_from: known("scrutineer simulate"),
                obtained_on: Some(text::date(text::OBTAINED_ON)),
                obtained_by_role: known("simulator"),
                method: known("simulated"),
                medium: known("file"),
                licence: known("CC0-1.0"),
                derived_from: None,
                transformations: known("none"),
            },
            identities: vec![
                Identity {
                    text: "options = valid".to_owned(),
                    options: true,
                    left: Vec::new(),
                    right: vec![Field::Valid],
                },
                Identity {
                    text: "valid + invalid + blank = ballots".to_owned(),
                    options: false,
                    left: vec![Field::Valid, Field::Invalid, Field::Blank],
                    right: vec![Field::Ballots],
                },
            ],
            rows: self.observed.rows() as u64,
            rejected: 0,
        }
    }
}
