//! The tables and their columns: the one place that writers, readers, data package and dictionary
//! are made from.

use super::columns;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, in UTF-8.
    Text,
    /// A whole number of 64 bits with a sign.
    Integer,
    /// A number with decimals, kept as the digits that were printed.
    Decimal,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in every format.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether every row has it.
    pub required: bool,
    /// The words it may hold; empty for any.
    pub words: &'static [&'static str],
    /// What it means, in English.
    pub en: &'static str,
    /// What it means, in Spanish.
    pub es: &'static str,
}

/// One table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Per option: declared, on the sheets, possible.
    Summary,
    /// Sources.
    Sources,
    /// Options.
    Options,
    /// Totals of the register.
    Registers,
    /// Divisions of every hierarchy.
    Divisions,
    /// Stations.
    Stations,
    /// Stations in hierarchies other than the first.
    Memberships,
    /// Every number of every sheet.
    Sheets,
    /// Declarations.
    Declarations,
    /// Every declared figure.
    Declared,
    /// Findings.
    Findings,
    /// How much of the election the sheets are.
    Coverage,
}

impl Table {
    /// Every table in the order of the dictionary.
    pub const ALL: [Self; 12] = [
        Self::Summary,
        Self::Sources,
        Self::Options,
        Self::Registers,
        Self::Divisions,
        Self::Stations,
        Self::Memberships,
        Self::Sheets,
        Self::Declarations,
        Self::Declared,
        Self::Findings,
        Self::Coverage,
    ];

    /// Name in paths, in SQLite and in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Sources => "sources",
            Self::Options => "options",
            Self::Registers => "registers",
            Self::Divisions => "divisions",
            Self::Stations => "stations",
            Self::Memberships => "memberships",
            Self::Sheets => "sheets",
            Self::Declarations => "declarations",
            Self::Declared => "declared",
            Self::Findings => "findings",
            Self::Coverage => "coverage",
        }
    }

    /// The table with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Whether there is one file per division of the first level.
    pub fn is_partitioned(self) -> bool {
        matches!(self, Self::Stations | Self::Memberships | Self::Sheets)
    }

    /// The columns that tell its rows apart; empty where no set of columns that are always there does.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Self::Sources => &["source"],
            Self::Options => &["contest", "option"],
            Self::Registers => &["contest", "register", "reading"],
            Self::Divisions => &["hierarchy", "division"],
            Self::Stations => &["station"],
            Self::Memberships => &["station", "hierarchy"],
            Self::Sheets => &["source", "station", "reading", "kind", "field"],
            Self::Declarations => &["declaration"],
            Self::Summary | Self::Declared | Self::Findings | Self::Coverage => &[],
        }
    }

    /// Its columns in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Summary => columns::SUMMARY,
            Self::Sources => columns::SOURCES,
            Self::Options => columns::OPTIONS,
            Self::Registers => columns::REGISTERS,
            Self::Divisions => columns::DIVISIONS,
            Self::Stations => columns::STATIONS,
            Self::Memberships => columns::MEMBERSHIPS,
            Self::Sheets => columns::SHEETS,
            Self::Declarations => columns::DECLARATIONS,
            Self::Declared => columns::DECLARED,
            Self::Findings => columns::FINDINGS,
            Self::Coverage => columns::COVERAGE,
        }
    }

    /// What a row of it is, in English and in Spanish.
    pub fn description(self) -> (&'static str, &'static str) {
        match self {
            Self::Summary => (
                "One row per contest, division (the whole and the first level), source, declaration and option: what was declared, what the sheets hold, what is possible.",
                "Una fila por contienda, división (el total y el primer nivel), fuente, declaración y opción: lo declarado, lo que suman las actas y lo posible.",
            ),
            Self::Sources => (
                "One row per source of sheets. Of who supplied it only the coarse kind is public.",
                "Una fila por fuente de actas. De quien la aportó solo es público el tipo general.",
            ),
            Self::Options => (
                "One row per option of a contest, in ballot order.",
                "Una fila por opción de una contienda, en el orden de la boleta.",
            ),
            Self::Registers => (
                "One row per reading of a total of the register; sources disagree, so all are here.",
                "Una fila por lectura de un total del registro; las fuentes difieren y por eso están todas.",
            ),
            Self::Divisions => (
                "One row per division of every hierarchy, a parent before its children.",
                "Una fila por división de cada jerarquía, la mayor antes que las que contiene.",
            ),
            Self::Stations => (
                "One row per station that the official list or a sheet names.",
                "Una fila por mesa que la lista oficial o un acta nombra.",
            ),
            Self::Memberships => (
                "One row per station and hierarchy beyond the first.",
                "Una fila por mesa y jerarquía distinta de la primera.",
            ),
            Self::Sheets => (
                "One row per number of every sheet of every source, older and rival readings included. A number that the forms of a source never have has no row.",
                "Una fila por número de cada acta de cada fuente, con lecturas anteriores y rivales. Un número que los formularios de una fuente nunca tienen no tiene fila.",
            ),
            Self::Declarations => ("One row per declaration.", "Una fila por declaración."),
            Self::Declared => (
                "One row per reading of every declared figure; the reading 0 is the one computed with.",
                "Una fila por lectura de cada cifra declarada; con la lectura 0 se calcula.",
            ),
            Self::Findings => (
                "One row per finding. A finding is a fact about records, not a conclusion about anyone.",
                "Una fila por hallazgo. Un hallazgo es un hecho sobre registros, no una conclusión sobre nadie.",
            ),
            Self::Coverage => (
                "One row per source, division (the whole and the first level) and measure of how much there is.",
                "Una fila por fuente, división (el total y el primer nivel) y medida de cuánto hay.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn columns_have_distinct_names_and_both_languages() {
        for table in Table::ALL {
            assert_eq!(Table::named(table.name()), Some(table));
            let names: BTreeSet<&str> = table.columns().iter().map(|held| held.name).collect();
            assert_eq!(names.len(), table.columns().len(), "{}", table.name());
            for column in table.columns() {
                assert!(
                    column.en.ends_with('.') && column.es.ends_with('.'),
                    "{}",
                    column.name
                );
                assert_ne!(column.en, column.es);
            }
        }
    }
}
