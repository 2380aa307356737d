//! `site`: the pages of a bundle, alone or where they belong.

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_model::Message;
use scrutineer_publication::beside::Beside;
use scrutineer_publication::data::Stamp;
use scrutineer_publication::derive::{Extras, rebuild, release_report};
use scrutineer_publication::site::{Basis, INSIDE, Positions, SITE, drop_others, pages, write};
use scrutineer_publication::unpack::latest;
use serde_json::json;

use crate::args::Site;
use crate::command::audit::document;
use crate::command::demo::claimed;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Site, session: &mut Session<'_>) -> Result<Status, Failure> {
    let said =
        |error: &dyn std::fmt::Display, session: &Session<'_>| Failure::input(session.said(error));
    let objects =
        DiskObjects::open_existing(&args.bundle).map_err(|error| said(&error, session))?;
    let reader = LogReader::new(&objects);
    let manifest = latest(&reader).map_err(|error| said(&error, session))?;
    let is_inside =
        std::path::absolute(&args.out).ok() == std::path::absolute(args.bundle.join(SITE)).ok();
    if !is_inside {
        claimed(session, &args.out, None)?;
    } else if !Extras::of(&manifest).site {
        return Err(Failure::input(session.plain("cli-site-unnamed")));
    }
    let size = manifest.size.get();
    let reader = reader.with_size(size);
    let rebuilt = rebuild(&reader, size).map_err(|error| said(&error, session))?;
    let stamp = Stamp {
        origin: manifest.origin.clone(),
        size,
        root: *manifest.root.0.as_bytes(),
    };
    let report = release_report(&rebuilt, &stamp).map_err(|error| said(&error, session))?;
    let positions =
        Positions::read(&reader, size, &rebuilt).map_err(|error| said(&error, session))?;
    let beside = Beside::held(&objects, &manifest).map_err(|error| said(&error, session))?;
    let basis = Basis {
        rebuilt: &rebuilt,
        report: &report,
        stamp: &stamp,
        positions: &positions,
        files: &manifest.files,
        bundle: is_inside.then_some(INSIDE),
        beside: &beside,
    };
    let made = if is_inside {
        write(&objects, &basis).and_then(|listing| {
            drop_others(&objects, &listing).map_err(|source| {
                scrutineer_publication::derive::DeriveError::Sink {
                    path: SITE.to_owned(),
                    source: source.into(),
                }
            })?;
            Ok(listing)
        })
    } else {
        pages(&basis, &mut |path, bytes| {
            let mut place = args.out.clone();
            place.extend(path.split('/'));
            output::write_again(&place, bytes)?;
            Ok(())
        })
    };
    let listing = made.map_err(|error| said(&error, session))?;
    let (count, bytes) = listing
        .files()
        .fold((0u64, 0u64), |(count, sum), (_, _, bytes)| {
            (count + 1, sum + bytes)
        });
    if args.json {
        let text = document(&json!({
            "schema": "scrutineer/site/1",
            "size": size,
            "files": count,
            "bytes": bytes,
        }))?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    let path = args.out.join("index.html").display().to_string();
    let message = Message::new("cli-site-written")
        .with("count", count)
        .with("bytes", bytes)
        .with("path", path.as_str());
    let line = session.sentence(&message);
    session.line(&line)?;
    Ok(Status::Done)
}
