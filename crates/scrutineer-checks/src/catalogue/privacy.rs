//! What must not be published: series P.1xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// P.101: Unanimous station.
pub const P_101: CheckInfo = CheckInfo {
    code: "P.101",
    rule: [
        "The votes of a station do not all go to one option: else everybody's vote is known.",
        "Los votos de una mesa no van todos a una opción: si no, se conoce el voto de todos.",
    ],
    fields: "options",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["P.102"],
    threshold: "all valid votes for one option, at least 10 valid votes",
    action: [
        "Weigh the risk to the voters before publishing; a larger unit hides single votes.",
        "Pese el riesgo para los electores antes de publicar; una unidad mayor oculta los votos individuales.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// P.102: Very few votes.
pub const P_102: CheckInfo = CheckInfo {
    code: "P.102",
    rule: [
        "A station has enough votes to hide each of them.",
        "Una mesa tiene votos suficientes para ocultar cada uno.",
    ],
    fields: "valid (else options)",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "1 to 9 valid votes",
    action: [
        "Weigh the risk to the voters before publishing; a larger unit hides single votes.",
        "Pese el riesgo para los electores antes de publicar; una unidad mayor oculta los votos individuales.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// P.103: Looks like an identity number.
pub const P_103: CheckInfo = CheckInfo {
    code: "P.103",
    rule: [
        "No text looks like an identity number.",
        "Ningún texto parece un número de identidad.",
    ],
    fields: "names, labels, notes",
    tier: Tier::Picture,
    severity: Severity::Error,
    link: Link::RecordToLog,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["P.104"],
    threshold: "7 to 16 digits in a name; a letter and 6 to 9 digits elsewhere",
    action: [
        "Remove it from the folder before publishing anything; if it must be kept, keep it sealed.",
        "Retírelo de la carpeta antes de publicar; si hay que conservarlo, guárdelo sellado.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// P.104: Looks like a telephone number.
pub const P_104: CheckInfo = CheckInfo {
    code: "P.104",
    rule: [
        "No text looks like a telephone number.",
        "Ningún texto parece un número de teléfono.",
    ],
    fields: "names, labels, notes",
    tier: Tier::Picture,
    severity: Severity::Error,
    link: Link::RecordToLog,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "+ and 8 to 15 digits, or 0 and 9 or 10 more digits with a separator",
    action: [
        "Remove it from the folder before publishing anything; if it must be kept, keep it sealed.",
        "Retírelo de la carpeta antes de publicar; si hay que conservarlo, guárdelo sellado.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// P.105: Looks like an e-mail address.
pub const P_105: CheckInfo = CheckInfo {
    code: "P.105",
    rule: [
        "No text looks like an e-mail address.",
        "Ningún texto parece una dirección de correo.",
    ],
    fields: "names, labels, notes",
    tier: Tier::Picture,
    severity: Severity::Error,
    link: Link::RecordToLog,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "text, @, text with a dot",
    action: [
        "Remove it from the folder before publishing anything; if it must be kept, keep it sealed.",
        "Retírelo de la carpeta antes de publicar; si hay que conservarlo, guárdelo sellado.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};
