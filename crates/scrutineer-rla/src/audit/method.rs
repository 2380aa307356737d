//! How an audit decides: the measure, and the risk that it may leave.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::manifest::Manifest;
use crate::batch::{BatchComparison, Bet};

/// The largest chance that an audit confirms a wrong outcome: above 0 and below 1, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RiskLimit(u32);

impl RiskLimit {
    /// Reads `5%`, `5 %`, `2.5%` or `0.05`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, places) = match text.strip_suffix('%') {
            Some(percent) => (percent.trim_end(), 4),
            None => (text, 6),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > places {
            return None;
        }
        if !is_number(whole) || !is_number(part) {
            return None;
        }
        let millionths: u32 = format!("{whole}{part:0<places$}").parse().ok()?;
        (1..1_000_000)
            .contains(&millionths)
            .then_some(Self(millionths))
    }

    /// The largest that an audit is planned with, 20 %: above it, "confirmed" says little more than nothing.
    pub const MOST: Self = Self(200_000);

    /// In millionths.
    pub(super) fn millionths(self) -> u32 {
        self.0
    }

    /// As a number between 0 and 1.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 1e6
    }
}

impl Serialize for RiskLimit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}

impl<'de> Deserialize<'de> for RiskLimit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Self::parse(&format!("{value:.6}"))
            .ok_or_else(|| serde::de::Error::custom("a risk limit lies between 0 and 1"))
    }
}

/// Which measure decides. Of the two about stations of one list both are always computed and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Everything is staked: the fewest draws where nothing is wrong or missing.
    KaplanMarkov,
    /// Nine tenths are staked: survives a missing box.
    Capped,
    /// Stations in strata, by a union of intersections ([`Strata`](super::Strata)); nine tenths are staked.
    Stratified,
    /// Single ballots, by ALPHA with truncated shrinkage ([`Bets::TruncatedShrinkage`](super::Bets)).
    Alpha,
    /// Single ballots, by BRAVO ([`Bets::Reported`](super::Bets)).
    Bravo,
    /// Single ballots, compared with their records ([`Bets::Share`](super::Bets)).
    BallotComparison,
}

impl Method {
    /// How much is staked on a station; for methods that draw ballots, as in a usual audit of boxes.
    pub fn bet(self) -> Bet {
        match self {
            Self::KaplanMarkov => Bet::KaplanMarkov,
            Self::Capped
            | Self::Stratified
            | Self::Alpha
            | Self::Bravo
            | Self::BallotComparison => Bet::SURVIVING,
        }
    }

    /// Whether single ballots are drawn instead of stations.
    pub fn is_of_ballots(self) -> bool {
        matches!(self, Self::Alpha | Self::Bravo | Self::BallotComparison)
    }

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::KaplanMarkov => "kaplan-markov",
            Self::Capped => "capped",
            Self::Stratified => "stratified",
            Self::Alpha => "alpha",
            Self::Bravo => "bravo",
            Self::BallotComparison => "ballot-comparison",
        }
    }
}

/// What stations are drawn in proportion to: their error bounds, or their numbers of ballots.
pub(super) fn bounds<'a>(
    method: Method,
    manifest: &'a Manifest,
    comparison: &'a BatchComparison,
) -> &'a [u64] {
    if method.is_of_ballots() {
        manifest.ballots()
    } else {
        comparison.weights().as_slice()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_risk_limit_is_a_percentage_or_a_share_strictly_inside() {
        let read = |text| RiskLimit::parse(text).map(RiskLimit::get);
        assert_eq!(read("5%"), read("0.05"));
        assert_eq!(read("5 %"), Some(0.05));
        assert_eq!(read("2.5%"), Some(0.025));
        assert_eq!(read("10%"), Some(0.1));
        for text in [
            "0",
            "0%",
            "100%",
            "1",
            "-5%",
            "5%%",
            "",
            "%",
            "0.0000001",
            "5e-2",
            "NaN",
            "5,5%",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
