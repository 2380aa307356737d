//! The tables of fields.

mod notices;
mod parts;
mod records;
mod words;

use scrutineer_model::{Date, Moment, PrintedPercent, Publisher};

use crate::entry::notice::{MAX_PUBLISHER, MAX_RESPONSE};
use crate::entry::shape::{Field, Object, Shape, Special};
use crate::entry::{Digest, Kind, Risk};

/// The largest integer of an entry.
pub(super) const LARGEST: i64 = (1 << 53) - 1;

const NUMBER: Shape = Shape::Integer(0, LARGEST);
const U16: Shape = Shape::Integer(0, 65_535);
const U32: Shape = Shape::Integer(0, 4_294_967_295);
const FLAG: Shape = Shape::Words(&["yes"]);
const DATE: Shape = Shape::Special(&Special {
    expected: "date such as `2024-07-28`",
    holds: |text| Date::parse(text).is_ok_and(|held| held.to_string() == text),
});
const MOMENT: Shape = Shape::Special(&Special {
    expected: "date, or time with its offset",
    holds: |text| Moment::parse(text).is_ok_and(|held| held.to_string() == text),
});
const PERCENT: Shape = Shape::Special(&Special {
    expected: "percentage as printed, such as `96.87`",
    holds: |text| PrintedPercent::parse(text).is_ok_and(|held| held.to_string() == text),
});
const DIGEST: Shape = Shape::Special(&Special {
    expected: "64 lower-case hexadecimal digits",
    holds: |text| Digest::parse(text).is_some(),
});
const RISK: Shape = Shape::Special(&Special {
    expected: Risk::EXPECTED,
    holds: |text| Risk::parse(text).is_some(),
});
const REPLY: Shape = Shape::Special(&Special {
    expected: "text of 1 to 4,000 characters",
    holds: |text| (1..=MAX_RESPONSE).contains(&text.chars().count()),
});
const PUBLISHED: Shape = Shape::Special(&Special {
    expected: "text of 1 to 600 characters",
    holds: |text| (1..=MAX_PUBLISHER).contains(&text.chars().count()),
});
const FOLDER: Shape = Shape::Special(&Special {
    expected: "address of a folder on the web, of at most 200 characters",
    holds: Publisher::is_site,
});

/// Every kind with its fields.
pub(super) static KINDS: &[(Kind, &Object)] = &[
    (Kind::Election, &records::ELECTION),
    (Kind::Division, &records::DIVISION),
    (Kind::Place, &records::PLACE),
    (Kind::Register, &records::REGISTER),
    (Kind::Source, &records::SOURCE),
    (Kind::SourceFile, &records::SOURCE_FILE),
    (Kind::Sheet, &records::SHEET),
    (Kind::Declaration, &records::DECLARATION),
    (Kind::DeclaredPart, &records::DECLARED_PART),
    (Kind::ImportIssue, &records::IMPORT_ISSUE),
    (Kind::Finding, &records::FINDING),
    (Kind::Disposition, &records::DISPOSITION),
    (Kind::Correction, &notices::CORRECTION),
    (Kind::AuditReport, &notices::AUDIT_REPORT),
    (Kind::Release, &notices::RELEASE),
    (Kind::Response, &notices::RESPONSE),
    (Kind::Withheld, &notices::WITHHELD),
    (Kind::Policy, &notices::POLICY),
    (Kind::KeyCompromise, &notices::KEY_COMPROMISE),
    (Kind::Close, &notices::CLOSE),
    (Kind::AuditStep, &notices::AUDIT_STEP),
];

/// The objects inside entries.
pub(super) static PARTS: &[&Object] = &[
    &parts::CONTEST,
    &parts::CAPACITY,
    &parts::RULE,
    &parts::REGISTER_TOTAL,
    &parts::FIGURE,
    &parts::READING,
    &parts::HIERARCHY,
    &parts::OPTION,
    &parts::TICKET,
    &parts::IDENTITY,
    &parts::COVERAGE,
    &parts::DECLARED_OPTION,
    &parts::MESSAGE,
    &parts::SUBJECT,
    &parts::SUPERSEDED,
    &parts::PUBLISHER,
    &parts::RECOVERY,
];

/// The fields of a kind.
pub(super) fn object_of(kind: Kind) -> Option<&'static Object> {
    KINDS
        .iter()
        .find(|(held, _)| *held == kind)
        .map(|(_, object)| *object)
}

const fn required(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field {
        name,
        required: true,
        shape,
        about,
    }
}

const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field {
        name,
        required: false,
        shape,
        about,
    }
}
