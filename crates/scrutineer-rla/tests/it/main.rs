//! The engine against arithmetic of 70 digits, the known defects of other programs, properties, and draws
//! that others replay.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod defects;
#[cfg(test)]
mod digits;
#[cfg(test)]
mod precision;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod replay;
