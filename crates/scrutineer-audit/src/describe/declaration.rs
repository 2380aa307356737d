//! A declaration's own facts.

use scrutineer_model::{Dataset, Declaration, DeclaredTarget, Figure, OptionIdx};
use scrutineer_tally::Claim;

use crate::report::{DeclarationReport, DeclarationResult, DeclaredValue, Variant};

pub(crate) fn declaration_report(
    dataset: &Dataset,
    declaration: &Declaration,
    results: Vec<DeclarationResult>,
) -> DeclarationReport {
    let contest = dataset.contest(declaration.contest);
    let id = |option: &OptionIdx| contest.options[option.get()].id.to_string();
    let declared = declaration.options.iter().map(|held| {
        let (name, options) = match &held.target {
            DeclaredTarget::Option(option) => (id(option), Vec::new()),
            DeclaredTarget::Group { id: group, options } => {
                (group.to_string(), options.iter().map(id).collect())
            }
        };
        let votes = held.votes.as_ref().map(Figure::value);
        (
            name,
            DeclaredValue {
                votes,
                percent: held.percent,
                options,
            },
        )
    });
    let winners = match Claim::declared(declaration, &contest.rule, contest.options.len()) {
        Some(Claim::Winners(options) | Claim::Runoff(options)) => options.iter().map(id).collect(),
        None => Vec::new(),
    };
    DeclarationReport {
        id: declaration.id.to_string(),
        authority: declaration.authority.clone(),
        outlet: declaration.outlet.clone(),
        time: declaration.time.clone(),
        status: declaration.status,
        coverage_printed: declaration.coverage.printed,
        turnout_printed: declaration.turnout,
        claims_all: declaration.coverage.claims_all(),
        declared: declared.collect(),
        winners,
        results,
        variants: variants(dataset, declaration),
    }
}

/// Figures that outlets print differently.
fn variants(dataset: &Dataset, declaration: &Declaration) -> Vec<Variant> {
    let contest = dataset.contest(declaration.contest);
    let votes = declaration.options.iter().filter_map(|held| {
        let name = match &held.target {
            DeclaredTarget::Option(option) => contest.options[option.get()].id.to_string(),
            DeclaredTarget::Group { id, .. } => id.to_string(),
        };
        Some((name, held.votes.as_ref()?))
    });
    let coverage = &declaration.coverage;
    let others = [
        ("valid", &declaration.valid),
        ("invalid", &declaration.invalid),
        ("blank", &declaration.blank),
        ("voters", &declaration.voters),
        ("registered", &declaration.registered),
        ("counted-electors", &coverage.electors),
        ("counted-stations", &coverage.stations),
        ("stations", &coverage.stations_total),
        ("counted-places", &coverage.places),
    ];
    let others = others
        .into_iter()
        .filter_map(|(name, figure)| Some((name.to_owned(), figure.as_ref()?)));
    votes
        .chain(others)
        .filter(|(_, figure)| figure.is_disputed())
        .map(|(figure, readings)| Variant {
            figure,
            readings: readings.clone(),
        })
        .collect()
}
