//! Keys on disk: who signs, under which name, and how the passphrase comes in.

use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_logstore::keys::{PrivateKey, read_key_file};
use scrutineer_model::Message;
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_tlog::{KeyName, SigningKey, VerifierKey};

use crate::args::Signer;
use crate::failure::Failure;
use crate::session::Session;

/// Least characters of a new passphrase.
const LEAST: usize = 8;

/// The key that signs a log.
pub(crate) fn signer(args: &Signer, session: &mut Session<'_>) -> Result<SigningKey, Failure> {
    let (key, name) = match &args.key {
        None => (
            PrivateKey::insecure_demo(),
            KeyName::parse(DEMONSTRATION).map_err(|error| Failure::usage(session.said(error)))?,
        ),
        Some(path) => {
            let name = name_of(path, session)?;
            (open(path, args.passphrase_file.as_deref(), session)?, name)
        }
    };
    key.signing_key(name)
        .map_err(|error| Failure::input(session.said(error)))
}

/// A private key, with its passphrase from a file or from the terminal.
pub(crate) fn open(
    path: &Path,
    passphrase_file: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<PrivateKey, Failure> {
    let prompt = session.filled("cli-passphrase", &[("file", &path.display())]);
    let passphrase = passphrase(&prompt, passphrase_file, session)?;
    read_key_file(path, &passphrase).map_err(|error| at(path, session, error))
}

/// The name under which a key signs: that of the public key beside it.
pub(crate) fn name_of(path: &Path, session: &Session<'_>) -> Result<KeyName, Failure> {
    Ok(verifier(&path.with_extension("vkey"), session)?
        .name()
        .clone())
}

/// A public key in a file.
pub(crate) fn verifier(path: &Path, session: &Session<'_>) -> Result<VerifierKey, Failure> {
    let text = fs::read_to_string(path).map_err(|error| session.unread(path, &error))?;
    text.trim()
        .parse()
        .map_err(|error: scrutineer_tlog::key::KeyError| at(path, session, error))
}

/// A passphrase: from a file without its last line break (LF or CRLF), else from the terminal without echo.
pub(crate) fn passphrase(
    prompt: &str,
    file: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<Vec<u8>, Failure> {
    let file: Option<PathBuf> = file
        .map(Path::to_path_buf)
        .or_else(|| session.environment.passphrase_file());
    if let Some(path) = file {
        let mut bytes = fs::read(&path).map_err(|error| session.unread(&path, &error))?;
        for end in [b'\n', b'\r'] {
            if bytes.last() == Some(&end) {
                bytes.pop();
            }
        }
        return Ok(bytes);
    }
    asked(prompt, session)
}

/// A passphrase for a key that is being made: long enough, and asked twice where a person types it.
pub(crate) fn new_passphrase(
    prompt: &str,
    file: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<Vec<u8>, Failure> {
    let found = if let Some(path) = file {
        passphrase(prompt, Some(path), session)?
    } else {
        let first = asked(prompt, session)?;
        let again = session.plain("cli-passphrase-again");
        if asked(&again, session)? != first {
            return Err(Failure::input(session.plain("cli-passphrase-differs")));
        }
        first
    };
    if String::from_utf8_lossy(&found).chars().count() < LEAST {
        let message = Message::new("cli-passphrase-short").with("least", LEAST as u64);
        let why = session.sentence(&message);
        return Err(match file {
            Some(path) => at(path, session, why),
            None => Failure::input(why),
        });
    }
    Ok(found)
}

/// From the terminal, without echo.
fn asked(prompt: &str, session: &mut Session<'_>) -> Result<Vec<u8>, Failure> {
    if !session.environment.err_is_terminal {
        return Err(Failure::usage(session.plain("cli-error-no-passphrase")));
    }
    session.quiet();
    rpassword::prompt_password(prompt)
        .map(String::into_bytes)
        .map_err(|error| Failure::input(session.reason(&error)))
}

/// What is wrong with a file, in the language of the run; an error in lines is several.
pub(crate) fn at(path: &Path, session: &Session<'_>, error: impl std::fmt::Display) -> Failure {
    let said = session.said(error);
    let place = path.display();
    Failure::inputs(
        said.lines()
            .map(|what| session.filled("cli-error-at", &[("place", &place), ("what", &what)])),
    )
}
