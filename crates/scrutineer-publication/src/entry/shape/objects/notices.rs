//! What is no record of the data set.

use crate::entry::shape::objects::parts::{PUBLISHER, RECOVERY, SUPERSEDED};
use crate::entry::shape::objects::words::{
    AUDIT_OUTCOME, AUDIT_STEP_KIND, LABELS, PART, REASON, RESPONDENT, SHEET_STATUS,
};
use crate::entry::shape::objects::{DATE, DIGEST, NUMBER, REPLY, RISK, U32, optional, required};
use crate::entry::shape::{Object, Shape};

pub(super) static CORRECTION: Object = Object {
    name: "correction",
    about: "Supersedes an earlier record of the same kind and key.",
    fields: &[
        required("kind", Shape::Words(&["correction"]), "What the entry is."),
        optional(
            "record",
            Shape::Record,
            "What holds instead; absent for withdrawn.",
        ),
        required(
            "supersedes",
            Shape::Object(&SUPERSEDED),
            "The record that no longer holds.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static AUDIT_REPORT: Object = Object {
    name: "audit-report",
    about: "The audit of the records before a size.",
    fields: &[
        required(
            "kind",
            Shape::Words(&["audit-report"]),
            "What the entry is.",
        ),
        required(
            "report",
            DIGEST,
            "SHA-256 of the canonical part of the report: its id.",
        ),
        required("rules", Shape::Text, "Version of the rule set."),
        required(
            "size",
            NUMBER,
            "The entries audited: those before this size.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static RELEASE: Object = Object {
    name: "release",
    about: "Whoever trusts a checkpoint over this entry trusts every file of the manifest.",
    fields: &[
        required("kind", Shape::Words(&["release"]), "What the entry is."),
        required("manifest", DIGEST, "SHA-256 of the manifest's bytes."),
        required(
            "root",
            DIGEST,
            "Root of the tree of the first `size` entries.",
        ),
        required("size", NUMBER, "Entries that the release is made from."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static RESPONSE: Object = Object {
    name: "response",
    about: "A reply to a finding, shown unedited beside it.",
    fields: &[
        optional(
            "aligned-with",
            Shape::List(&Shape::Text),
            "Options for whom a party replies.",
        ),
        required(
            "by",
            Shape::Words(RESPONDENT),
            "Who replies, as a role, never as a person.",
        ),
        required("date", DATE, "When it was received."),
        required("finding", Shape::Text, "Key of the finding."),
        required("kind", Shape::Words(&["response"]), "What the entry is."),
        required("text", REPLY, "The reply, as received."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static WITHHELD: Object = Object {
    name: "withheld",
    about: "Material beside the log was removed; the record that commits to it stands and counts.",
    fields: &[
        required(
            "authority",
            Shape::Text,
            "Who ordered or decided it, as an office.",
        ),
        required("basis", Shape::Text, "The legal or other basis."),
        required(
            "commitment",
            DIGEST,
            "The commitment that can no longer be opened.",
        ),
        required("date", DATE, "When."),
        required("kind", Shape::Words(&["withheld"]), "What the entry is."),
        required("leaf", NUMBER, "The leaf whose record has the commitment."),
        required("reason", Shape::Words(REASON), "Why, in a word."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
        required("what", Shape::Words(PART), "What was removed."),
    ],
};

pub(super) static POLICY: Object = Object {
    name: "policy",
    about: "What is published when, and who can declare the key lost.",
    fields: &[
        required(
            "at-once",
            Shape::List(&Shape::Words(LABELS)),
            "Kinds of sources whose records are published at once; the others in batches.",
        ),
        required("kind", Shape::Words(&["policy"]), "What the entry is."),
        required("minutes", U32, "Least minutes between two batches."),
        optional(
            "publisher",
            Shape::Object(&PUBLISHER),
            "Who publishes, and where to reply.",
        ),
        optional(
            "recovery",
            Shape::Object(&RECOVERY),
            "Keys that can declare the log's key lost.",
        ),
        required("stations", U32, "Least stations of a batch."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static KEY_COMPROMISE: Object = Object {
    name: "key-compromise",
    about: "The first entry of the log that continues one whose key is lost.",
    fields: &[
        required(
            "kind",
            Shape::Words(&["key-compromise"]),
            "What the entry is.",
        ),
        required("notice", Shape::Text, "The signed notice, word for word."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static CLOSE: Object = Object {
    name: "close",
    about: "The end of the collection: the stations without a sheet of any source, by what became of it.",
    fields: &[
        required(
            "counts",
            Shape::Keyed(SHEET_STATUS, &NUMBER),
            "How many, over all parts.",
        ),
        required("date", DATE, "When."),
        required("kind", Shape::Words(&["close"]), "What the entry is."),
        required("part", NUMBER, "From 1."),
        required("parts", NUMBER, "How many parts there are."),
        required(
            "stations",
            Shape::Keyed(SHEET_STATUS, &Shape::List(&Shape::Text)),
            "Ids of this part, in order.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static AUDIT_STEP: Object = Object {
    name: "audit-step",
    about: "A step of an audit by sampling: the file of the audit by its digest, and what followed from it.",
    fields: &[
        required("audit", Shape::Text, "Id of the audit."),
        optional(
            "basis",
            DIGEST,
            "SHA-256 of what the audit rests on; with an outcome, which counts while the records give the same.",
        ),
        optional(
            "copies",
            Shape::Text,
            "Where the copies came from that are read again, where it is not the origin of the records.",
        ),
        required(
            "digest",
            DIGEST,
            "SHA-256 of the file: for a commitment what was announced.",
        ),
        optional(
            "found",
            Shape::List(&NUMBER),
            "Votes that a full count found, by option in ballot order.",
        ),
        required("kind", Shape::Words(&["audit-step"]), "What the entry is."),
        required(
            "links",
            Shape::List(&NUMBER),
            "The links that its conclusion settles, from 1 to 3.",
        ),
        required(
            "method",
            Shape::Text,
            "How the risk was measured, in a word: `transcription-audit`, `box-audit`, `ballot-polling`, `ballot-comparison`.",
        ),
        optional(
            "missing",
            Shape::List(&Shape::Text),
            "Ids of the stations whose box or copy is missing or illegible, after this step; absent for none.",
        ),
        required(
            "number",
            NUMBER,
            "Position of the step in the audit, from 1.",
        ),
        optional(
            "outcome",
            Shape::Words(AUDIT_OUTCOME),
            "How the audit ended, with the step that ended it.",
        ),
        optional(
            "refused",
            Shape::List(&Shape::Text),
            "Ids of the stations to which access was refused, after this step; absent for none.",
        ),
        optional(
            "register",
            Shape::Text,
            "The register total that bounds what has no sheet, by id.",
        ),
        optional(
            "risk",
            RISK,
            "The measured risk; absent where every station was looked at.",
        ),
        required(
            "sample",
            NUMBER,
            "Stations looked at so far; ballots, where single ballots are drawn.",
        ),
        required(
            "source",
            Shape::Text,
            "The source whose records are audited.",
        ),
        required("step", Shape::Words(AUDIT_STEP_KIND), "Which step."),
        optional(
            "uncounted",
            NUMBER,
            "The most votes that a full count did not count.",
        ),
        optional(
            "unread",
            NUMBER,
            "Stations looked at whose registered voters, on which what is missing rests, nobody read again.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
        required(
            "winners",
            Shape::List(&Shape::Text),
            "Who wins by the records: what is audited.",
        ),
    ],
};
