//! Where the log of somebody else is: a folder in every build, an address where there is a network.

use std::path::Path;

use scrutineer_fetch::{NETWORK_BUILT, Network};
use scrutineer_logstore::{Remote, is_nested};

use crate::command::store;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// Opens a log to read from.
pub(crate) fn open(place: &str, session: &Session<'_>) -> Result<Remote, Failure> {
    if let Some(bucket) = store::bucket(place) {
        return store::remote(bucket, session);
    }
    let network = if is_address(place) {
        connections(place, session)?
    } else {
        Network::Denied
    };
    Remote::open(place, &network).map_err(|error| {
        let what = session.said(error);
        Failure::input(session.filled("cli-error-at", &[("place", &place), ("what", &what)]))
    })
}

/// Connections, for something that needs them.
pub(crate) fn connections(what: &str, session: &Session<'_>) -> Result<Network, Failure> {
    if NETWORK_BUILT {
        folder::network(session)
    } else {
        Err(Failure::usage(
            session.filled("cli-no-network", &[("what", &what)]),
        ))
    }
}

pub(crate) fn is_address(place: &str) -> bool {
    place.contains("://")
}

/// What is remembered of a log must not lie inside it, where whoever writes the log could change it.
pub(crate) fn outside(state: &Path, place: &str, session: &Session<'_>) -> Result<(), Failure> {
    if is_address(place) {
        return Ok(());
    }
    match is_nested(state, Path::new(place)) {
        Ok(false) => Ok(()),
        Ok(true) => {
            let named: [(&str, &dyn std::fmt::Display); 2] =
                [("state", &state.display()), ("place", &place)];
            Err(Failure::usage(
                session.filled("cli-watch-state-inside", &named),
            ))
        }
        Err(error) => Err(session.unread(state, &error)),
    }
}
