// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The keys of `election.toml`, once: reading, suggestions and the JSON Schema all come from here.

use scrutineer_model::Publisher;

use crate::election::kinds::{
    ANY, CODE, CODES, COUNT, DATE, DATE_OR_UNKNOWN, DELIMITER, FREE, Keys, Kind, MOMENT, NAMES,
    PATH, PERCENT, SHA256, SHARE, Text, optional, required,
};

pub(crate) static FOLDER: Keys = Keys {
    name: "folder",
    keys: &[
        required(
            "schema",
            Kind::Words(&["scrutineer/election/1"]),
            "Version of this format.",
        ),
        required("election", Kind::Table(&ELECTION), "The election day."),
        optional(
            "hierarchy",
            Kind::Tables(&HIERARCHY),
            "Ways to divide the stations.",
        ),
        required("contest", Kind::Tables(&CONTEST), "What is voted on."),
        optional("source", Kind::Tables(&SOURCE), "Sets of tally sheets."),
        optional(
            "register",
            Kind::Table(&REGISTER),
            "The official list of stations.",
        ),
        optional(
            "declaration",
            Kind::Tables(&DECLARATION),
            "Declared results.",
        ),
        optional(
            "geometry",
            Kind::Tables(&GEOMETRY),
            "Shapes of divisions, for maps.",
        ),
        optional(
            "publication",
            Kind::Table(&PUBLICATION),
            "What is published at once, and how batches of the rest are made.",
        ),
        optional(
            "publisher",
            Kind::Table(&PUBLISHER),
            "Who publishes, and where to reply.",
        ),
    ],
};

static GEOMETRY: Keys = Keys {
    name: "geometry",
    keys: &[
        optional("path", PATH, "A GeoJSON file in the folder."),
        optional("sha256", SHA256, "Or its digest, to be found in a mirror."),
        optional("name", ANY, "Name of a pinned file."),
        optional("address", ANY, "Where a pinned file was published."),
        required(
            "codes",
            NAMES,
            "Properties with the codes of a division of the first hierarchy, from the widest level down.",
        ),
    ],
};

static PUBLICATION: Keys = Keys {
    name: "publication",
    keys: &[
        optional(
            "at_once",
            Kind::List(&Kind::Words(AT_ONCE)),
            "Kinds of sources whose records wait for nothing; never people's own.",
        ),
        optional(
            "stations",
            // Fewer people than that cannot hide one of them.
            Kind::Integer {
                least: 50,
                most: 1_000_000,
            },
            "Least stations with sheets of a source's batch; 50 by default, and never less.",
        ),
        optional(
            "minutes",
            Kind::Integer {
                least: 30,
                most: 44_640,
            },
            "Least minutes between two batches; 30 by default, and never less.",
        ),
    ],
};

/// A line of a page.
const LINE: Kind = Kind::Text(&Text {
    expected: "text of 1 to 200 characters in one line",
    pattern: Some("^[^\\r\\n]{1,200}$"),
    holds: |text| {
        let is_short = text.chars().count() <= 200;
        is_short && !text.trim().is_empty() && !text.chars().any(char::is_control)
    },
});

static PUBLISHER: Keys = Keys {
    name: "publisher",
    keys: &[
        required("name", LINE, "An organisation or an office, as published."),
        required(
            "contact",
            LINE,
            "Where replies are received, as published: a web address, an e-mail address or a street.",
        ),
        optional(
            "reply_days",
            Kind::Integer {
                least: 1,
                most: 365,
            },
            "Within how many days a reply is answered.",
        ),
        optional(
            "licence",
            LINE,
            "Licence of the tables that are published, as published: an SPDX expression or other words.",
        ),
        optional(
            "site",
            Kind::Text(&Text {
                expected: "address of a folder of at most 200 characters, such as `https://results.example/site/`",
                pattern: Some(
                    "^(https://[A-Za-z0-9][A-Za-z0-9._~:/!$&()*+,;=%-]{0,190}|http://[A-Za-z0-9][A-Za-z0-9._~:/!$&()*+,;=%-]{0,191})/$",
                ),
                holds: Publisher::is_site,
            }),
            "Where the pages are published, with `/` at the end, so that a link to them is shown with its picture.",
        ),
    ],
};

static ELECTION: Keys = Keys {
    name: "election",
    keys: &[
        required("id", CODE, "Short id, used in file names and links."),
        required("name", ANY, "Name as data, in any language."),
        required("date", DATE, "Day of the vote."),
        required("country", ANY, "ISO 3166 code."),
        optional(
            "key",
            NAMES,
            "Names of the parts of the station key, for messages.",
        ),
    ],
};

static HIERARCHY: Keys = Keys {
    name: "hierarchy",
    keys: &[
        required("id", CODE, "Short id."),
        required("levels", NAMES, "Names of the levels from the widest down."),
    ],
};

static CONTEST: Keys = Keys {
    name: "contest",
    keys: &[
        required("id", CODE, "Short id."),
        required("name", ANY, "Name as data."),
        optional(
            "round",
            Kind::Integer {
                least: 1,
                most: 255,
            },
            "Round; 1 by default.",
        ),
        optional("predecessor", CODE, "Contest of the round before."),
        required("rule", Kind::Table(&RULE), "Who wins."),
        required(
            "capacity",
            Kind::Table(&CAPACITY),
            "Votes a station without a sheet can hold.",
        ),
        required(
            "option",
            Kind::Tables(&OPTION),
            "What can win, in ballot order.",
        ),
        optional(
            "ticket",
            Kind::Tables(&TICKET),
            "Lines of the form, in their order.",
        ),
        optional(
            "register",
            Kind::Tables(&REGISTER_FIGURE),
            "Totals of the register.",
        ),
    ],
};

static RULE: Keys = Keys {
    name: "rule",
    keys: &[
        required(
            "kind",
            Kind::Words(&["plurality", "majority", "threshold"]),
            "The rule.",
        ),
        optional(
            "winners",
            Kind::Integer {
                least: 1,
                most: 65_535,
            },
            "Plurality: how many win.",
        ),
        optional(
            "share",
            SHARE,
            "Majority: to be exceeded. Threshold: to be reached.",
        ),
        optional(
            "runoff",
            Kind::Integer {
                least: 0,
                most: 65_535,
            },
            "Majority: how many options meet again where none exceeds the share.",
        ),
    ],
};

static CAPACITY: Keys = Keys {
    name: "capacity",
    keys: &[
        required(
            "rule",
            Kind::Words(&[
                "register",
                "ballots-issued",
                "legal-maximum",
                "unbounded",
                "not-stated",
            ]),
            "Where the ceiling comes from.",
        ),
        optional("maximum", COUNT, "Legal maximum of a station."),
    ],
};

static OPTION: Keys = Keys {
    name: "option",
    keys: &[
        required("id", CODE, "Short id."),
        required("name", ANY, "Name as data."),
        optional(
            "tickets",
            CODES,
            "Lines of the form; by default one with the option's id.",
        ),
    ],
};

static TICKET: Keys = Keys {
    name: "ticket",
    keys: &[
        required("id", CODE, "Short id."),
        required("name", ANY, "Name as data."),
        required("option", CODE, "The option that receives its votes."),
    ],
};

static REGISTER_FIGURE: Keys = Keys {
    name: "register-figure",
    keys: &[
        required("id", CODE, "Short id."),
        required(
            "figure",
            Kind::Words(&["electors", "stations", "places"]),
            "What it counts.",
        ),
        required("total", FIGURE_KIND, "The number."),
        optional("source", ANY, "Source of a plain integer."),
        required(
            "applies",
            Kind::Words(&["yes", "no", "unknown"]),
            "About this contest?",
        ),
        optional("why", ANY, "Why it applies or not."),
    ],
};

const FIGURE_KIND: Kind = Kind::Either(&[
    Kind::Integer {
        least: 0,
        most: i64::MAX,
    },
    Kind::Table(&FIGURE),
]);

static FIGURE: Keys = Keys {
    name: "figure",
    keys: &[
        required(
            "value",
            Kind::Integer {
                least: 0,
                most: i64::MAX,
            },
            "The number as printed.",
        ),
        required("source", ANY, "Who prints it."),
        optional(
            "others",
            Kind::Tables(&READING),
            "Other readings of the number.",
        ),
        optional("why", ANY, "What decides between them."),
    ],
};

static READING: Keys = Keys {
    name: "reading",
    keys: &[
        required(
            "value",
            Kind::Integer {
                least: 0,
                most: i64::MAX,
            },
            "The number as printed.",
        ),
        required("source", ANY, "Who prints it."),
    ],
};

static SOURCE: Keys = Keys {
    name: "source",
    keys: &[
        required("id", CODE, "Short id."),
        optional("contest", CODE, "The contest; the first by default."),
        optional(
            "origin",
            CODE,
            "Its root; that of derived_from, else the source itself.",
        ),
        optional(
            "sensitive",
            Kind::Boolean,
            "Whether people could be found through what is said of it; false by default.",
        ),
        required(
            "provenance",
            Kind::Table(&PROVENANCE),
            "How it came to be here.",
        ),
        required("file", Kind::Tables(&FILE), "Its files."),
        optional("read", Kind::Table(&READ), "How to read the bytes."),
        required(
            "columns",
            Kind::Table(&COLUMNS),
            "Roles: the allow-list of what is read.",
        ),
        optional("values", Kind::Table(&VALUES), "Cell values to words."),
        optional(
            "identity",
            Kind::Tables(&IDENTITY),
            "Sums that the form promises.",
        ),
    ],
};

static PROVENANCE: Keys = Keys {
    name: "provenance",
    keys: &[
        required(
            "supplied_by",
            Kind::Words(LABELS),
            "Who supplied it; coarse.",
        ),
        optional("aligned_with", CODES, "Options whose campaign supplied it."),
        required(
            "obtained_from",
            ANY,
            "From which publication, or \"unknown\".",
        ),
        required("obtained_on", DATE_OR_UNKNOWN, "When, or \"unknown\"."),
        required(
            "obtained_by_role",
            ANY,
            "By which role, never by whom, or \"unknown\".",
        ),
        required("method", ANY, "How, or \"unknown\"."),
        required("medium", ANY, "On what, or \"unknown\"."),
        required("licence", ANY, "Licence of the data, or \"unknown\"."),
        required(
            "derived_from",
            CODE,
            "Source that it was made from, \"none\" or \"unknown\".",
        ),
        required(
            "transformations",
            ANY,
            "What was done to it since, or \"unknown\".",
        ),
    ],
};

/// Labels of sources that may be published at once: none of what citizens or parties brought, nor of
/// what nobody knows who brought.
const AT_ONCE: &[&str] = &["authority", "observer", "media", "court"];

pub(crate) const LABELS: &[&str] = &[
    "authority",
    "party-aligned",
    "observer",
    "media",
    "court",
    "citizen",
    "unknown",
];

static FILE: Keys = Keys {
    name: "file",
    keys: &[
        optional("path", PATH, "Path in the folder."),
        optional("sha256", SHA256, "Digest of the bytes, for a pinned file."),
        optional("name", ANY, "Name of a pinned file."),
        optional("address", ANY, "Where a pinned file was published."),
    ],
};

static READ: Keys = Keys {
    name: "read",
    keys: &[
        optional(
            "format",
            Kind::Words(&["delimited", "workbook", "json-per-station"]),
            "Format.",
        ),
        optional("archive", Kind::Words(&["none", "zip", "gzip"]), "Archive."),
        optional(
            "members",
            ANY,
            "Members of an archive that count: a pattern.",
        ),
        optional("encoding", Kind::Words(ENCODINGS), "Encoding of text."),
        optional("delimiter", DELIMITER, "Between fields."),
        optional(
            "header",
            Kind::Boolean,
            "Whether a header row names the columns.",
        ),
        optional(
            "skip",
            Kind::Integer {
                least: 0,
                most: 1_000,
            },
            "Lines before the header.",
        ),
        optional(
            "footer",
            Kind::Integer {
                least: 0,
                most: 1_000,
            },
            "Records at the end.",
        ),
        optional("sheet", ANY, "Sheet of a workbook."),
        optional("missing", Kind::List(&FREE), "Words for not read."),
        optional(
            "not_on_form",
            Kind::List(&ANY),
            "Words for not on this form.",
        ),
        optional(
            "thousands",
            Kind::Words(&["", ".", ",", " ", "'"]),
            "Separator of thousands.",
        ),
        optional(
            "layout",
            Kind::Words(&["wide", "long"]),
            "A column, or a row, per option.",
        ),
        optional(
            "where",
            Kind::Map(&Kind::List(&FREE)),
            "Column = values that keep a row.",
        ),
        optional(
            "except",
            Kind::Map(&Kind::List(&FREE)),
            "Column = values that drop a row.",
        ),
    ],
};

pub(crate) const ENCODINGS: &[&str] = &[
    "auto",
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "windows-1251",
];

static COLUMNS: Keys = Keys {
    name: "columns",
    keys: &[
        optional("station", NAMES, "Key of the station, in order."),
        optional(
            "station_id",
            ANY,
            "Column with the canonical id, instead of station.",
        ),
        optional("place", NAMES, "Key of the polling place."),
        optional(
            "place_id",
            ANY,
            "Column with the canonical code, instead of place.",
        ),
        optional("place_name", ANY, "Name of the polling place."),
        optional("table", ANY, "Label of the station inside its place."),
        optional("registered", ANY, "Voters on the list of the station."),
        optional("issued", ANY, "Ballots issued."),
        optional("voters", ANY, "People marked as having voted."),
        optional("ballots", ANY, "Ballots in the box."),
        optional("valid", ANY, "Valid votes."),
        optional("invalid", ANY, "Invalid votes."),
        optional("blank", ANY, "Blank votes."),
        optional("kind", ANY, "Kind of the station."),
        optional("status", ANY, "Whether the station voted."),
        optional("sheet_status", ANY, "What became of the sheet."),
        optional("sequence", ANY, "Order of the readings of a station."),
        optional("picture", ANY, "Private: address of the picture."),
        optional("private", NAMES, "Named on purpose, never read."),
        optional("ignore", NAMES, "Named on purpose, dropped."),
        optional(
            "option_column",
            ANY,
            "Long layout: the column that names the option.",
        ),
        optional(
            "votes_column",
            ANY,
            "Long layout: the column with the number.",
        ),
        optional(
            "divisions",
            Kind::Map(&Kind::Table(&DIVISIONS)),
            "Columns per hierarchy.",
        ),
        optional("votes", Kind::Map(&ANY), "Ticket or option = column."),
        optional(
            "constant",
            Kind::Table(&CONSTANT),
            "Role = value for every row.",
        ),
    ],
};

static DIVISIONS: Keys = Keys {
    name: "divisions",
    keys: &[
        required("codes", NAMES, "Code columns from the widest level down."),
        optional("names", NAMES, "Name columns, as many."),
    ],
};

static CONSTANT: Keys = Keys {
    name: "constant",
    keys: &[
        optional("kind", Kind::Words(KINDS), "Kind of every station."),
        optional("status", Kind::Words(STATUSES), "Status of every station."),
        optional(
            "sheet_status",
            Kind::Words(SHEET_STATUSES),
            "What became of every sheet.",
        ),
        optional("sequence", COUNT, "Sequence number of every reading."),
        optional("registered", COUNT, "Voters on the list."),
        optional("issued", COUNT, "Ballots issued."),
        optional("voters", COUNT, "People who voted."),
        optional("ballots", COUNT, "Ballots in the box."),
        optional("valid", COUNT, "Valid votes."),
        optional("invalid", COUNT, "Invalid votes."),
        optional("blank", COUNT, "Blank votes."),
    ],
};

pub(crate) const KINDS: &[&str] = &["ordinary", "abroad", "special", "mobile", "unknown"];
pub(crate) const STATUSES: &[&str] = &["open", "annulled", "not-opened", "merged-into"];
pub(crate) const SHEET_STATUSES: &[&str] = &[
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

static VALUES: Keys = Keys {
    name: "values",
    keys: &[
        optional("kind", Kind::Map(&Kind::Words(KINDS)), "Cell value = kind."),
        optional(
            "kind_by_station",
            Kind::Map(&Kind::Words(KINDS)),
            "Station id = kind; goes before a column.",
        ),
        optional(
            "status",
            Kind::Map(&Kind::Words(STATUSES)),
            "Cell value = status.",
        ),
        optional(
            "sheet_status",
            Kind::Map(&Kind::Words(SHEET_STATUSES)),
            "Cell value = status.",
        ),
        optional(
            "option",
            Kind::Map(&ANY),
            "Long layout: cell value = ticket, field or ignore.",
        ),
    ],
};

static IDENTITY: Keys = Keys {
    name: "identity",
    keys: &[required(
        "holds",
        ANY,
        "A sum such as \"options + invalid = ballots\".",
    )],
};

static REGISTER: Keys = Keys {
    name: "register",
    keys: &[
        optional("path", PATH, "Path in the folder."),
        optional("sha256", SHA256, "Digest of the bytes, for a pinned file."),
        optional("name", ANY, "Name of a pinned file."),
        optional("address", ANY, "Where a pinned file was published."),
        optional("read", Kind::Table(&READ), "How to read the bytes."),
        required("columns", Kind::Table(&COLUMNS), "Roles of the columns."),
        optional("values", Kind::Table(&VALUES), "Cell values to words."),
    ],
};

static DECLARATION: Keys = Keys {
    name: "declaration",
    keys: &[
        required("id", CODE, "Short id."),
        optional("contest", CODE, "The contest; the first by default."),
        required("authority", ANY, "Who declared."),
        optional("outlet", ANY, "Who printed the figures."),
        required("time", MOMENT, "When."),
        required(
            "status",
            Kind::Words(COUNT_STATUSES),
            "How final it calls itself.",
        ),
        optional(
            "scope",
            Kind::Either(&[Kind::Words(&["all"]), Kind::Table(&SCOPE)]),
            "What it covers; all by default.",
        ),
        optional(
            "follows",
            CODE,
            "An earlier declaration that this one continues.",
        ),
        optional("winners", CODES, "Options declared to win."),
        optional(
            "coverage",
            Kind::Table(&COVERAGE),
            "How much of the count it holds.",
        ),
        optional("turnout", PERCENT, "Turnout as printed."),
        optional("valid", FIGURE_KIND, "Valid votes."),
        optional("invalid", FIGURE_KIND, "Invalid votes."),
        optional("blank", FIGURE_KIND, "Blank votes."),
        optional("voters", FIGURE_KIND, "People who voted."),
        optional("registered", FIGURE_KIND, "The whole register."),
        optional(
            "valid_of_voters",
            PERCENT,
            "Valid votes of voters as printed.",
        ),
        optional(
            "invalid_of_voters",
            PERCENT,
            "Invalid votes of voters as printed.",
        ),
        optional(
            "source",
            ANY,
            "Source of the plain integers of this declaration.",
        ),
        optional(
            "parts",
            Kind::Table(&PARTS),
            "Declared results by division.",
        ),
        required("votes", Kind::Tables(&VOTES), "Votes per option or group."),
    ],
};

pub(crate) const COUNT_STATUSES: &[&str] = &[
    "unofficial-partial",
    "unofficial-complete",
    "certified",
    "correction",
    "recount",
    "unknown",
];

static SCOPE: Keys = Keys {
    name: "scope",
    keys: &[
        required("hierarchy", CODE, "The first hierarchy."),
        required("path", NAMES, "Codes from the widest level down."),
    ],
};

static COVERAGE: Keys = Keys {
    name: "coverage",
    keys: &[
        optional("printed", PERCENT, "The percentage printed, of something."),
        optional(
            "complete",
            Kind::Boolean,
            "It says that everything is counted.",
        ),
        optional(
            "electors",
            FIGURE_KIND,
            "Registered voters in the counted stations.",
        ),
        optional("stations", FIGURE_KIND, "Stations counted."),
        optional("stations_total", FIGURE_KIND, "Stations there are."),
        optional("places", FIGURE_KIND, "Polling places counted."),
    ],
};

static VOTES: Keys = Keys {
    name: "votes",
    keys: &[
        optional("option", CODE, "The option; or"),
        optional(
            "group",
            CODE,
            "a name for several options announced as one number, with",
        ),
        optional("options", CODES, "the options of the group."),
        optional("votes", FIGURE_KIND, "The number."),
        optional("percent", PERCENT, "The share of valid votes as printed."),
    ],
};

static PARTS: Keys = Keys {
    name: "parts",
    keys: &[
        optional("path", PATH, "Path in the folder."),
        optional("sha256", SHA256, "Digest of the bytes, for a pinned file."),
        optional("name", ANY, "Name of a pinned file."),
        optional("address", ANY, "Where a pinned file was published."),
        optional("read", Kind::Table(&READ), "How to read the bytes."),
        required("hierarchy", CODE, "The first hierarchy."),
        required(
            "columns",
            Kind::Table(&PART_COLUMNS),
            "Roles of the columns.",
        ),
    ],
};

static PART_COLUMNS: Keys = Keys {
    name: "part-columns",
    keys: &[
        required("codes", NAMES, "Code columns from the widest level down."),
        optional("names", NAMES, "Name columns, as many."),
        optional("votes", Kind::Map(&ANY), "Option or group = column."),
        optional("valid", ANY, "Valid votes."),
        optional("invalid", ANY, "Invalid votes."),
        optional("voters", ANY, "People who voted."),
        optional("registered", ANY, "Registered voters."),
    ],
};
