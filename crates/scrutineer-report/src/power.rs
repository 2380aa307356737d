//! False alarms and power of the tests: the page of `power`, and its table beside results.

use scrutineer_audit::OptionInfo;
use scrutineer_model::{Message, Real};
use serde::{Deserialize, Serialize};

use crate::forensics::{page, written};
use crate::html::document;
use crate::phrase::Phrase;
use crate::view::{BarChart, Block, Depth, Page, Table, quantity};
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// Parts of the whole in the plot.
const THOUSAND: u32 = 1000;
/// The role of a test that has no adjusted p.
const CHECK: &str = "consistency-check";

/// How often the tests alarm in simulated elections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PowerDocument {
    /// `scrutineer/power/1`.
    pub schema: String,
    /// Rule-set version of `spec/tests.md`.
    pub rules: String,
    /// Name of the election, as data.
    pub election: String,
    /// Source whose geography was taken.
    pub source: String,
    /// SHA-256 of that geography: stations, places, voters, and how each place voted.
    pub geography: String,
    /// What can win, in ballot order.
    pub options: Vec<OptionInfo>,
    /// Stations of the geography.
    pub stations: u32,
    /// Elections per scenario.
    pub runs: u32,
    /// Seed of the first.
    pub seed: u64,
    /// One per scenario, honest ones first.
    pub scenarios: Vec<PowerScenario>,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PowerScenario {
    /// Id of its name, `power-scenario-ID`.
    pub id: String,
    /// Share of tables or places that it touches.
    pub touching: Real,
    /// One per test, in the order of `spec/tests.md`.
    pub tests: Vec<PowerCell>,
    /// Runs in which any look had an adjusted p of at most 0.01.
    pub any: u32,
    /// Ends of Wilson's 95 % interval of that share of the runs.
    pub any_interval: [Real; 2],
}

/// One test in one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PowerCell {
    /// Id of the test.
    pub test: String,
    /// `test`; `consistency-check` where its null is known to be too simple or was calibrated on these sheets, so
    /// that it has no adjusted p.
    pub role: String,
    /// What alarmed most often; `null` where the test never applied.
    pub quantity: Option<String>,
    /// Runs in which that look had a p of at most 0.01.
    pub alarms: u32,
    /// Ends of Wilson's 95 % interval of that share of the runs.
    pub alarms_interval: [Real; 2],
    /// Runs in which some look of the test had an adjusted p of at most 0.01.
    pub remarkable: u32,
    /// Ends of Wilson's 95 % interval of that share of the runs.
    pub remarkable_interval: [Real; 2],
}

/// The last table of `power` that was kept in a folder.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptPower {
    /// The table.
    pub document: PowerDocument,
    /// Whether it is a table as the program makes it by the rules of this version for the sheets that the folder has now.
    pub fits: bool,
}

/// False alarms and power for a terminal.
pub fn power_text(held: &PowerDocument, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    Ok(written(&power_page(held, &texts)?))
}

/// False alarms and power as one HTML file.
pub fn power_html(held: &PowerDocument, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    document(&power_page(held, &texts)?, &texts)
}

/// The table and the plot beside results; only a note, with nothing of the file, where it does not fit.
pub(crate) fn beside(held: &KeptPower, texts: &Texts) -> Result<Vec<Block>, TextError> {
    if held.fits {
        return blocks(&held.document, texts);
    }
    Ok(vec![Block::Note(
        Voice::general(texts).say("power-not-of-here")?,
    )])
}

fn power_page(held: &PowerDocument, texts: &Texts) -> Result<Page, TextError> {
    let mut page = page("power-title", &held.election, texts)?;
    page.push(
        "power".to_owned(),
        Depth::Core,
        Voice::general(texts).say("report-section-power")?,
        blocks(held, texts)?,
    );
    Ok(page)
}

/// A share of the runs with its interval.
fn rate(
    (part, [from, to]): (u32, [Real; 2]),
    runs: u32,
    voice: &Voice<'_>,
) -> Result<Phrase, TextError> {
    let share = Real::new(f64::from(part) / f64::from(runs.max(1)));
    let message = Message::new("power-rate")
        .with("count", part)
        .with("runs", runs);
    let shares = [
        ("share", voice.real_share(share)?),
        ("from", voice.real_share(from)?),
        ("to", voice.real_share(to)?),
    ];
    voice.with(&message, &shares)
}

fn blocks(held: &PowerDocument, texts: &Texts) -> Result<Vec<Block>, TextError> {
    let voice = Voice::naming(texts, &held.options);
    let source = [("source", Phrase::data(&held.source))];
    let intro = Message::new("power-intro")
        .with("runs", held.runs)
        .with("stations", held.stations);
    let seed = Message::new("power-seed").with("seed", held.seed);
    let mut blocks = vec![
        Block::Text(voice.with(&intro, &source)?),
        Block::Text(voice.say("power-level")?),
        Block::Text(voice.say("power-checks")?),
        Block::Note(voice.message(&seed)?),
    ];
    let mut bars = Vec::new();
    let mut table = Table::new(voice.with(&Message::new("power-caption"), &source)?)
        .left(voice.say("power-column-scenario")?)
        .left(voice.say("tests-column-test")?)
        .right(voice.say("tests-column-adjusted")?)
        .left(voice.say("tests-column-p")?);
    for scenario in &held.scenarios {
        let share = [("share", voice.real_share(scenario.touching)?)];
        let name = voice.with(
            &Message::new(format!("power-scenario-{}", scenario.id)),
            &share,
        )?;
        let parts = u64::from(scenario.any) * u64::from(THOUSAND) / u64::from(held.runs.max(1));
        bars.push((name.clone(), u32::try_from(parts).unwrap_or(THOUSAND)));
        for cell in &scenario.tests {
            let Some(of) = &cell.quantity else { continue };
            let alone = rate((cell.alarms, cell.alarms_interval), held.runs, &voice)?
                .then(Phrase::words(" ("))
                .then(quantity(of, &voice)?)
                .then(Phrase::words(")"));
            let adjusted = if cell.role == CHECK {
                voice.say("power-is-check")?
            } else {
                let found = (cell.remarkable, cell.remarkable_interval);
                rate(found, held.runs, &voice)?
            };
            table.row(vec![
                name.clone(),
                voice.word("test-title", &cell.test)?,
                adjusted,
                alone,
            ]);
        }
        table.row(vec![
            name,
            voice.say("power-column-any")?,
            rate((scenario.any, scenario.any_interval), held.runs, &voice)?,
            Phrase::default(),
        ]);
    }
    blocks.push(Block::Table(table));
    blocks.push(Block::Bars(BarChart {
        id: "power-bars".to_owned(),
        title: voice.say("power-plot-title")?,
        description: voice.say("power-plot-text")?,
        bars,
    }));
    Ok(blocks)
}
