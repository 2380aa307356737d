//! Where people vote: divisions, polling places, stations.

use std::collections::BTreeMap;

use scrutineer_model::{SheetStatus, StationKind, StationStatus};
use serde::{Deserialize, Deserializer, Serialize};

use crate::entry::value::{Count, Flag, Text, V1, tag};

tag!(
    DivisionTag = "division",
    PlaceTag = "place",
    RegisterTag = "register",
);

/// A division of a hierarchy; every division around it has an entry of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Division<'a> {
    /// Id of the hierarchy.
    #[serde(borrow)]
    pub hierarchy: Text<'a>,
    pub(crate) kind: DivisionTag,
    /// Name as data; absent where there is none.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text<'a>>,
    /// Codes from the widest division down to this one.
    #[serde(borrow)]
    pub path: Vec<Text<'a>>,
    pub(crate) v: V1,
}

/// A polling place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Place<'a> {
    /// Its code.
    #[serde(borrow)]
    pub code: Text<'a>,
    pub(crate) kind: PlaceTag,
    /// Name as data; absent where there is none.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text<'a>>,
    pub(crate) v: V1,
}

/// A station.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Register<'a> {
    /// Per hierarchy the codes of its narrowest division, from the widest down.
    #[serde(borrow, default, skip_serializing_if = "BTreeMap::is_empty")]
    pub divisions: BTreeMap<Text<'a>, Vec<Text<'a>>>,
    /// Ballots issued to it, where they are its ceiling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<u32>,
    pub(crate) kind: RegisterTag,
    /// The last component of its key as written, where that is not the last part of the id.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text<'a>>,
    /// Whether the official list has it.
    #[serde(default, skip_serializing_if = "Flag::is_unset")]
    pub listed: Flag,
    /// Code of its polling place.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text<'a>>,
    /// Voters by the official list: a number, `null` for unread, absent where the list has none.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub registered: Option<Count>,
    /// What became of its sheet; absent for unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet_status: Option<SheetStatus>,
    /// Canonical id.
    #[serde(borrow)]
    pub station: Text<'a>,
    /// What kind of station it is; absent for ordinary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub station_kind: Option<StationKind>,
    /// Whether it voted; absent for open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StationStatus>,
    pub(crate) v: V1,
}

/// A key that is there holds a count, also where its value is `null`.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Count>, D::Error> {
    Count::deserialize(deserializer).map(Some)
}
