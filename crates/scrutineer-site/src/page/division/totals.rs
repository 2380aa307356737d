//! Totals of a division or of the whole election, per source.

use std::collections::BTreeMap;
use std::ops::Range;

use scrutineer_model::{
    DivisionIdx, Exact, Field, Message, SheetSet, SheetStatus, SourceIdx, Station, StationStatus,
};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::{Interval, Leader, Totals, totals};

use super::Results;
use crate::markup::{Cell, Table, swatch};
use crate::page::stations::{is_withheld, sets};

/// Whether sums over the sheets of a division may be shown; of a set that is marked sensitive not where they would say
/// which stations it has.
pub(crate) fn may_show(of: Results<'_>, set: &SheetSet, division: DivisionIdx) -> bool {
    let sums = of.sums.get(set.source().get());
    sums.is_some_and(|sums| sums.may_show(division))
}

/// The sums of a source in a division, or in the whole election; `None` also where they are too few to be
/// shown.
pub(super) fn sums_of(
    of: Results<'_>,
    set: &SheetSet,
    division: Option<DivisionIdx>,
) -> Option<Totals> {
    let Some(division) = division else {
        return Some(totals(of.content.dataset, set));
    };
    let groups = of.sums.get(set.source().get())?.divisions.as_ref()?;
    let sums = (division.get() < groups.len()).then(|| groups.totals(division.get()))?;
    may_show(of, set, division).then_some(sums)
}

/// Totals by option, one table per source.
pub(crate) fn of_contest(
    of: Results<'_>,
    contest: usize,
    division: Option<DivisionIdx>,
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let Some(held) = of.content.report.contests.get(contest) else {
        return Ok(Vec::new());
    };
    let mut out = Vec::new();
    if of.content.report.contests.len() > 1 {
        out.push(Element::new("h2").phrase(&Phrase::data(&held.name)));
    }
    let mut few = false;
    for set in sets(&of.content, contest) {
        let source = of.content.dataset.source(set.source()).id.as_str();
        let caption = words.source(held, source)?;
        let Some(sums) = sums_of(of, set, division) else {
            few |= is_withheld(of.content.dataset, set.source());
            continue;
        };
        if sums.sheets == 0 {
            let text = words.with("site-no-sheets-of", &[("source", caption)])?;
            out.push(Element::new("p").phrase(&text));
            continue;
        }
        let mut table = Table::new(caption)
            .left(words.say("report-column-option")?)
            .right(words.say("report-column-sheets")?)
            .right(words.say("report-column-share")?);
        let valid = sums.valid();
        for (position, (option, votes)) in held.options.iter().zip(&sums.options).enumerate() {
            let name = words.contest(contest).option(&option.id);
            table.row(vec![
                Cell::Of(vec![swatch(position), Element::new("span").phrase(&name)]),
                interval(of, *votes)?.into(),
                share(of, *votes, valid)?.into(),
            ]);
        }
        table.row(vec![
            words.say("report-column-valid")?.into(),
            interval(of, valid)?.into(),
            Phrase::default().into(),
        ]);
        for field in Field::ALL {
            if let (true, Some(votes)) = (field != Field::Valid, sums.field(field)) {
                table.row(vec![
                    words.say(&format!("site-field-{}", field.word()))?.into(),
                    interval(of, votes)?.into(),
                    Phrase::default().into(),
                ]);
            }
        }
        out.push(table.finish());
        out.push(lead(of, contest, set.source(), &sums, division)?);
    }
    if few {
        out.push(words.note("site-copies-few")?);
    }
    Ok(out)
}

/// Coverage and lead in a sentence each.
fn lead(
    of: Results<'_>,
    contest: usize,
    source: SourceIdx,
    sums: &Totals,
    division: Option<DivisionIdx>,
) -> Result<Element, TextError> {
    let words = of.words;
    let mut text = coverage(of, source, sums.sheets, division)?;
    if let Leader::One { option, lead } = sums.leader() {
        let options = of.content.report.contests.get(contest);
        let id = options.and_then(|held| held.options.get(option.get()));
        if let Some(id) = id {
            let name = words.contest(contest).option(&id.id);
            let sentence = words.with(
                "site-lead",
                &[("first", name), ("lead", words.integer(lead))],
            )?;
            text = text.then(Phrase::words(" ")).then(sentence);
        }
    }
    Ok(Element::new("p").phrase(&text))
}

/// How many stations have a sheet, of how many.
pub(super) fn coverage(
    of: Results<'_>,
    source: SourceIdx,
    sheets: u64,
    division: Option<DivisionIdx>,
) -> Result<Phrase, TextError> {
    let known = match division {
        Some(division) => Some(of.layout.inside(division).len() as u64),
        None => of
            .content
            .report
            .contests
            .iter()
            .flat_map(|contest| &contest.sources)
            .find(|held| held.id == of.content.dataset.source(source).id.as_str())
            .and_then(|held| held.coverage.stations_expected),
    };
    // Without an official list a division has the stations that some source names, no more.
    let message = match known {
        Some(known) if division.is_none() || of.content.dataset.has_register() => {
            Message::new("site-coverage-of")
                .with("count", sheets)
                .with("expected", known)
        }
        _ => Message::new("site-coverage").with("count", sheets),
    };
    of.words.message(&message)
}

pub(super) fn interval(of: Results<'_>, votes: Interval) -> Result<Phrase, TextError> {
    of.words
        .general()
        .interval(Some(votes.min), Some(votes.max))
}

/// The share of the valid votes; only where both are single numbers.
pub(super) fn share(
    of: Results<'_>,
    votes: Interval,
    valid: Interval,
) -> Result<Phrase, TextError> {
    let single = votes.min == votes.max && valid.min == valid.max;
    let exact = Exact::new(i128::from(votes.min), i128::from(valid.min)).filter(|_| single);
    of.words.general().known_share(exact)
}

/// Why a station has no sheet of a source: the word of the message `report-reason-`. That a list calls a
/// sheet received says nothing about a source that does not have it.
pub(crate) fn reason(station: &Station<'_>) -> &'static str {
    match (station.status, station.sheet_status) {
        (StationStatus::Annulled, _) => "annulled",
        (StationStatus::NotOpened, _) => "not-opened",
        (StationStatus::MergedInto, _) => "merged-into",
        (StationStatus::Open, SheetStatus::Received) => SheetStatus::Unknown.word(),
        (StationStatus::Open, status) => status.word(),
    }
}

/// Stations without a sheet of a source, by reason. With `is_whole` those that are known as a number only
/// are among them.
pub(crate) fn reasons(
    of: Results<'_>,
    set: &SheetSet,
    range: &Range<usize>,
    is_whole: bool,
) -> BTreeMap<&'static str, u64> {
    let stations = of.content.dataset.stations();
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    for &station in of.layout.at(range.clone()) {
        if set.readings(station).is_empty() {
            *reasons.entry(reason(&stations.get(station))).or_default() += 1;
        }
    }
    if is_whole {
        let id = of.content.dataset.source(set.source()).id.as_str();
        let contest = of.content.report.contests.get(set.contest().get());
        let sources = contest.map_or(&[][..], |held| held.sources.as_slice());
        let held = sources.iter().find(|held| held.id == id);
        let missing: u64 = held.map_or(0, |held| held.coverage.missing_by_reason.values().sum());
        let known: u64 = reasons.values().sum();
        if let Some(others) = missing.checked_sub(known).filter(|others| *others > 0) {
            *reasons.entry(SheetStatus::Unknown.word()).or_default() += others;
        }
    }
    reasons
}

/// Stations without a sheet, by reason and source, a table for each contest.
pub(crate) fn missing(
    of: Results<'_>,
    range: &Range<usize>,
    is_whole: bool,
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let contests = &of.content.report.contests;
    let mut out = Vec::new();
    for (at, contest) in contests.iter().enumerate() {
        // In a division, what a set that is marked sensitive lacks would tell what it has.
        let is_shown = |set: &&SheetSet| is_whole || !is_withheld(of.content.dataset, set.source());
        let sets: Vec<&SheetSet> = sets(&of.content, at).filter(is_shown).collect();
        let counts: Vec<_> = sets
            .iter()
            .map(|set| reasons(of, set, range, is_whole))
            .collect();
        let mut every: Vec<&str> = counts
            .iter()
            .flat_map(|held| held.keys().copied())
            .collect();
        every.sort_unstable();
        every.dedup();
        if every.is_empty() {
            continue;
        }
        let mut caption = words.say("site-missing-caption")?;
        if contests.len() > 1 {
            caption = caption
                .then(Phrase::words(": "))
                .then(Phrase::data(&contest.name));
        }
        let mut table = Table::new(caption).left(words.say("site-column-reason")?);
        for set in &sets {
            let source = of.content.dataset.source(set.source()).id.as_str();
            table = table.right(words.source(contest, source)?);
        }
        for reason in every {
            let mut row: Vec<Cell> = vec![words.general().word("report-reason", reason)?.into()];
            for held in &counts {
                let count = held.get(reason).copied().unwrap_or(0);
                row.push(words.integer(count).into());
            }
            table.row(row);
        }
        out.push(table.finish());
    }
    if !out.is_empty() {
        out.insert(0, words.heading("h2", "site-missing")?);
    }
    Ok(out)
}
