//! Sheets against the register: series E.3xx and W.3xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// E.301: More ballots than capacity.
pub const E_301: CheckInfo = CheckInfo {
    code: "E.301",
    rule: [
        "A station has no more ballots than its capacity by the official list or the law.",
        "Una mesa no tiene más boletas que su capacidad según la lista oficial o la ley.",
    ],
    fields: "ballots (else valid + invalid + blank), capacity",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Figures,
    votes_at_stake: "ballots - capacity",
    precedence: &["E.204", "E.209"],
    threshold: "any excess over a known capacity",
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

/// E.302: Register on sheet differs.
pub const E_302: CheckInfo = CheckInfo {
    code: "E.302",
    rule: [
        "The register printed on a sheet equals the official list.",
        "Los electores inscritos en el acta son los de la lista oficial.",
    ],
    fields: "registered on the sheet, official list",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["W.202"],
    threshold: "any difference; not for a register of 0",
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

/// E.303: Ballots at an unlisted station.
pub const E_303: CheckInfo = CheckInfo {
    code: "E.303",
    rule: [
        "A station with ballots is in the official list.",
        "Una mesa con boletas está en la lista oficial.",
    ],
    fields: "station key, ballots, official list",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest option",
    precedence: &[],
    threshold: "any ballot",
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

/// E.304: List and total differ.
pub const E_304: CheckInfo = CheckInfo {
    code: "E.304",
    rule: [
        "The official list adds up to a stated total of the register.",
        "La lista oficial suma un total declarado del registro.",
    ],
    fields: "official list, stated totals",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any difference from every total of the kind that may apply",
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

/// E.305: Sheets exceed a stated total.
pub const E_305: CheckInfo = CheckInfo {
    code: "E.305",
    rule: [
        "The sheets of a source do not hold more electors, stations or places than a stated total.",
        "Las actas de una fuente no tienen más electores, mesas o centros que un total declarado.",
    ],
    fields: "sheets, stated totals",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Figures,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any excess over a total that applies",
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

/// E.306: Ballots at a closed station.
pub const E_306: CheckInfo = CheckInfo {
    code: "E.306",
    rule: [
        "A station that never opened or was merged has no ballots of its own.",
        "Una mesa que no abrió o que fue fusionada no tiene boletas propias.",
    ],
    fields: "station status, ballots",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest option",
    precedence: &[],
    threshold: "any ballot",
    action: [
        "Look at the copy of the sheet and at the minutes of the station.",
        "Revise la copia del acta y el libro de actas de la mesa.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.301: Listed stations without sheet.
pub const W_301: CheckInfo = CheckInfo {
    code: "W.301",
    rule: [
        "Every station of the official list has a sheet in the source.",
        "Toda mesa de la lista oficial tiene un acta en la fuente.",
    ],
    fields: "official list",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any station of the list",
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

/// W.302: Sheet of an unlisted station.
pub const W_302: CheckInfo = CheckInfo {
    code: "W.302",
    rule: [
        "A sheet without ballots belongs to a listed station.",
        "Un acta sin boletas es de una mesa listada.",
    ],
    fields: "station key, official list",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["E.303"],
    threshold: "none",
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

/// W.303: Sheet of an annulled station.
pub const W_303: CheckInfo = CheckInfo {
    code: "W.303",
    rule: [
        "The sheet of an annulled station is told apart from the others.",
        "El acta de una mesa anulada se distingue de las demás.",
    ],
    fields: "station status, ballots",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Figures,
    votes_at_stake: "largest option",
    precedence: &[],
    threshold: "any ballot",
    action: [
        "Look at the sheets listed and at what else is known about these stations.",
        "Revise las actas listadas y lo demás que se sepa de esas mesas.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.304: Sheet against its status.
pub const W_304: CheckInfo = CheckInfo {
    code: "W.304",
    rule: [
        "A station whose sheet was refused, seized, destroyed or never printed has none.",
        "Una mesa cuya acta fue negada, incautada, destruida o no impresa no tiene acta.",
    ],
    fields: "sheet status",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::SheetToCopy,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
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
    recomputable: Recomputable::FromLog,
};

/// W.305: Register totals disagree.
pub const W_305: CheckInfo = CheckInfo {
    code: "W.305",
    rule: [
        "The stated totals of the register agree.",
        "Los totales declarados del registro coinciden.",
    ],
    fields: "stated totals",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Find the original document and say in the folder which reading is used and why.",
        "Busque el documento original y diga en la carpeta cuál lectura se usa y por qué.",
    ],
    limit: [
        "Lists change until election day; it does not say which number is wrong.",
        "Las listas cambian hasta el día de la elección; no dice cuál número está equivocado.",
    ],
    recomputable: Recomputable::FromLog,
};
