//! The crate from outside: the engine against arithmetic of 77 digits, the known defects of other programs,
//! properties, and draws that somebody else replays.

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
