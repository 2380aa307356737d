//! The checks from outside: every code fires, nothing fires on a clean folder, the real sheets.

mod build;
mod cases;
mod catalogue;
mod examples;
mod messages;
mod real;
mod rules;
