//! One reading of one sheet.

use std::fmt;
use std::num::NonZeroU32;

use scrutineer_model::{Cell, Field};
use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::entry::value::{Count, Nth, Text, V1, tag};

tag!(SheetTag = "sheet");

/// One reading of one sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sheet<'a> {
    /// From 2, for readings of one sheet that say the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<Nth>,
    /// The numbers beside the votes. What the form does not have is absent.
    pub counts: Counts,
    pub(crate) kind: SheetTag,
    /// Explicit order among the readings of the station; the largest holds. Absent where there is
    /// none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<NonZeroU32>,
    /// Id of the source.
    #[serde(borrow)]
    pub source: Text<'a>,
    /// Canonical id of the station.
    #[serde(borrow)]
    pub station: Text<'a>,
    pub(crate) v: V1,
    /// Votes per ticket of the contest, in the order of the `election` entry; per option where
    /// that has no tickets.
    pub votes: Vec<Count>,
}

impl<'a> Sheet<'a> {
    /// A reading.
    pub fn new(
        source: Text<'a>,
        station: Text<'a>,
        sequence: u32,
        counts: Counts,
        votes: Vec<Count>,
    ) -> Self {
        Self {
            copy: None,
            counts,
            kind: SheetTag,
            sequence: NonZeroU32::new(sequence),
            source,
            station,
            v: V1,
            votes,
        }
    }
}

/// The numbers of a sheet beside the votes, in the order of [`Field::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts(pub [Cell; Field::ALL.len()]);

impl Default for Counts {
    fn default() -> Self {
        Self([Cell::NOT_ON_FORM; Field::ALL.len()])
    }
}

/// The fields in the order of their words.
const BY_WORD: [Field; Field::ALL.len()] = [
    Field::Ballots,
    Field::Blank,
    Field::Invalid,
    Field::Issued,
    Field::Registered,
    Field::Valid,
    Field::Voters,
];

impl Counts {
    /// One field.
    pub fn get(&self, field: Field) -> Cell {
        self.0
            .get(field.position())
            .copied()
            .unwrap_or(Cell::NOT_ON_FORM)
    }

    /// Sets one field.
    pub fn set(&mut self, field: Field, cell: Cell) {
        if let Some(held) = self.0.get_mut(field.position()) {
            *held = cell;
        }
    }
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for field in BY_WORD {
            let cell = self.get(field);
            if cell != Cell::NOT_ON_FORM {
                map.serialize_entry(field.word(), &Count(cell))?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Counts;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object of counts")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Counts, A::Error> {
                let mut counts = Counts::default();
                while let Some(field) = map.next_key::<Field>()? {
                    let Count(cell) = map.next_value()?;
                    if cell == Cell::NOT_ON_FORM {
                        return Err(de::Error::custom(
                            "a field that is not on the form is left out",
                        ));
                    }
                    counts.set(field, cell);
                }
                Ok(counts)
            }
        }
        deserializer.deserialize_map(Map)
    }
}
