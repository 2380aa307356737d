//! `indices.toml`: tables of an election folder, values that somebody printed, and the scores to show.

use std::collections::BTreeMap;

use scrutineer_formats::document::{
    ANY, CODE, CODES, DATE, DATE_OR_UNKNOWN, Errors, FolderError, Keys, Kind, Node, PATH, SHA256,
    date, known, once, optional, read, required,
};
use scrutineer_model::Date;
use serde::Serialize;

use crate::rules::EDITION;
use crate::table::Scale;

static TABLE: Keys = Keys {
    name: "table",
    keys: &[
        required("id", CODE, "Short name of this release."),
        required("index", CODE, "The index."),
        required("path", PATH, "The file, beside this document."),
        required("sha256", SHA256, "SHA-256 of its bytes."),
        optional(
            "scale",
            Kind::Words(&["as-published", "turned-round"]),
            "Which way round the values of old editions stand.",
        ),
        required("source", ANY, "Where it comes from."),
        required("published", DATE_OR_UNKNOWN, "When it was published."),
        required("captured", DATE_OR_UNKNOWN, "When it was copied."),
        required("licence", ANY, "Its licence, or what is known of it."),
        optional("supersedes", CODE, "The release that it replaces."),
    ],
};

static CODED: Keys = Keys {
    name: "coded",
    keys: &[
        required("index", CODE, "The index."),
        required("answers", PATH, "The file of the coders' answers."),
        optional("decisions", PATH, "The file of decisions."),
    ],
};

static VALUE: Keys = Keys {
    name: "value",
    keys: &[
        required("index", CODE, "The index."),
        required("place", ANY, "The code or name of the place."),
        required(
            "editions",
            Kind::Map(&EDITION),
            "The edition of the index, or of each index that it uses.",
        ),
        required("measure", CODE, "The measure."),
        required(
            "is",
            ANY,
            "The value as printed: a number or the code of a band.",
        ),
        required("source", ANY, "Who printed it."),
        required("date", DATE, "When."),
    ],
};

static SCORE: Keys = Keys {
    name: "score",
    keys: &[
        required("index", CODE, "The index."),
        required("place", ANY, "The code or name of the place."),
        required(
            "editions",
            Kind::Map(&EDITION),
            "The edition of each index.",
        ),
        required("tables", CODES, "The tables that have its answers."),
        optional("note", ANY, "What a reader must know of it."),
    ],
};

static INDICES: Keys = Keys {
    name: "indices",
    keys: &[
        required(
            "schema",
            Kind::Words(&["scrutineer/indices/1"]),
            "Version of this format.",
        ),
        required("as_of", DATE, "The date of what is written here."),
        optional(
            "rules",
            Kind::List(&PATH),
            "Files of rules beside the shipped ones.",
        ),
        optional("table", Kind::Tables(&TABLE), "Releases of tables."),
        optional("coded", Kind::Tables(&CODED), "Answers of coders."),
        optional(
            "value",
            Kind::Tables(&VALUE),
            "Values that somebody printed.",
        ),
        optional("score", Kind::Tables(&SCORE), "Scores to show."),
    ],
};

/// One release of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PinnedTable {
    /// Short name.
    pub id: String,
    /// The index.
    pub index: String,
    /// The file, beside the document.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Which way round old editions stand.
    pub scale: Scale,
    /// Where it comes from.
    pub source: String,
    /// When it was published; `None`: unknown.
    pub published: Option<Date>,
    /// When it was copied; `None`: unknown.
    pub captured: Option<Date>,
    /// Its licence, or what is known of it.
    pub licence: String,
    /// The release that it replaces.
    pub supersedes: Option<String>,
}

/// A file of coders' answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PinnedCoded {
    /// The index.
    pub index: String,
    /// The file of answers, beside the document.
    pub answers: String,
    /// The file of decisions.
    pub decisions: Option<String>,
}

/// A value that somebody printed, pinned to its edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PrintedValue {
    /// The index.
    pub index: String,
    /// The place.
    pub place: String,
    /// The editions.
    pub editions: BTreeMap<String, u16>,
    /// The measure.
    pub measure: String,
    /// The value as printed.
    pub is: String,
    /// Who printed it.
    pub source: String,
    /// When.
    pub date: Date,
}

/// A score to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct WantedScore {
    /// The index.
    pub index: String,
    /// The place.
    pub place: String,
    /// The edition of each index.
    pub editions: BTreeMap<String, u16>,
    /// The tables that have its answers.
    pub tables: Vec<String>,
    /// What a reader must know of it.
    pub note: Option<String>,
}

/// The document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Pinned {
    /// The date of what is written in it.
    pub as_of: Date,
    /// Files of rules beside the shipped ones.
    pub rules: Vec<String>,
    /// Releases of tables.
    pub tables: Vec<PinnedTable>,
    /// Answers of coders.
    pub coded: Vec<PinnedCoded>,
    /// Values that somebody printed.
    pub values: Vec<PrintedValue>,
    /// Scores to show.
    pub scores: Vec<WantedScore>,
}

impl Pinned {
    /// The name of the file.
    pub const FILE: &str = "indices.toml";

    /// Reads the text of the document.
    ///
    /// # Errors
    /// Everything that is wrong, in order of position.
    pub fn parse(text: &str) -> Result<Self, Vec<FolderError>> {
        read(text, Self::FILE, &INDICES, document)
    }
}

fn document(root: &Node<'_>, errors: &mut Errors<'_>) -> Option<Pinned> {
    let tables: Vec<PinnedTable> = root.tables("table").iter().filter_map(table).collect();
    let declared = root.tables("table");
    once(&declared, errors);
    for (nodes, key) in [(&declared, "supersedes"), (&root.tables("score"), "tables")] {
        known(nodes, key, &declared, "the id of a table", errors);
    }
    Some(Pinned {
        as_of: date(root, "as_of")?,
        rules: root.names("rules"),
        coded: root
            .tables("coded")
            .iter()
            .filter_map(|node| {
                Some(PinnedCoded {
                    index: node.owned("index")?,
                    answers: node.owned("answers")?,
                    decisions: node.owned("decisions"),
                })
            })
            .collect(),
        values: root.tables("value").iter().filter_map(value).collect(),
        scores: root.tables("score").iter().filter_map(wanted).collect(),
        tables,
    })
}

fn editions(node: &Node<'_>) -> BTreeMap<String, u16> {
    let table = node.get("editions").and_then(|value| value.as_table());
    let entries = table.into_iter().flatten();
    entries
        .filter_map(|(key, value)| {
            let edition = u16::try_from(value.as_integer()?).ok()?;
            Some((key.name.to_string(), edition))
        })
        .collect()
}

fn table(node: &Node<'_>) -> Option<PinnedTable> {
    Some(PinnedTable {
        id: node.owned("id")?,
        index: node.owned("index")?,
        path: node.owned("path")?,
        sha256: node.owned("sha256")?,
        scale: match node.text("scale") {
            Some("turned-round") => Scale::TurnedRound,
            _ => Scale::AsPublished,
        },
        source: node.owned("source")?,
        published: date(node, "published"),
        captured: date(node, "captured"),
        licence: node.owned("licence")?,
        supersedes: node.owned("supersedes"),
    })
}

fn value(node: &Node<'_>) -> Option<PrintedValue> {
    Some(PrintedValue {
        index: node.owned("index")?,
        place: node.owned("place")?,
        editions: editions(node),
        measure: node.owned("measure")?,
        is: node.owned("is")?,
        source: node.owned("source")?,
        date: date(node, "date")?,
    })
}

fn wanted(node: &Node<'_>) -> Option<WantedScore> {
    Some(WantedScore {
        index: node.owned("index")?,
        place: node.owned("place")?,
        editions: editions(node),
        tables: node.names("tables"),
        note: node.owned("note"),
    })
}
