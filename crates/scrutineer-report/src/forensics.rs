//! The pages of `forensics` and `power`: tests, checks, what does not apply, pictures, false alarms.

use scrutineer_audit::{OptionInfo, TestReport};
use scrutineer_forensics::{Forensics, SourceForensics};
use scrutineer_model::{Message, Real};
use serde::Serialize;

use crate::html::{document, section_element};
use crate::phrase::Phrase;
use crate::terminal::{Paper, write_section};
use crate::view::{
    BarChart, Block, CellChart, Depth, Page, Table, applied, checks, quantity, remarkable, unmet,
};
use crate::voice::Voice;
use crate::{Element, Language, TextError, Texts};

/// Name of the section with the pictures.
const PICTURES: &str = "pictures";
/// Columns of the terminal.
const WIDTH: usize = 80;
/// Parts of the whole in power tables.
const THOUSAND: u32 = 1000;

/// The tests of an election.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ForensicsDocument {
    /// `scrutineer/forensics-report/1`.
    pub schema: &'static str,
    /// Name of the election, as data.
    pub election: String,
    /// One per contest.
    pub contests: Vec<ContestTests>,
}

/// The tests of one contest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContestTests {
    /// What can win, in ballot order.
    pub options: Vec<OptionInfo>,
    /// The results with their sentences.
    pub tests: Vec<TestReport>,
    /// The numbers, the sheets to look at and the data of pictures.
    pub detail: Forensics,
}

/// How often the tests alarm in simulated elections.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PowerDocument {
    /// `scrutineer/power/1`.
    pub schema: &'static str,
    /// Name of the election, as data.
    pub election: String,
    /// Source whose geography was taken.
    pub source: String,
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PowerScenario {
    /// Id of its name, `power-scenario-ID`.
    pub id: &'static str,
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PowerCell {
    /// Id of the test.
    pub test: &'static str,
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

/// The tests for a terminal.
pub fn forensics_text(held: &ForensicsDocument, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    Ok(written(&forensics_page(held, &texts)?))
}

/// The tests as one HTML file, with the pictures.
pub fn forensics_html(held: &ForensicsDocument, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    document(&forensics_page(held, &texts)?, &texts)
}

/// The tests as elements, a section each, for pages that are put together elsewhere; the pictures are left out.
pub fn forensics_sections(
    held: &ForensicsDocument,
    texts: &Texts,
) -> Result<Vec<Element>, TextError> {
    let page = forensics_page(held, texts)?;
    let sections = page.sections.iter();
    let wanted = sections.filter(|section| !section.id.starts_with(PICTURES));
    Ok(wanted.map(section_element).collect())
}

/// The pictures alone, a section per contest.
pub fn forensics_pictures(
    held: &ForensicsDocument,
    texts: &Texts,
) -> Result<Vec<Element>, TextError> {
    let page = forensics_page(held, texts)?;
    let sections = page.sections.iter();
    let wanted = sections.filter(|section| section.id.starts_with(PICTURES));
    Ok(wanted.map(section_element).collect())
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

fn written(page: &Page) -> String {
    let mut paper = Paper::new(WIDTH, false);
    paper.title(&page.title.to_string());
    for section in &page.sections {
        write_section(&mut paper, section, None);
    }
    paper.finish()
}

fn page(title: &str, election: &str, texts: &Texts) -> Result<Page, TextError> {
    let election = [("election", Phrase::data(election))];
    Ok(Page {
        language: texts.language(),
        title: Voice::general(texts).with(&Message::new(title), &election)?,
        sections: Vec::new(),
    })
}

/// Writes the blocks of one section.
type Part = fn(&ContestTests, &Voice<'_>) -> Result<Vec<Block>, TextError>;

fn forensics_page(held: &ForensicsDocument, texts: &Texts) -> Result<Page, TextError> {
    let mut page = page("tests-title", &held.election, texts)?;
    for contest in &held.contests {
        let voice = Voice::naming(texts, &contest.options);
        let suffix = if held.contests.len() > 1 {
            format!("-{}", contest.detail.contest)
        } else {
            String::new()
        };
        let parts: [(&str, &str, Part); 5] = [
            ("sheet-tests", "report-section-sheet-tests", tests),
            (
                "checks-of-null",
                "report-section-checks-of-null",
                consistency,
            ),
            (
                "not-applicable",
                "report-section-not-applicable",
                not_applicable,
            ),
            ("places", "report-section-places", named),
            (PICTURES, "report-section-pictures", pictures),
        ];
        for (id, heading, write) in parts {
            page.push(
                format!("{id}{suffix}"),
                Depth::Core,
                voice.say(heading)?,
                write(contest, &voice)?,
            );
        }
    }
    Ok(page)
}

fn of_source<'a>(contest: &'a ContestTests, source: &SourceForensics) -> Vec<&'a TestReport> {
    contest
        .tests
        .iter()
        .filter(|test| test.source == source.source)
        .collect()
}

fn tests(contest: &ContestTests, voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut blocks = Vec::new();
    if contest.detail.partial {
        blocks.push(Block::Notice(voice.say("tests-partial")?));
    }
    blocks.push(Block::Text(voice.say("tests-intro")?));
    let looks = Message::new("tests-looks").with("looks", contest.detail.looks as u64);
    blocks.push(Block::Text(voice.message(&looks)?));
    blocks.push(remarkable(&contest.tests, voice)?);
    for source in &contest.detail.sources {
        let message = Message::new("tests-left-out")
            .with("sheets", source.sheets as u64)
            .with("places", source.places as u64)
            .with("count", source.left_out);
        blocks.push(Block::Note(
            voice.with(&message, &[("source", Phrase::data(&source.source))])?,
        ));
        blocks
            .extend(applied(&of_source(contest, source), &source.source, voice)?.map(Block::Table));
    }
    Ok(blocks)
}

fn consistency(contest: &ContestTests, voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut blocks = Vec::new();
    for source in &contest.detail.sources {
        blocks
            .extend(checks(&of_source(contest, source), &source.source, voice)?.map(Block::Table));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Text(voice.say("tests-consistency")?));
    }
    Ok(blocks)
}

fn not_applicable(contest: &ContestTests, voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut blocks = Vec::new();
    for source in &contest.detail.sources {
        blocks.extend(unmet(&of_source(contest, source), &source.source, voice)?.map(Block::Table));
    }
    Ok(blocks)
}

fn named(contest: &ContestTests, voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut blocks = Vec::new();
    for source in &contest.detail.sources {
        let name = [("source", Phrase::data(&source.source))];
        let mut table = Table::new(voice.with(&Message::new("tests-places-caption"), &name)?)
            .left(voice.say("tests-column-place")?)
            .left(voice.say("tests-column-of")?)
            .right(voice.say("tests-column-votes")?)
            .right(voice.say("tests-column-p")?);
        for place in &source.extreme_places {
            table.row(vec![
                Phrase::data(&place.place),
                quantity(&place.quantity, voice)?,
                whole(place.votes, voice)?,
                voice.real(place.p)?,
            ]);
        }
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        let mut table = Table::new(voice.with(&Message::new("tests-exchanges-caption"), &name)?)
            .left(voice.say("tests-column-place")?)
            .left(voice.say("tests-column-of")?)
            .right(voice.say("tests-column-votes")?)
            .right(voice.say("tests-column-p")?);
        for exchange in &source.exchanges {
            let of = [
                ("loses", voice.option(&exchange.loses)),
                ("gains", voice.option(&exchange.gains)),
            ];
            table.row(vec![
                Phrase::data(&exchange.station),
                voice.with(&Message::new("tests-exchange-of"), &of)?,
                voice.integer(exchange.votes),
                voice.real(exchange.p)?,
            ]);
        }
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
    }
    if !blocks.is_empty() {
        blocks.push(Block::Note(voice.say("tests-places-note")?));
    }
    Ok(blocks)
}

fn whole(value: Real, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match format!("{:.0}", value.get()).parse::<i64>() {
        Ok(votes) => Ok(voice.integer(votes)),
        Err(_) => voice.say("report-unknown"),
    }
}

fn pictures(contest: &ContestTests, voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut blocks = Vec::new();
    for source in &contest.detail.sources {
        for picture in &source.pictures {
            let names = [
                ("name", voice.option(&picture.option)),
                ("source", Phrase::data(&source.source)),
            ];
            let id = |kind: &str| format!("{kind}-{}-{}", source.source, picture.option);
            if !picture.fingerprint.is_empty() {
                let count: u64 = picture
                    .fingerprint
                    .iter()
                    .map(|cell| u64::from(cell.sheets))
                    .sum();
                blocks.push(Block::Cells(CellChart {
                    id: id("fingerprint"),
                    title: voice.with(&Message::new("tests-fingerprint-title"), &names)?,
                    description: voice
                        .message(&Message::new("tests-fingerprint-text").with("count", count))?,
                    cells: picture
                        .fingerprint
                        .iter()
                        .map(|cell| (cell.turnout, cell.share, cell.sheets))
                        .collect(),
                }));
                let share = |votes: u64, others: u64| {
                    u32::try_from(100 * votes / (votes + others).max(1)).unwrap_or(99)
                };
                blocks.push(Block::Cells(CellChart {
                    id: id("bins"),
                    title: voice.with(&Message::new("tests-bins-title"), &names)?,
                    description: voice.say("tests-bins-text")?,
                    cells: picture
                        .bins
                        .iter()
                        .map(|bin| (bin.turnout, share(bin.votes, bin.others), bin.sheets))
                        .collect(),
                }));
            }
            if picture.divisions.is_empty() {
                continue;
            }
            let mut table =
                Table::new(voice.with(&Message::new("tests-divisions-caption"), &names)?)
                    .left(voice.say("report-column-division")?)
                    .right(voice.say("tests-column-sheets")?)
                    .right(voice.say("tests-column-share-votes")?)
                    .right(voice.say("tests-column-z")?);
            for division in picture.divisions.iter().take(20) {
                let of = voice
                    .integer(division.votes)
                    .then(Phrase::words(" / "))
                    .then(voice.integer(division.valid));
                table.row(vec![
                    Phrase::data(&division.division),
                    voice.integer(division.sheets),
                    of,
                    voice.real(division.z)?,
                ]);
            }
            blocks.push(Block::Table(table));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Note(voice.say("tests-picture-note")?));
    }
    Ok(blocks)
}

fn power_page(held: &PowerDocument, texts: &Texts) -> Result<Page, TextError> {
    let mut page = page("power-title", &held.election, texts)?;
    let voice = Voice::naming(texts, &held.options);
    let source = [("source", Phrase::data(&held.source))];
    let intro = Message::new("power-intro")
        .with("runs", held.runs)
        .with("stations", held.stations);
    let seed = Message::new("power-seed").with("seed", held.seed);
    let mut blocks = vec![
        Block::Text(voice.with(&intro, &source)?),
        Block::Text(voice.say("power-level")?),
        Block::Note(voice.message(&seed)?),
    ];
    let rate = |part: u32, [from, to]: [Real; 2]| -> Result<Phrase, TextError> {
        let share = Real::new(f64::from(part) / f64::from(held.runs.max(1)));
        let message = Message::new("power-rate")
            .with("count", part)
            .with("runs", held.runs);
        let shares = [
            ("share", voice.real_share(share)?),
            ("from", voice.real_share(from)?),
            ("to", voice.real_share(to)?),
        ];
        voice.with(&message, &shares)
    };
    let mut bars = Vec::new();
    let tests = held.scenarios.first().map_or(&[][..], |first| &first.tests);
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
        for cell in scenario.tests.iter().take(tests.len()) {
            let Some(of) = &cell.quantity else { continue };
            let alone = rate(cell.alarms, cell.alarms_interval)?
                .then(Phrase::words(" ("))
                .then(quantity(of, &voice)?)
                .then(Phrase::words(")"));
            table.row(vec![
                name.clone(),
                voice.word("test-title", cell.test)?,
                rate(cell.remarkable, cell.remarkable_interval)?,
                alone,
            ]);
        }
        table.row(vec![
            name,
            voice.say("power-column-any")?,
            rate(scenario.any, scenario.any_interval)?,
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
    page.push(
        "power".to_owned(),
        Depth::Core,
        voice.say("report-section-power")?,
        blocks,
    );
    Ok(page)
}
