//! A page of at most 64 stations: every source, every reading, what holds and what does not.

mod change;
mod copies;
mod place;
mod row;

use scrutineer_model::{DivisionIdx, Divisions, Field, PlaceIdx, SheetSet, StationIdx, Ticket};
use scrutineer_report::{Element, Phrase, TextError, element_id};

use crate::check::Check;
use crate::content::Content;
use crate::frame::Page;
use crate::layout::{Layout, Shard, divisions, first};
use crate::markup::{WIDE, code, link, scroll, swatch};
use crate::page::division;
use crate::page::findings::Found;
use crate::totals::Sums;
use crate::words::Words;
use change::Change;
pub(crate) use copies::{is_withheld, unnamed};
use row::Said;

/// What is the same on every page of stations in one language.
pub(crate) struct Stations<'c> {
    content: Content<'c>,
    words: &'c Words<'c>,
    check: &'c Check,
    findings: &'c Found<'c>,
    sums: &'c [Sums],
    said: Said,
    /// Per contest how far a single sheet could lower the lead.
    changes: Vec<Change>,
    /// Where it is told what it would take to change the answer.
    change: Element,
    /// Per contest the columns behind the options.
    columns: Vec<Columns>,
    /// Stations of each polling place.
    at_place: Vec<u64>,
}

/// Columns of the table of a contest.
struct Columns {
    /// The table without rows, with what the check of a record needs to know about its columns.
    table: Element,
    head: Element,
    fields: Vec<Field>,
    /// All columns.
    count: usize,
    /// Whether rows name their source: where a contest has several.
    has_source: bool,
}

impl<'c> Stations<'c> {
    pub(crate) fn new(
        content: Content<'c>,
        words: &'c Words<'c>,
        check: &'c Check,
        findings: &'c Found<'c>,
        sums: &'c [Sums],
    ) -> Result<Self, TextError> {
        let contests = 0..content.report.contests.len();
        let changes = contests.clone();
        let changes = changes.map(|contest| Change::new(&content, contest, words));
        let columns = contests.map(|contest| columns(&content, contest, words));
        let mut at_place = vec![0; content.dataset.places().len()];
        for place in content.dataset.stations().places().iter().flatten() {
            if let Some(count) = at_place.get_mut(place.get()) {
                *count += 1;
            }
        }
        Ok(Self {
            content,
            words,
            check,
            findings,
            sums,
            said: Said::new(words)?,
            changes: changes.collect::<Result<_, _>>()?,
            change: change::line(words)?,
            columns: columns.collect::<Result<_, _>>()?,
            at_place,
        })
    }

    /// The page of a shard.
    pub(crate) fn page(&self, layout: &Layout, shard: &Shard) -> Result<Page, TextError> {
        let stations = layout.at(shard.stations.clone());
        let runs: Vec<&[StationIdx]> = stations
            .chunk_by(|a, b| {
                self.place(*a) == self.place(*b) && self.division(*a) == self.division(*b)
            })
            .collect();
        let title = self.title(&runs)?;
        let mut page = Page::new(shard.path.clone(), title);
        page.is_stamped = false;
        if let Some(divisions) = divisions(self.content.dataset) {
            let around = self.common(divisions, &runs);
            page.around = division::around(divisions, around, self.words)?;
        }
        for (contest, columns) in self.columns.iter().enumerate() {
            if self.columns.len() > 1
                && let Some(held) = self.content.report.contests.get(contest)
            {
                page.push(Element::new("h2").phrase(&Phrase::data(&held.name)));
            }
            page.main.extend(self.suppliers(contest)?);
            page.push(self.table(contest, columns, &runs)?);
            if let Some(held) = self.changes.get(contest) {
                let sets: Vec<&SheetSet> = sets(&self.content, contest).collect();
                page.main.extend(held.lines(&sets, stations));
            }
        }
        page.push(self.change.clone());
        let proof = self.proof(&mut page, stations)?;
        page.push(proof);
        Ok(page)
    }

    /// Who supplied the sheets of a contest, by coarse labels; `None` where all sets are marked sensitive.
    fn suppliers(&self, contest: usize) -> Result<Option<Element>, TextError> {
        let Some(held) = self.content.report.contests.get(contest) else {
            return Ok(None);
        };
        let mut names = Phrase::default();
        for set in sets(&self.content, contest) {
            if is_withheld(self.content.dataset, set.source()) {
                continue;
            }
            if !names.is_empty() {
                names = names.then(Phrase::words("; "));
            }
            let id = self.content.dataset.source(set.source()).id.as_str();
            names = names.then(self.words.source(held, id)?);
        }
        if names.is_empty() {
            return Ok(None);
        }
        let text = self.words.with("site-sheets-by", &[("sources", names)])?;
        Ok(Some(Element::new("p").attr("class", "note").phrase(&text)))
    }

    fn place(&self, station: StationIdx) -> Option<PlaceIdx> {
        let places = self.content.dataset.stations().places();
        places.get(station.get()).copied().flatten()
    }

    fn division(&self, station: StationIdx) -> Option<DivisionIdx> {
        self.content.dataset.stations().division(first(), station)
    }

    /// The narrowest division that has all stations of a page.
    fn common(&self, divisions: &Divisions, runs: &[&[StationIdx]]) -> Option<DivisionIdx> {
        let heads = runs.iter().filter_map(|run| run.first());
        let paths = heads.map(|&head| {
            let own = self.division(head);
            own.map_or_else(Vec::new, |own| divisions.path(own))
        });
        let common = paths.reduce(|common, path| {
            let pairs = common.into_iter().zip(path);
            pairs.take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
        });
        common?.last().copied()
    }

    /// The first and the last polling place of the page, or station where they are in none.
    fn title(&self, runs: &[&[StationIdx]]) -> Result<Phrase, TextError> {
        let first = runs.first().and_then(|run| run.first());
        let last = runs.last().and_then(|run| run.last());
        let name = |station: Option<&StationIdx>| station.map(|&station| self.name(station));
        match (name(first), name(last)) {
            (Some(only), Some(last)) if only == last => Ok(only),
            (Some(from), Some(to)) => self
                .words
                .with("site-stations-from-to", &[("from", from), ("to", to)]),
            _ => self.words.say("site-stations"),
        }
    }

    /// The polling place of a station, else the station.
    fn name(&self, station: StationIdx) -> Phrase {
        match self.place(station) {
            Some(place) => {
                let place = self.content.dataset.places().get(place);
                Words::named(place.name, place.code)
            }
            None => Phrase::data(self.content.dataset.stations().id(station)),
        }
    }

    /// The stations of the page in one contest, a group of rows for each polling place.
    fn table(
        &self,
        contest: usize,
        columns: &Columns,
        runs: &[&[StationIdx]],
    ) -> Result<Element, TextError> {
        let mut table = columns.table.clone().child(columns.head.clone());
        let mut before = None;
        for run in runs {
            let division = run.first().and_then(|&head| self.division(head));
            let mut body = self.place_row(contest, columns, run, division != before)?;
            before = division;
            for &station in *run {
                body = self.rows(contest, columns, station, body)?;
            }
            table = table.child(self.sums_of_place(contest, columns, run, body)?);
        }
        Ok(scroll(&self.words.say("site-stations")?.to_string(), table))
    }

    /// The group of a polling place with the row that names it, and its divisions where they are others
    /// than those of the place before.
    fn place_row(
        &self,
        contest: usize,
        columns: &Columns,
        run: &[StationIdx],
        has_path: bool,
    ) -> Result<Element, TextError> {
        let dataset = self.content.dataset;
        let mut body = Element::new("tbody");
        let Some(&head) = run.first() else {
            return Ok(body);
        };
        let mut cell = Element::new("div");
        if let Some(place) = self.place(head) {
            let place = dataset.places().get(place);
            if contest == 0 {
                body = body.attr("id", &anchor(place.code));
            }
            cell = cell.phrase(&Words::named(place.name, place.code)).text(" ");
            if !place.name.is_empty() {
                cell = cell.child(Element::new("small").phrase(&Phrase::data(place.code)));
            }
        }
        if let (Some(divisions), Some(division)) =
            (divisions(dataset).filter(|_| has_path), self.division(head))
        {
            let names = divisions.path(division).into_iter().map(|at| {
                let held = divisions.get(at);
                Words::named(held.name, held.code)
            });
            let to = format!("../{}", division::path(divisions, division));
            cell = cell
                .text(" ")
                .child(Element::new("small").child(link(&to, &joined(names))));
        }
        if let Some(place) = self.place(head).filter(|_| contest == 0) {
            cell = cell.children(self.findings_of_place(dataset.places().get(place).code)?);
        }
        cell = cell.children(self.lines_of_place(contest, columns, run)?);
        let cell = Element::new("th")
            .attr("scope", "rowgroup")
            .attr("colspan", &columns.count.to_string())
            .child(cell);
        Ok(body.child(Element::new("tr").attr("class", "place").child(cell)))
    }

    /// What was found about a polling place as a whole, with links to it.
    fn findings_of_place(&self, code: &str) -> Result<Option<Element>, TextError> {
        let found = self.findings.of_place(code);
        if found.is_empty() {
            return Ok(None);
        }
        let voice = match self.columns.as_slice() {
            [_] => self.words.contest(0),
            _ => self.words.general(),
        };
        let mut line = Element::new("small").attr("class", "found");
        for to in self
            .findings
            .links(&self.content, found, &self.said.finding)
        {
            line = line.child(to).text(" ");
        }
        for &at in found {
            if let Some(finding) = self.content.report.findings.get(at) {
                line = line.phrase(&voice.message(&finding.message)?).text(" ");
            }
        }
        Ok(Some(line))
    }

    /// How to get a proof without a script.
    fn proof(&self, page: &mut Page, stations: &[StationIdx]) -> Result<Element, TextError> {
        let section = Element::new("section")
            .attr("id", "proof")
            .child(self.words.heading("h2", "site-station-proof")?);
        if self.content.report.log.is_none() {
            return Ok(section.child(self.words.paragraph("site-no-log")?));
        }
        // The script puts a button beside each entry, and needs the word before its number.
        let section = self
            .check
            .on(page, section, self.words)
            .attr("data-entry", &self.words.say("site-entry")?.to_string())
            .attr("data-open", &self.words.say("site-check-open")?.to_string());
        let id = stations
            .first()
            .map_or("", |&station| self.content.dataset.stations().id(station));
        let command = format!("scrutineer proof BUNDLE --station {id} --out station.tlog-proof");
        Ok(section
            .child(self.words.paragraph("site-station-proof-text")?)
            .child(code(&command))
            .child(Element::new("p").child(link(
                "../verify.html",
                &self.words.say("site-station-verify")?,
            ))))
    }
}

/// Parts of a path of names.
pub(crate) fn joined(names: impl Iterator<Item = Phrase>) -> Phrase {
    names.fold(Phrase::default(), |all, name| {
        if all.is_empty() {
            name
        } else {
            all.then(Phrase::words(" / ")).then(name)
        }
    })
}

/// The anchor of a polling place on the page of its stations.
pub(crate) fn anchor(place: &str) -> String {
    format!("p-{}", element_id(place))
}

/// Sheets of a contest, in the order of the sources.
pub(crate) fn sets<'c>(
    content: &Content<'c>,
    contest: usize,
) -> impl Iterator<Item = &'c SheetSet> + use<'c> {
    let sheets = content.dataset.sheets().iter();
    sheets.filter(move |set| set.contest().get() == contest)
}

fn columns(content: &Content<'_>, contest: usize, words: &Words<'_>) -> Result<Columns, TextError> {
    let fields: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| sets(content, contest).any(|set| set.field(*field).is_some()))
        .collect();
    let column = || Element::new("th").attr("scope", "col");
    let mut row = Element::new("tr").child(column().phrase(&words.say("site-column-station")?));
    let is_withheld = |set: &SheetSet| is_withheld(content.dataset, set.source());
    let has_source = sets(content, contest).count() > 1 || sets(content, contest).any(is_withheld);
    let mut count = 1;
    if has_source {
        row = row.child(column().phrase(&words.say("report-column-source")?));
        count += 1;
    }
    let options = content
        .report
        .contests
        .get(contest)
        .map_or(&[][..], |held| held.options.as_slice());
    for (position, option) in options.iter().enumerate() {
        let name = words.contest(contest).option(&option.id);
        row = row.child(
            column()
                .attr("class", "number")
                .child(swatch(position))
                .phrase(&name),
        );
        count += 1;
    }
    for field in &fields {
        let name = words.say(&format!("site-field-{}", field.word()))?;
        row = row.child(column().attr("class", "number").phrase(&name));
        count += 1;
    }
    let mut names = String::new();
    for field in &fields {
        if !names.is_empty() {
            names.push(' ');
        }
        names.push_str(field.word());
    }
    let class = if count > WIDE {
        "sheets wide"
    } else {
        "sheets"
    };
    let mut table = Element::new("table")
        .attr("class", class)
        .attr("data-options", &options.len().to_string())
        .attr("data-fields", &names);
    if has_source {
        table = table.attr("data-sources", "many");
    }
    let tickets = content
        .dataset
        .contests()
        .get(contest)
        .map_or(&[][..], |held| held.tickets.as_slice());
    let is_option = |(at, ticket): (usize, &Ticket)| ticket.option.get() == at;
    if tickets.len() != options.len() || !tickets.iter().enumerate().all(is_option) {
        let of = tickets.iter().map(|ticket| ticket.option.get().to_string());
        table = table.attr("data-tickets", &of.collect::<Vec<_>>().join(" "));
    }
    Ok(Columns {
        table,
        head: Element::new("thead").child(row),
        fields,
        count,
        has_source,
    })
}
