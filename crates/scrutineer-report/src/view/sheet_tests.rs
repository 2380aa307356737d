//! Statistical tests: what they say, apart from the answers.

use std::collections::BTreeMap;

use scrutineer_audit::{AuditReport, TestReport};
use scrutineer_model::{Message, Tier};

use super::{Block, Blocks, Table};
use crate::phrase::Phrase;
use crate::voice::Voice;
use crate::{TextError, Texts};

/// An adjusted p of at most this is called remarkable (`spec/tests.md`).
const LEVEL: f64 = 0.01;

/// Per source one row a test: the look with the smallest p.
pub(super) fn of_report(report: &AuditReport, texts: &Texts) -> Blocks {
    let mut blocks = Vec::new();
    let Some(first) = report.tests.first() else {
        return Ok(blocks);
    };
    let general = Voice::general(texts);
    blocks.push(Block::Text(general.say("tests-intro")?));
    blocks.push(Block::Text(
        general.message(&Message::new("tests-looks").with("looks", first.looks))?,
    ));
    blocks.push(remarkable(&report.tests, &general)?);
    for contest in &report.contests {
        let voice = Voice::of(texts, contest);
        for source in &contest.sources {
            let own = report.tests.iter().filter(|test| test.source == source.id);
            let shown = smallest(own.clone());
            if let Some(table) = applied(&shown, &source.id, &voice)? {
                blocks.push(Block::Table(table));
            }
            let shown = unmet_once(own);
            if let Some(table) = unmet(&shown, &source.id, &voice)? {
                blocks.push(Block::Table(table));
            }
        }
    }
    let is_check = |test: &TestReport| test.tier == Tier::Picture && test.p.is_some();
    if report.tests.iter().any(is_check) {
        blocks.push(Block::Note(general.say("tests-checks-elsewhere")?));
    }
    Ok(blocks)
}

/// Whether any look is remarkable.
pub(crate) fn remarkable(tests: &[TestReport], voice: &Voice<'_>) -> Result<Block, TextError> {
    let is_small = |test: &&TestReport| test.adjusted_p.is_some_and(|p| p.get() <= LEVEL);
    let count = tests.iter().filter(is_small).count() as u64;
    Ok(Block::Text(if count == 0 {
        voice.say("tests-none-remarkable")?
    } else {
        voice.message(&Message::new("tests-remarkable").with("count", count))?
    }))
}

/// Per test the look with the smallest p.
fn smallest<'a>(tests: impl Iterator<Item = &'a TestReport>) -> Vec<&'a TestReport> {
    let mut found: Vec<&TestReport> = Vec::new();
    for test in tests.filter(|test| test.tier == Tier::Test && test.p.is_some()) {
        match found.iter_mut().find(|held| held.id == test.id) {
            Some(held)
                if test.p.map(scrutineer_model::Real::get)
                    < held.p.map(scrutineer_model::Real::get) =>
            {
                *held = test;
            }
            Some(_) => {}
            None => found.push(test),
        }
    }
    found
}

/// Tests none of whose looks applies, once each.
fn unmet_once<'a>(tests: impl Iterator<Item = &'a TestReport>) -> Vec<&'a TestReport> {
    let mut by_test: BTreeMap<&str, (bool, &TestReport)> = BTreeMap::new();
    let mut order = Vec::new();
    for test in tests {
        let held = by_test.entry(&test.id).or_insert_with(|| {
            order.push(test.id.as_str());
            (false, test)
        });
        held.0 |= test.p.is_some();
    }
    let kept = order.into_iter().filter_map(|id| by_test.get(id));
    kept.filter(|held| !held.0).map(|held| held.1).collect()
}

/// Name of what a test looked at.
pub(crate) fn quantity(id: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match id {
        "turnout" | "options" | "register" => voice.word("tests-quantity", id),
        option => Ok(voice.option(option)),
    }
}

/// Tests that have a p, the effect first; `None` without any.
pub(crate) fn applied(
    tests: &[&TestReport],
    source: &str,
    voice: &Voice<'_>,
) -> Result<Option<Table>, TextError> {
    let mut table = head(source, voice)?
        .right(voice.say("tests-column-adjusted")?)
        .left(voice.say("tests-column-found")?);
    for test in tests.iter().filter(|test| test.tier == Tier::Test) {
        let (Some(p), Some(adjusted)) = (test.p, test.adjusted_p) else {
            continue;
        };
        table.row(vec![
            voice.word("test-title", &test.id)?,
            quantity(&test.quantity, voice)?,
            votes(test, voice)?,
            voice.real(p)?,
            voice.real(adjusted)?,
            voice.message(&test.message)?,
        ]);
    }
    Ok((!table.rows.is_empty()).then_some(table))
}

/// Consistency checks; `None` without any.
pub(crate) fn checks(
    tests: &[&TestReport],
    source: &str,
    voice: &Voice<'_>,
) -> Result<Option<Table>, TextError> {
    let mut table = head(source, voice)?.left(voice.say("tests-column-found")?);
    for test in tests.iter().filter(|test| test.tier == Tier::Picture) {
        let Some(p) = test.p else { continue };
        table.row(vec![
            voice.word("test-title", &test.id)?,
            quantity(&test.quantity, voice)?,
            votes(test, voice)?,
            voice.real(p)?,
            voice.message(&test.message)?,
        ]);
    }
    Ok((!table.rows.is_empty()).then_some(table))
}

/// Tests that do not apply, with the reason; `None` without any.
pub(crate) fn unmet(
    tests: &[&TestReport],
    source: &str,
    voice: &Voice<'_>,
) -> Result<Option<Table>, TextError> {
    let mut table = Table::new(caption(source, voice)?)
        .left(voice.say("tests-column-test")?)
        .left(voice.say("tests-column-of")?)
        .left(voice.say("tests-column-why")?);
    for test in tests.iter().filter(|test| test.p.is_none()) {
        table.row(vec![
            voice.word("test-title", &test.id)?,
            quantity(&test.quantity, voice)?,
            voice.message(&test.message)?,
        ]);
    }
    Ok((!table.rows.is_empty()).then_some(table))
}

fn caption(source: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    voice.with(
        &Message::new("tests-caption"),
        &[("source", Phrase::data(source))],
    )
}

fn head(source: &str, voice: &Voice<'_>) -> Result<Table, TextError> {
    Ok(Table::new(caption(source, voice)?)
        .left(voice.say("tests-column-test")?)
        .left(voice.say("tests-column-of")?)
        .right(voice.say("tests-column-votes")?)
        .right(voice.say("tests-column-p")?))
}

/// The effect, rounded to whole votes.
fn votes(test: &TestReport, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match test
        .effect
        .map(|effect| format!("{:.0}", effect.get()).parse::<i64>())
    {
        Some(Ok(votes)) => Ok(voice.integer(votes)),
        _ => voice.say("report-unknown"),
    }
}
