//! Reading the files, and what a source says of itself: series W.1xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// W.101: Identical rows.
pub const W_101: CheckInfo = CheckInfo {
    code: "W.101",
    rule: ["A row is listed once.", "Una fila aparece una sola vez."],
    fields: "station key",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.102: Superseded readings.
pub const W_102: CheckInfo = CheckInfo {
    code: "W.102",
    rule: [
        "A reading that was superseded is kept and shown.",
        "Una lectura reemplazada se conserva y se muestra.",
    ],
    fields: "sequence",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Nothing has to be done; it is recorded so that others can repeat the reading.",
        "No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.103: Division with two names.
pub const W_103: CheckInfo = CheckInfo {
    code: "W.103",
    rule: [
        "One division code has one name.",
        "Un código de división tiene un solo nombre.",
    ],
    fields: "division names",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Ask for the official list by station, with its date, and compare.",
        "Pida la lista oficial por mesa, con su fecha, y compare.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.104: NUL byte in text.
pub const W_104: CheckInfo = CheckInfo {
    code: "W.104",
    rule: ["Text has no NUL byte.", "El texto no tiene bytes NUL."],
    fields: "any text",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Open the file at the place given and correct it, or correct the column map.",
        "Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.",
    ],
    limit: [
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.105: Column not in the map.
pub const W_105: CheckInfo = CheckInfo {
    code: "W.105",
    rule: [
        "Every column of a file is named in the map.",
        "Toda columna de un archivo está nombrada en el mapa.",
    ],
    fields: "header",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Nothing has to be done; it is recorded so that others can repeat the reading.",
        "No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.106: Hidden rows.
pub const W_106: CheckInfo = CheckInfo {
    code: "W.106",
    rule: [
        "A workbook has no hidden rows or sheets.",
        "Un libro de cálculo no tiene filas ni hojas ocultas.",
    ],
    fields: "workbook rows",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "none",
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

/// W.107: Computed cells.
pub const W_107: CheckInfo = CheckInfo {
    code: "W.107",
    rule: [
        "A count in a workbook is written, not computed.",
        "Una cifra en un libro de cálculo está escrita, no calculada.",
    ],
    fields: "workbook cells",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "none",
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

/// W.108: Merged cells.
pub const W_108: CheckInfo = CheckInfo {
    code: "W.108",
    rule: [
        "A workbook has no merged cells.",
        "Un libro de cálculo no tiene celdas combinadas.",
    ],
    fields: "workbook cells",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "none",
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

/// W.109: How a file was read.
pub const W_109: CheckInfo = CheckInfo {
    code: "W.109",
    rule: [
        "How the bytes were read is recorded.",
        "Queda constancia de cómo se leyeron los bytes.",
    ],
    fields: "encoding, delimiter, layout",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Nothing has to be done; it is recorded so that others can repeat the reading.",
        "No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.110: Rejected rows.
pub const W_110: CheckInfo = CheckInfo {
    code: "W.110",
    rule: [
        "Every row of a source could be used.",
        "Todas las filas de una fuente se pudieron usar.",
    ],
    fields: "rows",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "any rejected row",
    action: [
        "Open the file at the place given and correct it, or correct the column map.",
        "Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.",
    ],
    limit: [
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.111: Unread cells.
pub const W_111: CheckInfo = CheckInfo {
    code: "W.111",
    rule: [
        "Every count on the form was read.",
        "Se leyó toda cifra del formulario.",
    ],
    fields: "each column",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &["W.113"],
    threshold: "any unread cell",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.112: Stations with unread counts.
pub const W_112: CheckInfo = CheckInfo {
    code: "W.112",
    rule: [
        "Every station with a sheet has all its counts read.",
        "Toda mesa con acta tiene leídas todas sus cifras.",
    ],
    fields: "options, other fields",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "any station without a count",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.113: Column never read.
pub const W_113: CheckInfo = CheckInfo {
    code: "W.113",
    rule: [
        "A column of the form was read at least once.",
        "Una columna del formulario se leyó al menos una vez.",
    ],
    fields: "each column",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "all readings",
    action: [
        "Open the file at the place given and correct it, or correct the column map.",
        "Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.",
    ],
    limit: [
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.114: Origin not stated.
pub const W_114: CheckInfo = CheckInfo {
    code: "W.114",
    rule: [
        "A source says who supplied it, from where, when, how and on what.",
        "Una fuente dice quién la entregó, de dónde, cuándo, cómo y en qué soporte.",
    ],
    fields: "provenance",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Add the missing entry to the election folder.",
        "Agregue el dato que falta en la carpeta de la elección.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.115: Licence not stated.
pub const W_115: CheckInfo = CheckInfo {
    code: "W.115",
    rule: [
        "A source states the licence of its data.",
        "Una fuente indica la licencia de sus datos.",
    ],
    fields: "licence",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Add the missing entry to the election folder.",
        "Agregue el dato que falta en la carpeta de la elección.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.116: No sum declared.
pub const W_116: CheckInfo = CheckInfo {
    code: "W.116",
    rule: [
        "A source states which sums its form promises.",
        "Una fuente indica cuáles sumas promete su formulario.",
    ],
    fields: "identities",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Add the missing entry to the election folder.",
        "Agregue el dato que falta en la carpeta de la elección.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.117: Decision without a finding.
pub const W_117: CheckInfo = CheckInfo {
    code: "W.117",
    rule: [
        "A disposition refers to a finding that exists.",
        "Una decisión se refiere a un hallazgo que existe.",
    ],
    fields: "dispositions",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::RecordToLog,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Correct the key in the file of dispositions, or remove the line.",
        "Corrija la clave en el archivo de decisiones, o quite la línea.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.118: Copies that an audit could not read.
pub const W_118: CheckInfo = CheckInfo {
    code: "W.118",
    rule: [
        "Every copy that was drawn for an audit is there and can be read.",
        "Toda copia sorteada para una auditoría está y se puede leer.",
    ],
    fields: "records of audits by sampling",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Ask whoever keeps the copy for it; when it is read, record the station again in place of the old row.",
        "Pida la copia a quien la guarda; cuando se lea, registre la mesa de nuevo en lugar de la fila anterior.",
    ],
    limit: [
        "A copy can be lost or refused for ordinary reasons; the audit counts it as the worst case all the same.",
        "Una copia puede perderse o negarse por razones corrientes; la auditoría la cuenta igualmente como el peor caso.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.190: More findings than listed.
pub const W_190: CheckInfo = CheckInfo {
    code: "W.190",
    rule: [
        "Findings of one code and source beyond the first 10,000 are counted, not listed.",
        "Los hallazgos de un código y una fuente después de los primeros 10.000 se cuentan, no se listan.",
    ],
    fields: "any",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::LogToTotals,
    bears_on: BearsOn::Figures,
    votes_at_stake: "sum over the findings that are not listed; unknown where one of them is unknown",
    precedence: &[],
    threshold: "10,000 per code and source",
    action: [
        "Look at the sheets listed and at what else is known about these stations.",
        "Revise las actas listadas y lo demás que se sepa de esas mesas.",
    ],
    limit: [
        "It says nothing about the result.",
        "No dice nada sobre el resultado.",
    ],
    recomputable: Recomputable::FromLog,
};
