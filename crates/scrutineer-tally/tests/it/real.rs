//! The real election of the shared folder, read in a few lines: the file has no quoted fields.

use std::sync::OnceLock;

use scrutineer_model::{
    Applies, Dataset, Field, HierarchyIdx, RegisterKind, SheetRow, SheetSet, StationEntry,
    encode_station_id,
};
use scrutineer_tally::Observed;
use serde_json::Value;

use crate::build;

pub(crate) struct Real {
    pub(crate) dataset: Dataset,
    pub(crate) observed: Observed,
    pub(crate) vectors: Value,
    /// Ids of the options in the order of the form.
    pub(crate) ids: Vec<String>,
}

impl Real {
    pub(crate) fn set(&self) -> &SheetSet {
        &self.dataset.sheets()[0]
    }

    pub(crate) fn option(&self, id: &str) -> usize {
        self.ids.iter().position(|held| held == id).unwrap()
    }
}

/// The election and its vectors; `None`, with a printed line, without the shared folder.
pub(crate) fn real() -> Option<&'static Real> {
    static REAL: OnceLock<Option<Real>> = OnceLock::new();
    REAL.get_or_init(load).as_ref()
}

fn load() -> Option<Real> {
    let vectors = scrutineer_testkit::shared::vectors("venezuela-2024-audit.json")?;
    let path = scrutineer_testkit::shared::file("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv")?;
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let ids: Vec<String> = header[11..header.len() - 1]
        .iter()
        .map(|&id| id.to_owned())
        .collect();
    let names: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut contest = build::contest(&names, build::plurality());
    let number = |block: &str, field: &str| vectors["bounds"][block][field].as_u64().unwrap();
    contest.registers = vec![
        build::register("country", RegisterKind::Electors, number("in_country", "R")),
        build::register(
            "with-abroad",
            RegisterKind::Electors,
            number("all_registered_incl_abroad", "R"),
        ),
        // The gross roll and the number of places are in forensics.md, amendments c and h.
        build::register("gross", RegisterKind::Electors, 21_620_705),
        build::register(
            "tables",
            RegisterKind::Stations,
            vectors["coverage_bounds"]["B1"]["tables_total"]
                .as_u64()
                .unwrap(),
        ),
        build::register("places", RegisterKind::Places, 15_797),
    ];
    contest.registers[2].applies = Applies::No;
    let levels = ["state", "municipality", "parish"]
        .map(str::to_owned)
        .to_vec();
    let mut builder = build::builder_with(contest, vec![("administrative".to_owned(), levels)]);
    let fields = vec![Field::Registered, Field::Valid, Field::Invalid];
    let source = builder.source(build::source("sheets"), fields);
    builder.file(source, "sheets.csv").unwrap();
    let mut id = String::new();
    for (line, text) in (2u32..).zip(lines) {
        let fields: Vec<&str> = text.split(',').collect();
        let division = builder
            .division(
                HierarchyIdx::new(0),
                &[fields[0], fields[2], fields[4]],
                &[fields[1], fields[3], fields[5]],
            )
            .unwrap();
        let place = builder.place(fields[6], "", &[division]).unwrap();
        encode_station_id([fields[6], fields[7]], &mut id);
        let entry = StationEntry {
            label: fields[7],
            place: Some(place),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder.station(&id, &entry).unwrap();
        let cells: Vec<_> = fields[8..fields.len() - 1]
            .iter()
            .map(|field| build::cell(field.parse().unwrap()))
            .collect();
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: 0,
            file: 0,
            row: line,
        };
        builder.sheet(source, &row).unwrap();
    }
    let dataset = builder.finish().unwrap();
    let observed = Observed::new(&dataset, &dataset.sheets()[0]);
    Some(Real {
        dataset,
        observed,
        vectors,
        ids,
    })
}

/// Within 1e-6 relative, or half a unit of the last decimal that the vectors print.
pub(crate) fn close(found: f64, expected: &Value, decimals: i32) -> bool {
    let expected = expected.as_f64().unwrap();
    let tolerance = (expected.abs() * 1e-6).max(0.500_000_1 * 10f64.powi(-decimals));
    (found - expected).abs() <= tolerance
}
