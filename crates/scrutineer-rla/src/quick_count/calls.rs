//! What the contest's rule asks, and whether the estimate can answer: never within two margins.

use scrutineer_model::{Exact, Real};

use super::design::Rule;
use super::document::{Answer, Call, CallKind};
use super::ratio::Ratio;

/// How many margins a distance must exceed.
const MARGINS: f64 = 2.0;

/// What calls are made of.
pub(crate) struct Race<'a> {
    /// Ids in ballot order.
    pub(crate) options: &'a [String],
    /// Their shares.
    pub(crate) shares: &'a [Ratio],
    /// The 95 % margin of a ratio.
    pub(crate) margin: &'a dyn Fn(&Ratio) -> Option<f64>,
    /// The lead of one option over another.
    pub(crate) lead: &'a dyn Fn(usize, usize) -> Option<Ratio>,
}

impl Race<'_> {
    /// The options by share, the largest first, equals in ballot order.
    pub(crate) fn ranking(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.shares.len()).collect();
        let share = |at: usize| self.shares.get(at).map_or(0.0, |ratio| ratio.value);
        order.sort_by(|&a, &b| share(b).total_cmp(&share(a)));
        order
    }

    /// Every call of a rule.
    pub(crate) fn calls(&self, rule: Rule) -> Vec<Call> {
        let order = self.ranking();
        match rule {
            Rule::Plurality { winners } => {
                let place = usize::from(winners).max(1);
                match (order.get(place - 1), order.get(place)) {
                    (Some(&ahead), Some(&behind)) => {
                        vec![self.between(CallKind::Lead, ahead, behind)]
                    }
                    _ => Vec::new(),
                }
            }
            Rule::Majority { share, runoff } => {
                let mut calls: Vec<Call> = order
                    .first()
                    .map(|&first| self.against(first, share))
                    .into_iter()
                    .collect();
                let is_over = calls.iter().any(|call| call.answer == Answer::Above);
                let runoff = usize::from(runoff);
                if let Some(&behind) = order.get(runoff).filter(|_| !is_over) {
                    let through = order.iter().take(runoff);
                    calls.extend(through.map(|&a| self.between(CallKind::Runoff, a, behind)));
                }
                calls
            }
            Rule::Threshold { share } => (0..self.shares.len())
                .map(|option| self.against(option, share))
                .collect(),
            Rule::Other => Vec::new(),
        }
    }

    fn id(&self, option: usize) -> String {
        self.options.get(option).cloned().unwrap_or_default()
    }

    fn margin_of(&self, option: usize) -> Option<f64> {
        (self.margin)(self.shares.get(option)?)
    }

    fn between(&self, kind: CallKind, ahead: usize, behind: usize) -> Call {
        let lead = (self.lead)(ahead, behind);
        let distance = lead.as_ref().map(|ratio| ratio.value);
        let margins = [
            lead.as_ref().and_then(self.margin),
            self.margin_of(ahead),
            self.margin_of(behind),
        ];
        let margin = margins.into_iter().collect::<Option<Vec<f64>>>();
        let margin = margin.map(|all| all.into_iter().fold(0.0, f64::max));
        let is_clear = is_beyond(distance, margin);
        Call {
            kind,
            option: self.id(ahead),
            other: Some(self.id(behind)),
            distance: distance.map(Real::new),
            margin_95: margin.map(Real::new),
            answer: if is_clear {
                Answer::Ahead
            } else {
                Answer::CannotBeCalled
            },
        }
    }

    fn against(&self, option: usize, share: Exact) -> Call {
        let distance = self
            .shares
            .get(option)
            .map(|ratio| ratio.value - share.to_f64());
        let margin = self.margin_of(option);
        let answer = match distance {
            Some(_) if is_beyond(distance, margin) => Answer::Above,
            Some(found) if is_beyond(Some(-found), margin) => Answer::Below,
            _ => Answer::CannotBeCalled,
        };
        Call {
            kind: CallKind::Share,
            option: self.id(option),
            other: None,
            distance: distance.map(Real::new),
            margin_95: margin.map(Real::new),
            answer,
        }
    }
}

fn is_beyond(distance: Option<f64>, margin: Option<f64>) -> bool {
    matches!((distance, margin), (Some(distance), Some(margin))
        if distance > MARGINS * margin && distance > 0.0)
}
