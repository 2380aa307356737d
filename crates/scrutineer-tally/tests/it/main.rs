//! The numbers of a real election against vectors that somebody else computed, and properties
//! against naive oracles.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod build;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod declared;
#[cfg(test)]
mod feasibility;
#[cfg(test)]
mod imputation;
#[cfg(test)]
mod joint;
#[cfg(test)]
mod outcome;
#[cfg(test)]
mod real;
#[cfg(test)]
mod rounding;
#[cfg(test)]
mod totals;
