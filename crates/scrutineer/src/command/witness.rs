//! `witness`: cosign the logs of others, and ask others to cosign one's own.

mod ask;
mod cosign;
#[cfg(feature = "network")]
mod serve;

use std::path::Path;

use scrutineer_logstore::Witness as Memory;
use scrutineer_tlog::CosigningKey;

use crate::args::{Cosigner, Witness, WitnessCommand};
use crate::command::verify::policy;
use crate::failure::Failure;
use crate::keys::{at, name_of, open};
use crate::session::Session;
use crate::status::Status;

pub(crate) use ask::{Answers, Asking, ask, tell as tell_answers, value as answers};

pub(crate) fn run(args: &Witness, session: &mut Session<'_>) -> Result<Status, Failure> {
    match &args.command {
        WitnessCommand::Cosign(args) => cosign::run(args, session),
        #[cfg(feature = "network")]
        WitnessCommand::Serve(args) => serve::run(args, session),
        #[cfg(not(feature = "network"))]
        WitnessCommand::Serve(_) => Err(Failure::usage(
            session.filled("cli-no-network", &[("what", &"witness serve")]),
        )),
        WitnessCommand::Ask(args) => ask::run(args, session),
    }
}

/// The witness with its key and its memory.
fn remembering(
    cosigner: &Cosigner,
    keys: &Path,
    state: &Path,
    session: &mut Session<'_>,
) -> Result<Memory, Failure> {
    let trusted = policy(keys, session)?;
    let key = signing(cosigner, session)?;
    Memory::open(key, &trusted, state).map_err(|error| Failure::input(session.said(error)))
}

fn signing(args: &Cosigner, session: &mut Session<'_>) -> Result<CosigningKey, Failure> {
    let name = name_of(&args.key, session)?;
    let key = open(&args.key, args.passphrase_file.as_deref(), session)?;
    key.cosigning_key(name)
        .map_err(|error| at(&args.key, session, error))
}
