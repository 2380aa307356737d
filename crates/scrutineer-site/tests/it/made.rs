//! Sites in memory, and what is needed to read their pages.

use std::collections::BTreeMap;
use std::convert::Infallible;

use scrutineer_audit::{AuditReport, LogPosition, audit};
use scrutineer_model::{
    CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption, CountStatus, Dataset,
    DatasetBuilder, Date, Declaration, DeclaredCoverage, DeclaredOption, DeclaredPart,
    DeclaredTarget, Election, Evidence, Figure, Geometry, HierarchyIdx, Moment, OptionIdx, Origin,
    OutcomeRule, Provenance, Publisher, Scope, SheetRow, SheetStatus, Source, SourceIdx,
    SourceLabel, StationEntry, StationStatus, Ticket,
};
use scrutineer_report::ForensicsDocument;
use scrutineer_site::{Content, Download, History, Leaves, Part, Site, Take, site};

/// What the path of a picture ends with.
pub(crate) const PICTURE: &str = ".png";
/// What the path of a page ends with.
pub(crate) const PAGE: &str = ".html";

/// Pages by path; of a picture, a character for each byte.
pub(crate) type Pages = BTreeMap<String, String>;

pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub(crate) fn report(dataset: &Dataset) -> AuditReport {
    let mut report = audit(dataset, &Evidence::default()).unwrap();
    report.log = Some(LogPosition {
        origin: "log.example/e".to_owned(),
        size: 7,
        root: "09".repeat(32),
    });
    report
}

/// What stands beside the answers of a site; nothing by default.
#[derive(Clone, Copy, Default)]
pub(crate) struct With<'a> {
    /// Where the bundle is, and its files.
    pub(crate) bundle: (Option<&'a str>, &'a [Download<'a>]),
    /// Shapes of divisions.
    pub(crate) geometry: Option<&'a Geometry>,
    /// The tests of the sheets.
    pub(crate) tests: Option<&'a ForensicsDocument>,
    /// Who publishes.
    pub(crate) publisher: Option<&'a Publisher>,
}

/// The site of a data set, as if the sheets were the first entries of a log.
pub(crate) fn pages(dataset: &Dataset) -> Pages {
    pages_of(dataset, With::default())
}

/// The same with what stands beside the answers.
pub(crate) fn pages_of(dataset: &Dataset, with: With<'_>) -> Pages {
    made(dataset, &report(dataset), &History::default(), with)
}

/// The same with shapes of divisions.
pub(crate) fn pages_drawn(dataset: &Dataset, geometry: Option<&Geometry>) -> Pages {
    let with = With {
        geometry,
        ..With::default()
    };
    pages_of(dataset, with)
}

/// The same with what earlier releases said.
pub(crate) fn pages_with(dataset: &Dataset, report: &AuditReport, history: &History) -> Pages {
    made(dataset, report, history, With::default())
}

/// The same with both.
pub(crate) fn made(
    dataset: &Dataset,
    report: &AuditReport,
    history: &History,
    with: With<'_>,
) -> Pages {
    let (bundle, files) = with.bundle;
    let stations = dataset.stations().indices();
    let entries = stations
        .map(|station| (station, SourceIdx::new(0), station.get() as u64))
        .collect();
    let content = Content {
        dataset,
        report,
        leaves: &Leaves::new(entries),
        replies: &[],
        files,
        releases: &[],
        history,
        tests: with.tests,
        audits: &[],
        bundle,
        conditions: None,
        geometry: with.geometry,
        publisher: with.publisher,
        is_demonstration: true,
    };
    let whole = collected(|take| site(&content, take).unwrap());
    // A large one is made once.
    if dataset.stations().len() < 1_000 {
        let parts = collected(|take| {
            let site = Site::new(content);
            let mut parts: Vec<Part> = Part::all().collect();
            parts.reverse();
            for part in parts {
                site.make(part, take).unwrap();
            }
        });
        assert!(parts == whole, "the parts, made in another order");
    }
    whole
}

/// What is handed over, by path.
fn collected(make: impl FnOnce(&mut Take<'_, Infallible>)) -> Pages {
    let mut made = Pages::new();
    make(&mut |path: &str, bytes: &[u8]| {
        let text = if path.ends_with(PICTURE) {
            bytes.iter().map(|byte| char::from(*byte)).collect()
        } else {
            String::from_utf8(bytes.to_vec()).unwrap()
        };
        assert!(made.insert(path.to_owned(), text).is_none(), "{path} twice");
        Ok::<(), Infallible>(())
    });
    made
}

/// Values of an attribute, unescaped, in the order of the page.
pub(crate) fn attributes(page: &str, name: &str) -> Vec<String> {
    let mark = format!(" {name}=\"");
    page.split(&mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(unescaped)
        .collect()
}

pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The text between tags.
pub(crate) fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                out.push(' ');
            }
            c if !is_tag => out.push(c),
            _ => {}
        }
    }
    unescaped(&out)
}

/// The text of every cell of a row.
pub(crate) fn cells(row: &str) -> Vec<String> {
    row.split("<t")
        .filter(|part| part.starts_with("d>") || part.starts_with("d ") || part.starts_with('h'))
        .map(|part| {
            let (_, inside) = part.split_once('>').unwrap_or(("", part));
            plain(inside)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

/// A source of the only contest, of which nothing else is known.
pub(crate) fn source(id: &str, origin: &str, label: SourceLabel) -> Source {
    Source {
        id: code(id),
        contest: ContestIdx::new(0),
        origin: Origin(code(origin)),
        provenance: Provenance {
            supplied_by: label,
            aligned_with: Vec::new(),
            obtained_from: None,
            obtained_on: None,
            obtained_by_role: None,
            method: None,
            medium: None,
            licence: None,
            derived_from: None,
            transformations: None,
        },
        identities: Vec::new(),
        rows: 0,
        rejected: 0,
    }
}

fn contest() -> Contest {
    let option = |id: &str| ContestOption {
        id: code(id),
        name: id.to_owned(),
    };
    let ticket = |at: usize, id: &str| Ticket {
        id: code(id),
        name: id.to_owned(),
        option: OptionIdx::new(at),
    };
    Contest {
        id: code("c"),
        name: "C".to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        tickets: vec![ticket(0, "A"), ticket(1, "B")],
        options: vec![option("A"), option("B")],
        registers: Vec::new(),
        capacity: CapacityRule::Unbounded,
    }
}

/// A data set with a contest of two options, A and B, and one level of divisions, without anything in it.
pub(crate) fn two_options() -> DatasetBuilder {
    let election = Election {
        id: code("e"),
        name: "E".to_owned(),
        date: Date::parse("2024-05-05").unwrap(),
        country: "XX".to_owned(),
    };
    let levels = vec!["state".to_owned()];
    DatasetBuilder::new(election, vec![contest()], vec![("h".to_owned(), levels)])
}

/// The same with these contests.
pub(crate) fn with_contests(contests: Vec<Contest>) -> DatasetBuilder {
    let one = two_options().finish().unwrap();
    let levels = vec!["state".to_owned()];
    DatasetBuilder::new(
        one.election().clone(),
        contests,
        vec![("h".to_owned(), levels)],
    )
}

/// A final declaration for both options, with the sums of its parts; 100 votes each without parts.
pub(crate) fn declaration(parts: Vec<DeclaredPart>) -> Declaration {
    let total = |at: usize| {
        parts
            .iter()
            .filter_map(|part| part.votes[at])
            .sum::<u64>()
            .max(100)
    };
    let options = (0..2).map(|at| DeclaredOption {
        target: DeclaredTarget::Option(OptionIdx::new(at)),
        votes: Some(Figure::single(total(at), "gazette")),
        percent: None,
    });
    Declaration {
        id: code("final"),
        contest: ContestIdx::new(0),
        authority: "Office".to_owned(),
        outlet: None,
        time: Moment::parse("2024-05-07").unwrap(),
        status: CountStatus::Certified,
        scope: Scope::All,
        coverage: DeclaredCoverage::default(),
        options: options.collect(),
        winners: Vec::new(),
        valid: None,
        invalid: None,
        blank: None,
        voters: None,
        turnout: None,
        registered: None,
        valid_of_voters: None,
        invalid_of_voters: None,
        parts,
        follows: None,
    }
}

/// What became of a station and of its sheet, as far as a list says it.
pub(crate) type Status = (Option<StationStatus>, Option<SheetStatus>);

/// A station of the only polling place, `p1` in the division `01`.
pub(crate) fn station(builder: &mut DatasetBuilder, label: &str, status: Status) -> u32 {
    station_in(builder, ["01", "p1"], label, status)
}

/// A station of a polling place in a division.
pub(crate) fn station_in(
    builder: &mut DatasetBuilder,
    [division, place]: [&str; 2],
    label: &str,
    (status, sheet_status): Status,
) -> u32 {
    let level = HierarchyIdx::new(0);
    let division = builder.division(level, &[division], &[""]).unwrap();
    let id = format!("{place}:{label}");
    let place = builder.place(place, "", &[division]).unwrap();
    let entry = StationEntry {
        label,
        place: Some(place),
        divisions: &[division],
        status,
        sheet_status,
        ..StationEntry::default()
    };
    builder.station(&id, &entry).unwrap()
}

/// A reading of the sheet of a station: valid votes, then those of both options.
pub(crate) fn sheet(
    builder: &mut DatasetBuilder,
    into: (SourceIdx, u16),
    station: u32,
    counts: [u64; 3],
    sequence: u32,
) {
    let cells = counts.map(|count| Cell::new(count).unwrap());
    sheet_as_read(builder, into, station, cells, sequence);
}

/// The same of cells, of which some may not be read.
pub(crate) fn sheet_as_read(
    builder: &mut DatasetBuilder,
    (source, file): (SourceIdx, u16),
    station: u32,
    cells: [Cell; 3],
    sequence: u32,
) {
    let row = SheetRow {
        station,
        cells: &cells,
        sequence,
        picture: 0,
        file,
        row: 1,
    };
    builder.sheet(source, &row).unwrap();
}
