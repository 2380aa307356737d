//! Totals, coverage, bounds, feasibility, increments, imputation and comparison of sources
