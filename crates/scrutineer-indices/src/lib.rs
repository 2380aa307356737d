//! Indices of freedom, computed from question-level answers by rules that are data.
//!
//! ```text
//! rules (TOML) -> Library
//! table of answers (CSV, XLSX) -> Table -> Row -> Given -> score -> Score (values, bounds, trace)
//! ```
//!
//! # In scope
//! - Rules as data ([`Library`]): questions, sums with signs, constants minus a question, rescaling with
//!   rounding, means, bands. Three indices are shipped; another needs no code.
//! - Scores with their trace and, where answers are missing or coders differ, their bounds ([`score`]).
//! - What would change a rating ([`single_changes`]), what one answer moves ([`sensitivity`]), two
//!   places or editions side by side ([`compare()`]), ranks with ties ([`ranks`]), two releases of one
//!   table ([`differences`]).
//! - Several coders: agreement ([`alpha`], [`weighted_kappa`]), what they differ on, and the decision
//!   kept apart from what each of them said ([`CodedAnswers`]).
//! - Tables of answers and of published values ([`Table`]), with everything that is wrong in them.
//! - The file `indices.toml` of an election folder ([`Pinned`]), and what a report shows of a score
//!   ([`Profile`]), which is used in no answer.
//!
//! # Out of scope
//! - Files and commands: `scrutineer`. Words in the languages of a reader: `scrutineer-report`.
//! - Texts of publishers: labels are our own words; only numbers are read.
//! - The answers about an election. Nothing here reaches `scrutineer-audit`.
//!
//! # Limits
//! - A value is a judgement of its publisher's coders about a country and a period, not a measurement
//!   of one election. Between two editions mostly a few answers change.
//! - Bounds come from interval arithmetic: exact where each question enters a score once, as in the
//!   shipped rules; else they can be wider than needed, never narrower.
//! - The rules of the Election Vulnerability Index are reconstructed; see `rules/evi.toml`.
//! - No answer is ever imputed.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod agreement;
mod answer;
mod change;
mod coded;
mod compare;
mod library;
mod pinned;
mod problem;
mod rules;
mod score;
mod summary;
mod table;

pub use agreement::{Level, MAX_CODERS, alpha, weighted_kappa};
pub use answer::{Answer, Given};
pub use change::{Sensitivity, SingleChange, sensitivity, single_changes};
pub use coded::{
    Adjudication, Agreement, CodedAnswer, CodedAnswers, CodedKey, CodedQuestion, CoderPair,
    Dispute, Evidence, Tier,
};
pub use compare::{
    CellDifference, Check, Comparison, Pair, Rank, Revision, checks, compare, differences, ranks,
};
pub use library::{Library, RulesError};
pub use pinned::{Pinned, PinnedCoded, PinnedTable, PrintedValue, WantedScore};
pub use problem::Problem;
pub use rules::{
    Band, Break, Covers, Input, Kind, Measure, Month, Operand, Origin, Rules, Term, Unit, Words,
};
pub use score::{How, Points, Score, Span, TermValue, Value, score};
pub use summary::{EditionOf, IndexDocument, IndexSummary, Printed, Profile, Stated};
pub use table::{Place, Row, Scale, Table, Tables, sha256_hex};
