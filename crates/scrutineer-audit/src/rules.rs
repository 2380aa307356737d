//! The rules of `spec/verdict.md` and `spec/chain.md`.

mod case;
mod chain;
mod discrepancies;
mod figures;
mod overturned;
mod shares;
mod winner;

use std::borrow::Cow;

use scrutineer_model::{Declaration, Overflow};
use scrutineer_tally::{Observed, Reading, Strict, Targets, readings, strict};

pub(crate) use case::Case;
pub(crate) use chain::{chain_of_result, chain_of_source};
pub(crate) use discrepancies::Discrepancies;
pub(crate) use figures::target_id;
pub(crate) use overturned::Overturned;

use crate::report::{FiguresAnswer, WinnerAnswer};

/// What was decided for one declaration against one source, with everything that it rests on.
pub(crate) struct Decided<'a> {
    /// The sheets in the declaration's scope.
    pub(crate) observed: Cow<'a, Observed>,
    pub(crate) targets: Targets,
    pub(crate) strict: Vec<Strict>,
    pub(crate) readings: Vec<Reading>,
    pub(crate) winner: WinnerAnswer,
    pub(crate) figures: FiguresAnswer,
    /// Per target, the least votes inside under the reading that decides.
    pub(crate) least: Vec<Option<u64>>,
}

/// Applies the rules of both answers.
pub(crate) fn decide<'a>(
    case: &'a Case<'_>,
    declaration: &Declaration,
) -> Result<Decided<'a>, Overflow> {
    let observed = case.observed.in_scope(case.dataset, declaration.scope);
    let targets = Targets::new(declaration, &observed);
    let strict = strict(&targets);
    let readings = if declaration.coverage.claims_all() {
        Vec::new()
    } else {
        readings(case.dataset, &observed, declaration, &targets)?
    };
    let winner = winner::winner(case, &observed, declaration)?;
    let evidence = figures::Compared {
        case,
        declaration,
        targets: &targets,
        strict: &strict,
        readings: &readings,
    };
    let (figures, least) = evidence.figures(&observed)?;
    Ok(Decided {
        observed,
        targets,
        strict,
        readings,
        winner,
        figures,
        least,
    })
}
