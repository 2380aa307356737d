//! The objects inside entries.

use crate::entry::shape::objects::words::{APPLIES, FIELD, REGISTER_KIND};
use crate::entry::shape::objects::{
    DIGEST, FLAG, FOLDER, NUMBER, PERCENT, PUBLISHED, U16, U32, optional, required,
};
use crate::entry::shape::{Object, Shape};

pub(super) static CONTEST: Object = Object {
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

pub(super) static CAPACITY: Object = Object {
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

pub(super) static RULE: Object = Object {
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

pub(super) static REGISTER_TOTAL: Object = Object {
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

pub(super) static FIGURE: Object = Object {
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

pub(super) static READING: Object = Object {
    name: "reading",
    about: "One outlet's version of a number.",
    fields: &[
        required("source", Shape::Text, "Who prints it."),
        required("value", NUMBER, "The number."),
    ],
};

pub(super) static HIERARCHY: Object = Object {
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

pub(super) static OPTION: Object = Object {
    name: "option",
    about: "What can win.",
    fields: &[
        required("contest", Shape::Text, "Id of the contest."),
        required("id", Shape::Text, "Short id."),
        required("name", Shape::Text, "Name as data."),
    ],
};

pub(super) static TICKET: Object = Object {
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

pub(super) static IDENTITY: Object = Object {
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

pub(super) static COVERAGE: Object = Object {
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

pub(super) static DECLARED_OPTION: Object = Object {
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

pub(super) static MESSAGE: Object = Object {
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

pub(super) static SUBJECT: Object = Object {
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

pub(super) static SUPERSEDED: Object = Object {
    name: "superseded",
    about: "A leaf of the log.",
    fields: &[
        required("hash", DIGEST, "Its leaf hash."),
        required("leaf", NUMBER, "Its index, from 0."),
    ],
};

pub(super) static PUBLISHER: Object = Object {
    name: "publisher",
    about: "Who publishes.",
    fields: &[
        required("contact", PUBLISHED, "Where replies are received, as data."),
        optional(
            "licence",
            PUBLISHED,
            "Licence of the tables that are made from the log, as data.",
        ),
        required("name", PUBLISHED, "An organisation or an office, as data."),
        optional(
            "reply-days",
            Shape::Integer(1, 365),
            "Within how many days a reply is answered.",
        ),
        optional("site", FOLDER, "Where the pages are published, as data."),
    ],
};

pub(super) static RECOVERY: Object = Object {
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
