//! Any bytes as the document about the conditions that a bundle carries: what is read is written as the same bytes
//! and its pages are made in both languages or refused in both. The crate of the reports replays the kept corpus as a test.

#![no_main]

use scrutineer_report::conditions::Conditions;
use scrutineer_report::{Language, Texts, conditions_brief, conditions_sections};

const PARTS: [&str; 8] = [
    "conditions-timeline",
    "conditions-counts",
    "conditions-reports",
    "conditions-blocked",
    "conditions-blocked-days",
    "conditions-published",
    "conditions-indices",
    "conditions-trace",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(held) = Conditions::parse(data) else {
        return;
    };
    assert_eq!(held.json().expect("what was read").as_bytes(), data);
    let has_texts = Language::ALL.map(|language| {
        conditions_brief(&held, language).is_ok()
            && conditions_sections(&held, &Texts::new(language), &PARTS).is_ok()
    });
    assert_eq!(has_texts[0], has_texts[1]);
});
