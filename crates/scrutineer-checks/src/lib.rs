//! The catalogue of checks with stable codes
