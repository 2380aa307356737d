//! The audit report as terminal text, JSON and one HTML file, in English and Spanish
