//! What is fixed before the data are read: dates, lists, names, and what others say.

use serde::Serialize;

use crate::address::{host, site};
use crate::day::Day;
use crate::table::{Problem, Row, rows};

/// A site or service that somebody chose to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Listed {
    /// The site (a host without `www.`) or the service.
    pub target: String,
    /// The category of the list; empty where it has none.
    pub category: String,
    /// The day on which it was added to the list; `None` where that is not said.
    pub added: Option<Day>,
}

/// The name of a network in a span of days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct NetworkName {
    /// Its number.
    pub asn: u32,
    /// Its name.
    pub name: String,
    /// The first day of the name; `None` for always.
    pub from: Option<Day>,
    /// The last day of the name; `None` for still.
    pub to: Option<Day>,
    /// Who says so.
    pub source: String,
}

/// A network in a span of days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct NetworkDays {
    /// The network.
    pub asn: u32,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// Who says so.
    pub source: String,
}

/// Outages on record, and where somebody looked for them. A day on which nobody looked is not a day
/// without an outage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Outages {
    /// Networks that were out of order.
    pub recorded: Vec<NetworkDays>,
    /// Networks that somebody watched: every outage of these days that was found is recorded.
    pub watched: Vec<NetworkDays>,
}

impl NetworkDays {
    fn has(&self, asn: u32, day: Day) -> bool {
        self.asn == asn && (self.first..=self.last).contains(&day)
    }
}

impl Outages {
    /// Whether the network is recorded as out of order on the day.
    pub(crate) fn has(&self, asn: u32, day: Day) -> bool {
        self.recorded.iter().any(|held| held.has(asn, day))
    }

    /// Whether somebody watched the network on the day.
    pub(crate) fn is_watched(&self, asn: u32, day: Day) -> bool {
        self.watched.iter().any(|held| held.has(asn, day))
    }
}

/// What somebody said about a block: a claim, never a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Statement {
    /// The site or service.
    pub target: String,
    /// The network; `None` where the statement names none.
    pub asn: Option<u32>,
    /// The day from which on.
    pub day: Day,
    /// The method as stated.
    pub method: String,
    /// Who said it.
    pub source: String,
    /// Whether it rests on other measurements than those that are read here.
    pub is_independent: bool,
}

/// What an analysis looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Settings {
    /// The country looked at; every country that is no control where `None`.
    pub country: Option<String>,
    /// The day of the election; no contrast without it.
    pub election: Option<Day>,
    /// Targets chosen before reading; empty for all that were measured.
    pub targets: Vec<Listed>,
    /// Targets that nobody blocks, of like kind and volume.
    pub control_targets: Vec<Listed>,
    /// Countries in which the same targets are compared.
    pub control_countries: Vec<String>,
    /// Names of networks.
    pub networks: Vec<NetworkName>,
    /// Outages on record, and where somebody looked for them.
    pub outages: Outages,
    /// Statements by others.
    pub statements: Vec<Statement>,
}

fn day(row: &Row, at: usize, column: &str, problems: &mut Vec<Problem>) -> Option<Day> {
    let text = row.cells.get(at).map(String::as_str).unwrap_or_default();
    if text.is_empty() {
        return None;
    }
    let day = Day::parse(text);
    if day.is_none() {
        problems.push(Problem::new(row.number, column, "day", text));
    }
    day
}

fn asn(row: &Row, at: usize, problems: &mut Vec<Problem>) -> Option<u32> {
    let text = row.cells.get(at).map(String::as_str).unwrap_or_default();
    let number = text.strip_prefix("AS").unwrap_or(text).parse().ok();
    if number.is_none() {
        problems.push(Problem::new(row.number, "asn", "network", text));
    }
    number
}

fn cell(row: &Row, at: usize) -> String {
    row.cells.get(at).cloned().unwrap_or_default()
}

fn target(row: &Row, at: usize, column: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let text = cell(row, at);
    let found = host(&text).map(|host| site(&host).to_owned());
    if found.is_none() {
        problems.push(Problem::new(row.number, column, "host", &text));
    }
    found
}

fn whole<T: Ord>(mut held: Vec<T>, problems: Vec<Problem>) -> Result<Vec<T>, Vec<Problem>> {
    if !problems.is_empty() {
        return Err(problems);
    }
    held.sort();
    held.dedup();
    Ok(held)
}

/// Reads a list of targets: `url` and, if there, `category_code` and `date_added`.
pub fn parse_targets(bytes: &[u8]) -> Result<Vec<Listed>, Vec<Problem>> {
    let found = rows(bytes, &["url"], &["category_code", "date_added"])?;
    let mut problems = Vec::new();
    let mut held: Vec<Listed> = Vec::new();
    for row in &found {
        let target = target(row, 0, "url", &mut problems);
        let added = day(row, 2, "date_added", &mut problems);
        held.extend(target.map(|target| Listed {
            target,
            category: cell(row, 1),
            added,
        }));
    }
    let mut held = whole(held, problems)?;
    // A host may stand in a list several times, by its pages; the earliest day counts.
    held.sort_by(|a, b| a.target.cmp(&b.target).then(a.added.cmp(&b.added)));
    held.dedup_by(|a, b| a.target == b.target);
    Ok(held)
}

/// Reads names of networks: `asn,name,from,to,source`.
pub fn parse_networks(bytes: &[u8]) -> Result<Vec<NetworkName>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut held = Vec::new();
    for row in &rows(bytes, &["asn", "name", "from", "to", "source"], &[])? {
        let asn = asn(row, 0, &mut problems);
        let from = day(row, 2, "from", &mut problems);
        let to = day(row, 3, "to", &mut problems);
        let (name, source) = (cell(row, 1), cell(row, 4));
        for (column, text) in [("name", &name), ("source", &source)] {
            if text.is_empty() {
                problems.push(Problem::new(row.number, column, "text", ""));
            }
        }
        held.extend(asn.map(|asn| NetworkName {
            asn,
            name,
            from,
            to,
            source,
        }));
    }
    whole(held, problems)
}

/// Reads outages: `asn,day,source` and, if there, `to` (the last day; else there is one day) and `kind`: `outage`,
/// which is also what an empty cell means, or `watched`.
pub fn parse_outages(bytes: &[u8]) -> Result<Outages, Vec<Problem>> {
    let mut problems = Vec::new();
    let (mut recorded, mut watched) = (Vec::new(), Vec::new());
    for row in &rows(bytes, &["asn", "day", "source"], &["to", "kind"])? {
        let asn = asn(row, 0, &mut problems);
        let first = day(row, 1, "day", &mut problems);
        if cell(row, 1).is_empty() {
            problems.push(Problem::new(row.number, "day", "day", ""));
        }
        let last = day(row, 3, "to", &mut problems);
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            problems.push(Problem::new(row.number, "to", "last-day", &cell(row, 3)));
        }
        let list = match cell(row, 4).as_str() {
            "" | "outage" => Some(&mut recorded),
            "watched" => Some(&mut watched),
            other => {
                problems.push(Problem::new(row.number, "kind", "outage-watched", other));
                None
            }
        };
        if let (Some(asn), Some(first), Some(list)) = (asn, first, list) {
            list.push(NetworkDays {
                asn,
                first,
                last: last.unwrap_or(first),
                source: cell(row, 2),
            });
        }
    }
    Ok(Outages {
        recorded: whole(recorded, problems)?,
        watched: whole(watched, Vec::new())?,
    })
}

/// Reads statements: `target,asn,day,method,source,independent`, the last `yes` or `no`.
pub fn parse_statements(bytes: &[u8]) -> Result<Vec<Statement>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut held = Vec::new();
    for row in &rows(
        bytes,
        &["target", "asn", "day", "method", "source", "independent"],
        &[],
    )? {
        let target = target(row, 0, "target", &mut problems);
        let named = if cell(row, 1).is_empty() {
            None
        } else {
            asn(row, 1, &mut problems)
        };
        let found = day(row, 2, "day", &mut problems);
        if cell(row, 2).is_empty() {
            problems.push(Problem::new(row.number, "day", "day", ""));
        }
        let independent = match cell(row, 5).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            other => {
                problems.push(Problem::new(row.number, "independent", "yes-no", other));
                None
            }
        };
        if let (Some(target), Some(day), Some(is_independent)) = (target, found, independent) {
            held.push(Statement {
                target,
                asn: named,
                day,
                method: cell(row, 3),
                source: cell(row, 4),
                is_independent,
            });
        }
    }
    whole(held, problems)
}

impl Settings {
    /// The name of a network on a day; of several the one that began last.
    pub(crate) fn network(&self, asn: u32, day: Day) -> Option<&NetworkName> {
        let is_then = |held: &&NetworkName| {
            held.asn == asn
                && held.from.is_none_or(|from| from <= day)
                && held.to.is_none_or(|to| day <= to)
        };
        self.networks.iter().rev().find(is_then)
    }

    pub(crate) fn listed(&self, target: &str) -> Option<&Listed> {
        let place = self
            .targets
            .binary_search_by(|held| held.target.as_str().cmp(target));
        place.ok().and_then(|place| self.targets.get(place))
    }

    /// Whether a target is one of those looked at.
    pub(crate) fn is_wanted(&self, target: &str) -> bool {
        self.targets.is_empty() || self.listed(target).is_some()
    }

    pub(crate) fn is_control_target(&self, target: &str) -> bool {
        self.control_targets
            .iter()
            .any(|held| held.target == target)
    }

    pub(crate) fn is_studied(&self, country: &str) -> bool {
        match &self.country {
            Some(own) => own == country,
            None => !self.is_control_country(country),
        }
    }

    pub(crate) fn is_control_country(&self, country: &str) -> bool {
        self.control_countries.iter().any(|held| held == country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_a_list_is_told_with_its_row_and_column() {
        let text = b"target,asn,day,method,source,independent\nx.org,8048,2024-08-09,dns,a,yes\n,x,,dns,a,maybe\n";
        let problems = parse_statements(text).unwrap_err();
        let places: Vec<_> = problems
            .iter()
            .map(|at| (at.row, at.column.as_str()))
            .collect();
        assert_eq!(
            places,
            [(3, "target"), (3, "asn"), (3, "day"), (3, "independent")]
        );
    }

    #[test]
    fn a_name_holds_in_its_days() {
        let text = b"asn,name,from,to,source\n7,Old,,2020-12-31,a\n7,New,2021-01-01,,b\n";
        let settings = Settings {
            networks: parse_networks(text).unwrap(),
            ..Settings::default()
        };
        let name = |day: &str| {
            settings
                .network(7, Day::parse(day).unwrap())
                .map(|at| at.name.as_str())
        };
        assert_eq!(
            (name("2020-06-01"), name("2024-06-01")),
            (Some("Old"), Some("New"))
        );
    }

    #[test]
    fn a_host_of_several_pages_is_one_target_since_its_first_day() {
        let text = b"url,category_code,date_added\nhttp://www.x.org/b,NEWS,2020-01-01\nhttps://x.org/a,NEWS,2014-01-01\n";
        let found = parse_targets(text).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].added, Day::parse("2014-01-01"));
        assert_eq!(parse_targets(b"url\nx.org\n").unwrap()[0].target, "x.org");
    }

    #[test]
    fn each_column_that_may_be_absent_is_read_without_the_others() {
        let dated = parse_targets(b"date_added,url\n2014-01-01,x.org\n").unwrap();
        assert_eq!(dated[0].added, Day::parse("2014-01-01"));
        assert_eq!(dated[0].category, "");
        let sorted = parse_targets(b"category_code,url\nNEWS,x.org\n").unwrap();
        assert_eq!(
            (sorted[0].category.as_str(), sorted[0].added),
            ("NEWS", None)
        );
        assert_eq!(
            parse_targets(b"date_added,url\nsoon,x.org\n")
                .unwrap_err()
                .len(),
            1
        );
        let watched = parse_outages(b"asn,day,kind,source\n7,2024-08-01,watched,a\n").unwrap();
        assert_eq!((watched.recorded.len(), watched.watched.len()), (0, 1));
        let recorded = parse_outages(b"asn,day,to,source\n7,2024-08-01,2024-08-03,a\n").unwrap();
        assert_eq!((recorded.recorded.len(), recorded.watched.len()), (1, 0));
        assert!(recorded.has(7, Day::parse("2024-08-03").unwrap()));
    }
}
