//! `respond` and `withhold`: what people add to a bundle that was published.

use scrutineer_logstore::{DiskHead, DiskObjects, Writer, open_disk};
use scrutineer_model::{Date, Message};
use scrutineer_publication::entry::{Respondent, Response, Text, WithheldReason};
use scrutineer_publication::publish::{self, Removal, Said};
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_publication::state::PrivateState;
use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;
use serde_json::json;

use crate::args::{Respond, Signer, Withhold};
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, keys};

pub(crate) fn respond(args: &Respond, session: &mut Session<'_>) -> Result<Status, Failure> {
    let bytes = folder::read(&args.text).map_err(|error| session.unread(&args.text, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| keys::at(&args.text, session, error))?;
    let date = date(&args.date, session)?;
    let by = match args.by.as_str() {
        "party" => Respondent::Party,
        "observer" => Respondent::Observer,
        _ => Respondent::Authority,
    };
    if (by == Respondent::Party) == args.aligned_with.is_empty() {
        return Err(Failure::usage(session.plain("cli-respond-aligned")));
    }
    let finding = Text::new(&args.finding);
    let mut reply = Response::new(finding, by, date, Text::new(text.trim_end()))
        .ok_or_else(|| too_long(&text, session))?;
    reply.aligned_with = args.aligned_with.iter().map(|id| Text::new(id)).collect();
    let mut log = Log::open(&args.bundle, &args.state, &args.signer, session)?;
    let said = publish::respond(&mut log.writer, &reply).map_err(|error| failed(session, error))?;
    tell(&said, "respond", (args.json, log.is_demonstration), session)
}

fn too_long(text: &str, session: &Session<'_>) -> Failure {
    let message = Message::new("cli-respond-length")
        .with("found", text.trim_end().chars().count() as u64)
        .with("most", scrutineer_publication::entry::MAX_RESPONSE as u64);
    Failure::input(session.sentence(&message))
}

pub(crate) fn withhold(args: &Withhold, session: &mut Session<'_>) -> Result<Status, Failure> {
    let date = date(&args.date, session)?;
    let mut log = Log::open(&args.bundle, &args.state, &args.signer, session)?;
    let mut state = PrivateState::open(&args.state).map_err(|error| failed(session, error))?;
    let commitment = match (&args.commitment, &args.file) {
        (Some(text), _) => {
            let parsed: Result<Hash, _> = text.parse();
            parsed.map_err(|error| Failure::usage(session.said(error)))?
        }
        (None, Some(path)) => {
            let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
            let held = state.held(sha256(&bytes)).map(|held| held.commitment);
            held.ok_or_else(|| {
                let id = "cli-withhold-unknown";
                Failure::input(session.filled(id, &[("file", &path.display())]))
            })?
        }
        (None, None) => return Err(Failure::usage(session.plain("cli-withhold-unknown"))),
    };
    let removal = Removal {
        commitment,
        reason: match args.reason.as_str() {
            "personal-data" => WithheldReason::PersonalData,
            "safety" => WithheldReason::Safety,
            "consent-withdrawn" => WithheldReason::ConsentWithdrawn,
            "order" => WithheldReason::Order,
            _ => WithheldReason::Other,
        },
        basis: args.basis.clone(),
        authority: args.authority.clone(),
        date,
    };
    let said = publish::withhold(&mut log.writer, &mut state, &removal)
        .map_err(|error| failed(session, error))?;
    tell(
        &said,
        "withhold",
        (args.json, log.is_demonstration),
        session,
    )
}

/// A log that exists, open for one entry.
struct Log {
    writer: Writer<DiskObjects, DiskHead>,
    is_demonstration: bool,
}

impl Log {
    fn open(
        bundle: &std::path::Path,
        state: &std::path::Path,
        signer: &Signer,
        session: &mut Session<'_>,
    ) -> Result<Self, Failure> {
        // Opening would make the folders of a log that is not there.
        let checkpoint = bundle.join("checkpoint");
        folder::read(&checkpoint).map_err(|error| session.unread(&checkpoint, &error))?;
        let key = keys::signer(signer, session)?;
        let is_demonstration = key.verifier().name().as_str() == DEMONSTRATION;
        let (objects, head) = open_disk(bundle, state).map_err(|error| failed(session, error))?;
        let (writer, _) =
            Writer::open(objects, head, key).map_err(|error| failed(session, error))?;
        Ok(Self {
            writer,
            is_demonstration,
        })
    }
}

fn date(text: &str, session: &Session<'_>) -> Result<Date, Failure> {
    Date::parse(text).map_err(|error| Failure::usage(session.said(error)))
}

fn failed(session: &Session<'_>, error: impl std::fmt::Display) -> Failure {
    Failure::input(session.said(error))
}

fn tell(
    said: &Said,
    command: &str,
    (is_json, is_demonstration): (bool, bool),
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let size = said.released.as_ref().map(|released| released.size);
    if is_json {
        let value = json!({
            "schema": format!("scrutineer/{command}/1"),
            "demonstration": is_demonstration,
            "entry": said.leaf,
            "released": size,
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    if is_demonstration {
        let line = session.plain("cli-demonstration");
        session.line(&line)?;
    }
    let message = Message::new(format!("cli-{command}-done")).with("entry", said.leaf);
    let line = session.sentence(&message);
    session.line(&line)?;
    if size.is_none() {
        let line = session.plain("cli-publish-unchanged");
        session.line(&line)?;
    }
    Ok(Status::Done)
}
