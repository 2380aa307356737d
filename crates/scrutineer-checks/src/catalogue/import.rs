//! Reading the files: series E.1xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// E.101: Not a number.
pub const E_101: CheckInfo = CheckInfo {
    code: "E.101",
    rule: [
        "A cell that should hold a count holds a number.",
        "Una celda que debe tener una cifra tiene un número.",
    ],
    fields: "any count",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.102: Not a whole number.
pub const E_102: CheckInfo = CheckInfo {
    code: "E.102",
    rule: [
        "A count is a whole number.",
        "Una cifra es un número entero.",
    ],
    fields: "any count",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.103: Negative count.
pub const E_103: CheckInfo = CheckInfo {
    code: "E.103",
    rule: [
        "A count is not below zero.",
        "Una cifra no es menor que cero.",
    ],
    fields: "any count",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.104: Count too large.
pub const E_104: CheckInfo = CheckInfo {
    code: "E.104",
    rule: [
        "A count is at most 4,294,967,293.",
        "Una cifra es como máximo 4.294.967.293.",
    ],
    fields: "any count",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "4,294,967,293",
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

/// E.105: Row without a station.
pub const E_105: CheckInfo = CheckInfo {
    code: "E.105",
    rule: ["Every row names its station.", "Cada fila nombra su mesa."],
    fields: "key columns",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.106: Row of another length.
pub const E_106: CheckInfo = CheckInfo {
    code: "E.106",
    rule: [
        "A row has as many fields as the header.",
        "Una fila tiene tantos campos como el encabezado.",
    ],
    fields: "whole row",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.107: Beyond the limits.
pub const E_107: CheckInfo = CheckInfo {
    code: "E.107",
    rule: [
        "A field, row or table stays within the limits of the reader.",
        "Un campo, fila o tabla respeta los límites del lector.",
    ],
    fields: "whole row",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "unknown",
    precedence: &[],
    threshold: "field 64 KiB, row 1 MiB, 4,096 columns",
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

/// E.108: Bytes outside the encoding.
pub const E_108: CheckInfo = CheckInfo {
    code: "E.108",
    rule: [
        "Bytes follow the encoding of the file.",
        "Los bytes siguen la codificación del archivo.",
    ],
    fields: "any text",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.109: File ends too early.
pub const E_109: CheckInfo = CheckInfo {
    code: "E.109",
    rule: [
        "A file ends after a complete row.",
        "Un archivo termina después de una fila completa.",
    ],
    fields: "whole file",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.110: File cannot be read.
pub const E_110: CheckInfo = CheckInfo {
    code: "E.110",
    rule: [
        "Every file that the folder names can be read.",
        "Todo archivo que la carpeta nombra se puede leer.",
    ],
    fields: "whole file",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.111: Column not found.
pub const E_111: CheckInfo = CheckInfo {
    code: "E.111",
    rule: [
        "Every column that the map names is in the file.",
        "Toda columna que el mapa nombra está en el archivo.",
    ],
    fields: "column map",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.112: Two columns with one name.
pub const E_112: CheckInfo = CheckInfo {
    code: "E.112",
    rule: [
        "No two columns have one name.",
        "No hay dos columnas con el mismo nombre.",
    ],
    fields: "header",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.113: Value not in the map.
pub const E_113: CheckInfo = CheckInfo {
    code: "E.113",
    rule: [
        "A value is one that the map knows.",
        "Un valor es uno de los que el mapa conoce.",
    ],
    fields: "option, status, division",
    tier: Tier::Contradiction,
    severity: Severity::Error,
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
        "It says that something was not read, never what stands there.",
        "Dice que algo no se leyó, nunca lo que allí está escrito.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.114: Place in two divisions.
pub const E_114: CheckInfo = CheckInfo {
    code: "E.114",
    rule: [
        "All stations of a polling place lie in one division.",
        "Todas las mesas de un centro de votación están en una misma división.",
    ],
    fields: "division codes, place",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0 for the whole contest; unknown by division",
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

/// E.115: Station in two places.
pub const E_115: CheckInfo = CheckInfo {
    code: "E.115",
    rule: [
        "A station has one polling place and one division.",
        "Una mesa tiene un solo centro de votación y una sola división.",
    ],
    fields: "station key, place, division",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0 for the whole contest; unknown by division",
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

/// E.116: Rival readings of one station.
pub const E_116: CheckInfo = CheckInfo {
    code: "E.116",
    rule: [
        "A station has one reading per source, or an explicit order among its readings.",
        "Una mesa tiene una sola lectura por fuente, o un orden explícito entre sus lecturas.",
    ],
    fields: "station key, every count",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest spread of an option over the readings; unknown where an option is unread in one of them",
    precedence: &[],
    threshold: "none",
    action: [
        "Say which reading supersedes the other, or keep both: totals are then intervals.",
        "Indique cuál lectura reemplaza a la otra, o conserve ambas: los totales serán intervalos.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};
