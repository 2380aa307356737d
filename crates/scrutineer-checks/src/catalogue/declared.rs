//! Declared figures, against the sheets and against themselves: series E.5xx, E.6xx, W.6xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// E.501: Sheets exceed the declaration.
pub const E_501: CheckInfo = CheckInfo {
    code: "E.501",
    rule: [
        "A declaration that claims to hold every sheet has no fewer votes than the sheets.",
        "Una declaración que dice incluir todas las actas no tiene menos votos que las actas.",
    ],
    fields: "declared votes, sheets",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "sheets - declared",
    precedence: &[],
    threshold: "any excess; only where the declaration claims to hold every sheet",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It holds if the sheets are genuine and were read correctly.",
        "Vale si las actas son auténticas y se leyeron bien.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.502: Sheets exceed a division's result.
pub const E_502: CheckInfo = CheckInfo {
    code: "E.502",
    rule: [
        "A declared result by division has no fewer votes than the sheets of the division.",
        "Un resultado declarado por división no tiene menos votos que las actas de la división.",
    ],
    fields: "declared votes by division, sheets",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "sheets - declared",
    precedence: &[],
    threshold: "any excess; only where the declaration claims to hold every sheet",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It holds if the sheets are genuine and were read correctly.",
        "Vale si las actas son auténticas y se leyeron bien.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.503: More sheets than declared stations.
pub const E_503: CheckInfo = CheckInfo {
    code: "E.503",
    rule: [
        "No more stations have sheets than the declaration says there are.",
        "No hay más mesas con acta que las que la declaración dice que existen.",
    ],
    fields: "declared number of stations, sheets",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any excess",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It holds if the sheets are genuine and were read correctly.",
        "Vale si las actas son auténticas y se leyeron bien.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.601: Parts and total.
pub const E_601: CheckInfo = CheckInfo {
    code: "E.601",
    rule: [
        "Declared parts add up to the declared total.",
        "Las partes declaradas suman el total declarado.",
    ],
    fields: "declared parts, declared total",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "|parts - total|",
    precedence: &[],
    threshold: "any difference where every division of the level is listed, else any excess",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.602: Parts and their division.
pub const E_602: CheckInfo = CheckInfo {
    code: "E.602",
    rule: [
        "Declared parts add up to the part of the division around them.",
        "Las partes declaradas suman la parte de la división que las contiene.",
    ],
    fields: "declared parts",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "|parts - part|",
    precedence: &[],
    threshold: "any difference where every division inside is listed, else any excess",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.603: Declared options and valid votes.
pub const E_603: CheckInfo = CheckInfo {
    code: "E.603",
    rule: [
        "The declared options add up to the declared valid votes.",
        "Las opciones declaradas suman los votos válidos declarados.",
    ],
    fields: "declared votes, declared valid votes",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "|options - valid|",
    precedence: &[],
    threshold: "any difference where every option is declared, else any excess",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.604: Declared votes and voters.
pub const E_604: CheckInfo = CheckInfo {
    code: "E.604",
    rule: [
        "Declared valid, invalid and blank votes add up to the declared voters.",
        "Los votos válidos, nulos y en blanco declarados suman los votantes declarados.",
    ],
    fields: "declared valid, invalid, blank, voters",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "voters - votes",
    precedence: &["E.607"],
    threshold: "any shortfall where valid and invalid votes are declared, and blank ones where a form has them",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.605: Percentage and count.
pub const E_605: CheckInfo = CheckInfo {
    code: "E.605",
    rule: [
        "A printed share of the valid votes is the rounded share of the printed count.",
        "Un porcentaje impreso de los votos válidos es el redondeo de la cifra impresa.",
    ],
    fields: "declared votes, printed percentages",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "distance to the nearest count that rounds to the percentage",
    precedence: &[],
    threshold: "outside the rounding interval",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.606: Percentage of voters and count.
pub const E_606: CheckInfo = CheckInfo {
    code: "E.606",
    rule: [
        "A printed share of the voters is the rounded share of the printed count.",
        "Un porcentaje impreso de los votantes es el redondeo de la cifra impresa.",
    ],
    fields: "declared valid, invalid, voters, printed percentages",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "distance to the nearest count that rounds to the percentage",
    precedence: &[],
    threshold: "outside the rounding interval",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.607: More votes than voters.
pub const E_607: CheckInfo = CheckInfo {
    code: "E.607",
    rule: [
        "A declaration has no more votes than voters.",
        "Una declaración no tiene más votos que votantes.",
    ],
    fields: "declared valid, invalid, blank, voters",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "votes - voters",
    precedence: &[],
    threshold: "any excess",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.608: More declared voters than electors.
pub const E_608: CheckInfo = CheckInfo {
    code: "E.608",
    rule: [
        "A declaration has no more voters than electors.",
        "Una declaración no tiene más votantes que electores.",
    ],
    fields: "declared voters (else votes), electors counted (else register)",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "voters - electors",
    precedence: &[],
    threshold: "any excess; only where the capacity rule is the register",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.609: Turnout and voters.
pub const E_609: CheckInfo = CheckInfo {
    code: "E.609",
    rule: [
        "The printed turnout is the rounded share of the declared voters.",
        "La participación impresa es el redondeo de los votantes declarados.",
    ],
    fields: "declared voters, electors counted (else register where all is claimed), printed turnout",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "distance to the nearest count that rounds to the percentage",
    precedence: &[],
    threshold: "outside the rounding interval",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.610: A figure that decreases.
pub const E_610: CheckInfo = CheckInfo {
    code: "E.610",
    rule: [
        "A bulletin that continues an earlier one has no smaller figure.",
        "Un boletín que continúa otro anterior no tiene ninguna cifra menor.",
    ],
    fields: "declared figures of two bulletins",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "decrease",
    precedence: &[],
    threshold: "any decrease",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.611: Coverage and what was counted.
pub const E_611: CheckInfo = CheckInfo {
    code: "E.611",
    rule: [
        "The printed coverage is the rounded share of what the declaration counts.",
        "La cobertura impresa es el redondeo de lo que la declaración cuenta.",
    ],
    fields: "printed coverage, counted and total electors, stations, places",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "outside the rounding interval of every ratio that the declaration states",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.612: More counted than exist.
pub const E_612: CheckInfo = CheckInfo {
    code: "E.612",
    rule: [
        "A declaration counts no more electors, stations or places than there are.",
        "Una declaración no cuenta más electores, mesas o centros que los que hay.",
    ],
    fields: "counted and total electors, stations, places",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any excess",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.613: More votes than electors added.
pub const E_613: CheckInfo = CheckInfo {
    code: "E.613",
    rule: [
        "Votes added between two bulletins do not exceed the electors added.",
        "Los votos agregados entre dos boletines no superan los electores agregados.",
    ],
    fields: "declared votes and counted electors of two bulletins",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "votes added - electors added",
    precedence: &[],
    threshold: "any excess; only where the capacity rule is the register",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.614: Winner with fewer votes.
pub const E_614: CheckInfo = CheckInfo {
    code: "E.614",
    rule: [
        "Nobody declared to lose has more declared votes than somebody declared to win.",
        "Nadie declarado perdedor tiene más votos declarados que alguien declarado ganador.",
    ],
    fields: "declared winners, declared votes",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Winner,
    votes_at_stake: "difference of the two",
    precedence: &[],
    threshold: "any excess; plurality only",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.615: Percentages and 100 %.
pub const E_615: CheckInfo = CheckInfo {
    code: "E.615",
    rule: [
        "The printed shares of all options add up to 100 %.",
        "Los porcentajes impresos de todas las opciones suman 100 %.",
    ],
    fields: "printed percentages",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "outside the sum of the rounding intervals; only where every option has a percentage",
    action: [
        "Ask the authority for the results by station on which the figure rests.",
        "Pida a la autoridad los resultados por mesa en los que se apoya la cifra.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.601: Outlets disagree.
pub const W_601: CheckInfo = CheckInfo {
    code: "W.601",
    rule: [
        "All outlets print the same figure.",
        "Todos los medios imprimen la misma cifra.",
    ],
    fields: "every declared or registered figure",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Figures,
    votes_at_stake: "most - least of the readings",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Find the original document and say in the folder which reading is used and why.",
        "Busque el documento original y diga en la carpeta cuál lectura se usa y por qué.",
    ],
    limit: [
        "It does not say which of the figures is wrong, nor what the ballots say.",
        "No dice cuál de las cifras está equivocada ni lo que dicen las boletas.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.602: Another register total.
pub const W_602: CheckInfo = CheckInfo {
    code: "W.602",
    rule: [
        "The register that a declaration states is one of the stated totals.",
        "El registro que indica una declaración es uno de los totales declarados.",
    ],
    fields: "declared register, stated totals",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::OutcomeToDeclaration,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "equal to none",
    action: [
        "Ask for the official list by station, with its date, and compare.",
        "Pida la lista oficial por mesa, con su fecha, y compare.",
    ],
    limit: [
        "Lists change until election day; it does not say which number is wrong.",
        "Las listas cambian hasta el día de la elección; no dice cuál número está equivocado.",
    ],
    recomputable: Recomputable::FromLog,
};
