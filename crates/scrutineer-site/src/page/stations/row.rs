//! The rows of one station: its readings, then what is known about them.

use scrutineer_model::{
    Cell, Current, Field, Identity, SheetSet, Station, StationIdx, StationKind, StationStatus,
    VoteCount,
};
use scrutineer_report::{Element, Phrase, TextError};

use super::change::Reach;
use super::copies::{copies, is_withheld};
use super::{Columns, Stations, sets};
use crate::address::{fragment, permanent};
use crate::markup::{self, link};
use crate::page::division;
use crate::words::Words;

/// Words of every station, said once.
pub(super) struct Said {
    unread: Phrase,
    not_on_form: Phrase,
    holds: Phrase,
    unchecked: Phrase,
    superseded: Phrase,
    rival: Phrase,
    picture: Phrase,
    agree: Phrase,
    differ: Phrase,
    permanent: Phrase,
    entry: Phrase,
    pub(super) finding: Phrase,
    registered: Phrase,
    change: Phrase,
    change_unknown: Phrase,
}

impl Said {
    pub(super) fn new(words: &Words<'_>) -> Result<Self, TextError> {
        Ok(Self {
            unread: words.say("site-unread")?,
            not_on_form: words.say("site-not-on-form")?,
            holds: words.say("site-sums-hold")?,
            unchecked: words.say("site-sums-unchecked")?,
            superseded: words.say("site-superseded")?,
            rival: words.say("site-rival")?,
            picture: words.say("site-picture")?,
            agree: words.say("site-sources-agree")?,
            differ: words.say("site-sources-differ")?,
            permanent: words.say("site-permanent")?,
            entry: words.say("site-entry")?,
            finding: words.say("site-finding")?,
            registered: words.say("site-register")?,
            change: words.say("site-change-by")?,
            change_unknown: words.say("site-change-unknown")?,
        })
    }
}

impl Stations<'_> {
    /// Appends the rows of a station to `body`.
    pub(super) fn rows(
        &self,
        contest: usize,
        columns: &Columns,
        station: StationIdx,
        mut body: Element,
    ) -> Result<Element, TextError> {
        let held = self.content.dataset.stations().get(station);
        let mut is_first = true;
        let (withheld, open): (Vec<&SheetSet>, Vec<&SheetSet>) =
            sets(&self.content, contest).partition(|set| self.is_withheld(set));
        for set in open {
            let current = set.current_at(station);
            for reading in set.readings(station) {
                let (mut row, mut head) = row_of(&held, is_first, contest == 0);
                is_first = false;
                if let Some(word) = self.version(&current, reading) {
                    head = head.text(" ").child(Element::new("small").phrase(word));
                }
                row = row.child(head);
                if columns.has_source {
                    row = row.child(self.source(set));
                }
                for column in set.options() {
                    row = row.child(self.cell(column.get(reading).copied()));
                }
                for field in &columns.fields {
                    row = row.child(self.cell(Some(set.field_at(*field, reading))));
                }
                body = body.child(row);
            }
        }
        for (cells, said) in copies(self.content.dataset, &withheld, columns, station) {
            let (mut row, head) = row_of(&held, is_first, contest == 0);
            // The check in the page looks for no entry of such a row.
            row = row.attr("class", "copies");
            is_first = false;
            let source = Element::new("td").phrase(&said.said(self.words)?);
            row = row.child(head).child(source);
            for cell in cells {
                row = row.child(self.cell(Some(cell)));
            }
            body = body.child(row);
        }
        let mut about = Element::new("tr").attr("class", "about");
        let mut text = self.about(contest, station)?;
        if is_first {
            if contest == 0 {
                about = about.attr("id", held.id);
            }
            about = about.child(
                Element::new("th")
                    .attr("scope", "row")
                    .phrase(&Phrase::data(held.label)),
            );
            text = text.attr("colspan", &(columns.count - 1).to_string());
        } else {
            text = text.attr("colspan", &columns.count.to_string());
        }
        Ok(body.child(about.child(text)))
    }

    fn is_withheld(&self, set: &SheetSet) -> bool {
        is_withheld(self.content.dataset, set.source())
    }

    /// The source of a row.
    fn source(&self, set: &SheetSet) -> Element {
        let source = self.content.dataset.source(set.source()).id.as_str();
        Element::new("td").phrase(&Phrase::data(source))
    }

    /// Appends the sums of a polling place with more than one station, per source; none of sets that are
    /// marked sensitive, which would tell their copies apart.
    pub(super) fn sums_of_place(
        &self,
        contest: usize,
        columns: &Columns,
        run: &[StationIdx],
        mut body: Element,
    ) -> Result<Element, TextError> {
        let Some(&head) = run.first().filter(|_| run.len() > 1) else {
            return Ok(body);
        };
        for set in sets(&self.content, contest) {
            let Some(totals) = self.sums_at(set, head) else {
                continue;
            };
            let voice = self.words.general();
            let mut row = Element::new("tr").attr("class", "total").child(
                Element::new("th")
                    .attr("scope", "row")
                    .phrase(&self.words.count("site-total-of", totals.sheets)?),
            );
            if columns.has_source {
                row = row.child(self.source(set));
            }
            let fields = columns.fields.iter().map(|field| totals.field(*field));
            for votes in totals.options.iter().copied().map(Some).chain(fields) {
                let text = match votes {
                    Some(votes) => voice.interval(Some(votes.min), Some(votes.max))?,
                    None => self.said.not_on_form.clone(),
                };
                row = row.child(Element::new("td").phrase(&text));
            }
            body = body.child(row);
        }
        Ok(body)
    }

    fn version(&self, current: &Current, reading: usize) -> Option<&Phrase> {
        match current {
            Current::One(held) if *held == reading => None,
            Current::Rivals(rivals) if rivals.contains(&reading) => Some(&self.said.rival),
            _ => Some(&self.said.superseded),
        }
    }

    fn cell(&self, cell: Option<Cell>) -> Element {
        let element = Element::new("td");
        match cell.map_or(VoteCount::NotOnForm, Cell::view) {
            VoteCount::Read(count) => element.phrase(&self.words.integer(u64::from(count))),
            VoteCount::Unread => element.phrase(&self.said.unread),
            VoteCount::NotOnForm => element.phrase(&self.said.not_on_form),
        }
    }

    /// What is known about a station, in a cell.
    fn about(&self, contest: usize, station: StationIdx) -> Result<Element, TextError> {
        let held = self.content.dataset.stations().get(station);
        let mut parts: Vec<markup::Cell> = Vec::new();
        let span = |phrase: &Phrase| markup::Cell::Text(phrase.clone());
        let sets: Vec<&SheetSet> = sets(&self.content, contest).collect();
        let has_sheet = sets.iter().any(|set| !set.readings(station).is_empty());
        parts.extend(self.lacking(&sets, station)?.map(markup::Cell::from));
        if held.kind != StationKind::Ordinary {
            parts.push(span(
                &self.words.general().word("report-kind", held.kind.word())?,
            ));
        }
        if has_sheet && held.status != StationStatus::Open {
            let status = division::reason(&held);
            parts.push(span(&self.words.general().word("report-reason", status)?));
        }
        if let Some(count) = held.registered.count().filter(|_| held.in_register) {
            let text = self.words.integer(u64::from(count));
            let text = Phrase::words(" ").then(text);
            parts.push(span(&self.said.registered.clone().then(text)));
        }
        parts.extend(self.all_sums(&sets, station)?);
        parts.extend(self.changes(contest, &sets, station));
        let has_picture = |set: &&SheetSet| {
            let mut rows = set.readings(station);
            rows.any(|row| set.pictures().get(row).is_some_and(|held| *held != 0))
        };
        let mut open = sets.iter().filter(|set| !self.is_withheld(set));
        if open.any(has_picture) {
            parts.push(span(&self.said.picture));
        }
        if let Some(agree) = agreement(&sets, station) {
            parts.push(span(if agree {
                &self.said.agree
            } else {
                &self.said.differ
            }));
        }
        if contest == 0 {
            let found = self.findings.of_station(held.id);
            let links = self
                .findings
                .links(&self.content, found, &self.said.finding);
            parts.extend(links.into_iter().map(markup::Cell::from));
        }
        parts.extend(self.entries(&sets, station));
        if contest == 0 {
            let to = format!(
                "../../s/{:03x}.html#{}",
                permanent(held.id),
                fragment(held.id)
            );
            parts.push(link(&to, &self.said.permanent).into());
        }
        // The row is as wide as the table; what it says stays inside of the window.
        Ok(Element::new("td").child(separated(Element::new("div"), parts)))
    }

    /// That no source has a sheet of the station, or which ones lack it, and why; `None` where none does.
    fn lacking(
        &self,
        sets: &[&SheetSet],
        station: StationIdx,
    ) -> Result<Option<Phrase>, TextError> {
        let lacking = sets.iter().filter(|set| set.readings(station).is_empty());
        let lacking: Vec<&SheetSet> = lacking.copied().collect();
        if lacking.is_empty() && !sets.is_empty() {
            return Ok(None);
        }
        let held = self.content.dataset.stations().get(station);
        let reason = division::reason(&held);
        let reason = [(
            "reason",
            self.words.general().word("report-reason", reason)?,
        )];
        if lacking.len() == sets.len() {
            return self.words.with("site-no-sheet", &reason).map(Some);
        }
        let [reason] = reason;
        let names = self.names(&lacking);
        if names.is_empty() {
            return Ok(None);
        }
        let about = [("sources", names), reason];
        self.words.with("site-no-sheet-of", &about).map(Some)
    }

    /// How far each source's sheet of the station could lower the lead.
    fn changes(
        &self,
        contest: usize,
        sets: &[&SheetSet],
        station: StationIdx,
    ) -> Vec<markup::Cell> {
        let Some(held) = self.changes.get(contest) else {
            return Vec::new();
        };
        let texts = sets.iter().filter_map(|set| {
            let text = match held.of(self.content.dataset, set, station)? {
                Reach::Votes(votes) => {
                    let votes = Phrase::words(" ").then(self.words.integer(votes));
                    self.said.change.clone().then(votes)
                }
                Reach::Unknown => self.said.change_unknown.clone(),
            };
            let names = match sets {
                [_] => Phrase::default(),
                _ => Phrase::words(": ").then(self.names(&[set])),
            };
            Some(text.then(names).into())
        });
        texts.collect()
    }

    /// Entries of the station in the log. With several sources each names its own; the check in the page
    /// reads the number.
    fn entries(&self, sets: &[&SheetSet], station: StationIdx) -> Vec<markup::Cell> {
        let leaves = self.content.leaves.of(station).iter();
        let own = leaves.filter(|(_, source, _)| {
            let own = sets.iter().find(|set| set.source() == *source);
            own.is_some_and(|set| !self.is_withheld(set))
        });
        let texts = own.map(|(_, source, leaf)| {
            let entry = self.said.entry.clone();
            let text = entry.then(Phrase::words(format!(" {leaf}")));
            if sets.len() == 1 {
                return text.into();
            }
            let source = self.content.dataset.source(*source).id.as_str();
            let source = Phrase::words(" (").then(Phrase::data(source));
            text.then(source).then(Phrase::words(")")).into()
        });
        texts.collect()
    }

    /// Ids of sources, with commas between them; none of sets that are marked sensitive.
    fn names(&self, sets: &[&SheetSet]) -> Phrase {
        let mut names = Phrase::default();
        for set in sets.iter().filter(|set| !self.is_withheld(set)) {
            if !names.is_empty() {
                names = names.then(Phrase::words(", "));
            }
            let source = self.content.dataset.source(set.source()).id.as_str();
            names = names.then(Phrase::data(source));
        }
        names
    }

    /// Whether the sums of each source hold; what is the same of all of them is said once, else of which
    /// sources it is said stands behind it.
    fn all_sums(
        &self,
        sets: &[&SheetSet],
        station: StationIdx,
    ) -> Result<Vec<markup::Cell>, TextError> {
        let mut said: Vec<(markup::Cell, Vec<&SheetSet>)> = Vec::new();
        for set in sets {
            if let Current::One(row) = set.current_at(station) {
                let sums = self.sums(set, row)?;
                let text = sums.to_string();
                match said.iter_mut().find(|held| held.0.to_string() == text) {
                    Some(held) => held.1.push(set),
                    None => said.push((sums, vec![set])),
                }
            }
        }
        let is_one = said.len() == 1;
        let parts = said.into_iter().map(|(sums, of)| {
            if is_one {
                return sums;
            }
            let names = self.names(&of);
            if names.is_empty() {
                return sums;
            }
            let names = Phrase::words(": ").then(names);
            match sums {
                markup::Cell::Text(text) => text.then(names).into(),
                markup::Cell::Of(parts) => {
                    let part = Element::new("span").children(parts).phrase(&names);
                    part.into()
                }
                markup::Cell::With(text, part) => {
                    let part = Element::new("span").phrase(&text).child(part);
                    part.phrase(&names).into()
                }
            }
        });
        Ok(parts.collect())
    }

    /// Whether the sums that the form promises hold.
    fn sums(&self, set: &SheetSet, row: usize) -> Result<markup::Cell, TextError> {
        let source = self.content.dataset.source(set.source());
        let mut is_unread = source.identities.is_empty();
        for identity in &source.identities {
            match sides(identity, set, row) {
                None => is_unread = true,
                Some((left, right)) if left != right => {
                    let text = self.words.with(
                        "site-sums-differ",
                        &[
                            ("identity", Phrase::data(&identity.text)),
                            ("left", self.words.integer(left)),
                            ("right", self.words.integer(right)),
                        ],
                    )?;
                    return Ok(Element::new("strong").phrase(&text).into());
                }
                Some(_) => {}
            }
        }
        let said = if is_unread {
            &self.said.unchecked
        } else {
            &self.said.holds
        };
        Ok(said.clone().into())
    }
}

/// A row of a station without cells, and its first cell: the first one has the station's name and anchor.
fn row_of(station: &Station<'_>, is_first: bool, has_anchor: bool) -> (Element, Element) {
    let row = Element::new("tr");
    let head = Element::new("th").attr("scope", "row");
    if !is_first {
        return (row, head);
    }
    let row = if has_anchor {
        row.attr("id", station.id)
    } else {
        row
    };
    (row, head.phrase(&Words::label(station.label)))
}

/// Both sides of a sum; `None` where a number of it was not read.
fn sides(identity: &Identity, set: &SheetSet, row: usize) -> Option<(u64, u64)> {
    let fields = |fields: &[Field]| -> Option<u64> {
        fields.iter().try_fold(0u64, |sum, field| {
            let count = set.field_at(*field, row).count()?;
            sum.checked_add(u64::from(count))
        })
    };
    let mut left = fields(&identity.left)?;
    if identity.options {
        left = left.checked_add(set.voted(row)?)?;
    }
    Some((left, fields(&identity.right)?))
}

/// Whether the sources that have one reading of the station say the same where both have a number;
/// `None` with fewer than two.
fn agreement(sets: &[&SheetSet], station: StationIdx) -> Option<bool> {
    let held: Vec<(&SheetSet, usize)> = sets
        .iter()
        .filter_map(|set| match set.current_at(station) {
            Current::One(row) => Some((*set, row)),
            _ => None,
        })
        .collect();
    let [(first, at), others @ ..] = held.as_slice() else {
        return None;
    };
    if others.is_empty() {
        return None;
    }
    let same = |a: Cell, b: Cell| match (a.count(), b.count()) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    Some(others.iter().all(|(other, row)| {
        let options = first.options().iter().zip(other.options());
        let mut options = options.filter_map(|(a, b)| a.get(*at).zip(b.get(*row)));
        options.all(|(a, b)| same(*a, *b))
            && Field::ALL
                .into_iter()
                .all(|field| same(first.field_at(field, *at), other.field_at(field, *row)))
    }))
}

/// Parts in a row, a dot between them.
fn separated(mut element: Element, parts: Vec<markup::Cell>) -> Element {
    for (position, part) in parts.into_iter().enumerate() {
        if position > 0 {
            element = element.text(" · ");
        }
        element = part.into(element);
    }
    element
}
