//! Declared figures against the sheets, where the declaration claims to hold all of them. Partial
//! counts are a matter of bounds, in `scrutineer-tally`.

use scrutineer_model::{
    Cell, Dataset, DivisionIdx, HierarchyIdx, OptionIdx, Scope, SheetSet, StationIdx, StationStatus,
};

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::{Span, target_id};
use crate::sink::Sink;

/// E.501, E.502 and E.503.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    let declaration = declared.declaration;
    for set in declared.dataset.sheets_of(declaration.contest) {
        let source = declared.dataset.source(set.source()).id.as_str();
        let stations = declaration.coverage.stations_total.as_ref().map(Span::of);
        let sheets = Span::exactly(set.stations_reported() as u64);
        if let Some(stations) = stations
            && declaration.scope == Scope::All
            && sheets.exceeds(stations)
        {
            sink.push(
                declared
                    .draft(&codes::E_503)
                    .source(source)
                    .figure("declared", stations.chosen)
                    .figure("sheets", sheets.chosen),
            );
        }
        if !declaration.coverage.claims_all() {
            continue;
        }
        let least = Least::new(declared.dataset, set);
        let draft = |info, id: &str, found: u64, stated: Span| {
            declared
                .draft(info)
                .source(source)
                .option(id)
                .figure("declared", stated.chosen)
                .figure("sheets", found)
                .at_stake(Some(found - stated.most))
        };
        for (at, option) in declaration.options.iter().enumerate() {
            let id = target_id(declared.contest, &option.target);
            let members = option.target.options();
            if let Some(stated) = option.votes.as_ref().map(Span::of) {
                let found = match declaration.scope {
                    Scope::All => least.total(members),
                    Scope::Division(division) => least.within(division, members),
                };
                if found > stated.most {
                    sink.push(draft(&codes::E_501, id, found, stated));
                }
            }
            for part in &declaration.parts {
                let stated = part.votes.get(at).copied().flatten().map(Span::exactly);
                let found = least.within(part.division, members);
                if let Some(stated) = stated.filter(|stated| found > stated.most) {
                    let divisions = &declared.dataset.hierarchy(HierarchyIdx::new(0)).divisions;
                    let path = divisions.path_code(part.division);
                    sink.push(draft(&codes::E_502, id, found, stated).division(path));
                }
            }
        }
    }
}

/// Votes that every reading of the sheets gives an option, per division of the first hierarchy with
/// all inside it: unread cells and stations that are not open add nothing, of rivals the smallest
/// counts.
struct Least {
    totals: Vec<u64>,
    /// One list per option, by division.
    divisions: Vec<Vec<u64>>,
}

impl Least {
    fn new(dataset: &Dataset, set: &SheetSet) -> Self {
        let stations = dataset.stations();
        let open = |station: StationIdx| stations.statuses()[station.get()] == StationStatus::Open;
        let rows: Vec<usize> = set
            .current()
            .filter(|&row| open(set.stations()[row]))
            .collect();
        let rivals: Vec<_> = set
            .rivals()
            .filter(|run| open(set.stations()[run.start]))
            .collect();
        let home = stations.divisions(HierarchyIdx::new(0));
        let hierarchy = dataset.hierarchies().first();
        let read = |cell: Cell| u64::from(cell.count().unwrap_or(0));
        let mut least = Self {
            totals: Vec::new(),
            divisions: Vec::new(),
        };
        // Of every reading once, and not once per option.
        let division = |row: usize| home.get(set.stations()[row].get()).copied().flatten();
        let divisions: Vec<Option<DivisionIdx>> = rows.iter().map(|&row| division(row)).collect();
        for column in set.options() {
            let mut total = 0;
            let mut inside = vec![0u64; hierarchy.map_or(0, |one| one.divisions.len())];
            let mut add = |division: Option<DivisionIdx>, votes: u64| {
                total += votes;
                if let Some(division) = division {
                    inside[division.get()] += votes;
                }
            };
            for (&row, &division) in rows.iter().zip(&divisions) {
                add(division, read(column[row]));
            }
            for run in &rivals {
                let smallest = column[run.clone()].iter().map(|&cell| read(cell)).min();
                add(division(run.start), smallest.unwrap_or(0));
            }
            // A division stands before those inside it, so backwards every sum is complete.
            if let Some(hierarchy) = hierarchy {
                for at in (0..inside.len()).rev() {
                    let parent = hierarchy.divisions.get(DivisionIdx::new(at)).parent;
                    if let Some(parent) = parent {
                        inside[parent.get()] += inside[at];
                    }
                }
            }
            least.totals.push(total);
            least.divisions.push(inside);
        }
        least
    }

    fn total(&self, options: &[OptionIdx]) -> u64 {
        options.iter().map(|option| self.totals[option.get()]).sum()
    }

    fn within(&self, division: DivisionIdx, options: &[OptionIdx]) -> u64 {
        let of = |option: &OptionIdx| self.divisions[option.get()].get(division.get()).copied();
        options.iter().filter_map(of).sum()
    }
}
