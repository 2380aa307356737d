//! One sheet by itself: series E.2xx and W.2xx.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

use super::CheckInfo;

/// E.201: Options and valid votes.
pub const E_201: CheckInfo = CheckInfo {
    code: "E.201",
    rule: [
        "The options add up to the valid votes (where the form promises it).",
        "Las opciones suman los votos válidos (donde el formulario lo promete).",
    ],
    fields: "options, valid",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "|options - valid|",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.202: Votes and ballots.
pub const E_202: CheckInfo = CheckInfo {
    code: "E.202",
    rule: [
        "Valid, invalid and blank votes add up to the ballots (where the form promises it).",
        "Los votos válidos, nulos y en blanco suman las boletas (donde el formulario lo promete).",
    ],
    fields: "valid, invalid, blank, ballots",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "|left - right|",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.203: Another declared sum.
pub const E_203: CheckInfo = CheckInfo {
    code: "E.203",
    rule: [
        "Every other sum that the form promises holds.",
        "Se cumple cualquier otra suma que el formulario promete.",
    ],
    fields: "as the identity says",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "|left - right|",
    precedence: &[],
    threshold: "any difference",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.204: More ballots than electors.
pub const E_204: CheckInfo = CheckInfo {
    code: "E.204",
    rule: [
        "A station has no more ballots than registered electors on its sheet.",
        "Una mesa no tiene más boletas que electores inscritos en su acta.",
    ],
    fields: "ballots (else valid + invalid + blank), registered",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Figures,
    votes_at_stake: "ballots - registered",
    precedence: &[],
    threshold: "any excess; only where the capacity rule is the register; not for a register of 0",
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

/// E.205: More ballots than voters.
pub const E_205: CheckInfo = CheckInfo {
    code: "E.205",
    rule: [
        "The box holds no more ballots than people voted.",
        "La caja no tiene más boletas que votantes.",
    ],
    fields: "ballots, voters",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Figures,
    votes_at_stake: "ballots - voters",
    precedence: &[],
    threshold: "any excess",
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

/// E.206: More voters than electors.
pub const E_206: CheckInfo = CheckInfo {
    code: "E.206",
    rule: [
        "No more people voted than are registered.",
        "No votó más gente que la inscrita.",
    ],
    fields: "voters, registered",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Figures,
    votes_at_stake: "voters - registered",
    precedence: &["E.204"],
    threshold: "any excess; only where the capacity rule is the register; not for a register of 0",
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

/// E.207: Read options exceed valid.
pub const E_207: CheckInfo = CheckInfo {
    code: "E.207",
    rule: [
        "The options that were read do not exceed the valid votes, though another option is unread.",
        "Las opciones leídas no superan los votos válidos, aunque otra opción esté sin leer.",
    ],
    fields: "options, valid",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "read options - valid",
    precedence: &["E.201"],
    threshold: "any excess",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.208: More valid votes than ballots.
pub const E_208: CheckInfo = CheckInfo {
    code: "E.208",
    rule: [
        "Valid votes do not exceed ballots.",
        "Los votos válidos no superan las boletas.",
    ],
    fields: "valid, ballots",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::CopyToRecord,
    bears_on: BearsOn::Figures,
    votes_at_stake: "valid - ballots",
    precedence: &["E.202", "E.203"],
    threshold: "any excess",
    action: [
        "Compare the record with the copy of the sheet; correct the record or note a decision.",
        "Compare el registro con la copia del acta; corrija el registro o anote una decisión.",
    ],
    limit: [
        "A slip in copying or reading breaks the rule as well; it says nothing about intent.",
        "Un error al copiar o leer también rompe la regla; no dice nada sobre la intención.",
    ],
    recomputable: Recomputable::FromLog,
};

/// E.209: More ballots than issued.
pub const E_209: CheckInfo = CheckInfo {
    code: "E.209",
    rule: [
        "The box holds no more ballots than were issued.",
        "La caja no tiene más boletas que las entregadas.",
    ],
    fields: "ballots (else valid + invalid + blank), issued",
    tier: Tier::Contradiction,
    severity: Severity::Error,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Figures,
    votes_at_stake: "ballots - issued",
    precedence: &[],
    threshold: "any excess; not for 0 issued",
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

/// W.201: Ballots above the register.
pub const W_201: CheckInfo = CheckInfo {
    code: "W.201",
    rule: [
        "Where people may vote off the list, ballots still rarely exceed the registered electors.",
        "Donde se puede votar fuera de la lista, las boletas rara vez superan los electores inscritos.",
    ],
    fields: "ballots (else valid + invalid + blank), registered",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["E.204"],
    threshold: "any excess; only where the capacity rule is not the register; not for a register of 0",
    action: [
        "Look at the copy of the sheet and at the minutes of the station.",
        "Revise la copia del acta y el libro de actas de la mesa.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.202: Capacity not stated.
pub const W_202: CheckInfo = CheckInfo {
    code: "W.202",
    rule: [
        "A register of 0 at a station with ballots means that its capacity is not stated.",
        "Un registro de 0 en una mesa con boletas significa que su capacidad no está indicada.",
    ],
    fields: "ballots (else valid + invalid + blank), registered",
    tier: Tier::Picture,
    severity: Severity::Info,
    link: Link::TotalsToOutcome,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "registered = 0 with ballots",
    action: [
        "Ask for the official list by station, with its date, and compare.",
        "Pida la lista oficial por mesa, con su fecha, y compare.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.203: Fewer ballots than voters.
pub const W_203: CheckInfo = CheckInfo {
    code: "W.203",
    rule: [
        "The box holds as many ballots as people voted.",
        "La caja tiene tantas boletas como votantes.",
    ],
    fields: "ballots, voters",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "any shortfall",
    action: [
        "Look at the copy of the sheet and at the minutes of the station.",
        "Revise la copia del acta y el libro de actas de la mesa.",
    ],
    limit: [
        "There are ordinary reasons for it; by itself it is not an error.",
        "Hay razones corrientes para ello; por sí solo no es un error.",
    ],
    recomputable: Recomputable::FromLog,
};

/// W.204: No valid votes.
pub const W_204: CheckInfo = CheckInfo {
    code: "W.204",
    rule: [
        "A sheet has at least one valid vote.",
        "Un acta tiene al menos un voto válido.",
    ],
    fields: "valid (else options)",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "0 valid votes",
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

/// W.205: Turnout of 95 % or more.
pub const W_205: CheckInfo = CheckInfo {
    code: "W.205",
    rule: [
        "Turnout at a station is below 95 %.",
        "La participación en una mesa es menor de 95 %.",
    ],
    fields: "ballots (else valid + invalid + blank), registered",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["E.204"],
    threshold: "100 x ballots >= 95 x registered, registered > 0, ballots <= registered",
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

/// W.206: Turnout of 25 % or less.
pub const W_206: CheckInfo = CheckInfo {
    code: "W.206",
    rule: [
        "Turnout at a station is above 25 %.",
        "La participación en una mesa es mayor de 25 %.",
    ],
    fields: "ballots (else valid + invalid + blank), registered",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &["W.204"],
    threshold: "100 x ballots <= 25 x registered, registered > 0",
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

/// W.207: Many invalid votes.
pub const W_207: CheckInfo = CheckInfo {
    code: "W.207",
    rule: [
        "At most 5 % of the ballots are invalid.",
        "Como máximo 5 % de las boletas son nulas.",
    ],
    fields: "invalid, ballots (else valid + invalid + blank)",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "20 x invalid > ballots",
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

/// W.208: Boxes that an audit could not count.
pub const W_208: CheckInfo = CheckInfo {
    code: "W.208",
    rule: [
        "Every box that was drawn for an audit is there and may be counted.",
        "Toda urna sorteada para una auditoría está y se deja contar.",
    ],
    fields: "records of audits by sampling",
    tier: Tier::Picture,
    severity: Severity::Warning,
    link: Link::BallotsToSheet,
    bears_on: BearsOn::Nothing,
    votes_at_stake: "0",
    precedence: &[],
    threshold: "none",
    action: [
        "Ask whoever keeps the box for access; when it is counted, record the station again in place of the old row.",
        "Pida acceso a quien guarda la urna; cuando se cuente, registre la mesa de nuevo en lugar de la fila anterior.",
    ],
    limit: [
        "A box can be missing or closed for ordinary reasons; the audit counts it as the worst case all the same.",
        "Una urna puede faltar o estar cerrada por razones corrientes; la auditoría la cuenta igualmente como el peor caso.",
    ],
    recomputable: Recomputable::FromLog,
};
