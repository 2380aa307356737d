//! What was declared: every figure with its readings, what follows from several of them, and the
//! wholes that an announced coverage can be a share of.

use scrutineer_model::{
    Contest, Declaration, DeclaredTarget, Figure, PrintedPercent, RegisterKind, Scope,
};

use super::votes::Group;
use crate::data::DataError;
use crate::data::context::{Context, blanks};
use crate::data::rows::declared_fields;
use crate::data::workbook::{Cell, Workbook, column};

/// Column of the chosen reading in `declared`; the others follow.
const CHOSEN: usize = 11;

/// One declared figure.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// `option`, `group` or `field`.
    pub(super) kind: &'static str,
    pub(super) field: &'a str,
    /// Positions on the ballot.
    pub(super) members: Vec<usize>,
    /// Every reading, the chosen one first.
    pub(super) values: Vec<u64>,
    pub(super) percent: Option<Percent>,
    /// Row in `declared`.
    pub(super) row: u32,
}

/// A printed percentage: `n / d` of the whole.
#[derive(Clone, Debug)]
pub(super) struct Percent {
    text: String,
    pub(super) n: i128,
    pub(super) d: i128,
}

impl Percent {
    fn new(printed: PrintedPercent) -> Self {
        let text = printed.to_string();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        Self {
            n: digits.parse().unwrap_or(0),
            d: 100 * 10i128.pow(printed.decimals().min(30)),
            text,
        }
    }

    /// Twice the smallest share that is rounded to it, times `d`.
    pub(super) fn low(&self) -> i128 {
        (2 * self.n - 1).max(0)
    }

    pub(super) fn high(&self) -> i128 {
        (2 * self.n + 1).min(2 * self.d)
    }
}

impl Line<'_> {
    pub(super) fn chosen(&self) -> Option<u64> {
        self.values.first().copied()
    }

    fn cell(&self, letter: &str) -> String {
        format!("declared!{letter}{}", self.row)
    }

    pub(super) fn at_chosen(&self) -> String {
        self.cell(&column(CHOSEN))
    }

    pub(super) fn at_least(&self) -> String {
        self.cell("J")
    }

    pub(super) fn at_most(&self) -> String {
        self.cell("K")
    }

    pub(super) fn at_n(&self) -> String {
        self.cell("F")
    }

    pub(super) fn at_d(&self) -> String {
        self.cell("G")
    }

    pub(super) fn at_low(&self) -> String {
        self.cell("H")
    }

    pub(super) fn at_high(&self) -> String {
        self.cell("I")
    }

    fn readings(&self) -> String {
        let (from, row) = (column(CHOSEN), self.row);
        let to = column(CHOSEN + self.values.len().max(1) - 1);
        format!("declared!{from}{row}:{to}{row}")
    }
}

/// A declaration with its lines.
#[derive(Clone, Debug)]
pub(super) struct Claim<'a> {
    pub(super) id: &'a str,
    pub(super) scope: Scope,
    pub(super) lines: Vec<Line<'a>>,
    /// Row in `facts`.
    pub(super) row: u32,
    /// Lines whose sum is that of all options; `None` where some option is not in it.
    summed: Option<Vec<usize>>,
}

impl<'a> Claim<'a> {
    pub(super) fn new(contest: &'a Contest, held: &'a Declaration) -> Self {
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut line = |kind, field: &'a str, members, figure: Option<&Figure>, percent| {
            let percent: Option<PrintedPercent> = percent;
            if figure.is_none() && percent.is_none() {
                return;
            }
            let values = figure.map(|held| held.readings().map(|reading| reading.value).collect());
            lines.push(Line {
                kind,
                field,
                members,
                values: values.unwrap_or_default(),
                percent: percent.map(Percent::new),
                row: 0,
            });
        };
        for declared in &held.options {
            let members: Vec<usize> = declared
                .target
                .options()
                .iter()
                .map(|at| at.get())
                .collect();
            let (kind, field) = match &declared.target {
                DeclaredTarget::Option(at) => {
                    let option = contest.options.get(at.get());
                    ("option", option.map_or("", |held| held.id.as_str()))
                }
                DeclaredTarget::Group { id, .. } => ("group", id.as_str()),
            };
            line(
                kind,
                field,
                members,
                declared.votes.as_ref(),
                declared.percent,
            );
        }
        for (field, figure, percent) in declared_fields(held) {
            line("field", field, Vec::new(), figure, percent);
        }
        let summed = summed(&lines, contest.options.len());
        Self {
            id: held.id.as_str(),
            scope: held.scope,
            lines,
            row: 0,
            summed,
        }
    }

    pub(super) fn field(&self, name: &str) -> Option<&Line<'a>> {
        let mut lines = self.lines.iter();
        lines.find(|line| line.kind == "field" && line.field == name)
    }

    /// The line of a field with a number.
    pub(super) fn figure(&self, name: &str) -> Option<&Line<'a>> {
        self.field(name).filter(|line| !line.values.is_empty())
    }

    pub(super) fn percent(&self, name: &str) -> Option<(&Line<'a>, &Percent)> {
        let line = self.field(name)?;
        Some((line, line.percent.as_ref()?))
    }

    /// Chosen, smallest or largest reading of all options together.
    fn sum(&self, of: impl Fn(&[u64]) -> Option<u64>) -> Option<u64> {
        let lines = self.summed.as_ref()?.iter();
        lines.map(|&at| of(&self.lines.get(at)?.values)).sum()
    }

    pub(super) fn valid(&self) -> Option<u64> {
        let held = self.figure("valid").and_then(Line::chosen);
        held.or_else(|| self.sum(|values| values.first().copied()))
    }

    pub(super) fn valid_most(&self) -> Option<u64> {
        let held = self.figure("valid");
        held.and_then(|line| line.values.iter().max().copied())
            .or_else(|| self.sum(|values| values.iter().max().copied()))
    }

    pub(super) fn voters(&self) -> Option<u64> {
        let held = self.figure("voters").and_then(Line::chosen);
        held.or_else(|| self.valid())
    }

    pub(super) fn voters_least(&self) -> Option<u64> {
        let least = |line: &Line<'_>| line.values.iter().min().copied();
        let held = self.figure("voters").or_else(|| self.figure("valid"));
        held.and_then(least)
            .or_else(|| self.sum(|values| values.iter().min().copied()))
    }

    /// A cell of `facts`.
    pub(super) fn fact(&self, letter: char) -> String {
        format!("facts!{letter}{}", self.row)
    }
}

/// The lines that hold every option once: options, and groups without an option of their own. `None`
/// where some option is missing or has no number.
fn summed(lines: &[Line<'_>], options: usize) -> Option<Vec<usize>> {
    let is_alone = |option: &usize| {
        let mut others = lines.iter();
        others.any(|line| line.kind == "option" && line.members.contains(option))
    };
    let of: Vec<usize> = (0..lines.len())
        .filter(|&at| match lines[at].kind {
            "option" => true,
            "group" => !lines[at].members.iter().any(is_alone),
            _ => false,
        })
        .collect();
    let members: usize = of.iter().map(|&at| lines[at].members.len()).sum();
    let is_whole = members == options && of.iter().all(|&at| !lines[at].values.is_empty());
    is_whole.then_some(of)
}

/// Every group of the declarations, each once.
pub(super) fn groups(claims: &[Claim<'_>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in claims.iter().flat_map(|claim| &claim.lines) {
        let group = Group {
            id: line.field.to_owned(),
            members: line.members.clone(),
        };
        if line.kind == "group" && !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

/// `declared`: one row per figure.
pub(super) fn declared<'a>(
    book: &mut Workbook<'_>,
    mut claims: Vec<Claim<'a>>,
) -> Result<Vec<Claim<'a>>, DataError> {
    let mut headings = vec![
        "declaration",
        "kind",
        "field",
        "members",
        "percent",
        "n",
        "d",
        "low (of 2d)",
        "high (of 2d)",
        "least",
        "most",
        "chosen",
    ];
    let lines = claims.iter().flat_map(|claim| &claim.lines);
    let others = lines.map(|line| line.values.len()).max().unwrap_or(1);
    headings.extend((1..others).map(|_| "other"));
    book.sheet("declared", &[20, 10, 18, 18], &headings)?;
    let mut row = 1;
    for claim in &mut claims {
        for line in &mut claim.lines {
            row += 1;
            line.row = row;
            let mut cells = vec![
                Cell::text(claim.id),
                Cell::text(line.kind),
                Cell::text(line.field),
                Cell::text(&blanks(line.members.iter().map(|member| member + 1))),
            ];
            cells.resize(CHOSEN, Cell::Empty);
            if let Some(percent) = &line.percent {
                cells[4] = Cell::text(&percent.text);
                for (at, formula) in (5..).zip([
                    format!("VALUE(SUBSTITUTE(E{row},\".\",\"\"))"),
                    format!("100*10^(LEN(E{row})-IFERROR(FIND(\".\",E{row}),LEN(E{row})))"),
                    format!("MAX(2*F{row}-1,0)"),
                    format!("MIN(2*F{row}+1,2*G{row})"),
                ]) {
                    cells[at] = Cell::Formula(formula);
                }
            }
            if !line.values.is_empty() {
                let readings = line.readings();
                cells[9] = Cell::Formula(format!("MIN({readings})"));
                cells[10] = Cell::Formula(format!("MAX({readings})"));
                cells.extend(line.values.iter().map(|&value| Cell::number(Some(value))));
            }
            book.row(&cells)?;
        }
    }
    let mut row = 1;
    for claim in &mut claims {
        row += 1;
        claim.row = row;
    }
    Ok(claims)
}

/// `facts`: what several figures of a declaration give together.
pub(super) fn facts(book: &mut Workbook<'_>, claims: &[Claim<'_>]) -> Result<(), DataError> {
    book.sheet(
        "facts",
        &[20],
        &[
            "declaration",
            "options",
            "options least",
            "options most",
            "valid",
            "valid most",
            "voters",
            "voters least",
            "total of options",
        ],
    )?;
    for claim in claims {
        let row = claim.row;
        let sum = |letters: &str| {
            let lines = claim.summed.as_ref()?.iter();
            let lines = lines.filter_map(|&at| claim.lines.get(at));
            let cells: Vec<String> = lines.map(|line| line.cell(letters)).collect();
            Some(format!("SUM({})", cells.join(",")))
        };
        let own = |formula: Option<String>| formula.map_or(Cell::Empty, Cell::Formula);
        let (valid, voters) = (claim.figure("valid"), claim.figure("voters"));
        let by_options = claim.summed.as_ref().map(|_| match valid {
            None => format!("B{row}"),
            Some(line) => format!("IF(COUNTIF({},B{row})>0,B{row},\"\")", line.readings()),
        });
        let options = |letter: char| claim.summed.as_ref().map(|_| format!("{letter}{row}"));
        book.row(&[
            Cell::text(claim.id),
            own(sum(&column(CHOSEN))),
            own(sum("J")),
            own(sum("K")),
            own(valid.map(Line::at_chosen).or_else(|| options('B'))),
            own(valid.map(Line::at_most).or_else(|| options('D'))),
            own(voters
                .map(Line::at_chosen)
                .or_else(|| claim.valid().map(|_| format!("E{row}")))),
            own(voters
                .or(valid)
                .map(Line::at_least)
                .or_else(|| options('C'))),
            own(by_options),
        ])?;
    }
    Ok(())
}

/// A whole that a coverage can be a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Whole {
    /// Position of the declaration.
    pub(super) claim: usize,
    pub(super) figure: RegisterKind,
    pub(super) value: u64,
    /// Row in `wholes`.
    pub(super) row: u32,
}

/// `wholes`: every total of the register, what the declaration states, else the official list.
pub(super) fn wholes(
    context: &Context<'_>,
    book: &mut Workbook<'_>,
    contest: &Contest,
    claims: &[Claim<'_>],
) -> Result<Vec<Whole>, DataError> {
    let mut found: Vec<(Whole, Cell, String)> = Vec::new();
    let mut list: Option<[u64; 3]> = None;
    for (at, claim) in claims.iter().enumerate() {
        let mut add = |figure, value, cell, from: &str| {
            let whole = Whole {
                claim: at,
                figure,
                value,
                row: 0,
            };
            if !found.iter().any(|(held, ..)| *held == whole) {
                found.push((whole, cell, from.to_owned()));
            }
        };
        if claim.scope == Scope::All {
            for register in &contest.registers {
                for reading in register.total.readings() {
                    let cell = Cell::number(Some(reading.value));
                    add(register.kind, reading.value, cell, register.id.as_str());
                }
            }
        }
        for (field, figure) in [
            ("registered", RegisterKind::Electors),
            ("stations", RegisterKind::Stations),
        ] {
            if let Some((line, value)) = claim
                .figure(field)
                .and_then(|line| Some((line, line.chosen()?)))
            {
                add(figure, value, Cell::Formula(line.at_chosen()), claim.id);
            }
        }
        for (position, figure) in [
            RegisterKind::Electors,
            RegisterKind::Stations,
            RegisterKind::Places,
        ]
        .into_iter()
        .enumerate()
        {
            let is_told = found
                .iter()
                .any(|(held, ..)| held.claim == at && held.figure == figure);
            if is_told || claim.scope != Scope::All || !context.dataset.has_register() {
                continue;
            }
            let listed = match list {
                Some(listed) => listed,
                None => *list.insert(listed(context, book)?),
            };
            let value = listed[position];
            if value > 0 {
                let whole = Whole {
                    claim: at,
                    figure,
                    value,
                    row: 0,
                };
                let cell = Cell::Formula(format!("list!F{}", position + 2));
                found.push((whole, cell, "list".to_owned()));
            }
        }
    }
    book.sheet(
        "wholes",
        &[20, 12, 14, 20],
        &["declaration", "figure", "whole", "from"],
    )?;
    let mut wholes = Vec::new();
    for (row, (whole, cell, from)) in (2..).zip(found) {
        book.row(&[
            Cell::text(claims.get(whole.claim).map_or("", |claim| claim.id)),
            Cell::text(&crate::data::context::word(&whole.figure)),
            cell,
            Cell::text(&from),
        ])?;
        wholes.push(Whole { row, ..whole });
    }
    Ok(wholes)
}

/// `list`: the official list, by place, with its three totals beside it.
fn listed(context: &Context<'_>, book: &mut Workbook<'_>) -> Result<[u64; 3], DataError> {
    let stations = context.dataset.stations();
    let mut rows: Vec<(Option<usize>, usize)> = stations
        .indices()
        .map(|index| (stations.get(index), index))
        .filter(|(station, _)| station.in_register)
        .map(|(station, index)| {
            (
                station.place.map(scrutineer_model::PlaceIdx::get),
                index.get(),
            )
        })
        .collect();
    rows.sort_unstable();
    let last = rows.len() + 1;
    book.sheet(
        "list",
        &[20, 20, 14],
        &["station", "place", "registered", "", "figure", "total"],
    )?;
    // Stations of one place stand below each other.
    let formulas = [
        ("electors", format!("SUM(C2:C{last})")),
        ("stations", format!("COUNTA(A2:A{last})")),
        (
            "places",
            format!(
                "SUMPRODUCT((B2:B{last}<>B1:B{})*(B2:B{last}<>\"\"))",
                last.max(2) - 1
            ),
        ),
    ];
    let mut totals = [0, 0, 0];
    let mut previous = None;
    let count = rows.len();
    for at in 0..count.max(formulas.len()) {
        let mut cells = vec![Cell::Empty; 3];
        if let Some(&(place, station)) = rows.get(at) {
            let held = stations.get(scrutineer_model::StationIdx::new(station));
            let code = held
                .place
                .map(|place| context.dataset.places().get(place).code);
            let registered = held.registered.count().map(u64::from);
            totals[0] += registered.unwrap_or(0);
            totals[1] += 1;
            if place.is_some() && place != previous {
                totals[2] += 1;
            }
            previous = place;
            cells = vec![
                Cell::text(held.id),
                Cell::text(code.unwrap_or_default()),
                Cell::number(registered),
            ];
        }
        if let Some((figure, formula)) = formulas.get(at) {
            cells.push(Cell::Empty);
            cells.push(Cell::text(figure));
            cells.push(Cell::Formula(formula.clone()));
        }
        book.row(&cells)?;
    }
    Ok(totals)
}
