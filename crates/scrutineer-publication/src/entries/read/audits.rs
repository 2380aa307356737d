//! The steps of audits by sampling: their order, and what each audit says in the end.

use std::collections::BTreeMap;

use scrutineer_audit::AuditConclusion;
use scrutineer_model::{Code, Link};

use crate::entries::read::Problems;
use crate::entry::{AuditStep, AuditStepKind};

/// An audit as far as its steps were read.
#[derive(Debug)]
struct Steps {
    /// Number of the last one.
    number: u64,
    /// What no step changes: source, winners, method, links.
    constant: (String, Vec<String>, String, Vec<u64>),
    is_begun: bool,
    conclusion: AuditConclusion,
}

/// Every audit of a log, in the order in which they were announced.
#[derive(Debug, Default)]
pub(super) struct Audits {
    by_name: BTreeMap<String, usize>,
    steps: Vec<Steps>,
}

impl Audits {
    /// Takes the next step. Numbers run from 1 without a gap, so that no draw can stand in the place of
    /// another; the last step says what the audit says.
    pub(super) fn add(&mut self, leaf: u64, step: &AuditStep<'_>, problems: &mut Problems) {
        let texts =
            |texts: &[crate::entry::Text<'_>]| texts.iter().map(ToString::to_string).collect();
        let constant = (
            step.source.to_string(),
            texts(&step.winners),
            step.method.to_string(),
            step.links.iter().map(|link| link.get()).collect(),
        );
        let name = step.audit.to_string();
        let held = self
            .by_name
            .get(&name)
            .and_then(|&at| self.steps.get_mut(at));
        let expected = held.as_ref().map_or(1, |held| held.number + 1);
        if step.number.get() != expected {
            let expected = format!("{expected}, the number of the next step of this audit");
            problems.push(leaf, "$.number", expected, step.number.get().to_string());
            return;
        }
        if (step.step == AuditStepKind::Commitment) != (expected == 1) {
            let (expected, found) = match expected {
                1 => ("a commitment as the first step of an audit", "another step"),
                _ => ("one commitment in an audit", "a second one"),
            };
            problems.push(leaf, "$.step", expected, found);
            return;
        }
        let begins = matches!(step.step, AuditStepKind::Draw | AuditStepKind::FullCount);
        if let Some(held) = held {
            if held.constant != constant {
                let expected = "the source, winners, method and links of the steps before";
                problems.push(leaf, "$", expected, "others");
                return;
            }
            held.number = expected;
            held.is_begun |= begins;
            held.conclusion.bounds = step.risk_bounds();
            held.conclusion.absent = step.absent();
            held.conclusion.basis = step.basis.map(|basis| basis.0.to_string());
            return;
        }
        let Ok(source) = Code::parse(step.source.as_str()) else {
            problems.push(
                leaf,
                "$.source",
                "the id of a source",
                step.source.to_string(),
            );
            return;
        };
        let links = step.links.iter();
        let links = links.filter_map(|link| Link::try_from(u8::try_from(link.get()).ok()?).ok());
        self.by_name.insert(name, self.steps.len());
        self.steps.push(Steps {
            number: expected,
            is_begun: begins,
            conclusion: AuditConclusion {
                source,
                links: links.collect(),
                winners: constant.1.clone(),
                basis: step.basis.map(|basis| basis.0.to_string()),
                bounds: step.risk_bounds(),
                absent: step.absent(),
            },
            constant,
        });
    }

    /// What every audit says that was drawn.
    pub(super) fn finish(self) -> Vec<AuditConclusion> {
        let begun = self.steps.into_iter().filter(|held| held.is_begun);
        begun.map(|held| held.conclusion).collect()
    }
}
