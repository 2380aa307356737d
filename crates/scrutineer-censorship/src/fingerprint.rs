//! Addresses and pages of known blocks, from a file that the user gives.

use sha2::{Digest as _, Sha256};

use crate::table::{self, Problem};

/// Where a fingerprint is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Dns,
    Body,
    /// A header by its name in lower case.
    Header(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pattern {
    Full,
    Prefix,
    Contains,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// A whole country or one network: confirms.
    Confirms,
    /// Evidence that the page is no block.
    Against,
    /// Says nothing of a network.
    Silent,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fingerprint {
    place: Place,
    pattern: Pattern,
    text: String,
    scope: Scope,
    countries: Vec<String>,
}

/// What the fingerprints say of something seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Confirms,
    Against,
}

/// The fingerprints of a file, with its digest.
#[derive(Clone, Debug, Default)]
pub struct Fingerprints {
    list: Vec<Fingerprint>,
    digest: Option<String>,
    left_out: u64,
}

impl Fingerprints {
    /// Reads a delimited file with a header; see `spec/censorship.md`.
    ///
    /// Rows whose pattern is of another kind (such as a regular expression) are counted and left out.
    /// Every problem is told, with its row.
    pub fn parse(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let wanted = [
            "scope",
            "location_found",
            "pattern_type",
            "pattern",
            "expected_countries",
        ];
        let rows = table::rows(bytes, &wanted, &[])?;
        let mut held = Self {
            list: Vec::new(),
            digest: Some(table::hexadecimal(&Sha256::digest(bytes))),
            left_out: 0,
        };
        let mut problems = Vec::new();
        for row in rows {
            let [scope, place, kind, pattern, countries] = &row.cells[..] else {
                continue;
            };
            let place = match place.as_str() {
                "dns" => Some(Place::Dns),
                "body" => Some(Place::Body),
                other => other
                    .strip_prefix("header.")
                    .map(|name| Place::Header(name.to_ascii_lowercase())),
            };
            let kind = match kind.as_str() {
                "full" => Some(Pattern::Full),
                "prefix" => Some(Pattern::Prefix),
                "contains" => Some(Pattern::Contains),
                _ => None,
            };
            if pattern.is_empty() {
                problems.push(Problem::new(row.number, "pattern", "text", ""));
                continue;
            }
            let (Some(place), Some(kind)) = (place, kind) else {
                held.left_out += 1;
                continue;
            };
            let scope = match scope.as_str() {
                "nat" | "isp" => Scope::Confirms,
                "fp" => Scope::Against,
                _ => Scope::Silent,
            };
            let countries = countries.split([',', ' ', ';']).map(str::trim);
            held.list.push(Fingerprint {
                place,
                pattern: kind,
                text: pattern.clone(),
                scope,
                countries: countries
                    .filter(|code| !code.is_empty())
                    .map(str::to_ascii_uppercase)
                    .collect(),
            });
        }
        if problems.is_empty() {
            Ok(held)
        } else {
            Err(problems)
        }
    }

    /// SHA-256 of the file in hexadecimal; `None` where none was given.
    pub fn digest(&self) -> Option<&str> {
        self.digest.as_deref()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Rows that this program cannot apply.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    pub(crate) fn of_address(&self, address: &str, country: &str) -> Option<Match> {
        self.find(&Place::Dns, address, country)
    }

    pub(crate) fn of_body(&self, body: &str, country: &str) -> Option<Match> {
        self.find(&Place::Body, body, country)
    }

    /// `name` in lower case.
    pub(crate) fn of_header(&self, name: &str, value: &str, country: &str) -> Option<Match> {
        let held = self
            .list
            .iter()
            .filter(|at| matches!(&at.place, Place::Header(own) if own == name));
        says(held, value, country)
    }

    fn find(&self, place: &Place, text: &str, country: &str) -> Option<Match> {
        says(
            self.list.iter().filter(|at| at.place == *place),
            text,
            country,
        )
    }
}

/// Evidence against a block goes before evidence for one.
fn says<'a>(
    list: impl Iterator<Item = &'a Fingerprint>,
    text: &str,
    country: &str,
) -> Option<Match> {
    let mut confirms = None;
    for at in list {
        let is_there = match at.pattern {
            Pattern::Full => text == at.text,
            Pattern::Prefix => text.starts_with(&at.text),
            Pattern::Contains => text.contains(&at.text),
        };
        match at.scope {
            Scope::Against if is_there => return Some(Match::Against),
            Scope::Confirms if is_there && at.countries.iter().any(|code| code == country) => {
                confirms = Some(Match::Confirms);
            }
            _ => {}
        }
    }
    confirms
}
