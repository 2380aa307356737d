//! The frame: every station that can be drawn, with its stratum.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scrutineer_model::Message;

use super::problem::Problem;
use super::table::Table;

/// One station of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameStation {
    /// The canonical id of the station.
    pub id: String,
    /// The code of its stratum.
    pub stratum: String,
    /// Registered voters; `None` where the official list states none, or 0.
    pub electors: Option<u32>,
}

/// The stations in order of their ids, each once, and their strata in order of their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    stations: Vec<FrameStation>,
    strata: Vec<String>,
    of: Vec<usize>,
}

impl Frame {
    /// Sorts stations into a frame.
    ///
    /// # Errors
    /// Every id that occurs twice, and a frame without a station.
    pub fn new(mut stations: Vec<FrameStation>) -> Result<Self, Vec<Problem>> {
        stations.sort_by(|a, b| a.id.cmp(&b.id));
        let mut problems: Vec<Problem> = stations
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if a.id == b.id => Some(repeated(&a.id, None)),
                _ => None,
            })
            .collect();
        if stations.is_empty() {
            problems.push(Problem::whole(Message::new("quick-count-empty-frame")));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut codes: BTreeMap<&str, usize> = stations
            .iter()
            .map(|station| (station.stratum.as_str(), 0))
            .collect();
        for (place, held) in codes.values_mut().enumerate() {
            *held = place;
        }
        let of = stations
            .iter()
            .map(|station| codes.get(station.stratum.as_str()).copied().unwrap_or(0))
            .collect();
        let strata = codes.keys().map(|code| (*code).to_owned()).collect();
        Ok(Self {
            stations,
            strata,
            of,
        })
    }

    /// Reads `frame.csv`.
    ///
    /// # Errors
    /// Every absent column, every cell that cannot be used and every repeated station, with its row.
    pub fn read(table: &Table) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let [id, stratum, electors] =
            table.columns(["station", "stratum", "electors"], &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut stations = Vec::with_capacity(table.rows.len());
        let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
        for row in &table.rows {
            let (own, of) = (row.text(id), row.text(stratum));
            for (name, text) in [("station", own), ("stratum", of)] {
                if text.is_empty() {
                    let message = Message::new("quick-count-empty-cell");
                    problems.push(Problem::cell(row.row, name, message));
                }
            }
            if !own.is_empty() && seen.insert(own, row.row).is_some() {
                problems.push(repeated(own, Some(row.row)));
            }
            let count = row.text(electors);
            let parsed = count.parse::<u32>().ok();
            if !count.is_empty() && parsed.is_none() {
                let message = Message::new("quick-count-no-number").with("found", count);
                problems.push(Problem::cell(row.row, "electors", message));
            }
            stations.push(FrameStation {
                id: own.to_owned(),
                stratum: of.to_owned(),
                electors: parsed.filter(|&count| count > 0),
            });
        }
        if problems.is_empty() {
            Self::new(stations)
        } else {
            Err(problems)
        }
    }

    /// The bytes of `frame.csv`: the same frame gives the same bytes.
    pub fn to_csv(&self) -> String {
        let mut text = String::from("station,stratum,electors\n");
        for station in &self.stations {
            let count = station.electors.map_or_else(String::new, |n| n.to_string());
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{},{},{count}",
                quoted(&station.id),
                quoted(&station.stratum)
            );
        }
        text
    }

    /// The stations in order of their ids.
    pub fn stations(&self) -> &[FrameStation] {
        &self.stations
    }

    /// The codes of the strata, in their order.
    pub fn strata(&self) -> &[String] {
        &self.strata
    }

    /// For each station the place of its stratum in [`Frame::strata`].
    pub fn stratum_of(&self) -> &[usize] {
        &self.of
    }

    /// Where a station stands.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.stations
            .binary_search_by(|station| station.id.as_str().cmp(id))
            .ok()
    }

    /// Registered voters of a station; `None` where the list states none or has no such station.
    pub(crate) fn electors(&self, id: &str) -> Option<u32> {
        self.stations.get(self.position(id)?)?.electors
    }

    /// Stations and registered voters by stratum.
    pub fn sizes(&self) -> Vec<(u64, u64)> {
        let mut sizes = vec![(0, 0); self.strata.len()];
        for (station, &stratum) in self.stations.iter().zip(&self.of) {
            if let Some((stations, electors)) = sizes.get_mut(stratum) {
                *stations += 1;
                *electors += u64::from(station.electors.unwrap_or(0));
            }
        }
        sizes
    }
}

/// A cell of a file with commas.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn repeated(id: &str, row: Option<u64>) -> Problem {
    Problem {
        row,
        column: Some("station".to_owned()),
        message: Message::new("quick-count-repeated-station").with("station", id),
    }
}
