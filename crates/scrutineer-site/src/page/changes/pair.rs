//! Two releases beside each other: answers, totals, coverage, and the entries between them.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Message, SourceIdx, StationIdx};
use scrutineer_report::{Element, Phrase, TextError, compare, comparison_sections, numbers_of};

use super::recent::because;
use crate::address::fragment;
use crate::content::State;
use crate::frame::Page;
use crate::markup::{Cell, Table, code, link, page_numbers, window};
use crate::page::division::Results;
use crate::page::stations::is_withheld;
use crate::words::Words;

/// Entries about sheets on one page.
const MOST: usize = 300;

/// The address of the comparison of two releases inside the folder of a language.
pub(crate) fn path(old: &State, new: &State, number: usize) -> String {
    match number {
        0 => format!("c/{}-{}.html", old.size, new.size),
        _ => format!("c/{}-{}_{}.html", old.size, new.size, number + 1),
    }
}

/// What an entry did.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    New,
    Again,
    Corrected(u64),
    Withdrawn(u64),
}

/// The entries between two releases.
pub(super) struct Between {
    /// Those about sheets, by station: station, source, leaf, and what it did.
    sheets: Vec<(Option<StationIdx>, Option<SourceIdx>, u64, What)>,
    /// How many there are of each kind.
    kinds: BTreeMap<&'static str, u64>,
    /// Corrections by the kind of the record.
    pub(super) corrected: BTreeMap<&'static str, u64>,
    /// Withdrawals by the kind of the record.
    pub(super) withdrawn: BTreeMap<&'static str, u64>,
}

/// Kinds of the records that make a declaration.
const DECLARED: [&str; 2] = ["declaration", "declared-part"];

impl Between {
    pub(super) fn new(of: Results<'_>, old: &State, new: &State) -> Self {
        let range = old.size..new.size;
        let corrections = of.content.history.corrections.iter();
        let corrections = corrections.filter(|held| range.contains(&held.leaf));
        let mut sheets = Vec::new();
        let mut leaves_corrected = BTreeSet::new();
        let mut corrected = BTreeMap::new();
        let mut withdrawn = BTreeMap::new();
        for held in corrections {
            let kinds = if held.is_withdrawal {
                &mut withdrawn
            } else {
                &mut corrected
            };
            *kinds.entry(held.kind).or_insert(0) += 1;
            if held.kind != "sheet" {
                continue;
            }
            leaves_corrected.insert(held.leaf);
            let what = if held.is_withdrawal {
                What::Withdrawn(held.supersedes)
            } else {
                What::Corrected(held.supersedes)
            };
            sheets.push((held.station, held.source, held.leaf, what));
        }
        let leaves = of.content.leaves.between(range.start, range.end);
        for (station, source, leaf) in leaves.filter(|held| !leaves_corrected.contains(&held.2)) {
            let all = of.content.leaves.of(station).iter();
            let mut earlier = all.filter(|held| held.1 == source && held.2 < leaf);
            let what = match earlier.next() {
                Some(_) => What::Again,
                None => What::New,
            };
            sheets.push((Some(station), Some(source), leaf, what));
        }
        sheets.sort_unstable_by_key(|held| (held.0.is_none(), held.0, held.1, held.2));
        let mut kinds = BTreeMap::new();
        for (kind, count) in &new.entries {
            let before = old.entries.get(kind).copied().unwrap_or(0);
            if let Some(more) = count.checked_sub(before).filter(|more| *more > 0) {
                kinds.insert(*kind, more);
            }
        }
        Self {
            sheets,
            kinds,
            corrected,
            withdrawn,
        }
    }

    /// New sheets, corrections and withdrawals of records of any kind, other entries.
    pub(super) fn counts(&self) -> [u64; 4] {
        let is_new = |what: &What| matches!(what, What::New | What::Again);
        let new = self.sheets.iter().filter(|held| is_new(&held.3)).count() as u64;
        let corrected = self.corrected.values().sum();
        let withdrawn = self.withdrawn.values().sum();
        let all: u64 = self.kinds.values().sum();
        let said = [new, corrected, withdrawn].iter().sum();
        [new, corrected, withdrawn, all.saturating_sub(said)]
    }

    /// Records of declarations that were replaced or taken back, and those that were added.
    pub(super) fn declared(&self) -> [u64; 2] {
        let of = |kinds: &BTreeMap<&str, u64>| -> u64 {
            DECLARED.iter().filter_map(|kind| kinds.get(kind)).sum()
        };
        let replaced = of(&self.corrected) + of(&self.withdrawn);
        [replaced, of(&self.kinds).saturating_sub(replaced)]
    }
}

/// The pages of a comparison. Stations are listed where `steps` has no release between the two, else the pages
/// from release to release are named.
pub(super) fn pages(of: Results<'_>, steps: &[State]) -> Result<Vec<Page>, TextError> {
    let words = of.words;
    let ([old, ..], [.., new]) = (steps, steps) else {
        return Ok(Vec::new());
    };
    let between = Between::new(of, old, new);
    let title = words.message(
        &Message::new("changes-pair-title")
            .with("from", old.size)
            .with("to", new.size),
    )?;
    let new_page = |number: usize, title: Phrase| -> Result<Page, TextError> {
        let mut page = Page::new(path(old, new, number), title);
        page.is_stamped = false;
        page.around = vec![(words.say("site-nav-changes")?, "changes.html".to_owned())];
        Ok(page)
    };
    let mut page = new_page(0, title.clone())?;
    page.push(intro(of, old, new)?);
    let comparison = compare(&old.report, &new.report);
    page.main
        .extend(comparison_sections(&comparison, words.texts())?);
    page.main.extend(numbers(of, old, new)?);
    page.push(words.heading("h2", "changes-entries")?);
    page.push(Element::new("p").phrase(&because(of, &between)?));
    let mut table = Table::new(words.say("changes-entries-caption")?)
        .left(words.say("changes-column-kind")?)
        .right(words.say("site-column-size")?);
    for (kind, count) in &between.kinds {
        table.row(vec![words.kind(kind)?.into(), words.integer(*count).into()]);
    }
    page.push(table.finish());
    page.push(code(&format!(
        "scrutineer diff BUNDLE --from {} --to {}",
        old.size, new.size
    )));
    page.push(words.heading("h2", "changes-stations")?);
    if between.sheets.is_empty() {
        page.push(words.paragraph("changes-no-stations")?);
        return Ok(vec![page]);
    }
    if steps.len() > 2 {
        page.push(words.paragraph("changes-step")?);
        let mut list = Element::new("ul");
        for [from, to] in super::recent::steps(steps) {
            let name = Message::new("changes-pair-title")
                .with("from", from.size)
                .with("to", to.size);
            let to = format!("../{}", path(from, to, 0));
            list = list.child(Element::new("li").child(link(&to, &words.message(&name)?)));
        }
        page.push(list);
        return Ok(vec![page]);
    }
    let chunks: Vec<&[_]> = between.sheets.chunks(MOST).collect();
    let mut pages = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        if number > 0 {
            let part = Phrase::words(format!(" ({}/{})", number + 1, chunks.len()));
            let next = new_page(number, title.clone().then(part))?;
            pages.push(std::mem::replace(&mut page, next));
        }
        page.push(stations(of, chunk)?);
        let to = |other| format!("../{}", path(old, new, other));
        page.main.extend(page_numbers(
            words,
            window(number, chunks.len()),
            number,
            &to,
        )?);
    }
    pages.push(page);
    Ok(pages)
}

fn intro(of: Results<'_>, old: &State, new: &State) -> Result<Element, TextError> {
    let voice = of.words.general();
    let id = if old.report.as_of == new.report.as_of {
        "changes-same-date"
    } else {
        "changes-pair-text"
    };
    let message = Message::new(id).with("from", old.size).with("to", new.size);
    let dates = [
        ("old", voice.date(old.report.as_of)?),
        ("new", voice.date(new.report.as_of)?),
    ];
    Ok(Element::new("p").phrase(&voice.with(&message, &dates)?))
}

/// Every total and the coverage of every source, before and after, those that did not change as well.
fn numbers(of: Results<'_>, old: &State, new: &State) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let mut out = vec![words.heading("h2", "changes-numbers")?];
    for (at, contest) in new.report.contests.iter().enumerate() {
        let voice = words.contest(at);
        let before = old
            .report
            .contests
            .iter()
            .find(|held| held.id == contest.id);
        for source in &contest.sources {
            let caption = words.with(
                "changes-numbers-caption",
                &[("source", words.source(contest, &source.id)?)],
            )?;
            let mut table = Table::new(caption)
                .left(words.say("report-column-figure")?)
                .right(words.say("compare-column-old")?)
                .right(words.say("compare-column-new")?)
                .right(words.say("compare-column-change")?);
            let earlier = before
                .and_then(|held| held.sources.iter().find(|held| held.id == source.id))
                .map(numbers_of)
                .unwrap_or_default();
            for (figure, value) in numbers_of(source) {
                let held = earlier.iter().find(|(known, _)| *known == figure);
                let was = held.and_then(|(_, value)| *value);
                let change = match (was, value) {
                    (Some(was), Some(is)) => voice.integer(i128::from(is) - i128::from(was)),
                    _ => Phrase::default(),
                };
                table.row(vec![
                    voice.message(&figure)?.into(),
                    voice.known(was)?.into(),
                    voice.known(value)?.into(),
                    change.into(),
                ]);
            }
            out.push(table.finish());
        }
    }
    Ok(out)
}

fn stations(
    of: Results<'_>,
    sheets: &[(Option<StationIdx>, Option<SourceIdx>, u64, What)],
) -> Result<Element, TextError> {
    let words = of.words;
    let caption = Message::new("changes-stations-caption").with("count", sheets.len() as u64);
    let mut table = Table::new(words.message(&caption)?)
        .left(words.say("site-column-station")?)
        .left(words.say("report-column-source")?)
        .left(words.say("changes-column-what")?)
        .right(words.say("changes-column-entry")?);
    for (station, source, leaf, what) in sheets {
        table.row(vec![
            self::station(of, *station)?,
            self::source(of, *source)?.into(),
            said(words, *what)?.into(),
            words.integer(*leaf).into(),
        ]);
    }
    Ok(table.finish())
}

/// The station as a link to its row, or the word for none.
pub(super) fn station(of: Results<'_>, station: Option<StationIdx>) -> Result<Cell, TextError> {
    let Some(station) = station else {
        return Ok(of.words.say("report-none")?.into());
    };
    let id = of.content.dataset.stations().id(station);
    let name = Phrase::data(id);
    Ok(match of.layout.shard(station) {
        Some(shard) => link(&format!("../{}#{}", shard.path, fragment(id)), &name).into(),
        None => name.into(),
    })
}

/// Who supplied the source of an entry, or the word for none.
pub(super) fn source(of: Results<'_>, source: Option<SourceIdx>) -> Result<Phrase, TextError> {
    let Some(source) = source else {
        return of.words.say("report-none");
    };
    if is_withheld(of.content.dataset, source) {
        return of.words.say("site-copies");
    }
    let held = of.content.dataset.source(source);
    match of.content.report.contests.get(held.contest.get()) {
        Some(contest) => of.words.source(contest, held.id.as_str()),
        None => Ok(Phrase::data(held.id.as_str())),
    }
}

fn said(words: &Words<'_>, what: What) -> Result<Phrase, TextError> {
    match what {
        What::New => words.say("changes-new"),
        What::Again => words.say("changes-again"),
        What::Corrected(before) => replaced(words, "changes-corrected", before),
        What::Withdrawn(before) => replaced(words, "changes-withdrawn", before),
    }
}

/// What an entry does to an earlier one.
pub(super) fn replaced(words: &Words<'_>, id: &str, before: u64) -> Result<Phrase, TextError> {
    words.message(&Message::new(id).with("before", before))
}
