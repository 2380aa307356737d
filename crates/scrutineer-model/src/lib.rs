//! The domain of tally-sheet audits: elections, stations, sheets, declarations and findings as typed, columnar values
