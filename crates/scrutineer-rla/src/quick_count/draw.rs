//! The draw: which stations a seed gives.

use scrutineer_model::{Code, Message};
use serde::{Deserialize, Serialize};

use super::design::Design;
use super::digest::sha256_hex;
use super::frame::Frame;
use super::problem::Problem;
use crate::sampling::{EqualSample, MIN_DIGITS, Purpose, Seed, Tag};

/// The schema of `draw.json`.
const SCHEMA: &str = "scrutineer/quick-count-draw/1";

/// A draw. Anyone can make it again from the design, the frame and the seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// Always `scrutineer/quick-count-draw/1`.
    pub schema: String,
    /// SHA-256 of `design.json`.
    pub design: String,
    /// Where and when that digest was announced before the seed existed, as data.
    pub announced: String,
    /// The seed, decimal digits.
    pub seed: String,
    /// What is hashed before seed and station (spec/sampling.md).
    pub tag: String,
    /// The stations, by stratum in the order of the design, then in order of their tickets.
    pub stations: Vec<Drawn>,
}

/// A drawn station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// Its id.
    pub station: String,
    /// The code of its stratum.
    pub stratum: String,
    /// Its ticket, 64 hexadecimal digits.
    pub ticket: String,
}

/// The tag of a quick count's draw: no other draw has it. `None` where an id of the design is no code.
pub fn tag(design: &Design) -> Option<Tag> {
    let [election, contest, id] =
        [&design.election, &design.contest, &design.id].map(|text| Code::parse(text).ok());
    Some(Tag::new(
        Purpose::QuickCount,
        &election?,
        &contest?,
        &id?,
        1,
    ))
}

/// Draws the stations of a seed: in each stratum the smallest tickets, without replacement.
///
/// # Errors
/// A seed that is too short or has something else than decimal digits; a frame that is not that of the
/// design; nothing said about where the design was announced.
pub fn draw(
    design: &Design,
    design_digest: &str,
    frame: &Frame,
    seed: &str,
    announced: &str,
) -> Result<Draw, Vec<Problem>> {
    let mut problems = design.frame_problems(frame);
    let parsed = Seed::parse(seed).ok();
    if parsed.is_none() {
        let message = Message::new("quick-count-seed").with("least", MIN_DIGITS as u64);
        problems.push(Problem::whole(message));
    }
    if announced.trim().is_empty() {
        problems.push(Problem::whole(Message::new("quick-count-announced")));
    }
    let tag = tag(design);
    if tag.is_none() {
        problems.push(Problem::whole(Message::new("quick-count-not-written-here")));
    }
    let (Some(parsed), Some(tag), true) = (parsed, tag, problems.is_empty()) else {
        return Err(problems);
    };
    let mut stations = Vec::new();
    for (place, stratum) in design.strata.iter().enumerate() {
        let ids: Vec<&str> = frame
            .stations()
            .iter()
            .zip(frame.stratum_of())
            .filter(|(_, of)| **of == place)
            .map(|(station, _)| station.id.as_str())
            .collect();
        let wanted = usize::try_from(stratum.drawn).unwrap_or(usize::MAX);
        let sample = EqualSample::draw(&tag, &parsed, &ids, wanted);
        for (ticket, at) in sample.tickets() {
            stations.extend(ids.get(*at).map(|id| Drawn {
                station: (*id).to_owned(),
                stratum: stratum.id.clone(),
                ticket: ticket.to_string(),
            }));
        }
    }
    Ok(Draw {
        schema: SCHEMA.to_owned(),
        design: design_digest.to_owned(),
        announced: announced.to_owned(),
        seed: seed.to_owned(),
        tag: tag.as_str().to_owned(),
        stations,
    })
}

impl Draw {
    /// The bytes of `draw.json`.
    ///
    /// # Errors
    /// Never with a draw.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads `draw.json` and draws again.
    ///
    /// # Errors
    /// Text that is no draw, and a draw that design, frame and seed do not give.
    pub fn read(
        bytes: &[u8],
        design: &Design,
        digest: &str,
        frame: &Frame,
    ) -> Result<Self, Vec<Problem>> {
        let held: Self = serde_json::from_slice(bytes).map_err(|error| {
            vec![Problem {
                row: Some(error.line() as u64),
                column: Some(error.column().to_string()),
                message: Message::new("quick-count-not-written-here"),
            }]
        })?;
        let again = draw(design, digest, frame, &held.seed, &held.announced)?;
        if again == held {
            Ok(held)
        } else {
            let id = if held.design == digest {
                "quick-count-other-draw"
            } else {
                "quick-count-other-design"
            };
            Err(vec![Problem::whole(Message::new(id))])
        }
    }

    /// The digest of its bytes.
    ///
    /// # Errors
    /// As [`Draw::to_bytes`].
    pub fn digest(&self) -> Result<String, serde_json::Error> {
        Ok(sha256_hex(&self.to_bytes()?))
    }
}
