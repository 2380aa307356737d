//! The two audits, from the plan to the conclusion (`spec/rla.md`).
//!
//! ```text
//! Planned -commit-> Committed -draw-> Drawn -record-> Auditing -record-> Confirmed
//!                       |                               |  ^ \
//!                       |                               draw  full count
//!                       +---------- full count -----------> FullCount -record-> Confirmed | Overturned
//! ```
//!
//! In scope: an audit of records against sheets (*transcription*) or of sheets against boxes (*boxes*), these
//! whole, from one list or in strata, or ballot by ballot: what is drawn, what was found, what risk is left, as values and as the bytes of the files that keep them. Every
//! run reads the files again ([`replay`]) and derives the state; nothing states it. Out of scope: where the
//! files lie (the program), the formula of the risk ([`crate::batch`]). Limits: one contest and one source
//! an audit, though several contests can be planned together ([`joint_plan`]); an instant run-off is not audited.

mod ballots;
mod capacity;
mod certificate;
mod commitment;
mod draws;
mod frame;
mod joint;
mod manifest;
mod measure;
mod method;
mod methods;
mod outcome;
mod outlook;
mod plan;
mod records;
mod refused;
mod replay;
mod setup;
mod state;
mod strata;

pub use ballots::{
    BallotClaim, BallotLine, BallotOutlook, BallotPlan, BallotRecord, BallotStatus, BallotStep,
    Ballots, Bets, CastReader, CastRecords, Compared, ballot_certificate,
};
pub use capacity::CapacityBasis;
pub use certificate::{CertificateLine, LnP, certificate, lambda};
pub use commitment::{Commitment, CommitmentInput, Declared, OptionVotes};
pub use draws::{DrawFile, DrawnStation, FullCountFile};
pub use frame::{Alternative, Frame, FrameOptions, frame};
pub use joint::{JointPlan, joint_plan, same_stations};
pub use manifest::{Manifest, ManifestRow};
pub use measure::{AssertionRisk, CountSoFar, Measure, NextStep, Workload};
pub use method::{Method, RiskLimit};
pub use methods::MethodSize;
pub use outcome::{DeclaredOutcome, RuleSpec, assertions_of, declared_outcomes};
pub use outlook::Outlook;
pub use plan::{Copies, Kind, Plan, PlanOptions, PlanRegister, PlanRow, Planned as Planning, plan};
pub use records::{Record, RecordsFile, Role, Status, Table, TableRow};
pub use refused::{Problem, Refused};
pub use replay::{AuditFile, replay};
pub use setup::Setup;
pub use state::{
    Audit, Auditing, Committed, Concluded, Conclusion, Drawn, FullCount, Planned, Step, StepKind,
};
pub use strata::{
    CountedLine, Rate, Strata, StrataCertificate, StrataLine, StrataOptions, StrataPlan,
    StratumOutlook, StratumPlan, StratumSoFar, Whole, strata_certificate, strata_of,
};

#[cfg(test)]
mod tests;
