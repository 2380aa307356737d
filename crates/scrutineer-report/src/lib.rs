//! The audit report as terminal text, JSON and one HTML file, in English and Spanish.
//!
//! ```text
//! AuditReport -> sections of blocks (one order, one language) -> terminal, HTML, one page
//!             -> JSON (ids and numbers, with the templates of the messages)
//! AuditReport + Conditions -> Dossier -> the same renderings, the conditions behind the audit
//! ```
//!
//! # In scope
//! - Every text of the program: answers, reasons, findings, problems in the data, help. One message
//!   file per feature and language under `locales/`.
//! - [`terminal()`], [`html()`], [`brief()`], [`brief_html()`], [`json()`], [`compare()`],
//!   [`check_text()`], the pages of `open`, [`sections()`] for pages put together elsewhere, and [`reader_text()`]
//!   for single phrases of the crates that read.
//! - [`conditions`], the document of what may be shown of the conditions of a vote, and [`Dossier`].
//! - Numbers and dates as each language prints them.
//!
//! # Out of scope
//! - Computing anything about an election: `scrutineer-audit` and below. Choosing which statistic
//!   supports an answer: the same.
//! - Reading or writing files, the environment (`NO_COLOR`, `LANG`) and terminals: `scrutineer`.
//!
//! # Limits
//! - Two languages. A third needs its message files and a variant of [`Language`].
//! - HTML is written by a small typed writer instead of templates: elements close and text is
//!   escaped by construction, which templates only promise.
//! - What the operating system, a network library or a library for archives gives as its reason is
//!   quoted as it is, in the language in which they give it.
//! - Votes up to 2^63 - 1 in messages; larger ones cannot occur in a message's arguments.

mod brief;
mod censorship;
mod check;
mod compare;
pub mod conditions;
mod dossier;
mod drawing;
mod forensics;
mod html;

mod json;
mod language;
mod number;
mod opened;
mod parts;
mod phrase;
mod poster;
mod power;
mod reader_words;
mod terminal;
mod texts;
mod view;
mod voice;

pub use brief::brief;
pub use censorship::{
    censorship_csv, censorship_html, censorship_text, classified_text, timeline_csv,
};
pub use check::{CheckSummary, IssueView, check_report_text, check_text};
pub use compare::{
    AnswerChange, Change, Comparison, ContestComparison, LinkChange, NumberChange, changed_section,
    compare, comparison_sections, comparison_text, numbers_of,
};
pub use dossier::{DOSSIER, Dossier, conditions_brief};
pub use drawing::{Drawing, Shape};
pub use forensics::{
    ContestTests, ForensicsDocument, forensics_html, forensics_pictures, forensics_sections,
    forensics_text,
};
pub use html::{Element, FormSection, brief_html, element_id, forms_html, html, html_with};

pub use json::{JsonError, json, schema};
pub use language::Language;
pub use opened::{OpenPage, Problems, open_coverage_html, open_problems_html, open_report_html};
pub use parts::{
    FindingText, chain_picture, chain_state, chain_words, conditions_sections, decision_word,
    first_screen, result_element, sections,
};
pub use phrase::Phrase;
pub use poster::{Picture, card, pictures, statements};
pub use power::{KeptPower, PowerCell, PowerDocument, PowerScenario, power_html, power_text};
pub use reader_words::reader_text;
pub use terminal::{TerminalOptions, terminal, terminal_with};
pub use texts::{TextError, Texts, message_ids, template};
pub use voice::Voice;
