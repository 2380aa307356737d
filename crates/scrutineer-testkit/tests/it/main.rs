//! Tests of the documents: what they say must be what the code does.

mod corpora;
mod glossary;
mod guide;
mod interfaces;
