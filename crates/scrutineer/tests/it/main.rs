//! The real program, run as a person runs it.
#![expect(clippy::unwrap_used, reason = "what a test cannot do fails it")]

mod audit;
mod browser;
mod canaries;
mod censorship;
mod check;
mod codes;
#[cfg(test)]
mod conditions;
mod demo;
mod disclosure;
mod folders;
mod forensics;
mod forms;
mod harm;
#[cfg(test)]
mod harm_small;
mod help;
mod incidents;
mod index;
mod literals;
mod maps;
mod network;
mod pinned;
mod planted;
mod power;
mod publication;
mod publisher;
mod quick_count;
mod real;
mod rla;
mod rla_ballots;
mod rla_replay;
mod rla_strata;
mod said;
mod schemas;
mod serving;
#[cfg(test)]
mod site_check;
mod site_hostile;
mod site_journey;
mod site_pages;
mod spanish;
mod spanish_record;
mod statements;
mod support;
mod watch;
mod workbooks;
