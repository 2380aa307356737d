//! From the text of `disclosure.toml` to a [`Disclosure`].

use scrutineer_formats::document::{
    ANY, CODE, CODES, DATE, DATE_OR_UNKNOWN, Errors, FolderError, Keys, Kind, Node, SHA256, date,
    known, once, optional, read, required,
};
use scrutineer_model::Date;

use crate::record::{
    Completeness, Disclosure, Granularity, Obligation, Outcome, Publication, Request, Response,
    Search,
};

const GRANULARITY: Kind = Kind::Words(&[
    "sheet",
    "station",
    "place",
    "parish",
    "municipality",
    "state",
    "national",
]);

static OBLIGATION: Keys = Keys {
    name: "obligation",
    keys: &[
        required("id", CODE, "Short name."),
        required("what", ANY, "What must be published."),
        required("granularity", GRANULARITY, "For which unit."),
        required("basis", ANY, "The legal basis, as a claim."),
        required("term", ANY, "The term, as the basis states it."),
        required("due", DATE_OR_UNKNOWN, "The last day."),
        required("source", ANY, "Who says so."),
        required("date", DATE, "When."),
    ],
};

static PUBLICATION: Keys = Keys {
    name: "publication",
    keys: &[
        required("id", CODE, "Short name."),
        required("of", CODES, "The obligations that it is about."),
        required("by", ANY, "Who published it."),
        required("what", ANY, "What it is."),
        required("granularity", GRANULARITY, "For which unit."),
        required(
            "completeness",
            Kind::Words(&["whole", "part", "unknown"]),
            "How much of it.",
        ),
        optional("address", ANY, "Where."),
        optional("sha256", SHA256, "SHA-256 of a copy."),
        optional("captured", DATE_OR_UNKNOWN, "When it was copied."),
        required(
            "first_seen",
            DATE_OR_UNKNOWN,
            "First day on which it was seen.",
        ),
        required(
            "last_seen",
            DATE_OR_UNKNOWN,
            "Last day on which it was seen.",
        ),
        required("source", ANY, "Who says so."),
    ],
};

static SEARCH: Keys = Keys {
    name: "search",
    keys: &[
        required("of", CODES, "The obligations that were looked for."),
        optional("gone", CODE, "The publication that was no longer found."),
        required("place", ANY, "Where it was looked for."),
        required("date", DATE, "When."),
        required("source", ANY, "Who says so."),
    ],
};

static REQUEST: Keys = Keys {
    name: "request",
    keys: &[
        required("id", CODE, "Short name."),
        required("of", CODES, "The obligations that it is about."),
        required("author", ANY, "The organisation or role that asked."),
        required("what", ANY, "What was asked."),
        required("date", DATE, "When."),
        required("source", ANY, "Where it stands."),
    ],
};

static RESPONSE: Keys = Keys {
    name: "response",
    keys: &[
        required("to", CODE, "The request."),
        required("author", ANY, "The organisation or role that answered."),
        required(
            "outcome",
            Kind::Words(&["granted", "partly", "refused", "other"]),
            "What became of it.",
        ),
        required("what", ANY, "What was answered."),
        required("date", DATE, "When."),
        required("source", ANY, "Where it stands."),
    ],
};

static DISCLOSURE: Keys = Keys {
    name: "disclosure",
    keys: &[
        required(
            "schema",
            Kind::Words(&["scrutineer/disclosure/1"]),
            "Version of this format.",
        ),
        required("as_of", DATE, "The date of the record."),
        required("authority", ANY, "The authority whose duties these are."),
        required(
            "obligation",
            Kind::Tables(&OBLIGATION),
            "What must be published.",
        ),
        optional(
            "publication",
            Kind::Tables(&PUBLICATION),
            "What was published.",
        ),
        optional(
            "search",
            Kind::Tables(&SEARCH),
            "What was looked for in vain.",
        ),
        optional("request", Kind::Tables(&REQUEST), "What was asked for."),
        optional("response", Kind::Tables(&RESPONSE), "What was answered."),
    ],
};

pub(crate) fn parse(text: &str) -> Result<Disclosure, Vec<FolderError>> {
    read(text, Disclosure::FILE, &DISCLOSURE, record)
}

fn record(root: &Node<'_>, errors: &mut Errors<'_>) -> Option<Disclosure> {
    let as_of = date(root, "as_of");
    for key in ["obligation", "publication", "request"] {
        once(&root.tables(key), errors);
    }
    for (key, field, of, expected) in [
        ("publication", "of", "obligation", "the id of an obligation"),
        ("search", "of", "obligation", "the id of an obligation"),
        ("search", "gone", "publication", "the id of a publication"),
        ("request", "of", "obligation", "the id of an obligation"),
        ("response", "to", "request", "the id of a request"),
    ] {
        known(&root.tables(key), field, &root.tables(of), expected, errors);
    }
    if let Some(as_of) = as_of {
        for (key, fields) in [
            ("obligation", &["date"][..]),
            ("publication", &["captured", "first_seen", "last_seen"]),
            ("search", &["date"]),
            ("request", &["date"]),
            ("response", &["date"]),
        ] {
            for node in root.tables(key) {
                not_after(&node, fields, as_of, errors);
            }
        }
    }
    for node in root.tables("publication") {
        let ends = [date(&node, "first_seen"), date(&node, "last_seen")];
        if let [Some(first), Some(last)] = ends
            && last < first
        {
            let (at, path) = (node.at_key("last_seen"), node.path_of("last_seen"));
            errors.push(
                at,
                &path,
                "a day that is not before first_seen",
                last.to_string(),
            );
        }
    }
    Some(Disclosure {
        as_of: as_of?,
        authority: root.owned("authority")?,
        obligations: root
            .tables("obligation")
            .iter()
            .filter_map(obligation)
            .collect(),
        publications: root
            .tables("publication")
            .iter()
            .filter_map(publication)
            .collect(),
        searches: root.tables("search").iter().filter_map(search).collect(),
        requests: root.tables("request").iter().filter_map(request).collect(),
        responses: root
            .tables("response")
            .iter()
            .filter_map(response)
            .collect(),
    })
}

fn not_after(node: &Node<'_>, fields: &[&str], as_of: Date, errors: &mut Errors<'_>) {
    for field in fields {
        if let Some(found) = date(node, field).filter(|found| *found > as_of) {
            let (at, path) = (node.at_key(field), node.path_of(field));
            errors.push(
                at,
                &path,
                "a day that is not after as_of",
                found.to_string(),
            );
        }
    }
}

fn granularity(node: &Node<'_>) -> Option<Granularity> {
    let word = node.text("granularity")?;
    Granularity::ALL
        .into_iter()
        .find(|held| held.word() == word)
}

fn obligation(node: &Node<'_>) -> Option<Obligation> {
    Some(Obligation {
        id: node.owned("id")?,
        what: node.owned("what")?,
        granularity: granularity(node)?,
        basis: node.owned("basis")?,
        term: node.owned("term")?,
        due: date(node, "due"),
        source: node.owned("source")?,
        date: date(node, "date")?,
    })
}

fn publication(node: &Node<'_>) -> Option<Publication> {
    Some(Publication {
        id: node.owned("id")?,
        of: node.names("of"),
        by: node.owned("by")?,
        what: node.owned("what")?,
        granularity: granularity(node)?,
        completeness: match node.text("completeness")? {
            "whole" => Completeness::Whole,
            "part" => Completeness::Part,
            _ => Completeness::Unknown,
        },
        address: node.known("address"),
        sha256: node.owned("sha256"),
        captured: date(node, "captured"),
        first_seen: date(node, "first_seen"),
        last_seen: date(node, "last_seen"),
        source: node.owned("source")?,
    })
}

fn search(node: &Node<'_>) -> Option<Search> {
    Some(Search {
        of: node.names("of"),
        gone: node.owned("gone"),
        place: node.owned("place")?,
        date: date(node, "date")?,
        source: node.owned("source")?,
    })
}

fn request(node: &Node<'_>) -> Option<Request> {
    Some(Request {
        id: node.owned("id")?,
        of: node.names("of"),
        author: node.owned("author")?,
        what: node.owned("what")?,
        date: date(node, "date")?,
        source: node.owned("source")?,
    })
}

fn response(node: &Node<'_>) -> Option<Response> {
    Some(Response {
        to: node.owned("to")?,
        author: node.owned("author")?,
        outcome: match node.text("outcome")? {
            "granted" => Outcome::Granted,
            "partly" => Outcome::Partly,
            "refused" => Outcome::Refused,
            _ => Outcome::Other,
        },
        what: node.owned("what")?,
        date: date(node, "date")?,
        source: node.owned("source")?,
    })
}
