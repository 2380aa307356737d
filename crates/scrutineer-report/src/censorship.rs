//! The pages of `censorship analyse`: what was read, changes and their first days, maps, contrast, claims, what
//! could not be seen. None of it is used in an answer.

mod contrast;
mod rows;
mod timeline;
mod watch;

use scrutineer_censorship::{Analysis, CellState, Concordance, Day, Finding, Series, Side, State};
use scrutineer_model::{Message, Real, Value};

pub use rows::{censorship_csv, timeline_csv};

use crate::html::document;
use crate::phrase::Phrase;
use crate::terminal::{Paper, write_section};
use crate::view::{Block, Blocks, Depth, HeatCell, HeatMap, Page, Shade, Table};
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// Columns of the terminal.
const WIDTH: usize = 80;

/// For a terminal.
pub fn censorship_text(held: &Analysis, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let page = page(held, &texts)?;
    let mut paper = Paper::new(WIDTH, false);
    paper.title(&page.title.to_string());
    for section in &page.sections {
        write_section(&mut paper, section, None);
    }
    Ok(paper.finish())
}

/// As one HTML file, with maps.
pub fn censorship_html(held: &Analysis, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    document(&page(held, &texts)?, &texts)
}

fn page(held: &Analysis, texts: &Texts) -> Result<Page, TextError> {
    let voice = Voice::general(texts);
    let mut page = Page {
        language: texts.language(),
        title: voice.say("censorship-title")?,
        sections: Vec::new(),
    };
    let parts: [(&str, &str, Blocks); 10] = [
        (
            "reading",
            "censorship-section-reading",
            reading(held, &voice),
        ),
        (
            "findings",
            "censorship-section-findings",
            findings(held, &voice),
        ),
        (
            "timeline",
            "censorship-section-timeline",
            timeline::blocks(held, &voice),
        ),
        ("maps", "censorship-section-maps", maps(held, &voice)),
        (
            "methods",
            "censorship-section-methods",
            methods(held, &voice),
        ),
        (
            "contrast",
            "censorship-section-contrast",
            contrast::blocks(held, &voice),
        ),
        (
            "withdrawn",
            "censorship-section-withdrawn",
            watch::gone(held, &voice),
        ),
        (
            "watch",
            "censorship-section-watch",
            watch::blocks(held, &voice),
        ),
        ("claims", "censorship-section-claims", claims(held, &voice)),
        ("unseen", "censorship-section-unseen", unseen(held, &voice)),
    ];
    for (id, heading, blocks) in parts {
        page.push(id.to_owned(), Depth::Core, voice.say(heading)?, blocks?);
    }
    Ok(page)
}

fn day(day: Day) -> Phrase {
    Phrase::words(day.to_string())
}

fn text(day: Day) -> Value {
    Value::Text(day.to_string())
}

fn reading(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let reading = &held.reading;
    let mut blocks = vec![Block::Notice(voice.say("censorship-not-used")?)];
    let sum = |pick: &dyn Fn(&scrutineer_censorship::FileReading) -> u64| -> u64 {
        reading.files.iter().map(pick).sum()
    };
    let rejected = sum(&|file| file.rejected.iter().map(|held| held.lines).sum());
    let message = Message::new("censorship-read")
        .with("files", reading.files.len() as u64)
        .with("observations", reading.observations)
        .with("reports", reading.reports);
    blocks.push(Block::Text(voice.message(&message)?));
    if let Some([first, last]) = reading.days {
        let message = Message::new("censorship-span")
            .with("first", text(first))
            .with("last", text(last));
        blocks.push(Block::Text(voice.message(&message)?));
    }
    if let Some(country) = &held.country
        && reading.of_country < reading.observations
    {
        let message = Message::new("censorship-of-country")
            .with("count", reading.of_country)
            .with("country", Value::Text(country.clone()));
        let said = voice.message(&message)?;
        blocks.push(if reading.of_country == 0 {
            Block::Notice(said)
        } else {
            Block::Text(said)
        });
    }
    if let Some([first, last]) = held.window.filter(|_| held.outside_window > 0) {
        let message = Message::new("censorship-window")
            .with("first", text(first))
            .with("last", text(last))
            .with("count", held.outside_window);
        blocks.push(Block::Text(voice.message(&message)?));
    }
    let left_out = [
        ("censorship-left-rejected", rejected),
        ("censorship-left-quarantined", sum(&|file| file.quarantined)),
        ("censorship-left-duplicates", reading.duplicates),
        ("censorship-left-invalid", reading.invalid),
        ("censorship-left-ipv6", reading.ipv6_masked),
        ("censorship-left-cut", sum(&|file| u64::from(file.is_cut))),
    ];
    let mut list = Vec::new();
    for (id, count) in left_out.into_iter().filter(|(_, count)| *count > 0) {
        list.push(voice.message(&Message::new(id).with("count", count))?);
    }
    if !list.is_empty() {
        blocks.push(Block::Lead(voice.say("censorship-left-out")?));
        blocks.push(Block::List(list));
    }
    let method = Message::new("censorship-method")
        .with("rules", Value::Text(held.rule_set.to_owned()))
        .with("looks", held.looks)
        .with("draws", held.draws);
    blocks.push(Block::Note(voice.message(&method)?));
    Ok(blocks)
}

fn network(asn: u32, name: Option<&String>) -> Phrase {
    let number = Phrase::words(format!("AS{asn}"));
    match name {
        Some(name) => number.then(Phrase::words(" ")).then(Phrase::data(name)),
        None => number,
    }
}

/// A network with the country of its probes, where none was asked for: it can serve several.
fn placed(asn: u32, name: Option<&String>, of: &str, asked: Option<&String>) -> Phrase {
    let network = network(asn, name);
    match asked {
        Some(_) => network,
        None => network.then(Phrase::words(format!(" ({of})"))),
    }
}

fn percent(interval: Option<[Real; 2]>) -> String {
    interval.map_or_else(String::new, |[low, high]| {
        format!(" ({:.0}–{:.0} %)", low.get() * 100.0, high.get() * 100.0)
    })
}

fn findings(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    if held.findings.is_empty() {
        blocks.push(Block::Text(voice.say("censorship-no-finding")?));
    } else {
        blocks.push(Block::Text(voice.say("censorship-findings-intro")?));
    }
    for finding in &held.findings {
        blocks.push(Block::List(vec![sentence(
            finding,
            held.country.as_ref(),
            voice,
        )?]));
    }
    if !held.findings.is_empty() {
        blocks.push(Block::Table(checks(&held.findings, voice)?));
    }
    if !held.unpublished.is_empty() {
        let mut table = Table::new(voice.say("censorship-unpublished")?)
            .left(voice.say("censorship-column-target")?)
            .left(voice.say("censorship-column-network")?)
            .left(voice.say("censorship-column-day")?)
            .left(voice.say("censorship-column-lacks")?);
        for finding in &held.unpublished {
            let mut lacks = Phrase::default();
            for (at, lack) in finding.lacks.iter().enumerate() {
                if at > 0 {
                    lacks = lacks.then(Phrase::words("; "));
                }
                lacks = lacks.then(voice.say(&format!("censorship-lack-{}", lack.word()))?);
            }
            table.row(vec![
                Phrase::data(&finding.target),
                placed(
                    finding.asn,
                    finding.network.as_ref(),
                    &finding.country,
                    held.country.as_ref(),
                ),
                day(finding.day),
                lacks,
            ]);
        }
        blocks.push(Block::Table(table));
    }
    Ok(blocks)
}

fn sentence(
    finding: &Finding,
    country: Option<&String>,
    voice: &Voice<'_>,
) -> Result<Phrase, TextError> {
    let concordance = match finding.concordance {
        Concordance::Strong => "strong",
        Concordance::SingleSource => "single",
    };
    let message = Message::new("censorship-finding")
        .with("day", text(finding.day))
        .with("before", text(finding.last_before))
        .with("earliest", text(finding.support[0]))
        .with("latest", text(finding.support[1]))
        .with("beforeblocked", finding.before.blocked)
        .with("beforen", finding.before.n)
        .with("afterblocked", finding.after.blocked)
        .with("aftern", finding.after.n)
        .with("range", Value::Text(percent(finding.after.interval)))
        .with("reports", finding.after.reports)
        .with("concordance", Value::Text(concordance.to_owned()));
    let mechanism = finding.mechanism.clone().unwrap_or_default();
    let names = [
        ("target", Phrase::data(&finding.target)),
        (
            "network",
            placed(
                finding.asn,
                finding.network.as_ref(),
                &finding.country,
                country,
            ),
        ),
        ("mechanism", Phrase::words(mechanism)),
    ];
    voice.with(&message, &names)
}

/// What each finding must be read against.
fn checks(findings: &[Finding], voice: &Voice<'_>) -> Result<Table, TextError> {
    let mut table =
        Table::new(voice.say("censorship-checks")?).left(voice.say("censorship-column-finding")?);
    for id in [
        "outage",
        "elsewhere",
        "campaign",
        "added",
        "version",
        "mobile",
        "resolver",
        "tunnel",
        "ipv6",
        "largest",
    ] {
        table = table.left(voice.say(&format!("censorship-column-{id}"))?);
    }
    for finding in findings {
        let checks = &finding.checks;
        let unknown = || voice.say("censorship-unknown");
        let part = |k: u64, n: u64| format!("{k}/{n}");
        let both = |pick: &dyn Fn(&Side) -> u64| {
            let before = part(pick(&finding.before), finding.before.n);
            Phrase::words(format!(
                "{before} → {}",
                part(pick(&finding.after), finding.after.n)
            ))
        };
        let outage = match (checks.outages.len(), checks.outages_known) {
            (0, false) => unknown()?,
            (days, true) => Phrase::words(days.to_string()),
            (days, false) => voice
                .message(&Message::new("censorship-outages-at-least").with("count", days as u64))?,
        };
        let elsewhere = match checks.control_countries {
            Some([unreached, all]) => Phrase::words(part(unreached, all)),
            None => unknown()?,
        };
        let added = match checks.added {
            Some(added) => day(added),
            None => unknown()?,
        };
        let version = if checks.has_new_version {
            "censorship-yes"
        } else {
            "censorship-no"
        };
        let [largest, all] = checks.largest_report;
        let what =
            Phrase::data(&finding.target).then(Phrase::words(format!(", AS{}", finding.asn)));
        table.row(vec![
            what,
            outage,
            elsewhere,
            both(&|side| side.campaign),
            added,
            voice.say(version)?,
            both(&|side| side.mobile),
            both(&|side| side.own_resolver),
            both(&|side| side.tunnel),
            both(&|side| side.ipv6_failed),
            Phrase::words(part(largest, all)),
        ]);
    }
    Ok(table)
}

fn shade(state: CellState) -> Shade {
    match state {
        CellState::Blocked => Shade::Full,
        CellState::Mixed => Shade::Half,
        CellState::Possible => Shade::Hatched,
        CellState::Down => Shade::Ring,
        CellState::Ok => Shade::Light,
        CellState::Insufficient => Shade::Blank,
    }
}

fn maps(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    let Some([first, last]) = held.window else {
        return Ok(blocks);
    };
    let mut legend = Vec::new();
    for state in CellState::ALL {
        let meaning = voice.say(&format!("censorship-state-{}", state.word()))?;
        legend.push((shade(*state), meaning));
    }
    let place = |day: Day| usize::try_from(day.0 - first.0).ok();
    let election = held
        .election
        .filter(|day| (first..=last).contains(day))
        .and_then(place);
    let of = |series: &Series| (series.asn, series.country.clone());
    for panel in held.series.chunk_by(|a, b| of(a) == of(b)) {
        let Some(one) = panel.first() else { continue };
        let network = placed(
            one.asn,
            one.network.as_ref(),
            &one.country,
            held.country.as_ref(),
        );
        let names = [("network", network)];
        let count = Message::new("censorship-map-text").with("count", panel.len() as u64);
        blocks.push(Block::Heat(HeatMap {
            id: format!("map-{}-{}", one.asn, one.country),
            title: voice.with(&Message::new("censorship-map-title"), &names)?,
            description: voice.message(&count)?,
            days: [first.to_string(), last.to_string()],
            marked: match election {
                Some(at) => Some((at, voice.say("censorship-election-day")?)),
                None => None,
            },
            rows: panel
                .iter()
                .map(|series| row(series, first, last))
                .collect(),
            legend: legend.clone(),
        }));
    }
    Ok(blocks)
}

fn row(series: &Series, first: Day, last: Day) -> (Phrase, Vec<HeatCell>) {
    let cells = (first.0..=last.0).map(|at| {
        let place = series.days.binary_search_by_key(&Day(at), |cell| cell.day);
        let cell = place.ok().and_then(|place| series.days.get(place));
        HeatCell {
            shade: cell.map(|cell| shade(cell.state)),
            label: cell.map_or_else(String::new, |cell| {
                format!(
                    "{}: {}/{}{}",
                    cell.day,
                    cell.blocked,
                    cell.n,
                    percent(cell.interval)
                )
            }),
            count: cell.map_or(0, |cell| cell.n),
        }
    });
    (Phrase::data(&series.target), cells.collect())
}

fn methods(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let mut table = Table::new(voice.say("censorship-methods")?)
        .left(voice.say("censorship-column-target")?)
        .left(voice.say("censorship-column-network")?)
        .left(voice.say("censorship-column-mechanism")?)
        .left(voice.say("censorship-column-first")?)
        .left(voice.say("censorship-column-last")?)
        .right(voice.say("censorship-column-n")?)
        .right(voice.say("censorship-column-reports")?)
        .left(voice.say("censorship-column-witness")?);
    for series in &held.series {
        for mechanism in &series.mechanisms {
            let mut what = Phrase::words(mechanism.mechanism.clone());
            if mechanism.is_possible {
                what = what
                    .then(Phrase::words(" – "))
                    .then(voice.say("censorship-possible")?);
            }
            let witness = mechanism.witnesses.first().map_or("", String::as_str);
            table.row(vec![
                Phrase::data(&series.target),
                placed(
                    series.asn,
                    series.network.as_ref(),
                    &series.country,
                    held.country.as_ref(),
                ),
                what,
                day(mechanism.first),
                day(mechanism.last),
                voice.integer(mechanism.n),
                voice.integer(mechanism.reports),
                Phrase::data(witness),
            ]);
        }
    }
    Ok(if table.rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Table(table)]
    })
}

fn claims(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    if held.statements.is_empty() {
        return Ok(Vec::new());
    }
    let mut table = Table::new(voice.say("censorship-claims")?)
        .left(voice.say("censorship-column-target")?)
        .left(voice.say("censorship-column-network")?)
        .left(voice.say("censorship-column-day")?)
        .left(voice.say("censorship-column-mechanism")?)
        .left(voice.say("censorship-column-source")?);
    for claim in &held.statements {
        let network = claim
            .asn
            .map_or_else(Phrase::default, |asn| Phrase::words(format!("AS{asn}")));
        table.row(vec![
            Phrase::data(&claim.target),
            network,
            day(claim.day),
            Phrase::data(&claim.method),
            Phrase::data(&claim.source),
        ]);
    }
    Ok(vec![
        Block::Text(voice.say("censorship-claims-text")?),
        Block::Table(table),
    ])
}

fn unseen(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let mut blocks = vec![Block::Text(voice.say("censorship-unseen-text")?)];
    let networks = held
        .unseen
        .networks
        .iter()
        .map(|held| network(held.asn, Some(&held.name)));
    let lists: [(&str, Vec<Phrase>); 3] = [
        (
            "censorship-unseen-targets",
            held.unseen
                .targets
                .iter()
                .map(|target| Phrase::data(target))
                .collect(),
        ),
        ("censorship-unseen-networks", networks.collect()),
        (
            "censorship-unseen-days",
            held.unseen.days.iter().map(|at| day(*at)).collect(),
        ),
    ];
    for (id, list) in lists {
        let message = Message::new(id).with("count", list.len() as u64);
        blocks.push(Block::Lead(voice.message(&message)?));
        if !list.is_empty() {
            blocks.push(Block::List(list));
        }
    }
    Ok(blocks)
}

/// How many measurements each state has, for `classify`.
pub fn classified_text(
    counts: &[(State, &'static str, String, u64)],
    language: Language,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let voice = Voice::general(&texts);
    let mut table = Table::new(voice.say("censorship-classified")?)
        .left(voice.say("censorship-column-state")?)
        .left(voice.say("censorship-column-rule")?)
        .left(voice.say("censorship-column-mechanism")?)
        .right(voice.say("censorship-column-n")?);
    for (state, rule, mechanism, n) in counts {
        table.row(vec![
            voice.say(&format!("censorship-verdict-{}", state.word()))?,
            Phrase::words(*rule),
            Phrase::words(mechanism.clone()),
            voice.integer(*n),
        ]);
    }
    let mut paper = Paper::new(WIDTH, false);
    crate::terminal::write_blocks(&mut paper, &[Block::Table(table)]);
    Ok(paper.finish())
}
