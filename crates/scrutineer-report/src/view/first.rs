//! The first screen: the question, the two answers, the supply, the table, what is not established.

use scrutineer_audit::{
    AuditReport, ContestReport, CountReport, DeclarationReport, DeclarationResult, LinkStatus,
    SourceReport,
};
use scrutineer_model::{Link, Message};

use super::{Block, Blocks, RangeBar, RangeChart, Table};
use crate::phrase::Phrase;
use crate::voice::Voice;
use crate::{TextError, Texts};

/// Tables of more results than this stand after the first screen, but for the last declaration's.
const TABLES: usize = 2;

/// Everything on the first screen, contest by contest.
pub(super) fn blocks(report: &AuditReport, texts: &Texts) -> Blocks {
    let general = Voice::general(texts);
    let mut blocks = rejected(report, &general)?;
    for contest in &report.contests {
        let voice = Voice::of(texts, contest);
        if report.contests.len() > 1 {
            blocks.push(Block::Heading(Phrase::data(&contest.name)));
        }
        blocks.extend(answers(contest, &voice)?);
        for source in &contest.sources {
            blocks.push(Block::Text(supply(
                source,
                contest.sources.len() > 1,
                &voice,
            )?));
        }
        for (declaration, result) in shown(contest, true) {
            blocks.extend(table(contest, declaration, result, &voice)?);
        }
        if contest.declarations.is_empty() {
            for source in &contest.sources {
                blocks.push(Block::Table(observed_table(contest, source, &voice)?));
            }
        }
        blocks.extend(not_established(contest, &voice)?);
    }
    blocks.push(Block::Lead(general.with(
        &Message::new("report-as-of"),
        &[("date", general.date(report.as_of)?)],
    )?));
    if let Some(log) = &report.log {
        blocks.push(Block::Text(general.with(
            &Message::new("report-log").with("size", log.size),
            &[
                ("origin", Phrase::data(&log.origin)),
                ("root", Phrase::data(&log.root)),
            ],
        )?));
    }
    blocks.push(Block::Text(general.with(
        &Message::new("report-id"),
        &[("id", Phrase::data(&report.report_id))],
    )?));
    Ok(blocks)
}

/// What the first screen says in sentences: the answers, who supplied how much, and the date.
pub(super) fn spoken(report: &AuditReport, texts: &Texts) -> Blocks {
    let general = Voice::general(texts);
    let mut blocks = rejected(report, &general)?;
    for contest in &report.contests {
        let voice = Voice::of(texts, contest);
        if report.contests.len() > 1 {
            blocks.push(Block::Heading(Phrase::data(&contest.name)));
        }
        blocks.extend(answers(contest, &voice)?);
        for source in &contest.sources {
            blocks.push(Block::Text(supply(
                source,
                contest.sources.len() > 1,
                &voice,
            )?));
        }
    }
    blocks.push(Block::Lead(general.with(
        &Message::new("report-as-of"),
        &[("date", general.date(report.as_of)?)],
    )?));
    Ok(blocks)
}

/// What the first screen shows beside its sentences: tables, charts, what is not established.
pub(super) fn figures(report: &AuditReport, texts: &Texts) -> Blocks {
    let general = Voice::general(texts);
    let mut blocks = Vec::new();
    for contest in &report.contests {
        let voice = Voice::of(texts, contest);
        if report.contests.len() > 1 {
            blocks.push(Block::Heading(Phrase::data(&contest.name)));
        }
        for (declaration, result) in shown(contest, true) {
            blocks.extend(table(contest, declaration, result, &voice)?);
        }
        if contest.declarations.is_empty() {
            for source in &contest.sources {
                blocks.push(Block::Table(observed_table(contest, source, &voice)?));
            }
        }
        blocks.extend(not_established(contest, &voice)?);
    }
    blocks.push(Block::Text(general.with(
        &Message::new("report-id"),
        &[("id", Phrase::data(&report.report_id))],
    )?));
    Ok(blocks)
}

/// The table of one declaration and source with its chart; nothing where the report has no such result.
pub(super) fn result(
    contest: &ContestReport,
    (declaration, source): (&str, &str),
    voice: &Voice<'_>,
) -> Blocks {
    let held = contest
        .declarations
        .iter()
        .find(|held| held.id == declaration);
    let result = held.and_then(|held| {
        let result = held.results.iter().find(|result| result.source == source)?;
        Some((held, result))
    });
    result.map_or(Ok(Vec::new()), |(held, result)| {
        table(contest, held, result, voice)
    })
}

/// Tables that did not fit the first screen.
pub(super) fn remaining_tables(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for (declaration, result) in shown(contest, false) {
        blocks.extend(table(contest, declaration, result, voice)?);
    }
    Ok(blocks)
}

fn shown(
    contest: &ContestReport,
    first: bool,
) -> impl Iterator<Item = (&DeclarationReport, &DeclarationResult)> {
    let results = contest.declarations.iter().map(|held| held.results.len());
    let all_fit = results.sum::<usize>() <= TABLES;
    let last = contest.declarations.len().saturating_sub(1);
    contest
        .declarations
        .iter()
        .enumerate()
        .filter(move |(position, _)| (all_fit || *position == last) == first)
        .flat_map(|(_, held)| held.results.iter().map(move |result| (held, result)))
}

fn rejected(report: &AuditReport, voice: &Voice<'_>) -> Blocks {
    report
        .inputs
        .iter()
        .filter(|input| input.rejected > 0)
        .map(|input| {
            let message = Message::new("report-rejected")
                .with("rejected", input.rejected)
                .with("rows", input.rows)
                .with("file", input.file.as_str());
            voice.message(&message).map(Block::Notice)
        })
        .collect()
}

fn answers(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    let several = contest.sources.len() > 1;
    let label = |source: &str| several.then(|| Phrase::data(source));
    for declaration in &contest.declarations {
        let message = Message::new("report-question-winner")
            .with("authority", declaration.authority.as_str())
            .with("date", declaration.time.date().to_string());
        let message = if declaration.winners.is_empty() {
            message
        } else {
            message.with("declared_winners", declaration.winners.clone())
        };
        blocks.push(Block::Question(voice.message(&message)?));
        for result in &declaration.results {
            let statement = voice.statement(&result.winner)?;
            blocks.push(Block::Statement(label(&result.source), statement));
        }
        blocks.push(Block::Question(voice.message(&Message {
            id: "report-question-figures".to_owned(),
            args: message.args,
        })?));
        for result in &declaration.results {
            let statement = voice.statement(&result.figures.answer)?;
            blocks.push(Block::Statement(label(&result.source), statement));
        }
    }
    if contest.declarations.is_empty() {
        blocks.push(Block::Question(voice.say("report-question-standing")?));
        for source in &contest.sources {
            let statement = voice.standing(&source.standing.statement)?;
            blocks.push(Block::Statement(label(&source.id), statement));
        }
    }
    Ok(blocks)
}

fn supply(source: &SourceReport, several: bool, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let mut message = Message::new("report-supply")
        .with("label", label_word(source))
        .with("sheets", source.coverage.stations_reported);
    if let Some(expected) = source.coverage.stations_expected {
        message = message.with("expected", expected);
    }
    if let Some(date) = source.evidence.obtained_on {
        message = message.with("date", date.to_string());
    }
    if !source.aligned_with.is_empty() {
        message = message.with("winners", source.aligned_with.clone());
    }
    let phrase = voice.message(&message)?;
    Ok(if several {
        Phrase::data(&source.id)
            .then(Phrase::words(": "))
            .then(phrase)
    } else {
        phrase
    })
}

/// The word of the interface for who supplied a source.
pub(super) fn label_word(source: &SourceReport) -> &'static str {
    use scrutineer_model::SourceLabel as Label;
    match source.label {
        Label::Authority => "authority",
        Label::PartyAligned => "party-aligned",
        Label::Observer => "observer",
        Label::Media => "media",
        Label::Court => "court",
        Label::Citizen => "citizen",
        Label::Withheld => "withheld",
        Label::Unknown => "unknown",
    }
}

/// A line of the main table.
struct Line {
    id: String,
    /// The options that it is about.
    members: Vec<String>,
    position: usize,
    declared: Option<Phrase>,
    declared_votes: Option<u64>,
    observed: [u64; 2],
    possible: Option<[Option<u64>; 2]>,
}

impl Line {
    /// Whether the declared number is outside the possible range.
    fn is_outside(&self) -> bool {
        let (Some(declared), Some([low, high])) = (self.declared_votes, self.possible) else {
            return false;
        };
        low.is_some_and(|low| declared < low) || high.is_some_and(|high| declared > high)
    }
}

fn table(
    contest: &ContestReport,
    declaration: &DeclarationReport,
    result: &DeclarationResult,
    voice: &Voice<'_>,
) -> Blocks {
    let lines = lines(contest, declaration, result, voice);
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let mut about = vec![("declaration", Phrase::data(&declaration.id))];
    about.push(("source", Phrase::data(&result.source)));
    let mut table = Table::new(voice.with(&Message::new("report-table-caption"), &about)?)
        .left(voice.say("report-column-option")?)
        .right(voice.say("report-column-declared")?)
        .right(voice.say("report-column-sheets")?)
        .right(voice.say("report-column-possible")?);
    let count = contest
        .sources
        .iter()
        .find(|held| held.id == result.source)
        .and_then(counted);
    if let Some(count) = count {
        table = table.right(voice.message(&of_count("report-column-counted", count))?);
    }
    for line in &lines {
        let declared = match &line.declared {
            Some(declared) if line.is_outside() => declared.clone().then(Phrase::words("\u{a0}*")),
            Some(declared) => declared.clone(),
            None => voice.say("report-not-announced")?,
        };
        let possible = match line.possible {
            Some([low, high]) => voice.interval(low, high)?,
            None => voice.say("report-not-bounded")?,
        };
        let [low, high] = line.observed;
        let mut row = vec![
            voice.option(&line.id),
            declared,
            voice.interval(Some(low), Some(high))?,
            possible,
        ];
        if let Some(count) = count {
            let votes = line.members.iter().filter_map(|id| count.votes.get(id));
            row.push(voice.integer(votes.fold(0u64, |sum, votes| sum.saturating_add(*votes))));
        }
        table.row(row);
    }
    let mut blocks = vec![Block::Table(table)];
    if lines.iter().any(Line::is_outside) {
        blocks.push(Block::Note(voice.say("report-outside")?));
    }
    if let Some(reading) = &result.figures.reading {
        let reading = voice.word("report-reading", reading)?;
        let message = Message::new("report-table-reading");
        blocks.push(Block::Note(voice.with(&message, &[("name", reading)])?));
    }
    blocks.push(Block::Ranges(chart(
        &lines,
        declaration,
        result,
        &about,
        voice,
    )?));
    Ok(blocks)
}

/// A chart with the answer that it belongs to.
pub(crate) struct ChartView {
    pub(crate) declaration: String,
    pub(crate) source: String,
    /// What the figures are, with the condition.
    pub(crate) condition: Phrase,
    pub(crate) chart: RangeChart,
}

/// The chart of every declaration with every source.
pub(crate) fn charts(
    contest: &ContestReport,
    voice: &Voice<'_>,
) -> Result<Vec<ChartView>, TextError> {
    let mut out = Vec::new();
    for declaration in &contest.declarations {
        for result in &declaration.results {
            let lines = lines(contest, declaration, result, voice);
            if lines.is_empty() {
                continue;
            }
            let about = [
                ("declaration", Phrase::data(&declaration.id)),
                ("source", Phrase::data(&result.source)),
            ];
            out.push(ChartView {
                declaration: declaration.id.clone(),
                source: result.source.clone(),
                condition: voice.statement(&result.figures.answer)?.phrase().clone(),
                chart: chart(&lines, declaration, result, &about, voice)?,
            });
        }
    }
    Ok(out)
}

/// Who won, by every declaration and source, else what the sheets of each source show; with the conditions.
pub(crate) fn statements(
    contest: &ContestReport,
    voice: &Voice<'_>,
) -> Result<Vec<Phrase>, TextError> {
    let results = contest.declarations.iter().flat_map(|held| &held.results);
    if contest.declarations.is_empty() {
        let sources = contest.sources.iter();
        return sources
            .map(|source| Ok(voice.standing(&source.standing.statement)?.phrase().clone()))
            .collect();
    }
    results
        .map(|result| Ok(voice.statement(&result.winner)?.phrase().clone()))
        .collect()
}

/// Who supplied the sheets of a source, and how many.
pub(crate) fn coverage(source: &SourceReport, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    supply(source, true, voice)
}

/// Targets of the declaration and options outside all of them, in ballot order.
fn lines(
    contest: &ContestReport,
    declaration: &DeclarationReport,
    result: &DeclarationResult,
    voice: &Voice<'_>,
) -> Vec<Line> {
    let source = contest.sources.iter().find(|held| held.id == result.source);
    let place = |id: &str| contest.options.iter().position(|option| option.id == id);
    let observed = |ids: &[&str]| {
        ids.iter().fold([0u64, 0u64], |[low, high], id| {
            let [least, most] = source.map_or([0, 0], |source| votes_of(source, id));
            [low.saturating_add(least), high.saturating_add(most)]
        })
    };
    let mut lines: Vec<Line> = declaration
        .declared
        .iter()
        .map(|(id, value)| {
            let members: Vec<&str> = if value.options.is_empty() {
                vec![id.as_str()]
            } else {
                value.options.iter().map(String::as_str).collect()
            };
            let first = members.iter().filter_map(|member| place(member)).min();
            let printed = value.percent.map(|percent| voice.percent(percent));
            Line {
                id: id.clone(),
                members: members.iter().map(|&member| member.to_owned()).collect(),
                position: first.unwrap_or(contest.options.len()),
                declared: value.votes.map(|votes| voice.integer(votes)).or(printed),
                declared_votes: value.votes,
                observed: observed(&members),
                possible: result.possible.get(id).copied().flatten(),
            }
        })
        .collect();
    let announced = |id: &str| {
        declaration
            .declared
            .iter()
            .any(|(target, value)| target == id || value.options.iter().any(|member| member == id))
    };
    let absent = contest.options.iter().enumerate();
    for (position, option) in absent.filter(|(_, option)| !announced(&option.id)) {
        lines.push(Line {
            id: option.id.clone(),
            members: vec![option.id.clone()],
            position,
            declared: None,
            declared_votes: None,
            observed: observed(&[option.id.as_str()]),
            possible: result.possible.get(&option.id).copied().flatten(),
        });
    }
    lines.sort_by_key(|line| line.position);
    lines
}

/// Votes of an option on the sheets of a source, as an interval.
pub(super) fn votes_of(source: &SourceReport, option: &str) -> [u64; 2] {
    let exact = source
        .totals
        .as_ref()
        .and_then(|totals| totals.options.get(option))
        .map(|&votes| [votes, votes]);
    let interval = source
        .totals_interval
        .as_ref()
        .and_then(|totals| totals.options.get(option))
        .copied();
    exact.or(interval).unwrap_or([0, 0])
}

fn chart(
    lines: &[Line],
    declaration: &DeclarationReport,
    result: &DeclarationResult,
    about: &[(&'static str, Phrase)],
    voice: &Voice<'_>,
) -> Result<RangeChart, TextError> {
    let mut bars = Vec::new();
    for line in lines {
        let [low, high] = line.possible.unwrap_or([None, None]);
        let declared = line.declared.clone();
        let message = Message::new(if declared.is_some() {
            "report-chart-bar"
        } else {
            "report-chart-bar-undeclared"
        });
        let mut extra = vec![
            ("name", voice.option(&line.id)),
            ("range", voice.interval(low, high)?),
            (
                "sheets",
                voice.interval(Some(line.observed[0]), Some(line.observed[1]))?,
            ),
        ];
        if let Some(declared) = declared {
            extra.push(("declared", declared));
        }
        bars.push(RangeBar {
            id: line.id.clone(),
            name: voice.option(&line.id),
            position: line.position,
            low,
            high,
            declared: line.declared_votes,
            observed: line.observed[0],
            label: voice.with(&message, &extra)?,
        });
    }
    Ok(RangeChart {
        id: format!("chart-{}-{}", declaration.id, result.source),
        title: voice.with(&Message::new("report-chart-title"), about)?,
        description: voice.say("report-chart-description")?,
        bars,
        legend: [
            voice.say("report-column-possible")?,
            voice.say("report-column-declared")?,
            voice.say("report-column-sheets")?,
        ],
        stamp: Vec::new(),
    })
}

fn observed_table(
    contest: &ContestReport,
    source: &SourceReport,
    voice: &Voice<'_>,
) -> Result<Table, TextError> {
    let caption = voice.with(
        &Message::new("report-table-caption-sheets"),
        &[("source", Phrase::data(&source.id))],
    )?;
    let mut table = Table::new(caption)
        .left(voice.say("report-column-option")?)
        .right(voice.say("report-column-sheets")?)
        .right(voice.say("report-column-share")?)
        .right(voice.say("report-column-share-possible")?);
    let count = counted(source);
    if let Some(count) = count {
        table = table.right(voice.message(&of_count("report-column-counted", count))?);
    }
    let outcome = source
        .outcome
        .iter()
        .find(|outcome| outcome.register == source.least_favourable);
    for option in &contest.options {
        let bounds = outcome.and_then(|outcome| outcome.shares.get(&option.id));
        let [low, high] = votes_of(source, &option.id);
        let possible = match bounds.and_then(|held| held.min.zip(held.max)) {
            Some((min, max)) => voice.with(
                &Message::new("report-interval"),
                &[("low", voice.share(min)), ("high", voice.share(max))],
            )?,
            None => voice.say("report-not-bounded")?,
        };
        let mut row = vec![
            voice.option(&option.id),
            voice.interval(Some(low), Some(high))?,
            voice.known_share(bounds.and_then(|held| held.observed))?,
            possible,
        ];
        if let Some(count) = count {
            row.push(voice.integer(count.votes.get(&option.id).copied().unwrap_or(0)));
        }
        table.row(row);
    }
    Ok(table)
}

/// A count whose votes are known.
fn counted(source: &SourceReport) -> Option<&CountReport> {
    let count = source.overturned_by.as_ref();
    count.filter(|count| !count.votes.is_empty())
}

/// A message about a count.
fn of_count(id: &str, count: &CountReport) -> Message {
    Message::new(id)
        .with("how", count.looked_at.as_str())
        .with("sample", count.stations)
        .with("link", u32::from(count.link.number()))
}

/// By source, that a count overturned the outcome of its records.
fn overturned(contest: &ContestReport, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    let several = contest.sources.len() > 1;
    let counts = contest
        .sources
        .iter()
        .filter_map(|source| Some((source, source.overturned_by.as_ref()?)));
    counts
        .map(|(source, count)| {
            let said = voice.message(&of_count("report-overturned", count))?;
            Ok(if several {
                Phrase::data(&source.id)
                    .then(Phrase::words(": "))
                    .then(said)
            } else {
                said
            })
        })
        .collect()
}

fn not_established(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut said = overturned(contest, voice)?;
    let open: Vec<Phrase> = contest
        .chain
        .links()
        .iter()
        .filter(|link| match link.link {
            Link::BallotsToSheet => {
                !matches!(link.status, LinkStatus::Bounded | LinkStatus::Broken)
            }
            Link::OutcomeToDeclaration => {
                link.status == LinkStatus::Open && !contest.declarations.is_empty()
            }
            _ => link.status == LinkStatus::Open,
        })
        .map(|link| {
            let id = if link.reasons.iter().any(|reason| reason == "4-not-verified") {
                "report-not-established-4-not-verified".to_owned()
            } else {
                format!("report-not-established-{}", link.link.number())
            };
            voice.say(&id)
        })
        .collect::<Result<_, _>>()?;
    said.extend(open);
    if said.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![
        Block::Heading(voice.say("report-not-established")?),
        Block::List(said),
    ])
}
