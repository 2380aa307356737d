//! The smaller records: files, issues, findings, decisions.

use std::collections::BTreeMap;

use scrutineer_model::{
    Disposition, Finding, FindingKey, ImportIssue, Input, Locator, Message, Recomputable,
    StationIdx, Subject, Value,
};

use crate::entries::read::build::EntriesReader;
use crate::entries::read::refer::{At, code, owned};
use crate::entry::{self, Argument, Text};

impl EntriesReader {
    pub(super) fn file(&mut self, leaf: u64, held: &entry::SourceFile<'_>) -> Option<()> {
        let public = held.sha256.is_some() && held.file.is_some() && held.commitment.is_none();
        let hidden = held.sha256.is_none() && held.file.is_none() && held.commitment.is_some();
        if !public && !hidden {
            let expected = "file and sha256, or commitment";
            self.problems.push(leaf, "$", expected, "another choice");
        }
        let source = match &held.source {
            Some(id) => {
                let at = At {
                    leaf,
                    path: "$.source",
                };
                let code = code(at, id, &mut self.problems)?;
                let known = self.has_source(&code).then_some(code);
                let expected = "the id of a source";
                Some(
                    self.problems
                        .some(leaf, "$.source", expected, id.as_str(), known)?,
                )
            }
            None => None,
        };
        self.inputs.push(Input {
            source,
            role: held.role,
            file: owned(held.file.as_ref()).unwrap_or_default(),
            sha256: held
                .sha256
                .map(|digest| digest.0.to_string())
                .unwrap_or_default(),
            rows: held.rows.get(),
            rejected: held.rejected.get(),
        });
        Some(())
    }

    pub(super) fn issue(&mut self, leaf: u64, held: &entry::ImportIssue<'_>) -> Option<()> {
        let source = match &held.source {
            Some(id) => {
                let found = self.source_index(id.as_str());
                let expected = "the id of a source";
                Some(
                    self.problems
                        .some(leaf, "$.source", expected, id.as_str(), found)?,
                )
            }
            None => None,
        };
        let station = match &held.station {
            Some(id) => {
                let handle = self.named_station(leaf, "$.station", id.as_str())?;
                Some(StationIdx::new(handle as usize))
            }
            None => None,
        };
        let issue = ImportIssue {
            kind: held.problem,
            source,
            station,
            locator: Locator {
                file: owned(held.file.as_ref()).unwrap_or_default(),
                row: None,
                column: owned(held.column.as_ref()),
            },
            expected: owned(held.expected.as_ref()).unwrap_or_default(),
            found: owned(held.found.as_ref()).unwrap_or_default(),
            count: held.count.get(),
            rejects_row: held.rejects_row.0,
        };
        let id = owned(held.station.as_ref()).unwrap_or_default();
        self.issues.push((id, issue));
        Some(())
    }

    pub(super) fn disposition(&mut self, held: &entry::Disposition<'_>) {
        self.builder.disposition(Disposition {
            key: FindingKey::new(held.finding.as_str(), []),
            decision: held.decision,
            reason: held.reason.to_string(),
            role: held.role.to_string(),
            date: held.date,
        });
    }

    pub(super) fn finding(&mut self, leaf: u64, held: &entry::Finding<'_>) -> Option<()> {
        if held.recomputable != Recomputable::FromPrivate {
            let expected = "from-private: what can be recomputed is not attested";
            self.problems
                .push(leaf, "$.recomputable", expected, "from-log");
            return None;
        }
        let values = |arguments: &BTreeMap<Text<'_>, Argument<'_>>| {
            let mut values = BTreeMap::new();
            for (name, argument) in arguments {
                values.insert(name.to_string(), argument.value()?);
            }
            Some(values)
        };
        let figures: BTreeMap<String, Value> = values(&held.figures)?;
        let message = Message {
            id: held.message.id.to_string(),
            args: values(&held.message.args)?,
        };
        let subject = &held.subject;
        self.attested.push(Finding {
            key: FindingKey::new(held.key.as_str(), []),
            code: held.code.to_string(),
            tier: held.tier,
            severity: held.severity,
            link: held.link,
            bears_on: held.bears_on,
            votes_at_stake: held.votes_at_stake.map(entry::Number::get),
            subject: Subject {
                station: owned(subject.station.as_ref()),
                division: owned(subject.division.as_ref()),
                place: owned(subject.place.as_ref()),
                source: owned(subject.source.as_ref()),
                declaration: owned(subject.declaration.as_ref()),
                option: owned(subject.option.as_ref()),
            },
            figures,
            message,
            recomputable: held.recomputable,
            disposition: None,
        });
        Some(())
    }
}
