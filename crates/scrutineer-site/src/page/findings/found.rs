//! Where each finding stands, and which stations and polling places findings are about.

use std::collections::BTreeMap;

use scrutineer_model::Finding;
use scrutineer_report::{Element, Phrase};
use sha2::{Digest, Sha256};

use super::{MOST, path};
use crate::address::hex;
use crate::content::Content;
use crate::markup::link;

/// Findings as positions in the report.
pub(crate) struct Found<'c> {
    stations: BTreeMap<&'c str, Vec<usize>>,
    places: BTreeMap<&'c str, Vec<usize>>,
    /// On which page of its code each finding stands, from 0.
    pages: Vec<usize>,
}

impl<'c> Found<'c> {
    pub(crate) fn new(content: &Content<'c>) -> Self {
        let mut found = Self {
            stations: BTreeMap::new(),
            places: BTreeMap::new(),
            pages: Vec::new(),
        };
        let mut before: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, finding) in content.report.findings.iter().enumerate() {
            let count = before.entry(&finding.code).or_default();
            found.pages.push(*count / MOST);
            *count += 1;
            let subject = &finding.subject;
            if let Some(station) = &subject.station {
                found.stations.entry(station).or_default().push(at);
            } else if let Some(place) = &subject.place {
                found.places.entry(place).or_default().push(at);
            }
        }
        found
    }

    /// Findings about a station.
    pub(crate) fn of_station(&self, id: &str) -> &[usize] {
        self.stations.get(id).map_or(&[], Vec::as_slice)
    }

    /// Findings about a polling place as a whole.
    pub(crate) fn of_place(&self, code: &str) -> &[usize] {
        self.places.get(code).map_or(&[], Vec::as_slice)
    }

    /// A link for each code of some findings, to the first of them, with their number where there are more.
    /// `word` stands before the code; the page is one folder below that of the language.
    pub(crate) fn links(
        &self,
        content: &Content<'_>,
        findings: &[usize],
        word: &Phrase,
    ) -> Vec<Element> {
        let mut codes: Vec<(usize, &Finding, u64)> = Vec::new();
        for &at in findings {
            let Some(finding) = content.report.findings.get(at) else {
                continue;
            };
            match codes.iter_mut().find(|held| held.1.code == finding.code) {
                Some(held) => held.2 += 1,
                None => codes.push((at, finding, 1)),
            }
        }
        let links = codes.into_iter().map(|(at, finding, count)| {
            let page = self.pages.get(at).copied().unwrap_or(0);
            let to = format!("../{}#{}", path(&finding.code, page), row(finding));
            let mut name = word
                .clone()
                .then(Phrase::words(format!(" {}", finding.code)));
            if count > 1 {
                name = name.then(Phrase::words(format!(" ({count})")));
            }
            link(&to, &name)
        });
        links.collect()
    }
}

/// The anchor of a finding on its page; it stays when other findings come or go.
pub(super) fn row(finding: &Finding) -> String {
    let digest = hex(&Sha256::digest(finding.key.as_str().as_bytes()));
    format!("k{}", digest.get(..10).unwrap_or_default())
}
