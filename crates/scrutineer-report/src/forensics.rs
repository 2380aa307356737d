//! The page of `forensics`: tests, checks, what does not apply, pictures, and the table of `power` where one was kept.

use scrutineer_audit::{OptionInfo, TestReport};
use scrutineer_forensics::{Forensics, SourceForensics};
use scrutineer_model::{Message, Real};
use serde::Serialize;

use crate::html::{document, section_element};
use crate::phrase::Phrase;
use crate::power::{KeptPower, beside};
use crate::terminal::{Paper, write_section};
use crate::view::{
    Block, CellChart, Depth, Page, Table, applied, checks, quantity, remarkable, unmet,
};
use crate::voice::Voice;
use crate::{Element, Language, TextError, Texts};

/// Name of the section with the pictures.
const PICTURES: &str = "pictures";
/// Columns of the terminal.
const WIDTH: usize = 80;

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

/// The tests for a terminal, with the table of `power` beside them where one was kept.
pub fn forensics_text(
    held: &ForensicsDocument,
    power: Option<&KeptPower>,
    language: Language,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    Ok(written(&with_power(held, power, &texts)?))
}

/// The tests as one HTML file, with the pictures, and table and plot of `power` where one was kept.
pub fn forensics_html(
    held: &ForensicsDocument,
    power: Option<&KeptPower>,
    language: Language,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    document(&with_power(held, power, &texts)?, &texts)
}

fn with_power(
    held: &ForensicsDocument,
    power: Option<&KeptPower>,
    texts: &Texts,
) -> Result<Page, TextError> {
    let mut page = forensics_page(held, texts)?;
    if let Some(power) = power {
        let title = Voice::general(texts).say("report-section-power")?;
        page.push(
            "power".to_owned(),
            Depth::Core,
            title,
            beside(power, texts)?,
        );
    }
    Ok(page)
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

pub(crate) fn written(page: &Page) -> String {
    let mut paper = Paper::new(WIDTH, false);
    paper.title(&page.title.to_string());
    for section in &page.sections {
        write_section(&mut paper, section, None);
    }
    paper.finish()
}

pub(crate) fn page(title: &str, election: &str, texts: &Texts) -> Result<Page, TextError> {
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
