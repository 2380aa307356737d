//! Values that another program computed, and laws that the distributions must keep.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod laws;
#[cfg(test)]
mod oracle;
