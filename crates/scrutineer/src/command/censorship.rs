//! `censorship`: network measurements to verdicts, series and changes.

mod analyse;
mod classify;
mod lists;
mod read;
mod recorded;
mod room;

pub(crate) use recorded::recorded;
use scrutineer_censorship::Analysis;

use crate::args::{Censorship, CensorshipStep, General};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

/// Whether measurements can name a country so: two capital letters (ISO 3166).
fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Says so where every measurement is from elsewhere: silence would read as "nothing was blocked".
fn none_of_country(made: &Analysis, session: &mut Session<'_>) {
    let Some(country) = &made.country else { return };
    if made.reading.of_country == 0 && made.reading.observations > 0 {
        let line = session.filled(
            "censorship-none-of-country",
            &[("count", &made.reading.observations), ("country", country)],
        );
        session.note(&line);
    }
}

pub(crate) fn run(
    args: &Censorship,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    match &args.step {
        CensorshipStep::Classify(args) => classify::run(args, general, session),
        CensorshipStep::Analyse(args) => analyse::run(args, general, session),
    }
}
