//! Synthetic elections with known truth
