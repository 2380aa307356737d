//! The received stations as columns, grouped, with what every part of an estimate needs.

use scrutineer_model::Real;

use super::collapse::{Grouped, by_stratum};
use super::design::Design;
use super::document::{CollapseEffect, Collapsed, Turnout};
use super::draw::Draw;
use super::estimate::margin;
use super::frame::Frame;
use super::ratio::{Ratio, Sample};
use super::station::{Figures, Judged};

/// Columns of the received stations, in the order of the draw, and their groups.
pub(crate) struct Count<'a> {
    design: &'a Design,
    figures: Vec<&'a Figures>,
    stratum: Vec<usize>,
    electors: Vec<Option<u32>>,
    populations: Vec<u64>,
    /// Votes of each option.
    pub(crate) votes: Vec<Vec<f64>>,
    /// Valid votes.
    pub(crate) valid: Vec<f64>,
    /// The part of the night.
    pub(crate) parts: Vec<Option<u32>>,
    /// Each stratum on its own.
    pub(crate) plain: Grouped,
    /// Small strata joined.
    pub(crate) grouped: Grouped,
    /// Shares in ballot order; empty without a valid vote.
    pub(crate) shares: Vec<Ratio>,
}

impl<'a> Count<'a> {
    pub(crate) fn new(
        design: &'a Design,
        frame: &Frame,
        draw: &Draw,
        judged: &'a [Judged],
    ) -> Self {
        let (mut figures, mut stratum, mut electors) = (Vec::new(), Vec::new(), Vec::new());
        for (drawn, judged) in draw.stations.iter().zip(judged) {
            let of = |id: &str| design.strata.iter().position(|held| held.id == id);
            if let (Some(found), Some(place)) = (&judged.figures, of(&drawn.stratum)) {
                figures.push(found);
                stratum.push(place);
                electors.push(frame.electors(&drawn.station));
            }
        }
        let votes: Vec<Vec<f64>> = (0..design.options.len())
            .map(|option| {
                let of = |held: &&Figures| held.votes.get(option).copied().map_or(0.0, f64::from);
                figures.iter().map(of).collect()
            })
            .collect();
        let valid: Vec<f64> = figures.iter().map(|held| held.valid as f64).collect();
        let populations: Vec<u64> = design.strata.iter().map(|held| held.stations).collect();
        let plain = by_stratum(&populations, &stratum, |_| true);
        let grouped = plain.clone().collapse(design.collapse_below);
        let shares = votes
            .iter()
            .filter_map(|column| grouped.sample.ratio(column, &valid))
            .collect();
        Self {
            design,
            parts: figures.iter().map(|held| held.part).collect(),
            figures,
            stratum,
            electors,
            populations,
            votes,
            valid,
            plain,
            grouped,
            shares,
        }
    }

    /// Stations received.
    pub(crate) fn received(&self) -> usize {
        self.figures.len()
    }

    /// The sample with small strata joined.
    pub(crate) fn sample(&self) -> &Sample {
        &self.grouped.sample
    }

    /// The 95 % margin of a ratio over the whole sample.
    pub(crate) fn margin_95(&self, ratio: &Ratio) -> Option<f64> {
        margin(ratio, self.sample().degrees(), 0.95)
    }

    /// The groups of the stations that are kept, by the same rule.
    pub(crate) fn group(&self, keep: &dyn Fn(usize) -> bool) -> Grouped {
        by_stratum(&self.populations, &self.stratum, keep).collapse(self.design.collapse_below)
    }

    /// The lead of option `a` over option `b`.
    pub(crate) fn lead(&self, a: usize, b: usize) -> Option<Ratio> {
        let (ahead, behind) = (self.votes.get(a)?, self.votes.get(b)?);
        let difference: Vec<f64> = ahead.iter().zip(behind).map(|(a, b)| a - b).collect();
        self.sample().ratio(&difference, &self.valid)
    }

    /// Turnout over the stations that state ballots and registered voters.
    pub(crate) fn turnout(&self) -> Option<Turnout> {
        let pairs: Vec<Option<(u32, u32)>> = self
            .figures
            .iter()
            .zip(&self.electors)
            .map(|(figures, electors)| Some((figures.ballots?, (*electors)?)))
            .collect();
        let is_kept = |at: usize| pairs.get(at).is_some_and(Option::is_some);
        let sample = self.group(&is_kept).sample;
        let column = |of: fn((u32, u32)) -> u32| -> Vec<f64> {
            pairs
                .iter()
                .map(|pair| f64::from(pair.map_or(0, of)))
                .collect()
        };
        let ratio = sample.ratio(&column(|pair| pair.0), &column(|pair| pair.1))?;
        let at_level = |level| margin(&ratio, sample.degrees(), level).map(Real::new);
        Some(Turnout {
            share: Real::new(ratio.value),
            margin_95: at_level(0.95),
            margin_99: at_level(0.99),
            design_effect: ratio.design_effect().map(Real::new),
        })
    }

    /// Strata that were joined.
    pub(crate) fn collapsed(&self) -> Vec<Collapsed> {
        let id = |at: &usize| self.design.strata.get(*at).map(|held| held.id.clone());
        self.grouped
            .joined()
            .map(|strata| Collapsed {
                into: strata.first().and_then(id).unwrap_or_default(),
                strata: strata.iter().filter_map(id).collect(),
            })
            .collect()
    }

    /// What joining them did; nothing where none was.
    pub(crate) fn collapse_effect(&self) -> Vec<CollapseEffect> {
        if self.grouped.joined().next().is_none() {
            return Vec::new();
        }
        self.design
            .options
            .iter()
            .zip(&self.shares)
            .zip(&self.votes)
            .filter_map(|((option, share), column)| {
                let alone = self.plain.sample.ratio(column, &self.valid)?.value;
                Some(CollapseEffect {
                    option: option.clone(),
                    share_without: Real::new(alone),
                    difference: Real::new(share.value - alone),
                })
            })
            .collect()
    }
}
