//! Findings that only private columns give, and decisions on findings.

use std::collections::BTreeMap;
use std::fmt;

use scrutineer_model::{BearsOn, Date, Decision, Link, Real, Recomputable, Severity, Tier, Value};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::entry::value::{MAX_INTEGER, Nth, Number, Text, V1, tag};

tag!(FindingTag = "finding", DispositionTag = "disposition");

/// A finding that a stranger cannot recompute: attested by whoever signs the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Finding<'a> {
    /// The answer that it bears on.
    pub bears_on: BearsOn,
    /// The rule.
    #[serde(borrow)]
    pub code: Text<'a>,
    /// Numbers of the rule by name.
    #[serde(borrow)]
    pub figures: BTreeMap<Text<'a>, Argument<'a>>,
    /// Stable name.
    #[serde(borrow)]
    pub key: Text<'a>,
    pub(crate) kind: FindingTag,
    /// The link of the chain of evidence, 1 to 7.
    pub link: Link,
    /// The sentence.
    #[serde(borrow)]
    pub message: Message<'a>,
    /// `from-private`: what could be recomputed is not attested.
    pub recomputable: Recomputable,
    /// How to take it.
    pub severity: Severity,
    /// What it is about.
    #[serde(borrow)]
    pub subject: Subject<'a>,
    /// How strong it is.
    pub tier: Tier,
    pub(crate) v: V1,
    /// Most votes by which some option's total can be wrong because of it; absent where unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes_at_stake: Option<Number>,
}

/// A sentence by id, with what goes into it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Message<'a> {
    /// What goes into it, by name.
    #[serde(borrow)]
    pub args: BTreeMap<Text<'a>, Argument<'a>>,
    /// Id in the message files.
    #[serde(borrow)]
    pub id: Text<'a>,
}

/// What a finding is about, by public ids.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Subject<'a> {
    /// Declaration id.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub declaration: Option<Text<'a>>,
    /// Codes of a division's path joined by `/`.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub division: Option<Text<'a>>,
    /// Option id, or the id of a declared group.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub option: Option<Text<'a>>,
    /// Code of a polling place.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text<'a>>,
    /// Source id.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text<'a>>,
    /// Station id.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub station: Option<Text<'a>>,
}

/// A value of a finding: an integer, a text, a list of texts, `{"real": text}` for a statistic,
/// `{"share": "1/2"}` for an exact fraction.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'a> {
    /// A count or a difference.
    Integer(i64),
    /// A name or id.
    Text(Text<'a>),
    /// Several ids.
    List(Vec<Text<'a>>),
    /// A statistic with 10 significant digits as JSON prints it; `null` where there is none.
    Real(Text<'a>),
    /// Numerator and denominator.
    Share(Text<'a>),
}

impl<'a> Argument<'a> {
    /// The argument of a value; `None` beyond the integers of an entry.
    pub fn of(value: &'a Value) -> Option<Self> {
        Some(match value {
            Value::Integer(integer) => Self::Integer(within(*integer)?),
            Value::Text(text) => Self::Text(Text::new(text)),
            Value::List(texts) => Self::List(texts.iter().map(|text| Text::new(text)).collect()),
            Value::Real(real) => Self::Real(Text::owned(serde_json::to_string(real).ok()?)),
            Value::Share(share) => Self::Share(Text::owned(share_text(*share))),
        })
    }

    /// The value; `None` for a statistic or share that is none.
    pub fn value(&self) -> Option<Value> {
        Some(match self {
            Self::Integer(integer) => Value::Integer(*integer),
            Self::Text(text) => Value::Text(text.to_string()),
            Self::List(texts) => Value::List(texts.iter().map(ToString::to_string).collect()),
            Self::Real(text) => {
                let real: Real = serde_json::from_str(text.as_str()).ok()?;
                Value::Real(real)
            }
            Self::Share(text) => Value::Share(parse_share(text.as_str())?),
        })
    }
}

fn within(integer: i64) -> Option<i64> {
    (integer.unsigned_abs() <= MAX_INTEGER).then_some(integer)
}

/// `1/2`.
pub(crate) fn share_text(share: scrutineer_model::Exact) -> String {
    format!("{}/{}", share.numerator(), share.denominator())
}

/// Reads `1/2` in lowest terms.
pub(crate) fn parse_share(text: &str) -> Option<scrutineer_model::Exact> {
    let (numerator, denominator) = text.split_once('/')?;
    let share = scrutineer_model::Exact::new(numerator.parse().ok()?, denominator.parse().ok()?)?;
    (share_text(share) == text).then_some(share)
}

impl Serialize for Argument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let one = |name: &'static str, text: &Text<'_>, serializer: S| {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(name, text)?;
            map.end()
        };
        match self {
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Text(text) => text.serialize(serializer),
            Self::List(texts) => texts.serialize(serializer),
            Self::Real(text) => one("real", text, serializer),
            Self::Share(text) => one("share", text, serializer),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Argument<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Arguments<'a>(std::marker::PhantomData<&'a str>);
        impl<'de: 'a, 'a> Visitor<'de> for Arguments<'a> {
            type Value = Argument<'a>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an integer, a text, texts, {\"real\": text} or {\"share\": text}")
            }

            fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Argument<'a>, E> {
                within(integer)
                    .map(Argument::Integer)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Signed(integer), &self))
            }

            fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Argument<'a>, E> {
                let signed = i64::try_from(integer).ok().and_then(within);
                signed
                    .map(Argument::Integer)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(integer), &self))
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Argument<'a>, E> {
                Text::deserialize(de::value::BorrowedStrDeserializer::new(text)).map(Argument::Text)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Argument<'a>, E> {
                let held = Text::owned(text.to_owned());
                if held.as_str() == text {
                    return Ok(Argument::Text(held));
                }
                Err(E::invalid_value(de::Unexpected::Str(text), &self))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Argument<'a>, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = seq.next_element()? {
                    texts.push(text);
                }
                Ok(Argument::List(texts))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Argument<'a>, A::Error> {
                let unknown = || de::Error::invalid_value(de::Unexpected::Map, &self);
                let name: Text<'_> = map.next_key()?.ok_or_else(unknown)?;
                let text: Text<'a> = map.next_value()?;
                let argument = match name.as_str() {
                    "real" => Argument::Real(text),
                    "share" => Argument::Share(text),
                    _ => return Err(unknown()),
                };
                if map.next_key::<Text<'_>>()?.is_some() || argument.value().is_none() {
                    return Err(unknown());
                }
                Ok(argument)
            }
        }
        deserializer.deserialize_any(Arguments(std::marker::PhantomData))
    }
}

/// A decision on a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Disposition<'a> {
    /// From 2, for decisions that say the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<Nth>,
    /// When.
    pub date: Date,
    /// What was decided.
    pub decision: Decision,
    /// The finding's key.
    #[serde(borrow)]
    pub finding: Text<'a>,
    pub(crate) kind: DispositionTag,
    /// Why, as data.
    #[serde(borrow)]
    pub reason: Text<'a>,
    /// By which role, never by whom.
    #[serde(borrow)]
    pub role: Text<'a>,
    pub(crate) v: V1,
}
