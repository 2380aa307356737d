//! The kinds of pages.

pub(crate) mod about;
pub(crate) mod catalogue;
pub(crate) mod changes;
pub(crate) mod charts;
pub(crate) mod conditions;
pub(crate) mod data;
pub(crate) mod declared;
pub(crate) mod division;
pub(crate) mod evidence;
pub(crate) mod findings;
pub(crate) mod home;
pub(crate) mod permanent;
pub(crate) mod results;
pub(crate) mod stations;
pub(crate) mod statistics;
pub(crate) mod verify;
