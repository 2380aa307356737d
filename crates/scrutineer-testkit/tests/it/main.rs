//! Tests of the documents: what they say must be what the code does.

mod glossary;
mod guide;
