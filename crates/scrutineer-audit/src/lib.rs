//! The audit report, the chain of evidence and the two answers
