//! JSON Schemas of the types that write themselves by hand.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::code::Code;
use crate::date::{Date, Moment};
use crate::exact::Exact;
use crate::finding::Link;
use crate::percent::PrintedPercent;
use crate::real::Real;

macro_rules! schema {
    ($type:ident, $schema:tt) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

schema!(Code, {
    "description": "A short id.",
    "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"
});
schema!(Date, {
    "description": "A civil date.",
    "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
});
schema!(Moment, {
    "description": "A date, with time and offset where they are known.",
    "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
});
schema!(Exact, {
    "description": "An exact fraction: numerator and denominator.",
    "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2
});
schema!(Link, {
    "description": "A link of the chain of evidence.",
    "type": "integer", "minimum": 1, "maximum": 7
});
schema!(PrintedPercent, {
    "description": "A percentage as printed.",
    "type": "string", "pattern": "^[0-9]{1,3}(\\.[0-9]{1,9})?$"
});
schema!(Real, {
    "description": "A statistic with 10 significant digits; null where it does not exist.",
    "type": ["number", "null"]
});
