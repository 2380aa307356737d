//! The keys of a file of rules.

use scrutineer_formats::document::{ANY, CODE, Keys, Kind, SHARE, Text, optional, required};
use scrutineer_model::Exact;

pub(crate) const EDITION: Kind = Kind::Integer {
    least: 1900,
    most: 2999,
};
const POINTS: Kind = Kind::Integer {
    least: -1_000_000,
    most: 1_000_000,
};

static WORDS: Keys = Keys {
    name: "words",
    keys: &[
        required("en", ANY, "English."),
        required("es", ANY, "Spanish."),
    ],
};
const WORDING: Kind = Kind::Table(&WORDS);

static MONTH: Keys = Keys {
    name: "month",
    keys: &[
        required(
            "year",
            Kind::Integer { least: -9, most: 9 },
            "Years after the edition.",
        ),
        required("month", Kind::Integer { least: 1, most: 12 }, "The month."),
    ],
};

static COVERS: Keys = Keys {
    name: "covers",
    keys: &[
        required("from", Kind::Table(&MONTH), "The first month."),
        required("to", Kind::Table(&MONTH), "The last month."),
    ],
};

static INDEX: Keys = Keys {
    name: "index",
    keys: &[
        required("id", CODE, "Short name."),
        required(
            "version",
            Kind::Integer {
                least: 1,
                most: 9_999,
            },
            "Version of these rules.",
        ),
        required("name", ANY, "Name of the index."),
        required("publisher", ANY, "Who publishes it."),
        required(
            "unit",
            Kind::Words(&["place-and-year", "election"]),
            "What one value is about.",
        ),
        required(
            "origin",
            Kind::Words(&["reproduces-publisher", "reconstructed", "own"]),
            "Where the formula comes from.",
        ),
        required("headline", CODE, "The measure that stands for the whole."),
        optional(
            "status",
            CODE,
            "The measure that is the word for the whole.",
        ),
        optional("covers", Kind::Table(&COVERS), "What an edition covers."),
        optional(
            "first_edition",
            EDITION,
            "The first edition of these rules.",
        ),
        optional(
            "inverted_through",
            EDITION,
            "The last edition whose values count the other way round.",
        ),
        optional(
            "uses",
            Kind::List(&CODE),
            "Other indices whose questions it uses.",
        ),
    ],
};

static BREAK: Keys = Keys {
    name: "break",
    keys: &[
        required("edition", EDITION, "The first edition after the change."),
        required("about", WORDING, "What changed."),
    ],
};

static QUESTION: Keys = Keys {
    name: "question",
    keys: &[
        required("id", CODE, "Its id."),
        required("label", WORDING, "Our words for it."),
        required("least", POINTS, "The smallest answer."),
        required("most", POINTS, "The largest answer."),
        optional(
            "more",
            Kind::Words(&["better", "worse"]),
            "What a larger answer means; better by default.",
        ),
        optional("first_edition", EDITION, "The first edition that asks it."),
        optional("last_edition", EDITION, "The last edition that asks it."),
    ],
};

static TERM: Keys = Keys {
    name: "term",
    keys: &[
        required("of", ANY, "A question or an earlier measure."),
        optional("from", POINTS, "The constant from which it is taken."),
        optional(
            "rescale",
            Kind::Integer {
                least: 1,
                most: 1_000_000,
            },
            "The new largest value; the new smallest is 0.",
        ),
        optional(
            "round",
            Kind::Boolean,
            "Whether the rescaled value is rounded; true by default.",
        ),
        optional("weight", SHARE, "The weight; 1 by default."),
    ],
};

const TERMS: Kind = Kind::List(&Kind::Either(&[ANY, Kind::Table(&TERM)]));

const FRACTION: Kind = Kind::Text(&Text {
    expected: "a whole number or a fraction in quotes, such as \"5/2\"",
    pattern: Some("^-?\\d{1,9}(/\\d{1,9})?$"),
    holds: |text| fraction(text).is_some(),
});

static BAND: Keys = Keys {
    name: "band",
    keys: &[
        required("least", FRACTION, "The smallest value."),
        required("most", FRACTION, "The largest value."),
        required("is", ANY, "The code of the band."),
        optional("number", POINTS, "The number that other measures may use."),
        optional("label", WORDING, "Words for the code."),
    ],
};

static MEASURE: Keys = Keys {
    name: "measure",
    keys: &[
        required("id", CODE, "Its id."),
        required("label", WORDING, "Our words for it."),
        optional("sum", TERMS, "The terms that are added."),
        optional("mean", TERMS, "The terms whose mean it is."),
        optional("of", CODE, "The earlier measure that the bands are about."),
        optional("bands", Kind::Tables(&BAND), "The bands."),
        optional(
            "columns",
            Kind::List(&ANY),
            "Columns in which published values stand.",
        ),
        optional("lowest", WORDING, "What the lowest value means."),
        optional("highest", WORDING, "What the highest value means."),
        optional(
            "nominal",
            Kind::List(&POINTS),
            "The range that the publisher states.",
        ),
    ],
};

pub(super) static RULES: Keys = Keys {
    name: "rules",
    keys: &[
        required(
            "schema",
            Kind::Words(&["scrutineer/index-rules/1"]),
            "Version of this format.",
        ),
        required("index", Kind::Table(&INDEX), "The index."),
        optional(
            "columns",
            Kind::Map(&Kind::List(&ANY)),
            "Names of the columns of tables.",
        ),
        optional("break", Kind::Tables(&BREAK), "Changes between editions."),
        optional("question", Kind::Tables(&QUESTION), "The questions."),
        required(
            "measure",
            Kind::Tables(&MEASURE),
            "Values, each after those that it uses.",
        ),
    ],
};

/// `7`, `-4` or `5/2`.
pub(super) fn fraction(text: &str) -> Option<Exact> {
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    let numerator: i32 = numerator.parse().ok()?;
    let denominator: u32 = denominator.parse().ok()?;
    Exact::new(i128::from(numerator), i128::from(denominator))
}
