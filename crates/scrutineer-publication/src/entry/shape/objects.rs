//! The tables of fields.

use scrutineer_model::{Date, Moment, PrintedPercent};

use crate::entry::notice::MAX_RESPONSE;
use crate::entry::shape::{Field, Object, Shape, Special};
use crate::entry::{Digest, Kind};

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
const REPLY: Shape = Shape::Special(&Special {
    expected: "text of 1 to 4,000 characters",
    holds: |text| (1..=MAX_RESPONSE).contains(&text.chars().count()),
});

const FIELD: &[&str] = &[
    "ballots",
    "blank",
    "invalid",
    "issued",
    "registered",
    "valid",
    "voters",
];

const STATUS: &[&str] = &[
    "unofficial-partial",
    "unofficial-complete",
    "certified",
    "correction",
    "recount",
    "unknown",
];

const LABELS: &[&str] = &[
    "authority",
    "party-aligned",
    "observer",
    "media",
    "court",
    "citizen",
    "unknown",
];

const SHEET_STATUS: &[&str] = &[
    "received",
    "copy-refused",
    "not-printed",
    "agent-not-admitted",
    "agent-removed",
    "seized",
    "not-reached",
    "destroyed",
    "unknown",
];

const STATION_KIND: &[&str] = &["ordinary", "abroad", "special", "mobile", "unknown"];

const STATION_STATUS: &[&str] = &["open", "annulled", "not-opened", "merged-into"];

const ROLE: &[&str] = &[
    "election",
    "sheets",
    "register",
    "declaration",
    "dispositions",
];

const ISSUE: &[&str] = &[
    "not-a-number",
    "not-an-integer",
    "negative",
    "too-large",
    "missing-key",
    "ragged-row",
    "over-limit",
    "bad-encoding",
    "nul-byte",
    "truncated",
    "unreadable",
    "unmapped-column",
    "missing-column",
    "duplicate-column",
    "unknown-value",
    "hidden-row",
    "formula",
    "merged-cells",
    "division-conflict",
    "name-conflict",
    "decision",
];

const BEARS: &[&str] = &["winner", "figures", "nothing"];

const TIER: &[&str] = &["contradiction", "test", "picture"];

const SEVERITY: &[&str] = &["error", "warning", "info"];

const RECOMPUTABLE: &[&str] = &["from-log", "from-private"];

const DECISION: &[&str] = &["confirmed", "explained", "corrected", "unresolved"];

const APPLIES: &[&str] = &["yes", "no", "unknown"];

const REGISTER_KIND: &[&str] = &["electors", "stations", "places"];

const RESPONDENT: &[&str] = &["authority", "party", "observer"];

const REASON: &[&str] = &[
    "personal-data",
    "safety",
    "consent-withdrawn",
    "order",
    "other",
];

const PART: &[&str] = &["blob", "field"];

static CONTEST: Object = Object {
    name: "contest",
    about: "A contest without its options.",
    fields: &[
        required(
            "capacity",
            Shape::Object(&CAPACITY),
            "How many votes a station without a sheet can hold.",
        ),
        required("id", Shape::Text, "Short id."),
        required("name", Shape::Text, "Name as data."),
        optional(
            "predecessor",
            Shape::Text,
            "The contest of the round before.",
        ),
        optional(
            "registers",
            Shape::List(&Shape::Object(&REGISTER_TOTAL)),
            "Totals of the register, in the order of the folder.",
        ),
        required(
            "round",
            Shape::Integer(0, 255),
            "1 for a first or only round.",
        ),
        required("rule", Shape::Object(&RULE), "Who wins."),
    ],
};

static CAPACITY: Object = Object {
    name: "capacity",
    about: "A capacity rule.",
    fields: &[
        optional("maximum", U32, "Of a legal maximum."),
        required(
            "rule",
            Shape::Text,
            "`register`, `ballots-issued`, `legal-maximum`, `unbounded` or `not-stated`.",
        ),
    ],
};

static RULE: Object = Object {
    name: "rule",
    about: "An outcome rule.",
    fields: &[
        required(
            "kind",
            Shape::Text,
            "`plurality`, `majority` or `threshold`.",
        ),
        optional(
            "runoff",
            U16,
            "Options in the next round of a majority rule.",
        ),
        optional(
            "share",
            Shape::Text,
            "To be exceeded (majority) or reached (threshold), such as `1/2`.",
        ),
        optional("winners", U16, "Of a plurality."),
    ],
};

static REGISTER_TOTAL: Object = Object {
    name: "register total",
    about: "A total of the register.",
    fields: &[
        required(
            "applies",
            Shape::Words(APPLIES),
            "Whether it is about this contest.",
        ),
        required("figure", Shape::Words(REGISTER_KIND), "What it counts."),
        required("id", Shape::Text, "Short id."),
        required("total", Shape::Object(&FIGURE), "The number."),
        optional("why", Shape::Text, "Why it applies or not, as data."),
    ],
};

static FIGURE: Object = Object {
    name: "figure",
    about: "A declared or registered number with every reading of it.",
    fields: &[
        optional(
            "others",
            Shape::List(&Shape::Object(&READING)),
            "Readings that were not chosen.",
        ),
        required("source", Shape::Text, "Who prints the chosen reading."),
        required("value", NUMBER, "The chosen reading."),
        optional("why", Shape::Text, "Why it was chosen, as data."),
    ],
};

static READING: Object = Object {
    name: "reading",
    about: "One outlet's version of a number.",
    fields: &[
        required("source", Shape::Text, "Who prints it."),
        required("value", NUMBER, "The number."),
    ],
};

static HIERARCHY: Object = Object {
    name: "hierarchy",
    about: "A way to divide the stations.",
    fields: &[
        required("id", Shape::Text, "Short name."),
        required(
            "levels",
            Shape::List(&Shape::Text),
            "Names of the levels from the widest down.",
        ),
    ],
};

static OPTION: Object = Object {
    name: "option",
    about: "What can win.",
    fields: &[
        required("contest", Shape::Text, "Id of the contest."),
        required("id", Shape::Text, "Short id."),
        required("name", Shape::Text, "Name as data."),
    ],
};

static TICKET: Object = Object {
    name: "ticket",
    about: "One line of the form.",
    fields: &[
        required("contest", Shape::Text, "Id of the contest."),
        required("id", Shape::Text, "Short id."),
        required("name", Shape::Text, "Name as data."),
        required(
            "option",
            Shape::Text,
            "Id of the option that receives its votes.",
        ),
    ],
};

static IDENTITY: Object = Object {
    name: "identity",
    about: "A sum that the form promises.",
    fields: &[
        optional(
            "left",
            Shape::List(&Shape::Words(FIELD)),
            "Fields on the left side.",
        ),
        optional(
            "options",
            FLAG,
            "Whether the left side has the sum of all options.",
        ),
        optional(
            "right",
            Shape::List(&Shape::Words(FIELD)),
            "Fields on the right side.",
        ),
        required("text", Shape::Text, "As written in the folder."),
    ],
};

static COVERAGE: Object = Object {
    name: "coverage",
    about: "How much of the count a declaration says it holds.",
    fields: &[
        optional(
            "complete",
            FLAG,
            "It says in words that everything is counted.",
        ),
        optional(
            "electors",
            Shape::Object(&FIGURE),
            "Registered voters in the counted stations.",
        ),
        optional("places", Shape::Object(&FIGURE), "Polling places counted."),
        optional("printed", PERCENT, "The percentage printed, of something."),
        optional("stations", Shape::Object(&FIGURE), "Stations counted."),
        optional(
            "stations-total",
            Shape::Object(&FIGURE),
            "Stations there are.",
        ),
    ],
};

static DECLARED_OPTION: Object = Object {
    name: "declared option",
    about: "Declared votes of an option or group.",
    fields: &[
        optional(
            "group",
            Shape::Text,
            "Short id of the group; absent for one option.",
        ),
        required(
            "options",
            Shape::List(&Shape::Text),
            "The option, or those of the group.",
        ),
        optional("percent", PERCENT, "The share of valid votes as printed."),
        optional("votes", Shape::Object(&FIGURE), "The number."),
    ],
};

static MESSAGE: Object = Object {
    name: "message",
    about: "A sentence by id.",
    fields: &[
        required(
            "args",
            Shape::Map(&Shape::Argument),
            "What goes into it, by name.",
        ),
        required("id", Shape::Text, "Id in the message files."),
    ],
};

static SUBJECT: Object = Object {
    name: "subject",
    about: "What a finding is about, by public ids.",
    fields: &[
        optional("declaration", Shape::Text, "Declaration."),
        optional("division", Shape::Text, "Codes of its path joined by `/`."),
        optional("option", Shape::Text, "Option or group."),
        optional("place", Shape::Text, "Polling place."),
        optional("source", Shape::Text, "Source."),
        optional("station", Shape::Text, "Station."),
    ],
};

static SUPERSEDED: Object = Object {
    name: "superseded",
    about: "A leaf of the log.",
    fields: &[
        required("hash", DIGEST, "Its leaf hash."),
        required("leaf", NUMBER, "Its index, from 0."),
    ],
};

static RECOVERY: Object = Object {
    name: "recovery",
    about: "Keys that together can declare the log's key lost.",
    fields: &[
        required(
            "keys",
            Shape::List(&Shape::Text),
            "Verifier keys, as in a policy file.",
        ),
        required("threshold", U16, "How many of them must sign."),
    ],
};

static ELECTION: Object = Object {
    name: "election",
    about: "One part of the election. Part 1 says everything but the options and tickets that did not fit.",
    fields: &[
        optional(
            "contests",
            Shape::List(&Shape::Object(&CONTEST)),
            "In the order of the folder; part 1 only.",
        ),
        optional("country", Shape::Text, "ISO 3166 code; part 1 only."),
        optional("date", DATE, "Day of the vote; part 1 only."),
        optional(
            "hierarchies",
            Shape::List(&Shape::Object(&HIERARCHY)),
            "In the order of the folder; part 1 only.",
        ),
        optional("id", Shape::Text, "Short id; part 1 only."),
        required("kind", Shape::Words(&["election"]), "What the entry is."),
        optional("name", Shape::Text, "Name as data; part 1 only."),
        optional(
            "options",
            Shape::List(&Shape::Object(&OPTION)),
            "What can win, in ballot order; continues in the next part.",
        ),
        required("part", NUMBER, "From 1."),
        optional(
            "schema",
            Shape::Words(&["scrutineer/log-entry/1"]),
            "The format of the entries; part 1 only.",
        ),
        optional(
            "tickets",
            Shape::List(&Shape::Object(&TICKET)),
            "Lines of the form, for contests where they are not the options one by one.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static DIVISION: Object = Object {
    name: "division",
    about: "A division of a hierarchy; every division around it has an entry of its own.",
    fields: &[
        required("hierarchy", Shape::Text, "Id of the hierarchy."),
        required("kind", Shape::Words(&["division"]), "What the entry is."),
        optional("name", Shape::Text, "Name as data."),
        required(
            "path",
            Shape::List(&Shape::Text),
            "Codes from the widest division down to this one.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static PLACE: Object = Object {
    name: "place",
    about: "A polling place.",
    fields: &[
        required("code", Shape::Text, "Its code."),
        required("kind", Shape::Words(&["place"]), "What the entry is."),
        optional("name", Shape::Text, "Name as data."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static REGISTER: Object = Object {
    name: "register",
    about: "A station.",
    fields: &[
        optional(
            "divisions",
            Shape::Map(&Shape::List(&Shape::Text)),
            "Per hierarchy the codes of its narrowest division, from the widest down.",
        ),
        optional(
            "issued",
            U32,
            "Ballots issued to it, where they are its ceiling.",
        ),
        required("kind", Shape::Words(&["register"]), "What the entry is."),
        optional(
            "label",
            Shape::Text,
            "The last component of its key as written, where that is not the last part of the id.",
        ),
        optional("listed", FLAG, "Whether the official list has it."),
        optional("place", Shape::Text, "Code of its polling place."),
        optional(
            "registered",
            Shape::Count { absent: false },
            "Voters by the official list; absent where the list has none.",
        ),
        optional(
            "sheet-status",
            Shape::Words(SHEET_STATUS),
            "What became of its sheet; absent for unknown.",
        ),
        required("station", Shape::Text, "Canonical id."),
        optional(
            "station-kind",
            Shape::Words(STATION_KIND),
            "Absent for ordinary.",
        ),
        optional(
            "status",
            Shape::Words(STATION_STATUS),
            "Whether it voted; absent for open.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static SOURCE: Object = Object {
    name: "source",
    about: "A set of sheets of one contest from one provider. What is unknown is absent.",
    fields: &[
        optional(
            "aligned-with",
            Shape::List(&Shape::Text),
            "Options whose campaign supplied it.",
        ),
        required("contest", Shape::Text, "Id of the contest."),
        optional(
            "derived-from",
            Shape::Text,
            "The source that it was made from.",
        ),
        required(
            "fields",
            Shape::List(&Shape::Words(FIELD)),
            "What its form has beside the votes.",
        ),
        required("id", Shape::Text, "Short id."),
        optional(
            "identities",
            Shape::List(&Shape::Object(&IDENTITY)),
            "Which sums its form promises.",
        ),
        required("kind", Shape::Words(&["source"]), "What the entry is."),
        optional("licence", Shape::Text, "Licence of the data."),
        optional("medium", Shape::Text, "On what."),
        optional("method", Shape::Text, "How it was made."),
        required("number", U16, "Its position among the sources, from 1."),
        optional(
            "obtained-by-role",
            Shape::Text,
            "By which role, never by whom.",
        ),
        optional(
            "obtained-from",
            Shape::Text,
            "From which place or publication.",
        ),
        optional("obtained-on", DATE, "When."),
        required(
            "origin",
            Shape::Text,
            "Its root; sources of one root count as one.",
        ),
        required("rejected", NUMBER, "Rows that could not be used."),
        required("rows", NUMBER, "Rows read from its files."),
        required(
            "supplied-by",
            Shape::Words(LABELS),
            "The coarse kind of who supplied it: all that is public.",
        ),
        optional("transformations", Shape::Text, "What was done to it."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static SOURCE_FILE: Object = Object {
    name: "source-file",
    about: "A file that was read: with name and plain digest where an authority published it, with a salted commitment otherwise.",
    fields: &[
        optional("commitment", DIGEST, "Salted commitment."),
        optional(
            "copy",
            Shape::Integer(2, 4_294_967_295),
            "From 2, among records that are word for word equal.",
        ),
        optional("file", Shape::Text, "Its name."),
        required("kind", Shape::Words(&["source-file"]), "What the entry is."),
        required("rejected", NUMBER, "Rows that could not be used."),
        required("role", Shape::Words(ROLE), "What it is for."),
        required("rows", NUMBER, "Data rows read."),
        optional("sha256", DIGEST, "SHA-256 of its bytes."),
        optional(
            "source",
            Shape::Text,
            "The source; absent for the folder's own files.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static SHEET: Object = Object {
    name: "sheet",
    about: "One reading of one sheet.",
    fields: &[
        optional(
            "copy",
            Shape::Integer(2, 4_294_967_295),
            "From 2, among records that are word for word equal.",
        ),
        required(
            "counts",
            Shape::Keyed(FIELD, &Shape::Count { absent: false }),
            "The numbers beside the votes; what is not on the form is absent.",
        ),
        required("kind", Shape::Words(&["sheet"]), "What the entry is."),
        optional(
            "sequence",
            Shape::Integer(1, 4_294_967_295),
            "Explicit order among the readings of the station; the largest holds.",
        ),
        required("source", Shape::Text, "Id of the source."),
        required("station", Shape::Text, "Canonical id of the station."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
        required(
            "votes",
            Shape::List(&Shape::Count { absent: true }),
            "Votes per ticket of the contest (per option where it has no tickets), in the order of `election`.",
        ),
    ],
};

static DECLARATION: Object = Object {
    name: "declaration",
    about: "A declared result: one authority, one moment, one scope.",
    fields: &[
        required("authority", Shape::Text, "Who declared, as data."),
        optional("blank", Shape::Object(&FIGURE), "Blank votes."),
        required("contest", Shape::Text, "Id of the contest."),
        required(
            "coverage",
            Shape::Object(&COVERAGE),
            "How much of the count it says it holds.",
        ),
        optional(
            "follows",
            Shape::Text,
            "An earlier declaration that it continues.",
        ),
        required("id", Shape::Text, "Short id."),
        optional("invalid", Shape::Object(&FIGURE), "Invalid votes."),
        optional(
            "invalid-of-voters",
            PERCENT,
            "Invalid votes as a printed percentage of voters.",
        ),
        required("kind", Shape::Words(&["declaration"]), "What the entry is."),
        required(
            "number",
            U16,
            "Its position among the declarations, from 1.",
        ),
        required(
            "options",
            Shape::List(&Shape::Object(&DECLARED_OPTION)),
            "Votes per option or group, in the order of the folder.",
        ),
        optional("outlet", Shape::Text, "Who printed the figures, as data."),
        optional(
            "registered",
            Shape::Object(&FIGURE),
            "The whole register, as the declaration states it.",
        ),
        optional(
            "scope",
            Shape::List(&Shape::Text),
            "Codes of the division that it covers; absent for the whole contest.",
        ),
        required("status", Shape::Words(STATUS), "How final it calls itself."),
        required("time", MOMENT, "When, with its time and zone where known."),
        optional("turnout", PERCENT, "Turnout as printed."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
        optional("valid", Shape::Object(&FIGURE), "Valid votes."),
        optional(
            "valid-of-voters",
            PERCENT,
            "Valid votes as a printed percentage of voters.",
        ),
        optional("voters", Shape::Object(&FIGURE), "People who voted."),
        optional(
            "winners",
            Shape::List(&Shape::Text),
            "Options declared to win.",
        ),
    ],
};

static DECLARED_PART: Object = Object {
    name: "declared-part",
    about: "The declared result of one division.",
    fields: &[
        required("declaration", Shape::Text, "Id of the declaration."),
        required(
            "division",
            Shape::List(&Shape::Text),
            "Codes of the division in the first hierarchy.",
        ),
        optional("invalid", NUMBER, "Invalid votes."),
        required(
            "kind",
            Shape::Words(&["declared-part"]),
            "What the entry is.",
        ),
        optional(
            "number",
            Shape::Integer(2, 4_294_967_295),
            "From 2, where the declaration has several rows for the division.",
        ),
        optional("registered", NUMBER, "Registered voters."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
        optional("valid", NUMBER, "Valid votes."),
        optional("voters", NUMBER, "People who voted."),
        required(
            "votes",
            Shape::List(&Shape::Nullable(&NUMBER)),
            "In the order of the declaration's options; `null` where the file has none.",
        ),
    ],
};

static IMPORT_ISSUE: Object = Object {
    name: "import-issue",
    about: "Something that went wrong while reading, by kind and place.",
    fields: &[
        optional(
            "column",
            Shape::Text,
            "Name of the column, or the code of the division or place that it is about.",
        ),
        required("count", NUMBER, "How many times."),
        optional(
            "expected",
            Shape::Text,
            "The first of two texts that contradict each other.",
        ),
        optional("file", Shape::Text, "Name of the file."),
        optional(
            "found",
            Shape::Text,
            "The second of two texts, or how bytes were decoded; never what stood in a cell.",
        ),
        required(
            "kind",
            Shape::Words(&["import-issue"]),
            "What the entry is.",
        ),
        required("problem", Shape::Words(ISSUE), "What went wrong."),
        optional("rejects-row", FLAG, "Whether a row was rejected for it."),
        optional(
            "source",
            Shape::Text,
            "The source, where the file belongs to one.",
        ),
        optional(
            "station",
            Shape::Text,
            "The station, where the row names one.",
        ),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static FINDING: Object = Object {
    name: "finding",
    about: "A finding that a stranger cannot recompute: attested by whoever signs the log.",
    fields: &[
        required(
            "bears-on",
            Shape::Words(BEARS),
            "The answer that it bears on.",
        ),
        required("code", Shape::Text, "The rule."),
        required(
            "figures",
            Shape::Map(&Shape::Argument),
            "Numbers of the rule by name.",
        ),
        required("key", Shape::Text, "Stable name."),
        required("kind", Shape::Words(&["finding"]), "What the entry is."),
        required(
            "link",
            Shape::Integer(1, 7),
            "The link of the chain of evidence.",
        ),
        required("message", Shape::Object(&MESSAGE), "The sentence."),
        required(
            "recomputable",
            Shape::Words(RECOMPUTABLE),
            "`from-private`: what could be recomputed is not attested.",
        ),
        required("severity", Shape::Words(SEVERITY), "How to take it."),
        required("subject", Shape::Object(&SUBJECT), "What it is about."),
        required("tier", Shape::Words(TIER), "How strong it is."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
        optional(
            "votes-at-stake",
            NUMBER,
            "Most votes by which some option's total can be wrong because of it; absent where unknown.",
        ),
    ],
};

static DISPOSITION: Object = Object {
    name: "disposition",
    about: "A decision on a finding.",
    fields: &[
        optional(
            "copy",
            Shape::Integer(2, 4_294_967_295),
            "From 2, among records that are word for word equal.",
        ),
        required("date", DATE, "When."),
        required("decision", Shape::Words(DECISION), "What was decided."),
        required("finding", Shape::Text, "The finding's key."),
        required("kind", Shape::Words(&["disposition"]), "What the entry is."),
        required("reason", Shape::Text, "Why, as data."),
        required("role", Shape::Text, "By which role, never by whom."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static CORRECTION: Object = Object {
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

static AUDIT_REPORT: Object = Object {
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

static RELEASE: Object = Object {
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

static RESPONSE: Object = Object {
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

static WITHHELD: Object = Object {
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

static POLICY: Object = Object {
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
            "recovery",
            Shape::Object(&RECOVERY),
            "Keys that can declare the log's key lost.",
        ),
        required("stations", U32, "Least stations of a batch."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

static KEY_COMPROMISE: Object = Object {
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

static CLOSE: Object = Object {
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

/// Every kind with its fields.
pub(super) static KINDS: &[(Kind, &Object)] = &[
    (Kind::Election, &ELECTION),
    (Kind::Division, &DIVISION),
    (Kind::Place, &PLACE),
    (Kind::Register, &REGISTER),
    (Kind::Source, &SOURCE),
    (Kind::SourceFile, &SOURCE_FILE),
    (Kind::Sheet, &SHEET),
    (Kind::Declaration, &DECLARATION),
    (Kind::DeclaredPart, &DECLARED_PART),
    (Kind::ImportIssue, &IMPORT_ISSUE),
    (Kind::Finding, &FINDING),
    (Kind::Disposition, &DISPOSITION),
    (Kind::Correction, &CORRECTION),
    (Kind::AuditReport, &AUDIT_REPORT),
    (Kind::Release, &RELEASE),
    (Kind::Response, &RESPONSE),
    (Kind::Withheld, &WITHHELD),
    (Kind::Policy, &POLICY),
    (Kind::KeyCompromise, &KEY_COMPROMISE),
    (Kind::Close, &CLOSE),
];

/// The objects inside entries.
pub(super) static PARTS: &[&Object] = &[
    &CONTEST,
    &CAPACITY,
    &RULE,
    &REGISTER_TOTAL,
    &FIGURE,
    &READING,
    &HIERARCHY,
    &OPTION,
    &TICKET,
    &IDENTITY,
    &COVERAGE,
    &DECLARED_OPTION,
    &MESSAGE,
    &SUBJECT,
    &SUPERSEDED,
    &RECOVERY,
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
