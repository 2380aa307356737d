//! The error for an input that is nowhere.

use std::error::Error;
use std::fmt;

use crate::network::NETWORK_BUILT;
use crate::pinned::Pinned;
use crate::place::Place;

/// An input that was found nowhere: what was looked for, every place that was looked at, and how to
/// provide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    wanted: Box<Pinned>,
    places: Vec<Place>,
}

impl Missing {
    pub(crate) fn new(wanted: &Pinned, places: Vec<Place>) -> Self {
        Self {
            wanted: Box::new(wanted.clone()),
            places,
        }
    }

    /// What was looked for.
    pub fn wanted(&self) -> &Pinned {
        &self.wanted
    }

    /// Every place, in the order in which they were looked at.
    pub fn places(&self) -> &[Place] {
        &self.places
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Pinned {
            name,
            sha256,
            address,
            ..
        } = &*self.wanted;
        writeln!(f, "missing input {name}, sha256 {sha256}")?;
        if self.places.is_empty() {
            writeln!(
                f,
                "  looked nowhere: no mirror, no cache and no address is given"
            )?;
        }
        for place in &self.places {
            writeln!(f, "  looked in {place}")?;
        }
        writeln!(
            f,
            "  either put the file, under any name, in a folder given with --mirror or SCRUTINEER_MIRROR"
        )?;
        match address {
            Some(address) if NETWORK_BUILT => {
                write!(f, "  or let it be downloaded from {address} with --fetch")
            }
            Some(address) => write!(
                f,
                "  or let it be downloaded from {address} with --fetch, in a build with the feature network"
            ),
            None => write!(
                f,
                "  or state its address, so that it can be downloaded with --fetch"
            ),
        }
    }
}

impl Error for Missing {}
