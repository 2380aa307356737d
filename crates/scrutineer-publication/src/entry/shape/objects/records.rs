//! The records of the data set.

use crate::entry::shape::objects::parts::{
    CONTEST, COVERAGE, DECLARED_OPTION, FIGURE, HIERARCHY, IDENTITY, MESSAGE, OPTION, SUBJECT,
    TICKET,
};
use crate::entry::shape::objects::words::{
    BEARS, DECISION, FIELD, ISSUE, LABELS, RECOMPUTABLE, ROLE, SEVERITY, SHEET_STATUS,
    STATION_KIND, STATION_STATUS, STATUS, TIER,
};
use crate::entry::shape::objects::{
    DATE, DIGEST, FLAG, MOMENT, NUMBER, PERCENT, U16, U32, optional, required,
};
use crate::entry::shape::{Object, Shape};

pub(super) static ELECTION: Object = Object {
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

pub(super) static DIVISION: Object = Object {
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

pub(super) static PLACE: Object = Object {
    name: "place",
    about: "A polling place.",
    fields: &[
        required("code", Shape::Text, "Its code."),
        required("kind", Shape::Words(&["place"]), "What the entry is."),
        optional("name", Shape::Text, "Name as data."),
        required("v", Shape::Integer(1, 1), "Version of the fields."),
    ],
};

pub(super) static REGISTER: Object = Object {
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

pub(super) static SOURCE: Object = Object {
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

pub(super) static SOURCE_FILE: Object = Object {
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

pub(super) static SHEET: Object = Object {
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

pub(super) static DECLARATION: Object = Object {
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

pub(super) static DECLARED_PART: Object = Object {
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

pub(super) static IMPORT_ISSUE: Object = Object {
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

pub(super) static FINDING: Object = Object {
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

pub(super) static DISPOSITION: Object = Object {
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
