//! Sheets against sheets: series E.4xx, W.4xx and W.5xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// E.401: Independent sources differ.
pub const E_401: CheckInfo = CheckInfo {
    code: "E.401",
    rule: [
        "Two sources of independent origin say the same of a station.",
        "Dos fuentes de origen independiente dicen lo mismo de una mesa.",
    ],
    fields: "every count that both sources read",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest difference of an option",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Put both copies of the sheet side by side.",
        "Coloque lado a lado las dos copias del acta.",
    ],
    limit: [
        "It does not say which side is right; a slip in reading looks the same.",
        "No dice cuál lado tiene razón; un error de lectura se ve igual.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.402: Readings of one origin differ.
pub const E_402: CheckInfo = CheckInfo {
    code: "E.402",
    rule: [
        "Two readings of one origin say the same of a station.",
        "Dos lecturas de un mismo origen dicen lo mismo de una mesa.",
    ],
    fields: "every count that both sources read",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest difference of an option",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "It does not say which side is right; a slip in reading looks the same.",
        "No dice cuál lado tiene razón; un error de lectura se ve igual.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.401: Two sources, all stations.
pub const W_401: CheckInfo = CheckInfo {
    code: "W.401",
    rule: [
        "Two sources agree at every common station; where not, the direction is shown by option.",
        "Dos fuentes coinciden en toda mesa común; donde no, se muestra la dirección por opción.",
    ],
    fields: "options that both sources read",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0 (the stations carry it)",
    precedence: &[],
    threshold: "any differing station",
    action: [
        "Put both copies of the sheet side by side.",
        "Coloque lado a lado las dos copias del acta.",
    ],
    limit: [
        "It does not say which side is right; a slip in reading looks the same.",
        "No dice cuál lado tiene razón; un error de lectura se ve igual.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.402: Differences in one direction.
pub const W_402: CheckInfo = CheckInfo {
    code: "W.402",
    rule: [
        "Differences between two sources go up and down equally often for an option.",
        "Las diferencias entre dos fuentes suben y bajan por igual para una opción.",
    ],
    fields: "options that both sources read",
    tier: Tier::Test,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0 (the stations carry it)",
    precedence: &[],
    threshold: "adjusted p <= 0.01 (Holm over all options of all pairs)",
    action: [
        "Put both copies of the sheet side by side.",
        "Coloque lado a lado las dos copias del acta.",
    ],
    limit: [
        "It does not say which side is right; a slip in reading looks the same.",
        "No dice cuál lado tiene razón; un error de lectura se ve igual.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.403: Only in one source.
pub const W_403: CheckInfo = CheckInfo {
    code: "W.403",
    rule: [
        "Two sources cover the same stations.",
        "Dos fuentes cubren las mismas mesas.",
    ],
    fields: "station key",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any station",
    action: [
        "Ask which sheets are missing and why, station by station.",
        "Pregunte cuáles actas faltan y por qué, mesa por mesa.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.404: Sources of one origin.
pub const W_404: CheckInfo = CheckInfo {
    code: "W.404",
    rule: [
        "Sources of one origin count as one.",
        "Las fuentes de un mismo origen cuentan como una.",
    ],
    fields: "origin",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Nothing has to be done; it is recorded so that others can repeat the reading.",
        "No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.405: One picture, several stations.
pub const W_405: CheckInfo = CheckInfo {
    code: "W.405",
    rule: [
        "One picture belongs to one station.",
        "Una imagen es de una sola mesa.",
    ],
    fields: "picture (private)",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest option sum over the stations but one",
    precedence: &[],
    threshold: "none",
    action: [
        "Put both copies of the sheet side by side.",
        "Coloque lado a lado las dos copias del acta.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromPrivate,
};

/// W.406: Same counts at several stations.
pub const W_406: CheckInfo = CheckInfo {
    code: "W.406",
    rule: [
        "No two stations of a source have the same counts.",
        "No hay dos mesas de una fuente con las mismas cifras.",
    ],
    fields: "every count of the sheet",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "1 valid vote; ranked by valid votes, the most first",
    action: [
        "Look at the sheets listed and at what else is known about these stations.",
        "Revise las actas listadas y lo demás que se sepa de esas mesas.",
    ],
    limit: [
        "Small stations agree by chance; with more votes chance explains it less and less.",
        "Las mesas pequeñas coinciden por azar; con más votos el azar lo explica cada vez menos.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.407: Same votes at several stations.
pub const W_407: CheckInfo = CheckInfo {
    code: "W.407",
    rule: [
        "No two stations of a source have the same votes for every option.",
        "No hay dos mesas de una fuente con los mismos votos para cada opción.",
    ],
    fields: "options",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["W.406"],
    threshold: "1 valid vote; ranked by valid votes, the most first",
    action: [
        "Look at the sheets listed and at what else is known about these stations.",
        "Revise las actas listadas y lo demás que se sepa de esas mesas.",
    ],
    limit: [
        "Small stations agree by chance; with more votes chance explains it less and less.",
        "Las mesas pequeñas coinciden por azar; con más votos el azar lo explica cada vez menos.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.501: Option without any vote.
pub const W_501: CheckInfo = CheckInfo {
    code: "W.501",
    rule: [
        "Every option has a vote on some sheet.",
        "Toda opción tiene un voto en alguna acta.",
    ],
    fields: "options",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "0 on every sheet; 100 sheets",
    action: [
        "Open the file at the place given and correct it, or correct the column map.",
        "Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.502: Gap in table numbers.
pub const W_502: CheckInfo = CheckInfo {
    code: "W.502",
    rule: [
        "The tables of a polling place are numbered without a gap.",
        "Las mesas de un centro de votación se numeran sin huecos.",
    ],
    fields: "station label, place",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "label above the number of sheets; only where at least half of the places have a table 1, and not where the folder has an official list",
    action: [
        "Ask which sheets are missing and why, station by station.",
        "Pregunte cuáles actas faltan y por qué, mesa por mesa.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.503: Tables missing inside places.
pub const W_503: CheckInfo = CheckInfo {
    code: "W.503",
    rule: [
        "No table is missing inside the numbering of its place.",
        "No falta ninguna mesa dentro de la numeración de su centro.",
    ],
    fields: "station label, place",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any gap",
    action: [
        "Ask which sheets are missing and why, station by station.",
        "Pregunte cuáles actas faltan y por qué, mesa por mesa.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};
