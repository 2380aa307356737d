//! Builders, oracles and the vector runner (development only)
